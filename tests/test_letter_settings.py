"""How the office words and numbers its letters."""
import pytest

from portal.db import db
from portal.letters.books import Classification, LetterBook
from portal.letters.models import Letter
from portal.letters.templates import LetterTemplate
from portal.referrals import text
from portal.referrals.institutions import Institution
from portal.rules.letter_kind import BLANK, LetterKind, Why
from portal.rules.letter_number import CODES
from portal.rules.letter_words import DEFAULTS
from portal.rules.referral import InstitutionKind
from portal.rules.refused import Refused
from portal.rules.roles import Role
from tests.test_referrals import drafted

WORDED = {"regarding": "Permohonan bagi {inisial}", "opening": "Dengan hormat,\nberdasarkan {dasar}:", "closing": "Terima kasih.",
          "copies": "Bupati {daerah}\n\nArsip", "code": "400.9.3", "secrecy": "limited"}
REFERRAL = "/letters/settings/templates/referral"


def test_a_new_office_begins_with_the_codes_and_one_book(app):
    assert {row.code: row.name for row in Classification.all_codes()} == CODES
    assert [(book.pattern, book.is_main, book.active) for book in LetterBook.all_books()] == [("{kode}/{urut}/{unit}/{tahun}", True, True)]
    assert LetterTemplate.select().count() == 0 and all(row.is_usual for row in LetterTemplate.all_kinds())


def test_the_office_words_its_letters(client, manager):
    client.sign_in(manager)
    assert client.post(REFERRAL, data=WORDED | {"seen": "0"}).status_code == 303
    words = LetterTemplate.words(LetterKind.REFERRAL, {"inisial": "A.P.", "daerah": "Kabupaten Teluk Melati", "dasar": ""})
    assert words == {"regarding": "Permohonan bagi A.P.", "opening": f"Dengan hormat,\nberdasarkan {BLANK}:", "closing": "Terima kasih.",
                     "copies": ["Bupati Kabupaten Teluk Melati", "Arsip"], "code": "400.9.3", "secrecy": "limited"}
    assert "diubah dinas" in client.get("/letters/settings/").text


def test_it_goes_back_to_the_words_of_sigap(client, manager):
    client.sign_in(manager)
    client.post(REFERRAL, data=WORDED | {"seen": "0"})
    assert "Kembalikan kalimat bawaan Sigap" in client.get(REFERRAL).text
    assert client.post(f"{REFERRAL}/usual", data={"seen": "1"}).status_code == 303
    row = LetterTemplate.of(LetterKind.REFERRAL)
    assert row.is_usual and row.opening == DEFAULTS[LetterKind.REFERRAL].opening and row.version == 2
    assert "Kembalikan kalimat bawaan Sigap" not in client.get(REFERRAL).text


@pytest.mark.parametrize("changed, sentence", [
    ({"opening": "Anak {nama} dari {kantor}"}, "Isian {nama} tidak dikenal"), ({"copies": "Bupati {daerah"}, "tanpa pasangannya"),
    ({"regarding": ""}, "Tulis Hal surat ini"), ({"secrecy": "open"}, "Pilih salah satu dari daftar"),
    ({"code": "999"}, "Pilih salah satu dari daftar"),
])
def test_a_template_that_would_not_merge_is_not_kept(client, manager, changed, sentence):
    client.sign_in(manager)
    answer = client.post(REFERRAL, data=WORDED | changed)
    assert answer.status_code == 422 and sentence in answer.text and "Terima kasih." in answer.text
    assert LetterTemplate.select().count() == 0


def test_a_look_shows_the_typed_words_on_an_invented_letter_and_keeps_nothing(client, manager):
    client.sign_in(manager)
    answer = client.post(REFERRAL, data=WORDED | {"look": "1", "opening": "Yth. {lembaga}, {nama}"})
    assert answer.status_code == 200 and "Permohonan bagi C.T.H." in answer.text and "Yth. Lembaga Contoh" in answer.text
    assert "Isian {nama} tidak dikenal" in answer.text and "Bupati Kabupaten Teluk Melati; Arsip" in answer.text
    assert LetterTemplate.select().count() == 0


