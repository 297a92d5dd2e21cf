"""Tables of figures by hand: who and what is counted when, what each person's figures count, and the records behind each."""
import re
from datetime import date, datetime

import pytest

from portal import clock
from portal.assessments.models import Assessment
from portal.audit import Entry, Event
from portal.casefile.closure import ask_to_reopen
from portal.cases.history import CaseCategory
from portal.cases.models import Case
from portal.clients.merging import Merge
from portal.clients.models import Client
from portal.db import db
from portal.decisions.models import Decision
from portal.patience import TooLong, at_most
from portal.recap import tabulating
from portal.recap.chosen import Chosen
from portal.recap.people import CROSSED, OPENINGS, REGISTER, RUNNING, STREET
from portal.recap.reports import INCOMING
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill, ids_behind
from portal.records import Revision
from portal.reports.models import Report
from portal.rules.approval import DecisionStep
from portal.rules.categories import Category, SubType
from portal.rules.channels import Channel
from portal.rules.merging import Side
from portal.rules.period import Why
from portal.rules.refused import Refused
from portal.rules.roles import Role

BOY = {"name": "Andi Pratama", "sex": "L", "birth_date": date(2010, 3, 20), "birth_precision": "day"}
GIRL = {"name": "Rina Sari", "sex": "P", "age_estimate": 9, "age_estimate_on": date(2026, 3, 1)}
NORTH, SOUTH = "99.01.01", "99.01.02"


@pytest.fixture
def officer(make):
    return make.user()


def figures(table, user, discreet=False, **asked):
    """{key of a line: {key of a column: figure}}, hidden ones as <5 or •."""
    filled = fill(Chosen.of(table, {"period": "2026-03"} | asked), user, discreet)
    return {line.key: {column.key: ("<5" if cell.small else "•") if cell.concealed else cell.value
                       for column, cell in zip(filled.columns, line.cells, strict=True)} for line in [*filled.lines, filled.total]}


def total(table, user, column="all", **asked):
    return figures(table, user, **asked)["all"].get(column, 0)


def at(*when):
    clock.use(lambda: datetime(*when))


def second_case(make, client, *, by, **details):
    """Another case of a client whose earlier one is over."""
    report = make.triaged(by=by, **details)
    with db.unit():
        person = report.people[0]
        person.is_known(client, by=by)
        return Case.open_for(Client.get_by_id(client.id), by=by, report=report.verify(by=by), category=Category.NEGLECTED_CHILD)


def closed(case, *, by, at):
    """The case is over since a moment."""
    with db.unit():
        case.change(by=by, finished_at=at, stage="closed")
    return Case.get_by_id(case.id)


def test_people_stand_in_the_district_and_category_of_their_case_with_their_age(make, officer, manager):
    make.case(by=officer, person=BOY)
    make.case(by=officer, person=GIRL, district=SOUTH, village="", category=Category.NEGLECTED_CHILD)
    found = figures(RUNNING, manager)
    assert found[NORTH]["04/L"] == 1 and found[NORTH]["all/all"] == 1 and found[NORTH]["02/P"] == 0
    assert found[SOUTH]["02/P"] == 1 and found["all"]["all/all"] == 2
    assert figures(RUNNING, manager, rows="age")["age_13_15"]["all/L"] == 1, "nobody is older than today"
    clock.use(lambda: datetime(2026, 4, 2, 2, 0))
    assert figures(RUNNING, manager, rows="age", period="2026-03")["age_16_17"]["all/L"] == 1, "he turns 16 on 20 March"
    assert figures(RUNNING, manager, rows="age", period="2026-03-01..2026-03-19")["age_13_15"]["all/L"] == 1
    assert figures(RUNNING, manager, rows="age", period="2026-03")["age_6_12"]["all/P"] == 1


def test_a_case_counts_from_its_first_local_day_to_its_last(make, officer, manager):
    last_of_february = datetime(2026, 2, 28, 15, 59)  # 23.59 WITA
    case = make.case(by=officer, person=BOY, received_at=last_of_february)
    closed(case, by=officer, at=datetime(2026, 3, 1, 15, 59))
    counted = {period: total(RUNNING, manager, "all/all", period=period)
               for period in ("2026-02", "2026-03", "2026-02-28..2026-02-28", "2026-02-27..2026-02-27", "2026-03-01..2026-03-01",
                              "2026-03-02..2026-03-02")}
    assert list(counted.values()) == [1, 1, 1, 0, 1, 0]


