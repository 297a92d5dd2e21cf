"""The targets of the clocks in words, and every version of them: which is in force, which are to come, and what each changed."""
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from flask_babel import gettext

from portal.labels import label
from portal.office.targets import LevelTarget, targets_on
from portal.rules.clocks import DEFAULT_TARGETS, Clock, Target, TargetUnit, on_wall
from portal.rules.levels import Level


@dataclass(frozen=True)
class Version:
    """What one change of the table says from a day on: [(level, clock, before, after)], the amounts in words."""

    valid_from: date
    source: str
    by: str
    at: datetime
    changes: list


def said(level, target):
    """A target as people say it: 30 menit, 4 jam kerja, 3 hari kerja."""
    if target.unit == TargetUnit.WORKING_DAYS or on_wall(level, target):
        return f"{target.amount} {label(target.unit)}"
    return gettext("%(amount)s %(unit)s kerja", amount=target.amount, unit=label(target.unit))


def table(day):
    """[(level, [the target of each clock in words])] in force on a local day."""
    found = targets_on(day)
    return [(level, [said(level, found[level, which]) for which in Clock]) for level in Level]


def versions():
    """Every Version, in the order in which they begin to count; of one day the later written comes later."""
    known, found = dict(DEFAULT_TARGETS), []
    rows = sorted(LevelTarget.every(), key=lambda row: (row.valid_from, row.id))
    for _written, together in groupby(rows, key=lambda row: (row.valid_from, row.made_at, row.made_by_id, row.source)):
        found.append(_version(list(together), known))
    return found


def around(today):
    """The versions of the table seen from a day: {"now": the one in force or None, "coming": […], "before": […, the latest first]}."""
    every = versions()
    begun = [version for version in every if version.valid_from <= today]
    return {"now": begun[-1] if begun else None, "coming": every[len(begun):], "before": begun[-2::-1]}


def _version(rows, known):
    """What rows written together change of the table `known` so far, which they are then part of."""
    changes = []
    for row in rows:
        cell, after = (row.level, row.clock), Target(row.amount, row.unit)
        changes.append((row.level, row.clock, said(row.level, known[cell]), said(row.level, after)))
        known[cell] = after
    first = rows[0]
    return Version(first.valid_from, first.source, first.made_by.name, first.made_at, changes)
