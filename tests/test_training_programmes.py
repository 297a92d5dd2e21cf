"""Programmes and batches: who provides, what is planned, what does not add up, and one batch after the other."""
from datetime import date

import pytest

from portal.accounts.models import User
from portal.db import db
from portal.records import Revision
from portal.referrals.institutions import Institution
from portal.rules import course
from portal.rules.nik import Sex
from portal.rules.placement import BatchState, BatchStep
from portal.rules.referral import InstitutionKind
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import FundSource
from portal.rules.trades import ProviderKind
from portal.rules.training import Education, Marital
from portal.training import terms
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from portal.training.planning import cautions, plan_of, planned
from portal.training.programmes import Programme
from tests.test_training import APRIL, GROWN, READY, RIAN, batch_of, case_of, decide, proposed

PROGRAMME = {"trade": "welding", "name": "Las Dasar", "provider": "Bengkel Karya", "provider_kind": "company", "marital": "any", "hours_per_day": "4",
             "active": "y"}
BATCH = {"starts": "6-4-2026", "ends": "30-9-2026", "seats": "15"}
WORKING = [0, 1, 2, 3, 4]


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def blk(officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.TRAINING_CENTRE, name="BLK Teluk Melati")


def correct(batch, by, **details):
    with db.unit():
        return batch.correct(by=by, **details)


def test_a_provider_of_the_directory_lends_its_name_and_kind(client, officer, blk):
    client.sign_in(officer)
    told = PROGRAMME | {"institution": str(blk.id), "provider": "", "provider_kind": ""}
    assert client.post("/training/programmes/new", data=told).status_code == 303
    programme = Programme.get()
    assert (programme.institution, programme.provider, programme.provider_kind) == (blk, "BLK Teluk Melati", ProviderKind.PUBLIC_TRAINING_CENTRE)
    with db.unit():
        blk.amend(by=officer, name="UPTD BLK Teluk Melati", active=False)
    page = client.get(f"/training/programmes/{programme.id}/edit").text
    assert f'<option selected value="{blk.id}">UPTD BLK Teluk Melati' in page
    assert 'name="provider" type="text" value=""' in page  # it is not to be typed as well
    assert f"/referrals/institutions/{blk.id}" in client.get(f"/training/programmes/{programme.id}").text


@pytest.mark.parametrize("change, sentence", [
    ({"provider": ""}, "Pilih penyelenggara dari daftar, atau tulis namanya"), ({"provider_kind": ""}, "Pilih jenis penyelenggaranya"),
    ({"institution": "999"}, "Pilih salah satu dari daftar"), ({"min_attendance": "0"}, "1 sampai 100"), ({"min_attendance": "101"}, "1 sampai 100"),
])
def test_a_programme_that_cannot_be_keeps_what_was_typed(client, officer, change, sentence):
    client.sign_in(officer)
    answer = client.post("/training/programmes/new", data=PROGRAMME | change)
    assert answer.status_code == 422 and sentence in answer.text and "Las Dasar" in answer.text and not Programme.select().exists()


def test_a_provider_is_chosen_or_written_and_not_both(client, officer, blk):
    client.sign_in(officer)
    answer = client.post("/training/programmes/new", data=PROGRAMME | {"institution": str(blk.id)})
    assert answer.status_code == 422 and "jangan keduanya" in answer.text and "Bengkel Karya" in answer.text
    assert client.post("/training/programmes/new", data=PROGRAMME | {"institution": str(blk.id), "provider": blk.name}).status_code == 303


def test_a_kind_that_the_directory_does_not_tell_is_asked(client, officer):
    with db.unit():
        other = Institution.add(by=officer, kind=InstitutionKind.OTHER, name="Bengkel Las Pak Made")
    client.sign_in(officer)
    told = PROGRAMME | {"institution": str(other.id), "provider": "", "provider_kind": ""}
    assert client.post("/training/programmes/new", data=told).status_code == 422
    assert client.post("/training/programmes/new", data=told | {"provider_kind": "company"}).status_code == 303


