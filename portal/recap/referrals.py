"""The table of referrals: where they led and what was answered."""
from flask_babel import lazy_gettext as _

from portal.recap.columns import Across
from portal.recap.sources.referrals import REFERRALS
from portal.recap.tables import Table

ANSWERS = Table(
    "referrals", _("Rujukan menurut lembaga dan jawaban"), REFERRALS,
    (("destination",), ("referral_kind",), ("district",), ("category",), ("month",), ("officer",), ("destination", "referral_kind")),
    Across("answer"),
    _("Rujukan menurut hari dibuat, tanpa yang suratnya dibatalkan. Jawaban: keadaan hari ini. Umur pada hari rujukan dibuat."),
    audience=_("Bulanan · Provinsi, Sentra"))
