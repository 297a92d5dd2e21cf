"""Who may join which training: each rule at its boundaries."""
from datetime import date

import pytest

from portal.rules.age import BirthPrecision, age_of
from portal.rules.applicant import Applicant, Care, Education, Marital, Offer, Verdict
from portal.rules.child_labour import promised_in_vain
from portal.rules.refused import Refused
from portal.rules.training import CARE, RULES, Finding, Rule, Why, care_of, examine, is_stopped, may_plan, may_propose, may_stay, overall, worse

FITS, ATTENTION, UNFIT = Verdict.FITS, Verdict.ATTENTION, Verdict.UNFIT
READY = {"guardian_consent": True, "assent": True}
DAYS = {"starts": date(2026, 4, 6), "ends": date(2026, 9, 30)}


def verdict_of(rule, person, offer):
    findings = examine(Applicant(**{**READY, **person}), Offer(**{**DAYS, **offer}))
    return next((finding.verdict for finding in findings if finding.rule == rule), None)


TALENT = {"arts_or_talent": True}
JUNIOR = {"education": Education.JUNIOR}


@pytest.mark.parametrize("rule, person, offer, expected", [
    (Rule.AGE_UNKNOWN, {"age_on_start": None}, {}, ATTENTION),
    (Rule.AGE_UNKNOWN, {"age_on_start": 15}, {}, None),
    (Rule.UNDER_13, {"age_on_start": 12}, {}, UNFIT),
    (Rule.UNDER_13, {"age_on_start": 12}, TALENT, UNFIT),
    (Rule.UNDER_13, {"age_on_start": 13}, {}, None),
    (Rule.UNDER_13, {"age_on_start": None}, {}, None),
    (Rule.TALENT_ONLY_AT_13, {"age_on_start": 12}, {}, None),
    (Rule.TALENT_ONLY_AT_13, {"age_on_start": 13}, {}, UNFIT),
    (Rule.TALENT_ONLY_AT_13, {"age_on_start": 13}, {**TALENT, "hours_per_day": 3}, FITS),
    (Rule.TALENT_ONLY_AT_13, {"age_on_start": 13}, {**TALENT, "hours_per_day": 4}, UNFIT),
    (Rule.TALENT_ONLY_AT_13, {"age_on_start": 14}, {}, None),
    (Rule.WORK_PRACTICE_FROM_14, {"age_on_start": 13}, {"work_practice": True}, UNFIT),
    (Rule.WORK_PRACTICE_FROM_14, {"age_on_start": 14}, {"work_practice": True}, FITS),
    (Rule.WORK_PRACTICE_FROM_14, {"age_on_start": None}, {"work_practice": True}, ATTENTION),
    (Rule.WORK_PRACTICE_FROM_14, {"age_on_start": 13}, {}, None),
    (Rule.SCHOOL_FIRST, {"age_on_start": 15}, {}, ATTENTION),
    (Rule.SCHOOL_FIRST, {"age_on_start": 15, "in_school": True}, {}, FITS),
    (Rule.SCHOOL_FIRST, {"age_on_start": 16}, {}, None),
    (Rule.SCHOOL_FIRST, {"age_on_start": 7}, {}, ATTENTION),
    (Rule.SCHOOL_FIRST, {"age_on_start": 6}, {}, None),
    (Rule.DANGEROUS_WORK, {"age_on_start": 17}, {"risky": True}, ATTENTION),
    (Rule.DANGEROUS_WORK, {"age_on_start": 18}, {"risky": True}, None),
    (Rule.DANGEROUS_WORK, {"age_on_start": None}, {"risky": True}, ATTENTION),
    (Rule.APART_FROM_ADULTS, {"age_on_start": 17}, {"admits_adults": True}, ATTENTION),
    (Rule.APART_FROM_ADULTS, {"age_on_start": 18}, {"admits_adults": True}, None),
    (Rule.GUARDIAN_CONSENT, {"age_on_start": 17}, {}, FITS),
    (Rule.GUARDIAN_CONSENT, {"age_on_start": 17, "guardian_consent": False}, {}, UNFIT),
    (Rule.GUARDIAN_CONSENT, {"age_on_start": 17, "guardian_consent": False, "outside_consent_basis": True}, {}, FITS),
    (Rule.GUARDIAN_CONSENT, {"age_on_start": 18, "guardian_consent": False}, {}, None),
    (Rule.CHILD_ASSENT, {"age_on_start": 17, "assent": False}, {}, UNFIT),
    (Rule.CHILD_ASSENT, {"age_on_start": 18, "assent": False}, {}, None),
    (Rule.PROGRAMME_AGE, {"age_on_start": 14}, {"min_age": 15, "max_age": 21}, UNFIT),
    (Rule.PROGRAMME_AGE, {"age_on_start": 15}, {"min_age": 15, "max_age": 21}, FITS),
    (Rule.PROGRAMME_AGE, {"age_on_start": 21}, {"min_age": 15, "max_age": 21}, FITS),
    (Rule.PROGRAMME_AGE, {"age_on_start": 22}, {"min_age": 15, "max_age": 21}, UNFIT),
    (Rule.PROGRAMME_AGE, {"age_on_start": 22}, {"min_age": 15}, FITS),
    (Rule.PROGRAMME_AGE, {"age_on_start": 22}, {}, None),
    (Rule.PROGRAMME_SEX, {"age_on_start": 16, "sex": "male"}, {"sex": "male"}, FITS),
    (Rule.PROGRAMME_SEX, {"age_on_start": 16, "sex": "female"}, {"sex": "male"}, UNFIT),
    (Rule.PROGRAMME_SEX, {"age_on_start": 16}, {"sex": "male"}, ATTENTION),
    (Rule.PROGRAMME_SEX, {"age_on_start": 16, "sex": "female"}, {}, None),
    (Rule.PROGRAMME_EDUCATION, {"age_on_start": 16, "education": Education.PRIMARY}, JUNIOR, UNFIT),
    (Rule.PROGRAMME_EDUCATION, {"age_on_start": 16, "education": Education.JUNIOR}, JUNIOR, FITS),
    (Rule.PROGRAMME_EDUCATION, {"age_on_start": 16, "education": Education.SENIOR}, JUNIOR, FITS),
    (Rule.PROGRAMME_EDUCATION, {"age_on_start": 16}, JUNIOR, ATTENTION),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 19, "married": True}, {"marital": Marital.UNMARRIED}, UNFIT),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 19, "married": False}, {"marital": Marital.UNMARRIED}, FITS),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 19, "married": True}, {}, None),
    (Rule.HEALTH_LETTER, {"age_on_start": 16}, {"health_letter_needed": True}, ATTENTION),
    (Rule.HEALTH_LETTER, {"age_on_start": 16, "health_letter": True}, {"health_letter_needed": True}, FITS),
    (Rule.HEALTH_LETTER, {"age_on_start": 16}, {}, None),
    (Rule.BOARDING_AND_SCHOOL, {"age_on_start": 16, "in_school": True}, {"boarding": True}, ATTENTION),
    (Rule.BOARDING_AND_SCHOOL, {"age_on_start": 16, "in_school": False}, {"boarding": True}, None),
    (Rule.TREATMENT_FIRST, {"age_on_start": 16, "substance_dependence": True}, {}, ATTENTION),
    (Rule.TREATMENT_FIRST, {"age_on_start": 16, "untreated_illness": True}, {}, ATTENTION),
    (Rule.TREATMENT_FIRST, {"age_on_start": 16}, {}, None),
    (Rule.LEGAL_PROCESS, {"age_on_start": 16, "legal_process": True}, {}, ATTENTION),
    (Rule.TURNS_18, {"age_on_start": 18, "grown_up_on": date(2026, 4, 5)}, {}, None),
    (Rule.TURNS_18, {"age_on_start": 18, "grown_up_on": date(2026, 4, 6)}, {}, None),
    (Rule.TURNS_18, {"age_on_start": 17, "grown_up_on": date(2026, 4, 7)}, {}, FITS),
    (Rule.TURNS_18, {"age_on_start": 17, "grown_up_on": date(2026, 9, 30)}, {}, FITS),
    (Rule.TURNS_18, {"age_on_start": 17, "grown_up_on": date(2026, 10, 1)}, {}, None),
    (Rule.TURNS_18, {"age_on_start": 17}, {}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": 16, "age_exact": False}, {}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": 14, "age_exact": True}, {}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": 14, "age_exact": False}, {}, ATTENTION),
    (Rule.AGE_ESTIMATED, {"age_on_start": 14, "age_exact": False}, {**TALENT, "hours_per_day": 3}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": 14, "age_exact": False}, {**TALENT, "hours_per_day": 4}, ATTENTION),
    (Rule.AGE_ESTIMATED, {"age_on_start": 13, "age_exact": False}, {**TALENT, "hours_per_day": 3}, ATTENTION),
    (Rule.AGE_ESTIMATED, {"age_on_start": 15, "age_exact": False}, {"work_practice": True}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": 17, "age_exact": False}, {}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": 18, "age_exact": False}, {}, ATTENTION),
    (Rule.AGE_ESTIMATED, {"age_on_start": 19, "age_exact": False}, {}, None),
    (Rule.AGE_ESTIMATED, {"age_on_start": None, "age_exact": False}, {}, None),
    (Rule.SUPERVISION, {"age_on_start": 17}, {"risky": True}, UNFIT),
    (Rule.SUPERVISION, {"age_on_start": 17}, {"work_practice": True}, UNFIT),
    (Rule.SUPERVISION, {"age_on_start": 17, "supervision": True}, {"risky": True, "work_practice": True}, FITS),
    (Rule.SUPERVISION, {"age_on_start": 18}, {"risky": True, "work_practice": True}, None),
    (Rule.SUPERVISION, {"age_on_start": None}, {"risky": True}, UNFIT),
    (Rule.SUPERVISION, {"age_on_start": 17}, {}, None),
    (Rule.CHILDREN_ONLY, {"age_on_start": 17}, {}, None),
    (Rule.CHILDREN_ONLY, {"age_on_start": 18}, {}, UNFIT),
    (Rule.CHILDREN_ONLY, {"age_on_start": None}, {}, None),
    (Rule.CHILDREN_ONLY, {"age_on_start": 18}, {"max_age": 21}, None),
    (Rule.CHILDREN_ONLY, {"age_on_start": 18}, {"admits_adults": True}, None),
    (Rule.OUT_OF_SCHOOL, {"age_on_start": 16, "in_school": False}, {"out_of_school": True}, FITS),
    (Rule.OUT_OF_SCHOOL, {"age_on_start": 16, "in_school": True}, {"out_of_school": True}, UNFIT),
    (Rule.OUT_OF_SCHOOL, {"age_on_start": 16}, {"out_of_school": True}, ATTENTION),
    (Rule.OUT_OF_SCHOOL, {"age_on_start": 16, "in_school": True}, {}, None),
    (Rule.SCHOOL_FIRST, {"age_on_start": 15, "in_school": False}, {}, ATTENTION),
    (Rule.SCHOOL_FIRST, {"age_on_start": 15, "in_school": False, "school_planned": True}, {}, FITS),
    (Rule.SCHOOL_FIRST, {"age_on_start": 16, "in_school": False}, {}, None),
    (Rule.SCHOOL_FIRST, {"age_on_start": None}, {}, None),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 18}, {"marital": Marital.UNMARRIED}, FITS),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": None}, {"marital": Marital.UNMARRIED}, FITS),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 19}, {"marital": Marital.UNMARRIED}, ATTENTION),
])
def test_a_rule(rule, person, offer, expected):
    assert verdict_of(rule, person, offer) == expected


