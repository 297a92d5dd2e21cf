"""What is read in the cells of one row, whatever list it stands in; what Excel may have lost is a fault and not a guess."""
import re

from portal.rules import dates, nik
from portal.rules.import_cells import ERRORS, LONGEST, POWER, USUAL_LENGTH, CellFault, NotCounted, masked, plain_choice, written
from portal.rules.nik import Sex
from portal.rules.refused import Refused

TOWN_AND_DAY = re.compile(r"([^\d,]{2,}),\s*(.*\d.*)")
SEXES = {"l": Sex.MALE, "lk": Sex.MALE, "lakilaki": Sex.MALE, "laki": Sex.MALE, "pria": Sex.MALE, "male": Sex.MALE,
         "p": Sex.FEMALE, "pr": Sex.FEMALE, "perempuan": Sex.FEMALE, "wanita": Sex.FEMALE, "female": Sex.FEMALE}


class Cells:
    """`cells` are {column: text, number or day}; `faults` what was wrong, [(column, family, fault, what was found, what fills the sentence)]."""

    def __init__(self, cells, *, today):
        self.cells, self.today, self.faults = cells, today, []

    def _fault(self, column, family, fault, **detail):
        self.faults.append((str(column), family, str(fault), masked(self.cells.get(column)), detail))

    def _text(self, column):
        """The text of a cell; '' when it is empty or cannot be taken."""
        value = self.cells.get(column)
        if isinstance(value, NotCounted):
            self._fault(column, "cell", CellFault.NOT_COUNTED)
            return ""
        text, longest = written(value), LONGEST.get(column, USUAL_LENGTH)
        if text in ERRORS:
            self._fault(column, "cell", CellFault.ERROR)
        elif len(text) > longest:
            self._fault(column, "cell", CellFault.TOO_LONG, count=longest)
        else:
            return text
        return ""

    def _read(self, column, family, rule):
        """What a rule reads in a cell; None when it is empty or the rule refuses."""
        text = self._text(column)
        try:
            return rule(text) if text else None
        except Refused as refused:
            self._fault(column, family, refused.why, **refused.detail)
            return None

    def _chosen(self, column, choices):
        text = self._text(column)
        if text and plain_choice(text) not in choices:
            self._fault(column, "cell", CellFault.NO_SUCH_CHOICE)
        return choices.get(plain_choice(text)) if text else None

    def _is_number(self, column):
        """Whether a long number was kept as a number: Excel then rounds all after the fifteenth digit."""
        value = self.cells.get(column)
        wrong = (isinstance(value, int | float) and not isinstance(value, bool)) or (isinstance(value, str) and POWER.fullmatch(value.strip()))
        if wrong:
            self._fault(column, "cell", CellFault.NUMBER)
        return bool(wrong)

    def _nik_of(self, column):
        """The Nik that stands in a cell, or None."""
        return None if self._is_number(column) else self._read(column, "nik", lambda text: nik.parse(text, today=self.today))

    def _card_of(self, column):
        """The sixteen digits of a family card; '' when there are none."""
        digits = "" if self._is_number(column) else nik.SPACING.sub("", self._text(column))
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) == nik.DIGITS):
            self._fault(column, "cell", CellFault.NOT_SIXTEEN)
            return ""
        return digits

    def _town_beside(self, column):
        """Offices write place and day into one cell, `Melati, 14 Mei 2012`: the day stays there, the place is returned."""
        found = TOWN_AND_DAY.fullmatch(str(self.cells.get(column) or ""))
        if not found or found[1].strip().lower() in dates.WEEKDAY:
            return ""
        self.cells = self.cells | {column: found[2]}
        return found[1].strip()
