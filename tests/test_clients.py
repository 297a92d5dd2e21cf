"""A client's record: what is known group by group, what stays masked, who is around them, and who may see it."""
import re
from datetime import date, datetime

import pytest

from portal import clock
from portal.audit import Entry, Event
from portal.clients.dtsen import DtsenCheck
from portal.clients.models import Client, Relation
from portal.db import db
from portal.records import Revision
from portal.rules.age import BirthPrecision
from portal.rules.client import ClientState, NoNikReason, RelationKind
from portal.rules.decile import DtsenStatus
from portal.rules.nik import Sex
from portal.rules.roles import Role
from portal.rules.training import Education
from portal.tokens import FormToken

NIK = "9901021405120001"
ANDI = {"name": "Andi Pratama", "sex": "L", "birth_date": date(2012, 5, 14), "nik": NIK}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def andi(make, officer):
    return make.verified(by=officer, people=[ANDI]).persons[0].client


def seen(page):
    return re.search(r'name="seen" value="(\d+)"', page.text)[1]


def token(page):
    return re.search(r'name="form_token" value="([^"]+)"', page.text)[1]


def trail(event):
    return Entry.select().where(Entry.action == event, Entry.subject == "client").count()


def test_the_record_says_who_this_is_and_masks_the_numbers(client, andi):
    page = client.get(f"/clients/{andi.id}")
    assert "Andi Pratama" in page.text and "13 th" in page.text and "14 Mei 2012" in page.text and "Belum diketahui" in page.text
    assert "990102********01" in page.text and NIK not in page.text
    assert re.search(r"<title>\s*KL-2026-00001 A\.P\.", page.text) and "LP-2026-00001" in page.text and trail(Event.READ) == 1


def test_showing_the_numbers_is_a_post_and_on_the_trail(client, andi):
    page = client.post(f"/clients/{andi.id}/reveal")
    assert NIK in page.text and trail(Event.REVEALED) == 1
    assert NIK not in client.get(f"/clients/{andi.id}").text and client.get(f"/clients/{andi.id}/reveal").status_code == 405


def test_identity_is_corrected_and_what_it_replaced_stays(client, andi):
    data = {"name": "Andi Pratama Putra", "alias": "Andi", "sex": "L", "birth": "15 mei 2012", "married": "no", "marks": "Bekas luka di dahi"}
    response = client.post(f"/clients/{andi.id}/identity", data=data)
    known = Client.get_by_id(andi.id)
    assert response.location == f"/clients/{andi.id}"
    assert (known.name, known.birth_date, known.married, known.marks) == ("Andi Pratama Putra", date(2012, 5, 15), False, "Bekas luka di dahi")
    assert Revision.last_of(known).values["name"] == "Andi Pratama"
    page = client.get(f"/clients/{andi.id}")
    assert "Tanggal lahir berbeda" in page.text and "Bekas luka" in page.text
    assert "Andi Pratama Putra" in client.get(client.post("/clients/search", data={"q": "putra"}).location).text


def test_an_estimate_left_alone_stays_as_it_was_told(client, make, officer):
    told = {"name": "Bayu", "age_estimate": 12, "age_estimate_on": date(2025, 1, 5)}
    known = make.verified(by=officer, people=[told]).persons[0].client
    page = client.get(f"/clients/{known.id}/identity")
    birth = re.search(r'name="birth"[^>]*value="([^"]*)"', page.text)[1]
    assert birth == "±13 tahun"
    client.post(f"/clients/{known.id}/identity", data={"name": "Bayu", "birth": birth})
    known = Client.get_by_id(known.id)
    assert known.birth_precision == BirthPrecision.ESTIMATE and known.years() == 13
    for typed, shown in (("", ""), ("2013", "2013"), ("mei 2013", "Mei 2013"), ("14/5/13", "14-05-2013")):
        client.post(f"/clients/{known.id}/identity", data={"name": "Bayu", "birth": typed})
        assert f'value="{shown}"' in client.get(f"/clients/{known.id}/identity").text
        client.post(f"/clients/{known.id}/identity", data={"name": "Bayu", "birth": shown})
        assert str(Client.get_by_id(known.id).birth or "") == shown


