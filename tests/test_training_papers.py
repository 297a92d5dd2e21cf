"""The papers of a course over HTTP: who is named on them, what is counted, what is refused, and the figures that leave as a table."""
import io
import re
from datetime import date, datetime, timedelta

import openpyxl
import pytest
from flask_babel import force_locale

from portal import clock
from portal.audit import Entry, Event
from portal.clients.blanks import is_seen, unopened
from portal.db import db
from portal.records import Print
from portal.rules.attendance import Mark
from portal.rules.followup import FollowUpStatus
from portal.rules.nik import Sex
from portal.rules.placement import BatchStep, PlacementState, PlacementStep
from portal.rules.roles import Role
from portal.rules.training_outcome import Aim
from portal.training.aftercare.followup_forms import FollowUpForm
from portal.training.aftercare.followups import FollowUp
from portal.training.aftercare.outcomes import outcome_of_batch, told
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.paper import papers as training_papers
from portal.training.paper.certificates import Certificate, said
from tests import left
from tests.left import LEAVING
from tests.test_training import GROWN, batch_of, decide, proposed

SPRING = {"starts": date(2026, 3, 2), "ends": date(2026, 6, 30), "days": [0, 2, 4]}
TODAY = datetime(2026, 3, 31, 1, 0)
BUDI, AYU, TONO = GROWN, GROWN | {"name": "Ayu Lestari", "sex": Sex.FEMALE}, GROWN | {"name": "Tono Wirya"}


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def course(make, officer, manager):
    """A running course of two on Mondays, Wednesdays and Fridays."""
    return begun(make, officer, manager, (BUDI, AYU))


def begun(make, officer, manager, people, **terms):
    batch = batch_of(officer, terms={"allowance": 25000} | terms, **SPRING)
    placements = [decide(proposed(make, batch, officer, person), manager) for person in people]
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    clock.use(lambda: TODAY)
    return Batch.get_by_id(batch.id), placements


def meet(batch, on, marks, *, by):
    with db.unit():
        return Meeting.hold(batch, by=by, on=on).take({placement.id: (mark, "") for placement, mark in marks.items()}, by=by)


def asks(client, batch, what, *, month="", full_name=True, paper="f4"):
    data = {"what": what, "month": month, "paper": paper} | ({"full_name": "y"} if full_name else {})
    return client.post(f"/training/batches/{batch.id}/papers", data=data)


def printed(client, batch, what, **more):
    """The words of one copy."""
    answer = asks(client, batch, what, **more)
    assert answer.status_code == 303, answer.text
    return words(client.get(answer.location))


def words(answer):
    assert answer.status_code == 200
    main = answer.text[answer.text.index("<main"):answer.text.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def rows(client, location):
    """The rows of the first table of the paper, each a list of texts."""
    grid = client.get(location).text.split('<table class="grid', 1)[1].split("</table>")[0]
    body = grid.split("<tbody>", 1)[1].split('<tr class="signing"')[0]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
            for row in body.split("<tr>")[1:]]


def finish(placement, step=PlacementStep.PASS, *, by, **more):
    with db.unit():
        return Placement.get_by_id(placement.id).finish(step, by=by, ended_on=clock.today(), **more)


# Who is named
def test_a_roster_names_those_whose_case_is_open_to_who_prints_and_gives_initials_of_others(make, client, course, officer):
    batch, (budi, ayu) = course
    client.sign_in(officer)
    assert {"Budi Santoso", "Ayu Lestari"} <= {row[1] for row in rows(client, asks(client, batch, "roster").location)}
    stranger = client.sign_in(make.user())
    with db.unit():
        ayu.case.care_team.join(stranger, by=officer)
    assert [row[1:5] for row in rows(client, asks(client, batch, "roster").location)] == [
        ["B.S.", "L", "20", budi.case.number], ["Ayu Lestari", "P", "20", ayu.case.number]]


