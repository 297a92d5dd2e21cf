"""What the quick report understands while it is typed: who a row may be, and what its NIK and birth say."""
from dataclasses import dataclass

from flask_babel import gettext

from portal import audit, clock
from portal.audit import Event
from portal.clients.lookalikes import lookalikes
from portal.clients.models import Client
from portal.clients.suggested import suggested
from portal.forms import LINE
from portal.labels import label, sentence
from portal.phrases import weekday
from portal.reports.matches import known_clients
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules import nik as numbers
from portal.rules.age import BirthPrecision
from portal.rules.matching import AGAINST, Likeness, compare
from portal.rules.refused import Refused


@dataclass(frozen=True)
class Reading:
    """Of one row: `lines` of what was understood, `warnings` of what does not agree, and what its NIK could fill in (`offers`)."""

    lines: list
    warnings: list
    offers: bool


def chosen(rows, user):
    """{number: client} of those whom the rows are said to be, as far as they exist for this person."""
    numbers = [row.client.data for row in rows if row.client.data]
    return {client.number: client for client in Client.visible_to(user).where(Client.number.in_(numbers))} if numbers else {}


def read(row, client=None):
    """The Reading of a PersonRow as it stands; `client` is who they are said to be."""
    told = suggested(row.nik.data)
    offers = bool(told) and not row.is_filled
    lines = [*([] if told else counted(row.nik.typed)), *([told.said] if offers else []), *born(row)]
    return Reading(lines, [*(str(label(each)) for each in person_of(row).nik_warnings), *against(row, client)], offers)


def against(row, client):
    """What is told otherwise than the record of the client who was chosen."""
    if client is None:
        return []
    traits = compare(person_of(row).described(), client.described(), None)
    differs = ", ".join(str(label(trait)) for trait in AGAINST if traits[trait] == Likeness.DIFFERENT)
    return [gettext("Beda dengan data %(number)s: %(traits)s.", number=client.number, traits=differs)] if differs else []


def counted(typed):
    """How far the typing of a NIK has come, or what is wrong with it; nothing when nothing is typed."""
    try:
        numbers.parse(typed or "", today=clock.today())
    except Refused as refused:
        count = refused.detail.get("count", numbers.DIGITS)
        if count < numbers.DIGITS:
            return [gettext("%(count)d dari 16 angka", count=count)] if count else []
        return [sentence(refused)] if typed else []
    return []


def born(row):
    """The birth in full, with the weekday and the age; nothing when none is typed or it could not be read."""
    person = person_of(row)
    if not row.birth.data:
        return [str(row.birth.process_errors[0])] if row.birth.process_errors else []
    if person.birth.precision == BirthPrecision.ESTIMATE:
        return [gettext("Usia %(age)s, lahir sekitar %(year)d.", age=person.aged, year=clock.today().year - person.years())]
    day = weekday(person.birth_date) if person.birth.precision == BirthPrecision.DAY else person.born
    return [gettext("Lahir %(day)s (%(age)s).", day=day, age=person.aged)]


def person_of(row, about=None):
    """The person whom a row tells of, not kept anywhere, and no longer than could be; `about` are values of the report around it."""
    told = {name: (value or "")[:LINE] for name, value in (about or {}).items()}
    return ReportPerson(report=Report(**{"district": ""} | told), **row.told | {"name": row.told["name"][:LINE]})


def found(row, about, user):
    """Lookalikes of a row's person, unless somebody was chosen already; that clients were shown is on the trail."""
    near = [] if row.client.data else lookalikes(person_of(row, about).sought(), user)
    if near:
        audit.note(Event.SEARCHED, by=user, list="client", count=len(near))
    return near


def found_saved(people, user):
    """{person: Lookalikes} for the people of a report just saved; that clients were shown is on the trail."""
    near = known_clients(people, user)
    count = sum(map(len, near.values()))
    if count:
        audit.note(Event.SEARCHED, by=user, list="client", count=count)
    return near


def cases_of(near, user):
    """{client id: the newest of their cases that exists for this person}, in one question."""
    if not near:
        return {}
    cases = near[0].client.cases.model
    rows = cases.visible_to(user).where(cases.client.in_([each.client.id for each in near])).order_by(cases.id)
    return {case.client_id: case for case in rows}
