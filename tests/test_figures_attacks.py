"""What an attack on the figures, the clocks and what leaves the office found: each stays mended."""
import io

import pytest
from openpyxl import load_workbook

from portal.audit import Entry, Event
from portal.cases import team as crew
from portal.cases.pauses import Pause
from portal.db import db
from portal.labels import label
from portal.recap.chosen import Chosen
from portal.recap.pictures import Sheet, outcomes
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill, ids_behind
from portal.rules.categories import Category
from portal.rules.crosstab import Fact
from portal.rules.imports import ListKind
from portal.rules.lifecycle import PauseReason
from portal.rules.passage import Passage, Passed
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.rules.timeliness import Kept
from portal.rules.training_outcome import NO, YES, Aim
from portal.services.models import Service
from portal.spreadsheet import Mark, made

MARCH = {"period": "2026-03"}


@pytest.fixture
def auditor(make):
    return make.user(Role.AUDITOR)


@pytest.fixture
def told(monkeypatch):
    """A function that lets a table count these facts, for who may see no small figure: {line: {column: words}}, and the table."""
    def tell(name, user, values, people=None):
        facts = [Fact(id, people[id] if people else id, dict(each)) for id, each in enumerate(values)]
        monkeypatch.setattr(TABLES[name].source, "facts", lambda *_asked, **_more: facts)
        filled = fill(Chosen.of(TABLES[name], MARCH), user)
        keys = [column.key for column in filled.columns]
        return filled, {line.key: dict(zip(keys, ("hidden" if cell.concealed else cell.value for cell in line.cells), strict=True))
                        for line in (*filled.lines, filled.total)}
    return tell


def given(child, rupiah=None):
    return {"service": "SPM04", "given": True, "wanted": True, "sex": "L", "child": child, "quantity": None, "unit": "-", "rupiah": rupiah,
            "fund": "apbd"}


# What stands in no column, and yet follows from two that are shown
def test_of_the_people_of_a_service_neither_children_nor_adults_tell_how_few_the_others_are(told, auditor):
    _filled, lines = told("services", auditor, [given(True)] * 17 + [given(False)] * 3)
    assert lines["all"]["people"] == 20
    assert (lines["all"]["child"], lines["all"]["adult"]) == ("hidden", "hidden")


def test_of_those_who_ended_a_training_it_is_not_told_how_few_failed(told, auditor, app):
    measures = [dict.fromkeys(Aim, YES)] * 8 + [dict.fromkeys(Aim, YES) | {Aim.COMPLETED: NO}]
    filled, lines = told("training", auditor, [{"programme": "-", "sex": "L", "years": 17, "measures": each} for each in measures])
    assert lines["all"]["all"] == 9 and lines["all"]["certified-yes"] == 9
    assert (lines["all"]["completed-yes"], lines["all"]["completed-percent"]) == ("hidden", "hidden")
    with app.test_request_context():
        assert next(iter(outcomes(Sheet(filled)).rows))[1] == ["•", "•", "0"]


def test_two_steps_of_the_way_do_not_tell_how_few_stopped_between_them(told, auditor):
    ways = [Passage(Passed.SERVED, "here", (None,) * 7)] * 20 + [Passage(Passed.ASSESSED, "here", (None,) * 7)] * 2
    _filled, lines = told("way", auditor, [{"month": "2026-03", "way": way, "lags": (None,) * 7} for way in ways])
    assert (lines["all"]["received"], lines["all"]["met"]) == (22, 22)
    assert "hidden" in (lines["all"]["assessed"], lines["all"]["served"])


def test_reports_that_are_carried_and_over_do_not_tell_how_few_are_not(told, auditor):
    report = {"channel": "telephone", "state": "verified", "minutes": None, "carried": True, "over": True}
    _filled, lines = told("reports", auditor, [report] * 20 + [report | {"over": False}] * 2 + [report | {"state": "received"}] * 3)
    for whole, part in (("all", "verified"), ("carried", "over")):
        assert "hidden" in (lines["all"][whole], lines["all"][part]), part


def test_people_whose_needs_are_fulfilled_do_not_tell_how_few_are_not(told, auditor):
    person = {"district": "-", "money": False, "served": True, "fulfilled": True}
    _filled, lines = told("spm-districts", auditor, [person] * 20 + [person | {"fulfilled": False}] * 2)
    assert "hidden" in (lines["all"]["all"], lines["all"]["fulfilled"]) and lines["all"]["percent"] == "hidden"


def test_what_is_never_shown_is_no_column_for_anybody(told, auditor, make):
    for user in (auditor, make.user(Role.MANAGER)):
        filled, lines = told("services", user, [given(True)] * 6)
        assert not [column for column in filled.columns if column.unseen]
        assert all(len(line.cells) == len(filled.columns) for line in (*filled.lines, filled.total))
    assert {"people", "child"} <= set(lines["all"])


# Many records about few people
def test_an_amount_rests_on_people_and_not_on_how_often_they_were_given_something(told, auditor):
    services = [given(True, 100_000)] * 6 + [given(True)] * 9
    _filled, lines = told("services", auditor, services, people=[1] * 6 + list(range(2, 11)))
    assert lines["all"]["people"] == 10 and lines["all"]["fund-apbd"] == "hidden"


