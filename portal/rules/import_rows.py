"""What one row of a list tells of a person, and what in it cannot be taken as it stands: nothing is guessed that Excel may have lost."""
import re
from dataclasses import dataclass
from datetime import date

from portal.rules import births, dates, nik, phone
from portal.rules.age import age_of
from portal.rules.client import NoNikReason, RelationKind
from portal.rules.import_cells import ERRORS, LONGEST, POWER, USUAL_LENGTH, CellFault, NotCounted, masked, plain_choice, verdict, written
from portal.rules.import_columns import Column
from portal.rules.imports import Verdict
from portal.rules.nik import Sex
from portal.rules.refused import Refused

PLACE_WORD = re.compile(r"^(?:kecamatan|kec|desa|kelurahan|kel)\b\.?")
TOWN_AND_DAY = re.compile(r"([^\d,]{2,}),\s*(.*\d.*)")
SEXES = {"l": Sex.MALE, "lk": Sex.MALE, "lakilaki": Sex.MALE, "laki": Sex.MALE, "pria": Sex.MALE, "male": Sex.MALE,
         "p": Sex.FEMALE, "pr": Sex.FEMALE, "perempuan": Sex.FEMALE, "wanita": Sex.FEMALE, "female": Sex.FEMALE}
REASONS = {"belumpernahdidata": NoNikReason.NEVER_RECORDED, "hilang": NoNikReason.LOST, "ditahanoranglain": NoNikReason.HELD_BY_OTHERS,
           "tidaktahu": NoNikReason.UNKNOWN}
EXAMPLE = "(contoh)"
NAMING = ("name", "alias", "nik", "marks")


@dataclass(frozen=True)
class Places:
    """The office's places by their plain names: {kecamatan: code}, {desa: [code, …]}; a desa's code begins with its kecamatan's.
    `regions`: the four digits with which a NIK may begin."""
    districts: dict
    villages: dict
    regions: frozenset = frozenset()


def plain_place(name):
    """`Kec. Kota Melati` and `kota melati` are one place."""
    return plain_choice(PLACE_WORD.sub("", name.strip().lower()))


def is_example(cells):
    """Whether this is the example row of the template."""
    return str(cells.get(Column.NAME, "")).lower().startswith(EXAMPLE)


