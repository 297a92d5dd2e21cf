"""Services: needed, planned, given or closed with a reason; what a ministry programme waits for, and what never waits."""
from datetime import date, timedelta

import pytest

from portal import clock
from portal.assessments.considerations import Consideration
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.rules.approval import DecisionStep
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import DtsenStatus, Programme
from portal.rules.lifecycle import CaseStep, Stage
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import ServiceState, Spm, Unit, Why
from portal.services.models import Service
from tests.conftest import MONDAY

PLAN = {"spm": "SPM10", "goal": "Kembali bersekolah", "what": "Paket B di PKBM", "by_when": "20-03-2026", "quantity": "1", "unit": "document",
        "rupiah": "Rp150.000", "fund": "apbd"}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


def in_planning(case, officer):
    with db.unit():
        return case.move(CaseStep.ACCEPT_ASSESSMENT, by=officer)


def only(case):
    return Service.of(case).get()


def checked(case, officer, status, decile=None):
    with db.unit():
        case.client.check_dtsen(by=officer, status=status, decile=decile, checked_on=clock.today())


def test_a_plan_is_added_seen_and_given(client, case, officer):
    in_planning(case, officer)
    assert client.post(f"/services/case/{case.id}/new", data=PLAN | {"who": str(officer.id)}).status_code == 303
    service = only(case)
    assert (service.state, service.rupiah, service.owner, service.by_when) == (ServiceState.PLANNED, 150_000, officer, date(2026, 3, 20))
    page = client.get(f"/services/case/{case.id}").text
    assert "Kembali bersekolah" in page and "Rp150.000" in page and officer.name in page
    later = MONDAY + timedelta(hours=3)
    clock.use(lambda: later)
    given = client.post(f"/services/{service.id}/delivery", data={"at": "sekarang", "quantity": "1", "unit": "document", "evidence": "Tanda terima"})
    assert given.status_code == 303
    kept, of = only(case), Case.get_by_id(case.id)
    assert (kept.state, kept.delivered_at, kept.delivered_by) == (ServiceState.DELIVERED, later, officer)
    assert (of.stage, of.served_at) == (Stage.INTERVENTION, later)
    assert "Tanda terima" in client.get(f"/services/{service.id}").text


def test_an_emergency_service_waits_for_no_stage(make, client, officer):
    case = make.case(by=officer)
    told = {"spm": "SPM02", "what": "Rumah singgah malam ini", "at": "sekarang"}
    assert client.post(f"/services/case/{case.id}/given", data=told).status_code == 303
    of = Case.get_by_id(case.id)
    assert only(case).state == ServiceState.DELIVERED and of.served_at == MONDAY and of.stage == Stage.OUTREACH


def test_a_service_names_its_kind(client, case):
    response = client.post(f"/services/case/{case.id}/new", data=PLAN | {"spm": ""})
    assert response.status_code == 422 and "Pilih layanan dasar atau program kementerian." in response.text
    assert "Kembali bersekolah" in response.text and Service.of(case).count() == 0


@pytest.mark.parametrize("wrong, sentence", [
    ({"quantity": "0"}, "Tulis angka dari 1 sampai"), ({"quantity": "banyak"}, "Tulis angka bulat"), ({"rupiah": "seratus"}, "Tulis jumlah rupiah"),
    ({"rupiah": "2.000.000.000"}, "Nilai harus antara"), ({"by_when": ""}, "Isi batas waktunya"), ({"by_when": "besok lusa kapan"}, "tanggal"),
    ({"spm": "SPM99"}, "Pilih salah satu"),
    ({"who": "999999"}, "Pilih salah satu"), ({"goal": "x" * 500}, "Terlalu panjang"),
])
def test_what_is_typed_wrongly_has_a_sentence_and_stays(client, case, wrong, sentence):
    response = client.post(f"/services/case/{case.id}/new", data=PLAN | wrong)
    assert response.status_code == 422 and sentence.lower() in response.text.lower() and "Paket B di PKBM" in response.text


