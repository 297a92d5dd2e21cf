"""What a case conference decided: a task with a person and a day, until it is done or will not be."""
from peewee import JOIN, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField, fn

from portal import clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, Member, in_force, mine
from portal.cases.below import OfCase
from portal.cases.history import Note
from portal.cases.models import Case
from portal.clients.models import Client
from portal.conferences.models import Conference
from portal.db import Choice
from portal.phrases import day
from portal.records import Living
from portal.rules import conference as rules
from portal.rules.conference import ResolutionState, ResolutionStep
from portal.rules.refused import Refused
from portal.rules.roles import Role


class Resolution(OfCase, Living):
    """`user` is the person of the office who sees to it, `person` who outside does: one of them, or both."""

    LIVES = {"state": rules.RESOLUTION_LIFE}

    conference = ForeignKeyField(Conference, backref="resolutions")
    position = IntegerField()
    what = TextField()
    user = ForeignKeyField(User, null=True, backref="resolutions")
    person = CharField(max_length=200, default="")
    due = DateField(index=True)
    state = Choice(ResolutionState, default=ResolutionState.OPEN)
    settled_at = DateTimeField(null=True)
    outcome = TextField(default="")

    @classmethod
    def joined(cls):
        """Those of conferences that stand, each with its conference, case, client, team and person."""
        return (cls.select(cls, Conference, Note, Case, CareTeam, Client, User).join(Conference).join(Note).switch(Conference).join(Case)
                .join(CareTeam).switch(Case).join(Client).switch(cls).join(User, JOIN.LEFT_OUTER, on=cls.user).switch(cls))

    @classmethod
    def of(cls, case):
        """Those of a case by their day."""
        return cls.joined().where(Conference.case == case).order_by(cls.due, cls.id)

    @classmethod
    def open_of(cls, case):
        """Those of a case that somebody still has to see to."""
        return cls.of(case).where(cls.state == ResolutionState.OPEN)

    @classmethod
    def asked_of(cls, user, *, everyones=False):
        """The open ones that are this person's to see to: their own, and on their teams those of people outside or gone from the case.

        `everyones`: all that they see.
        """
        waiting = cls.whole_to(user).where(cls.state == ResolutionState.OPEN).order_by(cls.due, cls.id)
        return waiting if everyones else waiting.where((cls.user == user.id) | (cls._orphaned() & Case.care_team.in_(mine(user))))

    @classmethod
    def _orphaned(cls):
        """The condition of those whose person is not of the office, has left it, or does not see the case any more."""
        managers = User.select(User.id).where(User.active, User.holds(Role.MANAGER))
        stays = fn.EXISTS(Member.select().where(Member.team == Case.care_team, Member.user == cls.user, in_force()))
        return cls.user.is_null() | ~User.active | ~(stays | cls.user.in_(managers))

    def __str__(self):
        return f"{self.what}, {self.who}, {day(self.due)}"

    @property
    def case(self):
        return self.conference.case

    @property
    def who(self):
        """Whoever sees to it, by name."""
        return ", ".join(name for name in (self.user and self.user.name, self.person) if name)

    @property
    def is_open(self):
        return self.state == ResolutionState.OPEN

    @property
    def is_overdue(self):
        return rules.is_overdue(self.state, self.due, clock.today())

    @classmethod
    def write(cls, conference, rows, *, by):
        """Keep the decisions of a conference: `rows` are dicts of what, user, person, due and `id` of those known; True when anything changed.

        Known ones that are not named stay as they are.
        """
        known = {row.id: row for row in conference.resolutions}
        return any([cls._keep(conference, known, by=by, **row) for row in rows])

    @classmethod
    def _keep(cls, conference, known, *, by, id=None, **told):
        if id in known:
            return known[id].amend(conference, by=by, **told)
        cls._check(conference, told)
        known_before = len(conference.resolutions)
        cls.begin(by=by, conference=conference, position=known_before + 1, **told)
        return True

    def amend(self, conference, *, by, **told):
        """Say it better, while it is open; whether that changed anything."""
        if all(getattr(self, name) == value for name, value in told.items()):
            return False
        if not self.is_open:
            raise Refused(rules.Why.SETTLED)
        self._check(conference, told)
        self.change(by=by, **told)
        return True

    @staticmethod
    def _check(conference, told):
        """Refused for one that says nothing, whose day lies before the meeting, or whose person may not see the case."""
        if not told["what"]:
            raise Refused(rules.Why.EMPTIED)
        rules.check_due(told["due"], clock.local(conference.note.at).date())
        if told["user"] and not conference.case.is_whole_to(told["user"]):
            raise Refused(rules.Why.OUT_OF_SIGHT)

    def settle(self, step, *, by, at, outcome, seen=None):
        """It was done, or will not be: when (naive UTC) and what came of it."""
        rules.may_settle(self.conference.fresh().state)
        rules.check_settled(at, self.conference.at)
        return self.move(step, by=by, seen=seen, reason=outcome, at=at, settled_at=at, outcome=outcome.strip())

    def reopen(self, *, by, reason, seen=None):
        """It is not settled after all; what was told stays on the timeline."""
        rules.may_settle(self.conference.fresh().state)
        return self.move(ResolutionStep.REOPEN, by=by, seen=seen, reason=reason, settled_at=None, outcome="")

    def fall(self, *, by, reason):
        """The conference that took it never was: nobody is asked for it any more."""
        if self.is_open:
            self.move(ResolutionStep.DROP, by=by, reason=reason, settled_at=clock.now(), outcome=reason.strip())
