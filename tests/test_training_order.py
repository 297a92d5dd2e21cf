"""Whatever is done in whatever order: nobody overtakes in the queue but by a step whose reason is on record, and no seat is given twice.

What happened is read back from the records alone and played again beside the program's own queue.
"""
from contextlib import suppress

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from portal.audit import Entry
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Transition
from portal.rules.approval import DecisionStep
from portal.rules.lifecycle import CaseStep
from portal.rules.placement import PlacementState, PlacementStep
from portal.rules.queue import in_order
from portal.rules.refused import Refused
from portal.training.batches import Batch
from portal.training.models import Placement
from tests.test_training import batch_of, proposed

PEOPLE = 6
ACTS = ("approve", "accept", "stand_back", "cancel", "cancel", "prioritise", "undo", "close", "seats", "offer")
# Some are approved to begin with, in any order; then anything is clicked.
BEGUN = st.permutations(range(PEOPLE)).map(lambda people: [("approve", each) for each in people[:4]])
CLICKS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, PEOPLE - 1)), min_size=4, max_size=16)


def whom(act, place, people):
    """Somebody; for an answer to an offer, somebody who has one, if anybody has."""
    rows = list(Placement.select().where(Placement.id.in_(people)).order_by(Placement.id))
    offered = [row for row in rows if row.state == PlacementState.OFFERED]
    rows = offered if act in ("accept", "stand_back") and offered else rows
    return rows[place % len(rows)]


def play(act, place, batch, people, officer, manager):
    """One click; what the rules refuse changes nothing."""
    batch, placement = Batch.get_by_id(batch), whom(act, place, people)
    decision, case = Decision.about(placement).first(), Case.get_by_id(placement.case_id)
    acts = {"approve": lambda: decision.decide(DecisionStep.APPROVE, by=manager), "undo": lambda: decision.decide(DecisionStep.UNDO, by=manager),
            "accept": lambda: placement.accept(by=officer), "stand_back": lambda: placement.stand_back(by=officer, reason="Ujian"),
            "cancel": lambda: placement.cancel(by=officer, reason="Tidak jadi"), "offer": lambda: batch.fill(by=officer),
            "prioritise": lambda: placement.prioritise(by=manager, reason="Mendesak"), "seats": lambda: batch.correct(by=officer, seats=place + 1),
            "close": lambda: case.move(CaseStep.CANCEL, by=officer, reason="Salah catat")}
    with suppress(Refused), db.unit():
        acts[act]()


class Replay:
    """The queue as the records tell it, in the order in which they were written."""

    def __init__(self, people):
        self.case_of = {each: Placement.get_by_id(each).case_id for each in people}
        self.queue, self.over = [], set()

    def read(self):
        for move in Transition.select().order_by(Transition.id):
            if move.subject == "case" and move.after == "cancelled":
                self.over.add(move.subject_id)
            elif move.subject == "placement" and move.subject_id in self.case_of:
                self.follow(move, move.subject_id)
        return self.queue

    def waiting(self):
        return [each for each in self.queue if self.case_of[each] not in self.over]

    def follow(self, move, who):
        if move.step == PlacementStep.OFFER:
            assert who == self.waiting()[0], "offered past somebody who waits longer"
        if move.step == PlacementStep.APPROVE and move.after == PlacementState.ACTIVE:
            assert not self.waiting(), "seated past those who wait"
        if who in self.queue:
            self.queue.remove(who)
        if move.step == PlacementStep.PRIORITISE:
            assert move.reason
            self.queue.insert(0, who)
        elif move.after == PlacementState.WAITING:
            assert move.step == PlacementStep.APPROVE or move.reason
            self.queue.append(who)


def test_nobody_overtakes_without_a_reason_on_record(make, manager):
    officer = make.user()
    batch = batch_of(officer, seats=1)
    people = [proposed(make, batch, officer).id for _ in range(PEOPLE)]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(BEGUN, CLICKS)
    def played(begun, clicks):
        with db.atomic() as transaction:
            for act, place in (*begun, *clicks):
                play(act, place, batch.id, people, officer, manager)
            after = Batch.get_by_id(batch.id)
            replay = Replay(people)
            told = replay.read()
            stood = Placement.select().where(Placement.batch == batch, Placement.state == PlacementState.WAITING)
            assert told == in_order((each.queue_no, each.id) for each in stood)
            assert after.taken <= after.seats
            firsts = Transition.select().where(Transition.subject == "placement", Transition.step == PlacementStep.PRIORITISE).count()
            assert Entry.select().where(Entry.action == PlacementStep.PRIORITISE).count() == firsts
            transaction.rollback()
    played()
