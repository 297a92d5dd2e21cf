"""What may be typed of a consent, of the basis that stands in for it, and of its withdrawal; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import Length, Optional, StopValidation

from portal.fields import ChoiceField, DayField, PickField, RadioChoiceField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.client import ConsentKind
from portal.rules.consent import LEGAL, SPEAKS, ConsentPaper, Instead, Manner, Voice, Why, agrees
from portal.rules.office import Paper
from portal.rules.referral import ConsentBasis


class AskedWhen(Optional):
    """May stay empty unless `holds(form)`; then the sentence asks for it."""

    def __init__(self, holds, text):
        self.holds, self.text = holds, text
        super().__init__()

    def __call__(self, form, field):
        if field.data in (None, "") and not field.process_errors and self.holds(form):
            field.errors = []
            raise StopValidation(str(self.text))
        super().__call__(form, field)


def is_sharing(form):
    return form.kind.data == ConsentKind.SHARING


def is_nameless(form):
    """Whether a guardian answers and nobody was chosen who it is."""
    return SPEAKS.get(form.basis.data) == Voice.GUARDIAN and not form.giver.data


def is_unexplained(form):
    """Whether the office acts on a legal basis and no note says why."""
    return form.basis.data in LEGAL and not form.note.data


class ConsentForm(Form):
    """One answer, or the basis that stands in for it; `offer` fills in who and where there is to choose from. Paper asks in this order."""

    BESIDE = {Why.EXPLOITER: "giver", Why.GIVER_NEEDED: "given_by", Why.NOT_YET: "given_on", Why.INSTITUTION_NEEDED: "institution",
              Why.TOO_YOUNG: "basis", Why.ADULT_SPEAKS: "note", Why.WITNESS_NEEDED: "witness", Why.REASON_NEEDED: "note"}
    kind = RadioChoiceField(_("Untuk apa"), ConsentKind, [needed(_("Pilih untuk apa persetujuan ini."))])
    institution = PickField(_("Lembaga yang menerima data"), [AskedWhen(is_sharing, _("Pilih lembaga yang akan menerima datanya."))])
    basis = RadioChoiceField(_("Jawaban atau dasar"), ConsentBasis, [needed(_("Pilih dasarnya."))])
    giver = PickField(_("Yang menjawab"), [optional()])
    given_by = StringField(_("Nama yang menjawab dan hubungannya"), [AskedWhen(is_nameless, label(Why.GIVER_NEEDED))])
    given_on = DayField(_("Tanggal"), [needed(_("Tulis tanggalnya, misalnya hari ini."))])
    manner = ChoiceField(_("Cara menjawab"), Manner, [AskedWhen(lambda form: agrees(form.basis.data), _("Pilih bagaimana jawabannya diberikan."))])
    witness = StringField(_("Saksi"), [optional()])
    explained_by = PickField(_("Dijelaskan oleh"), [optional()])
    language = StringField(_("Bahasa dan cara menjelaskan"), [optional(), Length(max=80)])
    instead = ChoiceField(_("Mengapa tanpa persetujuan"), Instead, [AskedWhen(is_unexplained, label(Why.REASON_NEEDED))])
    decided_by = PickField(_("Diputuskan oleh"), [optional()])
    note = TextAreaField(_("Catatan"), [optional()])

    def offer(self, user, *, people, places, explainers, deciders):
        """Let the people around the client, the institutions and the colleagues be chosen; returns the form."""
        self.people = {str(each.id): each for each in people}
        self.places = {str(place.id): place for place in places}
        self.staff = {str(each.id): each for each in explainers}
        told = ((id, person_words(each, user)) for id, each in self.people.items())
        self.giver.choices = pairs(told, blank=gettext("Orang lain, atau klien sendiri"))
        self.institution.choices = pairs(((id, place.name) for id, place in self.places.items()), blank="")
        self.explained_by.choices = pairs(((id, each.name) for id, each in self.staff.items()), blank="")
        self.decided_by.choices = pairs(((each.id, each.name) for each in deciders), blank="")
        return self

    @property
    def values(self):
        told = super().values
        return told | {"giver": self.people.get(told["giver"]), "institution": self.places.get(told["institution"]),
                       "explained_by": self.staff.get(told["explained_by"]), "decided_by": self.staff.get(told["decided_by"])}


def person_words(relation, user):
    """Somebody of the circle as they are chosen: who, what they are to the client, and whether they may harm."""
    words = [str(label(relation.kind)), *([gettext("wali")] if relation.guardian else []),
             *([gettext("mungkin merugikan klien")] if relation.exploiter else [])]
    return f"{relation.name_for(user)} ({', '.join(words)})"


class WithdrawalForm(Form):
    """From which day a consent counts no more, and who took it back."""

    on = DayField(_("Dicabut pada"), [needed(_("Tulis tanggal pencabutannya."))])
    said_by = StringField(_("Dicabut oleh"), [optional()])
    reason = TextAreaField(_("Alasan"), [optional()])


class ConsentPaperForm(Form):
    """Which form on paper, on which size, for sharing with which place."""

    TOKEN = False
    kind = ChoiceField(_("Formulir"), ConsentPaper, [needed(_("Pilih formulirnya."))])
    institution = PickField(_("Lembaga (untuk berbagi data)"), [optional()])
    paper = ChoiceField(_("Kertas"), Paper, [needed(_("Pilih ukuran kertas."))])
