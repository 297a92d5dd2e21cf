"""Demo case 5 in a test: a boy turns eighteen on 21 August 2026 in the middle of his course, and the pages say what changes."""
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.coming_of_age import State
from portal.rules.placement import BatchStep, LeaveReason
from portal.rules.referral import ConsentBasis
from portal.training.fitting.asked import answers_of
from portal.training.fitting.comings import coming_for, coming_of, comings_due, comings_of
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from tests.test_training import FAJAR, GROWN, batch_of, case_of, decide, proposed

BIRTHDAY = date(2026, 8, 21)


@pytest.fixture
def officer(make):
    return make.user()


def on(day):
    """It is ten in the morning of that day."""
    clock.use(lambda: datetime(day.year, day.month, day.day, 2, 0))


def own_word(client, by, basis=ConsentBasis.OWN):
    with db.unit():
        return client.record_consent(by=by, kind=ConsentKind.SERVICE, basis=basis, given_on=clock.today())


def seated(make, officer, manager, person=FAJAR, **terms):
    batch = batch_of(officer, terms=terms or None)
    return decide(proposed(make, batch, officer, person, reason="Dibahas."), manager)


def test_the_proposal_says_what_the_day_will_change(make, client, officer):
    batch, case = batch_of(officer, terms={"risky": True, "admits_adults": True}), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    page = client.get(f"/training/case/{case.id}/batches/{batch.id}").text
    assert "Genap 18 tahun pada 21 Agustus 2026, di tengah pelatihan." in page
    assert "Persetujuan peserta sendiri menggantikan izin orang tua atau wali." in page and "KTP-el" in page
    assert "Larangan pekerjaan berbahaya" in page and "dipisahkan dari peserta dewasa" in page
    other = client.get(f"/training/case/{case.id}/batches/{batch_of(officer).id}").text
    assert "Larangan pekerjaan berbahaya" not in other and "dipisahkan dari peserta dewasa" not in other


@pytest.mark.parametrize("ends, expected", [
    (BIRTHDAY - timedelta(days=1), None), (BIRTHDAY, State.AHEAD), (BIRTHDAY + timedelta(days=1), State.AHEAD),
])
def test_only_a_course_that_reaches_the_day_is_concerned(make, officer, ends, expected):
    coming = coming_for(case_of(make, officer, FAJAR), batch_of(officer, ends=ends))
    assert (coming and coming.state) == expected


@pytest.mark.parametrize("person, told", [
    ({"birth_date": date(2008, 2, 29)}, None),
    ({"birth_date": date(2008, 3, 2)}, None),
    ({"birth_date": date(2008, 3, 3)}, "sebelum atau saat pelatihan mulai"),
    ({"birth_date": date(2008, 4, 6)}, "sebelum atau saat pelatihan mulai"),
    ({"birth_date": date(2008, 4, 7)}, "di tengah pelatihan"),
    ({"birth_date": None}, None),
    ({"birth_date": None, "age_estimate": 17, "age_estimate_on": date(2025, 5, 1)}, "Diperkirakan genap 18 tahun pada 1 Mei 2026"),
])
def test_which_birthdays_are_told(make, officer, person, told):
    """Today is 2 March; the course begins on 6 April."""
    coming = coming_for(case_of(make, officer, FAJAR | person), batch_of(officer))
    assert coming is None if told is None else told in coming.sentence


def test_from_the_day_on_the_own_word_is_asked_until_it_is_on_record(app, make, client, officer, manager):
    placement = seated(make, officer, manager)
    client.sign_in(officer)
    here = f"/training/placements/{placement.id}"
    assert "21 Agustus 2026" in client.get(here).text and comings_due(officer) == []
    on(BIRTHDAY - timedelta(days=1))
    own_word(placement.case.client, officer)  # the assent of a child, not the consent of an adult
    assert (coming_of(placement).state, comings_due(officer)) == (State.AHEAD, [])
    on(BIRTHDAY)
    due = comings_due(officer)
    assert [(each.state, each.on, each.placement.id) for each in due] == [(State.DUE, BIRTHDAY, placement.id)]
    for page in (client.get(here).text, client.get(f"/training/case/{placement.case_id}").text):
        assert "Persetujuan peserta sendiri belum tercatat." in page and "Catat persetujuan peserta" in page
    client.sign_in(officer)
    with app.test_request_context():
        way = due[0].way
    assert client.get(way).status_code == 200
    told = {"kind": "service", "basis": "own", "given_on": "21-8-2026", "manner": "signed", "explained_by": str(officer.id)}
    assert client.post(way, data=told).location.endswith(here)
    assert (coming_of(placement).state, comings_due(officer)) == (State.SETTLED, [])
    assert "Persetujuan peserta sendiri sudah tercatat." in client.get(here).text


