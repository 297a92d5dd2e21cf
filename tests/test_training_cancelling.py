"""A batch is cancelled with what happens to its people: another course for some, a task for the teams of the others."""
from dataclasses import replace
from datetime import date, datetime

import pytest

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Transition
from portal.rules.approval import DecisionState, DecisionStep
from portal.rules.lifecycle import CaseStep
from portal.rules.placement import BatchState, BatchStep, LeaveReason, PlacementState
from portal.rules.refused import Refused
from portal.rules.release import Why
from portal.training.aftercare.followups import milestones_of
from portal.training.batches import Batch
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from portal.training.places.cancelling import call_off, leavers
from tests.test_training import FAJAR, GROWN, READY, batch_of, decide, proposed
from tests.test_training_queue import MARCH, do, now, states

JULY = {"starts": date(2026, 7, 6), "ends": date(2026, 10, 30)}


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def crowd(make, officer, manager):
    """A running course of two seats and its people, one in each state that has no result, and another course to go to."""
    batch = batch_of(officer, seats=2, **MARCH)
    seated, offered, waiting, proposal, returned = (proposed(make, batch, officer) for _ in range(5))
    seated = decide(seated, manager)
    gone, offered, waiting = (decide(each, manager) for each in (proposed(make, batch, officer), offered, waiting))
    do(gone.cancel, by=officer, reason="Salah catat")
    returned = decide(returned, manager, DecisionStep.RETURN, "Lengkapi alasannya.")
    do(now(batch).go, step=BatchStep.START, by=officer)
    return batch, [now(each) for each in (seated, offered, waiting, proposal, returned)]


def test_everybody_leaves_in_their_own_way_and_no_proposal_stays_open(crowd, officer):
    batch, people = crowd
    assert states(*people) == ["active", "offered", "waiting", "proposed", "returned"]
    do(call_off, batch=now(batch), by=officer, reason="Dana tidak turun")
    assert now(batch).state == BatchState.CANCELLED
    assert states(*people) == ["left_early", "cancelled", "cancelled", "cancelled", "cancelled"]
    assert {now(each).leave_reason for each in people} == {LeaveReason.BATCH_CANCELLED}
    assert {Transition.last_of(each).reason for each in people} == {"Dana tidak turun"}
    assert (now(people[0]).ended_on, now(people[1]).ended_on) == (clock.today(), None)
    pending = Decision.about(people[3]).first()
    assert (pending.state, pending.open_key, pending.reason) == (DecisionState.WITHDRAWN, None, "Dana tidak turun")


def test_a_seat_in_a_course_that_never_began_is_no_training_that_ended(make, officer, manager):
    batch = batch_of(officer)
    placement = decide(proposed(make, batch, officer), manager)
    do(call_off, batch=now(batch), by=officer, reason="Dana tidak turun")
    assert (states(placement), now(placement).leave_reason) == (["cancelled"], LeaveReason.BATCH_CANCELLED)
    assert not list(milestones_of(now(placement)))


def test_some_are_proposed_for_another_course_with_what_was_answered_and_a_manager_decides(crowd, officer, manager):
    batch, (seated, offered, *_) = crowd
    other = batch_of(officer, **JULY)
    do(call_off, batch=now(batch), by=officer, reason="Dana tidak turun", onward={seated.id: other.id, offered.id: other.id})
    moved = list(Placement.select().where(Placement.batch == other).order_by(Placement.id))
    assert [(each.follows_id, each.case_id, each.state) for each in moved] == [
        (old.id, old.case_id, PlacementState.PROPOSED) for old in (seated, offered)]
    assert (moved[0].consent, moved[0].assent) == (seated.consent, seated.assent)
    asked = Decision.about(moved[0]).first()
    assert asked.is_open and batch.number in asked.note and "Dana tidak turun" in asked.note
    assert decide(moved[0], manager).state == PlacementState.ACTIVE


