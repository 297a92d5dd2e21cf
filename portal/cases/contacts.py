"""Contacts in the field: somebody is met, is not found or refuses; three failed tries end the search."""
from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.history import Try
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules import clocks, lifecycle
from portal.rules import report as report_life
from portal.rules.lifecycle import CaseStep, Stage, TryOutcome


class Contacted:
    """The half of a Case that speaks of its contacts in the field."""

    ENOUGH_TRIES = lifecycle.TRIES

    def tried(self, outcome, *, by, at=None, **told):
        """One field contact: the child is met, is not found, or refuses. Meeting moves the case to assessment.

        `told`: place, who_met, help_given and text.
        """
        lifecycle.may_work(self.stage)
        attempt = Try.begin(by=by, case=self, outcome=outcome, at=self.told_at(at), made_by=by, **told)
        self._count_tries(by=by)
        return attempt

    def take_over_tries(self, *, by):
        """Whoever looked for the client before there was a case did so for this one; what a hidden report tells stays with it while the case
        is not hidden."""
        told_here = CareTeam.restricted <= self.care_team.restricted
        waiting = (Try.select().join(ReportPerson).join(Report).join(CareTeam)
                   .where(told_here, Try.case.is_null(), ReportPerson.client == self.client, Try.at >= self.started))
        for each in list(waiting):
            each.change(by=by, case=self)
        self._count_tries(by=by)

    def _count_tries(self, *, by):
        """The first meeting begins the assessment; it, or the third failed try, stops the clock."""
        tries = list(self.round_tries)
        met = next((each.at for each in tries if each.outcome == TryOutcome.MET), None)
        if met and self.stage == Stage.OUTREACH:
            self.move(CaseStep.MET, by=by, at=met)
        stop = clocks.respond_stop(met, [each.at for each in tries if each.outcome != TryOutcome.MET])
        if stop:
            self.reached("met_at", stop, by=by)

    @property
    def started(self):
        """t0 without its seconds: people tell minutes."""
        return self.t0.replace(second=0)

    def told_at(self, at):
        """`at` (naive UTC; None is now), or Refused outside t0 and now."""
        moment = at or clock.now()
        clocks.check_moment(moment, t0=self.started, now=clock.now())
        return moment

    @property
    def round_tries(self):
        """The contacts since t0: those before a reopening belong to the round before; oldest first."""
        return self.tries.where(Try.at >= self.started).order_by(Try.at, Try.id)

    @property
    def search_over(self):
        """Whether three tries of this round have failed and none met the client."""
        return lifecycle.tries_exhausted(each.outcome for each in self.round_tries)

    @property
    def failed_tries(self):
        """How many tries of this round have failed; 0 once the client was met."""
        return lifecycle.failed_tries(each.outcome for each in self.round_tries)


def sought(person, outcome, *, by, at=None, **told):
    """The same for a person of a report who has no case yet; the case takes it over when it is opened."""
    report, moment = person.report.fresh(), at or clock.now()
    report_life.may_resolve(report.state, None)
    clocks.check_moment(moment, t0=report.received_at.replace(second=0), now=clock.now())
    return Try.begin(by=by, person=person, outcome=outcome, at=moment, made_by=by, **told)
