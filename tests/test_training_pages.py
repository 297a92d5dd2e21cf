"""The pages of training: what a person sees, what a form keeps, and who may open what."""
import pytest

from portal.db import db
from portal.decisions.models import Decision
from portal.rules.placement import BatchStep, PlacementState
from portal.rules.roles import Role
from portal.rules.trades import Trade
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.programmes import Programme
from tests.test_training import FAJAR, GROWN, RIAN, WATCHED, batch_of, case_of, decide, proposed
from tests.test_training_days import running

PROGRAMME = {"trade": "welding", "name": "Las Dasar", "provider": "BLK", "provider_kind": "public_training_centre", "marital": "any",
             "hours_per_day": "4",
             "active": "y"}
BATCH = {"starts": "6-4-2026", "ends": "30-9-2026", "seats": "15"}
YES = {"consent": "guardian", "consent_by": "Ibu Rahma", "assent": "yes", "supervision": WATCHED}


@pytest.fixture
def officer(make):
    return make.user()


def test_a_programme_and_its_first_batch(client, officer):
    client.sign_in(officer)
    response = client.post("/training/programmes/new", data=PROGRAMME)
    programme = Programme.get()
    assert response.location.endswith(f"/training/batches/new?programme={programme.id}")
    assert f'value="{programme.id}"' in client.get(response.location).text
    response = client.post("/training/batches/new", data=BATCH | {"programme": programme.id})
    assert (response.status_code, Batch.get().number, programme.risky) == (303, "AK-2026-00001", True)
    assert "Las Dasar" in client.get("/training/").text and "0/15" in client.get(response.location).text


def test_a_sent_form_sent_again_makes_one_batch(client, officer):
    batch_of(officer)
    client.sign_in(officer)
    token = client.get("/training/batches/new").text.split('name="form_token" value="')[1].split('"')[0]
    data = BATCH | {"programme": Programme.get().id, "form_token": token}
    first, second = client.post("/training/batches/new", data=data), client.post("/training/batches/new", data=data)
    assert (first.location, Batch.select().count()) == (second.location, 2)


@pytest.mark.parametrize("change, sentence", [
    ({"ends": "1-4-2026"}, "Tanggal selesai lebih awal"), ({"seats": "0"}, "1"), ({"seats": "banyak"}, "angka bulat"),
    ({"starts": "kapan-kapan"}, ""),
    ({"programme": "999"}, "Pilih salah satu"), ({"place": "x" * 500}, "Terlalu panjang"), ({"seats": ""}, "Tulis jumlah tempat"),
])
def test_a_batch_that_cannot_be_keeps_what_was_typed(client, officer, change, sentence):
    batch_of(officer)
    client.sign_in(officer)
    response = client.post("/training/batches/new", data=BATCH | {"programme": Programme.get().id} | change)
    assert response.status_code == 422 and sentence in response.text and "30-9-2026" in response.text or "1-4-2026" in response.text
    assert Batch.select().count() == 1


def test_a_programme_is_corrected_and_ages_must_agree(client, officer):
    batch_of(officer)
    client.sign_in(officer)
    address = f"/training/programmes/{Programme.get().id}/edit"
    assert 'value="15"' in client.get(address).text
    response = client.post(address, data=PROGRAMME | {"min_age": "20", "max_age": "15"})
    assert response.status_code == 422 and "lebih kecil" in response.text
    assert client.post(address, data=PROGRAMME | {"min_age": "16", "risky": "no", "name": "Las <b>Listrik</b>"}).status_code == 303
    assert (Programme.get().min_age, Programme.get().risky, Programme.get().trade) == (16, False, Trade.WELDING)
    assert "&lt;b&gt;" in client.get("/training/programmes").text


def test_batches_are_found_filtered_and_sorted(client, officer):
    batch_of(officer)
    batch_of(officer, terms={"name": "Menjahit Dasar", "trade": Trade.SEWING})
    client.sign_in(officer)
    found = client.post("/training/search", data={"q": "menjahit"}).location
    assert "menjahit" not in found
    assert "AK-2026-00002" in client.get(found).text and "AK-2026-00001" not in client.get(found).text
    assert "AK-2026-00001" not in client.get("/training/?trade=sewing&state=open&sort=seats").text
    assert "Tidak ada angkatan yang cocok" in client.get("/training/?state=ended").text


