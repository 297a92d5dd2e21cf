"""Acting officials: what they may decide and see, from one midnight to another, and what nobody can hand down."""
from datetime import date, datetime, timedelta

import pytest

from portal import audit, clock
from portal.accounts import admission
from portal.accounts.delegations import Delegation
from portal.accounts.models import User
from portal.accounts.roles import UserRole
from portal.audit import Event
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.rules import approval, delegation
from portal.rules.approval import DecisionState, DecisionStep
from portal.rules.delegation import DelegationState, Why
from portal.rules.letter_number import SigningMode
from portal.rules.levels import Level
from portal.rules.refused import Refused
from portal.rules.roles import May, Role

TODAY = date(2026, 3, 2)
POST = "Kepala Dinas Sosial"
# The last second of 2 March in the office's time (WITA), and the first of 3 March.
LAST_SECOND, MIDNIGHT = datetime(2026, 3, 2, 15, 59, 59), datetime(2026, 3, 2, 16, 0)


@pytest.fixture
def head(make):
    return make.user(Role.MANAGER, name="Komang Wirawan")


@pytest.fixture
def actor(make):
    return make.user(name="Rina Sari")


@pytest.fixture
def admin(make):
    return make.user(Role.ADMIN)


@pytest.fixture
def officer(make):
    return make.user()


def lend(user, principal, *, by=None, mode=SigningMode.PLH, since=TODAY, until=TODAY, **more):
    told = {"post": POST, "order_no": "800/12/2026", "title": "Sekretaris"} | more
    with db.unit():
        return Delegation.record(by=by or principal, user=user, principal=principal, mode=mode, since=since, until=until, **told)


def proposed(make, by, **details):
    """A proposal to raise the level of a case of this person's."""
    case = make.case(by=by, **details)
    with db.unit():
        return case.propose_level(Level.URGENT, by=by, reason="Anak tampak sakit.")


def decide(proposal, by, step=DecisionStep.APPROVE, **more):
    with db.unit():
        return Decision.get_by_id(proposal.id).decide(step, by=by, **more)


