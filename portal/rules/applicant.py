"""A person and a course as the rules of training see them; what isn't known is None, and no condition is none."""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    FITS = "fits"
    ATTENTION = "attention"
    UNFIT = "unfit"


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


@dataclass(frozen=True)
class Applicant:
    """`age_on_start` in whole years on the first day, `age_exact`: known to the day. `school_planned`: a school is planned or found already.

    `grown_up_on` is the day on which they turn eighteen. `supervision`: somebody wrote down who watches over the work, and with which protection.
    """
    age_on_start: int | None
    grown_up_on: date | None = None
    age_exact: bool = True
    in_school: bool | None = None
    school_planned: bool = False
    education: Education | None = None
    sex: str | None = None
    married: bool | None = None
    guardian_consent: bool = False
    assent: bool = False
    supervision: bool = False
    health_letter: bool = False
    substance_dependence: bool = False
    untreated_illness: bool = False
    legal_process: bool = False
    outside_consent_basis: bool = False  # the office decided as the child's carer; what an emergency allowed is no leave for a training


@dataclass(frozen=True)
class Offer:
    """A batch and its programme; `out_of_school`: only for who has left school, `admits_adults`: they sit in the same room."""
    starts: date
    ends: date
    min_age: int | None = None
    max_age: int | None = None
    sex: str | None = None
    education: Education | None = None
    out_of_school: bool = False
    boarding: bool = False
    risky: bool = False
    work_practice: bool = False
    marital: Marital = Marital.ANY
    health_letter_needed: bool = False
    hours_per_day: int = 0
    admits_adults: bool = False
    arts_or_talent: bool = False
