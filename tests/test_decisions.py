"""Proposals: put once, seen in words, decided by somebody else, once."""
import pytest

from portal import audit
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.db import db
from portal.decisions.models import Decision
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep, Why
from portal.rules.levels import Level
from portal.rules.lifecycle import PauseReason
from portal.rules.refused import Refused
from portal.rules.roles import Role


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def manager(make):
    return make.user(Role.MANAGER, name="Komang Wirawan")


@pytest.fixture
def proposal(make, officer):
    """An officer's proposal to raise the level of a case."""
    case = make.case(by=officer)
    with db.unit():
        return case.propose_level(Level.URGENT, by=officer, reason="Anak tampak sakit.")


def answer(client, decision, step, **more):
    return client.post(f"/decisions/{decision.id}/answer", data={"step": step, "seen": decision.version, **more})


def state_of(decision):
    return Decision.get_by_id(decision.id).state


def test_a_proposal_is_frozen_in_indonesian_words(proposal):
    assert ["Tingkat diusulkan", "Mendesak"] in proposal.snapshot
    assert proposal.asked["level"] == "urgent"


def test_a_manager_sees_the_first_that_waits_and_approves_it(client, make, manager, proposal):
    client.sign_in(manager)
    inbox = client.get("/decisions/").text
    assert "Anak tampak sakit." in inbox and "Mendesak" in inbox and 'accesskey="y"' in inbox
    response = answer(client, proposal, "approve")
    assert response.status_code == 303 and response.location.endswith(f"/decisions/?done={proposal.id}")
    assert state_of(proposal) == DecisionState.APPROVED
    assert Case.get_by_id(proposal.subject_id).level == Level.URGENT
    assert "disetujui" in client.get(response.location).text


def test_reading_a_proposal_stands_on_the_trail(client, manager, proposal):
    client.sign_in(manager)
    client.get(f"/decisions/{proposal.id}")
    last = audit.Entry.select().order_by(audit.Entry.id.desc()).first()
    assert (last.action, last.subject, last.subject_id, last.by) == (Event.READ, "decision", proposal.id, manager.id)


@pytest.mark.parametrize("step", ["return", "refuse"])
def test_returning_and_refusing_need_a_note_and_keep_what_was_typed(client, manager, proposal, step):
    client.sign_in(manager)
    response = answer(client, proposal, step, reason="   ")
    assert response.status_code == 422 and "Tulis alasannya" in response.text
    assert state_of(proposal) == DecisionState.OPEN
    assert answer(client, proposal, step, reason="Lengkapi dahulu.").status_code == 303
    assert Decision.get_by_id(proposal.id).reason == "Lengkapi dahulu."


def test_nobody_approves_their_own(client, make):
    both = make.user(Role.OFFICER, Role.MANAGER)
    case = make.case(by=both)
    with db.unit():
        own = case.propose_level(Level.URGENT, by=both, reason="Sakit.")
    client.sign_in(both)
    shown = client.get(f"/decisions/{own.id}").text
    assert "diputuskan oleh manajer lain" in shown and 'value="approve"' not in shown and 'value="withdraw"' in shown
    refused = answer(client, own, "approve")
    assert refused.status_code == 409 and "manajer lain" in refused.text
    assert state_of(own) == DecisionState.OPEN
    assert own.id not in [row.id for row in Decision.waiting_for(both)]


def test_an_officer_cannot_decide(client, make, officer, proposal):
    colleague = make.user()
    with db.unit():
        proposal.care_team.join(colleague, by=officer)
    client.sign_in(colleague)
    assert 'value="approve"' not in client.get(f"/decisions/{proposal.id}").text
    assert answer(client, proposal, "approve").status_code == 409
    assert state_of(proposal) == DecisionState.OPEN


def test_a_proposal_of_another_team_does_not_exist_for_an_officer(client, make, proposal):
    client.sign_in(make.user())
    assert client.get(f"/decisions/{proposal.id}").status_code == 404
    assert answer(client, proposal, "approve").status_code == 404
    assert proposal.number not in client.get("/decisions/").text


