"""The days of a course, and their end for a participant."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.db import db
from portal.rules import attendance as rules
from portal.rules.attendance import Mark
from portal.rules.placement import BatchStep, LeaveReason, PlacementStep
from portal.rules.refused import Refused
from portal.training.attendance.meetings import Attendance, Meeting, meetings_of
from portal.training.attendance.presence import rates_of
from tests.test_training import batch_of, decide, proposed

MARCH = {"starts": date(2026, 3, 2), "ends": date(2026, 9, 30)}


def running(make, officer, manager, people=1):
    """A running batch and its participants."""
    batch = batch_of(officer, seats=20, **MARCH)
    placements = [decide(proposed(make, batch, officer), manager) for _ in range(people)]
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    return batch, placements


def day_of(meeting):
    """The address of its roster."""
    return f"/training/batches/{meeting.batch_id}/days/{meeting.on}"


@pytest.fixture
def officer(make):
    return make.user()


def passed(placement, officer, on):
    """Passed on that day, which is today from now on."""
    clock.use(lambda: datetime(on.year, on.month, on.day, 2, 0))
    with db.unit():
        return placement.finish(PlacementStep.PASS, by=officer, ended_on=on, certificate="BLK/17")


def test_everybody_is_present_by_default_and_one_page_saves_them(make, client, officer, manager):
    batch, placements = running(make, officer, manager, people=6)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
    client.sign_in(officer)
    page = client.get(day_of(meeting))
    assert page.text.count("checked") == 6
    form = {"seen": meeting.version} | {f"mark_{each.id}": "present" for each in placements} | {f"mark_{placements[3].id}": "absent",
                                                                                                f"note_{placements[3].id}": "ikut ibunya"}
    assert client.post(day_of(meeting), data=form).status_code == 303
    marks = Meeting.get().marks()
    assert [marks[each.id].mark for each in placements].count(Mark.PRESENT) == 5
    assert (marks[placements[3].id].mark, marks[placements[3].id].note) == (Mark.ABSENT, "ikut ibunya")
    assert [(each.present, each.marked) for each in meetings_of(batch, officer)] == [(5, 6)]
    assert "5 dari 6" in client.get(f"/training/batches/{batch.id}/meetings").text


def test_a_stale_roster_is_not_saved_over_a_newer_one(make, client, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
        seen = meeting.version
        meeting.take({placement.id: (Mark.SICK, "")}, by=officer)
    client.sign_in(officer)
    assert client.post(day_of(meeting), data={"seen": seen, f"mark_{placement.id}": "permitted"}).status_code == 409
    assert Attendance.get().mark == Mark.SICK


def test_who_was_there_is_written_down_while_the_course_runs(make, client, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
    passed(placement, officer, clock.today())
    with db.unit():
        batch.go(BatchStep.END, by=officer)
    client.sign_in(officer)
    answer = client.post(day_of(meeting), data={f"mark_{placement.id}": "present"})
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
