"""A report: received once, triaged, and verified, merged, handed over, outside our competence, unfounded or cancelled."""
from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, Guarded
from portal.audit import Event
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.records import Counter, Stale
from portal.reports.ticket import Ticketed
from portal.rules import report as life
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.happening import Known
from portal.rules.levels import Level
from portal.rules.numbers import Book, bare, say
from portal.rules.refused import Refused
from portal.rules.report import PersonOutcome, ReporterRelation, ReportState, ReportStep
from portal.rules.ticket import TicketSender
from portal.rules.triage import Flag, FlagAnswer, LevelReason, report_level
from portal.words import SearchWord


class Report(Ticketed, Guarded):
    """`flags` is {flag: answer}, empty before triage; `level` is provisional until then.

    `happened` are the caller's words; `happened_at` is the moment they say (naive UTC), known as closely as `happened_known` tells.
    Later features put functions into EVIDENCE, `(report) -> [[term, text]]` for the manager who lets it go; into DONE, `(report, user) ->
    [(moment, words)]` of what was done for its people, naming nobody; into APPEARS, {name: (report, user) -> what its page shows besides}.
    """

    LIVES = {"state": life.LIFE}
    EVIDENCE, DONE, APPEARS = [], [], {}

    number = CharField(max_length=20, unique=True)
    channel = Choice(Channel)
    ticket = CharField(max_length=40, null=True, unique=True)
    ticket_at = DateTimeField(null=True)
    ticket_from = Choice(TicketSender, null=True)
    ticket_by = CharField(max_length=200, default="")
    reply_due = DateTimeField(null=True)
    received_at = DateTimeField(index=True)
    happened = CharField(max_length=120, default="")
    happened_at = DateTimeField(null=True)
    happened_known = Choice(Known, null=True)
    reporter_name = CharField(max_length=200, default="")
    reporter_relation = Choice(ReporterRelation, null=True)
    reporter_phone = CharField(max_length=20, default="")
    reporter_secret = BooleanField(default=True)
    reporter_asked = BooleanField(default=False)
    district = CharField(max_length=13, index=True)
    village = CharField(max_length=13, default="")
    place = CharField(max_length=200, default="")
    narrative = TextField()
    danger = Choice(Danger)
    alone_at_night = BooleanField(default=False)
    flags = Json(default=dict)
    information_only = BooleanField(default=False)
    triaged_at = DateTimeField(null=True)
    level = Choice(Level)
    level_reason = Choice(LevelReason)
    state = Choice(ReportState, default=ReportState.RECEIVED)
    received_by = ForeignKeyField(User)
    merged_into = ForeignKeyField("self", null=True, backref="merged_reports")
    handed_to = CharField(max_length=200, default="")
    reply = TextField(default="")
    replied_at = DateTimeField(null=True)
    replied_by = ForeignKeyField(User, null=True, backref="replies")

    class Meta:
        indexes = ((("state", "level", "received_at"), False), (("channel", "replied_at"), False), (("reporter_asked", "state"), False))

    @classmethod
    def receive(cls, *, by, people=(), restricted=False, received_at=None, **details):
        """Take a report in: its number, provisional level and care team; `people` is a list of details of each one named."""
        year, serial = Counter.next(Book.REPORT)
        cls.check_ticket(details, received_at or clock.now())
        level, reason = report_level(details["danger"], {}, details["channel"], details.get("alone_at_night", False))
        report = cls.begin(by=by, care_team=CareTeam.around(by, by=by, restricted=restricted), number=say(Book.REPORT, year, serial),
                           received_at=received_at or clock.now(), received_by=by, level=level, level_reason=reason, **details)
        report.note_move("receive", "", ReportState.RECEIVED, by=by, at=report.received_at)
        for person in people:
            report.add_person(by=by, **person)
        return report.reindex()

    def add_person(self, *, by, known=None, **details):
        """One more person it speaks of, with or without a name; `known` is the number of the client they are."""
        life.may_triage(self.fresh().state)
        person = self.people.model.begin(by=by, report=self, position=self.people.count() + 1, **details)
        self.reindex()
        return person.is_numbered(known, by=by) if known else person

    @classmethod
    def written_before(cls, id, user):
        """The report that this person wrote just before, for the next one from the same place; None when it is not theirs."""
        return cls.whole_to(user).where(cls.id == id, cls.received_by == user.id).first() if id else None

    @property
    def kept(self):
        """Where and how it was told, as the next one may be."""
        return {name: getattr(self, name) for name in ("channel", "district", "village", "place")}

    def reindex(self):
        """Keep the search words in step with whom it names and, for those who see it whole, with what it tells and who told it."""
        people = list(self.people)
        names = [person.name for person in people]
        SearchWord.index(self, *names, codes=(self.number, bare(self.number), self.ticket, *(person.nik for person in people)))
        SearchWord.index(self, *names, self.narrative, self.place, self.reporter_name, codes=(self.reporter_phone,), inside=True)
        return self

    def correct(self, *, by, seen=None, **details):
        """Write down better what the reporter told; before triage is over the level follows."""
        life.may_triage(self.state)
        self.check_ticket(details, self.received_at, but=self.id)
        told = {name: details.get(name, getattr(self, name)) for name in ("danger", "channel")}
        level, reason = report_level(told["danger"], self.answers, told["channel"], self.alone_at_night, self.information_only)
        return self.change(by=by, seen=seen, level=level, level_reason=reason, **details).reindex()

    def reveal(self, *, by):
        """Somebody asked to see the reporter and the numbers in full, once."""
        audit.record(Event.REVEALED, self, by=by, fields=["reporter", "nik"])
        return self

    @property
    def persons(self):
        """The people it speaks of, in their order, each with the client they are."""
        return self.people.model.of([self]).get(self.id, [])

    @property
    def names(self):
        """Every name of those it is about, as it was told and as it is known by now."""
        persons = self.persons
        known = [name for person in persons if person.client for name in person.client.names]
        return list(dict.fromkeys([*(person.name for person in persons if person.name), *known]))

    @property
    def initials(self):
        """The initials of the first person with a name; what a title may carry."""
        return next((person.initials for person in self.persons if person.name), "")

    @property
    def answers(self):
        """The red flags as rules read them: {Flag: FlagAnswer}."""
        return {Flag(flag): FlagAnswer(answer) for flag, answer in self.flags.items()}

    def weigh(self, flags, alone_at_night=False, information_only=False):
        """(Level, LevelReason) that these answers would give it."""
        return report_level(self.danger, flags, self.channel, alone_at_night, information_only)

    def triage(self, flags, *, by, seen=None, alone_at_night=False, information_only=False):
        """Answer the eight red flags; the level follows from them and says which rule decided."""
        life.may_triage(self.state)
        level, reason = self.weigh(flags, alone_at_night, information_only)
        return self.change(by=by, seen=seen, flags={str(flag): str(answer) for flag, answer in flags.items() if answer},
                           alone_at_night=alone_at_night, information_only=information_only, level=level, level_reason=reason,
                           triaged_at=clock.now())

    def verify(self, *, by, seen=None, at=None):
        """Place and person are confirmed: the find clock stops."""
        db.lock()
        life.may_leave(proposed=self.proposal is not None)
        life.may_verify(level=self.level, flags=self.answers, outcomes=[person.outcome for person in self.people])
        life.may_happen(at, self.received_at)
        return self.move(ReportStep.VERIFY, by=by, seen=seen, at=at)

    def merge_into(self, target, *, by, seen=None):
        """The same event told twice: this one follows the other, whose team and running cases take it up."""
        target = target.fresh()
        life.may_leave(proposed=self.proposal is not None)
        life.may_merge(report_id=self.id, target_id=target.id, target_state=target.state)
        self.move(ReportStep.MERGE, by=by, seen=seen, merged_into=target)
        if target.care_team.restricted or not self.care_team.restricted:
            self.care_team.copy_members(target.care_team, by=by)
        for each in target.case_reports:
            if each.case.is_open:
                each.case.join_report(self, by=by)
        return self

    def merge_into_numbered(self, number, *, by, seen=None):
        """The same, by the exact number of a report that exists for this person."""
        target = Report.visible_to(by).where(Report.number == number).first()
        if target is None:
            raise Refused(life.Why.NO_SUCH_REPORT)
        return self.merge_into(target, by=by, seen=seen)

    def propose(self, step, *, by, reason, handed_to="", seen=None):
        """Ask a manager to let the report go: handed over, outside competence, or unfounded."""
        self.check_seen(seen)
        if seen is not None and int(seen) != self.version:
            raise Stale(self)
        life.may_propose(self.state, step, handed_to)
        life.may_cancel(has_case=self.has_case)
        return Decision.ask(DecisionKind.REPORT_DISPOSITION, self, self.going_told(step, reason, handed_to), by=by, care_team=self.care_team,
                            number=self.number, heading=self.heading, note=reason, urgent=self.level == Level.EMERGENCY,
                            asked={"step": step, "handed_to": handed_to})

    def going_told(self, step, reason, handed_to):
        """What a manager reads of letting it go."""
        return [["Laporan", self.number], ["Diterima", self.received_at], ["Lewat", self.channel], ["Tingkat", self.level],
                ["Apa yang terjadi", self.narrative], ["Usulan", step], ["Alasan", reason], ["Diserahkan kepada", handed_to or "–"],
                *(line for tells in self.EVIDENCE for line in tells(self))]

    @property
    def heading(self):
        """Number and initials: what may stand in a title or an inbox."""
        return f"{self.number} {self.initials}".strip()

    def cancel(self, *, by, reason, seen=None):
        """Written by mistake, and no case rests on it."""
        db.lock()
        life.may_leave(proposed=self.proposal is not None)
        life.may_cancel(has_case=self.has_case)
        return self.move(ReportStep.CANCEL, by=by, seen=seen, reason=reason)

    @property
    def has_case(self):
        """Whether a case rests on it."""
        return self.case_reports.exists()

    @property
    def new_clients(self):
        """The clients that came out of it."""
        return [person.client for person in self.persons if person.outcome == PersonOutcome.NEW_CLIENT]

    def restrict(self, *, by):
        """Hide it, and the clients that came out of it, from everybody but the team and the managers."""
        for team in (self.care_team, *(client.care_team for client in self.new_clients)):
            team.restrict(by=by)
        return self

    @property
    def proposal(self):
        return Decision.open_about(self, DecisionKind.REPORT_DISPOSITION)


@Decision.effect(DecisionKind.REPORT_DISPOSITION)
def disposed(decision, step, by):
    """Approval lets the report go the way that was asked; anything else leaves it where it is."""
    report = Report.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        life.may_cancel(has_case=report.has_case)
        report.move(ReportStep(decision.asked["step"]), by=by, reason=decision.note, handed_to=decision.asked["handed_to"])


Decision.SUBJECTS["report"] = "reports.show"
