"""An assessment is submitted whole, and its kind follows category and age."""
import pytest

from portal.rules.assessment import (
    EDITABLE,
    LIFE,
    AssessmentKind,
    AssessmentState,
    AssessmentStep,
    Why,
    hindrance,
    kind_for,
    lacking,
    may_edit,
    may_start,
    may_submit,
    unanswered,
)
from portal.rules.categories import Category
from portal.rules.life import WhyNot
from portal.rules.lifecycle import Stage
from portal.rules.refused import Refused
from tests.rules.test_scoring import ALL_ZERO, INSTRUMENT

A, S = AssessmentState, AssessmentStep
SCORED, NARRATIVE = AssessmentKind
MOVES = {(A.DRAFT, S.SUBMIT): A.SUBMITTED, (A.RETURNED, S.SUBMIT): A.SUBMITTED, (A.SUBMITTED, S.ACCEPT): A.ACCEPTED,
         (A.SUBMITTED, S.RETURN): A.RETURNED, (A.SUBMITTED, S.WITHDRAW): A.DRAFT, (A.DRAFT, S.CANCEL): A.CANCELLED,
         (A.RETURNED, S.CANCEL): A.CANCELLED, (A.ACCEPTED, S.UNDO): A.RETURNED}


@pytest.mark.parametrize("state", AssessmentState)
@pytest.mark.parametrize("step", AssessmentStep)
def test_every_state_and_step(state, step):
    if (state, step) in MOVES:
        assert LIFE.after(state, step) is MOVES[state, step]
        return
    with pytest.raises(Refused) as refused:
        LIFE.after(state, step)
    assert refused.value.why is WhyNot.NOT_FROM_HERE


def test_only_a_draft_or_a_returned_one_is_edited():
    assert {state for state in A if state in EDITABLE} == {A.DRAFT, A.RETURNED}


@pytest.mark.parametrize("code, years, kind", [
    ("04", 13, SCORED), ("07", 17, SCORED), ("04", 18, NARRATIVE), ("09", 34, NARRATIVE), ("19", 10, NARRATIVE),
    ("01", 0, SCORED), ("04", None, SCORED), ("11", None, NARRATIVE),
])
def test_the_kind(code, years, kind):
    assert kind_for(Category(code), years) is kind


@pytest.mark.parametrize("answers, left", [
    (ALL_ZERO, []), (dict.fromkeys(ALL_ZERO), []), ({key: 0 for key in ALL_ZERO if key != "E3"}, ["E3"]),
    (ALL_ZERO | {"K1": 0}, []),
])
def test_not_known_is_an_answer(answers, left):
    assert unanswered(INSTRUMENT, answers) == left


@pytest.mark.parametrize("kind, items, text, needs, dtsen, missing", [
    (SCORED, [], "", True, True, []),
    (SCORED, ["A1"], "", True, True, [Why.UNANSWERED]),
    (SCORED, ["A1"], "", False, False, [Why.UNANSWERED, Why.NEEDS_UNDECIDED, Why.DTSEN_NOT_SAID]),
    (SCORED, [], "", False, True, [Why.NEEDS_UNDECIDED]),
    (SCORED, [], "", True, False, [Why.DTSEN_NOT_SAID]),
    (NARRATIVE, ["A1"], "Uraian.", True, True, []),
    (NARRATIVE, [], " \n", True, True, [Why.NO_NARRATIVE]),
    (NARRATIVE, [], "Uraian.", False, True, [Why.NEEDS_UNDECIDED]),
])
def test_submitting(kind, items, text, needs, dtsen, missing):
    said = {"unanswered_items": items, "narrative": text, "needs_decided": needs, "dtsen_said": dtsen}
    assert lacking(kind, **said) == missing
    if not missing:
        return may_submit(kind, **said)
    with pytest.raises(Refused) as refused:
        may_submit(kind, **said)
    assert refused.value.why is missing[0]


@pytest.mark.parametrize("stage, others, why", [
    (Stage.OUTREACH, [], Why.NOT_MET), (Stage.ASSESSMENT, [], None), (Stage.INTERVENTION, [A.ACCEPTED], None),
    (Stage.MONITORING, [A.CANCELLED, A.ACCEPTED], None), (Stage.ASSESSMENT, [A.DRAFT], Why.ALREADY_RUNNING),
    (Stage.PLANNING, [A.ACCEPTED, A.RETURNED], Why.ALREADY_RUNNING), (Stage.PLANNING, [A.SUBMITTED], Why.ALREADY_RUNNING),
    (Stage.CLOSING, [], Why.CASE_NOT_RUNNING), (Stage.CLOSED, [], Why.CASE_NOT_RUNNING), (Stage.CANCELLED, [], Why.CASE_NOT_RUNNING),
])
def test_starting(stage, others, why):
    assert hindrance(stage, others) is why
    if why is None:
        return may_start(stage, others)
    with pytest.raises(Refused) as refused:
        may_start(stage, others)
    assert refused.value.why is why


@pytest.mark.parametrize("state", AssessmentState)
def test_editing(state):
    if state in EDITABLE:
        return may_edit(state)
    with pytest.raises(Refused) as refused:
        may_edit(state)
    assert refused.value.why is Why.NOT_EDITABLE


@pytest.mark.parametrize("reasoned, missing", [(True, []), (False, [Why.LEVEL_REASON])])
def test_another_level_needs_its_reason(reasoned, missing):
    assert lacking(SCORED, unanswered_items=[], narrative="", needs_decided=True, dtsen_said=True, level_reasoned=reasoned) == missing