def test_the_page_of_a_programme_says_its_terms_and_shows_its_batches(client, officer):
    batch = batch_of(officer, terms={"out_of_school": True, "health_letter": True, "risky": True, "min_attendance": 80, "allowance": 25_000,
                                     "content": "Teknik dasar\n\nMerawat alat", "sex": Sex.MALE, "marital": Marital.UNMARRIED,
                                     "education": Education.PRIMARY})
    client.sign_in(officer)
    page = client.get(f"/training/programmes/{batch.programme_id}").text
    for said in ("Usia 15 sampai 21 tahun pada hari pertama.", "Khusus laki-laki.", "Pendidikan paling rendah SD atau Paket A.", "Belum menikah.",
                 "Sudah tidak bersekolah.", "Membawa surat keterangan sehat.", "UU 13/2003 ps. 74", "UU 13/2003 ps. 70",
                 "Lulus bila hadir paling sedikit 80%.", "Rp25.000 per hari hadir", "<li>Merawat alat</li>", batch.number, "0/15"):
        assert said in page, said
    assert "Belum berusia 18 tahun" not in page


@pytest.mark.parametrize("told, short, said", [
    ({}, "belum 18 tahun", "Belum berusia 18 tahun pada hari pertama."),
    ({"min_age": 15}, "mulai 15, belum 18 tahun", "Paling muda 15 tahun. Belum berusia 18 tahun pada hari pertama."),
    ({"min_age": 15, "max_age": 21}, "15–21 tahun", "Usia 15 sampai 21 tahun pada hari pertama."),
    ({"max_age": 17}, "sampai 17 tahun", "Paling tua 17 tahun pada hari pertama."),
    ({"min_age": 17, "admits_adults": True}, "mulai 17 tahun", "Paling muda 17 tahun pada hari pertama."),
    ({"admits_adults": True}, "", ""),
])
def test_the_ages_admitted_in_words(app, told, short, said):
    programme = Programme(**told)
    with app.test_request_context():
        assert (terms.short(programme) + [""])[0].replace("bersama dewasa", "") == short
        assert (terms.admission(programme) + [""])[0] == said


@pytest.mark.parametrize("told, law", [
    ({"min_age": 12}, "ps. 68"), ({"min_age": 13}, ""), ({"min_age": 13, "work_practice": True}, "ps. 70"),
    ({"min_age": 14, "work_practice": True}, ""),
    ({"talent_only": True, "hours_per_day": 4}, "ps. 71"), ({"talent_only": True, "hours_per_day": 3}, ""), ({"work_practice": True}, ""),
])
def test_terms_that_promise_what_the_law_refuses_are_named(app, told, law):
    with app.test_request_context():
        said = " ".join(terms.cautions(Programme(**told)))
    assert law in said and bool(said) == bool(law)


def test_the_list_says_how_many_batches_are_open(client, officer):
    batch = batch_of(officer)
    batch_of(officer, terms={"name": "Kelas Sore", "active": False})
    with db.unit():
        Batch.plan(by=officer, programme=batch.programme, seats=3, **APRIL).go(BatchStep.CANCEL, by=officer, reason="Dana tidak turun")
    client.sign_in(officer)
    page = client.get("/training/programmes?active=yes").text
    assert '<td class="number">1</td>' in page and "Kelas Sore" not in page
    assert "Kelas Sore" in client.get("/training/programmes?active=no").text


def test_a_batch_with_its_whole_plan(client, officer, make):
    programme, keeper = batch_of(officer).programme, make.user()
    client.sign_in(officer)
    told = BATCH | {"programme": programme.id, "join_until": "30-4-2026", "days": ["0", "2", "4"], "sessions": "60", "hours_per_day": "3",
                    "funding": "baznas", "place": "Balai Desa", "keeper": str(keeper.id)}
    assert client.post("/training/batches/new", data=told).status_code == 303
    batch = Batch.get(Batch.number == "AK-2026-00002")
    assert (batch.days, batch.sessions, batch.hours, batch.fund, batch.keeper, batch.join_until) == (
        [0, 2, 4], 60, 3, FundSource.BAZNAS, keeper, date(2026, 4, 30))
    page = client.get(f"/training/batches/{batch.id}").text
    for said in ("Senin, Rabu, Jumat", "180 jam (3 jam per hari)", "30 April 2026", "Balai Desa", "Baznas", keeper.name, "Senin, 6 April 2026"):
        assert said in page, said


def test_hours_funding_and_keeper_left_empty(client, officer):
    programme = batch_of(officer, terms={"funding": FundSource.APBD}).programme
    client.sign_in(officer)
    page = client.get(f"/training/batches/new?programme={programme.id}").text
    assert f'<option selected value="{officer.id}">' in page
    client.post("/training/batches/new", data=BATCH | {"programme": programme.id})
    batch = Batch.get(Batch.number == "AK-2026-00002")
    assert (batch.hours, batch.fund, batch.keeper, batch.days, batch.sessions) == (4, FundSource.APBD, officer, [], None)


