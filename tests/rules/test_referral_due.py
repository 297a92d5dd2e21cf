"""What a referral still asks for and by when: every state outside, both speeds, closed days, and who may be asked next."""
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest

from portal.rules.next_place import STANDS_IN, proposed
from portal.rules.referral import AnswerState as Answer
from portal.rules.referral import AnswerStep, InstitutionKind, PaperStep
from portal.rules.referral import PaperState as Paper
from portal.rules.referral_due import (
    OUTSIDE,
    Course,
    Owed,
    Times,
    Why,
    check_answer,
    check_going_on,
    check_order,
    check_silent,
    first_closing,
    goes_on,
    is_pressing,
    owed,
    owes_letter,
    sends_after,
)
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar

# Nyepi and Idul Fitri of 2026, with the joint leave around them (domain 13): the office is closed from the 18th to the 24th of March.
CLOSED = frozenset(date(2026, 3, day) for day in (18, 19, 20, 23, 24))
CALENDAR = WorkCalendar(DEFAULT_HOURS, holidays=CLOSED)
MONDAY = datetime(2026, 3, 2, 10, 0)
EVERY_STEP = {step: MONDAY for step in (*AnswerStep, *PaperStep)}


def course(answer, paper=Paper.ISSUED, since=MONDAY, **more):
    """A referral whose steps all happened at one moment."""
    return Course(paper, answer, dict.fromkeys(EVERY_STEP, since), **{"numbered": True, "sent": True} | more)


def at(day, hour=16, minute=0, month=3):
    return datetime(2026, month, day, hour, minute)


@pytest.mark.parametrize("answer, what, ordinary, emergency", [
    (Answer.SENT, Owed.ANSWER, at(5), at(2, 14)),
    (Answer.PAPERS_WANTED, Owed.PAPERS, at(5), at(2, 14)),
    (Answer.WAITING, Owed.PLACE, at(16), at(3)),
    (Answer.ACCEPTED, Owed.HAND_OVER, at(5), at(2, 14)),
    (Answer.HANDED_OVER, Owed.FEEDBACK, at(1, month=4), at(1, month=4)),
    (Answer.REPORTED_BACK, Owed.FEEDBACK, at(1, month=4), at(1, month=4)),
    (Answer.DECLINED, Owed.ELSEWHERE, at(3), at(2, 14)),
    (Answer.SILENT, Owed.ELSEWHERE, at(3), at(2, 14)),
    (Answer.CAME_BACK, Owed.ANEW, at(3), at(2, 14)),
])
def test_what_each_state_outside_owes(answer, what, ordinary, emergency):
    assert owed(course(answer), CALENDAR) == [(what, ordinary)]
    assert owed(course(answer, emergency=True), CALENDAR) == [(what, emergency)]


def test_a_place_that_takes_nobody_in_is_asked_what_became_of_its_yes():
    assert owed(course(Answer.ACCEPTED, takes_in=False), CALENDAR) == [(Owed.FEEDBACK, at(1, month=4))]
    assert owed(course(Answer.SENT, takes_in=False), CALENDAR) == [(Owed.ANSWER, at(5))]


@pytest.mark.parametrize("paper, answer", [(Paper.ISSUED, Answer.SENT), (Paper.APPROVED, Answer.NOT_SENT), (Paper.ISSUED, Answer.NOT_SENT)])
def test_nothing_is_counted_from_a_moment_that_nobody_wrote_down(paper, answer):
    assert owed(Course(paper, answer, {}), CALENDAR) == []


@pytest.mark.parametrize("answer", [Answer.NOT_SENT, Answer.COMPLETED])
def test_nothing_is_owed_outside_before_it_left_and_after_it_is_over(answer):
    assert owed(course(answer), CALENDAR) == []


def test_every_state_owes_something_or_is_named_here():
    assert {*Answer} - {*OUTSIDE} == {Answer.NOT_SENT, Answer.COMPLETED}


