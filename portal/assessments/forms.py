"""The forms of an assessment: the pages of its instrument, what is told besides, what it comes to, and special considerations."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import NumberRange, ValidationError

from portal import clock
from portal.fields import ChoiceField, DayField, ManyChoiceField, RadioChoiceField, RupiahField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.phrases import worded
from portal.rules.categories import SubType
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import DtsenSource, DtsenStatus, Programme
from portal.rules.interview import Source, StreetReason
from portal.rules.levels import Level
from portal.rules.service import Spm

UNKNOWN = "unknown"


def past(form, field):
    """Refuse a day that has not come yet."""
    if field.data and field.data > clock.today():
        raise ValidationError(gettext("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."))


class PageForm(Form):
    """One page of an instrument; `of` makes the form with its items and domains."""

    items, domains = (), ()
    note = TextAreaField(_("Catatan bagian ini"))

    @classmethod
    def of(cls, instrument, number):
        """The form of this page, every item with its own options and *belum diketahui*."""
        items = instrument.on_page(number)
        domains = [domain for domain in instrument.domains if any(item.domain == domain.code for item in items)]
        fields = {item.id: item_field(item) for item in items}
        for domain in domains:
            fields[f"sources_{domain.code}"] = ManyChoiceField(_("Sumber: %(domain)s", domain=worded(domain)), Source, [optional()])
        return type("InstrumentPage", (cls,), {"items": items, "domains": domains, **fields})

    @property
    def answers(self):
        """{item id: value or None} of what was answered here."""
        chosen = {item.id: self[item.id].data for item in self.items}
        return {item: None if value == UNKNOWN else int(value) for item, value in chosen.items() if value}

    @property
    def sources(self):
        return {domain.code: [str(source) for source in self[f"sources_{domain.code}"].data or ()] for domain in self.domains}


def item_field(item):
    """The radio buttons of one item, in the reader's language."""
    choices = [(str(option.score), worded(option)) for option in item.options]
    return RadioField(f"{item.id}. {worded(item)}", [optional()], coerce=lambda value: value or None,
                      choices=lambda: pairs([*choices, (UNKNOWN, gettext("Belum diketahui"))]))


class CircumstancesForm(Form):
    """What is written down but never scored."""

    age_on = DayField(_("Tanggal asesmen"), [needed(_("Isi tanggal asesmen.")), past])
    sub_type = ChoiceField(_("Sub-tipe anak jalanan"), SubType, [optional()], blank=_("Belum ditentukan"))
    with_family = TruthField(_("Bersama keluarga di jalan"))
    places_and_hours = TextAreaField(_("Tempat dan jam di jalan"))
    daily_income = RupiahField(_("Penghasilan per hari (Rp)"), [optional()])
    income_goes_to = StringField(_("Penghasilan untuk siapa"))
    street_reasons = ManyChoiceField(_("Alasan turun ke jalan"), StreetReason, [optional()])
    earlier_raids = TextAreaField(_("Riwayat razia atau panti"))
    language = StringField(_("Bahasa sehari-hari"))
    parents = TextAreaField(_("Orang tua: keadaan, pekerjaan, tempat tinggal, kontak"))
    siblings = TextAreaField(_("Saudara"))
    strengths = TextAreaField(_("Kekuatan dan potensi"))
    skill_interests = TextAreaField(_("Minat keterampilan"))
    child_wishes = TextAreaField(_("Keinginan anak"))
    accompanied_by = StringField(_("Pendamping saat wawancara"))
    safe_place = TruthField(_("Tempat wawancara aman bagi anak"))


class WeighingForm(Form):
    """DT-SEN, needs, analysis and the level proposed; one yes or no for each basic service."""

    need_names = [f"need_{spm}" for spm in Spm]
    dtsen_status = ChoiceField(_("Hasil cek DT-SEN"), DtsenStatus, [optional()], blank=_("Belum diisi"))
    dtsen_decile = IntegerField(_("Desil"), [optional(), NumberRange(0, 10)])
    dtsen_on = DayField(_("Dicek tanggal"), [optional(), past])
    dtsen_source = ChoiceField(_("Sumber"), DtsenSource, [optional()], blank=_("Belum diisi"))
    analysis = TextAreaField(_("Analisis"))
    recommendation = TextAreaField(_("Rekomendasi"))
    proposed_level = ChoiceField(_("Tingkat yang diusulkan"), Level, [optional()], blank=_("Ikuti saran"))
    level_reason = TextAreaField(_("Alasan bila tingkat berbeda dari saran"))

    @property
    def needs(self):
        """{service code: needed} of those decided here."""
        return {str(spm): self[f"need_{spm}"].data for spm in Spm if self[f"need_{spm}"].data is not None}

    @property
    def dtsen(self):
        """The look into DT-SEN as it is told here, or None."""
        if not self.dtsen_status.data:
            return None
        return {"status": self.dtsen_status.data, "decile": self.dtsen_decile.data, "source": str(self.dtsen_source.data or ""),
                "checked_on": self.dtsen_on.data or clock.today()}


for each in Spm:
    setattr(WeighingForm, f"need_{each}", TruthField(label(each), unknown=False))


class NarrativeForm(WeighingForm):
    """The whole assessment of an adult, or of a client whose category knows no score."""

    age_on = CircumstancesForm.age_on
    narrative = TextAreaField(_("Uraian asesmen"))
    child_wishes = TextAreaField(_("Keinginan klien"))
    accompanied_by = CircumstancesForm.accompanied_by
    safe_place = TruthField(_("Tempat wawancara aman bagi klien"))


class SubmitForm(Form):
    """A word to the manager with the submission."""

    note = TextAreaField(_("Catatan untuk manajer"))


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
