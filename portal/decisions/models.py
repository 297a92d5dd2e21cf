"""A decision: one proposal about one record, frozen as it was put, decided once by somebody else."""
from flask import url_for
from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.delegations import Delegation
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, whole
from portal.db import Choice, Json, db
from portal.decisions.authority import Authorised
from portal.decisions.weighing import Weighed, in_words
from portal.records import Living
from portal.rules import approval
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.refused import Refused
from portal.rules.roles import May
from portal.words import SearchWord


class Decision(Weighed, Authorised, Living):
    """`snapshot` is what the manager saw, in words: [[term, text], …]; `asked` the same for the effect, as plain values.

    `open_key` is unique while the proposal is open. EFFECTS: {(kind, table, or None for all others): function}.
    SUBJECTS: {table: endpoint} of the records' own pages, which take the id.
    UNDOABLE: {kind: function(decision) -> bool} of the kinds whose effect can be taken back, and until when.
    PANELS: {kind: (template, function(decision, user) -> what it needs)} of the kinds whose records are shown as they are now,
    or (with `explains`: instead of the snapshot) whose proposal is explained.
    ANSWERS: {kind: form} of the kinds whose answer says more than yes or no; `answered` keeps what it said, as plain values.
    MAKERS: {kind: function(decision) -> {id}} of the kinds whose record is the work of some, though another may put it.
    """

    LIVES = {"state": approval.LIFE}
    EFFECTS = {}
    SUBJECTS = {}
    UNDOABLE = {}
    PANELS = {}
    ANSWERS = {}
    MAKERS = {}

    kind = Choice(DecisionKind)
    subject = CharField(max_length=40)
    subject_id = IntegerField()
    care_team = ForeignKeyField(CareTeam)
    number = CharField(max_length=20, default="")
    heading = CharField(max_length=160, default="")
    brief = CharField(max_length=200, default="")
    snapshot = Json()
    asked = Json(default=dict)
    answered = Json(default=dict)
    note = TextField(default="")
    urgent = IntegerField(default=0)
    state = Choice(DecisionState, default=DecisionState.OPEN)
    open_key = CharField(max_length=80, null=True, unique=True)
    asked_by = ForeignKeyField(User, backref="proposals")
    asked_at = DateTimeField()
    decided_by = ForeignKeyField(User, null=True)
    decided_at = DateTimeField(null=True)
    delegation = ForeignKeyField(Delegation, null=True)
    decided_as = CharField(max_length=130, default="")
    reason = TextField(default="")

    class Meta:
        indexes = ((("subject", "subject_id"), False), (("state", "asked_at"), False), (("kind", "state"), False))

    @classmethod
    def effect(cls, kind, model=None):
        """Register what a decision of this kind (about a record of `model`) does: `function(decision, step, by)` after each step."""
        def register(function):
            cls.EFFECTS[kind, model and model._meta.table_name] = function
            return function
        return register

    @classmethod
    def ask(cls, kind, record, snapshot, *, by, care_team, number="", heading="", note="", urgent=False, asked=None):
        """Put a proposal; one open per kind and record. `heading` names no one: number and initials only.

        Values of the snapshot may be enum members, days, moments and truths: they are kept as their Indonesian words.
        """
        key = f"{kind}:{record._meta.table_name}:{record.id}"
        db.lock()
        if cls.select().where(cls.open_key == key).exists():
            raise Refused(approval.Why.ALREADY_ASKED)
        decision = cls.begin(
            by=by, kind=kind, subject=record._meta.table_name, subject_id=record.id, care_team=care_team, number=number, heading=heading,
            brief=cls.brief_of(kind, record, asked or {}),
            snapshot=in_words(snapshot), asked=asked or {}, note=note, urgent=int(urgent), open_key=key, asked_by=by, asked_at=clock.now())
        return decision.reindex()

    def reindex(self):
        """Keep the search words in step with the heading."""
        SearchWord.index(self, self.heading, codes=(self.number,))
        return self

    @classmethod
    def visible_to(cls, user):
        """Every proposal for managers; for an officer those of records they see whole."""
        return cls.select(cls, CareTeam, User).join(CareTeam).switch(cls).join(User, on=cls.asked_by).where(whole(user))

    @classmethod
    def seen_by(cls, user, id):
        """The proposal of this id as far as it exists for this person, or None."""
        return cls.visible_to(user).where(cls.id == id).first()

    @classmethod
    def waiting_for(cls, user):
        """Open proposals that this person may decide: not their own, the oldest first."""
        if not user.may(May.DECIDE):
            return cls.select().where(cls.id.is_null())
        return (cls.visible_to(user).where(cls.state == DecisionState.OPEN, cls.of_others(user))
                .order_by(cls.asked_at, cls.id))

    @classmethod
    def pressing(cls, user, most):
        """The first of those that wait for this person, where only a few have room: the urgent before the others."""
        return list(cls.waiting_for(user).order_by(cls.urgent.desc(), cls.asked_at, cls.id).limit(most))

    @classmethod
    def open_about(cls, record, kind=None):
        """The open proposal about a record, or None."""
        query = cls.about(record).where(cls.state == DecisionState.OPEN)
        return (query.where(cls.kind == kind) if kind else query).first()

    @classmethod
    def about(cls, record):
        """Every proposal about a record, the newest first."""
        return cls.select().where(cls.subject == record._meta.table_name, cls.subject_id == record.id).order_by(cls.id.desc())

    @classmethod
    def open_of(cls, user):
        """This person's own proposals that wait for somebody else, of records that they still see whole."""
        return cls.visible_to(user).where(cls.asked_by_me(user), cls.state == DecisionState.OPEN)

    @classmethod
    def asked_by_me(cls, user):
        """The condition of one's own proposals."""
        return cls.asked_by == user.id

    @classmethod
    def page_of(cls, table, id):
        """The address of the page of the record that a proposal, or a letter, is about."""
        return url_for(cls.SUBJECTS[table], id=id)

    @property
    def is_open(self):
        return self.state == DecisionState.OPEN

    @property
    def remark(self):
        """The note to the manager; empty where the snapshot says the same."""
        return self.note if self.note.strip() not in [str(value).strip() for _, value in self.snapshot] else ""

    @property
    def undoable(self):
        """Whether nothing has followed from the approval yet that can't be taken back."""
        return self.kind in self.UNDOABLE and self.UNDOABLE[self.kind](self)

    def offered_to(self, user):
        """The steps this person may take now: the buttons to show."""
        return approval.offered(self.state, undoable=self.undoable, **self.asks_of(user))

    def decide(self, step, *, by, seen=None, reason="", looked=None, answered=None):
        """Approve, return, refuse, undo or withdraw; then the record's own verb follows in the same unit of work.

        `looked`: how the records stood when the person looked at them (None: nobody asks). `answered`: what the answer says besides.
        """
        if self._clicked_twice(step, by, seen):
            return self
        self._as_it_stands()
        approval.decide(self.state, step, reason=reason, undoable=self.undoable, **self.asks_of(by.forget_roles()))
        self.check_looked(step, looked)
        self._take(step, self._changes(step, by, reason, answered), by=by, seen=seen, reason=reason)
        follow = self.EFFECTS.get((self.kind, self.subject)) or self.EFFECTS[self.kind, None]
        follow(self, step, by)
        return self

    def fall_away(self, *, by, reason):
        """What was asked for is no longer there: nothing is left to decide. Who knows that has moved the record already."""
        return self._take(DecisionStep.WITHDRAW, {"open_key": None, "reason": reason.strip()}, by=by, seen=None, reason=reason)

    def _as_it_stands(self):
        """Somebody may have been faster since this row was read: what they decided stands."""
        fresh = self.fresh()
        self.state, self.version = fresh.state, fresh.version
        self.__dict__.pop("now", None)

    def _changes(self, step, by, reason, answered):
        """What stands on the row after the step; an undone one keeps who had approved it."""
        if step == DecisionStep.UNDO:
            return {}
        if step == DecisionStep.WITHDRAW:
            return {"open_key": None}
        order = self.order_of(by)
        return {"open_key": None, "decided_by": by, "delegation": order, "decided_as": order.capacity if order else "",
                "decided_at": clock.now(), "reason": reason.strip(), "answered": answered or {}}

    def _take(self, step, changes, *, by, seen, reason):
        """Move as every Living does; the reason stands on the row too, where `move` has no room for it."""
        before, after = self.state, self._after("state", step)
        self._write({"state": after, **changes}, by=by, seen=seen)
        order = self.order_of(by) if step != DecisionStep.WITHDRAW else None
        self.note_move(step, before, after, by=by, reason=reason, **({"delegation": order.id} if order else {}))
