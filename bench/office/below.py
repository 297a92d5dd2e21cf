"""What hangs on a case: looks into DT-SEN, services, referrals with their letters, considerations."""
from datetime import timedelta

from bench.office.considered import Considered
from bench.office.rows import NOW, Days, weighed
from portal.clients.dtsen import DtsenCheck
from portal.letters.books import LetterBook
from portal.letters.models import Letter
from portal.referrals.models import Referral
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.decile import DtsenSource, DtsenStatus, Programme
from portal.rules.dtsen_check import CheckState, CheckStep
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_number import SigningMode
from portal.rules.lifecycle import CaseStep, Stage
from portal.rules.numbers import Book
from portal.rules.referral import AnswerState, AnswerStep, ConsentBasis, PaperState, PaperStep, ReferralKind, is_open
from portal.rules.referral_terms import Shared
from portal.rules.service import FundSource, ServiceState, ServiceStep, Spm, Unit
from portal.services.models import Service

NEEDS = {Spm.SPM01: 4, Spm.SPM02: 6, Spm.SPM03: 14, Spm.SPM04: 12, Spm.SPM05: 4, Spm.SPM06: 7, Spm.SPM07: 22, Spm.SPM08: 12, Spm.SPM09: 14,
         Spm.SPM10: 12, Spm.SPM11: 8, Spm.SPM12: 9, Spm.SPM13: 6}
UNIT = {Spm.SPM03: Unit.DAY, Spm.SPM04: Unit.PACKAGE, Spm.SPM05: Unit.PIECE, Spm.SPM09: Unit.DOCUMENT, Spm.SPM13: Unit.PERSON}
FUND = {FundSource.APBD: 62, FundSource.APBN: 8, FundSource.BAZNAS: 12, FundSource.CSR: 5, FundSource.COMMUNITY: 6, FundSource.OTHER: 2, None: 5}
ENDED = {ServiceState.DELIVERED: 78, ServiceState.NOT_NEEDED: 7, ServiceState.DECLINED: 5, ServiceState.CANCELLED: 4, None: 6}
ENDING = {ServiceState.NOT_NEEDED: ServiceStep.FIND_UNNEEDED, ServiceState.DECLINED: ServiceStep.DECLINE, ServiceState.CANCELLED: ServiceStep.CANCEL}
STATUS = {DtsenStatus.LISTED: 72, DtsenStatus.NOT_LISTED: 13, DtsenStatus.NIK_MISMATCH: 5, DtsenStatus.NO_NIK: 8, DtsenStatus.NOT_CHECKED: 2}
DECILES = dict(zip(range(11), (3, 22, 19, 15, 12, 9, 7, 5, 4, 3, 1), strict=True))
COUNTS = {1: 18, 2: 26, 3: 24, 4: 16, 5: 10, 6: 6}
ANSWERS = {AnswerStep.ACCEPT: 62, AnswerStep.DECLINE: 9, AnswerStep.PUT_ON_LIST: 9, AnswerStep.WANT_PAPERS: 6, AnswerStep.FALL_SILENT: 5, None: 9}
ANSWERED = {AnswerStep.ACCEPT: AnswerState.ACCEPTED, AnswerStep.DECLINE: AnswerState.DECLINED, AnswerStep.PUT_ON_LIST: AnswerState.WAITING,
            AnswerStep.WANT_PAPERS: AnswerState.PAPERS_WANTED, AnswerStep.FALL_SILENT: AnswerState.SILENT}
LEFT_OPEN = .25  # of the services that nobody gave were written down by mistake