def finding(verdict, hard=False, rule=Rule.PROGRAMME_AGE):
    return Finding(rule, verdict, hard, "")


@pytest.mark.parametrize("findings, reason, worst, why", [
    ([], "", FITS, None),
    ([finding(FITS), finding(FITS, hard=True)], "", FITS, None),
    ([finding(ATTENTION)], "", ATTENTION, Why.REASON_NEEDED),
    ([finding(ATTENTION)], "sudah dibahas", ATTENTION, None),
    ([finding(ATTENTION), finding(UNFIT)], " ", UNFIT, Why.REASON_NEEDED),
    ([finding(UNFIT)], "sudah dibahas", UNFIT, None),
    ([finding(UNFIT, hard=True)], "sudah dibahas", UNFIT, Why.HARD_STOP),
    ([finding(UNFIT, rule=Rule.SUPERVISION)], "sudah dibahas", UNFIT, Why.SUPERVISION_NEEDED),
    ([finding(UNFIT, rule=Rule.SUPERVISION), finding(UNFIT, hard=True)], "sudah dibahas", UNFIT, Why.HARD_STOP),
    ([finding(FITS, rule=Rule.SUPERVISION)], "", FITS, None),
])
def test_what_a_reason_can_override(findings, reason, worst, why):
    try:
        outcome = may_propose(findings, reason)
    except Refused as refused:
        outcome = refused.why
    assert (overall(findings), outcome) == (worst, why)


