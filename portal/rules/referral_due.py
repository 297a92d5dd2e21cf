"""Until a referral is over somebody owes its next step by a moment: to send, to ask, to hand over, to hear of it, to find another place."""
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from portal.rules.referral import AWAITED, WITH_THEM, AnswerState, AnswerStep, PaperState, PaperStep, is_stopped
from portal.rules.referral_terms import paper_due
from portal.rules.refused import Refused
from portal.rules.workdays import closing_of


class Owed(StrEnum):
    LETTER = "letter"
    ISSUE = "issue"
    SEND = "send"
    ANSWER = "answer"
    PAPERS = "papers"
    PLACE = "place"
    HAND_OVER = "hand_over"
    FEEDBACK = "feedback"
    ELSEWHERE = "elsewhere"
    ANEW = "anew"


class Why(StrEnum):
    STILL_IN_TIME = "still_in_time"
    NOTHING_ASKED = "nothing_asked"
    FOLLOWED_ALREADY = "followed_already"
    PAPERS_UNNAMED = "papers_unnamed"
    PROMISED_BEFORE = "promised_before"
    BEFORE_THE_STEP = "before_the_step"


@dataclass(frozen=True)
class Times:
    """How long is waited: `hours` of the wall in an emergency, else `days` working days (domain 5.2); a report of how the client is every
    `feedback` calendar days, which is our proposal. The office may set others."""
    hours: int = 4
    days: int = 3
    feedback: int = 30


USUAL = Times()
MOST = Times(hours=72, days=60, feedback=365)
# Working days for the office's own steps, our proposal; the letter after an urgent hand-over has one whatever the level (decisions 8).
DAYS = {Owed.ISSUE: 1, Owed.SEND: 1, Owed.ELSEWHERE: 1, Owed.ANEW: 1}
LIST_DAYS = 14  # calendar days after which a waiting list without a day of its own is asked about

# What is owed in each state outside, and since which of these steps.
OUTSIDE = {
    AnswerState.SENT: (Owed.ANSWER, (AnswerStep.SEND,)),
    AnswerState.PAPERS_WANTED: (Owed.PAPERS, (AnswerStep.WANT_PAPERS,)),
    AnswerState.WAITING: (Owed.PLACE, (AnswerStep.PUT_ON_LIST,)),
    AnswerState.ACCEPTED: (Owed.HAND_OVER, (AnswerStep.ACCEPT,)),
    AnswerState.DECLINED: (Owed.ELSEWHERE, (AnswerStep.DECLINE,)),
    AnswerState.SILENT: (Owed.ELSEWHERE, (AnswerStep.FALL_SILENT,)),
    AnswerState.CAME_BACK: (Owed.ANEW, (AnswerStep.COME_BACK,)),
    **dict.fromkeys(WITH_THEM, (Owed.FEEDBACK, (AnswerStep.HAND_OVER, AnswerStep.REPORT_BACK))),
}
ENDED_WITHOUT = (AnswerState.DECLINED, AnswerState.SILENT, AnswerState.CAME_BACK)
PROMISES = (AnswerState.WAITING, AnswerState.ACCEPTED)
BEFORE_SENT = (AnswerState.NOT_SENT, *WITH_THEM, AnswerState.COMPLETED, AnswerState.CAME_BACK)


@dataclass(frozen=True)
class Course:
    """How a referral stands. `moments` are {step: when it happened last}, naive local, as is `handed_at`;
    nothing is counted from one that is missing.

    `numbered`: its letter has been issued; `sent`: that letter has left. `promised`: the day the institution named for the place or the client;
    `asked_by`: the day by which the letter asks for an answer. `settled`: another referral follows it, or it is written what is done instead.
    `takes_in`: the place is one to which the client goes, so that a hand-over follows its yes.
    """
    paper: PaperState
    answer: AnswerState
    moments: dict
    emergency: bool = False
    handed_at: datetime | None = None
    numbered: bool = False
    sent: bool = False
    promised: date | None = None
    asked_by: date | None = None
    settled: bool = False
    takes_in: bool = True


def owed(course, calendar, times=USUAL):
    """[(Owed, limit)] of what is to be done next, naive local; the letter first."""
    return [*_paper(course, calendar, times), *_outside(course, calendar, times)]


def owes_letter(*, handed, numbered, paper):
    """Whether the child went before the letter: then it is due, even after a refusal; only a record made by mistake is let off."""
    return handed and not numbered and paper != PaperState.CANCELLED


