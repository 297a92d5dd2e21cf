"""The form on which a batch is cancelled: the reason, and for each of its people another course or none."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField

from portal.fields import PickField, needed, optional, pairs
from portal.forms import Form
from portal.labels import sentence
from portal.phrases import day

FIELD = "to_"


class CancellationForm(Form):
    """One list of courses per person who may be proposed elsewhere; nothing chosen lets them go."""

    reason = TextAreaField(_("Alasan pembatalan"), [needed(_("Tulis alasan pembatalannya."))])

    @classmethod
    def of(cls, leavers, batch, user):
        """The form for these Leavers, as this person may name them."""
        fields = {each.name: PickField(each.called(user), [optional()], choices=_courses(each)) for each in leavers if each.courses}
        return type("Cancellation", (cls,), fields)(data={"seen": batch.version})

    @property
    def values(self):
        """{"reason": …, "onward": {placement id: id of the batch chosen}}."""
        told = super().values
        return {"reason": told.pop("reason"), "onward": {int(name.removeprefix(FIELD)): int(course) for name, course in told.items() if course}}

    def _say(self, refused):
        """What stands against one proposal is said beside it."""
        name = refused.detail.pop("field", None)
        if name not in self:
            return super()._say(refused)
        self[name].errors = [*self[name].errors, sentence(refused)]
        return None


def _courses(leaver):
    return lambda: pairs(((each.id, _said(each)) for each in leaver.courses), gettext("Lepas dari angkatan ini"))


def _said(course):
    return gettext("Usulkan ke %(course)s, mulai %(day)s (%(free)s tempat kosong)", course=course.heading, day=day(course.starts),
                   free=max(course.seats - course.seats_taken, 0))