def test_only_the_law_of_child_labour_is_hard():
    assert {rule for rule, _, hard, _ in RULES if hard} == {Rule.UNDER_13, Rule.TALENT_ONLY_AT_13, Rule.WORK_PRACTICE_FROM_14}
    assert {rule for rule, *_ in RULES} == set(Rule)


@pytest.mark.parametrize("findings, expected", [
    ([], False), ([finding(UNFIT)], False), ([finding(ATTENTION, hard=True)], False), ([finding(UNFIT), finding(UNFIT, hard=True)], True),
])
def test_what_the_law_stops(findings, expected):
    assert is_stopped(findings) is expected


@pytest.mark.parametrize("stopped, expected", [(0, None), (1, Why.DATES_STOP), (3, Why.DATES_STOP)])
def test_dates_that_the_law_forbids_to_somebody(stopped, expected):
    try:
        assert may_stay(stopped) is expected
    except Refused as refused:
        assert (refused.why, refused.detail["count"]) == (expected, stopped)


@pytest.mark.parametrize("is_live, expected", [(True, None), (False, Why.PLACE_OVER)])
def test_a_plan_is_written_while_there_is_work(is_live, expected):
    try:
        assert may_plan(is_live) is expected
    except Refused as refused:
        assert refused.why == expected


AGE, SEX = Rule.PROGRAMME_AGE, Rule.PROGRAMME_SEX


