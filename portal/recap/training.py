"""The table of trainings: who ended one, what they took from it, and what became of them; a share is only ever one of what is known."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.recap.columns import SUM, Column, Measures
from portal.recap.sources.training import TRAINING
from portal.recap.tables import Table
from portal.rules.crosstab import records
from portal.rules.nik import Sex
from portal.rules.training_outcome import Aim, Measure

ALL = ("all",)
WAITING = {"unknown": _("Tidak diketahui"), "pending": _("Belum waktunya")}
ANSWERS = ("yes", "no", *WAITING)
AIMS = (Aim.COMPLETED, Aim.CERTIFIED, Aim.PLACED, Aim.SCHOOL, Aim.OFF_STREET_6, Aim.OFF_STREET_12)


def summed(aim, facts):
    """The Measure of all these facts together."""
    return sum((fact.values["measures"][aim] for fact in facts), Measure())


def share(aim, answer="yes"):
    """A function for the percent of what is known that is answered so, half rounded up; None where nothing is known."""
    def percent(facts):
        total = summed(aim, facts)
        known = Measure(yes=getattr(total, answer), no=total.known - getattr(total, answer))
        return known.percent
    return percent


def says(aim, answer):
    """Whether a fact's person counts under this answer."""
    return lambda fact: getattr(fact.values["measures"][aim], answer) == 1


def ages(facts):
    """15–19, or one figure."""
    known = [fact.values["years"] for fact in facts if fact.values["years"] is not None]
    return "–".join(str(years) for years in dict.fromkeys((min(known), max(known)))) if known else None


def of_sex(sex):
    return lambda fact: fact.values["sex"] == sex


def keys_of(aim):
    """{answer: the key of its column}."""
    return {answer: f"{aim.replace('_', '-')}-{answer}" for answer in ANSWERS}


def answered(aim, answer, over, words=_("Ya"), waits=True):
    """How many, of what is known the percent, and how many are not known or not due yet; the other answers are there without being shown."""
    keys, told = keys_of(aim), {answer: words} | (WAITING if waits else {})
    rests = ("all", keys["yes"], keys["no"])
    first, *others = [(Column(keys[each], told.get(each, ""), records, over=over, unseen=each not in told), says(aim, each))
                      for each in dict.fromkeys((answer, *ANSWERS))]
    percent = Column(f"{aim.replace('_', '-')}-percent", "%", share(aim, answer), "percent", over, linked=False, rests=rests)
    return [first, (percent, None), *others]


OUTCOMES = Table(
    "training", _("Pelatihan dan pascalayanan"), TRAINING,
    (("programme",), ("batch",), ("provider",), ("trade",), ("year",), ("district",), ("category",), ("officer",)),
    Measures(
        (Column("all", SUM, records, over=lazy_pgettext("banyak", "Peserta")), None),
        (Column("male", _("L"), records, over=lazy_pgettext("banyak", "Peserta")), of_sex(Sex.MALE)),
        (Column("female", _("P"), records, over=lazy_pgettext("banyak", "Peserta")), of_sex(Sex.FEMALE)),
        (Column("ages", _("Usia"), ages, "text", over=lazy_pgettext("banyak", "Peserta"), linked=False, rests=ALL), None),
        *answered(Aim.COMPLETED, "yes", _("Hasil"), _("Lulus"), waits=False),
        *answered(Aim.CERTIFIED, "yes", _("Sertifikat"), waits=False),
        *answered(Aim.PLACED, "yes", _("Bekerja, usaha, atau sekolah dalam 3 bulan")),
        *answered(Aim.SCHOOL, "yes", _("Di antaranya sekolah"), waits=False),
        *answered(Aim.OFF_STREET_6, "no", _("Kembali ke jalan dalam 6 bulan")),
        *answered(Aim.OFF_STREET_12, "no", _("Kembali ke jalan dalam 12 bulan")),
        whole={"all": (("male", "female"), *(tuple(keys_of(aim).values()) for aim in AIMS))}),
    _("Peserta menurut hari pelatihannya berakhir, tanpa yang melanjutkan di angkatan lain. Usia pada hari pertama. Persen dihitung dari yang "
      "diketahui saja. Tidak diketahui: waktu kunjungannya lewat tanpa hasil; belum waktunya: kunjungannya masih bisa dilakukan."),
    audience=_("Tiap angkatan dan 3, 6, 12 bulan sesudahnya · Provinsi"))
