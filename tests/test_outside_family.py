"""A child's place away from the parents: proposed, agreed to by a manager, gone to first in an emergency, looked at again, ended."""
from datetime import date, datetime, timedelta

import pytest
from flask import current_app

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.desk.tasks import Tasks
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.categories import Category
from portal.rules.client import RelationKind
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.outside_family import CareKind, CareState, CareStep, Why
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import ServiceState, ServiceStep
from portal.services.models import Service
from portal.services.outside import OutsideCare
from tests.conftest import MONDAY

TOLD = {"care": "lksa", "what": "LKSA Kasih Melati", "impossible": "Ibu dirawat, ayah tidak diketahui.", "kin_tried": "Bibi sudah ditanya, menolak.",
        "child_view": "Mau, asal dekat sekolah.", "goal": "Aman sampai ibu pulang", "by_when": "06-03-2026", "review_on": "01-06-2026"}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


def proposed(client, case, **told):
    assert client.post(f"/services/outside/case/{case.id}/new", data=TOLD | told).status_code == 303
    return OutsideCare.select().order_by(OutsideCare.id.desc()).get()


def decision(placement):
    return Decision.about(placement).first()


def decided(placement, step, by, reason=""):
    with db.unit():
        decision(placement).decide(step, by=by, reason=reason)
    return OutsideCare.get_by_id(placement.id)


def delivers(client, placement):
    return client.post(f"/services/{placement.service_id}/delivery", data={"at": "sekarang"}).status_code


def emergency(case, officer):
    with db.unit():
        case.fresh().set_level(Level.EMERGENCY, by=officer, source="triage")


def owed(user):
    with current_app.test_request_context():
        return [(task.what, task.url, task.limit) for task in Tasks(user).rows if "/outside/" in task.url]


def test_a_home_waits_for_the_manager_who_sees_why(client, case, officer, manager):
    placement = proposed(client, case)
    assert (placement.state, placement.service.state) == (CareState.REQUESTED, ServiceState.PLANNED)
    assert decision(placement).kind == DecisionKind.OUTSIDE_FAMILY
    assert delivers(client, placement) == 422 and "menunggu" in client.get(f"/services/outside/{placement.id}").text.lower()
    client.sign_in(manager)
    page = client.get(f"/decisions/{decision(placement).id}").text
    for words in ("LKSA Kasih Melati", "Ibu dirawat", "Bibi sudah ditanya", "asal dekat sekolah", "Keluarga yang diketahui",
                  "Pembahasan kasus diminta"):
        assert words in page
    assert client.post(f"/decisions/{decision(placement).id}/answer", data={"step": "approve"}).status_code == 303
    client.sign_in(officer)
    assert delivers(client, placement) == 303 and OutsideCare.get_by_id(placement.id).is_there


def test_the_officer_does_not_agree_to_it_alone(make, case):
    both = make.user(Role.OFFICER, Role.MANAGER)
    with db.unit():
        placement = OutsideCare.propose(case, by=both, care=CareKind.FOSTER, what="Keluarga Sari", impossible="Sakit", kin_tried="Tidak ada",
                                        child_view="Mau", review_on=date(2026, 5, 1), by_when=date(2026, 3, 9))
    with pytest.raises(Refused), db.unit():
        decision(placement).decide(DecisionStep.APPROVE, by=both)


def test_kin_need_nobodys_leave(client, case):
    placement = proposed(client, case, care="kin", what="Bibi di Bukit Rindang", impossible="", kin_tried="")
    assert (placement.state, decision(placement)) == (CareState.FREE, None)
    assert delivers(client, placement) == 303


@pytest.mark.parametrize("wrong, words", [
    ({"impossible": ""}, "mengapa keluarga tidak dapat mengasuh"), ({"kin_tried": " "}, "apa yang sudah dicoba pada kerabat"),
    ({"child_view": ""}, "pandangan anak"), ({"review_on": "01-03-2026"}, "sudah lewat"), ({"review_on": "01-12-2026"}, "enam bulan"),
    ({"review_on": ""}, "kapan pengasuhan ini ditinjau"), ({"care": ""}, "Pilih bentuk pengasuhannya"), ({"what": ""}, "Tulis lembaga"),
])
def test_what_is_missing_is_said_and_what_was_typed_stays(client, case, wrong, words):
    answer = client.post(f"/services/outside/case/{case.id}/new", data=TOLD | wrong)
    assert answer.status_code == 422 and words.lower() in answer.text.lower() and "Aman sampai ibu pulang" in answer.text
    assert OutsideCare.select().count() == 0 and Service.of(case).count() == 0


