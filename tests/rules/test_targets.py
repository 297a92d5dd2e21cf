"""Which tables of targets an office may set, from when on, and what is in force on a day."""
from dataclasses import dataclass
from datetime import date

import pytest

from portal.rules.clocks import DEFAULT_TARGETS, Clock, Target, TargetUnit
from portal.rules.levels import Level
from portal.rules.refused import Refused
from portal.rules.targets import LONGEST_SOURCE, MOST, Why, check, check_table, in_force, table_on, units_for

E, U, N, M = Level
FIND, RESPOND, ACT, FINISH = Clock
MINUTES, HOURS, DAYS = TargetUnit
TODAY = date(2026, 3, 2)


@dataclass
class Row:
    valid_from: date
    level: Level
    clock: Clock
    amount: int
    unit: TargetUnit


def table(*cells):
    return DEFAULT_TARGETS | {(level, clock): Target(amount, unit) for level, clock, amount, unit in cells}


def refusal(rule, *args, **said):
    try:
        rule(*args, **said)
    except Refused as refused:
        return refused.why
    return None


def test_the_usual_table_may_stand():
    check_table(DEFAULT_TARGETS)


@pytest.mark.parametrize("cells, why", [
    # each may be changed within its neighbours
    ([(E, RESPOND, 45, MINUTES)], None), ([(U, FIND, 90, MINUTES)], None), ([(N, FINISH, 60, DAYS)], None), ([(N, FIND, 8, HOURS)], None),
    # amounts
    ([(E, FIND, 0, MINUTES)], Why.NOT_WHOLE), ([(M, FINISH, MOST + 1, DAYS)], Why.NOT_WHOLE), ([(M, FINISH, MOST, DAYS)], None),
    # units: an emergency's first three steps in minutes or hours, the whole way always in working days
    ([(E, FIND, 1, DAYS)], Why.UNIT), ([(E, FINISH, 720, HOURS)], Why.UNIT), ([(N, FINISH, 99, HOURS)], Why.UNIT),
    # a later step is never due before an earlier one
    ([(E, FIND, 3, HOURS), (U, FIND, 4, HOURS)], Why.LATER_SHORTER), ([(N, RESPOND, 8, DAYS)], Why.LATER_SHORTER),
    ([(M, ACT, 61, DAYS)], Why.LATER_SHORTER), ([(E, ACT, 2, HOURS)], None), ([(E, ACT, 119, MINUTES)], Why.LATER_SHORTER),
    ([(N, RESPOND, 7, DAYS)], None),
    # hours before working days: one is 8 open hours
    ([(U, FIND, 8, HOURS)], None), ([(U, FIND, 9, HOURS)], Why.LATER_SHORTER), ([(U, FIND, 481, MINUTES)], Why.LATER_SHORTER),
    # working days before hours can't be compared
    ([(U, FIND, 1, DAYS), (U, RESPOND, 20, HOURS)], Why.LATER_IN_HOURS), ([(N, ACT, 200, HOURS)], Why.LATER_IN_HOURS),
    # what is more serious is never slower in the first three steps
    ([(E, FIND, 241, MINUTES), (E, RESPOND, 5, HOURS)], Why.SERIOUS_SLOWER), ([(U, FIND, 8, HOURS), (N, FIND, 7, HOURS)], Why.SERIOUS_SLOWER),
    ([(U, ACT, 8, DAYS)], Why.SERIOUS_SLOWER), ([(U, RESPOND, 3, DAYS)], None), ([(U, RESPOND, 4, DAYS), (U, ACT, 4, DAYS)], Why.SERIOUS_SLOWER),
    ([(U, FIND, 1, DAYS), (N, FIND, 20, HOURS)], Why.LESSER_IN_HOURS), ([(E, ACT, 72, HOURS)], None), ([(E, ACT, 73, HOURS)], Why.SERIOUS_SLOWER),
    # but the whole way of an emergency may be longer
    ([(E, FINISH, 90, DAYS)], None),
])
def test_which_tables_may_stand(cells, why):
    assert refusal(check_table, table(*cells)) is why


def test_a_table_with_a_cell_missing_or_too_many_may_not():
    assert refusal(check_table, {key: value for key, value in DEFAULT_TARGETS.items() if key != (E, FIND)}) is Why.NOT_WHOLE


@pytest.mark.parametrize("said, why", [
    ({}, None), ({"valid_from": date(2026, 3, 1)}, Why.PAST_DAY), ({"valid_from": date(2027, 12, 31)}, None),
    ({"valid_from": date(2028, 1, 1)}, Why.OUT_OF_YEARS),
    ({"source": " "}, Why.SOURCE_NEEDED), ({"source": "x" * (LONGEST_SOURCE + 1)}, Why.SOURCE_TOO_LONG),
])
def test_from_when_on_and_by_whose_word(said, why):
    told = {"valid_from": TODAY, "source": "SK Kadis 12/2026"} | said
    assert refusal(check, table((U, FIND, 2, HOURS)), [], today=TODAY, **told) is why


def test_only_what_differs_is_told():
    rows = [Row(date(2026, 1, 5), U, FIND, 2, HOURS)]
    told = {"valid_from": TODAY, "source": "SK", "today": TODAY}
    fresh = check(table((U, FIND, 2, HOURS), (N, FIND, 2, DAYS), (M, FIND, 2, DAYS)), rows, **told)
    assert fresh == {(N, FIND): Target(2, DAYS), (M, FIND): Target(2, DAYS)}
    assert check(DEFAULT_TARGETS, rows, **told) == {(U, FIND): Target(4, HOURS)}
    assert refusal(check, table((U, FIND, 2, HOURS)), rows, **told) is Why.UNCHANGED


def test_what_begins_later_must_fit_too():
    rows = [Row(date(2026, 6, 1), N, RESPOND, 2, DAYS)]
    told = {"valid_from": TODAY, "source": "SK", "today": TODAY}
    assert check(table((N, FIND, 2, DAYS), (M, FIND, 3, DAYS)), rows, **told)
    assert refusal(check, table((N, FIND, 3, DAYS), (M, FIND, 3, DAYS)), rows, **told) is Why.LATER_TABLE


def test_in_force_is_what_began_last_and_of_one_day_what_was_written_last():
    rows = [Row(date(2026, 4, 1), U, FIND, 3, HOURS), Row(date(2026, 3, 2), U, FIND, 2, HOURS), Row(date(2026, 4, 1), U, FIND, 1, HOURS)]
    assert [table_on(rows, day)[U, FIND].amount for day in (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 31), date(2026, 4, 1))] == [4, 2, 2, 1]
    assert in_force(rows, date(2026, 5, 1)) == {(U, FIND): rows[2]} and in_force(rows, date(2026, 1, 1)) == {}


def test_every_usual_target_is_in_a_unit_that_it_may_have():
    assert all(target.unit in units_for(*key) for key, target in DEFAULT_TARGETS.items())
