"""Which institutions the needs of a case's assessment lead to, each with the answers and services that speak for it."""
from typing import NamedTuple

from portal.assessments.models import Assessment
from portal.assessments.suggested import answer_text, facts
from portal.labels import label
from portal.phrases import worded
from portal.referrals.institutions import Institution
from portal.rules.institution_kinds import wanted_by
from portal.rules.service import Spm
from portal.rules.suggestions import suggest


class Proposed(NamedTuple):
    """One institution, and why it is proposed, in words."""

    place: Institution
    because: str


def proposed(case, places):
    """Those of these places that the latest assessment put to a manager leads to, in the order of its answers; none without one."""
    assessment = Assessment.last_put(case)
    if assessment is None:
        return []
    reasons = wanted_by(suggest(facts(assessment)), assessment.needed)
    return [Proposed(place, said(assessment, led)) for kind, led in reasons.items() for place in places if place.active and place.kind == kind]


def said(assessment, reasons):
    """What leads there: needed services by their names, answers as they were given; where somebody is from, without any."""
    return "; ".join(str(label(each)) if isinstance(each, Spm) else _answered(assessment, each) for each in reasons)


def _answered(assessment, item):
    asked = assessment.instrument.content.item(item)
    return f"{worded(asked)}: {answer_text(asked, assessment.given[item])}"
