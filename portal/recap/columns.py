"""What stands across a table: measures, or the members of one or two dimensions with their totals."""
from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.recap.dimensions import BY_NAME
from portal.rules.crosstab import ALL, records

WITHIN = "/"
SUM = lazy_pgettext("total", "Jumlah")


@dataclass(frozen=True)
class Column:
    """One figure of every row: `of(facts)` of those that fit. `kind`: count, number, minutes, rupiah, percent, text.

    `over` is the heading above several columns; `linked`: whether the records behind it are a list; `rare`: shown only where something
    falls into it; `impersonal`: it tells of nobody and is never hidden; `rests`: the columns with which it is hidden;
    `unseen`: it is never shown, but follows from those that are, and so is guarded like them.
    """

    key: str
    words: object
    of: object = records
    kind: str = "count"
    over: str = ""
    linked: bool = True
    rare: bool = False
    impersonal: bool = False
    rests: tuple = ()
    unseen: bool = False


class Measures:
    """Columns of their own: [(Column, fits(fact))]; without `fits` every fact counts. `whole`: {key: groups of keys of which each adds up to it}."""

    names = ()

    def __init__(self, *pairs, whole=None):
        self._pairs = [(column, fits or (lambda fact: True)) for column, fits in pairs]
        self.whole = whole or {}

    def columns(self, facts, period):
        """The columns to show."""
        return [column for column, fits in self._pairs if not column.rare or any(fits(fact) for fact in facts)]

    def keys(self, fact):
        """In which columns a fact counts."""
        return tuple(column.key for column, fits in self._pairs if fits(fact))

    def parts(self, columns):
        """[(index of a column that is the total of others, their indexes)]."""
        places = {column.key: index for index, column in enumerate(columns)}
        return [(places[whole], [places[key] for key in keys if key in places])
                for whole, groups in self.whole.items() for keys in groups if whole in places]


class Keyed:
    """Columns of their own where `keys(fact)` says in which a fact counts: quicker than asking each column."""

    names, parts = (), Measures.parts

    def __init__(self, columns, keys, whole=None):
        self._columns, self.keys, self.whole = columns, keys, whole or {}

    def columns(self, facts, period):
        """The columns to show."""
        found = {key for fact in facts for key in self.keys(fact)}
        return [column for column in self._columns if not column.rare or column.key in found]


class Across:
    """The members of one dimension, each told apart by a second one if there is one, with totals."""

    def __init__(self, outer, inner=None, of=records):
        self.outer, self.inner, self.of = outer, inner, of

    @property
    def names(self):
        """The dimensions whose members stand across."""
        return tuple(filter(None, [self.outer, self.inner]))

    def columns(self, facts, period):
        """Those members that occur, or that their dimension always shows; each group ends with its own total, the table with that of all."""
        if self.inner is None:
            return [*(self._column(code, text) for code, text in _shown(self.outer, facts, period)), self._column(ALL, SUM)]
        short = BY_NAME[self.inner].short
        inner = [*((code, short.get(code, text)) for code, text in _shown(self.inner, facts, period)), (ALL, _("Jml") if short else SUM)]
        outer = [*_shown(self.outer, facts, period), (ALL, _("Semua"))]
        return [self._column(f"{code}{WITHIN}{below}", words, over=text) for code, text in outer for below, words in inner]

    def keys(self, fact):
        """In which columns a fact counts."""
        outer = fact.values[self.outer]
        if self.inner is None:
            return outer, ALL
        inner = fact.values[self.inner]
        return tuple(f"{code}{WITHIN}{below}" for code in (outer, ALL) for below in (inner, ALL))

    def parts(self, columns):
        """[(index of a column that is the total of others, their indexes)], across and from group to group."""
        keys = [tuple(column.key.split(WITHIN)) for column in columns]
        found = []
        for place in range(1 if self.inner is None else 2):
            groups = {}
            for index, key in enumerate(keys):
                groups.setdefault((*key[:place], *key[place + 1:]), {})[key[place]] = index
            found += [(group[ALL], [index for code, index in group.items() if code != ALL]) for group in groups.values() if len(group) > 1]
        return found

    def _column(self, key, words, over=""):
        return Column(key, words, self.of, over=over)


def _shown(name, facts, period):
    """[(code, words)] of the members of a dimension that are shown for these facts, in their order."""
    dimension, shown = BY_NAME[name], {fact.values[name] for fact in facts} | BY_NAME[name].standing(period)
    return [(code, text) for code, text in dimension.texts(period).items() if code in shown]
