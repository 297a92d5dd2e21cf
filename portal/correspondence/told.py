"""What pages of other records tell of letters: the reply to a ticket among what was done for a report."""
from portal.letters.models import Letter
from portal.reports.models import Report
from portal.rules.correspondence import About
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_kind import LetterKind


@Report.DONE.append
def replies(report, user):
    """The letters that answered the sender of its ticket, by number and day."""
    rows = Letter.whole_to(user).where(Letter.about == About.REPORT, Letter.about_id == report.id, Letter.kind == LetterKind.TICKET_REPLY,
                                       Letter.state == LetterState.ISSUED)
    return [(row.moment_of(LetterStep.ISSUE), f"surat balasan nomor {row.number} diterbitkan") for row in rows]
