"""What is hidden can't be worked out: not by adding and subtracting what is shown, done here with fractions, nor by the room that a sum leaves."""
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.small_cells import SMALL, hidden, resting

counts = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 5, 6, 8, 13, 40])
cubes = st.tuples(st.integers(1, 5), st.integers(1, 3), st.integers(1, 3)).flatmap(
    lambda size: st.lists(st.lists(st.lists(counts, min_size=size[2], max_size=size[2]), min_size=size[1], max_size=size[1]),
                          min_size=size[0], max_size=size[0]))


def table(cube):
    """(rows, totals, sums of every row) of districts x categories x sexes, with the total of each category, each sex and all."""
    rows = [[*(count for part in line for count in (*part, sum(part))), *map(sum, zip(*line, strict=True)), sum(map(sum, line))] for line in cube]
    outer, width = len(cube[0]), len(cube[0][0]) + 1
    whole = [(part * width + width - 1, [part * width + one for one in range(width - 1)]) for part in range(outer + 1)]
    whole += [(outer * width + one, [part * width + one for part in range(outer)]) for one in range(width)]
    return rows, [sum(column) for column in zip(*rows, strict=True)], whole


def sums(rows, totals, whole):
    """Every sum as (parts, total) of places."""
    down = [([(r, c) for r in range(len(rows))], (len(rows), c)) for c in range(len(totals))]
    return down + [([(r, c) for c in parts], (r, total)) for r in range(len(rows) + 1) for total, parts in whole]


def followed(equations, unknown):
    """The unknown places whose value follows from the equations [{place: factor}], by elimination."""
    left, found = [dict(each) for each in equations if each], []
    for place in sorted(unknown):
        lead = next((each for each in left if each.get(place)), None)
        if lead is None:
            continue
        left.remove(lead)
        lead = {key: Fraction(value) / lead[place] for key, value in lead.items() if value}
        left, found = [[minus(each, lead, place) for each in rest] for rest in (left, found)]
        found.append(lead)
    return {next(iter(kept)) for each in found if len(kept := [key for key, value in each.items() if value]) == 1}


def minus(one, other, place):
    factor = one.get(place, 0)
    return {key: value for key in {*one, *other} if (value := one.get(key, 0) - factor * other.get(key, 0))} if factor else one


@settings(max_examples=150, deadline=None)
@given(cubes)
def test_no_hidden_figure_follows_from_what_is_shown(cube):
    rows, totals, whole = table(cube)
    places = hidden(rows, totals, whole)
    lines = [*rows, totals]
    small = {(r, c) for r, line in enumerate(lines) for c, count in enumerate(line) if count in SMALL}
    assert small <= set(places)
    assert not any(told for place, told in places.items() if place not in small)
    equations = [{place: (-1 if place == total else 1) for place in (*parts, total) if place in places} for parts, total in sums(rows, totals, whole)]
    assert not followed(equations, places) & small


@settings(max_examples=150, deadline=None)
@given(cubes)
def test_no_sum_leaves_a_small_figure_a_single_value(cube):
    rows, totals, whole = table(cube)
    places, lines = hidden(rows, totals, whole), [*rows, totals]
    for parts, total in sums(rows, totals, whole):
        unknown = [place for place in parts if place in places]
        if total in places or not unknown:
            continue
        left = sum(lines[r][c] for r, c in unknown)
        assert left > len(unknown)
        assert not all(places[place] for place in unknown) or left < 4 * len(unknown)


def test_nothing_small_hides_nothing_and_zero_is_shown():
    assert hidden([[0, 9], [12, 5]], [12, 14], [(1, [0])]) == {}
    assert (0, 0) not in hidden([[0, 9], [3, 5]], [3, 14])


def test_one_small_figure_takes_another_with_it():
    assert hidden([[3], [7], [9]], [19]) == {(0, 0): True, (1, 0): False}


def test_four_ones_that_make_four_are_not_all_told_to_be_small():
    places = hidden([[1], [1], [1], [1]], [4])
    assert set(places) == {(r, 0) for r in range(5)} and not all(places.values())


def test_a_mean_of_few_is_hidden_with_one_more_so_that_the_mean_of_all_tells_nothing():
    assert resting([3, 40, 12, 55]) == {0, 2}
    assert resting([3, 2, 40, 45]) == {0, 1}
    assert resting([0, 40, 40]) == set()
