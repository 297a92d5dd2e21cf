"""The tables of DT-SEN: the deciles of the people of a period, and the special considerations asked for in it."""
from flask_babel import lazy_gettext as _

from portal.recap.columns import Across
from portal.recap.sources.deciles import CONSIDERATIONS, DECILES
from portal.recap.tables import Table
from portal.rules.crosstab import people
from portal.rules.quarter import quarter_of


def quarterly(chosen, user):
    """The Quarter in which the period ends: its list of considerations is kept elsewhere."""
    return quarter_of(chosen.period.last)


BY_DECILE = Table(
    "deciles", _("Desil menurut kategori"), DECILES, (("decile",), ("district",), ("district", "decile"), ("age",)), Across("category", of=people),
    _("Orang yang kasusnya berjalan dalam masa ini, menurut cek DT-SEN terakhir sampai hari akhirnya; cek yang dibatalkan tidak dihitung. "
      "Kategori yang berlaku pada hari akhir masa."),
    audience=_("Triwulanan · Kepala Dinas"), extra="recap/_quarterly.html", besides=quarterly)
ASKED = Table(
    "considerations", _("Pertimbangan khusus"), CONSIDERATIONS, (("reason",), ("district",), ("category",), ("officer",)), Across("consideration"),
    _("Pertimbangan khusus menurut hari terakhir diajukan; keadaannya hari ini."),
    audience=_("Triwulanan · Kepala Dinas"), extra="recap/_quarterly.html", besides=quarterly)
