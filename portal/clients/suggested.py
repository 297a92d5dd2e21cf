"""What a NIK tells of birth, sex and the place of first registration: offered to whoever types it, never taken over silently."""
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from flask_babel import gettext

from portal import clock
from portal.clients.identity import BIRTH, Told, columns
from portal.labels import label
from portal.office.regions import KECAMATAN, name_of, places
from portal.phrases import weekday
from portal.rules import nik as numbers
from portal.rules.age import BirthPrecision
from portal.rules.nik import Sex
from portal.rules.refused import Refused


@dataclass(frozen=True)
class Suggested:
    """`born` and `sex` as the number tells them; `place` in words, empty where its code belongs to no region of today."""

    born: date
    sex: Sex
    place: str

    @property
    def birth(self):
        """The birth as a form shows it."""
        return Told(BirthPrecision.DAY, day=self.born)

    @property
    def said(self):
        """All of it in words, marked as what it is."""
        parts = [str(label(self.sex)).lower(), gettext("lahir %(day)s", day=weekday(self.born))]
        parts += [gettext("pertama terdaftar di %(place)s", place=self.place)] if self.place else []
        return gettext("Dari NIK: %(told)s.", told=", ".join(parts))

    def missing_from(self, person):
        """The columns of a person (anything with `sex` and BIRTH) that are empty and that the number could fill."""
        found = {} if person.sex else {"sex": self.sex}
        return found if any(getattr(person, name) is not None for name in BIRTH) else found | columns(self.birth)


def suggested(nik):
    """What the number tells; None for none, or for one that could not be a NIK."""
    try:
        told = numbers.parse(nik or "", today=clock.today())
    except Refused:
        return None
    return Suggested(told.born, told.sex, first_registered(told.region))


@lru_cache(maxsize=64)
def first_registered(region):
    """The kecamatan (where known) and regency of a NIK's first six digits, in words; empty where no such regency is known.

    The codes are those of the first registration: a kecamatan may since belong to another regency.
    """
    regency = f"{region[:2]}.{region[2:4]}"
    name = name_of(regency)
    code = f"{regency}.{region[4:]}"
    kecamatan = next((each.name for each in places(regency) if each.level == KECAMATAN and each.code == code), "") if name else ""
    return ", ".join(part for part in (kecamatan, name) if part)
