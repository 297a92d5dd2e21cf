"""Letters that people write: begun about a record, worded by hand, held back without consent, issued once, printed and cancelled."""
from datetime import date

import pytest

from portal import clock
from portal.audit import Entry
from portal.cases.models import Case
from portal.clients.models import Client
from portal.conferences.models import Conference
from portal.db import db
from portal.letters.models import Letter
from portal.records import Print
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.channels import Channel
from portal.rules.client import ConsentKind
from portal.rules.conference import ConferenceKind
from portal.rules.letter import LetterState
from portal.rules.nik import Sex
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.roles import Role

NAME, NIK = "Rian Samudra", "9901021405120001"
MEETING = {"meeting_at": "6-4-2026 10.00", "meeting_place": "Ruang rapat Dinas Sosial"}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Petugas Surat"))


@pytest.fixture
def case(make, officer):
    case = make.case(by=officer, met=True, person={"name": NAME, "nik": NIK, "sex": Sex.MALE})
    with db.unit():
        case.client.correct(by=officer, birth_date=date(2012, 5, 14), birth_place="Kota Melati", address="Jalan Kenanga 7", jkn_card="0001234567890")
    return case


@pytest.fixture
def hospital(officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name="RSJ Pelita", head="Direktur RSJ Pelita", place="Melati")


def agreed(case, officer, place, basis=ConsentBasis.GUARDIAN, **more):
    """What lets the place be told of the client."""
    with db.unit():
        return case.client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=basis, given_on=clock.today(), given_by="Ibu Rini",
                                          institution=place, **more)


def begun(client, record, kind, about="case", **asked):
    """The letter that the form begins."""
    answer = client.post(f"/correspondence/{about}/{record.id}/new/{kind}", data=asked)
    assert answer.status_code == 303, answer.text
    return Letter.select().order_by(Letter.id.desc()).get()


def worded(client, letter, **changes):
    """What the wording form sends when some of it is changed."""
    told = {"regarding": letter.regarding, "addressee": letter.addressee, "addressee_place": letter.addressee_place, "secrecy": str(letter.secrecy),
            "urgency": str(letter.urgency), "copies": "\n".join(letter.copies), "attachments": letter.attachments, "seen": letter.version,
            **{name: letter.wording[name] for name in ("opening", "closing", "content", "guests", "facts")}, **MEETING}
    return client.post(f"/correspondence/{letter.id}/wording", data=told | changes)


def issued(client, letter, head, **more):
    told = {"official": head.id, "code": letter.code, "looked": looked(client, letter)} | more
    return client.post(f"/correspondence/{letter.id}/issue", data=told)


def looked(client, letter):
    """Which text the page shows from which it is issued."""
    part = client.get(f"/correspondence/{letter.id}/issue").text.partition('name="looked"')[2]
    return part.partition('value="')[2].partition('"')[0]


def fresh(letter):
    return Letter.get_by_id(letter.id)


def words(letter):
    return str(fresh(letter).body)


def test_a_recommendation_begins_with_the_least_of_the_identity_and_the_words_of_the_office(client, case, hospital):
    page = client.get(f"/correspondence/case/{case.id}")
    assert page.status_code == 200 and "Rekomendasi rumah sakit jiwa" in page.text and "Balasan tiket 171" not in page.text
    letter = begun(client, case, "hospital", institution=hospital.id)
    assert (letter.state, letter.kind, letter.number, letter.about, letter.about_id) == ("draft", "hospital", None, "case", case.id)
    assert (letter.addressee, letter.addressee_place) == ("Direktur RSJ Pelita", "di Melati")
    assert letter.made_by == case.lead and letter.made_at == clock.now()
    text = words(letter)
    for said in (NAME, "14 Mei 2012", case.number, "perawatan di RSJ Pelita bagi:", "nomor LP-2026-00001"):
        assert said in text, said
    assert NIK not in text and "Kenanga" not in text and NAME not in letter.regarding


