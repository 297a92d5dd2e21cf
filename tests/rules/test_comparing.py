"""What differs between two tellings, and which way."""
import pytest

from portal.rules.comparing import Cell, Difference, beside, difference, marked

D = Difference


def cell(words, number=None):
    return Cell("A1", words, number)


@pytest.mark.parametrize("first, second, expected", [
    (cell("Tidak ada", 0), cell("Tidak ada", 0), D.SAME),
    (cell("Tidak ada", 0), cell("Berulang", 2), D.UP),
    (cell("Berulang", 2), cell("Tidak ada", 0), D.DOWN),
    (cell("Belum diketahui"), cell("Berulang", 2), D.OTHER),
    (cell("Berulang", 2), cell("Belum diketahui"), D.OTHER),
    (cell("Sering", 2), cell("Berulang", 2), D.OTHER),
    (cell("Ibu pedagang"), cell("Ibu pedagang"), D.SAME),
    (cell("Ibu pedagang"), cell("Ibu buruh"), D.OTHER),
    (cell(""), cell("Ibu buruh"), D.ADDED),
    (cell("Ibu pedagang"), cell(""), D.REMOVED),
    (cell(""), cell(""), D.SAME),
    (None, cell("Berulang", 2), D.ONLY_SECOND),
    (cell("Berulang", 2), None, D.ONLY_FIRST),
    (cell("28,8", 28.8), cell("28,9", 28.9), D.UP),
    (cell("60,0", 60.0), cell("59,9", 59.9), D.DOWN),
])
def test_how_two_cells_differ(first, second, expected):
    assert difference(first, second) is expected


def test_rows_stand_in_the_order_of_the_first_and_new_ones_after():
    first = {"A1": Cell("A1 Lama", "Ya"), "B1": Cell("B1", "Tidak"), "Z": Cell("Z", "")}
    second = {"A1": Cell("A1 Baru", "Ya"), "C1": Cell("C1", "Ya"), "Z": Cell("Z", ""), "Y": Cell("Y", "")}
    assert [(row.term, row.difference, row.differs) for row in beside(first, second)] == [
        ("A1 Baru", D.SAME, False), ("B1", D.ONLY_FIRST, True), ("C1", D.ONLY_SECOND, True)]


@pytest.mark.parametrize("first, second, unfinished, expected, differs", [
    (cell("Ya"), cell(""), (False, True), D.UNFILLED, False),
    (cell(""), cell("Ya"), (True, False), D.UNFILLED, False),
    (cell("Ya"), cell(""), (True, False), D.REMOVED, True),
    (cell(""), cell("Ya"), (False, True), D.ADDED, True),
    (cell("Ya"), cell("Tidak"), (False, True), D.OTHER, True),
    (cell("Ya"), None, (False, True), D.ONLY_FIRST, True),
    (cell("Ya"), cell("Ya"), (True, True), D.SAME, False),
])
def test_what_is_not_filled_in_yet_is_no_difference(first, second, unfinished, expected, differs):
    sides = [{"A1": each} if each else {} for each in (first, second)]
    assert [(row.difference, row.differs) for row in beside(*sides, unfinished=unfinished)] == [(expected, differs)]


LONG = "Anak tinggal bersama ibunya di pasar dan membantu berjualan setiap pagi sebelum berangkat ke sekolah dasar."


@pytest.mark.parametrize("first, second, left, right", [
    ("Pendek", "Lain", [("Pendek", True)], [("Lain", True)]),
    (LONG, LONG.replace("ibunya", "neneknya"),
     [("Anak tinggal bersama ", False), ("ibunya ", True), (LONG.split("ibunya ")[1], False)],
     [("Anak tinggal bersama ", False), ("neneknya ", True), (LONG.split("ibunya ")[1], False)]),
    (LONG, f"{LONG} Ayahnya melaut.", [(LONG, False)], [(f"{LONG} ", False), ("Ayahnya melaut.", True)]),
    (LONG, "Z" * 30 + " " + "Y" * 40, [(LONG, True)], [("Z" * 30 + " " + "Y" * 40, True)]),
])
def test_of_long_texts_only_the_words_that_differ_are_marked(first, second, left, right):
    assert marked(first, second) == (left, right)
    assert ["".join(words for words, _ in side) for side in marked(first, second)] == [first, second]


def test_a_brief_telling_leaves_out_what_both_have():
    first = " ".join(f"kata{n}" for n in range(60))
    left, right = marked(first, first.replace("kata59", "lain"), brief=True)
    assert left == [("kata0 kata1 kata2 kata3 kata4 kata5 kata6 kata7 … kata51 kata52 kata53 kata54 kata55 kata56 kata57 kata58 ", False),
                    ("kata59", True)]
    assert right[-1] == ("lain", True)
