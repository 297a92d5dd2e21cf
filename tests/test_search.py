"""The search box: numbers, names however they are spelt, the text of reports; as much as the reader may know, and nothing in the address."""
import re

import pytest

from portal.audit import Entry, Event
from portal.clients.models import Client
from portal.db import db
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.reports.models import Report
from portal.rules.client import RelationKind
from portal.rules.nik import Sex
from portal.rules.referral import InstitutionKind, ReferralKind
from portal.rules.roles import Role
from portal.search import rewriting
from portal.words import SearchSpelling, SearchWord
from tests.world import referred, town

NIK = "9901021405120001"


def look_for(client, words):
    """The result page of these words; they never stand in its address."""
    response = client.post("/search/", data={"q": words})
    assert words not in response.location
    return client.get(response.location).text


def typed(client, words):
    """What stands under the box when so much is typed."""
    return client.post("/search/live", data={"q": words}, headers={"HX-Request": "true"}).text


def searches():
    """The counts that the trail says were shown, in their order."""
    return [entry.detail["count"] for entry in Entry.select().where(Entry.action == Event.SEARCHED).order_by(Entry.id)]


@pytest.mark.parametrize("words", ["Mohamad Rizky", "moh rizki", "muh. rizqi pratama", "M. Rizky", "rizki pratma", "Pratama Rizki", "riz prat"])
def test_a_name_is_found_however_it_is_spelt_or_begun(make, client, words):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Muhammad Rizki Pratama" if "q" not in words else "Muhammad Rizqi Pratama"})
    for page in (look_for(client, words), typed(client, words)):
        assert case.number in page and case.client.number in page


@pytest.mark.parametrize(("name", "words"), [("Soekarno", "Sukarno"), ("Djoko Tjahjono", "joko cahjono"), ("Achmad Fauzi", "ahmad fauji"),
                                             ("Syarifuddin", "sarifudin"), ("Saifudin", "saepudin"), ("Zulkarnain", "julkarnaen"),
                                             ("Dewi Lestari", "dwi lestari")])
def test_old_and_misheard_spellings_find_the_child(make, client, name, words):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": name})
    assert case.client.number in look_for(client, words)


