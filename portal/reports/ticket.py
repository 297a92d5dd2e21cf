"""The ticket that a report came with: its number is ours only once, and whoever sent it is answered in time."""
from portal import clock
from portal.db import db, quoted
from portal.office.models import Office
from portal.office.opening import calendar
from portal.records import Revision
from portal.rules import report as life
from portal.rules import ticket
from portal.rules.channels import TICKETED, has_ticket
from portal.rules.refused import Refused
from portal.rules.report import ReportState

# The same as `unanswered`, as SQL.
UNANSWERED = f"report.replied_at IS NULL AND report.state <> '{ReportState.CANCELLED}' AND report.channel IN ({quoted(TICKETED)})"


class Ticketed:
    """The half of a Report that speaks of 171 and of SP4N-LAPOR!."""

    @classmethod
    def check_ticket(cls, told, received_at, but=None):
        """Refused when another report carries this ticket number or its moments can't be; nobody else writes until the unit ends.

        `told` are the details of a report, of which the ticket's are read.
        """
        db.lock()
        number = told.get("ticket")
        if number and cls.select().where(cls.ticket == number, cls.id != but).exists():
            raise Refused(life.Why.TICKET_TAKEN)
        ticket.check_moments(ticket_at=told.get("ticket_at"), received_at=received_at, due=told.get("reply_due"))

    @classmethod
    def with_ticket(cls, number, user, but=None):
        """The (other) report that carries this ticket number, if it exists for this person; else None."""
        return cls.visible_to(user).where(cls.ticket == number, cls.id != but).first() if number else None

    @property
    def is_ticketed(self):
        return has_ticket(self.channel)

    @classmethod
    def unanswered(cls):
        """The condition of reports whose sender still waits."""
        return cls.replied_at.is_null() & (cls.state != ReportState.CANCELLED) & cls.channel.in_([str(each) for each in TICKETED])

    @property
    def owes_reply(self):
        """Whether the sender of its ticket still waits for an answer."""
        return self.is_ticketed and self.replied_at is None and self.state != ReportState.CANCELLED

    @property
    def reply_limit(self):
        """When the reply is due (naive UTC): what the sender set, else by the office's own number of working days."""
        said = self.reply_due and clock.local(self.reply_due)
        return clock.utc(ticket.reply_due(clock.local(self.received_at), calendar(), Office.current().reply_days, said))

    def answer_sender(self, reply, *, by, at=None, seen=None):
        """Keep the reply that went back to the sender of the ticket; the one before stays among the revisions."""
        life.may_happen(at, self.received_at, clock.now())
        ticket.check_reply(reply, self.names)
        return self.change(by=by, seen=seen, reply=reply, replied_at=at or clock.now(), replied_by=by)

    @property
    def earlier_replies(self):
        """The words of the replies before the last one, the newest first."""
        rows = Revision.select().where(Revision.subject == self._meta.table_name, Revision.subject_id == self.id).order_by(Revision.version.desc())
        return [row.values["reply"] for row in rows if row.values.get("reply")]


def reply_limits(rows):
    """[(when the reply is due in naive UTC, id)] of [(report id, when it was received, what the sender set or None)], for lists."""
    hours, days = calendar(), Office.current().reply_days
    return [(clock.utc(ticket.reply_due(clock.local(at), hours, days, said and clock.local(said))), id) for id, at, said in rows]
