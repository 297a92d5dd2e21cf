"""Home: every kind of task appears, leads to its form and goes away; counts are exact; the slip is one sheet."""
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.cases import clocks
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.clients.models import Client
from portal.conferences.models import Conference
from portal.db import db
from portal.decisions.models import Decision
from portal.desk import aside, running
from portal.desk.tasks import Tasks
from portal.outreach.models import Outreach
from portal.records import Print
from portal.rules.approval import DecisionStep
from portal.rules.clocks import Clock
from portal.rules.conference import ConferenceKind
from portal.rules.due import When
from portal.rules.levels import Level
from portal.rules.lifecycle import PauseReason
from portal.rules.outreach import Purpose
from portal.rules.report import ReportStep
from portal.rules.service import Spm
from portal.services.models import Service
from tests.conftest import MONDAY


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahmawati")


@pytest.fixture
def request_open(app, make):
    """Addresses are built within a request."""
    with app.test_request_context():
        yield


@pytest.fixture
def told(app):
    """told(user): {what: Task} of what stands at home for them."""
    def tell(user, everyones=False):
        with app.test_request_context():
            return {task.what: task for task in Tasks(user, everyones).rows}
    return tell


def it_is(*moment):
    clock.use(lambda: datetime(*moment))


def of(tasks, beginning):
    return [task for what, task in tasks.items() if what.startswith(beginning)]


def many_cases(make, officer, manager):
    """Cases of every level and step, some raised, some paused, some begun long ago."""
    for n in range(16):
        it_is(2026, 1, 6 + n, 1 + n % 9, n)
        case = make.case(by=officer, met=n % 3 == 0, danger="yes" if n % 5 == 0 else "no")
        with db.unit():
            if n % 4 == 1:
                case.set_level(list(Level)[n % 3], by=manager, source="manager", at=clock.now() + timedelta(hours=5))
            if n % 6 == 2:
                Pause.ask(case, by=officer, reason=PauseReason.IN_TREATMENT)
                Decision.open_about(case).decide(DecisionStep.APPROVE, by=manager)
            if n % 7 == 0:
                Service.give(Case.get_by_id(case.id), by=officer, spm=Spm.SPM01, quantity=1)
    it_is(2026, 2, 12, 3, 0)
    with db.unit():
        for pause in Pause.select().limit(2):
            pause.end(by=officer)


def read_one_by_one():
    """{When: how many cases} as the Readings of each case say."""
    days, found = Tasks.__init__.__globals__["Days"](), {}
    cases = list(Case.select())
    histories = clocks.Histories.of(cases)
    for case in cases:
        reading = clocks.nearest(case, histories)
        if reading.state != "paused":
            found[days.when(reading.limit)] = found.get(days.when(reading.limit), 0) + 1
    return found


def test_what_the_database_counts_is_what_each_case_says(make, officer, manager, request_open):
    many_cases(make, officer, manager)
    for now in ((2026, 1, 29, 4, 0), (2026, 2, 12, 3, 0), (2026, 3, 5, 8, 30)):
        it_is(*now)
        expected = read_one_by_one()
        for tasks in (Tasks(manager, everyones=True), Tasks(officer)):
            assert dict(tasks.kind_of(running.cases).counts) == expected
    assert set(expected) >= {When.LATE}


def test_the_first_of_many_are_those_whose_limit_comes_first(make, officer, manager, request_open):
    many_cases(make, officer, manager)
    everybodys, own = (Tasks(*asked).kind_of(running.cases) for asked in ((manager, True), (officer, False)))
    assert everybodys.first(When.LATE, 9) == own.first(When.LATE, 9) == sorted(own.first(When.LATE, 99))[:9]
    shown = Tasks(manager, True).of({When.LATE: (0, 9)})[0].rows
    assert [task.limit for task in shown] == sorted(task.limit for task in shown) and len(shown) == 9


def test_running_cases_are_found_by_an_index_and_never_sorted(make, officer, manager, monkeypatch, request_open):
    many_cases(make, officer, manager)
    plans, ask, tasks = [], db.ask, Tasks(manager, everyones=True)
    monkeypatch.setattr(db, "ask", lambda sql, values: plans.extend(row[3] for row in ask(f"EXPLAIN QUERY PLAN {sql}", values)) or ask(sql, values))
    found = tasks.kind_of(running.cases)
    found.first(When.LATE, 25)
    hot = [line for line in plans if "arm" not in line]
    assert [line for line in hot if "case_finished_at_level_t0" in line]
    assert not [line for line in hot if "TEMP B-TREE" in line or line == "SCAN case"]


