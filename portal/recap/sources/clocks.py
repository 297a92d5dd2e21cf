"""The four clocks of cases, by the local day on which a round of the case began."""
from flask import url_for
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.cases.clocks import Histories, face, readings
from portal.cases.history import Round
from portal.cases.models import Case
from portal.labels import label
from portal.phrases import moment
from portal.recap.dimensions import CATEGORY, CHANNEL, DISTRICT, LEVEL, MONTH, OFFICER, SUB_TYPE, of_enum
from portal.recap.kept import Keeping, runs
from portal.recap.sources.base import Months, Source, code, within
from portal.recap.sources.told import NAMES, NOWHERE, PLACED, first_reports
from portal.rules.clocks import Clock
from portal.rules.crosstab import Fact

STEP = of_enum("step", _("Langkah"), Clock, always=True)


def facts(sight, period, names=NAMES):
    """One fact a clock of a round: its step, what it came to, and how long it took where it has stopped."""
    led, places = "officer" in names, first_reports(_ids(period)) if PLACED & names else None
    reads, months, found = Keeping(), Months(), []
    for run in runs(sight, period, led):
        about = {"category": run.category, "sub_type": code(run.sub_type), "month": months.of(run.t0)}
        if led:
            about["officer"] = code(run.officer)
        if places is not None:
            _case, district, _village, channel = places.get(run.id, NOWHERE)
            about.update(district=code(district), channel=code(channel))
        found += [Fact(run.id, run.id, {**about, "level": level, "step": which, "kept": came_to,
                                        "took": stop and reads.took(which, run, level, stop)}) for which, level, came_to, stop in reads.of(run)]
    return found


def _ids(period):
    """The ids of the cases of which a round began in the period."""
    earlier = Round.select(Round.case).where(within(Round.t0, period))
    return Case.select(Case.id).where(within(Case.t0, period) | Case.id.in_(earlier))


def rows(ids, user):
    """The cases behind a figure that this person sees, the longest first."""
    return Case.visible_to(user).where(Case.id.in_(ids)).order_by(Case.t0, Case.id)


def around(cases):
    """{case id: {Clock: how it stands, in words}}."""
    histories = Histories.of(cases)
    return {case.id: {each.clock: _stands(case, each, histories) for each in readings(case, histories)} for case in cases}


def _stands(case, reading, histories):
    _mark, words, detail = face(case, reading, histories)
    return f"{words} ({detail})" if detail else words


LISTED = [
    (_("Nomor"), lambda row, around: row.number),
    (lazy_pgettext("satu", "Klien"), lambda row, around: row.client.initials),
    (_("Tingkat"), lambda row, around: label(row.level)),
    (_("Jam mulai"), lambda row, around: moment(row.t0)),
    *((label(which), lambda row, around, which=which: around[row.id][which]) for which in Clock),
]
CLOCKS = Source("clocks", _("kasus"), (LEVEL, STEP, DISTRICT, CATEGORY, SUB_TYPE, CHANNEL, OFFICER, MONTH), facts, rows=rows, listed=LISTED,
                url=lambda row: url_for("casefile.show", id=row.id), around=around, chooses=True)