def test_what_is_refused_beside_its_field_is_not_said_again_beside_the_example(client, manager):
    client.sign_in(manager)
    html = client.post(REFERRAL, data=WORDED | {"opening": "Anak {nama}"}).text
    assert html.count("Isian {nama} tidak dikenal") == 2 and "Isian {nama}" not in html.split('id="example"')[1]


@pytest.mark.parametrize("kind", list(DEFAULTS))
def test_every_kind_has_its_page_with_its_fields_and_an_example_without_blanks(client, manager, kind):
    client.sign_in(manager)
    page = client.get(f"/letters/settings/templates/{kind}").text
    assert "Contoh dengan data rekaan" in page and "{kantor}" in page and BLANK not in page


def test_there_is_no_template_for_what_is_written_elsewhere(client, manager):
    client.sign_in(manager)
    for kind in ("other_outside", "nonsense"):
        assert client.get(f"/letters/settings/templates/{kind}").status_code == 404
        assert client.post(f"/letters/settings/templates/{kind}/usual").status_code == 404


def test_two_who_word_it_at_once_are_told(client, manager):
    client.sign_in(manager)
    client.post(REFERRAL, data=WORDED | {"seen": "0"})
    answer = client.post(REFERRAL, data=WORDED | {"seen": "0", "closing": "Salam."})
    assert answer.status_code == 409 and LetterTemplate.of(LetterKind.REFERRAL).closing == "Terima kasih."


def test_a_book_of_its_own_takes_its_kinds(client, manager):
    client.sign_in(manager)
    answer = client.post("/letters/settings/books/new", data={"name": "Surat tugas", "pattern": "{kode}/{urut}/ST/{unit}/{tahun}", "kinds": ["duty"]})
    assert answer.status_code == 303
    page = client.get("/letters/settings/").text
    assert "400.9.2.2/0001/ST/DINSOS/2026" in page and LetterBook.of(LetterKind.DUTY).name == "Surat tugas"
    assert LetterBook.of(LetterKind.REFERRAL).is_main


@pytest.mark.parametrize("typed, sentence", [
    ({"pattern": "{kode}/{urut}/{unit}/{tahun}"}, "nomor yang sama dengan buku Surat keluar"),
    ({"pattern": "{kode}/{urut}/X"}, "harus memuat {urut} dan {tahun}"), ({"pattern": "{urut}/{tahun}/{nama}"}, "hanya boleh memuat"),
    ({"name": ""}, "Tulis nama bukunya"), ({"kinds": ["letter"]}, "Pilih dari daftar"),
])
def test_a_book_that_could_collide_is_refused_beside_its_pattern(client, manager, typed, sentence):
    client.sign_in(manager)
    answer = client.post("/letters/settings/books/new", data={"name": "Lain", "pattern": "{kode}/{urut}/L/{tahun}", "kinds": []} | typed)
    assert answer.status_code == 422 and sentence in answer.text and len(LetterBook.all_books()) == 1


def test_the_main_book_stays_and_takes_what_no_other_does(client, manager):
    client.sign_in(manager)
    main = LetterBook.main()
    page = client.get(f"/letters/settings/books/{main.id}").text
    assert 'name="active"' not in page and 'name="kinds"' not in page
    client.post(f"/letters/settings/books/{main.id}", data={"name": "Agenda", "pattern": main.pattern, "seen": main.version, "active": ""})
    assert [(book.name, book.active) for book in LetterBook.all_books()] == [("Agenda", True)]