def test_the_page_of_a_case_says_what_fits_and_why(make, client, officer):
    batch = batch_of(officer)
    fajar, rian = case_of(make, officer, FAJAR), case_of(make, officer, RIAN)
    client.sign_in(officer)
    page = client.get(f"/training/case/{fajar.id}").text
    assert "Angkatan yang cocok" in page and "Genap 18 tahun" in page and "21 Agustus 2026" in page and "Persetujuan orang tua" in page
    page = client.get(f"/training/case/{rian.id}").text
    assert "Belum cocok" in page and "Praktik kerja baru boleh sejak usia 14 tahun." in page and "UU 13/2003 ps. 70" in page
    assert f"/training/case/{rian.id}/batches/{batch.id}" not in page
    page = client.get(f"/training/batches/{batch.id}/candidates").text
    assert "Fajar Pratama Putra" in page and page.index("Memenuhi") < page.index("Tidak memenuhi")


def test_a_child_is_proposed_with_consent_and_assent(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    address = f"/training/case/{case.id}/batches/{batch.id}"
    assert "21 Agustus 2026" in client.get(address).text
    response = client.post(address, data={"consent": "guardian"})
    assert response.status_code == 422 and "Jawab apakah anak bersedia" in response.text
    response = client.post(address, data=YES | {"consent_by": ""})
    assert response.status_code == 422 and not Placement.select().exists()
    response = client.post(address, data=YES)
    assert response.location.endswith(f"/training/placements/{Placement.get().id}")
    assert "Diusulkan" in client.get(response.location).text


def test_what_needs_attention_needs_a_reason_and_keeps_what_was_typed(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    address = f"/training/case/{case.id}/batches/{batch.id}"
    response = client.post(address, data=YES | {"care": "illness"})
    assert response.status_code == 422 and "Tulis alasan" in response.text and "Ibu Rahma" in response.text and not Placement.select().exists()
    assert client.post(address, data=YES | {"care": "illness", "reason": "Sudah berobat jalan."}).status_code == 303
    assert Placement.get().override == "Sudah berobat jalan."


def test_the_law_has_no_form_and_no_way_around(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, RIAN)
    client.sign_in(officer)
    address = f"/training/case/{case.id}/batches/{batch.id}"
    page = client.get(address).text
    assert "Undang-undang tidak membolehkan" in page and "Kirim usulan" not in page
    assert client.post(address, data=YES | {"reason": "Anaknya ingin sekali."}).status_code == 422
    assert not Placement.select().exists()


def test_an_adult_is_not_asked_for_a_guardian(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, GROWN)
    client.sign_in(officer)
    address = f"/training/case/{case.id}/batches/{batch.id}"
    assert "orang tua" not in client.get(address).text
    assert client.post(address, data={}).status_code == 303


def test_the_manager_approves_in_the_inbox_and_not_their_own(make, client, officer, manager):
    both = make.user(Role.OFFICER, Role.MANAGER)
    batch = batch_of(officer)
    placement = proposed(make, batch, both, FAJAR)
    decision = Decision.about(placement).first()
    answer = {"step": "approve", "seen": decision.version}
    client.sign_in(both)
    assert client.post(f"/decisions/{decision.id}/answer", data=answer).status_code == 409
    client.sign_in(manager)
    assert "Genap 18 tahun" in client.get(f"/decisions/{decision.id}").text
    assert client.post(f"/decisions/{decision.id}/answer", data=answer).status_code == 303
    assert Placement.get().state == PlacementState.ACTIVE
    assert "Fajar Pratama Putra" in client.get(f"/training/batches/{batch.id}").text
    assert client.get(f"/training/placements/{placement.id}").status_code == 200


def test_the_page_of_a_batch_shows_the_queue_and_hides_names_from_others(make, client, officer, manager):
    batch = batch_of(officer, seats=1)
    for person in (FAJAR, GROWN):
        decide(proposed(make, batch, officer, person), manager)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}").text
    assert "1/1" in page and page.index("Fajar Pratama Putra") < page.index("Daftar tunggu") < page.index("Budi Santoso")
    client.sign_in(make.user())
    page = client.get(f"/training/batches/{batch.id}").text
    assert "F.P.P." in page and "Fajar" not in page
    assert client.get(f"/training/placements/{Placement.get().id}").status_code == 404


def test_a_course_runs_and_its_participant_passes(make, client, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    client.sign_in(officer)
    assert client.get(f"/training/batches/{batch.id}/meetings/new").status_code == 200
    response = client.post(f"/training/batches/{batch.id}/meetings/new", data={"on": "besok"})
    assert response.status_code == 422 and not batch.meetings.exists()
    assert client.post(f"/training/batches/{batch.id}/meetings/new", data={"on": "hari ini"}).status_code == 303
    assert client.post(f"/training/batches/{batch.id}/end", data={"seen": batch.version}).status_code == 409
    assert client.get(f"/training/placements/{placement.id}/result").status_code == 200
    told = {"step": "pass", "ended_on": "2-3-2026", "certificate": "BLK/17", "allowance": "1.500.000"}
    assert client.post(f"/training/placements/{placement.id}/result", data=told | {"ended_on": "3-3-2026"}).status_code == 422
    assert client.post(f"/training/placements/{placement.id}/result", data=told).status_code == 303
    page = client.get(f"/training/placements/{placement.id}").text
    assert "BLK/17" in page and "Rp1.500.000" in page and "2 April 2026" in page
    assert client.post(f"/training/batches/{batch.id}/end", data={"seen": Batch.get().version}).status_code == 303


def test_leaving_early_is_written_with_its_reason(make, client, officer, manager):
    _, (placement,) = running(make, officer, manager)
    client.sign_in(officer)
    address = f"/training/placements/{placement.id}/departure"
    assert client.get(address).status_code == 200
    assert client.post(address, data={"ended_on": "2-3-2026"}).status_code == 422
    assert client.post(address, data={"ended_on": "2-3-2026", "why": "ill", "seen": placement.version}).status_code == 303
    assert "Sakit" in client.get(f"/training/case/{placement.case_id}").text


def test_a_stale_page_does_not_overwrite(make, client, officer, manager):
    batch, (placement,) = running(make, officer, manager)
    with db.unit():
        batch.correct(by=officer, seats=3, place="", starts=batch.starts, ends=batch.ends)
    client.sign_in(officer)
    response = client.post(f"/training/batches/{batch.id}/edit", data={"seen": 1, "starts": "2-3-2026", "ends": "30-9-2026", "seats": "9"})
    assert (response.status_code, Batch.get().seats) == (409, 3)
    response = client.post(f"/training/placements/{placement.id}/cancellation", data={"seen": placement.version, "reason": " "})
    assert (response.status_code, Placement.get().state) == (409, PlacementState.ACTIVE)


@pytest.mark.parametrize("roles, reads, writes", [
    ((Role.OFFICER,), 200, 200), ((Role.MANAGER,), 200, 403), ((Role.ADMIN,), 403, 403), ((Role.AUDITOR,), 403, 403),
])
def test_who_may_open_what(make, client, officer, manager, roles, reads, writes):
    batch, (placement,) = running(make, officer, manager)
    client.sign_in(make.user(*roles))
    for path in ("/training/", "/training/programmes", "/training/outcomes", f"/training/batches/{batch.id}"):
        assert client.get(path).status_code == reads, path
    for path in ("/training/programmes/new", "/training/batches/new", f"/training/batches/{batch.id}/edit",
                 f"/training/batches/{batch.id}/candidates"):
        assert client.get(path).status_code == writes, path
    with_the_case = {403: 403, 200: 200 if Role.MANAGER in roles else 404}[reads]
    assert client.get(f"/training/case/{placement.case_id}").status_code == with_the_case
    assert client.get(f"/training/placements/{placement.id}/result").status_code == (403 if writes == 403 else 404)


def test_the_list_costs_as_much_for_many_as_for_one(make, client, officer, statements):
    batch_of(officer)
    client.sign_in(officer)
    one = statements(lambda: client.get("/training/"))
    for _ in range(5):
        batch_of(officer)
    assert statements(lambda: client.get("/training/")) == one


def test_a_batch_costs_as_much_for_many_as_for_one(make, client, officer, manager, statements):
    batch = batch_of(officer)
    proposed(make, batch, officer)
    client.sign_in(officer)
    one = statements(lambda: client.get(f"/training/batches/{batch.id}"))
    for _ in range(4):
        proposed(make, batch, officer)
    assert statements(lambda: client.get(f"/training/batches/{batch.id}")) == one


def test_a_course_is_cancelled_with_a_reason(make, client, officer):
    batch = batch_of(officer)
    client.sign_in(officer)
    assert client.post(f"/training/batches/{batch.id}/cancellation", data={"seen": 1}).status_code == 422
    assert client.post(f"/training/batches/{batch.id}/cancellation", data={"seen": 1, "reason": "Dana tidak turun"}).status_code == 303
    assert BatchStep.START not in Batch.get().steps() and "Dibatalkan" in client.get(f"/training/batches/{batch.id}").text
