"""Signing in and out, passwords, preferences, and the users of the office."""
import pytest
from flask import current_app

from portal import audit, clock
from portal.accounts import admission, passwords
from portal.accounts.models import User
from portal.accounts.passwords import DEMO_PASSWORD
from portal.accounts.sessions import LoginTry, Session
from portal.accounts.teams import CareTeam
from portal.audit import Entry, Event
from portal.db import db
from portal.rules.accounts import FIRST_PASSWORD
from portal.rules.accounts import Why as AccountWhy
from portal.rules.refused import Refused
from portal.rules.roles import Role, Why
from portal.tokens import FormToken
from tests.conftest import PASSWORD

OTHER = "hujan pagi di teluk biru"


def enter(client, name, password, **query):
    return client.post("/login", data={"username": name, "password": password}, query_string=query)


def last(action):
    return Entry.select().where(Entry.action == action).order_by(Entry.id.desc()).first()


def test_the_right_name_and_password_open_home_and_stand_on_the_trail(make, client):
    user = make.user()
    response = enter(client, f" {user.username.upper()} ", PASSWORD)
    assert (response.status_code, response.location) == (303, "/")
    assert last(Event.SIGNED_IN).by == user.id
    assert audit.verify() is None


def test_signing_in_gives_a_new_session_and_forgets_the_old_cookie(make, client):
    user = make.user()
    with client.session_transaction() as cookie:
        cookie["planted"] = "by somebody else"
    enter(client, user.username, PASSWORD)
    with client.session_transaction() as cookie:
        assert "planted" not in cookie and cookie["_user_id"]


@pytest.mark.parametrize("wrong", ["no such person", "wrong password", "deactivated", "demo password"])
def test_every_refusal_says_the_same(make, client, wrong):
    user = make.user()
    name, password = user.username, PASSWORD
    with db.unit():
        if wrong == "deactivated":
            user.change(by=user, active=False)
        if wrong == "demo password":
            user.set_password(DEMO_PASSWORD, by=user)
    if wrong == "no such person":
        name = "tidak.ada"
    if wrong == "wrong password":
        password = OTHER
    if wrong == "demo password":
        password = DEMO_PASSWORD
    response = enter(client, name, password)
    assert response.status_code == 422
    assert "Nama pengguna atau sandi tidak cocok." in response.text
    assert name in response.text and PASSWORD not in response.text
    assert last(Event.SIGN_IN_FAILED).detail == {"why": "no_match"}


def test_the_demo_password_is_heard_in_a_demo(make, client):
    user = make.user()
    with db.unit():
        user.set_password(DEMO_PASSWORD, by=user)
    current_app.config["DEMO"] = True
    try:
        assert enter(client, user.username, DEMO_PASSWORD).status_code == 303
    finally:
        current_app.config["DEMO"] = False


@pytest.mark.parametrize("data, said", [
    ({}, "Tulis nama pengguna."),
    ({"username": "siti"}, "Tulis sandi."),
    ({"username": "x" * 500, "password": "y"}, "Terlalu panjang"),
    ({"username": "siti", "password": "y" * 500}, "Terlalu panjang"),
    ({"username": "<script>alert(1)</script>", "password": "\x00"}, "tidak cocok"),
    ({"username": "😀' OR 1=1 --", "password": "sandi"}, "tidak cocok"),
])
def test_bad_input_at_the_door_is_a_sentence(app, client, data, said):
    response = client.post("/login", data=data)
    assert response.status_code == 422 and said in response.text and "<script>alert" not in response.text


def test_after_five_failures_the_door_says_when_to_come_back(make, client):
    user = make.user()
    for _ in range(5):
        assert "tidak cocok" in enter(client, user.username, OTHER).text
    response = enter(client, user.username, PASSWORD)
    assert response.status_code == 422 and "Coba lagi pukul " in response.text
    tries = LoginTry.select().count()
    enter(client, user.username, PASSWORD)
    assert LoginTry.select().count() == tries


def test_an_address_that_tries_many_names_waits_too(app, client):
    for n in range(20):
        enter(client, f"nama{n}", OTHER)
    assert "Coba lagi pukul " in enter(client, "nama99", OTHER).text


def test_a_success_forgives_the_failures_before(make, client):
    user = make.user()
    for password in [OTHER] * 4 + [PASSWORD] + [OTHER] * 4:
        enter(client, user.username, password)
        client.delete_cookie("sid")
    assert enter(client, user.username, PASSWORD).status_code == 303