def test_every_number_leads_to_its_record(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Bayu", "nik": NIK, "sex": Sex.MALE}, ticket="171-2026/0045", reporter_phone="0812-3456-7890")
    with db.unit():
        case.client.correct(by=user, phone="081999888777")
        case.client.add_relation(by=user, kind=RelationKind.MOTHER, name="Ibu Sari", phone="0370 621 345")
    client_number, report = case.client.number, case.reports.get().number
    asked = {case.number: case.number, "ks 2026 1": case.number, client_number: client_number, "kl/2026/00001": client_number,
             report: report, "http://pc-dinsos:8000/cases/" + case.number: case.number, "171 2026 0045": report,
             "9901 0214 0512 0001": client_number, "9901.0214.0512.0001": case.number, NIK: report,
             "+62 812 3456 7890": report, "62819 9988 8777": client_number, "(0370) 621345": client_number}
    for words, number in asked.items():
        for page in (look_for(client, words), typed(client, words)):
            assert number in page, words
    assert all(number in look_for(client, "00001") for number in (case.number, client_number, report))


def test_an_exact_number_shows_its_one_record_ready_to_be_opened(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Bayu"})
    make.case(by=user, person={"name": "Bayu Dua"})
    page = look_for(client, case.client.number)
    assert f'<a class="code" href="/clients/{case.client.id}" autofocus><mark>' in page and "Satu yang cocok" in page
    assert case.number not in page
    assert "autofocus" not in look_for(client, "Bayu")


def test_part_of_a_nik_or_telephone_finds_nobody(make, client):
    """Or digits could be guessed one after the other by whoever sees an outline."""
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Bayu", "nik": NIK, "sex": Sex.MALE})
    with db.unit():
        case.client.correct(by=user, phone="081999888777")
    for words in (NIK[:15], NIK[:6], "0819998887", "08199988877"):
        assert case.client.number not in look_for(client, words), words


def test_a_letters_number_finds_the_referral(make, client):
    user, place = client.sign_in(make.user()), town(make)
    case = make.case(by=user, met=True, person={"name": "Bayu"})
    with db.unit():
        referral = referred(case, place, by=user, manager=make.user(Role.MANAGER))
    assert referral.number in look_for(client, referral.letter.number)
    assert referral.number in look_for(client, referral.number)
    assert referral.number not in look_for(client, case.number)


def test_the_text_of_a_report_is_found_with_the_words_around_it(make, client):
    user = client.sign_in(make.user())
    report = make.report(by=user, place="Simpang Lima", reporter_name="Pak Gunawan",
                         narrative="Tiga anak berjualan tisu <b>sampai</b> larut malam di bawah lampu.")
    assert "berjualan <mark>tisu</mark> &lt;b&gt;sampai" in look_for(client, "tisu")
    assert report.number in look_for(client, "simpang tisu") and report.number in typed(client, "tisu larut")
    page = look_for(client, "gunawan")
    assert report.number in page and "nama pelapor cocok" in page and "Pak Gunawan" not in page
    with db.unit():
        Report.get_by_id(report.id).correct(by=user, narrative="Tiga anak berjualan masker.")
    assert report.number not in look_for(client, "tisu")


def test_the_text_of_a_report_is_only_for_those_who_see_it_whole(make, client):
    owner = make.user()
    report = make.report(by=owner, people=[{"name": "Andi Pratama"}], place="Simpang Lima", narrative="Berjualan tisu.", reporter_name="Pak Gunawan",
                         reporter_phone="081234567890")
    client.sign_in(make.user())
    for words in ("tisu", "berjualan", "simpang lima", "gunawan", "0812 3456 7890", "tissu", "andi tisu"):
        assert report.number not in look_for(client, words) + typed(client, words), words
        listed = client.get(client.post("/reports/search", data={"q": words}).location)
        assert report.number not in listed.text, words
    assert report.number in look_for(client, "andi") and "Andi Pratama" not in look_for(client, "andi")
    client.sign_in(make.user(Role.MANAGER))
    assert report.number in look_for(client, "tisu") and report.number in client.get(client.post("/reports/search", data={"q": "tisu"}).location).text


def test_a_guardians_telephone_is_only_for_those_who_see_the_client_whole(make, client):
    owner = client.sign_in(make.user())
    case = make.case(by=owner, person={"name": "Bayu"})
    with db.unit():
        relation = case.client.add_relation(by=owner, kind=RelationKind.MOTHER, name="Ibu Sari", phone="081222333444")
    assert case.client.number in look_for(client, "0812 2233 3444")
    with db.unit():
        relation.amend(by=owner, name="Ibu Sari", phone="081222333555")
    assert case.client.number not in look_for(client, "0812 2233 3444")
    assert case.client.number in look_for(client, "0812 2233 3555")
    client.sign_in(make.user())
    assert case.client.number not in look_for(client, "081222333555")


def test_another_officer_sees_initials_and_whom_to_ask(make, client):
    owner = make.user(name="Wayan Sukerti")
    ordinary = make.case(by=owner, person={"name": "Dewi Lestari"})
    client.sign_in(make.user())
    for page in (look_for(client, "Dewi"), typed(client, "dewi")):
        assert ordinary.number in page and "D.L." in page and "tanya Wayan Sukerti" in page
        assert "Lestari" not in page and "<mark>" not in page


@pytest.mark.parametrize("words", ["Dewi", "dewi anjni", "Dewy", NIK, "081999888777", "Srikandi", "KS-2026-00001", "00001"])
def test_a_restricted_child_is_not_even_counted(make, client, words):
    owner = make.user()
    restricted = make.case(by=owner, restricted=True, person={"name": "Dewi Anjani", "nik": NIK, "sex": Sex.FEMALE}, narrative="Di Srikandi.")
    with db.unit():
        restricted.client.correct(by=owner, phone="081999888777")
    client.sign_in(make.user())
    for page in (look_for(client, words).replace(words, ""), typed(client, words)):
        assert "Tidak ada yang cocok" in page or page.strip() == "<div>\n</div>"
        assert "Anjani" not in page and "D.A." not in page and "Maksud Anda" not in page
    client.sign_in(make.user(Role.MANAGER))
    assert restricted.reports.get().number in look_for(client, words) + look_for(client, "dewi")
    assert restricted.number in look_for(client, "KS-2026-00001")


def test_a_guess_is_made_of_names_the_reader_sees_and_counts_them(make, client):
    owner = client.sign_in(make.user())
    for name in ("Andika Putra", "Andika Wijaya"):
        make.case(by=owner, person={"name": name})
    make.case(by=make.user(), person={"name": "Andikha Rahasia"})
    make.case(by=make.user(), restricted=True, person={"name": "Andikka Tersembunyi"})
    page = look_for(client, "andhikka putra")
    assert 'value="Andika putra"' not in page  # the words themselves are found in another spelling
    page = look_for(client, "Amdika")
    assert re.search(r'name="q" value="Andika">Andika \(2\)<', page)
    assert "Andika (2)?" in typed(client, "Amdika")
    client.sign_in(make.user())
    assert "Maksud Anda" not in look_for(client, "Amdika")


def test_a_guess_searches_anew_when_it_is_taken(make, client):
    user = client.sign_in(make.user())
    make.case(by=user, person={"name": "Rizki Pratama"})
    guess = re.search(r'name="q" value="([^"]+)"', look_for(client, "rizki pratma"))[1]
    assert guess == "rizki Pratama"
    assert "Maksud Anda" not in look_for(client, guess)


def test_a_name_that_nobody_bears_any_more_is_forgotten(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Rizki"})
    with db.unit():
        case.client.correct(by=user, name="Zulkarnain")
        for report in case.reports:
            for person in report.people:
                person.name = "Zulkarnain"
                person.save()
            report.reindex()
    assert not SearchSpelling.select().where(SearchSpelling.word == "rijki").exists()
    assert SearchSpelling.select().where(SearchSpelling.word == "julkarnain").exists()
    assert case.client.number not in look_for(client, "Rizki")


def test_what_was_found_is_marked_in_the_name(make, client):
    user = client.sign_in(make.user())
    make.case(by=user, person={"name": "Achmad Rizki"})
    assert "Achmad <mark>Riz</mark>ki" in typed(client, "riz")
    assert "<mark>Achmad</mark> Rizki" in typed(client, "ahmad")


def test_a_nickname_that_matches_stands_beside_the_name(make, client):
    user = client.sign_in(make.user())
    child = make.case(by=user, person={"name": "Bayu"}).client
    with db.unit():
        Client.get_by_id(child.id).correct(by=user, alias="Ucok")
        Client.get_by_id(child.id).add_alias("Gendon", by=user)
    assert "Bayu (<mark>Ucok</mark>)" in look_for(client, "ucok")
    assert "Bayu (nama panggilan lain)" in look_for(client, "gendon")


def test_an_institution_is_found_by_its_name(make, client):
    user = client.sign_in(make.user())
    with db.unit():
        Institution.add(by=user, kind=InstitutionKind.HOSPITAL, name="RSUD Melati", place="Melati", phone="0370 621 999")
    assert "RSUD <mark>Melati</mark>" in look_for(client, "melati")
    assert "RSUD Melati" in look_for(client, "(0370) 621999")


def test_the_live_list_shows_eight_with_something_of_every_kind(make, client):
    user = client.sign_in(make.user())
    for _ in range(9):
        make.case(by=user, person={"name": "Andi Pratama"})
    with db.unit():
        Institution.add(by=user, kind=InstitutionKind.HOSPITAL, name="Klinik Andini")
    page = typed(client, "andi")
    assert page.count("<li>") == 8
    assert [title for title in ("Kasus", "Klien", "Laporan", "Lembaga") if f">{title}</p>" in page] == ["Kasus", "Klien", "Laporan", "Lembaga"]
    assert "28 cocok" in page and searches() == [8]


def test_too_little_typed_shows_nothing_and_is_not_on_the_trail(make, client):
    user = client.sign_in(make.user())
    make.case(by=user)
    for words in ("", "a", "an", "zzzzzz", "!!"):
        assert "<li>" not in typed(client, words)
    assert searches() == []
    look_for(client, "zzzzzz")
    assert searches() == [0]


def test_one_kind_is_paged_beyond_the_first_eight(make, client):
    user = client.sign_in(make.user())
    numbers = {make.case(by=user, person={"name": "Andi Pratama"}).client.number for _ in range(27)}
    page = look_for(client, "andi")
    address = re.search(r'href="([^"]*kind=clients[^"]*)"', page)[1].replace("&amp;", "&")
    first, second = client.get(address).text, client.get(address + "&page=2").text
    assert "andi" not in address
    assert set(re.findall(r"KL-\d+-\d+", first + second)) == numbers
    assert "KS-2026" not in first and "Menampilkan 26–27 dari 27" in second
    assert client.get(address + "&page=99").text.count("KL-2026") == client.get(address + "&page=x").text.count("KL-2026") - 23
    assert client.get(address.replace("clients", "referrals")).status_code == 200


def test_the_words_are_only_posted(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user)
    assert client.get("/search/live?q=andi").status_code == 405
    assert case.number not in client.get("/search/?q=andi").text


def test_somebody_elses_words_are_not_shown(make, client):
    client.sign_in(make.user())
    address = client.post("/search/", data={"q": "Andi"}).location
    client.sign_in(make.user())
    assert "Andi" not in client.get(address).text


def test_nothing_found_says_so(make, client):
    client.sign_in(make.user())
    assert "Tidak ada yang cocok" in look_for(client, "zzzz")


def test_a_referral_is_found_by_the_name_its_client_has_now(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, met=True, person={"name": "Bayu"})
    with db.unit():
        place = Institution.add(by=user, kind=InstitutionKind.HOSPITAL, name="RSUD Melati")
        referral = Referral.draft(case, by=user, institution=place, kind=ReferralKind.MEDICAL, reason="Sakit.", service="Rawat.", summary="Demam.")
        case.client.correct(by=user, name="Bayu Segara")
    assert referral.number in look_for(client, "segara")
    assert referral.number in client.get(client.post("/referrals/search", data={"q": "segara"}).location).text
    assert "RSUD <mark>Melati</mark>" in look_for(client, "melati") and "panggilan lain" not in look_for(client, "melati")


def test_a_name_told_later_finds_the_case_and_the_report(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Rizki"})
    client.post(f"/clients/{case.client.id}/identity", data={"name": "Zulkarnain Hidayat"})
    page = look_for(client, "Zulkarnain")
    assert case.number in page and case.reports.first().number in page
    assert case.number in client.get(client.post("/cases/search", data={"q": "julkarnaen"}).location).text


@pytest.mark.parametrize("words", ["Andi", "Andi Pratma", "KS-2026-00001"])
def test_a_search_asks_the_database_as_often_however_much_it_finds(make, client, monkeypatch, words):
    user, other = client.sign_in(make.user()), make.user()
    asked, plain = [], db.execute_sql
    monkeypatch.setattr(db, "execute_sql", lambda sql, params=None: asked.append(sql) or plain(sql, params))

    def statements():
        look_for(client, "warm")
        counts = []
        for ask in (look_for, typed):
            asked.clear()
            ask(client, words)
            counts.append(len([sql for sql in asked if sql.startswith("SELECT")]))
        return counts
    for who in (user, other):
        make.case(by=who, person={"name": "Andi Pratama"})
    few = statements()
    for who in (user, other) * 6:
        make.case(by=who, person={"name": "Andi Pratama"})
    assert statements() == few
    assert max(few) <= 45


def test_the_words_of_all_records_can_be_written_anew(make, client, app):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Zulkarnain"}, narrative="Berjualan tisu.")
    kept = set(SearchWord.select(SearchWord.subject, SearchWord.subject_id, SearchWord.word).tuples())
    assert not rewriting.is_due()
    with db.unit():
        SearchWord.delete().execute()
        SearchSpelling.delete().execute()
    assert rewriting.is_due()
    rewriting.rewrite()
    assert set(SearchWord.select(SearchWord.subject, SearchWord.subject_id, SearchWord.word).tuples()) == kept
    assert case.number in look_for(client, "julkarnaen")
