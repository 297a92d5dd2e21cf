"""How reports come in, and what becomes of them."""
from datetime import timedelta

from bench.office.rows import NOW, Days, weighed
from portal import clock
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.channels import TICKETED, Channel
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.numbers import Book
from portal.rules.report import PersonOutcome, ReporterRelation, ReportState, ReportStep
from portal.rules.ticket import TicketSender
from portal.rules.triage import Flag, FlagAnswer, report_level

CHANNELS = {Channel.HOTLINE_171: 9, Channel.TELEPHONE: 16, Channel.WHATSAPP: 20, Channel.WALK_IN: 14, Channel.OUTREACH: 12, Channel.SATPOL_PP: 7,
            Channel.POLICE: 4, Channel.VILLAGE: 6, Channel.SCHOOL: 3, Channel.CLINIC: 3, Channel.SP4N: 2, Channel.INSTITUTION: 2,
            Channel.SOCIAL_MEDIA: 1, Channel.OTHER_REGION: .7, Channel.OTHER: .5}
DANGER = {Danger.NO: 84, Danger.UNKNOWN: 12, Danger.YES: 4}
ENDS = {ReportState.HANDED_OVER: 4, ReportState.OUTSIDE: 3, ReportState.UNFOUNDED: 3, ReportState.CANCELLED: 2, ReportState.VERIFIED: 2}
STEP = {ReportState.HANDED_OVER: ReportStep.HAND_OVER, ReportState.OUTSIDE: ReportStep.PUT_OUTSIDE, ReportState.UNFOUNDED: ReportStep.FIND_UNFOUNDED,
        ReportState.CANCELLED: ReportStep.CANCEL}
PLACES = "Terminal Pasar Simpang Pelabuhan Alun-alun Stasiun Jembatan Pertokoan Taman".split()
DOES = "mengamen memulung meminta-minta tidur menjual sakit bertengkar tersesat".split()
FIND = {Level.EMERGENCY: .35, Level.URGENT: 2.5, Level.ORDINARY: 5, Level.MONITORING: 6}  # hours on average
HAD_BY_NOW = timedelta(days=4)


