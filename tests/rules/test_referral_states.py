"""Both lives of a referral, cell by cell: every state and step of the paper, and every one of the answer under every paper, urgent or not.

The tables are written from the description of the service (decisions 8, domain 5.2 and 12.4), not from the code. A dot: not from here.
"""
import pytest

from portal.rules.life import WhyNot
from portal.rules.referral import AnswerState, AnswerStep, PaperState, PaperStep, Why, after_answer, after_paper, answers_offered, papers_offered
from portal.rules.refused import Refused
from tests.grid import cells

PAPER = cells("""
           submit    return   refuse  withdraw  approve  undo  issue  revise cancel
draft      submitted .        .       .         .        .     .      .      cancelled
submitted  .         returned refused withdrawn approved .     .      .      .
returned   submitted .        .       .         .        .     .      .      cancelled
refused    .         .        .       .         .        .     .      draft  .
withdrawn  submitted .        .       .         .        .     .      .      cancelled
approved   .         .        .       .         .        draft issued .      .
issued     .         .        .       .         .        .     .      .      cancelled
cancelled  .         .        .       .         .        .     .      .      .
""")
# A refused paper is written anew only where the child is, or was, with them: then the letter is still owed.
OWED = {AnswerState.HANDED_OVER, AnswerState.REPORTED_BACK, AnswerState.COMPLETED, AnswerState.CAME_BACK}
PAPER_REASONS = {PaperStep.RETURN, PaperStep.REFUSE, PaperStep.CANCEL}
# The proposal's own steps are offered in the approvals, not to the writer.
DECIDED_ELSEWHERE = {PaperStep.RETURN, PaperStep.REFUSE, PaperStep.WITHDRAW, PaperStep.APPROVE, PaperStep.UNDO}

# Two letters a cell: of an ordinary referral, then of an urgent one. i: no letter is issued; y: not yet accepted.
SHORT = {"S": "sent", "A": "accepted", "D": "declined", "W": "waiting", "P": "papers_wanted", "N": "silent", "H": "handed_over",
         "R": "reported_back", "C": "completed", "B": "came_back", ".": WhyNot.NOT_FROM_HERE, "i": Why.NOT_ISSUED, "y": Why.NOT_YET_ACCEPTED}
PAPERS = {"issued": ["issued"], "unissued": ["draft", "submitted", "returned", "withdrawn", "approved"], "stopped": ["refused", "cancelled"]}
ANSWER = cells("""
                        send accept decline put_on_list want_papers fall_silent hand_over report_back complete come_back
not_sent/issued         SS   ..     ..      ..          ..          ..          yH        ..          ..       ..
not_sent/unissued       ii   ..     ..      ..          ..          ..          iH        ..          ..       ..
not_sent/stopped        ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
sent/issued             ..   AA     DD      WW          PP          NN          yH        ..          ..       ..
sent/unissued           ..   AA     DD      WW          PP          NN          iH        ..          ..       ..
sent/stopped            ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
waiting/issued          ..   AA     DD      WW          PP          NN          yH        ..          ..       ..
waiting/unissued        ..   AA     DD      WW          PP          NN          iH        ..          ..       ..
waiting/stopped         ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
papers_wanted/issued    SS   AA     DD      WW          PP          ..          yH        ..          ..       ..
papers_wanted/unissued  ii   AA     DD      WW          PP          ..          iH        ..          ..       ..
papers_wanted/stopped   ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
silent/issued           SS   AA     DD      WW          PP          ..          yH        ..          ..       ..
silent/unissued         ii   AA     DD      WW          PP          ..          iH        ..          ..       ..
silent/stopped          ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
accepted/issued         ..   ..     DD      ..          ..          ..          HH        ..          CC       ..
accepted/unissued       ..   ..     DD      ..          ..          ..          iH        ..          CC       ..
accepted/stopped        ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
declined/issued         ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
declined/unissued       ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
declined/stopped        ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
handed_over/issued      ..   ..     ..      ..          ..          ..          ..        RR          CC       BB
handed_over/unissued    ..   ..     ..      ..          ..          ..          ..        RR          CC       BB
handed_over/stopped     ..   ..     ..      ..          ..          ..          ..        RR          CC       BB
reported_back/issued    ..   ..     ..      ..          ..          ..          ..        RR          CC       BB
reported_back/unissued  ..   ..     ..      ..          ..          ..          ..        RR          CC       BB
reported_back/stopped   ..   ..     ..      ..          ..          ..          ..        RR          CC       BB
completed/issued        ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
completed/unissued      ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
completed/stopped       ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
came_back/issued        ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
came_back/unissued      ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
came_back/stopped       ..   ..     ..      ..          ..          ..          ..        ..          ..       ..
""")
ANSWER_REASONS = {AnswerStep.DECLINE, AnswerStep.COME_BACK}


