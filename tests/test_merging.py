"""Two records of one person: proposed, agreed to by another manager, one from then on, and two again as if nothing had been."""
import re
from datetime import date

import pytest

from portal.accounts.teams import CareTeam, Member, in_force
from portal.cases.models import Case
from portal.clients.apart import NotTwins
from portal.clients.comparing import FIELDS
from portal.clients.following import CALLED, OTHER, threads
from portal.clients.merging import Merge
from portal.clients.models import Alias, Client, Relation
from portal.clients.twins import likely
from portal.db import db
from portal.records import Stale
from portal.reports.models import Report
from portal.rules.approval import DecisionStep
from portal.rules.approval import Why as Refusal
from portal.rules.categories import Category
from portal.rules.client import ClientState, ConsentKind, RelationKind
from portal.rules.client import Why as ClientWhy
from portal.rules.decile import DtsenStatus
from portal.rules.merging import Side, Why
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.schema import tables
from tests.world import full_case, town

ANDI = {"name": "Andi Pratama", "sex": "L", "birth_date": date(2012, 5, 14), "nik": "9901021405120001"}
ANDY = {"name": "Andy Pratama", "sex": "L", "age_estimate": 13, "age_estimate_on": date(2026, 1, 5)}
# What tells of the change itself, and the versions it counts.
TELLING = {"audit_entry", "revision", "transition", "merge", "decision", "care_team", "member", "form_token", "search_query", "search_word"}


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def colleague(make):
    return make.user(name="Budi Santoso")


@pytest.fixture
def manager(make):
    return make.user(Role.MANAGER, name="Komang Wirawan")


@pytest.fixture
def andi(make, officer):
    return make.verified(by=officer, people=[ANDI]).persons[0].client


@pytest.fixture
def andy(make, colleague):
    return make.verified(by=colleague, people=[ANDY]).persons[0].client


@pytest.fixture
def asker(make):
    return make.user(Role.MANAGER, name="Ni Luh Sari")


def now(record):
    return type(record).get_by_id(record.id)


def proposed(kept, gone, *, by, **sides):
    with db.unit():
        return Merge.propose(now(kept), now(gone), by=by, reason="Ibunya sama.", sides={name: Side.GONE for name in sides})


def merged(kept, gone, *, by, manager, **sides):
    return answered(proposed(kept, gone, by=by, **sides), DecisionStep.APPROVE, by=manager)


def answered(decision, step, *, by, **more):
    with db.unit():
        now(decision).decide(step, by=by, **more)
    return now(decision)