class Row:
    """Reads one row: `cells` are {Column: text, number or day}. `person` and `kin` are what it tells, `faults` what was wrong with it."""

    def __init__(self, cells, *, today, places):
        self.cells, self.today, self.places = cells, today, places
        self.faults, self.person, self.kin = [], {}, []
        for part in (self._who, self._birth, self._numbers, self._place, self._kin, self._note):
            part()
        if not any(self.person.get(name) for name in NAMING) and verdict(self.faults) != Verdict.BAD:
            self._fault(Column.NAME, "cell", CellFault.NOBODY)

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

    def _who(self):
        for column in (Column.NAME, Column.ALIAS, Column.BIRTH_PLACE, Column.ADDRESS, Column.USUAL_PLACE, Column.MARKS, Column.SCHOOL):
            self.person[str(column)] = self._text(column)
        self.person["sex"] = self._chosen(Column.SEX, SEXES)

    def _birth(self):
        """A birth outweighs an age; when both are told and years lie between them, that is said."""
        self._split_town()
        told = self._read(Column.BIRTH, "day", lambda text: births.read_birth(text, self.today))
        age = self._age()
        birth = told or age
        if birth:
            self.person |= {"birth_date": birth.day, "birth_precision": birth.precision,
                            "age_estimate": birth.estimate, "age_estimate_on": birth.as_of}
        if told and age and abs(self._years(told) - age.estimate) > 1:
            self._fault(Column.AGE, "cell", CellFault.AGE_DIFFERS)

    def _split_town(self):
        """Offices write place and day into one cell: `Melati, 14 Mei 2012`."""
        found = TOWN_AND_DAY.fullmatch(str(self.cells.get(Column.BIRTH) or ""))
        if found and found[1].strip().lower() not in dates.WEEKDAY:
            self.person["birth_place"] = self.person["birth_place"] or found[1].strip()[:120]
            self.cells = self.cells | {Column.BIRTH: found[2]}

    def _age(self):
        def rule(text):
            try:
                return births.read_birth(text if not text.isdigit() else f"umur {text}", self.today)
            except dates.Unreadable:
                return None
        text = self._text(Column.AGE)
        birth = rule(text) if text else None
        if text and (birth is None or birth.estimate is None):
            self._fault(Column.AGE, "cell", CellFault.NOT_AN_AGE)
            return None
        return birth

    def _years(self, birth):
        return age_of(self.today, birth_date=birth.day, precision=birth.precision, estimate=birth.estimate, as_of=birth.as_of).years

    def _numbers(self):
        self._nik()
        self.person["no_nik_reason"] = self._chosen(Column.NO_NIK_REASON, REASONS)
        if self.person["nik"] and self.person["no_nik_reason"]:
            self._fault(Column.NO_NIK_REASON, "cell", CellFault.REASON_AND_NIK)
            self.person["no_nik_reason"] = None
        self.person["family_card"] = self._card()
        self.person["phone"] = self._phone(Column.PHONE)

    def _nik(self):
        told = None if self._is_number(Column.NIK) else self._read(Column.NIK, "nik", lambda text: nik.parse(text, today=self.today))
        self.person["nik"] = told.number if told else None
        if told:
            exact = self.person.get("birth_date") if self.person.get("birth_precision") == "day" else None
            known = {told.region} if told.region[:4] in self.places.regions else set()
            for warning in nik.warnings(told, birth_date=exact, sex=self.person["sex"], known_regions=known):
                self._fault(Column.NIK, "warning", warning)

    def _is_number(self, column):
        """Whether a long number was kept as a number: Excel then rounds all after the fifteenth digit."""
        value = self.cells.get(column)
        wrong = (isinstance(value, int | float) and not isinstance(value, bool)) or (isinstance(value, str) and POWER.fullmatch(value.strip()))
        if wrong:
            self._fault(column, "cell", CellFault.NUMBER)
        return bool(wrong)

    def _card(self):
        digits = "" if self._is_number(Column.FAMILY_CARD) else nik.SPACING.sub("", self._text(Column.FAMILY_CARD))
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) == nik.DIGITS):
            self._fault(Column.FAMILY_CARD, "cell", CellFault.NOT_SIXTEEN)
            return ""
        return digits

    def _phone(self, column):
        """A number kept as a number has lost its zero; what is written without one is kept as it is, and said."""
        value = self.cells.get(column)
        if isinstance(value, int | float):
            self._fault(column, "cell", CellFault.PHONE_NUMBER)
            return ""
        if not self._read(column, "phone", phone.normalise):
            return ""
        if phone.SPACING.sub("", value).startswith("8"):
            self._fault(column, "cell", CellFault.NO_ZERO)
        return value

    def _place(self):
        district, village = self._text(Column.DISTRICT), self._text(Column.VILLAGE)
        code = self.places.districts.get(plain_place(district), "") if district else ""
        if district and not code:
            self._fault(Column.DISTRICT, "cell", CellFault.NO_SUCH_DISTRICT)
            return
        named = self.places.villages.get(plain_place(village), []) if village else []
        found = [each for each in named if not code or each.startswith(f"{code}.")]
        if village and len(found) != 1:
            self._fault(Column.VILLAGE, "cell", CellFault.SEVERAL_VILLAGES if found else CellFault.NO_SUCH_VILLAGE)
            return
        self.person |= {"district": code or (found[0].rpartition(".")[0] if found else ""), "village": found[0] if found else ""}

    def _kin(self):
        number = self._phone(Column.KIN_PHONE)
        mother, guardian = self._text(Column.MOTHER), self._text(Column.GUARDIAN)
        if number and not (mother or guardian):
            self._fault(Column.KIN_PHONE, "cell", CellFault.KIN_UNNAMED)
        if mother:
            self.kin.append({"kind": RelationKind.MOTHER, "name": mother, "phone": "" if guardian else number, "guardian": False})
        if guardian:
            self.kin.append({"kind": RelationKind.OTHER, "name": guardian, "phone": number, "guardian": True})

    def _note(self):
        self.person["history"] = self._text(Column.NOTE)
        day = self._read(Column.NOTE_ON, "day", lambda text: dates.read_day(text, self.today))
        if day and day > self.today:
            self._fault(Column.NOTE_ON, "cell", CellFault.NOT_YET)
        elif day and not self.person["history"]:
            self._fault(Column.NOTE_ON, "cell", CellFault.DATE_ALONE)
        else:
            self.person["history_on"] = day

    def told(self):
        """What the row tells, with days as text: {"person": columns of a client, "kin": [people around them]}."""
        person = {name: value.isoformat() if isinstance(value, date) else value for name, value in self.person.items() if value not in (None, "")}
        return {"person": person, "kin": self.kin}
