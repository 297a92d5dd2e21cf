"""A programme of the ministry is open to certain deciles from a day on; in force is the row that began last by then."""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.decile import OPEN_TO, UNRANKED, Programme
from portal.rules.refused import Refused


class Why(StrEnum):
    PAST_DAY = "past_day"
    NO_DECILE = "no_decile"
    NO_SUCH_RANK = "no_such_rank"
    SOURCE_NEEDED = "source_needed"


@dataclass(frozen=True)
class Rule:
    """To which deciles (1-10) a programme is open from a local day on, and who says so.

    `or_assessed`: the source itself says "or by the result of an assessment".
    """
    programme: Programme
    valid_from: date
    deciles: frozenset
    or_assessed: bool
    source: str
    note: str = ""


RANKS = tuple(range(1, 11))
DECREE = "Kepmensos 79/HUK/2025"
# The decree's own day was not seen (domain 14); being of 2025, it was in force when 2026 began.
SURELY_BY = date(2026, 1, 1)
NOTES = {
    Programme.SEMBAKO: "Sumber berbeda: desil 1–4 atau 1–5. Dimulai dengan 1–4; ubah bila dinas menerima ketentuan yang lain.",
    Programme.PBI_JK: "Pengaktifan kembali karena penyakit kronis, katastropik, atau darurat medis terbuka juga bagi desil 0 dan 6–10, "
                      "lewat usulan tersendiri.",
    Programme.SEKOLAH_RAKYAT: "Desil 1–2 diutamakan; anak jalanan disebut sebagai sasaran utama.",
}
FIRST = tuple(Rule(programme, SURELY_BY, deciles, programme == Programme.ATENSI, DECREE, NOTES.get(programme, ""))
              for programme, deciles in OPEN_TO.items())


def in_force(rows, day):
    """{programme: row} on a local day, of rows with `programme` and `valid_from` in the order of writing.

    Of two that begin on one day the one written last counts; before the first of a programme, that first one does.
    """
    found = {}
    for row in sorted(rows, key=lambda row: row.valid_from):
        if row.valid_from <= day or row.programme not in found:
            found[row.programme] = row
    return found


def coming(rows, day):
    """The rows that begin after this day and stand, the soonest first: of two of one programme and day, the one written last."""
    last = {(row.programme, row.valid_from): row for row in rows if row.valid_from > day}
    return sorted(last.values(), key=lambda row: row.valid_from)


def check(*, valid_from, deciles, source, today):
    """Refused when a new row would begin in the past, opens nothing, names what is no rank, or has no source."""
    if valid_from < today:
        raise Refused(Why.PAST_DAY)
    if not deciles:
        raise Refused(Why.NO_DECILE)
    if not set(deciles) <= set(RANKS):
        raise Refused(Why.NO_SUCH_RANK)
    if not source.strip():
        raise Refused(Why.SOURCE_NEEDED)


def spans(deciles):
    """Deciles as people write them: 1–5, or 1–2, 4."""
    runs = []
    for decile in sorted(deciles):
        if runs and runs[-1][-1] == decile - 1:
            runs[-1].append(decile)
        else:
            runs.append([decile])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def is_ranked(decile):
    """Whether this is one of the ten, and neither nought nor unknown."""
    return decile is not None and decile != UNRANKED