def test_what_is_ticked_is_told_and_nothing_else(client, case, hospital):
    letter = begun(client, case, "hospital", institution=hospital.id)
    assert worded(client, letter, facts=["sex", "nik", "jkn"], content="Gelisah sejak dua minggu.", copies="Arsip\nBupati").status_code == 303
    text = words(letter)
    assert NAME not in text and "['Inisial', 'R.S.']" in text and NIK in text and "0001234567890" in text and "Gelisah sejak" in text
    assert fresh(letter).copies == ["Arsip", "Bupati"]
    page = client.get(f"/correspondence/{letter.id}").text
    assert NIK not in page and "0001234567890" not in page and "990102********01" in page


def test_the_preview_shows_what_is_typed_and_keeps_nothing(client, case, hospital):
    letter = begun(client, case, "hospital", institution=hospital.id)
    answer = worded(client, letter, facts=["sex"], content="Belum disimpan.", preview="1")
    assert answer.status_code == 200 and "Belum disimpan." in answer.text and "R.S." in answer.text
    assert "Belum disimpan" not in words(letter) and fresh(letter).version == letter.version
    part = client.post(f"/correspondence/{letter.id}/wording", data={"preview": "1", "secrecy": "nonsense"}, headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith("<section")


@pytest.mark.parametrize(("change", "said"), [
    ({"regarding": "Perawatan Rian Samudra"}, "Hal memuat nama klien"), ({"regarding": f"NIK {NIK}"}, "Hal memuat angka seperti NIK"),
    ({"content": f"NIK {NIK}"}, "NIK tidak dicentang"), ({"facts": ["sex"], "content": "Rian Samudra gelisah"}, "nama tidak dicentang"),
    ({"closing": ""}, "Tulis kalimat penutupnya"), ({"addressee": ""}, "Tulis kepada siapa"), ({"secrecy": "x"}, "Pilih"),
])
def test_a_refused_wording_keeps_what_was_typed(client, case, hospital, change, said):
    letter = begun(client, case, "hospital", institution=hospital.id)
    answer = worded(client, letter, opening="Kalimat yang diketik.", **change)
    assert answer.status_code == 422 and said in answer.text and "Kalimat yang diketik." in answer.text
    assert fresh(letter).version == letter.version


def test_no_letter_tells_an_institution_of_a_client_without_consent(client, case, officer, hospital, head):
    letter = begun(client, case, "hospital", institution=hospital.id)
    assert "Persetujuan" in client.get(f"/correspondence/{letter.id}").text
    answer = issued(client, letter, head)
    assert answer.status_code == 422 and "Pilih dasar persetujuan" in answer.text and fresh(letter).state == LetterState.DRAFT
    agreed(case, officer, hospital)
    assert "Dasarnya: Persetujuan orang tua atau wali" in client.get(f"/correspondence/{letter.id}").text
    assert issued(client, letter, head).status_code == 303
    row = fresh(letter)
    assert (row.state, row.number, row.date, row.issued_by) == ("issued", "400.9.2.2/0001/DINSOS/2026", clock.today(), officer)
    assert "Persetujuan orang tua atau wali" in str(row.body)


def test_a_legal_basis_with_its_reason_lets_it_leave(client, case, hospital, head):
    letter = begun(client, case, "hospital", institution=hospital.id)
    worded(client, letter, consent="public_task")
    assert "mengapa dasar hukum ini dipakai" in issued(client, letter, head).text
    worded(client, fresh(letter), consent="public_task", consent_note="Wali belum diketahui.")
    assert issued(client, letter, head).status_code == 303
    assert "UU 27/2022 Pasal 20" in words(letter) and "Wali belum diketahui" not in words(letter)


def test_copies_of_an_issued_letter_stop_when_somebody_says_no(client, case, officer, hospital, head):
    consent = agreed(case, officer, hospital)
    letter = begun(client, case, "hospital", institution=hospital.id)
    issued(client, letter, head)
    assert client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"}).status_code == 303
    with db.unit():
        consent.withdraw(by=officer, on=clock.today(), said_by="Ibu Rini")
    answer = client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"})
    assert answer.status_code == 409 and "sudah dicabut" in answer.text
    assert Print.select().where(Print.subject == "letter", Print.subject_id == letter.id).count() == 1


def test_what_is_issued_is_what_was_read(client, case, officer, hospital, head):
    agreed(case, officer, hospital)
    letter = begun(client, case, "hospital", institution=hospital.id)
    before = looked(client, letter)
    with db.unit():
        Client.get_by_id(case.client_id).correct(by=officer, name="Riyan Samudra")
    answer = issued(client, letter, head, looked=before)
    assert answer.status_code == 422 and "berubah sejak surat ini Anda buka" in answer.text and "Riyan Samudra" in answer.text
    again = answer.text.split('name="looked"')[1].split('value="')[1].split('"')[0]
    assert again != before and issued(client, letter, head, looked=again).status_code == 303
    assert "Riyan Samudra" in words(letter)


@pytest.mark.parametrize("told", [{"looked": ""}, {"looked": None}])
def test_a_page_that_says_nothing_of_what_was_read_issues_nothing(client, case, officer, hospital, head, told):
    agreed(case, officer, hospital)
    letter = begun(client, case, "hospital", institution=hospital.id)
    answer = issued(client, letter, head, **told)
    assert answer.status_code == 422 and "berubah sejak surat ini Anda buka" in answer.text and fresh(letter).number is None


def test_an_issued_letter_stays_as_it_is_and_takes_one_number(client, case, officer, hospital, head):
    agreed(case, officer, hospital)
    letter = begun(client, case, "hospital", institution=hospital.id)
    seen = letter.version
    assert issued(client, letter, head, seen=seen).status_code == 303
    assert issued(client, letter, head, seen=seen).status_code == 303, "a double click"
    assert issued(client, letter, head).status_code == 409 or issued(client, letter, head).status_code == 422
    assert client.get(f"/correspondence/{letter.id}/wording").status_code == 409
    with db.unit():
        Client.get_by_id(case.client_id).correct(by=officer, name="Lain Sekali")
    assert NAME in client.get(f"/correspondence/{letter.id}").text
    second = begun(client, case, "hospital", institution=hospital.id)
    issued(client, second, head)
    assert fresh(second).number == "400.9.2.2/0002/DINSOS/2026"


def test_a_draft_prints_as_konsep_and_every_copy_counts(client, case, officer, hospital, head):
    agreed(case, officer, hospital)
    letter = begun(client, case, "hospital", institution=hospital.id)
    copy = client.post(f"/correspondence/{letter.id}/prints", data={"paper": "a4"}, follow_redirects=True)
    assert "KONSEP" in copy.text and NAME in copy.text and "salinan ke-1" in copy.text and f"<title>{NAME}" not in copy.text
    issued(client, letter, head)
    copy = client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"}, follow_redirects=True)
    for said in ("salinan ke-2", fresh(letter).number, "KEPALA DINAS SOSIAL", "Dr. Nur Aisyah, M.M.", "RAHASIA"):
        assert said in copy.text, said
    assert "KONSEP" not in copy.text
    client.post(f"/correspondence/{letter.id}/cancellation", data={"reason": "Salah alamat"})
    assert "DIBATALKAN" in client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"}, follow_redirects=True).text
    assert Entry.select().where(Entry.action == "printed", Entry.subject == "letter").count() == 3


def test_a_letter_is_cancelled_with_a_reason_and_keeps_its_number(client, case, officer, hospital, head):
    agreed(case, officer, hospital)
    letter = begun(client, case, "hospital", institution=hospital.id)
    issued(client, letter, head)
    assert client.post(f"/correspondence/{letter.id}/cancellation", data={"reason": ""}).status_code == 409
    assert client.post(f"/correspondence/{letter.id}/cancellation", data={"reason": "Salah alamat"}).status_code == 303
    row = fresh(letter)
    assert (row.state, row.number) == ("cancelled", "400.9.2.2/0001/DINSOS/2026")
    page = client.get(f"/correspondence/{letter.id}").text
    assert "Salah alamat" in page and "Terbitkan surat</a>" not in page


def test_a_recommendation_to_the_health_insurance_tells_nik_and_decile_under_the_code_of_jaminan_sosial(client, case, officer, head):
    with db.unit():
        bpjs = Institution.add(by=officer, kind=InstitutionKind.HEALTH_INSURANCE, name="BPJS Kesehatan Melati")
    assert client.post(f"/correspondence/case/{case.id}/new/insurance", data={"institution": bpjs.id}).status_code == 422
    letter = begun(client, case, "insurance", institution=bpjs.id, programme="pbi_reactivation")
    assert (letter.code, letter.regarding) == ("400.9.11", "Rekomendasi Reaktivasi Kepesertaan PBI-JK")
    for said in (NIK, "Desil DT-SEN", "belum dicek", "Jalan Kenanga 7"):
        assert said in words(letter)
    agreed(case, officer, bpjs)
    issued(client, letter, head)
    assert fresh(letter).number == "400.9.11/0001/DINSOS/2026"


def test_a_certificate_is_for_somebody_and_asks_consent_only_towards_an_institution(client, case, officer, hospital, head):
    assert client.post(f"/correspondence/case/{case.id}/new/statement", data={}).status_code == 422
    letter = begun(client, case, "statement", purpose="mengurus KIA")
    assert (letter.title, letter.addressee) == ("SURAT KETERANGAN", "") and "untuk mengurus KIA dan tidak berlaku" in words(letter)
    assert "tidak meminta persetujuan" in client.get(f"/correspondence/{letter.id}").text
    assert issued(client, letter, head).status_code == 303 and "Dasar" not in words(letter)
    other = begun(client, case, "statement", purpose="rawat jalan", institution=hospital.id)
    assert issued(client, other, head).status_code == 422
    agreed(case, officer, hospital)
    assert issued(client, other, head).status_code == 303 and "Dasar" in words(other)


def test_a_covering_letter_lists_what_is_sent(client, case, officer, hospital, head):
    letter = begun(client, case, "introduction", institution=hospital.id)
    answer = client.post(f"/correspondence/{letter.id}/wording", data={"add_rows": "1"})
    assert answer.status_code == 200 and "rows-5-what" in answer.text
    empty = worded(client, letter)
    assert empty.status_code == 422 and "paling sedikit satu jenis" in empty.text
    assert "Tulis dahulu apa yang dikirim" in client.get(f"/correspondence/{letter.id}").text
    assert "Tulis dahulu apa yang dikirim" in issued(client, letter, head).text
    sent = {"rows-0-what": "Laporan sosial", "rows-0-count": "1 (satu) berkas", "rows-1-what": "Fotokopi KK", "rows-1-remark": "Asli menyusul"}
    assert worded(client, letter, **sent).status_code == 303
    assert ["2", "Fotokopi KK", "", "Asli menyusul"] in next(content for kind, content in fresh(letter).body if kind == "table")[1]
    assert NAME not in words(letter) and "R.S." in words(letter)


def test_a_summons_names_nobody_and_lists_whom_it_invites(client, case, officer, head):
    with db.unit():
        held = Conference.hold(Case.get_by_id(case.id), by=officer, at=clock.now(), kind=ConferenceKind.CROSS_SECTOR, place="Aula",
                               note_taker=officer, guests=[["Bu Ratna", "Puskesmas Pantai Baru", "Kepala"]],
                               conclusion="Bertemu lagi.", assessed="-", options="-")
    past = client.post(f"/correspondence/conference/{held.id}/new/summons", data=MEETING | {"meeting_at": "1-3-2026 10.00"})
    assert past.status_code == 422 and "Waktu pertemuannya sudah lewat" in past.text
    letter = begun(client, held, "summons", about="conference", **MEETING)
    assert (letter.addressee, letter.about) == ("Bu Ratna, Kepala, Puskesmas Pantai Baru", "conference")
    assert "Senin, 6 April 2026" in words(letter) and "10.00 WITA" in words(letter) and case.number in letter.regarding
    assert worded(client, letter, guests="Kapolsek Melati\nKepala PKBM Harapan").status_code == 303
    assert (fresh(letter).addressee, fresh(letter).addressee_place) == ("1. Kapolsek Melati", "2. Kepala PKBM Harapan\ndi tempat")
    worded(client, fresh(letter), guests="\n".join(f"Kepala SD {n}" for n in range(1, 7)))
    assert fresh(letter).addressee == "Bapak/Ibu dalam daftar undangan" and "Kepala SD 6" in words(letter)
    refused = worded(client, fresh(letter), guests="Kapolsek", content=f"Membahas {NAME}")
    assert refused.status_code == 422 and "nama tidak dicentang" in refused.text
    assert issued(client, letter, head).status_code == 303
    assert [row.id for row in Letter.select()] == [letter.id] and f"/correspondence/{letter.id}" in client.get(f"/correspondence/case/{case.id}").text


def test_the_reply_to_a_ticket_tells_what_was_done_and_names_nobody(client, make, officer, head):
    report = make.triaged(by=officer, channel=Channel.HOTLINE_171, ticket="T-171-9", people=[{"name": NAME}])
    plain = make.triaged(by=officer, people=[{"name": NAME}])
    assert client.get(f"/correspondence/report/{plain.id}/new/ticket_reply").status_code == 409
    letter = begun(client, report, "ticket_reply", about="report")
    assert "T-171-9" in letter.regarding and report.number in words(letter) and "inisial R.S." in words(letter) and NAME not in words(letter)
    assert worded(client, letter, content="2 Mar 2026: Anak ditemui.\n3 Mar 2026: Keluarga didatangi.").status_code == 303
    done = ["Yang sudah dilakukan", ["2 Mar 2026: Anak ditemui.", "3 Mar 2026: Keluarga didatangi."]]
    assert done in [content for _, content in fresh(letter).body]
    assert worded(client, fresh(letter), content="Rian Samudra ditemui.").status_code == 422
    assert issued(client, letter, head).status_code == 303
    page = client.get(f"/correspondence/{letter.id}").text
    assert f"/reports/{report.id}/reply" in page
    assert fresh(letter).number in client.get(f"/reports/{report.id}/reply").text


def test_a_dotted_blank_that_nobody_filled_in_is_not_issued(client, case, head):
    letter = begun(client, case, "statement", purpose="mengurus KIA")
    worded(client, letter, opening="Menerangkan bahwa ……… :")
    answer = issued(client, letter, head)
    assert answer.status_code == 422 and "titik-titik yang belum diisi" in answer.text


def handed(case, officer, hospital):
    """A referral whose client is with the hospital already."""
    agreed(case, officer, hospital)
    with db.unit():
        row = Referral.draft(case, by=officer, institution=hospital, kind=ReferralKind.MEDICAL, reason="Gelisah.", service="Rawat inap.", urgent=True,
                             summary="Gelisah.", consent=ConsentBasis.GUARDIAN, shared=[Shared.BIRTH], attachments="Fotokopi KK\nKartu JKN")
        row.submit(by=officer)
        return row.hand_over(by=officer, handed_place="IGD RSJ Pelita", handed_by="Petugas Surat", receiver="dr. Lina", receiver_title="Dokter jaga")


def test_the_record_of_a_hand_over_can_be_numbered(client, case, officer, hospital, head):
    row = handed(case, officer, hospital)
    letter = begun(client, row, "handover", about="referral")
    assert "IGD RSJ Pelita" in words(letter) and "dr. Lina" in words(letter) and NAME not in words(letter)
    assert issued(client, letter, head).status_code == 303
    assert fresh(letter).title == "BERITA ACARA SERAH TERIMA" and fresh(letter).number


def test_a_covering_letter_of_a_referral_takes_its_papers_and_its_place(client, case, officer, hospital):
    letter = begun(client, handed(case, officer, hospital), "introduction", about="referral")
    assert letter.addressee == "Direktur RSJ Pelita" and "Fotokopi KK" in words(letter) and "Kartu JKN" in words(letter)


def test_a_covering_letter_of_a_referral_tells_no_more_than_the_referral(client, case, officer, hospital):
    letter = begun(client, handed(case, officer, hospital), "introduction", about="referral")
    page = client.get(f"/correspondence/{letter.id}/wording").text
    assert 'name="facts"' in page and 'value="birth"' in page and 'value="nik"' not in page and 'value="name"' not in page


def test_who_does_not_see_the_record_finds_no_letter(client, make, case, officer, hospital):
    letter = begun(client, case, "hospital", institution=hospital.id)
    client.sign_in(make.user())
    for path in (f"/correspondence/{letter.id}", f"/correspondence/case/{case.id}", f"/correspondence/{letter.id}/wording"):
        assert client.get(path).status_code == 404, path
    assert client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"}).status_code == 404
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/correspondence/{letter.id}").status_code == 200
    assert client.get(f"/correspondence/{letter.id}/issue").status_code == 403


def test_two_people_word_one_letter_and_the_later_is_told(client, case, hospital):
    letter = begun(client, case, "hospital", institution=hospital.id)
    assert worded(client, letter, content="Yang pertama.").status_code == 303
    answer = worded(client, letter, content="Yang kedua.")
    assert answer.status_code == 409 and "Yang pertama." in words(letter)


def test_a_cancelled_case_has_no_letters_written(client, case, officer):
    with db.unit():
        Case.get_by_id(case.id).cancel(by=officer, reason="Salah catat")
    assert client.get(f"/correspondence/case/{case.id}/new/statement").status_code == 409


def questions(monkeypatch, client, path):
    """How many statements a page takes."""
    statements, plain = [], db.execute_sql
    with monkeypatch.context() as patch:
        patch.setattr(db, "execute_sql", lambda sql, params=None: statements.append(sql) or plain(sql, params))
        assert client.get(path).status_code == 200
    return len(statements)


def test_a_draft_is_a_task_until_it_is_issued_or_given_up(client, make, case, officer, head, monkeypatch):
    letter = begun(client, case, "statement", purpose="mengurus KIA")
    report = make.triaged(by=officer, channel=Channel.HOTLINE_171, ticket="T-9", people=[{"name": "Dina Ayu"}])
    begun(client, report, "ticket_reply", about="report")
    home = client.get("/").text
    assert f"/correspondence/{letter.id}" in home and "Terbitkan surat: Surat keterangan" in home and "Dina Ayu" in home
    before = questions(monkeypatch, client, "/")
    for purpose in ("mengurus KTP", "mengurus akta"):
        begun(client, case, "statement", purpose=purpose)
    assert questions(monkeypatch, client, "/") == before
    issued(client, letter, head)
    assert f"/correspondence/{letter.id}" not in client.get("/").text
    client.sign_in(make.user())
    assert "Terbitkan surat" not in client.get("/").text


def test_pages_of_the_records_lead_to_their_letters(client, make, case, officer, hospital, head):
    letter = begun(client, case, "statement", purpose="mengurus KIA")
    issued(client, letter, head)
    timeline = client.get(f"/cases/{case.id}").text
    assert f"/correspondence/{letter.id}" in timeline and "Surat keterangan: Diterbitkan" in timeline
    assert f"/correspondence/case/{case.id}/new/summons" in client.get(f"/conferences/case/{case.id}").text
    report = make.triaged(by=officer, channel=Channel.HOTLINE_171, ticket="T-9", people=[{"name": "Dina Ayu"}])
    assert f"/correspondence/report/{report.id}" in client.get(f"/reports/{report.id}").text
    assert "Balasan tiket 171" in client.get(f"/correspondence/report/{report.id}").text
    row = handed(case, officer, hospital)
    assert f"/correspondence/referral/{row.id}" in client.get(f"/referrals/{row.id}").text
    kinds = client.get(f"/correspondence/referral/{row.id}").text
    assert "new/handover" in kinds and "new/introduction" in kinds and "new/statement" not in kinds
    assert client.get(f"/letters/{letter.id}").text.count(f"/correspondence/{letter.id}") == 1


def test_a_hidden_report_keeps_its_letters_from_those_who_only_see_the_case(client, make, case, officer):
    """The case's team is not the report's; what was answered about the report is not listed for them."""
    report = make.triaged(by=make.user(), restricted=True, channel=Channel.HOTLINE_171, ticket="T-9", people=[{"name": "Dina Ayu"}])
    assert client.get(f"/correspondence/report/{report.id}").status_code == 404
    client.sign_in(report.received_by)
    letter = begun(client, report, "ticket_reply", about="report")
    client.sign_in(officer)
    assert client.get(f"/correspondence/{letter.id}").status_code == client.get(f"/letters/{letter.id}").status_code == 404
