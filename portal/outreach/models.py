"""A trip of a team into the field: planned, under way, done; its duty letter is issued once at a time."""
from peewee import DateField, DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, Guarded
from portal.cases import contacts
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.labels import label
from portal.letters.models import Letter
from portal.office.opening import calendar
from portal.outreach import duty
from portal.phrases import day
from portal.reports.models import Report
from portal.rules import outreach as rules
from portal.rules.channels import Channel
from portal.rules.letter import LetterState, LetterStep
from portal.rules.lifecycle import TryOutcome
from portal.rules.outreach import Purpose, Shift, TripState, TripStep
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.words import SearchWord


class Outreach(Guarded):
    """`points` are [[code of the kecamatan, place], …] in the order of the way, `crew` the ids of the officers beside the lead.

    Everybody who reads reports sees the trip; its care team, who planned it and who go, work on it. Whom it looks for are its Targets.
    """

    LIVES = {"state": rules.LIFE}

    purpose = Choice(Purpose)
    state = Choice(TripState, default=TripState.PLANNED)
    planned_on = DateField(index=True)
    shift = Choice(Shift, null=True)
    lead = ForeignKeyField(User, backref="trips")
    crew = Json(default=list)
    outsiders = TextField(default="")
    points = Json()
    basis = TextField(default="")
    task = TextField(default="")
    left_at = DateTimeField(null=True)
    arrived_at = DateTimeField(null=True)
    ended_at = DateTimeField(null=True)
    handed_out = TextField(default="")
    notes = TextField(default="")
    letter = ForeignKeyField(Letter, null=True, backref="trips")

    @classmethod
    def plan(cls, *, by, lead, restricted=False, **details):
        """A trip with its team and its points; `crew` are ids of officers. `restricted`: where it goes tells of a hidden record."""
        trip = cls.begin(by=by, care_team=CareTeam.around(by, by=by, restricted=restricted), lead=lead, **details)
        trip.note_move("plan", "", TripState.PLANNED, by=by)
        return trip._manned(by=by)

    def amend(self, *, by, seen=None, **details):
        """Plan it anew, as long as the team is here and no letter says otherwise."""
        rules.may_amend(self.state, has_letter=self.letter_id is not None)
        before = {self.lead_id, *self.crew}
        self.change(by=by, seen=seen, **details)._manned(by=by)
        for user in User.select().where(User.id.in_(before - {self.lead_id, *self.crew})):
            self.care_team.leave(user, by=by)
        return self

    def _manned(self, *, by):
        """Whoever goes may work on the trip."""
        for user in self.officers:
            self.care_team.join(user, by=by, lead=user == self.lead)
        return self.reindex()

    def reindex(self):
        """Found by its places, people and letter; the codes of its kecamatan are the keys of a filter."""
        SearchWord.index(self, *(place for _, place in self.points), *(user.name for user in self.officers), self.outsiders,
                         self.letter.number if self.letter else "", keys={code for code, _ in self.points})
        return self

    @classmethod
    def passing(cls, code):
        """The condition of trips with a point in this kecamatan."""
        return cls.id.in_(SearchWord.select(SearchWord.subject_id).where(SearchWord.subject == cls._meta.table_name, SearchWord.word == f"~{code}"))

    @classmethod
    def may_go(cls):
        """The officers who can be sent, by name."""
        return list(User.with_role(Role.OFFICER))

    @property
    def officers(self):
        """Our own people who go, the lead first."""
        known = {user.id: user for user in User.select().where(User.id.in_([self.lead_id, *self.crew]))}
        return [known[id] for id in dict.fromkeys((self.lead_id, *self.crew)) if id in known]

    @property
    def title(self):
        """What it is called: it has no number of its own."""
        return f"{label(self.purpose)}, {day(self.planned_on)}, {self.points[0][1] or label(Channel.OUTREACH)}"

    def leave(self, *, by, at, seen=None):
        """The team sets out; in an emergency its letter may follow."""
        return self.move(TripStep.LEAVE, by=by, seen=seen, at=at, left_at=at)

    def come_back(self, *, by, ended_at, arrived_at=None, handed_out="", notes="", seen=None):
        """The team is back, and says what it handed out."""
        rules.check_times(self.left_at, arrived_at, ended_at, now=clock.now())
        return self.move(TripStep.COME_BACK, by=by, seen=seen, at=ended_at, arrived_at=arrived_at, ended_at=ended_at, handed_out=handed_out,
                         notes=notes)

    def cancel(self, *, by, reason, seen=None):
        """It does not take place; the number of its letter stays in the book, cancelled."""
        self.move(TripStep.CANCEL, by=by, seen=seen, reason=reason)
        if self.letter:
            self.letter.move(LetterStep.CANCEL, by=by, reason=reason)
        return self

    def check_tells(self, at):
        """Refused while nobody is out there, or for a moment outside the trip."""
        rules.may_tell(self.fresh().state, at=at, left_at=self.left_at, now=clock.now())

    def meet(self, *, by, received_at, people, **told):
        """Several children met at one place: one report that names them all, whose team are those who went; each of them is met."""
        self.check_tells(received_at)
        report = Report.receive(by=by, people=people, received_at=received_at, channel=Channel.OUTREACH, **told)
        report.care_team.copy_members(self.care_team, by=by)
        for person in report.persons:
            attempt = contacts.sought(person, TryOutcome.MET, by=by, at=received_at, place=report.place)
            self.targets.model.begin(by=by, trip=self, person=person, attempt=attempt)
        return report

    @property
    def open_reports(self):
        """The reports it follows whose numbers may stand on paper."""
        return self.targets.model.open_reports(self)

    @property
    def text(self):
        """The duty letter's text: composed anew until a letter is issued, which froze it."""
        if self.letter is None:
            return duty.compose(self)
        return {name: getattr(self.letter, name) for name in ("regarding", "secrecy", "addressee", "body", "copies", "code")}

    def issue(self, official, *, by, seen=None, **signing):
        """Make the text a letter with number and date; `signing` says how the official signs."""
        db.lock()
        self.check_seen(seen)
        rules.may_issue(self.state, has_letter=self.letter_id is not None)
        rules.check_letter("\n".join((self.basis, self.task, *(place for _district, place in self.points))), self._sought())
        letter = Letter.draft(self, by=by, care_team=self.care_team, **duty.compose(self)).issue(official, by=by, **signing)
        return self.change(by=by, seen=seen, letter=letter).reindex()

    def _sought(self):
        """Every name of those whom it looks for."""
        return [name for target in self.targets for name in target.names]

    def withdraw_letter(self, *, by, reason, seen=None):
        """The letter was wrong: its number stays in the book, cancelled, and another may be issued."""
        if self.letter is None:
            raise Refused(rules.Why.NO_LETTER)
        self.letter.move(LetterStep.CANCEL, by=by, reason=reason)
        return self.change(by=by, seen=seen, letter=None).reindex()

    @property
    def former_letters(self):
        """The cancelled ones, the oldest first."""
        return list(Letter.select().where(Letter.about == self._meta.table_name, Letter.about_id == self.id, Letter.state == LetterState.CANCELLED))

    @property
    def letter_due(self):
        """When the letter must be there of a team that left without one (naive UTC), or None."""
        if self.letter_id or self.left_at is None or self.state == TripState.CANCELLED:
            return None
        return clock.utc(rules.letter_due(clock.local(self.left_at), calendar()))


Decision.SUBJECTS["outreach"] = "outreach.show"
