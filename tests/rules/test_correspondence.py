"""Which letters can be written about what, what each may tell, and what its words may not say."""
from datetime import date, datetime

import pytest

from portal.rules.consent import Assent, ConsentState, Stand, Voice
from portal.rules.correspondence import (
    SORTS,
    About,
    More,
    To,
    Why,
    asks_consent,
    beginning,
    check_about,
    check_complete,
    check_draft,
    check_meeting,
    check_place,
    check_record,
    check_same,
    check_text,
    check_told,
    due_on,
    kinds_about,
    may_be_named,
    may_tell,
    names_nobody,
)
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind as Kind
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused

NAMES = ("Rian Samudra", "Yan")


def why(check, *args, **kwargs):
    """Why the rule says no; None when it says nothing."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("facts, referred, expected", [
    (["name", "nik"], None, None), ([], [Shared.NAME], None), (["name"], [Shared.NAME, Shared.SEX], None),
    (["nik"], [Shared.NAME], Why.MORE_THAN_REFERRED), (["name"], [], Why.MORE_THAN_REFERRED),
])
def test_a_letter_about_a_referral_tells_no_more_than_the_referral(facts, referred, expected):
    assert why(check_told, facts, referred) == expected
    offered = may_tell(Kind.INTRODUCTION, referred)
    assert offered == [part for part in Shared if referred is None or part in referred]


@pytest.mark.parametrize(("about", "has", "kinds"), [
    (About.CASE, {}, {Kind.SUMMONS, Kind.HOSPITAL, Kind.INSURANCE, Kind.STATEMENT, Kind.INTRODUCTION}),
    (About.CONFERENCE, {}, {Kind.SUMMONS}),
    (About.REPORT, {"ticketed": True}, {Kind.TICKET_REPLY}),
    (About.REPORT, {"ticketed": False}, set()),
    (About.REFERRAL, {"handed": False}, {Kind.INTRODUCTION}),
    (About.REFERRAL, {"handed": True}, {Kind.INTRODUCTION, Kind.HANDOVER}),
    (About.PLACEMENT, {}, set()), (About.PLACEMENT, {"seated": True, "finished": False}, {Kind.PLACEMENT}),
    (About.PLACEMENT, {"seated": False, "finished": True}, {Kind.CERTIFICATE}),
    (About.BATCH, {"seated": False}, set()), (About.BATCH, {"seated": True}, {Kind.PLACEMENT}),
    (About.BATCH, {"seated": True, "finished": True}, {Kind.PLACEMENT}),
])
def test_what_can_be_written_about_a_record(about, has, kinds):
    assert set(kinds_about(about, **has)) == kinds


def test_letters_with_a_life_of_their_own_are_not_written_here():
    assert {Kind.REFERRAL, Kind.DUTY, Kind.OTHER_OUTSIDE}.isdisjoint(SORTS)
    assert why(check_about, Kind.HANDOVER, kinds_about(About.CASE)) == Why.NOT_OF_THIS
    assert why(check_about, Kind.CERTIFICATE, kinds_about(About.BATCH), About.BATCH) == Why.NOT_OF_THIS
    assert why(check_about, Kind.CERTIFICATE, kinds_about(About.PLACEMENT, seated=True), About.PLACEMENT) == Why.NOT_NOW


@pytest.mark.parametrize(("state", "assent", "named"), [
    (ConsentState.GIVEN, Assent.NOT_ASKED, True), (ConsentState.GIVEN, Assent.GIVEN, True), (ConsentState.GIVEN, Assent.MISSING, True),
    (ConsentState.GIVEN, Assent.REFUSED, False), (ConsentState.GIVEN, Assent.WITHDRAWN, False), (ConsentState.BASIS, Assent.NOT_ASKED, True),
    (ConsentState.BASIS, Assent.REFUSED, False), (ConsentState.REFUSED, Assent.GIVEN, False), (ConsentState.WITHDRAWN, Assent.GIVEN, False),
    (ConsentState.MISSING, Assent.GIVEN, False),
])
def test_the_list_of_a_batch_names_whom_the_place_may_know(state, assent, named):
    assert may_be_named(Stand(state, Voice.GUARDIAN, assent=assent)) is named
    assert may_be_named(None) is False


def test_a_letter_about_a_batch_names_nobody_and_asks_nobody():
    assert names_nobody(Kind.PLACEMENT, About.BATCH) and not asks_consent(Kind.PLACEMENT, About.BATCH)
    assert not names_nobody(Kind.PLACEMENT, About.PLACEMENT) and asks_consent(Kind.PLACEMENT, About.PLACEMENT)
    assert may_tell(Kind.PLACEMENT, ()) == []


@pytest.mark.parametrize("kind", [Kind.PLACEMENT, Kind.CERTIFICATE])
def test_who_teaches_or_employs_is_not_told_what_kind_of_client_somebody_is(kind):
    assert Shared.CATEGORY not in may_tell(kind)


def test_every_letter_begins_with_no_more_than_it_may_tell():
    for kind, sort in SORTS.items():
        assert set(sort.least) <= set(sort.offered), kind


@pytest.mark.parametrize(("kind", "restricted", "least"), [
    (Kind.HOSPITAL, False, {Shared.NAME, Shared.BIRTH, Shared.SEX, Shared.CATEGORY}),
    (Kind.HOSPITAL, True, {Shared.BIRTH, Shared.SEX, Shared.CATEGORY}),
    (Kind.INSURANCE, False, {Shared.NAME, Shared.BIRTH, Shared.SEX, Shared.NIK, Shared.ADDRESS, More.DECILE}),
    (Kind.STATEMENT, False, {Shared.NAME, Shared.BIRTH, Shared.SEX}),
    (Kind.INTRODUCTION, False, set()),
    (Kind.PLACEMENT, False, {Shared.NAME, Shared.BIRTH, Shared.SEX}),
    (Kind.PLACEMENT, True, {Shared.BIRTH, Shared.SEX}),
    (Kind.CERTIFICATE, True, {Shared.NAME, Shared.BIRTH}),
    (Kind.SUMMONS, False, set()),
    (Kind.TICKET_REPLY, False, set()),
])
def test_a_draft_tells_the_least_and_of_a_restricted_case_no_name(kind, restricted, least):
    assert set(beginning(kind, restricted=restricted)) == least


@pytest.mark.parametrize(("kind", "nobody", "consent"), [
    (Kind.SUMMONS, True, False), (Kind.TICKET_REPLY, True, False), (Kind.HOSPITAL, False, True), (Kind.INSURANCE, False, True),
    (Kind.STATEMENT, False, True), (Kind.INTRODUCTION, False, True), (Kind.HANDOVER, False, True),
])
def test_what_tells_who_somebody_is_asks_for_consent(kind, nobody, consent):
    assert (names_nobody(kind), asks_consent(kind)) == (nobody, consent)
    assert not names_nobody(kind) or SORTS[kind].to in (To.SENDER, To.GUESTS)


@pytest.mark.parametrize(("text", "told", "because"), [
    ("Anak R.S. sehat.", (), None),
    ("Anak Rian Samudra sehat.", (), Why.NAME_IN_TEXT),
    ("Anak RIAN  samudra sehat.", (), Why.NAME_IN_TEXT),
    ("Yan sehat.", (), Why.NAME_IN_TEXT),
    ("Yanto sehat.", (), None),
    ("Anak Rian Samudra sehat.", (Shared.NAME,), None),
    ("NIK 9901021405120001.", (Shared.NAME,), Why.NIK_IN_TEXT),
    ("NIK 9901 0214 0512 0001.", (), Why.NIK_IN_TEXT),
    ("NIK 9901021405120001.", (Shared.NIK,), None),
    ("Nomor 400.9.2.2/0087/DINSOS/2026.", (), None),
])
def test_words_tell_only_what_is_ticked(text, told, because):
    assert why(check_text, text, NAMES, told) == because


def test_a_letter_to_an_institution_needs_one_and_a_certificate_does_not():
    assert why(check_place, Kind.HOSPITAL, None) == why(check_place, Kind.INTRODUCTION, None) == Why.PLACE_NEEDED
    assert why(check_place, Kind.STATEMENT, None) is why(check_place, Kind.SUMMONS, None) is why(check_place, Kind.HOSPITAL, "RSJ") is None


def test_nothing_is_written_about_a_mistake_nor_worded_after_the_issue():
    assert (why(check_record, True), why(check_record, False)) == (Why.RECORD_CANCELLED, None)
    assert [why(check_draft, state) for state in LetterState] == [None, *[Why.NOT_A_DRAFT] * (len(LetterState) - 1)]
    assert (why(check_same, False), why(check_same, True)) == (Why.CHANGED_SINCE, None)


def test_people_are_asked_to_meetings_that_are_to_be():
    now = datetime(2026, 3, 30, 0, 0)
    assert why(check_meeting, datetime(2026, 3, 29, 23, 59), now) == Why.MEETING_PAST
    assert why(check_meeting, now, now) is why(check_meeting, None, now) is None


@pytest.mark.parametrize(("meeting", "due"), [
    (None, date(2026, 3, 5)), (date(2026, 3, 20), date(2026, 3, 5)), (date(2026, 3, 4), date(2026, 3, 3)), (date(2026, 3, 2), date(2026, 3, 2)),
])
def test_a_draft_is_due_in_three_days_and_before_its_meeting(meeting, due):
    assert due_on(date(2026, 3, 2), meeting_on=meeting) == due


@pytest.mark.parametrize(("kind", "told", "because"), [
    (Kind.SUMMONS, {"guests": "", "rows": []}, Why.GUESTS_NEEDED), (Kind.SUMMONS, {"guests": "Kapolsek", "rows": []}, None),
    (Kind.INTRODUCTION, {"guests": "", "rows": []}, Why.ROWS_NEEDED), (Kind.INTRODUCTION, {"guests": "", "rows": [["Berkas", "", ""]]}, None),
    (Kind.STATEMENT, {"guests": "", "rows": []}, None),
])
def test_a_summons_invites_somebody_and_a_covering_letter_covers_something(kind, told, because):
    assert why(check_complete, kind, told) == because
