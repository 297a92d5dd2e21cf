"""What is usual for each kind of institution, and where the needs of an assessment lead."""
import pytest

from portal.rules.institution_kinds import ADVISED, GIVEN_BY, KINDS, SERVED_BY, asks_initials, called, short, takes_in, usual, wanted_by
from portal.rules.letter_number import Secrecy
from portal.rules.referral import InstitutionKind as Kind
from portal.rules.referral_terms import Shared, programme_of
from portal.rules.service import Spm
from portal.rules.suggestions import Advice, Facts, Partner, Suggestion, suggest
from portal.rules.wanted_papers import WantedPaper as Paper


def test_every_kind_but_other_has_its_usual_institution_and_every_partner_its_kinds():
    assert set(KINDS) == set(Kind) - {Kind.OTHER}
    assert set(GIVEN_BY) == set(Partner)
    assert set(ADVISED) <= set(Advice) and set(SERVED_BY) <= set(Spm)
    assert usual(Kind.OTHER).papers == () and usual(Kind.OTHER).initials


@pytest.mark.parametrize("kind, wanted", [
    (Kind.MENTAL_HOSPITAL, {Paper.REQUEST, Paper.INSURANCE_CARD, Paper.IDENTITY_CARD, Paper.FAMILY_CARD, Paper.DOMICILE, Paper.DISTRICT,
                            Paper.POVERTY, Paper.CHAIN, Paper.PHOTO, Paper.FAMILY_STATEMENT, Paper.RECOMMENDATION}),
    (Kind.HEALTH_OFFICE, {Paper.FAMILY_CARD, Paper.IDENTITY_CARD, Paper.POVERTY, Paper.HEALTH_LETTER, Paper.POLICE, Paper.RECOMMENDATION}),
    (Kind.PROVINCIAL_HOME, {Paper.COVER, Paper.BIRTH_CERTIFICATE, Paper.FAMILY_CARD, Paper.PARENT_CARD, Paper.MARRIAGE, Paper.INSURANCE_CARD,
                            Paper.SOCIAL_REPORT}),
    (Kind.SENTRA, {Paper.COVER, Paper.SOCIAL_REPORT, Paper.CONFERENCE}),
    (Kind.CIVIL_REGISTRY, {Paper.COVER, Paper.NO_PAPERS, Paper.REGISTRATION, Paper.POLICE}),
    (Kind.PROTECTION_UNIT, set()),
])
def test_the_papers_of_domain_5_1(kind, wanted):
    assert set(usual(kind).papers) == wanted


def test_units_of_the_ministry_are_those_whose_programme_asks_for_a_decile():
    for kind, pattern in KINDS.items():
        assert pattern.ministry == (programme_of(kind, False, False) is not None)


def test_whoever_pays_for_care_needs_the_nik_and_whoever_only_decides_gets_initials():
    assert [kind for kind, pattern in KINDS.items() if Shared.NIK in pattern.also] == [Kind.HEALTH_INSURANCE, Kind.HEALTH_OFFICE, Kind.PEOPLES_SCHOOL]
    assert [kind for kind, pattern in KINDS.items() if pattern.initials] == [Kind.EDUCATION_OFFICE, Kind.MANPOWER_OFFICE]


@pytest.mark.parametrize("answers, more, kinds", [
    ({"C1": 3}, {}, {Kind.HOSPITAL: ("C1",), Kind.MENTAL_HOSPITAL: ("C1",)}),
    ({"G1": 3}, {"age": 12}, {Kind.EDUCATION_OFFICE: ("G1",), Kind.LEARNING_CENTRE: ("G1",)}),
    ({"I2": 2}, {"decile": 3}, {Kind.HEALTH_INSURANCE: ("I2",)}),
    ({"I2": 2}, {"decile": 8}, {Kind.HEALTH_OFFICE: ("I2",)}),
    ({}, {"from_elsewhere": True}, {Kind.HOME_SOCIAL_OFFICE: ()}),
    ({"D2": 3}, {}, {Kind.CHILD_HOME: ("D2",), Kind.PROVINCIAL_HOME: ("D2",), Kind.SENTRA: ("D2",)}),
    ({"A1": 0}, {}, {}),
])
def test_where_answers_lead(answers, more, kinds):
    assert wanted_by(suggest(Facts(answers, **more))) == kinds


def test_needed_services_lead_there_too_and_reasons_are_gathered():
    led = wanted_by([Suggestion(("I1",), (Spm.SPM09,), (Partner.CIVIL_REGISTRY,), ())], [Spm.SPM09, Spm.SPM04])
    assert led == {Kind.CIVIL_REGISTRY: ("I1", Spm.SPM09)}


@pytest.mark.parametrize("kind, secrecy, shared, asked", [
    (Kind.EDUCATION_OFFICE, Secrecy.SECRET, (Shared.NAME, Shared.SEX), True), (Kind.EDUCATION_OFFICE, Secrecy.LIMITED, (Shared.NAME,), True),
    (Kind.EDUCATION_OFFICE, Secrecy.ORDINARY, (Shared.NAME,), False), (Kind.EDUCATION_OFFICE, Secrecy.SECRET, (Shared.SEX,), False),
    (Kind.HOSPITAL, Secrecy.SECRET, (Shared.NAME,), False), (Kind.OTHER, Secrecy.SECRET, (Shared.NAME,), True),
])
def test_a_name_told_to_a_place_that_serves_nobody_itself_is_asked_about(kind, secrecy, shared, asked):
    assert asks_initials(kind, secrecy, shared) is asked


@pytest.mark.parametrize("kind, regency, name, head", [
    (Kind.HOSPITAL, "Kabupaten Teluk Melati", "RSUD Kabupaten Teluk Melati", "Direktur RSUD Kabupaten Teluk Melati"),
    (Kind.POLICE, "Kota Mataram", "Polres Mataram, Unit PPA", "Kapolres Mataram"),
    (Kind.HOME_SOCIAL_OFFICE, "Kota Mataram", "Dinas Sosial daerah asal klien", "Kepala Dinas Sosial daerah asal"),
])
def test_the_usual_institution_is_called_after_the_regency(kind, regency, name, head):
    assert called(kind, regency=regency, province="Nusa Tenggara Barat") == (name, head)


def test_a_regency_without_its_kind():
    assert [short(name) for name in ("Kabupaten Lombok Barat", "Kota Padang", "Padang")] == ["Lombok Barat", "Padang", "Padang"]


def test_nobody_is_handed_over_to_whoever_gives_money_a_card_or_papers():
    assert [kind for kind in Kind if not takes_in(kind)] == [
        Kind.HEALTH_INSURANCE, Kind.HEALTH_OFFICE, Kind.ALMS_FUND, Kind.CIVIL_REGISTRY, Kind.EDUCATION_OFFICE, Kind.MANPOWER_OFFICE, Kind.LEGAL_AID]
