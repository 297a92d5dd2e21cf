"""What is known of a person, as precisely as it was told, and what in it does not agree; nothing is filled in silently."""
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import format_date
from flask_babel import get_locale, gettext
from rapidfuzz import fuzz

from portal import clock
from portal.labels import label
from portal.office.regions import regencies
from portal.phrases import day
from portal.rules import nik as numbers
from portal.rules.age import Age, BirthPrecision, age_of, is_child
from portal.rules.births import Birth
from portal.rules.matching import Described
from portal.rules.names import normalise
from portal.rules.phone import normalise as normal_phone
from portal.rules.refused import Refused

PATTERNS = {BirthPrecision.MONTH: "MMMM y", BirthPrecision.YEAR: "y"}
BIRTH = ("birth_date", "birth_precision", "age_estimate", "age_estimate_on")
TOLD = ("name", "sex", *BIRTH, "nik", "marks")


@dataclass(frozen=True)
class Told(Birth):
    """A birth that reads as people write it, and reads back as the same."""

    def __str__(self):
        if self.day is None:
            return gettext("±%(years)d tahun", years=self.estimate)
        if self.precision == BirthPrecision.DAY:
            return self.day.strftime("%d-%m-%Y")
        return format_date(self.day, PATTERNS[self.precision], locale="id")


class Identity:
    """For records that tell of one person: `name`, `sex`, the four columns of BIRTH, `nik`."""

    @property
    def birth(self):
        """The birth as it was told, an estimate as it stands today; None when nothing is known."""
        if self.birth_date is not None:
            return Told(self.birth_precision or BirthPrecision.DAY, day=self.birth_date)
        if self.age_estimate is not None:
            return Told(BirthPrecision.ESTIMATE, estimate=self.years(), as_of=clock.today())
        return None

    @property
    def born(self):
        """The birth in words: `14 Mei 2012`, `Mei 2012`, `±12 tahun`; empty when nothing is known."""
        if self.birth_date is None:
            return str(self.birth or "")
        if self.birth.precision == BirthPrecision.DAY:
            return day(self.birth_date)
        return format_date(self.birth_date, PATTERNS[self.birth.precision], locale=str(get_locale()))

    def age(self, on=None) -> Age | None:
        """The age on a local day (default today), or None when nothing is known of the birth."""
        return age_of(on or clock.today(), birth_date=self.birth_date, precision=self.birth_precision or BirthPrecision.DAY,
                      estimate=self.age_estimate, as_of=self.age_estimate_on)

    def years(self, on=None):
        age = self.age(on)
        return age.years if age else None

    def is_child(self, on=None):
        """True, False, or None when the age is not known."""
        return is_child(self.years(on))

    @property
    def aged(self):
        """The age today in words, with a tilde where it is an estimate; empty when not known."""
        age = self.age()
        return gettext("%(about)s%(years)d th", about="" if age.exact else "±", years=age.years) if age else ""

    @property
    def in_brief(self):
        """Age and sex, as far as they are known: what a queue says of somebody without a name."""
        return [self.aged, str(label(self.sex)).lower() if self.sex else ""]

    @property
    def nameless(self):
        """What somebody without a name is called, with what else is known: `Tanpa nama, perempuan, ±7 th`."""
        known = [str(label(self.sex)).lower() if self.sex else "", self.aged]
        return ", ".join([gettext("Tanpa nama"), *(each for each in known if each)])

    @property
    def nik_warnings(self):
        """What the NIK says otherwise than the rest: NikWarnings, in no way an error."""
        if not self.nik:
            return []
        exact = self.birth_date if self.birth_precision in (None, BirthPrecision.DAY) else None
        try:
            told = numbers.parse(self.nik, today=clock.today())
        except Refused:
            return []
        known = {told.region} if told.region[:4] in known_regencies() else set()
        return numbers.warnings(told, birth_date=exact, sex=self.sex, known_regions=known)

    def described(self):
        """This person as the matching rule reads them."""
        exact = self.birth_date if self.birth_precision in (None, BirthPrecision.DAY) else None
        return Described(nik=self.nik, sex=self.sex, born=exact, years=self.years(), place=self.district)


def name_score(one, other):
    """How alike two names are, 0 to 100: 100 only for the same words; None when one of them is empty."""
    one, other = normalise(one or ""), normalise(other or "")
    if not one or not other:
        return None
    return 100 if one == other else min(99, round(fuzz.token_set_ratio(one, other)))


def spoken(phone):
    """A telephone number in the form it is searched by; what is no number stays as it is."""
    try:
        return normal_phone(phone)
    except Refused:
        return phone


def columns(birth):
    """The four columns that hold a Birth; None empties them."""
    if birth is None:
        return dict.fromkeys(BIRTH)
    return {"birth_date": birth.day, "birth_precision": birth.precision, "age_estimate": birth.estimate, "age_estimate_on": birth.as_of}


@lru_cache(maxsize=1)
def known_regencies():
    """The four digits that a NIK may begin with, of every regency and city."""
    return frozenset(regency.code.replace(".", "") for regency in regencies())
