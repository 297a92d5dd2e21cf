"""The office's weeks as its pages show them: those in force, those to come, and all that was ever written down."""
from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext, pgettext

from portal import clock
from portal.office.holidays import national
from portal.office.hours import ALWAYS, WorkHours, writers
from portal.phrases import day, weekday_names, weekdays
from portal.rules.opening_hours import years

FASTING_ENDS = "Hari Raya Idul Fitri"


@dataclass(frozen=True)
class Week:
    """A row of hours in words: when it counts, its hours, whether it counts now, and who wrote it last."""

    row: WorkHours
    when: str
    lines: tuple
    now: bool
    past: bool
    by: str
    at: object


def all_weeks():
    """Every row of hours as Weeks, the latest days first: {"usual": […], "special": […], "withdrawn": […]}."""
    today, written = clock.today(), writers()
    usual, found = WorkHours.usual(today), {"usual": [], "special": [], "withdrawn": []}
    for row in WorkHours.every():
        kind = "withdrawn" if row.withdrawn else "special" if row.until else "usual"
        overtaken = kind == "usual" and any(week.row.since == row.since for week in found["usual"])
        found[kind].append(_week(row, today, usual, *written.get(row.id, ("", None)), overtaken=overtaken))
    return found


def in_force(today):
    """The usual Week of a day, and the special ones that have not ended, the soonest first."""
    usual = WorkHours.usual(today)
    special = [row for row in WorkHours.rows() if row.until and row.until >= today]
    return [_week(row, today, usual, "", None) for row in [usual, *special]]


def _week(row, today, usual, by, at, overtaken=False):
    now = not row.withdrawn and (row == usual if row.until is None else row.since <= today <= row.until)
    past = row.until < today if row.until else overtaken or (row.since <= today and row != usual)
    return Week(row, when(row), tuple(said(row.days)), now, past, by, at)


def when(row):
    """From which day on, or from which to which, a row counts."""
    if row.until:
        return gettext("%(first)s sampai %(last)s", first=day(row.since), last=day(row.until))
    return gettext("Sejak awal") if row.since == ALWAYS else gettext("Mulai %(day)s", day=day(row.since))


def said(hours):
    """[(days, hours)] of a week, days with the same hours together: [("Senin–Kamis", "07.30–16.00"), …]; those without are closed."""
    alike = {}
    for weekday, _name in weekday_names():
        alike.setdefault(hours.get(weekday), []).append(weekday)
    return [(weekdays(days), "–".join(times) if times else pgettext("hari", "Tutup")) for times, days in alike.items()]


def end_of_fasting():
    """The next first day of Idul Fitri by the national list, as (day, whether it is only expected); None when the list has none."""
    today = clock.today()
    days = [(each, name) for year in (today.year, today.year + 1) if year in years(today) for each, name in sorted(national(year).items())]
    return next(((each, name != FASTING_ENDS) for each, name in days if name.startswith(FASTING_ENDS) and each >= today - timedelta(1)), None)
