"""A clock explains itself: where it began and why, by which target and rule, and what each day gave, for cases, their earlier rounds and reports."""
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.casefile import closure
from portal.cases.clocks import Histories, limit_of, nearest, readings, round_readings
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.db import db
from portal.decisions.models import Decision
from portal.office.holidays import Holiday
from portal.office.hours import WorkHours
from portal.office.opening import calendar, timing
from portal.office.targets import LevelTarget, targets, targets_on
from portal.reports.deadline import find_clock
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.clocks import DEFAULT_TARGETS, Clock, Target, TargetUnit
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, PauseReason, Stage
from portal.rules.report import ReportStep
from portal.rules.roles import Role
from portal.rules.workdays import DayStanding

MONDAY = datetime(2026, 3, 2, 2, 0)  # 10.00 in the office
TWO_DAYS = DEFAULT_TARGETS | {(Level.ORDINARY, Clock.RESPOND): Target(2, TargetUnit.WORKING_DAYS)}
SIX_HOURS = DEFAULT_TARGETS | {(Level.ORDINARY, Clock.FIND): Target(6, TargetUnit.HOURS)}
SHORT = {day: ("08.00", "15.00") for day in range(5)}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


@pytest.fixture
def admin(make):
    return make.user(Role.ADMIN)


def at(day, hour=2, month=3):
    """Stand at this moment (naive UTC)."""
    moment = datetime(2026, month, day, hour)
    clock.use(lambda: moment)
    return moment


def fresh(case):
    return Case.get_by_id(case.id)


def decide(record, step, *, by, kind=None):
    """Take the open proposal about a record."""
    decision = Decision.open_about(record, kind)
    with db.unit():
        return decision.decide(step, by=by, reason="-")


def paused(case, officer, manager):
    with db.unit():
        Pause.ask(case, by=officer, reason=PauseReason.WAITING_FOR_PAPERS)
    return decide(fresh(case), DecisionStep.APPROVE, by=manager, kind=DecisionKind.PAUSE)


