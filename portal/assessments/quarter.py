"""All special considerations of a quarter, as far as a person sees their cases whole: when, whose, why, and what came of each."""
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time

from flask_babel import gettext, pgettext
from peewee import JOIN

from portal import clock
from portal.accounts.models import User
from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.decisions.models import Decision
from portal.labels import label
from portal.office.openings import standing
from portal.phrases import day
from portal.rules.consideration import ConsiderationReason, ConsiderationState
from portal.rules.decile import DtsenStatus
from portal.rules.quarter import since

DECIDED = (ConsiderationState.APPROVED, ConsiderationState.REFUSED, ConsiderationState.RETURNED)


@dataclass(frozen=True)
class Line:
    """One consideration as the list tells it; `decision` is the latest proposal, with what was frozen in it."""

    consideration: Consideration
    decision: Decision | None
    update: DtsenUpdate | None
    outside: str

    @property
    def case(self):
        return self.consideration.case

    @property
    def asked_on(self):
        return clock.local(self.consideration.asked_at).date()

    @property
    def dtsen(self):
        """What DT-SEN said when it was asked, whatever it says by now."""
        told = self.decision.asked if self.decision else {}
        if "status" in told:
            return standing(DtsenStatus(told["status"]), told["decile"])
        frozen = dict(self.decision.snapshot) if self.decision else {}
        return " ".join(part for part in (frozen.get("DT-SEN", ""), frozen.get("Desil", "")) if part)

    @property
    def programme(self):
        return label(self.consideration.programme) if self.consideration.programme else gettext("Semua program")

    @property
    def decided(self):
        """(name, day) of who decided it as it stands now; None while nobody has."""
        row = self.decision if self.consideration.state in DECIDED else None
        return (row.decider, clock.local(row.decided_at).date()) if row and row.decided_by_id else None

    @property
    def answer(self):
        """What the Sentra answered, as it was told or as its referral stands; that nobody was asked yet; nothing where none is asked."""
        one = self.consideration
        if not one.coordination:
            return ""
        told = f"{one.institution}: {one.answer}" if one.answer else one.institution
        return "; ".join(part for part in (told, self.outside) if part) or gettext("Belum dikoordinasikan")

    @property
    def updated(self):
        """How the proposal to put DT-SEN right stands, with its day."""
        if self.update is None:
            return ""
        when = self.update.decided_on or self.update.proposed_on
        return f"{label(self.update.state)}{', ' + day(when) if when else ''}"


    @property
    def row(self):
        """The same for a table that leaves the office, without names: what the Sentra wrote may hold one, so only that it answered is told."""
        one, update = self.consideration, self.update
        days = [self.decided[1] if self.decided else None, *(update and getattr(update, name) for name in ("proposed_on", "decided_on"))]
        decided, proposed, settled = [each.isoformat() if each else "" for each in days]
        return [self.asked_on.isoformat(), self.case.number, self.dtsen, str(self.programme), str(label(one.reason)), str(label(one.state)), decided,
                str(label(one.coordination)) if one.coordination else "", str(label(update.state)) if update else "", proposed, settled]


def heads():
    """The heads of the columns of `Line.row`."""
    return [gettext("Tanggal"), pgettext("satu", "Kasus"), gettext("DT-SEN"), gettext("Program"), gettext("Alasan"), gettext("Keadaan"),
            gettext("Diputuskan"), gettext("Jawaban Sentra"), gettext("Usul DT-SEN"), gettext("Tanggal usul"), gettext("Tanggal hasil")]


def lines(user, quarter):
    """The Lines of a Quarter, the first asked first, in a fixed number of questions; restricted cases of others are absent."""
    rows = list(Consideration.whole_to(user).where(Consideration.asked_at >= _moment(quarter.first), Consideration.asked_at < _moment(quarter.end))
                .order_by(Consideration.asked_at, Consideration.id))
    ids = [row.id for row in rows]
    decisions, updates = _decisions(ids), {row.consideration_id: row for row in
                                           DtsenUpdate.select().where(DtsenUpdate.consideration.in_(ids)).order_by(DtsenUpdate.id)}
    outside = {key: words for tell in Consideration.ANSWERS for key, words in tell(rows).items()}
    return [Line(row, decisions.get(row.id), updates.get(row.id), outside.get(row.id, "")) for row in rows]


def _decisions(ids):
    """{id: the latest proposal about it, with who decided}."""
    rows = (Decision.select(Decision, User).join(User, JOIN.LEFT_OUTER, on=Decision.decided_by)
            .where(Decision.subject == Consideration._meta.table_name, Decision.subject_id.in_(ids)).order_by(Decision.id))
    return {row.subject_id: row for row in rows}


def _moment(first):
    """The beginning of a local day as naive UTC."""
    return clock.utc(datetime.combine(first, time()))


def quarters(user):
    """The Quarters that can be chosen: from the first consideration that this person sees to today, the latest first."""
    first = Consideration.whole_to(user).order_by(Consideration.asked_at).first()
    return since(clock.local(first.asked_at if first else clock.now()).date(), clock.today())


def counted(found):
    """[(reason in words, how many)] in the order of the reasons, only those that occur."""
    counts = Counter(line.consideration.reason for line in found)
    return [(label(reason), counts[reason]) for reason in ConsiderationReason if counts[reason]]


def summed(found):
    """[(state in words, how many)] in the order of the states, only those that occur."""
    counts = Counter(line.consideration.state for line in found)
    return [(label(state), counts[state]) for state in ConsiderationState if counts[state]]


def named(quarter):
    """Triwulan I 2026."""
    return gettext("Triwulan %(number)s %(year)s", number=("I", "II", "III", "IV")[quarter.number - 1], year=quarter.year)
