"""What a referral still asks for and by when, for its own page, the lists of tasks, and whether silence has begun."""
from datetime import date, datetime
from itertools import chain

from peewee import fn

from portal import clock
from portal.db import db, quoted
from portal.office.models import Office
from portal.office.opening import calendar
from portal.records import Transition
from portal.rules import referral_due as rules
from portal.rules import referral_terms as terms
from portal.rules.institution_kinds import takes_in
from portal.rules.levels import Level
from portal.rules.referral import AnswerState, AnswerStep, InstitutionKind, PaperState, PaperStep

REMEMBERED = 20_000
_kept = {"hours": None, "rest": None, "known": {}}
COUNTED = {str(step): step for step in (PaperStep.APPROVE, PaperStep.ISSUE, *chain.from_iterable(steps for _, steps in rules.OUTSIDE.values()))}
AWAITED = (f"referral.paper_state = '{PaperState.APPROVED}' OR referral.handed_at IS NOT NULL AND referral.letter_id IS NULL "
           f"OR referral.paper_state = '{PaperState.ISSUED}' AND referral.sent_at IS NULL OR referral.answer_state IN ({quoted(rules.OUTSIDE)}) "
           f"AND NOT (referral.answer_state IN ({quoted(rules.ENDED_WITHOUT)}) AND referral.instead <> '')")
READ = ("referral.id, referral.paper_state, referral.answer_state, referral.letter_id, referral.handed_at, referral.sent_at, referral.promised_on, "
        'referral.answer_by, referral.instead, referral.urgent, "case".level, institution.kind, EXISTS (SELECT 1 FROM referral AS next '
        f"WHERE next.follows_id = referral.id AND next.paper_state <> '{PaperState.CANCELLED}')")


class Due:
    """For a Referral: its course as the rule reads it, and what is owed now."""

    @classmethod
    def awaited(cls, user):
        """Those with which somebody of this person's has or may have something to do; the rule says what, and by when."""
        to_issue = (cls.paper_state == PaperState.APPROVED) | (cls.handed_at.is_null(False) & cls.letter.is_null())
        to_send = (cls.paper_state == PaperState.ISSUED) & cls.sent_at.is_null()
        settled = cls.answer_state.in_(rules.ENDED_WITHOUT) & (cls.instead != "")
        return cls.whole_to(user).where(to_issue | to_send | cls.answer_state.in_(list(rules.OUTSIDE)) & ~settled)

    @classmethod
    def courses_of(cls, rows):
        """{id: Course} of these referrals, in two questions."""
        moments, followed = cls._moments_of(rows), cls._followed(rows)
        return {row.id: row.course(moments.get(row.id, {}), row.id in followed) for row in rows}

    @classmethod
    def _moments_of(cls, rows):
        """{id: {step: when it happened last, naive local}}."""
        steps = {str(step): step for step in (*AnswerStep, *PaperStep)}
        last = (Transition.select(Transition.subject_id, Transition.step, fn.MAX(Transition.occurred_at))
                .where(Transition.subject == cls._meta.table_name, Transition.subject_id.in_([row.id for row in rows]))
                .group_by(Transition.subject_id, Transition.step).tuples())
        found = {}
        for id, step, at in last:
            if step in steps:
                found.setdefault(id, {})[steps[step]] = clock.local(at)
        return found

    @classmethod
    def _followed(cls, rows):
        """The ids of those that another referral follows."""
        after = cls.select(cls.follows).where(cls.follows.in_([row.id for row in rows]), cls.paper_state != PaperState.CANCELLED)
        return {row.follows_id for row in after}

    def course(self, moments, followed):
        """How it stands, as the rule reads it."""
        return rules.Course(
            self.paper_state, self.answer_state, moments, emergency=self.is_emergency, handed_at=self.handed_at and clock.local(self.handed_at),
            numbered=self.letter_id is not None, sent=self.sent_at is not None, promised=self.promised_on, asked_by=self.answer_by,
            settled=followed or bool(self.instead), takes_in=self.institution.takes_in)

    @property
    def owed(self):
        """[(Owed, limit in naive UTC)] of what is to be done next."""
        return limits(type(self).courses_of([self])[self.id], calendar())

    @property
    def answer_limit(self):
        """When the institution's answer, or its next word on the waiting list, is late (naive UTC); None while none is waited for."""
        return next((limit for what, limit in self.owed if what in (rules.Owed.ANSWER, rules.Owed.PLACE)), None)

    @property
    def is_silent(self):
        """Whether the time to answer is over."""
        return rules.is_overdue(self.answer_limit, clock.now())

    def check_silent(self):
        """Refused while there is time to answer."""
        rules.check_silent(self.answer_limit, clock.now())

    @property
    def owes_paper(self):
        """Whether the child went before the letter: then the letter is due, even after a refusal."""
        return rules.owes_letter(handed=self.handed_at is not None, numbered=self.letter_id is not None, paper=self.paper_state)

    @property
    def paper_due(self):
        """When that letter must be issued (naive UTC), or None when no letter is owed."""
        return clock.utc(terms.paper_due(clock.local(self.handed_at), calendar())) if self.owes_paper else None


