"""The forms of a result: of one participant, of all of a course, and of a result put right."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, TextAreaField

from portal.fields import ChoiceField, DayField, RadioChoiceField, RupiahField, needed, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules import placement, training_result
from portal.rules.placement import DEPARTURES, LeaveReason, PlacementState, PlacementStep
from portal.rules.refused import Refused

ENDED = _("Tanggal selesai")
CERTIFICATE, TOOLKIT = training_result.Why.CERTIFICATE_WITHOUT_PASSING, _("Bantuan peralatan")


class ResultForm(Form):
    """`narrow` takes off what the programme does not know."""

    BESIDE = {CERTIFICATE: "certificate", placement.Why.END_OUT_OF_RANGE: "ended_on"}

    step = RadioChoiceField(_("Hasil"), PlacementStep, [needed(_("Pilih hasilnya."))], only=placement.RESULTS)
    ended_on = DayField(ENDED, [needed(_("Tulis tanggal selesainya."))])
    certificate = StringField(_("Nomor sertifikat"))
    toolkit = StringField(TOOLKIT)
    allowance = RupiahField(_("Uang saku yang diterima seluruhnya"))
    practice_place = StringField(_("Tempat praktik kerja"))

    def narrow(self, programme):
        """Without workplace practice there is no place of it."""
        if not programme.work_practice:
            del self.practice_place
        return self


class AmendForm(ResultForm):
    """A result put right; of who left early the reason for that, of others whether they passed."""

    BESIDE = {**ResultForm.BESIDE, training_result.Why.REASON_NEEDED: "reason"}

    step = None
    state = RadioChoiceField(_("Hasil"), PlacementState, [needed(_("Pilih hasilnya."))], only=(PlacementState.PASSED, PlacementState.NOT_PASSED))
    leave_reason = ChoiceField(_("Alasan keluar"), LeaveReason, [needed(_("Pilih alasannya."))])
    reason = TextAreaField(_("Mengapa hasil ini diperbaiki"), [needed(_("Tulis mengapa hasil ini diperbaiki."))])

    def narrow_to(self, one):
        """Only what such a result knows stays; that a batch was cancelled is no choice."""
        if one.state == PlacementState.LEFT_EARLY:
            del self.state, self.certificate
        if one.leave_reason not in DEPARTURES:
            del self.leave_reason
        else:
            self.leave_reason.choices = pairs((each, label(each)) for each in DEPARTURES)
        return self.narrow(one.batch.programme)


class ResultsForm(Form):
    """A row for each participant without a result; nothing chosen leaves it for later."""

    ended_on = DayField(ENDED, [needed(_("Tulis tanggal selesainya."))])
    toolkit = StringField(_("Bantuan peralatan untuk setiap yang lulus"))
    rows = ()

    @classmethod
    def of(cls, rows, ended_on):
        """The form for these results.Rows; who was there often enough stands ready as passed."""
        fields = {name: field for row in rows for name, field in _fields(row)}
        return type("Results", (cls,), {**fields, "rows": tuple(rows)})(data={"ended_on": ended_on})

    def row(self, row):
        """The fields of one participant in the order of the table."""
        return [self[name] for name in _names(row)]

    def validate(self, extra_validators=None):
        return all([super().validate(extra_validators), *map(self._fits, self.rows)])

    def _fits(self, row):
        """Each participant's own refusal is said in the row."""
        step, certificate = self.row(row)[:2]
        try:
            training_result.check_certificate(step.data == PlacementStep.PASS, certificate.data)
        except Refused as refused:
            certificate.errors = [*certificate.errors, gettext("%(number)s: %(why)s", number=row.placement.case.number, why=label(refused.why))]
            return False
        return self._ends_in_time(row, step)

    def _ends_in_time(self, row, step):
        seated = row.placement.seated_on
        if not step.data or not self.ended_on.data or not seated or seated <= self.ended_on.data:
            return True
        step.errors = [*step.errors, gettext("%(number)s: baru menjadi peserta setelah tanggal selesai.", number=row.placement.case.number)]
        return False

    @property
    def values(self):
        """The day, the toolkit, and rows of (placement id, step, details) of those for whom a result was chosen."""
        found = [(row.placement.id, *self._told(row)) for row in self.rows]
        return {"ended_on": self.ended_on.data, "toolkit": self.toolkit.data, "rows": [row for row in found if row[1]]}

    def others_of(self, sent):
        """How many participants of the page as it was sent have a result by now that somebody else has written."""
        steps = [name for name, value in sent.items() if name.startswith("step_") and value]
        return sum(name not in self for name in steps)

    def _told(self, row):
        step, *details = self.row(row)
        return step.data, {field.short_name.rpartition("_")[0]: field.data for field in details}


def _names(row):
    practice = ["practice_place"] if row.programme.work_practice else []
    return [f"{name}_{row.placement.id}" for name in ("step", "certificate", "toolkit", "allowance", *practice)]


def _fields(row):
    known = (SelectField(_("Hasil"), choices=_steps, coerce=lambda value: PlacementStep(value) if value else None, default=row.proposed),
             StringField(_("Nomor sertifikat")), StringField(TOOLKIT), RupiahField(_("Uang saku"), default=row.due),
             StringField(_("Tempat praktik kerja"), default=row.placement.practice_place))
    return list(zip(_names(row), known, strict=False))


def _steps():
    return pairs([(PlacementStep.PASS, label(PlacementState.PASSED)), (PlacementStep.FAIL, label(PlacementState.NOT_PASSED))], gettext("Nanti"))
