"""The plots draw what their numbers say: lengths in proportion, nothing for nothing, and what is hidden not at all."""
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.recap.plots import EMPTY, FALL, FULL, HATCHED, REACH, Point, Row, lying, most, shortened, stacked, upright

AMOUNTS = st.lists(st.sampled_from([None, 0, 1, 2, 7, 40, 333, 5000]), min_size=1, max_size=12)
UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def points(amounts):
    return [Point(f"Nama {place}", amount, "<5" if amount is None else str(amount)) for place, amount in enumerate(amounts)]


@UNHURRIED
@given(AMOUNTS)
def test_every_figure_is_printed_and_every_amount_has_a_bar_in_proportion(amounts):
    for draw, length, longest in ((upright, "height", FALL), (lying, "width", REACH)):
        drawing, known = draw(points(amounts)), [amount for amount in amounts if amount]
        assert [word.text for word in drawing.words if not word.text.startswith("Nama")] == [point.figure for point in points(amounts)]
        assert len(drawing.bars) == len(known)
        for bar, amount in zip(drawing.bars, known, strict=True):
            assert getattr(bar, length) == pytest.approx(max(longest * amount / max(known), .6), abs=.01)


@UNHURRIED
@given(AMOUNTS)
def test_bars_stay_in_the_picture_and_apart(amounts):
    standing, lines = upright(points(amounts)), lying(points(amounts))
    for bar, following in zip(standing.bars, standing.bars[1:], strict=False):
        assert bar.x + bar.width < following.x
    for bar, following in zip(lines.bars, lines.bars[1:], strict=False):
        assert bar.y + bar.height < following.y
    assert all(0 <= bar.x and bar.x + bar.width <= 100 and 0 <= bar.y and bar.y + bar.height <= drawing.height
               for drawing in (standing, lines) for bar in drawing.bars)


def test_parts_stand_end_to_end_and_fill_their_row():
    drawing = stacked([Row("Temu", [(6, FULL), (0, HATCHED), (2, EMPTY)], "75 %"), Row("Tanggap", [(None, FULL), (None, EMPTY)], "<5")])
    assert [(bar.x, bar.width, bar.fill) for bar in drawing.bars] == [(0, 75, FULL), (75, 25, EMPTY)]
    assert [word.text for word in drawing.words] == ["Temu", "75 %", "Tanggap", "<5"]
    assert [bar.width for bar in stacked([Row("Ditemui", [(5, FULL)], "5")], 20).bars] == [25]


def test_nothing_is_drawn_for_nothing_and_for_what_is_hidden():
    assert upright(points([0, None])).bars == lying(points([0, None])).bars == []
    assert upright([]).bars == lying([]).bars == stacked([]).bars == []


def test_beyond_the_most_the_smallest_are_one():
    found = most(points([5, 1, 9, 2]), 3, lambda others: Point("lainnya", sum(other.amount for other in others), "3"))
    assert [(point.name, point.amount) for point in found] == [("Nama 0", 5), ("Nama 2", 9), ("lainnya", 3)]
    assert len(most(points([1, 2]), 3, None)) == 2


def test_a_long_name_is_cut_where_it_would_run_into_its_bar():
    assert shortened("Kepulauan Tanimbar Utara") == "Kepulauan Tanimba…"
    assert shortened("Kota Melati") == "Kota Melati"
