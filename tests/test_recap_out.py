"""Tables of figures on their way out: on paper, as files and as the yearly report; what is too small to leave is in none of them."""
import io
import re
from datetime import datetime

import pytest
from openpyxl import load_workbook

from portal import clock
from portal.audit import Entry, Event
from portal.recap import report as yearly
from portal.recap.tables import TABLES
from portal.records import Print
from portal.rules import sheet_fit
from portal.rules.channels import Channel
from portal.rules.office import Paper
from portal.rules.roles import Role
from tests.left import lines_of

TABLE = "/recap/reports"
PERIOD = "period=2026-03"
HIDDEN = ("Telepon", 3)  # three reports by telephone, in a sum of ten


@pytest.fixture
def officer(make):
    """Ten reports of this March, of which three came by telephone."""
    user = make.user(name="Sri Wahyuni")
    for channel in [Channel.TELEPHONE] * 3 + [Channel.WALK_IN] * 7:
        make.report(by=user, channel=channel)
    return user


@pytest.fixture
def boss(make, client, officer):
    return client.sign_in(make.user(Role.MANAGER, name="Komang Wirawan"))


def printed(client, path=TABLE, query=PERIOD, **data):
    answer = client.post(f"{path}/prints?{query}", data=data)
    assert answer.status_code == 303
    return answer.location


def file(client, kind="csv", **data):
    answer = client.post(f"{TABLE}/file?{PERIOD}", data={"kind": kind} | data)
    assert answer.status_code == 200
    return answer


def line(text, name):
    """The figures of one line of a printed table."""
    row = re.search(rf'<th scope="row"[^>]*>{name}</th>(.*?)</tr>', text, re.DOTALL)
    return re.findall(r"<td[^>]*>([^<]*|&lt;5)</td>", row[1])


def test_a_print_says_whose_and_of_when_it_is_and_who_signs(client, boss, head):
    text = client.get(printed(client, paper="f4")).text
    for words in ("Dinas Sosial", "Rekapitulasi laporan masuk", "Maret 2026", "seluruh dinas", "Laporan menurut hari diterimanya", head.name,
                  "Kepala Dinas Sosial", "Dicetak 2 Mar 2026 10.00 oleh Komang Wirawan", "salinan ke-1"):
        assert words in text, words


def test_each_copy_is_counted_and_is_of_what_was_chosen(client, boss):
    first = printed(client)
    clock.use(lambda: datetime(2026, 3, 2, 3, 0))
    assert printed(client).split("?")[0] == f"{TABLE}/prints/2"
    assert printed(client, query="period=2026-q1").split("?")[0] == f"{TABLE}/prints/1"
    assert client.get(first).status_code == 200
    assert client.get(first.replace("2026-03", "2026-02")).status_code == 404
    assert client.get(first.replace("outside", "own")).status_code == 404
    assert client.get(f"{first}&channel=telephone").status_code == 404
    assert Print.select().count() == 3


def test_a_second_click_is_the_same_copy_and_nobody_looks_at_the_copies_of_others(client, make, boss):
    assert printed(client) == (first := printed(client))
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(first).status_code == 404


def test_a_print_is_indonesian_for_everybody(client, boss):
    client.post("/accounts/language", data={"language": "en"})
    assert "Rekapitulasi laporan masuk" in client.get(printed(client)).text


def test_filters_stand_on_paper_in_words(client, boss):
    assert "Kanal: Telepon" in client.get(printed(client, query=f"{PERIOD}&channel=telephone")).text


def test_paper_that_leaves_the_office_hides_small_figures_and_what_gives_them_away(client, boss):
    text = client.get(printed(client)).text
    assert line(text, "Telepon")[0] == "&lt;5" and line(text, "Jumlah")[0] == "10"
    assert line(text, "Datang langsung")[0] != "7" and "satu sampai empat" in text
    whole = client.get(printed(client, circle="own")).text
    assert (line(whole, "Telepon")[0], line(whole, "Datang langsung")[0]) == ("3", "7") and "UNTUK DINAS SENDIRI" in whole


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_that_leaves_hides_the_same(client, boss, kind):
    name, count = HIDDEN
    shown, whole = ({row[0]: row for row in lines_of(file(client, kind, circle=circle), kind) if row} for circle in ("outside", "own"))
    assert shown[name][1] == "<5" and str(whole[name][1]) == str(count)
    assert str(shown["Datang langsung"][1]) != "7" and str(shown["Jumlah"][1]) == str(whole["Jumlah"][1]) == "10"


def test_a_file_says_what_it_is_above_the_table(client, boss):
    answer = file(client)
    assert answer.data.startswith(b"\xef\xbb\xbf") and b";" in answer.data
    above = [row[0] for row in lines_of(answer) if row]
    assert above[1] == "Rekapitulasi laporan masuk" and "Masa: Maret 2026" in above
    assert "Dibuat 2 Mar 2026 10.00 oleh Komang Wirawan" in above and any(words.startswith("Bentuk: Keluar dinas") for words in above)
    entry = Entry.select().where(Entry.action == Event.EXPORTED).get()
    assert (entry.by, entry.detail["list"], entry.detail["period"], entry.detail["circle"]) == (boss.id, "reports", "2026-03", "outside")


