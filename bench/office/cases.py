"""The course of one case from its first report, step by step in time, until it is closed or today has come."""
from datetime import timedelta

from bench.office.assessed import Assessed
from bench.office.restless import Restless
from bench.office.rows import NOW, Days, weighed
from portal.cases.history import CaseCategory, CaseReport, LevelChange, Note, Round, Try
from portal.cases.models import Case
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.categories import Category, SpmType, SubType, suggested_spm
from portal.rules.clocks import raised_to
from portal.rules.levels import Level, higher
from portal.rules.lifecycle import CaseStep, ClosingReason, NoteKind, Stage, TryOutcome
from portal.rules.numbers import Book

CHILDREN = {Category.STREET_CHILD: 48, Category.NEGLECTED_CHILD: 16, Category.CHILD_VICTIM: 10, Category.SPECIAL_PROTECTION: 9,
            Category.CHILD_AND_LAW: 6, Category.CHILD_WITH_DISABILITY: 6}
GROWN = {Category.HOMELESS: 18, Category.BEGGING: 15, Category.DISABILITY: 22, Category.WASTE_PICKING: 6, Category.VIOLENCE: 6, Category.POOR: 9,
         Category.VULNERABLE_WOMAN: 8, Category.DRUGS: 4, Category.MIGRANT_WORKER: 4, Category.HIV: 2, Category.FORMER_PRISONER: 2,
         Category.TRAFFICKED: 1, Category.NATURAL_DISASTER: 3}
SLOWER = {Level.EMERGENCY: .25, Level.URGENT: .7, Level.ORDINARY: 1, Level.MONITORING: 1.6}
REASONS = {ClosingReason.GOALS_REACHED: 45, ClosingReason.REFERRED: 17, ClosingReason.REUNITED: 20, ClosingReason.MOVED_AWAY: 5,
           ClosingReason.DECLINED: 6, ClosingReason.GROWN_UP: 5, ClosingReason.DIED: 2}
FAILED = {0: 72, 1: 17, 2: 6, 3: 5}
STALLED, CANCELLED, REOPENED, RESTLESS = .08, .02, .05, .08


class TodayCame(Exception):
    """The next step lies ahead."""


