"""The two lives of a referral: what each step leads to, who is offered it, and what it is refused for."""
import pytest

from portal.rules.life import WhyNot
from portal.rules.referral import AnswerState as Answer
from portal.rules.referral import (
    AnswerStep,
    PaperStep,
    Why,
    after_answer,
    after_paper,
    answers_offered,
    check_editable,
    editable,
    is_draft,
    is_open,
    is_stopped,
    may_hand_over,
    may_send,
    papers_offered,
    undoable,
)
from portal.rules.referral import PaperState as Paper
from portal.rules.refused import Refused


def outcome_of(rule, *arguments, **more):
    try:
        return rule(*arguments, **more)
    except Refused as refused:
        return refused.why


@pytest.mark.parametrize("state, step, reason, expected", [
    (Paper.DRAFT, PaperStep.SUBMIT, "", Paper.SUBMITTED),
    (Paper.RETURNED, PaperStep.SUBMIT, "", Paper.SUBMITTED),
    (Paper.WITHDRAWN, PaperStep.SUBMIT, "", Paper.SUBMITTED),
    (Paper.SUBMITTED, PaperStep.APPROVE, "", Paper.APPROVED),
    (Paper.SUBMITTED, PaperStep.RETURN, "x", Paper.RETURNED),
    (Paper.SUBMITTED, PaperStep.REFUSE, "x", Paper.REFUSED),
    (Paper.SUBMITTED, PaperStep.WITHDRAW, "", Paper.WITHDRAWN),
    (Paper.APPROVED, PaperStep.UNDO, "", Paper.DRAFT),
    (Paper.APPROVED, PaperStep.ISSUE, "", Paper.ISSUED),
    (Paper.ISSUED, PaperStep.CANCEL, "x", Paper.CANCELLED),
    (Paper.DRAFT, PaperStep.CANCEL, "x", Paper.CANCELLED),
    (Paper.SUBMITTED, PaperStep.RETURN, "", Why.REASON_NEEDED),
    (Paper.SUBMITTED, PaperStep.REFUSE, "", Why.REASON_NEEDED),
    (Paper.ISSUED, PaperStep.CANCEL, "", Why.REASON_NEEDED),
    (Paper.ISSUED, PaperStep.UNDO, "", WhyNot.NOT_FROM_HERE),
    (Paper.ISSUED, PaperStep.ISSUE, "", WhyNot.NOT_FROM_HERE),
    (Paper.SUBMITTED, PaperStep.ISSUE, "", WhyNot.NOT_FROM_HERE),
    (Paper.DRAFT, PaperStep.APPROVE, "", WhyNot.NOT_FROM_HERE),
    (Paper.REFUSED, PaperStep.SUBMIT, "", WhyNot.NOT_FROM_HERE),
    (Paper.REFUSED, PaperStep.REVISE, "", Why.NOT_URGENT),
])
def test_the_paper(state, step, reason, expected):
    assert outcome_of(after_paper, state, step, reason=reason) == expected


@pytest.mark.parametrize("answer, expected", [
    (Answer.NOT_SENT, Why.NOT_URGENT), (Answer.ACCEPTED, Why.NOT_URGENT), (Answer.DECLINED, Why.NOT_URGENT),
    (Answer.HANDED_OVER, Paper.DRAFT), (Answer.REPORTED_BACK, Paper.DRAFT), (Answer.COMPLETED, Paper.DRAFT),
])
def test_a_refused_paper_is_written_anew_once_the_child_is_with_them(answer, expected):
    assert outcome_of(after_paper, Paper.REFUSED, PaperStep.REVISE, answer_state=answer) == expected


