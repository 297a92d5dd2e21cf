"""What training asks of people at home: of a case's team, and of whoever looks after the course."""
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.casefile import closure
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.desk.tasks import Tasks
from portal.rules.approval import DecisionStep
from portal.rules.attendance import Mark
from portal.rules.client import ConsentKind
from portal.rules.followup import FollowUpStatus
from portal.rules.lifecycle import ClosingReason, NoteKind
from portal.rules.placement import BatchStep, PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.roles import Role
from portal.training.aftercare.followups import FollowUp
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from tests.test_training import FAJAR, READY, batch_of, decide, proposed

HOUR = 2  # 10.00 WITA
# No practice at a workplace: a child in it needs no plan of supervision.
CALM = {"work_practice": False}


def it_is(year, month, day):
    clock.use(lambda: datetime(year, month, day, HOUR))


@pytest.fixture
def keeper(make):
    return make.user(name="Hadi Kusuma")


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahmawati")


@pytest.fixture
def tasks_of(app):
    """tasks_of(user): what stands at home for them, {what: Task}."""
    def told(user, everyones=False):
        with app.test_request_context():
            return {task.what: task for task in Tasks(user, everyones).rows}
    return told


def seated(make, batch, by, manager, **told):
    return decide(proposed(make, batch, by, **told), manager)


def of(tasks, beginning):
    """The tasks whose words begin so."""
    return [task for what, task in tasks.items() if what.startswith(beginning)]


def run(batch, by):
    with db.unit():
        return Batch.get_by_id(batch.id).go(BatchStep.START, by=by)


def ended(make, by, manager, on=date(2026, 5, 29)):
    """A placement that was passed on this day."""
    batch = batch_of(by, terms=CALM, ends=on)
    placement = seated(make, batch, by, manager)
    it_is(2026, 4, 6)
    run(batch, by)
    it_is(on.year, on.month, on.day)
    with db.unit():
        return Placement.get_by_id(placement.id).finish(PlacementStep.PASS, by=by, ended_on=on)


def test_an_offered_seat_waits_three_working_days_for_an_answer(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper, seats=1)
    first, second = seated(make, batch, officer, manager), seated(make, batch, officer, manager)
    assert second.state == PlacementState.WAITING and not of(tasks_of(officer), "Jawab tawaran")
    with db.unit():
        Placement.get_by_id(first.id).cancel(by=officer, reason="Batal ikut.")
    offer, = of(tasks_of(officer), "Jawab tawaran")
    assert clock.local(offer.limit).date() == date(2026, 3, 5) and offer.number == second.case.number and offer.can
    assert not of(tasks_of(make.user()), "Jawab tawaran") and of(tasks_of(manager, everyones=True), "Jawab tawaran")
    it_is(2026, 3, 6)
    assert of(tasks_of(officer), "Jawab tawaran")[0].mark == "late"
    with db.unit():
        Placement.get_by_id(second.id).accept(by=officer)
    assert not of(tasks_of(officer), "Jawab tawaran")


def test_whom_a_cancelled_course_let_go_is_not_forgotten(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper)
    placement = seated(make, batch, officer, manager)
    it_is(2026, 3, 4)
    with db.unit():
        Batch.get_by_id(batch.id).go(BatchStep.CANCEL, by=keeper, reason="Pengajarnya sakit.")
    task, = of(tasks_of(officer), "Tentukan kelanjutan")
    assert clock.local(task.limit).date() == date(2026, 3, 11) and task.number == placement.case.number
    assert not of(tasks_of(keeper), "Tentukan kelanjutan")
    with db.unit():
        Placement.get_by_id(placement.id).settle(by=officer, reason="Kembali ke sekolah.")
    assert not of(tasks_of(officer), "Tentukan kelanjutan")


def test_a_new_proposal_answers_it_too(make, officer, manager, keeper, tasks_of):
    batch, other = batch_of(keeper), batch_of(keeper)
    placement = seated(make, batch, officer, manager)
    with db.unit():
        Batch.get_by_id(batch.id).go(BatchStep.CANCEL, by=keeper, reason="Pengajarnya sakit.")
    with db.unit():
        propose(other, Case.get_by_id(placement.case_id), by=officer, answers=READY)
    assert not of(tasks_of(officer), "Tentukan kelanjutan")