def why(action, *args, **kwargs):
    """Why it was refused, or None."""
    try:
        with db.unit():
            action(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


def fresh(user):
    return User.get_by_id(user.id)


FORM = {"mode": "plh", "post": POST, "title": "", "rank": "Pembina (IV/a)", "through": "", "order_no": "800/12/2026", "since": "02-03-2026",
        "until": "06-03-2026"}


def test_a_manager_hands_down_their_own_authority_and_sees_it(client, head, actor):
    client.sign_in(head)
    assert "Atas wewenang Komang Wirawan, dari surat perintah" in client.get("/accounts/delegations/new").text
    assert client.post("/accounts/delegations/new", data=FORM | {"user": actor.id}).status_code == 303
    row = Delegation.get()
    assert (row.user, row.principal, row.recorded_by, row.rank) == (actor, head, head, "Pembina (IV/a)")
    assert (row.since, row.until, row.mode, row.order_no) == (TODAY, date(2026, 3, 6), SigningMode.PLH, "800/12/2026")
    text = client.get("/accounts/delegations/").text
    assert "Rina Sari" in text and "Plh. Kepala Dinas Sosial" in text and "Berlaku" in text and "dicatat Komang Wirawan" in text
    for path in ("/", "/decisions/"):
        assert "Hari ini: Rina Sari selaku Plh. Kepala Dinas Sosial, sampai 6 Maret 2026." in client.get(path).text
    told = audit.Entry.get(audit.Entry.action == Event.DELEGATED)
    assert (told.subject, told.subject_id, told.by, told.detail) == ("user", actor.id, head.id, {"delegation": row.id, "mode": "plh"})


def test_every_manager_learns_that_authority_was_handed_down_and_taken_back(client, make, head, actor):
    row = lend(actor, head)
    client.sign_in(make.user(Role.MANAGER))
    assert "pelimpahan wewenang dicatat" in client.get("/").text
    with db.unit():
        row.end(by=head, reason="Sudah kembali.")
    assert "pelimpahan wewenang diakhiri" in client.get("/").text


def test_an_admin_writes_down_an_order_also_for_a_post_that_nobody_holds(client, admin, head, actor, make):
    client.sign_in(admin)
    assert client.post("/accounts/delegations/new", data=FORM | {"user": actor.id, "principal": head.id}).status_code == 303
    other = make.user()
    vacant = FORM | {"user": other.id, "principal": "vacant", "mode": "plt", "post": "Kepala Bidang Rehabilitasi Sosial"}
    assert client.post("/accounts/delegations/new", data=vacant).status_code == 303
    assert fresh(other).roles == {Role.OFFICER, Role.MANAGER} and Delegation.get(Delegation.user == other).principal is None
    assert "tanpa pemegang di Sigap" in client.get("/accounts/delegations/").text


@pytest.mark.parametrize("wrong, said", [
    ({"user": ""}, "Pilih siapa yang bertindak."),
    ({"user": "999999"}, "Pilih salah satu dari daftar."),
    ({"mode": ""}, "Pilih cara bertindaknya."),
    ({"mode": "head"}, "Pilih salah satu dari daftar."),
    ({"post": ""}, "Tulis jabatan yang diwakili"),
    ({"order_no": "  "}, "Tulis nomor surat perintahnya."),
    ({"until": ""}, "Tulis hari terakhirnya."),
    ({"until": "40-13-2026"}, "tidak ada di kalender"),
    ({"until": "01-03-2026"}, "lebih awal daripada hari mulainya"),
    ({"since": "01-02-2026", "until": "01-03-2026"}, "Hari terakhirnya sudah lewat"),
    ({"until": "06-03-2062"}, "Paling lama satu tahun"),
    ({"mode": "an"}, "Tulis jabatannya sendiri"),
    ({"mode": "ub", "title": "Kepala Bidang"}, "Tulis jabatan perantaranya"),
    ({"mode": "ub", "title": "Kasi", "through": "Kabid", "post": "Kepala Bidang"}, "u.b. turun dua tingkat"),
    ({"post": "x" * 300}, "paling banyak 120 huruf"),
])
def test_what_cannot_be_an_order_is_a_sentence_and_keeps_what_was_typed(client, head, actor, wrong, said):
    client.sign_in(head)
    response = client.post("/accounts/delegations/new", data=FORM | {"user": actor.id} | wrong)
    assert response.status_code == 422 and said in response.text and "Pembina (IV/a)" in response.text
    assert not Delegation.select().exists()


def test_sending_the_form_twice_records_it_once(client, head, actor):
    client.sign_in(head)
    token = client.get("/accounts/delegations/new").text.split('name="form_token"')[1].split('value="')[1].split('"')[0]
    for _ in range(2):
        assert client.post("/accounts/delegations/new", data=FORM | {"user": actor.id, "form_token": token}).status_code == 303
    assert Delegation.select().count() == 1


def test_who_acts_decides_and_it_is_told_in_which_capacity(client, make, head, actor, officer):
    row, proposal = lend(actor, head), proposed(make, officer)
    client.sign_in(actor)
    inbox = client.get("/decisions/").text
    assert "Anak tampak sakit." in inbox and "Hari ini Anda bertindak selaku Plh. Kepala Dinas Sosial" in inbox
    assert client.post(f"/decisions/{proposal.id}/answer", data={"step": "approve", "seen": proposal.version}).status_code == 303
    decided = Decision.get_by_id(proposal.id)
    assert (decided.state, decided.decided_by, decided.delegation) == (DecisionState.APPROVED, actor, row)
    assert Case.get_by_id(proposal.subject_id).level == Level.URGENT
    client.sign_in(officer)
    assert "Rina Sari selaku Plh. Kepala Dinas Sosial" in client.get(f"/decisions/{proposal.id}").text
    assert client.get(f"/decisions/{proposal.id}/now").text.count("selaku Plh.") == 1
    told = audit.Entry.get(audit.Entry.action == "approve", audit.Entry.subject == "decision")
    assert (told.by, told.detail["delegation"]) == (actor.id, row.id)


def test_a_manager_who_also_acts_decides_by_their_own_right(make, head, officer):
    deputy = make.user(Role.MANAGER)
    lend(deputy, head)
    assert decide(proposed(make, officer), fresh(deputy)).delegation is None


def test_undoing_keeps_who_had_approved_and_by_which_order(make, head, actor, officer):
    row, proposal = lend(actor, head), proposed(make, officer)
    decide(proposal, fresh(actor))
    undone = decide(proposal, fresh(actor), DecisionStep.UNDO) if proposal.undoable else Decision.get_by_id(proposal.id)
    assert (undone.decided_by, undone.delegation) == (actor, row)


def test_at_the_offices_midnight_it_begins_and_is_over_by_itself(client, make, head, actor, officer):
    lend(actor, head, since=TODAY + timedelta(days=1), until=TODAY + timedelta(days=1))
    proposal = proposed(make, officer, restricted=True)
    client.sign_in(actor)
    answer = {"step": "approve", "seen": proposal.version}
    for moment, roles, status in [(LAST_SECOND, {Role.OFFICER}, 404), (MIDNIGHT, {Role.OFFICER, Role.MANAGER}, 200),
                                  (MIDNIGHT + timedelta(hours=23, minutes=59, seconds=59), {Role.OFFICER, Role.MANAGER}, 200),
                                  (MIDNIGHT + timedelta(days=1), {Role.OFFICER}, 404)]:
        clock.use(lambda moment=moment: moment)
        assert fresh(actor).roles == roles
        assert client.get(f"/decisions/{proposal.id}").status_code == status
    assert client.post(f"/decisions/{proposal.id}/answer", data=answer).status_code == 404
    assert Decision.get_by_id(proposal.id).state == DecisionState.OPEN


def test_an_answer_sent_past_midnight_by_who_opened_the_page_before_is_refused(make, head, actor, officer):
    lend(actor, head)
    proposal, acting = proposed(make, officer), fresh(actor)
    clock.use(lambda: LAST_SECOND)
    assert acting.may(May.DECIDE)
    clock.use(lambda: MIDNIGHT)
    assert acting.may(May.DECIDE)  # what this request knew at its beginning
    assert why(Decision.get_by_id(proposal.id).decide, DecisionStep.APPROVE, by=acting) == approval.Why.NOT_A_MANAGER


def test_authority_is_not_lent_on(client, make, head, actor):
    lend(actor, head)
    third = make.user()
    client.sign_in(actor)
    assert "Catat pelimpahan" not in client.get("/accounts/delegations/").text
    refused = client.post("/accounts/delegations/new", data=FORM | {"user": third.id})
    assert refused.status_code == 422 and "tidak bisa dilimpahkan lagi" in refused.text
    with db.unit():  # even were it written down
        Delegation.begin(by=actor, user=third, principal=actor, mode=SigningMode.PLH, post=POST, order_no="1", since=TODAY, until=TODAY,
                         recorded_by=actor)
    assert fresh(third).roles == {Role.OFFICER}


def test_an_admin_lends_nothing_to_themself_nor_the_authority_of_who_has_none(client, make, head, actor, admin):
    both = make.user(Role.ADMIN, Role.OFFICER)
    client.sign_in(both)
    assert str(both.id) not in [value for value in _values(client.get("/accounts/delegations/new").text, "user")]
    assert why(lend, both, head, by=both) == Why.FOR_ONESELF
    assert why(lend, both, None, by=both) == Why.FOR_ONESELF
    assert why(lend, actor, make.user(), by=admin) == Why.NOTHING_TO_LEND
    assert why(lend, make.user(Role.AUDITOR), head, by=admin) == Why.NOT_ABLE_TO_ACT
    assert why(lend, head, head) == Why.FOR_ONESELF
    assert why(lend, actor, head, by=make.user(Role.MANAGER)) == Why.NOT_YOURS_TO_LEND
    assert not Delegation.select().exists()


def _values(text, name):
    select = text.split('<select')[1:]
    mine = next(part for part in select if f'name="{name}"' in part.split(">")[0]).split("</select>")[0]
    return [part.split('"')[0] for part in mine.split('value="')[1:]]


def test_it_gives_nothing_while_its_principal_is_no_manager_or_gone(make, head, actor, admin):
    row = lend(actor, head)
    with db.unit():
        fresh(head).set_roles([Role.OFFICER], by=admin)
    assert fresh(actor).roles == {Role.OFFICER} and Delegation.with_states([row])[0].state == DelegationState.IDLE
    with db.unit():
        fresh(head).set_roles([Role.MANAGER], by=admin)
    assert fresh(actor).roles == {Role.OFFICER, Role.MANAGER}
    with db.unit():
        admission.deactivate(fresh(head), by=admin)
    assert fresh(actor).roles == {Role.OFFICER} and not Delegation.today()


def test_it_gives_nothing_to_a_closed_account_or_one_that_works_with_clients_no_more(client, make, head, actor, admin):
    row = lend(actor, head)
    with db.unit():
        fresh(actor).set_roles([Role.AUDITOR], by=admin)
    assert fresh(actor).roles == {Role.AUDITOR}
    with db.unit():
        fresh(actor).set_roles([Role.OFFICER], by=admin)
        admission.deactivate(fresh(actor), by=admin)
    assert Role.MANAGER not in fresh(actor).roles and not Delegation.today() and Delegation.with_states([row])[0].state == DelegationState.IDLE
    assert actor not in list(User.with_role(Role.MANAGER))
    client.sign_in(head)
    assert "Tanpa wewenang" in client.get("/accounts/delegations/").text


def test_the_principals_own_proposals_are_not_covered(client, make, actor, admin):
    head = make.user(Role.OFFICER, Role.MANAGER, name="Komang Wirawan")
    lend(actor, head)
    own, principals = proposed(make, actor), proposed(make, head, person={"name": "Rudi Hartono"})
    acting = fresh(actor)
    assert not Decision.waiting_for(acting).exists()
    assert own.offered_to(acting) == [DecisionStep.WITHDRAW] and principals.offered_to(acting) == []
    assert why(own.decide, DecisionStep.APPROVE, by=acting) == approval.Why.OWN_WORK
    client.sign_in(actor)
    assert "pejabat yang Anda wakili" in client.get(f"/decisions/{principals.id}").text
    refused = client.post(f"/decisions/{principals.id}/answer", data={"step": "approve", "seen": principals.version})
    assert refused.status_code == 409 and "pejabat yang Anda wakili" in refused.text
    # Acting for a second manager too, it is decided by that order; and who acts for both never decides their own.
    second = make.user(Role.MANAGER)
    row = lend(actor, second, post="Kepala Bidang")
    assert list(Decision.waiting_for(fresh(actor))) == [principals]
    assert decide(principals, fresh(actor)).delegation == row
    assert why(own.decide, DecisionStep.APPROVE, by=fresh(actor)) == approval.Why.OWN_WORK


def test_an_empty_post_made_nothing(make, actor, admin, head):
    row = lend(actor, None, by=admin)
    both = make.user(Role.OFFICER, Role.MANAGER)
    assert decide(proposed(make, both), fresh(actor)).delegation == row


def test_ended_early_it_gives_nothing_from_that_moment_and_ends_once(client, make, head, actor, officer):
    row, proposal = lend(actor, head, until=TODAY + timedelta(days=9)), proposed(make, officer)
    decided = decide(proposed(make, officer, person={"name": "Rudi Hartono"}), fresh(actor))
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/accounts/delegations/{row.id}/ending").status_code == 409
    client.sign_in(head)
    here = f"/accounts/delegations/{row.id}/ending"
    assert client.post(here, data={"reason": "  ", "seen": row.version}).status_code == 422
    assert client.post(here, data={"reason": "Sudah kembali bertugas.", "seen": row.version}).status_code == 303
    ended = Delegation.get_by_id(row.id)
    assert (ended.ended_by, ended.ended_at, ended.ended_reason) == (head, clock.now(), "Sudah kembali bertugas.")
    assert fresh(actor).roles == {Role.OFFICER} and why(proposal.decide, DecisionStep.APPROVE, by=fresh(actor)) == approval.Why.NOT_A_MANAGER
    assert Decision.get_by_id(decided.id).state == DecisionState.APPROVED
    assert client.get(here).status_code == 409 and "Komang Wirawan: Sudah kembali bertugas." in client.get("/accounts/delegations/").text
    assert "Diakhiri" in client.get("/accounts/delegations/?state=ended").text
    assert "Rina Sari" not in client.get("/accounts/delegations/?state=running").text


def test_a_stale_ending_is_a_conflict(client, head, actor):
    row = lend(actor, head)
    client.sign_in(head)
    assert client.post(f"/accounts/delegations/{row.id}/ending", data={"reason": "Keliru.", "seen": row.version + 1}).status_code == 409
    assert Delegation.get_by_id(row.id).ended_at is None


@pytest.mark.parametrize("mode, days, more, expected", [
    (SigningMode.PLT, (3, 5), {}, Why.ONE_AT_A_TIME),
    (SigningMode.PLH, (5, 9), {}, Why.ONE_AT_A_TIME),
    (SigningMode.PLH, (6, 9), {}, None),
    (SigningMode.PLH, (2, 2), {}, Why.ONE_AT_A_TIME),
    (SigningMode.AN, (3, 5), {}, None),
])
def test_one_stands_in_for_an_official_at_a_time(make, head, actor, mode, days, more, expected):
    """Beside a Plh. from 2 to 5 March."""
    lend(actor, head, until=date(2026, 3, 5))
    since, until = (date(2026, 3, day) for day in days)
    assert why(lend, make.user(), head, mode=mode, since=since, until=until) == expected


def test_the_same_person_acts_once_and_an_ended_one_makes_room(make, head, actor, admin):
    row = lend(actor, head)
    assert why(lend, actor, head, mode=SigningMode.AN) == Why.ACTS_ALREADY
    assert why(lend, make.user(), None, by=admin, post="KEPALA DINAS SOSIAL") == Why.ONE_AT_A_TIME
    assert why(lend, actor, make.user(Role.MANAGER), by=admin, post="Sekretaris") is None
    with db.unit():
        row.end(by=head, reason="Keliru.")
    assert why(lend, make.user(), head) is None


def test_what_is_lent_is_never_mistaken_for_what_is_granted(client, make, head, actor, admin):
    lend(actor, head)
    acting = fresh(actor)
    assert acting.held_roles == {Role.OFFICER} and acting.roles == {Role.OFFICER, Role.MANAGER}
    client.sign_in(admin)
    assert "<td>Petugas</td>" in client.get("/accounts").text.split("Rina Sari")[1].split("</tr>")[0]
    form = client.get(f"/accounts/{actor.id}/roles").text
    assert form.count("checked") == 1 and 'value="officer"' in form.split("checked")[0].rsplit("<input", 1)[1] + form.split("checked")[1][:80]
    with db.unit():
        acting.set_roles([Role.OFFICER], by=admin)
    assert UserRole.select().where(UserRole.user == actor).count() == 1
    with db.unit():
        acting.grant(Role.MANAGER, by=admin)
    clock.use(lambda: MIDNIGHT)
    assert fresh(actor).roles == {Role.OFFICER, Role.MANAGER}


def test_whoever_asks_who_decides_finds_who_acts(make, head, actor):
    lend(actor, head)
    assert actor in list(User.with_role(Role.MANAGER)) and actor in list(User.who_may(May.DECIDE))
    assert actor in list(User.select().where(User.holds(Role.MANAGER)))
    known = User.learn_roles(User.select().where(User.id.in_([actor.id, head.id])).order_by(User.id))
    assert [each.roles for each in known] == [{Role.MANAGER}, {Role.OFFICER, Role.MANAGER}]
    clock.use(lambda: MIDNIGHT)
    assert actor not in list(User.with_role(Role.MANAGER)) and actor not in list(User.who_may(May.DECIDE))


def test_the_last_admin_is_counted_by_grants(make, admin, head, actor):
    lend(actor, head)
    assert fresh(admin).is_last_admin


@pytest.mark.parametrize("role, status", [(Role.OFFICER, 403), (Role.AUDITOR, 403), (Role.MANAGER, 200), (Role.ADMIN, 200)])
def test_who_sees_who_acts(client, make, role, status):
    client.sign_in(make.user(role))
    for path in ("/accounts/delegations/", "/accounts/delegations/new"):
        assert client.get(path).status_code == status


def test_pages_ask_the_database_as_often_however_many_act(client, make, head, actor, officer, admin, statements):  # noqa: F811
    proposed(make, officer)
    client.sign_in(actor)
    lend(actor, head)
    paths = ("/", "/decisions/", "/cases/", "/accounts/delegations/")
    for path in paths:
        client.get(path)
    few = {path: statements(lambda path=path: client.get(path)) for path in paths}
    for n in range(6):
        lend(make.user(), make.user(Role.MANAGER), by=admin, post=f"Kepala Bidang {n}")
        make.user()
    assert {path: statements(lambda path=path: client.get(path)) for path in paths} == few


def test_what_somebody_may_do_takes_one_statement_and_one_more_for_who_acts(make, head, actor):
    lend(actor, head)
    people, asked, execute = [fresh(actor), fresh(head), make.user()], [], db.execute_sql
    db.execute_sql = lambda sql, params=None: asked.append(sql) or execute(sql, params)
    try:
        for each in User.learn_roles(people):
            assert each.roles and each.held_roles
        assert len(asked) == 2
        assert fresh(head).may(May.DECIDE) and len(asked) == 4  # the person, and what they may
        assert fresh(actor).may(May.DECIDE) and len(asked) == 7
    finally:
        del db.execute_sql


def test_the_sum_of_what_a_manager_may_is_what_who_acts_may(make, head, actor):
    lend(actor, head)
    assert all(fresh(actor).may(each) for each in May if head.may(each))
    assert not fresh(actor).may(May.MANAGE_USERS) and not fresh(actor).may(May.READ_TRAIL)
    assert delegation.lends(fresh(actor).held_roles) is False
