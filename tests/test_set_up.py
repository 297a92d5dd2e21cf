"""From an empty installation to an office: the link, the first admin, the office's data; and what stands in the way of starting."""
import socket
from datetime import timedelta

import pytest

from portal import audit, clock, prepare
from portal.accounts.models import User
from portal.db import db
from portal.office import founding, regions
from portal.office.hours import WorkHours
from portal.office.models import Office, Official, Region
from portal.rules.office import Paper, TimeZone, Why, check_day, check_week, read_hour, usual_zone
from portal.rules.refused import Refused
from portal.rules.roles import Role

ADMIN = {"name": "Bagus Setiawan", "username": "bagus", "password": "hujan pagi di teluk", "repeat": "hujan pagi di teluk"}
HOURS = {f"days-{day}-{which}": time for day in range(5) for which, time in (("opens", "07.30"), ("closes", "16.00"))}
OFFICE = {"region": "52.01", "government": "", "name": "Dinas Sosial", "address": "Jalan Melati 1", "phone": "0370 1234", "email": "",
          "place": "Gerung",
          "unit": "DINSOS", "zone": "wita", "paper": "f4", "official_name": "Dr. Nur Aisyah, M.M.", "official_title": "Kepala Dinas Sosial",
          "official_rank": "Pembina (IV/a)", "official_nip": "19750817 200012 2 001"} | HOURS


@pytest.fixture
def bare(app):
    """An installation without an office and without anybody; afterwards the office of the other tests is in force again."""
    with app.app_context():
        with db.schema():
            for table in (Office, Region, WorkHours):
                table.delete().execute()
        founding.token_file().unlink(missing_ok=True)
        yield app
        founding.token_file().unlink(missing_ok=True)
        clock.set_offset(timedelta(hours=8))


def test_without_the_link_nobody_sets_up(bare, client):
    founding.link()
    assert client.get("/setup/guess").status_code == 404
    assert client.post("/setup/guess", data=ADMIN).status_code == 404
    assert "belum dipasang" in client.get("/login").text
    assert not User.select().exists()


def test_the_link_is_made_once_and_only_its_owner_reads_it(bare):
    first = founding.link()
    assert founding.link() == first and founding.token_file().stat().st_mode & 0o777 == 0o600


def test_from_the_link_to_an_office(bare, client):
    link = founding.link()
    assert client.get(link).status_code == 200
    made = client.post(link, data=ADMIN)
    assert made.location == "/office/set-up" and not founding.token_file().exists()
    assert client.get("/").location == "/office/set-up"
    assert client.get("/reports").location == "/office/set-up"
    assert "Nusa Tenggara Barat" in client.get("/office/set-up").text
    form = client.get("/office/set-up?province=52").text
    assert "Kabupaten Lombok Barat" in form and "Sleman" not in form
    founded = client.post("/office/set-up?province=52", data=OFFICE)
    assert founded.location == "/office"
    office = Office.select().get()
    assert office.government == "Pemerintah Kabupaten Lombok Barat" and (office.zone, office.paper) == (TimeZone.WITA, Paper.F4)
    assert Region.districts().count() == 10 and Region.villages().count() > 100
    assert Official.in_office().get().nip == "197508172000122001"
    assert WorkHours.week()[4] == ("07.30", "16.00") and 5 not in WorkHours.week()
    assert "Kabupaten Lombok Barat" in client.get("/office").text
    assert client.get("/office/set-up").location == "/office"
    assert audit.verify() is None


def test_the_link_works_once(bare, client, app):
    link = founding.link()
    client.post(link, data=ADMIN)
    other = app.test_client()
    assert other.get(link).location == "/login"
    assert other.post(link, data=ADMIN | {"username": "lain"}).location == "/login"
    assert User.admins().count() == 1


@pytest.mark.parametrize("wrong, said", [
    ({"name": ""}, "Tulis nama lengkap Anda."),
    ({"username": "b"}, "Nama pengguna terdiri atas"),
    ({"password": "pendek", "repeat": "pendek"}, "terlalu pendek"),
    ({"password": "bagus setiawan 1", "repeat": "bagus setiawan 1"}, "nama kantor"),
    ({"repeat": "lain"}, "tidak sama"),
])
def test_a_wrong_admin_is_a_sentence_and_the_link_stays(bare, client, wrong, said):
    response = client.post(founding.link(), data=ADMIN | wrong)
    assert response.status_code == 422 and said in response.text
    assert founding.token_file().exists() and not User.select().exists()


