"""The forms of an assessment: the pages of its instrument, what is told besides, and what it comes to."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, IntegerField, RadioField, StringField, SubmitField, TextAreaField
from wtforms.fields.core import UnboundField
from wtforms.validators import Length, NumberRange, ValidationError

from portal import clock
from portal.assessments.answers import UNKNOWN
from portal.clients.check_forms import BY_HAND
from portal.clients.fields import DigitsField
from portal.fields import ChoiceField, DayField, ManyChoiceField, RupiahField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.phrases import worded
from portal.rules.categories import SubType
from portal.rules.decile import DtsenSource, DtsenStatus
from portal.rules.interview import Source, StreetReason, told_fields
from portal.rules.levels import Level
from portal.rules.narrative import Topic
from portal.rules.service import Spm


def past(form, field):
    """Refuse a day that has not come yet."""
    if field.data and field.data > clock.today():
        raise ValidationError(gettext("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."))


class PageForm(Form):
    """One page of an instrument; `of` makes the form with its items and domains."""

    items, domains = (), ()

    @classmethod
    def of(cls, instrument, number):
        """The form of this page, every item with its own options and *belum diketahui*."""
        items = instrument.on_page(number)
        domains = [domain for domain in instrument.domains if any(item.domain == domain.code for item in items)]
        fields = {item.id: item_field(item) for item in items}
        for domain in domains:
            fields[f"sources_{domain.code}"] = ManyChoiceField(_("Sumber: %(domain)s", domain=worded(domain)), Source, [optional()])
        fields["note"] = TextAreaField(_("Catatan bagian ini"))
        return type("InstrumentPage", (cls,), {"items": items, "domains": domains, **fields})

    @property
    def answers(self):
        """{item id: value or None} of what was answered here."""
        chosen = {item.id: self[item.id].data for item in self.items}
        return {item: None if value == UNKNOWN else int(value) for item, value in chosen.items() if value}

    @property
    def taken_back(self):
        """The items whose answer was a mistake: the empty choice was made."""
        return [item.id for item in self.items if self[item.id].raw_data == [""]]

    @property
    def sources(self):
        """{domain: [Source]} of those that are named."""
        chosen = {domain.code: self[f"sources_{domain.code}"].data for domain in self.domains}
        return {domain: [str(source) for source in sources] for domain, sources in chosen.items() if sources}


def item_field(item):
    """The radio buttons of one item, in the reader's language."""
    choices = [(str(option.score), worded(option)) for option in item.options]
    return RadioField(f"{item.id}. {worded(item)}", [optional()], coerce=lambda value: value or None,
                      choices=lambda: pairs([*choices, (UNKNOWN, gettext("Belum diketahui"))]))


def in_order(kind, *names):
    """The form of this kind with these of its fields, in this order."""
    known = {name: getattr(kind, name) for name in names}
    fields = {name: UnboundField(field.field_class, *field.args, **field.kwargs) for name, field in known.items()}
    others = {name: None for name in dir(kind) if isinstance(getattr(kind, name), UnboundField) and name not in (*names, *dir(Form))}
    return type(kind.__name__, (kind,), others | fields)


class CircumstancesForm(Form):
    """What is written down but never scored; `of` puts it into the order of an instrument."""

    age_on = DayField(_("Tanggal asesmen"), [needed(_("Isi tanggal asesmen.")), past])
    sub_type = ChoiceField(_("Sub-tipe anak jalanan"), SubType, [optional()], blank=_("Belum ditentukan"))
    with_family = TruthField(_("Bersama keluarga di jalan"))
    places_and_hours = TextAreaField(_("Tempat dan jam di jalan"))
    daily_income = RupiahField(_("Penghasilan per hari (Rp)"), [optional()])
    income_goes_to = StringField(_("Penghasilan untuk siapa"))
    street_reasons = ManyChoiceField(_("Alasan turun ke jalan"), StreetReason, [optional()])
    earlier_raids = TextAreaField(_("Riwayat razia atau panti"))
    religion = StringField(_("Agama"), [optional(), Length(max=40)])
    language = StringField(_("Bahasa sehari-hari"))
    parents = TextAreaField(_("Orang tua: keadaan, pekerjaan, tempat tinggal, kontak"))
    siblings = TextAreaField(_("Saudara"))
    genogram = TextAreaField(_("Catatan genogram atau ekomap"))
    strengths = TextAreaField(_("Kekuatan dan potensi"))
    skill_interests = TextAreaField(_("Minat keterampilan"))
    child_wishes = TextAreaField(_("Keinginan anak"))
    accompanied_by = StringField(_("Pendamping saat wawancara"))
    safe_place = TruthField(_("Tempat wawancara aman bagi anak"))

    @classmethod
    def of(cls, instrument):
        """What this instrument asks besides its items, in its order, after the day of the assessment."""
        return in_order(cls, "age_on", *told_fields(instrument.unscored))


