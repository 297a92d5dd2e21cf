"""When a ticket is answered, and what the answer may say."""
from datetime import date, datetime

import pytest

from portal.rules import ticket
from portal.rules.refused import Refused
from portal.rules.ticket import Why
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar

CALENDAR = WorkCalendar(DEFAULT_HOURS, holidays={date(2026, 3, 4): "Libur"})


@pytest.mark.parametrize("received, days, due", [
    (datetime(2026, 3, 9, 9, 10), 3, datetime(2026, 3, 12, 16, 0)),    # Monday to Thursday
    (datetime(2026, 3, 9, 22, 0), 1, datetime(2026, 3, 10, 16, 0)),    # at night: the day of receipt never counts
    (datetime(2026, 3, 2, 9, 0), 3, datetime(2026, 3, 6, 16, 30)),     # a holiday between; Friday closes later
    (datetime(2026, 3, 7, 9, 0), 1, datetime(2026, 3, 9, 16, 0))])     # Saturday
def test_the_reply_is_due_at_the_close_of_the_nth_working_day(received, days, due):
    assert ticket.reply_due(received, CALENDAR, days) == due


def test_what_171_says_comes_first():
    said = datetime(2026, 3, 9, 12, 0)
    assert ticket.reply_due(datetime(2026, 3, 9, 9, 0), CALENDAR, 3, said) == said


def test_the_usual_time_is_three_working_days():
    assert ticket.REPLY_DAYS == 3
    assert ticket.reply_due(datetime(2026, 3, 9, 9, 0), CALENDAR) == datetime(2026, 3, 12, 16, 0)


EARLY, LATE = datetime(2026, 3, 2, 9, 0), datetime(2026, 3, 2, 9, 1)


@pytest.mark.parametrize("ticket_at, due, expected", [
    (None, None, None), (EARLY, None, None), (EARLY, LATE, None), (LATE, None, Why.TICKET_AFTER_RECEIPT),
    (None, datetime(2026, 3, 2, 8, 59), Why.DUE_BEFORE_RECEIPT), (None, EARLY, None)])
def test_a_ticket_is_older_than_its_report_and_its_deadline_younger(ticket_at, due, expected):
    try:
        ticket.check_moments(ticket_at=ticket_at, received_at=EARLY, due=due)
        found = None
    except Refused as refused:
        found = refused.why
    assert found == expected


@pytest.mark.parametrize("text, expected", [
    ("Anak (A.P.) sudah ditemui.", None), ("NIK 9901021405120001", Why.NIK_IN_REPLY), ("9901 0214 0512 0001", Why.NIK_IN_REPLY),
    ("990102.140512.0001", Why.NIK_IN_REPLY), ("Telepon 081234567890", None), ("Andi Pratama sudah ditemui", Why.NAME_IN_REPLY),
    ("andi   PRATAMA.", Why.NAME_IN_REPLY), ("Pratama, Andi", None), ("Petugas Andi Wijaya", None), ("Bayu ditemui", None)])
def test_a_reply_names_nobody_in_full(text, expected):
    try:
        ticket.check_reply(text, ["Andi Pratama", "Bayu", ""])
        found = None
    except Refused as refused:
        found = refused.why
    assert found == expected