def owed_among(source):
    """[(limit in naive UTC, referral id, Owed)] of those with which somebody may have something to do, for lists that read no more.

    `source`: referrals with their case and institution, SQL from FROM on, ending in conditions. Two questions; what was worked out stays.
    """
    waiting, moments = f"{source} AND ({AWAITED})", {}
    rows = db.ask(f"SELECT {READ} {waiting}", ())  # noqa: S608 our own names
    for id, step, at in db.ask("SELECT subject_id, step, MAX(occurred_at) FROM transition WHERE subject = 'referral' "  # noqa: S608 our own names
                               f"AND subject_id IN ({', '.join(str(row[0]) for row in rows) or 'NULL'}) AND step IN ({quoted(COUNTED)}) "
                               "GROUP BY subject_id, step", ()):
        moments.setdefault(id, []).append((step, at))
    by = calendar(), times()
    known, found = _remembered(by), []
    for id, *values in rows:
        course = (*values, *moments.get(id, ()))
        if course not in known:
            known[course] = _owed(values, moments.get(id, ()), *by)
        found += [(limit, id, what) for what, limit in known[course]]
    return found


def _owed(values, moments, hours, waited):
    """[(Owed, limit in naive UTC)] of a referral as the database keeps it."""
    course = _course({COUNTED[step]: clock.local(datetime.fromisoformat(at)) for step, at in moments}, *values)
    return [(what, clock.utc(limit)) for what, limit in rules.owed(course, hours, waited)]


def _remembered(by):
    """What was worked out by this calendar and these times in the office's zone; with another one, or when it is much, all is forgotten."""
    hours, *rest = *by, clock.local(datetime.min)
    if _kept["hours"] is not hours or _kept["rest"] != rest or len(_kept["known"]) > REMEMBERED:
        _kept.update(hours=hours, rest=rest, known={})
    return _kept["known"]


def _course(moments, paper, answer, letter, handed_at, sent_at, promised, asked_by, instead, urgent, level, kind, followed):
    return rules.Course(
        PaperState(paper), AnswerState(answer), moments, emergency=bool(urgent) or level == Level.EMERGENCY,
        handed_at=handed_at and clock.local(datetime.fromisoformat(handed_at)), numbered=letter is not None, sent=sent_at is not None,
        promised=promised and date.fromisoformat(promised), asked_by=asked_by and date.fromisoformat(asked_by),
        settled=bool(followed or instead), takes_in=takes_in(InstitutionKind(kind)))


def limits(course, hours):
    """[(Owed, limit in naive UTC)] of a Course, by the office's calendar and the times it has set."""
    return [(what, clock.utc(limit)) for what, limit in rules.owed(course, hours, times())]


def times():
    """The rules.Times that the office has set."""
    office = Office.current()
    return rules.Times(office.answer_hours, office.answer_days, office.feedback_days)