class NarrativeForm(Form):
    """What is told of an adult, or of a client whose category knows no score: one text for each heading."""

    age_on = CircumstancesForm.age_on
    for each in Topic:
        vars()[f"topic_{each}"] = TextAreaField(label(each))
    child_wishes = TextAreaField(_("Keinginan klien"))
    sources = ManyChoiceField(_("Sumber keterangan"), Source, [optional()])
    accompanied_by = StringField(_("Pendamping saat wawancara"))
    safe_place = TruthField(_("Tempat wawancara aman bagi klien"))

    @property
    def topics(self):
        """{topic: text} of what was told."""
        return {str(topic): self[f"topic_{topic}"].data for topic in Topic if self[f"topic_{topic}"].data}


class WeighingForm(Form):
    """DT-SEN, analysis, needs, recommendation and the level proposed; one yes or no for each basic service."""

    need_names = [f"need_{spm}" for spm in Spm]
    dtsen_status = ChoiceField(_("Hasil cek DT-SEN"), DtsenStatus, [optional()], blank=_("Belum diisi"))
    dtsen_decile = IntegerField(_("Desil"), [optional(), NumberRange(0, 10)])
    dtsen_on = DayField(_("Dicek tanggal"), [optional(), past])
    dtsen_source = ChoiceField(_("Sumber"), DtsenSource, [optional()], only=BY_HAND, blank=_("Belum diisi"))
    dtsen_card = DigitsField(_("Nomor kartu keluarga yang dicek"), [optional()], digits=16)
    analysis = TextAreaField(_("Analisis"))
    for each in Spm:
        vars()[f"need_{each}"] = TruthField(label(each), unknown=False)
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
        more = {"family_card": self.dtsen_card.data, "source": self.dtsen_source.data and str(self.dtsen_source.data)}
        return {"status": self.dtsen_status.data, "decile": self.dtsen_decile.data, "checked_on": self.dtsen_on.data or clock.today(),
                **{name: value for name, value in more.items() if value}}


def looked(told):
    """A look into DT-SEN in one line, so that the one shown is told from another; a place that the form does not offer says nothing."""
    known = {name: told[name] for name in ("status", "decile", "checked_on", "source", "family_card") if name in told}
    return " ".join(f"{name}={value}" for name, value in known.items() if name != "source" or value in BY_HAND)


class OfferedForm(WeighingForm):
    """The same on the screen, where the answers suggest services: why one of these is not needed.

    `dtsen_shown` is the look that the page was opened with: left as it was, it is no new one, whatever somebody else wrote since.
    """

    dtsen_shown = HiddenField()
    rest = SubmitField(_("Sisanya: Tidak dibutuhkan"))
    for each in Spm:
        vars()[f"why_{each}"] = StringField(_("Alasan tidak membutuhkan %(service)s", service=label(each)), [optional()])

    @property
    def dtsen(self):
        told = super().dtsen
        return told if told and looked(told) != self.dtsen_shown.data else None

    @property
    def dismissals(self):
        """{service code: why it is not needed} of what was sent; what the page did not ask stays."""
        return {str(spm): self[f"why_{spm}"].data or "" for spm in Spm if self[f"why_{spm}"].raw_data}


class SubmitForm(Form):
    """A word to the manager with the submission; it waits while what is lacking is filled in on the other pages."""

    RESUMES = True
    note = TextAreaField(_("Catatan untuk manajer"))
