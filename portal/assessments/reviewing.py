"""What a manager reads of an assessment and answers to it: a level of their own with its reason, and a comment on each part."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField, ValidationError

from portal.assessments.comparison import compared, differing
from portal.assessments.kept import Kept
from portal.assessments.levels import voices
from portal.assessments.models import Assessment, said_of_parts
from portal.assessments.submission import before, rounds
from portal.decisions.forms import AnswerForm
from portal.decisions.models import Decision
from portal.fields import ChoiceField, optional
from portal.labels import label, sentence
from portal.rules import review
from portal.rules.approval import DecisionKind
from portal.rules.levels import Level
from portal.rules.refused import Refused


class ReviewForm(AnswerForm):
    """The answer to an assessment. `proposed` is the level put to the manager, `numbers` those of the parts of the form."""

    extra = "assessments/_answer_level.html"
    proposed, numbers = None, ()
    set_reason = TextAreaField(_("Alasan tingkat lain"))

    @classmethod
    def about(cls, decision):
        """With a comment for each part, as they were put, and the proposed level in words."""
        proposed = Level(decision.asked["level"]) if decision.asked else Assessment.get_by_id(decision.subject_id).level
        numbers = [number for number, _title, _written in decision.asked.get("parts", ())]
        level = ChoiceField(_("Tingkat"), Level, [optional()], blank=gettext("Seperti diusulkan (%(level)s)", level=label(proposed)))
        comments = {f"comment_{number}": TextAreaField(gettext("Catatan untuk bagian %(number)s", number=number)) for number in numbers}
        return type("AssessmentAnswer", (cls,), {"set_level": level, "proposed": proposed, "numbers": numbers, **comments})

    def validate_set_reason(self, field):
        try:
            self._other()
        except Refused as refused:
            raise ValidationError(sentence(refused)) from refused

    def _other(self):
        return review.other_level(self.step.data, proposed=self.proposed, chosen=self.set_level.data, reason=self.set_reason.data)

    @property
    def comments(self):
        """{number of a part: comment} of those written."""
        return {number: self[f"comment_{number}"].data for number in self.numbers if self[f"comment_{number}"].data}

    @property
    def answered(self):
        other = self._other()
        level = {"level": other, "level_reason": self.set_reason.data} if other else {}
        return level | ({"comments": self.comments} if self.comments else {})


def explained(decision, user):
    """What the proposal's page shows: the score explained as it was put, who said which level, and what is new since the last time."""
    assessment = Assessment.get_by_id(decision.subject_id)
    kept, earlier = Kept.put(assessment, decision), before(decision)
    return {"explains": True, "assessment": assessment, "case": assessment.case, "kept": kept, "numbers": kept.numbers,
            "voices": voices(kept, decision), "earlier": earlier, "changes": news(assessment, earlier, decision), "comments": said_of_parts(decision),
            "comments_before": said_of_parts(earlier)}


def so_far(assessment):
    """What the page of an assessment shows of its review: who said which level, each time that it was put, and what the manager said of its parts."""
    put = rounds(assessment)
    last = put[0] if put else None
    return {"decision": last, "rounds": [(each, said_of_parts(each)) for each in put], "comments": assessment.comments,
            "voices": voices(Kept.now(assessment), None if assessment.is_editable else last)}


def news(assessment, earlier, decision):
    """[(title, [Row])] of what differs from the submission before; None at the first look, or where that one was not kept."""
    if not (earlier and earlier.asked and decision.asked):
        return None
    return differing(compared(Kept(assessment, earlier.asked), Kept(assessment, decision.asked)))


Decision.ANSWERS[DecisionKind.ASSESSMENT] = ReviewForm
Decision.PANELS[DecisionKind.ASSESSMENT] = ("assessments/_decision.html", explained)
