"""What was put beside what stands now, as a table."""
import pytest

from portal.rules.then_now import Line, beside, differing

TABLE = [
    ([], [], [], []),
    ([["Desil", "3"]], [["Desil", "3"]], [("Desil", "3", "3")], []),
    ([["Desil", "3"]], [["Desil", "6"]], [("Desil", "3", "6")], ["Desil"]),
    ([["Desil", "3"]], [], [("Desil", "3", None)], ["Desil"]),
    ([], [["Desil", "6"]], [("Desil", None, "6")], ["Desil"]),
    ([["Catatan", ""]], [], [("Catatan", "", None)], []),
    ([["Catatan", "a "]], [["Catatan", "a"]], [("Catatan", "a ", "a")], []),
    ([["A", "1"], ["B", "2"]], [["B", "2"], ["C", "3"], ["A", "1"]], [("A", "1", "1"), ("B", "2", "2"), ("C", None, "3")], ["C"]),
    ([["Perhatian", "x"], ["Perhatian", "y"]], [["Perhatian", "x"], ["Perhatian", "z"]],
     [("Perhatian", "x", "x"), ("Perhatian", "y", "z")], ["Perhatian"]),
    ([["Perhatian", "x"], ["Perhatian", "y"]], [], [("Perhatian", "x", None), ("Perhatian", "y", None)], ["Perhatian"]),
]


@pytest.mark.parametrize("then, now, lines, terms", TABLE)
def test_two_tellings_are_paired_term_by_term(then, now, lines, terms):
    found = beside(then, now)
    assert found == [Line(*line) for line in lines]
    assert differing(found) == terms
