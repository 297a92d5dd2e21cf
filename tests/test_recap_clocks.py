"""The table of the four clocks agrees with what the page of each case says, whatever has happened to the case."""
from datetime import date, datetime, timedelta

import pytest

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.cases.clocks import readings, round_readings
from portal.cases.history import LevelChange, Round
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.db import db
from portal.recap.chosen import Chosen
from portal.recap.clocks import CLOCKS_TABLE
from portal.recap.sight import Sight
from portal.recap.sources.clocks import facts
from portal.recap.tabulating import fill
from portal.recap.timeliness import shares
from portal.rules.clocks import Clock
from portal.rules.levels import Level
from portal.rules.lifecycle import PauseReason, Stage
from portal.rules.period import month_of, year_of
from portal.rules.readings import ClockState
from portal.rules.timeliness import Kept

MARCH, YEAR = month_of(date(2026, 3, 1)), year_of(date(2026, 3, 1))
MONDAY = datetime(2026, 3, 2, 2, 0)
CAME_TO = {ClockState.DONE: Kept.ON_TIME, ClockState.DONE_LATE: Kept.LATE, ClockState.LATE: Kept.OVERDUE}


def after(**span):
    """Let the clock stand so long after the Monday of the tests."""
    at = MONDAY + timedelta(**span)
    clock.use(lambda: at)
    return at


def told(case, each):
    """What a Reading says of a clock, in the words of the table."""
    running = Kept.UNREACHED if case.stage == Stage.CLOSED else Kept.RUNNING
    return case.id, each.clock, CAME_TO.get(each.state, running)


def counted(user, period=YEAR):
    return sorted((fact.id, fact.values["step"], fact.values["kept"]) for fact in facts(Sight.of(user), period))


def read():
    """The same from the readings of each case and of its rounds before a reopening."""
    cases = Case.select().where(Case.stage != Stage.CANCELLED)
    now = [told(case, each) for case in cases for each in readings(case)]
    return sorted(now + [(each.case_id, one.clock, CAME_TO.get(one.state, Kept.UNREACHED))
                         for each in Round.select().where(~Round.taken_back) for one in round_readings(each)])


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def cases(make, officer):
    """One case of each level."""
    found = [make.case(by=officer) for _each in Level]
    for case, level in zip(found, Level, strict=True):
        put(case, level=level)
        put(case.level_history.get(), level=level)
    return [Case.get_by_id(case.id) for case in found]


def put(row, **values):
    """Write into a row what tests need without its story."""
    with db.unit():
        return row.fresh().change(by=User.select().get(), **values)


def add(model, **values):
    """One row of this model."""
    with db.unit():
        return audit.record(Event.CREATED, model.create(**values), by=User.select().get())


def test_running_late_and_stopped_clocks_are_counted_as_the_case_shows_them(cases, manager):
    for case, hours in zip(cases, (1, 5, 30, 200), strict=True):
        put(case, found_at=MONDAY + timedelta(minutes=30 * hours), met_at=MONDAY + timedelta(hours=hours))
    for days in (0, 3, 9, 40):
        after(days=days)
        assert counted(manager) == read()


def test_a_pause_moves_the_limit_of_the_table_as_that_of_the_case(cases, manager):
    for case in cases:
        add(Pause, case=case, reason=PauseReason.IN_TREATMENT, asked_at=MONDAY, began_at=MONDAY + timedelta(hours=2),
                     ended_at=MONDAY + timedelta(days=6))
        add(Pause, case=case, reason=PauseReason.IN_TREATMENT, asked_at=MONDAY, began_at=MONDAY + timedelta(days=8))
    for days in (1, 7, 12, 100):
        after(days=days)
        assert counted(manager) == read()
    assert {kept for _id, step, kept in counted(manager) if step == Clock.FINISH} == {Kept.RUNNING}


