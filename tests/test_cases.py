"""Cases over HTTP: opened, met, classified, raised, paused, hidden, shared, and refused where the rules say no."""
from datetime import timedelta

import pytest

from portal import clock
from portal.accounts.teams import Member
from portal.audit import Entry
from portal.cases.clocks import Histories, nearest, readings
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Transition
from portal.rules.approval import DecisionStep
from portal.rules.categories import Category, SpmType, SubType
from portal.rules.clocks import Clock
from portal.rules.levels import Level
from portal.rules.lifecycle import NoteKind, Stage, TryOutcome
from portal.rules.readings import ClockState
from portal.rules.refused import Refused
from portal.rules.roles import Role
from tests.conftest import MONDAY


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


def later(**span):
    moment = clock.now() + timedelta(**span)
    clock.use(lambda: moment)


def decide(case, step, *, by, reason=""):
    with db.unit():
        return Decision.open_about(case).decide(step, by=by, reason=reason)


def fresh(case):
    return Case.get_by_id(case.id)


def refusal(answer):
    assert answer.status_code == 422
    return answer.text


def test_a_case_is_opened_from_a_verified_report(client, make, officer):
    report = make.verified(by=officer)
    person = report.people[0].client
    address = f"/cases/new?report={report.id}&client={person.id}"
    assert "Andi Pratama" in client.get(address).text
    answer = client.post(address, data={"category": "04", "sub_type": "B", "spm_type": "suggested", "lead": officer.id, "additional": ["02"]})
    case = Case.get()
    assert answer.status_code == 303 and answer.location == f"/cases/{case.id}"
    assert (case.category, case.sub_type, case.spm_type) == (Category.STREET_CHILD, SubType.WORKS, SpmType.NEGLECTED_CHILD)
    assert case.t0 == report.received_at and case.found_at and case.lead == officer and case.stage == Stage.OUTREACH
    assert "Masukkan ke KS-" in client.get(address).text


def test_a_sub_type_needs_the_street_and_everything_typed_stays(client, make, officer):
    report = make.verified(by=officer)
    address = f"/cases/new?report={report.id}&client={report.people[0].client_id}"
    text = refusal(client.post(address, data={"category": "24", "sub_type": "B", "spm_type": "outside", "lead": officer.id}))
    assert "Sub-tipe hanya untuk kategori Anak Jalanan" in text and '<option selected value="24">' in text
    text = refusal(client.post(address, data={"category": "99", "spm_type": "x", "lead": "x"}))
    assert "Pilih salah satu dari daftar." in text and not Case.select().exists()


def test_no_case_without_verification_nor_for_somebody_else(client, make, officer):
    triaged, other = make.triaged(by=officer), make.verified(by=officer, people=[{"name": "Rina Sari"}])
    data = {"category": "04", "spm_type": "suggested", "lead": officer.id}
    text = refusal(client.post(f"/cases/new?report={triaged.id}&client={other.people[0].client_id}", data=data))
    assert "belum terverifikasi" in text
    second = make.verified(by=officer)
    assert "tidak menyebut klien" in refusal(client.post(f"/cases/new?report={second.id}&client={other.people[0].client_id}", data=data))
    assert client.get("/cases/new?report=999&client=1").status_code == 404


def test_a_second_report_joins_the_open_case_and_the_more_serious_level_counts(client, make, officer):
    case = make.case(by=officer)
    urgent = make.verified(by=officer, danger="yes", received_at=MONDAY - timedelta(hours=3))
    assert client.post(f"/cases/{case.id}/reports", data={"report": urgent.id}).status_code == 303
    case = fresh(case)
    assert case.t0 == MONDAY - timedelta(hours=3) and case.level == Level.EMERGENCY


