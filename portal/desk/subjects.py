"""Which record a form is about, by its address; its number and initials for those who see it whole."""
from operator import attrgetter

from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.clients.consents import Consent
from portal.clients.models import Client, Relation
from portal.referrals.models import Referral
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.services.models import Service
from portal.services.outside import OutsideCare
from portal.training.aftercare.followups import FollowUp
from portal.training.models import Placement
from portal.web import id_of

OWN, CASE, CLIENT, REPORT = attrgetter("heading"), attrgetter("case.heading"), attrgetter("client.heading"), attrgetter("report.heading")
PLACED = attrgetter("placement.case.heading")
# (the endpoint's beginning, which part of the address names the record, its table, how it is named): the first that fits counts.
SUBJECTS = (
    ("reports.correct_person", "id", ReportPerson, REPORT),
    ("reports.person", "id", ReportPerson, REPORT),
    ("reports.", "id", Report, OWN),
    ("clients.amend_relation", "id", Relation, CLIENT),
    ("clients.withdrawal", "id", Consent, CLIENT),
    ("clients.", "id", Client, OWN),
    ("cases.new", "client", Client, OWN),
    ("cases.", "id", Case, OWN),
    ("casefile.", "id", Case, OWN),
    ("assessments.considerations.updates.", "id", DtsenUpdate, CASE),
    ("assessments.considerations.", "id", Consideration, CASE),
    ("assessments.", "id", Assessment, CASE),
    ("services.outside.", "id", OutsideCare, CASE),
    ("services.", "id", Service, CASE),
    ("referrals.new", "case", Case, OWN),
    ("referrals.institutions.", "id", None, None),
    ("referrals.", "id", Referral, OWN),
    ("training.place", "case_id", Case, OWN),
    ("training.departure", "id", Placement, CASE),
    ("training.supervision", "id", Placement, CASE),
    ("training.result", "id", Placement, CASE),
    ("training.follow_up", "id", Placement, CASE),
    ("training.visit", "id", FollowUp, PLACED),
    ("", "case_id", Case, OWN),
)


def subject_of(endpoint, about):
    """(model, how to name it, id) of what a form is about; None when it is about no record of a client's."""
    for beginning, part, model, name in SUBJECTS:
        if endpoint.startswith(beginning) and part in about:
            return (model, name, id_of(str(about[part]))) if model else None
    return None


def headings(subjects, user):
    """{key: number and initials} of {key: (model, how to name it, id) or None}, as far as the person sees them whole."""
    wanted = {}
    for key, subject in subjects.items():
        if subject:
            wanted.setdefault(subject[:2], {}).setdefault(subject[2], []).append(key)
    found = {}
    for (model, name), keys in wanted.items():
        for row in model.whole_to(user).where(model.id.in_(list(keys))):
            found |= dict.fromkeys(keys[row.id], name(row))
    return found
