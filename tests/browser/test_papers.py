"""The case sheet and the referral letter as the printer gets them, on F4 and on A4."""
import re
import shutil
import subprocess

import pytest

from tests.browser import look
from tests.browser.person import Person

SIZES = {"F4": ("F4 (215 × 330 mm)", 609.4, 935.4), "A4": ("A4 (210 × 297 mm)", 595.3, 841.9)}  # points


@pytest.mark.parametrize("paper", SIZES)
def test_a_case_sheet_has_its_head_on_every_page(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    officer.opens("/cases/1/prints").marks("Kertas", SIZES[paper][0]).strikes("i")
    officer.sees("KS-2026-00001", "Rian Samudra", "28,8")
    sheets = printed(officer.page, tmp_path, paper)
    for sheet in sheets:
        assert "KS-2026-00001" in sheet.splitlines()[0], sheet
        assert "RAHASIA" in sheet.splitlines()[0], sheet
    assert "990102********01" in sheets[0]
    assert "salinan ke-" in sheets[-1]


@pytest.mark.parametrize("paper", SIZES)
def test_a_referral_letter_is_one_page(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    officer.opens("/referrals/1").strikes("i", stays=True).chooses("Cetakan", "Surat rujukan").chooses("Kertas", SIZES[paper][0]).presses("Buka cetakan")
    (letter,) = printed(officer.page, tmp_path, paper)
    for text in ("PEMERINTAH KABUPATEN TELUK MELATI", "400.9.2.2/0001/DINSOS/2026", "5 Maret 2026", "Rian Samudra", "Tembusan", "salinan ke-"):
        assert text in letter


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
