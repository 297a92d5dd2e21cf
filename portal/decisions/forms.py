"""The answer to a proposal: which step, and the note that goes with it."""
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, TextAreaField, ValidationError

from portal.decisions.models import Decision
from portal.fields import ChoiceField, needed
from portal.forms import Form
from portal.labels import label
from portal.rules import approval
from portal.rules.approval import DecisionStep


class AnswerForm(Form):
    """The button that was pressed is the step; returning and refusing need a note.

    A kind whose answer says more registers a subclass in Decision.ANSWERS: `extra` is the template of its fields, `answered`
    what the decision keeps of them, and `about` may make the class anew for one decision.
    """

    TOKEN = False
    extra = None
    answered = {}
    step = ChoiceField(_("Keputusan"), DecisionStep, [needed(_("Tekan salah satu tombol keputusan."))])
    reason = TextAreaField(_("Catatan"))
    looked = HiddenField(filters=[lambda value: value or ""])

    @classmethod
    def about(cls, decision):
        """The class of the form that answers this decision."""
        return cls

    def validate_reason(self, field):
        if self.step.data in approval.LIFE.reasoned and not field.data:
            raise ValidationError(str(label(approval.Why.REASON_NEEDED)))


def answer_to(decision, **known):
    """The form that answers this decision, or any where there is none."""
    kind = Decision.ANSWERS.get(decision.kind, AnswerForm) if decision else AnswerForm
    return (kind.about(decision) if decision else kind)(**known)
