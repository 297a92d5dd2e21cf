"""What a person is traced by besides the words of a name."""
from datetime import date

import pytest

from portal.rules.traces import near, slips, traces

DAY = date(2012, 5, 4)


@pytest.mark.parametrize("told, found", [
    (DAY, True), (date(2011, 5, 4), True), (date(2013, 5, 4), True), (date(2012, 4, 5), True), (date(2010, 5, 4), False), (date(2012, 6, 4), False),
])
def test_a_slip_of_the_pen_leads_to_the_day_of_birth(told, found):
    assert bool(near(born=told) & traces(born=DAY)) is found


def test_the_twenty_ninth_of_february_has_no_neighbours_in_other_years():
    assert slips(date(2012, 2, 29)) == {date(2012, 2, 29)} and slips(None) == set()


@pytest.mark.parametrize("told, found", [
    ("9901021405120001", True), ("9901021405120010", True), ("9901021450120001", True), ("9910021405120001", True), ("9910021450120001", False),
])
def test_a_slip_in_one_part_of_a_nik_leaves_the_other_two(told, found):
    assert bool(near(nik=told) & traces(nik="9901021405120001")) is found


@pytest.mark.parametrize("told, kept, found", [
    ("tato naga di lengan", "bertato naga", True), ("rambut hitam, kulit sawo", "rambut hitam", False),
    ("bekas luka di alis", "Bekas luka bakar", True), ("", "", False),
])
def test_marks_that_not_everybody_has(told, kept, found):
    assert bool(near(marks=told) & traces(marks=kept)) is found


def test_a_word_told_as_one_finds_the_two_that_are_kept():
    assert near(names=[["nurhidaya"]]) & traces(names=[["siti", "nur", "hidaya"]])
