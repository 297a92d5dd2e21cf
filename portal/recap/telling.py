"""What a table says in a sentence or two: how many, where most stand, and what share; never what is hidden."""
from flask_babel import gettext

from portal.recap.wording import figure
from portal.rules.crosstab import people

COUNTED = ("count", "number")
SHARED = ("percent",)


def told(filled):
    """The sentences, for whoever reads no tables."""
    if not filled.total.cells or not any(cell.count for cell in filled.total.cells):
        return [gettext("Tidak ada yang tercatat pada masa ini.")]
    leading = next((number for number in leads(filled)), None)
    return [each for each in (_whole(filled, leading), _most(filled, leading), *_shares(filled)) if each]


def leads(filled):
    """The number of the column that counts everything: the last total of a table of members, the first count of a table of measures."""
    counts = [number for number, column in enumerate(filled.columns) if column.kind in COUNTED]
    totals = [number for number in counts if filled.columns[number].key.rpartition("/")[2] == "all"]
    return [*reversed(totals), *counts]


def _whole(filled, leading):
    if leading is None or filled.total.cells[leading].concealed:
        return ""
    column = filled.columns[leading]
    what = gettext("orang") if column.of is people else filled.chosen.table.counts or filled.chosen.table.source.words
    return gettext("Seluruhnya %(count)s %(what)s.", count=figure(filled.total.cells[leading], column), what=what)


def _most(filled, leading):
    shown = [line for line in filled.lines if leading is not None and not line.cells[leading].concealed and line.cells[leading].value]
    if len(shown) < 2:
        return ""
    most, next_one = sorted(shown, key=lambda line: -line.cells[leading].value)[:2]
    if most.cells[leading].value == next_one.cells[leading].value:
        return ""
    count = figure(most.cells[leading], filled.columns[leading])
    return gettext("Terbanyak: %(line)s (%(count)s).", line=", ".join(map(str, most.words)), count=count)


def _shares(filled):
    for cell, column in zip(filled.total.cells, filled.columns, strict=True):
        if column.kind in SHARED and cell.value is not None and not cell.concealed:
            share = f"{column.over}, {column.words}" if column.over else column.words
            yield gettext("%(share)s: %(value)s.", share=share, value=figure(cell, column))
