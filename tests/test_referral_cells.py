"""Every step of a referral's paper, sent by everybody who could send it, in every state: done, refused with a sentence, barred or unseen.

Over HTTP, from tables written by hand. `+` done, `-` refused (409 or 422), `role` barred (403), `none` it does not exist for them (404).
"""
import pytest

from portal.db import db
from portal.letters.models import Letter
from portal.office.models import Official
from portal.referrals.institutions import Institution
from portal.rules.approval import DecisionStep
from portal.rules.referral import AnswerState, PaperState
from portal.rules.roles import Role
from tests.grid import cells
from tests.test_referrals import CONTENT, decided, fresh, submitted
from tests.world import town

# writer: the officer who wrote it; colleague: an officer of the team; stranger: one outside; manager: not involved;
# both: the manager who wrote it, being an officer too
WRITTEN = """
          writer colleague stranger manager both admin auditor
submit    +      +         none     role    +    role  role
edit      +      +         none     role    +    role  role
approve   -      -         none     -       -    role  role
return    -      -         none     -       -    role  role
refuse    -      -         none     -       -    role  role
withdraw  -      -         none     -       -    role  role
undo      -      -         none     -       -    role  role
issue     -      -         none     role    -    role  role
revise    -      -         none     role    -    role  role
cancel    +      +         none     role    +    role  role
"""
STOPPED = """
          writer colleague stranger manager both admin auditor
submit    -      -         none     role    -    role  role
edit      -      -         none     role    -    role  role
approve   -      -         none     -       -    role  role
return    -      -         none     -       -    role  role
refuse    -      -         none     -       -    role  role
withdraw  -      -         none     -       -    role  role
undo      -      -         none     -       -    role  role
issue     -      -         none     role    -    role  role
revise    -      -         none     role    -    role  role
cancel    -      -         none     role    -    role  role
"""
TABLES = {
    "draft": WRITTEN,
    "returned": WRITTEN,
    "withdrawn": WRITTEN,
    "refused": STOPPED,
    "cancelled": STOPPED,
    "submitted": """
          writer colleague stranger manager both admin auditor
submit    -      -         none     role    -    role  role
edit      -      -         none     role    -    role  role
approve   -      -         none     +       -    role  role
return    -      -         none     +       -    role  role
refuse    -      -         none     +       -    role  role
withdraw  +      -         none     -       +    role  role
undo      -      -         none     -       -    role  role
issue     -      -         none     role    -    role  role
revise    -      -         none     role    -    role  role
cancel    -      -         none     role    -    role  role
""",
    "approved": """
          writer colleague stranger manager both admin auditor
submit    -      -         none     role    -    role  role
edit      -      -         none     role    -    role  role
approve   -      -         none     -       -    role  role
return    -      -         none     -       -    role  role
refuse    -      -         none     -       -    role  role
withdraw  -      -         none     -       -    role  role
undo      -      -         none     +       -    role  role
issue     +      +         none     role    +    role  role
revise    -      -         none     role    -    role  role
cancel    -      -         none     role    -    role  role
""",
    "issued": """
          writer colleague stranger manager both admin auditor
submit    -      -         none     role    -    role  role
edit      -      -         none     role    -    role  role
approve   -      -         none     -       -    role  role
return    -      -         none     -       -    role  role
refuse    -      -         none     -       -    role  role
withdraw  -      -         none     -       -    role  role
undo      -      -         none     -       -    role  role
issue     -      -         none     role    -    role  role
revise    -      -         none     role    -    role  role
cancel    +      +         none     role    +    role  role
""",
}
LEADS_TO = {"submit": "submitted", "approve": "approved", "return": "returned", "refuse": "refused", "withdraw": "withdrawn", "undo": "draft",
            "issue": "issued", "revise": "draft", "cancel": "cancelled"}
HOW = {303: "+", 409: "-", 422: "-", 403: "role", 404: "none"}
STEPS, PEOPLE = [*LEADS_TO, "edit"], ["writer", "colleague", "stranger", "manager", "both", "admin", "auditor"]


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


@pytest.fixture
def place(make):
    return town(make)


@pytest.fixture
def hospital(place):
    return Institution.get_by_id(place["institution"])


@pytest.fixture
def head(place):
    return Official.get_by_id(place["official"])


