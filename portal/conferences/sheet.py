"""What the pages of case conferences offer and show: who can be chosen, the form filled anew, and one conference in facts."""
from flask import g
from flask_babel import force_locale, gettext

from portal.accounts.models import User
from portal.accounts.teams import open_office
from portal.conferences.forms import ConferenceForm, MinutesForm, SignForm
from portal.conferences.models import Conference
from portal.labels import label
from portal.office.models import Office
from portal.phrases import moment
from portal.rules.conference import ConferenceKind
from portal.rules.roles import May

SAME = ("at", "place", "kind", "chair_other", "officers", "assessed", "options", "child_view", "child_unasked", "conclusion")


def people():
    """The officers and managers of the office, by name."""
    return list(User.who_may(May.READ_CASES))


def responsible(case, everybody):
    """Those of them who see the case whole: only they can be given something to do about it."""
    if open_office() and not case.care_team.restricted:
        return everybody
    inside = {member.user_id for member in case.care_team.members()} | {user.id for user in User.who_may(May.DECIDE)}
    return [user for user in everybody if user.id in inside]


def new_form(case):
    """The form of a conference of this case; what the latest assessment says is there to be changed."""
    everybody = people()
    filled = {"note_taker": str(g.user.id), "assessed": summed(case)}
    return ConferenceForm(data=filled).offer(everybody, responsible(case, everybody))


def summed(case):
    """What is known of the assessment, in Indonesian, for the minutes are; empty without one."""
    with force_locale("id"):
        return "\n".join(text for tell in Conference.SUMMED if (text := tell(case)))


def form_of(conference):
    """The form filled with a conference; decisions that are settled stay as they are. Whoever was chosen before can be chosen still."""
    rows = [each for each in conference.resolutions if each.is_open]
    everybody = [*people(), *(user for user in conference.our_people if not user.active or not user.may(May.READ_CASES))]
    able = responsible(conference.case, everybody)
    gone = {row.user for row in rows if row.user} - set(able)
    filled = {name: getattr(conference, name) for name in SAME} | {
        "seen": conference.version, "chair": str(conference.chair_id or ""), "note_taker": str(conference.note_taker_id),
        "officers": [str(id) for id in conference.officers],
        "guests": [dict(zip(("name", "institution", "position"), guest, strict=True)) for guest in conference.guests],
        "resolutions": [{"key": str(row.id), "what": row.what, "user": str(row.user_id or ""), "person": row.person, "due": row.due} for row in rows]}
    return ConferenceForm(data=filled).offer(everybody, [*able, *gone])


def sheet(conference, *, sign=None):
    """Everything that the page of one conference shows."""
    shown = [(gettext("Waktu"), moment(conference.at)), (gettext("Tempat"), conference.place), (gettext("Jenis"), label(conference.kind)),
             (gettext("Pimpinan rapat"), conference.led_by), (gettext("Notulis"), conference.note_taker.name)]
    return {"conference": conference, "case": conference.case, "facts": shown, "people": conference.our_people,
            "resolutions": list(conference.resolutions), "form": sign or SignForm(obj=conference), "steps": conference.steps()}


def minutes_form(conference):
    """Initials leave the office; among ourselves the name may stand there."""
    return MinutesForm(data={"paper": Office.current().paper, "full_name": conference.kind == ConferenceKind.INTERNAL})
