"""Whatever is answered: worse answers never lower the score, what is not known only widens the range, and floors only raise."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.categories import SubType
from portal.rules.levels import rank
from portal.rules.scoring import DecidedBy, score
from tests.rules.test_scoring import INSTRUMENT

ASKED = INSTRUMENT.asked()
AGES = st.none() | st.integers(0, 30)
SUB_TYPES = st.none() | st.sampled_from(SubType)
unhurried = settings(deadline=None)


def answered(item):
    return st.sampled_from([option.score for option in item.options])


WHOLE = st.fixed_dictionaries({item.id: answered(item) for item in ASKED})
PARTLY = st.fixed_dictionaries({}, optional={item.id: st.none() | answered(item) for item in ASKED})


def urgency(level):
    return -1 if level is None else len(INSTRUMENT.bands) - rank(level)


@unhurried
@given(PARTLY, AGES, SUB_TYPES, st.data())
def test_a_worse_answer_never_lowers_score_level_or_range(answers, age, sub_type, data):
    known = [item for item in ASKED if answers.get(item.id) is not None]
    if not known:
        return
    item = data.draw(st.sampled_from(known))
    worse = data.draw(answered(item).filter(lambda value: value >= answers[item.id]))
    before, after = (score(INSTRUMENT, each, age=age, sub_type=sub_type) for each in (answers, answers | {item.id: worse}))
    assert after.score >= before.score and urgency(after.level) >= urgency(before.level)
    assert after.range[0] >= before.range[0] and after.range[1] >= before.range[1]
    assert after.completeness == before.completeness


@unhurried
@given(WHOLE, AGES, SUB_TYPES, st.data())
def test_not_knowing_never_narrows_the_range(answers, age, sub_type, data):
    forgotten = data.draw(st.lists(st.sampled_from([item.id for item in ASKED]), unique=True, max_size=len(ASKED) - 1))
    last = score(INSTRUMENT, answers, age=age, sub_type=sub_type)
    for item in forgotten:
        answers = answers | {item: None}
        now = score(INSTRUMENT, answers, age=age, sub_type=sub_type)
        assert now.range[0] <= last.range[0] <= last.range[1] <= now.range[1]
        assert now.range[0] <= now.score <= now.range[1]
        assert now.completeness < last.completeness
        last = now


@unhurried
@given(PARTLY, AGES, SUB_TYPES)
def test_not_known_and_not_answered_count_the_same(answers, age, sub_type):
    left_out = {item: value for item, value in answers.items() if value is not None}
    one, other = (score(INSTRUMENT, each, age=age, sub_type=sub_type) for each in (answers, left_out))
    assert (one.score, one.range, one.completeness, one.level) == (other.score, other.range, other.completeness, other.level)


@unhurried
@given(PARTLY, AGES, SUB_TYPES)
def test_floors_and_red_values_only_raise(answers, age, sub_type):
    result = score(INSTRUMENT, answers, age=age, sub_type=sub_type)
    assert urgency(result.level) >= urgency(result.base_level)
    for floor in INSTRUMENT.floors:
        if floor.id in result.floors:
            assert urgency(result.level) >= urgency(floor.level)
    if result.red:
        assert result.level == INSTRUMENT.red_level and result.decided_by == DecidedBy.RED_VALUE
    if result.decided_by == DecidedBy.BAND:
        assert result.level == result.base_level


@unhurried
@given(PARTLY, AGES, SUB_TYPES)
def test_the_parts_add_up_to_the_whole(answers, age, sub_type):
    result = score(INSTRUMENT, answers, age=age, sub_type=sub_type)
    assert sum(row.points for row in result.items) == sum(row.points for row in result.domains)
    assert all(0 <= row.points <= row.most for row in result.items)
    assert result.score is None or 0 <= result.score <= 100


def with_points(points):
    """Answers to everything, none of them red, that come to exactly so many points."""
    ways = {0: {}}
    for item in ASKED:
        values = [option.score for option in item.options if option.score not in item.red]
        ways = {total + item.weight * value: told | {item.id: value} for total, told in ways.items() for value in values}
    return ways[points]


# Of 156 points: 20 % is 31.2, 40 % is 62.4, 60 % is 93.6; the shown tenth decides.
@pytest.mark.parametrize("points, percent, base", [
    (0, 0.0, "monitoring"), (31, 19.9, "monitoring"), (32, 20.5, "ordinary"), (62, 39.7, "ordinary"), (63, 40.4, "urgent"),
    (93, 59.6, "urgent"), (94, 60.3, "emergency"),
])
def test_the_bands_on_both_sides(points, percent, base):
    result = score(INSTRUMENT, with_points(points), age=16, sub_type=None)
    assert (result.score, result.base_level) == (percent, base)


# Few answers make exact boundaries: 3 of 15, 6 of 15, 9 of 15 points.
@pytest.mark.parametrize("answers, percent, base", [
    ({"D3": 1, "F1": 0, "F2": 0, "G2": 0, "I1": 2}, 20.0, "ordinary"),
    ({"D3": 1, "F1": 1, "F2": 1, "G2": 1, "I1": 2}, 40.0, "urgent"),
    ({"D3": 2, "F1": 2, "F2": 2, "G2": 1, "I1": 2}, 60.0, "emergency"),
])
def test_a_band_begins_at_its_number(answers, percent, base):
    result = score(INSTRUMENT, answers, age=None, sub_type=None)
    assert (result.score, result.base_level, result.provisional) == (percent, base, True)
