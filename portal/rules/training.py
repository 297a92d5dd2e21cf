"""Training fits a child's age, schooling, health and consent; the law's own limits can't be waived, others with a reason.

The limits of the law are in `child_labour`; the programme's own terms are here (domain 6.2).
"""
from dataclasses import dataclass
from enum import StrEnum

from portal.rules import child_labour as law
from portal.rules.age import GROWN_UP
from portal.rules.applicant import Care, Education, Marital, Verdict
from portal.rules.child_labour import fits
from portal.rules.refused import Refused


class Rule(StrEnum):
    AGE_UNKNOWN = "age_unknown"
    AGE_ESTIMATED = "age_estimated"
    UNDER_13 = "under_13"
    TALENT_ONLY_AT_13 = "talent_only_at_13"
    WORK_PRACTICE_FROM_14 = "work_practice_from_14"
    SUPERVISION = "supervision"
    SCHOOL_FIRST = "school_first"
    DANGEROUS_WORK = "dangerous_work"
    APART_FROM_ADULTS = "apart_from_adults"
    GUARDIAN_CONSENT = "guardian_consent"
    CHILD_ASSENT = "child_assent"
    PROGRAMME_AGE = "programme_age"
    CHILDREN_ONLY = "children_only"
    PROGRAMME_SEX = "programme_sex"
    PROGRAMME_EDUCATION = "programme_education"
    PROGRAMME_MARITAL = "programme_marital"
    OUT_OF_SCHOOL = "out_of_school"
    HEALTH_LETTER = "health_letter"
    BOARDING_AND_SCHOOL = "boarding_and_school"
    TREATMENT_FIRST = "treatment_first"
    LEGAL_PROCESS = "legal_process"
    TURNS_18 = "turns_18"


class Why(StrEnum):
    HARD_STOP = "hard_stop"
    SUPERVISION_NEEDED = "supervision_needed"
    REASON_NEEDED = "reason_needed"
    DATES_STOP = "dates_stop"
    TERMS_STOP = "terms_stop"
    PLACE_OVER = "place_over"


@dataclass(frozen=True)
class Finding:
    """What one rule says; a hard UNFIT can't be overridden. `law` names the article, "" for the programme's own terms."""
    rule: Rule
    verdict: Verdict
    hard: bool
    law: str


SCHOOLING = list(Education)
MARRIED_FROM = 19
# What an assessment's answers say must come first: (item, lowest value). Regular use or dependence, ill enough for a doctor or a danger to
# themselves, a child in conflict with the law whose process runs (domain 11.3).
CARE = {
    Care.DEPENDENCE: (("C2", 2),),
    Care.ILLNESS: (("B1", 2), ("C1", 3)),
    Care.LEGAL_PROCESS: (("J1", 3),),
}
CARE_ITEMS = tuple(item for asked in CARE.values() for item, _ in asked)


def examine(person, offer):
    """The Findings of every rule that has something to say about this Applicant and this Offer, in the order of RULES."""
    judged = [(rule, judge(person, offer), hard, law) for rule, judge, hard, law in RULES]
    return [Finding(rule, verdict, hard, law) for rule, verdict, hard, law in judged if verdict is not None]


def overall(findings):
    """The worst verdict of them all."""
    verdicts = {finding.verdict for finding in findings}
    return next((v for v in (Verdict.UNFIT, Verdict.ATTENTION) if v in verdicts), Verdict.FITS)


def is_stopped(findings):
    """Whether the law itself forbids it."""
    return any(finding.hard and finding.verdict == Verdict.UNFIT for finding in findings)


def may_propose(findings, reason=""):
    """Refused at a hard stop, without the plan that the law asks for, and without a reason when anything else does not simply fit."""
    if is_stopped(findings):
        raise Refused(Why.HARD_STOP)
    if any(finding.rule == Rule.SUPERVISION and finding.verdict == Verdict.UNFIT for finding in findings):
        raise Refused(Why.SUPERVISION_NEEDED)
    if overall(findings) != Verdict.FITS and not reason.strip():
        raise Refused(Why.REASON_NEEDED)


def may_stay(stopped, why=Why.DATES_STOP):
    """Refused when a course, or its programme, is changed so that the law forbids it to `stopped` of its people."""
    if stopped:
        raise Refused(why, count=stopped)


def may_plan(is_live):
    """Refused for a plan of supervision where nobody works any more, or ever did."""
    if not is_live:
        raise Refused(Why.PLACE_OVER)


