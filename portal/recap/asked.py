"""What shall leave the office: a table with all that its address chose, and for whom it is."""
import hashlib
from dataclasses import dataclass
from functools import cached_property

from flask import abort, g, request
from flask_babel import gettext

from portal.db import canonical
from portal.labels import label
from portal.recap.chosen import Chosen
from portal.recap.sight import Sight
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill
from portal.recap.wording import period_words
from portal.rules.export import Circle, circle_of
from portal.rules.roles import May

LONGEST = 23  # letters of a table's name in what its printing is counted as


@dataclass(frozen=True)
class Asked:
    """One table with its choices, for one Circle."""

    chosen: Chosen
    circle: Circle

    @classmethod
    def now(cls, name):
        """What this request asks of the table; a page that is not found where there is no such table."""
        table = TABLES[name] if name in TABLES else abort(404)
        chosen = Chosen.of(table, request.args)
        return cls(chosen if Sight.of(g.user).lists else chosen.coarse(), asked_circle())

    @property
    def arguments(self):
        """The same as the arguments of an address."""
        return self.chosen.arguments | {"circle": str(self.circle)}

    @property
    def kind(self):
        """What its printing is counted as: a copy belongs to exactly these choices."""
        digest = hashlib.sha256(canonical(self.arguments).encode()).hexdigest()[:10]
        return f"recap_{self.chosen.table.name[:LONGEST]}_{digest}"

    @cached_property
    def filled(self):
        """The table for whoever asks."""
        return fill(self.chosen, g.user, discreet=self.is_discreet)

    @property
    def is_discreet(self):
        """Whether small figures are hidden."""
        return self.circle == Circle.OUTSIDE

    @property
    def said(self):
        """[(term, words)] of what was chosen."""
        filters = [(words, member) for _name, words, member in self.chosen.chips]
        period = period_words(self.chosen.period)
        return [(gettext("Masa"), period), *filters, (gettext("Menghitung"), scope(g.user)), (gettext("Bentuk"), self.leaves_as)]

    @property
    def leaves_as(self):
        """For whom it is, in words."""
        return label(self.circle)


def asked_circle():
    """The Circle that the request asks for, as far as this person may."""
    return circle_of(request.values.get("circle", ""), g.user.may(May.READ_CASES))


def scope(user):
    """Whose records were counted."""
    if not Sight.of(user).lists or user.may(May.DECIDE):
        return gettext("seluruh dinas")
    return gettext("yang terbuka bagi %(name)s", name=user.name)
