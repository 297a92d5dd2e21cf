"""Letters begun and neither issued nor given up, as tasks for those whose records they are about."""
from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.correspondence.matters import Matter
from portal.correspondence.writing import Writing, meeting_of
from portal.desk.dated import by_day
from portal.desk.tasks import MOST, Task, Tasks, people_named
from portal.labels import label
from portal.letters.models import Letter
from portal.rules.correspondence import About, due_on
from portal.rules.letter import LetterState
from portal.rules.roles import May, may


@Tasks.source
def drafts(tasks):
    """One task a draft, in a fixed number of questions."""
    rows = list(tasks.own(Letter, Writing.of(tasks.user).where(Letter.state == LetterState.DRAFT)).order_by(Letter.id).limit(MOST))
    matters = Matter.of_each(rows, tasks.user)
    named = people_named([matter.record for matter in matters.values() if matter.about == About.REPORT])
    for row in rows:
        matter = matters[row.id]
        who = named.get(matter.record.id, matter.number) if matter.about == About.REPORT else matter.called
        yield Task(gettext("Terbitkan surat: %(kind)s", kind=label(row.kind)), matter.number, who, url_for("correspondence.show", id=row.id), None,
                   *by_day(_due(row)), matter.level, may(tasks.user.roles, May.ISSUE_LETTERS))


def _due(row):
    """The office's day by which a draft is issued or given up."""
    meeting = meeting_of(row)
    return due_on(clock.local(row.made_at).date(), meeting_on=meeting and clock.local(meeting).date())