@pytest.mark.parametrize("change, sentence", [
    ({"ends": "5-4-2026"}, "Tanggal selesai lebih awal"), ({"ends": "7-4-2029"}, ""), ({"ends": "8-4-2029"}, ""),
    ({"ends": "9-4-2029"}, "tiga tahun"),
    ({"join_until": "30-9-2026"}, ""), ({"join_until": "1-10-2026"}, "lebih lambat daripada hari terakhir"), ({"join_until": "1-1-2026"}, ""),
    ({"days": ["7"]}, "Pilih dari daftar"), ({"days": ["x"]}, "Pilih dari daftar"), ({"sessions": "0"}, "1 sampai 999"),
    ({"keeper": "999"}, "Pilih salah satu"), ({"hours_per_day": "13"}, "1 sampai 12"),
])
def test_a_plan_that_cannot_be_is_said_beside_its_field(client, officer, change, sentence):
    programme = batch_of(officer).programme
    client.sign_in(officer)
    answer = client.post("/training/batches/new", data=BATCH | {"programme": programme.id, "place": "Balai Desa"} | change)
    assert answer.status_code == (422 if sentence else 303) and sentence in answer.text
    assert not sentence or ("Balai Desa" in answer.text and Batch.select().count() == 1)


def test_more_meetings_than_days_is_said_with_the_day_that_would_do(client, officer):
    batch = batch_of(officer, starts=date(2026, 4, 6), ends=date(2026, 4, 17))
    correct(batch, officer, days=WORKING, sessions=12)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}").text
    assert "Direncanakan 12 pertemuan, sedangkan jadwalnya hanya memberi 10 hari." in page and "selesai pada 21 April 2026" in page
    assert "hari libur" not in page
    correct(batch, officer, sessions=10)
    assert "Direncanakan" not in client.get(f"/training/batches/{batch.id}").text


def test_holidays_and_days_to_spare_are_said(app, officer):
    batch = batch_of(officer, starts=date(2026, 3, 16), ends=date(2026, 3, 27))
    with app.test_request_context():
        correct(batch, officer, days=WORKING, sessions=9)
        assert "hanya memberi 5 hari. 5 hari libur dilewati. Pertemuan sebanyak itu selesai pada 2 April 2026." in " ".join(said(batch))
        correct(batch, officer, sessions=4)
        assert "Senin–Jumat memberi 5 hari; pertemuan terakhir jatuh pada 26 Maret 2026." in " ".join(said(batch))
        correct(batch, officer, sessions=5)
        assert said(batch) == []
        assert dict(planned(batch)["facts"])["Jam pelajaran"] == "20 jam (4 jam per hari)"


def said(batch):
    batch = Batch.get_by_id(batch.id)
    return cautions(batch, plan_of(batch))


def test_a_keeper_who_left_is_missed(app, officer, make):
    batch, keeper = batch_of(officer), make.user()
    correct(batch, officer, keeper=keeper)
    with db.unit():
        keeper.change(by=officer, active=False)
    with app.test_request_context():
        assert "Belum ada penanggung jawab" in said(batch)[0]
        with db.unit():
            Batch.get_by_id(batch.id).go(BatchStep.CANCEL, by=officer, reason="Dana tidak turun")
        assert said(batch) == ["Angkatan dibatalkan: Dana tidak turun"]


def test_a_keeper_who_left_stays_until_somebody_else_is_chosen(client, officer, make):
    batch, keeper = batch_of(officer), make.user()
    correct(batch, officer, keeper=keeper)
    with db.unit():
        keeper.change(by=officer, active=False)
    client.sign_in(officer)
    assert f'<option selected value="{keeper.id}">' in client.get(f"/training/batches/{batch.id}/edit").text
    client.post(f"/training/batches/{batch.id}/edit", data=BATCH | {"seen": Batch.get().version, "keeper": str(officer.id)})
    assert Batch.get().keeper == officer
    assert f'<option value="{keeper.id}"' not in client.get(f"/training/batches/{batch.id}/edit").text


