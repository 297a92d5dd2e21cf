"""What the page of a table offers to choose: periods, filters, what stands down the side and across; each choice is an address."""
from functools import cached_property

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.labels import label
from portal.recap.chosen import WITHIN
from portal.recap.dimensions import AGE, BY_NAME, DISTRICT, VILLAGE, FreeDimension
from portal.recap.wording import period_words
from portal.rules.crosstab import UNKNOWN
from portal.rules.period import Span, offered

SHOWN = 4  # filters; the rest stand behind a word


class Choices:
    """Those of a Chosen; `free`: filters and any days may be chosen, too."""

    def __init__(self, chosen, free):
        self.chosen, self.free = chosen, free

    @property
    def periods(self):
        """[(heading, [(value, text, whether it is chosen)])], the chosen one among them."""
        found, chosen = offered(clock.today()), self.chosen.period
        groups = {}
        for period in found if chosen in found else [chosen, *found]:
            groups.setdefault(period.span, []).append((str(period), period_words(period), period == chosen))
        return [(label(span), groups[span]) for span in Span if span in groups]

    @property
    def before(self):
        """(address, words) of the period before."""
        return self._of(self.chosen.period.previous)

    @property
    def after(self):
        """(address, words) of the period after, or None where it has not begun."""
        return self._of(self.chosen.period.next) if self.chosen.period.next.first <= clock.today() else None

    def _of(self, period):
        return self._address(self.chosen.during(period).arguments), period_words(period)

    @cached_property
    def filters(self):
        """[(name, words, [(value, text)], chosen value)] of the dimensions with something to choose."""
        found = [(dimension.name, dimension.words, self._members(dimension), self.chosen.filters.get(dimension.name))
                 for dimension in self.chosen.table.filters if self.free]
        return [each for each in found if sum(code != UNKNOWN for code, _text in each[2]) > 1]

    def _members(self, dimension):
        """The members of one dimension; villages are those of the chosen district, and own words are no filter."""
        within = self.chosen.filters.get(DISTRICT.name)
        if isinstance(dimension, FreeDimension) or (dimension is VILLAGE and not within):
            return []
        members = [(str(code), text) for code, text in dimension.members(self.chosen.period)]
        known = [each for each in members if dimension is not VILLAGE or each[0].startswith(f"{within}.")]
        return known if dimension is AGE else [*known, (UNKNOWN, gettext("Tidak diketahui"))]

    @property
    def shown(self):
        return self.filters[:SHOWN]

    @property
    def more(self):
        return self.filters[SHOWN:]

    @property
    def chips(self):
        """[(text, address without it)] of the filters in force."""
        arguments = self.chosen.arguments
        return [(f"{words}: {member}", self._address({key: value for key, value in arguments.items() if key != name}))
                for name, words, member in self.chosen.chips]

    @property
    def bare(self):
        """The table of the same period without any filter."""
        return self._address({key: value for key, value in self.chosen.arguments.items() if key not in self.chosen.filters})

    @property
    def rows(self):
        """[(value, text)] of what may stand down the side; empty where there is no choice."""
        found = [(WITHIN.join(names), " · ".join(str(BY_NAME[name].words) for name in names)) for names in self.chosen.table.rows]
        return found if len(found) > 1 else []

    @property
    def row(self):
        return WITHIN.join(self.chosen.rows)

    @property
    def columns(self):
        """[(value, text)] of what may stand across; empty where there is no choice."""
        return [(name, BY_NAME[name].words) for name in self.chosen.table.choices if name not in self.chosen.rows]

    def _address(self, arguments):
        return url_for("recap.table", name=self.chosen.table.name, **arguments)