def test_one_proposal_that_cannot_be_keeps_all_as_it_was(crowd, officer):
    batch, people = crowd
    taken = batch_of(officer, **JULY)
    over = batch_of(officer, **JULY)
    do(over.go, step=BatchStep.CANCEL, by=officer, reason="Dana tidak turun")
    with pytest.raises(Refused) as refused, db.unit():
        call_off(now(batch), by=officer, reason="Gedung rusak", onward={people[0].id: taken.id, people[1].id: over.id})
    assert refused.value.detail["field"] == f"to_{people[1].id}"


def test_those_let_go_are_a_task_of_their_team_until_something_newer_is_known(make, crowd, officer, manager):
    batch, (seated, offered, waiting, proposal, returned) = crowd
    do(call_off, batch=now(batch), by=officer, reason="Dana tidak turun")

    def asked():
        return [each.id for each in Placement.released_to(officer)]
    assert asked() == sorted(each.id for each in (seated, offered, waiting, proposal, returned))
    assert not list(Placement.released_to(make.user()))
    do(now(seated).settle, by=officer, reason="Kembali bersekolah di PKBM.")
    assert (states(seated), now(seated).awaits_answer, now(offered).awaits_answer) == (["left_early"], False, True)
    do(Case.get_by_id(offered.case_id).move, step=CaseStep.CANCEL, by=officer, reason="Salah catat")
    other = batch_of(officer, **JULY)
    with db.unit():
        again = propose(other, Case.get_by_id(waiting.case_id), by=officer, answers=READY)
    assert set(asked()) == {proposal.id, returned.id} and not now(waiting).awaits_answer
    decide(again, manager, DecisionStep.REFUSE, "Belum cukup umur.")
    assert set(asked()) == {waiting.id, proposal.id, returned.id}


def test_only_those_let_go_are_settled(make, officer, manager):
    placement = decide(proposed(make, batch_of(officer), officer), manager)
    do(placement.cancel, by=officer, reason="Salah catat")
    with pytest.raises(Refused) as refused, db.unit():
        placement.settle(by=officer, reason="Bekerja.")
    assert refused.value.why == Why.NOT_RELEASED


def test_the_choices_are_the_courses_whose_rules_and_days_allow_it(make, officer, manager):
    batch = batch_of(officer, **MARCH)
    fajar, grown = (decide(proposed(make, batch, officer, person), manager) for person in (FAJAR, GROWN))
    fits, women = batch_of(officer, **JULY), batch_of(officer, terms={"sex": "P"}, **JULY)
    too_old = batch_of(officer, terms={"max_age": 18}, **JULY)
    with db.unit():
        propose(batch_of(officer, starts=date(2026, 10, 30), ends=date(2026, 12, 1)), Case.get_by_id(grown.case_id), by=officer, answers=READY)
    found = {each.placement.id: each.courses and [course.id for course in each.courses] for each in leavers(now(batch), officer)}
    assert fits.id in found[fajar.id] and batch.id not in found[fajar.id]
    assert fits.id not in found[grown.id]  # its last day is the first of what they are proposed for already
    assert too_old.id in found[fajar.id] and women.id in found[fajar.id]  # attention, not a hard stop: a manager weighs it
    assert [each.courses for each in leavers(now(batch), make.user())] == [None, None]


def test_the_page_asks_what_becomes_of_each_and_keeps_what_was_typed(make, client, crowd, officer):
    batch, (seated, offered, *_) = crowd
    other = batch_of(officer, **JULY)
    address = f"/training/batches/{batch.id}/cancellation"
    client.sign_in(officer)
    page = client.get(address).text
    assert f'name="to_{seated.id}"' in page and f"Usulkan ke {other.heading}" in page and "mulai 6 Juli 2026" in page
    seen = now(batch).version
    answer = client.post(address, data={"seen": seen, "reason": " ", f"to_{seated.id}": other.id})
    assert answer.status_code == 422 and "Tulis alasan pembatalannya" in answer.text and "selected" in answer.text
    assert client.post(address, data={"seen": seen, "reason": "Dana", f"to_{seated.id}": 999}).status_code == 422
    assert now(batch).state == BatchState.RUNNING
    answer = client.post(address, data={"seen": seen, "reason": "Dana tidak turun", f"to_{seated.id}": other.id})
    assert answer.status_code == 303 and states(seated, offered) == ["left_early", "cancelled"]
    assert "Pindahan dari angkatan yang dibatalkan" in client.get(f"/training/placements/{Placement.get(Placement.follows == seated).id}").text
    page = client.get(f"/training/placements/{offered.id}").text
    assert "Angkatannya dibatalkan" in page and "Catat tindak lanjut" in page
    told = {"seen": now(offered).version, "reason": "Kembali bersekolah."}
    assert client.post(f"/training/placements/{offered.id}/settlement", data=told).status_code == 303
    assert "Angkatannya dibatalkan" not in client.get(f"/training/placements/{offered.id}").text
    assert "sudah selesai atau dibatalkan" in client.get(address).text