@pytest.mark.parametrize("step, reason, state", [
    (DecisionStep.RETURN, "Kerabat lain?", CareState.RETURNED), (DecisionStep.REFUSE, "Terlalu jauh", CareState.REFUSED)])
def test_returned_or_refused_it_is_told_better_and_put_again(client, case, manager, step, reason, state):
    placement = decided(proposed(client, case), step, manager, reason)
    assert placement.state == state and reason in client.get(f"/services/outside/{placement.id}").text
    again = TOLD | {"kin_tried": "Paman juga menolak.", "seen": placement.version}
    assert "LKSA Kasih Melati" in client.get(f"/services/outside/{placement.id}/proposal").text
    assert client.post(f"/services/outside/{placement.id}/proposal", data=again).status_code == 303
    kept = OutsideCare.get_by_id(placement.id)
    assert (kept.state, kept.kin_tried, decision(kept).state) == (CareState.REQUESTED, "Paman juga menolak.", DecisionState.OPEN)
    assert client.post(f"/services/outside/{placement.id}/proposal", data=again | {"seen": kept.version}).status_code == 422


def test_a_returned_home_becomes_a_place_with_kin(client, case, manager):
    placement = decided(proposed(client, case), DecisionStep.RETURN, manager, "Coba paman")
    told = TOLD | {"care": "kin", "what": "Paman di Muara Jati", "seen": placement.version}
    assert client.post(f"/services/outside/{placement.id}/proposal", data=told).status_code == 303
    kept = OutsideCare.get_by_id(placement.id)
    assert (kept.state, kept.service.care, kept.service.what) == (CareState.FREE, CareKind.KIN, "Paman di Muara Jati")
    assert delivers(client, kept) == 303


def test_the_asker_withdraws_it_and_only_then_ends_the_service(client, case, officer):
    placement = proposed(client, case)
    ending = {"reason": "Bibi akhirnya mau"}
    assert client.post(f"/services/{placement.service_id}/no-need", data=ending).status_code == 409
    assert client.post(f"/decisions/{decision(placement).id}/answer", data={"step": "withdraw"}).status_code == 303
    assert OutsideCare.get_by_id(placement.id).state == CareState.WITHDRAWN
    assert client.post(f"/services/{placement.service_id}/no-need", data=ending).status_code == 303


def test_what_waits_or_was_agreed_to_stands_as_it_was_put(client, case, manager):
    placement = proposed(client, case)
    assert client.post(f"/services/{placement.service_id}/plan", data={"by_when": "09-03-2026", "what": "Lain"}).status_code == 422
    decided(placement, DecisionStep.APPROVE, manager)
    assert client.post(f"/services/{placement.service_id}/plan", data={"by_when": "09-03-2026", "what": "Lain"}).status_code == 422
    assert Service.get_by_id(placement.service_id).what == "LKSA Kasih Melati"


def test_an_approval_is_undone_until_the_child_has_gone(client, case, manager):
    placement = decided(proposed(client, case), DecisionStep.APPROVE, manager)
    assert decided(placement, DecisionStep.UNDO, manager).state == CareState.RETURNED
    other = decided(proposed(client, case, what="LKSA Bunda"), DecisionStep.APPROVE, manager)
    delivers(client, other)
    with pytest.raises(Refused), db.unit():
        decision(other).decide(DecisionStep.UNDO, by=manager)


def test_nothing_is_agreed_to_for_a_case_that_is_over(client, case, officer, manager):
    placement = proposed(client, case)
    with db.unit():
        case.fresh().cancel(by=officer, reason="Salah orang")
    with pytest.raises(Refused), db.unit():
        decision(placement).decide(DecisionStep.APPROVE, by=manager)
    assert decided(placement, DecisionStep.REFUSE, manager, "Kasus dibatalkan").state == CareState.REFUSED