def outcome_of(rule, *arguments, **more):
    try:
        return rule(*arguments, **more)
    except Refused as refused:
        return refused.why


def of_paper(state, step, answer):
    """What the table says of a step of the paper."""
    cell = PAPER[state, step]
    if cell == ".":
        return WhyNot.NOT_FROM_HERE
    return Why.NOT_URGENT if step == PaperStep.REVISE and answer not in OWED else PaperState(cell)


def of_answer(state, step, paper, urgent):
    """What the table says of a step outside."""
    stands = next(name for name, papers in PAPERS.items() if paper in papers)
    found = SHORT[ANSWER[f"{state}/{stands}", step][urgent]]
    return AnswerState(found) if found in [*AnswerState] else found


def test_the_tables_name_every_state_and_step():
    assert {*PAPER} == {(state, step) for state in PaperState for step in PaperStep}
    assert {*ANSWER} == {(f"{state}/{stands}", step) for state in AnswerState for stands in PAPERS for step in AnswerStep}
    assert sorted(paper for papers in PAPERS.values() for paper in papers) == sorted(PaperState)


@pytest.mark.parametrize("state", PaperState)
def test_every_step_of_the_paper(state):
    for step in PaperStep:
        for answer in AnswerState:
            assert outcome_of(after_paper, state, step, reason="Sebab.", answer_state=answer) == of_paper(state, step, answer), (step, answer)


@pytest.mark.parametrize("state", PaperState)
def test_the_paper_says_why_it_is_returned_refused_or_cancelled(state):
    for step in PaperStep:
        expected = of_paper(state, step, AnswerState.HANDED_OVER)
        if step in PAPER_REASONS and expected in [*PaperState]:
            expected = Why.REASON_NEEDED
        assert outcome_of(after_paper, state, step, reason=" ", answer_state=AnswerState.HANDED_OVER) == expected, step


@pytest.mark.parametrize("state", PaperState)
def test_the_writer_is_offered_what_the_table_gives(state):
    for answer in AnswerState:
        given = {step for step in PaperStep if of_paper(state, step, answer) in [*PaperState]} - DECIDED_ELSEWHERE
        assert {*papers_offered(state, answer)} == given, answer


@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize("state", AnswerState)
def test_every_step_outside_under_every_paper(state, urgent):
    for paper in PaperState:
        for step in AnswerStep:
            found = outcome_of(after_answer, state, step, paper_state=paper, urgent=urgent, reason="Sebab.")
            assert found == of_answer(state, step, paper, urgent), (paper, step)


@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize("state", AnswerState)
def test_outside_is_offered_what_the_table_gives(state, urgent):
    for paper in PaperState:
        given = {step for step in AnswerStep if of_answer(state, step, paper, urgent) in [*AnswerState]}
        assert {*answers_offered(state, paper_state=paper, urgent=urgent)} == given, paper


@pytest.mark.parametrize("state", AnswerState)
def test_a_no_and_a_return_say_why(state):
    for paper in PaperState:
        for step in AnswerStep:
            expected = of_answer(state, step, paper, True)
            if step in ANSWER_REASONS and expected in [*AnswerState]:
                expected = Why.REASON_NEEDED
            assert outcome_of(after_answer, state, step, paper_state=paper, urgent=True, reason="") == expected, (paper, step)
