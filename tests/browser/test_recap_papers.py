"""Tables of figures on real paper: the sheet turned, every row whole, nothing beyond the edge; and the yearly report as one document."""
import re

import pytest

from portal.recap import report
from portal.records import Print
from portal.rules.categories import Category
from portal.rules.office import Paper
from portal.rules.roles import Role
from tests.browser.look import STATIC
from tests.browser.test_letters import BLACK_AND_WHITE, COLOURS
from tests.browser.test_papers import SIZES, ink_at_the_edge, poppler
from tests.browser.test_training_papers import size_of

CATEGORIES = list(Category)[::2]
DISTRICTS = ("Kota Melati", "Pantai Baru", "Muara Jati", "Bukit Rindang")


@pytest.fixture
def boss(make, client, head):
    """A manager of an office with people of several categories."""
    officer = make.user()
    for category in CATEGORIES:
        make.case(by=officer, category=category, person={"name": "Andi", "sex": "L"})
    return client.sign_in(make.user(Role.MANAGER))


def drawn(page, client, address, folder):
    """The text of each sheet of what this address prints."""
    html = client.get(address).text
    sheets = "".join((STATIC / name).read_text() for name in re.findall(r'rel="stylesheet" href="/static/([^"?]+)', html))
    shape = re.search(r'<body class="([^"]*)"', html)[1]
    page.set_content(f'<!doctype html><html lang="id"><style>{sheets}</style><body class="{shape}">{re.search("<main.*</main>", html, re.DOTALL)[0]}')
    page.emulate_media(media="print")
    assert set(page.evaluate(COLOURS)) <= BLACK_AND_WHITE
    page.pdf(path=folder / "paper.pdf", prefer_css_page_size=True)
    return poppler("pdftotext", "-layout", folder / "paper.pdf", "-").strip("\f").split("\f")


@pytest.mark.parametrize("paper", list(Paper))
def test_a_wide_table_lies_turned_in_parts_and_none_is_beyond_the_edge(client, boss, visit, tmp_path, paper):
    answer = client.post("/recap/people/prints?period=2026", data={"paper": paper, "circle": "own"})
    sheets = drawn(visit("about:blank"), client, answer.location, tmp_path)
    assert size_of(tmp_path / "paper.pdf") == pytest.approx(SIZES[paper.upper()][:0:-1], abs=1.5)
    parts = int((re.findall(r"Bagian \d dari (\d)", sheets[0]) or ["1"])[0])
    text = "\n".join(sheets)
    assert parts > 1 and {name: len(re.findall(rf"^ *{name} +\d", text, re.MULTILINE)) for name in DISTRICTS} == dict.fromkeys(DISTRICTS, parts)
    assert not ink_at_the_edge(tmp_path) and "NIP 19750817" in text


def test_the_yearly_report_is_one_document_in_the_order_of_its_contents(client, boss, visit, tmp_path):
    answer = client.post("/recap/yearly/2026/prints", data={"paper": "f4"})
    report.carry_on(Print.select().get().id)
    sheets = drawn(visit("about:blank"), client, answer.location, tmp_path)
    assert "LAPORAN TAHUNAN 2026" in sheets[0] and "DAFTAR ISI" in sheets[1] and len(sheets) < 40
    begins = [next(n for n, text in enumerate(sheets) if n > 1 and f"{number}. {title}".upper() in text)
              for number, (title, _tables) in enumerate(report.chapters(), 1)]
    assert begins == sorted(begins) and len(set(begins)) == len(begins) and begins[0] == 2
    assert not ink_at_the_edge(tmp_path) and "NIP 19750817" in sheets[-1]
