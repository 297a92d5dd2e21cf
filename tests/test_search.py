"""The search box: names however they are spelt, numbers, NIK; nothing restricted, nothing in the address."""
from portal.db import db
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.nik import Sex
from portal.rules.referral import InstitutionKind, ReferralKind


def look_for(client, words):
    """The result page of these words; they never stand in its address."""
    response = client.post("/search/", data={"q": words})
    assert words not in response.location
    return client.get(response.location).text


def test_a_misspelt_name_finds_the_child(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Muhammad Rizki Pratama"})
    for words in ("Mohamad Rizky", "rizki pratma", case.number, case.client.number):
        assert case.number in look_for(client, words), words


def test_a_nik_is_found_however_it_is_spaced(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Rian Samudra", "nik": "9901021405120001", "sex": Sex.MALE})
    assert case.client.number in look_for(client, "9901 0214 0512 0001")


def test_another_officer_sees_initials_and_a_restricted_child_not_at_all(make, client):
    owner = make.user()
    ordinary = make.case(by=owner, person={"name": "Dewi Lestari"})
    restricted = make.case(by=owner, person={"name": "Dewi Anjani"}, restricted=True)
    client.sign_in(make.user())
    page = look_for(client, "Dewi")
    assert ordinary.number in page and "D.L." in page and "Dewi Lestari" not in page
    assert restricted.number not in page and restricted.client.number not in page


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


def test_a_name_told_later_finds_the_case_and_the_report(make, client):
    user = client.sign_in(make.user())
    case = make.case(by=user, person={"name": "Rizki"})
    client.post(f"/clients/{case.client.id}/identity", data={"name": "Zulkarnain Hidayat"})
    page = look_for(client, "Zulkarnain")
    assert case.number in page and case.reports.first().number in page
