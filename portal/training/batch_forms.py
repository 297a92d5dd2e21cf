"""The form of a batch: its dates, its seats, its plan and who looks after it; shape only."""
from flask_babel import gettext, lazy_pgettext
from flask_babel import lazy_gettext as _
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, NumberRange

from portal.cases.team import chosen, officers
from portal.fields import ChoiceField, DayField, ManyField, PickField, needed, optional, pairs
from portal.forms import Form
from portal.phrases import weekday_names
from portal.rules.course import Why
from portal.rules.placement import Why as PlaceWhy
from portal.rules.service import FundSource

# What the next batch takes over from the one before, and what stands still once a course is over: the rest of it may have been written down wrongly.
TAKEN_OVER = ("days", "sessions", "hours_per_day", "place", "funding")
SETTLED = ("starts", "ends", "join_until", "seats", "days")


class BatchForm(Form):
    """The programme is chosen once: an edit leaves it out. Hours and funding left empty are the programme's."""

    BESIDE = {PlaceWhy.ENDS_FIRST: "ends", PlaceWhy.SEATS_TAKEN: "seats", Why.TOO_LONG: "ends", Why.JOIN_AFTER_END: "join_until",
              Why.HELD_BEFORE: "starts"}

    programme = PickField(_("Program"), [needed(_("Pilih programnya."))])
    starts = DayField(_("Mulai"), [needed(_("Tulis tanggal mulai."))])
    ends = DayField(lazy_pgettext("tanggal", "Selesai"), [needed(_("Tulis tanggal selesai."))])
    seats = IntegerField(_("Kuota"), [InputRequired(_("Tulis jumlah tempat.")), NumberRange(1, 500)])
    join_until = DayField(_("Batas bergabung"), [optional()])
    days = ManyField(_("Hari belajar"), [optional()], coerce=int, choices=weekday_names)
    sessions = IntegerField(_("Jumlah pertemuan"), [optional(), NumberRange(1, 999)])
    hours_per_day = IntegerField(_("Jam per hari, bila berbeda dari programnya"), [optional(), NumberRange(1, 12)])
    place = StringField(_("Tempat, bila berbeda dari programnya"))
    funding = ChoiceField(_("Sumber dana, bila berbeda dari programnya"), FundSource, [optional()], blank=_("Seperti programnya"))
    keeper = PickField(_("Penanggung jawab"), [optional()])

    @classmethod
    def begun(cls, user, programmes, programme=None, before=None):
        """The form of a new batch of one of these programmes: `programme` (an id), or what follows another, with all but dates and seats."""
        told = {name: getattr(before, name) for name in TAKEN_OVER} | {"programme": str(before.programme_id)} if before else {"programme": programme}
        form = cls(data=told)
        form.programme.choices = pairs(((each.id, f"{each.name} – {each.provider}") for each in programmes), gettext("Pilih program"))
        return form._kept_by(before.keeper if before and before.keeper and before.keeper.active else user)

    @classmethod
    def about(cls, batch):
        """The form of a batch that is there, with what can still be said about it."""
        form = cls(obj=batch)
        del form.programme
        for name in SETTLED if batch.is_over else ():
            del form[name]
        return form._kept_by(batch.keeper)

    def _kept_by(self, keeper):
        """Let an officer be chosen to look after it, or this person, whatever became of them."""
        people = officers()
        known = people if keeper is None or keeper.id in dict(people) else [*people, (keeper.id, keeper.name)]
        self.keeper.choices = pairs(known, gettext("Belum ditentukan"))
        if not (self.is_submitted() or self.carries_on):
            self.keeper.data = str(keeper.id) if keeper else None
        return self

    @property
    def values(self):
        typed = super().values
        return {**typed, "keeper": chosen(typed["keeper"])} | ({"days": sorted(typed["days"] or [])} if "days" in typed else {})