def refusal(verb, *args, **kwargs):
    try:
        with db.unit():
            verb(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


def around(client):
    rows = Member.select().where(Member.team == now(client).care_team_id, in_force(), Member.break_glass_reason == "")
    return {row.user_id: row.lead for row in rows}


def dump():
    """Every row of every record as the database holds it, without its version; who is in which team, and what is hidden."""
    rows = {}
    for model in tables():
        if model._meta.table_name not in TELLING:
            columns = [field for field in model._meta.sorted_fields if field.name != "version"]
            rows[model._meta.table_name] = sorted(model.select(*columns).tuples(), key=repr)
    rows["teams"] = sorted((row.team_id, row.user_id, row.lead) for row in Member.select().where(in_force()))
    rows["hidden"] = sorted(team.id for team in CareTeam.select().where(CareTeam.restricted))
    return rows


def lived(make, officer, colleague, manager, andi, andy, **case):
    """Two records to which everything happened that can."""
    place = town(make)
    known = full_case(make, place, by=colleague, manager=manager, **case)
    third = make.verified(by=officer, people=[{"name": "Rini Pratama"}]).persons[0].client
    with db.unit():
        other = Client.get_by_id(known["client"])
        other.add_alias("Cepot", by=colleague)
        other.add_alias("Andi", by=colleague)
        third.add_relation(by=manager, kind=RelationKind.SIBLING, number=other.number)
        other.add_relation(by=colleague, kind=RelationKind.FRIEND, number=andi.number)
        andi.add_alias("Andi", by=officer)
        andi.record_consent(by=officer, kind=ConsentKind.SERVICE, basis=ConsentBasis.OWN, given_on=date(2026, 3, 1))
    return other


def test_everything_hangs_on_the_kept_record(make, officer, colleague, manager, asker, andi):
    other = lived(make, officer, colleague, manager, andi, None)
    case, consents = other.cases.get(), other.consents.count() + andi.consents.count()
    assert not merged(andi, other, by=asker, manager=manager, marks=True).is_open
    kept, gone = now(andi), now(other)
    assert (gone.state, gone.merged_into, gone.care_team_id) == (ClientState.MERGED, kept, kept.care_team_id)
    assert now(case).client == kept and now(case).care_team == kept.care_team
    assert {"Andi Pratama", "Zefanya Wirajaya", "Cepot", "Andi"} == set(kept.names)
    assert len(kept.names) == len(set(kept.names)) and kept.dtsen.decile == 8 and kept.consents.count() == consents
    assert around(kept) == {officer.id: False, colleague.id: True}, "the lead of the running case leads"
    assert [row.called for row in kept.circle() if row.kind == RelationKind.FRIEND] == []


@pytest.mark.parametrize("restricted", [False, True], ids=["ordinary", "restricted"])
def test_taking_it_back_restores_every_row(make, officer, colleague, manager, asker, andi, restricted):
    other = lived(make, officer, colleague, manager, andi, None, restricted=restricted)
    decision = proposed(andi, other, by=asker, name=True, birth=True, nik=True, phone=True)
    before = dump()
    answered(decision, DecisionStep.APPROVE, by=manager)
    assert now(andi).name == "Zefanya Wirajaya" and now(andi).care_team.restricted == restricted and dump() != before
    answered(decision, DecisionStep.UNDO, by=manager)
    after = dump()
    assert {table: rows for table, rows in after.items() if rows != before[table]} == {}
    assert now(other).state == ClientState.ACTIVE


def test_what_somebody_changed_since_stays_and_is_named(make, officer, manager, asker, andi, andy):
    decision = merged(andi, andy, by=asker, manager=manager, name=True, birth=True)
    with db.unit():
        now(andi).correct(by=officer, name="Andi Pratama Putra")
        now(andi).add_alias("Putra", by=officer)
    answered(decision, DecisionStep.UNDO, by=manager)
    kept = now(andi)
    assert kept.name == "Andi Pratama Putra" and kept.birth_date == date(2012, 5, 14) and kept.age_estimate is None
    assert {alias.name for alias in kept.aliases} == {"Putra"} and Merge.get().stayed == ["Nama lengkap"]


def test_what_is_written_after_the_merge_stays_with_the_kept_record(make, officer, colleague, manager, asker, andi, andy):
    decision = merged(andi, andy, by=asker, manager=manager)
    with db.unit():
        report = Report.select().join(CareTeam).where(Report.received_by == colleague).get()
        case = Case.open_for(now(andi), by=officer, report=report, category=Category.STREET_CHILD)
        now(andi).check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=2, checked_on=date(2026, 3, 1))
    answered(decision, DecisionStep.UNDO, by=manager)
    assert now(case).client == now(andi) and now(andi).dtsen.decile == 2 and now(andy).dtsen is None


def test_a_link_taken_back_meanwhile_stays_taken_back(make, officer, colleague, manager, asker, andi, andy):
    person = make.triaged(by=officer, people=[{"name": "Andy"}]).persons[0]
    with db.unit():
        person.is_known(andy, by=officer)
    decision = merged(andi, andy, by=asker, manager=manager)
    assert now(person).client == andi
    with db.unit():
        now(person).unlink(by=officer)
    answered(decision, DecisionStep.UNDO, by=manager)
    assert now(person).client is None


def test_nobody_approves_their_own_and_no_officer_does(officer, manager, asker, andi, andy):
    decision = proposed(andi, andy, by=asker)
    assert refusal(now(decision).decide, DecisionStep.APPROVE, by=asker) is Refusal.OWN_WORK
    assert refusal(now(decision).decide, DecisionStep.APPROVE, by=officer) is Refusal.NOT_A_MANAGER
    answered(decision, DecisionStep.REFUSE, by=manager, reason="Bukan orang yang sama.")
    assert now(andy).state == ClientState.ACTIVE and not Merge.history(andi)


def test_two_running_cases_are_not_merged(make, officer, colleague, manager, asker):
    one, two = make.case(by=officer), make.case(by=colleague)
    assert refusal(Merge.propose, one.client, two.client, by=asker, reason="Sama.") is Why.BOTH_OPEN
    with db.unit():
        two.cancel(by=colleague, reason="Ganda.")
    merged(one.client, two.client, by=asker, manager=manager)
    assert now(one).client == now(two).client


def test_a_case_opened_meanwhile_stops_the_approval(make, officer, colleague, manager, asker, andy):
    one = make.case(by=officer)
    decision = proposed(one.client, andy, by=asker)
    with db.unit():
        Case.open_for(andy, by=colleague, report=Report.get(Report.received_by == colleague), category=Category.STREET_CHILD)
    assert refusal(now(decision).decide, DecisionStep.APPROVE, by=manager) is Why.BOTH_OPEN


