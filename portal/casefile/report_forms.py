"""What is asked before a social report is printed, in shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField
from wtforms.validators import ValidationError

from portal.papers import PrintForm


class SocialReportForm(PrintForm):
    """One printing of the social report, which may leave the office."""

    initials = BooleanField(_("Inisial, bukan nama"))

    def validate_reveal(self, field):
        """A NIK names somebody as surely as a name does."""
        if field.data and self.initials.data:
            raise ValidationError(gettext("Dengan inisial NIK tidak dicetak. Pilih salah satu."))
