"""Courses, who was in them, and what became of them afterwards."""
from datetime import date, datetime, time, timedelta

from bench.office.rows import NOW, Days, weighed
from portal import clock
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.followup import MONTHS, FollowUpStatus, months_after
from portal.rules.lifecycle import Stage
from portal.rules.numbers import Book
from portal.rules.placement import BatchState, BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.service import FundSource
from portal.rules.trades import ProviderKind, Trade
from portal.training.aftercare.followups import FollowUp
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.programmes import Programme

FIRST = date(2023, 6, 5)
TODAY = date(2026, 3, 30)
TAUGHT = ((Trade.BARBER, "Pangkas rambut", "BLK Kabupaten Teluk Melati", ProviderKind.PUBLIC_TRAINING_CENTRE),
          (Trade.SEWING, "Menjahit dasar", "LKSA Kasih Bunda", ProviderKind.WELFARE_INSTITUTION),
          (Trade.COOKING_AND_BAKING, "Tata boga", "LPK Dapur Melati", ProviderKind.PRIVATE_TRAINING_CENTRE),
          (Trade.PHONE_REPAIR, "Servis telepon seluler", "BLK Kabupaten Teluk Melati", ProviderKind.PUBLIC_TRAINING_CENTRE),
          (Trade.FARMING, "Hidroponik", "PKBM Bina Melati", ProviderKind.LEARNING_CENTRE))
RESULTS = {PlacementState.PASSED: 70, PlacementState.NOT_PASSED: 10, PlacementState.LEFT_EARLY: 16, PlacementState.CANCELLED: 4}
VISITS = {FollowUpStatus.WORKING: 30, FollowUpStatus.OWN_BUSINESS: 18, FollowUpStatus.SCHOOL: 14, FollowUpStatus.IDLE: 14,
          FollowUpStatus.BACK_ON_STREET: 9, FollowUpStatus.NOT_FOUND: 15}
STEP = {PlacementState.PASSED: PlacementStep.PASS, PlacementState.NOT_PASSED: PlacementStep.FAIL, PlacementState.LEFT_EARLY: PlacementStep.LEAVE,
        PlacementState.CANCELLED: PlacementStep.CANCEL}
CASES_A_BATCH, GIVEN_UP = 45, .06


