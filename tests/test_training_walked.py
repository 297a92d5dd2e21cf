"""What somebody meets who walks through a course from its first day to its end: the next step at hand, and nothing that leads nowhere."""
import re
from datetime import date

import pytest

from portal import clock
from portal.correspondence.courses import PlacementMatter
from portal.db import db
from portal.rules import placement as rules
from portal.rules.attendance import Mark
from portal.rules.client import ConsentKind
from portal.rules.correspondence import About
from portal.rules.letter_kind import MergeField
from portal.rules.placement import BatchStep, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.training.batches import Batch
from portal.training.fitting.candidates import candidates_for
from portal.training.fitting.fit import outlooks_of
from portal.training.fitting.proposals import propose
from portal.training.models import Placement, Roll
from portal.training.paper.certificates import told
from portal.training.places.cancelling import leavers
from tests.test_training import FAJAR, READY, batch_of, case_of, decide, proposed
from tests.test_training_aftercare import COURSE, days_of, refusal, seated

LATER = {"starts": date(2026, 11, 2), "ends": date(2026, 12, 18)}
ALONE = "Belum ada peserta. Usulkan dari halaman kasus"


@pytest.fixture
def officer(make):
    return make.user()


def finished(placement, officer, step=PlacementStep.PASS):
    with db.unit():
        return Placement.get_by_id(placement.id).finish(step, by=officer, ended_on=clock.today())


def primary(page):
    """The texts of the buttons that stand out."""
    return re.findall(r'<a class="button " href="[^"]*"[^>]*>([^<]+?)\s*<', page)


def test_a_course_to_come_looks_for_people_before_it_starts(client, officer):
    batch = batch_of(officer, **LATER)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}").text
    assert primary(page) == ["Cari peserta"] and "Mulai lebih awal?" in page
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    assert primary(client.get(f"/training/batches/{batch.id}").text) == ["Kehadiran hari ini"]


def test_a_course_with_proposals_is_not_called_empty(make, client, officer):
    batch = batch_of(officer)
    client.sign_in(officer)
    assert ALONE in client.get(f"/training/batches/{batch.id}").text
    proposed(make, batch, officer)
    assert ALONE not in client.get(f"/training/batches/{batch.id}").text


def test_a_cancelled_course_says_why_and_asks_for_nobody(client, officer):
    batch = batch_of(officer)
    with db.unit():
        batch.go(BatchStep.CANCEL, by=officer, reason="Instrukturnya pindah tugas.")
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}").text
    assert "Angkatan dibatalkan: Instrukturnya pindah tugas." in page and "tempat terpakai saat dibatalkan" in page and ALONE not in page


def test_the_last_result_leads_to_the_end_of_the_course(make, client, officer, manager):
    batch, (one, other) = seated(make, officer, manager, people=2)
    finished(one, officer)
    client.sign_in(officer)
    end = f'action="/training/batches/{batch.id}/end"'
    assert end not in client.get(f"/training/batches/{batch.id}/results").text
    finished(other, officer, PlacementStep.FAIL)
    assert end in client.get(f"/training/batches/{batch.id}/results").text


@pytest.mark.parametrize("step, known", [(PlacementStep.PASS, True), (PlacementStep.FAIL, True), (None, False)])
def test_who_finished_a_course_is_not_proposed_for_it_again_but_who_left_may_come_back(make, officer, manager, step, known):
    batch, (one,) = seated(make, officer, manager)
    if step:
        finished(one, officer, step)
    else:
        with db.unit():
            Placement.get_by_id(one.id).leave(by=officer, why=rules.LeaveReason.ILL, ended_on=clock.today())
    assert (batch.id in [each.batch.id for each in outlooks_of(one.case)]) is not known
    assert (one.case_id in [each.case.id for each in candidates_for(batch, officer)]) is not known
    if known:
        assert refusal(propose, batch, one.case, by=officer, answers=READY) == rules.Why.ALREADY_THERE
    else:
        with db.unit():
            assert propose(batch, one.case, by=officer, answers=READY)


def test_nobody_of_a_cancelled_course_is_sent_to_one_that_they_finished(make, officer, manager):
    batch, (one,) = seated(make, officer, manager)
    other, fresh = batch_of(officer, **LATER), batch_of(officer, starts=date(2026, 10, 5), ends=date(2026, 10, 30))
    finished(one, officer)
    with db.unit():
        again = propose(other, one.case, by=officer, answers=READY)
    (leaver,) = leavers(Batch.get_by_id(other.id), officer)
    assert leaver.placement == again and {course.id for course in leaver.courses} == {fresh.id}