def test_whoever_looks_after_a_course_starts_it_and_brings_it_to_its_end(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper, terms=CALM)
    placement = seated(make, batch, officer, manager)
    it_is(2026, 4, 5)
    assert not of(tasks_of(keeper), "Mulai angkatan")
    it_is(2026, 4, 6)
    start, = of(tasks_of(keeper), "Mulai angkatan")
    assert (start.number, start.level, start.mark) == (batch.number, None, "soon")
    assert not of(tasks_of(officer), "Mulai angkatan") and of(tasks_of(manager, everyones=True), "Mulai angkatan")
    run(batch, keeper)
    assert not of(tasks_of(keeper), "Mulai angkatan")
    it_is(2026, 9, 30)
    assert not of(tasks_of(keeper), "Catat hasil")
    it_is(2026, 10, 1)
    assert of(tasks_of(keeper), "Catat hasil")[0].mark == "running"
    with db.unit():
        Placement.get_by_id(placement.id).finish(PlacementStep.PASS, by=officer, ended_on=date(2026, 9, 30))
    assert not of(tasks_of(keeper), "Catat hasil") and of(tasks_of(keeper), "Akhiri angkatan")
    with db.unit():
        Batch.get_by_id(batch.id).go(BatchStep.END, by=keeper)
    assert not of(tasks_of(keeper), "Akhiri angkatan")


def test_a_course_stands_at_home_without_a_level(make, client, keeper):
    batch = batch_of(keeper)
    it_is(2026, 4, 6)
    client.sign_in(keeper)
    text = client.get("/").text
    assert batch.number in text and "Barbershop Dasar" in text and f"/training/batches/{batch.id}" in text


def test_visits_are_asked_for_until_the_person_is_found_also_when_the_case_is_closed(make, officer, manager, tasks_of):
    placement = ended(make, officer, manager)
    with db.unit():
        case = Case.get_by_id(placement.case_id)
        closure.propose(case, by=officer, reason=ClosingReason.DECLINED, text="Selesai pelatihan.")
        Decision.open_about(case).decide(DecisionStep.APPROVE, by=manager)
    it_is(2026, 6, 28)
    assert not of(tasks_of(officer), "Bimbingan lanjut")
    it_is(2026, 6, 29)
    visit, = of(tasks_of(officer), "Bimbingan lanjut 1 bulan")
    assert visit.mark == "soon" and visit.url.endswith(f"/placements/{placement.id}/follow-ups/1")
    assert not of(tasks_of(make.user()), "Bimbingan lanjut")
    with db.unit():
        FollowUp.write(placement, 1, by=officer, visited_on=clock.today(), status=FollowUpStatus.NOT_FOUND)
    assert not of(tasks_of(officer), "Bimbingan lanjut") and not of(tasks_of(officer), "Cari lagi")
    it_is(2026, 7, 28)
    assert not of(tasks_of(officer), "Cari lagi")
    it_is(2026, 7, 29)
    assert of(tasks_of(officer), "Cari lagi: bimbingan lanjut 1 bulan")
    with db.unit():
        FollowUp.write(placement, 1, by=officer, visited_on=clock.today(), status=FollowUpStatus.WORKING)
    assert not of(tasks_of(officer), "Cari lagi")
    it_is(2026, 8, 29)
    assert of(tasks_of(officer), "Bimbingan lanjut 3 bulan")


def hold(batch, by, day, absent=()):
    it_is(2026, 4, day)
    with db.unit():
        meeting = Meeting.hold(batch, by=by, on=clock.today())
        meeting.take({row.id: (Mark.SICK if row in absent else Mark.PRESENT, "") for row in meeting.roster(by)}, by=by)


def test_three_absences_in_a_row_are_asked_after_and_a_note_answers(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper, terms=CALM)
    placement = seated(make, batch, officer, manager)
    it_is(2026, 4, 6)
    batch = run(batch, keeper)
    for day in (6, 7):
        hold(batch, officer, day, absent=[placement])
    assert not [task for task in tasks_of(officer).values() if "berturut-turut" in task.what]
    hold(batch, officer, 8, absent=[placement])
    task, = [task for task in tasks_of(officer).values() if "berturut-turut" in task.what]
    assert (task.number, task.url) == (placement.case.number, f"/cases/{placement.case_id}/note")
    assert clock.local(task.limit).date() == date(2026, 4, 9)
    kept, = [task for task in tasks_of(keeper).values() if "berturut-turut" in task.what]
    assert kept.who == placement.case.client.initials and kept.url == f"/training/batches/{batch.id}/meetings"
    with db.unit():
        Case.get_by_id(placement.case_id).note(NoteKind.CALL, "Demam, kembali besok.", by=officer)
    assert not [task for task in tasks_of(officer).values() if "berturut-turut" in task.what]