def test_meeting_the_client_stops_a_clock_and_moves_to_assessment(client, make, officer):
    case = make.case(by=officer)
    later(hours=2)
    assert "sekarang" in client.get(f"/cases/{case.id}/contact").text
    answer = client.post(f"/cases/{case.id}/contact", data={"outcome": "met", "at": "1 jam lalu", "place": "Terminal", "text": "Sehat."})
    case = fresh(case)
    assert answer.status_code == 303 and case.stage == Stage.ASSESSMENT and case.met_at == MONDAY + timedelta(hours=1)
    assert "Kontak lapangan: Ditemui" in client.get(f"/cases/{case.id}").text


def test_the_third_failed_try_ends_the_search(client, make, officer):
    case = make.case(by=officer)
    for outcome in ("not_found", "refused", "not_found"):
        later(hours=1)
        client.post(f"/cases/{case.id}/contact", data={"outcome": outcome, "at": "sekarang"})
    case = fresh(case)
    assert case.search_over and case.met_at == clock.now() and case.stage == Stage.OUTREACH


def test_tries_told_out_of_order_stop_the_clock_at_the_third(make):
    officer = make.user()
    case = make.case(by=officer)
    later(days=3)
    with db.unit():
        for days in (1, 3, 2):
            case.tried(TryOutcome.NOT_FOUND, by=officer, at=MONDAY + timedelta(days=days))
    assert case.met_at == MONDAY + timedelta(days=3)


@pytest.mark.parametrize("at, sentence", [
    ("kemarin 10.00", "sebelum laporan diterima"), ("besok 09.00", "belum terjadi"), ("32/13/2026 10.00", "tidak ada"), ("", "Tulis waktunya"),
])
def test_an_impossible_moment_is_said_beside_everything_typed(client, make, officer, at, sentence):
    case = make.case(by=officer)
    text = refusal(client.post(f"/cases/{case.id}/contact", data={"outcome": "met", "at": at, "text": "Uraian <script>", "place": "Pasar"}))
    assert sentence in text and "Uraian &lt;script&gt;" in text and fresh(case).stage == Stage.OUTREACH


def test_a_contact_sent_twice_is_one(client, make, officer):
    case = make.case(by=officer)
    page = client.get(f"/cases/{case.id}/contact").text
    token = page.split('name="form_token" value="')[1].split('"')[0]
    data = {"outcome": "not_found", "at": "sekarang", "form_token": token}
    first, second = (client.post(f"/cases/{case.id}/contact", data=data) for _ in range(2))
    assert first.location == second.location and case.tries.count() == 1


def test_a_note_is_written_down_also_after_closure_but_not_on_a_cancelled_case(client, make, officer):
    case = make.case(by=officer)
    whole, part = client.get(f"/cases/{case.id}/note"), client.get(f"/cases/{case.id}/note", headers={"HX-Request": "true"})
    assert "<html" in whole.text and part.text.strip().startswith('<div id="note-form"')
    data = {"kind": "visit", "at": "kemarin 10.00", "text": "Sepakat kembali sekolah."}
    assert client.post(f"/cases/{case.id}/note", data=data).status_code == 303
    assert "Sepakat kembali sekolah." in client.get(f"/cases/{case.id}").text
    assert "Tulis apa yang terjadi." in refusal(client.post(f"/cases/{case.id}/note", data=data | {"text": " "}))
    client.post(f"/cases/{case.id}/cancellation", data={"reason": "Salah orang"})
    assert "sudah selesai atau dibatalkan" in refusal(client.post(f"/cases/{case.id}/note", data=data))


def test_the_category_is_dated_and_warned_about(client, make, officer):
    case = make.case(by=officer, person={"name": "Andi", "age_estimate": 19, "age_estimate_on": MONDAY.date()})
    text = client.get(f"/cases/{case.id}/category").text
    assert '<option selected value="04">' in text
    answer = client.post(f"/cases/{case.id}/category", data={"category": "02", "spm_type": "outside", "seen": case.version})
    assert answer.status_code == 303 and fresh(case).category == Category.NEGLECTED_CHILD and fresh(case).spm_type is None
    assert case.category_history.count() == 2 and "18 tahun" in client.get(f"/cases/{case.id}").text


