"""A delegation begins and ends at the office's midnight, for pages opened before it as well, and covers only what its principal may decide."""
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.accounts.delegations import Delegation
from portal.accounts.models import User
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.office.models import Office
from portal.rules.approval import DecisionState
from portal.rules.delegation import Why
from portal.rules.letter_number import SigningMode
from portal.rules.levels import Level
from portal.rules.office import TimeZone
from portal.rules.refused import Refused
from portal.rules.roles import Role
from tests.world import approved, town

SINCE, UNTIL = date(2026, 3, 3), date(2026, 3, 5)
SECOND = timedelta(seconds=1)


@pytest.fixture
def people(make):
    """The manager who is away, the officer who acts, and the officer who asks."""
    return make.user(Role.MANAGER, name="Ibu Kabid"), make.user(name="Pak Pelaksana"), make.user(name="Siti Rahma")


@pytest.fixture
def lent(people):
    """The manager hands down what they may decide, from Tuesday to Thursday."""
    principal, acting, _ = people
    with db.unit():
        return Delegation.record(by=principal, user=acting, principal=principal, mode=SigningMode.PLH, post="Kepala Bidang Rehabilitasi Sosial",
                                 order_no="800.1.11/12/2026", since=SINCE, until=UNTIL)


@pytest.fixture
def proposal(make, people, lent):
    return put(make, people[2])


def put(make, by, name="Andi Pratama"):
    """A proposal of this person about a case of theirs."""
    case = make.case(by=by, person={"name": name})
    with db.unit():
        return case.propose_level(Level.URGENT, by=by, reason="Anak tampak sakit.")


def it_is(local):
    """The office's clock stands at this wall time."""
    clock.use(lambda: clock.utc(local))


def midnight(day):
    return datetime(day.year, day.month, day.day)


def answers(client, decision, step="approve", **more):
    return client.post(f"/decisions/{decision.id}/answer", data={"step": step, "seen": decision.version, **more}).status_code


@pytest.mark.parametrize("zone", TimeZone)
@pytest.mark.parametrize("moment, runs", [
    (midnight(SINCE) - SECOND, False), (midnight(SINCE), True), (midnight(UNTIL) + timedelta(days=1) - SECOND, True),
    (midnight(UNTIL) + timedelta(days=1), False),
])
def test_it_runs_from_midnight_to_midnight_of_the_office_wherever_that_is(client, people, lent, proposal, zone, moment, runs):
    with db.unit():
        Office.current().amend(by=people[0], zone=zone)
    it_is(moment)
    acting = client.sign_in(people[1])
    assert (Role.MANAGER in User.get_by_id(acting.id).roles) is runs
    assert answers(client, proposal) == (303 if runs else 404)
    kept = Decision.get_by_id(proposal.id)
    assert (kept.state, kept.delegation_id) == ((DecisionState.APPROVED, lent.id) if runs else (DecisionState.OPEN, None))


def test_a_page_that_was_opened_before_midnight_decides_nothing_after_it(client, people, proposal):
    it_is(midnight(UNTIL) + timedelta(days=1) - SECOND)
    client.sign_in(people[1])
    assert 'value="approve"' in client.get(f"/decisions/{proposal.id}").text
    it_is(midnight(UNTIL) + timedelta(days=1))
    assert answers(client, proposal) in (404, 409) and Decision.get_by_id(proposal.id).state == DecisionState.OPEN


def test_what_was_decided_under_it_stands_and_says_so_long_after(client, people, proposal):
    it_is(midnight(SINCE))
    client.sign_in(people[1])
    assert answers(client, proposal) == 303
    it_is(midnight(UNTIL) + timedelta(days=30))
    client.sign_in(people[0])
    page = client.get(f"/decisions/{proposal.id}").text
    assert "Pak Pelaksana" in page and "Plh. Kepala Bidang Rehabilitasi Sosial" in page
    assert Case.get_by_id(proposal.subject_id).level == Level.URGENT


