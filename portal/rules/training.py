"""Training fits a child's age, schooling, health and consent; the law's own limits can't be waived, others with a reason.

The limits are those of UU 13/2003 (ps. 68-75) on work by children and Kepmenaker 235/2003 on dangerous work.
"""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.age import GROWN_UP, turns
from portal.rules.refused import Refused


class Verdict(StrEnum):
    FITS = "fits"
    ATTENTION = "attention"
    UNFIT = "unfit"


class Rule(StrEnum):
    AGE_UNKNOWN = "age_unknown"
    UNDER_13 = "under_13"
    TALENT_ONLY_AT_13 = "talent_only_at_13"
    WORK_PRACTICE_FROM_14 = "work_practice_from_14"
    SCHOOL_FIRST = "school_first"
    DANGEROUS_WORK = "dangerous_work"
    APART_FROM_ADULTS = "apart_from_adults"
    GUARDIAN_CONSENT = "guardian_consent"
    CHILD_ASSENT = "child_assent"
    PROGRAMME_AGE = "programme_age"
    PROGRAMME_SEX = "programme_sex"
    PROGRAMME_EDUCATION = "programme_education"
    PROGRAMME_MARITAL = "programme_marital"
    HEALTH_LETTER = "health_letter"
    BOARDING_AND_SCHOOL = "boarding_and_school"
    TREATMENT_FIRST = "treatment_first"
    LEGAL_PROCESS = "legal_process"
    TURNS_18 = "turns_18"


class Education(StrEnum):
    NONE = "none"
    PRIMARY = "primary"
    JUNIOR = "junior"
    SENIOR = "senior"


class Marital(StrEnum):
    ANY = "any"
    UNMARRIED = "unmarried"


class Care(StrEnum):
    DEPENDENCE = "dependence"
    ILLNESS = "illness"
    LEGAL_PROCESS = "legal_process"


class Why(StrEnum):
    HARD_STOP = "hard_stop"
    REASON_NEEDED = "reason_needed"


@dataclass(frozen=True)
class Applicant:
    """A person as the rules see them; ages in whole years on the first day, None = not known."""
    age_on_start: int | None
    birth_date: date | None = None
    in_school: bool = False
    left_school: bool = False
    education: Education | None = None
    sex: str | None = None
    married: bool = False
    guardian_consent: bool = False
    assent: bool = False
    health_letter: bool = False
    substance_dependence: bool = False
    untreated_illness: bool = False
    legal_process: bool = False
    outside_consent_basis: bool = False  # the office decided as the child's carer


@dataclass(frozen=True)
class Offer:
    """A batch and its programme as the rules see them; None = no such condition."""
    starts: date
    ends: date
    min_age: int | None = None
    max_age: int | None = None
    sex: str | None = None
    education: Education | None = None
    boarding: bool = False
    risky: bool = False
    work_practice: bool = False
    marital: Marital = Marital.ANY
    health_letter_needed: bool = False
    hours_per_day: int = 0
    admits_adults: bool = False
    arts_or_talent: bool = False


@dataclass(frozen=True)
class Finding:
    """What one rule says; a hard UNFIT can't be overridden. `law` names the article, "" for the programme's own terms."""
    rule: Rule
    verdict: Verdict
    hard: bool
    law: str


SCHOOL_AGES = range(7, 16)
SCHOOLING = list(Education)
TALENT_HOURS = 3


def examine(person, batch):
    """The Findings of every rule that has something to say about this Applicant and this Offer, in the order of RULES."""
    judged = [(rule, judge(person, batch), hard, law) for rule, judge, hard, law in RULES]
    return [Finding(rule, verdict, hard, law) for rule, verdict, hard, law in judged if verdict is not None]


def overall(findings):
    """The worst verdict of them all."""
    verdicts = {finding.verdict for finding in findings}
    return next((v for v in (Verdict.UNFIT, Verdict.ATTENTION) if v in verdicts), Verdict.FITS)


def may_propose(findings, reason=""):
    """Refused at a hard stop, and without a reason when anything else does not simply fit."""
    if any(finding.hard and finding.verdict == Verdict.UNFIT for finding in findings):
        raise Refused(Why.HARD_STOP)
    if overall(findings) != Verdict.FITS and not reason.strip():
        raise Refused(Why.REASON_NEEDED)


def _fits(good, otherwise=Verdict.UNFIT):
    return Verdict.FITS if good else otherwise