def test_a_no_of_their_own_asks_for_a_talk_or_the_end(make, client, officer, manager):
    placement = seated(make, officer, manager)
    on(BIRTHDAY + timedelta(days=2))
    own_word(placement.case.client, officer, ConsentBasis.OWN_REFUSED)
    assert [each.state for each in comings_due(officer)] == [State.REFUSED]
    client.sign_in(officer)
    assert "tidak setuju atau mencabut" in client.get(f"/training/placements/{placement.id}").text
    with db.unit():
        placement.batch.go(BatchStep.START, by=officer)
        Placement.get_by_id(placement.id).leave(LeaveReason.OTHER, by=officer, ended_on=clock.today())
    assert comings_due(officer) == [] and comings_of(placement.case) == []


@pytest.mark.parametrize("exploiter, expected", [(True, State.DUE), (False, State.SETTLED)])
def test_a_guardian_speaks_for_an_adult_only_where_nobody_fears_them(make, officer, manager, exploiter, expected):
    placement = seated(make, officer, manager)
    with db.unit():
        father = placement.case.client.add_relation(by=officer, name="Sulaiman", kind=RelationKind.FATHER, guardian=True)
    on(BIRTHDAY)
    with db.unit():
        placement.case.client.record_consent(by=officer, kind=ConsentKind.SERVICE, basis=ConsentBasis.GUARDIAN, giver=father, given_on=clock.today(),
                                             note="Disabilitas intelektual berat.")
        father.amend(by=officer, name="Sulaiman", kind=RelationKind.FATHER, guardian=True, exploiter=exploiter)
    assert coming_of(placement).state == expected


def test_an_adult_and_a_child_to_the_end_concern_nobody(make, officer, manager):
    grown = decide(proposed(make, batch_of(officer), officer, GROWN), manager)
    child = seated(make, officer, manager, FAJAR | {"birth_date": date(2008, 10, 1)})
    on(date(2026, 9, 30))
    assert coming_of(grown) is None and coming_of(child) is None
    on(date(2026, 10, 1))  # the course runs past its last day
    assert coming_of(child).state == State.DUE


def test_the_manager_is_told_while_the_proposal_waits(make, client, officer, manager):
    placement = proposed(make, batch_of(officer), officer, FAJAR)
    on(BIRTHDAY)
    client.sign_in(manager)
    page = client.get(f"/decisions/{Decision.about(placement).first().id}").text
    assert "Persetujuan peserta sendiri belum tercatat." in page


def test_only_the_team_is_asked_in_a_fixed_number_of_statements(make, officer, manager, statements):
    first = seated(make, officer, manager)
    stranger = make.user()
    on(BIRTHDAY)
    assert comings_due(stranger) == [] and comings_due(manager) == []
    assert comings_due(stranger, everyones=True) == [] and len(comings_due(manager, everyones=True)) == 1
    one = statements(lambda: comings_due(officer))
    on(date(2026, 3, 2))
    for _ in range(3):
        seated(make, officer, manager)
    on(BIRTHDAY)
    assert len(comings_due(officer)) == 4 and statements(lambda: comings_due(officer)) == one
    assert {each.case.id for each in comings_due(officer)} >= {first.case_id}


def test_the_words_of_a_child_are_not_written_down_for_an_adult(make, officer):
    """What was answered for the first course is carried to the next; by then the boy is eighteen, and nobody asked him."""
    gone = proposed(make, batch_of(officer), officer, FAJAR)
    on(BIRTHDAY)
    before = gone.case.client.consents.count()
    with db.unit():
        propose(batch_of(officer, starts=date(2026, 10, 5), ends=date(2026, 11, 5)), gone.case, by=officer, answers=answers_of(gone), follows=gone)
    assert gone.case.client.consents.count() == before


def test_what_was_returned_waits_for_nobodys_word(make, officer, manager):
    placement = decide(proposed(make, batch_of(officer), officer, FAJAR), manager, DecisionStep.RETURN, "Tunggu.")
    assert comings_of(Case.get_by_id(placement.case_id)) == []