def test_the_page_of_a_place_says_who_stays_away(make, client, officer, manager):
    batch, (one, other) = seated(make, officer, manager, people=2)
    days_of(batch, officer, [{one: Mark.ABSENT, other: Mark.PRESENT}] * 3)
    client.sign_in(officer)
    page = client.get(f"/training/placements/{one.id}").text
    assert "3 pertemuan berturut-turut tidak hadir: alpa, alpa, alpa." in page and f'href="/cases/{one.case_id}/note"' in page
    assert "berturut-turut" not in client.get(f"/training/placements/{other.id}").text


def test_a_recorded_consent_is_said_to_be_where_it_comes_from(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    form, words = f"/training/case/{case.id}/batches/{batch.id}", "Terpilih menurut persetujuan yang tercatat."
    assert words not in client.get(form).text
    with db.unit():
        case.client.record_consent(by=officer, kind=ConsentKind.SERVICE, basis=ConsentBasis.GUARDIAN, given_by="Ibu Rahma", given_on=clock.today())
    assert words in client.get(form).text


def test_errors_of_a_programme_stand_in_the_order_of_its_page(client, officer):
    client.sign_in(officer)
    page = client.post("/training/programmes/new", data={"marital": "any"}).text
    assert page.index("Pilih kejuruannya.") < page.index("Tulis jam belajar per hari") < page.index("Pilih jenis penyelenggaranya.")


def test_a_step_on_the_waiting_list_comes_back_to_it(make, client, officer, manager):
    batch = batch_of(officer, seats=1)
    one, two, three = (decide(proposed(make, batch, officer), manager) for _ in range(3))
    with db.unit():
        Placement.get_by_id(one.id).cancel(by=officer, reason="Pindah")
    client.sign_in(officer)
    address = f"/training/placements/{two.id}/deferral?list=1"
    assert address in client.get(f"/training/batches/{batch.id}").text
    data = {"seen": Placement.get_by_id(two.id).version, "reason": "Belum siap"}
    assert client.post(address, data=data).location == f"/training/batches/{batch.id}"
    offered = Placement.get_by_id(three.id)
    assert offered.state == rules.PlacementState.OFFERED
    assert client.post(f"/training/placements/{three.id}/acceptance", data={"seen": offered.version}).location == f"/training/placements/{three.id}"


def test_everywhere_the_participants_stand_in_one_order(make, client, officer, manager):
    batch = batch_of(officer, seats=1, **COURSE)
    one, two = (decide(proposed(make, batch, officer), manager) for _ in range(2))
    with db.unit():
        Placement.get_by_id(one.id).cancel(by=officer, reason="Pindah")
        Placement.get_by_id(two.id).accept(by=officer)
        batch.fresh().correct(by=officer, seats=2)
    again = decide(make_again(one, batch, officer), manager)
    assert [row.id for row in Roll(Batch.get_by_id(batch.id), officer).seated] == [again.id, two.id]
    with db.unit():
        batch.fresh().go(BatchStep.START, by=officer)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}/days/{batch.starts}").text
    assert page.index(f'id="who-{again.id}"') < page.index(f'id="who-{two.id}"')


def make_again(placement, batch, officer):
    with db.unit():
        return propose(batch, placement.case, by=officer, answers=READY)


def test_a_figure_leads_to_the_course_that_it_counts(make, client, officer, manager):
    batch, (one,) = seated(make, officer, manager)
    finished(one, officer)
    client.sign_in(officer)
    assert f'href="/training/programmes/{batch.programme_id}"' in client.get("/training/outcomes").text
    assert f'href="/training/batches/{batch.id}/results"' in client.get("/training/outcomes?by=batch").text


@pytest.mark.parametrize("name, subject", [
    ("Pelatihan Las Dasar", "Las Dasar"), ("PELATIHAN Las", "Las"), ("Las Dasar", "Las Dasar"), ("Pelatihan", "Pelatihan"),
    ("Pelatihanku", "Pelatihanku")])
def test_papers_say_pelatihan_once(make, officer, manager, name, subject):
    _, (one,) = seated(make, officer, manager, terms={"name": name})
    assert f"telah mengikuti pelatihan {subject} yang diselenggarakan" in told(one)
    assert PlacementMatter(About.PLACEMENT, Placement.get_by_id(one.id)).values[MergeField.COURSE] == subject