@pytest.mark.parametrize("state, step, paper, urgent, expected", [
    (Answer.NOT_SENT, AnswerStep.SEND, Paper.ISSUED, False, Answer.SENT),
    (Answer.NOT_SENT, AnswerStep.SEND, Paper.APPROVED, False, Why.NOT_ISSUED),
    (Answer.NOT_SENT, AnswerStep.SEND, Paper.APPROVED, True, Why.NOT_ISSUED),
    (Answer.PAPERS_WANTED, AnswerStep.SEND, Paper.ISSUED, False, Answer.SENT),
    (Answer.SENT, AnswerStep.ACCEPT, Paper.ISSUED, False, Answer.ACCEPTED),
    (Answer.WAITING, AnswerStep.ACCEPT, Paper.ISSUED, False, Answer.ACCEPTED),
    (Answer.SENT, AnswerStep.DECLINE, Paper.ISSUED, False, Answer.DECLINED),
    (Answer.SENT, AnswerStep.PUT_ON_LIST, Paper.ISSUED, False, Answer.WAITING),
    (Answer.WAITING, AnswerStep.WANT_PAPERS, Paper.ISSUED, False, Answer.PAPERS_WANTED),
    (Answer.WAITING, AnswerStep.PUT_ON_LIST, Paper.ISSUED, False, Answer.WAITING),
    (Answer.PAPERS_WANTED, AnswerStep.WANT_PAPERS, Paper.ISSUED, False, Answer.PAPERS_WANTED),
    (Answer.SENT, AnswerStep.FALL_SILENT, Paper.ISSUED, False, Answer.SILENT),
    (Answer.WAITING, AnswerStep.FALL_SILENT, Paper.ISSUED, False, Answer.SILENT),
    (Answer.PAPERS_WANTED, AnswerStep.FALL_SILENT, Paper.ISSUED, False, WhyNot.NOT_FROM_HERE),
    (Answer.ACCEPTED, AnswerStep.FALL_SILENT, Paper.ISSUED, False, WhyNot.NOT_FROM_HERE),
    (Answer.SILENT, AnswerStep.ACCEPT, Paper.ISSUED, False, Answer.ACCEPTED),
    (Answer.SILENT, AnswerStep.DECLINE, Paper.ISSUED, False, Answer.DECLINED),
    (Answer.SILENT, AnswerStep.PUT_ON_LIST, Paper.ISSUED, False, Answer.WAITING),
    (Answer.SILENT, AnswerStep.WANT_PAPERS, Paper.ISSUED, False, Answer.PAPERS_WANTED),
    (Answer.SILENT, AnswerStep.SEND, Paper.ISSUED, False, Answer.SENT),
    (Answer.SILENT, AnswerStep.HAND_OVER, Paper.ISSUED, False, Why.NOT_YET_ACCEPTED),
    (Answer.SILENT, AnswerStep.HAND_OVER, Paper.ISSUED, True, Answer.HANDED_OVER),
    (Answer.ACCEPTED, AnswerStep.COMPLETE, Paper.ISSUED, False, Answer.COMPLETED),
    (Answer.SENT, AnswerStep.COMPLETE, Paper.ISSUED, False, WhyNot.NOT_FROM_HERE),
    (Answer.ACCEPTED, AnswerStep.HAND_OVER, Paper.ISSUED, False, Answer.HANDED_OVER),
    (Answer.SENT, AnswerStep.HAND_OVER, Paper.ISSUED, False, Why.NOT_YET_ACCEPTED),
    (Answer.NOT_SENT, AnswerStep.HAND_OVER, Paper.SUBMITTED, False, Why.NOT_ISSUED),
    (Answer.NOT_SENT, AnswerStep.HAND_OVER, Paper.SUBMITTED, True, Answer.HANDED_OVER),
    (Answer.HANDED_OVER, AnswerStep.HAND_OVER, Paper.ISSUED, True, WhyNot.NOT_FROM_HERE),
    (Answer.HANDED_OVER, AnswerStep.REPORT_BACK, Paper.ISSUED, False, Answer.REPORTED_BACK),
    (Answer.REPORTED_BACK, AnswerStep.REPORT_BACK, Paper.ISSUED, False, Answer.REPORTED_BACK),
    (Answer.REPORTED_BACK, AnswerStep.COMPLETE, Paper.ISSUED, False, Answer.COMPLETED),
    (Answer.HANDED_OVER, AnswerStep.COME_BACK, Paper.ISSUED, False, Answer.CAME_BACK),
    (Answer.DECLINED, AnswerStep.ACCEPT, Paper.ISSUED, False, WhyNot.NOT_FROM_HERE),
    (Answer.NOT_SENT, AnswerStep.ACCEPT, Paper.ISSUED, False, WhyNot.NOT_FROM_HERE),
])
def test_the_answer(state, step, paper, urgent, expected):
    assert outcome_of(after_answer, state, step, paper_state=paper, urgent=urgent, reason="alasan") == expected


@pytest.mark.parametrize("state, step", [(Answer.SENT, AnswerStep.DECLINE), (Answer.HANDED_OVER, AnswerStep.COME_BACK)])
def test_a_bad_answer_says_why(state, step):
    assert outcome_of(after_answer, state, step, paper_state=Paper.ISSUED) == Why.REASON_NEEDED


@pytest.mark.parametrize("answer, paper, urgent, expected", [
    (Answer.ACCEPTED, Paper.ISSUED, False, True), (Answer.ACCEPTED, Paper.APPROVED, False, False),
    (Answer.ACCEPTED, Paper.DRAFT, True, True), (Answer.NOT_SENT, Paper.REFUSED, True, True),
    (Answer.WAITING, Paper.ISSUED, False, False), (Answer.DECLINED, Paper.ISSUED, True, False),
    (Answer.HANDED_OVER, Paper.DRAFT, True, False), (Answer.COMPLETED, Paper.ISSUED, True, False),
])
def test_when_a_child_may_be_handed_over(answer, paper, urgent, expected):
    assert may_hand_over(answer, paper, urgent) is expected