@pytest.mark.parametrize(("hours", "year"), [(8, "2026"), (9, "2026"), (7, "2025")])
def test_the_year_turns_at_the_offices_own_midnight(make, officer, manager, hours, year):
    make.case(by=officer, person=BOY, received_at=datetime(2025, 12, 31, 16, 30))
    clock.set_offset(datetime(2026, 1, 1, hours) - datetime(2026, 1, 1))
    assert {period: total(OPENINGS, manager, period=period) for period in ("2025", "2026")} == {"2025": 0, "2026": 0} | {year: 1}
    assert {period: total(INCOMING, manager, period=period) for period in ("2025", "2026")} == {"2025": 0, "2026": 0} | {year: 1}


def test_a_leap_day_belongs_to_february(make, officer, manager):
    at(2028, 3, 1, 2)
    make.case(by=officer, person=BOY, received_at=datetime(2028, 2, 29, 15, 59))
    assert (total(OPENINGS, manager, period="2028-02"), total(OPENINGS, manager, period="2028-03")) == (1, 0)


def test_a_person_with_two_cases_is_in_both_rows_and_once_in_the_total(make, officer, manager, client):
    case = closed(make.case(by=officer, person=BOY), by=officer, at=datetime(2026, 3, 2, 1))
    second_case(make, case.client, by=officer, district=SOUTH, village="")
    found = figures(RUNNING, manager)
    assert [found[row]["all/all"] for row in (NORTH, SOUTH, "all")] == [1, 1, 1]
    assert found["all"]["04/all"] == found["all"]["02/all"] == 1
    client.sign_in(manager)
    assert "2 kasus tentang 1 orang" in client.get("/recap/people/list?period=2026-03&row=all&column=all/all").text


def test_records_that_were_merged_are_one_person(make, officer, manager):
    cases = [closed(make.case(by=officer, person=BOY), by=officer, at=datetime(2026, 3, 2, 1)) for _ in range(2)]
    assert total(RUNNING, manager, "all/all") == 2
    kept, gone = (Client.get_by_id(case.client_id) for case in cases)
    with db.unit():
        decision = Merge.propose(kept, gone, by=officer, reason="Ibunya sama.", sides=dict.fromkeys((), Side.GONE))
        decision.decide(DecisionStep.APPROVE, by=manager)
    assert total(RUNNING, manager, "all/all") == 1


def test_cancelled_cases_and_reports_never_count(make, officer, manager):
    case = make.case(by=officer, person=BOY)
    with db.unit():
        case.cancel(by=officer, reason="Salah catat.")
        make.report(by=officer).cancel(by=officer, reason="Salah catat.")
    assert [total(table, manager, column) for table, column in ((RUNNING, "all/all"), (OPENINGS, "all"), (REGISTER, "all"))] == [0, 0, 0]
    assert total(INCOMING, manager) == 1, "the report of the cancelled case still came in"


def test_the_category_is_that_of_the_last_day_of_the_period(make, officer, manager):
    case = make.case(by=officer, person=BOY)
    with db.unit():
        at(2026, 3, 20, 2)
        Case.get_by_id(case.id).classify(by=officer, category=Category.NEGLECTED_CHILD)
        at(2026, 4, 2, 2)
        Case.get_by_id(case.id).classify(by=officer, category=Category.STREET_CHILD, sub_type=SubType.LIVES)
    counted = {period: {key: count for key, count in figures(RUNNING, manager, period=period)["all"].items() if count and key.endswith("/all")}
               for period in ("2026-03-01..2026-03-19", "2026-03", "2026-04")}
    assert [set(each) for each in counted.values()] == [{"04/all", "all/all"}, {"02/all", "all/all"}, {"04/all", "all/all"}]
    assert total(STREET, manager, "all/all") == 0
    assert figures(STREET, manager, period="2026-04")[f"{NORTH}/H"]["age_16_17/L"] == 1
    assert CaseCategory.select().count() == 3