def test_without_the_tick_nobody_is_named(client, course, officer):
    batch, _placements = course
    client.sign_in(officer)
    meet(batch, date(2026, 3, 30), {each: Mark.PRESENT for each in course[1]}, by=officer)
    for what in ("roster", "blank_sheet", "filled_sheet", "allowances"):
        text = printed(client, batch, what, month="" if what in ("roster", "allowances") else "2026-03", full_name=False)
        assert "B.S." in text and "Budi" not in text and "RAHASIA" not in text, what
        assert Print.select().order_by(Print.id.desc()).first().initials


def test_who_is_restricted_stands_on_no_paper_of_a_stranger(make, client, course, officer, manager):
    batch, (budi, ayu) = course
    meet(batch, date(2026, 3, 30), {budi: Mark.PRESENT, ayu: Mark.PRESENT}, by=officer)
    finish(budi, by=officer)
    finish(ayu, by=officer)
    with db.unit():
        ayu.case.care_team.restrict(by=officer)
        budi.case.care_team.restrict(by=officer)
    client.sign_in(make.user())
    for what, month in (("roster", ""), ("blank_sheet", "2026-03"), ("filled_sheet", "2026-03"), ("allowances", ""), ("report", "")):
        text = printed(client, batch, what, month=month)
        assert not [each for each in ("B.S.", "A.L.", "Budi", "Ayu") if each in text], what
    assert "Jumlah 0 0 0" in printed(client, batch, "report")
    assert asks(client, batch, "certificates").status_code == 422
    client.sign_in(manager)
    assert "Ayu Lestari" in printed(client, batch, "roster")


def test_a_report_names_nobody_not_even_to_the_team(client, course, officer):
    batch, _placements = course
    client.sign_in(officer)
    text = printed(client, batch, "report")
    assert "B.S." in text and "Budi" not in text and "Ayu" not in text


def test_the_wall_knows_no_case(client, course, officer):
    """What hangs where others read tells no case, no age, and that it is not to be spread."""
    batch, (budi, _ayu) = course
    client.sign_in(officer)
    meet(batch, date(2026, 3, 30), {each: Mark.PRESENT for each in course[1]}, by=officer)
    for what in ("blank_sheet", "filled_sheet"):
        text = printed(client, batch, what, month="2026-03")
        assert budi.case.number not in text and "jangan difoto" in text and "RAHASIA" not in text


# Counting
def test_each_month_has_copies_of_its_own_and_a_second_click_is_the_same(client, course, officer):
    batch, _placements = course
    client.sign_in(officer)
    first, second = (asks(client, batch, "blank_sheet", month="2026-04").location for _ in range(2))
    other = asks(client, batch, "blank_sheet", month="2026-05").location
    assert first == second and first.endswith("/papers/blank_sheet_2026-04/1") and other.endswith("/papers/blank_sheet_2026-05/1")
    assert [(row.kind, row.copy) for row in Print.select().order_by(Print.id)] == [("blank_sheet_2026-04", 1), ("blank_sheet_2026-05", 1)]
    assert Entry.select().where(Entry.action == Event.PRINTED, Entry.subject == "batch").count() == 2
    page = client.get(f"/training/batches/{batch.id}/papers").text
    assert "Daftar hadir kosong, April 2026" in page and first.removeprefix("http://localhost") in page


def test_a_copy_is_looked_at_by_who_printed_it_and_that_is_on_the_trail(make, client, course, officer):
    batch, _placements = course
    client.sign_in(officer)
    location = asks(client, batch, "roster").location
    client.get(location)
    assert Entry.select().where(Entry.action == Event.READ, Entry.subject == "batch", Entry.by == officer.id).exists()
    client.sign_in(make.user())
    assert client.get(location).status_code == 404


def test_another_address_is_no_paper(client, course, officer):
    client.sign_in(officer)
    for kind in ("roster_2026-03", "blank_sheet_2026-13", "letter", "roster_", "blank_sheet_2026-03_x", "%2e%2e"):
        assert client.get(f"/training/batches/{course[0].id}/papers/{kind}/1").status_code == 404, kind


def test_what_is_not_offered_is_not_printed(client, course, officer):
    client.sign_in(officer)
    for change in ({"what": "letter"}, {"what": ""}, {"month": "2030-01"}, {"month": "x"}, {"paper": "a3"}, {"paper": ""}):
        answer = client.post(f"/training/batches/{course[0].id}/papers", data={"what": "blank_sheet", "month": "2026-03", "paper": "f4"} | change)
        assert answer.status_code == 422 and not Print.select().exists(), change