@pytest.mark.parametrize("answer, paper, urgent, steps", [
    (Answer.NOT_SENT, Paper.DRAFT, False, []),
    (Answer.NOT_SENT, Paper.DRAFT, True, [AnswerStep.HAND_OVER]),
    (Answer.NOT_SENT, Paper.ISSUED, False, [AnswerStep.SEND]),
    (Answer.ACCEPTED, Paper.ISSUED, False, [AnswerStep.DECLINE, AnswerStep.HAND_OVER, AnswerStep.COMPLETE]),
    (Answer.HANDED_OVER, Paper.ISSUED, False, [AnswerStep.REPORT_BACK, AnswerStep.COMPLETE, AnswerStep.COME_BACK]),
    (Answer.COMPLETED, Paper.ISSUED, False, []),
])
def test_the_buttons(answer, paper, urgent, steps):
    assert answers_offered(answer, paper_state=paper, urgent=urgent) == steps


@pytest.mark.parametrize("paper, edit, undo, draft, send", [
    (Paper.DRAFT, True, False, True, False), (Paper.SUBMITTED, False, False, True, False),
    (Paper.RETURNED, True, False, True, False), (Paper.REFUSED, False, False, True, False),
    (Paper.WITHDRAWN, True, False, True, False), (Paper.APPROVED, False, True, True, False),
    (Paper.ISSUED, False, False, False, True), (Paper.CANCELLED, False, False, False, False),
])
def test_what_a_paper_state_allows(paper, edit, undo, draft, send):
    assert (editable(paper), undoable(paper), is_draft(paper), may_send(paper)) == (edit, undo, draft, send)


@pytest.mark.parametrize("paper, answer, expected", [
    (Paper.DRAFT, Answer.NOT_SENT, True), (Paper.ISSUED, Answer.SENT, True), (Paper.ISSUED, Answer.DECLINED, False),
    (Paper.REFUSED, Answer.NOT_SENT, False), (Paper.REFUSED, Answer.HANDED_OVER, True),
    (Paper.CANCELLED, Answer.SENT, False), (Paper.ISSUED, Answer.COMPLETED, False), (Paper.ISSUED, Answer.CAME_BACK, False),
    (Paper.ISSUED, Answer.SILENT, False),
    (Paper.WITHDRAWN, Answer.NOT_SENT, False),
])
def test_what_is_open(paper, answer, expected):
    assert is_open(paper, answer) is expected


@pytest.mark.parametrize("state", Paper)
def test_the_content_is_refused_wherever_it_is_not_editable(state):
    assert outcome_of(check_editable, state) == (None if editable(state) else Why.NOT_EDITABLE)


@pytest.mark.parametrize("paper, answer, expected", [
    (Paper.REFUSED, Answer.NOT_SENT, True),
    (Paper.CANCELLED, Answer.SENT, True),
    (Paper.REFUSED, Answer.HANDED_OVER, False),
    (Paper.CANCELLED, Answer.REPORTED_BACK, False),
    (Paper.RETURNED, Answer.NOT_SENT, False),
    (Paper.DRAFT, Answer.NOT_SENT, False),
])
def test_a_refused_paper_stops_everything_outside_until_the_child_has_gone(paper, answer, expected):
    assert is_stopped(paper, answer) == expected
    if expected:
        assert answers_offered(answer, paper_state=paper, urgent=True) == []
        assert outcome_of(after_answer, answer, AnswerStep.HAND_OVER, paper_state=paper, urgent=True) == WhyNot.NOT_FROM_HERE


@pytest.mark.parametrize("paper, answer, expected", [
    (Paper.DRAFT, Answer.NOT_SENT, [PaperStep.SUBMIT, PaperStep.CANCEL]),
    (Paper.RETURNED, Answer.NOT_SENT, [PaperStep.SUBMIT, PaperStep.CANCEL]),
    (Paper.SUBMITTED, Answer.NOT_SENT, []),
    (Paper.APPROVED, Answer.NOT_SENT, [PaperStep.ISSUE]),
    (Paper.ISSUED, Answer.SENT, [PaperStep.CANCEL]),
    (Paper.REFUSED, Answer.NOT_SENT, []),
    (Paper.REFUSED, Answer.HANDED_OVER, [PaperStep.REVISE]),
    (Paper.CANCELLED, Answer.NOT_SENT, []),
])
def test_the_writer_is_offered_only_steps_that_the_rule_takes(paper, answer, expected):
    assert papers_offered(paper, answer) == expected
