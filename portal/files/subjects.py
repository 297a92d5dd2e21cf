"""What can carry files: each kind of record with its page, what it is called without a name, whom it is about, and what is shown beside it."""
from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext

from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.clients.consents import Consent
from portal.clients.dtsen import DtsenCheck
from portal.clients.models import Client
from portal.labels import label
from portal.phrases import day
from portal.referrals.models import Referral
from portal.reports.models import Report
from portal.services.models import Service


@dataclass(frozen=True)
class Subject:
    """One kind. `called(record)`: number and initials; `about(record)`: the client, if it is one's; `beside(record, user)`: the records
    whose files are listed with its own."""

    model: type
    page: str
    called: Callable
    about: Callable = lambda record: None
    beside: Callable = lambda record, user: ()


def beside_case(case, user):
    """The client, the reports that this person sees whole, the assessments, the services and the referrals of a case."""
    below = [*Assessment.of(case), *Service.of(case), *Referral.of(case)]
    for record in below:
        record.case = case
    return [case.client, *case.reports_for(user), *below]


def consent_called(consent):
    return f"{label(consent.kind)} · {consent.heading}"


def assessment_called(assessment):
    return gettext("Asesmen ke-%(n)s · %(case)s", n=assessment.n, case=assessment.case.heading)


def check_called(check):
    return gettext("Cek DT-SEN %(day)s · %(client)s", day=day(check.checked_on), client=check.client.heading)


# {table: Subject}; the table's name is the kind that stands in an address. A later feature adds its own.
SUBJECTS = {
    "case": Subject(Case, "casefile.show", lambda case: case.heading, lambda case: case.client, beside_case),
    "report": Subject(Report, "reports.show", lambda report: report.heading),
    "client": Subject(Client, "clients.show", lambda client: client.heading, lambda client: client, lambda client, user: list(client.twins)),
    "dtsen_check": Subject(DtsenCheck, "clients.check", check_called),
    "assessment": Subject(Assessment, "assessments.show", assessment_called, lambda assessment: assessment.case.client),
    "consent": Subject(Consent, "clients.agreement", consent_called, lambda consent: consent.client),
    "service": Subject(Service, "services.show", lambda service: f"{service.name} · {service.case.heading}", lambda service: service.case.client),
    "referral": Subject(Referral, "referrals.show", lambda referral: referral.heading, lambda referral: referral.case.client),
}


def places(record, user):
    """{(table, id): what it is called} of the records that belong with this one."""
    return {(each._meta.table_name, each.id): called(each) for each in subject_of(record).beside(record, user)}


def called(record):
    """What a record is called without a name."""
    return subject_of(record).called(record)


def subject_of(record):
    """The Subject that a record is of."""
    return SUBJECTS[record._meta.table_name]