class Course(Assessed, Restless):
    """One case: `row` its columns, `at` the moment of the last step, `lead` who carries it. `below` gives services and referrals."""

    def __init__(self, house, client, report, lead):
        self.house, self.client, self.lead, self.at = house, client, lead, report["received_at"]
        self.rows, self.chance, self.days, self.row, self.n = house.rows, house.chance, house.days, None, 0
        self.report, self.rounds, self.stalls_after = report, 0, house.chance.randrange(1, 9) if house.chance.random() < STALLED else None
        self.served, self.busy, self.pending, self.referrals = [], [], [], []

    @property
    def manager(self):
        return self.chance.choice(self.house.staff.managers)

    @property
    def is_emergency(self):
        return self.row["level"] == Level.EMERGENCY

    def go_on(self, hours, *, wall=None):
        """Let some time go by; TodayCame when it is not over yet, or when nobody goes on with this case."""
        self.stalls_after = None if self.stalls_after is None else self.stalls_after - 1
        at = self.days.later(self.at, hours * SLOWER[self.row["level"]], wall=self.is_emergency if wall is None else wall)
        if at >= NOW or self.stalls_after == 0:
            raise TodayCame
        self.at = at
        return at

    def step(self, step, after, *, by=None, reason="", **changes):
        """The case moves."""
        before = self.row["stage"]
        self.row.update(stage=after, **changes)
        self.rows.move(Case, self.row, step, before, after, by=by or self.lead, at=self.at, reason=reason)

    def reached(self, milestone, at=None):
        """The earliest counts."""
        at = max(at or self.at, self.row["t0"])
        self.row[milestone] = min(self.row.get(milestone) or at, at)

    def level(self, level, source, by=None):
        """Another level from now on."""
        if level != self.row["level"]:
            self.row["level"] = level
            self.rows.add(LevelChange, case=self.row["id"], level=level, at=self.at, by=by or self.lead, source=source)
            self.levels.append((level, self.at))
            self.row["raised_at"] = raised_to(level, self.levels)

    def opened(self, found, reports):
        """The case is opened after its report was verified; the other `reports` tell of it too."""
        client, chance = self.client, self.chance
        self.at = found + timedelta(minutes=chance.randrange(1, 200))
        if self.at >= NOW:
            return False
        category = self._category()
        t0 = self.report["received_at"]
        self.row = self.rows.add(
            Case, care_team=client["care_team"], number=self.rows.number(Book.CASE, self.at), client=client["id"], stage=Stage.OUTREACH,
            level=self.report["level"], **category, t0=t0, opened_at=self.at, found_at=max(found, t0))
        self.row["initials"] = client["initials"]
        self.rows.move(Case, self.row, "open", "", Stage.OUTREACH, by=self.lead, at=self.at)
        self.rows.add(LevelChange, case=self.row["id"], level=self.report["level"], at=t0, by=self.lead, source="triage")
        self.levels = [(self.report["level"], t0)]
        self._classified(category)
        for report in (self.report, *reports):
            self.rows.add(CaseReport, case=self.row["id"], report=report["id"])
            self.row["t0"] = min(self.row["t0"], report["received_at"])
            self.level(higher(self.row["level"], report["level"]), "triage")
        return True

    def _category(self):
        chance, years = self.chance, self.client["years"]
        main = weighed(chance, CHILDREN if years < 18 else GROWN)
        if years <= 5 and chance.random() < .5:
            main = Category.NEGLECTED_TODDLER
        if years >= 60 and chance.random() < .7:
            main = Category.NEGLECTED_ELDERLY
        more = [weighed(chance, CHILDREN)] if years < 18 and chance.random() < .25 else []
        more = [str(each) for each in more if each != main]
        street = Category.STREET_CHILD in (main, *more)
        return {"category": main, "additional": more, "sub_type": weighed(chance, {SubType.WORKS: 45, SubType.AT_RISK: 30, SubType.LIVES: 15,
                SubType.OLDER: 8, None: 6}) if street else None, "spm_type": self._spm_type(main)}

    def _spm_type(self, category):
        usual = suggested_spm(category)
        return usual if self.chance.random() < .97 else self.chance.choice((None, SpmType.HOMELESS, SpmType.NEGLECTED_CHILD))

    def _classified(self, category):
        self.rows.add(CaseCategory, case=self.row["id"], since=Days.day(self.at), by=self.lead,
                      **{name: value for name, value in category.items() if name != "spm_type"})

    def run(self):
        """Everything until the case is over or today has come."""
        try:
            if self.chance.random() < CANCELLED:
                self.go_on(60)
                self.step(CaseStep.CANCEL, Stage.CANCELLED, reason="Keliru dicatat.")
                return self
            self._outreach()
            while self.row["stage"] == Stage.ASSESSMENT:
                self._assessment()
                self._service()
                self._closing()
                self._reopening()
        except TodayCame:
            pass
        return self

    def _outreach(self):
        failed = weighed(self.chance, FAILED)
        for _ in range(failed):
            self.go_on(30)
            self._try(self.chance.choice((TryOutcome.NOT_FOUND, TryOutcome.NOT_FOUND, TryOutcome.REFUSED)))
        if failed == 3:
            self.reached("met_at")
            if self.chance.random() < .8:
                self.go_on(80)
                return self._close(ClosingReason.NOT_FOUND)
        self.go_on(14 if failed else 9)
        self._try(TryOutcome.MET)
        self.step(CaseStep.MET, Stage.ASSESSMENT)
        self.reached("met_at")
        self.house.below.met(self)

    def _try(self, outcome):
        self.rows.add(Try, case=self.row["id"], outcome=outcome, at=self.at, place="Terminal", made_by=self.lead)

    def _service(self):
        """The plan is made and carried out; meanwhile the case may be told better, raised, lowered or paused."""
        self.house.below.plan(self)
        if self.chance.random() < RESTLESS:
            self._reclassified(30)
            if self.chance.random() < .5:
                self._reclassified(500)
        if self.chance.random() < RESTLESS:
            self._level_decided()
        if self.chance.random() < RESTLESS:
            self._paused()
        if self.chance.random() < .6:
            self.rows.add(Note, case=self.row["id"], kind=weighed(self.chance, dict.fromkeys(NoteKind, 1)), at=self.at, text="Keadaannya membaik.",
                          made_by=self.lead)

    def _closing(self):
        """Watched for a while, then closed; now and then a manager wants more first."""
        held = self.house.below.wait_for(self)
        if self.row["stage"] == Stage.INTERVENTION:
            self.go_on(90, wall=False)
            self.step(CaseStep.MONITOR, Stage.MONITORING)
        self.go_on(260, wall=False)
        if held and self.chance.random() < .5:
            raise TodayCame
        self._close(ClosingReason.REFERRED if held else weighed(self.chance, REASONS))

    def _close(self, reason):
        """Proposed, perhaps returned, and closed by a manager."""
        asked = self._closure(reason)
        self.go_on(20, wall=False)
        if self.chance.random() < .06:
            back, why = self.row["closing_from"], "Kunjungi sekali lagi."
            by = self.manager
            self.rows.decide(asked, DecisionStep.RETURN, by=by, at=self.at, reason=why)
            self.step(CaseStep.RETURN_CLOSURE, back, by=by, reason=why, closing_reason=None, closing_from=None)
            self.go_on(90, wall=False)
            asked = self._closure(reason)
            self.go_on(20, wall=False)
        by = self.manager
        self.rows.decide(asked, DecisionStep.APPROVE, by=by, at=self.at)
        self.step(CaseStep.CLOSE, Stage.CLOSED, by=by, finished_at=self.at)

    def _closure(self, reason):
        asked = self.rows.ask(DecisionKind.CLOSURE, Case, self.row, self.row, by=self.lead, at=self.at, note="Tujuan tercapai.",
                              asked={"reason": str(reason)})
        self.step(CaseStep.PROPOSE_CLOSURE, Stage.CLOSING, reason="Tujuan tercapai.", closing_reason=reason, closing_from=self.row["stage"])
        return asked

    def _reopening(self):
        """Some come back: the clocks run anew, and the round before is kept; sometimes that was a mistake."""
        if self.rounds or self.chance.random() > REOPENED:
            return
        self.stalls_after = None
        self.rounds += 1
        asked_at = self.go_on(300, wall=False)
        asked = self.rows.ask(DecisionKind.REOPENING, Case, self.row, self.row, by=self.lead, at=asked_at, note="Kembali ke jalan.")
        kept = {name: self.row.get(name) for name in ("t0", "level", "found_at", "met_at", "assessed_at", "served_at", "finished_at",
                                                      "closing_reason", "closing_from")}
        self.go_on(6, wall=False)
        by = self.manager
        self.rows.decide(asked, DecisionStep.APPROVE, by=by, at=self.at)
        last = self.rows.add(Round, case=self.row["id"], **kept)
        cleared = dict.fromkeys(("met_at", "assessed_at", "served_at", "finished_at", "closing_reason", "closing_from"))
        self.step(CaseStep.REOPEN, Stage.ASSESSMENT, by=by, reason="Kembali ke jalan.", **cleared, t0=asked_at, found_at=asked_at)
        if self.chance.random() < .1:
            self.step(CaseStep.UNDO_REOPENING, Stage.CLOSED, by=by, **kept)
            last["taken_back"] = True
            return
        self.served, self.referrals = [], []
        self.go_on(10)
        self._try(TryOutcome.MET)
        self.reached("met_at")


def resolved(report, client, outcome):
    """The first person of a report that nobody knew yet is this client."""
    person = next((each for each in report["persons"] if "client" not in each), None)
    if person:
        person.update(client=client["id"], outcome=outcome)