def test_home_asks_as_often_for_many_as_for_few_of_a_manager(make, client, officer, manager, statements):
    first, *others = ("Rina Sari", "Budi Hartono", "Zulkifli Amran", "Made Wirya")  # nobody is like another: twins are asked about more closely
    make.report(by=officer)
    make.case(by=officer, person={"name": first})
    client.sign_in(manager)
    client.get("/")
    few = statements(lambda: client.get("/"))
    for name in others:
        make.report(by=officer)
        make.case(by=officer, person={"name": name})
    client.get("/")  # how punctual the month is, is remembered until something changes
    assert statements(lambda: client.get("/")) == few


def test_a_planned_service_is_asked_for_by_its_day_until_it_is_given(make, officer, told):
    case = make.case(by=officer, met=True)
    with db.unit():
        service = Service.propose(case, by=officer, spm=Spm.SPM01, goal="Makan", quantity=1, by_when=date(2026, 3, 6))
    task, = of(told(officer), "Berikan layanan")
    assert task.url == f"/services/{service.id}/delivery" and task.mark == "running"
    it_is(2026, 3, 9, 2)
    assert of(told(officer), "Berikan layanan")[0].mark == "late" and not of(told(make.user()), "Berikan layanan")
    with db.unit():
        Service.get_by_id(service.id).deliver(by=officer)
    assert not of(told(officer), "Berikan layanan")


def test_a_case_that_stands_still_waits_and_is_looked_at_by_its_day(make, client, officer, manager, told):
    case = make.case(by=officer)
    with db.unit():
        Pause.ask(case, by=officer, reason=PauseReason.IN_TREATMENT, review_on=date(2026, 3, 9))
        Decision.open_about(case).decide(DecisionStep.APPROVE, by=manager)
    tasks = told(officer)
    assert "Temui klien" not in tasks and of(tasks, "Tinjau jeda")[0].url == f"/cases/{case.id}"
    client.sign_in(officer)
    assert "Jeda: Klien" in client.get("/").text or "Jeda: " in client.get("/").text
    with db.unit():
        Pause.running(case).end(by=officer)
    assert "Temui klien" in told(officer) and not of(told(officer), "Tinjau jeda")


def test_a_team_that_left_without_a_letter_owes_it(make, officer, head, told):
    with db.unit():
        trip = Outreach.plan(by=officer, lead=officer, purpose=Purpose.PATROL, planned_on=date(2026, 3, 2), points=[["99.01.01", "Terminal"]])
    assert not of(told(officer), "Terbitkan surat tugas")
    with db.unit():
        trip.leave(by=officer, at=clock.now())
    task, = of(told(officer), "Terbitkan surat tugas")
    assert task.url == f"/outreach/{trip.id}/letter" and clock.local(task.limit).date() == date(2026, 3, 3)
    with db.unit():
        Outreach.get_by_id(trip.id).issue(head, by=officer)
    assert not of(told(officer), "Terbitkan surat tugas")


def test_an_emergency_asks_for_a_conference_until_one_is_held(make, officer, manager, told):
    case = make.case(by=officer, danger="yes")
    task, = of(told(officer), "Adakan pembahasan kasus")
    assert task.url == f"/conferences/case/{case.id}/new" and clock.local(task.limit).date() == date(2026, 3, 9)
    assert of(told(manager, True), "Adakan pembahasan kasus")
    it_is(2026, 3, 2, 5)
    with db.unit():
        Conference.hold(case, by=officer, at=clock.now(), kind=ConferenceKind.INTERNAL, place="Ruang rapat", chair=manager, note_taker=officer,
                        officers=[], guests=[], assessed="", options="", child_view="Mau pulang.", conclusion="Pulang.")
    assert not of(told(officer), "Adakan pembahasan kasus")


def test_an_ordinary_case_asks_for_none(make, officer, told):
    make.case(by=officer)
    assert not of(told(officer), "Adakan pembahasan kasus")


def closed(make, officer, finished_at, **person):
    """A case that was closed then; nobody is asked."""
    case = make.case(by=officer)
    with db.unit():
        case.client.change(by=officer, **person)
        case.change(by=officer, stage="closed", finished_at=finished_at)
    return case


def test_what_is_kept_too_long_is_one_task_of_the_managers_that_leads_to_the_list(make, client, officer, manager, told):
    grown = closed(make, officer, datetime(2020, 5, 4), birth_date=date(2001, 5, 5), birth_precision="day")
    young = closed(make, officer, datetime(2020, 5, 4), birth_date=date(2009, 5, 5), birth_precision="day")
    unknown = closed(make, officer, datetime(2020, 5, 4))
    recent = closed(make, officer, datetime(2021, 5, 4), birth_date=date(1990, 5, 5), birth_precision="day")
    guessed = closed(make, officer, datetime(2020, 5, 4), age_estimate=10, age_estimate_on=date(2020, 5, 4))
    task, = of(told(manager, True), "Masa simpan lewat: 2 kasus")
    assert task.url == "/retention" and not of(told(officer), "Masa simpan")
    client.sign_in(manager)
    page = client.get("/retention").text
    assert grown.number in page and unknown.number in page and "tidak ada yang dihapus" in page
    assert not [case for case in (young, recent, guessed) if case.number in page]
    client.sign_in(officer)
    assert client.get("/retention").status_code == 403


