"""The life of a letter."""
import pytest

from portal.rules.letter import LIFE, LetterState, LetterStep
from portal.rules.life import WhyNot
from portal.rules.refused import Refused


@pytest.mark.parametrize("state, step, expected", [
    (LetterState.DRAFT, LetterStep.ISSUE, LetterState.ISSUED),
    (LetterState.DRAFT, LetterStep.CANCEL, LetterState.CANCELLED),
    (LetterState.ISSUED, LetterStep.CANCEL, LetterState.CANCELLED),
    (LetterState.ISSUED, LetterStep.ISSUE, WhyNot.NOT_FROM_HERE),
    (LetterState.CANCELLED, LetterStep.ISSUE, WhyNot.NOT_FROM_HERE),
    (LetterState.CANCELLED, LetterStep.CANCEL, WhyNot.NOT_FROM_HERE),
])
def test_a_letter_is_issued_once_and_stays_cancelled(state, step, expected):
    try:
        found = LIFE.after(state, step)
    except Refused as refused:
        found = refused.why
    assert found == expected


def test_only_cancelling_asks_for_a_reason():
    assert LIFE.reasoned == {LetterStep.CANCEL}