def test_an_additional_category_makes_a_street_child_too(make, officer, manager):
    case = make.case(by=officer, person=GIRL, category=Category.NEGLECTED_CHILD)
    with db.unit():
        case.classify(by=officer, category=Category.NEGLECTED_CHILD, additional=[Category.STREET_CHILD], sub_type=SubType.AT_RISK)
    assert figures(STREET, manager)[f"{NORTH}/R"] == {"age_6_12/L": 0, "age_6_12/P": 1, "age_6_12/all": 1, "all/L": 0, "all/P": 1, "all/all": 1}


def test_a_case_that_was_reopened_counts_in_both_rounds(make, officer, manager):
    case = closed(make.case(by=officer, person=BOY), by=officer, at=datetime(2026, 3, 10))
    at(2026, 5, 4, 2)
    with db.unit():
        ask_to_reopen(case, by=officer, reason="Kembali ke jalan.")
        Decision.about(case).get().decide(DecisionStep.APPROVE, by=manager)
    months = ("2026-03", "2026-04", "2026-05")
    assert [total(RUNNING, manager, "all/all", period=month) for month in months] == [1, 0, 1]
    assert [total(OPENINGS, manager, period=month) for month in months] == [1, 0, 1]
    assert (total(OPENINGS, manager, period="2026"), total(REGISTER, manager, period="2026")) == (2, 1)


def test_own_words_are_one_however_they_are_written(make, officer, manager):
    for n, place in enumerate(["Pasar Baru", "pasar  baru", "Terminal", ""]):
        case = make.case(by=officer, person=BOY | {"name": f"Anak {n}"})
        with db.unit():
            case.client.correct(by=officer, usual_place=place)
    filled = fill(Chosen.of(CROSSED, {"period": "2026-03", "rows": "place"}), manager)
    assert [(line.words[0], line.cells[-1].value) for line in filled.lines] == [("Pasar Baru", 2), ("Terminal", 1), ("Tidak diketahui", 1)]
    assert not [line for line in filled.lines if "asar" in line.key]
    outside = fill(Chosen.of(CROSSED, {"period": "2026-03", "rows": "place"}), manager, discreet=True)
    assert [line.words[0] for line in outside.lines] == ["Lainnya", "Tidak diketahui"], "a place of few would tell who they are"


def test_how_a_person_lives_is_what_the_latest_assessment_put_by_then_says(make, officer, manager):
    case = make.case(by=officer, person=BOY, met=True)
    with db.unit():
        assessment = Assessment.start(Case.get_by_id(case.id), by=officer)
        assessment.section(3).answer({"E1": 3, "D2": None}, by=officer)
    asked = {"rows": "caregiver", "columns": "age"}
    assert figures(CROSSED, manager, **asked)["-"]["age_13_15"] == 1, "a draft says nothing yet"
    with db.unit():
        assessment.change(by=officer, state="submitted", submitted_at=datetime(2026, 3, 31, 16, 30))
    assert figures(CROSSED, manager, **asked)["-"]["all"] == 1, "submitted on 1 April, 00.30 WITA"
    assert figures(CROSSED, manager, period="2026-04", **asked)["3"]["all"] == 1
    assert figures(CROSSED, manager, period="2026-04", rows="sleeps")["-"]["all"] == 1


def test_reports_are_told_by_what_became_of_them(make, officer, manager):
    make.case(by=officer, person=BOY)
    make.report(by=officer, channel=Channel.WHATSAPP)
    verified, extra = make.verified(by=officer), make.triaged(by=officer)
    with db.unit():
        extra.merge_into(verified, by=officer)
    found = figures(INCOMING, manager)
    assert {key: found["all"][key] for key in ("all", "verified", "merged", "carried", "over")} == {
        "all": 4, "verified": 2, "merged": 1, "carried": 1, "over": 0}
    assert (found["telephone"]["all"], found["whatsapp"]["all"], found["whatsapp"]["minutes"], found["telephone"]["minutes"]) == (3, 1, None, 0)
    closed(Case.get(), by=officer, at=datetime(2026, 3, 2, 2))
    assert figures(INCOMING, manager)["all"]["over"] == 1


def test_a_restricted_record_is_counted_for_its_team_and_the_managers_alone(make, officer, manager):
    make.case(by=officer, person=BOY, restricted=True)
    other, auditor = make.user(), make.user(Role.AUDITOR)
    counted = {user.id: (total(RUNNING, user, "all/all"), total(OPENINGS, user), total(INCOMING, user)) for user in (officer, manager, other)}
    assert counted == {officer.id: (1, 1, 1), manager.id: (1, 1, 1), other.id: (0, 0, 0)}
    assert total(RUNNING, auditor, "all/all") in ("<5", "•")