def test_own_proposals_wait_for_whoever_may_decide(make, client, officer, manager):
    report = make.triaged(by=officer)
    with db.unit():
        report.propose(ReportStep.FIND_UNFOUNDED, by=officer, reason="Sudah dicek ke lokasi, tidak ada.")
    client.sign_in(officer)
    text = client.get("/").text
    assert "Menunggu orang lain (1)" in text and f"Dapat diputus oleh: {manager.name}" in text
    assert report.number in client.get("/waiting").text
    with db.unit():
        Decision.open_about(report).decide(DecisionStep.RETURN, by=manager, reason="Periksa lagi.")
    assert "Menunggu orang lain (" not in client.get("/").text


def test_a_part_in_full_has_its_own_pages(make, client, officer):
    for n in range(30):
        make.report(by=officer, received_at=MONDAY - timedelta(days=20, minutes=n))
    client.sign_in(officer)
    home = client.get("/").text
    assert "30 tugas" in home and "/tasks?when=late" in home and home.count("Triase laporan") == 25
    first, second = client.get("/tasks?when=late").text, client.get("/tasks?when=late&page=2").text
    assert first.count("Triase laporan") == 25 and second.count("Triase laporan") == 5 and "26–30 dari 30" in second
    for odd in ("/tasks?when=never", "/tasks?when=late&page=99", "/tasks?when=late&page=x", "/tasks?when=today&page=-1"):
        assert client.get(odd).status_code == 200


def test_without_tasks_home_leads_to_the_cases_that_run(make, client, officer, manager):
    case = make.case(by=officer)
    with db.unit():
        Pause.ask(case, by=officer, reason=PauseReason.IN_TREATMENT)
        Decision.open_about(case).decide(DecisionStep.APPROVE, by=manager)
    client.sign_in(officer)
    text = client.get("/").text
    assert "Tidak ada tugas jatuh tempo" in text and "Kasus aktif Anda: 1" in text and 'accesskey="b"' in text
    client.sign_in(make.user())
    assert "muncul di sini menurut batas waktunya" in client.get("/").text


def test_what_was_opened_last_is_one_press_away_as_far_as_it_is_still_seen(make, client, officer):
    case, other = make.case(by=officer, person={"name": "Rina Sari"}), make.user(name="Budi")
    client.sign_in(officer)
    client.get(f"/cases/{case.id}")
    assert "Terakhir dibuka" in client.get("/").text
    client.sign_in(other)
    assert "Terakhir dibuka" not in client.get("/").text


def test_how_punctual_the_office_is_stands_beside_once_somebody_tells_it(make, client, officer, monkeypatch):
    client.sign_in(officer)
    monkeypatch.setattr(aside, "TIMELINESS", [])
    assert "Ketepatan 4CT" not in client.get("/").text
    monkeypatch.setattr(aside, "TIMELINESS", [lambda user: [(Clock.FIND, 11, 12), (Clock.ACT, 0, 0)]])
    text = client.get("/").text
    assert "Ketepatan 4CT bulan ini" in text and "92 %" in text


def test_the_morning_slip_is_counted_and_names_nobody(make, client, officer):
    case = make.case(by=officer, person={"name": "Rina Sari"})
    client.sign_in(officer)
    answer = client.post("/slip")
    assert answer.location == "/slip/1" and Print.get().initials
    page = client.get("/slip/1").text
    assert case.number in page and "R.S." in page and "Rina" not in page and "Siti Rahmawati" in page
    client.sign_in(make.user())
    assert client.get("/slip/1").status_code == 404


def test_the_slip_says_how_many_more_there_are(make, client, officer):
    for n in range(40):
        make.report(by=officer, received_at=MONDAY - timedelta(days=20, minutes=n))
    client.sign_in(officer)
    client.post("/slip")
    page = client.get("/slip/1").text
    assert page.count("Triase laporan") == 32 and "Masih ada 8 tugas lain" in page


def test_a_manager_reads_everybodys_or_the_own(make, client, officer, manager):
    report = make.report(by=officer)
    client.sign_in(manager)
    assert report.number in client.get("/tasks?when=week").text and report.number not in client.get("/tasks?when=week&whose=mine").text
    assert Client.select().count() == 0
