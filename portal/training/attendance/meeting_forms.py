"""The forms of a course's days: shape only."""
from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import Length

from portal.fields import DayField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.attendance import Mark
from portal.training.attendance.marking import TOPIC, read, written
from portal.training.attendance.marking import line as line_of

# A mark, a colon and a reason of the usual length.
LONGEST_LINE = 240


class MeetingForm(Form):
    on = DayField(_("Tanggal"), [needed(_("Tulis tanggal pertemuan."))])
    topic = StringField(_("Materi"))


class RosterForm(Form):
    """A line for each participant: a mark, a reason, and `was`, what the page began with; everyone is present unless touched."""

    topic = StringField(_("Materi"))
    was_topic = HiddenField()

    @classmethod
    def of(cls, roster, meeting, user, **more):
        """The form for these placements, filled with what is known of the meeting; each line is called as this person may read the name."""
        marks, lines = meeting.marks(), {}
        for placement in roster:
            row = marks.get(placement.id)
            lines |= _line(placement.id, placement.name_for(user), (row.mark, row.note) if row else (Mark.PRESENT, ""))
        form = type("Roster", (cls,), lines)(obj=meeting, data={"was_topic": meeting.topic}, **more)
        form.begun = any(placement.id in marks for placement in roster)
        return form

    @property
    def people(self):
        """The ids of the placements on the page that was sent: somebody seated since does not stand on it, and an empty mark says nothing."""
        ids = [int(name.removeprefix("mark_")) for name in self._fields if name.startswith("mark_")]
        return [each for each in ids if self[f"mark_{each}"].raw_data and self[f"mark_{each}"].data]

    @property
    def counted(self):
        """[(Mark, how many lines of the page say so)], without those that nobody has."""
        said = [field.data for name, field in self._fields.items() if name.startswith("mark_")]
        return [(mark, said.count(mark)) for mark in Mark if mark in said]

    def parts(self, placement):
        """(mark, reason, what the page began with) of one participant."""
        return tuple(self[f"{part}_{placement.id}"] for part in ("mark", "note", "was"))

    def line(self, placement_id):
        """What the page says of one participant."""
        return line_of(self[f"mark_{placement_id}"].data, self[f"note_{placement_id}"].data)

    def begins_with(self, key, stands):
        """From now on the page knows what stands in one line."""
        field = self["was_topic" if key == TOPIC else f"was_{key}"]
        field.data = stands if key == TOPIC else written(stands)

    def shows(self, key, stands):
        """The page says what stands in one line."""
        if key == TOPIC:
            self.topic.data = stands
        else:
            self[f"mark_{key}"].data, self[f"note_{key}"].data = stands
        self.begins_with(key, stands)

    @property
    def values(self):
        """What Meeting.take asks: the lines, the topic, what the page began with (None where it does not say), and which page it is."""
        looked = {each: read(self[f"was_{each}"].data) for each in self.people if self[f"was_{each}"].raw_data} | {TOPIC: self.was_topic.data}
        return {"marks": {each: self.line(each) for each in self.people}, "topic": self.topic.data, "looked": looked,
                "pen": request.form.get("pen", "")}


def _line(id, name, known):
    mark, note = known
    return {
        f"mark_{id}": RadioField(name, [optional()], coerce=lambda value: Mark(value) if value else None, choices=_marks, default=mark),
        f"note_{id}": StringField(gettext("Keterangan %(name)s", name=name), default=note),
        f"was_{id}": HiddenField(validators=[Length(max=LONGEST_LINE)], default=written(known)),
    }


def _marks():
    return pairs((mark, label(mark)) for mark in Mark)