@pytest.mark.parametrize("asked, led", [
    ("/reports?page=2", "/reports?page=2"), ("//evil.example/", "/"), ("/\\evil.example", "/"), ("https://evil.example", "/"),
    ("/a\nb", "/"), ("", "/"),
])
def test_signing_in_leads_only_to_own_pages(make, client, asked, led):
    assert enter(client, make.user().username, PASSWORD, next=asked).location == led


def test_a_first_password_must_be_changed_and_lapses(make, client):
    admin = make.user(Role.ADMIN)
    with db.unit():
        user, first = admission.admit(by=admin, username="siti.rahma", name="Siti Rahma", granted=[Role.OFFICER])
    assert enter(client, "siti.rahma", first).location == "/"
    assert client.get("/").location == "/accounts/password"
    page = client.get("/accounts/password")
    assert "Sandi sekarang" not in page.text
    client.delete_cookie("sid")
    with db.unit():
        user.change(by=admin, password_until=clock.machine())
    assert "sudah lewat 72 jam" in enter(client, "siti.rahma", first).text


@pytest.mark.parametrize("password, repeat, said", [
    ("xq7z!", "xq7z!", "terlalu pendek"),
    (OTHER, OTHER + "x", "tidak sama"),
    ("password123456", "password123456", "mudah ditebak"),
    ("telukmelati99", "telukmelati99", "nama kantor"),
    ("", "", "Tulis sandi baru."),
    (PASSWORD, PASSWORD, "sama dengan sandi sekarang"),
])
def test_a_new_password_must_be_good(make, client, password, repeat, said):
    client.sign_in(make.user())
    response = client.post("/accounts/password", data={"current": PASSWORD, "password": password, "repeat": repeat})
    assert response.status_code == 422 and said in response.text
    assert not password or password not in response.text


def test_a_new_password_asks_for_the_present_one(make, client):
    client.sign_in(make.user())
    response = client.post("/accounts/password", data={"current": OTHER, "password": OTHER, "repeat": OTHER})
    assert response.status_code == 422 and "Sandi sekarang tidak cocok." in response.text


def test_a_new_password_ends_the_sessions_elsewhere(make, client, app):
    user = make.user()
    elsewhere = app.test_client()
    elsewhere.sign_in(user)
    client.sign_in(user)
    assert client.post("/accounts/password", data={"current": PASSWORD, "password": OTHER, "repeat": OTHER}).status_code == 303
    assert client.get("/accounts/password").status_code == 200
    assert elsewhere.get("/accounts/password").location.startswith("/login")
    assert User.get_by_id(user.id).knows(OTHER)


def test_signing_out_ends_the_session_and_clears_the_browser(make, client):
    user = client.sign_in(make.user())
    response = client.post("/logout")
    assert response.location == "/login" and "cookies" in response.headers["Clear-Site-Data"]
    assert Session.select().where(Session.user == user, Session.ended_at.is_null()).count() == 0
    assert client.get("/").location.startswith("/login")


def test_language_and_size_are_remembered_and_lead_back_home_only(make, client):
    assert client.post("/accounts/language", data={"language": "en", "next": "/login"}).location == "/login"
    assert 'lang="en"' in client.get("/login").text
    user = client.sign_in(make.user())
    assert client.post("/accounts/language", data={"language": "en", "next": "//evil"}).location == "/"
    assert client.post("/accounts/size", data={"size": "besar", "next": "/help"}).location == "/help"
    client.post("/accounts/size", data={"size": "raksasa"})
    client.post("/accounts/language", data={"language": "xx"})
    kept = User.get_by_id(user.id)
    assert (kept.language, kept.size) == ("en", "besar")


NEW = {"name": "Rina Sari", "username": "Rina.Sari", "roles": ["officer", "manager"], "nip": "19750817 200012 2 001", "title": "", "phone": ""}


def test_an_admin_adds_a_person_and_the_slip_carries_the_password_once(make, client):
    client.sign_in(make.user(Role.ADMIN))
    token = token_of(client.get("/accounts/new").text)
    response = client.post("/accounts/new", data=NEW | {"form_token": token})
    user = User.get(User.username == "rina.sari")
    assert response.status_code == 200 and "rina.sari" in response.text
    assert user.roles == {Role.OFFICER, Role.MANAGER} and user.must_change_password and user.nip == "197508172000122001"
    assert user.password_until <= clock.machine() + FIRST_PASSWORD
    again = client.post("/accounts/new", data=NEW | {"form_token": token})
    assert again.location == f"/accounts/{user.id}"
    assert User.select().where(User.username == "rina.sari").count() == 1


