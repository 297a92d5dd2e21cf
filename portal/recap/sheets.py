"""A filled table as it lies on paper: the way the sheet is turned, and the parts into which a wide table is cut."""
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from portal.recap.wording import figure
from portal.rules import sheet_fit


@dataclass(frozen=True)
class Part:
    """Some columns of the table, by their numbers, with what stands above them."""

    filled: object
    numbers: list

    @property
    def columns(self):
        return [self.filled.columns[number] for number in self.numbers]

    @property
    def headings(self):
        """[(words, how many columns)], empty where no column has one."""
        found = [(over, len(list(group))) for over, group in groupby(str(column.over) for column in self.columns)]
        return found if any(over for over, _count in found) else []

    def cells(self, line):
        """The texts of one line."""
        return [figure(line.cells[number], self.filled.columns[number]) for number in self.numbers]


class Sheet:
    """`turned` is given for a document whose sheets all lie one way."""

    def __init__(self, filled, paper, turned=None):
        self.filled, self.paper, self._turned = filled, paper, turned

    @property
    def turned(self):
        return sheet_fit.is_turned(self._sides, self._widths, self.paper) if self._turned is None else self._turned

    @cached_property
    def _sides(self):
        heads, lines = self.filled.chosen.heads, self.filled.lines
        return [sheet_fit.words_width(str(head), [str(line.words[number]) for line in lines]) for number, head in enumerate(heads)]

    @cached_property
    def _widths(self):
        lines = [*self.filled.lines, self.filled.total]
        return [measure(column)(str(column.words), [figure(line.cells[number], column) for line in lines])
                for number, column in enumerate(self.filled.columns)]

    @property
    def parts(self):
        """Each fits beside the heads of its lines."""
        room = sheet_fit.ROOM[self.paper][self.turned] - sum(self._sides)
        return [Part(self.filled, numbers) for numbers in sheet_fit.cut(self._widths, self._groups, room)]

    @property
    def _groups(self):
        """The numbers of the columns under one heading; a column without one stands for itself."""
        numbered = enumerate(self.filled.columns)
        found = groupby(numbered, key=lambda each: str(each[1].over) or each[0])
        return [[number for number, _column in group] for _over, group in found]


def measure(column):
    """How the width of a column is found."""
    return sheet_fit.words_width if column.kind == "text" else sheet_fit.width