@pytest.mark.parametrize("since, limit", [
    (at(2, 7, 29), at(5)), (at(2, 23, 59), at(5)), (at(3, 0, 0), datetime(2026, 3, 6, 16, 30)), (datetime(2026, 3, 6, 9, 0), at(11)),
    (at(7, 12), at(11)), (at(8, 12), at(11)), (at(16, 9), at(26)),
    (at(17, 9), datetime(2026, 3, 27, 16, 30)), (at(21, 9), datetime(2026, 3, 27, 16, 30)),
])
def test_three_working_days_skip_nights_weekends_and_the_closed_week(since, limit):
    assert owed(course(Answer.SENT, since=since), CALENDAR) == [(Owed.ANSWER, limit)]


@pytest.mark.parametrize("since", [at(2, 10), at(7, 23, 30), at(19, 3)])
def test_an_emergency_runs_on_the_wall(since):
    assert owed(course(Answer.SENT, since=since, emergency=True), CALENDAR) == [(Owed.ANSWER, since + timedelta(hours=4))]


@pytest.mark.parametrize("answer, emergency, limit", [
    (Answer.SENT, False, at(3)), (Answer.SENT, True, at(2, 11)), (Answer.PAPERS_WANTED, False, at(3)), (Answer.ACCEPTED, False, at(3)),
    (Answer.HANDED_OVER, False, at(9)), (Answer.DECLINED, False, at(3)),
])
def test_the_office_may_wait_shorter(answer, emergency, limit):
    assert [moment for _, moment in owed(course(answer, emergency=emergency), CALENDAR, Times(hours=1, days=1, feedback=7))] == [limit]


@pytest.mark.parametrize("asked_by, limit", [
    (None, at(5)), (date(2026, 3, 3), at(3)), (date(2026, 3, 5), at(5)), (date(2026, 3, 9), at(5)),
    (date(2026, 3, 2), at(5)), (date(2026, 2, 27), at(5)),  # the letter lay too long for what it asked
])
def test_a_letter_may_ask_for_an_answer_sooner(asked_by, limit):
    assert owed(course(Answer.SENT, asked_by=asked_by), CALENDAR) == [(Owed.ANSWER, limit)]


@pytest.mark.parametrize("answer, promised, limit", [
    (Answer.WAITING, date(2026, 4, 1), at(1, month=4)), (Answer.WAITING, date(2026, 3, 19), at(25)), (Answer.WAITING, date(2026, 2, 1), at(2)),
    (Answer.ACCEPTED, date(2026, 3, 9), at(9)), (Answer.SENT, date(2026, 3, 9), at(5)), (Answer.HANDED_OVER, date(2026, 3, 9), at(1, month=4)),
])
def test_what_the_institution_promised_counts_while_it_is_waited_for(answer, promised, limit):
    assert [moment for _, moment in owed(course(answer, promised=promised), CALENDAR)] == [limit]
    assert [moment for _, moment in owed(course(Answer.WAITING, promised=date(2026, 4, 1), emergency=True), CALENDAR)] == [at(1, month=4)]


def test_the_next_report_is_counted_from_the_last():
    told = {AnswerStep.HAND_OVER: MONDAY, AnswerStep.REPORT_BACK: MONDAY + timedelta(20)}
    assert owed(Course(Paper.ISSUED, Answer.REPORTED_BACK, told, numbered=True, sent=True), CALENDAR) == [(Owed.FEEDBACK, at(21, month=4))]