def token_of(text):
    return text.split('name="form_token"')[1].split('value="')[1].split('"')[0]


@pytest.mark.parametrize("wrong, said", [
    ({"name": ""}, "Tulis nama lengkapnya."),
    ({"name": "x" * 500}, "paling banyak 120 huruf"),
    ({"username": "si"}, "Nama pengguna terdiri atas"),
    ({"username": "rina sari"}, "Nama pengguna terdiri atas"),
    ({"username": "taken"}, "sudah dipakai"),
    ({"roles": []}, "Pilih paling sedikit satu peran."),
    ({"roles": ["king"]}, "Pilih dari daftar."),
    ({"nip": "12345"}, "18 angka"),
    ({"nip": "a" * 18}, "18 angka"),
])
def test_a_wrong_new_person_is_a_sentence_and_nothing_is_saved(make, client, wrong, said):
    admin = client.sign_in(make.user(Role.ADMIN))
    with db.unit():
        User.add(by=admin, username="taken", name="Ada", password=PASSWORD, granted=[Role.OFFICER])
    before = User.select().count()
    response = client.post("/accounts/new", data=NEW | wrong)
    assert response.status_code == 422 and said in response.text and User.select().count() == before


def test_the_list_of_people_can_be_filtered(make, client):
    client.sign_in(make.user(Role.ADMIN, name="Bagus Admin"))
    make.user(Role.AUDITOR, name="Ratna Auditor")
    text = client.get("/accounts?role=auditor").text
    assert "Ratna Auditor" in text and "Bagus Admin</a>" not in text
    assert "Tidak ada yang cocok." in client.get("/accounts?role=manager&state=left").text


def test_details_change_and_a_stale_form_is_told(make, client):
    client.sign_in(make.user(Role.ADMIN))
    user = make.user()
    data = {"name": "Siti Rahmawati", "title": "Pekerja Sosial", "nip": "", "phone": "0812", "seen": user.version}
    assert client.post(f"/accounts/{user.id}/edit", data=data).status_code == 303
    assert client.post(f"/accounts/{user.id}/edit", data=data | {"name": "Lain"}).status_code == 409
    assert User.get_by_id(user.id).name == "Siti Rahmawati"
    assert "Siti Rahmawati" in client.get(f"/accounts/{user.id}").text


def test_roles_are_granted_and_ended_but_never_ones_own_and_never_the_last_admin(make, client):
    admin = client.sign_in(make.user(Role.ADMIN))
    user = make.user(Role.OFFICER)
    assert client.post(f"/accounts/{user.id}/roles", data={"roles": ["manager", "auditor"]}).status_code == 303
    assert User.get_by_id(user.id).roles == {Role.MANAGER, Role.AUDITOR}
    own = client.post(f"/accounts/{admin.id}/roles", data={"roles": ["admin", "manager"]})
    assert own.status_code == 422 and "Peran sendiri" in own.text
    assert client.post(f"/accounts/{user.id}/roles", data={"seen": "1"}).status_code == 422
    with pytest.raises(Refused) as refused, db.unit():
        admin.end_role(Role.ADMIN, by=user)
    assert refused.value.why == Why.LAST_ADMIN


def test_a_reset_password_is_new_and_ends_every_session(make, client, app):
    client.sign_in(make.user(Role.ADMIN))
    user = make.user()
    theirs = app.test_client()
    theirs.sign_in(user)
    response = client.post(f"/accounts/{user.id}/first-password")
    assert response.status_code == 200 and user.username in response.text
    fresh = User.get_by_id(user.id)
    assert fresh.must_change_password and not fresh.knows(PASSWORD)
    assert theirs.get("/").location.startswith("/login")
    assert last(Event.PASSWORD_RESET).subject_id == user.id


def test_nobody_resets_or_closes_their_own_account(make, client):
    admin = client.sign_in(make.user(Role.ADMIN))
    make.user(Role.ADMIN)
    assert client.post(f"/accounts/{admin.id}/first-password").status_code == 409
    assert client.post(f"/accounts/{admin.id}/deactivation").status_code == 422
    assert User.get_by_id(admin.id).active


