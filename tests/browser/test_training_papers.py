"""The papers of a course as the printer gets them: nobody, seven and twenty-four participants, long names, on F4 and A4; and the way to them."""
import re
from datetime import date
from pathlib import Path

import pytest

from portal.rules.office import Paper
from tests.browser import course, look
from tests.browser.look import STATIC
from tests.browser.person import Person
from tests.browser.test_letters import BLACK_AND_WHITE, COLOURS
from tests.browser.test_papers import SIZES, ink_at_the_edge, poppler

MARCH = date(2026, 3, 1)
PASSED = 5  # of seven: one did not, one left
MANY, TURNED = 24, ("landscape wall", "certificate")
# {(what, how many people): how many sheets on F4, on A4}
SHEETS = {
    ("roster", 0): (1, 1), ("blank_sheet", 0): (2, 2), ("allowances", 0): (1, 1),
    ("roster", MANY): (2, 2), ("blank_sheet", MANY): (4, 4), ("filled_sheet", MANY): (2, 2), ("allowances", MANY): (2, 2),
    ("filled_sheet", 7): (1, 1), ("certificates", 7): (PASSED, PASSED), ("report", 7): (3, 3),
}
HEADS = {"roster": "Daftar peserta", "blank_sheet": "Daftar hadir kosong", "filled_sheet": "Daftar hadir terisi",
         "allowances": "Tanda terima uang saku", "report": "Laporan angkatan"}


@pytest.fixture(scope="module")
def written():
    """{(paper, what, people): the page}, drawn once for every browser."""
    return {}


@pytest.fixture(params=list(Paper))
def papers(request, app, make, visit, tmp_path, written):
    """(paper, {(what, people): the text of each of its sheets}, [folder of each document]); the oldest browser gives a document pages of one size."""
    if not written:
        written.update(everything(app, make))
    page, found, folders = visit("about:blank"), {}, []
    page.emulate_media(media="print")
    for shape in ("", "course-list", "landscape wall", "certificate"):
        pages = {key[1:]: html for key, html in written.items() if key[0] == request.param and f'<body class="{shape}">' in html}
        page.set_content(bound(list(pages.values()), shape))
        assert set(page.evaluate(COLOURS)) <= BLACK_AND_WHITE
        folders.append(tmp_path / (shape or "portrait"))
        folders[-1].mkdir()
        page.pdf(path=folders[-1] / "paper.pdf", prefer_css_page_size=True)
        upright = SIZES[request.param.upper()][1:]
        assert size_of(folders[-1] / "paper.pdf") == pytest.approx(upright[::-1] if shape in TURNED else upright, abs=1.5)
        texts = poppler("pdftotext", "-layout", folders[-1] / "paper.pdf", "-").strip("\f").split("\f")
        found |= dict(zip(pages, parted(texts), strict=True))
    return request.param, found, folders


def everything(app, make):
    """Every paper of three courses, on both papers."""
    nobody, many = course.course(make, 0), course.course(make, MANY, long_names=True)
    worlds = {0: nobody, MANY: many, 7: course.ended(course.course(make, 7))}
    return {(paper, what, count): course.page(app, worlds[count], what, paper, MARCH if what.endswith("sheet") else None)
            for paper in Paper for what, count in SHEETS}


def bound(pages, shape):
    """All of them in one document, with a mark between them, so that one drawing is enough."""
    sheet = "".join((STATIC / Path(name).name.split("?")[0]).read_text() for name in re.findall(r'rel="stylesheet" href="([^"]+)"', pages[0]))
    mark = "<p class=between>[next]</p>"
    between = ".between { break-before: page; break-after: page; padding: 20mm; }"
    drawn = mark.join(re.search("<main.*</main>", page, re.DOTALL)[0] for page in pages)
    return f'<!doctype html><html lang=id><meta charset=utf-8><title>Cetakan</title><style>{sheet} {between}</style><body class="{shape}">{drawn}'


def parted(texts):
    """[[the sheets of one paper]], at the marks between them."""
    found = [[]]
    for text in texts:
        if "[next]" in text:
            found.append([])
        else:
            found[-1].append(text)
    return found


def test_every_paper_of_a_course_is_as_long_as_it_should_be_and_complete(papers):
    paper, sheets, folders = papers
    assert {key: len(texts) for key, texts in sheets.items()} == {key: counts[paper == Paper.A4] for key, counts in SHEETS.items()}
    assert [ink_at_the_edge(folder) for folder in folders] == [[]] * len(folders)
    for (what, people), texts in sheets.items():
        for text in texts if what in HEADS else ():
            assert HEADS[what] in text.splitlines()[0] and "AK-2026-" in text.splitlines()[0], (what, people, text[:200])
        assert re.search(r"salinan ke-\d", texts[-1]), (what, people)
    for text in (text for (what, _people), texts in sheets.items() if what.endswith("sheet") for text in texts if "Pengajar:" in text):
        assert re.search(r"^\s*\d+\s+\S", text, re.MULTILINE), "a signature stands alone"
    for name in course.NAMES:
        assert name.split()[0] in " ".join(sheets["filled_sheet", MANY]), name
    for text in sheets["certificates", 7]:
        assert "SERTIFIKAT KEIKUTSERTAAN" in text and "LULUS" in text and "NIP 19750817" in text and "KONSEP" in text
        assert "KS-2026" not in text and "RAHASIA" not in text
    assert any(course.LONG_NAME in " ".join(text.split()) for text in sheets["certificates", 7])
    # Who signs the report has its last words above the name.
    assert "Kendala dan saran" in sheets["report", 7][-1] and "Penanggung jawab angkatan" in sheets["report", 7][-1]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_sheet_for_the_wall_is_three_choices_away(page_of, tmp_path, javascript):
    officer = Person(page_of("petugas2", javascript))
    officer.opens("/training/").follows("AK-2026-00001").follows("Surat & cetak")
    if javascript:
        assert list(look.faults(officer.page, officer.page.reload())) == []
        officer.page.set_viewport_size({"width": 1349, "height": 625})
    officer.marks("Cetakan", "Daftar hadir kosong").marks("Kertas", SIZES["A4"][0])
    officer.presses("Siapkan cetakan") if not javascript else officer.strikes("i")
    officer.sees("Daftar hadir kosong", "Tanda tangan", "jangan difoto")
    if javascript:
        assert list(look.faults(officer.page, officer.page.reload(), paper=True)) == []
        officer.page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
        assert size_of(tmp_path / "paper.pdf") == pytest.approx(SIZES["A4"][:0:-1], abs=1.5)


def size_of(pdf):
    """Width and height of its sheets in points."""
    return tuple(map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", poppler("pdfinfo", pdf)).groups()))
