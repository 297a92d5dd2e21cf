"""Answers suggest; what is not known suggests nothing."""
import pytest

from portal.rules.decile import OPEN_TO, Programme
from portal.rules.service import Spm
from portal.rules.suggestions import TABLE, Advice, Facts, Partner, rest, services, suggest, unreasoned


def all_of(facts):
    found = suggest(facts)
    return ({spm.value[3:] for spm in services(found)}, {each for one in found for each in one.partners},
            {each for one in found for each in one.advice})


@pytest.mark.parametrize("answers, spm, partners, advice", [
    ({}, set(), set(), set()),
    ({"A2": 2, "A3": None, "A4": 1}, set(), set(), set()),
    ({"A2": 3}, {"02"}, {Partner.UPTD_PPA, Partner.POLICE, Partner.HOSPITAL}, {Advice.AT_ONCE, Advice.RESTRICT}),
    ({"A3": 2}, {"02"}, {Partner.UPTD_PPA, Partner.POLICE, Partner.HOSPITAL}, {Advice.AT_ONCE, Advice.RESTRICT}),
    ({"H2": 3}, {"02"}, {Partner.UPTD_PPA, Partner.POLICE, Partner.HOSPITAL}, {Advice.AT_ONCE, Advice.RESTRICT}),
    ({"H2": 2}, {"08"}, set(), {Advice.PARENTS_STATEMENT}),
    ({"B1": 2}, {"06"}, {Partner.CLINIC}, set()),
    ({"B1": 3}, {"06"}, {Partner.HOSPITAL}, {Advice.AT_ONCE}),
    ({"B2": 2}, {"03"}, {Partner.CLINIC}, set()),
    ({"B3": 2}, {"05"}, {Partner.SENTRA}, set()),
    ({"C1": 2}, {"07"}, {Partner.PSYCHOLOGIST}, set()),
    ({"C1": 3}, set(), {Partner.HOSPITAL, Partner.MENTAL_HOSPITAL}, {Advice.AT_ONCE}),
    ({"C2": 2}, set(), {Partner.CLINIC, Partner.NARCOTICS_AGENCY}, set()),
    ({"D2": 3}, {"02", "11"}, {Partner.SHELTER, Partner.CARE_HOME, Partner.SENTRA}, {Advice.KIN_FIRST}),
    ({"E2": 2}, {"11"}, set(), set()),
    ({"E2": 2, "E3": 1}, {"11", "12"}, set(), {Advice.REUNIFY_WHEN_FOUND}),
    ({"E2": 2, "E3": 2}, {"11"}, {Partner.UPTD_PPA}, {Advice.NO_REUNIFICATION}),
    ({"I1": 1}, {"09"}, {Partner.CIVIL_REGISTRY}, set()),
    ({"I1": 3}, {"09"}, {Partner.CIVIL_REGISTRY}, {Advice.SPECIAL_REGISTRATION}),
    ({"J1": 2}, set(), {Partner.UPTD_PPA, Partner.LEGAL_AID}, set()),
    ({"J1": 3}, set(), {Partner.BAPAS}, {Advice.SOCIAL_WORKER_AT_TRIAL}),
    ({"I2": 2, "B1": 3}, {"06"}, {Partner.HOSPITAL}, {Advice.AT_ONCE, Advice.LOCAL_INSURANCE, Advice.REACTIVATE}),
])
def test_answers_alone(answers, spm, partners, advice):
    assert all_of(Facts(answers)) == (spm, partners, advice)


@pytest.mark.parametrize("answers, age, decile, advice", [
    ({"F1": 2}, 10, 4, {Advice.PROPOSE_AID}), ({"F1": 2}, 10, 5, set()), ({"F1": 2}, 10, None, {Advice.PROPOSE_LISTING}),
    ({"F1": 2}, 10, 0, {Advice.PROPOSE_LISTING}), ({"F1": 1}, 10, 1, set()),
    ({"G1": 2}, 7, 2, {Advice.SEKOLAH_RAKYAT}), ({"G1": 2}, 6, 2, set()), ({"G1": 2}, 10, 3, set()),
    ({"G1": 2}, 15, 3, {Advice.TRAINING}), ({"G1": 2}, 15, 1, {Advice.TRAINING, Advice.SEKOLAH_RAKYAT}),
    ({"G1": 2}, None, 1, set()), ({"I2": 3}, 10, 5, {Advice.PBI_JK}), ({"I2": 2}, 10, 7, {Advice.LOCAL_INSURANCE}),
])
def test_answers_with_age_and_decile(answers, age, decile, advice):
    assert all_of(Facts(answers, age, decile))[2] == advice


@pytest.mark.parametrize("age, service", [(6, set()), (7, {"10"}), (18, {"10"}), (19, set())])
def test_school_is_for_seven_to_eighteen(age, service):
    assert all_of(Facts({"G1": 2}, age))[0] == service


def test_who_comes_from_elsewhere_is_brought_home_with_the_home_office():
    assert all_of(Facts({}, from_elsewhere=True)) == (set(), {Partner.HOME_OFFICE}, {Advice.BRING_HOME})


def test_a_suggestion_names_its_answers():
    assert suggest(Facts({"A2": 3, "A4": 2}))[0].items == ("A2", "A4")
    assert services(suggest(Facts({"D2": 3, "E1": 3, "E2": 3}))) == [Spm.SPM02, Spm.SPM11]


def test_every_member_is_used():
    assert {each for row in TABLE for each in row.partners} | {Partner.HOME_OFFICE} == set(Partner)
    assert {each for row in TABLE for each in row.advice} | {Advice.BRING_HOME} == set(Advice)


@pytest.mark.parametrize("decile, advice", [(4, Advice.PROPOSE_AID), (5, Advice.PROPOSE_AID), (6, None)])
def test_the_rules_in_force_decide_which_aid_is_suggested(decile, advice):
    widened = OPEN_TO | {Programme.SEMBAKO: frozenset(range(1, 6))}
    found = all_of(Facts({"F1": 3}, decile=decile, open_to=widened))[2]
    assert found == ({advice} if advice else set())
    assert all_of(Facts({"F1": 3}, decile=5))[2] == set()


@pytest.mark.parametrize("needs, dismissals, lacking", [
    ({}, {}, []),
    ({"SPM09": True, "SPM10": True}, {}, []),
    ({"SPM09": False, "SPM10": True}, {}, ["SPM09"]),
    ({"SPM09": False}, {"SPM09": " "}, ["SPM09"]),
    ({"SPM09": False, "SPM10": False}, {"SPM09": "Sudah ada."}, ["SPM10"]),
    ({"SPM01": False}, {}, []),
])
def test_a_suggested_service_is_dismissed_with_a_reason(needs, dismissals, lacking):
    assert unreasoned(["SPM09", "SPM10"], needs, dismissals) == lacking


def test_the_rest_is_what_nobody_decided_and_nothing_suggests():
    found = rest([Spm.SPM09], {"SPM01": True, "SPM02": False})
    assert found == {str(spm): False for spm in Spm if spm not in (Spm.SPM01, Spm.SPM02, Spm.SPM09)}
    assert rest(list(Spm), {}) == {}
