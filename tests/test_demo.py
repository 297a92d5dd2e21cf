"""The demo database: a course and eight cases played at their own times, with true scores, clocks and trail, and work left for today."""
from datetime import date, datetime

import pytest

from portal import audit, clock, demo
from portal.accounts.models import User
from portal.assessments.instruments import Instrument
from portal.assessments.models import Assessment
from portal.audit import Entry
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import db
from portal.decisions.models import Decision
from portal.demo.play import MONDAY
from portal.demo.told import told
from portal.office.hours import WorkHours
from portal.office.models import Office, Region
from portal.outreach.models import Outreach
from portal.records import Transition
from portal.reports.models import Report
from portal.rules.assessment import AssessmentState
from portal.rules.coming_of_age import State
from portal.rules.instrument import LEVELS
from portal.rules.letter import LetterState
from portal.rules.lifecycle import Stage, TryOutcome
from portal.rules.outreach import TripState
from portal.rules.period import free
from portal.rules.placement import BatchState
from portal.rules.training_outcome import Aim
from portal.training.aftercare.outcomes import outcome_of_batch
from portal.training.batches import Batch
from portal.training.fitting.comings import comings_of
from tests.test_recap_clocks import counted, read

CASES = {1: "KS-2026-00001", 2: "KS-2026-00002", 3: "KS-2026-00003", 4: "KS-2026-00004", 5: "KS-2026-00005", 6: "KS-2026-00006",
         7: "KS-2026-00007", 8: "KS-2026-00009"}


@pytest.fixture(scope="module")
def played(app):
    """The demo, played once for this module in place of the tests' office; yields how long the trail was before."""
    with app.app_context(), db.atomic() as transaction:
        with db.schema():
            db.execute_sql("DROP TRIGGER instrument_no_delete")
            for table in (Office, Region, WorkHours, Instrument):
                table.delete().execute()
        app.config["DEMO"] = True
        before = Entry.select().count()
        demo.play()
        yield before
        app.config["DEMO"] = False
        transaction.rollback()


@pytest.fixture(autouse=True)
def today(request):
    """The clock stands where the demo left it."""
    if "played" in request.fixturenames:
        demo.stand_still()


def case(number):
    return Case.get(Case.number == CASES[number])


def test_it_is_refused_outside_a_demo_database(app):
    with app.app_context(), pytest.raises(demo.NotADemo):
        demo.play()


def test_it_leaves_a_whole_trail(played):
    assert audit.verify() is None
    assert Entry.select().count() - played > 500


def test_the_clock_stands_still_on_monday_morning(played):
    assert clock.local(clock.now()) == datetime(2026, 3, 30, 8, 0)
    demo.play()
    assert Office.select().count() == 1


def test_nothing_happened_after_today_and_everything_in_order(played):
    moments = [entry.at for entry in Entry.select().where(Entry.id > played).order_by(Entry.id)]
    assert moments == sorted(moments)
    assert moments[-1] < MONDAY
    assert not Transition.select().where(Transition.occurred_at > Transition.recorded_at).exists()


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 7, 8])
def test_each_score_is_the_one_expected(played, number):
    expected, assessment = told(number).expected, case(number).assessments.order_by(Assessment.n).first()
    reading = assessment.reading()
    assert assessment.state == AssessmentState.ACCEPTED
    assert (reading.score, list(reading.range), reading.completeness) == (expected["score"], expected["range"], expected["completeness"])
    assert (list(reading.red), list(reading.floors)) == (expected["red"], expected["floors"])
    assert (reading.base_level, reading.level) == (LEVELS[expected["level_from_score"]], LEVELS[expected["level"]])


def test_an_adult_has_no_score(played):
    assert case(6).assessments.get().reading() is None


@pytest.mark.parametrize("number, stage", [
    (1, Stage.CLOSING), (2, Stage.INTERVENTION), (3, Stage.ASSESSMENT), (4, Stage.INTERVENTION), (5, Stage.INTERVENTION), (6, Stage.MONITORING),
    (7, Stage.INTERVENTION), (8, Stage.INTERVENTION)])
def test_each_case_stands_where_its_story_ends(played, number, stage):
    assert case(number).stage == stage


