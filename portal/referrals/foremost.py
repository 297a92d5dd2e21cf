"""Which one step of a referral stands out on its page, so that nobody has to choose among equals."""
from portal import papers
from portal.accounts.history import moves_of
from portal.records import Print
from portal.referrals.answers import RETURNS
from portal.rules.referral import AnswerState, AnswerStep, PaperStep


def foremost(row):
    """The name of the step that mostly comes next, as the page calls it; None where none does."""
    return _of_paper(row) or _outside(row)


def _of_paper(row):
    if row.is_editable:
        return "submit"
    return next((str(step) for step in (PaperStep.ISSUE, PaperStep.REVISE) if step in row.papers), None)


def _outside(row):
    """Outside: what the letter waits for, what the institution says, then the next place."""
    if row.answer_state == AnswerState.ACCEPTED and AnswerStep.HAND_OVER in row.answers and row.institution.takes_in:
        return "hand_over"
    if AnswerStep.SEND in row.answers and row.answer_state != AnswerState.SILENT:
        return "send" if row.sent_at or _is_printed(row) else "print"
    if row.is_awaited:
        return "answer"
    if row.goes_on:
        return None if row.instead else "elsewhere"
    return _said(row)


def _is_printed(row):
    """Whether the letter was printed with its number: a draft on paper is nothing to send."""
    issued = max((move.recorded_at for move in moves_of(row) if move.step == PaperStep.ISSUE), default=None)
    return issued is not None and papers.of(row, "letter").where(Print.at >= issued).exists()


def _said(row):
    """What is left: to hand over in an emergency, or what comes back from there."""
    return next((name for name, steps in (("feedback", RETURNS), ("hand_over", [AnswerStep.HAND_OVER])) if {*steps} & {*row.answers}), None)