@pytest.mark.parametrize("wrong, said", [
    ({"region": ""}, "Pilih kabupaten atau kota."),
    ({"region": "34.04"}, "Pilih salah satu dari daftar."),
    ({"region": "zz'"}, "Pilih salah satu dari daftar."),
    ({"name": ""}, "Tulis nama dinas."),
    ({"name": "x" * 500}, "paling banyak 120 huruf"),
    ({"email": "bukan surel"}, "Tulis surel seperti"),
    ({"zone": ""}, "Pilih zona waktu."),
    ({"zone": "utc"}, "Pilih salah satu dari daftar."),
    ({"official_name": ""}, "Tulis nama pejabat"),
    ({"official_nip": "123"}, "18 angka"),
    ({"days-0-opens": "25.00"}, "Tulis jamnya seperti 07.30."),
    ({"days-0-opens": ""}, "Isi jam buka dan jam tutup"),
    ({"days-0-opens": "17.00"}, "Jam tutup harus setelah jam buka."),
    ({name: "" for name in HOURS}, "paling sedikit satu hari"),
])
def test_a_wrong_office_is_a_sentence_with_everything_still_there(bare, client, wrong, said):
    client.post(founding.link(), data=ADMIN)
    response = client.post("/office/set-up?province=52", data=OFFICE | wrong)
    assert response.status_code == 422 and said in response.text and "Jalan Melati 1" in response.text
    assert Office.select().count() == 0 and Region.select().count() == 0


def test_a_second_founding_changes_nothing(bare, client):
    client.post(founding.link(), data=ADMIN)
    client.post("/office/set-up?province=52", data=OFFICE)
    assert client.post("/office/set-up?province=34", data=OFFICE | {"region": "34.04"}).location == "/office"
    assert Office.select().get().region == "52.01"


def test_until_there_is_an_office_others_are_told(bare, make, client):
    client.sign_in(make.user(Role.OFFICER))
    response = client.get("/")
    assert response.status_code == 503 and "Sigap belum dipasang" in response.text
    assert client.get("/help").status_code == 200


def test_an_unknown_province_asks_again(bare, client):
    client.post(founding.link(), data=ADMIN)
    for province in ("", "00", "52'--"):
        assert "Di provinsi mana" in client.get("/office/set-up", query_string={"province": province}).text


@pytest.mark.parametrize("region, zone", [
    ("11.01", TimeZone.WIB), ("36.74", TimeZone.WIB), ("62.71", TimeZone.WIB), ("51.71", TimeZone.WITA), ("63.01", TimeZone.WITA),
    ("76.06", TimeZone.WITA), ("81.01", TimeZone.WIT), ("96.71", TimeZone.WIT), ("99.01", TimeZone.WITA),
])
def test_a_province_suggests_its_time_zone(region, zone):
    assert usual_zone(region) == zone


def test_every_province_of_the_data_has_a_zone_of_its_own():
    assert len(regions.provinces()) == 39


@pytest.mark.parametrize("typed, read", [("7", "07.00"), ("7.30", "07.30"), ("07:30", "07.30"), ("0730", "07.30"), (" 23.59 ", "23.59"),
                                         ("00.00", "00.00")])
def test_an_hour_is_read_as_people_write_it(typed, read):
    assert read_hour(typed) == read


@pytest.mark.parametrize("typed", ["", "24.00", "7.60", "tujuh", "7.3", "-1", "7.30.00", "٧"])
def test_what_is_no_hour_is_refused(typed):
    with pytest.raises(Refused) as refused:
        read_hour(typed)
    assert refused.value.why == Why.HOUR_UNREADABLE


@pytest.mark.parametrize("opens, closes, why", [
    ("", "", None), ("07.30", "07.31", None), ("07.30", "", Why.HALF_A_DAY), ("", "16.00", Why.HALF_A_DAY), ("16.00", "16.00", Why.CLOSES_FIRST),
])
def test_a_day_is_whole_and_in_order(opens, closes, why):
    assert answer(check_day, opens, closes) == why


def answer(rule, *args):
    try:
        rule(*args)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("week, why", [({}, Why.NEVER_OPEN), ({6: ("08.00", "12.00")}, None)])
def test_a_week_has_an_open_day(week, why):
    assert answer(check_week, week) == why


@pytest.mark.parametrize("environ, said", [
    ({"SIGAP_HOST": "0.0.0.0"}, "belum memakai TLS"),
    ({"SIGAP_HOST": "0.0.0.0", "SIGAP_DEMO": "1", "SIGAP_ALLOW_HTTP": "1"}, "hanya berjalan di komputer ini"),
    ({"PORT": "abc"}, "PORT harus angka"),
    ({"PORT": "99999"}, "PORT harus angka"),
    ({"SIGAP_HOST": "198.51.100.7", "SIGAP_ALLOW_HTTP": "1"}, "tidak bisa dipakai"),
])
def test_sigap_does_not_start_where_it_must_not(environ, said, capsys):
    assert prepare.main(environ) == 1
    assert said in capsys.readouterr().err


def test_sigap_does_not_start_on_a_port_that_is_taken(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert prepare.main({"PORT": str(taken.getsockname()[1])}) == 1
    assert "Mungkin Sigap sudah berjalan" in capsys.readouterr().err


def test_an_office_is_never_taken_for_a_demo(make):
    prepare.check_database(demo=False)
    with pytest.raises(prepare.Unready):
        prepare.check_database(demo=True)


def test_the_lines_lead_to_set_up_until_there_is_an_admin(bare, make):
    assert "/setup/" in prepare.lines("http://127.0.0.1:8000", demo=False)[-1]
    make.user(Role.ADMIN)
    assert prepare.lines("http://127.0.0.1:8000", demo=False) == ["Sigap: http://127.0.0.1:8000/"]
