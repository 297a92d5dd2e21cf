"""The case sheet, the referral letter, a receipt and the blank form as the printer gets them, on F4 and on A4."""
import re
import shutil
import subprocess

import pytest
from PIL import Image, ImageChops

from tests.browser import look
from tests.browser.person import Person

SIZES = {"F4": ("F4 (215 × 330 mm)", 609.4, 935.4), "A4": ("A4 (210 × 297 mm)", 595.3, 841.9)}  # points


@pytest.mark.parametrize("paper", SIZES)
def test_a_case_sheet_has_its_head_on_every_page(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    officer.opens("/cases/10/prints").marks("Kertas", SIZES[paper][0]).strikes("i")
    officer.sees("KS-2026-00001", "Rian Samudra", "28,8")
    sheets = printed(officer.page, tmp_path, paper)
    for sheet in sheets:
        assert "KS-2026-00001" in sheet.splitlines()[0], sheet
        assert "RAHASIA" in sheet.splitlines()[0], sheet
    assert "990102********01" in sheets[0]
    assert "salinan ke-" in sheets[-1] and not ink_at_the_edge(tmp_path)


@pytest.mark.parametrize("paper", SIZES)
def test_a_referral_letter_is_one_page(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    officer.opens("/referrals/1").strikes("i", stays=True).chooses("Cetakan", "Surat rujukan").chooses("Kertas",
                                                                                                       SIZES[paper][0]).presses("Buka cetakan")
    (letter,) = printed(officer.page, tmp_path, paper)
    for text in ("PEMERINTAH KABUPATEN TELUK MELATI", "400.9.2.2/0001/DINSOS/2026", "5 Maret 2026", "Rian Samudra", "Tembusan", "salinan ke-"):
        assert text in letter
    assert not ink_at_the_edge(tmp_path)


def test_a_receipt_is_one_page_and_names_no_child(page_of, tmp_path):
    officer = Person(page_of("petugas"))
    officer.opens("/reports/10").presses("Cetak tanda terima")
    (receipt,) = printed(officer.page, tmp_path, "F4")
    for text in ("DINAS SOSIAL", "LP-2026-00001", "1 orang (R.S.)", "021-171", "salinan ke-"):
        assert text in receipt
    assert "Rian" not in receipt and not ink_at_the_edge(tmp_path)


@pytest.mark.parametrize("paper, sides", [("F4", 1), ("A4", 2)])
def test_the_blank_form_is_one_side_of_f4_and_one_sheet_of_a4(page_of, tmp_path, paper, sides):
    officer = Person(page_of("petugas"))
    officer.opens(f"/reports/blank-form?paper={paper.lower()}")
    pages = printed(officer.page, tmp_path, paper)
    assert len(pages) == sides and "F-LP" in pages[0] and "Tanda tangan" in pages[-1] and not ink_at_the_edge(tmp_path)
    # A section is never cut: the danger signs stand on one side together.
    assert "Nyawa terancam" in pages[-1] and "tanpa pendampingan" in pages[-1]


def ink_at_the_edge(folder):
    """The sheets on which something stands in the outer 10 mm, which many printers can't reach."""
    poppler("pdftoppm", "-r", "50", "-gray", "-png", folder / "paper.pdf", folder / "sheet")
    inked = []
    for path in sorted(folder.glob("sheet*.png")):
        with Image.open(path) as sheet:
            box = ImageChops.invert(sheet).point(lambda value: 255 if value > 40 else 0).getbbox()
            edge = 10 / 25.4 * 50
            if box[0] < edge or box[1] < edge or box[2] > sheet.width - edge or box[3] > sheet.height - edge:
                inked.append(path.name)
    return inked


def printed(page, folder, paper):
    """The text of each sheet that the browser gives to the printer; the page itself and the paper's size are looked at first."""
    assert list(look.faults(page, page.reload(), paper=True)) == []
    page.pdf(path=folder / "paper.pdf", prefer_css_page_size=True)
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", poppler("pdfinfo", folder / "paper.pdf")).groups())
    assert (width, height) == pytest.approx(SIZES[paper][1:], abs=1.5)
    return poppler("pdftotext", "-layout", folder / "paper.pdf", "-").strip("\f").split("\f")


def poppler(program, *arguments):
    if not shutil.which(program):
        pytest.skip("poppler-utils tidak tersedia: apt install poppler-utils")
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout
