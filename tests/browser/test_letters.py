"""Twenty letters with the longest names, and the papers round them, as the printer gets them: one sheet of F4 each, whole on A4."""
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from portal.rules.office import Paper
from tests.browser import twenty
from tests.browser.look import STATIC
from tests.browser.test_papers import SIZES, ink_at_the_edge, poppler

REFERRALS, LETTERS, HANDED_OVER = 6, 20, 2
LEAST = 10.5 / 72 * 96 - .01  # CSS pixels
# Nothing of the text itself is smaller; the letterhead's address, the slip and the last line are no text of the letter.
SMALL = """(least) => Array.from(document.querySelectorAll(".frame tbody *")).filter((each) =>
    !each.closest(".kop, .slip, .printed, caption") && Array.from(each.childNodes).some((node) => node.nodeType === 3 && node.data.trim())
    && parseFloat(getComputedStyle(each).fontSize) < least).map((each) => each.textContent.trim())"""
# A printer of the office knows no colour.
COLOURS = """() => Array.from(document.querySelectorAll(".paper, .paper *")).flatMap((each) => {
    const style = getComputedStyle(each);
    const lines = ["Top", "Bottom"].filter((side) => parseFloat(style[`border${side}Width`])).map((side) => style[`border${side}Color`]);
    return [style.color, style.backgroundColor, ...lines];
})"""
BLACK_AND_WHITE = {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
# What no page break may cut gets a mark at its first and its last character.
MARKS = """() => Array.from(document.querySelectorAll(".foot, .slip, .grid tbody tr, .copies li"))
    .filter((each) => each.textContent.trim()).map((each, n) => {
      const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT, (node) => node.data.trim() ? 1 : 3), all = [];
      while (texts.nextNode()) all.push(texts.currentNode);
      all[0].data = `[${n}a]` + all[0].data;
      all[all.length - 1].data += `[${n}b]`;
    }).length"""


@pytest.fixture(scope="module")
def written():
    """{paper: the pages, drawn once for every browser}."""
    return {}


@pytest.fixture(params=list(Paper))
def sheets(request, app, make, visit, tmp_path, written):
    """(paper, browser page with all the letters one behind the other, their html)."""
    paper = request.param
    if paper not in written:
        written[paper] = twenty.pages(app, make, paper)
    page = visit("about:blank")
    page.emulate_media(media="print")
    page.set_content(bound(written[paper]))
    return paper, page, written[paper]


def test_twenty_letters_with_the_longest_names_are_one_sheet_each(sheets, tmp_path):
    paper, page, html = sheets
    assert page.evaluate(SMALL, LEAST) == [] and set(page.evaluate(COLOURS)) <= BLACK_AND_WHITE
    texts = printed(page, tmp_path, paper)
    papers = by_paper(texts)
    assert len(papers) == len(html)
    # On A4 the slip of a referral, and the signatures of a hand-over, may have a sheet of their own; any other letter stays on one.
    assert [len(each) for each in papers if len(each) > 1] == ([] if paper == Paper.F4 else [2] * (REFERRALS + HANDED_OVER))
    for sheet in texts:
        assert re.match(r"\s*(M\.A\.K\.H\.P\.P\.|400\.9\S+/DINSOS/2026)", sheet), sheet.splitlines()[0]
    for each in papers[:LETTERS]:
        words = " ".join(" ".join(each).split())
        assert "NIP 19" in words and "Tembusan:" in words and "5. Arsip" in words and "salinan ke-12" in words
    draft, cancelled = ("\n".join(each) for each in papers[LETTERS:LETTERS + 2])
    assert "KONSEP" in draft and "Paraf hierarki" in draft and "DIBATALKAN" in cancelled and "Paraf" not in cancelled
    slips_come_back(papers, tmp_path)
    assert ink_at_the_edge(tmp_path) == []
    if paper == Paper.A4:  # on F4 there is no break to cut anything
        nothing_is_cut(page, tmp_path)


def slips_come_back(papers, folder):
    """Each issued referral has one, which names no child and whose code leads to the referral's own address; nothing else has any."""
    slips = [each for each in papers if "Lembar jawaban rujukan" in " ".join(each)]
    assert slips == papers[:REFERRALS]
    for n, each in enumerate(slips, 1):
        slip = each[-1][each[-1].index("Gunting di sini"):]
        assert f"RJ-2026-0000{n}" in slip and "Muhammad" not in slip and "Diterima mulai" in slip and "Minta berkas" in slip
    poppler("pdftoppm", "-r", "150", "-gray", "-png", "-l", str(sum(map(len, slips))), folder / "paper.pdf", folder / "slip")
    read = [code.text for path in sorted(folder.glob("slip*.png")) for code in zxingcpp.read_barcodes(Image.open(path))]
    assert read == [f"http://localhost:8100/referrals/RJ-2026-0000{n}" for n in range(1, REFERRALS + 1)]


def bound(pages):
    """All of them in one document, each beginning a sheet: a browser draws it as often as one."""
    sheet = "".join((STATIC / Path(name).name.split("?")[0]).read_text() for name in re.findall(r'rel="stylesheet" href="([^"]+)"', pages[0]))
    drawn = [f'<div class="{re.search("<body class=.([^>]*).>", page)[1]}">{re.search("<main.*</main>", page, re.DOTALL)[0]}</div>' for page in pages]
    return (f"<!doctype html><html lang=id><meta charset=utf-8><title>Surat</title><style>{sheet} div + .letter {{ break-before: page; }}</style>"
            f"<body>{''.join(drawn)}")


def printed(page, folder, paper):
    """The text of each sheet."""
    page.pdf(path=folder / "paper.pdf", prefer_css_page_size=True)
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", poppler("pdfinfo", folder / "paper.pdf")).groups())
    assert (width, height) == pytest.approx(SIZES[paper.upper()][1:], abs=1.5)
    return poppler("pdftotext", "-layout", folder / "paper.pdf", "-").strip("\f").split("\f")


def by_paper(texts):
    """The sheets of each paper: one begins where the letterhead stands."""
    papers = []
    for text in texts:
        if "PEMERINTAH KABUPATEN" in text[:1200]:
            papers.append([])
        papers[-1].append(text)
    return papers


def nothing_is_cut(page, folder):
    """Rows, signatures and slips begin and end on one page."""
    marked = page.evaluate(MARKS)
    page.pdf(path=folder / "marked.pdf", prefer_css_page_size=True)
    texts = poppler("pdftotext", "-layout", folder / "marked.pdf", "-").split("\f")
    place = {mark: number for number, text in enumerate(texts) for mark in re.findall(r"\[(\d+[ab])\]", text)}
    both = [n for n in range(marked) if f"{n}a" in place and f"{n}b" in place]
    assert marked > 2 * LETTERS and len(both) > .9 * marked  # a mark that a line's end splits can't be read back
    assert [n for n in both if place[f"{n}a"] != place[f"{n}b"]] == []
