"""Requests that no browser of the office sends: wrong ids, wrong bodies, wrong hosts, no token, no session."""
from urllib.parse import unquote

import pytest

from portal.accounts.sessions import Session
from portal.db import db
from portal.reports.models import Report
from portal.rules.roles import Role
from portal.tokens import FormToken
from tests.desk import contents
from tests.stories.reading import Reader
from tests.test_access import addresses

IDS = ("0", "-1", str(2 ** 63), "9" * 18, "9" * 40, "1e3", "01", "1.0", "+1", "%201", "1%20", "%D9%A1", "1%00")
LISTS = ("/reports", "/clients", "/cases/", "/referrals/", "/letters/", "/training/", "/training/programmes", "/decisions/all",
         "/referrals/institutions/", "/recap/spm", "/recap/services/list", "/recap/training")
ASKED = ("page=-1", f"page={2 ** 63}", "page=NaN", "page=1&page=2", "sort=__class__", "sort=--number", "sort=%00", "s=tidak-ada", "s=%00%ff",
         "state=x", "period=2026-13", "period=x&row=%00&column=1", "rows=__class__", "district=%27",
         "stage=%27", "level=emergency&level=x", "page=%D9%A3")


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


@pytest.mark.parametrize("id", IDS)
def test_an_id_that_is_none_is_not_found(make, client, officer, id):
    """Whether it stands in the path, in the question or in a field."""
    report = make.verified(by=officer)
    case = make.case(by=officer)
    asked = [client.get(f"/{place}/{id}") for place in ("reports", "clients", "cases", "referrals", "files", "decisions", "training/batches",
                                                        "services")]
    asked.append(client.get(f"/cases/new?report={id}&client={report.people.get().client_id}"))
    asked.append(client.post(f"/cases/{case.id}/reports", data={"report": unquote(id)}))
    assert {answer.status_code for answer in asked} == {404}, [(answer.request.path, answer.status_code) for answer in asked]


def test_what_a_list_is_asked_may_be_garbage(client, officer):
    answers = {f"{path}?{asked}": client.get(f"{path}?{asked}").status_code for path in LISTS for asked in ASKED}
    assert not {path for path, status in answers.items() if status != 200}


