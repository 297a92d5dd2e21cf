"""The forms of a proposal and of its plan of supervision: shape only; what it asks follows from what the rules ask of this person and this batch."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField

from portal.fields import ManyChoiceField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.rules import consent, training
from portal.rules.applicant import Care
from portal.rules.referral import ConsentBasis
from portal.rules.training import Rule
from portal.training.fitting.asked import Answers

NONE_YET = "none"
ANSWERED = (ConsentBasis.GUARDIAN, ConsentBasis.PUBLIC_TASK)
# The fields that a rule puts, each only where it does.
PUT_BY = {Rule.GUARDIAN_CONSENT: ("consent", "consent_by"), Rule.CHILD_ASSENT: ("assent",), Rule.SUPERVISION: ("supervision",),
          Rule.HEALTH_LETTER: ("health_letter",)}


def _bases():
    return pairs([(ConsentBasis.GUARDIAN, gettext("Ya, orang tua atau wali mengizinkan secara tertulis")),
                  (ConsentBasis.PUBLIC_TASK, gettext("Dinas Sosial memutuskan sebagai pengasuh")), (NONE_YET, gettext("Belum ada"))])


def _plan():
    return TextAreaField(_("Rencana pengawasan dan alat pelindung diri"), [needed(_("Tulis rencana pengawasan dan alat pelindungnya."))])


class SupervisionForm(Form):
    supervision = _plan()


class ProposalForm(Form):
    """`about` begins it with what is on record, and leaves only the questions that are put."""

    BESIDE = {training.Why.SUPERVISION_NEEDED: "supervision", training.Why.REASON_NEEDED: "reason", consent.Why.GIVER_NEEDED: "consent_by",
              consent.Why.EXPLOITER: "consent_by"}
    consent = RadioField(_("Izin orang tua atau wali"), [needed(_("Pilih bagaimana izinnya."))], choices=_bases, coerce=lambda value: value or None)
    consent_by = StringField(_("Nama pemberi izin"))
    assent = TruthField(_("Anak bersedia mengikuti pelatihan ini?"), [needed(_("Jawab apakah anak bersedia."))])
    supervision = _plan()
    health_letter = TruthField(_("Surat keterangan sehat sudah ada?"), [needed(_("Jawab apakah surat sehat sudah ada."))])
    care = ManyChoiceField(_("Yang perlu didahulukan"), Care, [optional()])
    reason = TextAreaField(_("Alasan"))
    keeper_joins = BooleanField(_("Penanggung jawab angkatan ikut tim kasus"))
    keeper = HiddenField()

    @classmethod
    def about(cls, proposing):
        """The form of one `proposing.Proposing`."""
        known, keeper = proposing.answers, str(proposing.keeper.id) if proposing.keeper else ""
        form = cls(data={"consent": known.consent if known.consent in ANSWERED else None, "consent_by": known.consent_by,
                         "assent": known.assent or None, "health_letter": known.health_letter or None, "supervision": known.supervision,
                         "care": list(known.care), "reason": proposing.reason, "keeper_joins": proposing.keeper_by_default,
                         "keeper": keeper})
        form.named = keeper
        for rule, names in PUT_BY.items():
            for name in names if rule not in proposing.outlook.asked else ():
                del form[name]
        if proposing.keeper is None:
            del form.keeper_joins
        return form

    @property
    def values(self):
        """What was answered, for the rules; a question not asked counts as nothing given. Ticked is who was named on the page, nobody since."""
        told = super().values
        basis = told.get("consent")
        answers = Answers(consent=ConsentBasis(basis) if basis and basis != NONE_YET else None, consent_by=told.get("consent_by") or "",
                          assent=bool(told.get("assent")), health_letter=bool(told.get("health_letter")), care=tuple(told["care"] or ()),
                          supervision=told.get("supervision") or "")
        return {"answers": answers, "reason": told["reason"], "keeper_joins": bool(told.get("keeper_joins")) and told["keeper"] == self.named}
