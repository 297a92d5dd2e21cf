"""What is typed about the ticket of a report, and of the reply to it; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from portal import clock
from portal.fields import ChoiceField, MomentField, RadioChoiceField, needed, optional
from portal.forms import Form
from portal.rules.channels import has_ticket
from portal.rules.telling import TellingWay
from portal.rules.ticket import TicketSender, Why


class TicketFields:
    """The ticket as its sender wrote it; only 171 and SP4N-LAPOR! give one."""

    ticket = StringField(_("Nomor tiket"), [optional(), Length(max=40)])
    ticket_at = MomentField(_("Diterima 171 pada"), [optional()])
    ticket_from = ChoiceField(_("Tiket dikirim oleh"), TicketSender, [optional()])
    ticket_by = StringField(_("Nama pengirim tiket"), [optional()])
    reply_due = MomentField(_("Tenggat balasan"), [optional()])
    TICKET = ("ticket_at", "ticket_from", "ticket_by", "reply_due")

    def validate_ticket(self, field):
        if self._without_ticket:
            raise ValidationError(gettext("Nomor tiket hanya untuk laporan dari 171 atau SP4N-LAPOR!. Pilih salurannya, atau kosongkan nomor ini."))

    def _about_ticket(self, field):
        if self._without_ticket:
            raise ValidationError(gettext("Hanya untuk laporan dari 171 atau SP4N-LAPOR!. Pilih salurannya, atau kosongkan isian ini."))

    validate_ticket_at = validate_ticket_from = validate_ticket_by = validate_reply_due = _about_ticket

    @property
    def _without_ticket(self):
        return self.channel.data is not None and not has_ticket(self.channel.data)


class ReplyForm(Form):
    """What was answered to the sender of the ticket."""

    reply = TextAreaField(_("Isi balasan"), [needed(_("Tulis isi balasannya."))])
    at = MomentField(_("Dikirim pada"), [needed(_("Tulis kapan balasan dikirim, misalnya sekarang."))], default=clock.now)


class TellingForm(Form):
    """What was told to whoever reported, and how."""

    BESIDE = {Why.NIK_IN_REPLY: "words", Why.NAME_IN_REPLY: "words"}
    way = RadioChoiceField(_("Lewat"), TellingWay, [needed(_("Pilih lewat apa pelapor dikabari."))])
    words = TextAreaField(_("Yang disampaikan"), [needed(_("Tulis apa yang disampaikan."))])
    at = MomentField(_("Disampaikan pada"), [needed(_("Tulis kapan disampaikan, misalnya sekarang."))], default=clock.now)
