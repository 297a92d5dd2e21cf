"""Clients who may be the person somebody tells of: found by whatever is told of them, and never beyond what the reader may know."""
from datetime import date

import pytest

from portal.clients.identity import spoken
from portal.clients.lookalikes import lookalikes, lookalikes_of
from portal.clients.models import Client
from portal.db import db
from portal.reports.models import Report
from portal.rules.age import BirthPrecision
from portal.rules.channels import Channel
from portal.rules.client import RelationKind
from portal.rules.matching import Likeness, Sought, Trait
from portal.rules.roles import Role

NIK = "9901021405120001"
RIZKI = {"name": "Muhammad Rizky Hidayat", "sex": "L", "birth_date": date(2012, 5, 14), "birth_precision": BirthPrecision.DAY, "district": "99.01.01"}


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def known(make, officer):
    """Make a client with these details, among others who are called otherwise."""
    def register(restricted=False, **details):
        team = make.team(lead=officer, restricted=restricted)
        with db.unit():
            return Client.register(by=officer, care_team=team, **details)
    register(name="Siti Aminah", sex="P", district="99.01.02")
    register(name="Bagus Prasetyo", sex="L", district="99.01.01")
    return register


def found(user, **told):
    return [each.client for each in lookalikes(Sought(**told), user)]


@pytest.mark.parametrize("told", [
    {"names": ("Muhammad Rizky Hidayat",)}, {"names": ("M. Rizki Hidayat",)}, {"names": ("Hidayat Rizki",)}, {"names": ("Rizqi Hidayad",)},
    {"names": ("Rizkihidayat",)}, {"names": ("Kiki",), "place": "99.01.01", "sex": "L"}, {"names": ("Rizki",), "place": "99.01.01"},
    {"names": ("Acong",), "born": date(2012, 5, 14), "years": 13, "sex": "L", "place": "99.01.01"},
    {"names": ("Rizki",), "born": date(2011, 5, 14), "years": 14}, {"names": ("", "Rizki Hidayat")},
    {"names": ("Rizki Hidayat",), "years": 12, "place": "99.01.02"},
])
def test_a_known_child_is_found_by_what_is_told(known, officer, told):
    assert known(**RIZKI) in found(officer, **told)


@pytest.mark.parametrize("told", [
    {}, {"names": ()}, {"names": ("🙂",)}, {"names": ("Wahyu Samudra",)}, {"names": ("Rizki Hidayat",), "sex": "P"}, {"names": ("Muhammad",)},
    {"names": ("Rizki",), "born": date(2008, 1, 3), "years": 18}, {"sex": "L", "place": "99.01.01"}, {"names": ("Siti Hidayat",), "sex": "P"},
    {"nik": "1801021405990001"},
])
def test_a_new_child_is_taken_for_nobody(known, officer, told):
    assert known(**RIZKI) not in found(officer, **told)


def test_nicknames_count_as_names(known, officer):
    with db.unit():
        client = known(name="Ahmad Fauzi", sex="L", alias="Bagong").add_alias("Ucil", by=officer)
    assert found(officer, names=("Bagong",), sex="L") == [client] == found(officer, names=("Ucil",), sex="L")
    (like,) = lookalikes(Sought(names=("Ucil",)), officer)
    assert like.agrees == ["nama Ucil"]


@pytest.mark.parametrize("told, likeness", [(NIK, Likeness.SAME), ("9901021405120010", Likeness.NEARLY), ("9901021450120001", Likeness.NEARLY)])
def test_a_nik_finds_even_when_two_digits_are_amiss(known, officer, told, likeness):
    client = known(nik=NIK, **RIZKI)
    (like,) = lookalikes(Sought(nik=told), officer)
    assert like.client == client and like.traits[Trait.NIK] is likeness


def test_the_same_nik_outweighs_a_wrong_name_and_sex(known, officer):
    client = known(nik=NIK, **RIZKI)
    (like,) = lookalikes(Sought(nik=NIK, names=("Dewi",), sex="P"), officer)
    assert like.client == client and like.strong and {"nama", "kelamin"} <= set(like.differs)


def test_the_telephone_of_a_guardian_finds_the_child_until_it_is_corrected(known, officer):
    client = known(**RIZKI)
    with db.unit():
        mother = client.add_relation(by=officer, kind=RelationKind.MOTHER, name="Sri", phone="0812-3456-7890", guardian=True)
    (like,) = lookalikes(Sought(names=("Rizki",), phones=(spoken("+62 812 3456 7890"),)), officer)
    assert like.client == client and "telepon" in like.agrees and like.strong
    with db.unit():
        mother.amend(by=officer, kind=RelationKind.MOTHER, name="Sri", phone="0812-1111-1111", guardian=True)
    assert not found(officer, phones=(spoken("081234567890"),))


