"""The manager's inbox: the oldest first, several at once, what warns, and what was approved beside what stands now."""
import re
from datetime import date

import pytest

from portal import audit, clock
from portal.assessments.considerations import Consideration
from portal.audit import Event
from portal.casefile import closure
from portal.cases import team as crew
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.clients.merging import Merge
from portal.db import db
from portal.decisions.models import Decision
from portal.reports import sight
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import DtsenStatus
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, PauseReason
from portal.rules.nik import Sex
from portal.rules.outside_family import CareKind
from portal.rules.report import ReportStep
from portal.rules.roles import Role
from portal.services.outside import OutsideCare
from portal.training.fitting.proposals import propose
from tests.stories.reading import Reader
from tests.test_assessment_review import child
from tests.test_assessment_review import put as assessed
from tests.test_training import batch_of
from tests.world import READY, drafted, town


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def manager(make):
    return make.user(Role.MANAGER, name="Komang Wirawan")


TWINS = (("Andi Pratama", Sex.MALE), ("Andy Pratama", Sex.FEMALE))
CASE = {"name": "Rina Sari", "sex": Sex.FEMALE, "birth_date": date(2009, 5, 6)}


def assessment(make, by):
    return assessed(make, by, child(make, by))


def consideration(make, by):
    case = make.case(by=by, person=CASE)
    case.client.check_dtsen(by=by, status=DtsenStatus.LISTED, decile=8, checked_on=clock.today())
    return Consideration.request(case, by=by, reason=ConsiderationReason.ILLNESS, text="Jatuh miskin sejak kebakaran.")


def place(make, by):
    batch = batch_of(by)
    return propose(batch, make.case(by=by, person=CASE), by=by, answers=READY)


def pause(make, by):
    return Pause.ask(make.case(by=by, person=CASE), by=by, reason=PauseReason.IN_TREATMENT)


def reopened(make, by):
    case = make.case(by=by, person=CASE)
    closure.propose(case, by=by, reason=ClosingReason.MOVED_AWAY, text="Pindah.").decide(DecisionStep.APPROVE, by=make.user(Role.MANAGER))
    return closure.ask_to_reopen(Case.get_by_id(case.id), by=by, reason="Kembali ke jalan.")


def lifted(make, by):
    case = make.case(by=by, person=CASE)
    crew.restrict(case, by=by)
    return crew.ask_to_lift(Case.get_by_id(case.id), by=by, reason="Sudah aman.")


def shown_report(make, by):
    return sight.ask_to_lift(make.report(by=by, restricted=True), by=by, reason="Sudah aman.")


def merged(make, by):
    one, two = (make.case(by=by, person={"name": name, "sex": sex}).client for name, sex in TWINS)
    Case.get(Case.client == two).cancel(by=by, reason="Ganda.")
    return Merge.propose(one, two, by=by, reason="Ibu yang sama.")


def outside(make, by):
    return OutsideCare.propose(make.case(by=by, person=CASE), by=by, care=CareKind.LKSA, what="LKSA Kasih Melati", goal="Aman",
                               impossible="Orang tua meninggal.", kin_tried="Bibi menolak.", child_view="Mau.",
                               review_on=clock.today(), by_when=clock.today())


def referral(make, by):
    return drafted(make.case(by=by, person=CASE), town(make), by=by).submit(by=by)


# How each kind is put; a report's restriction is lifted as its case's is.
PUT = {
    "report_disposition": lambda make, by: make.report(by=by).propose(ReportStep.FIND_UNFOUNDED, by=by, reason="Tidak ada siapa-siapa."),
    "assessment": assessment, "level_change": lambda make, by: make.case(by=by, person=CASE).propose_level(Level.URGENT, by=by, reason="Sakit."),
    "consideration": consideration, "referral": referral, "placement": place, "pause": pause,
    "closure": lambda make, by: closure.propose(make.case(by=by, person=CASE), by=by, reason=ClosingReason.MOVED_AWAY, text="Pindah."),
    "reopening": reopened, "unrestrict": lifted, "unrestrict report": shown_report, "client_merge": merged, "outside_family": outside,
}


def put(kind, make, by):
    """The open proposal of this kind."""
    with db.unit():
        PUT[kind](make, by)
    return Decision.select().where(Decision.state == DecisionState.OPEN).order_by(Decision.id.desc()).get()