def test_small_figures_leave_the_office_hidden_and_auditors_see_none(make, officer, manager):
    for n in range(6):
        make.case(by=officer, person=BOY | {"name": f"Anak {n}"}, district=NORTH)
    make.case(by=officer, person=GIRL, district=SOUTH, village="")
    for shown in (figures(RUNNING, manager, discreet=True), figures(RUNNING, make.user(Role.AUDITOR))):
        assert shown[SOUTH]["all/all"] in ("<5", "•") and shown[NORTH]["04/L"] in (6, "•")
        assert not [value for line in shown.values() for value in line.values() if value in (1, 2, 3, 4)]
    assert figures(RUNNING, manager)[SOUTH]["all/all"] == 1


def test_an_auditor_can_choose_nothing_by_which_a_small_figure_could_be_told(make, officer, client):
    make.case(by=officer, person=BOY)
    auditor = client.sign_in(make.user(Role.AUDITOR))
    chosen = fill(Chosen.of(RUNNING, {"period": "2026-03-01..2026-03-02", "sex": "L"}), auditor).chosen
    assert (str(chosen.period), chosen.filters) == ("2026-03", {})
    page = client.get("/recap/people?period=2026&sex=L").text
    assert "/list" not in page and 'name="sex"' not in page and 'name="since"' not in page
    assert client.get("/recap/people/list?period=2026").status_code == 403


@pytest.mark.parametrize("path", ["/recap/people", "/recap/people/list", "/recap/reports"])
def test_an_admin_sees_no_figures(make, client, path):
    client.sign_in(make.user(Role.ADMIN))
    assert client.get(path).status_code == 403


def test_a_table_that_is_not_there_is_not_found(make, client):
    client.sign_in(make.user())
    assert [client.get(path).status_code for path in ("/recap/x", "/recap/x/list")] == [404, 404]


@pytest.mark.parametrize("asked", ["period=x&rows=../x&columns=%00", "period=2026-q9&sex=L%27--&district=99", "since=%00&until=" + "9" * 400,
                                   "period=2026&row=%3Cb%3E/x/y&column=1/2/3&page=-4", "period=2026&page=" + "9" * 30, "row=all&column=all&page=x"])
def test_whatever_stands_in_an_address_is_answered(make, officer, manager, client, asked):
    make.case(by=officer, person=BOY)
    client.sign_in(manager)
    assert {client.get(f"/recap/{path}?{asked}").status_code for path in ("people", "circumstances", "people/list")} <= {200, 422}


@pytest.mark.parametrize("name", ["people", "street-children", "circumstances", "opened", "client-register", "reports"])
def test_behind_each_figure_stand_as_many_records_as_it_says(make, officer, manager, name):
    for n, (person, district) in enumerate([(BOY, NORTH), (GIRL, SOUTH), (BOY, SOUTH)]):
        make.case(by=officer, person=person | {"name": f"Anak {n}"}, district=district, village="")
    table = TABLES[name]
    for rows in table.rows[:2]:
        chosen = Chosen.of(table, {"period": "2026-q1", "rows": "/".join(rows)})
        filled = fill(chosen, manager)
        assert filled.total.cells[-1].count or name == "street-children"
        for line in [*filled.lines, filled.total]:
            for column, cell in zip(filled.columns, line.cells, strict=True):
                ids = ids_behind(chosen, manager, line.key, column.key)
                assert len(ids) == cell.count == (cell.value if column.kind == "count" else cell.count), (rows, line.key, column.key)


def test_the_list_says_which_figure_it_is_and_is_on_the_trail(make, officer, manager, client):
    make.case(by=officer, person=BOY)
    outsider = make.user()
    client.sign_in(manager)
    page = client.get(f"/recap/people/list?period=2026-03&row={NORTH}&column=04/L&sex=L").text
    assert "Maret 2026 · Kota Melati · Anak Jalanan · L · Jenis kelamin: Laki-laki" in page and "Andi Pratama" in page
    assert "<title>PPKS per kecamatan" in page
    entry = Entry.select().where(Entry.action == Event.LISTED).order_by(Entry.id.desc()).get()
    assert entry.detail["count"] == 1
    client.sign_in(outsider)
    page = client.get("/recap/people/list?period=2026-03").text
    assert "A.P." in page and "Andi" not in page