def test_in_an_emergency_the_child_goes_first_and_the_approval_is_due_the_next_working_day(client, case, officer, manager):
    emergency(case, officer)
    placement = proposed(client, case)
    assert decision(placement).urgent and owed(officer) == []
    assert delivers(client, placement) == 303
    page = client.get(f"/services/outside/{placement.id}").text
    assert "paling lambat" in page and "3 Mar" in page
    (what, url, limit), = owed(officer)
    assert what == "Mintakan persetujuan pengasuhan di luar keluarga" and limit == datetime(2026, 3, 3, 15, 59)
    refused = decided(placement, DecisionStep.REFUSE, manager, "Terlalu jauh")
    assert len(owed(officer)) == 1 and "Persetujuan pengasuhan di luar keluarga" in client.get(f"/cases/{case.id}").text
    told = TOLD | {"what": "LKSA Melati Dalam", "seen": refused.version}
    assert client.post(f"/services/outside/{refused.id}/proposal", data=told).status_code == 303
    assert decided(refused, DecisionStep.APPROVE, manager).service.what == "LKSA Melati Dalam" and owed(officer) == []


def test_the_place_is_looked_at_again_and_ended(client, case, officer, manager):
    placement = decided(proposed(client, case), DecisionStep.APPROVE, manager)
    assert client.post(f"/services/outside/{placement.id}/review", data={"text": "Belum di sana", "review_on": "01-04-2026"}).status_code == 422
    delivers(client, placement)
    clock.use(lambda: MONDAY + timedelta(days=85))
    (what, _url, limit), = owed(officer)
    assert what == "Tinjau pengasuhan sementara" and limit.date() == date(2026, 6, 1)
    clock.use(lambda: MONDAY + timedelta(days=91))
    assert "Tinjau pengasuhan sementara" in client.get(f"/cases/{case.id}").text
    told = {"text": "Sehat, ibu sudah pulang.", "review_on": "15-07-2026"}
    assert client.post(f"/services/outside/{placement.id}/review", data=told).status_code == 303 and owed(officer) == []
    assert "Sehat, ibu sudah pulang." in client.get(f"/cases/{case.id}").text
    seen = OutsideCare.get_by_id(placement.id).version
    assert client.post(f"/services/outside/{placement.id}/end", data={"seen": seen}).status_code == 409
    ended = [client.post(f"/services/outside/{placement.id}/end", data={"seen": seen, "reason": "Pulang kepada ibu"}).status_code for _ in range(2)]
    assert ended == [303, 303] and OutsideCare.get_by_id(placement.id).state == CareState.ENDED


def test_a_child_cannot_leave_while_the_manager_is_still_asked(client, case, officer):
    emergency(case, officer)
    placement = proposed(client, case)
    delivers(client, placement)
    with pytest.raises(Refused) as refused, db.unit():
        OutsideCare.get_by_id(placement.id).end(by=officer, reason="Pulang")
    assert refused.value.why == Why.STILL_ASKED


def test_a_placement_written_down_by_mistake_owes_nothing(client, case, officer):
    placement = proposed(client, case, care="kin")
    delivers(client, placement)
    with db.unit():
        Service.get_by_id(placement.service_id).end(ServiceStep.CANCEL, by=officer, reason="Salah catat")
    clock.use(lambda: MONDAY + timedelta(days=100))
    assert owed(officer) == [] and not OutsideCare.get_by_id(placement.id).is_there


def test_who_may_harm_is_said_where_the_place_is_chosen(client, case, officer):
    with db.unit():
        case.client.add_relation(by=officer, kind=RelationKind.PATRON, name="Bang Jago", exploiter=True)
    page = client.get(f"/services/outside/case/{case.id}/new").text
    assert "Bang Jago" in page and "Mungkin merugikan klien" in page


def test_an_adult_has_the_same_plan(make, client, officer):
    case = make.case(by=officer, met=True, category=Category.DISABILITY, person={"name": "Hendra Saputra"}, danger=Danger.NO)
    assert client.get(f"/services/case/{case.id}").status_code == 200 and client.get(f"/services/outside/case/{case.id}/new").status_code == 200


def test_undoing_and_the_steps_of_the_life_are_written_down(client, case, manager):
    placement = decided(proposed(client, case), DecisionStep.APPROVE, manager)
    assert placement.moment_of(CareStep.REQUEST) and placement.moment_of(CareStep.APPROVE)
    assert "Disetujui" in client.get(f"/services/outside/{placement.id}").text
    assert Case.get_by_id(case.id).level != Level.EMERGENCY
