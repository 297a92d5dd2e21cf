"""The course of 2025 from the first talk to the visit after a year, so that the office already knows what became of those it taught."""
from datetime import date
from itertools import groupby

from portal import clock
from portal.demo.graduates import COURSE, GRADUATES, TOPICS
from portal.demo.partners import SEWING
from portal.demo.stage import at
from portal.demo.story import Story
from portal.rules.attendance import Mark
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.followup import milestone_on
from portal.rules.lifecycle import ClosingReason
from portal.rules.placement import BatchStep, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.service import Spm
from portal.rules.training import Education
from portal.training.aftercare.followups import FollowUp
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.fitting.fit import Answers
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from portal.training.programmes import Programme

TAUGHT = "sewing 2025"
DAYS = ("07", "08", "09", "10", "13", "14", "15", "16", "17")


class Learner(Story):
    """One of the graduates on the way to a seat, and after it."""

    def __init__(self, town, graduate):
        self.town, self.graduate, self.told, self.by = town, graduate, graduate.told, town["petugas2"]
        self.reports, self.clients, self.cases = [], [], []

    @property
    def placement(self):
        """The seat as it stands."""
        return Placement.get(Placement.case == self.cases[0])

    def comes(self):
        """A talk at the roadside and one at home; the guardian signs."""
        self.receive()
        self.triage()
        self.verify(birth_certificate=True, education=Education.PRIMARY, in_school=bool(self.graduate.reason), married=False, work="Mengamen")
        self.open_case()
        self.meet("Ditemui bersama ibunya; ingin belajar menjahit.")
        self.knows(self.graduate.guardian, RelationKind.MOTHER, guardian=True)
        self.consents(ConsentKind.SERVICE, ConsentBasis.GUARDIAN, given_by=self.graduate.guardian)
        self.consents(ConsentKind.SERVICE, ConsentBasis.OWN, given_by=self.graduate.name)

    def is_assessed(self):
        """The assessment, put to a manager."""
        draft = self.assess(dismissals={Spm.SPM08: "Wali mendukung; cukup dipantau selama pelatihan."}, skill_interests="Menjahit.",
                            analysis="Putus sekolah dan mengamen; keluarga mendukung.", recommendation="Pelatihan menjahit.")
        self.submit(draft)

    def is_accepted(self):
        """A manager agrees with the assessment."""
        self.decide(self.case.assessments.get())

    def is_proposed(self):
        """A place in the course, put to a manager."""
        answers = Answers(consent=ConsentBasis.GUARDIAN, consent_by=self.graduate.guardian, assent=True)
        propose(self.town.batch(TAUGHT), self.case, by=self.by, answers=answers, reason=self.graduate.reason)

    def is_given_a_seat(self):
        """Another manager agrees."""
        self.decide(self.placement, by="manajer2")

    def leaves(self):
        """Left early, and the case with it."""
        why, day, note = self.graduate.left
        self.placement.leave(why, by=self.by, ended_on=date.fromisoformat(day), note=note)
        self.monitor()
        self.propose_closure(ClosingReason.MOVED_AWAY, note)
        self.decide(self.case)

    def passes(self, serial):
        """The result of the last day, and the allowance for the days that were written down."""
        came = len(TOPICS) - len(self.graduate.missed)
        self.placement.finish(PlacementStep.PASS, by=self.by, ended_on=COURSE["ends"], certificate=f"KB-2025-{serial:03d}",
                              toolkit="Mesin jahit portabel" if serial <= 4 else "Alat jahit tangan", allowance=came * SEWING["allowance"])

    def is_released(self):
        """Watched for three weeks, and the case is closed; the visits go on."""
        self.monitor()
        self.propose_closure(ClosingReason.GOALS_REACHED, "Lulus pelatihan menjahit; dikunjungi secara berkala.")
        self.decide(self.case)

    def is_visited(self, day, status, income, uses_skill, place):
        """What a visit found, written down on its day."""
        FollowUp.write(self.placement, milestone_on(self.placement.ended_on, day), by=self.by, visited_on=day, status=status, income=income,
                       uses_skill=uses_skill, place=place)


def sewing(town):
    """The course as its keeper saw it."""
    learners = [Learner(town, graduate) for graduate in GRADUATES]
    yield at("2025-01-06 13.30")
    taught = Programme.begin(by=town["petugas2"], **SEWING)
    town.batches[TAUGHT] = Batch.plan(by=town["petugas2"], programme=taught, **COURSE).id
    yield from _seats(learners)
    yield from _lessons(town, learners)
    yield from _ends(town, learners)
    yield from _visits(learners)


def _seats(learners):
    for day, learner in zip(DAYS, learners, strict=True):
        for hour, step in (("09.00", learner.comes), ("11.00", learner.is_assessed), ("13.10", learner.is_accepted),
                           ("14.00", learner.is_proposed), ("15.40", learner.is_given_a_seat)):
            yield at(f"2025-01-{day} {hour}")
            step()


def _lessons(town, learners):
    yield at("2025-01-20 08.00")
    town.batch(TAUGHT).go(BatchStep.START, by=town["petugas2"])
    for n, (day, topic) in enumerate(TOPICS):
        yield at(f"2025-{day} 15.00")
        missed = {learner.placement.id: (Mark(mark), why) for learner in learners for when, mark, why in learner.graduate.missed if when == n}
        meeting = Meeting.hold(town.batch(TAUGHT), by=town["petugas2"], on=clock.today(), topic=topic)
        meeting.take({row.id: missed.get(row.id, (Mark.PRESENT, "")) for row in meeting.roster(town["petugas2"])}, by=town["petugas2"])
        for learner in [each for each in learners if each.graduate.left and n == 1]:
            yield at("2025-02-10 09.30")
            learner.leaves()


def _ends(town, learners):
    yield at("2025-03-21 15.00")
    stayed = [learner for learner in learners if not learner.graduate.left]
    for serial, learner in enumerate(stayed, 1):
        learner.passes(serial)
    town.batch(TAUGHT).go(BatchStep.END, by=town["petugas2"])
    yield at("2025-04-14 10.00")
    for learner in stayed:
        learner.is_released()


def _visits(learners):
    told = [(visit, learner) for learner in learners for visit in learner.graduate.visits]
    for day, visits in groupby(sorted(told, key=_day), key=_day):
        yield at(f"{day} 14.30")
        for (_, *found), learner in visits:
            learner.is_visited(date.fromisoformat(day), *found)


def _day(told):
    return told[0][0]


STORIES = (sewing,)
