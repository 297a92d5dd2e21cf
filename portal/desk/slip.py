"""The morning slip: what is due, on one sheet to tick off; on paper people are numbers and initials."""
from flask_babel import gettext

from portal import clock, papers
from portal.office.models import Office
from portal.rules.due import shares
from portal.rules.office import Paper

KIND = "day_slip"
LINES = {Paper.F4: 32, Paper.A4: 27}  # so many tasks fit on one sheet


def printed(user, paper):
    """One more copy of this person's slip."""
    return papers.printed(user, KIND, by=user, paper=paper or Office.current().paper, initials=True)


def contents(tasks, row):
    """What the paper shows of the day as it is now."""
    given = {when: (0, room) for when, room in shares(tasks.counts, LINES[Paper(row.paper)]).items() if room}
    groups = tasks.of(given)
    shown = sum(len(group.rows) for group in groups)
    return {"groups": groups, "more": tasks.count - shown, "shown": shown, "size": row.paper, "today": clock.today(),
            "tasks": tasks, "print": papers.last_line(row, gettext("lembar hari ini"), tasks.user)}
