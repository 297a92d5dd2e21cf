"""What is typed for a special consideration: the request, the coordination with the Sentra, and what becomes of DT-SEN."""
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField, ValidationError

from portal.assessments.forms import past
from portal.fields import ChoiceField, DayField, RadioChoiceField, needed, optional
from portal.forms import Form
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import Programme
from portal.rules.dtsen_update import LIFE, OUTCOMES, UpdateStep


class ConsiderationForm(Form):
    """A request outside the decile rule."""

    programme = ChoiceField(_("Program"), Programme, [optional()], blank=_("Semua program kementerian"))
    reason = RadioChoiceField(_("Alasan"), ConsiderationReason, [needed(_("Pilih alasannya."))])
    text = TextAreaField(_("Penjelasan"), [needed(_("Jelaskan keadaan klien, supaya manajer bisa memutuskan."))])


class CoordinationForm(Form):
    """Whom at the Sentra we spoke to."""

    institution = StringField(_("Sentra atau lembaga"), [needed(_("Tulis nama Sentra atau lembaganya."))])
    contact = StringField(_("Narahubung"), default="")
    coordinated_on = DayField(_("Tanggal koordinasi"), [needed(_("Isi tanggal koordinasi.")), past])


class SentraAnswerForm(Form):
    """What the Sentra answered."""

    answer = TextAreaField(_("Jawaban"), [needed(_("Tulis jawaban yang diterima."))])
    answered_on = DayField(_("Tanggal jawaban"), [needed(_("Isi tanggal jawaban.")), past])


class ProposalForm(Form):
    """To whom the update of DT-SEN was proposed."""

    proposed_to = StringField(_("Diusulkan kepada"), [needed(_("Tulis operator desa atau kelurahan yang menerima usulan."))])
    proposed_on = DayField(_("Tanggal usul"), [needed(_("Isi tanggal usul.")), past])
    note = TextAreaField(_("Catatan"))


class OutcomeForm(Form):
    """What became of the proposal."""

    step = RadioChoiceField(_("Hasil"), UpdateStep, [needed(_("Pilih hasilnya."))], only=OUTCOMES)
    decided_on = DayField(_("Tanggal hasil"), [needed(_("Isi tanggal hasil.")), past])
    note = TextAreaField(_("Catatan"))

    def validate_note(self, field):
        if self.step.data in LIFE.reasoned and not field.data:
            raise ValidationError(_("Tulis mengapa usulannya ditolak."))