def worse(then, now):
    """The rules that say something worse in `now` than in `then`; both {rule: verdict}, a rule that was silent said that it fits."""
    order = list(Verdict)
    return [rule for rule, verdict in now.items() if order.index(verdict) > order.index(then.get(rule, Verdict.FITS))]


def care_of(answers):
    """What must come first by an assessment's answers {item: value or None}, in the order of Care."""
    return tuple(care for care, asked in CARE.items() if any((answers.get(item) or 0) >= least for item, least in asked))


def _programme_age(person, offer):
    age = person.age_on_start
    if age is None or (offer.min_age, offer.max_age) == (None, None):
        return None
    return fits(age >= (offer.min_age or 0) and (offer.max_age is None or age <= offer.max_age))


def _children_only(person, offer):
    """Who admits no adults and names no highest age means children (our own reading)."""
    if offer.admits_adults or offer.max_age is not None or person.age_on_start is None:
        return None
    return Verdict.UNFIT if person.age_on_start >= GROWN_UP else None


def _programme_sex(person, offer):
    if offer.sex is None:
        return None
    return fits(person.sex == offer.sex, Verdict.UNFIT if person.sex else Verdict.ATTENTION)


def _programme_education(person, offer):
    if offer.education is None:
        return None
    if person.education is None:
        return Verdict.ATTENTION
    return fits(SCHOOLING.index(person.education) >= SCHOOLING.index(offer.education))


def _programme_marital(person, offer):
    """Nobody under nineteen is married unless it is said so: UU 16/2019 art. 7."""
    if offer.marital != Marital.UNMARRIED:
        return None
    unsaid = person.married is None and (person.age_on_start or 0) >= MARRIED_FROM
    return Verdict.ATTENTION if unsaid else fits(not person.married)


def _out_of_school(person, offer):
    if not offer.out_of_school:
        return None
    return fits(person.in_school is False, Verdict.UNFIT if person.in_school else Verdict.ATTENTION)


def _health_letter(person, offer):
    return fits(person.health_letter, Verdict.ATTENTION) if offer.health_letter_needed else None


def _boarding(person, offer):
    return Verdict.ATTENTION if offer.boarding and person.in_school else None


def _treatment(person, offer):
    return Verdict.ATTENTION if person.substance_dependence or person.untreated_illness else None


def _legal_process(person, offer):
    return Verdict.ATTENTION if person.legal_process else None


def _turns_18(person, offer):
    """For information: what changes on that day is told by `coming_of_age`."""
    if person.grown_up_on is None:
        return None
    return Verdict.FITS if offer.starts < person.grown_up_on <= offer.ends else None


# rule, judge, hard, law
RULES = (
    (Rule.AGE_UNKNOWN, law.age_unknown, False, ""),
    (Rule.AGE_ESTIMATED, law.age_estimated, False, ""),
    (Rule.UNDER_13, law.under_13, True, "UU 13/2003 ps. 68-69"),
    (Rule.TALENT_ONLY_AT_13, law.talent_only, True, "UU 13/2003 ps. 71"),
    (Rule.WORK_PRACTICE_FROM_14, law.work_practice, True, "UU 13/2003 ps. 70"),
    (Rule.SUPERVISION, law.supervision, False, "UU 13/2003 ps. 70"),
    (Rule.SCHOOL_FIRST, law.school_first, False, ""),
    (Rule.DANGEROUS_WORK, law.dangerous, False, "UU 13/2003 ps. 74; Kepmenaker 235/2003"),
    (Rule.APART_FROM_ADULTS, law.apart, False, "UU 13/2003 ps. 72"),
    (Rule.GUARDIAN_CONSENT, law.consent, False, "UU 13/2003 ps. 69"),
    (Rule.CHILD_ASSENT, law.assent, False, ""),
    (Rule.PROGRAMME_AGE, _programme_age, False, ""),
    (Rule.CHILDREN_ONLY, _children_only, False, ""),
    (Rule.PROGRAMME_SEX, _programme_sex, False, ""),
    (Rule.PROGRAMME_EDUCATION, _programme_education, False, ""),
    (Rule.PROGRAMME_MARITAL, _programme_marital, False, ""),
    (Rule.OUT_OF_SCHOOL, _out_of_school, False, ""),
    (Rule.HEALTH_LETTER, _health_letter, False, ""),
    (Rule.BOARDING_AND_SCHOOL, _boarding, False, ""),
    (Rule.TREATMENT_FIRST, _treatment, False, ""),
    (Rule.LEGAL_PROCESS, _legal_process, False, ""),
    (Rule.TURNS_18, _turns_18, False, ""),
)
