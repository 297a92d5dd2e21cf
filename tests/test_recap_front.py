"""The front page of the figures: what it shows is what the tables say, and who may see no small figure sees none there either."""
import re

import pytest

from portal.db import db
from portal.recap.chosen import Chosen
from portal.recap.front import Front
from portal.recap.pictures import Sheet
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill
from portal.rules.clocks import Clock
from portal.rules.crosstab import ALL
from portal.rules.period import read
from portal.rules.roles import Role

ELSEWHERE = {"district": "99.01.02", "village": "99.01.02.2001"}


@pytest.fixture
def officer(make):
    """Somebody with three cases in two kecamatan and a report that nobody has verified."""
    officer = make.user()
    for each in ({}, {}, ELSEWHERE):
        make.case(by=officer, **each)
    make.report(by=officer)
    return officer


def table(name, user, **asked):
    """A whole table of these days."""
    return Sheet(fill(Chosen.of(TABLES[name], {"period": "2026-03"} | asked), user))


def front(user, **asked):
    """The front page, built as a request would."""
    return Front({"period": "2026-03"} | asked, user)


def test_the_four_figures_are_those_of_the_tables_that_they_lead_to(app, client, officer):
    with app.test_request_context("/recap/"):
        reports, cases, act, passed = front(officer).figures
        assert (reports[0], cases[0], passed[0]) == ("4", "3", "0")
        assert act[0] == table("clocks", officer, rows="step").words(Clock.ACT, "percent")
    client.sign_in(officer)
    for _figure, _words, address in (reports, cases, act, passed):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("district", [{}, {"district": "99.01.01"}, {"district": "99.01.02"}])
def test_every_plot_shows_the_numbers_of_its_table(app, officer, manager, district):
    with app.test_request_context("/recap/"):
        page = front(manager, **district)
        opened, clocks = table("opened", manager, rows="district", **district), table("clocks", manager, rows="step", **district)
        way, months = table("way", manager, **district), table("reports", manager, period="2026", rows="month", **district)
        assert {key: page.sheets["opened"].amount(key, ALL) for key in opened.lines} == {key: opened.amount(key, ALL) for key in opened.lines}
        assert {key: page.sheets["year"].amount(key, ALL) for key in months.lines} == {key: months.amount(key, ALL) for key in months.lines}
        for step in Clock:
            for column in ("all", "on_time", "late", "overdue", "running", "percent"):
                assert page.sheets["clocks"].amount(step, column) == clocks.amount(step, column)
        steps = [column.key for column in way.filled.columns if column.kind == "count"]
        assert [figures[0] for _name, figures in page.plots[4].rows] == [way.words(ALL, step) for step in steps]


def test_each_question_of_a_plot_is_asked_once(app, make, officer, manager, monkeypatch):
    from portal.recap import front as module
    asked = []
    monkeypatch.setattr(module, "fill", lambda chosen, user: asked.append((chosen.table.name, chosen.period)) or fill(chosen, user))
    with app.test_request_context("/recap/"):
        assert len(front(manager).plots) == 5
        assert len(asked) == len(set(asked)) == 6
        asked.clear()
        assert len(front(manager, period="2026").plots) == 5
        assert len(asked) == len(set(asked)) == 5


def test_the_month_that_was_chosen_is_hatched_and_the_year_is_not(app, officer):
    with app.test_request_context("/recap/"):
        month, year = front(officer).plots[0], front(officer, period="2026").plots[0]
    assert [bar.fill for bar in month.drawing.bars] == ["hatched"]
    assert [bar.fill for bar in year.drawing.bars] == ["full"]
    assert "Maret 2026" in month.message and month.legend[0][1] == "Maret 2026" and not year.legend


def test_the_page_says_each_plot_in_words_and_shows_its_figures(client, officer):
    client.sign_in(officer)
    page = client.get("/recap/?period=2026-03")
    assert page.text.count('role="img"') == 4
    for name in re.findall(r'aria-describedby="([\w-]+)"', page.text):
        assert re.search(rf'<desc id="{name}">[^<]{{20,}}', page.text)
    assert page.text.count("Lihat angka") == 4
    assert "Belum ada data Maret 2026." in page.text
    assert " style=" not in page.text


def test_every_table_is_reached_from_there(client, officer):
    client.sign_in(officer)
    page = client.get("/recap/?period=2026-q1")
    for name in TABLES:
        assert f'href="/recap/{name}?period=2026-q1"' in page.text


def test_a_period_without_anything_draws_nothing(app, client, officer):
    client.sign_in(officer)
    page = client.get("/recap/?period=2019")
    assert page.text.count("Belum ada data Tahun 2019.") == 5
    assert "<rect" not in page.text


def test_an_auditor_sees_no_small_figure_in_any_plot(client, app, make, officer):
    auditor = make.user(Role.AUDITOR)
    client.sign_in(auditor)
    page = client.get("/recap/?period=2026-03&district=99.01.02")
    assert page.status_code == 200
    assert "choose-district" not in page.text
    assert '<b class="figure">3</b>' not in page.text and '<b class="figure">&lt;5</b>' in page.text
    with app.test_request_context("/recap/"):
        found = front(auditor)
        assert not any(bar.width for plot in found.plots for bar in plot.drawing.bars)
        for plot in found.plots:
            assert not [text for _name, figures in plot.rows for text in figures if text in "1234"]
            assert not re.search(r"(?<![\d<])[1-4](?! Maret)\b(?! CT)", plot.message.replace("4CT", "").replace("2026", ""))


def test_an_officer_counts_what_exists_for_them_and_an_admin_nothing(client, app, make, officer):
    make.case(by=make.user(), restricted=True)
    with app.test_request_context("/recap/"):
        assert front(officer).figures[1][0] == "3"
        assert front(make.user(Role.MANAGER)).figures[1][0] == "4"
    client.sign_in(make.user(Role.ADMIN))
    assert client.get("/recap/").status_code == 403


def test_what_the_address_does_not_mean_falls_away(client, officer):
    client.sign_in(officer)
    for address in ("/recap/?period=abc", "/recap/?district=x", "/recap/?period=2026-03&district=99.99.99"):
        assert "Maret 2026" in client.get(address).text


def test_a_period_knows_what_came_before(app, officer):
    with app.test_request_context("/recap/"):
        assert [words for _address, words in front(officer).steps] == ["Februari 2026"]
        assert [words for _address, words in front(officer, period="2025-q4").steps] == ["Triwulan III 2025", "Triwulan I 2026"]
        assert front(officer, period="2025-q4").period == read("2025-q4")


def test_the_page_asks_the_same_number_of_questions_however_much_there_is(app, make, officer, manager, monkeypatch):
    seen = []
    original = db.execute_sql
    monkeypatch.setattr(db, "execute_sql", lambda *told, **more: seen.append(told[0]) or original(*told, **more))
    def asked():
        seen.clear()
        with app.test_request_context("/recap/"):
            assert front(manager).plots
        return len(seen)
    asked()
    first = asked()
    make.case(by=officer, **ELSEWHERE)
    assert asked() == first
