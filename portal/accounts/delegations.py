"""Who acts for whom: a manager's authority lent from one local day to another by a written order, over by itself at midnight."""
from peewee import JOIN, CharField, DateField, DateTimeField, ForeignKeyField

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, db
from portal.records import Record
from portal.rules import delegation as rules
from portal.rules.delegation import DelegationState
from portal.rules.letter_number import SigningMode
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.signature import capacity


class Delegation(Record):
    """`user` acts for `principal`, or for a post that nobody holds here (None), from `since` to `until`, both included.

    `post` is acted for, `title` and `rank` are the own ones of who acts (empty: as their account or the list of officials says), `through`
    is the post between, for u.b.
    """

    user = ForeignKeyField(User, backref="+")
    principal = ForeignKeyField(User, null=True, backref="+")
    mode = Choice(SigningMode)
    post = CharField(max_length=120)
    title = CharField(max_length=120, default="")
    rank = CharField(max_length=80, default="")
    through = CharField(max_length=120, default="")
    order_no = CharField(max_length=80)
    since = DateField()
    until = DateField()
    recorded_by = ForeignKeyField(User, backref="+")
    ended_at = DateTimeField(null=True)
    ended_by = ForeignKeyField(User, null=True, backref="+")
    ended_reason = CharField(max_length=500, default="")

    @classmethod
    def record(cls, *, by, user, mode, post, order_no, since, until, principal=None, title="", rank="", through=""):
        """Write down an order; managers see it among the changes of accounts."""
        db.lock()
        cls._check_people(by, user, principal)
        rules.check_days(since, until, clock.today())
        rules.check_words(mode, post=post, title=title or user.title, through=through)
        rules.check_post(post, by.title, own=principal == by and not rules.records_others(by.held_roles))
        cls._check_others(user, principal, mode, post, since, until)
        row = cls.begin(by=by, user=user, principal=principal, mode=mode, post=post, title=title, rank=rank, through=through, order_no=order_no,
                        since=since, until=until, recorded_by=by)
        audit.record(Event.DELEGATED, user, by=by, delegation=row.id, mode=mode)
        by.forget_roles()
        return row

    @staticmethod
    def _check_people(by, user, principal):
        by.forget_roles()
        rules.may_record(by.held_roles, by.roles, own=principal == by, vacant=principal is None, for_oneself=user in (by, principal),
                         principal_lends=principal is not None and principal.active and rules.lends(principal.held_roles),
                         able=user.active and rules.can_act(user.held_roles))

    @classmethod
    def _check_others(cls, user, principal, mode, post, since, until):
        """Refused when somebody acts for the same person, or the same post, on some of these days."""
        for other in cls.select().where(cls.ended_at.is_null(), cls.since <= until, cls.until >= since):
            both_known = principal is not None and other.principal_id is not None
            if other.principal_id == principal.id if both_known else other.post.casefold() == post.casefold():
                rules.check_beside(mode, other.mode, same_person=other.user_id == user.id)

    def end(self, *, by, reason, seen=None):
        """End it before its last day, from this moment on; what was decided and signed under it stands."""
        db.lock()
        self.check_endable(by.forget_roles())
        if not reason.strip():
            raise Refused(rules.Why.REASON_NEEDED)
        self.change(by=by, seen=seen, ended_at=clock.now(), ended_by=by, ended_reason=reason.strip())
        audit.record(Event.DELEGATION_ENDED, self.user, by=by, delegation=self.id)
        return self

    def check_endable(self, user):
        """Refused unless this person may end it now."""
        rules.may_end(user.held_roles, own=self.principal_id == user.id, over=clock.today() > self.until, ended=self.ended_at is not None)

    def is_endable_by(self, user):
        """Whether to offer it: the same rule that refuses."""
        try:
            self.check_endable(user)
        except Refused:
            return False
        return True

    @classmethod
    def in_state(cls, state):
        """The condition of one state, by the days alone: what gives nothing though it runs stands among the running."""
        today, live = clock.today(), cls.ended_at.is_null()
        return {DelegationState.RUNNING: cls._runs(), DelegationState.COMING: live & (cls.since > today),
                DelegationState.OVER: live & (cls.until < today), DelegationState.ENDED: ~live}[state]

    @staticmethod
    def people():
        """Everybody who may act or be acted for, each with their roles, by name: two statements."""
        return User.learn_roles(User.select().where(User.active, User.granted(Role.OFFICER, Role.MANAGER)).order_by(User.name))

    @classmethod
    def written_for(cls, ids):
        """Those by which these people (ids) act today if they and their principals still may."""
        return cls.select().where(cls.user.in_(ids), cls._runs())

    @classmethod
    def lending(cls):
        """What lends authority today: in its days, not ended, from a manager (or an empty post) to an active colleague who can act."""
        principals = User.select(User.id).where(User.active, User.granted(Role.MANAGER))
        actors = User.select(User.id).where(User.active, User.granted(Role.OFFICER, Role.MANAGER))
        return cls.select().where(cls._runs(), cls.user.in_(actors), cls.principal.is_null() | cls.principal.in_(principals))

    @classmethod
    def _runs(cls):
        today = clock.today()
        return (cls.since <= today) & (cls.until >= today) & cls.ended_at.is_null()

    @classmethod
    def all(cls):
        """Every one with its people, in one statement."""
        query = cls.select(cls, User).join(User, on=cls.user)
        for field in (cls.principal, cls.recorded_by, cls.ended_by):
            person = User.alias()
            query = query.select_extend(person).switch(cls).join(person, JOIN.LEFT_OUTER, on=field, attr=field.name)
        return query

    @classmethod
    def today(cls):
        """Those that lend authority today, with their people, the earliest first."""
        running = [row.id for row in cls.lending().select(cls.id)]
        return list(cls.all().where(cls.id.in_(running)).order_by(cls.since, cls.id)) if running else []

    @classmethod
    def with_states(cls, rows):
        """These rows, each with its `.state` as of today, in one statement more."""
        rows, running = list(rows), {row.id for row in cls.lending().select(cls.id)}
        for row in rows:
            row.state = rules.state(row.since, row.until, clock.today(), ended=row.ended_at is not None, gives=row.id in running)
        return rows

    @property
    def capacity(self):
        """In which capacity its person decides and signs, in the words of paper: Plh. Kepala Dinas Sosial."""
        return capacity(self.mode, self.post)


User.LENDING[Role.MANAGER] = Delegation
