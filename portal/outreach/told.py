"""What was done for the people of a report, as it is told on the report, to a manager, and to whoever sent its ticket."""
from flask_babel import force_locale

from portal.accounts.models import User
from portal.accounts.teams import CareTeam, whole
from portal.cases.history import CaseReport, Try
from portal.cases.models import Case
from portal.labels import label
from portal.outreach.targets import running_of
from portal.phrases import moment
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.reports.sheet import Happening
from portal.rules.lifecycle import TRIES, failed_tries
from portal.rules.report import PersonOutcome, ReportState

MILESTONES = (("opened_at", "kasus dibuka"), ("assessed_at", "asesmen selesai diajukan"), ("served_at", "layanan atau rujukan pertama berjalan"),
              ("finished_at", "kasus ditutup"))
SETTLED = (PersonOutcome.NOT_FOUND, PersonOutcome.NOT_NEEDED)
OPEN = (ReportState.RECEIVED, ReportState.VERIFIED)


def deeds(report, user):
    """[(moment, words)] for the reply: the steps of its cases as far as this person sees them whole, and the tries; nobody is named."""
    cases = list(Case.select().join(CareTeam).where(whole(user), Case.id.in_(CaseReport.select(CaseReport.case).where(CaseReport.report == report))))
    people = ReportPerson.select(ReportPerson.id).where(ReportPerson.report == report)
    tries = Try.select().where(Try.case.in_([case.id for case in cases]) | (Try.case.is_null() & Try.person.in_(people)))
    steps = {(getattr(case, column), words) for case in cases for column, words in MILESTONES if getattr(case, column)}
    return sorted(steps | {(each.at, f"kunjungan lapangan: {str(label(each.outcome)).lower()}") for each in tries})


def tries_of(report):
    """The tries for its people before there was a case, the oldest first."""
    return list(Try.select().join(ReportPerson).where(ReportPerson.report == report).order_by(Try.at, Try.id))


def evidence(report):
    """[[term, text]] for the manager who is asked to let the report go: how often its people were looked for."""
    with force_locale("id"):
        tries = [f"{moment(each.at)}: {str(label(each.outcome)).lower()}" for each in tries_of(report)]
    return [["Kunjungan lapangan", "; ".join(tries)]] if tries else []


def searches(report, user):
    """The search for its people: who can be visited, how many tries failed, and what each told."""
    tries, names = tries_of(report), User.names()
    people = report.persons if report.state in OPEN else []
    waiting = [person for person in people if person.outcome not in SETTLED and not running_of(person, user)]
    return {"waiting": waiting, "most": TRIES,
            "failed": {person.id: failed_tries(each.outcome for each in tries if each.person_id == person.id) for person in people},
            "tries": [Happening(f"{each.person.called}: {label(each.outcome)}", moment(each.at), names.get(each.made_by_id, ""), each.told)
                      for each in reversed(tries)]}


Report.DONE.append(deeds)
Report.EVIDENCE.append(evidence)
Report.APPEARS["search"] = searches
