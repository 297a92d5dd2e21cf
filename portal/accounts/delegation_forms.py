"""The form of an order by which somebody acts for an official, and of its early end."""
from flask import g
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from portal import clock
from portal.accounts.delegations import Delegation
from portal.fields import DayField, PickField, RadioChoiceField, needed, optional, pairs
from portal.forms import Form
from portal.rules import delegation
from portal.rules.delegation import HANDED_DOWN, STANDS_IN, Why
from portal.rules.letter_number import SigningMode

VACANT = "vacant"
MODES = [mode for mode in SigningMode if mode in STANDS_IN | HANDED_DOWN]


class DelegationForm(Form):
    """A manager hands down their own authority; an admin writes down whose it is."""

    BESIDE = {Why.FOR_ONESELF: "user", Why.NOT_ABLE_TO_ACT: "user", Why.NOTHING_TO_LEND: "principal", Why.UNTIL_BEFORE_SINCE: "until",
              Why.OVER_ALREADY: "until", Why.TOO_LONG: "until", Why.OWN_POST_NEEDED: "title", Why.BETWEEN_NEEDED: "through", Why.TOO_FAR_DOWN: "mode",
              Why.NOT_YOUR_POST: "post", Why.ONE_AT_A_TIME: "since", Why.ACTS_ALREADY: "user"}

    principal = PickField(_("Yang diwakili"), [needed(_("Pilih siapa yang diwakili, atau bahwa jabatannya tidak ada pemegangnya di Sigap."))])
    user = PickField(_("Yang bertindak"), [needed(_("Pilih siapa yang bertindak."))])
    mode = RadioChoiceField(_("Selaku"), SigningMode, [needed(_("Pilih cara bertindaknya."))], only=MODES)
    post = StringField(_("Jabatan yang diwakili"), [needed(_("Tulis jabatan yang diwakili, misalnya Kepala Dinas Sosial.")), Length(max=120)])
    title = StringField(_("Jabatannya sendiri"), [optional(), Length(max=120)])
    rank = StringField(_("Pangkat/golongannya"), [optional(), Length(max=80)])
    through = StringField(_("Jabatan perantara (hanya untuk u.b.)"), [optional(), Length(max=120)])
    order_no = StringField(_("Nomor surat perintah"), [needed(_("Tulis nomor surat perintahnya.")), Length(max=80)])
    since = DayField(_("Mulai tanggal"), [needed(_("Tulis mulai kapan."))], default=clock.today)
    until = DayField(_("Sampai tanggal"), [needed(_("Tulis hari terakhirnya."))])

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.people = {str(each.id): each for each in Delegation.people()}
        self.user.choices = pairs(self._named(delegation.can_act, but=g.user), gettext("Pilih orangnya"))
        if delegation.records_others(g.user.held_roles):
            empty = (VACANT, gettext("Jabatan kosong, atau pejabatnya tidak memakai Sigap"))
            self.principal.choices = pairs([*self._named(delegation.lends), empty], gettext("Pilih yang diwakili"))
        else:
            del self.principal

    def _named(self, fit, but=None):
        """[(key, name)] of those whose granted roles are fit."""
        return [(key, named(each)) for key, each in self.people.items() if fit(each.held_roles) and each != but]

    @property
    def values(self):
        typed = super().values
        principal = self.people.get(typed.pop("principal")) if self.principal else g.user
        return {**typed, "user": self.people[typed["user"]], "principal": principal}


class EndingForm(Form):
    """Why a delegation ends before its last day."""

    BESIDE = {Why.REASON_NEEDED: "reason"}

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis mengapa diakhiri sebelum hari terakhirnya.")), Length(max=500)])


def named(user):
    return f"{user.name}, {user.title}" if user.title else user.name
