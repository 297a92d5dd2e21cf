"""The file of a case: its page and outline, its clocks, its closure and reopening, and its sheet of paper."""
import re
from datetime import date, timedelta

import pytest

from portal import audit, clock
from portal.assessments.models import Assessment
from portal.audit import Entry, Event
from portal.casefile import closure
from portal.casefile.recent import Recent
from portal.casefile.timeline import Timeline
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Print
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.client import ConsentKind
from portal.rules.decile import DtsenStatus
from portal.rules.lifecycle import CaseStep, ClosingReason, PauseReason, Stage, TryOutcome
from portal.rules.nik import Sex
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import ServiceStep, Spm, Unit
from portal.rules.timeline import EventKind
from portal.rules.trades import ProviderKind, Trade
from portal.rules.training import Education
from portal.services.models import Service
from portal.training.batches import Batch
from portal.training.fitting.fit import Answers
from portal.training.fitting.proposals import propose
from portal.training.programmes import Programme
from tests.conftest import MONDAY

FINAL = {"reason": "goals_reached", "text": "Kembali bersekolah dan tinggal bersama nenek."}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


def later(**span):
    moment = clock.now() + timedelta(**span)
    clock.use(lambda: moment)


def fresh(case):
    return Case.get_by_id(case.id)


def decide(case, step, *, by, reason=""):
    with db.unit():
        return Decision.open_about(case).decide(step, by=by, reason=reason)


def served(case, *, by):
    """A case in intervention whose only service is given."""
    with db.unit():
        return Service.give(fresh(case), by=by, spm=Spm.SPM07, quantity=1, unit=Unit.TIME)


def test_the_page_says_who_this_is_how_the_clocks_stand_and_what_comes_next(client, make, officer):
    case = make.case(by=officer, person={"name": "Andi Pratama", "nik": "9901021405120001", "sex": Sex.MALE})
    text = client.get(f"/cases/{case.id}").text
    assert f"<title>{case.heading} · Sigap</title>" in text and "Andi Pratama" in text and "Petugas: Siti Rahma" in text
    assert text.count('class="mark mark-') >= 4 and "Cepat Tuntas" in text and "Temui klien" in text
    assert "990102********01" in text and "9901021405120001" not in text
    assert "Linimasa" in text and "Rujukan" in text and f"/services/case/{case.id}" in text


def test_opening_a_case_is_on_the_trail_once_and_remembered(client, make, officer):
    case = make.case(by=officer)
    before = Entry.select().count()
    client.get(f"/cases/{case.id}")
    rows = list(Entry.select().order_by(Entry.id.desc()).limit(Entry.select().count() - before))
    assert [(row.action, row.subject) for row in rows] == [(Event.READ, "case")]
    later(minutes=1)
    client.get(f"/cases/{case.id}")
    assert [each.id for each in Recent.of(officer)] == [case.id] and Recent.get().at == clock.now()


def test_a_stranger_sees_the_outline_and_an_admin_nothing(client, make, officer):
    case = make.case(by=officer)
    client.sign_in(make.user())
    text = client.get(f"/cases/{case.id}").text
    assert "A.P." in text and "Andi" not in text and "terminal" not in text.lower() and "Akses darurat" in text
    assert Recent.select().count() == 0
    client.sign_in(make.user(Role.ADMIN))
    assert client.get(f"/cases/{case.id}").status_code == 403


def test_the_code_on_the_paper_leads_to_the_case(client, make, officer):
    case = make.case(by=officer)
    assert client.get(f"/cases/{case.number.lower()}").location == f"/cases/{case.id}"
    assert client.get("/cases/KS-2026-99999").status_code == 404