@pytest.fixture
def raised(make, officer):
    """raised("Rina Sari"): a proposal to raise the level of that child's case."""
    def put(name, level=Level.URGENT, urgent=False):
        case = make.case(by=officer, person={"name": name})
        with db.unit():
            decision = case.propose_level(level, by=officer, reason=f"Anak {len(name)} kali sakit.")
            return decision.change(by=officer, urgent=1) if urgent else decision
    return put


def state_of(decision):
    return Decision.get_by_id(decision.id).state


def ticked(*decisions):
    return "&".join(f"id={each.id}" for each in decisions)


def sent(*rows):
    """The fields of the page of several, as a browser sends them: (decision, step, note) each."""
    fields = {}
    for decision, step, reason in rows:
        fields |= {f"step_{decision.id}": step, f"reason_{decision.id}": reason, f"seen_{decision.id}": "1",
                   f"looked_{decision.id}": Decision.get_by_id(decision.id).looked}
    return fields


def decide(client, *rows):
    return client.post(f"/decisions/several?{ticked(*(row[0] for row in rows))}", data=sent(*rows))


# The queue
def test_the_oldest_stand_first_and_what_presses_is_marked_and_counted(client, raised, manager):
    old, pressing = raised("Rina Sari"), raised("Adi Putra", urgent=True)
    client.sign_in(manager)
    page = client.get("/decisions/").text
    assert [row.id for row in Decision.waiting_for(manager)] == [old.id, pressing.id]
    assert page.index(f'value="{old.id}"') < page.index(f'value="{pressing.id}"')
    assert "2 menunggu keputusan Anda, 1 di antaranya mendesak" in page and "Mendesak (1)" in page
    only = client.get("/decisions/?urgent=1").text
    assert f'name="id" value="{pressing.id}"' in only and f'name="id" value="{old.id}"' not in only
    assert [row.id for row in Decision.pressing(manager, 1)] == [pressing.id]


def test_the_queue_says_in_one_line_whom_and_what_it_is_about(client, make, officer, manager):
    case = make.case(by=officer, person={"name": "Rina Sari", "birth_date": date(2014, 5, 6)})
    with db.unit():
        case.propose_level(Level.EMERGENCY, by=officer, reason="Sakit.")
    client.sign_in(manager)
    page = client.get("/decisions/").text
    assert "Perubahan tingkat · 11 th · Biasa → Darurat" in " ".join(page.split()) and "Rina Sari" not in page.split('id="detail"')[0]


def test_the_queue_asks_the_database_as_often_for_many_as_for_few(client, raised, manager, statements):  # noqa: F811
    first = raised("Rina Sari")
    client.sign_in(manager)
    few = statements(lambda: client.get("/decisions/"))
    for name in ("Adi Putra", "Budi Jaya", "Citra Dewi"):
        raised(name)
    assert Decision.waiting_for(manager).first() == first
    assert statements(lambda: client.get("/decisions/")) == few


def test_a_decision_leads_back_to_the_same_part_of_the_queue(client, raised, manager):
    pressing = raised("Rina Sari", urgent=True)
    client.sign_in(manager)
    action = f"/decisions/{pressing.id}/answer?urgent=1"
    assert f'action="{action}"' in client.get("/decisions/?urgent=1").text
    answer = client.post(action, data={"step": "approve"})
    assert "urgent=1" in answer.location and f"done={pressing.id}" in answer.location


def test_the_proposal_that_is_shown_is_marked_in_the_queue(client, raised, manager):
    old, other = raised("Rina Sari"), raised("Adi Putra")
    client.sign_in(manager)
    marked = re.findall(r'href="/decisions/(\d+)"[^>]*aria-current="true"', client.get("/decisions/").text)
    assert marked == [str(old.id)] != [str(other.id)]


@pytest.mark.parametrize("step, said", [("return", "dikembalikan"), ("refuse", "ditolak"), ("approve", "disetujui")])
def test_the_banner_names_what_was_done(client, raised, manager, step, said):
    one = raised("Rina Sari")
    client.sign_in(manager)
    page = client.get(client.post(f"/decisions/{one.id}/answer", data={"step": step, "reason": "Lengkapi."}).location).text
    assert f"{one.heading} · Perubahan tingkat: {said}." in page.split('class="banner"')[1].split("</div>")[0]


