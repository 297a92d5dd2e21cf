"""Each figure of each table equals the one counted from the raw rows by other code, for every kind of period, choice and person."""
from datetime import date
from fractions import Fraction

import pytest

from portal.recap import views
from portal.recap.chosen import Chosen
from portal.recap.tabulating import fill
from portal.rules.period import read
from tests.recap import tables
from tests.recap.raw import ALL

MONTH, QUARTER, YEAR, FREE = "2026-03", "2025-q4", "2025", "2025-06-17..2025-09-03"
TEXTS = ("indicator", "achievement", "budget", "realised", "spent", "obstacles", "follow_up")
NAMES = sorted(tables.TABLES)


def test_the_office_is_one_that_the_verbs_could_have_made(figures):
    ask = figures.raw.ask
    assert not ask("PRAGMA foreign_key_check")
    assert not ask("SELECT care_team_id FROM (SELECT team_id care_team_id, SUM(lead = 1 AND until IS NULL) n FROM member GROUP BY 1) WHERE n <> 1")
    assert not ask("SELECT client_id FROM 'case' WHERE stage NOT IN ('closed', 'cancelled') GROUP BY 1 HAVING COUNT(*) > 1")
    assert not ask("SELECT t.id FROM transition t JOIN service s ON t.subject = 'service' AND t.subject_id = s.id JOIN 'case' c ON c.id = s.case_id "
                   "WHERE c.stage = 'closed' AND t.occurred_at > c.finished_at")
    assert not ask("SELECT s.id FROM service s JOIN 'case' c ON c.id = s.case_id WHERE c.stage = 'closed' AND s.state IN ('needed', 'planned')")


def test_there_is_no_table_that_nobody_counts_again():
    assert sorted(views.TABLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("period", [MONTH, QUARTER, YEAR, FREE])
def test_a_manager_sees_what_the_rows_hold(figures, name, period):
    told = check(figures, "manajer", name, {"period": period})
    assert any(value for value in told.values()), "nothing was counted"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("period", [QUARTER, YEAR])
def test_an_officer_sees_what_exists_for_them(figures, name, period):
    check(figures, "petugas", name, {"period": period})


@pytest.mark.parametrize("name", NAMES)
def test_whatever_stands_down_the_side(figures, name):
    for rows in views.TABLES[name].rows[1:]:
        check(figures, "manajer", name, {"period": QUARTER, "rows": "/".join(rows)})


@pytest.mark.parametrize("name", NAMES)
def test_whatever_stands_across(figures, name):
    for columns in views.TABLES[name].choices[1:]:
        check(figures, "manajer", name, {"period": QUARTER, "columns": columns})


@pytest.mark.parametrize("name", NAMES)
def test_each_filter(figures, name):
    records = figures.raw.counted(tables.TABLES[name][0], figures.user("manajer").id, *days_of(QUARTER))
    for dimension in views.TABLES[name].filters:
        codes = sorted({row[dimension.name] for row in records}) if dimension.name not in tables.FREE else []
        if codes:
            check(figures, "manajer", name, {"period": QUARTER, dimension.name: codes[len(codes) // 2]})


@pytest.mark.parametrize("name", NAMES)
def test_an_auditor_sees_the_whole_office_without_its_small_figures(figures, name):
    filled, told = both(figures, "auditor", name, {"period": QUARTER})
    compare(filled, told)
    for column, cells in zip(filled.columns, zip(*(line.cells for line in (*filled.lines, filled.total)), strict=True), strict=True):
        if column.kind == "count":
            assert all(cell.concealed for cell in cells if cell.value in (1, 2, 3, 4)), column.key
            assert sum(cell.concealed for cell in cells if cell.value) != 1, column.key


def check(figures, who, name, arguments):
    """Compare one table, and return what was counted again."""
    filled, told = both(figures, who, name, arguments)
    compare(filled, told)
    return told


def both(figures, who, name, arguments):
    """The table as it is filled for somebody, and the same counted again."""
    user = figures.user(who)
    chosen = Chosen.of(views.TABLES[name], arguments)
    assert chosen.period == read(arguments["period"])
    told = tables.counted(name, figures.raw, user.id, *days_of(arguments["period"]), filters=chosen.filters, rows=chosen.rows,
                          columns=chosen.columns, least=5 if who == "auditor" else 1)
    return fill(chosen, user), told


def compare(filled, told):
    """Each figure of the table is the one counted again, and none of those is missing."""
    shown = figures_of(filled)
    wrong = {key: (shown.get(key), told.get(key)) for key in shown.keys() | told.keys() if not same(shown.get(key), told.get(key))}
    assert not wrong, f"{len(wrong)} of {len(told)} differ (table, counted again): {dict(sorted(wrong.items(), key=str)[:8])}"


def figures_of(filled):
    """{(line, column): figure}; what people wrote in their own words is its own key."""
    free = [name in tables.FREE for name in filled.chosen.rows]
    across = filled.chosen.columns in tables.FREE
    found = {}
    for line in (*filled.lines, filled.total):
        key = line.key if line is filled.total else "/".join(
            plain(words) if is_free and code not in ("other", "-") else code
            for code, words, is_free in zip(line.key.split("/"), line.words, free, strict=True))
        for column, cell in zip(filled.columns, line.cells, strict=True):
            if column.key not in TEXTS:
                found[key, plain(column.words) if across and column.key not in (ALL, "other", "-") else column.key] = cell.value
    return found


def plain(words):
    return " ".join(str(words).lower().split())


def same(shown, told):
    """Nothing is nothing; a mean is shown as the nearest whole."""
    if isinstance(told, Fraction):
        return shown is not None and abs(shown - told) <= Fraction(1, 2)
    if isinstance(shown, tuple):
        return (shown[0], str(shown[1])) == told
    return shown == told or (not shown and not told)


def days_of(period):
    """(first, last) of the periods above, read by hand."""
    return {MONTH: (date(2026, 3, 1), date(2026, 3, 31)), QUARTER: (date(2025, 10, 1), date(2025, 12, 31)),
            YEAR: (date(2025, 1, 1), date(2025, 12, 31)), FREE: (date(2025, 6, 17), date(2025, 9, 3))}[period]
