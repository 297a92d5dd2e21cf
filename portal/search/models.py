"""What one search finds: clients, cases, reports and referrals, each through the eyes of the person who looks."""
from portal import audit
from portal.audit import Event
from portal.cases.models import Case
from portal.clients.models import Client
from portal.referrals.models import Referral
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules import nik, phone
from portal.rules.client import ClientState
from portal.rules.refused import Refused
from portal.words import SearchWord

MOST = 8


def found(text, user, today):
    """{name of the kind: rows} for these words, the closest first, at most MOST of each; noted on the trail by count only."""
    sought = _plain_number(text, today)
    rows = {
        "clients": _rows(Client, Client.visible_to(user).where(Client.state == ClientState.ACTIVE), sought),
        "cases": _rows(Case, Case.visible_to(user), sought, _through_clients(Case, user, sought)),
        "reports": _rows(Report, Report.visible_to(user), sought, _through_clients(ReportPerson, user, sought)),
        "referrals": _rows(Referral, Referral.whole_to(user), sought),
    }
    audit.note(Event.SEARCHED, by=user, count=sum(map(len, rows.values())))
    return rows


def _plain_number(text, today):
    """A NIK or a telephone number as it is indexed, however it was spaced; other words as they are."""
    for read in (lambda: nik.parse(text, today=today).number, lambda: phone.normalise(text)):
        try:
            return read()
        except Refused:
            continue
    return text


def _through_clients(model, user, text):
    """Ids of the cases or reports that speak of the clients found, whatever those were called when it was written."""
    column = model.report if model is ReportPerson else model.id
    clients = SearchWord.find(Client, text)[:MOST * 4]
    known = Client.visible_to(user).select(Client.id).where(Client.id.in_(clients))
    return [row[0] for row in model.select(column).where(model.client.in_(known)).order_by(column.desc()).tuples()] if clients else []


def _rows(model, query, text, more=()):
    ids = list(dict.fromkeys([*SearchWord.find(model, text)[:MOST * 4], *list(more)[:MOST * 4]]))
    by_id = {row.id: row for row in query.where(model.id.in_(ids))} if ids else {}
    return [by_id[key] for key in ids if key in by_id][:MOST]