@pytest.mark.parametrize("paper, answer, sent, expected", [
    (Paper.APPROVED, Answer.NOT_SENT, False, [(Owed.ISSUE, at(3))]),
    (Paper.ISSUED, Answer.NOT_SENT, False, [(Owed.SEND, at(3))]),
    (Paper.DRAFT, Answer.NOT_SENT, False, []), (Paper.SUBMITTED, Answer.NOT_SENT, False, []), (Paper.REFUSED, Answer.NOT_SENT, False, []),
    (Paper.CANCELLED, Answer.SENT, True, []), (Paper.CANCELLED, Answer.DECLINED, True, []), (Paper.CANCELLED, Answer.WAITING, True, []),
    (Paper.CANCELLED, Answer.HANDED_OVER, True, [(Owed.FEEDBACK, at(1, month=4))]),
    (Paper.ISSUED, Answer.COMPLETED, False, [(Owed.SEND, at(3))]),
    (Paper.ISSUED, Answer.HANDED_OVER, False, [(Owed.SEND, at(3)), (Owed.FEEDBACK, at(1, month=4))]),
])
def test_what_the_paper_owes(paper, answer, sent, expected):
    assert owed(course(answer, paper, sent=sent), CALENDAR) == expected


@pytest.mark.parametrize("paper", Paper)
def test_the_letter_after_an_urgent_hand_over_is_due_in_a_working_day_whatever_became_of_it(paper):
    late = course(Answer.HANDED_OVER, paper, emergency=True, handed_at=at(17, 22), numbered=False, sent=False)
    due = [limit for what, limit in owed(late, CALENDAR) if what == Owed.LETTER]
    assert due == ([] if paper == Paper.CANCELLED else [at(25)])
    assert owes_letter(handed=True, numbered=False, paper=paper) is (paper != Paper.CANCELLED)
    assert not owes_letter(handed=False, numbered=False, paper=paper) and not owes_letter(handed=True, numbered=True, paper=paper)


@pytest.mark.parametrize("handed_at, limit", [(None, at(2, 14)), (at(2, 9), at(3))])
def test_the_letter_of_an_emergency_leaves_at_once_unless_the_child_went_before_it(handed_at, limit):
    answer = Answer.HANDED_OVER if handed_at else Answer.NOT_SENT
    told = owed(course(answer, emergency=True, sent=False, handed_at=handed_at), CALENDAR)
    assert told[0] == (Owed.SEND, limit)


@pytest.mark.parametrize("answer", [Answer.DECLINED, Answer.SILENT, Answer.CAME_BACK])
def test_what_is_settled_asks_no_more(answer):
    assert owed(course(answer, settled=True), CALENDAR) == []
    assert owed(course(Answer.SENT, settled=True), CALENDAR) == [(Owed.ANSWER, at(5))]


@pytest.mark.parametrize("paper, answer, sent, expected", [
    (Paper.ISSUED, Answer.HANDED_OVER, False, True), (Paper.ISSUED, Answer.CAME_BACK, False, True), (Paper.ISSUED, Answer.COMPLETED, False, True),
    (Paper.ISSUED, Answer.HANDED_OVER, True, False), (Paper.APPROVED, Answer.HANDED_OVER, False, False),
    (Paper.ISSUED, Answer.NOT_SENT, False, False), (Paper.ISSUED, Answer.DECLINED, False, False),
])
def test_a_letter_that_follows_the_child_leaves_once(paper, answer, sent, expected):
    assert sends_after(paper, answer, sent=sent) is expected


@pytest.mark.parametrize("what, now, expected", [
    (Owed.ANSWER, at(5), False), (Owed.ANSWER, at(5, 16, 1), True), (Owed.ELSEWHERE, at(2), True), (Owed.ANEW, at(2), True),
    (Owed.FEEDBACK, at(2), False),
])
def test_what_presses(what, now, expected):
    assert is_pressing([(what, at(5))], now) is expected and not is_pressing([], now)


@pytest.mark.parametrize("minutes, silent", [(-1, False), (0, False), (1, True)])
def test_silence_begins_when_the_time_is_over(minutes, silent):
    limit = at(5)
    if silent:
        check_silent(limit, limit + timedelta(minutes=minutes))
        return
    with pytest.raises(Refused) as refused:
        check_silent(limit, limit + timedelta(minutes=minutes))
    assert refused.value.why == Why.STILL_IN_TIME


