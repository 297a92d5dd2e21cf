"""Absences in a row, what answers for them, and lines that two people fill in."""
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules import placement
from portal.rules.attendance import (
    LETTER,
    Mark,
    Why,
    absences,
    attendance_rate,
    clashes,
    days_asked,
    may_fill,
    may_meet,
    merged,
    third,
    unanswered,
)
from portal.rules.placement import BatchState as Batch
from portal.rules.refused import Refused

MARK = {letter: mark for mark, letter in LETTER.items()}


def days(*numbers):
    return [date(2026, 4, number) for number in numbers]


def marked(letters):
    """HHAIS as marks on 1, 2, 3 … April."""
    return [(date(2026, 4, number), MARK[letter]) for number, letter in enumerate(letters, 1)]


def told(run):
    return "".join(f"{day.day}{LETTER[mark]}" for day, mark in run)


@pytest.mark.parametrize("day, state, expected", [
    (6, Batch.RUNNING, None), (5, Batch.RUNNING, Why.OUTSIDE_COURSE), (20, Batch.RUNNING, None), (21, Batch.RUNNING, Why.OUTSIDE_COURSE),
    (6, Batch.OPEN, placement.Why.NOT_RUNNING), (6, Batch.ENDED, placement.Why.NOT_RUNNING),
])
def test_a_day_of_the_course(day, state, expected):
    asked = date(2026, 4, day), date(2026, 4, 6), state, date(2026, 4, 20)
    if expected is None:
        assert may_meet(*asked) is None
    else:
        with pytest.raises(Refused) as refused:
            may_meet(*asked)
        assert refused.value.why == expected


@pytest.mark.parametrize("marks, expected", [
    ([], None), ([Mark.PRESENT], 100), ([Mark.ABSENT], 0), ([Mark.PRESENT, Mark.SICK, Mark.PERMITTED], 33),
])
def test_the_days_present_as_percent(marks, expected):
    assert attendance_rate(marks) == expected


def test_the_letters_of_the_roster():
    assert [LETTER[mark] for mark in Mark] == ["H", "I", "S", "A"]


@pytest.mark.parametrize("letters, run", [
    ("", ""), ("H", ""), ("A", "1A"), ("AH", ""), ("HAIS", "2A3I4S"), ("AAAH", ""), ("AAHA", "4A"), ("SSSS", "1S2S3S4S"),
])
def test_absences_in_a_row_are_of_any_kind_and_end_with_a_day_present(letters, run):
    assert told(absences(marked(letters))) == run


@pytest.mark.parametrize("letters, notes, expected", [
    ("AA", (), ""), ("AAA", (), "1A2A3A"), ("AIS", (), "1A2I3S"), ("AAAA", (), "1A2A3A4A"), ("AAAH", (), ""), ("HAAHAA", (), ""),
    # A note before the third absence says nothing of it; on its day or later it answers.
    ("AAA", (2,), "1A2A3A"), ("AAA", (3,), ""), ("AAA", (4,), ""), ("AAA", (1, 2), "1A2A3A"), ("AAA", (2, 3), ""),
    # After a note three more ask anew, and no fewer.
    ("AAAA", (3,), ""), ("AAAAA", (3,), ""), ("AAAAAA", (3,), "4A5A6A"), ("AAAAAA", (3, 5), "4A5A6A"), ("AAAAAA", (3, 6), ""),
    ("AAAAAAA", (4,), "5A6A7A"), ("AAAAAAAAA", (3, 6), "7A8A9A"), ("AAAAAAAAA", (3, 6, 9), ""), ("AAAAAA", (5,), ""), ("AAAAAAAA", (5,), "6A7A8A"),
    # A note on an earlier run does not answer for the next.
    ("AAAHAAA", (3,), "5A6A7A"), ("AAAHAAA", (4,), "5A6A7A"), ("AAAHAAA", (7,), ""),
])
def test_three_absences_ask_until_something_is_noted(letters, notes, expected):
    assert told(unanswered(marked(letters), days(*notes))) == expected


@given(st.text("HISA", max_size=25), st.sets(st.integers(1, 28)))
def test_what_is_asked_is_three_or_more_absences_at_the_end_that_no_note_answers(letters, notes):
    run = unanswered(marked(letters), days(*sorted(notes)))
    assert run == [] or (len(run) >= 3 and run == absences(marked(letters))[-len(run):])
    assert not run or not [day for day in days(*notes) if day >= third(run)]
    assert run or len(absences(marked(letters))) < 3 or notes


def test_the_order_of_the_notes_makes_no_difference():
    assert unanswered(marked("AAAAAAAAA"), days(6, 3)) == unanswered(marked("AAAAAAAAA"), days(3, 6)) != []


@pytest.mark.parametrize("looked, mine, stands, clash, kept", [
    # Nobody has written this line yet: what the page says is kept, touched or not.
    ("H", "H", None, False, "H"), ("H", "A", None, False, "A"), (None, "A", None, False, "A"),
    # I did not touch it: what stands stays.
    ("H", "H", "H", False, "H"), ("H", "H", "A", False, "A"), ("A", "A", "S", False, "S"),
    # I touched it and nobody else did.
    ("H", "A", "H", False, "A"), ("A", "H", "A", False, "H"),
    # Both touched it, to the same end or not.
    ("H", "A", "A", False, "A"), ("H", "A", "S", True, None), ("A", "H", "S", True, None),
    # A page that does not say what it began with may only say what stands.
    (None, "A", "A", False, "A"), (None, "A", "H", True, None),
])
def test_two_people_at_one_line(looked, mine, stands, clash, kept):
    assert clashes(looked, mine, stands) is clash
    assert clash or merged(looked, mine, stands) == kept


def test_what_one_person_touched_is_never_lost_without_a_word():
    for looked, mine, stands in product("HISA", "HISA", "HISA"):
        if not clashes(looked, mine, stands):
            kept = merged(looked, mine, stands)
            assert kept == mine or mine == looked
            assert kept == stands or stands == looked


TODAY = date(2026, 4, 20)
PLANNED = [TODAY + timedelta(days=number) for number in range(-20, 5)]


@pytest.mark.parametrize("seated, ended, first, last", [
    (date(2026, 3, 1), None, date(2026, 4, 7), TODAY),      # the last fourteen days, today with them; 6 April is one too many
    (date(2026, 4, 7), None, date(2026, 4, 7), TODAY), (date(2026, 4, 8), None, date(2026, 4, 8), TODAY),
    (date(2026, 3, 1), date(2026, 4, 10), date(2026, 4, 7), date(2026, 4, 10)), (TODAY, None, TODAY, TODAY),
])
def test_the_days_of_which_something_must_be_said(seated, ended, first, last):
    found = days_asked(PLANNED, TODAY, seated, ended)
    assert (found[0], found[-1], len(found)) == (first, last, (last - first).days + 1)


def test_nothing_is_asked_of_who_has_no_seat_yet_or_none_any_more():
    assert days_asked(PLANNED, TODAY, None) == days_asked(PLANNED, TODAY, TODAY + timedelta(days=1)) == []
    assert days_asked(PLANNED, TODAY, date(2026, 3, 1), date(2026, 4, 6)) == []


def test_a_meeting_that_was_called_off_is_not_filled_in():
    assert may_fill("") is None
    with pytest.raises(Refused) as refused:
        may_fill("Pengajar sakit")
    assert refused.value.why == Why.CALLED_OFF
