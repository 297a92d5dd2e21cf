"""What somebody tried to do with a course, or did by mistake, and Sigap doesn't let happen."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.cases import team
from portal.cases.models import Case
from portal.clients.consents import Consent
from portal.correspondence.certificates import Graduates, issue_each
from portal.db import db
from portal.decisions.models import Decision
from portal.rules import approval, certificate, lifecycle, training
from portal.rules import placement as rules
from portal.rules.approval import DecisionStep
from portal.rules.attendance import Mark
from portal.rules.lifecycle import CaseStep
from portal.rules.nik import Sex
from portal.rules.placement import BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.training.aftercare.outcomes import outcome_of_batch
from portal.training.aftercare.results import amend, conclude, reopen
from portal.training.attendance.meetings import Attendance, Meeting
from portal.training.attendance.presence import presence_of
from portal.training.fitting.proposals import propose, supervise
from portal.training.models import Placement
from portal.training.places.cancelling import call_off
from portal.training.programmes import Programme
from tests.test_training import GROWN, READY, batch_of, case_of, decide, proposed

MARCH = {"starts": date(2026, 3, 2), "ends": date(2026, 9, 30)}
FIFTEEN = {"name": "Fajar Pratama", "sex": Sex.MALE, "birth_date": date(2010, 8, 21)}
THIRTEEN = {"name": "Rian Samudra", "sex": Sex.MALE, "birth_date": date(2012, 12, 14)}
TALENT = {"work_practice": False, "talent_only": True, "hours_per_day": 2, "min_age": None, "max_age": None}
LATER = {"starts": date(2026, 10, 5), "ends": date(2026, 12, 1)}


@pytest.fixture
def officer(make):
    return make.user()


def now(row):
    return type(row).get_by_id(row.id)


def do(verb, *about, **told):
    with db.unit():
        return verb(*about, **told)


def refusal(verb, *about, **told):
    with pytest.raises(Refused) as refused, db.unit():
        verb(*about, **told)
    return refused.value.why


def at(day):
    """From now on it is ten in the morning of that day."""
    clock.use(lambda: datetime(day.year, day.month, day.day, 2, 0))


def running(make, officer, manager, people=1, **dates):
    """A running batch with its participants."""
    batch = batch_of(officer, **(MARCH | dates))
    seated = [decide(proposed(make, batch, officer), manager) for _ in range(people)]
    do(now(batch).go, BatchStep.START, by=officer)
    return now(batch), [now(each) for each in seated]


def test_a_consent_that_was_taken_back_is_not_written_down_anew_where_a_course_is_cancelled(make, officer, manager):
    """Whoever goes on to another course leans on what still stands; the manager reads that the permission is missing."""
    batch = batch_of(officer, **MARCH)
    placement = decide(proposed(make, batch, officer, FIFTEEN, reason="Ingin sekali."), manager)
    given = Consent.get(Consent.client == placement.case.client, Consent.basis == ConsentBasis.GUARDIAN)
    do(given.withdraw, by=officer, on=clock.today())
    do(call_off, now(batch), by=officer, reason="Gedung rusak", onward={placement.id: batch_of(officer, **LATER).id})
    following = Placement.get(Placement.follows == placement)
    assert (following.consent, following.assent) == (None, True)
    assert Consent.select().where(Consent.client == placement.case.client, Consent.basis == ConsentBasis.GUARDIAN).count() == 1


@pytest.mark.parametrize("terms", [{"work_practice": True}, {"hours_per_day": 8}, {"talent_only": False}])
def test_the_terms_of_a_programme_cannot_become_what_the_law_forbids_to_somebody_in_its_course(make, officer, manager, terms):
    batch = batch_of(officer, terms=TALENT, **MARCH)
    placement = decide(proposed(make, batch, officer, THIRTEEN, reason="Bakat musik."), manager)
    programme = Programme.get_by_id(batch.programme_id)
    assert refusal(programme.correct, by=officer, **terms) == training.Why.TERMS_STOP
    do(now(programme).correct, by=officer, name="Musik Dasar", hours_per_day=3)
    do(placement.cancel, by=officer, reason="Salah catat")
    do(now(programme).correct, by=officer, **terms)


def test_a_result_is_not_taken_back_where_the_law_forbids_the_seat_by_now(make, officer, manager):
    _, (one,) = running(make, officer, manager)
    do(one.leave, LeaveReason.OTHER, by=officer, ended_on=clock.today(), note="Ternyata baru 12 tahun.")
    do(one.case.client.correct, by=officer, birth_date=date(2014, 1, 1))
    assert refusal(reopen, now(one), by=officer, reason="Kembali.") == training.Why.HARD_STOP


def test_nobody_is_a_participant_again_whose_case_is_over(make, officer, manager):
    _, (one,) = running(make, officer, manager)
    do(one.leave, LeaveReason.MOVED, by=officer, ended_on=clock.today())
    do(Case.get_by_id(one.case_id).move, CaseStep.CANCEL, by=officer, reason="Salah catat")
    assert refusal(reopen, now(one), by=officer, reason="Kembali.") == lifecycle.Why.CASE_OVER


def test_nobody_ends_a_course_before_it_has_begun(make, officer, manager):
    """A seat may be given weeks before the first day."""
    batch = batch_of(officer, starts=date(2026, 3, 20), ends=date(2026, 9, 30))
    one = decide(proposed(make, batch, officer), manager)
    at(date(2026, 4, 2))
    do(now(batch).go, BatchStep.START, by=officer)
    assert refusal(conclude, one, PlacementStep.PASS, by=officer, ended_on=date(2026, 3, 19)) == rules.Why.END_OUT_OF_RANGE
    assert refusal(one.leave, LeaveReason.MOVED, by=officer, ended_on=date(2026, 3, 19)) == rules.Why.END_OUT_OF_RANGE
    do(conclude, one, PlacementStep.PASS, by=officer, ended_on=date(2026, 3, 20))
    told = {"by": officer, "reason": "Salah tanggal.", "state": PlacementState.PASSED}
    assert refusal(amend, now(one), ended_on=date(2026, 3, 19), **told) == rules.Why.END_OUT_OF_RANGE


def test_what_was_marked_by_habit_after_somebody_had_left_pays_no_allowance(make, officer, manager):
    batch, (one, other) = running(make, officer, manager, people=2)
    for number in (3, 4, 5):
        at(date(2026, 3, number))
        meeting = do(Meeting.hold, batch, by=officer, on=clock.today())
        do(meeting.take, {each.id: (Mark.PRESENT, "") for each in (one, other)}, by=officer)
    do(one.leave, LeaveReason.RAN_AWAY, by=officer, ended_on=date(2026, 3, 3))
    assert (presence_of(now(one)).present, presence_of(now(other)).present) == (1, 3)


def test_an_empty_mark_stores_nothing(make, client, officer, manager):
    batch, (one, other) = running(make, officer, manager, people=2)
    client.sign_in(officer)
    sent = {f"mark_{one.id}": "", f"note_{one.id}": "?", f"mark_{other.id}": "sick"}
    assert client.post(f"/training/batches/{batch.id}/days/2026-03-02", data=sent).status_code == 303
    assert [(row.placement_id, row.mark) for row in Attendance.select()] == [(other.id, Mark.SICK)]


def test_the_keeper_of_a_batch_does_not_come_along_into_a_case_that_was_restricted_since(make, officer, manager):
    keeper, batch = make.user(), batch_of(officer)
    do(now(batch).correct, by=officer, keeper=keeper)
    case = case_of(make, officer, GROWN)
    placement = do(propose, now(batch), case, by=officer, answers=READY, keeper_joins=True)
    do(team.restrict, Case.get_by_id(case.id), by=officer)
    decide(placement, manager)
    assert now(placement).state == PlacementState.ACTIVE
    assert not Case.get_by_id(case.id).exists_for(keeper)


def test_nobody_approves_what_they_wrote_for_it(make, officer, manager):
    """Neither the plan of supervision, nor a proposal that was returned and that a colleague put again."""
    both = make.user(Role.OFFICER, Role.MANAGER)
    watched = proposed(make, batch_of(officer, **MARCH), officer, FIFTEEN, reason="Ingin sekali.")
    do(supervise, now(watched), by=both, supervision="Instruktur mendampingi setiap praktik.")
    with pytest.raises(Refused) as refused:
        decide(watched, both)
    assert refused.value.why == approval.Why.OWN_WORK
    again = decide(proposed(make, batch_of(officer, **MARCH), both), manager, DecisionStep.RETURN, "Tulis alasannya.")
    do(propose, now(again.batch), again.case, by=officer, answers=READY, reason="Ingin sekali.")
    with pytest.raises(Refused) as refused:
        decide(again, both)
    assert refused.value.why == approval.Why.OWN_WORK
    assert decide(again, manager).state == PlacementState.ACTIVE


def test_a_certificate_is_not_copied_once_the_day_of_the_end_was_put_right(make, officer, manager, head):
    batch, (one,) = running(make, officer, manager)
    at(date(2026, 3, 10))
    do(conclude, one, PlacementStep.PASS, by=officer, ended_on=date(2026, 3, 10))
    (writing,) = do(issue_each, [now(one)], head, by=officer, code="460")
    assert len(Graduates(batch, officer).issued) == 1
    do(amend, now(one), by=officer, reason="Salah tanggal.", ended_on=date(2026, 3, 6), state=PlacementState.PASSED)
    assert Graduates(batch, officer).issued == []
    assert refusal(type(writing)(now(writing.letter)).check_copies) == certificate.Why.RESULT_CHANGED


def test_ticked_is_who_kept_the_batch_when_the_page_was_read(make, client, officer):
    """Whoever takes the batch over while a colleague fills in the proposal is not let in by a tick meant for another."""
    named, other = make.user(name="Rina Keeper"), make.user()
    batch, case = batch_of(named), case_of(make, officer, GROWN)
    client.sign_in(officer)
    address = f"/training/case/{case.id}/batches/{batch.id}"
    assert f'name="keeper" value="{named.id}"' in client.get(address).text
    do(now(batch).correct, by=other, keeper=other)
    assert client.post(address, data={"reason": "Tertarik.", "keeper_joins": "y", "keeper": named.id}).status_code == 303
    assert not Placement.get().keeper_joins


def test_a_case_that_was_a_mistake_keeps_no_seat_and_nothing_to_decide(make, officer, manager):
    batch = batch_of(officer, seats=1, **MARCH)
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    asked = proposed(make, batch, officer)
    for placement in (first, asked):
        do(Case.get_by_id(placement.case_id).cancel, by=officer, reason="Anak yang sama dicatat dua kali.")
    assert [now(each).state for each in (first, second, asked)] == [PlacementState.CANCELLED, PlacementState.OFFERED, PlacementState.CANCELLED]
    assert Decision.open_about(asked) is None


def test_a_training_of_a_case_that_was_a_mistake_is_no_outcome(make, officer, manager):
    batch, (one, _) = running(make, officer, manager, people=2)
    do(conclude, one, PlacementStep.PASS, by=officer, ended_on=clock.today())
    assert outcome_of_batch(batch, officer).people == 1
    do(Case.get_by_id(one.case_id).cancel, by=officer, reason="Salah catat.")
    assert outcome_of_batch(batch, officer).people == 0
    assert now(one).state == PlacementState.PASSED


def test_nobody_is_in_one_course_twice_by_a_departure_that_is_taken_back(make, officer, manager):
    """Who left early may be proposed for the same course again; with that result on record the first place stays as it ended."""
    batch, (one,) = running(make, officer, manager)
    do(one.leave, LeaveReason.MOVED, by=officer, ended_on=clock.today())
    again = decide(do(propose, now(batch), Case.get_by_id(one.case_id), by=officer, answers=READY), manager)
    do(conclude, again, PlacementStep.PASS, by=officer, ended_on=clock.today())
    assert refusal(reopen, now(one), by=officer, reason="Kembali.") == rules.Why.ALREADY_THERE