def test_who_leaves_hands_what_they_lead_to_a_colleague_and_their_history_stays(make, client, app):
    client.sign_in(make.user(Role.ADMIN))
    leaver, colleague = make.user(), make.user()
    case = make.case(by=leaver)
    theirs = app.test_client()
    theirs.sign_in(leaver)
    asked = client.get(f"/accounts/{leaver.id}/deactivation")
    assert colleague.name in asked.text and "yang dipimpinnya: 2" in asked.text
    unnamed = client.post(f"/accounts/{leaver.id}/deactivation", data={"successor": "", "seen": leaver.version})
    assert unnamed.status_code == 422 and "Pilih siapa yang meneruskan" in unnamed.text
    stranger = client.post(f"/accounts/{leaver.id}/deactivation", data={"successor": "999999"})
    assert stranger.status_code == 422
    data = {"successor": str(colleague.id), "seen": leaver.version}
    assert client.post(f"/accounts/{leaver.id}/deactivation", data=data).status_code == 303
    team = CareTeam.get_by_id(case.care_team_id)
    assert team.lead == colleague and leaver not in [member.user for member in team.members()]
    assert theirs.get("/").location.startswith("/login")
    left = User.get_by_id(leaver.id)
    assert not left.active and left.roles == {Role.OFFICER}
    assert case.tries.model.select().count() == 0 and audit.verify() is None


def test_a_manager_without_team_leaves_without_successor_and_may_come_back(make, client):
    client.sign_in(make.user(Role.ADMIN))
    user = make.user(Role.MANAGER)
    assert client.post(f"/accounts/{user.id}/deactivation", data={"seen": user.version}).status_code == 303
    response = client.post(f"/accounts/{user.id}/reactivation", data={"seen": User.get_by_id(user.id).version})
    assert response.status_code == 200
    back = User.get_by_id(user.id)
    assert back.active and back.must_change_password


def test_the_last_admin_cannot_be_closed(make):
    admin, manager = make.user(Role.ADMIN), make.user(Role.MANAGER)
    with pytest.raises(Refused) as refused, db.unit():
        admission.deactivate(admin, by=manager)
    assert refused.value.why == Why.LAST_ADMIN


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
def test_only_admins_see_the_people(make, client, role):
    user = client.sign_in(make.user(role))
    for path in ("/accounts", "/accounts/new", f"/accounts/{user.id}", f"/accounts/{user.id}/roles"):
        assert client.get(path).status_code == 403
    assert client.post(f"/accounts/{user.id}/first-password").status_code == 403


def test_nobody_known_is_a_404(make, client):
    client.sign_in(make.user(Role.ADMIN))
    assert client.get("/accounts/999999").status_code == 404
    assert client.post("/accounts/999999/first-password").status_code == 404


def test_a_first_password_is_long_and_never_the_same():
    made = {passwords.first_password() for _ in range(20)}
    assert len(made) == 20 and all(len(each) == 19 for each in made)


def test_a_form_left_by_a_session_that_ended_waits_behind_the_door(make, client):
    user = client.sign_in(make.user(Role.ADMIN))
    token = token_of(client.get("/accounts/new").text)
    client.delete_cookie("sid")
    sent = client.post("/accounts/new", data=NEW | {"form_token": token})
    assert sent.location.startswith("/login?next=")
    assert "Isian terakhir tersimpan" in client.get(sent.location).text
    with db.unit():
        user.set_password(OTHER, by=user)
    back = client.post(sent.location, data={"username": user.username, "password": OTHER}).location
    assert back == FormToken.get(FormToken.key == token).address
    assert "Rina Sari" in client.get(back).text


def test_roles_changed_meanwhile_are_a_conflict(make, client):
    client.sign_in(make.user(Role.ADMIN))
    user = make.user()
    assert client.post(f"/accounts/{user.id}/roles", data={"roles": ["manager"], "seen": user.version}).status_code == 303
    answer = client.post(f"/accounts/{user.id}/roles", data={"roles": ["officer", "auditor"], "seen": user.version})
    assert answer.status_code == 409 and "Petugas, Auditor" in answer.text
    assert User.get_by_id(user.id).roles == {Role.MANAGER}


def test_who_may_open_a_closed_page_is_said(make, client):
    client.sign_in(make.user(Role.ADMIN))
    assert "Yang dapat membukanya: Petugas, Manajer." in client.get("/cases/").text


def test_a_name_once_taken_stays_taken(make):
    admin = make.user(Role.ADMIN)
    with pytest.raises(Refused) as refused, db.unit():
        admission.admit(by=admin, username=admin.username, name="Lain", granted=[Role.OFFICER])
    assert refused.value.why == AccountWhy.NAME_TAKEN