def test_a_page_asks_the_same_number_of_questions_however_much_it_counts(make, officer, manager, client, statements):
    make.case(by=officer, person=BOY)
    client.sign_in(manager)
    paths = [f"/recap/{name}?period=2026" for name in ("people", "street-children", "circumstances", "opened", "reports")]
    paths.append("/recap/people/list?period=2026&row=all&column=all/all")
    few = [statements(lambda path=path: client.get(path)) for path in paths]
    for n in range(3):
        make.case(by=officer, person=GIRL | {"name": f"Anak {n}"}, district=SOUTH, village="")
    assert [statements(lambda path=path: client.get(path)) for path in paths] == few


def test_days_are_typed_as_people_type_them_and_kept_when_they_cannot_be_read(make, officer, manager, client):
    make.case(by=officer, person=BOY)
    client.sign_in(manager)
    page = client.get("/recap/people?period=2026&since=1+mar&until=2/3/26").text
    assert "1 Maret 2026 sampai 2 Maret 2026" in page and "period=2026-03-01..2026-03-02" in page
    for since, until, sentence in (("32 jan", "2/3/26", "Tanggal"), ("2/3/26", "", "Tulis juga tanggal ini."),
                                   ("2/3/26", "1/3/26", "Tanggal akhir mendahului tanggal awal"), ("1/1/20", "1/3/26", "tiga tahun")):
        answer = client.get("/recap/people", query_string={"since": since, "until": until})
        errors = re.findall(r'<p class="error"[^>]*>([^<]*)', answer.text)
        assert answer.status_code == 422 and sentence in errors[0] and f'value="{since}"' in answer.text and "Maret 2026" in answer.text


def test_filters_stand_as_chips_and_fall_away_one_by_one(make, officer, manager, client):
    make.case(by=officer, person=BOY)
    client.sign_in(manager)
    page = client.get("/recap/people?period=2026-03&sex=P&category=04&village=99.01.01.1003&district=99.01.01&nonsense=1").text
    chips = re.findall(r'<li><a href="([^"]+)">([^<]+) <span', page)
    assert [text for _address, text in chips] == ["Kecamatan: Kota Melati", "Kategori: Anak Jalanan", "Jenis kelamin: Perempuan",
                                                  chips[-1][1]] and chips[-1][1].startswith("Desa/kelurahan: ")
    assert "sex=" not in dict((text, address) for address, text in chips)["Jenis kelamin: Perempuan"]
    assert 'name="village"' in page and 'name="village"' not in client.get("/recap/people").text


def test_a_period_leads_to_its_neighbours_and_not_into_the_future(make, officer, client):
    client.sign_in(officer)
    page = client.get("/recap/people?period=2026-02&rows=age").text
    assert 'href="/recap/people?period=2026-01&amp;rows=age" rel="prev"' in page
    assert 'href="/recap/people?period=2026-03&amp;rows=age" rel="next"' in page
    assert 'rel="next"' not in client.get("/recap/people?period=2026-03").text


def test_what_takes_the_database_too_long_is_stopped_with_a_sentence(make, officer, manager, client, monkeypatch):
    make.case(by=officer, person=BOY)
    monkeypatch.setattr(tabulating, "PATIENCE", -1.0)
    monkeypatch.setattr("portal.patience.STEPS", 1)
    client.sign_in(manager)
    answer = client.get("/recap/people?period=2026")
    assert answer.status_code == 200 and "Terlalu luas, persempit masanya." in answer.text and 'name="period"' in answer.text
    assert client.get("/recap/people/list?period=2026").status_code == 409
    with pytest.raises(Refused) as refused:
        fill(Chosen.of(RUNNING, {}), manager)
    assert refused.value.why is Why.TOO_WIDE
    assert Report.select().count() == 1, "the database answers again"


def test_other_faults_of_the_database_are_not_taken_for_impatience(app):
    with app.app_context():
        with pytest.raises(Exception, match="no such table"), at_most(60):
            db.execute_sql("SELECT * FROM nowhere")
        with pytest.raises(TooLong), at_most(.03):
            db.execute_sql("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n").fetchall()
        assert Revision.select().limit(1).count() <= 1
