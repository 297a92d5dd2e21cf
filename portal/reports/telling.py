"""A reporter is told the outcome: when, by which way, by whom, and in which words, none of which tell who the client is."""
from flask_babel import force_locale
from peewee import DateTimeField, ForeignKeyField, TextField, fn

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, db
from portal.labels import label
from portal.office.models import Office
from portal.office.opening import calendar
from portal.phrases import local_day
from portal.records import Table, Transition
from portal.reports.models import Report
from portal.rules import report as life
from portal.rules import telling as rules
from portal.rules.telling import Outcome, TellingWay
from portal.rules.ticket import check_reply


class Telling(Table):
    """One time that a reporter was told; what was said stays as it was said."""

    report = ForeignKeyField(Report, backref="tellings")
    at = DateTimeField()
    way = Choice(TellingWay)
    words = TextField()
    by = ForeignKeyField(User, backref="tellings")

    @classmethod
    def keep(cls, report, *, by, way, words, at=None, seen=None):
        """The reporter was told so, at `at` (naive UTC, default now); refused when the words name anybody it is about."""
        db.lock()
        report.check_seen(seen)
        rules.check_telling(report.state, can_be_told=is_reachable(report))
        life.may_happen(at, report.received_at, clock.now())
        check_reply(words, report.names)
        audit.record(Event.TOLD, report, by=by, way=way)
        return cls.create(report=report, at=at or clock.now(), way=way, words=words, by=by)

    @classmethod
    def of(cls, report):
        """Those of one report, the latest first, each with who told."""
        return list(cls.select(cls, User).join(User).where(cls.report == report).order_by(cls.at.desc(), cls.id.desc()))

    @classmethod
    def wanted(cls, user):
        """The reports whose reporter asked to be told and has not been since the outcome was known, of those this person sees whole."""
        known = (Transition.select(fn.MAX(Transition.occurred_at))
                 .where(Transition.subject == Report._meta.table_name, Transition.subject_id == Report.id))
        told = cls.select().where(cls.report == Report.id, cls.at >= known)
        known_by = (Report.reporter_name != "") | (Report.reporter_phone != "") | Report.channel.in_(list(rules.ANSWERABLE))
        return Report.whole_to(user).where(Report.reporter_asked.in_([True]), Report.state.in_(rules.ENDS), known_by, ~fn.EXISTS(told))


def is_reachable(report):
    """Whether there is anybody to tell."""
    return rules.reachable(name=report.reporter_name, phone=report.reporter_phone, channel=report.channel)


def ready(report):
    """The sentence to say or to send, in Indonesian: that it ended and in general how, nothing of who, where or what."""
    ended = rules.outcome(report.state, [each.case.is_open for each in report.case_reports])
    office = Office.current()
    with force_locale("id"):
        said = str(label(ended)) % ({"to": report.handed_to} if ended == Outcome.OUTSIDE else {})
        return "\n".join((
            f"Terima kasih atas laporan Anda tanggal {local_day(report.received_at)} (nomor {report.number}). {said}",
            "Demi melindungi yang dilaporkan, rinciannya tidak dapat kami sampaikan. Bila melihat hal serupa, hubungi kami lagi"
            f"{f' di {office.phone}' if office.phone else ''}.",
            f"{office.name} {office.government}".strip()))


def limits(reports):
    """{report id: when its reporter is to be told (naive UTC)}, in one question."""
    known = (Transition.select(Transition.subject_id, fn.MAX(Transition.occurred_at))
             .where(Transition.subject == Report._meta.table_name, Transition.subject_id.in_([report.id for report in reports]))
             .group_by(Transition.subject_id).tuples())
    hours, days = calendar(), Office.current().reply_days
    return {id: clock.utc(rules.tell_by(clock.local(at), hours, days)) for id, at in known}
