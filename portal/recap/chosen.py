"""What the address asks of a table: the period, the filters by dimension, what stands down the side and across; anything else falls away."""
from dataclasses import dataclass, replace

from portal import clock
from portal.recap.columns import Across
from portal.recap.dimensions import BY_NAME, told
from portal.recap.tables import Table
from portal.rules.period import Period, Span, month_of, read

WITHIN = "/"


@dataclass(frozen=True)
class Chosen:
    """`filters` is {dimension: code}, `rows` the names of the dimensions down the side, `columns` that of the one across, where there is a choice."""

    table: Table
    period: Period
    filters: dict
    rows: tuple
    columns: str = ""

    @classmethod
    def of(cls, table, arguments):
        """What these arguments of an address ask, with what is usual for the rest: this month, nothing filtered, the first rows and columns."""
        period = read(arguments.get("period")) or month_of(clock.today())
        filters = {name: code for dimension in table.filters if (name := dimension.name) in arguments
                   and (code := arguments[name]) in dimension.texts(period)}
        rows = {WITHIN.join(each): each for each in table.rows}
        side = rows.get(arguments.get("rows"), table.rows[0])
        choices = [each for each in table.choices if each not in side] or list(table.choices)
        across = arguments.get("columns") if arguments.get("columns") in choices else next(iter(choices), "")
        return cls(table, period, filters, side, across)

    def coarse(self):
        """The same for who may see no small figure: two that differ by little would tell it: no filters, no free days, nested rows whole."""
        usual = self.table.rows[0]
        return replace(self, filters={}, period=month_of(self.period.last) if self.period.span == Span.FREE else self.period,
                       rows=usual if len(usual) > 1 else self.rows)

    def during(self, period):
        """The same of another period; a month outside it is no filter any more."""
        return replace(self, period=period, filters={name: code for name, code in self.filters.items() if code in told(period, name)})

    @property
    def across(self):
        """What stands across."""
        return Across(self.columns, of=self.table.across.of) if self.columns else self.table.across

    @property
    def names(self):
        """The dimensions down the side and the chosen one across."""
        return [*self.rows, *filter(None, [self.columns])]

    @property
    def needed(self):
        """The names of all dimensions by which facts are told apart or filtered."""
        return {*self.names, *self.filters, *self.across.names}

    @property
    def arguments(self):
        """The same as the arguments of an address."""
        usual = {} if self.rows == self.table.rows[0] else {"rows": WITHIN.join(self.rows)}
        across = {} if self.columns == next(iter(self.table.choices), "") else {"columns": self.columns}
        return {"period": str(self.period)} | self.filters | usual | across

    @property
    def heads(self):
        """The words of what stands down the side."""
        return [BY_NAME[name].words for name in self.rows]

    @property
    def chips(self):
        """[(dimension, words of it, words of the member)] of the filters in force."""
        words = {dimension.name: dimension.words for dimension in self.table.filters}
        return [(name, words[name], told(self.period, name)[code]) for name, code in self.filters.items()]
