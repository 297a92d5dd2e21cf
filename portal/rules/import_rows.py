"""What one row of a list tells of a person, and what in it cannot be taken as it stands: nothing is guessed that Excel may have lost."""
import re
from dataclasses import dataclass
from datetime import date

from portal.rules import births, dates, nik, phone
from portal.rules.age import age_of
from portal.rules.client import NoNikReason, RelationKind
from portal.rules.import_cells import CellFault, plain_choice, verdict
from portal.rules.import_columns import Column
from portal.rules.import_reading import SEXES, Cells
from portal.rules.imports import Verdict

PLACE_WORD = re.compile(r"^(?:kecamatan|kec|desa|kelurahan|kel)\b\.?")
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


class Row(Cells):
    """Reads one row: `cells` are {Column: text, number or day}. `person` and `kin` are what it tells, `faults` what was wrong with it."""

    def __init__(self, cells, *, today, places):
        super().__init__(cells, today=today)
        self.places, self.person, self.kin = places, {}, []
        for part in (self._who, self._birth, self._numbers, self._place, self._kin, self._note):
            part()
        if not any(self.person.get(name) for name in NAMING) and verdict(self.faults) != Verdict.BAD:
            self._fault(Column.NAME, "cell", CellFault.NOBODY)

    def _who(self):
        for column in (Column.NAME, Column.ALIAS, Column.BIRTH_PLACE, Column.ADDRESS, Column.USUAL_PLACE, Column.MARKS, Column.SCHOOL):
            self.person[str(column)] = self._text(column)
        self.person["sex"] = self._chosen(Column.SEX, SEXES)

    def _birth(self):
        """A birth outweighs an age; when both are told and years lie between them, that is said."""
        town = self._town_beside(Column.BIRTH)[:120]
        self.person["birth_place"] = self.person["birth_place"] or town
        told = self._read(Column.BIRTH, "day", lambda text: births.read_birth(text, self.today))
        age = self._age()
        birth = told or age
        if birth:
            self.person |= {"birth_date": birth.day, "birth_precision": birth.precision,
                            "age_estimate": birth.estimate, "age_estimate_on": birth.as_of}
        if told and age and abs(self._years(told) - age.estimate) > 1:
            self._fault(Column.AGE, "cell", CellFault.AGE_DIFFERS)

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
        self.person["family_card"] = self._card_of(Column.FAMILY_CARD)
        self.person["phone"] = self._phone(Column.PHONE)

    def _nik(self):
        told = self._nik_of(Column.NIK)
        self.person["nik"] = told.number if told else None
        if told:
            exact = self.person.get("birth_date") if self.person.get("birth_precision") == "day" else None
            known = {told.region} if told.region[:4] in self.places.regions else set()
            for warning in nik.warnings(told, birth_date=exact, sex=self.person["sex"], known_regions=known):
                self._fault(Column.NIK, "warning", warning)

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
