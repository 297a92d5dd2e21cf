"""Whose word it takes, what stands on a day, and what may be recorded: truth tables with both sides of each boundary."""
from datetime import date, timedelta

import pytest

from portal.rules.client import ConsentKind
from portal.rules.consent import (
    Assent,
    ConsentState,
    Instead,
    Manner,
    Said,
    Voice,
    Why,
    agrees,
    is_asked,
    may_record,
    may_withdraw,
    needed,
    stand,
)
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused

DAY = date(2026, 3, 2)
EARLIER, LATER = DAY - timedelta(1), DAY + timedelta(1)
SERVICE, SHARING, PHOTO = ConsentKind.SERVICE, ConsentKind.SHARING, ConsentKind.PHOTO
GUARDIAN, OWN, VITAL, PUBLIC, NO, OWN_NO = (ConsentBasis.GUARDIAN, ConsentBasis.OWN, ConsentBasis.VITAL_INTEREST, ConsentBasis.PUBLIC_TASK,
                                            ConsentBasis.REFUSED, ConsentBasis.OWN_REFUSED)
GIVEN, BASIS, REFUSED, WITHDRAWN, MISSING = ConsentState


def said(basis, on=DAY, kind=SERVICE, child=True, **more):
    return Said(kind, basis, on, child=child, **more)


@pytest.mark.parametrize("years, voice, asked", [
    (None, Voice.GUARDIAN, True), (0, Voice.GUARDIAN, False), (6, Voice.GUARDIAN, False), (7, Voice.GUARDIAN, True), (17, Voice.GUARDIAN, True),
    (18, Voice.CLIENT, False), (34, Voice.CLIENT, False),
])
def test_whose_word_it_takes(years, voice, asked):
    assert (needed(years), is_asked(years)) == (voice, asked)


@pytest.mark.parametrize("answers, years, expected", [
    ([], 12, MISSING), ([], 20, MISSING), ([], None, MISSING),
    ([said(GUARDIAN)], 12, GIVEN), ([said(GUARDIAN)], None, GIVEN), ([said(OWN)], 12, MISSING), ([said(NO)], 12, REFUSED),
    ([said(GUARDIAN, on=LATER)], 12, MISSING), ([said(GUARDIAN, on=EARLIER)], 12, GIVEN),
    # A withdrawal counts from its day on.
    ([said(GUARDIAN, on=EARLIER, ended=DAY)], 12, WITHDRAWN), ([said(GUARDIAN, on=EARLIER, ended=LATER)], 12, GIVEN),
    # The later word counts, whichever way it goes.
    ([said(GUARDIAN, on=EARLIER), said(NO)], 12, REFUSED), ([said(NO, on=EARLIER), said(GUARDIAN)], 12, GIVEN),
    ([said(NO), said(GUARDIAN)], 12, GIVEN), ([said(GUARDIAN), said(NO)], 12, REFUSED), ([said(NO), said(GUARDIAN, on=EARLIER)], 12, REFUSED),
    ([said(GUARDIAN, on=EARLIER, ended=DAY), said(GUARDIAN)], 12, GIVEN),
    ([said(NO, on=EARLIER, ended=DAY)], 12, MISSING),
    # A legal basis: instead of a consent, against an earlier no, until somebody says no after it.
    ([said(VITAL)], 12, BASIS), ([said(PUBLIC)], 20, BASIS), ([said(NO, on=EARLIER), said(PUBLIC)], 12, BASIS),
    ([said(GUARDIAN, on=EARLIER, ended=DAY), said(VITAL)], 12, BASIS), ([said(VITAL, on=EARLIER), said(NO)], 12, REFUSED),
    ([said(VITAL, on=EARLIER), said(GUARDIAN)], 12, GIVEN), ([said(VITAL, on=EARLIER, ended=DAY)], 12, MISSING),
    ([said(GUARDIAN, on=EARLIER), said(VITAL, on=EARLIER, ended=DAY)], 12, GIVEN),
    # Who may be the one who harms is not heard, neither with a yes nor with a no.
    ([said(GUARDIAN, harmful=True)], 12, MISSING), ([said(GUARDIAN, on=EARLIER), said(NO, harmful=True)], 12, GIVEN),
    ([said(GUARDIAN, harmful=True), said(PUBLIC, harmful=True)], 12, BASIS), ([said(GUARDIAN), said(GUARDIAN, harmful=True, ended=DAY)], 12, GIVEN),
    # From eighteen on the word is the client's own; what was said for the child, or by it, is over.
    ([said(GUARDIAN)], 17, GIVEN), ([said(GUARDIAN)], 18, MISSING), ([said(OWN)], 18, MISSING), ([said(OWN, child=False)], 18, GIVEN),
    ([said(OWN, child=None)], 18, MISSING), ([said(OWN_NO, child=False)], 18, REFUSED),
    # The guardian of an adult with a disability, art. 26.
    ([said(GUARDIAN, child=False)], 30, GIVEN), ([said(GUARDIAN, child=False, ended=DAY)], 30, WITHDRAWN),
    # Another purpose says nothing of this one.
    ([said(GUARDIAN, kind=PHOTO), said(GUARDIAN, kind=SHARING, institution=1)], 12, MISSING),
])
def test_what_stands_for_being_served(answers, years, expected):
    found = stand(answers, SERVICE, on=DAY, years=years)
    assert found.state is expected and found.in_force == (expected in (GIVEN, BASIS))


