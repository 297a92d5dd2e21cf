"""The life of a letter, and how an official's title says in which way they sign."""
import pytest

from portal.rules.letter import LIFE, LetterState, LetterStep, mode_of
from portal.rules.letter_number import SigningMode
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


@pytest.mark.parametrize("title, expected", [
    ("Kepala Dinas Sosial", SigningMode.HEAD),
    ("KEPALA DINAS SOSIAL", SigningMode.HEAD),
    ("Plt. Kepala Dinas Sosial", SigningMode.PLT),
    ("Plh Kepala Dinas Sosial", SigningMode.PLH),
    ("Sekretaris", SigningMode.AN),
    ("Kepala Bidang Rehabilitasi Sosial", SigningMode.AN),
    ("", SigningMode.AN),
])
def test_the_title_says_how_somebody_signs(title, expected):
    assert mode_of(title) == expected
