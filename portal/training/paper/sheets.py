"""The attendance of a course on sheets for the wall: blank with room to sign on each planned day, or filled with the letters of the meetings held."""
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date
from flask_babel import get_locale

from portal.phrases import month_of
from portal.rules import batch_paper as rules
from portal.rules.attendance import LETTER, Mark
from portal.rules.batch_paper import BatchPaper
from portal.rules.placement import STAYED
from portal.training.paper.rosters import held, people
from portal.training.planning import plan_of

# Columns of letters above which a month has its whole name.
ROOMY = 4


@dataclass(frozen=True)
class Row:
    """One participant, or an empty row for who comes later; `counts` of the four letters and `rate` are those of the sheet."""

    name: str
    cells: list
    counts: tuple = ()
    rate: int | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet: its `days` (None: to be written by hand) and its [Row]."""

    days: list
    rows: list

    @property
    def months(self):
        """[(April 2026, number of its columns)] above the days; where there is no room for that, Apr."""
        groups = [list(days) for _name, days in groupby(self.days, month_of)]
        return [(month_of(days[0]) if len(days) >= ROOMY else _short(days[0]), len(days)) for days in groups]

    @property
    def heads(self):
        """[(6, Sen)] of each column; empty where the day is left to a pen."""
        return [(day.day, format_date(day, "EEE", locale=str(get_locale()))) if day else ("", "") for day in self.days]


def _short(day):
    return format_date(day, "MMM", locale=str(get_locale())) if day else ""


def days_of(batch, asked):
    """The days that the sheets of this paper have as columns."""
    return rules.within(plan_of(batch).days if asked.paper == BatchPaper.BLANK_SHEET else held(batch), asked.month)


def sheets(batch, asked, user, *, initials=False):
    """[Sheet] of the paper that was asked for."""
    draw = _blank if asked.paper == BatchPaper.BLANK_SHEET else _filled
    return draw(batch, days_of(batch, asked), user, initials)


def _blank(batch, days, user, initials):
    """Who left early signs no more."""
    names = [person.name for person in people(batch, user, initials=initials, states=STAYED)]
    names += [""] * rules.empty_rows(len(names), batch.seats)
    parts = rules.spread(days, rules.TO_SIGN) or [[None] * rules.TO_SIGN]
    return [Sheet(part, [Row(name, [""] * len(part)) for name in names]) for part in parts]


def _filled(batch, days, user, initials):
    listed = people(batch, user, initials=initials)
    return [Sheet(part, [_read(person, part) for person in listed]) for part in rules.spread(days, rules.TO_READ)]


def _read(person, days):
    presence, marks = person.on(days), dict(person.presence.marks)
    return Row(person.name, [_letter(person.placement, marks.get(day), day) for day in days], tuple(map(presence.count, Mark)), presence.rate)


def _letter(placement, mark, day):
    """The letter of a mark; a dash on a day on which this person had no seat, nothing where nobody has written it down."""
    if mark:
        return LETTER[mark]
    away = (placement.seated_on and day < placement.seated_on) or (placement.ended_on and day > placement.ended_on)
    return "–" if away else ""