def _age_unknown(person, batch):
    return Verdict.ATTENTION if person.age_on_start is None else None


def _under_13(person, batch):
    return Verdict.UNFIT if person.age_on_start is not None and person.age_on_start < 13 else None


def _talent_only(person, batch):
    return _fits(batch.arts_or_talent and batch.hours_per_day <= TALENT_HOURS) if person.age_on_start == 13 else None


def _work_practice(person, batch):
    if not batch.work_practice:
        return None
    return Verdict.ATTENTION if person.age_on_start is None else _fits(person.age_on_start >= 14)


def _school_first(person, batch):
    return _fits(person.in_school, Verdict.ATTENTION) if person.age_on_start in SCHOOL_AGES else None


def _dangerous(person, batch):
    return Verdict.ATTENTION if batch.risky and _minor(person) else None


def _apart(person, batch):
    return Verdict.ATTENTION if batch.admits_adults and _minor(person) else None


def _minor(person):
    """Unknown age counts as a child's: the doubt is for protection."""
    return person.age_on_start is None or person.age_on_start < GROWN_UP


def _consent(person, batch):
    return _fits(person.guardian_consent or person.outside_consent_basis) if _minor(person) else None


def _assent(person, batch):
    return _fits(person.assent) if _minor(person) else None


def _programme_age(person, batch):
    age = person.age_on_start
    if age is None or (batch.min_age, batch.max_age) == (None, None):
        return None
    return _fits(age >= (batch.min_age or 0) and (batch.max_age is None or age <= batch.max_age))


def _programme_sex(person, batch):
    if batch.sex is None:
        return None
    return _fits(person.sex == batch.sex, Verdict.UNFIT if person.sex else Verdict.ATTENTION)


def _programme_education(person, batch):
    if batch.education is None:
        return None
    if person.education is None:
        return Verdict.ATTENTION
    return _fits(SCHOOLING.index(person.education) >= SCHOOLING.index(batch.education))


def _programme_marital(person, batch):
    return _fits(not person.married) if batch.marital == Marital.UNMARRIED else None


def _health_letter(person, batch):
    return _fits(person.health_letter, Verdict.ATTENTION) if batch.health_letter_needed else None


def _boarding(person, batch):
    return Verdict.ATTENTION if batch.boarding and person.in_school else None


def _treatment(person, batch):
    return Verdict.ATTENTION if person.substance_dependence or person.untreated_illness else None


def _legal_process(person, batch):
    return Verdict.ATTENTION if person.legal_process else None


def _turns_18(person, batch):
    """For information: from that day the consent is the person's own, and the card a KTP-el."""
    if person.birth_date is None:
        return None
    return Verdict.FITS if batch.starts < turns(person.birth_date, GROWN_UP) <= batch.ends else None


# rule, judge, hard, law
RULES = (
    (Rule.AGE_UNKNOWN, _age_unknown, False, ""),
    (Rule.UNDER_13, _under_13, True, "UU 13/2003 ps. 68-69"),
    (Rule.TALENT_ONLY_AT_13, _talent_only, True, "UU 13/2003 ps. 71"),
    (Rule.WORK_PRACTICE_FROM_14, _work_practice, True, "UU 13/2003 ps. 70"),
    (Rule.SCHOOL_FIRST, _school_first, False, ""),
    (Rule.DANGEROUS_WORK, _dangerous, False, "UU 13/2003 ps. 74; Kepmenaker 235/2003"),
    (Rule.APART_FROM_ADULTS, _apart, False, "UU 13/2003 ps. 72"),
    (Rule.GUARDIAN_CONSENT, _consent, False, "UU 13/2003 ps. 69"),
    (Rule.CHILD_ASSENT, _assent, False, ""),
    (Rule.PROGRAMME_AGE, _programme_age, False, ""),
    (Rule.PROGRAMME_SEX, _programme_sex, False, ""),
    (Rule.PROGRAMME_EDUCATION, _programme_education, False, ""),
    (Rule.PROGRAMME_MARITAL, _programme_marital, False, ""),
    (Rule.HEALTH_LETTER, _health_letter, False, ""),
    (Rule.BOARDING_AND_SCHOOL, _boarding, False, ""),
    (Rule.TREATMENT_FIRST, _treatment, False, ""),
    (Rule.LEGAL_PROCESS, _legal_process, False, ""),
    (Rule.TURNS_18, _turns_18, False, ""),
)