@pytest.mark.parametrize("then, now, expected", [
    ({}, {}, []), ({AGE: FITS}, {AGE: FITS}, []), ({AGE: FITS}, {AGE: ATTENTION}, [AGE]), ({AGE: ATTENTION}, {AGE: UNFIT}, [AGE]),
    ({AGE: UNFIT}, {AGE: ATTENTION}, []), ({AGE: UNFIT}, {AGE: UNFIT}, []), ({AGE: UNFIT}, {}, []), ({}, {AGE: FITS}, []),
    ({}, {AGE: UNFIT, SEX: ATTENTION}, [AGE, SEX]),
])
def test_what_is_worse_than_it_was(then, now, expected):
    assert worse(then, now) == expected


@pytest.mark.parametrize("answers, expected", [
    ({}, ()), ({"C2": None, "B1": None, "J1": None}, ()),
    ({"C2": 1}, ()), ({"C2": 2}, (Care.DEPENDENCE,)), ({"C2": 3}, (Care.DEPENDENCE,)),
    ({"B1": 1, "C1": 2}, ()), ({"B1": 2}, (Care.ILLNESS,)), ({"C1": 3}, (Care.ILLNESS,)),
    ({"J1": 2}, ()), ({"J1": 3}, (Care.LEGAL_PROCESS,)),
    ({"J1": 3, "C2": 3, "B1": 3}, (Care.DEPENDENCE, Care.ILLNESS, Care.LEGAL_PROCESS)),
])
def test_what_an_assessment_says_must_come_first(answers, expected):
    assert care_of(answers) == expected


def test_every_care_has_its_items():
    assert set(CARE) == set(Care)


PRACTICE, DANGER, LEAP = {"work_practice": True}, {"risky": True}, {"starts": date(2026, 2, 28)}
MARCH = {"starts": date(2026, 3, 1)}