def test_an_undo_needs_authority_on_the_day_of_the_undo(client, people, proposal):
    it_is(midnight(UNTIL))
    client.sign_in(people[1])
    assert answers(client, proposal) == 303
    it_is(midnight(UNTIL) + timedelta(days=1))
    assert answers(client, Decision.get_by_id(proposal.id), "undo") in (404, 409)
    client.sign_in(people[0])
    assert answers(client, Decision.get_by_id(proposal.id), "undo") == 303


def test_ended_early_it_is_over_at_once(client, people, lent, proposal):
    it_is(midnight(SINCE) + timedelta(hours=9))
    client.sign_in(people[1])
    assert 'value="approve"' in client.get(f"/decisions/{proposal.id}").text
    with db.unit():
        lent.end(by=people[0], reason="Kembali lebih awal.")
    assert answers(client, proposal) in (404, 409) and Decision.get_by_id(proposal.id).state == DecisionState.OPEN


def test_a_principal_who_is_no_manager_any_more_lends_nothing(client, make, people, proposal):
    it_is(midnight(SINCE))
    with db.unit():
        people[0].end_role(Role.MANAGER, by=make.user(Role.ADMIN))
        people[0].grant(Role.OFFICER, by=make.user(Role.ADMIN))
    client.sign_in(people[1])
    assert answers(client, proposal) in (404, 409) and Decision.get_by_id(proposal.id).state == DecisionState.OPEN


def test_neither_ones_own_nor_the_principals_proposals_are_decided_by_it(client, make, people, lent):
    principal, acting, _ = people
    with db.unit():
        principal.grant(Role.OFFICER, by=make.user(Role.ADMIN))
    it_is(midnight(SINCE))
    own, theirs = put(make, acting, "Budi Santoso"), put(make, User.get_by_id(principal.id), "Rina Sari")
    client.sign_in(acting)
    assert answers(client, own) == 409 and answers(client, theirs) == 409
    page = client.get(f"/decisions/{theirs.id}").text
    assert 'value="approve"' not in page and 'value="refuse"' not in page
    assert {Decision.get_by_id(row.id).state for row in (own, theirs)} == {DecisionState.OPEN}


def test_lent_authority_is_not_lent_on(make, people, lent):
    it_is(midnight(SINCE))
    acting = User.get_by_id(people[1].id)
    with pytest.raises(Refused) as refused, db.unit():
        Delegation.record(by=acting, user=make.user(), principal=acting, mode=SigningMode.PLH, post="Kepala Bidang", order_no="1", since=SINCE,
                          until=UNTIL)
    assert refused.value.why == Why.NOT_LENT_ON


@pytest.mark.parametrize("moment, runs", [(midnight(UNTIL) + timedelta(days=1) - SECOND, True), (midnight(UNTIL) + timedelta(days=1), False)])
def test_a_letter_is_signed_by_it_until_midnight_though_its_page_was_opened_before(client, make, people, lent, moment, runs):
    officer = people[2]
    place, case = town(make), make.case(by=officer, met=True)
    with db.unit():
        row = approved(case, place, by=officer, manager=people[0])
    it_is(midnight(UNTIL) + timedelta(hours=20))
    client.sign_in(officer)
    assert f'value="d{lent.id}"' in client.get(f"/referrals/{row.id}/letter").text
    it_is(moment)
    answer = client.post(f"/referrals/{row.id}/letter", data={"official": f"d{lent.id}", "code": "400.9.2.2", "seen": row.version})
    assert answer.status_code == (303 if runs else 422)
    letters = list(Letter.select().where(Letter.number.is_null(False)))
    found = [(each.delegation_id, each.signer, each.decided_by.id, each.issued_by_id) for each in letters]
    assert found == ([(lent.id, "Pak Pelaksana", people[0].id, officer.id)] if runs else [])