@pytest.mark.parametrize("group, change, sentence", [
    ("identity", {"name": "A" * 500}, "Terlalu panjang"), ("identity", {"birth": "31-12-2090"}, "masih akan datang"),
    ("identity", {"birth": "1899"}, "tahun"),
    ("identity", {"sex": "X"}, "Pilih"), ("identity", {"married": "maybe"}, "Pilih"), ("identity", {"religion": "x" * 41}, "Terlalu panjang"),
    ("papers", {"new_nik": "123"}, "16 angka"), ("papers", {"new_nik": "9901021413120001"}, "bulan lahir"),
    ("papers", {"new_family_card": "1" * 15}, "16 angka"),
    ("papers", {"new_jkn_card": "000123456789x"}, "13 angka"), ("papers", {"no_nik_reason": "eaten"}, "Pilih"),
    ("papers", {"emptied": "name"}, "Pilih"),
    ("places", {"district": "99.09.99"}, "Pilih"), ("places", {"district": "99.01.01", "village": "99.01.02.2001"}, "tidak berada"),
    ("places", {"new_phone": "nol delapan"}, "hanya berisi angka"), ("places", {"new_address": "x" * 201}, "Terlalu panjang"),
    ("school", {"education": "doctor"}, "Pilih"), ("school", {"school": "x" * 121}, "Terlalu panjang"),
])
def test_what_cannot_be_is_said_next_to_the_field(client, andi, group, change, sentence):
    response = client.post(f"/clients/{andi.id}/{group}", data=change)
    assert response.status_code == 422 and sentence in response.text
    assert Client.get_by_id(andi.id).version == andi.version and NIK not in response.text


def test_papers_stay_unless_typed_anew_or_emptied(client, andi):
    address = f"/clients/{andi.id}/papers"
    assert NIK not in client.get(address).text
    client.post(address, data={"new_family_card": "9901 0214 0512 0009", "new_jkn_card": "0001234567890", "birth_certificate": "yes"})
    known = Client.get_by_id(andi.id)
    assert (known.nik, known.family_card, known.jkn_card, known.birth_certificate) == (NIK, "9901021405120009", "0001234567890", True)
    client.post(address, data={"emptied": ["nik", "jkn_card"], "no_nik_reason": "lost"})
    known = Client.get_by_id(andi.id)
    assert (known.nik, known.family_card, known.jkn_card, known.birth_certificate) == (None, "9901021405120009", "", True)
    assert known.no_nik_reason == NoNikReason.LOST and "Hilang" in client.get(f"/clients/{andi.id}").text


def test_places_and_telephone(client, andi):
    data = {"district": "99.01.02", "village": "99.01.02.2001", "new_address": "Jalan Kenari 3", "new_phone": "0812 3456 7890",
            "usual_place": "Lampu merah"}
    assert client.post(f"/clients/{andi.id}/places", data=data).status_code == 303
    page = client.get(f"/clients/{andi.id}").text
    assert "Pantai Baru, Pantai Baru" in page and "Kenari" not in page and "*******890" in page and "Lampu merah" in page
    assert "Jalan Kenari 3" in client.post(f"/clients/{andi.id}/reveal").text
    assert client.post(f"/clients/{andi.id}/places", data={"district": "", "village": "", "usual_place": ""}).status_code == 303
    known = Client.get_by_id(andi.id)
    assert (known.district, known.village, known.address, known.phone) == ("", "", "Jalan Kenari 3", "0812 3456 7890")
    assert "Andi" in client.get(client.post("/clients/search", data={"q": "+6281234567890"}).location).text


def test_school_and_work(client, andi):
    client.post(f"/clients/{andi.id}/school", data={"education": "primary", "in_school": "no", "work": "Mengamen"})
    known = Client.get_by_id(andi.id)
    assert (known.education, known.in_school, known.work) == (Education.PRIMARY, False, "Mengamen")
    client.post(f"/clients/{andi.id}/school", data={"education": "", "in_school": "yes", "work": ""})
    known = Client.get_by_id(andi.id)
    assert (known.education, known.in_school, known.work) == (None, True, "")