def test_one_proposal_about_a_record_at_a_time(make, officer, asker, andi, andy):
    third = make.verified(by=officer).persons[0].client
    proposed(andi, andy, by=asker)
    for kept, gone in ((andi, andy), (andy, third), (third, andi), (third, andy)):
        assert refusal(Merge.propose, kept, gone, by=asker, reason="Sama.") is Why.ALREADY_ASKED
    assert refusal(Merge.propose, third, third, by=asker, reason="Sama.") is Why.ONE_RECORD


def test_a_record_that_was_changed_is_looked_at_again(make, officer, colleague, manager, asker, andi, andy):
    seen = andi.version
    with db.unit():
        now(andi).correct(by=officer, marks="Bekas luka")
    with pytest.raises(Stale), db.unit():
        Merge.propose(andi, andy, by=asker, reason="Sama.", seen=seen)
    decision = proposed(andi, andy, by=asker)
    looked = now(decision).looked
    with db.unit():
        now(andy).correct(by=colleague, school="SDN 4")
    assert refusal(now(decision).decide, DecisionStep.APPROVE, by=manager, looked=looked) is Refusal.LOOK_AGAIN
    assert Merge.of(decision).changed_since == [(andy.number, ["Sekolah dan kelas"])]
    answered(decision, DecisionStep.APPROVE, by=manager, looked=now(decision).looked)
    assert now(andi).school == "SDN 4", "what only the other knows stands"


def test_what_is_hidden_stays_hidden_and_the_reports_of_its_cases_with_it(make, officer, colleague, manager, asker, andi):
    case = make.case(by=colleague)
    with db.unit():
        andi.care_team.restrict(by=officer)
    decision = merged(andi, case.client, by=asker, manager=manager)
    report = case.reports.get()
    assert now(case).care_team.restricted and now(report).care_team.restricted
    answered(decision, DecisionStep.UNDO, by=manager)
    assert not now(case).care_team.restricted and not now(report).care_team.restricted and now(andi).care_team.restricted


def test_a_merged_record_is_only_read(officer, manager, asker, andi, andy):
    merged(andi, andy, by=asker, manager=manager)
    gone, today = now(andy), date(2026, 3, 1)
    verbs = ((gone.correct, {"name": "X"}), (gone.add_alias, {"name": "X"}), (gone.add_relation, {"kind": RelationKind.FRIEND, "name": "X"}),
             (gone.record_consent, {"kind": ConsentKind.PHOTO, "basis": ConsentBasis.OWN, "given_on": today}),
             (gone.check_dtsen, {"status": DtsenStatus.LISTED, "decile": 1, "checked_on": today}))
    assert {refusal(verb, by=officer, **values) for verb, values in verbs} == {ClientWhy.NOT_ACTIVE}


def test_chains_keep_every_number_and_are_taken_back_last_first(make, officer, manager, asker, andi, andy):
    third, fourth = (make.verified(by=officer, people=[{"name": name}]).persons[0].client for name in ("Andika", "Pratama"))
    first = merged(andi, andy, by=asker, manager=manager, name=True)
    second = merged(andi, third, by=asker, manager=manager, name=True)
    last = merged(fourth, andi, by=asker, manager=manager)
    assert now(andy).standing == fourth and {one.number for one in now(fourth).absorbed} == {andi.number, andy.number, third.number}
    assert refusal(Merge.propose, andi, andy, by=asker, reason="Lagi.") is Why.NOT_STANDING
    assert refusal(now(first).decide, DecisionStep.UNDO, by=manager) is Refusal.TOO_LATE_TO_UNDO and "digabung lagi" in Merge.of(first).why_not_undone
    answered(last, DecisionStep.UNDO, by=manager)
    assert third.number in Merge.of(first).why_not_undone and now(andi).name == "Andika"
    answered(second, DecisionStep.UNDO, by=manager)
    assert now(andi).name == "Andy Pratama"
    answered(first, DecisionStep.UNDO, by=manager)
    assert now(andi).name == "Andi Pratama" and {now(each).state for each in (andi, andy, third, fourth)} == {ClientState.ACTIVE}
    assert not Alias.select().exists()
    merged(andy, andi, by=asker, manager=manager)
    assert now(andi).standing == andy, "the other way round"