def test_strange_letters_are_kept_as_text(client, case):
    told = PLAN | {"what": "<script>alert(1)</script> 😀", "goal": ""}
    assert client.post(f"/services/case/{case.id}/new", data=told).status_code == 303
    page = client.get(f"/services/case/{case.id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 😀" in page and "Belum ada tujuan" in page


def test_meals_last_seven_days_in_one_case(client, case, officer):
    with db.unit():
        Service.give(case, by=officer, spm=Spm.SPM03, quantity=5, unit=Unit.DAY)
    told = {"spm": "SPM03", "at": "sekarang", "quantity": "3", "unit": "day"}
    response = client.post(f"/services/case/{case.id}/given", data=told)
    assert response.status_code == 422 and "tujuh hari" in response.text
    assert client.post(f"/services/case/{case.id}/given", data=told | {"quantity": "2"}).status_code == 303


@pytest.mark.parametrize("at, why", [("2026-03-05 08:00", Why.DELIVERED_IN_FUTURE), ("2026-02-20 08:00", Why.DELIVERED_BEFORE_START)])
def test_a_service_is_given_between_the_report_and_now(case, officer, at, why):
    moment = MONDAY.fromisoformat(at)
    with pytest.raises(Refused) as refused, db.unit():
        Service.give(case, by=officer, spm=Spm.SPM02, at=moment)
    assert refused.value.why == why


@pytest.mark.parametrize("status, decile, programme, open_now", [
    (None, None, Programme.ATENSI, False), (DtsenStatus.LISTED, 3, Programme.ATENSI, True), (DtsenStatus.LISTED, 6, Programme.ATENSI, False),
    (DtsenStatus.LISTED, 3, Programme.SEKOLAH_RAKYAT, False), (DtsenStatus.NO_NIK, None, Programme.PBI_JK, False),
])
def test_a_ministry_programme_needs_its_decile(client, case, officer, status, decile, programme, open_now):
    if status:
        checked(case, officer, status, decile)
    response = client.post(f"/services/case/{case.id}/new", data=PLAN | {"spm": "", "programme": programme})
    assert response.status_code == (303 if open_now else 422)
    assert Service.of(case).count() == int(open_now)


def test_an_approved_consideration_opens_the_programme_and_then_stands(make, client, case, officer):
    checked(case, officer, DtsenStatus.LISTED, 7)
    manager = make.user(Role.MANAGER)
    with db.unit():
        asked = Consideration.request(case, by=officer, reason=ConsiderationReason.SAFETY, text="Ancaman")
        Decision.about(asked).get().decide(DecisionStep.APPROVE, by=manager)
    assert client.post(f"/services/case/{case.id}/new", data=PLAN | {"programme": "atensi"}).status_code == 303
    with pytest.raises(Refused), db.unit():
        Decision.about(asked).get().decide(DecisionStep.UNDO, by=manager)


def test_closing_needs_a_reason_and_shows_it(client, case, officer):
    client.post(f"/services/case/{case.id}/new", data=PLAN)
    service = only(case)
    assert client.post(f"/services/{service.id}/refusal", data={"seen": service.version}).status_code == 409
    told = {"seen": service.version, "reason": "Anak belum mau"}
    first, second = (client.post(f"/services/{service.id}/refusal", data=told) for _ in range(2))
    assert (first.status_code, only(case).state) == (303, ServiceState.DECLINED)
    assert second.status_code in (303, 409)
    assert "Anak belum mau" in client.get(f"/services/case/{case.id}").text


def test_a_stale_plan_is_shown_beside_what_stands_now(client, case):
    client.post(f"/services/case/{case.id}/new", data=PLAN)
    service = only(case)
    changed = PLAN | {"seen": service.version, "goal": "Punya ijazah"}
    assert client.post(f"/services/{service.id}/plan", data=changed).status_code == 303
    response = client.post(f"/services/{service.id}/plan", data=changed | {"goal": "Lain lagi"})
    assert response.status_code == 409 and "Punya ijazah" in response.text and "Lain lagi" in response.text


def test_a_service_is_given_once(client, case):
    client.post(f"/services/case/{case.id}/new", data=PLAN)
    service = only(case)
    told = {"at": "sekarang", "seen": service.version}
    assert [client.post(f"/services/{service.id}/delivery", data=told).status_code for _ in range(2)] == [303, 303]
    assert client.post(f"/services/{service.id}/delivery", data={"at": "sekarang"}).status_code == 422
    assert client.post(f"/services/{service.id}/plan", data=PLAN).status_code == 422


def test_monitoring_is_offered_when_all_is_settled(client, case, officer):
    in_planning(case, officer)
    client.post(f"/services/case/{case.id}/given", data={"spm": "SPM02", "at": "sekarang"})
    client.post(f"/services/case/{case.id}/new", data=PLAN)
    assert "Mulai monitoring" not in client.get(f"/services/case/{case.id}").text
    assert client.post(f"/services/case/{case.id}/monitoring").status_code == 409
    pending = Service.of(case).where(Service.state == ServiceState.PLANNED).get()
    client.post(f"/services/{pending.id}/no-need", data={"reason": "Sudah bersekolah"})
    assert "Mulai monitoring" in client.get(f"/services/case/{case.id}").text
    assert client.post(f"/services/case/{case.id}/monitoring").status_code == 303
    assert Case.get_by_id(case.id).stage == Stage.MONITORING


def test_a_new_service_takes_a_case_out_of_monitoring(client, case, officer):
    in_planning(case, officer)
    with db.unit():
        Service.give(case, by=officer, spm=Spm.SPM02)
        Service.monitor(case, by=officer)
    client.post(f"/services/case/{case.id}/given", data={"spm": "SPM07", "at": "sekarang"})
    assert Case.get_by_id(case.id).stage == Stage.INTERVENTION


def test_outside_the_team_there_are_no_services(make, client, case):
    client.post(f"/services/case/{case.id}/new", data=PLAN)
    service = only(case)
    client.sign_in(make.user())
    for address in (f"/services/case/{case.id}", f"/services/{service.id}", f"/services/{service.id}/plan", f"/services/case/{case.id}/new"):
        assert client.get(address).status_code == 404
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/services/case/{case.id}").status_code == 200
    assert client.get(f"/services/case/{case.id}/new").status_code == 403
    client.sign_in(make.user(Role.AUDITOR))
    assert client.get(f"/services/case/{case.id}").status_code == 403


def test_an_empty_plan_says_what_will_come(client, case):
    assert "Belum ada rencana." in client.get(f"/services/case/{case.id}").text


def test_forms_open_with_what_is_known(client, case):
    client.post(f"/services/case/{case.id}/new", data=PLAN)
    service = only(case)
    for address in (f"/services/case/{case.id}/new", f"/services/case/{case.id}/given"):
        assert client.get(address).status_code == 200
    assert "Paket B di PKBM" in client.get(f"/services/{service.id}/plan").text
    assert "sekarang" in client.get(f"/services/{service.id}/delivery").text


def test_nothing_is_planned_on_a_case_that_is_over(client, case, officer):
    with db.unit():
        case.move(CaseStep.CANCEL, by=officer, reason="Salah")
    response = client.post(f"/services/case/{case.id}/new", data=PLAN)
    assert response.status_code == 422 and "sudah selesai atau dibatalkan" in response.text


def test_a_delivery_written_down_by_mistake_no_longer_stops_the_act_clock(client, case, officer):
    with db.unit():
        first = Service.give(case, by=officer, spm=Spm.SPM02)
    clock.use(lambda: MONDAY + timedelta(hours=2))
    with db.unit():
        second = Service.give(Case.get_by_id(case.id), by=officer, spm=Spm.SPM04)
    assert Case.get_by_id(case.id).served_at == MONDAY
    assert client.post(f"/services/{first.id}/cancellation", data={"reason": "Anak lain"}).status_code == 303
    assert Case.get_by_id(case.id).served_at == MONDAY + timedelta(hours=2)
    assert client.post(f"/services/{second.id}/cancellation", data={"reason": "Anak lain"}).status_code == 303
    assert Case.get_by_id(case.id).served_at is None


def test_a_reunification_asks_for_a_conference(client, case):
    assert client.post(f"/services/case/{case.id}/new", data=PLAN | {"spm": "SPM12"}).status_code == 303
    assert "Pembahasan kasus diminta karena" in client.get(f"/services/outside/case/{case.id}/new").text
