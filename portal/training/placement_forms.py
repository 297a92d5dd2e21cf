"""The forms of a placement: the proposal, the result, leaving early, and the visits after the end."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, StringField, TextAreaField

from portal.fields import DayField, ManyChoiceField, RadioChoiceField, RupiahField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.rules.followup import FollowUpStatus
from portal.rules.placement import LeaveReason, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.training import Care, Rule
from portal.training.fit import Answers

NONE_YET = "none"


def _bases():
    return pairs([(ConsentBasis.GUARDIAN, gettext("Ya, orang tua atau wali mengizinkan secara tertulis")),
                  (ConsentBasis.PUBLIC_TASK, gettext("Dinas Sosial memutuskan sebagai pengasuh")), (NONE_YET, gettext("Belum ada"))])


class ProposalForm(Form):
    """Only what the rules ask of this person and this batch stays on the form: see `narrow`."""

    consent = RadioField(_("Izin orang tua atau wali"), [needed(_("Pilih bagaimana izinnya."))], choices=_bases, coerce=lambda value: value or None)
    consent_by = StringField(_("Nama pemberi izin"))
    assent = TruthField(_("Anak bersedia mengikuti pelatihan ini?"), [needed(_("Jawab apakah anak bersedia."))])
    health_letter = TruthField(_("Surat keterangan sehat sudah ada?"), [needed(_("Jawab apakah surat sehat sudah ada."))])
    care = ManyChoiceField(_("Yang perlu didahulukan"), Care, [optional()])
    reason = TextAreaField(_("Alasan"))

    @classmethod
    def of(cls, known):
        """The form with what is on record (fit.Answers) filled in."""
        return cls(data={"consent": known.consent, "consent_by": known.consent_by, "assent": known.assent or None})

    def narrow(self, asked):
        """Take off the questions that no rule in `asked` puts."""
        if Rule.GUARDIAN_CONSENT not in asked:
            del self.consent, self.consent_by
        if Rule.CHILD_ASSENT not in asked:
            del self.assent
        if Rule.HEALTH_LETTER not in asked:
            del self.health_letter
        return self

    @property
    def values(self):
        """What was answered, for the rules; a question not asked counts as nothing given."""
        told = super().values
        basis = told.get("consent")
        answers = Answers(consent=ConsentBasis(basis) if basis and basis != NONE_YET else None, consent_by=told.get("consent_by") or "",
                          assent=bool(told.get("assent")), health_letter=bool(told.get("health_letter")), care=tuple(told["care"] or ()))
        return {"answers": answers, "reason": told["reason"]}


class ResultForm(Form):
    step = RadioChoiceField(_("Hasil"), PlacementStep, [needed(_("Pilih hasilnya."))], only=(PlacementStep.PASS, PlacementStep.FAIL))
    ended_on = DayField(_("Tanggal selesai"), [needed(_("Tulis tanggal selesainya."))])
    certificate = StringField(_("Nomor sertifikat"))
    toolkit = StringField(_("Bantuan peralatan"))
    allowance = RupiahField(_("Uang saku yang diterima seluruhnya"))


class DepartureForm(Form):
    why = RadioChoiceField(_("Alasan keluar"), LeaveReason, [needed(_("Pilih alasannya."))])
    ended_on = DayField(_("Tanggal keluar"), [needed(_("Tulis tanggal keluarnya."))])
    note = TextAreaField(_("Catatan"))


class FollowUpForm(Form):
    visited_on = DayField(_("Tanggal kunjungan"), [needed(_("Tulis tanggal kunjungan."))])
    status = RadioChoiceField(_("Keadaan sekarang"), FollowUpStatus, [needed(_("Pilih keadaannya sekarang."))])
    place = StringField(_("Tempat kerja, usaha, atau sekolah"))
    income = RupiahField(_("Pendapatan per bulan"))
    uses_skill = TruthField(_("Masih memakai keterampilannya?"))
    note = TextAreaField(_("Catatan"))

    @classmethod
    def of(cls, visit, today):
        """The form filled with what was found (a followups.Visit), or with today."""
        return cls(obj=visit.found, visited_on=today)
