"""What the law of work by children says to one person in one course: UU 13/2003 art. 68-75, Kepmenaker 235/2003 on dangerous work.

Each function answers with a Verdict, or None where it has nothing to say. Unknown age counts as a child's: the doubt is for protection.
"""
from dataclasses import replace
from enum import StrEnum

from portal.rules.age import GROWN_UP
from portal.rules.applicant import Verdict

FROM_13, FROM_14 = 13, 14
TALENT_HOURS = 3
SCHOOL_AGES = range(7, 16)


class Caution(StrEnum):
    """What the terms of a programme promise, and the law refuses all the same."""

    UNDER_13 = "under_13"
    PRACTICE_AT_13 = "practice_at_13"
    TALENT_TOO_LONG = "talent_too_long"


def promised_in_vain(*, least, work_practice, talent_only, hours_per_day):
    """[Caution] about the terms of a programme: its least age (None: not asked), what it contains, and its hours a day."""
    found = {
        Caution.UNDER_13: bool(least) and least < FROM_13, Caution.PRACTICE_AT_13: bool(least) and least < FROM_14 and work_practice,
        Caution.TALENT_TOO_LONG: talent_only and hours_per_day > TALENT_HOURS,
    }
    return [caution for caution, told in found.items() if told]


def fits(good, otherwise=Verdict.UNFIT):
    """FITS when that is so, else `otherwise`."""
    return Verdict.FITS if good else otherwise


def is_minor(person):
    """Whether this person is, or may be, under eighteen on the first day."""
    return person.age_on_start is None or person.age_on_start < GROWN_UP


def is_watched(person, offer):
    """Whether the work of this person in this course is to be watched over by a plan: art. 70 (instruction, supervision, protection)."""
    return is_minor(person) and (offer.risky or offer.work_practice)


def age_unknown(person, offer):
    return Verdict.ATTENTION if person.age_on_start is None else None


def age_estimated(person, offer):
    """An estimate may be a year too high (our own margin): attention where a year less would meet a hard stop, or make a child of an adult."""
    if person.age_on_start is None or person.age_exact:
        return None
    younger = replace(person, age_on_start=person.age_on_start - 1)
    matters = _is_stopped(younger, offer) or is_minor(younger) != is_minor(person)
    return Verdict.ATTENTION if matters else None


def _is_stopped(person, offer):
    return Verdict.UNFIT in (under_13(person, offer), talent_only(person, offer), work_practice(person, offer))


def under_13(person, offer):
    """Art. 68, 69: no vocational training before thirteen."""
    return Verdict.UNFIT if person.age_on_start is not None and person.age_on_start < FROM_13 else None


def talent_only(person, offer):
    """Art. 71: at thirteen talent and interest alone, three hours a day at most."""
    return fits(offer.arts_or_talent and offer.hours_per_day <= TALENT_HOURS) if person.age_on_start == FROM_13 else None


def work_practice(person, offer):
    """Art. 70: work as a part of training from fourteen on."""
    if not offer.work_practice:
        return None
    return Verdict.ATTENTION if person.age_on_start is None else fits(person.age_on_start >= FROM_14)


def supervision(person, offer):
    """Art. 70: clear instruction, supervision and protection, written down; no reason stands in for it."""
    return fits(person.supervision) if is_watched(person, offer) else None


def dangerous(person, offer):
    """Art. 74: a manager looks at every child in a risky trade, however well it is supervised."""
    return Verdict.ATTENTION if offer.risky and is_minor(person) else None


def apart(person, offer):
    """Art. 72: apart from adults."""
    return Verdict.ATTENTION if offer.admits_adults and is_minor(person) else None


def school_first(person, offer):
    """Compulsory schooling from seven to fifteen (PP 47/2008): school stands in the plan, before the training or with it."""
    if person.age_on_start not in SCHOOL_AGES:
        return None
    return fits(person.in_school or person.school_planned, Verdict.ATTENTION)


def consent(person, offer):
    """Art. 69: the parents' written permission, or the office's decision as the child's carer."""
    return fits(person.guardian_consent or person.outside_consent_basis) if is_minor(person) else None


def assent(person, offer):
    return fits(person.assent) if is_minor(person) else None
