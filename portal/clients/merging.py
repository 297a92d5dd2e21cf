"""One person, two records: the one is merged into the other when a manager agrees, and the last merge can be taken back whole."""
from peewee import DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.teams import CareTeam
from portal.clients import comparing
from portal.clients.following import counted
from portal.clients.models import Client
from portal.clients.uniting import divide, unite
from portal.db import Json
from portal.decisions.models import Decision
from portal.labels import sentence
from portal.records import Record, Revision
from portal.rules import merging as rules
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.client import ClientStep
from portal.rules.merging import Side
from portal.rules.refused import Refused


class Merge(Record):
    """`sides` {field: whose value stands}; `versions` of both records as they were proposed; `done` is everything that the merge did."""

    kept = ForeignKeyField(Client, backref="merges")
    gone = ForeignKeyField(Client, backref="merged_by")
    decision = ForeignKeyField(Decision, backref="merges")
    sides = Json(default=dict)
    versions = Json(default=list)
    reason = TextField(default="")
    done = Json(default=dict)
    done_at = DateTimeField(null=True)
    undone_at = DateTimeField(null=True)

    @classmethod
    def beside(cls, client, *, by, number):
        """A client and the other one of this number, the older record first; Refused when these two can't become one."""
        other = Client.numbered(number, by)
        if not other.is_whole_to(by):
            raise Refused(rules.Why.NOT_WHOLE)
        cls.check(client, other)
        return sorted((client, other), key=lambda each: each.id)

    @classmethod
    def propose(cls, kept, gone, *, by, reason, sides=None, seen=None, other_seen=None):
        """Ask a manager to merge `gone` into `kept`; `sides` {field: Side} where a value is chosen. Returns the Decision.

        `seen`, `other_seen`: the versions of both that the person looked at.
        """
        kept, gone = kept.fresh(), gone.fresh()
        kept.check_seen(seen)
        gone.check_seen(other_seen)
        cls.check(kept, gone)
        lines = comparing.lines(kept, gone, sides)
        decision = Decision.ask(DecisionKind.CLIENT_MERGE, kept, told(kept, gone, lines, reason), by=by, number=kept.number, note=reason,
                                care_team=CareTeam.around(by, by=by, restricted=True), heading=heading(kept, gone))
        cls.begin(by=by, kept=kept, gone=gone, decision=decision, reason=reason, sides={line.name: line.side for line in lines},
                  versions=[kept.version, gone.version])
        return decision

    @classmethod
    def check(cls, kept, gone, *, but=None):
        """Refused when these two can't become one now; `but` is the Merge that is being decided."""
        running = [case.number for client in (kept, gone) if (case := client.APPEARS["running_case"](client, None))]
        rules.may_merge(same=kept.id == gone.id, states=[kept.state, gone.state], running=running, asked=cls.asked_about(kept, gone, but=but))
        for check in Client.JOINS:
            check(kept, gone)

    @classmethod
    def asked_about(cls, *clients, but=None):
        """Whether another proposal about one of these clients waits for a manager."""
        open_ones = cls.select().join(Decision).where(Decision.state == DecisionState.OPEN, cls.id != (but.id if but else 0))
        return open_ones.where(cls.kept.in_(clients) | cls.gone.in_(clients)).exists()

    @classmethod
    def of(cls, decision):
        """The merge that a proposal is about."""
        return cls.get(cls.decision == decision)

    @classmethod
    def history(cls, client):
        """The merges into a client that were carried out, also those taken back, the newest first, each with the other record."""
        return list(cls.select(cls, Client, Decision).join(Client, on=cls.gone).switch(cls).join(Decision).where(
            cls.kept == client, cls.done_at.is_null(False)).order_by(cls.done_at.desc(), cls.id.desc()))

    @property
    def chosen(self):
        """{field: Side}: whose value was chosen."""
        return {name: Side(side) for name, side in self.sides.items()}

    @property
    def stayed(self):
        """The words of the fields that undoing left as they were, since somebody had changed them."""
        columns = set(self.done.get("stayed", ()))
        return [str(text) for text, names in comparing.FIELDS.values() if columns & set(names)]

    @property
    def stands(self):
        return self.done_at is not None and self.undone_at is None

    def carry_out(self, *, by):
        """Merge: everything of the one record hangs on the other from now on, and what was done is written down."""
        kept, gone = self.kept.fresh(), self.gone.fresh()
        self.check(kept, gone, but=self)
        gone.move(ClientStep.MERGE, by=by, merged_into=kept, reason=self.reason)
        done = unite(kept, gone, comparing.sides(kept, gone, self.chosen), by=by, because=f"merge:{self.id}")
        return self.change(by=by, done=done, done_at=clock.now())

    def take_back(self, *, by):
        """Two records again, as they were before; what was written down since stays with the kept one."""
        kept, gone = self.kept.fresh(), self.gone.fresh()
        self.check_undoing()
        gone.move(ClientStep.UNMERGE, by=by, merged_into=None)
        stayed = divide(kept, gone.fresh(), self.done, by=by, because=f"merge:{self.id}")
        return self.change(by=by, done={**self.done, "stayed": stayed}, undone_at=clock.now())

    def check_undoing(self):
        """Refused while something stands on this merge: a later one, or the end of the kept record."""
        last = next((merge for merge in Merge.history(self.kept) if merge.stands), self)
        later = last.gone.number if last.id != self.id else None
        rules.may_unmerge(merged=self.stands, kept_state=Client.get_by_id(self.kept_id).state, later=later)

    @property
    def why_not_undone(self):
        """The sentence that stands against taking it back now, or None."""
        try:
            self.check_undoing()
        except Refused as refused:
            return sentence(refused)
        return None

    @property
    def looked_at(self):
        """The versions of both records now, in one word: what a manager looked at."""
        return f"{Client.get_by_id(self.kept_id).version}.{Client.get_by_id(self.gone_id).version}"

    @property
    def changed_since(self):
        """[(number, words of the fields)] of what was changed in either record after it was proposed."""
        found = [(client.number, changed_fields(client, version)) for client, version in zip((self.kept, self.gone), self.versions, strict=True)]
        return [(number, fields) for number, fields in found if fields] if self.decision.is_open else []