def test_a_raise_starts_the_clock_anew_in_the_table_as_on_the_case(cases, manager, officer):
    for case in cases:
        add(LevelChange, case=case, level=Level.EMERGENCY, at=MONDAY + timedelta(days=2), by=officer, source="manager")
        put(case, level=Level.EMERGENCY, raised_at=MONDAY + timedelta(days=2))
    found = []
    for hours in (48, 50, 51, 80):
        after(hours=hours)
        assert counted(manager) == read()
        found.append(sum(kept == Kept.OVERDUE for _id, _step, kept in counted(manager)))
    assert found[0] < found[-1]


def test_a_round_before_a_reopening_counts_by_its_own_day_unless_it_was_taken_back(cases, manager):
    for case, back in zip(cases, (True, False, False, False), strict=True):
        add(Round, case=case, level=Level.URGENT, t0=MONDAY, found_at=MONDAY, finished_at=MONDAY + timedelta(days=1), taken_back=back)
        put(case, t0=MONDAY + timedelta(days=40))
    after(days=41)
    assert counted(manager) == read()
    assert len(counted(manager, MARCH)) == 3 * len(Clock)


def test_a_closed_case_is_read_as_it_stood_and_a_cancelled_one_is_not(cases, manager):
    first, second, *rest = cases
    put(first, stage=Stage.CLOSED, finished_at=MONDAY + timedelta(hours=1))
    put(second, stage=Stage.CANCELLED)
    after(days=300)
    found = counted(manager)
    assert found == read()
    assert {id for id, _step, _kept in found} == {first.id, *(case.id for case in rest)}
    assert (first.id, Clock.ACT, Kept.UNREACHED) in found


def test_an_officer_counts_no_case_of_a_hidden_team(make, manager, officer):
    make.case(by=officer, restricted=True)
    assert len(counted(manager)) == len(counted(officer)) == 4
    assert counted(make.user()) == []


def test_the_shares_beside_the_work_of_the_day_are_those_of_the_table(cases, manager):
    put(cases[0], met_at=MONDAY + timedelta(minutes=10))
    after(days=2)
    filled = fill(Chosen.of(CLOCKS_TABLE, {"period": "2026-03", "rows": "step"}), manager)
    keys = [column.key for column in filled.columns]
    table = {line.key: [cell.value for cell in line.cells] for line in filled.lines}
    for which, (good, whole, percent) in shares(manager, MARCH).items():
        line = table[which]
        assert (good, percent) == (line[keys.index("on_time")], line[keys.index("percent")])
        assert whole == good + line[keys.index("late")] + line[keys.index("overdue")]


def test_how_long_it_took_is_said_in_the_unit_of_the_target(cases, manager):
    for case in cases:
        put(case, met_at=MONDAY + timedelta(days=1, hours=1))
    after(days=2)
    filled = fill(Chosen.of(CLOCKS_TABLE, {"period": "2026-03"}), manager)
    median = [column.key for column in filled.columns].index("median")
    took = {line.key: line.cells[median].value for line in filled.lines}
    assert (took["emergency/respond"].amount, took["emergency/respond"].counting) == (25 * 60, "wall")
    assert (took["ordinary/respond"].amount, took["ordinary/respond"].counting) == (1, "days")
    assert filled.total.cells[median].value is None


def test_the_figures_lead_to_the_cases_behind_them(client, cases, officer):
    after(days=2)
    client.sign_in(officer)
    page = client.get("/recap/clocks?period=2026-03")
    assert "Lewat batas" in page.text and "row=emergency/find" in page.text.replace("%2F", "/")
    behind = client.get("/recap/clocks/list?period=2026-03&row=emergency/respond&column=overdue")
    assert cases[0].number in behind.text and cases[1].number not in behind.text


def test_the_table_asks_the_same_number_of_questions_however_many_cases(make, manager, officer):
    def asked():
        seen = []
        original, db.execute_sql = db.execute_sql, lambda *args, **kwargs: (seen.append(args[0]), original(*args, **kwargs))[1]
        try:
            facts(Sight.of(manager), YEAR)
        finally:
            del db.execute_sql
        return len(seen)
    make.case(by=officer)
    asked()
    first = asked()
    make.case(by=officer)
    assert asked() == first
