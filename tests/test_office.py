"""The office after its founding: letterhead, officials, opening hours, and who sees ordinary cases."""
from datetime import date, timedelta

import pytest

from portal import audit, clock
from portal.accounts import teams
from portal.audit import Entry, Event
from portal.cases.models import Case
from portal.db import db
from portal.office.hours import WorkHours
from portal.office.models import Office, Official
from portal.rules.office import Why
from portal.rules.refused import Refused
from portal.rules.roles import Role

LETTERHEAD = {"government": "Pemerintah Kabupaten Teluk Melati", "name": "Dinas Sosial", "address": "Jalan Melati 1", "phone": "(0999) 100100",
              "email": "dinsos@contoh.go.id", "place": "Kota Melati", "unit": "DINSOS", "zone": "wita", "paper": "a4"}
OFFICIAL = {"name": "Dr. Nur Aisyah, M.M.", "title": "Kepala Dinas Sosial", "rank": "Pembina (IV/a)", "nip": "197508172000122001",
            "since": "1-2-2025"}
WEEK = {"days-0-opens": "8", "days-0-closes": "12.30", "days-6-opens": "", "days-6-closes": "", "since": "hari ini"}


@pytest.fixture
def admin(make, client):
    yield client.sign_in(make.user(Role.ADMIN))
    clock.set_offset(timedelta(hours=8))
    teams.set_open_office(False)


def test_the_office_is_shown_with_what_is_left_to_do(admin, client):
    text = client.get("/office").text
    assert "Kabupaten Teluk Melati" in text and "Sebelum mulai bekerja" in text and "07.30–16.30" in text


def test_the_letterhead_changes_and_the_clock_follows_the_zone(admin, client):
    data = LETTERHEAD | {"zone": "wit", "seen": Office.current().version}
    assert client.post("/office/edit", data=data).location == "/office"
    office = Office.select().get()
    assert (office.address, office.paper) == ("Jalan Melati 1", "a4")
    assert clock.local(clock.now()).hour == 11
    assert Entry.select().where(Entry.action == Event.SETTING_CHANGED).exists() and audit.verify() is None


def test_a_letterhead_changed_meanwhile_is_a_conflict(admin, client):
    seen = Office.current().version
    client.post("/office/edit", data=LETTERHEAD | {"seen": seen})
    assert client.post("/office/edit", data=LETTERHEAD | {"name": "Lain", "seen": seen}).status_code == 409
    assert Office.select().get().name == "Dinas Sosial"


@pytest.mark.parametrize("wrong, said", [
    ({"government": ""}, "Tulis nama pemerintah daerahnya"), ({"name": ""}, "Tulis nama dinas."), ({"place": " "}, "Tulis kota atau tempat"),
    ({"email": "x"}, "Tulis surel"), ({"unit": "X" * 30}, "paling banyak 20 huruf"), ({"paper": "a3"}, "Pilih salah satu dari daftar."),
])
def test_a_wrong_letterhead_is_a_sentence(admin, client, wrong, said):
    response = client.post("/office/edit", data=LETTERHEAD | wrong)
    assert response.status_code == 422 and said in response.text and Office.select().get().address == ""


def test_opening_hours_are_kept_as_typed_days(admin, client):
    assert client.post("/office/hours", data=WEEK).location == "/office/hours"
    assert WorkHours.week() == {0: ("08.00", "12.30")}
    assert "08.00–12.30" in client.get("/office").text


@pytest.mark.parametrize("page, data", [("hours", WEEK), ("sight", {"open_to_officers": "yes"})])
def test_a_setting_changed_meanwhile_is_a_conflict(admin, client, page, data):
    seen = Office.current().version
    assert client.post("/office/edit", data=LETTERHEAD | {"seen": seen}).status_code == 303
    assert client.post(f"/office/{page}", data=data | {"seen": seen}).status_code == 409


def test_a_week_that_never_opens_is_refused(admin, client):
    response = client.post("/office/hours", data={f"days-{day}-opens": "" for day in range(7)} | {"seen": "1", "since": "hari ini"})
    assert response.status_code == 422 and "paling sedikit satu hari" in response.text
    assert len(WorkHours.week()) == 5


def test_an_official_is_appointed_corrected_and_leaves(admin, client):
    assert client.post("/office/officials/new", data=OFFICIAL).location == "/office"
    one = Official.in_office().get()
    assert one.since == date(2025, 2, 1) and "Dr. Nur Aisyah" in client.get("/office").text
    assert client.post(f"/office/officials/{one.id}", data=OFFICIAL | {"rank": "Pembina Tingkat I (IV/b)", "seen": one.version}).status_code == 303
    early = client.post(f"/office/officials/{one.id}/leaving", data={"until": "1-1-2024"})
    assert early.status_code == 422 and "lebih awal daripada hari mulainya" in early.text
    assert client.post(f"/office/officials/{one.id}/leaving", data={"until": "kemarin"}).status_code == 303
    assert not Official.in_office().exists() and "Dr. Nur Aisyah" in client.get("/office").text


@pytest.mark.parametrize("wrong, said", [
    ({"name": ""}, "Tulis namanya."), ({"title": ""}, "Tulis jabatannya."), ({"nip": "19750817"}, "18 angka"), ({"since": "31-2-2025"}, "tanggal"),
    ({"since": ""}, "Tulis sejak kapan."),
])
def test_a_wrong_official_is_a_sentence(admin, client, wrong, said):
    response = client.post("/office/officials/new", data=OFFICIAL | wrong)
    assert response.status_code == 422 and said in response.text.lower() + response.text and not Official.in_office().exists()


def test_an_open_office_shows_ordinary_cases_whole_to_every_officer(admin, make, client):
    lead, other = make.user(), make.user()
    case, hidden = make.case(by=lead), make.case(by=lead, restricted=True, person={"name": "Rina"})
    assert not Case.whole_to(other).exists()
    assert client.post("/office/sight", data={"open_to_officers": "yes"}).location == "/office"
    seen = [row.id for row in Case.whole_to(other)]
    assert case.id in seen and hidden.id not in seen
    client.post("/office/sight", data={"open_to_officers": "no"})
    assert not Case.whole_to(other).exists()
    assert client.post("/office/sight", data={"seen": "1", "open_to_officers": "maybe"}).status_code == 422


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
def test_only_admins_touch_the_office(make, client, role):
    client.sign_in(make.user(role))
    for path in ("/office", "/office/edit", "/office/hours", "/office/sight", "/office/officials/new", "/office/set-up"):
        assert client.get(path).status_code == 403
    assert client.post("/office/sight", data={"open_to_officers": "yes"}).status_code == 403


def test_an_official_does_not_leave_before_coming(make):
    admin = make.user(Role.ADMIN)
    with db.unit():
        one = Official.appoint(by=admin, name="A", title="B")
    with pytest.raises(Refused) as refused, db.unit():
        one.leave(by=admin, until=one.since - timedelta(days=1))
    assert refused.value.why == Why.LEFT_BEFORE_START
