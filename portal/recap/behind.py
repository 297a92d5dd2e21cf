"""The records behind one figure, as far as the person who looks sees them, a page at a time."""
from math import ceil

from flask import abort, url_for
from flask_babel import gettext

from portal import audit
from portal.audit import Event
from portal.recap.chosen import WITHIN
from portal.recap.dimensions import told
from portal.recap.tabulating import facts_behind
from portal.recap.wording import period_words
from portal.rules.crosstab import ALL

SIZE = 25


class Behind:
    """`rows` of this page, the latest written first, their `heads` and `cells(row)` as their source lists them; what `pager` needs."""

    def __init__(self, chosen, user, arguments):
        self.chosen, self.row, self.column = chosen, arguments.get("row", ALL), arguments.get("column", ALL)
        self.facts = facts_behind(chosen, user, self.row, self.column)
        if self.facts is None:
            abort(403)
        ids = sorted({fact.id for fact in self.facts} - {None}, reverse=True)
        self.total, self.pages = len(ids), max(1, ceil(len(ids) / SIZE))
        self.number = min(max(1, arguments.get("page", 1, type=int) or 1), self.pages)
        shown = ids[self.first - 1:self.last] if ids else []
        self.source = chosen.table.source
        self.rows = sorted(self.source.rows(shown, user), key=lambda row: -row.id)
        self.around = self.source.around(self.rows)
        audit.note(Event.LISTED, by=user, list=chosen.table.name, count=len(self.rows))

    @property
    def heads(self):
        return [str(head) for head, _read in self.source.listed]

    def cells(self, row):
        """The texts of one row."""
        return [read(row, self.around) for _head, read in self.source.listed]

    def leads(self, row):
        """Where its number leads."""
        return self.source.url(row)

    @property
    def first(self):
        return (self.number - 1) * SIZE + 1 if self.total else 0

    @property
    def last(self):
        return min(self.number * SIZE, self.total)

    @property
    def said(self):
        """The period, the line, the column and the filters whose figure this is, in words."""
        chosen = self.chosen
        lines = [] if self.row == ALL else [told(chosen.period, name, self.facts).get(code, code)
                                            for name, code in zip(chosen.rows, self.row.split(WITHIN), strict=False)]
        filters = [f"{words}: {member}" for _name, words, member in chosen.chips]
        return [period_words(chosen.period), *map(str, [*lines, *self._column, *filters])]

    @property
    def _column(self):
        """The words of the column, below what stands over it; none for the total of all."""
        found = next((column for column in self.chosen.across.columns(self.facts, self.chosen.period) if column.key == self.column), None)
        return [] if found is None or set(self.column.split(WITHIN)) == {ALL} else [str(each) for each in (found.over, found.words) if each]

    @property
    def counted(self):
        """How many records these are and, where they are about people, of how many."""
        persons = {fact.person for fact in self.facts} - {None}
        if persons and len(persons) != self.total:
            return gettext("%(count)s %(records)s tentang %(people)s orang", count=self.total, records=self.source.words, people=len(persons))
        return f"{self.total} {self.source.words}"

    @property
    def back(self):
        """The table."""
        return url_for("recap.table", name=self.chosen.table.name, **self.chosen.arguments)

    def url(self, number):
        return url_for("recap.behind", name=self.chosen.table.name, row=self.row, column=self.column, page=number, **self.chosen.arguments)