def shown(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def test_the_days_of_a_clock_are_told_one_by_one(client, make, officer):
    at(13)
    case = make.case(by=officer)
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    for said in ("13 Mar 2026 10.00, saat laporan diterima", "3 hari kerja", "sejak awal (bawaan Sigap)", "Jumat, 13 Maret 2026",
                 "Hari mulai tidak dihitung", "hari kerja ke-1", "Hari libur: Hari Suci Nyepi", "Hari libur: Cuti Bersama Hari Raya Idul Fitri",
                 "hari kerja ke-3", "Batas: Rabu, 25 Maret 2026 pukul 16.00", "0 dari 3 hari kerja"):
        assert said in text, said


def test_an_emergency_is_told_to_count_day_and_night(client, make, officer):
    case = make.case(by=officer)
    with db.unit():
        case.set_level(Level.EMERGENCY, by=officer, source="manager")
    text = shown(client, f"/cases/{case.id}/clocks/act")
    assert "Dihitung terus-menerus" in text and "sepanjang hari" in text and "14 j" in text and "10 j" in text and "j 0 m" not in text


def test_a_raised_clock_says_from_when_it_counts(client, make, officer):
    case = make.case(by=officer)
    at(4)
    with db.unit():
        case.set_level(Level.URGENT, by=officer, source="manager", reason="Sakit")
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    assert "4 Mar 2026 10.00, saat tingkat dinaikkan" in text and "supaya tidak langsung terlambat" in text and "Sakit" in text


def test_a_pause_is_told_with_its_reason_and_who_approved_it(client, make, officer):
    manager = make.user(Role.MANAGER, name="Ibu Kadek")
    case = make.case(by=officer)
    at(3)
    paused(case, officer, manager)
    at(5)
    with db.unit():
        Pause.to_end(case).end(by=officer)
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    assert "Ditangguhkan 3 Mar 2026 10.00 – 5 Mar 2026 10.00: Menunggu" in text and "(disetujui Ibu Kadek)" in text
    assert "hari kerja ke-3" in text and limit_of(fresh(case), Clock.RESPOND) == datetime(2026, 3, 9, 8)
    at(6)
    paused(case, officer, manager)
    at(10)
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    assert "6 Mar 2026 10.00 – sekarang" in text and "Ditangguhkan" in text


def test_special_hours_and_days_of_the_office_are_named(client, make, officer, admin):
    with db.unit():
        WorkHours.special(by=admin, name="Ramadan 2026", since=date(2026, 3, 2), until=date(2026, 3, 4), hours=SHORT)
        Holiday.amend(by=admin, day=date(2026, 3, 5), standing=DayStanding.CLOSED, name="Hari Jadi Kabupaten")
    case = make.case(by=officer)
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    assert "08.00–15.00" in text and "Ramadan 2026" in text and "Hari libur: Hari Jadi Kabupaten" in text and "6 Maret 2026 pukul 16.30" in text


def test_a_target_says_since_when_and_by_whose_word_it_holds(client, make, officer, admin):
    with db.unit():
        LevelTarget.set(by=admin, table=TWO_DAYS, source="SK Kadis 7/2026")
    case = make.case(by=officer)
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    assert "2 Maret 2026 (SK Kadis 7/2026)" in text and "2 hari kerja" in text


def test_an_old_case_keeps_its_targets_from_midnight_to_midnight(make, admin):
    officer = make.user()
    at(2, hour=15)  # 23.00 in the office
    before = make.case(by=officer)
    with db.unit():
        LevelTarget.set(by=admin, table=TWO_DAYS, source="SK", valid_from=date(2026, 3, 3))
    at(2, hour=16)  # midnight
    after = make.case(by=officer, person={"name": "Rina"})
    assert [limit_of(case, Clock.RESPOND) for case in (before, after)] == [datetime(2026, 3, 5, 8)] * 2
    assert [readings(case)[1].target.amount for case in (before, after)] == [3, 2]
    assert targets_on(date(2026, 3, 2)) == DEFAULT_TARGETS and targets().rule(date(2026, 3, 3), Level.ORDINARY, Clock.RESPOND).source == "SK"


def test_a_report_keeps_the_targets_of_the_day_it_came(client, make, officer, admin):
    report = make.report(by=officer)
    with db.unit():
        LevelTarget.set(by=admin, table=SIX_HOURS, source="SK", valid_from=date(2026, 3, 3))
    assert "batas 3 Mar 2026 16.00" in find_clock(report, timing())[2]
    at(3)
    later = make.report(by=officer)
    assert "batas 3 Mar 2026 16.00" in find_clock(later, timing())[2] and "6 jam kerja" in shown(client, f"/reports/{later.id}/clock")


def test_the_clock_of_a_report_is_explained_and_its_page_leads_there(client, make, officer):
    report = make.triaged(by=officer)
    assert f"/reports/{report.id}/clock" in shown(client, f"/reports/{report.id}")
    text = shown(client, f"/reports/{report.id}/clock")
    assert "2 Mar 2026 10.00, saat laporan diterima" in text and "Batas: Selasa, 3 Maret 2026 pukul 16.00" in text and "tempat dan orangnya" in text
    with db.unit():
        report.cancel(by=officer, reason="Salah tulis")
    assert client.get(f"/reports/{report.id}/clock").status_code == 404
    assert f"/reports/{report.id}/clock" not in client.get(f"/reports/{report.id}").text


def test_a_verified_report_tells_when_its_clock_stopped(client, make, officer):
    report = make.verified(by=officer)
    at(20)
    text = shown(client, f"/reports/{report.id}/clock")
    assert "berhenti 10.00" in text.lower() and "Tepat waktu" in text and report.moment_of(ReportStep.VERIFY) == MONDAY


def test_nobody_else_opens_the_clock_of_a_report_or_a_round_that_is_not_the_cases(client, make, officer):
    report, case = make.report(by=make.user()), make.case(by=officer)
    assert client.get(f"/reports/{report.id}/clock").status_code == 404
    for wrong in ("0", "1", "x", "-1", "9" * 20, ""):
        assert client.get(f"/cases/{case.id}/clocks/find?round={wrong}").status_code == 404, wrong


def closed(case, officer, manager):
    with db.unit():
        closure.propose(fresh(case), by=officer, reason=ClosingReason.NOT_FOUND, text="Pergi.")
    return decide(fresh(case), DecisionStep.APPROVE, by=manager, kind=DecisionKind.CLOSURE)


def test_the_rounds_before_a_reopening_stay_readable(client, make, officer):
    manager = make.user(Role.MANAGER)
    case = make.case(by=officer, met=True)
    before = readings(case)
    at(4)
    closed(case, officer, manager)
    at(10)
    with db.unit():
        closure.ask_to_reopen(fresh(case), by=officer, reason="Ditemukan lagi.")
    decide(fresh(case), DecisionStep.APPROVE, by=manager)
    case = fresh(case)
    earlier = case.rounds.get()
    text = shown(client, f"/cases/{case.id}/clocks/respond")
    assert f"round={earlier.id}" in text and "saat kasus diminta dibuka kembali" in text and "10 Mar 2026" in text
    text = shown(client, f"/cases/{case.id}/clocks/respond?round={earlier.id}")
    assert "Putaran sebelum dibuka kembali" in text and "2 Mar 2026 10.00, saat laporan diterima" in text and "Tepat waktu" in text
    told = round_readings(earlier)
    assert [each.limit for each in told] == [each.limit for each in before] and told[3].stopped_at == datetime(2026, 3, 4, 2)


def test_an_undone_closure_gives_the_pause_back_that_it_ended(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = make.case(by=officer, met=True)
    at(3)
    paused(case, officer, manager)
    at(5)
    decided = closed(case, officer, manager)
    assert Pause.running(case) is None and fresh(case).stage == Stage.CLOSED
    at(9)
    with db.unit():
        decided.decide(DecisionStep.UNDO, by=manager)
    still = Pause.running(fresh(case))
    assert still.began_at == datetime(2026, 3, 3, 2) and still.ended_at is None and fresh(case).finished_at is None
    assert limit_of(fresh(case), Clock.FINISH) > datetime(2026, 4, 20, 8)


def test_an_undone_closure_leaves_a_pause_ended_that_somebody_ended_before(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = make.case(by=officer, met=True)
    at(3)
    paused(case, officer, manager)
    at(4)
    with db.unit():
        Pause.to_end(case).end(by=officer)
    at(5)
    decided = closed(case, officer, manager)
    with db.unit():
        decided.decide(DecisionStep.UNDO, by=manager)
    assert Pause.running(case) is None and Pause.latest(case).ended_at == datetime(2026, 3, 4, 2)
    assert Decision.get_by_id(decided.id).state == DecisionState.UNDONE


def test_the_limit_alone_is_that_of_the_reading_for_every_clock(make):
    officer, manager = make.user(), make.user(Role.MANAGER)
    case = make.case(by=officer)
    at(3)
    paused(case, officer, manager)
    at(6)
    with db.unit():
        fresh(case).set_level(Level.URGENT, by=officer, source="manager")
    at(9)
    case = fresh(case)
    histories = Histories.of([case])
    found = readings(case, histories)
    assert [limit_of(case, each.clock, histories) for each in found] == [each.limit for each in found]
    assert nearest(case, histories).limit == min(each.limit for each in found if each.stopped_at is None)


def test_many_cases_ask_as_much_as_one(make, statements):
    officer = make.user()
    cases = [make.case(by=officer, person={"name": f"Anak {n}"}) for n in range(4)]

    def asked(some):
        return statements(lambda: [limit_of(case, Clock.FINISH, histories) for histories in [Histories.of(some)] for case in some])

    assert asked(cases) == asked(cases[:1]) == 5


def test_a_page_asks_for_hours_days_off_and_targets_once_and_is_never_stale(client, make, officer, admin):
    case = make.case(by=officer)

    def told():
        sent, send = [], db.execute_sql
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(db, "execute_sql", lambda sql, params=None: sent.append(sql) or send(sql, params))
            text = shown(client, f"/cases/{case.id}/clocks/respond")
        return text, [sum(f'FROM "{table}"' in sql for sql in sent) for table in ("work_hours", "holiday", "level_target")]

    assert told()[1] == [1, 1, 1] and "5 Maret 2026 pukul 16.00" in told()[0]
    with db.unit():
        Holiday.amend(by=admin, day=date(2026, 3, 3), standing=DayStanding.CLOSED, name="Hari Jadi")
    assert "6 Maret 2026 pukul 16.30" in told()[0]
    with db.unit():
        Holiday.amend(by=admin, day=date(2026, 3, 3), standing=DayStanding.NATIONAL)
        WorkHours.special(by=admin, name="Ramadan", since=date(2026, 3, 5), until=date(2026, 3, 5), hours=SHORT)
    assert "5 Maret 2026 pukul 15.00" in told()[0]


def test_the_calendar_counts_the_national_list_with_joint_leave(make):
    hours = calendar()
    off = [date(2026, 3, 1) + timedelta(n) for n in range(45) if hours.holiday(date(2026, 3, 1) + timedelta(n)) is not None]
    assert off == [*(date(2026, 3, day) for day in range(18, 25)), date(2026, 4, 3), date(2026, 4, 5)]
    assert hours.holiday(date(2026, 3, 19)) == "Hari Suci Nyepi" and hours.working_days(date(2026, 3, 2), date(2026, 4, 20)) == 29


@pytest.mark.parametrize("table", ["holiday", "level_target"])
def test_what_was_set_is_never_changed_nor_removed(make, admin, table):
    with db.unit():
        Holiday.amend(by=admin, day=date(2026, 3, 3), standing=DayStanding.CLOSED, name="Hari Jadi")
        LevelTarget.set(by=admin, table=DEFAULT_TARGETS | {(Level.URGENT, Clock.FIND): Target(2, TargetUnit.HOURS)}, source="SK")
    for wrong in (f"UPDATE {table} SET source = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(Exception, match="append-only"), db.unit():
            db.execute_sql(wrong)