def test_two_lines_of_headings_become_one(client, boss, make, officer):
    make.case(by=officer, person={"name": "Andi", "sex": "L"})
    heads = next(row for row in lines_of(client.post(f"/recap/people/file?{PERIOD}", data={"kind": "csv"})) if row and row[0] == "Kecamatan")
    assert "Anak Jalanan: L" in heads and len(heads) == len(set(heads))


def test_no_cell_of_figures_is_a_formula(client, make, boss):
    make.user(name="=1+1")
    make.report(by=make.user(name="=HYPERLINK(1)"))
    query = f"{PERIOD}&rows=officer"
    book = load_workbook(io.BytesIO(client.post(f"{TABLE}/file?{query}", data={"kind": "xlsx"}).data))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"] and any(cell.value == "=HYPERLINK(1)" for cell in cells)
    assert "'=HYPERLINK(1)" in client.post(f"{TABLE}/file?{query}", data={"kind": "csv"}).data.decode("utf-8-sig")


def test_auditors_take_figures_but_never_small_ones(client, make, officer):
    client.sign_in(make.user(Role.AUDITOR))
    assert line(client.get(printed(client, circle="own")).text, "Telepon")[0] == "&lt;5"
    assert "3" not in [row[1] for row in lines_of(file(client, circle="own")) if row and row[0] == "Telepon"]


def test_officers_take_what_is_open_to_them_and_it_says_so(client, make, officer):
    client.sign_in(make.user(name="Petugas Lain"))
    make.report(by=officer, restricted=True)
    text = client.get(printed(client, circle="own")).text
    assert "yang terbuka bagi Petugas Lain" in text and line(text, "Jumlah")[0] == "10"


@pytest.mark.parametrize("path", ["/recap/nothing/prints", "/recap/nothing/file", f"{TABLE}/prints/1"])
def test_what_is_not_there_is_not_found(client, boss, path):
    assert (client.get(path) if path.endswith("1") else client.post(path)).status_code == 404


# The sheet
@pytest.mark.parametrize("paper", list(Paper))
def test_no_part_of_a_table_is_wider_than_the_room(paper):
    widths, room = [14.0] * 78, sheet_fit.ROOM[paper][True] - 40
    groups = [list(range(start, start + 3)) for start in range(0, 78, 3)]
    parts = sheet_fit.cut(widths, groups, room)
    assert [column for part in parts for column in part] == list(range(78))
    assert all(sum(widths[column] for column in part) <= room for part in parts)
    assert all(len(part) % 3 == 0 for part in parts)


def test_a_group_that_no_sheet_holds_is_cut_inside():
    assert sheet_fit.cut([60.0] * 4, [[0, 1, 2, 3]], 130) == [[0, 1], [2, 3]]


def test_more_than_eight_columns_turn_the_sheet():
    assert not sheet_fit.is_turned([20.0], [15.0] * 7, Paper.F4)
    assert sheet_fit.is_turned([20.0], [15.0] * 8, Paper.F4)
    assert sheet_fit.is_turned([60.0], [45.0] * 3, Paper.F4)


# The yearly report
def composed(client, **data):
    """The address of the report, after what happens in the background."""
    answer = client.post("/recap/yearly/2026/prints", data=data)
    yearly.carry_on(Print.select().order_by(Print.id.desc()).get().id)
    return answer.location


def test_the_yearly_report_builds_itself_of_every_table(client, boss, head):
    text = client.get(composed(client)).text
    told = [table for _title, tables in yearly.chapters() for table in tables]
    assert {table.name for table in told} == {name for name in TABLES if "register" not in name}
    assert not [str(table.title) for table in told if text.count(str(table.title)) < 2]
    assert "Daftar isi" in text and "Seluruhnya 10 laporan." in text and head.name in text and "salinan ke-1" in text
    assert "Lainnya" not in [title for title, _tables in yearly.chapters()]


def test_the_yearly_report_that_leaves_tells_no_small_figure_in_words_either(client, boss):
    outside, own = client.get(composed(client)).text, client.get(composed(client, circle="own")).text
    assert line(outside, "Telepon")[0] == "&lt;5" and line(own, "Telepon")[0] == "3"
    assert "Terbanyak: Datang langsung (7)" in own and "Terbanyak: Datang langsung" not in outside


def test_while_the_report_is_not_there_its_page_offers_to_make_it_and_counts_no_copy(client, boss):
    made = composed(client)
    yearly._made.clear()
    page = client.get(made).text
    assert "Susun lagi" in page and "0 dari" not in page
    assert client.post(f"{made}/continuation").location == made
    assert Print.select().count() == 1


@pytest.mark.parametrize("path", ["/recap/yearly/1", "/recap/yearly/999999999", "/recap/yearly/2026/outside/1", "/recap/yearly/2026/anybody/1"])
def test_a_year_that_is_none_and_a_copy_that_nobody_made_are_not_found(client, boss, path):
    assert client.get(path).status_code == 404


def test_the_year_before_is_offered_first(client, boss):
    assert client.get("/recap/yearly").location == "/recap/yearly/2025"
    assert client.get("/recap/yearly?year=2024").location == "/recap/yearly/2024"
