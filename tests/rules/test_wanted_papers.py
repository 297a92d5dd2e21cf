"""Which paper a line speaks of, and what the file has of it."""
import pytest

from portal.labels import label
from portal.rules.wanted_papers import Held, WantedPaper, apart, held, listed, spoken_of, together


@pytest.mark.parametrize("line, paper", [
    ("Fotokopi KK", WantedPaper.FAMILY_CARD),
    ("scan kartu keluarga ibu.pdf", WantedPaper.FAMILY_CARD),
    ("KTP orang tua", WantedPaper.PARENT_CARD),
    ("KTP", WantedPaper.IDENTITY_CARD),
    ("KIA Rian", WantedPaper.IDENTITY_CARD),
    ("Akta lahir", WantedPaper.BIRTH_CERTIFICATE),
    ("Akta nikah orang tua", WantedPaper.MARRIAGE),
    ("Surat nikah", WantedPaper.MARRIAGE),
    ("Kartu BPJS", WantedPaper.INSURANCE_CARD),
    ("SKTM kades dan camat", WantedPaper.POVERTY),
    ("Rekomendasi camat", WantedPaper.DISTRICT),
    ("Rekomendasi Dinas Sosial", WantedPaper.RECOMMENDATION),
    ("Surat rujukan RSUD", WantedPaper.CHAIN),
    ("Surat rujukan Puskesmas", WantedPaper.CHAIN),
    ("Surat keterangan dokter", WantedPaper.HEALTH_LETTER),
    ("Surat rawat inap", WantedPaper.HEALTH_LETTER),
    ("Surat keterangan orang terlantar dari Polsek", WantedPaper.POLICE),
    ("Pernyataan tidak memiliki dokumen", WantedPaper.NO_PAPERS),
    ("Surat pernyataan keluarga", WantedPaper.FAMILY_STATEMENT),
    ("Lapsos", WantedPaper.SOCIAL_REPORT),
    ("BAST", WantedPaper.HANDOVER),
    ("Rapor terakhir", WantedPaper.SCHOOL),
    ("Foto KK", WantedPaper.FAMILY_CARD),
    ("Pas foto 4R", WantedPaper.PHOTO),
    ("Materai Rp10.000", None),
    ("", None),
    (None, None),
])
def test_a_line_speaks_of_a_paper(line, paper):
    assert spoken_of(line) == paper


@pytest.mark.parametrize("paper", WantedPaper)
def test_the_words_of_each_paper_speak_of_it(app, paper):
    with app.test_request_context():
        assert spoken_of(str(label(paper))) == paper


@pytest.mark.parametrize("paper, filed, ours, known, expected", [
    (WantedPaper.FAMILY_CARD, True, False, True, Held.ON_FILE),
    (WantedPaper.FAMILY_CARD, False, False, True, Held.KNOWN),
    (WantedPaper.FAMILY_CARD, False, False, False, Held.MISSING),
    (WantedPaper.COVER, False, True, True, Held.OURS),
    (WantedPaper.COVER, True, True, False, Held.ON_FILE),
    (None, True, True, True, Held.UNKNOWN),
])
def test_a_copy_counts_before_what_we_write_and_what_is_written_down(paper, filed, ours, known, expected):
    assert held(paper, filed=[paper] * filed, ours=[paper] * ours, known=[paper] * known) == expected


def test_lists_of_papers():
    assert listed(" KK \n\nAkta\nKK") == ["KK", "Akta"]
    assert apart("KK\nSurat desa\nAkta", ["Akta", "KK", "Foto"]) == (["KK", "Akta"], ["Surat desa"])
    assert together(["KK", "Akta"], "Surat desa\n KK\nSurat  camat") == "KK\nAkta\nSurat desa\nSurat  camat"
    assert together([], " tetap \n\n seperti ini") == " tetap \n\n seperti ini"
    assert together(["KK"], "") == "KK" and together([], "") == ""