def test_codes_are_added_renamed_and_withdrawn(client, manager):
    client.sign_in(manager)
    assert client.post("/letters/settings/codes/new", data={"code": "460.1", "name": "Sosial"}).status_code == 303
    assert client.post("/letters/settings/codes/new", data={"code": "460.1", "name": "Sosial"}).status_code == 422
    assert client.post("/letters/settings/codes/new", data={"code": "46/1", "name": "Sosial"}).status_code == 422
    row = Classification.get(Classification.code == "460.1")
    assert ("460.1", "460.1 Sosial") in Classification.offered()
    client.post(f"/letters/settings/codes/{row.id}", data={"name": "Urusan sosial", "seen": row.version})
    assert "460.1" not in dict(Classification.offered())
    assert dict(Classification.offered("460.1"))["460.1"] == "460.1 Urusan sosial"
    assert dict(Classification.offered("1.2.3"))["1.2.3"] == "1.2.3"


def test_admins_shape_letters_and_officers_do_not(client, make):
    client.sign_in(make.user(Role.ADMIN))
    assert "Pengaturan surat" in client.get("/letters/settings/").text
    assert "/letters/settings/" in client.get("/office").text
    client.sign_in(make.user())
    assert client.get("/letters/settings/").status_code == 403 and "Pengaturan surat" not in client.get("/letters/").text


def test_a_draft_whose_subject_names_the_child_is_not_begun(make):
    officer = make.user()
    case = make.case(by=officer)
    with pytest.raises(Refused) as refused, db.unit():
        Letter.draft(case, by=officer, care_team=case.care_team, names=[case.client.name], regarding="Rujukan andi pratama", addressee="X", body=[])
    assert refused.value.why == Why.NAME_IN_REGARDING


@pytest.fixture
def hospital(make):
    with db.unit():
        return Institution.add(by=make.user(), kind=InstitutionKind.HOSPITAL, name="RSUD Melati", head="Direktur RSUD Melati", place="Kota Melati")


def test_a_referral_says_what_the_office_words_and_its_writer_may_word_it_again(make, manager, hospital):
    officer = make.user()
    case = make.case(by=officer, met=True)
    with db.unit():
        LetterTemplate.of(LetterKind.REFERRAL).word(by=manager, seen="0", **WORDED)
    told = text.compose(drafted(case, officer, hospital))
    assert (told["regarding"], told["code"], told["copies"]) == ("Permohonan bagi A.P.", "400.9.3", ["Bupati Kabupaten Teluk Melati", "Arsip"])
    assert told["body"][0][1].startswith("Dengan hormat,\nberdasarkan laporan tanggal 2 Maret 2026 nomor LP-2026-00001")
    assert told["body"][-1] == ["text", "Terima kasih."]
    by_hand = text.compose(drafted(case, officer, hospital, regarding="Permohonan rawat inap kasus {nomor_kasus}", closing="Salam.\nHormat kami.",
                                   copies="Camat"))
    assert by_hand["regarding"] == f"Permohonan rawat inap kasus {case.number}" and by_hand["copies"] == ["Camat"]
    assert by_hand["body"][-2:] == [["text", "Salam."], ["text", "Hormat kami."]]


def test_what_was_submitted_keeps_its_words_when_the_office_words_anew(make, manager, hospital):
    officer = make.user()
    row = drafted(make.case(by=officer, met=True), officer, hospital)
    with db.unit():
        row.submit(by=officer)
        LetterTemplate.of(LetterKind.REFERRAL).word(by=manager, seen="0", **WORDED)
    assert row.text["regarding"] == "Rujukan Pelayanan Kesehatan" and text.compose(row)["regarding"] == "Permohonan bagi A.P."


def test_a_sentence_that_nobody_filled_in_is_not_submitted(make, hospital):
    officer = make.user()
    row = drafted(make.case(by=officer, met=True), officer, hospital, opening="Sesuai asesmen {tanggal_asesmen}:")
    with pytest.raises(Refused) as refused, db.unit():
        row.submit(by=officer)
    assert refused.value.why == Why.NOT_FILLED_IN
