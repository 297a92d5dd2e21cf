"""The table of services given: who needed them, who was given them, how often, how much, and out of which fund."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.labels import label
from portal.recap.columns import SUM, Column, Keyed
from portal.recap.sources.services import SERVICES
from portal.recap.tables import Table
from portal.rules.crosstab import UNKNOWN, people, records, summed
from portal.rules.nik import Sex
from portal.rules.service import FundSource, Unit

OF_PEOPLE = ("people",)
PEOPLE, VOLUME, FUNDS = _("Orang yang menerima"), _("Volume"), _("Rupiah menurut sumber dana")


def volumes():
    """A column a unit, since what is counted in days and in pieces can't be added up."""
    texts = [*((each, label(each)) for each in Unit), (UNKNOWN, _("Tanpa satuan"))]
    return [Column(f"volume-{unit}", words, summed("quantity"), "number", VOLUME, rare=True, rests=OF_PEOPLE) for unit, words in texts]


def funds():
    """A column a fund."""
    texts = [*((each, label(each)) for each in FundSource), (UNKNOWN, _("Tidak dicatat"))]
    return [Column(f"fund-{fund}", words, summed("rupiah"), "rupiah", FUNDS, rare=True, rests=OF_PEOPLE) for fund, words in texts]


def counted(fact):
    """In which columns a service counts."""
    values = fact.values
    found = ["wanted"] if values["wanted"] else []
    if values["given"]:
        found += ["people", "times", "rupiah", *SEXES.get(values["sex"], ()), *AGES[values["child"]]]
        found += [f"volume-{values['unit']}"] if values["quantity"] else []
        found += [f"fund-{values['fund']}"] if values["rupiah"] else []
    return tuple(found)


SEXES, AGES = {str(Sex.MALE): ["male"], str(Sex.FEMALE): ["female"]}, {True: ["child"], False: ["adult"], None: []}
COLUMNS = [
    Column("wanted", _("Sasaran"), people),
    Column("people", SUM, people, over=PEOPLE),
    Column("male", label(Sex.MALE), people, over=PEOPLE),
    Column("female", label(Sex.FEMALE), people, over=PEOPLE),
    Column("child", lazy_pgettext("banyak", "Anak"), people, over=PEOPLE),
    Column("adult", _("Dewasa"), people, over=PEOPLE),
    Column("times", _("Frekuensi"), records, "number", rests=OF_PEOPLE),
    *volumes(), *funds(),
    Column("rupiah", _("Jumlah rupiah"), summed("rupiah"), "rupiah", rests=OF_PEOPLE),
]
GIVEN = Table(
    "services", _("Layanan diberikan"), SERVICES, (("service",), ("district",), ("category",), ("officer",), ("district", "service")),
    Keyed(COLUMNS, counted, whole={"people": (("male", "female"), ("child", "adult"))}),
    _("Sasaran: orang yang dicatat membutuhkan layanan itu sampai akhir masa ini dan kasusnya berjalan di dalamnya, termasuk yang sudah terlayani. "
      "Orang dihitung sekali di tiap baris; frekuensi menghitung tiap kali layanan diberikan. Umur pada hari layanan diberikan."),
    audience=_("Bulanan · Kepala Bidang"))
