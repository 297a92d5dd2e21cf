"""The papers of an assessment as the printer gets them: the blank forms, every answer with its points, and the social report."""
import re

import pytest

from tests.browser.person import Person
from tests.browser.test_papers import SIZES, ink_at_the_edge, poppler, printed

# Ticks, rows and fields that no page break may cut, with what tells each from the others.
WHOLE = """() => Array.from(document.querySelectorAll(".item, .ask, .answered, .grid tbody tr, .signatures"))
    .map((each, n) => {
      (each.firstElementChild || each).prepend(`[${n}a]`);
      (each.lastElementChild || each).append(`[${n}b]`);
    }).length"""
EARLIER = 9  # cases of the demo's course of 2025, before the eight
LONG = "Anak tinggal bersama neneknya sejak ayahnya merantau; keterangan ini sengaja panjang sekali. " * 24


@pytest.mark.parametrize("paper, sides", [("F4", 4), ("A4", 5)])
def test_the_blank_form_of_a_child_is_two_sheets_of_f4(page_of, tmp_path, paper, sides):
    officer = Person(page_of("petugas"))
    officer.opens(f"/assessments/blank-form/scored?paper={paper.lower()}")
    pages = printed(officer.page, tmp_path, paper)
    assert len(pages) == sides and not ink_at_the_edge(tmp_path)
    heads(pages, "F-AS1", "instrumen versi 1")
    assert "A1. Ancaman" in pages[0] and "Tanda tangan" in pages[-1] and "Diketik di Sigap oleh" in pages[-1]
    nothing_is_cut(officer.page, tmp_path)


@pytest.mark.parametrize("paper, sides", [("F4", 3), ("A4", 3)])
def test_so_is_the_narrative_one_of_three_sides(page_of, tmp_path, paper, sides):
    officer = Person(page_of("petugas"))
    officer.opens(f"/assessments/blank-form/narrative?paper={paper.lower()}")
    pages = printed(officer.page, tmp_path, paper)
    assert len(pages) == sides and not ink_at_the_edge(tmp_path)
    heads(pages, "F-AS2")
    nothing_is_cut(officer.page, tmp_path)


@pytest.mark.parametrize("paper", SIZES)
def test_an_assessment_is_printed_with_every_answer(page_of, tmp_path, paper):
    officer = copied(page_of("petugas"), "/assessments/10/prints", paper)
    pages = printed(officer.page, tmp_path, paper)
    heads(pages, "Hasil asesmen ke-1", "KS-2026-00001")
    for said in ("28,8 / 100", "990102********01", "A1. Ancaman", "K1. Kelompok usia", "salinan ke-"):
        assert said in "\n".join(pages), said
    assert len(pages) <= 6 and not ink_at_the_edge(tmp_path)
    nothing_is_cut(officer.page, tmp_path)


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("case, most", [(1, 3), (6, 3)])
def test_a_social_report_is_short_and_whole(page_of, tmp_path, paper, case, most):
    officer = copied(page_of("manajer"), f"/cases/{EARLIER + case}/social-report", paper)
    pages = printed(officer.page, tmp_path, paper)
    heads(pages, "Laporan sosial", f"KS-2026-0000{case}")
    assert len(pages) <= most and not ink_at_the_edge(tmp_path)
    (last,) = [page for page in pages if "Mengetahui" in page]
    assert "NIP" in last and "Kota Melati, 30 Maret 2026" in last and "Demikian laporan sosial" in last
    nothing_is_cut(officer.page, tmp_path)


@pytest.mark.parametrize("paper", SIZES)
def test_very_long_texts_run_over_the_pages_and_leave_heads_and_signatures_whole(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    draft_of(officer)
    written(officer, officer.page.url)
    id = re.search(r"/assessments/(\d+)/", officer.page.url)[1]
    copied(officer.page, f"/assessments/{id}/prints", paper)
    pages = printed(officer.page, tmp_path, paper)
    heads(pages, "Hasil asesmen")
    assert "KONSEP" in pages[0] and "".join(pages).count("neneknya") == 5 * 24 and not ink_at_the_edge(tmp_path)
    copied(officer.page, "/cases/17/social-report", paper)
    pages = printed(officer.page, tmp_path, paper)
    heads(pages, "Laporan sosial")
    assert len(pages) > 3 and not ink_at_the_edge(tmp_path)
    (last,) = [page for page in pages if "Mengetahui" in page]
    assert "NIP" in last and "Demikian laporan sosial" in last


def draft_of(officer):
    """The assessment at work in case 8, opened at its weighing."""
    officer.opens("/assessments/case/17")
    address = officer.page.get_by_role("link", name="Asesmen ke-").first.get_attribute("href")
    officer.opens(f"{address}/pages/7")


def written(officer, address):
    """Long texts where officers write long ones."""
    for name in ("analysis", "recommendation"):
        officer.page.fill(f"[name={name}]", LONG)
    officer.strikes("s")
    officer.opens(address.replace("/pages/7", "/pages/6"))
    for name in ("child_wishes", "strengths", "parents"):
        officer.page.fill(f"[name={name}]", LONG)
    officer.strikes("s")


def copied(page, address, paper):
    """A person who has just prepared one copy."""
    person = Person(page)
    person.opens(address).marks("Kertas", SIZES[paper][0]).strikes("i")
    return person


def heads(pages, *told):
    """Every page begins with the running header."""
    for page in pages:
        for text in told:
            assert text in page.splitlines()[0], page.splitlines()[0]


def nothing_is_cut(page, folder):
    """Whatever may not be cut begins and ends on one page."""
    marked = page.evaluate(WHOLE)
    page.pdf(path=folder / "marked.pdf", prefer_css_page_size=True)
    sheets = poppler("pdftotext", "-layout", folder / "marked.pdf", "-").strip("\f").split("\f")
    place = {mark: number for number, sheet in enumerate(sheets) for mark in re.findall(r"\[\s*(\d+[ab])\s*\]", sheet)}
    both = [n for n in range(marked) if f"{n}a" in place and f"{n}b" in place]
    assert marked > 5 and len(both) > .9 * marked  # a mark that a line's end splits can't be read back
    assert not [n for n in both if place[f"{n}a"] != place[f"{n}b"]]
