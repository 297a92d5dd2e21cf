"""The form of a programme: what is taught, by whom, and who is admitted; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, NumberRange, ValidationError

from portal.fields import ChoiceField, PickField, RupiahField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.nik import Sex
from portal.rules.referral import InstitutionKind
from portal.rules.service import FundSource
from portal.rules.trades import RISKY_TRADES, ProviderKind, Trade, provider_kind
from portal.rules.training import Education, Marital

AGES = NumberRange(5, 99)


class ProgrammeForm(Form):
    """The provider is chosen from the directory or written by name. `risky` unanswered follows the trade, the kind of provider the institution's."""

    name = StringField(_("Nama program"), [needed(_("Tulis nama program, misalnya Barbershop Dasar."))])
    trade = ChoiceField(_("Kejuruan"), Trade, [needed(_("Pilih kejuruannya."))])
    hours_per_day = IntegerField(_("Jam per hari"), [InputRequired(_("Tulis jam belajar per hari, misalnya 4.")), NumberRange(1, 12)])
    content = TextAreaField(_("Yang diajarkan"), [optional()])
    institution = PickField(_("Penyelenggara dari daftar lembaga"), [optional()])
    provider = StringField(_("Nama penyelenggara, bila tidak ada di daftar"))
    provider_kind = ChoiceField(_("Jenis penyelenggara"), ProviderKind)
    place = StringField(_("Tempat"))
    min_age = IntegerField(_("Usia termuda"), [optional(), AGES])
    max_age = IntegerField(_("Usia tertua"), [optional(), AGES])
    sex = ChoiceField(_("Jenis kelamin"), Sex, [optional()], blank=_("Semua"))
    education = ChoiceField(_("Pendidikan paling rendah"), Education, [optional()], blank=_("Tidak disyaratkan"))
    marital = ChoiceField(_("Status perkawinan"), Marital, [needed(_("Pilih status perkawinan yang diterima."))], default=Marital.ANY)
    out_of_school = BooleanField(_("Hanya untuk yang sudah tidak bersekolah"))
    health_letter = BooleanField(_("Perlu surat keterangan sehat"))
    boarding = BooleanField(_("Berasrama"))
    admits_adults = BooleanField(_("Peserta dewasa ikut di kelas yang sama"))
    risky = TruthField(_("Pekerjaannya berisiko: mesin, panas, atau listrik?"))
    work_practice = BooleanField(_("Memuat praktik kerja atau magang"))
    talent_only = BooleanField(_("Hanya kegiatan bakat dan minat, bukan pelatihan kerja"))
    min_attendance = IntegerField(_("Kehadiran paling sedikit untuk lulus"), [optional(), NumberRange(1, 100)])
    funding = ChoiceField(_("Sumber dana"), FundSource, [optional()], blank=_("Belum diketahui"))
    allowance = RupiahField(_("Uang saku per hari hadir"))
    active = BooleanField(_("Masih diselenggarakan"), default=True)

    def offer(self, institutions):
        """Let one of these institutions be chosen; a name that the directory has is not shown to be typed as well."""
        self.places = {str(place.id): place for place in institutions}
        self.institution.choices = pairs([], _("Tidak ada di daftar, atau dinas sendiri")) + [
            SelectChoice(str(place.id), place.name, optgroup=str(label(place.kind))) for place in sorted(institutions, key=_by_kind)]
        if not (self.is_submitted() or self.carries_on) and hasattr(self.institution.data, "id"):
            self.institution.data, self.provider.data = str(self.institution.data.id), ""
        return self

    @property
    def chosen(self):
        """The institution that is chosen, or None."""
        return self.places.get(str(self.institution.data))

    def validate_provider(self, field):
        if self.chosen and field.data not in ("", self.chosen.name):
            raise ValidationError(gettext("Pilih dari daftar atau tulis namanya, jangan keduanya."))
        if not (self.chosen or field.data):
            raise ValidationError(gettext("Pilih penyelenggara dari daftar, atau tulis namanya di sini."))

    def validate_provider_kind(self, field):
        field.data = field.data or (provider_kind(self.chosen.kind) if self.chosen else None)
        if not field.data:
            raise ValidationError(gettext("Pilih jenis penyelenggaranya."))

    def validate_max_age(self, field):
        if field.data and self.min_age.data and field.data < self.min_age.data:
            raise ValidationError(gettext("Usia tertua lebih kecil daripada usia termuda."))

    @property
    def values(self):
        typed = super().values
        risky = self.trade.data in RISKY_TRADES if self.risky.data is None else self.risky.data
        return {**typed, "risky": risky, "institution": self.chosen, "provider": self.chosen.name if self.chosen else typed["provider"]}


def _by_kind(place):
    return list(InstitutionKind).index(place.kind), place.name
