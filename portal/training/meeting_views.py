"""The pages of a course's days: a new meeting, and who was there."""
from flask import g
from flask_babel import gettext

from portal import audit, clock
from portal.access import needs
from portal.audit import Event
from portal.rules.placement import LETTER, Mark
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.blueprint import bp
from portal.training.forms import MeetingForm, RosterForm
from portal.training.meetings import Meeting
from portal.web import page, say, see_other


@bp.route("/batches/<int:id>/meetings/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_meeting(id):
    batch = Batch.visible_to(g.user).where(Batch.id == id).get()
    form = MeetingForm(data={"on": clock.today()})
    if form.validate_on_submit() and (meeting := form.attempt(Meeting.hold, batch, by=g.user, **form.values)):
        return see_other("training.attendance", id=meeting.id)
    return page("training/meeting_form.html", form=form, batch=batch)


@bp.route("/meetings/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def attendance(id):
    meeting = Meeting.visible_to(g.user).where(Meeting.id == id).get()
    roster = meeting.roster(g.user)
    form = RosterForm.of(roster, meeting)
    if form.validate_on_submit():
        meeting.take(form.marks, by=g.user, seen=form.seen.data or None)
        say(gettext("Kehadiran tersimpan."))
        return see_other("training.batch", id=meeting.batch_id)
    audit.note(Event.READ, meeting, by=g.user, count=len(roster))
    return page("training/attendance.html", form=form, meeting=meeting, roster=roster, earlier=meeting.earlier(),
                letters=[LETTER[mark] for mark in Mark])
