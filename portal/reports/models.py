"""A report: received once, triaged, and verified, merged, handed over, outside our competence, unfounded or cancelled."""
from peewee import BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, Guarded
from portal.audit import Event
from portal.clients.models import Client
from portal.db import Choice, Json
from portal.decisions.models import Decision
from portal.records import Counter, Record, Transition
from portal.rules import report as life
from portal.rules.age import BirthPrecision
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.names import initials
from portal.rules.nik import Sex
from portal.rules.numbers import Book, say
from portal.rules.report import PersonOutcome, ReporterRelation, ReportState, ReportStep
from portal.rules.triage import Flag, FlagAnswer, LevelReason, report_level
from portal.words import SearchWord


class Report(Guarded):
    """`flags` is {flag: answer}, empty before triage; `level` is provisional until then."""

    LIVES = {"state": life.LIFE}

    number = CharField(max_length=20, unique=True)
    channel = Choice(Channel)
    ticket = CharField(max_length=40, null=True, unique=True)
    received_at = DateTimeField(index=True)
    happened = CharField(max_length=120, default="")
    reporter_name = CharField(max_length=200, default="")
    reporter_relation = Choice(ReporterRelation, null=True)
    reporter_phone = CharField(max_length=20, default="")
    reporter_secret = BooleanField(default=True)
    district = CharField(max_length=13, index=True)
    village = CharField(max_length=13, default="")
    place = CharField(max_length=200, default="")
    narrative = TextField()
    danger = Choice(Danger)
    alone_at_night = BooleanField(default=False)
    flags = Json(default=dict)
    triaged_at = DateTimeField(null=True)
    level = Choice(Level)
    level_reason = Choice(LevelReason)
    state = Choice(ReportState, default=ReportState.RECEIVED)
    received_by = ForeignKeyField(User)
    merged_into = ForeignKeyField("self", null=True, backref="merged_reports")
    handed_to = CharField(max_length=200, default="")
    reply = TextField(default="")
    replied_at = DateTimeField(null=True)

    @classmethod
    def receive(cls, *, by, people=(), restricted=False, received_at=None, **details):
        """Take a report in: its number, provisional level and care team; `people` is a list of details of each one named."""
        year, serial = Counter.next(Book.REPORT)
        level, reason = report_level(details["danger"], {}, details["channel"], details.get("alone_at_night", False))
        report = cls.begin(by=by, care_team=CareTeam.around(by, by=by, restricted=restricted), number=say(Book.REPORT, year, serial),
                           received_at=received_at or clock.now(), received_by=by, level=level, level_reason=reason, **details)
        report.note_move("receive", "", ReportState.RECEIVED, by=by, at=report.received_at)
        for position, person in enumerate(people, 1):
            ReportPerson.create(report=report, position=position, **person)
        report.reindex()
        return report

    def reindex(self):
        SearchWord.index(self, self.number, self.ticket or "", self.place, self.reporter_name,
                         *(f"{person.name} {person.nik or ''}" for person in self.people))

    @property
    def answers(self):
        """The red flags as rules read them: {Flag: FlagAnswer}."""
        return {Flag(flag): FlagAnswer(answer) for flag, answer in self.flags.items()}

    def triage(self, flags, *, by, seen=None, alone_at_night=False, information_only=False):
        """Answer the eight red flags; the level follows from them and says which rule decided."""
        level, reason = report_level(self.danger, flags, self.channel, alone_at_night, information_only)
        self.change(by=by, seen=seen, flags={str(flag): str(answer) for flag, answer in flags.items() if answer},
                    alone_at_night=alone_at_night, level=level, level_reason=reason, triaged_at=clock.now())
        return self

    def verify(self, *, by, seen=None, at=None):
        """Place and person are confirmed: the find clock stops."""
        life.may_verify(level=self.level, flags=self.answers, outcomes=[person.outcome for person in self.people])
        return self.move(ReportStep.VERIFY, by=by, seen=seen, at=at)

    def merge_into(self, target, *, by, seen=None):
        """The same event told twice: this one follows the other."""
        life.may_merge(report_id=self.id, target_id=target.id, target_state=target.state)
        return self.move(ReportStep.MERGE, by=by, seen=seen, merged_into=target)

    def propose(self, step, *, by, reason, handed_to="", seen=None):
        """Ask a manager to let the report go: handed over, outside competence, or unfounded."""
        life.LIFE.after(self.state, step)
        snapshot = [["Laporan", self.number], ["Langkah", step], ["Alasan", reason], ["Diserahkan kepada", handed_to]]
        return Decision.ask(DecisionKind.REPORT_DISPOSITION, self, snapshot, by=by, care_team=self.care_team, number=self.number,
                            heading=self.number, note=reason, asked={"step": step, "handed_to": handed_to})

    def cancel(self, *, by, reason, has_case, seen=None):
        """Written by mistake; `has_case` says whether a case rests on it."""
        life.may_cancel(has_case=has_case)
        return self.move(ReportStep.CANCEL, by=by, seen=seen, reason=reason)

    def answer_sender(self, text, *, by, at=None):
        """Keep the reply that went back to the sender of the ticket (171)."""
        return self.change(by=by, reply=text, replied_at=at or clock.now())

    @property
    def proposal(self):
        return Decision.open_about(self, DecisionKind.REPORT_DISPOSITION)


class ReportPerson(Record):
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
    client = ForeignKeyField(Client, null=True, backref="sightings")
    outcome = Choice(PersonOutcome, default=PersonOutcome.PENDING)

    @property
    def called(self):
        return self.name or f"#{self.position}"

    @property
    def initials(self):
        return initials(self.name) or f"#{self.position}"

    def is_known(self, client, *, by):
        """This is a client we have already; the report's people join around them."""
        client.care_team.copy_members(self.report.care_team, by=by)
        return self.change(by=by, client=client, outcome=PersonOutcome.KNOWN_CLIENT)

    def becomes_client(self, *, by, **details):
        """Nobody knew them: a new client with what the report tells, and a team of the report's people."""
        team = CareTeam.around(self.report.care_team.lead or by, by=by, restricted=self.report.care_team.restricted)
        team.copy_members(self.report.care_team, by=by)
        told = {name: getattr(self, name) for name in ("name", "sex", "birth_date", "birth_precision", "age_estimate", "age_estimate_on", "nik", "marks")}
        client = Client.register(by=by, care_team=team, **{"district": self.report.district, "village": self.report.village,
                                                          "usual_place": self.report.place, **told, **details})
        self.change(by=by, client=client, outcome=PersonOutcome.NEW_CLIENT)
        return client

    def set_aside(self, outcome, *, by):
        """Not found, or no need of us."""
        return self.change(by=by, outcome=outcome)


DISPOSITIONS = {ReportStep.HAND_OVER, ReportStep.PUT_OUTSIDE, ReportStep.FIND_UNFOUNDED}


@Decision.effect(DecisionKind.REPORT_DISPOSITION)
def disposed(decision, step, by):
    """Approval lets the report go the way that was asked; anything else leaves it where it is."""
    report = Report.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        report.move(ReportStep(decision.asked["step"]), by=by, reason=decision.note, handed_to=decision.asked["handed_to"])
