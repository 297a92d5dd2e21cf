"""The consent forms as the printer gets them, on F4 and on A4: one side each, with room to sign; and the way from a referral and back."""
import pytest

from tests.browser.person import Person
from tests.browser.test_papers import ink_at_the_edge, printed

KINDS = {"service": "PERSETUJUAN LAYANAN", "assent": "Kamu boleh bilang tidak.", "sharing": "Yang diberitahukan kepada lembaga",
         "photo": "Foto wajah",
         "withdrawal": "Saya mencabut"}


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_consent_form_is_one_side(page_of, tmp_path, kind, paper):
    officer = Person(page_of("petugas"))
    officer.opens(f"/clients/consent-forms?kind={kind}&paper={paper.lower()}")
    (sheet,) = printed(officer.page, tmp_path, paper)
    for text in (KINDS[kind], "F-PS", "jempol", "Dijelaskan oleh"):
        assert text in sheet
    assert not ink_at_the_edge(tmp_path)


def test_the_form_of_a_referral_is_one_side_and_says_what_is_told(page_of, tmp_path):
    officer = Person(page_of("petugas"))
    officer.opens("/referrals/1").strikes("i", stays=True).chooses("Cetakan", "Formulir persetujuan berbagi data").presses("Buka cetakan")
    (sheet,) = printed(officer.page, tmp_path, "F4")
    for text in ("PKBM Bina Melati", "Rian Samudra", "14 Mei 2012", "lancar membaca", "salinan ke-"):
        assert text in sheet
    assert not ink_at_the_edge(tmp_path)