def test_everything_that_happened_is_one_line(client, make, officer, app):
    case = make.case(by=officer, met=True)
    later(hours=1)
    served(case, by=officer)
    with app.test_request_context():
        events = Timeline.of(fresh(case), officer)
    assert {EventKind.CONTACT, EventKind.STAGE, EventKind.SERVICE} <= {event.kind for event in events}
    assert events == sorted(events, key=lambda event: event.at, reverse=True)
    assert any("Diberikan" in event.title for event in events)
    text = client.get(f"/cases/{case.id}?kind=service").text
    assert "Diberikan" in text and "Kontak lapangan: Ditemui" not in text
    part = client.get(f"/cases/{case.id}?kind=contact", headers={"HX-Request": "true"}).text
    assert part.strip().startswith('<div id="timeline"') and "Kontak lapangan: Ditemui" in part


def test_a_long_line_is_shown_in_parts(client, make, officer):
    case = make.case(by=officer)
    with db.unit():
        for n in range(25):
            case.note("visit", f"Kunjungan nomor {n:02d}", by=officer)
    text = client.get(f"/cases/{case.id}").text
    assert "nomor 24" in text and "nomor 01" not in text and "Tampilkan 20 sebelumnya" in text
    assert "nomor 01" in client.get(f"/cases/{case.id}?count=40").text
    assert client.get(f"/cases/{case.id}?count=x&kind=nothing").status_code == 200


@pytest.mark.parametrize("which", ["find", "respond", "act", "finish"])
def test_a_clock_is_explained(client, make, officer, which):
    case = make.case(by=officer)
    text = client.get(f"/cases/{case.id}/clocks/{which}").text
    assert "Batas" in text and "Berhenti" in text
    assert client.get(f"/cases/{case.id}/clocks/nothing").status_code == 404


def test_the_explanation_names_the_holidays_that_did_not_count(client, make, officer):
    moment = MONDAY + timedelta(days=11)
    clock.use(lambda: moment)
    case = make.case(by=officer)
    assert "Nyepi" in client.get(f"/cases/{case.id}/clocks/act").text


def test_a_case_is_closed_when_a_manager_agrees(client, make, officer):
    case, manager = make.case(by=officer, met=True), make.user(Role.MANAGER)
    served(case, by=officer)
    assert "Tidak ada. Semua layanan" in client.get(f"/cases/{case.id}/closure").text
    assert client.post(f"/cases/{case.id}/closure", data=FINAL).status_code == 303
    assert fresh(case).stage == Stage.CLOSING and "menunggu keputusan" in client.get(f"/cases/{case.id}").text
    later(hours=1)
    decided = decide(case, DecisionStep.APPROVE, by=manager)
    case = fresh(case)
    assert (case.stage, case.finished_at, case.closing_reason) == (Stage.CLOSED, clock.now(), ClosingReason.GOALS_REACHED)
    assert "Kasus ditutup" in client.get(f"/cases/{case.id}").text
    with db.unit():
        decided.decide(DecisionStep.UNDO, by=manager)
    assert (fresh(case).stage, fresh(case).finished_at, fresh(case).closing_reason) == (Stage.ASSESSMENT, None, None)


@pytest.mark.parametrize("step", [DecisionStep.RETURN, DecisionStep.REFUSE])
def test_a_returned_closure_leads_back_to_where_it_was_proposed(make, step):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = make.case(by=officer, met=True)
    with db.unit():
        closure.propose(case, by=officer, reason=ClosingReason.DECLINED, text="Menolak.")
    decide(case, step, by=manager, reason="Coba sekali lagi.")
    assert (fresh(case).stage, fresh(case).closing_reason) == (Stage.ASSESSMENT, None)


def test_the_proposer_takes_a_closure_back(make):
    officer = make.user()
    case = make.case(by=officer, met=True)
    with db.unit():
        closure.propose(case, by=officer, reason=ClosingReason.DECLINED, text="Menolak.")
    decide(case, DecisionStep.WITHDRAW, by=officer)
    assert fresh(case).stage == Stage.ASSESSMENT


