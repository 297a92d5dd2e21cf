"""Pekerjaan saya: tasks by their limit, decisions that wait, drafts to carry on; and the help page."""
from datetime import timedelta

import pytest

from portal import clock
from portal.audit import Entry, Event
from portal.db import db
from portal.desk.drafts import said
from portal.desk.tasks import Tasks
from portal.help.jobs import JOBS
from portal.rules.levels import Level
from portal.rules.report import ReportStep
from portal.rules.roles import Role
from portal.tokens import FormToken
from tests.conftest import MONDAY


def test_an_officer_finds_the_own_reports_and_cases_with_their_next_step(make, client):
    user = client.sign_in(make.user())
    report = make.report(by=user)
    case = make.case(by=user, person={"name": "Rina Sari"})
    theirs = make.report(by=make.user())
    text = client.get("/").text
    assert report.number in text and "Triase laporan" in text
    assert case.number in text and "Temui klien" in text and "Rina Sari" in text
    assert theirs.number not in text
    assert Entry.select().where(Entry.action == Event.LISTED, Entry.by == user.id).exists()


def test_managers_read_why_somebody_looked_into_a_record_of_others(make, client):
    case, report, curious = make.case(by=make.user()), make.report(by=make.user()), make.user(name="Budi Ingin Tahu")
    with db.unit():
        case.break_glass(by=curious, reason="Anaknya ada di depan saya.")
        report.break_glass(by=curious, reason="Pelapor menelepon lagi.")
    client.sign_in(make.user(Role.MANAGER))
    text = client.get("/").text
    for told in ("Budi Ingin Tahu", case.number, "Anaknya ada di depan saya.", report.number, "Pelapor menelepon lagi."):
        assert told in text
    client.sign_in(curious)
    assert "Pelapor menelepon lagi." not in client.get("/").text


@pytest.fixture
def request_open(app, make):
    """Addresses are built within a request."""
    with app.test_request_context():
        yield


def test_tasks_stand_in_groups_by_when_they_are_due(make, request_open):
    user = make.user()
    make.report(by=user)
    assert [group.heading for group in Tasks(user).groups] == ["7 hari ke depan"]
    clock.use(lambda: MONDAY + timedelta(days=1, hours=2))
    assert [group.heading for group in Tasks(user).groups] == ["Jatuh tempo hari ini"]
    clock.use(lambda: MONDAY + timedelta(days=3))
    late = Tasks(user)
    assert [group.heading for group in late.groups] == ["Terlambat"] and "Lewat" in late.rows[0].left


def test_the_most_urgent_stands_first(make, request_open):
    user = make.user()
    make.report(by=user)
    urgent = make.report(by=user, danger="yes")
    assert urgent.level == Level.EMERGENCY
    assert Tasks(user).rows[0].number == urgent.number


def test_a_manager_sees_what_waits_for_a_decision_and_may_look_at_the_own_team_only(make, client):
    officer = make.user()
    report = make.triaged(by=officer)
    with db.unit():
        report.propose(ReportStep.FIND_UNFOUNDED, by=officer, reason="Sudah dicek ke lokasi, tidak ada.")
    client.sign_in(make.user(Role.MANAGER))
    text = client.get("/").text
    assert "Menunggu keputusan Anda (1)" in text and text.count(report.number) >= 2
    assert "Verifikasi laporan" not in client.get("/?whose=mine").text


def test_the_maker_sees_the_own_proposal(make, client):
    officer = client.sign_in(make.user())
    report = make.triaged(by=officer)
    with db.unit():
        report.propose(ReportStep.FIND_UNFOUNDED, by=officer, reason="Sudah dicek ke lokasi, tidak ada.")
    assert "Usulan saya" in client.get("/").text


def test_a_manager_sees_what_the_admin_changed_about_accounts(make, client):
    manager = client.sign_in(make.user(Role.MANAGER))
    assert manager.name in client.get("/").text
    with db.unit():
        make.user(Role.ADMIN).grant(Role.OFFICER, by=None)
    assert "peran diberikan (Petugas)" in client.get("/").text


@pytest.mark.parametrize("role, there, not_there", [
    (Role.ADMIN, "/accounts", "Laporan baru"), (Role.AUDITOR, "/trail", "/accounts\""),
])
def test_admins_and_auditors_find_their_own_work_and_no_cases(make, client, role, there, not_there):
    make.report(by=make.user())
    client.sign_in(make.user(role))
    text = client.get("/").text
    assert there in text and not_there not in text and "LP-2026" not in text


def test_a_draft_is_carried_on_or_thrown_away(make, client):
    user = client.sign_in(make.user())
    with db.unit():
        token = FormToken.open(user, "/cases/new?report=1&client=2")
        FormToken.keep_draft(token.key, {"narrative": ["Anak mengamen"]})
    text = client.get("/").text
    assert "Kasus baru" in text and f"/cases/new?report=1&amp;client=2&amp;draft={token.id}" in text
    assert client.post(f"/drafts/{token.id}/discarding").location == "/"
    assert "Draf belum selesai" not in client.get("/").text
    assert client.post(f"/drafts/{token.id}/discarding").status_code == 404


def test_nobody_throws_away_the_draft_of_somebody_else(make, client):
    with db.unit():
        token = FormToken.open(make.user(), "/reports/new")
        FormToken.keep_draft(token.key, {"narrative": ["x"]})
    client.sign_in(make.user())
    assert client.post(f"/drafts/{token.id}/discarding").status_code == 404
    assert FormToken.get_by_id(token.id).draft


@pytest.mark.parametrize("path, words", [("/reports/new", "Laporan baru"), ("/cases/7/note", "Catatan kejadian"), ("/no/such/page", "Formulir")])
def test_a_draft_is_named_after_its_form(make, app, path, words):
    with app.test_request_context():
        assert said(path) == words


def test_home_asks_the_database_as_often_for_many_as_for_few(make, client, statements):
    user = client.sign_in(make.user())
    make.report(by=user)
    make.case(by=user)
    client.get("/")
    few = statements(lambda: client.get("/"))
    for _ in range(4):
        make.report(by=user)
        make.case(by=user)
    client.get("/")  # how punctual the month is, is remembered until something changes
    assert statements(lambda: client.get("/")) == few


def test_help_tells_each_job_in_at_most_six_steps_under_an_anchor_of_its_own():
    assert len({anchor for anchor, _title, _steps in JOBS}) == len(JOBS) and all(2 < len(steps) <= 6 for _anchor, _title, steps in JOBS)
    assert {"pelatihan", "angkatan", "tunggu", "kehadiran", "hasil", "bimbingan"} <= {anchor for anchor, _title, _steps in JOBS}


def test_help_is_one_page_for_everybody(make, client):
    text = client.get("/help").text
    assert "Menerima laporan" in text and "Alt+B" in text and "DT-SEN" in text
    admin = make.user(Role.ADMIN, name="Bagus Setiawan")
    assert "Bagus Setiawan" not in client.get("/help").text
    client.sign_in(make.user())
    assert admin.name in client.get("/help", headers={"User-Agent": "Firefox/115"}).text
    assert "Alt+Shift+B" in client.get("/help", headers={"User-Agent": "Firefox/115"}).text
