"""Whoever reported is told how it ended, without details; that is recorded, and a task only for those who asked for it."""
from datetime import timedelta

import pytest

from portal import audit, clock
from portal.audit import Entry, Event
from portal.db import db
from portal.desk.tasks import Tasks
from portal.reports.models import Report
from portal.reports.telling import Telling, ready
from portal.rules.approval import DecisionStep
from portal.rules.channels import Channel
from portal.rules.report import ReportStep
from portal.rules.roles import Role
from portal.rules.telling import TellingWay, Why
from tests.test_until_answered import why_not

REPORTER = {"reporter_name": "Ibu Ayu", "reporter_phone": "081234567890"}
WORDS = "Laporan Ibu sudah kami tangani. Terima kasih."


@pytest.fixture
def officer(client, make):
    return client.sign_in(make.user(name="Siti Rahmawati"))


@pytest.fixture
def tasks_of(app):
    def told(user, everyones=False):
        with app.test_request_context():
            return [(task.number, task.mark) for task in Tasks(user, everyones).rows if task.what == "Kabari pelapor"]
    return told


def told(client, report, **more):
    seen = Report.get_by_id(report.id).version
    return client.post(f"/reports/{report.id}/telling", data={"way": "telephone", "words": WORDS, "at": "sekarang", "seen": seen, **more})


def later(**span):
    moment = clock.now() + timedelta(**span)
    clock.use(lambda: moment)


def test_what_was_told_stands_on_the_page_the_timeline_and_the_trail(client, officer, make):
    report = make.verified(by=officer, **REPORTER)
    assert "Kabari pelapor" in client.get(f"/reports/{report.id}").text
    later(hours=1)
    assert told(client, report).status_code == 303
    row = Telling.get()
    assert (row.report, row.by, row.way, row.words, row.at) == (report, officer, TellingWay.TELEPHONE, WORDS, clock.now())
    shown = client.get(f"/reports/{report.id}").text
    assert "Pelapor dikabari (Telepon)" in shown and WORDS in shown and "Kabari pelapor lagi" in shown
    entry = Entry.select().where(Entry.action == str(Event.TOLD)).get()
    assert (entry.subject, entry.subject_id, entry.detail) == ("report", report.id, {"way": "telephone"}) and audit.verify() is None


def test_it_may_be_told_again_and_both_stay(client, officer, make):
    report = make.verified(by=officer, **REPORTER)
    told(client, report)
    later(days=2)
    told(client, report, way="whatsapp", words="Laporan Ibu sudah selesai kami tangani.")
    assert [row.way for row in Telling.of(report)] == [TellingWay.WHATSAPP, TellingWay.TELEPHONE]


@pytest.mark.parametrize("words, sentence", [
    ("Andi Pratama sudah ditemui.", "nama lengkap"), ("NIK 9901 0114 0512 0001", "tampak seperti NIK"), ("", "Tulis apa yang disampaikan")])
def test_words_that_tell_who_it_is_are_refused_and_kept_as_typed(client, officer, make, words, sentence):
    report = make.verified(by=officer, **REPORTER)
    answer = told(client, report, words=words)
    assert answer.status_code == 422 and sentence in answer.text and words in answer.text and not Telling.select().exists()


def test_the_name_that_came_to_light_later_is_refused_as_well(client, officer, make):
    report = make.verified(by=officer, people=[{"name": "Andi"}], **REPORTER)
    with db.unit():
        report.people[0].client.correct(by=officer, name="Andi Saputra Wijaya")
    assert told(client, report, words="Andi saputra wijaya sudah di rumah.").status_code == 422


@pytest.mark.parametrize("wrong", [{"way": ""}, {"way": "burung"}, {"at": "besok"}, {"at": "1-3-2026 09.00"}, {"at": "entah"}])
def test_what_cannot_be_is_said_beside_what_was_typed(client, officer, make, wrong):
    answer = told(client, make.verified(by=officer, **REPORTER), **wrong)
    assert answer.status_code == 422 and WORDS in answer.text and not Telling.select().exists()