def test_somebody_else_saved_meanwhile(client, make, officer):
    case = make.case(by=officer)
    seen = case.version
    with db.unit():
        case.classify(by=officer, category=Category.POOR)
    answer = client.post(f"/cases/{case.id}/category", data={"category": "02", "spm_type": "suggested", "seen": seen})
    assert answer.status_code == 409 and fresh(case).category == Category.POOR


def test_a_manager_raises_the_level_and_takes_it_back(client, make, officer):
    case, manager = make.case(by=officer), make.user(Role.MANAGER)
    assert "sudah pada tingkat" in refusal(client.post(f"/cases/{case.id}/level", data={"level": "ordinary", "reason": "x"}))
    client.post(f"/cases/{case.id}/level", data={"level": "emergency", "reason": "Sakit berat."})
    assert "menunggu keputusan" in client.get(f"/cases/{case.id}/level").text
    later(hours=1)
    decided = decide(case, DecisionStep.APPROVE, by=manager)
    assert fresh(case).level == Level.EMERGENCY
    assert next(each for each in readings(fresh(case)) if each.clock == Clock.ACT).start == clock.now()
    with db.unit():
        decided.decide(DecisionStep.UNDO, by=manager)
    assert fresh(case).level == Level.ORDINARY


def test_the_maker_never_decides(make):
    both = make.user(Role.OFFICER, Role.MANAGER)
    case = make.case(by=both)
    with db.unit():
        case.propose_level(Level.EMERGENCY, by=both, reason="x")
    with pytest.raises(Refused):
        decide(case, DecisionStep.APPROVE, by=both)


def test_a_pause_stops_the_clocks_from_its_approval_until_it_ends(client, make, officer):
    case, manager = make.case(by=officer), make.user(Role.MANAGER)
    data = {"reason": "in_treatment", "note": "Dirawat di RSUD.", "review_on": "20/03/2026"}
    assert client.post(f"/cases/{case.id}/pause", data=data).status_code == 303
    later(days=1)
    decide(case, DecisionStep.APPROVE, by=manager)
    assert Pause.running(case).began_at == clock.now()
    later(hours=1)
    act = next(each for each in readings(fresh(case)) if each.clock == Clock.ACT)
    assert act.state == ClockState.PAUSED and "Ditangguhkan" in client.get(f"/cases/{case.id}").text
    assert "sedang ditangguhkan" in refusal(client.post(f"/cases/{case.id}/pause", data=data))
    later(days=1)
    assert client.post(f"/cases/{case.id}/pause/end", data={"seen": Pause.running(case).version}).status_code == 303
    assert Pause.running(case) is None and client.post(f"/cases/{case.id}/pause/end").status_code == 404
    later(days=2)
    longer = next(each for each in readings(fresh(case)) if each.clock == Clock.ACT)
    assert longer.limit > act.limit


def test_a_pause_goes_back_to_the_asked_day_at_most(client, make, officer):
    case = make.case(by=officer)
    data = {"reason": "in_treatment", "note": "Dirawat.", "review_on": "20/03/2026"}
    assert "sejak hari diajukan" in refusal(client.post(f"/cases/{case.id}/pause", data=data | {"asked_from": "1/3/2026 10.00"}))
    assert "sesudah hari ini" in refusal(client.post(f"/cases/{case.id}/pause", data=data | {"review_on": "2/3/2026"}))
    assert client.post(f"/cases/{case.id}/pause", data=data | {"asked_from": "2/3/2026 08.00"}).status_code == 303
    later(days=2)
    decided = decide(case, DecisionStep.APPROVE, by=make.user(Role.MANAGER))
    assert Pause.running(case).began_at == MONDAY - timedelta(hours=2)
    with db.unit():
        decided.decide(DecisionStep.UNDO, by=decided.decided_by)
    assert Pause.running(case) is None