def test_a_stale_edit_shows_both_versions_and_saves_nothing(client, andi, make):
    page = client.get(f"/clients/{andi.id}/identity")
    with db.unit():
        Client.get_by_id(andi.id).correct(by=make.user(), name="Andi Wijaya")
    response = client.post(f"/clients/{andi.id}/identity", data={"name": "Andi Kusuma", "seen": seen(page)})
    assert response.status_code == 409 and "Andi Kusuma" in response.text and "Andi Wijaya" in response.text
    assert Client.get_by_id(andi.id).name == "Andi Wijaya" and NIK not in response.text
    assert client.post(f"/clients/{andi.id}/identity", data={"name": "Andi Kusuma", "seen": "-1 OR 1"}).status_code == 303


def test_a_double_click_saves_once(client, andi):
    page = client.get(f"/clients/{andi.id}/relations")
    data = {"kind": "mother", "name": "Rini", "form_token": token(page)}
    first, second = (client.post(f"/clients/{andi.id}/relations", data=data) for _ in range(2))
    assert first.location == second.location and Relation.select().count() == 1


def test_an_alias_is_found_and_kept_once(client, andi):
    for name in ("Ucok", "Ucok", ""):
        client.post(f"/clients/{andi.id}/aliases", data={"name": name})
    assert [alias.name for alias in andi.aliases] == ["Ucok"]
    assert "KL-2026-00001" in client.get(client.post("/clients/search", data={"q": "ucok"}).location).text


def test_somebody_around_by_name_or_by_number(client, andi, make, officer):
    mother = make.verified(by=officer, people=[{"name": "Rini Larasati", "sex": "P"}]).persons[0].client
    address = f"/clients/{andi.id}/relations"
    assert client.post(address, data={"kind": "mother", "number": mother.number, "guardian": "y"}).status_code == 303
    assert client.post(address, data={"kind": "father", "name": "Joko", "new_phone": "0812-3456-7890", "exploiter": "y"}).status_code == 303
    page = client.get(f"/clients/{andi.id}").text
    assert "Rini Larasati" in page and f"/clients/{mother.id}" in page and "Joko" in page and "3456" not in page and "Mungkin merugikan klien" in page
    assert "Anak: Andi Pratama" in client.get(f"/clients/{mother.id}").text
    relation = Relation.get(Relation.name == "Joko")
    form = client.get(f"/clients/relations/{relation.id}")
    assert "3456" not in form.text and re.search(r'id="exploiter"[^>]*checked|checked[^>]*id="exploiter"', form.text)
    assert client.post(f"/clients/relations/{relation.id}", data={"kind": "relative", "name": "Joko S.", "seen": seen(form)}).status_code == 303
    relation = Relation.get_by_id(relation.id)
    assert (relation.kind, relation.phone, relation.exploiter) == (RelationKind.RELATIVE, "0812-3456-7890", False)
    assert client.post(f"/clients/relations/{relation.id}", data={"kind": "relative", "name": "X", "seen": seen(form)}).status_code == 409


@pytest.mark.parametrize("data, sentence", [
    ({"kind": "mother"}, "Tulis namanya"), ({"name": "Rini"}, "Pilih hubungannya"), ({"kind": "twin", "name": "Rini"}, "Pilih"),
    ({"kind": "mother", "number": "KL-2026-00001"}, "dirinya sendiri"), ({"kind": "mother", "number": "KL-2026-00099"}, "Tidak ada klien"),
    ({"kind": "mother", "number": "ibu"}, "Tulis nomornya lengkap"), ({"kind": "mother", "name": "R" * 201}, "Terlalu panjang"),
])
def test_a_relation_that_cannot_be(client, andi, data, sentence):
    response = client.post(f"/clients/{andi.id}/relations", data=data)
    assert response.status_code == 422 and sentence in response.text and Relation.select().count() == 0


def test_a_relation_to_a_hidden_client_says_nothing_of_them(client, andi, make, officer):
    hidden = make.verified(by=make.user(), restricted=True, people=[{"name": "Rahasia"}]).persons[0].client
    assert client.post(f"/clients/{andi.id}/relations", data={"kind": "sibling", "number": hidden.number}).status_code == 422
    with db.unit():
        andi.add_relation(by=make.user(Role.OFFICER, Role.MANAGER), kind=RelationKind.SIBLING, other=hidden)
    page = client.get(f"/clients/{andi.id}").text
    assert "Saudara kandung: –" in page and hidden.number not in page and "Rahasia" not in page
    relation = Relation.get()
    form = client.get(f"/clients/relations/{relation.id}")
    assert hidden.number not in form.text
    assert client.post(f"/clients/relations/{relation.id}", data={"kind": "friend", "seen": seen(form)}).status_code == 303
    relation = Relation.get()
    assert (relation.kind, relation.other) == (RelationKind.FRIEND, hidden)