def test_every_column_that_names_a_client_moves_with_them():
    """Whoever adds one thinks here of what becomes of it when two records are one, and of its words."""
    assert {(thread.table, thread.field.name) for thread in threads()} >= {
        ("alias", "client"), ("relation", "client"), ("relation", "other"), ("consent", "client"), ("dtsen_check", "client"),
        ("report_person", "client"), ("case", "client"), ("file", "subject_id")}
    assert [thread.table for thread in threads() if thread.called == OTHER] == [] and CALLED
    assert {("case", "care_team"), ("client", "care_team")} <= {(thread.table, thread.field.name) for thread in threads(CareTeam)}


def test_every_column_of_a_client_can_be_chosen_from():
    own = {"id", "version", "care_team", "number", "state", "merged_into"}
    assert {column for _, columns in FIELDS.values() for column in columns} == set(Client._meta.fields) - own


def seen(page, name="seen"):
    return re.search(rf'name="{name}" value="([^"]*)"', page.text)[1]


def test_the_story_of_two_records_over_the_screens(client, make, officer, manager, asker, andi, andy):
    """An officer who sees both proposes; a manager sees both side by side, agrees, and takes it back."""
    with db.unit():
        andy.care_team.join(officer, by=officer)
    client.sign_in(officer)
    page = client.get(client.post(f"/clients/{andy.id}/twin", data={"number": andi.number}).location)
    assert page.request.path == f"/clients/{andi.id}/merge/{andy.id}", "the older number is kept"
    assert "Andy Pratama" in page.text and "<b>beda</b>" in page.text and "9901021405120001" not in page.text
    assert "9901021405120001" in client.post(page.request.path, data={"reveal": "1", "reason": "Ibunya"}).text
    told = {"form_token": seen(page, "form_token"), "seen": seen(page), "other_seen": seen(page, "other_seen"), "take_name": "gone"}
    assert client.post(page.request.path, data=told).status_code == 422
    proposal = client.post(page.request.path, data=told | {"reason": "Ibunya sama."}).location
    waiting = client.get(page.request.path).text
    assert "masih menunggu keputusan" in waiting and "Ajukan penggabungan" not in waiting
    client.sign_in(manager)
    page = client.get(proposal)
    assert "Andi Pratama | Andy Pratama → Andy Pratama" in page.text and "Kedua data sekarang" in page.text and "Kedua tim bergabung" in page.text
    stale = {"step": "approve", "seen": seen(page), "looked": "0.0"}
    assert client.post(f"{proposal}/answer", data=stale).status_code == 409 and not now(andy).merged_into
    client.post(f"{proposal}/answer", data=stale | {"looked": seen(page, "looked")})
    page = client.get(f"/clients/{andi.id}").text
    assert "Riwayat penggabungan" in page and "Andy Pratama" in page and "Lihat dan urungkan" in page
    page = client.get(f"/clients/{andy.id}").text
    assert "Digabung ke" in page and andi.number in page and "Ubah</a>" not in page
    for text in (andy.number, "Andy", "9901021405120001"):
        listed = client.get(client.post("/clients/search", data={"q": text}).location).text
        assert f'/clients/{andi.id}"' in listed and f'/clients/{andy.id}"' not in listed, text
    assert f'/clients/{andy.id}"' not in client.get("/clients").text
    page = client.get(proposal)
    client.post(f"{proposal}/answer", data={"step": "undo", "seen": seen(page)})
    assert now(andy).state == ClientState.ACTIVE and now(andi).name == "Andi Pratama"
    assert "diurungkan" in client.get(f"/clients/{andi.id}").text


def test_an_officer_compares_only_what_they_see_whole(client, make, officer, colleague, andi, andy):
    client.sign_in(officer)
    page = client.post(f"/clients/{andi.id}/twin", data={"number": andy.number})
    assert page.status_code == 422 and "garis besarnya" in page.text
    assert client.get(f"/clients/{andi.id}/merge/{andy.id}").status_code == 404
    with db.unit():
        andy.care_team.restrict(by=colleague)
    page = client.post(f"/clients/{andi.id}/twin", data={"number": andy.number})
    assert page.status_code == 422 and "Tidak ada klien dengan nomor ini" in page.text


def test_a_proposal_is_seen_by_who_put_it_and_the_managers_alone(client, officer, manager, asker, andi, andy):
    decision = proposed(andi, andy, by=asker)
    client.sign_in(officer)
    assert client.get(f"/decisions/{decision.id}").status_code == 404
    client.sign_in(manager)
    assert client.get(f"/decisions/{decision.id}").status_code == 200


def test_an_old_number_leads_to_the_kept_record(make, officer, manager, asker, andi, andy):
    merged(andi, andy, by=asker, manager=manager)
    assert Client.numbered(andy.number, officer) == andi
    with db.unit():
        person = make.triaged(by=officer, people=[{"name": "Andy"}]).persons[0].is_numbered(andy.number, by=officer)
    assert person.client == andi


