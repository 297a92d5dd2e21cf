"""A look into DT-SEN: what it said of a family on a day, where and by whom it was looked up, and how long that counts."""
from flask_babel import gettext
from peewee import CharField, DateField, DeferredForeignKey, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.clients.below import OfClient
from portal.db import Choice
from portal.labels import label
from portal.phrases import day
from portal.records import Living
from portal.rules import client as life
from portal.rules import dtsen_check
from portal.rules.decile import DtsenSource, DtsenStatus, recheck_due
from portal.rules.decile import check as check_decile
from portal.rules.dtsen_check import CheckState, CheckStep, Due, due


class DtsenCheck(OfClient, Living):
    """Status, decile 1-10 or 0 (not ranked), and where it was looked up. `family_card` is the one that was asked about, perhaps not the client's."""

    LIVES = {"state": dtsen_check.LIFE}

    client = DeferredForeignKey("Client", backref="dtsen_checks")
    status = Choice(DtsenStatus)
    decile = IntegerField(null=True)
    checked_on = DateField()
    source = CharField(max_length=80, default="")
    family_card = CharField(max_length=16, default="")
    checked_by = ForeignKeyField(User)
    note = TextField(default="")
    state = Choice(CheckState, default=CheckState.KEPT)

    @classmethod
    def latest(cls, ids):
        """{client's id: their latest check that counts} of these clients, in one statement."""
        kept = cls.select().where(cls.client.in_(list(ids)), cls.state == CheckState.KEPT)
        return {check.client_id: check for check in sorted(kept, key=cls.weight)}

    @property
    def is_look(self):
        """Whether somebody looked, or only noted that nobody has."""
        return self.status != DtsenStatus.NOT_CHECKED

    def weight(self):
        """Of several the heaviest counts: any look before the note that nobody has looked, then the latest day, then the last written down."""
        return self.is_look, self.checked_on, self.id

    def correct(self, *, by, seen=None, status, checked_on, decile=None, **details):
        """Write down what DT-SEN really said; what stood there stays readable in the revisions."""
        dtsen_check.may_correct(self.state)
        may_stand(self.client, status, checked_on, decile)
        return self.change(by=by, seen=seen, status=status, checked_on=checked_on, decile=decile, **details)

    def cancel(self, *, by, reason, seen=None):
        """Written down by mistake; it stays readable and counts no more."""
        life.may_change(self.client.state)
        return self.move(CheckStep.CANCEL, by=by, seen=seen, reason=reason)

    @property
    def is_kept(self):
        return self.state == CheckState.KEPT

    @property
    def recheck_on(self):
        """The day from which DT-SEN should be looked up again."""
        return recheck_due(self.checked_on)

    @property
    def due(self):
        """What is Due today after this check, or None."""
        return due(self.status, self.checked_on, clock.today())

    @property
    def is_stale(self):
        return self.due == Due.AGAIN

    @property
    def ranked(self):
        """The decile in words; empty where there is none."""
        return said_decile(self.decile)

    @property
    def result(self):
        """Terdaftar, desil 3."""
        return ", ".join(part for part in (str(label(self.status)), self.ranked) if part)

    @property
    def said(self):
        """The result with its day and when to look again: Terdaftar, desil 3 (2 Maret 2026, cek ulang 31 Mei 2026)."""
        return f"{self.result} ({', '.join(part for part in (day(self.checked_on), self.recheck) if part)})"

    @property
    def recheck(self):
        """When to look again, in words; empty where nobody has looked."""
        if not self.is_look:
            return ""
        words = gettext("perlu dicek ulang sejak %(day)s") if self.is_stale else gettext("cek ulang %(day)s")
        return words % {"day": day(self.recheck_on)}

    @property
    def looked_up_at(self):
        """Where DT-SEN was looked up, in words."""
        return said_source(self.source)


class Checked:
    """For clients: what DT-SEN said of them."""

    def check_dtsen(self, *, by, status, checked_on, decile=None, **details):
        """What DT-SEN said of the family on a day; each check stays."""
        may_stand(self, status, checked_on, decile)
        return DtsenCheck.begin(by=by, client=self, checked_by=by, status=status, decile=decile, checked_on=checked_on, **details)

    @property
    def dtsen(self):
        """The latest check that counts, or None when nobody has looked yet."""
        return DtsenCheck.latest([self.id]).get(self.id)

    @property
    def dtsen_due(self):
        """What is Due about DT-SEN, or None."""
        check = self.dtsen
        return check.due if check else Due.FIRST


def may_stand(client, status, checked_on, decile):
    """Refused for a record that is only read, a look of the future, and a decile that does not go with its status."""
    life.may_change(client.state)
    life.may_check(checked_on=checked_on, today=clock.today())
    check_decile(status, decile)


def said_source(source):
    """Where DT-SEN was looked up, in words; another place as it was written."""
    return label(DtsenSource(source)) if source in set(DtsenSource) else source


def said_decile(decile):
    """`desil 3`, `belum diperingkat` for 0, and nothing where there is none."""
    if decile is None:
        return ""
    return gettext("desil %(decile)s", decile=decile) if decile else gettext("belum diperingkat")