def test_saving_unchanged_is_no_fault(client, andi):
    for _ in range(2):
        assert client.post(f"/clients/{andi.id}/identity", data={"name": "Andi Pratama", "sex": "L", "birth": "14-05-2012"}).status_code == 303


def test_a_draft_of_an_old_look_does_not_overwrite_what_was_saved_since(client, andi, officer):
    address = f"/clients/{andi.id}/school"
    form = client.get(address)
    with db.unit():
        FormToken.keep_draft(token(form), {"school": ["SD 1"], "seen": [seen(form)]})
        Client.get_by_id(andi.id).correct(by=officer, school="SMP 2")
    draft = client.get(FormToken.get(FormToken.key == token(form)).address)
    answer = client.post(address, data={"school": "SD 1", "seen": seen(draft), "form_token": token(draft)})
    assert answer.status_code == 409 and "SMP 2" in answer.text and "Siti Rahma menyimpan perubahan lain" in answer.text
    assert Client.get_by_id(andi.id).school == "SMP 2"


def test_dtsen_is_checked_and_says_what_is_open(client, andi):
    assert "Belum dicek" in client.get(f"/clients/{andi.id}").text
    data = {"status": "listed", "decile": "3", "checked_on": "hari ini", "source": "siks_ng", "family_card": "9901021405120009"}
    assert client.post(f"/clients/{andi.id}/dtsen", data=data).status_code == 303
    page = client.get(f"/clients/{andi.id}").text
    assert "SIKS-NG" in page and "Desil 3: terbuka untuk ATENSI/Sentra" in page and "31 Mei 2026" in page
    assert (andi.dtsen.decile, andi.dtsen.status) == (3, DtsenStatus.LISTED)
    client.post(f"/clients/{andi.id}/dtsen", data={"status": "not_listed", "checked_on": "hari ini", "source": "cek_bansos"})
    page = client.get(f"/clients/{andi.id}").text
    assert "kecuali pertimbangan khusus" in page and "Pengecekan sebelumnya" in page and "desil 3" in page
    clock.use(lambda: datetime(2026, 5, 31, 2, 0))
    assert "Sudah lewat 90 hari" in client.get(f"/clients/{andi.id}").text


@pytest.mark.parametrize("change, sentence", [
    ({"decile": ""}, "Isi desilnya"), ({"decile": "11"}, "Pilih"), ({"decile": "-5"}, "Pilih"), ({"decile": "NaN"}, "Pilih"),
    ({"status": "not_listed"}, "Desil hanya diisi"),
    ({"status": ""}, "Pilih hasilnya"), ({"source": ""}, "Pilih tempat"), ({"checked_on": "besok"}, "belum tiba"),
    ({"family_card": "12"}, "16 angka"),
])
def test_a_look_into_dtsen_that_cannot_be(client, andi, change, sentence):
    data = {"status": "listed", "decile": "3", "checked_on": "hari ini", "source": "siks_ng"} | change
    response = client.post(f"/clients/{andi.id}/dtsen", data=data)
    assert response.status_code == 422 and sentence in response.text and DtsenCheck.select().count() == 0


def test_not_ranked_is_decile_nought(client, andi):
    client.post(f"/clients/{andi.id}/dtsen", data={"status": "listed", "decile": "0", "checked_on": "hari ini", "source": "bps"})
    page = client.get(f"/clients/{andi.id}").text
    assert andi.dtsen.decile == 0 and "Belum diperingkat" in page


def test_two_records_with_one_nik_warn_of_each_other(client, andi, make, officer):
    twin = make.verified(by=officer, people=[ANDI]).persons[0].client
    hidden = make.verified(by=make.user(), restricted=True, people=[ANDI]).persons[0].client
    page = client.get(f"/clients/{andi.id}").text
    assert "NIK ini juga tercatat" in page and twin.number in page and hidden.number not in page


def test_the_client_shows_their_reports_and_cases(client, make, officer):
    case = make.case(by=officer, person=ANDI)
    page = client.get(f"/clients/{case.client_id}").text
    assert case.number in page and "LP-2026-00001" in page


