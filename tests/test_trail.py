"""The trail as the auditor reads it."""
import pytest

from portal.audit import Entry, Event
from portal.db import db
from portal.records import Living
from portal.rules.report import ReportStep
from portal.rules.roles import Role
from portal.schema import tables
from portal.trail.words import said


@pytest.mark.parametrize("subject, step, words", [
    ("report", "cancel", "Batalkan laporan"), ("case", "cancel", "Batalkan kasus"), ("file", "cancel", "Batalkan berkas"),
    ("referral", "cancel", "Batalkan rujukan"), ("batch", "cancel", "Batalkan angkatan"), ("referral", "hand_over", "Catat serah terima"),
    ("report", "hand_over", "Alihkan ke instansi lain"), ("assessment", "undo", "Urungkan penerimaan"), ("decision", "undo", "Batalkan persetujuan"),
    ("consideration", "answer", "Catat jawaban Sentra"), ("report", "receive", "Terima laporan"), ("report", Event.READ, "dibaca"),
])
def test_a_step_is_called_as_the_life_of_its_record_calls_it(app, subject, step, words):
    with app.test_request_context():
        assert str(said(Entry(subject=subject, action=str(step)))) == words


def test_no_step_of_any_life_is_left_without_words(app):
    steps = {(model._meta.table_name, step) for model in tables() if issubclass(model, Living) for life in model.LIVES.values() for _,
             step in life.moves}
    with app.test_request_context():
        assert not [each for each in steps if str(said(Entry(subject=each[0], action=str(each[1])))) == str(each[1])]


def test_the_auditor_reads_what_was_done_and_to_what(make, client):
    officer = make.user()
    report = make.report(by=officer)
    with db.unit():
        report.cancel(by=officer, reason="Salah tulis.")
    client.sign_in(make.user(Role.AUDITOR))
    text = client.get("/trail/").text
    assert "Batalkan laporan" in text and f"report {report.id}" in text and ReportStep.CANCEL not in text.split("<tbody>")[1].replace("cancelled", "")
    assert "Salah tulis" not in text and "Andi" not in text
