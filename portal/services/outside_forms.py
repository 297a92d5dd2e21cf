"""The forms of a child's place away from the parents; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from portal.cases.team import chosen, officers
from portal.fields import DayField, PickField, RadioChoiceField, needed, optional, pairs
from portal.forms import Form
from portal.rules.outside_family import CareKind


class OutsideForm(Form):
    """With whom the child is to live for a while, why, and until when."""

    care = RadioChoiceField(_("Bentuk pengasuhan"), CareKind, [needed(_("Pilih bentuk pengasuhannya."))])
    what = StringField(_("Di mana atau oleh siapa"), [needed(_("Tulis lembaga atau orang yang mengasuh."))])
    impossible = TextAreaField(_("Mengapa keluarga tidak dapat mengasuh"), [optional()])
    kin_tried = TextAreaField(_("Apa yang sudah dicoba pada kerabat"), [optional()])
    child_view = TextAreaField(_("Pandangan anak"), [needed(_("Tulis pandangan anak, atau mengapa ia belum dapat ditanya."))])
    goal = StringField(_("Tujuan"), [optional()])
    by_when = DayField(_("Mulai paling lambat"), [needed(_("Isi kapan paling lambat dimulai."))])
    review_on = DayField(_("Ditinjau paling lambat"), [needed(_("Isi kapan pengasuhan ini ditinjau."))])
    who = PickField(_("Petugas"), [optional()], choices=lambda: pairs(officers(), _("Pilih")))

    @property
    def values(self):
        told = super().values
        return told | {"owner": chosen(told.pop("who"))}


class ReviewForm(Form):
    """What was found when somebody looked, and when the next look is due."""

    text = TextAreaField(_("Apa yang ditemukan"), [needed(_("Tulis keadaan anak dan keluarganya sekarang."))])
    review_on = DayField(_("Ditinjau lagi paling lambat"), [needed(_("Isi kapan pengasuhan ini ditinjau lagi."))])