class Desk:
    """Receives reports and lets them go."""

    def __init__(self, rows, staff, people):
        self.rows, self.staff, self.people, self.chance, self.days = rows, staff, people, rows.chance, Days(rows.chance)

    def receive(self, at, place, persons, *, restricted=False):
        """A report as it came in, triaged at once or nearly so; `persons` are what it tells of each."""
        chance, channel = self.chance, weighed(self.chance, CHANNELS)
        danger, alone = weighed(chance, DANGER), chance.random() < .04
        flags = {flag: self._answer() for flag in Flag}
        information = chance.random() < .08
        level, reason = report_level(danger, flags, channel, alone, information)
        by = self.staff.near(place[0])
        report = self.rows.add(
            Report, care_team=self.people.team(by, at, restricted=restricted)["id"], number=self.rows.number(Book.REPORT, at), channel=channel,
            received_at=at, reporter_relation=weighed(chance, dict.fromkeys(ReporterRelation, 1)), district=place[0], village=place[1],
            place=f"{chance.choice(PLACES)} {chance.choice(('utara', 'lama', 'baru'))}",
            narrative=f"Terlihat {' dan '.join(chance.sample(DOES, 2))}.",
            danger=danger, alone_at_night=alone, flags={str(flag): str(answer) for flag, answer in flags.items()}, information_only=information,
            triaged_at=min(at + timedelta(minutes=chance.randrange(1, 90)), NOW), level=level, level_reason=reason, state=ReportState.RECEIVED,
            received_by=by)
        self.rows.move(Report, report, "receive", "", ReportState.RECEIVED, by=by, at=at)
        if channel in TICKETED:
            self._ticket(report)
        report["persons"] = [self._person(report, position, told) for position, told in enumerate(persons, 1)]
        return report

    def _answer(self):
        draw = self.chance.random()
        return FlagAnswer.YES if draw < .009 else FlagAnswer.UNKNOWN if draw < .05 else FlagAnswer.NO

    def _person(self, report, position, told):
        columns = {name: value for name, value in told.items() if name not in ("alias", "born")}
        return self.rows.add(ReportPerson, report=report["id"], position=position, **columns)

    def _ticket(self, report):
        """171 had it a little before us, and waits for an answer."""
        chance, at = self.chance, report["received_at"]
        report.update(ticket=f"{report['channel'].value[-3:]}-{report['number'][3:]}", ticket_at=at - timedelta(minutes=chance.randrange(5, 900)),
                      ticket_from=weighed(chance, dict.fromkeys(TicketSender, 1)),
                      reply_due=self.days.later(at, 60) if chance.random() < .4 else None)
        answered = self.days.later(at, 40)
        if answered < NOW and chance.random() < .88:
            report.update(reply="Anak sudah ditemui dan ditangani.", replied_at=answered, replied_by=report["received_by"])

    def verified_at(self, report):
        """When place and person are confirmed."""
        level = report["level"]
        return self.days.later(report["received_at"], FIND[level], wall=level == Level.EMERGENCY)

    def verify(self, report, at):
        """The report is verified."""
        report["state"] = ReportState.VERIFIED
        self.rows.move(Report, report, ReportStep.VERIFY, ReportState.RECEIVED, ReportState.VERIFIED, by=report["received_by"], at=at)

    def merge(self, report, target, at):
        """The same told twice."""
        report.update(state=ReportState.MERGED, merged_into=target["id"])
        self.rows.move(Report, report, ReportStep.MERGE, ReportState.RECEIVED, ReportState.MERGED, by=report["received_by"], at=at)

    def let_go(self, at, place, told):
        """A report that leads to no case."""
        chance, report = self.chance, self.receive(at, place, [told], restricted=self.chance.random() < .01)
        moment = self.verified_at(report)
        end = weighed(chance, ENDS)
        if moment >= NOW or (at > NOW - HAD_BY_NOW and chance.random() < .5):
            return
        for each in report["persons"]:
            each["outcome"] = chance.choice((PersonOutcome.NOT_FOUND, PersonOutcome.NOT_NEEDED))
        if end == ReportState.VERIFIED or chance.random() < .3:
            self.verify(report, moment)
        if end != ReportState.VERIFIED:
            self._end(report, end, self.days.later(moment, 5))

    def _end(self, report, end, at):
        """Three doors only a manager opens; a mistake is cancelled by whoever made it."""
        if at >= NOW:
            return
        before, by, reason = report["state"], report["received_by"], "Sudah diperiksa."
        if end != ReportState.CANCELLED:
            handed_to = "" if end == ReportState.UNFOUNDED else "Dinas Kesehatan"
            decision = self.rows.ask(DecisionKind.REPORT_DISPOSITION, Report, report, report, by=by, at=at, note=reason,
                                     asked={"step": str(STEP[end]), "handed_to": handed_to})
            decided = self.days.later(at, 4)
            if decided >= NOW:
                return
            by, at = self.chance.choice(self.staff.managers), decided
            self.rows.decide(decision, DecisionStep.APPROVE, by=by, at=at)
            report["handed_to"] = handed_to
        report["state"] = end
        self.rows.move(Report, report, STEP[end], before, end, by=by, at=at, reason=reason)


def when(chance, first):
    """A moment of these years, more of them later; mostly by day and mostly on weekdays."""
    span = (clock.local(NOW) - first).days
    day = first + timedelta(days=int(span * chance.random() ** .72))
    if day.weekday() > 4 and chance.random() < .55:
        day += timedelta(days=7 - day.weekday())
    hour = chance.triangular(7, 17, 10) if chance.random() < .82 else chance.uniform(17, 31)
    return min(clock.utc(day + timedelta(seconds=int(hour * 3600))), NOW - timedelta(minutes=5))

