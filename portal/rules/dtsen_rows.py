"""What one row of a list from SIKS-NG tells: who, what DT-SEN says of them, and of which day; a doubtful cell is a problem, never a guess."""
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from portal.rules import births, dates
from portal.rules.age import BirthPrecision
from portal.rules.decile import UNRANKED, DtsenStatus
from portal.rules.dtsen_extract import BEGINNING, ExtractColumn
from portal.rules.import_cells import FAMILIES, plain_choice
from portal.rules.import_reading import SEXES, Cells
from portal.rules.names import normalise
from portal.rules.nik import Sex


class ExtractFault(StrEnum):
    NO_DECILE = "no_decile"
    DECILE_UNREAD = "decile_unread"
    STATUS_UNREAD = "status_unread"
    CONTRADICTS = "contradicts"
    NOBODY = "nobody"
    NO_DAY = "no_day"
    DAY_UNREAD = "day_unread"
    NOT_YET = "not_yet"
    BEFORE_DTSEN = "before_dtsen"


ALL_FAULTS = FAMILIES | {"extract": ExtractFault}
DECILE = re.compile(r"(?:desil[\s:\-]*)?(10|0?[0-9])", re.IGNORECASE)
UNRANKED_WORDS = frozenset(("belumdiperingkat", "tidakdiperingkat", "belumadaperingkat", "belumadadesil", "desilbelumdiperingkat"))
STATUSES = {
    "terdaftar": DtsenStatus.LISTED, "terdaftardtsen": DtsenStatus.LISTED, "terdata": DtsenStatus.LISTED,
    "tidakterdaftar": DtsenStatus.NOT_LISTED, "belumterdaftar": DtsenStatus.NOT_LISTED, "tidakterdaftardtsen": DtsenStatus.NOT_LISTED,
    "tidakterdata": DtsenStatus.NOT_LISTED, "tidakadadidtsen": DtsenStatus.NOT_LISTED,
    "niktidakpadan": DtsenStatus.NIK_MISMATCH, "tidakpadan": DtsenStatus.NIK_MISMATCH, "tidakadanik": DtsenStatus.NO_NIK,
}
NUMBERED_QUARTER = re.compile(r"(?:triwulan|kuartal|tw|q)[\s.\-]*(iv|i{1,3}|[1-4])[\s,/\-]*([0-9]{4})", re.IGNORECASE)
AT_A_TIME = re.compile(r"[ T][0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9]{2})?$")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Told:
    """A row that can be taken as it stands. `name` in one spelling, `born` only when the day is told, `sex` from its column or the NIK."""
    line: int
    nik: str
    card: str
    name: str
    born: date | None
    sex: Sex | None
    status: DtsenStatus
    decile: int | None
    on: date