class School:
    """Fills courses with clients of 15 to 21 whose cases ran at the time."""

    def __init__(self, house):
        self.house, self.rows, self.chance, self.days = house, house.rows, house.chance, house.days
        self.staff, self.young, self.busy, self.left, self.certificates = house.staff, [], {}, {}, 0

    def teach(self, count):
        """All courses of these years, by their first day."""
        programmes = [self.rows.add(
            Programme, trade=trade, name=name, provider=provider, provider_kind=kind, place="Kota Melati", min_age=15, max_age=21, admits_adults=True,
            hours_per_day=5, funding=weighed(self.chance, {FundSource.APBD: 3, FundSource.BAZNAS: 1}), allowance=25_000, content="Dasar\nPraktik")
            for trade, name, provider, kind in TAUGHT]
        self.young = [course for course in self.house.courses if turned(FIRST, 22) < course.client["born"] <= turned(TODAY, 15)]
        span = (TODAY - FIRST).days + 30
        for starts in sorted(FIRST + timedelta(days=self.chance.randrange(span)) for _ in range(max(6, count // CASES_A_BATCH))):
            self._batch(self.chance.choice(programmes), starts)

    def _batch(self, programme, starts):
        ends, planned = starts + timedelta(days=self.chance.choice((12, 20, 40, 90))), at_nine(starts - timedelta(days=60))
        keeper, seats = self.chance.choice(self.staff.officers), self.chance.randrange(4, 12)
        batch = self.rows.add(Batch, number=self.rows.number(Book.BATCH, planned), programme=programme["id"], seats=seats, starts=starts, ends=ends,
                              keeper=keeper, state=BatchState.OPEN, sessions=20, days=[0, 2, 4])
        over = ends < TODAY - timedelta(days=3)
        if self.chance.random() < GIVEN_UP and starts < TODAY:
            self._went(batch, BatchStep.CANCEL, BatchState.CANCELLED, starts, keeper, "Pelatih berhalangan.")
        elif starts < TODAY:
            self._went(batch, BatchStep.START, BatchState.RUNNING, starts, keeper)
            if over:
                self._went(batch, BatchStep.END, BatchState.ENDED, ends, keeper)
        taken = 0
        for course in self._fitting(starts, ends):
            taken += self._placed(batch, course, taken < seats)
            if taken >= seats and self.chance.random() < .4:
                break

    def _went(self, batch, step, after, day, by, reason=""):
        before, batch["state"] = batch["state"], after
        self.rows.move(Batch, batch, step, before, after, by=by, at=at_nine(day), reason=reason)

    def _fitting(self, starts, ends):
        """Who may be in it, in any order."""
        born = (turned(starts, 22), turned(starts, 15))
        found = [course for course in self.young
                 if born[0] < course.client["born"] <= born[1] and self._runs(course.row, at_nine(starts - timedelta(days=20)), at_nine(ends))
                 and self.busy.get(course.client["id"], date.min) < starts]
        self.chance.shuffle(found)
        return found

    @staticmethod
    def _runs(row, since, until):
        served, finished = row.get("served_at"), row.get("finished_at")
        return served and served < since and row["stage"] not in (Stage.CANCELLED, Stage.PLANNING) and (finished is None or finished > until)

    def _placed(self, batch, course, is_room):
        """Proposed, approved into a seat or onto the list, and ended with a result; 1 when a seat is used."""
        asked_at = at_nine(batch["starts"] - timedelta(days=self.chance.randrange(8, 19)))
        if asked_at >= NOW:
            return 0
        self.busy[course.client["id"]] = batch["ends"]
        row = self.rows.add(Placement, batch=batch["id"], case=course.row["id"], state=PlacementState.PROPOSED, consent=ConsentBasis.GUARDIAN,
                            consent_by="Ibunya", assent=True, follows=self.left.pop(course.client["id"], None), proposed_by=course.lead,
                            proposed_at=asked_at)
        self._moved(row, PlacementStep.PROPOSE, "", PlacementState.PROPOSED, course.lead, asked_at)
        asked = self.rows.ask(DecisionKind.PLACEMENT, Placement, row, course.row, by=course.lead, at=asked_at)
        decided, by = self.days.later(asked_at, 30), course.manager
        if decided >= NOW:
            return 0
        if self.chance.random() < .06:
            self.rows.decide(asked, DecisionStep.REFUSE, by=by, at=decided, reason="Belum siap.")
            self._moved(row, PlacementStep.REFUSE, PlacementState.PROPOSED, PlacementState.REFUSED, by, decided, "Belum siap.")
            return 0
        self.rows.decide(asked, DecisionStep.APPROVE, by=by, at=decided)
        after = PlacementState.ACTIVE if is_room else PlacementState.WAITING
        self._moved(row, PlacementStep.APPROVE, PlacementState.PROPOSED, after, by, decided)
        row.update({"seated_on": Days.day(decided)} if is_room else {"queue_no": row["id"]})
        if batch["state"] in (BatchState.ENDED, BatchState.CANCELLED):
            self._ended(batch, row, course)
        return int(is_room)

    def _moved(self, row, step, before, after, by, at, reason=""):
        row["state"] = after
        self.rows.move(Placement, row, step, before, after, by=by, at=at, reason=reason)

    def _ended(self, batch, row, course):
        """The course is over for them."""
        seated, before, length = row["state"] == PlacementState.ACTIVE, row["state"], (batch["ends"] - batch["starts"]).days
        if batch["state"] == BatchState.CANCELLED or not seated:
            after = PlacementState.LEFT_EARLY if seated and self.chance.random() < .5 else PlacementState.CANCELLED
            reason = LeaveReason.BATCH_CANCELLED
        else:
            after, reason = weighed(self.chance, RESULTS), LeaveReason.OTHER
        if after == PlacementState.LEFT_EARLY:
            row["ended_on"] = batch["starts"] + timedelta(days=self.chance.randrange(length))
            self.left[course.client["id"]] = row["id"]
            row["leave_reason"] = reason if reason == LeaveReason.BATCH_CANCELLED else weighed(self.chance, {
                LeaveReason.RESIGNED: 4, LeaveReason.RAN_AWAY: 3, LeaveReason.MOVED: 2, LeaveReason.ILL: 1})
        elif after != PlacementState.CANCELLED:
            row["ended_on"] = batch["ends"]
        said = str(row.get("leave_reason") or "") or ("Batal." if after == PlacementState.CANCELLED else "")
        self._moved(row, STEP[after], before, after, course.lead, at_nine(row.get("ended_on") or batch["starts"]), said)
        if after == PlacementState.PASSED and self.chance.random() < .85:
            self.certificates += 1
            row.update(certificate=f"SK-{self.certificates:05}", toolkit="Satu set alat", allowance=500_000)
        if after != PlacementState.CANCELLED:
            self._followed(row, course)

    def _followed(self, row, course):
        """Visits after 1, 3, 6 and 12 months, not all of them made."""
        for months in MONTHS:
            day = months_after(row["ended_on"], months) + timedelta(days=self.chance.randrange(-5, 12))
            if day < TODAY and self.chance.random() < .82:
                status = weighed(self.chance, VISITS)
                met = status != FollowUpStatus.NOT_FOUND
                self.rows.add(FollowUp, placement=row["id"], months=months, visited_on=day, status=status, made_by=course.lead,
                              uses_skill=self.chance.choice((True, True, False, None)) if met else None,
                              income=self.chance.randrange(3, 30) * 100_000 if met and status == FollowUpStatus.WORKING else None,
                              cancelled="Keliru." if self.chance.random() < .01 else "")


def turned(day, years):
    """About the birth date of somebody who turns so many years on this day."""
    return day - timedelta(days=round(years * 365.25))


def at_nine(day):
    """That day at nine o'clock, naive UTC."""
    return clock.utc(datetime.combine(day, time(9)))