def test_the_lead_or_a_manager_changes_the_team(client, make, officer):
    case, colleague = make.case(by=officer), make.user(name="Budi Santoso")
    assert client.post(f"/cases/{case.id}/team", data={"member": colleague.id}).status_code == 303
    assert client.post(f"/cases/{case.id}/team/{officer.id}/leaving").status_code == 409
    client.post(f"/cases/{case.id}/team/{colleague.id}/lead")
    assert fresh(case).lead == colleague and "Budi Santoso" in client.get(f"/cases/{case.id}/team").text
    assert "Hanya petugas utama" in refusal(client.post(f"/cases/{case.id}/team", data={"member": make.user().id}))
    assert client.post(f"/cases/{case.id}/team/{officer.id}/leaving").location == "/cases/"
    assert client.get(f"/cases/{case.id}/team").status_code == 404
    client.sign_in(make.user(Role.MANAGER))
    assert client.post(f"/cases/{case.id}/team", data={"member": officer.id}).status_code == 303


def test_an_admin_is_no_member(client, make, officer):
    case, admin = make.case(by=officer), make.user(Role.ADMIN)
    assert "Pilih salah satu" in refusal(client.post(f"/cases/{case.id}/team", data={"member": admin.id}))


def test_a_restricted_case_does_not_exist_for_others(client, make, officer):
    case = make.case(by=officer)
    assert client.post(f"/cases/{case.id}/restriction").status_code == 303
    assert case.client.care_team_id == case.care_team_id and all(report.care_team.restricted for report in case.reports)
    client.sign_in(make.user())
    assert client.get(f"/cases/{case.id}").status_code == 404 and case.number not in client.get("/cases/").text
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/cases/{case.id}").status_code == 200


def test_only_a_decision_lifts_a_restriction(client, make, officer):
    case, manager = make.case(by=officer, restricted=True), make.user(Role.MANAGER)
    assert client.post(f"/cases/{case.id}/restriction/lifting", data={"reason": "Pelaku sudah ditahan."}).status_code == 303
    assert fresh(case).care_team.restricted
    decided = decide(case, DecisionStep.APPROVE, by=manager)
    assert not fresh(case).care_team.restricted and not any(report.care_team.restricted for report in case.reports)
    with db.unit():
        Decision.get_by_id(decided.id).decide(DecisionStep.UNDO, by=manager)
    assert fresh(case).care_team.restricted


def test_sight_in_an_emergency_is_short_explained_and_rare(client, make):
    case = make.case(by=make.user())
    hidden = [make.case(by=make.user(), restricted=True, person={"name": f"Anak {n}"}) for n in range(3)]
    reader = client.sign_in(make.user())
    assert "Andi" not in client.get(f"/cases/{case.id}").text
    reason = "Anak ini ditemukan pingsan di terminal."
    assert "paling sedikit 15 huruf" in refusal(client.post("/cases/glass", data={"number": case.number, "reason": "perlu"}))
    assert "tidak ditemukan" in refusal(client.post("/cases/glass", data={"number": "KS-2026-09999", "reason": reason}))
    assert client.post("/cases/glass", data={"number": case.number.lower(), "reason": reason}).location == f"/cases/{case.id}"
    page = client.get(f"/cases/{case.id}").text
    assert "Andi Pratama" in page and "Akses darurat sampai" in page
    for each in hidden[:2]:
        assert client.post("/cases/glass", data={"number": each.number, "reason": reason}).status_code == 303
    assert "3 kali dalam 24 jam" in refusal(client.post("/cases/glass", data={"number": hidden[2].number, "reason": reason}))
    assert Member.select().where(Member.user == reader).count() == 3
    later(hours=25)
    assert "Andi Pratama" not in client.get(f"/cases/{case.id}").text
    client.sign_in(make.user(Role.MANAGER))
    assert reason in client.get(f"/cases/{case.id}/team").text