def test_what_is_not_counted_is_never_silent():
    with pytest.raises(Refused):
        check_silent(None, MONDAY)


@pytest.mark.parametrize("answer, overdue, expected", [
    (Answer.DECLINED, False, True), (Answer.SILENT, False, True), (Answer.CAME_BACK, False, True), (Answer.SENT, False, False),
    (Answer.SENT, True, True), (Answer.WAITING, True, True), (Answer.WAITING, False, False), (Answer.ACCEPTED, True, False),
    (Answer.PAPERS_WANTED, True, False),
    (Answer.HANDED_OVER, True, False), (Answer.COMPLETED, True, False), (Answer.NOT_SENT, True, False),
])
def test_when_another_place_is_asked(answer, overdue, expected):
    assert goes_on(answer, Paper.ISSUED, overdue=overdue) is expected
    assert goes_on(answer, Paper.CANCELLED, overdue=overdue) is False


@pytest.mark.parametrize("answer, follower, why", [
    (Answer.DECLINED, "", None), (Answer.DECLINED, "RJ-2026-00002", Why.FOLLOWED_ALREADY), (Answer.SENT, "", Why.NOTHING_ASKED),
])
def test_another_place_is_asked_once(answer, follower, why):
    try:
        check_going_on(answer, Paper.ISSUED, overdue=False, follower=follower)
    except Refused as refused:
        assert refused.why == why
    else:
        assert why is None


@pytest.mark.parametrize("step, papers, promised, why", [
    (AnswerStep.WANT_PAPERS, "", None, Why.PAPERS_UNNAMED), (AnswerStep.WANT_PAPERS, "KK", None, None), (AnswerStep.ACCEPT, "", None, None),
    (AnswerStep.PUT_ON_LIST, "", date(2026, 3, 2), None), (AnswerStep.PUT_ON_LIST, "", date(2026, 3, 1), Why.PROMISED_BEFORE),
])
def test_an_answer_says_what_it_has_to(step, papers, promised, why):
    try:
        check_answer(step, papers=papers, promised=promised, on=MONDAY.date())
    except Refused as refused:
        assert refused.why == why
    else:
        assert why is None


@pytest.mark.parametrize("minutes, before, refused", [(-1, MONDAY, True), (0, MONDAY, False), (1, MONDAY, False), (-1, None, False)])
def test_no_step_happens_before_the_one_it_follows(minutes, before, refused):
    try:
        check_order(MONDAY + timedelta(minutes=minutes), before)
    except Refused as no:
        assert refused and no.why == Why.BEFORE_THE_STEP
    else:
        assert not refused


def test_a_closed_day_gives_way_to_the_next_open_one():
    assert first_closing(date(2026, 3, 2), CALENDAR) == at(2) and first_closing(date(2026, 3, 18), CALENDAR) == at(25)


KINDS = InstitutionKind


def places(*kinds):
    return [SimpleNamespace(id=number, kind=kind) for number, kind in enumerate(kinds, 1)]


@pytest.mark.parametrize("kind, tried, expected", [
    (KINDS.MENTAL_HOSPITAL, {1}, [5, 3, 2]), (KINDS.MENTAL_HOSPITAL, {1, 5}, [3, 2]), (KINDS.SENTRA, {4}, []),
    (KINDS.HEALTH_CENTRE, {2}, [3]), (KINDS.OTHER, set(), []),
])
def test_the_same_kind_comes_first_then_what_stands_in_and_nobody_twice(kind, tried, expected):
    known = places(KINDS.MENTAL_HOSPITAL, KINDS.HEALTH_CENTRE, KINDS.HOSPITAL, KINDS.SENTRA, KINDS.MENTAL_HOSPITAL)
    assert [place.id for place in proposed(known, kind, tried)] == expected


def test_no_kind_stands_in_for_itself():
    assert not [kind for kind, others in STANDS_IN.items() if kind in others or len(set(others)) != len(others)]