def test_the_next_batch_takes_over_all_but_dates_and_seats(client, officer):
    batch = batch_of(officer, terms={"active": False}, days=[0, 2], sessions=40, hours_per_day=3, place="Balai Desa", funding=FundSource.CSR,
                     join_until=date(2026, 5, 1))
    client.sign_in(officer)
    assert f"/training/batches/new?after={batch.id}" in client.get(f"/training/batches/{batch.id}").text
    address = f"/training/batches/new?after={batch.id}"
    page = client.get(address)
    for kept in ('value="40"', 'value="3"', 'value="Balai Desa"', "disalin dari AK-2026-00001"):
        assert kept in page.text, kept
    assert page.text.count(" checked") == 2 and "30-09-2026" not in page.text and 'value="15"' not in page.text
    told = BATCH | {"programme": str(batch.programme_id), "days": ["0", "2"], "sessions": "40", "hours_per_day": "3", "place": "Balai Desa",
                    "funding": "csr", "keeper": str(officer.id)}
    answer = client.post(address, data=told | {"seats": ""})
    assert answer.status_code == 422 and "disalin dari AK-2026-00001" in answer.text
    assert client.post(address, data=told).status_code == 303
    following = Batch.get(Batch.number == "AK-2026-00002")
    assert (following.programme, following.days, following.sessions, following.funding, following.join_until) == (
        batch.programme, [0, 2], 40, FundSource.CSR, None)
    for nothing in ("999", "x", "-1", "0"):
        assert client.get(f"/training/batches/new?after={nothing}").status_code == 404


def test_a_course_does_not_start_after_its_first_meeting(officer):
    batch = batch_of(officer, starts=date(2026, 3, 2))
    with db.unit():
        batch.go(BatchStep.START, by=officer)
        Meeting.begin(by=officer, batch=batch, on=date(2026, 3, 2))
    with pytest.raises(Refused) as refused:
        correct(batch, officer, starts=date(2026, 3, 3))
    assert refused.value.why == course.Why.HELD_BEFORE
    assert correct(batch, officer, starts=date(2026, 3, 1)).starts == date(2026, 3, 1)


def test_what_is_over_keeps_its_dates_and_may_be_put_right_otherwise(client, officer):
    batch = batch_of(officer)
    with db.unit():
        batch.go(BatchStep.CANCEL, by=officer, reason="Dana tidak turun")
    client.sign_in(officer)
    address = f"/training/batches/{batch.id}/edit"
    page = client.get(address).text
    assert 'name="starts"' not in page and 'name="seats"' not in page and "tidak berubah lagi" in page
    answer = client.post(address, data={"seen": Batch.get().version, "place": "Balai Desa", "seats": "99", "starts": "1-1-2026", "keeper": ""})
    after = Batch.get()
    assert (answer.status_code, after.place, after.seats, after.starts, after.state, after.keeper) == (
        303, "Balai Desa", 15, date(2026, 4, 6), BatchState.CANCELLED, None)
    assert Revision.last_of(after).values == {"place": "", "keeper": officer.id}


def test_batches_are_narrowed_to_those_with_room_and_to_ones_own(client, officer, make, manager):
    full, free, late = batch_of(officer, seats=1), batch_of(make.user()), batch_of(officer, join_until=date(2026, 3, 1))
    decide(proposed(make, full, officer), manager)
    client.sign_in(officer)
    assert numbers(client.get("/training/?room=free")) == {free.number}
    assert numbers(client.get("/training/?keeper=me")) == {full.number, late.number}
    assert numbers(client.get("/training/")) == {full.number, free.number, late.number}


def numbers(answer):
    return {f"AK-2026-0000{count}" for count in range(1, 9) if f"AK-2026-0000{count}" in answer.text}


def test_a_batch_is_found_by_what_is_taught_and_who_keeps_it(client, officer, make):
    batch_of(officer)
    batch_of(make.user(name="Ketut Ardana"), terms={"name": "Kelas Malam", "content": "Merawat gunting"})
    client.sign_in(officer)
    for asked in ("gunting", "Ketut"):
        assert numbers(client.get(client.post("/training/search", data={"q": asked}).location)) == {"AK-2026-00002"}


