"""The part of a case's course in which it is assessed."""
from bench.office.rows import Days
from portal.assessments.answers import Answer, Section
from portal.assessments.models import Assessment
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.assessment import AssessmentKind, AssessmentState, AssessmentStep
from portal.rules.levels import Level
from portal.rules.lifecycle import CaseStep, Stage

SCORED = .3


class Assessed:
    """For a Course: an assessment is written, put to a manager, perhaps given back, and accepted."""

    def _assessment(self):
        """Written, submitted, accepted; in an emergency help comes first."""
        if self.is_emergency and self.chance.random() < .5 or self.chance.random() < .08:
            self.go_on(5)
            self.house.below.given_at_once(self)
        self.n += 1
        begun = self.go_on(20)
        scored = self.client["years"] < 18 and self.chance.random() < SCORED
        paper = self.rows.add(Assessment, case=self.row["id"], n=self.n, kind=AssessmentKind.SCORED if scored else AssessmentKind.NARRATIVE,
                              instrument=self.house.instrument.id if scored else None, made_by=self.lead, age_on=Days.day(begun),
                              sub_type=self.row["sub_type"], narrative="" if scored else "Anak tinggal bersama ibunya.",
                              analysis="Perlu pendampingan.", recommendation="Dilayani.", state=AssessmentState.DRAFT)
        if scored:
            self._answered(paper)
        self.rows.move(Assessment, paper, "start", "", AssessmentState.DRAFT, by=self.lead, at=begun)
        self.go_on(26)
        asked = self._submitted(paper)
        self.go_on(16)
        if self.chance.random() < .07:
            self._verdict(paper, asked, DecisionStep.RETURN, AssessmentStep.RETURN, AssessmentState.RETURNED)
            self.go_on(24)
            asked = self._submitted(paper)
            self.go_on(16)
        paper.update(accepted_at=self.at, level_before=self.row["level"])
        by = self._verdict(paper, asked, DecisionStep.APPROVE, AssessmentStep.ACCEPT, AssessmentState.ACCEPTED)
        self.level(self._proposed(), "assessment", by)
        self.step(CaseStep.ACCEPT_ASSESSMENT, Stage.PLANNING, by=by)

    def _answered(self, paper):
        """What figures ask of the answers; the others are left open."""
        for page in self.house.instrument.content.pages:
            self.rows.add(Section, assessment=paper["id"], page=page.number)
        for item, scores in self.house.asked.items():
            if self.chance.random() < .9:
                self.rows.add(Answer, assessment=paper["id"], item=item, value=self.chance.choice((*scores, *scores, None)),
                              taken_back=self.chance.random() < .02)

    def _submitted(self, paper):
        """Put to a manager; the first time counts for the clock."""
        before = paper["state"]
        paper.update(state=AssessmentState.SUBMITTED, submitted_at=self.at, needs={}, advised=self.row["level"], proposed_level=self.row["level"])
        self.rows.move(Assessment, paper, AssessmentStep.SUBMIT, before, AssessmentState.SUBMITTED, by=self.lead, at=self.at)
        self.reached("assessed_at")
        return self.rows.ask(DecisionKind.ASSESSMENT, Assessment, paper, self.row, by=self.lead, at=self.at)

    def _verdict(self, paper, asked, decision, step, state):
        by, reason = self.manager, "Lengkapi bagian keluarga." if decision == DecisionStep.RETURN else ""
        self.rows.decide(asked, decision, by=by, at=self.at, reason=reason)
        paper["state"] = state
        self.rows.move(Assessment, paper, step, AssessmentState.SUBMITTED, state, by=by, at=self.at, reason=reason)
        return by

    def _proposed(self):
        """Mostly the level stays."""
        draw, levels = self.chance.random(), list(Level)
        place = levels.index(self.row["level"]) + (-1 if draw < .06 else 1 if draw > .88 else 0)
        return levels[min(max(place, 0), 3)]
