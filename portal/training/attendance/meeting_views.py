"""The pages of a course's days: all of them, one to be filled in, and one to be read."""
from functools import partial

from flask import g, url_for
from flask_babel import gettext

from portal import audit, clock, live
from portal.access import in_sight, needs
from portal.audit import Event
from portal.forms import StepForm
from portal.labels import label
from portal.lists import Listing
from portal.phrases import hindrance, to_the_second
from portal.rules.attendance import LETTER, Mark
from portal.rules.roles import May
from portal.training.attendance.meeting_forms import MeetingForm, RosterForm
from portal.training.attendance.meetings import Meeting, meetings_of
from portal.training.attendance.overtaken import caught_up, since
from portal.training.attendance.presence import participants
from portal.training.attendance.presence_due import unfilled_of
from portal.training.batches import Batch
from portal.training.frame import Frame
from portal.training.routes import bp
from portal.web import csrf, page, say, see_other

PAGE = 10


@bp.get("/batches/<int:id>/meetings")
@needs(May.READ_TRAINING)
def meetings(id):
    batch = in_sight(Batch, id)
    listing = Listing(Meeting, meetings_of(batch, g.user), sorts={"on": Meeting.on}, default="-on", size=PAGE)
    audit.note(Event.LISTED, batch, by=g.user, list="attendance")
    return page("training/meetings.html", batch=batch, frame=Frame(batch), listing=listing, people=participants(batch, g.user),
                unfilled=unfilled_of(batch, g.user), letters=list(LETTER.items()), today=clock.today().isoformat())


@bp.route("/batches/<int:id>/meetings/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_meeting(id):
    batch = in_sight(Batch, id)
    form = MeetingForm(data={"on": clock.today()})
    if meeting := form.makes(Meeting.hold, batch):
        return see_other(meeting.address)
    return page("training/meeting_form.html", form=form, batch=batch, frame=Frame(batch))


@bp.route("/batches/<int:id>/days/<on>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def attendance(id, on):
    meeting = Meeting.on_day(in_sight(Batch, id), on)
    roster = meeting.roster(g.user)
    form = RosterForm.of(roster, meeting, g.user)
    if form.changes(meeting.take):
        say(gettext("Kehadiran tersimpan."))
        return see_other("training.meetings", id=id)
    audit.note(Event.LISTED, meeting.batch, by=g.user, list="attendance", count=len(roster))
    return page("training/attendance.html", form=form, meeting=meeting, frame=Frame(meeting.batch), earlier=meeting.earlier(),
                refusal=hindrance(meeting.may_be_filled), beside=caught_up(form, meeting), letters=LETTER, numbered=list(enumerate(roster, 1)))


# The form's own key proves that one of our pages sent this, as for a draft.
@bp.post("/batches/<int:id>/days/<on>/marks")
@csrf.exempt
@needs(May.WRITE_TRAINING)
def keep_attendance(id, on):
    meeting = Meeting.on_day(in_sight(Batch, id), on)
    roster = meeting.roster(g.user)
    make = partial(RosterForm.of, roster, meeting, g.user)
    told = live.keep(make, lambda form, pen: meeting.take(by=g.user, seen=form.seen.data, **form.values), path=meeting.address, by=g.user)
    return told or _kept(id, on, roster)


def _kept(id, on, roster):
    meeting = Meeting.on_day(in_sight(Batch, id), on)
    form = RosterForm.of(roster, meeting, g.user, meta={"csrf": False})
    return page("training/_attendance_kept.html", form=form, meeting=meeting, roster=roster, since=since(form, meeting), letters=LETTER,
                beside={}, at=to_the_second(clock.machine()))


@bp.post("/batches/<int:id>/days/<on>/cancellation")
@needs(May.WRITE_TRAINING)
def call_off(id, on):
    form = StepForm()
    meeting = Meeting.on_day(in_sight(Batch, id), on).call_off(by=g.user, reason=form.reason.data or "")
    say(gettext("Tercatat: pertemuan ditiadakan."), undo=url_for("training.hold_again", id=id, on=on))
    return see_other("training.meetings", id=meeting.batch_id)


@bp.post("/batches/<int:id>/days/<on>/holding")
@needs(May.WRITE_TRAINING)
def hold_again(id, on):
    meeting = Meeting.on_day(in_sight(Batch, id), on).hold_again(by=g.user)
    say(gettext("Tercatat: pertemuan berlangsung."))
    return see_other(meeting.address)


@bp.get("/meetings/<int:id>")
@needs(May.READ_TRAINING)
def meeting(id):
    meeting = in_sight(Meeting, id)
    roster, marks = meeting.roster(g.user), meeting.marks()
    audit.note(Event.READ, meeting, by=g.user, count=len(roster))
    said = [marks[each.id].mark for each in roster if each.id in marks]
    return page("training/meeting.html", meeting=meeting, frame=Frame(meeting.batch), numbered=list(enumerate(roster, 1)), marks=marks,
                counts=[(label(mark), said.count(mark)) for mark in Mark])
