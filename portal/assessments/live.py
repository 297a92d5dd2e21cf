"""A page of answers that is saved as it is filled in, and where somebody goes on who left it."""
from flask import url_for

from portal import clock, live
from portal.assessments.gaps import address
from portal.assessments.models import Assessment
from portal.assessments.parts import contents, part_of, parts_of
from portal.assessments.reading import Numbers
from portal.phrases import to_the_second
from portal.tokens import FormToken


def keep(part, *, by):
    """What a page of answers is told that could not be saved, or None once it is."""
    return live.keep(part.form, lambda form, pen: part.keep(form, by=by, pen=pen), by=by,
                     path=url_for("assessments.part", id=part.assessment.id, n=part.number))


def now(assessment, part):
    """What the page shows of it: when it was saved, the version that stands, the numbers, and how far each part is."""
    parts = parts_of(Assessment.get_by_id(assessment.id))
    chosen = part_of(parts, part.number)
    return {"assessment": assessment, "part": chosen, "contents": contents(assessment, parts, chosen), "numbers": Numbers(assessment),
            "seen": assessment.section(part.page.number).version, "at": to_the_second(clock.machine())}


def onward(assessment, user):
    """Where this person goes on: the draft that they left, or the first part that lacks something, or the check of the whole."""
    draft = FormToken.drafts_of(user).where(FormToken.path.startswith(f"{url_for('assessments.show', id=assessment.id)}/pages/")).first()
    if draft:
        return draft.address
    wanting = next((part for part in parts_of(assessment) if part.comment or part.is_wanting), None)
    return address(wanting) if wanting else url_for("assessments.review", id=assessment.id)
