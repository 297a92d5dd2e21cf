"""What is typed to choose any days for a table of figures."""
from flask_babel import lazy_gettext as _

from portal.fields import DayField, optional
from portal.forms import Form
from portal.rules.period import Why, free


class DaysForm(Form):
    """Sent by GET, changes nothing; both days or none."""

    TOKEN = False
    BESIDE = {Why.ENDS_FIRST: "until", Why.TOO_LONG: "until"}
    since = DayField(_("Dari tanggal"), [optional()])
    until = DayField(_("Sampai tanggal"), [optional()])

    class Meta(Form.Meta):
        csrf = False

    def validate(self, extra_validators=None):
        """Whether both can be read, or neither was typed; the one that is missing is asked for."""
        whole = super().validate(extra_validators)
        typed = [field for field in (self.since, self.until) if field.raw_data and field.raw_data[0].strip()]
        if whole and len(typed) == 1:
            missing = self.until if typed[0] is self.since else self.since
            missing.errors = [*missing.errors, _("Tulis juga tanggal ini.")]
        return whole and len(typed) != 1

    def period(self):
        """The Period that was typed, or None; a refusal stands beside the last day."""
        return self.attempt(free, self.since.data, self.until.data) if self.validate() and self.since.data else None
