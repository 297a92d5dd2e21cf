"""The days of a course, its results, and the visits in the year after."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.db import db
from portal.rules import followup
from portal.rules import placement as rules
from portal.rules.followup import FollowUpStatus
from portal.rules.placement import BatchStep, LeaveReason, Mark, PlacementState, PlacementStep
from portal.rules.refused import Refused
from portal.training.followups import FollowUp, visits_due, visits_of
from portal.training.meetings import Attendance, Meeting, meetings_of, rates_of
from portal.training.models import Placement
from portal.training.outcomes import outcomes_for
from tests.test_training import batch_of, decide, proposed

MARCH = {"starts": date(2026, 3, 2), "ends": date(2026, 9, 30)}


def running(make, officer, manager, people=1):
    """A running batch and its participants."""
    batch = batch_of(officer, seats=20, **MARCH)
    placements = [decide(proposed(make, batch, officer), manager) for _ in range(people)]
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    return batch, placements


@pytest.fixture
def officer(make):
    return make.user()


def passed(placement, officer, on):
    """Passed on that day, which is today from now on."""
    clock.use(lambda: datetime(on.year, on.month, on.day, 2, 0))
    with db.unit():
        return placement.finish(PlacementStep.PASS, by=officer, ended_on=on, certificate="BLK/17")


def test_twenty_are_present_by_default_and_one_page_saves_them(make, client, officer, manager):
    batch, placements = running(make, officer, manager, people=20)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
    client.sign_in(officer)
    page = client.get(f"/training/meetings/{meeting.id}")
    assert page.text.count("checked") == 20
    form = {"seen": meeting.version} | {f"mark_{each.id}": "present" for each in placements} | {f"mark_{placements[3].id}": "absent",
                                                                                                f"note_{placements[3].id}": "ikut ibunya"}
    assert client.post(f"/training/meetings/{meeting.id}", data=form).status_code == 303
    marks = Meeting.get().marks()
    assert [marks[each.id].mark for each in placements].count(Mark.PRESENT) == 19
    assert (marks[placements[3].id].mark, marks[placements[3].id].note) == (Mark.ABSENT, "ikut ibunya")
    assert [(each.present, each.marked) for each in meetings_of(batch, officer)] == [(19, 20)]
    assert "19 dari 20" in client.get(f"/training/batches/{batch.id}").text


def test_a_stale_roster_is_not_saved_over_a_newer_one(make, client, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
        seen = meeting.version
        meeting.take({placement.id: (Mark.SICK, "")}, by=officer, seen=seen)
    client.sign_in(officer)
    assert client.post(f"/training/meetings/{meeting.id}", data={"seen": seen, f"mark_{placement.id}": "present"}).status_code == 409
    assert Attendance.get().mark == Mark.SICK


def test_who_was_there_is_written_down_while_the_course_runs(make, client, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
    passed(placement, officer, clock.today())
    with db.unit():
        batch.go(BatchStep.END, by=officer)
    client.sign_in(officer)
    answer = client.post(f"/training/meetings/{meeting.id}", data={f"mark_{placement.id}": "present"})
    assert answer.status_code == 422 and "selama angkatan berlangsung" in answer.text and not Attendance.select().exists()


def test_the_last_five_meetings_stand_beside_and_make_the_rate(make, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    for day in range(2, 9):
        clock.use(lambda day=day: datetime(2026, 3, day, 2, 0))
        with db.unit():
            meeting = Meeting.hold(batch, by=officer, on=clock.today())
            meeting.take({placement.id: (Mark.SICK if day == 5 else Mark.PRESENT, "")}, by=officer)
    assert meeting.earlier() == {placement.id: ["H", "H", "S", "H", "H"]}
    assert (meeting.number, rates_of(batch)) == (7, {placement.id: 85})


def test_one_meeting_a_day_within_the_course(make, officer, manager):
    batch, _ = running(make, officer, manager)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
        assert Meeting.hold(batch, by=officer, on=clock.today()) == meeting
    for day in (date(2026, 3, 1), date(2026, 3, 3)):
        with pytest.raises(Refused) as refused, db.unit():
            Meeting.hold(batch, by=officer, on=day)
        assert refused.value.why == rules.Why.OUTSIDE_COURSE


def test_a_roster_knows_who_was_there_on_its_day(make, officer, manager):
    batch, (first,) = running(make, officer, manager)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
    clock.use(lambda: datetime(2026, 3, 4, 2, 0))
    later = decide(proposed(make, batch, officer), manager)
    with db.unit():
        first.leave(LeaveReason.MOVED, by=officer, ended_on=clock.today())
        today = Meeting.hold(batch, by=officer, on=clock.today())
    clock.use(lambda: datetime(2026, 3, 5, 2, 0))
    with db.unit():
        after = Meeting.hold(batch, by=officer, on=clock.today())
    assert [[row.id for row in each.roster(officer)] for each in (meeting, today, after)] == [[first.id], [first.id, later.id], [later.id]]


def test_the_visits_are_due_after_one_three_six_and_twelve_months(make, officer, manager):
    _, (placement,) = running(make, officer, manager)
    assert visits_of(placement) == []
    passed(placement, officer, date(2026, 9, 30))
    assert [(visit.months, visit.due) for visit in visits_of(placement)] == [
        (1, date(2026, 10, 30)), (3, date(2026, 12, 30)), (6, date(2027, 3, 30)), (12, date(2027, 9, 30))]
    assert visits_due(officer) == []
    clock.use(lambda: datetime(2026, 12, 30, 2, 0))
    assert [visit.months for visit in visits_due(officer)] == [1, 3]
    with db.unit():
        FollowUp.write(placement, 1, by=officer, visited_on=date(2026, 11, 2), status=FollowUpStatus.WORKING, income=1_200_000)
    assert [visit.months for visit in visits_due(officer)] == [3]
    assert visits_due(make.user()) == []


def test_the_shortest_month_is_not_forgotten(make, officer, manager):
    _, (placement,) = running(make, officer, manager)
    passed(placement, officer, date(2027, 1, 31))
    clock.use(lambda: datetime(2027, 2, 28, 2, 0))
    assert [visit.months for visit in visits_due(officer)] == [1]


def test_a_visit_is_written_once_and_corrected(make, officer, manager):
    _, (placement,) = running(make, officer, manager)
    told = {"visited_on": date(2026, 10, 1), "status": FollowUpStatus.IDLE}
    with pytest.raises(Refused) as refused, db.unit():
        FollowUp.write(placement, 1, by=officer, **told)
    assert refused.value.why == followup.Why.NOT_ENDED
    passed(placement, officer, date(2026, 9, 30))
    clock.use(lambda: datetime(2026, 10, 30, 2, 0))
    for status in (FollowUpStatus.IDLE, FollowUpStatus.SCHOOL):
        with db.unit():
            FollowUp.write(placement, 1, by=officer, **{**told, "status": status})
    assert (FollowUp.get().status, FollowUp.get().version) == (FollowUpStatus.SCHOOL, 2)


def test_outcomes_count_what_became_of_them(make, officer, manager):
    _, placements = running(make, officer, manager, people=4)
    passed(placements[0], officer, date(2026, 9, 30))
    passed(placements[1], officer, date(2026, 9, 30))
    with db.unit():
        placements[2].finish(PlacementStep.FAIL, by=officer, ended_on=clock.today())
    clock.use(lambda: datetime(2027, 4, 1, 2, 0))
    found = [(3, FollowUpStatus.WORKING), (3, FollowUpStatus.SCHOOL), (3, FollowUpStatus.NOT_FOUND), (6, FollowUpStatus.BACK_ON_STREET)]
    for place, (months, status) in zip((0, 1, 2, 2), found, strict=True):
        with db.unit():
            FollowUp.write(placements[place], months, by=officer, visited_on=clock.today(), status=status)
    (row,) = outcomes_for(officer)
    assert (row.finished, row.passed, row.certified) == (3, (2, 3), (2, 3))
    assert (row.placed, row.schooling, row.off_street_6, row.off_street_12) == ((2, 2), (1, 2), (0, 1), (0, 0))
    assert Placement.get_by_id(placements[3].id).state == PlacementState.ACTIVE
