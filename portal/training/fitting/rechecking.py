"""The rules are asked again after the proposal: at the approval, when the dates of a batch move, and for whoever looks at its people."""
from dataclasses import dataclass, replace

from portal.records import Revision
from portal.rules.client import ConsentKind
from portal.rules.consent import Assent, ConsentState
from portal.rules.placement import CLAIMING
from portal.rules.refused import Refused
from portal.rules.training import Rule, Verdict, Why, is_stopped, may_stay, worse
from portal.training.batches import Batch
from portal.training.fitting.asked import Standing, answers_of, standings
from portal.training.fitting.fit import findings_of, first_day
from portal.training.fitting.sentences import lines
from portal.training.models import Placement
from portal.training.programmes import Programme

NO = (ConsentState.REFUSED, ConsentState.WITHDRAWN)
TAKEN_BACK = (Assent.REFUSED, Assent.WITHDRAWN)
DATES = frozenset({"starts", "ends", "hours_per_day"})
TERMS = frozenset({"hours_per_day", "work_practice", "talent_only"})


@dataclass(frozen=True)
class Unsettled:
    """A placement for which the rules find something worse today than when it was proposed; `lines` say what."""

    placement: Placement
    lines: list


def findings_now(placement, known=None, answers=None):
    """What the rules find today for what was answered when it was proposed: (Findings, as plain values)."""
    return findings_of(placement.case, placement.batch, answers or answers_of(placement), known, on=first_day(placement.batch, placement))


def answers_now(placement):
    """The Answers of a placement less what was taken back or refused since."""
    answers, stand = answers_of(placement), placement.case.client.consent(ConsentKind.SERVICE)
    if stand.state in NO:
        answers = replace(answers, consent=None)
    return replace(answers, assent=False) if stand.assent in TAKEN_BACK else answers


def told_now(placement):
    """The findings as they would be kept if it were proposed today."""
    return findings_now(placement, answers=answers_now(placement))[1]


def may_still_join(placement):
    """Refused when by now the law itself forbids it."""
    if is_stopped(findings_now(placement, Standing())[0]):
        raise Refused(Why.HARD_STOP)


def recheck(batch):
    """Refused when its dates or hours were changed so that the law forbids it to somebody who is proposed, waits or sits in it."""
    last = Revision.last_of(batch)
    if last and DATES & set(last.values):
        people = Placement.joined().where(Placement.batch == batch, Placement.state.in_(CLAIMING))
        may_stay(_stopped(_within(each, batch) for each in people))


def recheck_terms(programme):
    """The same when the terms of a programme were changed, for everybody in its courses."""
    last = Revision.last_of(programme)
    if last and TERMS & set(last.values):
        people = Placement.joined().where(Batch.programme == programme, Placement.state.in_(CLAIMING))
        may_stay(_stopped(people), Why.TERMS_STOP)


def _stopped(people):
    """To how many of them the law itself forbids it by now."""
    return sum(is_stopped(findings_now(each, Standing())[0]) for each in people)


def _within(placement, batch):
    """The placement in the batch as it is meant now, not as the query read it."""
    placement.batch = batch
    return placement


def unsettled(batch, user):
    """[Unsettled] among those of a batch that this person sees whole, in a fixed number of statements."""
    people = list(Placement.whole_to(user).where(Placement.batch == batch, Placement.state.in_(CLAIMING)).order_by(Placement.id))
    known = standings([each.case for each in people])
    found = [Unsettled(each, _worse(_within(each, batch), known[each.case_id])) for each in people]
    return [each for each in found if each.lines]


def worse_now(placement):
    """The Lines of what the rules find worse today than when it was proposed; none once the place is over."""
    return _worse(placement, standings([placement.case])[placement.case_id]) if placement.state in CLAIMING else []


def is_watched(placement):
    """Whether a plan of supervision belongs to it: asked for, or theirs, and a child's work is to be watched over."""
    return placement.state in CLAIMING and any(each.rule == Rule.SUPERVISION for each in findings_now(placement, Standing())[0])


def _worse(placement, known):
    now = findings_now(placement, known)[1]
    rules = worse({each["rule"]: Verdict(each["verdict"]) for each in placement.findings}, {each["rule"]: each["verdict"] for each in now})
    return lines([each for each in now if each["rule"] in rules])


Batch.MOVED.append(recheck)
Programme.CHANGED.append(recheck_terms)
Placement.JOINING.append(may_still_join)