def test_an_empty_inbox_tells_what_was_decided_today(client, make, raised, manager):
    client.sign_in(manager)
    assert "Hari ini belum ada yang Anda putuskan" in client.get("/decisions/").text
    one, two, three = raised("Rina Sari"), raised("Adi Putra"), raised("Budi Jaya")
    for each, step in ((one, "approve"), (two, "approve"), (three, "return")):
        client.post(f"/decisions/{each.id}/answer", data={"step": step, "reason": "Lengkapi."})
    page = client.get("/decisions/").text
    assert "Hari ini Anda memutuskan: 1 dikembalikan, 2 disetujui" in page and one.heading in page
    client.sign_in(make.user(Role.MANAGER))
    assert "Hari ini belum ada" in client.get("/decisions/").text


def test_ones_own_proposals_are_said_to_wait_for_somebody_else(client, make):
    both = make.user(Role.OFFICER, Role.MANAGER)
    with db.unit():
        make.case(by=both).propose_level(Level.URGENT, by=both, reason="Sakit.")
    client.sign_in(both)
    assert "1 usulan Anda sendiri menunggu manajer lain" in client.get("/decisions/").text


# Several at once
def test_several_are_shown_with_their_warnings_and_approval_stands_ready_only_where_nothing_warns(client, make, officer, raised, manager):
    calm, doubtful = raised("Rina Sari"), raised("Adi Putra", level=Level.MONITORING)
    client.sign_in(manager)
    page = client.get(f"/decisions/several?{ticked(calm, doubtful)}").text
    assert "Tingkat diturunkan dari Biasa ke Pemantauan" in page and "Anak 9 kali sakit." in page
    form = next(form for form in Reader(page).forms if f"step_{calm.id}" in form.controls)
    assert (form.controls[f"step_{calm.id}"].held, form.controls[f"step_{doubtful.id}"].held) == (["approve"], [""])
    assert re.findall(r'id="proposal-(\d+)" data-focus', page) == [str(calm.id)]
    read = audit.Entry.select().where(audit.Entry.action == Event.READ, audit.Entry.subject == "decision", audit.Entry.by == manager.id)
    assert {entry.subject_id for entry in read} == {calm.id, doubtful.id}


def test_each_is_answered_by_itself_and_the_result_offers_the_way_back(client, raised, manager):
    one, two, three = raised("Rina Sari"), raised("Adi Putra"), raised("Budi Jaya")
    client.sign_in(manager)
    answer = decide(client, (one, "approve", ""), (two, "refuse", "Belum perlu."), (three, "", ""))
    assert answer.status_code == 303
    assert [state_of(each) for each in (one, two, three)] == [DecisionState.APPROVED, DecisionState.REFUSED, DecisionState.OPEN]
    assert Decision.get_by_id(two.id).reason == "Belum perlu."
    page = client.get(answer.location).text
    assert "Baru saja diputuskan (2)" in page and page.count('value="undo"') == 1
    assert client.post(f"/decisions/{one.id}/answer", data={"step": "undo", "seen": 2}).status_code == 303
    assert state_of(one) == DecisionState.UNDONE


def test_a_missing_note_decides_nothing_and_keeps_what_was_typed(client, raised, manager):
    one, two = raised("Rina Sari"), raised("Adi Putra")
    client.sign_in(manager)
    answer = decide(client, (one, "return", ""), (two, "refuse", "Sudah pernah ditolak."))
    assert answer.status_code == 422 and "Tulis alasannya" in answer.text and "Sudah pernah ditolak." in answer.text
    assert {state_of(one), state_of(two)} == {DecisionState.OPEN}
    assert decide(client, (one, "", ""), (two, "", "")).status_code == 422


def test_one_that_somebody_decided_meanwhile_leaves_the_others_and_says_so(client, make, raised, manager):
    one, two = raised("Rina Sari"), raised("Adi Putra")
    rows = sent((one, "return", "Lengkapi alamatnya."), (two, "approve", ""))
    with db.unit():
        Decision.get_by_id(one.id).decide(DecisionStep.APPROVE, by=make.user(Role.MANAGER, name="Nyoman Adi"))
    client.sign_in(manager)
    answer = client.post(f"/decisions/several?{ticked(one, two)}", data=rows)
    assert answer.status_code == 409
    for words in ("sudah diputuskan", "Nyoman Adi", "Lengkapi alamatnya.", "Baru saja diputuskan (1)"):
        assert words in answer.text
    assert (state_of(one), state_of(two)) == (DecisionState.APPROVED, DecisionState.APPROVED)
    assert Decision.get_by_id(one.id).decided_by.name == "Nyoman Adi"


