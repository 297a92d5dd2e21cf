"""The forms of the plan and of what was given."""
from flask_babel import lazy_gettext as _
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import NumberRange

from portal.cases.forms import NowField
from portal.cases.team import chosen, officers
from portal.fields import ChoiceField, DayField, ManyChoiceField, PickField, RupiahField, needed, optional, pairs
from portal.forms import Form
from portal.rules.decile import Programme
from portal.rules.service import MAX_QUANTITY, FundSource, Spm, Unit


class AmountForm(Form):
    """How much, of what, with whose money."""

    quantity = IntegerField(_("Jumlah"), [optional(), NumberRange(1, MAX_QUANTITY)])
    unit = ChoiceField(_("Satuan"), Unit, [optional()], blank=_("Pilih"))
    rupiah = RupiahField(_("Nilai (Rp)"), [optional()])
    fund = ChoiceField(_("Sumber dana"), FundSource, [optional()], blank=_("Pilih"))


class PlanForm(AmountForm):
    """A plan: toward which goal, who, until when."""

    goal = StringField(_("Tujuan"), default="")
    what = StringField(_("Rincian"), default="")
    by_when = DayField(_("Batas waktu"), [needed(_("Isi batas waktunya."))])
    who = PickField(_("Petugas"), [optional()], choices=lambda: pairs(officers(), _("Pilih")))

    @property
    def values(self):
        told = super().values
        return told | {"owner": chosen(told.pop("who"))}


class KindForm(Form):
    """Which service: a basic one, or a programme of the ministry."""

    spm = ChoiceField(_("Layanan dasar (SPM)"), Spm, [optional()], blank=_("Pilih"))
    programme = ChoiceField(_("Program kementerian"), Programme, [optional()], blank=_("Bukan program kementerian"))


class NeedsForm(Form):
    """What the client needs, before or beside an assessment."""

    spm = ManyChoiceField(_("Layanan dasar yang dibutuhkan"), Spm, [needed(_("Pilih paling sedikit satu layanan."))])
    what = StringField(_("Rincian"), default="")


class NewForm(KindForm, PlanForm):
    """A new service of the plan."""


class DeliveryForm(AmountForm):
    """What was given, when, by whom, and what shows it."""

    at = NowField(_("Kapan diberikan"), [needed(_("Isi kapan layanan diberikan."))])
    who = PickField(_("Petugas"), [optional()], choices=lambda: pairs(officers(), _("Saya sendiri")))
    evidence = TextAreaField(_("Bukti atau catatan"), default="")

    @property
    def values(self):
        told = super().values
        return told | {"giver": chosen(told.pop("who"))}


class GivenForm(KindForm, DeliveryForm):
    """A service that was given before anybody planned it."""

    what = StringField(_("Rincian"), default="")