def test_the_tabs_of_a_batch_lead_to_its_pages_and_mark_the_one_that_is_open(client, officer):
    batch = batch_of(officer)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}").text
    assert f'href="/training/batches/{batch.id}" accesskey="1" aria-current="page">Peserta' in page
    for number, (path, text) in enumerate((("meetings", "Kehadiran"), ("results", "Hasil"), ("papers", "Surat &amp; cetak")), start=2):
        assert f'href="/training/batches/{batch.id}/{path}" accesskey="{number}">{text}' in page
        assert 'aria-current="page">' + text in client.get(f"/training/batches/{batch.id}/{path}").text


def test_the_pages_cost_as_much_for_many_as_for_one(client, officer, statements):
    batch = batch_of(officer)
    client.sign_in(officer)
    paths = ("/training/programmes", f"/training/programmes/{batch.programme_id}", "/training/?room=free")
    one = [statements(lambda path=path: client.get(path)) for path in paths]
    for _ in range(4):
        batch_of(officer)
        with db.unit():
            Batch.plan(by=officer, programme=batch.programme, seats=3, **APRIL)
    assert [statements(lambda path=path: client.get(path)) for path in paths] == one


@pytest.mark.parametrize("role, reads", [(Role.OFFICER, 200), (Role.MANAGER, 200), (Role.ADMIN, 403), (Role.AUDITOR, 403)])
def test_who_reads_a_programme(client, officer, make, role, reads):
    programme = batch_of(officer).programme
    client.sign_in(make.user(role))
    page = client.get(f"/training/programmes/{programme.id}")
    assert page.status_code == reads and ("Ubah program" in page.text) == (role == Role.OFFICER)


def test_dates_do_not_move_to_where_the_law_forbids_it_to_somebody_in_the_course(client, make, officer):
    """At the day before his fourteenth birthday work practice is forbidden, on the day itself it is not."""
    batch = batch_of(officer, terms={"min_age": 13}, starts=date(2026, 6, 1))
    proposed(make, batch, officer, RIAN, reason="Sekolahnya diurus lebih dahulu.")
    client.sign_in(officer)
    address, told = f"/training/batches/{batch.id}/edit", BATCH | {"seen": batch.version}
    answer = client.post(address, data=told | {"starts": "13-5-2026"})
    assert answer.status_code == 422 and "13-5-2026" in answer.text and Batch.get().starts == date(2026, 6, 1)
    assert client.post(address, data=told | {"starts": "14-5-2026"}).status_code == 303
    assert Batch.get().starts == date(2026, 5, 14)


def kept(make, officer, manager, keeper, *, joins=True):
    """A participant of a batch that this person keeps, seated."""
    batch = batch_of(officer, keeper=keeper)
    case = case_of(make, officer, GROWN)
    with db.unit():
        placement = propose(batch, case, by=officer, answers=READY, keeper_joins=joins)
    return Batch.get_by_id(batch.id), decide(placement, manager)


def test_handing_on_the_batch_hands_on_no_sight_of_its_cases(client, make, officer, manager):
    former, next_one = make.user(), make.user()
    batch, placement = kept(make, officer, manager, former)
    assert placement.is_whole_to(former) and not placement.is_whole_to(next_one)
    client.sign_in(officer)
    assert "hanya melihat inisial" not in client.get(f"/training/batches/{batch.id}").text
    correct(batch, officer, seats=14)
    assert Placement.get().keeper_joins
    correct(batch, officer, keeper=next_one)
    assert not Placement.get().keeper_joins
    for user in (former, next_one):
        assert not Placement.get().is_whole_to(User.get_by_id(user.id))
    page = client.get(f"/training/batches/{batch.id}").text
    assert f"{next_one.name}, penanggung jawab angkatan ini, hanya melihat inisial dari 1 peserta." in page
    client.sign_in(make.user())
    assert "hanya melihat inisial dari" not in client.get(f"/training/batches/{batch.id}").text


def test_a_keeper_who_leads_the_case_stays_in_its_team(make, officer, manager):
    batch, placement = kept(make, officer, manager, officer)
    correct(batch, officer, keeper=make.user())
    assert Placement.get().is_whole_to(User.get_by_id(officer.id))


def test_a_course_is_started_before_its_day_only_after_asking(client, officer):
    batch = batch_of(officer)
    client.sign_in(officer)
    assert "Hari pertamanya 6 April 2026. Mulai lebih awal?" in client.get(f"/training/batches/{batch.id}").text
    correct(batch, officer, starts=date(2026, 3, 2))
    assert "Mulai lebih awal" not in client.get(f"/training/batches/{batch.id}").text