def test_a_case_written_by_mistake_is_cancelled_with_a_reason(client, make, officer):
    case = make.case(by=officer)
    assert "Tulis alasannya." in refusal(client.post(f"/cases/{case.id}/cancellation", data={"reason": ""}))
    assert client.post(f"/cases/{case.id}/cancellation", data={"reason": "Salah orang"}).status_code == 303
    assert fresh(case).stage == Stage.CANCELLED and Transition.last_of(case).reason == "Salah orang"
    assert "Kasus ini dibatalkan" in client.get(f"/cases/{case.id}").text
    assert "sudah selesai atau dibatalkan" in refusal(client.post(f"/cases/{case.id}/contact", data={"outcome": "met", "at": "sekarang"}))


def test_the_list_shows_names_to_the_team_and_initials_to_others(client, make, officer):
    mine = make.case(by=officer, person={"name": "Rina Sari"})
    make.case(by=make.user(name="Budi"), person={"name": "Dodi Harun"})
    text = client.get("/cases/").text
    assert "Rina Sari" in text and "Dodi Harun" not in text and "D.H." in text and "Budi" in text
    assert "D.H." not in client.get("/cases/?mine=lead").text
    assert mine.number in client.get("/cases/?stage=running&level=ordinary&category=04&district=99.01.01&sort=level").text
    assert "Tidak ada kasus yang cocok" in client.get("/cases/?stage=closed").text
    found = client.post("/cases/search", data={"q": "sari"})
    assert "sari" not in found.location and mine.number in client.get(found.location).text


def test_a_list_asks_the_same_number_of_questions_however_long(client, make, officer):
    def asked():
        before = len(statements)
        client.get("/cases/")
        return len(statements) - before

    statements, plain = [], db.execute_sql
    make.case(by=officer)
    client.get("/cases/")
    try:
        db.execute_sql = lambda sql, params=None: statements.append(sql) or plain(sql, params)
        few = asked()
        for n in range(4):
            make.case(by=officer, person={"name": f"Anak {n}"})
        assert asked() == few
    finally:
        del db.execute_sql


def test_the_nearest_clock_is_the_next_limit(make):
    officer = make.user()
    case = make.case(by=officer)
    assert nearest(case, Histories.of([case])).clock == Clock.RESPOND
    later(days=8)
    assert nearest(case, Histories.of([case])).state == ClockState.LATE
    with db.unit():
        case.cancel(by=officer, reason="x")
    assert nearest(case, Histories.of([case])) is None


@pytest.mark.parametrize("roles, status", [((Role.ADMIN,), 403), ((Role.AUDITOR,), 403), ((Role.MANAGER,), 200), ((Role.OFFICER,), 200)])
def test_who_may_open_the_list(client, make, roles, status):
    client.sign_in(make.user(*roles))
    assert client.get("/cases/").status_code == status


@pytest.mark.parametrize("path", ["contact", "note", "category", "level", "pause", "cancellation", "team", "restriction/lifting"])
def test_an_officer_outside_the_team_works_on_nothing(client, make, path):
    case = make.case(by=make.user())
    client.sign_in(make.user())
    assert client.get(f"/cases/{case.id}/{path}").status_code == client.post(f"/cases/{case.id}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["contact", "note", "category", "level", "pause", "cancellation"])
def test_a_manager_reads_but_the_officers_work(client, make, path):
    case = make.case(by=make.user())
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/cases/{case.id}/{path}").status_code == 403


def test_the_trail_names_fields_and_never_people(client, make, officer):
    case = make.case(by=officer)
    client.post(f"/cases/{case.id}/note", data={"kind": NoteKind.VISIT, "at": "sekarang", "text": "Ibu bernama Sumarni"})
    assert not [entry for entry in Entry.select() if "Sumarni" in str(entry.detail) or "Andi" in str(entry.detail)]
