"""Training from the programme to the seat: what fits, who decides, who waits, and what a freed seat does."""
from dataclasses import replace
from datetime import date, datetime

import pytest
from flask_babel import force_locale

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Transition
from portal.rules import approval, training
from portal.rules import placement as rules
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.lifecycle import CaseStep, Stage
from portal.rules.nik import Sex
from portal.rules.placement import BatchState, BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.trades import ProviderKind, Trade
from portal.rules.training import Education, Rule, Verdict
from portal.training.batches import Batch
from portal.training.fitting.fit import Answers, known_answers, outlook
from portal.training.fitting.proposals import propose
from portal.training.models import Placement, Roll
from portal.training.programmes import Programme

FAJAR = {"name": "Fajar Pratama Putra", "sex": Sex.MALE, "birth_date": date(2008, 8, 21), "education": Education.JUNIOR}
RIAN = {"name": "Rian Samudra", "sex": Sex.MALE, "birth_date": date(2012, 5, 14)}
GROWN = {"name": "Budi Santoso", "sex": Sex.MALE, "birth_date": date(2006, 1, 2), "education": Education.SENIOR}
WATCHED = "Instruktur mendampingi setiap praktik; sarung tangan dan celemek dipakai."
READY = Answers(consent=ConsentBasis.GUARDIAN, consent_by="Ibu Rahma", assent=True, supervision=WATCHED)
APRIL = {"starts": date(2026, 4, 6), "ends": date(2026, 9, 30)}


def programme(by, **terms):
    told = {"trade": Trade.BARBER, "name": "Barbershop Dasar", "provider": "BLK Teluk Melati", "provider_kind": ProviderKind.PUBLIC_TRAINING_CENTRE,
            "min_age": 15, "max_age": 21, "work_practice": True, "hours_per_day": 4} | terms
    with db.unit():
        return Programme.begin(by=by, **told)


def batch_of(by, seats=15, terms=None, **dates):
    barber = programme(by, **(terms or {}))
    with db.unit():
        return Batch.plan(by=by, programme=barber, seats=seats, **(APRIL | dates))


def case_of(make, by, person):
    """A case whose client is known as `person` says."""
    case = make.case(by=by, met=True, person={"name": person["name"]})
    with db.unit():
        case.client.correct(by=by, **person)
    return case


def proposed(make, batch, by, person=GROWN, answers=READY, reason=""):
    case = case_of(make, by, person)
    with db.unit():
        return propose(batch, case, by=by, answers=answers, reason=reason)


def decide(placement, by, step=DecisionStep.APPROVE, reason=""):
    with db.unit():
        Decision.about(placement).first().decide(step, by=by, reason=reason)
    return Placement.get_by_id(placement.id)


@pytest.fixture
def officer(make):
    return make.user()


