"""The tables of what came in."""
from flask_babel import lazy_gettext as _

from portal.recap.columns import SUM, Column, Measures
from portal.recap.sources.reports import REPORTS
from portal.recap.tables import Table
from portal.rules.crosstab import mean_of
from portal.rules.report import ReportState


def in_state(state):
    """Whether a fact's report is in this state."""
    return lambda fact: fact.values["state"] == state


REST = {"received": in_state(ReportState.RECEIVED), "idle": lambda fact: not fact.values["carried"],
        "going": lambda fact: fact.values["carried"] and not fact.values["over"]}
INCOMING = Table(
    "reports", _("Rekapitulasi laporan masuk"), REPORTS, (("channel",), ("district",), ("month",), ("level",), ("officer",)),
    Measures(
        (Column("all", SUM), None),
        (Column("verified", _("Diverifikasi")), in_state(ReportState.VERIFIED)),
        (Column("merged", _("Digabung")), in_state(ReportState.MERGED)),
        (Column("handed", _("Dialihkan")), in_state(ReportState.HANDED_OVER)),
        (Column("outside", _("Bukan kewenangan")), in_state(ReportState.OUTSIDE)),
        (Column("unfounded", _("Tidak terbukti")), in_state(ReportState.UNFOUNDED)),
        (Column("carried", _("Ditangani")), lambda fact: fact.values["carried"]),
        (Column("over", _("Selesai")), lambda fact: fact.values["over"]),
        (Column("minutes", _("Rata-rata temu"), mean_of("minutes"), "minutes"), lambda fact: fact.values["minutes"] is not None),
        *((Column(key, "", unseen=True), fits) for key, fits in REST.items()),
        whole={"all": (("verified", "merged", "handed", "outside", "unfounded", "received"), ("carried", "idle")), "carried": (("over", "going"),)}),
    _("Laporan menurut hari diterimanya, tanpa yang dibatalkan. Ditangani: ada kasus yang memuatnya; selesai: semua kasusnya ditutup. "
      "Rata-rata temu: dari diterima sampai diverifikasi, seperti dihitung jam Cepat Temu."), audience=_("Bulanan · Kepala Dinas"))
