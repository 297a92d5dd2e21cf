"""What is typed for a referral, and which paper of it is printed; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField, TextAreaField, ValidationError
from wtforms.fields import SelectChoice

from portal import clock
from portal.fields import ChoiceField, DayField, LinesField, ManyChoiceField, PickField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.letters.forms import LookForm
from portal.referrals.wording import WORDED
from portal.rules.letter_kind import Why
from portal.rules.letter_number import Secrecy
from portal.rules.office import Paper
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.wanted_papers import apart, together


class ReferralForm(LookForm):
    """The content of a referral. `enclosed` are lines of the checklist, `attachments` what else goes along: together they are the row's lines."""

    BESIDE = {Why.NAME_IN_REGARDING: "regarding", Why.NIK_IN_REGARDING: "regarding"}

    institution = PickField(_("Lembaga tujuan"), [needed(_("Pilih lembaga tujuan."))])
    kind = ChoiceField(_("Jenis rujukan"), ReferralKind, [needed(_("Pilih jenis rujukan."))])
    urgent = BooleanField(_("Mendesak: serah terima boleh mendahului surat"))
    reason = TextAreaField(_("Alasan merujuk"), [needed(_("Tulis mengapa klien dirujuk."))])
    service = TextAreaField(_("Layanan yang diharapkan"), [needed(_("Tulis layanan yang diharapkan dari lembaga."))])
    shared = ManyChoiceField(_("Identitas yang ditulis di surat"), Shared)
    summary = TextAreaField(_("Ringkasan kondisi untuk lembaga"), [needed(_("Tulis ringkasan yang perlu diketahui lembaga."))])
    consent = ChoiceField(_("Dasar persetujuan"), ConsentBasis, [needed(_("Pilih dasar persetujuan."))],
                          only=[each for each in ConsentBasis if each != ConsentBasis.OWN_REFUSED])
    consent_note = StringField(_("Keterangan persetujuan"))
    escort = StringField(_("Pendamping"))
    journey = StringField(_("Rencana dan kendaraan"))
    enclosed = LinesField(_("Berkas yang dilampirkan"))
    attachments = TextAreaField(_("Lampiran lain"))
    copies = TextAreaField(_("Tembusan"))
    regarding = StringField(_("Hal"))
    opening = TextAreaField(_("Pembuka"))
    closing = TextAreaField(_("Penutup"))
    secrecy = ChoiceField(_("Sifat surat"), Secrecy, [needed(_("Pilih sifat surat."))])
    answer_by = DayField(_("Jawaban diharapkan paling lambat"), [optional()])

    def offer(self, institutions, proposed=()):
        """Let one of these be chosen, those that were proposed first, the others by their kind; returns the form."""
        self.places = {str(place.id): place for place in institutions}
        self.institution.choices = grouped(institutions, [each.place for each in proposed])
        if not (self.is_submitted() or self.carries_on):
            self._begin()
        return self

    def _begin(self):
        """What stands in the record, as the fields show it."""
        if hasattr(self.institution.data, "id"):
            self.institution.data = str(self.institution.data.id)
        wanted = self.place.wanted if self.place else []
        self.enclosed.data, others = apart(self.attachments.data, wanted)
        self.attachments.data = "\n".join(others)

    @property
    def place(self):
        """The institution that is chosen, or None."""
        return self.places.get(str(self.institution.data))

    @property
    def is_worded(self):
        """Whether something of the letter is worded by hand, or has an error to look at."""
        return any(self[name].data or self[name].errors for name in WORDED)

    def validate_answer_by(self, field):
        if field.data and field.data < clock.today():
            raise ValidationError(_("Tanggal ini sudah lewat. Tulis hari ini atau sesudahnya."))

    @property
    def values(self):
        typed = super().values
        enclosed = together(typed.pop("enclosed") or [], typed["attachments"] or "")
        return {**typed, "institution": self.place, "attachments": enclosed}


def grouped(institutions, first):
    """The choices of a list of institutions, grouped: those that an assessment leads to, then the others by kind."""
    kinds = list(InstitutionKind)
    others = sorted((place for place in institutions if place not in first), key=lambda place: (kinds.index(place.kind), place.name))
    told = [(place, gettext("Diusulkan dari asesmen")) for place in dict.fromkeys(first)] + [(place, str(label(place.kind))) for place in others]
    return pairs([], _("Pilih lembaga")) + [SelectChoice(str(place.id), place.name, optgroup=group) for place, group in told]


PAPERS = (("letter", _("Surat rujukan")), ("handover", _("Berita acara serah terima")), ("consent", _("Formulir persetujuan berbagi data")))


class PaperForm(Form):
    """Which paper of the referral, on which size."""

    kind = PickField(_("Cetakan"), [needed(_("Pilih cetakan."))], choices=lambda: pairs(PAPERS))
    paper = ChoiceField(_("Kertas"), Paper, [needed(_("Pilih ukuran kertas."))])

    @classmethod
    def of(cls, referral, paper):
        """The form as most people would fill it for this referral."""
        return cls(kind="handover" if referral.handed_at else "letter", paper=paper)