class ListedRow(Cells):
    """Reads one row; `told` is its Told, or None when something in it (`faults`) cannot be taken. `day`: that of rows without their own."""

    def __init__(self, line, cells, *, today, day=None):
        super().__init__(cells, today=today)
        who, what, on = self._who(), self._what(), self._on(day)
        self.told = None if self.faults else Told(line, **who, **what, on=on)

    def problem(self, line):
        """[line, column, family, fault, what fills the sentence] of the first thing wrong; nothing of what stands in the row."""
        column, family, fault, _found, detail = self.faults[0]
        return [line, column, family, fault, detail]

    def _who(self):
        nik, card = self._nik_of(ExtractColumn.NIK), self._card_of(ExtractColumn.FAMILY_CARD)
        name, born = self._text(ExtractColumn.NAME), self._born()
        sex = self._chosen(ExtractColumn.SEX, SEXES) or (nik.sex if nik else None)
        if not (nik or card or (name and born)) and not self.faults:
            self._fault(ExtractColumn.NIK, "extract", ExtractFault.NOBODY)
        return {"nik": nik.number if nik else "", "card": card, "name": normalise(name) if born else "", "born": born, "sex": sex}

    def _born(self):
        """The day of birth; less than a day tells nobody from anybody."""
        self._town_beside(ExtractColumn.BIRTH)
        birth = self._read(ExtractColumn.BIRTH, "day", lambda text: births.read_birth(text, self.today))
        return birth.day if birth and birth.precision == BirthPrecision.DAY else None

    def _what(self):
        status, decile = self._status(), self._decile()
        if self.faults:
            return {}
        if status in (None, DtsenStatus.LISTED):
            if decile is None:
                self._fault(ExtractColumn.DECILE, "extract", ExtractFault.NO_DECILE)
            return {"status": DtsenStatus.LISTED, "decile": decile}
        if decile is not None:
            self._fault(ExtractColumn.STATUS, "extract", ExtractFault.CONTRADICTS)
        return {"status": status, "decile": None}

    def _status(self):
        """What the status says; `belum diperingkat` is said of somebody who is listed. The decile's own column may say so as well."""
        for column in (ExtractColumn.STATUS, ExtractColumn.DECILE):
            said = plain_choice(self._text(column))
            if said in STATUSES:
                return STATUSES[said]
            if said and said not in UNRANKED_WORDS and column == ExtractColumn.STATUS:
                self._fault(column, "extract", ExtractFault.STATUS_UNREAD)
        return None

    def _decile(self):
        text = self._text(ExtractColumn.DECILE)
        found, said = DECILE.fullmatch(text), plain_choice(text)
        unranked = UNRANKED_WORDS & {said, plain_choice(self._text(ExtractColumn.STATUS))}
        if found and unranked and int(found[1]) != UNRANKED:
            self._fault(ExtractColumn.DECILE, "extract", ExtractFault.CONTRADICTS)
        if found or unranked:
            return int(found[1]) if found else UNRANKED
        if text and said not in STATUSES:
            self._fault(ExtractColumn.DECILE, "extract", ExtractFault.DECILE_UNREAD)
        return None

    def _on(self, day):
        text = self._text(ExtractColumn.CHECKED_ON)
        on = day_of_data(text, self.today) if text else day
        fault = ExtractFault.NO_DAY if not text and day is None else ExtractFault.DAY_UNREAD if on is None else day_fault(on, self.today)
        if fault:
            self._fault(ExtractColumn.CHECKED_ON, "extract", fault)
        return on


def day_fault(on, today):
    """The ExtractFault of a day on which DT-SEN cannot have said this, or None."""
    if on > today:
        return ExtractFault.NOT_YET
    return ExtractFault.BEFORE_DTSEN if on < BEGINNING else None


@lru_cache(maxsize=64)
def day_of_data(text, today):
    """The day of which the data are, or None when that cannot be read; a month or a quarter counts from its first day, so as not to seem newer."""
    quarter = NUMBERED_QUARTER.fullmatch(text.strip())
    if quarter:
        number = ROMAN.get(quarter[1].lower()) or int(quarter[1])
        return date(int(quarter[2]), 3 * number - 2, 1) if int(quarter[2]) else None
    for pattern, parts in ((births.MONTH_NAMED, (2, 1)), (births.MONTH_NUMBERED, (2, 1)), (births.YEAR_MONTH, (1, 2))):
        found = pattern.fullmatch(text.strip().lower())
        if found:
            return _first_day(found[parts[0]], found[parts[1]])
    return _whole_day(text, today)


def _first_day(year, month):
    number = dates.MONTH.get(month) or (int(month) if month.isdigit() else 0)
    return date(int(year), number, 1) if 1 <= number <= 12 and int(year) else None


def _whole_day(text, today):
    """A day with its year, whatever time stands behind it; words such as `kemarin` say nothing in a list."""
    text = AT_A_TIME.sub("", text.strip())
    if not births.WITH_YEAR.search(text.lower()):
        return None
    try:
        return dates.read_day(text, today)
    except dates.Unreadable:
        return None
