"""A care team: the dated people around one child or report; who is in it sees it whole."""
from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import db
from portal.many import begin_many
from portal.records import Living, Record, Table
from portal.rules.care_team import GLASS, may_break_glass
from portal.rules.reach import Reach, Why, reach
from portal.rules.refused import Refused
from portal.rules.roles import Role


class CareTeam(Record):
    """The team; `restricted` hides everything of theirs from anyone outside but the managers.

    `staged` is the import that made it, until that goes live: so long nothing of theirs exists for anybody. No index: almost no team
    is staged, and one would lead the database to read lists from there.
    """

    # function(team, by) of what follows when its record is hidden.
    HIDDEN = []

    restricted = BooleanField(default=False)
    staged = IntegerField(null=True)

    @classmethod
    def around(cls, lead, *, by, restricted=False):
        """A new team with its lead officer."""
        team = cls.begin(by=by, restricted=restricted)
        team.join(lead, by=by, lead=True)
        return team

    @classmethod
    def around_each(cls, count, lead, *, by, staged):
        """As many new teams, each with the same lead officer, for an import."""
        if not lead.roles & {Role.OFFICER, Role.MANAGER}:
            raise Refused(Why.NOT_AN_OFFICER)
        teams = begin_many(cls, [{"restricted": False, "staged": staged}] * count, by=by)
        Member.insert_many([{"team": team, "user": lead, "lead": True, "since": clock.now()} for team in teams]).execute()
        for team in teams:
            audit.record(Event.JOINED_TEAM, team, by=by, member=lead.id, lead=True)
        return teams

    def members(self):
        """Memberships in force, the lead first; who only broke the glass is no member."""
        return (Member.select(Member, User).join(User).where(Member.team == self, in_force(), Member.break_glass_reason == "")
                .order_by(Member.lead.desc(), Member.since))

    @property
    def lead(self):
        """The lead officer, or None when the last one left without a successor."""
        member = self.members().where(Member.lead).first()
        return member.user if member else None

    def join(self, user, *, by, lead=False, because=""):
        """Add an officer or manager, or make them the lead; the earlier lead stays as a member. `because`: what brought a new member."""
        if not user.roles & {Role.OFFICER, Role.MANAGER}:
            raise Refused(Why.NOT_AN_OFFICER)
        db.lock()
        if lead:
            Member.update(lead=False).where(Member.team == self, in_force()).execute()
        mine = Member.select().where(Member.team == self, Member.user == user, Member.until.is_null()).first()
        if mine:
            Member.update(lead=lead or mine.lead).where(Member.id == mine.id).execute()
        else:
            Member.create(team=self, user=user, lead=lead, since=clock.now(), because=because)
        user.__dict__.pop("_teams", None)
        audit.record(Event.JOINED_TEAM, self, by=by, member=user.id, lead=lead)

    def leave(self, user, *, by):
        """End a membership; the lead stays until somebody else leads."""
        db.lock()
        if self.lead == user:
            raise Refused(Why.LEAD_STAYS)
        Member.update(until=clock.now()).where(Member.team == self, Member.user == user, in_force()).execute()
        audit.record(Event.LEFT_TEAM, self, by=by, member=user.id)

    def copy_members(self, other, *, by, because="", only=None):
        """Everybody of another team (of `only`, ids of users) who still works with clients joins this one; `because` is what `part` takes back."""
        known = {member.user_id for member in self.members()}
        for member in other.members():
            wanted = only is None or member.user_id in only
            if wanted and member.user_id not in known and member.user.roles & {Role.OFFICER, Role.MANAGER}:
                self.join(member.user, by=by, because=because)

    @classmethod
    def part(cls, because, *, by):
        """End the memberships that `because` brought, but of who leads a team by now; returns the ids of their users."""
        db.lock()
        parted = set()
        for member in Member.select(Member, User, cls).join(User).switch(Member).join(cls).where(Member.because == because, in_force(), ~Member.lead):
            Member.update(until=clock.now()).where(Member.id == member.id).execute()
            audit.record(Event.LEFT_TEAM, member.team, by=by, member=member.user_id)
            parted.add(member.user_id)
        by.__dict__.pop("_teams", None)
        return parted

    def restrict(self, *, by):
        """Any officer may hide the record; only an approved decision lifts it again."""
        newly = not self.restricted
        self.change(by=by, action=Event.RESTRICTED, restricted=True)
        for follow in self.HIDDEN if newly else ():
            follow(self, by)

    def lift(self, *, by):
        self.change(by=by, action=Event.UNRESTRICTED, restricted=False)

    def break_glass(self, user, reason):
        """Full sight for 24 hours with a reason; the managers are asked to look at it."""
        Member.create(team=self, user=user, since=clock.now(), until=clock.now() + GLASS, break_glass_reason=reason)
        audit.record(Event.BROKE_GLASS, self, by=user)


