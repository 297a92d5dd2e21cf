"""Published instruments: checked and compared on the command line, in force from their day, never changed; old assessments keep theirs."""
import copy
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from peewee import IntegrityError

from portal import clock
from portal.assessments.instruments import Instrument, publish_first, shipped
from portal.assessments.models import Assessment
from portal.audit import Entry, Event
from portal.db import db, settings_faults
from portal.decisions.models import Decision
from portal.labels import label
from portal.rules.approval import DecisionStep
from portal.rules.assessment import Why
from portal.rules.decile import DtsenStatus
from portal.rules.instrument_versions import Why as VersionWhy
from portal.rules.interview import StreetReason
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import Spm
from tests.left import LEAVING, table

DATA = Path(__file__).parent.parent / "portal" / "data"


@pytest.fixture(autouse=True)
def first(app, make):
    with db.unit():
        publish_first(None)
    return Instrument.current()


@pytest.fixture
def officer(make, client):
    user = make.user(Role.OFFICER)
    client.sign_in(user)
    return user


def second(days=7, **changed):
    """A second version: one weight less, one question told better."""
    definition = copy.deepcopy(shipped()) | {"version": "2", "valid_from": str(clock.today() + timedelta(days=days)), "max_points": 153} | changed
    definition["items"][0] |= {"weight": 2, "question": "Bahaya bagi anak hari ini"}
    return definition


@pytest.fixture
def run(app, tmp_path):
    """`run("check", definition, …)` is the command on a file of it."""
    def told(command, definition, *options):
        path = tmp_path / "versi.json"
        path.write_text(definition if isinstance(definition, str) else json.dumps(definition, ensure_ascii=False), encoding="utf-8")
        return app.test_cli_runner().invoke(args=["instrument", command, str(path), *options])
    return told


def publish(definition):
    with db.unit():
        return Instrument.publish(definition, by=None)


def test_a_check_says_what_differs_and_publishes_nothing(run):
    result = run("check", second())
    assert result.exit_code == 0, result.output
    assert "Bobot A1: 3 -> 2" in result.output and "Butir A1: Ancaman keselamatan saat ini -> Bahaya bagi anak hari ini" in result.output
    assert "Poin tertinggi: 156 -> 153" in result.output and "Dibandingkan dengan versi 1: 3 perbedaan." in result.output
    assert Instrument.select().count() == 1


@pytest.mark.parametrize("definition, says", [
    (lambda: "{", "JSON"), (lambda: "[]", "instrumen"), (lambda: second(max_points=156), "poin tertinggi"),
    (lambda: second(days=1, bands=[]), "Batas"),
])
def test_a_broken_file_is_told_in_one_sentence(run, definition, says):
    result = run("check", definition())
    assert result.exit_code == 1 and says in result.output and "Traceback" not in result.output


@pytest.mark.parametrize("days, says", [(-1, "sudah lewat"), (0, None), (1, None)])
def test_a_version_counts_from_today_at_the_earliest(run, days, says):
    result = run("publish", second(days), "--yes")
    assert (result.exit_code == 0) == (says is None) and (says is None or says in result.output)


def test_a_version_needs_a_day(run):
    definition = second()
    del definition["valid_from"]
    assert "valid_from" in run("publish", definition, "--yes").output and Instrument.select().count() == 1


def test_publishing_asks_first(run, app, tmp_path):
    path = tmp_path / "versi.json"
    path.write_text(json.dumps(second()), encoding="utf-8")
    result = app.test_cli_runner().invoke(args=["instrument", "publish", str(path)], input="n\n")
    assert result.exit_code == 1 and Instrument.select().count() == 1
    assert "Versi 2 diterbitkan" in app.test_cli_runner().invoke(args=["instrument", "publish", str(path)], input="y\n").output


def test_a_version_comes_into_force_on_its_day(first):
    later = publish(second(days=7))
    assert Instrument.current() == first and Instrument.current(clock.today() + timedelta(days=6)) == first
    assert Instrument.current(clock.today() + timedelta(days=7)) == later


def test_before_the_first_there_is_none(first):
    with pytest.raises(Refused) as refused:
        Instrument.current(first.since - timedelta(days=1))
    assert refused.value.why is Why.NO_INSTRUMENT


@pytest.mark.parametrize("sql", [
    "UPDATE instrument SET definition = '{}' WHERE id = 1", "UPDATE instrument SET since = '2020-01-01'", "DELETE FROM instrument",
    "REPLACE INTO instrument (id, version, edition, definition, since, published_at) "
    "SELECT id, version, edition, '{}', since, published_at FROM instrument",
])
def test_a_published_version_cannot_change_not_even_with_a_database_editor(sql):
    with pytest.raises(IntegrityError, match="append-only"), db.schema():
        db.execute_sql(sql)
    assert Instrument.current().definition == shipped() and settings_faults() == []


@pytest.mark.parametrize("definition", [shipped(), second() | {"version": "1"}])
def test_its_name_is_taken(definition):
    with pytest.raises(Refused) as refused:
        publish(definition)
    assert refused.value.why is VersionWhy.PUBLISHED_ALREADY