def test_work_is_left_for_today(played):
    waiting = {decision.number for decision in Decision.waiting_for(User.get(User.username == "manajer"))}
    assert {"KS-2026-00001", "RJ-2026-00008"} <= waiting
    assert Assessment.select().where(Assessment.state == AssessmentState.DRAFT).count() == 2


def test_siblings_and_twice_told_reports_are_joined(played):
    sari = Client.get(Client.name == "Sari Wijaya")
    assert [relation.called for relation in sari.circle()] == ["Nurhayati Wijaya", "Dimas Wijaya"]
    assert Report.select().where(Report.merged_into.is_null(False)).count() == 1


def test_a_ticket_of_171_was_answered_and_a_trip_went_out_under_its_letter(played):
    report = Report.get(Report.ticket.is_null(False), Report.replied_at.is_null(False))
    assert report.ticket_at < report.received_at and "terverifikasi" in report.reply and "Rian" not in report.reply
    trip = Outreach.get()
    assert trip.state == TripState.DONE and trip.letter.state == LetterState.ISSUED
    assert [target.attempt.outcome for target in trip.targets] == [TryOutcome.NOT_FOUND] and case(3).tries.count() == 5


def test_everybody_signs_in_with_the_password_of_the_demo(played):
    for name in ("petugas", "petugas2", "manajer", "manajer2", "admin", "auditor"):
        user = User.get(User.username == name)
        assert user.knows("sigap-demo") and not user.must_change_password


@pytest.mark.parametrize("name, sees_it", [("petugas", True), ("petugas2", False), ("manajer", True)])
def test_the_restricted_case_is_absent_for_the_other_officer(played, client, name, sees_it):
    client.sign_in(User.get(User.username == name))
    assert ("KS-2026-00004" in client.get("/cases/").text) == sees_it
    assert client.get(f"/cases/{case(4).id}").status_code == (200 if sees_it else 404)


def course():
    return Batch.get(Batch.number == "AK-2025-00001")


@pytest.mark.parametrize("aim, yes, no, open_still", [
    (Aim.COMPLETED, 8, 1, 0), (Aim.CERTIFIED, 8, 1, 0), (Aim.PLACED, 6, 1, 2), (Aim.SCHOOL, 1, 6, 2), (Aim.OFF_STREET_6, 5, 1, 3),
    (Aim.OFF_STREET_12, 4, 1, 4)])
def test_of_the_course_of_the_year_before_it_is_known_what_became_of_whom(played, aim, yes, no, open_still):
    """Counted by hand from the visits in `demo.graduates`."""
    told = outcome_of_batch(course(), User.get(User.username == "petugas2")).measures[aim]
    assert (told.yes, told.no, told.unknown + told.pending) == (yes, no, open_still)


def test_the_course_of_the_year_before_is_over_and_its_cases_are_closed(played):
    assert course().state == BatchState.ENDED
    cases = [placement.case for placement in course().placements]
    assert len(cases) == 9 and {each.stage for each in cases} == {Stage.CLOSED} and all(each.number.startswith("KS-2025-") for each in cases)


def test_visits_are_due_this_morning_to_two_of_them(played, client):
    client.sign_in(User.get(User.username == "petugas2"))
    text = client.get("/").text
    assert text.count("Bimbingan lanjut 12 bulan") == 2 and "Novi Anggraini" in text and "Ketut Sriasih" in text and "Tegar Mahesa" not in text
    client.sign_in(User.get(User.username == "petugas"))
    assert "Bimbingan lanjut" not in client.get("/").text


def test_the_fifth_comes_of_age_in_the_middle_of_his_course_and_the_pages_say_what_changes(played, client):
    coming, = comings_of(case(5))
    assert (coming.on, coming.state, coming.birthday.exact) == (date(2026, 8, 21), State.AHEAD, True)
    client.sign_in(User.get(User.username == "petugas"))
    for address in (f"/training/case/{case(5).id}", f"/training/placements/{coming.placement.id}"):
        text = client.get(address).text
        assert "21 Agustus 2026, di tengah pelatihan" in text and "Persetujuan peserta sendiri menggantikan izin orang tua atau wali" in text


def test_the_table_of_the_clocks_says_of_every_case_what_its_page_says(played):
    found = counted(User.get(User.username == "manajer"), free(date(2024, 6, 1), date(2026, 12, 31)))
    assert found == read()
    assert len(found) > 4 * len(CASES)
