"""The waiting list of a batch: a freed seat is offered in order, answered, and nobody overtakes without a reason on record."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.cases.models import Case
from portal.clients.merging import Merge
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Stale, Transition
from portal.records import Why as RecordWhy
from portal.rules import placement as rules
from portal.rules.lifecycle import CaseStep
from portal.rules.lifecycle import Why as CaseWhy
from portal.rules.placement import BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.training.batches import Batch
from portal.training.fitting.proposals import propose
from portal.training.models import Placement, Roll
from tests.test_training import APRIL, FAJAR, GROWN, READY, batch_of, case_of, decide, proposed

MARCH = {"starts": date(2026, 3, 2), "ends": date(2026, 9, 30)}


@pytest.fixture
def officer(make):
    return make.user()


def now(row):
    return type(row).get_by_id(row.id)


def states(*placements):
    return [str(now(each).state) for each in placements]


def do(verb, **told):
    with db.unit():
        return verb(**told)


def refusal(verb, **told):
    with pytest.raises(Refused) as refused, db.unit():
        verb(**told)
    return refused.value.why


def full(make, officer, manager, people=3, seats=1, **dates):
    """A batch and its people in the order of their approval."""
    batch = batch_of(officer, seats=seats, **dates)
    return batch, [decide(proposed(make, batch, officer), manager) for _ in range(people)]


def test_a_freed_seat_is_offered_and_counts_as_used_until_it_is_answered(make, officer, manager):
    batch, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    assert states(first, second, third) == ["cancelled", "offered", "waiting"]
    assert (now(second).offered_on, now(second).seated_on, now(batch).taken) == (clock.today(), None, 1)
    assert Case.get_by_id(second.case_id).served_at is None
    do(now(second).accept, by=officer)
    assert (now(second).state, now(second).seated_on) == (PlacementState.ACTIVE, clock.today())
    assert Case.get_by_id(second.case_id).served_at == clock.now()


def test_who_stands_back_waits_at_the_end_and_the_next_is_asked(make, officer, manager):
    _, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    assert refusal(now(second).stand_back, by=officer, reason=" ") == RecordWhy.REASON_NEEDED
    do(now(second).stand_back, by=officer, reason="Ujian sampai Mei.")
    assert states(second, third) == ["waiting", "offered"]
    assert now(second).queue_no > now(third).queue_no and now(second).offered_on is None
    do(now(third).cancel, by=officer, reason="Tidak jadi")
    assert states(second, third) == ["offered", "cancelled"]


def test_the_only_one_who_waits_is_not_asked_again_in_the_same_breath(make, officer, manager):
    batch, (first, second) = full(make, officer, manager, people=2)
    do(first.cancel, by=officer, reason="Salah catat")
    do(now(second).stand_back, by=officer, reason="Ujian sampai Mei.")
    assert states(second) == ["waiting"] and now(batch).taken == 0
    assert do(now(batch).fill, by=officer) == [second]
    assert states(second) == ["offered"]


def test_an_approval_never_overtakes_who_waits_while_a_seat_is_free(make, officer, manager):
    batch, (first, second) = full(make, officer, manager, people=2)
    do(first.cancel, by=officer, reason="Salah catat")
    do(now(second).stand_back, by=officer, reason="Ujian sampai Mei.")
    late = proposed(make, batch, officer)
    assert any("menunggu lebih lama" in line for line in Decision.about(late).first().warnings(manager))
    assert [str(decide(late, manager).state), *states(second)] == ["waiting", "offered"]


def test_a_manager_puts_somebody_first_with_a_reason_and_never_their_own(make, officer, manager):
    both = make.user(Role.OFFICER, Role.MANAGER)
    batch, (first, second, third) = full(make, officer, manager)
    own = decide(proposed(make, batch, both), manager)
    assert refusal(own.prioritise, by=both, reason="Mendesak.") == rules.Why.OWN_PROPOSAL
    assert refusal(third.prioritise, by=manager, reason="") == RecordWhy.REASON_NEEDED
    do(third.prioritise, by=manager, reason="Harus segera meninggalkan tempat kerjanya.")
    move = Transition.last_of(third)
    assert (move.step, move.before, move.after, move.reason) == ("prioritise", "waiting", "waiting", "Harus segera meninggalkan tempat kerjanya.")
    do(first.cancel, by=officer, reason="Salah catat")
    assert states(second, third, own) == ["waiting", "offered", "waiting"]
    assert [now(each).rank_for(manager) for each in (second, own, third)] == [1, 2, None]


def test_an_undone_approval_frees_its_offer_too(make, officer, manager):
    _, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    with db.unit():
        Decision.about(second).first().decide(rules.PlacementStep.UNDO, by=manager)
    assert states(second, third) == ["returned", "offered"]
    assert (now(second).queue_no, now(second).offered_on) == (None, None)


def test_nobody_is_offered_or_seated_after_the_last_day_to_join(make, officer, manager):
    batch, (first, second) = full(make, officer, manager, people=2, **MARCH)
    late = proposed(make, batch, officer)
    do(batch.correct, by=officer, join_until=date(2026, 3, 4))
    do(first.cancel, by=officer, reason="Salah catat")
    clock.use(lambda: datetime(2026, 3, 4, 2, 0))
    assert now(batch).takes_in
    clock.use(lambda: datetime(2026, 3, 5, 2, 0))
    assert not now(batch).takes_in and not do(now(batch).fill, by=officer)
    assert refusal(now(second).accept, by=officer) == rules.Why.JOINED_TOO_LATE
    with pytest.raises(Refused) as refused:
        decide(late, manager)
    assert refused.value.why == rules.Why.JOINED_TOO_LATE
    assert batch.id not in [each.id for each in Batch.joinable()]
    do(now(batch).correct, by=officer, join_until=date(2026, 3, 5))
    do(now(second).accept, by=officer)
    assert states(second) == ["active"]


def test_a_case_that_is_over_takes_no_seat_and_holds_up_nobody(make, officer, manager):
    _, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    do(Case.get_by_id(second.case_id).move, step=CaseStep.CANCEL, by=officer, reason="Salah catat")
    assert refusal(now(second).accept, by=officer) == CaseWhy.CASE_OVER
    do(now(second).cancel, by=officer, reason="Kasus dibatalkan")
    assert states(second, third) == ["cancelled", "offered"]


def test_a_client_who_sits_elsewhere_by_now_gets_no_second_seat(make, officer, manager):
    barber, sewing = batch_of(officer), batch_of(officer, starts=date(2026, 11, 2), ends=date(2026, 12, 1))
    first = proposed(make, barber, officer)
    with db.unit():
        second = propose(sewing, first.case, by=officer, answers=READY)
    do(sewing.change, by=officer, starts=date(2026, 9, 30))  # behind the back of the rules
    with pytest.raises(Refused) as refused:
        decide(second, manager)
    assert refused.value.why == rules.Why.OVERLAPPING and states(first, second) == ["proposed", "proposed"]


def test_who_keeps_the_batch_joins_the_care_team_with_the_seat_and_leaves_with_it(make, officer, manager):
    keeper = make.user()
    batch = batch_of(officer, seats=1)
    do(batch.correct, by=officer, keeper=keeper)
    cases = [case_of(make, officer, GROWN) for _ in range(3)]
    with db.unit():
        told, silent, later = (propose(batch, case, by=officer, answers=READY, keeper_joins=tick)
                               for case, tick in zip(cases, (True, False, True), strict=True))
    told, silent, later = (decide(each, manager) for each in (told, silent, later))
    assert [now(case).is_whole_to(keeper.__class__.get_by_id(keeper.id)) for case in cases] == [True, False, False]
    do(told.cancel, by=officer, reason="Salah catat")
    do(now(silent).accept, by=officer)
    assert not any(now(case).is_whole_to(type(keeper).get_by_id(keeper.id)) for case in cases)
    do(now(silent).cancel, by=officer, reason="Salah catat")
    do(now(later).accept, by=officer)
    assert now(cases[2]).is_whole_to(type(keeper).get_by_id(keeper.id))


def test_a_second_click_on_an_answer_changes_nothing_and_a_stale_one_is_refused(make, officer, manager):
    _, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    seen = now(second).version
    for _ in range(2):
        do(now(second).accept, by=officer, seen=seen)
    assert now(second).version == seen + 1 and states(second, third) == ["active", "waiting"]
    with pytest.raises(Stale), db.unit():
        now(second).cancel(by=make.user(), seen=seen, reason="Tidak jadi")


def test_leaving_before_the_course_has_begun_is_no_leaving(make, officer, manager):
    batch, (first, second) = full(make, officer, manager, people=2, **MARCH)
    left = {"why": LeaveReason.MOVED, "by": officer, "ended_on": clock.today()}
    assert refusal(first.leave, **left) == rules.Why.NOT_STARTED
    do(batch.go, step=BatchStep.START, by=officer)
    do(now(first).leave, **left)
    assert states(first, second) == ["left_early", "offered"]


def test_two_records_in_courses_on_one_day_do_not_become_one_person(make, officer, manager):
    one, other, after = batch_of(officer), batch_of(officer, **MARCH), batch_of(officer, starts=date(2026, 10, 1), ends=date(2026, 12, 1))
    waits, gone, free = proposed(make, one, officer), proposed(make, other, officer), proposed(make, after, officer)
    for placement in (gone, free):
        do(now(placement.case).move, step=CaseStep.CANCEL, by=officer, reason="Salah catat")
    asked = {"by": officer, "reason": "Ibunya sama."}
    with pytest.raises(Refused) as refused, db.unit():
        Merge.propose(waits.case.client, gone.case.client, **asked)
    assert (refused.value.why, refused.value.detail) == (rules.Why.BOTH_PLACED, {"one": one.number, "other": other.number})
    with db.unit():
        assert Merge.propose(waits.case.client, free.case.client, **asked)


def test_the_page_of_a_batch_shows_whose_turn_it_is_and_what_each_may_do(make, client, officer, manager):
    batch = batch_of(officer, seats=1)
    first, second, third = (decide(proposed(make, batch, officer, person), manager) for person in (GROWN, FAJAR, GROWN))
    do(first.cancel, by=officer, reason="Salah catat")
    address = f"/training/batches/{batch.id}"
    client.sign_in(officer)
    page = client.get(address).text
    assert "Ditawari tempat" in page and "jawab paling lambat 5 Maret 2026" in page
    assert f"/training/placements/{second.id}/acceptance" in page and "Dahulukan" not in page
    client.sign_in(make.user())
    page = client.get(address).text
    assert "F.P.P." in page and "/acceptance" not in page and "/priority" not in page and "/offers" not in page
    client.sign_in(manager)
    fourth = decide(proposed(make, batch, officer), manager)
    page = client.get(address).text
    assert f"/training/placements/{fourth.id}/priority" in page and f"/training/placements/{third.id}/priority" not in page


def test_the_answers_are_given_on_the_page_of_the_placement(make, client, officer, manager):
    batch, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    client.sign_in(officer)
    page = client.get(f"/training/placements/{second.id}").text
    assert "jawab paling lambat 5 Maret 2026" in page and "Terima tawaran" in page
    answer = client.post(f"/training/placements/{second.id}/deferral", data={"seen": now(second).version, "reason": " "})
    assert (answer.status_code, *states(second)) == (409, "offered")
    assert client.post(f"/training/placements/{second.id}/deferral", data={"seen": now(second).version, "reason": "Ujian."}).status_code == 303
    assert "Urutan ke-1" in client.get(f"/training/placements/{second.id}").text
    assert client.post(f"/training/placements/{third.id}/acceptance", data={"seen": now(third).version}).status_code == 303
    assert states(second, third) == ["waiting", "active"]
    fourth = decide(proposed(make, batch, officer), manager)
    client.sign_in(manager)
    assert "Dahulukan" in client.get(f"/training/placements/{fourth.id}").text
    answer = client.post(f"/training/placements/{fourth.id}/priority", data={"seen": fourth.version, "reason": "Harus segera dari jalan."})
    page = client.get(answer.location).text
    assert answer.status_code == 303 and "Urutan ke-1" in page
    assert "Didahulukan di daftar tunggu" in page and "Harus segera dari jalan." in page


def test_a_free_seat_is_offered_by_hand_to_who_is_first(make, client, officer, manager):
    batch, (first, second) = full(make, officer, manager, people=2)
    do(first.cancel, by=officer, reason="Salah catat")
    do(now(second).stand_back, by=officer, reason="Ujian.")
    client.sign_in(officer)
    assert "Tawarkan tempat kosong" in client.get(f"/training/batches/{batch.id}").text
    answer = client.post(f"/training/batches/{batch.id}/offers")
    assert "ditawarkan menurut urutan" in client.get(answer.location).text and states(second) == ["offered"]
    assert "Tidak ada tempat kosong" in client.get(client.post(f"/training/batches/{batch.id}/offers").location).text


def test_a_hidden_child_leaves_no_gap_in_the_queue(make, client, officer, manager):
    batch, (_, second) = full(make, officer, manager, people=2)
    hidden = make.case(by=officer, restricted=True, met=True)
    do(hidden.client.correct, by=officer, **GROWN)
    with db.unit():
        hidden = propose(batch, now(hidden), by=officer, answers=READY)
    hidden = decide(hidden, manager)
    last = decide(proposed(make, batch, officer), manager)
    stranger = make.user()
    assert [Roll(batch, stranger).ranks.get(each.id) for each in (second, hidden, last)] == [1, None, 2]
    assert [Roll(batch, manager).ranks.get(each.id) for each in (second, hidden, last)] == [1, 2, 3]
    assert now(last).rank_for(stranger) == 2 and now(last).rank_for(manager) == 3


def test_a_queue_costs_as_much_for_many_as_for_one(make, client, officer, manager, statements):
    batch, (first, *_) = full(make, officer, manager, people=3)
    do(first.cancel, by=officer, reason="Salah catat")
    client.sign_in(officer)
    one = statements(lambda: client.get(f"/training/batches/{batch.id}"))
    for _ in range(4):
        decide(proposed(make, batch, officer), manager)
    assert statements(lambda: client.get(f"/training/batches/{batch.id}")) == one


def test_an_offer_is_answered_late_or_not_at_all_and_is_told_of(make, officer, manager):
    batch, (first, second, third) = full(make, officer, manager)
    do(first.cancel, by=officer, reason="Salah catat")
    assert [each.id for each in Placement.offered_to(officer)] == [second.id]
    assert not list(Placement.offered_to(make.user()))
    do(now(second).accept, by=officer)
    assert not list(Placement.offered_to(officer))


def test_more_seats_are_offered_as_far_as_they_go(make, officer, manager):
    batch, people = full(make, officer, manager, people=4)
    do(batch.correct, by=officer, seats=3, place="", **APRIL)
    assert states(*people) == ["active", "offered", "offered", "waiting"]
    assert refusal(now(batch).correct, by=officer, seats=2, place="", **APRIL) == rules.Why.SEATS_TAKEN


def test_the_moves_of_a_place_are_all_on_record(make, officer, manager):
    _, (first, second) = full(make, officer, manager, people=2)
    do(first.cancel, by=officer, reason="Salah catat")
    do(now(second).accept, by=officer)
    assert [move.step for move in Transition.of(second)] == [
        PlacementStep.PROPOSE, PlacementStep.APPROVE, PlacementStep.OFFER, PlacementStep.ACCEPT]