def test_what_is_still_open_holds_the_closure_until_it_is_settled(client, make, officer):
    case, manager = make.case(by=officer, met=True), make.user(Role.MANAGER)
    with db.unit():
        service = Service.need(case, by=officer, spm=Spm.SPM09)
    assert "Masih ada layanan yang belum selesai" in client.get(f"/cases/{case.id}/closure").text
    answer = client.post(f"/cases/{case.id}/closure", data=FINAL)
    assert answer.status_code == 422 and "Masih ada layanan" in answer.text and "Kembali bersekolah" in answer.text
    assert client.post(f"/cases/{case.id}/closure", data=FINAL | {"reason": "moved_away"}).status_code == 303
    asked = Decision.open_about(case, DecisionKind.CLOSURE)
    assert ["Masih terbuka", "1 layanan"] in asked.snapshot
    decide(case, DecisionStep.RETURN, by=manager, reason="Selesaikan dahulu.")
    with db.unit():
        Service.get_by_id(service.id).end(ServiceStep.FIND_UNNEEDED, by=officer, reason="Sudah punya akta")
    assert client.post(f"/cases/{case.id}/closure", data=FINAL).status_code == 303


def test_a_service_added_meanwhile_holds_the_approval(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = make.case(by=officer, met=True)
    with db.unit():
        closure.propose(case, by=officer, reason=ClosingReason.GOALS_REACHED, text="Selesai.")
        Service.need(fresh(case), by=officer, spm=Spm.SPM09)
    with pytest.raises(Refused):
        decide(case, DecisionStep.APPROVE, by=manager)
    assert fresh(case).stage == Stage.CLOSING and Decision.open_about(case).state == DecisionState.OPEN


def test_a_search_ends_after_three_tries_only(client, make, officer):
    case = make.case(by=officer)
    data = {"reason": "not_found", "text": "Sudah dicari."}
    assert "belum dicari tiga kali" in client.post(f"/cases/{case.id}/closure", data=data).text
    with db.unit():
        for _ in range(3):
            case.tried(TryOutcome.NOT_FOUND, by=officer)
    assert "Ajukan penutupan" in client.get(f"/cases/{case.id}").text
    assert client.post(f"/cases/{case.id}/closure", data=data).status_code == 303


def test_a_pause_ends_with_the_case(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = make.case(by=officer, met=True)
    with db.unit():
        Pause.ask(case, by=officer, reason=PauseReason.CLIENT_NOT_FOUND)
    decide(case, DecisionStep.APPROVE, by=manager)
    with db.unit():
        closure.propose(fresh(case), by=officer, reason=ClosingReason.NOT_FOUND, text="Pergi.")
    decide(case, DecisionStep.APPROVE, by=manager)
    assert Pause.running(case) is None


def closed(make, officer, manager):
    case = make.case(by=officer, met=True)
    with db.unit():
        closure.propose(case, by=officer, reason=ClosingReason.NOT_FOUND, text="Pergi.")
    later(days=1)
    decide(case, DecisionStep.APPROVE, by=manager)
    later(days=10)
    return fresh(case)


def test_a_reopened_case_starts_its_clocks_anew_and_keeps_the_old_round(client, make, officer):
    manager = make.user(Role.MANAGER)
    case = closed(make, officer, manager)
    before = case.t0
    assert client.post(f"/cases/{case.id}/reopening", data={"reason": "Ditemukan lagi di terminal."}).status_code == 303
    asked_at = clock.now()
    later(hours=2)
    decided = decide(case, DecisionStep.APPROVE, by=manager)
    case = fresh(case)
    assert (case.stage, case.t0, case.found_at, case.met_at, case.finished_at) == (Stage.ASSESSMENT, asked_at, asked_at, None, None)
    assert case.rounds.get().t0 == before and not case.search_over and list(case.round_tries) == []
    assert "Sebelum dibuka kembali" in client.get(f"/cases/{case.id}/clocks/respond").text
    with db.unit():
        case.reached("served_at", before, by=officer)
    assert fresh(case).served_at is None
    assert decided.undoable
    with db.unit():
        decided.decide(DecisionStep.UNDO, by=manager)
    assert (fresh(case).stage, fresh(case).t0, fresh(case).closing_reason) == (Stage.CLOSED, before, ClosingReason.NOT_FOUND)


def test_a_reopening_on_which_work_has_begun_stays(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = closed(make, officer, manager)
    with db.unit():
        closure.ask_to_reopen(case, by=officer, reason="Ditemukan lagi.")
    decided = decide(case, DecisionStep.APPROVE, by=manager)
    later(hours=1)
    with db.unit():
        fresh(case).tried(TryOutcome.MET, by=officer)
        Service.need(fresh(case), by=officer, spm=Spm.SPM09)
    with pytest.raises(Refused), db.unit():
        Decision.get_by_id(decided.id).decide(DecisionStep.UNDO, by=manager)


def test_only_a_closed_case_is_reopened_and_not_beside_a_new_one(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    running = make.case(by=officer)
    with pytest.raises(Refused), db.unit():
        closure.ask_to_reopen(running, by=officer, reason="x")
    case = closed(make, officer, manager)
    report = make.triaged(by=officer)
    with db.unit():
        report.people[0].is_known(case.client, by=officer)
        report.verify(by=officer)
        Case.open_for(case.client, by=officer, report=report, category=case.category)
    with pytest.raises(Refused), db.unit():
        closure.ask_to_reopen(case, by=officer, reason="x")


def test_the_steps_a_closed_case_offers(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    assert CaseStep.REOPEN in closed(make, officer, manager).steps()


def test_a_sheet_is_a_counted_copy(client, make, officer):
    case = make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": "9901021405120001"})
    assert "Belum pernah dicetak" in client.get(f"/cases/{case.id}/prints").text
    answer = client.post(f"/cases/{case.id}/prints", data={"paper": "a4"})
    assert answer.location == f"/cases/{case.id}/prints/1"
    text = client.get(answer.location).text
    assert "9901021405120001" not in text and "salinan ke-1" in text and "print-a4.css" in text and "<svg" in text and "style=" not in text
    assert re.findall(r"<h2>([A-F])\.", text) == list("ABCDEF") and text.count("elum ada") >= 4
    client.get(answer.location)
    second = client.post(f"/cases/{case.id}/prints", data={"paper": "f4", "reveal": "y"})
    assert second.location.endswith("/2") and Print.select().count() == 2
    text = client.get(second.location).text
    assert "9901021405120001" in text and "print-f4.css" in text
    assert "Salinan ke-2" in client.get(f"/cases/{case.id}/prints").text
    assert client.post(f"/cases/{case.id}/prints", data={"paper": "a3"}).status_code == 422


def test_nobody_opens_the_copy_of_another(client, make, officer):
    case = make.case(by=officer)
    client.post(f"/cases/{case.id}/prints", data={"paper": "a4"})
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/cases/{case.id}/prints/1").status_code == 404
    client.sign_in(make.user())
    assert client.get(f"/cases/{case.id}/prints").status_code == 404


@pytest.mark.parametrize("path", ["closure", "reopening", "prints", "clocks/act"])
def test_a_stranger_opens_nothing_of_the_file(client, make, path):
    case = make.case(by=make.user())
    client.sign_in(make.user())
    assert client.get(f"/cases/{case.id}/{path}").status_code == 404


def test_the_chain_of_the_trail_holds(client, make, officer):
    case = make.case(by=officer)
    client.get(f"/cases/{case.id}")
    client.post(f"/cases/{case.id}/prints", data={"paper": "f4"})
    assert audit.verify() is None


def full_case(make, officer, manager):
    """A case with an accepted assessment, a service, a referral that waits for a manager and a place in a batch."""
    case = make.case(by=officer, met=True, person={"name": "Budi Santoso", "birth_date": date(2006, 1, 2)})
    with db.unit():
        case.client.correct(by=officer, education=Education.SENIOR)
        case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=3, checked_on=clock.today())
        assessment = Assessment.start(fresh(case), by=officer)
        assessment.tell(by=officer, narrative="Sakit dan tinggal sendiri.")
        assessment.weigh(by=officer, needs={spm: spm == Spm.SPM02 for spm in Spm})
        asked = Assessment.get_by_id(assessment.id).submit(by=officer)
    with db.unit():
        Decision.open_about(asked).decide(DecisionStep.APPROVE, by=manager)
        place = Institution.add(by=officer, kind=InstitutionKind.HOSPITAL, name="RSUD Melati")
        case.client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=ConsentBasis.OWN, institution=place, given_on=clock.today())
        Referral.draft(fresh(case), by=officer, institution=place, kind=ReferralKind.MEDICAL, reason="Perlu dirawat.", service="Rawat inap.",
                       summary="Demam.", consent=ConsentBasis.OWN, shared=[]).submit(by=officer)
        barber = Programme.begin(by=officer, trade=Trade.BARBER, name="Barbershop Dasar", provider="BLK",
                                 provider_kind=ProviderKind.PUBLIC_TRAINING_CENTRE, min_age=15, max_age=25, hours_per_day=4)
        batch = Batch.plan(by=officer, programme=barber, seats=5, starts=date(2026, 4, 6), ends=date(2026, 9, 30))
        propose(batch, fresh(case), by=officer, answers=Answers(consent=ConsentBasis.OWN, consent_by="Budi", assent=True))
    return fresh(case)


def test_every_feature_is_told_in_one_line_and_on_one_sheet(client, make, officer):
    case = full_case(make, officer, make.user(Role.MANAGER))
    text = client.get(f"/cases/{case.id}").text
    for told in ("Asesmen 1: Diterima", "RSUD Melati: Diajukan", "Barbershop Dasar: Diusulkan", "Layanan kedaruratan: Dibutuhkan",
                 "Tahap: Perencanaan", "Susun rencana", "Lanjutkan rujukan", "Ikuti pelatihan", "desil 3"):
        assert told in text, told
    assert all(f"kind={kind}" in text for kind in (EventKind.ASSESSMENT, EventKind.SERVICE, EventKind.REFERRAL, EventKind.TRAINING))
    ends = client.get(f"/cases/{case.id}/closure").text
    assert "Masih ada layanan" in ends and "Masih ada rujukan" in ends and "masih terdaftar di pelatihan" in ends
    sheet = client.get(client.post(f"/cases/{case.id}/prints", data={"paper": "f4"}).location).text
    for told in ("Sakit dan tinggal sendiri.", "Layanan kedaruratan", "RSUD Melati", "Barbershop Dasar", "desil 3", "tanpa skor"):
        assert told in sheet, told


def test_a_page_asks_no_more_when_more_has_happened(client, make, officer):
    case, asked, plain = make.case(by=officer, met=True), [], db.execute_sql

    def count():
        asked.clear()
        client.get(f"/cases/{case.id}")
        return len(asked)

    try:
        db.execute_sql = lambda sql, params=None: asked.append(sql) or plain(sql, params)
        served(case, by=officer)
        count()
        few = count()
        for _ in range(3):
            served(case, by=officer)
            with db.unit():
                case.note("visit", "Kunjungan", by=officer)
        assert count() == few
    finally:
        del db.execute_sql


def test_a_restricted_report_on_an_ordinary_case_is_read_by_its_own_team_only(client, make, officer):
    case, other = make.case(by=officer), make.user()
    secret = make.triaged(by=other, people=[{"name": "Andi"}], restricted=True, narrative="Rahasia sekali.")
    with db.unit():
        next(iter(secret.people)).is_known(case.client, by=other)
        secret.verify(by=other)
        fresh(case).join_report(secret, by=other)
    for user, reads in ((officer, False), (other, True), (make.user(Role.MANAGER), True)):
        client.sign_in(user)
        seen_page = client.get(f"/cases/{case.id}")
        if seen_page.status_code == 200:
            assert ("Rahasia sekali." in seen_page.text) == (secret.number in seen_page.text) == (
                client.get(f"/reports/{secret.id}").status_code == 200), user
        assert reads or "Rahasia sekali." not in seen_page.text
