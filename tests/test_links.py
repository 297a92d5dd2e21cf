"""A person of a report linked to a client, and the link taken back with all it brought, and nothing else."""
import re

import pytest

from portal.accounts.teams import Member, in_force
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import db
from portal.reports.people import ReportPerson
from portal.rules.categories import Category
from portal.rules.client import ClientState
from portal.rules.refused import Refused
from portal.rules.report import PersonOutcome, Why


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def colleague(make):
    return make.user(name="Budi Santoso")


@pytest.fixture
def andi(make, colleague):
    """A client whom a colleague's team knows."""
    return make.verified(by=colleague, people=[{"name": "Andi Pratama"}]).persons[0].client


@pytest.fixture
def person(make, officer):
    return make.triaged(by=officer, people=[{"name": "Andy Pratama"}]).persons[0]


def team(record):
    rows = Member.select().where(Member.team == record.care_team_id, in_force(), Member.break_glass_reason == "")
    return {row.user_id for row in rows}


def again(person):
    return ReportPerson.get_by_id(person.id)


def refusal(verb, **kwargs):
    with db.unit():
        try:
            verb(**kwargs)
        except Refused as refused:
            return refused.why
    return None


def link(person, andi, *, by):
    with db.unit():
        return again(person).is_known(Client.get_by_id(andi.id), by=by)


def test_a_link_joins_both_teams_and_taking_it_back_parts_them(officer, colleague, andi, person):
    link(person, andi, by=officer)
    assert team(andi) == team(person.report) == {officer.id, colleague.id}
    with db.unit():
        again(person).unlink(by=officer)
    assert (again(person).outcome, again(person).client) == (PersonOutcome.PENDING, None)
    assert team(andi) == {colleague.id} and team(person.report) == {officer.id}


def test_who_was_in_the_team_before_stays(make, officer, colleague, andi, person):
    with db.unit():
        andi.care_team.join(officer, by=colleague)
    link(person, andi, by=officer)
    with db.unit():
        again(person).unlink(by=officer)
    assert team(andi) == {officer.id, colleague.id} and team(person.report) == {officer.id}


def test_who_leads_by_now_and_who_left_meanwhile_stay_as_they_are(make, officer, colleague, andi, person):
    third = make.user()
    with db.unit():
        person.report.care_team.join(third, by=officer)
    link(person, andi, by=officer)
    with db.unit():
        andi.care_team.join(officer, by=colleague, lead=True)
        andi.care_team.leave(third, by=colleague)
        again(person).unlink(by=officer)
    assert team(andi) == {officer.id, colleague.id}


def test_what_another_link_brings_too_stays(make, officer, colleague, andi, person):
    other = make.triaged(by=officer, people=[{"name": "Andi P."}]).persons[0]
    link(person, andi, by=officer)
    link(other, andi, by=officer)
    with db.unit():
        again(person).unlink(by=officer)
    assert team(andi) == {officer.id, colleague.id} and team(person.report) == {officer.id}
    with db.unit():
        again(other).unlink(by=officer)
    assert team(andi) == {colleague.id}


def test_another_decision_takes_the_first_link_back(officer, colleague, andi, person):
    link(person, andi, by=officer)
    with db.unit():
        again(person).set_aside(PersonOutcome.NOT_NEEDED, by=officer)
    assert team(andi) == {colleague.id} and again(person).client is None


def test_a_case_that_stands_on_the_report_keeps_the_link(make, officer, andi, person):
    link(person, andi, by=officer)
    with db.unit():
        report = person.report.fresh().verify(by=officer)
        case = Case.open_for(andi, by=officer, report=report, category=Category.STREET_CHILD)
    assert refusal(again(person).unlink, by=officer) is Why.CASE_RESTS
    assert refusal(again(person).set_aside, outcome=PersonOutcome.NOT_FOUND, by=officer) is Why.CASE_RESTS
    with db.unit():
        case.cancel(by=officer, reason="Keliru.")
    assert refusal(again(person).unlink, by=officer) is None


def test_a_new_client_by_mistake_is_cancelled_while_nothing_else_is_known(officer, person):
    with db.unit():
        made = again(person).becomes_client(by=officer)
        again(person).unlink(by=officer)
    assert Client.get_by_id(made.id).state == ClientState.CANCELLED and again(person).outcome == PersonOutcome.PENDING


def test_a_new_client_of_whom_more_is_known_stays(officer, person):
    with db.unit():
        made = again(person).becomes_client(by=officer)
        made.add_alias("Cepot", by=officer)
    assert refusal(again(person).unlink, by=officer) is Why.CLIENT_IN_USE


def test_nobody_is_unlinked_twice_and_a_merged_client_is_not_linked_to(officer, colleague, andi, person):
    assert refusal(person.unlink, by=officer) is Why.NOT_LINKED
    with db.unit():
        andi.cancel(by=colleague, reason="Keliru.")
    with pytest.raises(Refused), db.unit():
        again(person).is_known(andi, by=officer)


def test_the_banner_after_linking_takes_it_back_by_one_key(client, officer, andi, person):
    page = client.get(client.post(f"/reports/people/{person.id}/known/{andi.id}", data=opened(client, person)).location)
    assert "ditautkan ke klien KL-2026-00001" in page.text and 'accesskey="z"' in page.text and "Lepas tautan" in page.text
    seen = re.search(r'unlinking">.*?name="seen" value="(\d+)"', page.text, re.DOTALL)[1]
    assert 'accesskey="z"' not in client.get(f"/reports/{person.report_id}").text
    page = client.get(client.post(f"/reports/people/{person.id}/unlinking", data={"seen": seen}).location)
    assert "tautan diurungkan" in page.text and again(person).outcome == PersonOutcome.PENDING
    assert client.post(f"/reports/people/{person.id}/unlinking", data={"seen": seen}).status_code == 409


def test_the_banner_after_a_new_client_takes_that_back_too(client, officer, person):
    page = client.get(client.post(f"/reports/people/{person.id}/new-client", data=opened(client, person)).location)
    assert "dicatat sebagai klien baru KL-2026-00001" in page.text and "Urungkan klien baru" in page.text
    client.post(f"/reports/people/{person.id}/unlinking", data={"seen": again(person).version})
    assert Client.get().state == ClientState.CANCELLED


def test_a_stranger_does_not_unlink(client, make, officer, andi, person):
    link(person, andi, by=officer)
    client.sign_in(make.user())
    assert client.post(f"/reports/people/{person.id}/unlinking").status_code == 404
    assert again(person).outcome == PersonOutcome.KNOWN_CLIENT


def opened(client, person):
    page = client.get(f"/reports/people/{person.id}").text
    return {"form_token": re.search(r'name="form_token" value="([^"]+)"', page)[1], "seen": person.version}
