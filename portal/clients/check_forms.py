"""What is asked of a look into DT-SEN, in shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField

from portal.clients.fields import DigitsField
from portal.clients.forms import GroupForm
from portal.fields import ChoiceField, DayField, ManyField, PickField, RadioChoiceField, needed, optional, pairs
from portal.rules.decile import DECILES, DtsenSource, DtsenStatus

SAID = [each for each in DtsenStatus if each != DtsenStatus.NOT_CHECKED]
BY_HAND = [each for each in DtsenSource if each != DtsenSource.EXTRACT]


class CheckForm(GroupForm):
    """What DT-SEN said when somebody looked. `record` is the check that is put right, or None."""

    status = RadioChoiceField(_("Hasil"), DtsenStatus, [needed(_("Pilih hasilnya."))], only=SAID)
    decile = PickField(_("Desil"), [optional()])
    checked_on = DayField(_("Dicek pada"), [needed(_("Tulis tanggal pengecekan, misalnya hari ini."))])
    source = ChoiceField(_("Dicek di"), DtsenSource, [needed(_("Pilih tempat pengecekan."))], only=BY_HAND)

    def __init__(self, *args, record=None, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.decile.choices = pairs(((each, each or gettext("0, belum diperingkat")) for each in DECILES), blank="")
        if record is not None and not self.is_submitted():
            self.decile.data = "" if record.decile is None else str(record.decile)

    @property
    def values(self):
        told = super().values
        return told | {"decile": int(told["decile"]) if told["decile"] else None}


class DtsenForm(CheckForm):
    """A new look."""

    family_card = DigitsField(_("Nomor kartu keluarga yang dicek"), [optional()], digits=16)
    note = TextAreaField(_("Catatan bukti"), [optional()])

    @property
    def values(self):
        told = super().values
        return told | {"family_card": told["family_card"] or ""}


class CorrectionForm(CheckForm):
    """What was written down wrongly of an earlier look; the card stays masked, and as it is unless typed anew or emptied."""

    SECRETS = {"family_card": _("Nomor kartu keluarga yang dicek")}
    source = ChoiceField(_("Dicek di"), DtsenSource, [needed(_("Pilih tempat pengecekan."))])
    new_family_card = DigitsField(_("Nomor kartu keluarga yang dicek"), [optional()], digits=16)
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])
    note = TextAreaField(_("Catatan bukti"), [optional()])
