"""The table of tickets: how they stand, and whether their sender was answered in time."""
from flask_babel import lazy_gettext as _

from portal.recap.columns import Across
from portal.recap.sources.tickets import TICKETS
from portal.recap.tables import Table

REPLIES = Table(
    "tickets", _("Laporan 171 dan SP4N-LAPOR!"), TICKETS, (("report_state",), ("channel",), ("district",), ("month",), ("level",)), Across("reply"),
    _("Tiket menurut hari diterima, tanpa yang dibatalkan. Tepat waktu: balasan dikirim paling lambat pada batas yang disebut pengirim, "
      "atau pada hari kerja yang ditetapkan dinas. Yang belum dibalas dinilai pada saat halaman ini dibuka."),
    audience=_("Bila diminta · Kementerian Sosial, Sentra"))