def test_what_the_two_are_noted_as_to_each_other_is_said_and_not_lost(client, make, officer, manager, asker, andi, andy):
    with db.unit():
        andi.add_relation(by=asker, kind=RelationKind.SIBLING, number=andy.number)
    client.sign_in(asker)
    assert "keluarga atau orang dekat satu sama lain" in client.get(f"/clients/{andi.id}/merge/{andy.id}").text
    decision = merged(andi, andy, by=asker, manager=manager)
    assert now(andi).circle() == [] and Relation.get().other == andy
    answered(decision, DecisionStep.UNDO, by=manager)
    assert [row.other for row in now(andi).circle()] == [andy]


def test_managers_list_the_likely_pairs_also_of_hidden_records(client, make, officer, colleague, manager, asker):
    one = make.verified(by=officer, people=[ANDI | {"name": "M. Rizky"}]).persons[0].client
    two = make.verified(by=colleague, people=[ANDI | {"name": "Muhammad Rizki", "nik": None}]).persons[0].client
    far = make.verified(by=colleague, people=[{"name": "Muhammad Rizki", "sex": "P", "birth_date": date(2012, 5, 14)}]).persons[0].client
    with db.unit():
        one.care_team.restrict(by=officer)
    assert [(pair.one, pair.other) for pair in likely()] == [(one, two)]
    client.sign_in(manager)
    page = client.get("/clients/twins").text
    assert one.number in page and "Bandingkan" in page and far.number not in page and "M. Rizky" in page
    assert "Mungkin satu orang" in client.get("/clients").text and "Mungkin satu orang" in client.get("/").text
    form = client.get(f"/clients/{one.id}/apart/{two.id}")
    done = client.post(form.request.path, data={"form_token": seen(form, "form_token"), "reason": "Kembar."})
    page = client.get(done.location).text
    assert likely() == [] and "Kembar." in page and 'accesskey="z"' in page
    assert "pernah dinyatakan bukan orang yang sama" in client.get(f"/clients/{one.id}/merge/{two.id}").text
    assert client.post(f"/clients/{one.id}/apart/{two.id}", data={"reason": "Lagi."}).status_code == 422
    assert client.post(f"/clients/{one.id}/apart/{two.id}/undoing").status_code == 303
    assert len(likely()) == 1 and NotTwins.latest() == []
    assert client.post(f"/clients/{one.id}/apart/{two.id}/undoing").status_code == 409
    proposed(one, two, by=asker)
    assert likely() == [] and "Mungkin satu orang" not in client.get("/").text


def test_an_officer_has_no_list_of_pairs(client, officer):
    client.sign_in(officer)
    assert client.get("/clients/twins").status_code == 403 and "Mungkin satu orang" not in client.get("/clients").text


def test_what_moves_is_counted_as_far_as_the_reader_sees_it(client, make, officer, colleague, manager):
    one, other = (make.verified(by=officer, people=[ANDI]).persons[0].client for _ in range(2))
    client.sign_in(officer)
    address = f"/clients/{one.id}/merge/{other.id}"
    assert "1 sebutan" in client.get(address).text
    with db.unit():
        make.report(by=colleague, restricted=True).persons[0].is_known(other, by=colleague)
    assert "1 sebutan" in client.get(address).text
    client.sign_in(manager)
    assert "2 sebutan" in client.get(address).text


def test_who_no_longer_sees_a_record_reads_no_more_than_they_proposed(client, officer, colleague, andi, andy):
    with db.unit():
        andy.care_team.join(officer, by=colleague)
        decision = Merge.propose(andi, andy, by=officer, reason="Ibu yang sama.")
    client.sign_in(officer)
    assert "Kedua data sekarang" in client.get(f"/decisions/{decision.id}").text
    with db.unit():
        andy.care_team.leave(officer, by=colleague)
        now(andy).correct(by=colleague, origin="Desa seberang")
    page = client.get(f"/decisions/{decision.id}").text
    assert "Ibu yang sama." in page and "Desa seberang" not in page and "Berubah sejak" not in page


def test_what_was_hidden_while_they_were_one_stays_hidden_when_they_are_two(make, officer, manager, asker, andi, andy):
    decision = merged(andi, andy, by=asker, manager=manager)
    with db.unit():
        now(andi).care_team.restrict(by=officer)
    answered(decision, DecisionStep.UNDO, by=manager)
    assert now(andi).care_team.restricted and now(andy).care_team.restricted and now(andy).care_team != now(andi).care_team
    assert not now(andy).exists_for(make.user())
