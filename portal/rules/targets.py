"""The office may set how long each step may take at each level, from a day on; a later step is never due before an earlier one."""
from enum import StrEnum
from itertools import pairwise

from portal.rules.clocks import DEFAULT_TARGETS, Clock, Target, TargetUnit
from portal.rules.levels import MOST_SERIOUS_FIRST, Level
from portal.rules.opening_hours import years
from portal.rules.refused import Refused

MOST = 999
MINUTES = {TargetUnit.MINUTES: 1, TargetUnit.HOURS: 60}
LONGEST_SOURCE = 200
# Against minutes and hours a working day stands for this long: of the wall in an emergency, else while the office is open.
DAY_ON_WALL, DAY_OPEN = 24, 8
# The most serious cases take the longest to settle: only the first three steps must be quicker for them (domain 12.1: Darurat 30 HK, Mendesak 14).
QUICKER = (Clock.FIND, Clock.RESPOND, Clock.ACT)


class Why(StrEnum):
    PAST_DAY = "past_day"
    OUT_OF_YEARS = "out_of_years"
    SOURCE_NEEDED = "source_needed"
    SOURCE_TOO_LONG = "source_too_long"
    NOT_WHOLE = "not_whole"
    UNIT = "unit"
    LATER_SHORTER = "later_shorter"
    LATER_IN_HOURS = "later_in_hours"
    SERIOUS_SLOWER = "serious_slower"
    LESSER_IN_HOURS = "lesser_in_hours"
    LATER_TABLE = "later_table"
    UNCHANGED = "unchanged"


def units_for(level, clock):
    """The units in which a target may be given: the whole way is counted in working days, an emergency's steps before it never are."""
    if clock == Clock.FINISH:
        return (TargetUnit.WORKING_DAYS,)
    short = (TargetUnit.MINUTES, TargetUnit.HOURS)
    return short if level == Level.EMERGENCY else (*short, TargetUnit.WORKING_DAYS)


def in_force(rows, day):
    """{(level, clock): row} on a local day, of rows in the order of writing; of two that begin on one day the one written last counts."""
    begun = sorted((row for row in rows if row.valid_from <= day), key=lambda row: row.valid_from)
    return {(row.level, row.clock): row for row in begun}


def table_on(rows, day):
    """{(level, clock): Target} of all sixteen on a local day: what the office has set over the usual ones."""
    return DEFAULT_TARGETS | {key: Target(row.amount, row.unit) for key, row in in_force(rows, day).items()}


def check(table, rows, *, valid_from, source, today):
    """Which targets of the `table` (all sixteen) differ from what `rows` say of that day; Refused when it can't be in force from then on.

    What begins later still stands over it, and must fit as well.
    """
    _check_words(valid_from, source, today)
    check_table(table)
    before = table_on(rows, valid_from)
    fresh = {key: target for key, target in table.items() if target != before[key]}
    if not fresh:
        raise Refused(Why.UNCHANGED)
    for day in sorted({row.valid_from for row in rows if row.valid_from > valid_from}):
        later = [row for row in rows if row.valid_from > valid_from]
        try:
            check_table(table | {key: Target(row.amount, row.unit) for key, row in in_force(later, day).items()})
        except Refused as refused:
            raise Refused(Why.LATER_TABLE, day=f"{day:%d-%m-%Y}") from refused
    return fresh


def _check_words(valid_from, source, today):
    if valid_from < today:
        raise Refused(Why.PAST_DAY)
    if valid_from.year not in years(today):
        raise Refused(Why.OUT_OF_YEARS, last=years(today)[-1])
    if not source.strip():
        raise Refused(Why.SOURCE_NEEDED)
    if len(source) > LONGEST_SOURCE:
        raise Refused(Why.SOURCE_TOO_LONG, most=LONGEST_SOURCE)


def check_table(table):
    """Refused unless all sixteen are there, each with a unit and an amount that make sense, and in the order of steps and of levels."""
    if set(table) != set(DEFAULT_TARGETS) or not all(1 <= target.amount <= MOST for target in table.values()):
        raise Refused(Why.NOT_WHOLE, most=MOST)
    for (level, clock), target in table.items():
        if target.unit not in units_for(level, clock):
            raise Refused(Why.UNIT, level=level, clock=clock)
    for level in MOST_SERIOUS_FIRST:
        for earlier, later in pairwise(Clock):
            _check_steps(level, earlier, later, table)
    for clock in QUICKER:
        for serious, lesser in pairwise(MOST_SERIOUS_FIRST):
            _check_levels(clock, serious, lesser, table)


def _check_steps(level, earlier, later, table):
    said = {"level": level, "earlier": earlier, "later": later}
    if _in_days_before_hours(table[level, earlier], table[level, later]):
        raise Refused(Why.LATER_IN_HOURS, **said)
    if _is_longer(level, table[level, earlier], table[level, later]):
        raise Refused(Why.LATER_SHORTER, **said)


def _check_levels(clock, serious, lesser, table):
    said = {"clock": clock, "serious": serious, "lesser": lesser}
    if _in_days_before_hours(table[serious, clock], table[lesser, clock]):
        raise Refused(Why.LESSER_IN_HOURS, **said)
    if _is_longer(serious, table[serious, clock], table[lesser, clock]):
        raise Refused(Why.SERIOUS_SLOWER, **said)


def _in_days_before_hours(sooner, later):
    """Whether the one that must not be longer is in working days and the other in hours: no measure of the two is sure."""
    return sooner.unit == TargetUnit.WORKING_DAYS and later.unit != TargetUnit.WORKING_DAYS


def _is_longer(level, sooner, later):
    """Whether `sooner`, of this level, takes longer than `later`, in minutes or in working days as both are given, else by their measure."""
    if sooner.unit == TargetUnit.WORKING_DAYS:
        return sooner.amount > later.amount
    minutes = sooner.amount * MINUTES[sooner.unit]
    if later.unit != TargetUnit.WORKING_DAYS:
        return minutes > later.amount * MINUTES[later.unit]
    return minutes > later.amount * 60 * (DAY_ON_WALL if level == Level.EMERGENCY else DAY_OPEN)
