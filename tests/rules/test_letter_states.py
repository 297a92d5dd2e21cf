"""The life of a letter, cell by cell; numbers are given at the issue and at the booking, and never again."""
import pytest

from portal.rules.letter import LIFE, LetterState, LetterStep
from portal.rules.life import WhyNot
from portal.rules.refused import Refused
from tests.grid import cells

# What was booked has its number from outside Sigap: it is neither issued nor booked again, only cancelled.
TABLE = cells("""
           issue  book cancel
draft      issued .    cancelled
issued     .      .    cancelled
booked     .      .    cancelled
cancelled  .      .    .
""")


def test_the_table_names_every_state_and_step():
    assert {*TABLE} == {(state, step) for state in LetterState for step in LetterStep}


@pytest.mark.parametrize("state", LetterState)
def test_every_cell(state):
    for step in LetterStep:
        try:
            found = LIFE.after(state, step)
        except Refused as refused:
            found = refused.why
        assert found == (WhyNot.NOT_FROM_HERE if TABLE[state, step] == "." else LetterState(TABLE[state, step])), step


def test_what_is_offered_is_what_leads_somewhere():
    for state in LetterState:
        assert {*LIFE.steps_from(state)} == {step for step in LetterStep if TABLE[state, step] != "."}, state
