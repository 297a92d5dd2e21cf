"""The headings of a narrative assessment, and what is told besides a score, in an instrument's order."""
import pytest

from portal.rules.interview import told_fields
from portal.rules.narrative import NEEDED, Topic, read


@pytest.mark.parametrize("topics, narrative, told", [
    ({}, "", {}),
    ({}, "Sakit.", {"presenting": "Sakit."}),
    ({"family": "Sendiri."}, "", {"family": "Sendiri."}),
    ({"presenting": "Gelisah."}, "Sakit.", {"presenting": "Gelisah."}),
])
def test_what_was_told_in_one_piece_is_read_as_the_presenting_problem(topics, narrative, told):
    assert read(topics, narrative) == told


def test_the_presenting_problem_comes_first_and_is_the_one_that_is_needed():
    assert next(iter(Topic)) == NEEDED == Topic.PRESENTING


@pytest.mark.parametrize("unscored, fields", [
    ([], []),
    (["safe_place", "language"], ["safe_place", "language"]),
    (["siblings", "family_on_street"], ["siblings", "genogram", "with_family"]),
    (["needs", "analysis", "sources_per_domain", "strengths"], ["strengths"]),
])
def test_the_order_is_that_of_the_instrument_and_the_genogram_stands_with_the_siblings(unscored, fields):
    assert told_fields(unscored) == fields
