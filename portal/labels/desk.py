"""Words of the list of work."""
from flask_babel import lazy_gettext as _

from portal.rules.due import When

WORDS = {
    When: {
        When.LATE: _("Terlambat"),
        When.TODAY: _("Jatuh tempo hari ini"),
        When.WEEK: _("7 hari ke depan"),
        When.LATER: _("Kemudian"),
    },
}
