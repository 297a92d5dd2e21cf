"""The pages of a course's days: a new meeting, and who was there."""
from flask import g
from flask_babel import gettext

from portal import audit, clock
from portal.access import in_sight, needs
from portal.audit import Event
from portal.rules.placement import LETTER, Mark
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.forms import MeetingForm, RosterForm
from portal.training.meetings import Meeting
from portal.training.routes import bp
from portal.web import page, say, see_other


@bp.route("/batches/<int:id>/meetings/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_meeting(id):
    batch = in_sight(Batch, id)
    form = MeetingForm(data={"on": clock.today()})
    if meeting := form.makes(Meeting.hold, batch):
        say(gettext("Pertemuan tersimpan. Isi kehadirannya."))
        return see_other("training.attendance", id=meeting.id)
    return page("training/meeting_form.html", form=form, batch=batch)


@bp.route("/meetings/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def attendance(id):
    meeting = in_sight(Meeting, id)
    roster = meeting.roster(g.user)
    form = RosterForm.of(roster, meeting)
    if form.changes(meeting.take):
        say(gettext("Kehadiran tersimpan."))
        return see_other("training.batch", id=meeting.batch_id)
    audit.note(Event.READ, meeting, by=g.user, count=len(roster))
    return page("training/attendance.html", form=form, meeting=meeting, roster=roster, earlier=meeting.earlier(),
                letters=[LETTER[mark] for mark in Mark])