def test_whoever_reports_may_be_the_guardian(known, make, officer):
    client = known(phone="081234567890", **RIZKI)
    report = make.report(by=officer, people=[{"name": "Kiki"}], reporter_phone="0812 3456 7890")
    assert [like.client for like in lookalikes(report.people[0].sought(), officer)] == [client]


def test_marks_that_not_everybody_has_tell_of_a_child_without_a_name(known, officer):
    client = known(sex="L", marks="Tato naga di lengan kiri, gigi depan ompong", district="99.01.01")
    (like,) = lookalikes(Sought(sex="L", place="99.01.01", marks="gigi ompong, ada tato gambar naga"), officer)
    assert like.client == client and "ciri-ciri" in like.agrees


def test_a_ticket_leads_to_those_its_report_told_of_as_far_as_that_report_may_be_known(make, officer):
    stranger = make.user()
    for restricted, ticket in ((False, "171-1"), (True, "171-2")):
        report = make.verified(by=officer, restricted=restricted, people=[{"name": "Wahyu"}], channel=Channel.HOTLINE_171, ticket=ticket)
        assert found(officer, ticket=ticket) == report.new_clients
        assert bool(found(stranger, ticket=ticket)) is not restricted


def test_the_likeliest_come_first_and_there_are_never_more_than_asked_for(known, officer):
    best = known(**RIZKI)
    for _ in range(7):
        known(name="Rizki Hidayat", sex="L", district="99.01.01")
    told = {"names": ("Rizki Hidayat",), "sex": "L", "born": RIZKI["birth_date"], "place": "99.01.01"}
    assert found(officer, **told)[0] == best and len(found(officer, **told)) == 5
    points = [each.points for each in lookalikes(Sought(**told), officer, limit=3)]
    assert len(points) == 3 and points == sorted(points, reverse=True)


def test_one_client_can_be_left_out(known, officer):
    one, other = known(**RIZKI), known(**RIZKI)
    assert [each.client for each in lookalikes(Sought(names=(RIZKI["name"],)), officer, but=one)] == [other]


def test_nothing_is_said_of_those_who_do_not_exist_for_the_reader(known, make, officer):
    hidden, gone = known(restricted=True, nik=NIK, **RIZKI), known(**RIZKI)
    with db.unit():
        gone.cancel(by=officer, reason="Keliru")
    told = {"names": (RIZKI["name"],), "nik": NIK}
    assert found(officer, **told) == [hidden] == found(make.user(Role.MANAGER), **told)
    assert not found(make.user(), **told)


def test_of_those_seen_in_outline_no_name_is_told(known, make):
    known(**RIZKI)
    (like,) = lookalikes(Sought(names=("Kiki Hidayat Putra",), place="99.01.01"), make.user())
    assert "Rizky" not in " ".join(like.agrees + like.differs) and "nama mirip" in like.agrees and "kecamatan" in like.agrees


def test_what_agrees_and_what_differs_is_said_in_words(known, officer):
    known(**RIZKI)
    (like,) = lookalikes(Sought(names=("Riski Hidayat Samudra",), born=date(2011, 5, 14), years=14, place="99.01.02"), officer)
    assert like.agrees == ["nama Hidayat", "nama mirip: Riski/Rizky", "tanggal lahir hampir sama"]
    assert like.differs == ["nama Samudra", "kecamatan"]


def test_a_corrected_name_is_found_and_the_wrong_one_is_not(known, officer):
    client = known(**RIZKI)
    with db.unit():
        client.correct(by=officer, name="Wahyu Samudra", birth_date=date(2013, 1, 2))
    assert found(officer, names=("Wahyu Samudra",)) == [client]
    assert not found(officer, names=(RIZKI["name"],)) and not found(officer, names=("Acong",), born=RIZKI["birth_date"])


def test_a_question_costs_the_same_statements_for_one_person_and_for_twelve(known, officer, monkeypatch):
    for _ in range(3):
        known(**RIZKI)
    one = Sought(names=("Rizki Hidayat",), nik=NIK, phones=("+6281234567890",), marks="tato naga", sex="L")
    asked = []
    real = db.execute_sql
    monkeypatch.setattr(db, "execute_sql", lambda sql, params=None: asked.append(sql) or real(sql, params))
    counts = []
    for people in ([one], [one] * 12):
        officer.__dict__.pop("_teams", None)
        asked.clear()
        lookalikes_of(people, officer)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 7


def test_reports_of_one_event_are_still_found(make, officer):
    from portal.reports.matches import same_events
    first = make.report(by=officer, people=[{"name": "Andi Pratama"}])
    second = make.report(by=officer, people=[{"name": "Andi Prtama"}])
    assert [match.found.report_id for match in same_events(Report.get_by_id(second.id), officer)] == [first.id]
