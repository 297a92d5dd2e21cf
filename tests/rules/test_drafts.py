"""A draft: whose words stand, and what is refused."""
import pytest

from portal.rules.drafts import LARGEST, MOST, Keeping, hand, keeping, knows, writes_on


@pytest.mark.parametrize("pen, own", [("", ""), (".b", "b"), ("a.b", "b"), ("b", "b")])
def test_a_pen_names_its_own_page_last(pen, own):
    assert hand(pen) == own


@pytest.mark.parametrize("pen, last, may", [
    ("", "", True), (".b", "", True), (".b", "b", True), ("a.b", "a", True), ("a.b", "b", True),
    (".b", "a", False), ("a.b", "", False), ("a.b", "c", False), ("", "a", False),
])
def test_a_page_writes_on_its_own_words_and_on_those_it_was_opened_with(pen, last, may):
    assert writes_on(pen, last) == may


NEW = {"turn": 1, "last_turn": 0, "saved": False, "size": 100, "waiting": 0}


@pytest.mark.parametrize("pen, last, facts, told", [
    (".b", "", {}, Keeping.KEPT),
    (".b", "b", {"turn": 2, "last_turn": 1}, Keeping.KEPT),
    (".b", "b", {"turn": 1, "last_turn": 2}, Keeping.OVERTAKEN),
    ("a.b", "a", {"turn": 1, "last_turn": 9}, Keeping.KEPT),
    (".b", "a", {}, Keeping.ELSEWHERE),
    (".b", "b", {"saved": True}, Keeping.SAVED),
    (".b", "a", {"saved": True}, Keeping.SAVED_ELSEWHERE),
    (".b", "", {"size": LARGEST}, Keeping.KEPT),
    (".b", "", {"size": LARGEST + 1}, Keeping.TOO_LARGE),
    (".b", "", {"waiting": MOST - 1}, Keeping.KEPT),
    (".b", "", {"waiting": MOST}, Keeping.TOO_MANY),
])
def test_what_becomes_of_a_draft(pen, last, facts, told):
    assert keeping(pen, last, **NEW | facts) == told


@pytest.mark.parametrize("pen, last, seen, version, known", [
    (".a", "", 1, 1, True), (".a", "", None, 3, True), (".a", "", 1, 2, False), (".a", "b", 1, 2, False),
    (".a", "a", 1, 4, True), ("b.a", "b", 1, 2, True), ("b.a", "c", 1, 2, False), ("", "", 1, 2, False), (".a", "b", 2, 2, True),
])
def test_a_page_saves_over_what_it_looked_at_and_over_its_own_words(pen, last, seen, version, known):
    assert knows(pen, last, seen=seen, version=version) is known