class Below(Considered):
    """Adds to a Course what hangs below it, at its moment or soon after."""

    def __init__(self, rows, staff):
        self.rows, self.staff, self.chance, self.days = rows, staff, rows.chance, Days(rows.chance)
        self.book, self.letters = LetterBook.main(), []

    def met(self, course):
        """Somebody looks into DT-SEN, now and then again."""
        if self.chance.random() < .15 or course.row["client"] in course.house.checked and self.chance.random() < .5:
            return
        course.house.checked.add(course.row["client"])
        at = course.at
        for _ in range(1 + (self.chance.random() < .12)):
            at = self.days.later(at, 30)
            if at < NOW:
                self._check(course, at)
            at += timedelta(days=95)

    def _check(self, course, at):
        status = weighed(self.chance, STATUS)
        check = self.rows.add(
            DtsenCheck, client=course.row["client"], status=status, decile=weighed(self.chance, DECILES) if status == DtsenStatus.LISTED else None,
            checked_on=Days.day(at), source=self.chance.choice(list(DtsenSource)), checked_by=course.lead)
        if self.chance.random() < .02:
            check["state"] = CheckState.CANCELLED
            self.rows.move(DtsenCheck, check, CheckStep.CANCEL, CheckState.KEPT, CheckState.CANCELLED, by=course.lead, at=at, reason="Keliru orang.")
        else:
            course.dtsen = check

    def given_at_once(self, course):
        """Help before anybody planned it."""
        service = self._need(course, course.at, self.chance.choice((Spm.SPM02, Spm.SPM03, Spm.SPM06)))
        self._deliver(course, service, course.at)
        course.reached("served_at")

    def plan(self, course):
        """What the assessment found: each service has its own course; the first that is given begins the intervention."""
        needed_at = course.at
        kinds = {weighed(self.chance, NEEDS) for _ in range(weighed(self.chance, COUNTS))}
        made = [self._need(course, needed_at, spm) for spm in sorted(kinds)]
        if self.chance.random() < .08:
            made.append(self._need(course, needed_at, None, programme=weighed(self.chance, dict.fromkeys(Programme, 1))))
        planned = course.go_on(12, wall=False)
        for service in made:
            if self.chance.random() < .8:
                self._planned(course, service, planned)
        self._carry_out(course, made, planned)
        if self.chance.random() < .26:
            self._referral(course, planned)
        if self.chance.random() < .06 and getattr(course, "dtsen", None):
            self._consideration(course, planned)
        self._begin(course, planned)

    @staticmethod
    def _begin(course, planned):
        """The first service or referral stops the act clock; the first after the plan begins the intervention."""
        if course.served:
            course.reached("served_at", min(course.served))
        first = min((at for at in course.served if at >= planned), default=None)
        if first is not None:
            course.at = first
            course.step(CaseStep.START_SERVICE, Stage.INTERVENTION)

    def _need(self, course, at, spm, **details):
        service = self.rows.add(Service, case=course.row["id"], spm=spm, made_by=course.lead, state=ServiceState.NEEDED, **details)
        self.rows.move(Service, service, "need", "", ServiceState.NEEDED, by=course.lead, at=at)
        return service

    def _planned(self, course, service, at):
        service.update(goal="Anak aman dan bersekolah", by_when=Days.day(at) + timedelta(days=self.chance.randrange(3, 60)), owner=course.lead,
                       state=ServiceState.PLANNED)
        self.rows.move(Service, service, ServiceStep.PLAN, ServiceState.NEEDED, ServiceState.PLANNED, by=course.lead, at=at)

    def _carry_out(self, course, services, since):
        """Some are given soon, some late, some not at all."""
        for service in services:
            end, at = weighed(self.chance, ENDED), self.days.later(since, 170)
            if end is None or at >= NOW or course.stalls_after is not None and self.chance.random() < .7:
                course.pending.append(service)
            elif end == ServiceState.DELIVERED:
                self._deliver(course, service, at)
            else:
                self._end(course, service, end, at)
                course.busy.append(at)

    def _deliver(self, course, service, at):
        chance, before, spm = self.chance, service["state"], service["spm"]
        service.update(state=ServiceState.DELIVERED, delivered_at=at, delivered_by=course.lead if chance.random() < .8 else self.staff.near("-"),
                       quantity=chance.randrange(1, 4) if chance.random() < .8 else None, unit=UNIT.get(spm, Unit.TIME),
                       rupiah=chance.randrange(2, 200) * 10_000 if chance.random() < .5 else None, fund=weighed(chance, FUND))
        self.rows.move(Service, service, ServiceStep.DELIVER, before, ServiceState.DELIVERED, by=course.lead, at=at)
        course.served.append(at)

    def _end(self, course, service, end, at):
        before, reason = service["state"], "Tidak jadi diperlukan."
        service.update(state=end, closing_reason=reason)
        self.rows.move(Service, service, ENDING[end], before, end, by=course.lead, at=at, reason=reason)

    def wait_for(self, course):
        """The case is closed after the last that was done for it; what still waits is closed first, but an open referral may hold the case."""
        course.at = max([course.at, *course.served, *course.busy])
        while course.pending:
            course.go_on(50, wall=False)
            end = ServiceState.CANCELLED if self.chance.random() < LEFT_OPEN else ServiceState.NOT_NEEDED
            self._end(course, course.pending.pop(), end, course.at)
        return any(is_open(row["paper_state"], row["answer_state"]) for row in course.referrals)

    def _referral(self, course, since):
        """A referral goes its way as far as today."""
        place, chance = self.chance.choice(self.staff.institutions), self.chance
        row = self.rows.add(
            Referral, number=self.rows.number(Book.REFERRAL, since), case=course.row["id"], institution=place.id, kind=self._kind(),
            reason="Membutuhkan layanan yang tidak ada di dinas.", service="Pemeriksaan dan perawatan", summary="Ringkasan kasus.",
            shared=[str(each) for each in list(Shared)[:3]], urgent=course.is_emergency and chance.random() < .5,
            consent=weighed(chance, {ConsentBasis.GUARDIAN: 70, ConsentBasis.OWN: 30}),
            made_by=course.lead, made_at=since, paper_state=PaperState.DRAFT, answer_state=AnswerState.NOT_SENT)
        course.referrals.append(row)
        self._paper(course, row, self.days.later(since, 5))

    def _kind(self):
        return weighed(self.chance, {ReferralKind.MEDICAL: 28, ReferralKind.CARE: 20, ReferralKind.DOCUMENTS: 16, ReferralKind.EDUCATION: 14,
                                     ReferralKind.PROTECTION: 8, ReferralKind.ECONOMIC: 6, ReferralKind.LEGAL: 4, ReferralKind.TRAINING: 3,
                                     ReferralKind.RETURN_HOME: 3})

    def _paper(self, course, row, at):
        if at >= NOW or self.chance.random() < .03:
            return
        asked = self.rows.ask(DecisionKind.REFERRAL, Referral, row, {**course.row, "number": row["number"]}, by=course.lead, at=at)
        self._papered(course, row, PaperStep.SUBMIT, PaperState.SUBMITTED, at)
        at, by = self.days.later(at, 6), course.manager
        if at >= NOW:
            return
        if self.chance.random() < .05:
            self.rows.decide(asked, DecisionStep.REFUSE, by=by, at=at, reason="Tempatnya penuh.")
            return self._papered(course, row, PaperStep.REFUSE, PaperState.REFUSED, at, by=by, reason="Tempatnya penuh.")
        self.rows.decide(asked, DecisionStep.APPROVE, by=by, at=at)
        self._papered(course, row, PaperStep.APPROVE, PaperState.APPROVED, at, by=by)
        issued = self.days.later(at, 5)
        if issued < NOW:
            self._issue(course, row, issued, by)

    def _papered(self, course, row, step, after, at, by=None, reason=""):
        before, row["paper_state"] = row["paper_state"], after
        course.busy.append(at)
        self.rows.move(Referral, row, step, before, after, by=by or course.lead, at=at, reason=reason)

    def _answered(self, course, row, step, after, at, reason=""):
        before, row["answer_state"] = row["answer_state"], after
        course.busy.append(at)
        self.rows.move(Referral, row, step, before, after, by=course.lead, at=at, reason=reason)

    def _issue(self, course, row, at, by):
        """The letter gets its number when all are known: they follow each other by day."""
        letter = self.rows.add(
            Letter, care_team=course.row["care_team"], state=LetterState.ISSUED, book=self.book.id, regarding="Rujukan", addressee="Pimpinan lembaga",
            body=[["text", "Bersama ini kami rujuk seorang klien."]], official=self.staff.official, mode=SigningMode.HEAD,
            above=["Kepala Dinas Sosial,"], below=["Dr. Nur Aisyah Lestari, M.M."], about="referral", about_id=row["id"], made_by=course.lead,
            made_at=at, issued_by=by)
        self.letters.append((at, letter))
        row["letter"] = letter["id"]
        self.rows.move(Letter, letter, LetterStep.ISSUE, LetterState.DRAFT, LetterState.ISSUED, by=by, at=at)
        self._papered(course, row, PaperStep.ISSUE, PaperState.ISSUED, at, by=by)
        sent = self.days.later(at, 4)
        if sent < NOW:
            row.update(sent_at=sent, sent_way="Diantar", sent_by="Petugas")
            self._answered(course, row, AnswerStep.SEND, AnswerState.SENT, sent)
            course.served.append(sent)
            self._answer(course, row, sent)

    def _answer(self, course, row, sent):
        step, at = weighed(self.chance, ANSWERS), self.days.later(sent, 45)
        if step is None or at >= NOW:
            return
        self._answered(course, row, step, ANSWERED[step], at, reason="Penuh." if step == AnswerStep.DECLINE else "")
        row["answered_by"] = "Kepala bagian"
        if step != AnswerStep.ACCEPT:
            return
        for following, after, hours in ((AnswerStep.HAND_OVER, AnswerState.HANDED_OVER, 30), (AnswerStep.REPORT_BACK, AnswerState.REPORTED_BACK, 160),
                                        (AnswerStep.COMPLETE, AnswerState.COMPLETED, 200)):
            at = self.days.later(at, hours)
            if at >= NOW or self.chance.random() < .07:
                return
            if following == AnswerStep.HAND_OVER:
                row.update(handed_at=at, handed_by="Petugas", receiver="Ibu Wulan", handed_place="Kantor lembaga")
            if following == AnswerStep.COMPLETE and self.chance.random() < .08:
                return self._answered(course, row, AnswerStep.COME_BACK, AnswerState.CAME_BACK, at, reason="Melarikan diri.")
            self._answered(course, row, following, after, at)

    def number_letters(self):
        """Every letter has the next number on its day."""
        for at, letter in sorted(self.letters, key=lambda pair: (pair[0], pair[1]["id"])):
            day = Days.day(at)
            self.rows.given[self.book.counter, day.year] += 1
            placed = self.book.place(self.rows.given[self.book.counter, day.year], "400.9.2.2", day)
            letter.update(placed | {"book": self.book.id})