def test_the_four_clocks_of_two_cases_are_not_eight_cases(told, auditor):
    clocks = [{"level": "normal", "step": step, "kept": Kept.RUNNING, "took": None} for step in ("find", "respond", "act", "finish")] * 2
    _filled, lines = told("clocks", auditor, clocks, people=[1] * 4 + [2] * 4)
    assert {line["all"] for line in lines.values()} <= {"hidden", 0}


# Words of people's own
@pytest.fixture
def said(make):
    """An officer's client, of whom it is written where they are met."""
    one = make.user()
    case = make.case(by=one)
    with db.unit():
        case.client.correct(by=one, usual_place="Di belakang rumah Bu Sari")
    return case


def test_what_was_written_of_a_child_that_an_officer_sees_in_outline_is_not_told(make, client, said):
    path = "/recap/circumstances?period=2026-03&rows=place"
    client.sign_in(make.user())
    assert "Bu Sari" not in client.get(path).text and "Lainnya" in client.get(path).text
    client.sign_in(make.user(Role.MANAGER))
    assert "Bu Sari" in client.get(path).text


def test_nobody_finds_by_guessing_what_was_written_of_whom(make, said):
    chosen, officer, manager = Chosen.of(TABLES["circumstances"], MARCH | {"rows": "place"}), make.user(), make.user(Role.MANAGER)
    guess = fill(chosen, manager).lines[0].key
    assert [ids_behind(chosen, user, guess, "all") for user in (manager, officer)] == [[said.id], []]
    assert ids_behind(chosen, officer, "other", "all") == [said.id]


# The outline
@pytest.mark.parametrize("name", ["people", "register-cases", "spm"])
def test_the_list_behind_a_figure_tells_the_category_only_of_whom_one_sees_whole(make, client, name):
    one = make.user()
    case = make.case(by=one, met=True, category=Category.NEGLECTED_TODDLER)
    with db.unit():
        Service.need(case, by=one, spm=Spm.SPM04)
    told = {label(Category.NEGLECTED_TODDLER), label(case.spm_type)}
    for user, sees in ((one, True), (make.user(), False)):
        client.sign_in(user)
        rows = client.get(f"/recap/{name}/list?period=2026-03").text.partition("<tbody>")[2].partition("</tbody>")[0]
        assert case.number in rows and any(str(words) in rows for words in told) is sees


# Who left a team
def test_who_left_a_hidden_case_is_not_told_of_it_by_their_own_proposal(make, client):
    lead, other = make.user(), make.user()
    case = make.case(by=lead, met=True)
    with db.unit():
        case.care_team.join(other, by=lead)
        Pause.ask(case, by=other, reason=PauseReason.LEGAL_PROCESS)
    client.sign_in(other)
    assert all(case.number in client.get(path).text for path in ("/", "/waiting"))
    with db.unit():
        crew.restrict(case, by=lead)
        case.care_team.leave(other, by=lead)
    for path in ("/", "/waiting"):
        assert case.number not in client.get(path).text and case.client.initials not in client.get(path).text, path


# What is typed
def test_a_number_that_no_machine_compares_is_said_to_be_wrong_and_nothing_typed_is_lost(make, client):
    client.sign_in(make.user(Role.ADMIN))
    for path, field in (("/office/targets/new", "cells-0-amount"), ("/office/replies", "reply_days")):
        answer = client.post(path, data={field: "9" * 400, "source": "Nota Dinas 17"})
        assert answer.status_code == 422 and "Tulis angka dari 1 sampai" in answer.text and "9" * 400 in answer.text


# The trail
def test_who_looks_at_a_clock_and_its_reasons_stands_on_the_trail(make, client):
    officer = make.user()
    case = make.case(by=officer, met=True)
    client.sign_in(officer)
    for path, row in ((f"/cases/{case.id}/clocks/act", case), (f"/reports/{case.reports[0].id}/clock", case.reports[0])):
        client.get(path)
        last = Entry.select().where(Entry.action == Event.READ).order_by(Entry.id.desc()).first()
        assert last and (last.subject, last.subject_id, last.by) == (row._meta.table_name, row.id, officer.id), path


# Files
@pytest.mark.parametrize("sign", ["\uffff", "\ufffe", "\ud800"])
def test_no_sign_of_a_name_makes_a_file_that_cannot_be_opened(sign):
    book = load_workbook(io.BytesIO(made(["Nama"], [[f"Andi{sign}"]], ListKind.XLSX, Mark(("Untuk", f"Bidang{sign}"), "EK-1", "Ekspor"))))
    assert book.active["B5"].value == "Andi" and book.properties.description == "Untuk\nBidang"
    assert "Andi" in made(["Nama"], [[f"Andi{sign}"]], ListKind.CSV).decode("utf-8-sig")


@pytest.mark.parametrize("text", [" =1+1", "\n=1+1", "\u00a0@SUM(A1)", "\u3000-1"])
def test_blanks_before_a_formula_do_not_make_it_one(text):
    assert f"'{text}" in made(["Nama"], [[text]], ListKind.CSV).decode("utf-8-sig")