def test_an_admin_and_an_auditor_have_no_inbox(client, make):
    for role in (Role.ADMIN, Role.AUDITOR):
        client.sign_in(make.user(role))
        assert client.get("/decisions/").status_code == 403


def test_of_two_managers_the_second_is_told_and_nothing_is_overwritten(client, make, manager, proposal):
    other = make.user(Role.MANAGER)
    client.sign_in(manager)
    assert answer(client, proposal, "approve").status_code == 303
    client.sign_in(other)
    late = answer(client, proposal, "refuse", reason="Tidak perlu.")
    assert late.status_code == 409 and "sudah diputuskan" in late.text
    kept = Decision.get_by_id(proposal.id)
    assert (kept.state, kept.decided_by_id, kept.reason) == (DecisionState.APPROVED, manager.id, "")


def test_a_double_click_decides_once(client, manager, proposal):
    client.sign_in(manager)
    assert answer(client, proposal, "approve").status_code == 303
    assert answer(client, proposal, "approve").status_code == 303
    assert Decision.get_by_id(proposal.id).version == 2


def test_an_unknown_step_changes_nothing(client, manager, proposal):
    client.sign_in(manager)
    for step in ("", "erase", "approve\x00"):
        assert answer(client, proposal, step).status_code == 422
    assert state_of(proposal) == DecisionState.OPEN


def test_the_maker_withdraws_until_it_is_decided(client, manager, officer, proposal):
    client.sign_in(manager)
    assert answer(client, proposal, "withdraw").status_code == 409
    client.sign_in(officer)
    assert answer(client, proposal, "withdraw").status_code == 303
    assert state_of(proposal) == DecisionState.WITHDRAWN
    with db.unit():
        assert Case.get_by_id(proposal.subject_id).propose_level(Level.URGENT, by=officer, reason="Lagi.").is_open


def test_one_proposal_of_a_kind_is_open_at_a_time(officer, proposal):
    with pytest.raises(Refused) as refused, db.unit():
        Case.get_by_id(proposal.subject_id).propose_level(Level.EMERGENCY, by=officer, reason="Lagi.")
    assert refused.value.why == Why.ALREADY_ASKED


def test_only_what_can_be_taken_back_is_undone(client, make, manager, officer, proposal, monkeypatch):
    monkeypatch.delitem(Decision.UNDOABLE, DecisionKind.LEVEL_CHANGE)
    case = make.case(by=officer, person={"name": "Rina Sari"})
    with db.unit():
        Pause.ask(case, by=officer, reason=PauseReason.IN_TREATMENT, asked_from=case.opened_at)
    asked = Decision.open_about(case, DecisionKind.PAUSE)
    client.sign_in(manager)
    answer(client, asked, "approve")
    page = client.get(f"/decisions/?done={asked.id}").text
    assert 'value="undo"' in page and 'accesskey="z"' in page
    assert answer(client, Decision.get_by_id(asked.id), "undo").status_code == 303
    assert state_of(asked) == DecisionState.UNDONE and Pause.running(case) is None
    answer(client, proposal, "approve")
    assert 'value="undo"' not in client.get(f"/decisions/{proposal.id}").text
    assert answer(client, Decision.get_by_id(proposal.id), "undo").status_code == 409


def test_an_officer_follows_their_own_and_searches_them(client, officer, proposal):
    client.sign_in(officer)
    assert proposal.number in client.get("/decisions/").text
    assert proposal.number in client.get("/decisions/all?state=open&by=me&kind=level_change").text
    assert proposal.number not in client.get("/decisions/all?state=decided").text
    found = client.post("/decisions/search", data={"q": proposal.number})
    assert found.status_code == 303 and proposal.number not in found.location and proposal.number in client.get(found.location).text


def test_htmx_gets_only_the_proposal(client, manager, proposal):
    client.sign_in(manager)
    fragment = client.get(f"/decisions/{proposal.id}", headers={"HX-Request": "true"}).text
    assert fragment.strip().startswith('<section id="decision"') and "<html" not in fragment


def test_a_step_that_needs_no_reason_takes_none_away(proposal, manager):
    with db.unit():
        proposal.decide(DecisionStep.APPROVE, by=manager)
    assert moves_of(proposal)[0].person.name == "Komang Wirawan"