class Member(Table):
    """One person's time in a care team."""

    team = ForeignKeyField(CareTeam, backref="memberships")
    user = ForeignKeyField(User, backref="memberships")
    lead = BooleanField(default=False)
    since = DateTimeField()
    until = DateTimeField(null=True)
    break_glass_reason = TextField(default="")
    because = CharField(max_length=60, default="", index=True)

    class Meta:
        indexes = ((("user", "until", "since", "team"), False),)


def leads(team_ids):
    """{id of the team: name of its lead officer}, for a list: one statement."""
    rows = Member.select(Member.team, User.name).join(User).where(Member.team.in_(list(team_ids)), Member.lead, in_force())
    return {row.team_id: row.user.name for row in rows}


def in_force():
    """The condition of memberships that count now."""
    now = clock.now()
    return (Member.since <= now) & (Member.until.is_null() | (Member.until > now))


def mine(user):
    """The ids of the teams a person is in now, as a query."""
    return Member.select(Member.team).where(Member.user == user.id, in_force())


def whole(user):
    """The condition on CareTeam under which this person sees everything of the record."""
    live = CareTeam.staged.is_null()
    if Role.MANAGER in user.roles:
        return live
    if Role.OFFICER not in user.roles:
        return CareTeam.id.is_null()
    condition = CareTeam.id.in_(mine(user))
    return live & (condition | ~CareTeam.restricted if open_office() else condition)


def seen(user):
    """The condition on CareTeam under which the record exists for this person, whole or in outline."""
    if Role.OFFICER in user.roles and Role.MANAGER not in user.roles:
        return CareTeam.staged.is_null() & (CareTeam.id.in_(mine(user)) | ~CareTeam.restricted)
    return whole(user)


_office = {"open": False}


def open_office():
    """Whether this office shows ordinary cases whole to all its officers (off by default)."""
    return _office["open"]


def set_open_office(answer):
    _office["open"] = answer


class Guarded(Living):
    """A record with a care team of its own: every row is reached through the person who looks."""

    care_team = ForeignKeyField(CareTeam)

    @classmethod
    def visible_to(cls, user):
        """Rows that exist for this person, whole or in outline."""
        return cls.select(cls, CareTeam).join(CareTeam).where(seen(user))

    @classmethod
    def whole_to(cls, user):
        """Rows this person sees whole, and so may work on."""
        return cls.select(cls, CareTeam).join(CareTeam).where(whole(user))

    def reach(self, user):
        """How far this person sees this row."""
        if self.care_team.staged is not None:
            return Reach.NONE
        return reach(user.roles, in_team=self.care_team_id in team_ids(user), restricted=self.care_team.restricted, open_office=open_office())

    def is_whole_to(self, user):
        return self.reach(user) == Reach.FULL

    def exists_for(self, user):
        """Whether this person may know of it at all."""
        return self.reach(user) != Reach.NONE

    def break_glass(self, *, by, reason):
        """Sight of this record for 24 hours, explained and rare; returns the record."""
        db.lock()
        earlier = Member.select().where(Member.user == by, Member.break_glass_reason != "", Member.since > clock.now() - GLASS).count()
        may_break_glass(reason, earlier=earlier, sees_whole=self.is_whole_to(by))
        self.care_team.break_glass(by, reason.strip())
        by.__dict__.pop("_teams", None)
        return self


def team_ids(user):
    """The ids of the person's teams, read once per request."""
    if "_teams" not in user.__dict__:
        user.__dict__["_teams"] = {member.team_id for member in Member.select(Member.team).where(Member.user == user.id, in_force())}
    return user.__dict__["_teams"]
