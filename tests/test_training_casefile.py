"""Training in the file of a case: its next steps, its line of events, what holds a closure, and what its papers say."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.casefile import in_training
from portal.casefile.next_steps import facts
from portal.cases.models import Case
from portal.db import db
from portal.records import Print
from portal.rules.attendance import Mark
from portal.rules.client import ConsentKind
from portal.rules.followup import FollowUpStatus
from portal.rules.placement import BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.training.aftercare.followups import FollowUp
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.models import Placement
from tests.test_training import FAJAR, batch_of, decide, proposed

CALM = {"work_practice": False}
SHOP = "Pangkas Rapi, Jalan Pasar 3"


def it_is(year, month, day):
    clock.use(lambda: datetime(year, month, day, 2))


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


@pytest.fixture
def seated(make, officer, manager):
    """A running course with Fajar in it."""
    batch = batch_of(officer, terms=CALM)
    placement = decide(proposed(make, batch, officer, person=FAJAR), manager)
    it_is(2026, 4, 6)
    with db.unit():
        Batch.get_by_id(batch.id).go(BatchStep.START, by=officer)
    return Placement.get_by_id(placement.id)


def owed(placement):
    told = facts(Case.get_by_id(placement.case_id))
    return told.placements, told.training_due, told.own_word_due, told.visits_due


def passed(placement, by):
    it_is(2026, 9, 30)
    with db.unit():
        return Placement.get_by_id(placement.id).finish(PlacementStep.PASS, by=by, ended_on=clock.today(), certificate="BLK-118",
                                                             toolkit="Alat cukur")


def test_somebody_in_a_course_needs_nothing(seated):
    assert owed(seated) == (1, 0, False, 0)


def test_an_offered_seat_is_to_be_answered(make, officer, manager, client):
    batch = batch_of(officer, seats=1, terms=CALM)
    first, second = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    assert owed(second) == (1, 0, False, 0)
    with db.unit():
        Placement.get_by_id(first.id).cancel(by=officer, reason="Batal.")
    assert Placement.get_by_id(second.id).state == PlacementState.OFFERED and owed(second) == (1, 1, False, 0)
    text = client.get(f"/cases/{second.case_id}").text
    assert "Barbershop Dasar: Daftar tunggu" in text and "Ikuti pelatihan" in text


def test_three_absences_are_due_until_something_is_written_down(seated, officer):
    for day in (6, 7, 8):
        it_is(2026, 4, day)
        with db.unit():
            meeting = Meeting.hold(Batch.get_by_id(seated.batch_id), by=officer, on=clock.today())
            meeting.take({seated.id: (Mark.ABSENT, "")}, by=officer)
    assert owed(seated) == (1, 1, False, 0)
    with db.unit():
        Case.get_by_id(seated.case_id).note("call", "Demam.", by=officer)
    assert owed(seated) == (1, 0, False, 0)


@pytest.mark.parametrize("day, due", [(20, False), (21, True)])
def test_from_the_eighteenth_birthday_on_the_own_word_is_asked_for(seated, officer, client, day, due):
    it_is(2026, 8, day)
    assert owed(seated) == (1, 0, due, 0)
    assert ("Genap 18 tahun: pastikan persetujuannya sendiri" in client.get(f"/cases/{seated.case_id}").text) == due
    with db.unit():
        seated.case.client.record_consent(by=officer, kind=ConsentKind.SERVICE, basis=ConsentBasis.OWN, given_on=clock.today())
    assert owed(seated) == (1, 0, False, 0)


def test_a_cancelled_course_asks_what_becomes_of_the_client_and_the_closure_says_so(seated, officer, client):
    with db.unit():
        Batch.get_by_id(seated.batch_id).go(BatchStep.CANCEL, by=officer, reason="Pengajarnya sakit.")
    assert Placement.get_by_id(seated.id).leave_reason == LeaveReason.BATCH_CANCELLED and owed(seated) == (0, 1, False, 0)
    told = "kelanjutannya bagi klien belum dicatat"
    assert told in client.get(f"/cases/{seated.case_id}/closure").text
    with db.unit():
        Placement.get_by_id(seated.id).settle(by=officer, reason="Kembali ke sekolah.")
    assert owed(seated) == (0, 0, False, 0) and told not in client.get(f"/cases/{seated.case_id}/closure").text


def test_visits_are_a_step_of_the_open_case_and_go_on_when_it_is_closed(seated, officer, client):
    placement = passed(seated, officer)
    assert owed(placement) == (0, 0, False, 0)
    assert "tetap menjadi tugas tim sampai 30 September 2027" in client.get(f"/cases/{placement.case_id}/closure").text
    it_is(2026, 10, 29)
    assert owed(placement) == (0, 0, False, 0)
    it_is(2026, 10, 30)
    assert owed(placement) == (0, 0, False, 1)
    assert "Bimbingan lanjut setelah pelatihan" in client.get(f"/cases/{placement.case_id}").text
    it_is(2027, 10, 1)
    assert "tetap menjadi tugas tim" not in client.get(f"/cases/{placement.case_id}/closure").text


def visited(placement, by):
    it_is(2026, 11, 2)
    with db.unit():
        return FollowUp.write(placement, 1, by=by, visited_on=date(2026, 10, 30), status=FollowUpStatus.WORKING, place=SHOP, uses_skill=True)


def test_a_visit_stands_on_the_line_of_events_by_its_day_and_a_cancelled_one_does_not(seated, officer, client):
    visit = visited(passed(seated, officer), officer)
    text = client.get(f"/cases/{seated.case_id}").text
    assert "Bimbingan lanjut 1 bulan: Bekerja" in text and "30 Oktober 2026 ·" in text and SHOP not in text
    with db.unit():
        visit.cancel(by=officer, reason="Orang lain.")
    assert "Bimbingan lanjut 1 bulan: Bekerja" not in client.get(f"/cases/{seated.case_id}").text


def test_the_papers_say_what_became_of_it_without_the_place(seated, officer):
    placement = passed(seated, officer)
    assert [said for _, said in in_training.told(placement.case, officer)] == [
        "Lulus, 30 September 2026; sertifikat BLK-118; alat: Alat cukur"]
    visited(placement, officer)
    (_, said), = in_training.told(placement.case, officer)
    assert said.endswith("; bimbingan lanjut 30 Oktober 2026: bekerja") and SHOP not in said


@pytest.mark.parametrize("address, kind", [("prints", "case_sheet"), ("social-report", "social_report")])
def test_the_sheet_and_the_social_report_carry_it(seated, officer, client, address, kind):
    visited(passed(seated, officer), officer)
    with db.unit():
        copy = Print.make(Case.get_by_id(seated.case_id), kind, by=officer, paper="f4")
    text = client.get(f"/cases/{seated.case_id}/{address}/{copy.copy}").text
    assert "Lulus, 30 September 2026; sertifikat BLK-118" in text and "bimbingan lanjut 30 Oktober 2026: bekerja" in text and SHOP not in text


def test_who_left_early_is_told_with_the_reason(seated, officer):
    it_is(2026, 5, 4)
    with db.unit():
        Placement.get_by_id(seated.id).leave(LeaveReason.MOVED, by=officer, ended_on=clock.today())
    assert [said for _, said in in_training.told(seated.case, officer)] == ["Keluar dini, pindah, 4 Mei 2026"]