# Sheets
def test_a_blank_sheet_has_the_planned_days_of_the_month_and_rows_for_who_comes_later(client, course, officer):
    batch, _placements = course
    client.sign_in(officer)
    text = printed(client, batch, "blank_sheet", month="2026-04")
    # 3 April 2026 is Good Friday, 1 and 6 April are ordinary: every planned day is there once, no other.
    days = [day for day in (date(2026, 4, 1) + timedelta(n) for n in range(30)) if day.weekday() in (0, 2, 4) and day != date(2026, 4, 3)]
    assert [f"{day.day} {name}" in text for day in days for name in ("Sen", "Rab", "Jum")].count(True) >= len(days)
    assert "3 Jum" not in text and "Tanda tangan" in text
    assert len(rows(client, asks(client, batch, "blank_sheet", month="2026-04").location)) == 15


def test_a_course_without_fixed_days_leaves_them_to_a_pen(client, make, officer, manager):
    batch = batch_of(officer, **SPRING | {"days": []})
    client.sign_in(officer)
    (head,) = re.findall(r'scope="colgroup" colspan="(\d+)"', client.get(asks(client, batch, "blank_sheet", month="2026-03").location).text)
    assert head == "12"


def test_a_filled_sheet_has_the_letters_of_the_meetings_and_their_sums(client, course, officer):
    batch, (budi, ayu) = course
    client.sign_in(officer)
    for on, marks in ((2, (Mark.PRESENT, Mark.PRESENT)), (4, (Mark.SICK, Mark.PRESENT)), (6, (Mark.ABSENT, Mark.PERMITTED))):
        meet(batch, date(2026, 3, on), dict(zip((budi, ayu), marks, strict=True)), by=officer)
    found = rows(client, asks(client, batch, "filled_sheet", month="2026-03").location)
    assert [row[1:] for row in found] == [["Budi Santoso", "H", "S", "A", "1", "0", "1", "1", "33%"],
                                          ["Ayu Lestari", "H", "H", "I", "2", "1", "0", "0", "66%"]]


def test_a_day_without_a_seat_is_a_dash_and_a_meeting_called_off_is_no_column(client, make, course, officer, manager):
    batch, (budi, ayu) = course
    client.sign_in(officer)
    meet(batch, date(2026, 3, 2), {budi: Mark.PRESENT, ayu: Mark.PRESENT}, by=officer)
    late = decide(proposed(make, batch, officer, TONO), manager)
    meet(batch, date(2026, 3, 31), {budi: Mark.PRESENT, ayu: Mark.PRESENT, late: Mark.PRESENT}, by=officer)
    with db.unit():
        Meeting.hold(batch, by=officer, on=date(2026, 3, 30)).change(by=officer, called_off="Pengajar sakit")
    found = rows(client, asks(client, batch, "filled_sheet", month="2026-03").location)
    assert [row[2:4] for row in found] == [["H", "H"], ["H", "H"], ["–", "H"]] and {len(row) for row in found} == {9}


@pytest.mark.parametrize("what, month, sentence", [
    ("blank_sheet", "", "terlalu banyak untuk satu cetakan"), ("filled_sheet", "2026-04", "Belum ada pertemuan"),
    ("certificates", "", "Belum ada peserta yang dinyatakan lulus"),
])
def test_a_paper_with_nothing_or_too_much_on_it_is_refused_in_a_sentence(client, course, officer, what, month, sentence):
    client.sign_in(officer)
    answer = asks(client, course[0], what, month=month)
    assert answer.status_code == 422 and sentence in answer.text and not Print.select().exists()


