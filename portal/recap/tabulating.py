"""A table filled for one person: its lines and columns with their figures, small ones hidden where they leave the office."""
from dataclasses import dataclass, replace

from flask_babel import pgettext

from portal.patience import TooLong, at_most
from portal.recap.chosen import WITHIN, Chosen
from portal.recap.dimensions import BY_NAME, FreeDimension, told
from portal.recap.sight import Sight
from portal.recap.sources.base import unswept
from portal.rules.crosstab import ALL, behind, bucketed, is_few
from portal.rules.period import Why
from portal.rules.refused import Refused
from portal.rules.small_cells import SMALL, hidden, resting

PATIENCE = 1.0  # seconds of the database's time for one table


@dataclass(frozen=True)
class Cell:
    """One figure; `count` is how many facts stand behind it, `few` that these are about very few people; `concealed` that it does not leave
    the office, `small` that this much may be told."""

    value: object
    count: int
    few: bool = False
    concealed: bool = False
    small: bool = False


@dataclass(frozen=True)
class Line:
    """One row: its key, the words of each dimension down the side, and its cells in the order of the columns."""

    key: str
    words: tuple
    cells: list


@dataclass(frozen=True)
class Filled:
    """A table with its figures, as it was filled: `chosen` may be coarser than what was asked. `total` is the last line."""

    chosen: Chosen
    columns: list
    lines: list
    total: Line

    @property
    def headings(self):
        """[(words, how many columns)] above the columns, empty where no column has one."""
        found = []
        for column in self.columns:
            if found and found[-1][0] == column.over:
                found[-1][1] += 1
            else:
                found.append([column.over, 1])
        return found if any(words for words, _count in found) else []

    @property
    def shown(self):
        """The same without the columns that are never shown."""
        places = [place for place, column in enumerate(self.columns) if not column.unseen]
        total, *lines = (replace(line, cells=[line.cells[place] for place in places]) for line in (self.total, *self.lines))
        return replace(self, columns=[self.columns[place] for place in places], lines=lines, total=total)

    @property
    def is_covered(self):
        """Whether a figure is hidden."""
        return any(cell.concealed for line in (*self.lines, self.total) for cell in line.cells)

    @property
    def is_empty(self):
        """Whether nothing at all was counted."""
        return not any(cell.count for cell in self.total.cells)


def fill(chosen, user, discreet=False, patience=None):
    """The table for this person. `discreet`: small figures are hidden, as they always are for who may not see the records.

    `patience` are the seconds that the database may take, PATIENCE where somebody waits for the page.
    """
    sight = Sight.of(user)
    hide = not sight.lists or bool(discreet)
    chosen = chosen if sight.lists else chosen.coarse()
    with unswept():
        columns, lines, total = _counted(chosen, facts_of(chosen, sight, SMALL.stop if hide else sight.least, patience), hide)
    if not hide:
        return Filled(chosen, columns, lines, total)
    return Filled(chosen, columns, *concealed(lines, total, columns, chosen.across.parts(columns))).shown


def _counted(chosen, facts, hide):
    """(the columns, the lines, the total line) of these facts; what is never shown is only counted where something is hidden."""
    columns = [column for column in chosen.across.columns(facts, chosen.period) if hide or not column.unseen]
    buckets = bucketed(facts, row_of(chosen), chosen.across.keys)
    lines = [Line(key, words, _cells(columns, buckets.get(key, {}))) for key, words in ordered(chosen, buckets, facts)]
    return columns, lines, Line(ALL, (pgettext("total", "Jumlah"),), _cells(columns, buckets.get(ALL, {})))


def facts_of(chosen, sight, least, patience=None):
    """The facts that the table counts; own words that fewer than `least` persons share are one. Refused when the database takes too long."""
    try:
        with at_most(patience or PATIENCE):
            found = chosen.table.source.facts(sight, chosen.period, chosen.filters, chosen.needed)
    except TooLong as error:
        raise Refused(Why.TOO_WIDE) from error
    found = found if chosen.table.only is None else [fact for fact in found if chosen.table.only(fact)]
    for dimension in {BY_NAME[name] for name in chosen.names if isinstance(BY_NAME[name], FreeDimension)}:
        dimension.fold(found, least)
    return found


def row_of(chosen):
    """The function that says in which line a fact counts."""
    names = chosen.rows
    if len(names) == 1:
        return lambda fact, name=names[0]: fact.values[name]
    return lambda fact: WITHIN.join(fact.values[name] for name in names)


def ordered(chosen, buckets, facts=()):
    """[(key, words)] of the lines in the order of their dimensions' members; those that are always shown stand there with nothing, too."""
    texts = [told(chosen.period, name, facts) for name in chosen.rows]
    keys = {key for key in buckets if key != ALL}
    if len(chosen.rows) == 1 and chosen.rows[0] not in chosen.filters:
        keys |= BY_NAME[chosen.rows[0]].standing(chosen.period)
    places = [{code: place for place, code in enumerate(text)} for text in texts]
    found = sorted((key.split(WITHIN) for key in keys),
                   key=lambda parts: [(place.get(part, len(place)), part) for place, part in zip(places, parts, strict=True)])
    return [(WITHIN.join(parts), tuple(text.get(part, part) for text, part in zip(texts, parts, strict=True))) for parts in found]


def _cells(columns, bucket):
    found = [bucket.get(column.key, []) for column in columns]
    return [Cell(column.of(facts), len(facts), is_few(facts, SMALL)) for column, facts in zip(columns, found, strict=True)]


def concealed(lines, total, columns, parts):
    """The same lines and total with what could tell who somebody is hidden; `parts`: [(index of a column, those that it adds up)]."""
    every = [*lines, total]
    counts = [[cell.value if column.kind == "count" else None for cell, column in zip(line.cells, columns, strict=True)] for line in every]
    few = {(r, c) for r, line in enumerate(every) for c, cell in enumerate(line.cells) if cell.few}
    told = hidden(counts[:-1], counts[-1], parts, few) | {
        (r, c): False for c, column in enumerate(columns) if column.kind != "count" and not column.impersonal
        for r in resting([SMALL.start if line.cells[c].few else line.cells[c].count * SMALL.stop for line in every])}
    leans = [[index for index, other in enumerate(columns) if other.key in column.rests] for column in columns]
    told |= {(r, c): False for r in range(len(every)) for c, others in enumerate(leans) if any((r, other) in told for other in others)}
    shown = [Line(line.key, line.words, [replace(cell, concealed=(r, c) in told, small=told.get((r, c), False)) for c, cell in enumerate(line.cells)])
             for r, line in enumerate(every)]
    return shown[:-1], shown[-1]


def facts_behind(chosen, user, row, column):
    """The facts behind one figure; None where this person may not see them."""
    sight = Sight.of(user)
    return behind(facts_of(chosen, sight, sight.least), row_of(chosen), chosen.across.keys, row, column) if sight.lists else None


def ids_behind(chosen, user, row, column):
    """The ids of the records behind one figure, each once; None where this person may not see them."""
    found = facts_behind(chosen, user, row, column)
    return None if found is None else list(dict.fromkeys(fact.id for fact in found if fact.id is not None))
