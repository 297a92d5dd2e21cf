"""What is typed when the rule of a ministry programme changes; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import ValidationError

from portal import clock
from portal.fields import ChoiceField, DayField, ManyField, needed, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.decile import Programme
from portal.rules.programme_rule import RANKS, Why


class ProgrammeRuleForm(Form):
    """One more row of the table: which programme, from when, for whom, and who says so."""

    programme = ChoiceField(_("Program"), Programme, [needed(_("Pilih programnya."))], blank=_("Pilih program"))
    valid_from = DayField(_("Berlaku mulai"), [needed(_("Tulis mulai kapan aturan ini berlaku."))], default=clock.today)
    deciles = ManyField(_("Terbuka bagi desil"), [needed(_("Pilih paling sedikit satu desil."))], coerce=int,
                        choices=lambda: pairs((rank, rank) for rank in RANKS))
    or_assessed = BooleanField(_("Sumber juga menyebut “atau menurut hasil asesmen”"))
    source = StringField(_("Sumber"), [needed(_("Tulis peraturan atau surat yang menetapkannya."))])
    note = TextAreaField(_("Catatan"))

    def validate_valid_from(self, field):
        if field.data and field.data < clock.today():
            raise ValidationError(label(Why.PAST_DAY))