def test_nobody_is_told_whom_nobody_knows(client, officer, make):
    report = make.verified(by=officer)
    assert "Kabari pelapor" not in client.get(f"/reports/{report.id}").text
    shown = client.get(f"/reports/{report.id}/telling").text
    assert "tidak dapat dihubungi" in shown and 'name="words"' not in shown and "Kembali ke laporan" in shown
    answer = told(client, report)
    assert answer.status_code == 422 and "tidak dapat dihubungi" in answer.text and WORDS in answer.text and not Telling.select().exists()
    assert why_not(Telling.keep, report, by=officer, way=TellingWay.TELEPHONE, words=WORDS) == Why.NOBODY_TO_TELL


def test_a_report_that_was_a_mistake_has_no_outcome(officer, make):
    report = make.report(by=officer, **REPORTER)
    with db.unit():
        report.cancel(by=officer, reason="Ganda.")
    assert why_not(Telling.keep, report, by=officer, way=TellingWay.TELEPHONE, words=WORDS) == Why.REPORT_CANCELLED


def test_the_sentence_tells_nothing_of_who_where_or_what(client, officer, make, app):
    case = make.case(by=officer, met=True, **REPORTER)
    report = case.reports.get()
    page = client.get(f"/reports/{report.id}/telling").text
    assert "sudah kami periksa dan sedang kami tangani" in page
    with app.test_request_context():
        for secret in ("Andi", "Pratama", "Terminal", "mengamen", "A.P.", "Ibu Ayu", "KS-2026", "Mendesak"):
            assert secret not in ready(report)
        assert report.number in ready(report)


def test_the_sentence_says_how_it_ended(app, officer, make):
    report = make.verified(by=officer, **REPORTER)
    with db.unit():
        report.propose(ReportStep.PUT_OUTSIDE, by=officer, reason="Sampah.", handed_to="Dinas Lingkungan Hidup").decide(
            DecisionStep.APPROVE, by=make.user(Role.MANAGER))
    with app.test_request_context():
        assert "Silakan menghubungi Dinas Lingkungan Hidup." in ready(Report.get_by_id(report.id))


def test_only_who_asked_is_a_task_from_the_outcome_until_told(client, officer, make, tasks_of):
    quiet = make.verified(by=officer, **REPORTER)
    report = make.triaged(by=officer, reporter_asked=True, people=[], **REPORTER)
    assert tasks_of(officer) == []
    told(client, report, words="Laporan Ibu sedang kami periksa.")
    later(minutes=5)
    with db.unit():
        report.verify(by=officer)
    manager = make.user(Role.MANAGER)
    assert tasks_of(officer) == [(report.number, "running")] == tasks_of(manager, everyones=True) and tasks_of(make.user()) == []
    later(days=4)
    assert tasks_of(officer) == [(report.number, "late")] and quiet.number not in dict(tasks_of(officer))
    assert told(client, report).status_code == 303 and tasks_of(officer) == []


def test_the_wish_is_ticked_with_the_report_and_put_right_later(client, officer, make):
    call = {"narrative": "Anak mengamen di terminal.", "danger": "no", "district": "99.01.01", "channel": "telephone", "received_at": "sekarang",
            "reporter_name": "Ibu Ayu", "reporter_asked": "y"}
    client.post("/reports/new", data=call)
    report = Report.get()
    assert report.reporter_asked and "Minta dikabari hasilnya" in client.get(f"/reports/{report.id}").text
    again = {"narrative": "x", "danger": "no", "district": "99.01.01", "channel": "telephone", "seen": report.version}
    assert client.post(f"/reports/{report.id}/correction", data=again).status_code == 303
    assert not Report.get_by_id(report.id).reporter_asked


def test_a_stranger_tells_nobody(client, officer, make):
    report = make.verified(by=officer, restricted=True, **REPORTER)
    client.sign_in(make.user())
    assert client.get(f"/reports/{report.id}/telling").status_code == 404 and told(client, report).status_code == 404


def test_what_a_patrol_found_nobody_reported(officer, make, tasks_of):
    report = make.verified(by=officer, channel=Channel.OUTREACH, reporter_asked=True)
    assert why_not(Telling.keep, report, by=officer, way=TellingWay.IN_PERSON, words=WORDS) == Why.NOBODY_TO_TELL
    assert tasks_of(officer) == []
