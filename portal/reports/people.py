"""The people a report speaks of, until each is a client, is not found, or has no need of us."""
from flask_babel import gettext
from peewee import JOIN, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import audit
from portal.accounts.teams import CareTeam, whole
from portal.audit import Event
from portal.clients.following import is_bare
from portal.clients.identity import TOLD, Identity, spoken
from portal.clients.models import Client
from portal.db import Choice
from portal.records import Record
from portal.reports.models import Report
from portal.rules import report as life
from portal.rules.age import BirthPrecision
from portal.rules.client import may_change
from portal.rules.lifecycle import Stage
from portal.rules.matching import Sought
from portal.rules.names import initials
from portal.rules.nik import Sex
from portal.rules.refused import Refused
from portal.rules.report import PersonOutcome


class ReportPerson(Identity, Record):
    """Somebody a report speaks of, perhaps without a name; `client` once we know who it is."""

    report = ForeignKeyField(Report, backref="people")
    position = IntegerField(default=1)
    name = CharField(max_length=200, default="")
    sex = Choice(Sex, null=True)
    birth_date = DateField(null=True)
    birth_precision = Choice(BirthPrecision, null=True)
    age_estimate = IntegerField(null=True)
    age_estimate_on = DateField(null=True)
    nik = CharField(max_length=16, null=True)
    marks = TextField(default="")
    companion = CharField(max_length=200, default="")
    client = ForeignKeyField(Client, null=True, backref="sightings")
    outcome = Choice(PersonOutcome, default=PersonOutcome.PENDING)

    @classmethod
    def whole_to(cls, user):
        """People of the reports this person sees whole, each with its report."""
        return cls.select(cls, Report, CareTeam).join(Report).join(CareTeam).where(whole(user))

    @classmethod
    def of(cls, reports):
        """{report id: [people in their order]}, each with its report and the client they are: one question."""
        by_id, gathered = {report.id: report for report in reports}, {}
        rows = (cls.select(cls, Client, CareTeam).join(Client, JOIN.LEFT_OUTER).join(CareTeam, JOIN.LEFT_OUTER)
                .where(cls.report.in_(list(by_id))).order_by(cls.report, cls.position))
        for row in rows:
            row.report = by_id[row.report_id]
            gathered.setdefault(row.report_id, []).append(row)
        return gathered

    @property
    def called(self):
        """The name told; of somebody without one, what is known, and their place in the report."""
        return self.name or gettext("%(nameless)s (orang ke-%(position)d)", nameless=self.nameless, position=self.position)

    @property
    def initials(self):
        return initials(self.name) or f"#{self.position}"

    @property
    def district(self):
        """Where they were seen: a description to compare needs a place."""
        return self.report.district

    def sought(self):
        """This person as somebody who may be a client already: whoever reports may be their guardian; a ticket told of now was told of before."""
        phones = (spoken(self.report.reporter_phone),) if self.report.reporter_phone else ()
        return Sought(**vars(self.described()), names=(self.name,), phones=phones, marks=self.marks,
                      ticket="" if self.report.id else self.report.ticket or "")

    def correct(self, *, by, seen=None, **details):
        """Write down better what is told of them; once they are a client, that is done there."""
        self._check_open()
        self.change(by=by, seen=seen, **details)
        self.report.reindex()
        return self

    def is_known(self, client, *, by, seen=None):
        """This is a client we have already; the report's people join around them, and theirs around an ordinary report."""
        self._check_open()
        may_change(client.fresh().state)
        self._part(by=by)
        self.change(by=by, seen=seen, client=client, outcome=PersonOutcome.KNOWN_CLIENT)
        audit.record(Event.CHANGED, client, by=by, fields=["report_person"])
        self._bring_together(by=by)
        return self

    def unlink(self, *, by, seen=None):
        """The link was a mistake: who they are is open again, and who came to see the other record by it no longer does.

        A client who came out of the report goes with the link, as long as nothing else was written down about them.
        """
        client, made = self.client, self.outcome == PersonOutcome.NEW_CLIENT
        life.may_unlink(self.report.fresh().state, self.outcome, rests=self.case_rests, in_use=self._in_use)
        self._part(by=by)
        self.change(by=by, seen=seen, client=None, outcome=PersonOutcome.PENDING)
        audit.record(Event.CHANGED, client, by=by, fields=["report_person"])
        if made:
            client.cancel(by=by, reason=gettext("Keliru dicatat sebagai klien baru dari %(number)s.", number=self.report.number))
        return self

    def is_numbered(self, number, *, by, seen=None):
        """The same, by the exact number of a client who exists for this person."""
        return self.is_known(Client.numbered(number, by), by=by, seen=seen)

    def becomes_client(self, *, by, seen=None, **details):
        """Nobody knew them: a new client with what the report tells, and a team of the report's people."""
        self._check_open()
        self._part(by=by)
        team = CareTeam.around(self.report.care_team.lead or by, by=by, restricted=self.report.care_team.restricted)
        team.copy_members(self.report.care_team, by=by)
        told = {name: getattr(self, name) for name in TOLD}
        client = Client.register(by=by, care_team=team, **{"district": self.report.district, "village": self.report.village,
                                                          "usual_place": self.report.place, **told, **details})
        self.change(by=by, seen=seen, client=client, outcome=PersonOutcome.NEW_CLIENT)
        return client

    def set_aside(self, outcome, *, by, seen=None):
        """Not found, or no need of us."""
        self._check_open()
        self._part(by=by)
        return self.change(by=by, seen=seen, client=None, outcome=outcome)

    def _check_open(self):
        """Refused once the report is gone or they are a client; nobody else writes until the unit ends."""
        life.may_resolve(self.report.fresh().state, self.outcome, rests=self.case_rests)

    @property
    def case_rests(self):
        """Whether a case of the client they are stands on this report."""
        return any(each.case.client_id == self.client_id and each.case.stage != Stage.CANCELLED for each in self.report.case_reports)

    @property
    def unlinkable(self):
        """Whether the link can be taken back now: the button to show."""
        try:
            life.may_unlink(self.report.state, self.outcome, rests=self.case_rests, in_use=self._in_use)
        except Refused:
            return False
        return True

    @property
    def _in_use(self):
        """Whether they became a client here of whom more was written down since."""
        return self.outcome == PersonOutcome.NEW_CLIENT and not is_bare(self.client, self)

    def _bring_together(self, *, by, only=None):
        """The people around the client and around the report see both, as far as the report is not hidden."""
        mine, theirs = self.report.care_team, self.client.care_team
        theirs.copy_members(mine, by=by, because=self._because, only=only)
        if not mine.restricted:
            mine.copy_members(theirs, by=by, because=self._because, only=only)

    def _part(self, *, by):
        """Take back what this link brought, but for what another link of the report or the client brings as well."""
        parted = CareTeam.part(self._because, by=by)
        near = (ReportPerson.report == self.report) | (ReportPerson.client == self.client)
        others = ReportPerson.select().where(ReportPerson.id != self.id, ReportPerson.outcome == PersonOutcome.KNOWN_CLIENT, near)
        for other in others if parted else ():
            other._bring_together(by=by, only=parted)

    @property
    def _because(self):
        return f"report_person:{self.id}"


def seen_in(client, user):
    """The reports that speak of a client, as far as they exist for this person, the newest first."""
    ids = ReportPerson.select(ReportPerson.report).where(ReportPerson.client == client)
    return list(Report.visible_to(user).where(Report.id.in_(ids)).order_by(Report.received_at.desc()))


Client.APPEARS["reports"] = seen_in