FORM = "application/x-www-form-urlencoded"
MANY = b"a=1&" * 10_000
PARTS = b"".join(b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' for _ in range(1001)) + b"--x--\r\n"


@pytest.mark.parametrize("body, kind, status", [
    (b"narrative=%ff%fe%c0%af%ed%a0%80", FORM, 422), (b"narrative=%00&danger=%00", FORM, 422), (MANY, FORM, 422),
    (b"narrative=" + b"x" * 1_000_000, FORM, 422), (b"narrative=" + b"x" * 14_000_000, FORM, 413),
    (PARTS, "multipart/form-data; boundary=x", 413), (b"no parts", "multipart/form-data", 422), (b"x", "multipart/form-data; boundary=y", 422),
    (b"[" * 10_000, "application/json", 422), (b"[1, 2]", "application/json", 422), (b'{"narrative": 1}', "application/json", 422),
    (b"narrative=x", f"{FORM}, {FORM}", 422), (b"narrative=x", "", 422), (b"\xff\xfe", "text/plain; charset=tidak-ada", 422),
    (b"narrative=a&narrative=b&danger=no&danger=yes", FORM, 422),
])
def test_a_body_that_no_browser_sends_is_answered_with_a_page(client, officer, body, kind, status):
    answer = client.post("/reports/new", data=body, content_type=kind)
    assert answer.status_code == status and "<h1" in answer.text and not Report.select().exists()


@pytest.mark.parametrize("method, path, headers, statuses", [
    ("TRACE", "/", {}, {405}), ("PUT", "/reports/new", {}, {405}), ("DELETE", "/reports", {"X-HTTP-Method-Override": "POST"}, {405}),
    ("HEAD", "/reports", {}, {200}), ("OPTIONS", "/reports", {}, {200}), ("POST", "/reports", {"X-HTTP-Method-Override": "GET"}, {405}),
    ("GET", "/reports/", {}, {404}), ("GET", "/%2e%2e/%2e%2e/etc/passwd", {}, {404}),
    ("GET", "/static/../../portal/config.py", {}, {404}), ("GET", "/static/%2e%2e%2fconfig.py", {}, {404}),
    ("GET", "/reports/new", {"Range": "bytes=0-1"}, {200}),
    ("GET", "/reports", {"HX-Request": "true", "HX-Current-URL": "javascript:alert(1)", "HX-Target": "<script>"}, {200}),
    ("GET", "/reports/new", {"HX-Request": "true"}, {200}), ("GET", "/", {"Accept-Language": "%00;q=9", "User-Agent": "\u00ff" * 5000}, {200}),
    ("GET", "/", {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "evil.test", "Forwarded": "host=evil.test"}, {200}),
    ("GET", "/", {"Host": "evil.test"}, {400}), ("GET", "/help", {"Host": "127.0.0.1.evil.test"}, {400}), ("GET", "/", {"Host": ""}, {400}),
    ("GET", "/cases/<script>", {}, {404}), ("GET", "/cases/KS-2026-00001%00", {}, {404}), ("GET", "/setup/%ff", {}, {404}),
])
def test_a_request_that_no_browser_sends_is_no_fault_and_leads_nowhere_else(client, officer, method, path, headers, statuses):
    answer = client.open(path, method=method, headers=headers)
    assert answer.status_code in statuses and "evil.test" not in answer.headers.get("Location", "")
    assert answer.status_code == 400 or "evil.test" not in answer.text


@pytest.mark.parametrize("cookie", ["x" * 8000, "%00", "eyJfdXNlcl9pZCI6IjEifQ.x.y", "\u00ff", ""])
def test_a_cookie_of_somebody_else_is_nobody(client, cookie):
    assert client.get("/", headers={"Cookie": f"sid={cookie}; sid=lain"}).location.startswith("/login")


# Proved by the key of its form, once its record is found: what is not theirs is not there for anybody.
LOOKED_FOR = ("assessments.keep", "training.keep_attendance")


def changing(app, *without):
    """Every address that takes a POST."""
    return [path for endpoint, method, path in addresses(app) if method == "POST" and endpoint not in without]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_a_page_that_is_not_ours_changes_nothing(app, client, officer, site):
    before = contents()
    assert {client.post(path, headers={"Sec-Fetch-Site": site}).status_code for path in changing(app)} == {400}
    assert contents() == before


@pytest.mark.parametrize("token", [None, "palsu", "é", "IjEi.x.y"])
def test_without_the_token_of_the_session_nothing_is_taken(app, client, officer, monkeypatch, token):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    before = contents()
    answers = {path: client.post(path, data={"csrf_token": token} if token else {}).status_code for path in changing(app, *LOOKED_FOR)}
    assert {path: status for path, status in answers.items() if status != 400} == {} and contents() == before


LONG = "Anak itu tidur di emperan. " * 180


def opened(client, path="/reports/new"):
    """(the form's key, its address) of a form just opened."""
    form = next(form for form in Reader(client.get(path).text).forms if form.action == path)
    return form.controls["form_token"].held[0]


def test_a_form_from_an_old_page_is_offered_again_with_everything_typed(app, client, officer, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    answer = client.post("/reports/new", data={"form_token": opened(client), "csrf_token": "lama", "narrative": LONG})
    assert answer.status_code == 303 and answer.location.startswith("/reports/new?draft=")
    again = client.get(answer.location).text
    assert LONG.strip() in again and "Isian Anda masih ada" in again and not Report.select().exists()


def test_what_was_typed_when_the_session_ended_waits_for_the_same_person_and_for_nobody_else(app, make, client, officer):
    key = opened(client)
    with db.unit():
        Session.end_all(officer)
    answer = client.post("/reports/new", data={"form_token": key, "narrative": LONG})
    assert answer.status_code == 303 and answer.location.startswith("/login?next=") and "emperan" not in answer.location
    back = unquote(answer.location.partition("next=")[2])
    for reader, there in ((make.user(), False), (make.user(Role.MANAGER), False), (officer, True)):
        client.sign_in(reader)
        assert (LONG.strip() in client.get(back).text) == there
    assert FormToken.drafts_of(officer).count() == 1 and not Report.select().exists()


def test_a_fragment_asked_for_after_the_session_ended_leads_to_the_door(client, officer):
    key = opened(client)
    with db.unit():
        Session.end_all(officer)
    answer = client.post("/reports/new", data={"form_token": key, "narrative": "Tidur."}, headers={"HX-Request": "true"})
    assert answer.status_code == 401 and answer.headers["HX-Redirect"].startswith("/login?next=")


def test_a_password_is_never_kept_with_a_draft(client, make):
    admin = client.sign_in(make.user(Role.ADMIN))
    key = opened(client, "/accounts/new")
    with db.unit():
        Session.end_all(admin)
    client.post("/accounts/new", data={"form_token": key, "name": "Budi", "password": "rahasia sekali", "csrf_token": "x"})
    assert FormToken.get(FormToken.key == key).draft == {"name": ["Budi"]}
