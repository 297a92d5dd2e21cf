"""The demo's scores come out to the tenth, and what is not known is a range."""
import json
from datetime import date
from pathlib import Path

import pytest

from portal.rules.age import age_of
from portal.rules.instrument import LEVELS, parse
from portal.rules.levels import Level
from portal.rules.refused import Refused
from portal.rules.scoring import AnswerState, DecidedBy, Why, score

DATA = Path(__file__).parents[2] / "portal" / "data"
INSTRUMENT = parse(json.loads((DATA / "instrument.json").read_text(encoding="utf-8")))
DEMO = [case for case in json.loads((DATA / "demo_cases.json").read_text(encoding="utf-8"))["cases"] if case["answers"]]
ALL_ZERO = {item.id: 0 for item in INSTRUMENT.asked()}


def age(case):
    person, day = case["people"][0], date.fromisoformat(case["reports"][0]["received_at"][:10])
    born = person.get("birth_date")
    return age_of(day, birth_date=born and date.fromisoformat(born), estimate=person.get("age_estimate"), as_of=day).years


@pytest.mark.parametrize("case", DEMO, ids=lambda case: f"case{case['no']}")
def test_the_demo_cases(case):
    result, expected = score(INSTRUMENT, case["answers"], age=age(case), sub_type=case["sub_type"]), case["expected"]
    assert (result.score, list(result.range), result.completeness) == (expected["score"], expected["range"], expected["completeness"])
    assert (list(result.red), list(result.floors)) == (expected["red"], expected["floors"])
    assert (result.base_level, result.level) == (LEVELS[expected["level_from_score"]], LEVELS[expected["level"]])


@pytest.mark.parametrize("number, by, floor, crosses", [
    (1, DecidedBy.BAND, None, False), (2, DecidedBy.BAND, None, False), (3, DecidedBy.BAND, None, True),
    (4, DecidedBy.RED_VALUE, None, False), (5, DecidedBy.BAND, None, False), (7, DecidedBy.FLOOR, "L5", False),
    (8, DecidedBy.RED_VALUE, None, False),
])
def test_what_decided(number, by, floor, crosses):
    case = next(case for case in DEMO if case["no"] == number)
    result = score(INSTRUMENT, case["answers"], age=age(case), sub_type=case["sub_type"])
    assert (result.decided_by, result.decided_floor, result.crosses_boundary) == (by, floor, crosses)


@pytest.mark.parametrize("changed, years, sub_type, level, by, floor", [
    ({}, 16, None, Level.MONITORING, DecidedBy.BAND, None),
    ({}, 6, "R", Level.MONITORING, DecidedBy.BAND, None),
    ({}, 5, None, Level.URGENT, DecidedBy.FLOOR, "L1"),
    ({}, 16, "H", Level.URGENT, DecidedBy.FLOOR, "L2"),
    ({"A3": 2}, 16, None, Level.URGENT, DecidedBy.FLOOR, "L3"),
    ({"A1": 1}, 16, None, Level.MONITORING, DecidedBy.BAND, None),
    ({"H1": 3}, 16, None, Level.URGENT, DecidedBy.FLOOR, "L4"),
    ({"H1": 2}, 12, None, Level.ORDINARY, DecidedBy.FLOOR, "L5"),
    ({"H1": 2}, 13, None, Level.MONITORING, DecidedBy.BAND, None),
    ({"H1": 2}, None, None, Level.MONITORING, DecidedBy.BAND, None),
    ({"B2": 3}, 16, "H", Level.EMERGENCY, DecidedBy.RED_VALUE, None),
    ({"H1": 3, "H2": 3, "E1": 3, "E2": 3}, 5, None, Level.URGENT, DecidedBy.FLOOR, "L1"),
])
def test_floors_only_raise(changed, years, sub_type, level, by, floor):
    result = score(INSTRUMENT, ALL_ZERO | changed, age=years, sub_type=sub_type)
    assert (result.level, result.decided_by, result.decided_floor) == (level, by, floor)


@pytest.mark.parametrize("answers, years, percent, completeness, provisional, level", [
    ({}, None, None, 0.0, True, None), ({"A1": None}, None, None, 0.0, True, None),
    ({"A1": 0}, None, 0.0, 5.8, True, Level.MONITORING), ({"A1": 1}, None, 33.3, 5.8, True, Level.ORDINARY),
    ({}, 16, 0.0, 3.8, True, Level.MONITORING),
])
def test_little_is_known(answers, years, percent, completeness, provisional, level):
    result = score(INSTRUMENT, answers, age=years, sub_type=None)
    assert (result.score, result.completeness, result.provisional, result.level) == (percent, completeness, provisional, level)
    assert result.range is None or result.range[0] <= result.score <= result.range[1]


def test_not_known_and_not_answered_both_stay_out_but_are_told_apart():
    result = score(INSTRUMENT, {"A1": 3, "A2": None}, age=None, sub_type=None)
    states = {row.id: row.state for row in result.items}
    assert (states["A1"], states["A2"], states["A3"], states["K1"]) == (
        AnswerState.ANSWERED, AnswerState.UNKNOWN, AnswerState.UNANSWERED, AnswerState.UNKNOWN)
    assert result.score == 100.0 and result.range == (5.8, 100.0) and result.crosses_boundary
    assert [(row.points, row.most) for row in result.domains if row.code in "AB"] == [(9, 9), (0, 0)]


@pytest.mark.parametrize("years, value", [(0, 3), (5, 3), (6, 2), (12, 2), (13, 1), (15, 1), (16, 0), (30, 0)])
def test_the_age_item_is_worked_out_whatever_was_sent(years, value):
    result = score(INSTRUMENT, {"K1": 1}, age=years, sub_type=None)
    assert next(row.value for row in result.items if row.id == "K1") == value


@pytest.mark.parametrize("answers, why", [
    ({"Z9": 1}, Why.NO_SUCH_ITEM), ({"A1": 4}, Why.NO_SUCH_ANSWER), ({"A3": 1}, Why.NO_SUCH_ANSWER), ({"A1": -1}, Why.NO_SUCH_ANSWER),
])
def test_answers_the_instrument_does_not_have(answers, why):
    with pytest.raises(Refused) as refused:
        score(INSTRUMENT, answers, age=10, sub_type=None)
    assert refused.value.why is why
