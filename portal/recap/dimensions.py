"""What figures can be told apart by: each dimension has a name, and its members in their order."""
from collections import Counter
from dataclasses import dataclass, field

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal import clock
from portal.accounts.models import User
from portal.assessments.instruments import Instrument
from portal.labels import label
from portal.office.models import Region
from portal.phrases import month_of, worded
from portal.rules.age import AgeGroup
from portal.rules.categories import Category, SubType
from portal.rules.channels import Channel
from portal.rules.crosstab import OTHER, UNKNOWN, most_frequent
from portal.rules.levels import Level
from portal.rules.nik import Sex
from portal.rules.period import months_in
from portal.rules.training import Education

BY_NAME = {}


@dataclass(frozen=True)
class Dimension:
    """`members(period)` are all (code, words) in their order; `always`: those, or these codes of them, are shown where nothing was counted;
    `short` are words for some codes where there is little room."""

    name: str
    words: object
    members: object
    always: object = False
    short: dict = field(default_factory=dict, hash=False)

    def __post_init__(self):
        BY_NAME[self.name] = self

    def texts(self, period, facts=()):
        """{code: words} of all members, and of what is not known."""
        return {str(code): text for code, text in self.members(period)} | {UNKNOWN: gettext("Tidak diketahui")}

    def standing(self, period):
        """The codes that are shown where nothing was counted."""
        if self.always is True:
            return {str(code) for code, _words in self.members(period)}
        return {str(code) for code in self.always or ()}


@dataclass(frozen=True)
class FreeDimension(Dimension):
    """What was written in people's own words: its members are the most frequent of the facts, and the rest together."""

    members: object = None

    def fold(self, facts, least):
        """Replace the words of the facts by the codes of those that at least `least` persons share."""
        codes = most_frequent(facts, self.name, least)
        for fact in facts:
            fact.values[self.name], fact.values[self.said] = codes[fact.values[self.name]]

    def texts(self, period, facts=()):
        counts = Counter((fact.values[self.name], fact.values[self.said]) for fact in facts)
        found = {code: words for (code, words), _count in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if words}
        return found | {OTHER: gettext("Lainnya"), UNKNOWN: gettext("Tidak diketahui")}

    @property
    def said(self):
        return f"{self.name}_said"


class Months(Dimension):
    """Those of a period; one that has not begun is no row of nothing."""

    def standing(self, period):
        return {str(each) for each in months_in(period) if each.first <= clock.today()}


def of_item(name, words, item):
    """The dimension whose members are the answers to one item of the instrument in force."""
    return Dimension(name, words, lambda period: [(option.score, worded(option)) for option in asked(item).options])


def asked(id):
    """One item of the instrument in force."""
    return next(item for item in Instrument.current().content.items if item.id == id)


def of_enum(name, words, enum, always=False, **more):
    """The dimension whose members are those of an enum."""
    return Dimension(name, words, lambda period: [(each, label(each)) for each in enum], always, **more)


DISTRICT = Dimension("district", _("Kecamatan"), lambda period: [(row.code, row.name) for row in Region.districts()], always=True)
VILLAGE = Dimension("village", _("Desa/kelurahan"), lambda period: [(row.code, row.name) for row in Region.villages()])
OFFICER = Dimension("officer", _("Petugas"), lambda period: [(row.id, row.name) for row in User.select(User.id, User.name).order_by(User.name)])
MONTH = Months("month", _("Bulan"), lambda period: [(str(each), month_of(each.first)) for each in months_in(period)])
CATEGORY = of_enum("category", _("Kategori"), Category)
SUB_TYPE = of_enum("sub_type", _("Sub-tipe"), SubType)
SEX = of_enum("sex", _("Jenis kelamin"), Sex, always=True, short={"L": "L", "P": "P", UNKNOWN: "?"})
AGE = of_enum("age", _("Kelompok umur"), AgeGroup)
CHANNEL = of_enum("channel", _("Kanal"), Channel)
LEVEL = of_enum("level", _("Tingkat"), Level, always=True)
EDUCATION = of_enum("education", _("Pendidikan terakhir"), Education)
IN_SCHOOL = Dimension("in_school", _("Bersekolah"), lambda period: [("yes", gettext("Ya")), ("no", gettext("Tidak"))])
PLACE = FreeDimension("place", _("Tempat biasa"))
ORIGIN = FreeDimension("origin", _("Asal daerah"))
LIVING = {"caregiver": "E1", "activity": "H1", "sleeps": "D2", "schooling": "G1"}
CAREGIVER, ACTIVITY, SLEEPS, SCHOOLING = (
    of_item(name, words, LIVING[name]) for name, words in (
        ("caregiver", _("Pengasuh utama")), ("activity", _("Kegiatan di jalan")), ("sleeps", _("Tempat tidur")), ("schooling", _("Status sekolah"))))


def told(period, name, facts=()):
    """{code: words} of one dimension of those declared above."""
    return BY_NAME[name].texts(period, facts)