def test_a_seventeen_year_old_fits_with_consent_and_assent_and_turns_eighteen_on_the_way(make, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    seen = outlook(case, batch)
    assert (seen.group, seen.may_propose) == (Verdict.FITS, True)
    assert set(seen.prepare) == {Rule.GUARDIAN_CONSENT, Rule.CHILD_ASSENT, Rule.SUPERVISION}
    with force_locale("id"):
        assert any("21 Agustus 2026" in line.text for line in seen.lines)
    with db.unit():
        placement = propose(batch, case, by=officer, answers=READY)
    assert {finding["verdict"] for finding in Placement.get_by_id(placement.id).findings} == {Verdict.FITS}


def test_without_consent_a_reason_is_needed(make, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    with pytest.raises(Refused) as refused, db.unit():
        propose(batch, case, by=officer, answers=replace(READY, consent=None))
    assert refused.value.why == training.Why.REASON_NEEDED
    with db.unit():
        assert propose(batch, case, by=officer, answers=replace(READY, consent=None), reason="Wali belum ditemukan.").state == PlacementState.PROPOSED


def test_at_thirteen_work_practice_is_a_hard_stop_that_no_reason_opens(make, officer):
    batch, case = batch_of(officer), case_of(make, officer, RIAN)
    seen = outlook(case, batch)
    assert (seen.group, seen.hard, seen.may_propose) == (Verdict.UNFIT, True, False)
    with pytest.raises(Refused) as refused, db.unit():
        propose(batch, case, by=officer, answers=READY, reason="Anaknya ingin sekali.")
    assert refused.value.why == training.Why.HARD_STOP
    assert not Placement.select().exists()


def test_consent_on_record_answers_the_question(make, officer):
    case = case_of(make, officer, FAJAR)
    with db.unit():
        case.client.record_consent(by=officer, kind=ConsentKind.SERVICE, basis=ConsentBasis.GUARDIAN, given_by="Ibu Rahma", given_on=clock.today())
    assert known_answers(case.client).consent == ConsentBasis.GUARDIAN
    with db.unit():
        case.client.add_relation(by=officer, name="Ibu", kind=RelationKind.MOTHER, guardian=True, exploiter=True)
    assert known_answers(case.client).consent is None


def test_what_was_agreed_for_the_course_stands_with_the_clients_consents(make, officer):
    placement = proposed(make, batch_of(officer), officer, FAJAR)
    client = placement.case.client
    assert {(each.kind, each.basis) for each in client.consents} == {
        (ConsentKind.SERVICE, ConsentBasis.GUARDIAN), (ConsentKind.SERVICE, ConsentBasis.OWN)}
    assert known_answers(client) == replace(READY, supervision="")
    other = batch_of(officer, starts=date(2026, 11, 2), ends=date(2026, 12, 1))
    with db.unit():
        propose(other, placement.case, by=officer, answers=READY, reason="Setelah lulus.")
    assert client.consents.count() == 2


def test_what_a_manager_reads_is_in_words(make, officer):
    placement = proposed(make, batch_of(officer), officer, FAJAR)
    snapshot = Decision.about(placement).first().snapshot
    assert ["Usia saat mulai", "17"] in snapshot
    assert ["Tempat terisi", "0 dari 15"] in snapshot
    assert any("Genap 18 tahun" in text for _, text in snapshot)
    assert not any("Fajar" in text for _, text in snapshot)


def test_a_manager_approves_and_the_seat_is_the_first_service(make, officer, manager):
    batch = batch_of(officer)
    placement = decide(proposed(make, batch, officer), manager)
    assert (placement.state, placement.seated_on, batch.taken) == (PlacementState.ACTIVE, clock.today(), 1)
    assert placement.case.served_at == clock.now()


def test_an_approval_moves_a_planned_case_to_intervention(make, officer, manager):
    placement = proposed(make, batch_of(officer), officer)
    with db.unit():
        placement.case.move(CaseStep.ACCEPT_ASSESSMENT, by=manager)
    assert decide(placement, manager).case.stage == Stage.INTERVENTION


def test_nobody_approves_their_own_proposal(make):
    both = make.user(Role.OFFICER, Role.MANAGER)
    placement = proposed(make, batch_of(both), both)
    with pytest.raises(Refused) as refused:
        decide(placement, both)
    assert refused.value.why == approval.Why.OWN_WORK
    assert Placement.get_by_id(placement.id).state == PlacementState.PROPOSED


def test_those_approved_after_the_last_seat_wait_in_order_and_a_freed_seat_is_offered_to_the_first(make, officer, manager):
    batch = batch_of(officer, seats=1)
    first, second, third = (decide(proposed(make, batch, officer), manager) for _ in range(3))
    assert [each.state for each in (first, second, third)] == [PlacementState.ACTIVE, PlacementState.WAITING, PlacementState.WAITING]
    assert [second.queue_no, third.queue_no] == [1, 2]
    with db.unit():
        first.cancel(by=officer, reason="Salah catat")
    assert [Placement.get_by_id(each.id).state for each in (second, third)] == [PlacementState.OFFERED, PlacementState.WAITING]
    assert Transition.last_of(second).step == PlacementStep.OFFER
    assert batch.taken == 1


def test_leaving_early_frees_the_seat_too(make, officer, manager):
    batch = batch_of(officer, seats=1, starts=date(2026, 3, 1))
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    with db.unit():
        batch.go(BatchStep.START, by=officer)
        first.leave(LeaveReason.MOVED, by=officer, ended_on=clock.today())
    assert (Placement.get_by_id(first.id).leave_reason, Placement.get_by_id(second.id).state) == (LeaveReason.MOVED, PlacementState.OFFERED)


def test_a_case_that_is_over_is_passed_by_in_the_queue(make, officer, manager):
    batch = batch_of(officer, seats=1)
    first, second, third = (decide(proposed(make, batch, officer), manager) for _ in range(3))
    with db.unit():
        second.case.move(CaseStep.CANCEL, by=officer, reason="Salah catat")
        first.cancel(by=officer, reason="Salah catat")
    assert [Placement.get_by_id(each.id).state for each in (second, third)] == [PlacementState.WAITING, PlacementState.OFFERED]


def test_more_seats_go_to_the_queue_and_fewer_than_taken_are_refused(make, officer, manager):
    batch = batch_of(officer, seats=1)
    decide(proposed(make, batch, officer), manager)
    second = decide(proposed(make, batch, officer), manager)
    with db.unit():
        batch.correct(by=officer, seats=2, place="", **APRIL)
    assert Placement.get_by_id(second.id).state == PlacementState.OFFERED
    with pytest.raises(Refused) as refused, db.unit():
        batch.correct(by=officer, seats=1, place="", **APRIL)
    assert refused.value.why == rules.Why.SEATS_TAKEN


def test_a_client_is_in_one_course_at_a_time(make, officer):
    barber, sewing = batch_of(officer), batch_of(officer, starts=date(2026, 9, 30), ends=date(2026, 12, 1))
    later = batch_of(officer, starts=date(2026, 10, 1), ends=date(2026, 12, 1))
    placement = proposed(make, barber, officer)
    with pytest.raises(Refused) as refused, db.unit():
        propose(sewing, placement.case, by=officer, answers=READY)
    assert refused.value.why == rules.Why.OVERLAPPING
    with pytest.raises(Refused) as refused, db.unit():
        propose(barber, placement.case, by=officer, answers=READY)
    assert refused.value.why == rules.Why.ALREADY_THERE
    with db.unit():
        assert propose(later, placement.case, by=officer, answers=READY)
    with pytest.raises(Refused) as refused, db.unit():
        later.correct(by=officer, seats=15, place="", starts=date(2026, 9, 1), ends=date(2026, 12, 1))
    assert refused.value.why == rules.Why.OVERLAPPING


def test_returned_it_is_proposed_again_and_withdrawn_it_is_over(make, officer, manager):
    batch = batch_of(officer)
    placement = decide(proposed(make, batch, officer), manager, DecisionStep.RETURN, "Lengkapi alasannya.")
    assert placement.state == PlacementState.RETURNED
    with db.unit():
        again = propose(batch, placement.case, by=officer, answers=READY, reason="Sudah dibahas.")
    assert (again.id, again.state) == (placement.id, PlacementState.PROPOSED)
    assert decide(again, officer, DecisionStep.WITHDRAW).state == PlacementState.CANCELLED


def test_an_approval_can_be_undone_until_the_course_starts(make, officer, manager):
    batch = batch_of(officer, seats=1)
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    first = decide(first, manager, DecisionStep.UNDO)
    assert (first.state, first.seated_on) == (PlacementState.RETURNED, None)
    assert Placement.get_by_id(second.id).state == PlacementState.OFFERED
    with db.unit():
        second = Placement.get_by_id(second.id).accept(by=officer)
        batch.go(BatchStep.START, by=officer)
    with pytest.raises(Refused):
        decide(second, manager, DecisionStep.UNDO)


def test_a_course_ends_when_everyone_has_a_result_and_the_queue_ends_with_it(make, officer, manager):
    batch = batch_of(officer, seats=1, starts=date(2026, 3, 2))
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    with pytest.raises(Refused) as refused, db.unit():
        batch.go(BatchStep.END, by=officer)
    assert refused.value.why == rules.Why.BATCH_OCCUPIED
    with db.unit():
        first.finish(PlacementStep.PASS, by=officer, ended_on=clock.today(), certificate="BLK/2026/17", toolkit="Satu set alat", allowance=500_000)
        Batch.get_by_id(batch.id).go(BatchStep.END, by=officer)
    assert Batch.get_by_id(batch.id).state == BatchState.ENDED
    assert [Placement.get_by_id(each.id).state for each in (first, second)] == [PlacementState.PASSED, PlacementState.CANCELLED]


def test_results_wait_for_the_course_and_for_their_day(make, officer, manager):
    batch = batch_of(officer)
    placement = decide(proposed(make, batch, officer), manager)
    with pytest.raises(Refused) as refused, db.unit():
        placement.finish(PlacementStep.PASS, by=officer, ended_on=clock.today())
    assert refused.value.why == rules.Why.NOT_RUNNING
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    with pytest.raises(Refused) as refused, db.unit():
        placement.finish(PlacementStep.PASS, by=officer, ended_on=date(2026, 3, 3))
    assert refused.value.why == rules.Why.END_OUT_OF_RANGE


def test_nothing_is_proposed_into_a_cancelled_course_nor_approved(make, officer, manager):
    batch = batch_of(officer)
    placement = proposed(make, batch, officer)
    with db.unit():
        batch.go(BatchStep.CANCEL, by=officer, reason="Dana tidak turun")
    with pytest.raises(Refused) as refused:
        decide(placement, manager)
    assert (refused.value.why, Placement.get_by_id(placement.id).state) == (approval.Why.ALREADY_DECIDED, PlacementState.CANCELLED)
    with pytest.raises(Refused) as refused:
        proposed(make, batch, officer)
    assert refused.value.why == rules.Why.BATCH_CLOSED


def test_a_second_click_on_a_step_changes_nothing(make, officer, manager):
    batch = batch_of(officer, seats=1)
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    seen = first.version
    for _ in range(2):
        with db.unit():
            Placement.get_by_id(first.id).cancel(by=officer, seen=seen, reason="Salah catat")
    assert Placement.get_by_id(first.id).version == seen + 1
    assert Transition.of(second).where(Transition.step == PlacementStep.OFFER).count() == 1


def test_others_see_initials_and_nothing_of_restricted_cases(make, officer, manager):
    batch, stranger = batch_of(officer), make.user()
    placement = decide(proposed(make, batch, officer), manager)
    hidden = make.case(by=officer, restricted=True, met=True)
    with db.unit():
        hidden.client.correct(by=officer, **GROWN)
        propose(batch, Case.get_by_id(hidden.id), by=officer, answers=READY)
    assert [row.name_for(stranger) for row in Roll(batch, stranger).rows] == ["B.S."]
    assert [row.name_for(manager) for row in Roll(batch, manager).rows] == ["Budi Santoso", "Budi Santoso"]
    assert not Placement.whole_to(stranger).where(Placement.id == placement.id).exists()


def test_a_number_counts_from_one_each_year(make, officer):
    first = batch_of(officer)
    clock.use(lambda: datetime(2027, 1, 1, 2, 0))
    second = batch_of(officer, starts=date(2027, 2, 1), ends=date(2027, 3, 1))
    assert (first.number, second.number) == ("AK-2026-00001", "AK-2027-00001")