def sends_after(paper, answer, *, sent):
    """Whether a letter that follows the child is still to leave."""
    return paper == PaperState.ISSUED and not sent and answer in BEFORE_SENT and answer != AnswerState.NOT_SENT


def _paper(course, calendar, times):
    if owes_letter(handed=course.handed_at is not None, numbered=course.numbered, paper=course.paper):
        yield Owed.LETTER, paper_due(course.handed_at, calendar)
    elif course.paper == PaperState.APPROVED and PaperStep.APPROVE in course.moments:
        yield Owed.ISSUE, _limit(Owed.ISSUE, course.moments[PaperStep.APPROVE], course, calendar, times)
    elif _is_to_send(course) and PaperStep.ISSUE in course.moments:
        yield Owed.SEND, _limit(Owed.SEND, course.moments[PaperStep.ISSUE], course, calendar, times)


def _is_to_send(course):
    return course.paper == PaperState.ISSUED and not course.sent and course.answer in BEFORE_SENT


def _outside(course, calendar, times):
    if course.answer not in OUTSIDE or is_stopped(course.paper, course.answer) or course.settled and course.answer in ENDED_WITHOUT:
        return
    what, steps = OUTSIDE[course.answer]
    if what == Owed.HAND_OVER and not course.takes_in:
        what = Owed.FEEDBACK
    since = max((course.moments[step] for step in steps if step in course.moments), default=None)
    if since is not None:
        yield what, _promised(course, since, calendar) or _limit(what, since, course, calendar, times)


def _promised(course, since, calendar):
    """Closing time on the day that the institution named, for what waits for it; never before it was named."""
    if course.promised is None or course.answer not in PROMISES:
        return None
    return first_closing(max(course.promised, since.date()), calendar)


def _limit(what, since, course, calendar, times):
    if what == Owed.FEEDBACK:
        return first_closing(since.date() + timedelta(times.feedback), calendar)
    if what == Owed.PLACE:
        return closing_of(since, 1, calendar) if course.emergency else first_closing(since.date() + timedelta(LIST_DAYS), calendar)
    if course.emergency and not (what == Owed.SEND and course.handed_at):  # the paper that follows a client who is safe waits for the morning
        return since + timedelta(hours=times.hours)
    usual = closing_of(since, DAYS.get(what, times.days), calendar)
    sooner = what == Owed.ANSWER and course.asked_by is not None and course.asked_by > since.date()
    return min(usual, first_closing(course.asked_by, calendar)) if sooner else usual


def first_closing(day, calendar):
    """Closing time of this day, or of the next one on which the office opens."""
    return closing_of(datetime.combine(day - timedelta(1), time()), 1, calendar)


def is_overdue(limit, now):
    return limit is not None and now > limit


def is_pressing(owed, now):
    """Whether of these [(Owed, limit)] one is late, or there is no institution any more that anything is waited for."""
    return any(is_overdue(limit, now) or what in (Owed.ELSEWHERE, Owed.ANEW) for what, limit in owed)


def check_silent(limit, now):
    """Refused while the institution still has time to answer."""
    if not is_overdue(limit, now):
        raise Refused(Why.STILL_IN_TIME)


def goes_on(answer, paper, *, overdue):
    """Whether another place may be asked: after a no or a return, or when the answer is late."""
    return not is_stopped(paper, answer) and (answer in ENDED_WITHOUT or overdue and answer in AWAITED)


def check_going_on(answer, paper, *, overdue, follower):
    """Refused when nothing ended, or when another referral follows already; `follower` is its number or empty."""
    if follower:
        raise Refused(Why.FOLLOWED_ALREADY, number=follower)
    if not goes_on(answer, paper, overdue=overdue):
        raise Refused(Why.NOTHING_ASKED)


def check_order(at, before):
    """Refused when a step is said to have happened before the one it follows (None: nobody knows when that was)."""
    if before is not None and at < before:
        raise Refused(Why.BEFORE_THE_STEP)


def check_answer(step, *, papers, promised, on):
    """Refused when papers are wanted and nobody says which, or when what is promised lies before the answer (`on`, a local day)."""
    if step == AnswerStep.WANT_PAPERS and not papers.strip():
        raise Refused(Why.PAPERS_UNNAMED)
    if promised is not None and promised < on:
        raise Refused(Why.PROMISED_BEFORE)