def test_what_stands_against_one_is_said_beside_them(make, client, officer, manager):
    """Another course asks for a plan of supervision that the first did not need."""
    batch, other = batch_of(officer, terms={"work_practice": False}, **MARCH), batch_of(officer, **JULY)
    first = decide(proposed(make, batch, officer), manager)
    child = decide(proposed(make, batch, officer, FAJAR, replace(READY, supervision="")), manager)
    client.sign_in(officer)
    data = {"seen": now(batch).version, "reason": "Dana tidak turun", f"to_{first.id}": other.id, f"to_{child.id}": other.id}
    answer = client.post(f"/training/batches/{batch.id}/cancellation", data=data)
    assert answer.status_code == 422 and "Dana tidak turun" in answer.text and f'href="#to_{child.id}"' in answer.text
    assert states(first, child) == ["active", "active"] and now(batch).state == BatchState.OPEN and not other.placements.exists()


def test_a_hidden_child_is_let_go_and_not_shown(make, client, officer, manager):
    batch, stranger = batch_of(officer, **MARCH), make.user()
    hidden = make.case(by=officer, restricted=True, met=True)
    do(hidden.client.correct, by=officer, **GROWN)
    with db.unit():
        hidden = propose(batch, now(hidden), by=officer, answers=READY)
    outline = decide(proposed(make, batch, officer, FAJAR), manager)
    hidden = decide(hidden, manager)
    client.sign_in(stranger)
    address = f"/training/batches/{batch.id}/cancellation"
    page = client.get(address).text
    assert "F.P.P." in page and "B.S." not in page and f"to_{outline.id}" not in page
    other = batch_of(officer, **JULY)
    data = {"seen": now(batch).version, "reason": "Dana tidak turun", f"to_{outline.id}": other.id, f"to_{hidden.id}": other.id}
    assert client.post(address, data=data).status_code == 303
    assert states(outline, hidden) == ["cancelled", "cancelled"] and not other.placements.exists()
    assert {each.id for each in Placement.released_to(officer)} == {outline.id, hidden.id}


def test_the_page_costs_as_much_for_many_as_for_one(make, client, officer, manager, statements):
    batch = batch_of(officer, **MARCH)
    for _ in range(2):
        batch_of(officer, **JULY)
    decide(proposed(make, batch, officer), manager)
    client.sign_in(officer)
    one = statements(lambda: client.get(f"/training/batches/{batch.id}/cancellation"))
    for _ in range(4):
        decide(proposed(make, batch, officer), manager)
    assert statements(lambda: client.get(f"/training/batches/{batch.id}/cancellation")) == one


def test_an_ended_course_lets_its_queue_and_its_proposals_go_without_a_task(make, officer, manager):
    batch = batch_of(officer, seats=1, **MARCH)
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    third = proposed(make, batch, officer)
    do(now(batch).go, step=BatchStep.START, by=officer)
    clock.use(lambda: datetime(2026, 3, 3, 2, 0))
    do(now(first).finish, step="pass", by=officer, ended_on=date(2026, 3, 3))
    do(now(batch).go, step=BatchStep.END, by=officer)
    assert states(first, second, third) == ["passed", "cancelled", "cancelled"] and not list(Placement.released_to(officer))
    assert Decision.about(third).first().state == DecisionState.WITHDRAWN and now(second).leave_reason is None
    assert Batch.get_by_id(batch.id).state == BatchState.ENDED