def refusal(kept, gone, *, but=None):
    """The sentence that stands against merging these two now, or None; `but` is the Merge that is being decided."""
    try:
        Merge.check(kept, gone, but=but)
    except Refused as refused:
        return sentence(refused)
    return None


def heading(kept, gone):
    """Both, as an inbox may name them."""
    return f"{kept.heading} + {gone.heading}"


def told(kept, gone, lines, reason):
    """What a manager is asked, frozen: where the two records say otherwise, or the other's value is taken, what is to stand."""
    return [["Data yang dipertahankan", f"{kept.number} {kept.called}"], ["Data yang digabungkan", f"{gone.number} {gone.called}"],
            *([line.label, f"{line.kept or '–'} | {line.gone or '–'} → {line.result or '–'}"] for line in lines if line.decides), ["Alasan", reason]]


def changed_fields(client, version):
    """The words of what was changed in a client since a version."""
    rows = Revision.select().where(Revision.subject == Client._meta.table_name, Revision.subject_id == client.id, Revision.version >= version)
    columns = {column for row in rows for column in row.values}
    return [str(text) for text, names in comparing.FIELDS.values() if columns & set(names)]


def beside_decision(decision, user):
    """What the proposal's page shows besides the proposal: both records as they stand now, to who sees both whole."""
    merge = Merge.of(decision)
    if not decision.is_open or not all(client.is_whole_to(user) for client in (merge.kept, merge.gone)):
        return {"merge": merge}
    kept, gone = merge.kept, merge.gone
    return {"merge": merge, "kept": kept, "gone": gone, "lines": comparing.lines(kept, gone, merge.chosen), "moves": counted(gone, user),
            "Side": Side}


@Decision.effect(DecisionKind.CLIENT_MERGE)
def merge_decided(decision, step, by):
    """Approved, the two are one; undone, they are two again."""
    merge = Merge.of(decision)
    if step == DecisionStep.APPROVE:
        merge.carry_out(by=by)
    elif step == DecisionStep.UNDO:
        merge.take_back(by=by)


# Until a later merge, or the end of the kept record, stands on it.
Decision.UNDOABLE[DecisionKind.CLIENT_MERGE] = lambda decision: Merge.of(decision).why_not_undone is None
Decision.LOOKED[DecisionKind.CLIENT_MERGE] = lambda decision: Merge.of(decision).looked_at
Decision.PANELS[DecisionKind.CLIENT_MERGE] = ("clients/_decision_merge.html", beside_decision)
Decision.SUBJECTS["client"] = "clients.show"
