"""The eighteenth birthday in the middle of a course: which day it is, whom it concerns, what it changes, and whose word counts since."""
from datetime import date, timedelta

import pytest

from portal.rules.age import BirthPrecision, age_of
from portal.rules.applicant import Offer
from portal.rules.client import ConsentKind
from portal.rules.coming_of_age import LAW, Birthday, Change, State, changes, concerns, eighteen, state
from portal.rules.consent import Said
from portal.rules.referral import ConsentBasis

AUGUST = Birthday(date(2026, 8, 21), True)
DAY = timedelta(days=1)


@pytest.mark.parametrize("born, expected", [
    ({"birth_date": date(2008, 8, 21)}, (date(2026, 8, 21), True)),
    ({"birth_date": date(2008, 2, 29)}, (date(2026, 3, 1), True)),
    ({"birth_date": date(2008, 8, 1), "precision": BirthPrecision.MONTH}, (date(2026, 8, 31), False)),
    ({"birth_date": date(2008, 2, 1), "precision": BirthPrecision.MONTH}, (date(2026, 3, 1), False)),
    ({"birth_date": date(2008, 1, 1), "precision": BirthPrecision.YEAR}, (date(2026, 12, 31), False)),
    ({"estimate": 17, "as_of": date(2026, 3, 9)}, (date(2027, 3, 9), False)),
    ({"estimate": 18, "as_of": date(2026, 3, 9)}, (date(2026, 3, 9), False)),
    ({"estimate": 16, "as_of": date(2024, 2, 29)}, (date(2026, 3, 1), False)),
])
def test_the_day_somebody_turns_eighteen(born, expected):
    day, exact = expected
    assert eighteen(**born) == Birthday(day, exact)
    assert age_of(day, **born).years == 18
    if not (born.get("estimate") == 18):
        assert age_of(day - DAY, **born).years == 17


def test_nothing_known_is_no_birthday():
    assert eighteen() is None
    assert not concerns(None, asked_on=date(2026, 3, 1), ends=date(2026, 9, 30))


@pytest.mark.parametrize("asked_on, ends, expected", [
    (date(2026, 8, 20), date(2026, 8, 21), True), (date(2026, 8, 21), date(2026, 9, 30), False), (date(2026, 8, 22), date(2026, 9, 30), False),
    (date(2026, 3, 2), date(2026, 8, 20), False), (date(2026, 3, 2), date(2026, 8, 22), True),
])
def test_whom_it_concerns(asked_on, ends, expected):
    assert concerns(AUGUST, asked_on=asked_on, ends=ends) is expected


def said(basis, on, ended=None, kind=ConsentKind.SERVICE, harmful=False):
    return Said(kind, basis, on, ended, None, on < AUGUST.on, harmful)


OWN, NO, GUARDIAN, OFFICE = ConsentBasis.OWN, ConsentBasis.OWN_REFUSED, ConsentBasis.GUARDIAN, ConsentBasis.PUBLIC_TASK
THEN, BEFORE, AFTER = AUGUST.on, AUGUST.on - DAY, AUGUST.on + DAY


@pytest.mark.parametrize("words, today, expected", [
    ([], BEFORE, State.AHEAD), ([], THEN, State.DUE), ([], AFTER, State.DUE),
    ([said(OWN, BEFORE)], THEN, State.DUE),
    ([said(OWN, THEN)], THEN, State.SETTLED), ([said(OWN, AFTER)], AFTER, State.SETTLED),
    ([said(GUARDIAN, BEFORE)], THEN, State.DUE),
    ([said(GUARDIAN, AFTER)], AFTER, State.SETTLED),
    ([said(GUARDIAN, AFTER, harmful=True)], AFTER, State.DUE),
    ([said(OFFICE, BEFORE)], AFTER, State.DUE), ([said(OFFICE, AFTER)], AFTER, State.SETTLED),
    ([said(OWN, THEN), said(NO, AFTER)], AFTER, State.REFUSED), ([said(NO, THEN), said(OWN, AFTER)], AFTER, State.SETTLED),
    ([said(OWN, THEN, ended=AFTER)], AFTER, State.REFUSED), ([said(OWN, THEN, ended=AFTER)], THEN, State.SETTLED),
    ([said(OWN, THEN, kind=ConsentKind.PHOTO)], AFTER, State.DUE),
    ([said(NO, BEFORE)], BEFORE, State.AHEAD),
])
def test_where_it_stands(words, today, expected):
    assert state(AUGUST, words, today=today) == expected


DATES = {"starts": date(2026, 4, 6), "ends": date(2026, 9, 30)}
ALWAYS = [Change.OWN_CONSENT, Change.OWN_AFFAIRS, Change.IDENTITY_CARD]


@pytest.mark.parametrize("terms, expected", [
    ({"max_age": 21}, [*ALWAYS, Change.CATEGORY]),
    ({"max_age": 18}, [*ALWAYS, Change.CATEGORY]),
    ({"max_age": 17}, [*ALWAYS, Change.SEAT_STAYS, Change.CATEGORY]),
    ({}, [*ALWAYS, Change.SEAT_STAYS, Change.CATEGORY]),
    ({"admits_adults": True}, [*ALWAYS, Change.AMONG_ADULTS, Change.CATEGORY]),
    ({"max_age": 21, "risky": True}, [*ALWAYS, Change.DANGEROUS_WORK, Change.CATEGORY]),
])
def test_what_that_day_changes(terms, expected):
    assert changes(Offer(**DATES, **terms)) == expected


def test_every_change_names_its_law_or_none():
    assert set(LAW) == set(Change)