def test_an_old_assessment_keeps_its_version_and_a_new_one_takes_the_new(make, officer, first):
    old = begun(make, officer)
    publish(second(days=0))
    new = begun(make, officer)
    assert (old.instrument.edition, new.instrument.edition) == ("1", "2")
    for assessment in (old, new):
        with db.unit():
            assessment.section(1).answer({"A1": 3}, by=officer)
    weights = [next(row.most for row in Assessment.get_by_id(each.id).reading().items if row.id == "A1") for each in (old, new)]
    assert weights == [9, 6]


def begun(make, officer):
    case = make.case(by=officer, met=True, person={"name": "Rian Samudra", "birth_date": date(2012, 5, 14), "sex": "L"})
    with db.unit():
        return Assessment.start(case, by=officer)


def test_the_pages_show_the_versions_and_what_changed(client, officer):
    later = publish(second(days=7))
    index, one = client.get("/assessments/instruments/"), client.get(f"/assessments/instruments/{later.id}")
    assert "Berlaku nanti" in index.text and "Versi 2" in index.text
    assert "Bahaya bagi anak hari ini" in one.text and "Yang berubah dari versi sebelumnya" in one.text
    assert "Yang berubah" not in client.get(f"/assessments/instruments/{later.earlier.id}").text
    assert client.get("/assessments/instruments/99").status_code == 404


def test_what_reads_a_missing_item_is_warned_of(run):
    definition = second()
    gone = next(number for number, item in enumerate(definition["items"]) if item["id"] == "G1")
    definition["max_points"] -= 3 * definition["items"].pop(gone)["weight"]
    assert "membaca butir G1" in run("check", definition).output


@pytest.fixture
def accepted(make, officer):
    """An accepted assessment of Rian, scored 28,8, with words that name him."""
    assessment, manager = begun(make, officer), make.user(Role.MANAGER)
    case = next(case for case in json.loads((DATA / "demo_cases.json").read_text())["cases"] if case["no"] == 1)
    with db.unit():
        for page in assessment.instrument.content.pages:
            told = {item.id: case["answers"][item.id] for item in assessment.instrument.content.on_page(page.number)}
            assessment.section(page.number).answer(told | ({"A2": None} if page.number == 1 else {}), by=officer)
        assessment.tell(by=officer, child_wishes="Rian ingin sekolah", street_reasons=[StreetReason.ECONOMY], daily_income=25000)
        assessment.weigh(by=officer, needs={str(spm): spm in ("SPM09", "SPM10") for spm in Spm},
                         dismissals=dict.fromkeys(Spm, "sudah ada"), analysis="Rian rajin",
                         dtsen={"status": DtsenStatus.NOT_LISTED, "decile": None, "checked_on": clock.today(), "source": "siks_ng"})
        assessment.submit(by=officer)
    with db.unit():
        Decision.open_about(assessment).decide(DecisionStep.APPROVE, by=manager)
    return Assessment.get_by_id(assessment.id), manager


def exported_by(client, manager, **told):
    client.sign_in(manager)
    asked = {"since": "1 Januari", "until": "hari ini", "purpose": "review", "kind": "csv"} | LEAVING | told
    return client.post("/assessments/instruments/1/export", data=asked)


def test_the_export_has_the_answers_in_the_order_of_the_form_and_nobody_s_name(client, accepted):
    assessment, manager = accepted
    answer = exported_by(client, manager)
    heads, row = table(answer)
    told = dict(zip(heads, row, strict=True))
    content = assessment.instrument.content
    asked = [item.id for page in content.pages for item in content.on_page(page.number)]
    assert [head.split(".")[0] for head in heads if head.split(".")[0] in {item.id for item in content.items}] == [*asked, "K1"]
    assert told["Kasus"] == assessment.case.number and told["A1. Ancaman keselamatan saat ini"] == "1"
    assert told["A2. Kekerasan fisik/psikis 12 bulan terakhir"] == "Belum diketahui" and told["Tingkat menurut saran"] == "Biasa"
    assert told["Penghasilan per hari (Rp)"] == "25000" and told["Alasan turun ke jalan"] == str(label(StreetReason.ECONOMY))
    assert [told[head] for head in heads if head.startswith(("SPM09", "SPM01 "))] == ["Tidak", "Ya"]
    assert "Rian" not in answer.text and "sekolah" not in answer.text.lower().replace("status sekolah", "")
    entry = Entry.select().where(Entry.action == Event.EXPORTED).get()
    assert (entry.by, entry.detail["purpose"], entry.detail["count"]) == (manager.id, "review", 1)


def test_a_workbook_says_the_same(client, accepted):
    answer = exported_by(client, accepted[1], kind="xlsx")
    heads, row = table(answer, "xlsx")
    assert dict(zip(heads, row, strict=True))["Skor"] == accepted[0].reading().score


@pytest.mark.parametrize("told, says", [
    ({"until": "1 Januari 2020"}, "Tukar keduanya"), ({"since": "1 Januari 2020", "until": "2 Januari 2020"}, "Tidak ada asesmen"),
    ({"purpose": ""}, "Pilih untuk apa"), ({"recipient_name": ""}, "Tulis nama lembaga"), ({"promise": ""}, "Centang bahwa"),
    ({"since": "kapan saja"}, "kapan saja"),
])
def test_an_export_that_makes_no_sense_is_refused_and_not_on_the_trail(client, accepted, told, says):
    answer = exported_by(client, accepted[1], **told)
    assert answer.status_code == 422 and says in answer.text
    assert not Entry.select().where(Entry.action == Event.EXPORTED).exists()
