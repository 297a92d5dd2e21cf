"""The floor: one transaction and one trail, numbers without gaps, forms that save once, records that nobody overwrites."""
import threading

import pytest
from peewee import IntegrityError

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Entry, Event
from portal.db import PRAGMAS, UnauditedWrite, WriteOutsideUnit, db, settings_faults
from portal.records import Counter, Print, Revision, Stale, Transition
from portal.rules.refused import Refused
from portal.rules.report import ReportState, ReportStep
from portal.tokens import AlreadySaved, FormToken


def test_a_write_that_the_trail_does_not_know_is_refused(make):
    user = make.user()
    with pytest.raises(UnauditedWrite, match="user"), db.unit():
        User.update(name="x").where(User.id == user.id).execute()
    assert User.get_by_id(user.id).name == user.name


def test_a_write_outside_a_unit_of_work_is_refused(make):
    with pytest.raises(WriteOutsideUnit):
        User.update(name="x").execute()


def test_raising_undoes_everything_of_the_unit(make):
    user, before = make.user(), Entry.select().count()
    with pytest.raises(ZeroDivisionError), db.unit():
        user.change(by=user, name="Nama Lain")
        raise ZeroDivisionError
    assert User.get_by_id(user.id).name != "Nama Lain"
    assert Entry.select().count() == before


def test_the_trail_refuses_every_change(make):
    make.user()
    for statement in ("UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry",
                      "INSERT OR REPLACE INTO audit_entry (id, at, session, address, action, subject, detail, prev, hash) "
                      "VALUES (1, '2026-01-01', '', '', 'x', '', '{}', '', '')"):
        with pytest.raises(IntegrityError, match="append-only"), db.schema():
            db.execute_sql(statement)


def test_a_row_changed_with_an_editor_is_found(make):
    make.user()
    assert audit.verify() is None
    with db.schema():
        db.execute_sql("DROP TRIGGER audit_entry_no_update")
        db.execute_sql("UPDATE audit_entry SET action = 'x' WHERE id = 2")
    assert "2" in audit.verify()
    assert any("audit_entry_no_update" in fault for fault in settings_faults())


def test_a_tail_cut_off_is_found(make):
    make.user()
    last = Entry.select().count()
    with db.schema():
        db.execute_sql("DROP TRIGGER audit_entry_no_delete")
        db.execute_sql("DELETE FROM audit_entry WHERE id = ?", (last,))
    assert str(last) in audit.verify()


def test_numbers_leave_no_gap_when_a_unit_fails(make):
    with db.unit():
        audit.record(Event.CHANGED, by=None)
        assert Counter.next("try") == (2026, 1)
    with pytest.raises(ZeroDivisionError), db.unit():
        Counter.next("try")
        raise ZeroDivisionError
    with db.unit():
        audit.record(Event.CHANGED, by=None)
        assert Counter.next("try") == (2026, 2)


def test_a_form_saves_once_and_tells_the_second_where_it_led(make):
    user = make.user()
    with db.unit():
        token = FormToken.open(user, "/reports/new")
        token.claim()
        token.lead_to("/reports/1")
    with pytest.raises(AlreadySaved) as saved, db.unit():
        token.claim()
    assert saved.value.result == "/reports/1"


def test_two_people_on_one_record_do_not_overwrite_each_other(make):
    user = make.user()
    client = make.case(by=user).client
    with db.unit():
        client.change(by=user, seen=client.version, name="Andi P.")
    with pytest.raises(Stale), db.unit():
        client.change(by=user, seen=client.version - 1, name="Andy")
    assert Revision.last_of(client).values == {"name": "Andi Pratama"}


def test_a_move_is_written_down_and_a_second_click_changes_nothing(make):
    user = make.user()
    report = make.report(by=user)
    seen = report.version
    with db.unit():
        report.move(ReportStep.CANCEL, by=user, seen=seen, reason="salah ketik")
    with db.unit():
        report.move(ReportStep.CANCEL, by=user, seen=seen, reason="salah ketik")
    assert [move.step for move in Transition.of(report)] == ["receive", "cancel"]


def test_a_move_that_the_table_has_not_is_refused(make):
    user = make.user()
    report = make.report(by=user)
    with db.unit():
        report.move(ReportStep.CANCEL, by=user, reason="salah ketik")
    with pytest.raises(Refused), db.unit():
        report.move(ReportStep.VERIFY, by=user)
    assert report.state == ReportState.CANCELLED


def test_copies_are_counted(make):
    user = make.user()
    case = make.case(by=user)
    with db.unit():
        copies = [Print.make(case, "sheet", by=user, paper="f4").copy for _ in range(3)]
    assert copies == [1, 2, 3]


def test_the_database_answers_with_the_settings_asked_for(tmp_path):
    from portal.db import Database
    database = Database()
    database.init(str(tmp_path / "x.sqlite3"))
    database.connect()
    found = {name: database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    database.close()
    assert {name: str(value) for name, value in found.items()} == {name: str(value) for name, value in PRAGMAS.items()}


def test_writers_take_turns(tmp_path, make):
    """Two threads on one unit each: the writer's gate lets one through at a time."""
    order, ready = [], threading.Event()

    def wait_for_gate():
        ready.wait()
        from portal.db import WRITERS
        with WRITERS:
            order.append("second")
    other = threading.Thread(target=wait_for_gate)
    other.start()
    with db.unit():
        db.lock()
        ready.set()
        other.join(0.05)
        order.append("first")
        audit.record(Event.CHANGED, by=None)
    other.join()
    assert order == ["first", "second"]


def test_the_office_lives_in_its_own_time(make):
    assert clock.local(clock.now()).hour == 10
    assert clock.today().isoformat() == "2026-03-02"


def test_what_should_follow_a_commit_is_forgotten_when_the_work_is_undone(make):
    done = []
    with db.unit() as unit:
        audit.record(Event.CHANGED, by=None)
        unit.after.append(lambda: done.append("undone"))
        db.abandon()
        audit.record(Event.CHANGED, by=None)
        unit.after.append(lambda: done.append("kept"))
    assert done == ["kept"]