@pytest.mark.parametrize("institution, basis, asked, expected", [
    (1, GUARDIAN, 1, GIVEN), (1, GUARDIAN, 2, MISSING), (1, NO, 1, REFUSED), (1, NO, 2, MISSING), (1, VITAL, 1, BASIS), (1, VITAL, 2, MISSING),
    # Recorded before places were named: a yes is for no place, a no for every one.
    (None, GUARDIAN, 1, MISSING), (None, NO, 1, REFUSED),
])
def test_sharing_is_asked_for_each_institution(institution, basis, asked, expected):
    assert stand([said(basis, kind=SHARING, institution=institution)], SHARING, on=DAY, years=12, institution=asked).state is expected


@pytest.mark.parametrize("answers, years, expected", [
    ([], 6, Assent.NOT_ASKED), ([said(OWN)], 6, Assent.NOT_ASKED), ([], 7, Assent.MISSING), ([said(OWN)], 7, Assent.GIVEN),
    ([said(OWN_NO)], 7, Assent.REFUSED), ([said(OWN, on=EARLIER, ended=DAY)], 17, Assent.WITHDRAWN), ([said(OWN)], 18, Assent.NOT_ASKED),
    ([], None, Assent.MISSING), ([said(OWN_NO, on=EARLIER), said(OWN)], 12, Assent.GIVEN),
])
def test_what_the_child_says(answers, years, expected):
    assert stand(answers, SERVICE, on=DAY, years=years).assent is expected


def test_a_childs_no_stands_beside_the_guardians_yes():
    found = stand([said(GUARDIAN), said(OWN_NO)], SERVICE, on=DAY, years=12)
    assert (found.state, found.assent, found.last.basis) == (GIVEN, Assent.REFUSED, GUARDIAN)


def recorded(basis, **more):
    details = {"kind": SERVICE, "years": 12, "given_by": "Rini", "given_on": DAY, "today": DAY} | more
    try:
        may_record(basis, **details)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("basis, more, why", [
    (GUARDIAN, {}, None), (GUARDIAN, {"given_on": LATER}, Why.NOT_YET), (GUARDIAN, {"given_by": " "}, Why.GIVER_NEEDED),
    (NO, {"given_by": ""}, Why.GIVER_NEEDED), (GUARDIAN, {"harmful": True}, Why.EXPLOITER), (NO, {"harmful": True}, None),
    (GUARDIAN, {"years": 17}, None), (GUARDIAN, {"years": 18}, Why.ADULT_SPEAKS), (GUARDIAN, {"years": 18, "note": "Wali disabilitas."}, None),
    (GUARDIAN, {"years": None}, None), (OWN, {"years": None}, None),
    (OWN, {"years": 6}, Why.TOO_YOUNG), (OWN, {"years": 7, "given_by": ""}, None), (OWN_NO, {"years": 6}, Why.TOO_YOUNG),
    (GUARDIAN, {"kind": SHARING}, Why.INSTITUTION_NEEDED), (GUARDIAN, {"kind": SHARING, "institution": object()}, None),
    (VITAL, {"given_by": ""}, Why.REASON_NEEDED), (VITAL, {"why": Instead.GUARDIAN_UNKNOWN}, None), (PUBLIC, {"note": "Ibu diduga merugikan."}, None),
    (PUBLIC, {"why": Instead.OTHER}, Why.REASON_NEEDED), (PUBLIC, {"why": Instead.OTHER, "note": "Wali sakit."}, None),
    (VITAL, {"why": Instead.GUARDIAN_HARMS, "harmful": True}, None),
    (GUARDIAN, {"manner": Manner.ORAL}, Why.WITNESS_NEEDED), (GUARDIAN, {"manner": Manner.ORAL, "witness": "Joko"}, None),
    (GUARDIAN, {"manner": Manner.THUMB}, None), (OWN, {"manner": Manner.ORAL}, None), (OWN, {"years": 18, "manner": Manner.ORAL}, Why.WITNESS_NEEDED),
])
def test_what_may_be_recorded(basis, more, why):
    assert recorded(basis, **more) is why


@pytest.mark.parametrize("withdrawn_on, on, why", [
    (None, DAY, None), (None, EARLIER, None), (None, LATER, Why.NOT_YET), (None, EARLIER - timedelta(1), Why.BEFORE_CONSENT),
    (DAY, DAY, Why.WITHDRAWN_ALREADY),
])
def test_a_withdrawal(withdrawn_on, on, why):
    try:
        may_withdraw(given_on=EARLIER, withdrawn_on=withdrawn_on, on=on, today=DAY)
    except Refused as refused:
        assert refused.why is why
    else:
        assert why is None


def test_only_two_answers_agree():
    assert {basis for basis in ConsentBasis if agrees(basis)} == {GUARDIAN, OWN}
