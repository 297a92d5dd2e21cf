"""How a figure is written: counts with dots, shares in percent, lengths of time in words, and a hidden one as less than five."""
from flask_babel import gettext

from portal.phrases import day, month_of, rupiah, span_minutes
from portal.rules.period import Span
from portal.rules.small_cells import SMALL

HIDDEN = f"<{SMALL.stop}"
COVERED = "•"  # what would give a hidden one away
KINDS = {
    "count": lambda value: f"{value:,}".replace(",", "."),
    "number": lambda value: f"{value:,}".replace(",", "."),
    "minutes": span_minutes,
    "rupiah": rupiah,
    "percent": lambda value: f"{value} %",
    "text": str,
}


def figure(cell, column):
    """A Cell of this Column as people read it; a dash where nothing is known."""
    if cell.concealed:
        return HIDDEN if cell.small else COVERED
    return "–" if cell.value is None else KINDS[column.kind](cell.value)


def period_words(period):
    """Maret 2026, Triwulan I 2026, Tahun 2026, or the first and the last day."""
    if period.span == Span.MONTH:
        return month_of(period.first)
    if period.span == Span.QUARTER:
        return gettext("Triwulan %(number)s %(year)s", number=("I", "II", "III", "IV")[period.number - 1], year=period.first.year)
    if period.span == Span.YEAR:
        return gettext("Tahun %(year)s", year=period.first.year)
    return gettext("%(first)s sampai %(last)s", first=day(period.first), last=day(period.last))