def test_other_officers_see_an_outline_and_may_break_the_glass(client, make, officer):
    case = make.case(by=officer, person=ANDI)
    address = f"/clients/{case.client_id}"
    client.sign_in(make.user())
    page = client.get(address)
    assert "A.P." in page.text and "13 th" in page.text and "Kota Melati" in page.text and officer.name in page.text and case.number in page.text
    assert "Andi" not in page.text and "990102" not in page.text and "Pasar Lama" not in page.text
    assert "A.P." in client.get("/clients").text and "Andi" not in client.get("/clients").text
    for part in ("identity", "places", "school", "papers", "aliases", "relations", "consents", "dtsen"):
        assert client.get(f"{address}/{part}").status_code == 404
    assert client.post(f"{address}/reveal").status_code == 404
    assert client.post(f"{address}/glass", data={"reason": "x"}).status_code == 422
    assert client.post(f"{address}/glass", data={"reason": "Anak ini ada di kantor polisi malam ini."}).status_code == 303
    assert "Andi Pratama" in client.get(address).text
    assert client.post(f"{address}/glass", data={"reason": "Anak ini ada di kantor polisi malam ini."}).status_code == 422


def test_the_fourth_glass_within_a_day_is_refused(client, make, officer):
    clients = [make.verified(by=officer, people=[{"name": f"Anak {n}"}]).persons[0].client for n in range(4)]
    client.sign_in(make.user())
    answers = [client.post(f"/clients/{each.id}/glass", data={"reason": "Anak ini ada di depan saya."}).status_code for each in clients]
    assert answers == [303, 303, 303, 422]


def test_who_has_no_part_in_casework_sees_nothing(client, andi, make):
    for role in (Role.ADMIN, Role.AUDITOR):
        client.sign_in(make.user(role))
        assert client.get("/clients").status_code == client.get(f"/clients/{andi.id}").status_code == 403
    manager = client.sign_in(make.user(Role.MANAGER))
    assert "Andi Pratama" in client.get(f"/clients/{andi.id}").text and manager
    assert client.get(f"/clients/{andi.id}/identity").status_code == 403
    client.get("/clients?district=99.01.01&sex=L&state=active&sort=district")


def test_a_restricted_client_is_absent_everywhere(client, make, officer):
    hidden = make.verified(by=make.user(), restricted=True, people=[ANDI]).persons[0].client
    assert client.get(f"/clients/{hidden.id}").status_code == 404 and hidden.number not in client.get("/clients").text
    assert client.get(client.post("/clients/search", data={"q": "Andi Pratama"}).location).text.count("KL-2026-00001") == 0
    assert client.post(f"/clients/{hidden.id}/glass", data={"reason": "Anak ini ada di depan saya."}).status_code == 404


def test_a_merged_record_is_only_read(client, andi, make, officer):
    other = make.verified(by=officer, people=[{"name": "Andi P."}]).persons[0].client
    with db.unit():
        other.change(by=officer, state=ClientState.MERGED, merged_into=andi)
    page = client.get(f"/clients/{other.id}")
    assert "Digabung ke" in page.text and andi.number in page.text and "Ubah" not in page.text
    response = client.post(f"/clients/{other.id}/identity", data={"name": "X"})
    assert response.status_code == 422 and "sudah digabung" in response.text


@pytest.mark.parametrize("name", ["👨\u200d👩\u200d👧", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a\0b", "{{7*7}}", "A" * 200])
def test_strange_names_are_only_text(client, andi, name):
    client.post(f"/clients/{andi.id}/identity", data={"name": name, "sex": "P"})
    page = client.get(f"/clients/{andi.id}").text
    assert Client.get_by_id(andi.id).name == name.replace("\0", "") and "<script>alert" not in page and "<img src" not in page
    assert Client.get_by_id(andi.id).sex == Sex.FEMALE and "Jenis kelamin berbeda" in page


@pytest.mark.parametrize("id", ["0", "999", "9223372036854775808", "١", "01"])
def test_a_client_who_is_not_there_is_not_found(client, officer, id):
    assert client.get(f"/clients/{id}").status_code == client.get(f"/clients/{id}/identity").status_code == 404
    assert client.get(f"/clients/relations/{id}").status_code == client.get(f"/clients/consents/{id}/withdrawal").status_code == 404