@pytest.fixture
def people(app, make, officer, manager, case):
    """{who: their browser}."""
    colleague = make.user()
    with db.unit():
        case.care_team.join(colleague, by=officer)
    users = {"writer": officer, "colleague": colleague, "stranger": make.user(), "manager": manager, "both": make.user(Role.OFFICER, Role.MANAGER),
             "admin": make.user(Role.ADMIN), "auditor": make.user(Role.AUDITOR)}
    browsers = {who: app.test_client() for who in users}
    for who, browser in browsers.items():
        browser.user = browser.sign_in(users[who])
    return browsers


@pytest.fixture
def at(case, hospital, manager, head):
    """at(state, writer): a referral of this writer in this state; a draft is one whose approval was undone, so its old proposal can be tried."""
    def reach(state, writer):
        row = submitted(case, writer, hospital)
        if state == "withdrawn":
            with db.unit():
                row.decision.decide(DecisionStep.WITHDRAW, by=writer)
        if state in ("returned", "refused"):
            return decided(row, {"returned": DecisionStep.RETURN, "refused": DecisionStep.REFUSE}[state], manager)
        if state in ("approved", "draft", "issued", "cancelled"):
            row = decided(row, DecisionStep.APPROVE, manager)
        if state == "draft":
            row = decided(row, DecisionStep.UNDO, manager)
        with db.unit():
            if state in ("issued", "cancelled"):
                row.issue(head, by=writer)
            if state == "cancelled":
                row.cancel(by=writer, reason="Salah lembaga.")
        return fresh(row)
    return reach


def tried(browser, row, step, head, **more):
    """How the office answers when this person sends the step."""
    seen, proposal = {"seen": row.version}, row.decision
    if step in [*DecisionStep]:
        return browser.post(f"/decisions/{proposal.id}/answer", data={"step": step, "seen": proposal.version, "reason": "Sebab."})
    sent = {"submit": ("submission", seen), "edit": ("edit", seen | CONTENT | {"institution": row.institution_id, "summary": "Diubah."}),
            "issue": ("letter", seen | {"official": head.id, "signer": head.id, "code": "400.9.2.2"}), "revise": ("revision", seen),
            "cancel": ("cancellation", seen | {"reason": "Salah lembaga."})}
    address, data = sent[step]
    return browser.post(f"/referrals/{row.id}/{address}", data=data)


def stands(row):
    """What must stay where somebody is refused."""
    row = fresh(row)
    return row.paper_state, row.version, row.summary, row.decision.state, row.decision.version, Letter.select().count()


def test_the_tables_name_every_state_step_and_person():
    assert {*TABLES} == {*PaperState}
    for table in TABLES.values():
        assert {*cells(table)} == {(step, who) for step in STEPS for who in PEOPLE}


@pytest.mark.parametrize("state", PaperState)
def test_every_step_by_everybody(people, at, head, state):
    rows = {True: at(state, people["both"].user), False: at(state, people["writer"].user)}
    for (step, who), expected in cells(TABLES[state]).items():
        row = rows[who == "both"]
        with db.atomic() as attempt:
            before = stands(row)
            answer = tried(people[who], row, step, head)
            assert HOW.get(answer.status_code) == expected, (step, who, answer.status_code, answer.text)
            if expected != "+":
                assert stands(row) == before, (step, who)
            elif step != "edit":
                assert fresh(row).paper_state == LEADS_TO[step], (step, who)
            attempt.rollback()


def test_a_refused_paper_is_written_anew_by_its_team_once_the_child_is_with_them(people, case, hospital, manager, head):
    row = submitted(case, people["writer"].user, hospital, urgent=True)
    with db.unit():
        row.hand_over(by=people["writer"].user, handed_by="Siti", receiver="Perawat", handed_place="RSJ")
    row = decided(fresh(row), DecisionStep.REFUSE, manager)
    assert row.answer_state == AnswerState.HANDED_OVER
    for who, expected in zip(PEOPLE, ("+", "+", "none", "role", "+", "role", "role"), strict=True):
        with db.atomic() as attempt:
            assert HOW[tried(people[who], row, "revise", head).status_code] == expected, who
            assert fresh(row).paper_state == (PaperState.DRAFT if expected == "+" else PaperState.REFUSED)
            attempt.rollback()
