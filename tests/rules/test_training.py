"""Who may join which training: each rule at its boundaries."""
from datetime import date

import pytest

from portal.rules.refused import Refused
from portal.rules.training import (
    RULES,
    Applicant,
    Education,
    Finding,
    Marital,
    Offer,
    Rule,
    Verdict,
    Why,
    examine,
    may_propose,
    overall,
)

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
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 19}, {"marital": Marital.UNMARRIED}, FITS),
    (Rule.PROGRAMME_MARITAL, {"age_on_start": 19, "married": True}, {}, None),
    (Rule.HEALTH_LETTER, {"age_on_start": 16}, {"health_letter_needed": True}, ATTENTION),
    (Rule.HEALTH_LETTER, {"age_on_start": 16, "health_letter": True}, {"health_letter_needed": True}, FITS),
    (Rule.HEALTH_LETTER, {"age_on_start": 16}, {}, None),
    (Rule.BOARDING_AND_SCHOOL, {"age_on_start": 16, "in_school": True}, {"boarding": True}, ATTENTION),
    (Rule.BOARDING_AND_SCHOOL, {"age_on_start": 16, "left_school": True}, {"boarding": True}, None),
    (Rule.TREATMENT_FIRST, {"age_on_start": 16, "substance_dependence": True}, {}, ATTENTION),
    (Rule.TREATMENT_FIRST, {"age_on_start": 16, "untreated_illness": True}, {}, ATTENTION),
    (Rule.TREATMENT_FIRST, {"age_on_start": 16}, {}, None),
    (Rule.LEGAL_PROCESS, {"age_on_start": 16, "legal_process": True}, {}, ATTENTION),
    (Rule.TURNS_18, {"age_on_start": 17, "birth_date": date(2008, 8, 21)}, {}, FITS),
    (Rule.TURNS_18, {"age_on_start": 18, "birth_date": date(2008, 4, 6)}, {}, None),
    (Rule.TURNS_18, {"age_on_start": 17, "birth_date": date(2008, 4, 7)}, {}, FITS),
    (Rule.TURNS_18, {"age_on_start": 17, "birth_date": date(2008, 9, 30)}, {}, FITS),
    (Rule.TURNS_18, {"age_on_start": 17, "birth_date": date(2008, 10, 1)}, {}, None),
    (Rule.TURNS_18, {"age_on_start": 17}, {}, None),
])
def test_a_rule(rule, person, offer, expected):
    assert verdict_of(rule, person, offer) == expected


def finding(verdict, hard=False):
    return Finding(Rule.PROGRAMME_AGE, verdict, hard, "")


@pytest.mark.parametrize("findings, reason, worst, why", [
    ([], "", FITS, None),
    ([finding(FITS), finding(FITS, hard=True)], "", FITS, None),
    ([finding(ATTENTION)], "", ATTENTION, Why.REASON_NEEDED),
    ([finding(ATTENTION)], "sudah dibahas", ATTENTION, None),
    ([finding(ATTENTION), finding(UNFIT)], " ", UNFIT, Why.REASON_NEEDED),
    ([finding(UNFIT)], "sudah dibahas", UNFIT, None),
    ([finding(UNFIT, hard=True)], "sudah dibahas", UNFIT, Why.HARD_STOP),
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
