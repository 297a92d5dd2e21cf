"""The plot that belongs to a table, for paper: the table filled by what its plot tells apart, and drawn when the paper is looked at."""
from dataclasses import replace

from portal.recap import pictures
from portal.recap.clocks import CLOCKS_TABLE
from portal.recap.flow import FLOW_TABLE
from portal.recap.people import OPENINGS
from portal.recap.reports import INCOMING
from portal.recap.tabulating import fill
from portal.recap.training import OUTCOMES
from portal.rules.period import months_in

# {table: (what stands down its side, how it is drawn)}
PLOTTED = {
    INCOMING.name: ("month", lambda sheet: pictures.months(sheet, sheet.filled.chosen.period)), OPENINGS.name: ("district", pictures.districts),
    CLOCKS_TABLE.name: ("step", pictures.punctuality), OUTCOMES.name: ("year", pictures.outcomes), FLOW_TABLE.name: ("passed", pictures.way),
}


def plotted(beside, user, **how):
    """What stands beside a filled table, filled as its plot needs it, with `how` besides; None where it has no plot, or a single bar.

    Of nested rows of which some are hidden there is no plot: its sums over one of the two would tell them.
    """
    chosen = beside.chosen
    rows, _draw = PLOTTED.get(chosen.table.name, ("", None))
    if not rows or (rows == "month" and len(months_in(chosen.period)) == 1) or (len(chosen.rows) > 1 and beside.is_covered):
        return None
    return fill(replace(chosen, rows=(rows,), columns=""), user, **how)


def picture_of(filled):
    """The Picture of what `plotted` gave; None where there is none, or nothing to see."""
    if filled is None or filled.is_empty:
        return None
    _rows, draw = PLOTTED[filled.chosen.table.name]
    return draw(pictures.Sheet(filled))