# Allowances
def test_the_allowance_is_the_days_present_at_the_daily_rate(client, course, officer):
    batch, (budi, ayu) = course
    client.sign_in(officer)
    for on, mark in ((date(2026, 3, 2), Mark.PRESENT), (date(2026, 3, 4), Mark.SICK), (date(2026, 3, 30), Mark.PRESENT)):
        meet(batch, on, {budi: mark, ayu: Mark.PRESENT}, by=officer)
    location = asks(client, batch, "allowances", month="2026-03").location
    assert [row[1:4] for row in rows(client, location)] == [["Budi Santoso", "2", "Rp50.000"], ["Ayu Lestari", "3", "Rp75.000"]]
    assert "Rp125.000" in (text := words(client.get(location))) and "seratus dua puluh lima ribu rupiah" in text
    finish(budi, by=officer, allowance=60000)
    assert [row[3] for row in rows(client, asks(client, batch, "allowances").location)] == ["Rp60.000", "Rp75.000"]
    assert [row[3] for row in rows(client, asks(client, batch, "allowances", month="2026-03", paper="a4").location)] == ["Rp50.000", "Rp75.000"]


def test_without_a_rate_the_amounts_are_left_to_a_pen(client, make, officer, manager):
    batch, _placements = begun(make, officer, manager, (BUDI,), allowance=None)
    client.sign_in(officer)
    text = printed(client, batch, "allowances")
    assert "belum ditetapkan" in text and "Rp" not in text and "……" in text


# Certificates
def test_drafts_of_certificates_are_of_those_who_passed_and_tell_of_no_case(client, course, officer):
    batch, (budi, ayu) = course
    finish(budi, by=officer, certificate="BLK/001/2026", practice_place="Pangkas Rambut Sahabat")
    finish(ayu, PlacementStep.FAIL, by=officer)
    client.sign_in(officer)
    text = printed(client, batch, "certificates")
    assert "Budi Santoso" in text and "LULUS" in text and "KONSEP" in text and "lahir pada 2 Januari 2006" in text
    assert "Pangkas Rambut Sahabat" in text and "Barbershop Dasar" in text
    assert "Ayu" not in text and budi.case.number not in text and "BLK/001/2026" not in text and "RAHASIA" not in text


def test_only_who_passed_reads_that_they_did(course, officer):
    _batch, (budi, ayu) = course
    with force_locale("id"):
        passed, not_passed = said(finish(budi, by=officer)), said(finish(ayu, PlacementStep.FAIL, by=officer))
    assert "LULUS" in passed["paragraphs"][0] and "LULUS" not in not_passed["paragraphs"][0]
    assert not_passed["paragraphs"][0].startswith("telah mengikuti pelatihan Barbershop Dasar")


@pytest.mark.parametrize("length, text, fit", [(26, 10, ""), (27, 10, "long"), (40, 10, "long"), (41, 10, "longest"), (5, 421, "dense"),
                                               (41, 421, "longest dense")])
def test_long_names_and_much_content_are_set_smaller(length, text, fit):
    assert Certificate("", "x" * length, "", ["x" * text], [], [], [], []).fit == fit


# The report
def test_a_report_says_the_measures_as_the_outcomes_do(client, course, officer, manager):
    batch, (budi, ayu) = course
    finish(budi, by=officer, certificate="BLK/001/2026", toolkit="Alat cukur", allowance=60000)
    finish(ayu, PlacementStep.FAIL, by=officer)
    clock.use(lambda: datetime(2026, 4, 30, 1, 0))
    with db.unit():
        FollowUp.write(Placement.get_by_id(budi.id), 1, by=officer, visited_on=clock.today(), status=FollowUpStatus.WORKING, uses_skill=True)
    clock.use(lambda: datetime(2026, 5, 10, 1, 0))
    with db.unit():  # a try in vain afterwards takes nothing back
        FollowUp.write(Placement.get_by_id(budi.id), 1, by=officer, visited_on=clock.today(), status=FollowUpStatus.NOT_FOUND)
    client.sign_in(officer)
    text = printed(client, batch, "report")
    with force_locale("id"):
        measures = {aim: told(measure) for aim, measure in outcome_of_batch(batch, officer).measures.items()}
    assert all(sentence in text for sentence in measures.values()) and measures[Aim.COMPLETED] == "1 dari 2 yang diketahui"
    assert "18–21 tahun 1 1 2" in text and "Lulus 1 0 1" in text and "Tidak lulus 0 1 1" in text
    assert "Bekerja 1 0 0 0" in text and "Belum ada kunjungan 1 2 2 2" in text and "Rp60.000" in text


