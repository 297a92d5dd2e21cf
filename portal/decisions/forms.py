"""The answer to a proposal: which step, and the note that goes with it."""
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, TextAreaField, ValidationError

from portal.fields import ChoiceField, needed
from portal.forms import Form
from portal.labels import label
from portal.rules import approval
from portal.rules.approval import DecisionStep


class AnswerForm(Form):
    """The button that was pressed is the step; returning and refusing need a note."""

    TOKEN = False
    step = ChoiceField(_("Keputusan"), DecisionStep, [needed(_("Tekan salah satu tombol keputusan."))])
    reason = TextAreaField(_("Catatan"))
    looked = HiddenField(filters=[lambda value: value or ""])

    def validate_reason(self, field):
        if self.step.data in approval.LIFE.reasoned and not field.data:
            raise ValidationError(str(label(approval.Why.REASON_NEEDED)))
