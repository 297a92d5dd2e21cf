"""The books of the office: what each holds in a period, month by month, and behind that its lines in the order of their numbers."""
from flask_babel import lazy_gettext as _

from portal.recap.columns import SUM, Column, Measures
from portal.recap.sources.casebook import CASEBOOK
from portal.recap.sources.referrals import HANDOVERS, REFERRALS
from portal.recap.tables import Table

AUDIENCE = _("Setiap saat · Dinas sendiri")


def book(name, title, source, means):
    """The book of one kind of record."""
    return Table(name, title, source, (("month",),), Measures((Column("all", SUM), None)), means, audience=AUDIENCE, extra="recap/_book.html",
                 besides=lambda chosen, user: None)


CASES = book("register-cases", _("Buku register kasus"), CASEBOOK, _("Kasus menurut hari dibuka, tanpa yang dibatalkan."))
REFERRED = book("register-referrals", _("Buku register rujukan"), REFERRALS,
                _("Rujukan menurut hari dibuat, tanpa yang suratnya dibatalkan."))
HANDED = book("register-handovers", _("Buku register serah terima (BAST)"), HANDOVERS, _("Serah terima klien kepada lembaga menurut harinya."))