# The form of a visit
def test_the_blank_form_of_a_visit_asks_what_the_screen_asks(client, officer):
    client.sign_in(officer)
    text = words(client.get("/training/follow-ups/blank-form"))
    with force_locale("id"):
        asked = [str(field.label.text) for field in unopened(FollowUpForm) if is_seen(field)]
    places = [text.index(each) for each in asked]
    assert places == sorted(places) and "F-BL" in text and all(f"{months} bulan" in text for months in (1, 3, 6, 12))
    before = Entry.select().where(Entry.action == Event.PRINTED).count()
    assert client.post("/training/follow-ups/blank-form", data={"paper": "a4"}).location.endswith("?paper=a4")
    assert Entry.select().where(Entry.action == Event.PRINTED).count() == before + 1


def test_the_form_for_one_person_knows_who_and_when_and_is_the_teams(make, client, course, officer):
    _batch, (budi, _ayu) = course
    finish(budi, by=officer)
    client.sign_in(officer)
    address = f"/training/placements/{budi.id}/follow-ups/3/papers"
    assert f'action="{address}"' in client.get(f"/training/placements/{budi.id}/follow-ups/3").text
    assert 'action="/training/follow-ups/blank-form"' in client.get("/training/visits").text
    answer = client.post(address, data={"paper": "f4"})
    text = words(client.get(answer.location))
    assert "Budi Santoso" in text and "3 bulan, jatuh tempo 30 Juni 2026" in text and "salinan ke-1" in text
    assert client.post(f"/training/placements/{budi.id}/follow-ups/4/papers").status_code == 404
    client.sign_in(make.user())
    assert client.get(answer.location).status_code == 404
    assert client.post(f"/training/placements/{budi.id}/follow-ups/3/papers").status_code == 404


def test_there_is_no_visit_while_the_course_runs(client, course, officer):
    client.sign_in(officer)
    assert client.post(f"/training/placements/{course[1][0].id}/follow-ups/1/papers").status_code == 404


# The table
def table(client, batch, **change):
    data = {"purpose": "report", "kind": "xlsx"} | LEAVING | change
    return client.post(f"/training/batches/{batch.id}/export", data=data)


def test_the_table_has_numbers_and_codes_of_everybody_and_names_of_nobody(client, course, officer, manager):
    batch, (budi, ayu) = course
    meet(batch, date(2026, 3, 30), {budi: Mark.PRESENT, ayu: Mark.SICK}, by=officer)
    finish(budi, by=officer, certificate="BLK/001/2026", allowance=60000)
    clock.use(lambda: datetime(2026, 4, 30, 1, 0))
    with db.unit():
        FollowUp.write(Placement.get_by_id(budi.id), 1, by=officer, visited_on=clock.today(), status=FollowUpStatus.WORKING, income=1500000)
    client.sign_in(manager)
    heads, *found = left.table(table(client, batch), "xlsx")
    one, other = (dict(zip(heads, row, strict=True)) for row in found)
    assert (one["Kasus"], one["H (Hadir)"], one["Persentase hadir"], one["Sertifikat"], one["Uang saku (rupiah)"]) == (
        budi.case.number, 1, 100, "Ya", 60000)
    assert (one["1 bulan: keadaan"], one["1 bulan: pendapatan per bulan (rupiah)"], one["3 bulan: keadaan"]) == ("Bekerja", 1500000, None)
    assert (other["Kelamin"], other["S (Sakit)"], other["Keadaan"], other["Persentase hadir"]) == ("Perempuan", 1, "Peserta", 0)
    everything = " ".join(str(cell) for row in found for cell in row)
    assert not [word for word in ("Budi", "Ayu", "B.S.", "BLK/001/2026") if word in everything]


def test_for_what_and_to_whom_it_leaves_is_on_the_trail(client, course, manager):
    client.sign_in(manager)
    assert table(client, course[0]).status_code == 200
    detail = Entry.select().where(Entry.action == Event.EXPORTED).get().detail
    assert (detail["purpose"], detail["recipient"], detail["kind"], detail["count"]) == ("report", "province", "xlsx", 2)