def test_days_without_attendance_are_one_task_of_the_keeper(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper, terms=CALM, days=[0, 1, 2, 3, 4])
    seated(make, batch, officer, manager)
    it_is(2026, 4, 6)
    batch = run(batch, keeper)
    hold(batch, officer, 6)
    it_is(2026, 4, 9)
    task, = of(tasks_of(keeper), "Isi kehadiran")
    assert "3 pertemuan" in task.what and task.mark == "late" and task.number == batch.number
    assert not of(tasks_of(officer), "Isi kehadiran")


def test_who_turned_eighteen_in_a_course_says_so_themselves(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper, terms=CALM)
    placement = seated(make, batch, officer, manager, person=FAJAR)
    it_is(2026, 8, 20)
    assert not of(tasks_of(officer), "Genap 18")
    it_is(2026, 8, 21)
    task, = of(tasks_of(officer), "Genap 18")
    assert clock.local(task.limit).date() == date(2026, 8, 28) and not of(tasks_of(make.user()), "Genap 18")
    with db.unit():
        placement.case.client.record_consent(by=officer, kind=ConsentKind.SERVICE, basis=ConsentBasis.OWN, given_on=clock.today())
    assert not of(tasks_of(officer), "Genap 18")


def test_a_restricted_childs_tasks_are_nobody_elses(make, officer, manager, keeper, tasks_of):
    batch = batch_of(keeper, terms=CALM)
    placement = seated(make, batch, officer, manager)
    with db.unit():
        Case.get_by_id(placement.case_id).care_team.restrict(by=officer)
    it_is(2026, 4, 6)
    batch = run(batch, keeper)
    for day in (6, 7, 8):
        hold(batch, officer, day, absent=[placement])
    assert [task for task in tasks_of(officer).values() if "berturut-turut" in task.what]
    assert not [task for task in tasks_of(keeper).values() if placement.case.number in task.number]


def one_of_each(make, by, manager):
    """A visit, an offer, somebody let go, three absences, a birthday, days without attendance and a course to begin."""
    it_is(2026, 3, 2)
    ended(make, by, manager)
    it_is(2026, 3, 2)
    full, gone, running = batch_of(by, seats=1, terms=CALM), batch_of(by, terms=CALM), batch_of(by, terms=CALM, days=[0, 1, 2, 3, 4])
    first, _second = (seated(make, full, by, manager) for _ in range(2))
    seated(make, gone, by, manager)
    away = seated(make, running, by, manager, person=FAJAR)
    with db.unit():
        Placement.get_by_id(first.id).cancel(by=by, reason="Batal.")
        Batch.get_by_id(gone.id).go(BatchStep.CANCEL, by=by, reason="Pengajarnya sakit.")
    it_is(2026, 4, 6)
    running = run(running, by)
    for day in (6, 7, 8):
        hold(running, by, day, absent=[away])


def test_home_asks_as_often_for_many_of_every_kind_as_for_one(make, client, officer, manager, statements, tasks_of):
    one_of_each(make, officer, manager)
    it_is(2026, 8, 21)
    client.sign_in(officer)
    few = statements(lambda: client.get("/"))
    kinds = ("Bimbingan", "Jawab tawaran", "Tentukan kelanjutan", "3 pertemuan", "Genap 18", "Isi kehadiran", "Mulai angkatan")
    assert all(of(tasks_of(officer), kind) for kind in kinds), list(tasks_of(officer))
    one_of_each(make, officer, manager)
    it_is(2026, 8, 21)
    assert statements(lambda: client.get("/")) == few


def test_managers_and_readers_get_the_way_to_look_not_the_way_to_do(make, officer, manager, tasks_of):
    placement = ended(make, officer, manager)
    it_is(2026, 6, 30)
    task, = of(tasks_of(manager, everyones=True), "Bimbingan lanjut")
    assert not task.can and task.number == placement.case.number
    assert not of(tasks_of(make.user(Role.AUDITOR), everyones=True), "Bimbingan lanjut")
    assert task.limit - clock.now() < timedelta(days=1)