@pytest.mark.parametrize("born, rule, offer, expected", [
    (date(2013, 4, 5), Rule.UNDER_13, {}, None), (date(2013, 4, 6), Rule.UNDER_13, {}, None), (date(2013, 4, 7), Rule.UNDER_13, {}, UNFIT),
    (date(2012, 4, 5), Rule.TALENT_ONLY_AT_13, {}, None), (date(2012, 4, 6), Rule.TALENT_ONLY_AT_13, {}, None),
    (date(2012, 4, 7), Rule.TALENT_ONLY_AT_13, {}, UNFIT),
    (date(2012, 4, 5), Rule.WORK_PRACTICE_FROM_14, PRACTICE, FITS), (date(2012, 4, 6), Rule.WORK_PRACTICE_FROM_14, PRACTICE, FITS),
    (date(2012, 4, 7), Rule.WORK_PRACTICE_FROM_14, PRACTICE, UNFIT),
    (date(2012, 2, 29), Rule.WORK_PRACTICE_FROM_14, PRACTICE | LEAP, UNFIT), (date(2012, 2, 29), Rule.WORK_PRACTICE_FROM_14, PRACTICE | MARCH, FITS),
    (date(2010, 4, 5), Rule.SCHOOL_FIRST, {}, None), (date(2010, 4, 6), Rule.SCHOOL_FIRST, {}, None),
    (date(2010, 4, 7), Rule.SCHOOL_FIRST, {}, ATTENTION),
    (date(2008, 4, 5), Rule.DANGEROUS_WORK, DANGER, None), (date(2008, 4, 6), Rule.DANGEROUS_WORK, DANGER, None),
    (date(2008, 4, 7), Rule.DANGEROUS_WORK, DANGER, ATTENTION),
    (date(2008, 2, 29), Rule.SUPERVISION, DANGER | LEAP, UNFIT), (date(2008, 2, 29), Rule.SUPERVISION, DANGER | MARCH, None),
    (date(2008, 4, 6), Rule.GUARDIAN_CONSENT, {}, None), (date(2008, 4, 7), Rule.GUARDIAN_CONSENT, {}, FITS),
    (date(2008, 4, 6), Rule.CHILDREN_ONLY, {}, UNFIT), (date(2008, 4, 7), Rule.CHILDREN_ONLY, {}, None),
    (date(2011, 4, 6), Rule.PROGRAMME_AGE, {"min_age": 15}, FITS), (date(2011, 4, 7), Rule.PROGRAMME_AGE, {"min_age": 15}, UNFIT),
    (date(2004, 4, 6), Rule.PROGRAMME_AGE, {"max_age": 21}, UNFIT), (date(2004, 4, 7), Rule.PROGRAMME_AGE, {"max_age": 21}, FITS),
])
def test_a_rule_on_its_boundary_day(born, rule, offer, expected):
    """The first day is 6 April 2026 unless told otherwise; who was born on 29 February is a year older on 1 March."""
    age = age_of(offer.get("starts", DAYS["starts"]), birth_date=born)
    assert verdict_of(rule, {"age_on_start": age.years}, offer) == expected


@pytest.mark.parametrize("precision, expected", [(BirthPrecision.DAY, FITS), (BirthPrecision.MONTH, UNFIT), (BirthPrecision.YEAR, UNFIT)])
def test_who_is_not_known_to_the_day_is_as_young_as_that_allows(precision, expected):
    age = age_of(DAYS["starts"], birth_date=date(2012, 4, 1), precision=precision)
    assert verdict_of(Rule.WORK_PRACTICE_FROM_14, {"age_on_start": age.years, "age_exact": age.exact}, PRACTICE) == expected


@pytest.mark.parametrize("least, practice, talent, hours, expected", [
    (12, False, False, 8, ["under_13"]), (13, False, False, 8, []), (12, True, False, 8, ["under_13", "practice_at_13"]),
    (13, True, False, 8, ["practice_at_13"]), (14, True, False, 8, []), (None, True, False, 8, []),
    (None, False, True, 4, ["talent_too_long"]), (None, False, True, 3, []), (None, False, False, 4, []),
])
def test_what_a_programme_promises_in_vain(least, practice, talent, hours, expected):
    assert promised_in_vain(least=least, work_practice=practice, talent_only=talent, hours_per_day=hours) == expected
