"""Several children seen at one place, typed as quick rows under one head; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FormField, StringField, TextAreaField
from wtforms import Form as Rows
from wtforms.validators import Length, ValidationError

from portal import clock
from portal.clients.fields import BirthField
from portal.clients.forms import check_village
from portal.clients.identity import columns
from portal.fields import ChoiceField, MomentField, PickField, RadioChoiceField, RowsField, needed, optional
from portal.forms import LINE, Form
from portal.reports.forms import MOST_PEOPLE
from portal.rules.channels import TICKETED, Channel
from portal.rules.danger import Danger
from portal.rules.nik import Sex

ROWS, MORE = 12, 5


class AgeField(BirthField):
    """A birth as people tell it; in a column of ages a bare number is one."""

    def read(self, typed):
        bare = typed.isascii() and typed.isdigit() and len(typed) <= 2
        return super().read(f"umur {typed}" if bare else typed)


class ChildRow(Rows):
    """One child as they were met; everything may be unknown."""

    class Meta(Form.Meta):
        csrf = False

    name = StringField(_("Nama atau panggilan"), [optional(), Length(max=LINE)])
    sex = ChoiceField(_("L/P"), Sex, [optional()])
    birth = AgeField(_("Usia"), [optional()])
    marks = StringField(_("Ciri-ciri"), [optional(), Length(max=LINE)])
    companion = StringField(_("Dengan siapa"), [optional(), Length(max=LINE)])

    @property
    def told(self):
        """The columns of a ReportPerson."""
        words = {name: self[name].data or "" for name in ("name", "marks", "companion")}
        return {**words, "sex": self.sex.data, **columns(self.birth.data)}

    @property
    def is_empty(self):
        return not any(field.data for field in self)


class ManyForm(Form):
    """The head that all rows share, and the rows; empty ones count for nothing."""

    narrative = TextAreaField(_("Apa yang terlihat?"), [needed(_("Tulis apa yang terlihat, walau singkat."))])
    danger = RadioChoiceField(_("Ada bahaya sekarang?"), Danger, [needed(_("Pilih salah satu; boleh “Belum tahu”."))],
                              only=[Danger.YES, Danger.NO, Danger.UNKNOWN])
    district = PickField(_("Kecamatan"), [needed(_("Pilih kecamatannya."))])
    village = PickField(_("Desa atau kelurahan"), [optional()])
    place = StringField(_("Patokan tempat"), [optional()])
    received_at = MomentField(_("Ditemui pada"), [needed(_("Tulis waktunya, misalnya sekarang."))], default=clock.now)
    channel = ChoiceField(_("Lewat"), Channel, [needed(_("Pilih lewat mana laporan ini masuk."))], default=Channel.OUTREACH,
                          only=[channel for channel in Channel if channel not in TICKETED])
    people = RowsField(FormField(ChildRow), min_entries=ROWS, max_entries=MOST_PEOPLE)
    restricted = BooleanField(_("Laporan terbatas: hanya tim dan manajer yang melihatnya"))

    def add_rows(self):
        """Room for five children more."""
        for _row in range(min(MORE, MOST_PEOPLE - len(self.people))):
            self.people.append_entry()

    @property
    def is_full(self):
        return len(self.people) >= MOST_PEOPLE

    def validate_village(self, field):
        check_village(self, field)

    def validate_people(self, field):
        """Somebody must have been met."""
        if not any(row.form.errors or not row.form.is_empty for row in field):
            sentence = gettext("Isi paling sedikit satu anak. Bila namanya tidak diketahui, cukup kelamin atau usianya.")
            field[0].form.name.errors = [sentence]
            raise ValidationError(sentence)

    @property
    def values(self):
        told = super().values
        return told | {"village": told["village"] or "", "people": [row.form.told for row in self.people if not row.form.is_empty]}
