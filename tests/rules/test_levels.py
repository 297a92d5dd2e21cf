"""Of two levels the more serious wins."""
import pytest

from portal.rules.levels import Level, at_least, higher, is_raise, rank

E, U, N, M = Level


@pytest.mark.parametrize("levels, highest", [
    ((E, M), E), ((M, E), E), ((U, N), U), ((N, M), N), ((M, M), M), ((None, N), N), ((None,), None), ((), None),
    ((M, "urgent", N), U),
])
def test_the_most_serious_level_wins(levels, highest):
    assert higher(*levels) is highest


@pytest.mark.parametrize("level, floor, holds", [
    (E, U, True), (U, U, True), (N, U, False), (M, E, False), (M, M, True), (E, M, True),
])
def test_a_level_reaches_a_floor(level, floor, holds):
    assert at_least(level, floor) is holds


@pytest.mark.parametrize("old, new, raised", [(N, U, True), (U, N, False), (N, N, False), (M, E, True)])
def test_a_raise_goes_to_a_more_serious_level(old, new, raised):
    assert is_raise(old, new) is raised


def test_lists_sort_by_urgency():
    assert sorted([M, N, E, U], key=rank) == [E, U, N, M]