def test_one_whose_record_changed_since_the_page_was_opened_is_looked_at_again(client, raised, manager, officer):
    one, two = raised("Rina Sari"), raised("Adi Putra")
    rows = sent((one, "approve", ""), (two, "approve", ""))
    with db.unit():
        Case.get_by_id(one.subject_id).set_level(Level.MONITORING, by=officer, source="triage")
    client.sign_in(manager)
    answer = client.post(f"/decisions/several?{ticked(one, two)}", data=rows)
    assert answer.status_code == 409 and "berubah sejak halaman ini dibuka" in answer.text
    assert (state_of(one), state_of(two)) == (DecisionState.OPEN, DecisionState.APPROVED)


def test_two_of_one_case_can_be_decided_together(client, make, officer, manager, raised):
    level = raised("Rina Sari")
    with db.unit():
        Pause.ask(Case.get_by_id(level.subject_id), by=officer, reason=PauseReason.IN_TREATMENT, review_on=None)
    pause = Decision.select().where(Decision.kind == DecisionKind.PAUSE).get()
    client.sign_in(manager)
    assert decide(client, (level, "approve", ""), (pause, "approve", "")).status_code == 303
    assert {state_of(level), state_of(pause)} == {DecisionState.APPROVED}


def test_a_second_click_decides_nothing_more(client, raised, manager):
    one = raised("Rina Sari")
    rows = sent((one, "approve", ""))
    client.sign_in(manager)
    for _ in range(2):
        assert client.post(f"/decisions/several?{ticked(one)}", data=rows).status_code == 303
    assert Decision.get_by_id(one.id).version == 2


def test_ones_own_is_neither_offered_nor_taken(client, make, raised):
    both = make.user(Role.OFFICER, Role.MANAGER)
    with db.unit():
        own = make.case(by=both).propose_level(Level.URGENT, by=both, reason="Sakit.")
    other = raised("Rina Sari")
    client.sign_in(both)
    page = client.get(f"/decisions/several?{ticked(own, other)}").text
    assert f"step_{other.id}" in page and f"step_{own.id}" not in page and "diputuskan oleh manajer lain" in page
    answer = decide(client, (own, "approve", ""), (other, "approve", ""))
    assert answer.status_code == 409 and (state_of(own), state_of(other)) == (DecisionState.OPEN, DecisionState.APPROVED)


def test_nothing_ticked_takes_the_oldest_ten_and_too_many_ticked_leave_the_rest(client, raised, manager):
    rows = [raised(f"Anak {letter}") for letter in "abcdefghijkl"]
    client.sign_in(manager)
    oldest = client.get("/decisions/several").text
    assert [f'id="proposal-{row.id}"' in oldest for row in rows] == [True] * 10 + [False] * 2
    assert "2 usulan lain yang dipilih tetap menunggu" in client.get(f"/decisions/several?{ticked(*rows)}").text


def test_two_records_of_one_child_are_decided_on_their_own_page(client, make, officer, manager):
    decision = put(DecisionKind.CLIENT_MERGE, make, officer)
    client.sign_in(manager)
    page = client.get(f"/decisions/several?{ticked(decision)}").text
    assert "Diputuskan di halamannya sendiri" in page and f"step_{decision.id}" not in page
    rows = sent((decision, "approve", "")) | {f"looked_{decision.id}": ""}
    assert client.post(f"/decisions/several?{ticked(decision)}", data=rows).status_code == 409
    assert state_of(decision) == DecisionState.OPEN


@pytest.mark.parametrize("query", ["id=999999", "id=x", "id=-1", "id=1e9", "kind=apa&urgent=2", "id=99999999999999999999"])
def test_an_address_that_names_nothing_shows_what_waits(client, manager, query):
    client.sign_in(manager)
    assert client.get(f"/decisions/several?{query}").status_code == 200


def test_an_officer_decides_none(client, officer, raised):
    one = raised("Rina Sari")
    client.sign_in(officer)
    assert client.get(f"/decisions/several?{ticked(one)}").status_code == 403
    assert decide(client, (one, "approve", "")).status_code == 403


# Somebody was faster
def test_who_comes_late_sees_what_stands_and_keeps_their_note(client, make, manager, raised):
    one = raised("Rina Sari")
    with db.unit():
        Decision.get_by_id(one.id).decide(DecisionStep.APPROVE, by=make.user(Role.MANAGER, name="Nyoman Adi"))
    client.sign_in(manager)
    late = client.post(f"/decisions/{one.id}/answer", data={"step": "return", "seen": 1, "reason": "Lengkapi alamatnya."})
    assert late.status_code == 409
    for words in ('id="refusal"', "sudah diputuskan", "Nyoman Adi", "Catatan Anda, belum tersimpan", "Lengkapi alamatnya."):
        assert words in late.text
    assert Decision.get_by_id(one.id).reason == ""