def test_no_cell_is_a_formula(client, make, officer, manager):
    batch, _placements = begun(make, officer, manager, (BUDI,), name='=HYPERLINK("http://x","Klik")')
    client.sign_in(manager)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(table(client, batch).data)).active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"] and any(cell.value == '=HYPERLINK("http://x","Klik")' for cell in cells)
    assert "'=HYPERLINK" in table(client, batch, kind="csv").data.decode("utf-8-sig")


def test_without_a_purpose_or_a_recipient_nothing_leaves(client, course, manager):
    client.sign_in(manager)
    for change in ({"purpose": ""}, {"purpose": "review"}, {"recipient": ""}, {"recipient": "anyone"}, {"kind": "pdf"}):
        assert table(client, course[0], **change).status_code == 422, change
    assert not Entry.select().where(Entry.action == Event.EXPORTED).exists()


def test_an_empty_course_leaves_nothing_and_officers_export_nothing(client, make, officer, manager):
    batch = batch_of(officer, **SPRING)
    client.sign_in(manager)
    answer = table(client, batch)
    assert answer.status_code == 422 and "tidak ada yang diekspor" in answer.text
    client.sign_in(officer)
    assert table(client, batch).status_code == 403
    assert f"/training/batches/{batch.id}/export" not in client.get(f"/training/batches/{batch.id}/papers").text


# The page, and what it costs
def test_an_empty_course_has_its_papers_too(client, officer):
    batch = batch_of(officer, **SPRING)
    client.sign_in(officer)
    for what in ("roster", "allowances", "report"):
        assert "Belum ada peserta" in printed(client, batch, what)
    assert len(rows(client, asks(client, batch, "blank_sheet", month="2026-03").location)) == 15


def test_letters_of_a_course_stand_beside_its_papers(client, course, officer, monkeypatch):
    monkeypatch.setattr(training_papers, "BESIDE", [lambda batch, user: ("_history.html", {}) if batch is None else None])
    client.sign_in(officer)
    assert client.get(f"/training/batches/{course[0].id}/papers").status_code == 200


PAPERS = (("roster", ""), ("blank_sheet", "2026-03"), ("filled_sheet", "2026-03"), ("allowances", ""), ("report", ""), ("certificates", ""))


def test_a_paper_costs_the_same_statements_for_two_and_for_five(client, make, course, officer, manager, statements):
    batch, placements = course
    meet(batch, date(2026, 3, 30), {each: Mark.PRESENT for each in placements}, by=officer)
    for each in placements:
        finish(each, by=officer)
    client.sign_in(officer)
    few = costs(client, batch, statements)
    for letter in "CDE":
        finish(decide(proposed(make, batch, officer, GROWN | {"name": f"Peserta {letter}"}), manager), by=officer)
    assert costs(client, batch, statements) == few
    assert Placement.select().where(Placement.batch == batch, Placement.state == PlacementState.PASSED).count() == 5


def costs(client, batch, statements):
    """{paper: how many statements one more look at a copy of it takes}."""
    copies = {what: asks(client, batch, what, month=month).location for what, month in PAPERS}
    assert {client.get(location).status_code for location in copies.values()} == {200}
    return {what: statements(lambda location=location: client.get(location)) for what, location in copies.items()}


def test_the_table_and_the_page_cost_the_same_for_two_and_for_four(client, make, course, officer, manager, statements):
    batch, _placements = course
    client.sign_in(manager)
    looks = (lambda: table(client, batch), lambda: client.get(f"/training/batches/{batch.id}/papers"))
    assert looks[1]().status_code == 200
    before = [statements(look) for look in looks for _again in range(2)][1::2]
    for letter in "CD":
        decide(proposed(make, batch, officer, GROWN | {"name": f"Peserta {letter}"}), manager)
    asks(client, batch, "roster")
    asks(client, batch, "report")
    assert [statements(look) for look in looks for _again in range(2)][1::2] == before


def test_roles_without_cases_print_nothing(client, make, course):
    for role in (Role.ADMIN, Role.AUDITOR):
        client.sign_in(make.user(role))
        assert client.get(f"/training/batches/{course[0].id}/papers").status_code == 403
