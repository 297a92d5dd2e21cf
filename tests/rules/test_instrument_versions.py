"""A new version counts from its own day, says what differs, and takes nobody's place."""
import copy
from datetime import date, timedelta

import pytest

from portal.rules.instrument import parse
from portal.rules.instrument_versions import Aspect, Change, Why, changes, may_publish, unread
from portal.rules.refused import Refused
from tests.rules.test_instrument import DEFINITION

TODAY = date(2026, 3, 30)
FIRST = ("1", date(2026, 1, 5))
LATER = ("2", TODAY + timedelta(days=10))


@pytest.mark.parametrize("edition, since, published, why", [
    ("1", TODAY, [], None),
    ("2", TODAY, [FIRST], None),
    ("2", TODAY - timedelta(days=1), [FIRST], Why.DAY_PAST),
    ("2", None, [FIRST], Why.NO_DAY),
    ("1", TODAY, [FIRST], Why.PUBLISHED_ALREADY),
    ("3", LATER[1], [FIRST, LATER], None),
    ("3", LATER[1] - timedelta(days=1), [FIRST, LATER], Why.BEFORE_LAST),
])
def test_when_a_version_may_be_published(edition, since, published, why):
    if why is None:
        return may_publish(edition, since, published=published, today=TODAY)
    with pytest.raises(Refused) as refused:
        may_publish(edition, since, published=published, today=TODAY)
    assert refused.value.why is why


def changed(*edits):
    """The instrument with some places of its definition changed: (path…, value)."""
    definition = copy.deepcopy(DEFINITION)
    for *path, last, value in edits:
        place = definition
        for step in path:
            place = place[step]
        place[last] = value
    return parse(definition)


@pytest.mark.parametrize("edits, expected", [
    ([], []),
    ([("items", 0, "weight", 2), ("max_points", 153)], [
        Change(Aspect.WEIGHT, "A1", "3", "2"), Change(Aspect.POINTS, "", "156", "153")]),
    ([("items", 0, "question", "Bahaya hari ini")], [Change(Aspect.QUESTION, "A1", "Ancaman keselamatan saat ini", "Bahaya hari ini")]),
    ([("items", 0, "options", 0, "label", "Aman")], [Change(Aspect.ANSWER, "A1=0", "Tidak ada", "Aman")]),
    ([("items", 6, "red_flag", [3])], [Change(Aspect.RED, "B3", None, "3")]),
    ([("items", 4, "red_flag", [])], [Change(Aspect.RED, "B1", "3", None)]),
    ([("bands", 1, "min", 45)], [Change(Aspect.BAND, "urgent", "≥40", "≥45")]),
    ([("completeness_min_percent", 80)], [Change(Aspect.COMPLETENESS, "", "70 %", "80 %")]),
    ([("floors", 0, "when", {"age_max": 6})], [
        Change(Aspect.FLOOR, "L1", "Usia 0-5 tahun berada di jalan (≤5)", "Usia 0-5 tahun berada di jalan (≤6)")]),
    ([("floors", 4, "min_level", "Mendesak")], [Change(Aspect.FLOOR_LEVEL, "L5", "ordinary", "urgent")]),
    ([("red_item_level", "Mendesak")], [Change(Aspect.RED_LEVEL, "", "emergency", "urgent")]),
    ([("unscored", DEFINITION["unscored"][:2])], [
        Change(Aspect.WRITTEN, "", ", ".join(DEFINITION["unscored"]), ", ".join(DEFINITION["unscored"][:2]))]),
    ([("items", 0, "question_en", "Danger")], [Change(Aspect.ENGLISH, "A1", "Threat to safety now", "Danger")]),
])
def test_what_differs(edits, expected):
    assert changes(parse(DEFINITION), changed(*edits)) == expected


def test_an_item_that_is_gone_is_told_in_every_aspect_and_so_is_what_rests_on_it():
    definition = copy.deepcopy(DEFINITION)
    gone = next(number for number, item in enumerate(definition["items"]) if item["id"] == "G1")
    definition["max_points"] -= definition["items"].pop(gone)["weight"] * 3
    shorter = parse(definition)
    assert [each.before for each in changes(parse(DEFINITION), shorter) if (each.aspect, each.where) == (Aspect.QUESTION, "G1")] == ["Status sekolah"]
    told = {each.aspect for each in changes(parse(DEFINITION), shorter) if each.where.startswith("G1")}
    assert told >= {Aspect.QUESTION, Aspect.ANSWER, Aspect.WEIGHT}
    assert unread(parse(DEFINITION)) == [] and unread(shorter) == ["G1"]