def test_what_changed_since_the_page_was_opened_is_read_before_it_is_approved(client, raised, manager, officer):
    one = raised("Rina Sari")
    looked = one.looked
    with db.unit():
        Case.get_by_id(one.subject_id).set_level(Level.MONITORING, by=officer, source="triage")
    client.sign_in(manager)
    again = client.post(f"/decisions/{one.id}/answer", data={"step": "approve", "seen": 1, "looked": looked, "reason": "Setuju."})
    assert again.status_code == 409 and "Berubah sejak diajukan: Tingkat sekarang." in again.text and "Setuju." in again.text
    assert state_of(one) == DecisionState.OPEN
    now = Decision.get_by_id(one.id).looked
    assert now in again.text
    assert client.post(f"/decisions/{one.id}/answer", data={"step": "approve", "seen": 1, "looked": now}).status_code == 303


# What was approved, beside what stands now
def test_what_was_approved_stands_beside_what_the_record_says_now(client, raised, manager):
    one = raised("Rina Sari")
    client.sign_in(manager)
    assert "Tidak ada yang berbeda" in client.get(f"/decisions/{one.id}/now").text
    client.post(f"/decisions/{one.id}/answer", data={"step": "approve"})
    page = client.get(f"/decisions/{one.id}/now").text
    assert "Saat diputuskan dan sekarang" in page and "dicetak tebal: Tingkat sekarang." in page
    assert '<td class="told differs">Biasa</td>' in page and '<td class="told differs">Mendesak' in page
    assert "Komang Wirawan" in page


@pytest.mark.parametrize("kind", PUT)
def test_every_kind_is_briefed_warned_of_compared_and_answered(client, make, officer, manager, kind):
    decision = put(kind, make, officer)
    client.sign_in(manager)
    assert decision.brief and "Rina Sari" not in decision.brief and "Andi" not in decision.brief
    assert decision.now is not None and [term for term, _ in decision.now] == [term for term, _ in decision.snapshot]
    assert not [line.term for line in decision.beside_now(manager) if line.differs]
    for address in ("", "/now"):
        assert client.get(f"/decisions/{decision.id}{address}").status_code == 200
    assert client.get(f"/decisions/several?id={decision.id}").status_code == 200
    told = {"step": "approve", "seen": decision.version, "looked": decision.looked}
    assert client.post(f"/decisions/{decision.id}/answer", data=told).status_code == 303
    after = Decision.get_by_id(decision.id)
    assert after.state == DecisionState.APPROVED and after.warnings(manager) == []
    assert "Saat diputuskan dan sekarang" in client.get(f"/decisions/{decision.id}/now").text


def test_no_kind_is_forgotten():
    known = {kind for kind, _table in Decision.EFFECTS}
    assert {kind.partition(" ")[0] for kind in PUT} == known
    for registry in (Decision.NOW, Decision.WARNINGS, Decision.BRIEF):
        assert known <= set(registry)


def test_what_warns_is_said_before_an_approval_and_not_after_it(client, make, officer, manager):
    decision = put("outside_family", make, officer)
    warned = "Pembahasan kasus diminta"
    client.sign_in(manager)
    assert warned in client.get(f"/decisions/{decision.id}").text
    client.post(f"/decisions/{decision.id}/answer", data={"step": "approve"})
    assert warned not in client.get(f"/decisions/{decision.id}").text


WARNED = {
    "report_disposition": "belum ditriase", "pause": "ditinjau lagi", "unrestrict": "tampak bagi semua petugas",
    "unrestrict report": "tampak bagi semua petugas", "outside_family": "Pembahasan kasus diminta", "consideration": "Pembahasan kasus diminta",
    "client_merge": "Jenis kelamin keduanya berbeda",
}


@pytest.mark.parametrize("kind, words", WARNED.items())
def test_each_kind_warns_of_its_own(make, officer, manager, kind, words):
    assert words in " ".join(put(kind, make, officer).warnings(manager))


def test_a_pause_that_could_not_be_approved_says_why(make, officer, manager):
    decision = put("pause", make, officer)
    with db.unit():
        Case.get_by_id(decision.subject_id).cancel(by=officer, reason="Salah catat.")
    assert any("kasus" in sentence.lower() for sentence in Decision.get_by_id(decision.id).warnings(manager))
