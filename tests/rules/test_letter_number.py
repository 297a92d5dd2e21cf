"""Numbers of letters, amounts in words, and the lines around a signature."""
import pytest

from portal.rules.letter_number import (
    CODE_BY_CATEGORY,
    CODES,
    SigningMode,
    Why,
    default_code,
    number,
    signature_name,
    signature_title,
    spelled,
)
from portal.rules.refused import Refused


@pytest.mark.parametrize("code, serial, template, month, expected", [
    ("400.9.2.2", 87, "{kode}/{urut}/{unit}/{tahun}", None, "400.9.2.2/0087/DINSOS/2026"),
    ("400.9.2.2", 12345, "{kode}/{urut}/{unit}/{tahun}", None, "400.9.2.2/12345/DINSOS/2026"),
    ("400.9.6", 1, "{kode}/{urut}/{unit}/{bulan}/{tahun}", 9, "400.9.6/0001/DINSOS/IX/2026"),
    ("400.9.6", 1, "{urut} TAHUN {tahun}", None, "0001 TAHUN 2026"),
    ("400.9.6", 1, "{kode}/{nomor}/{tahun}", None, Why.TEMPLATE_UNKNOWN_FIELD),
    ("400.9.6", 1, "{urut.x}/{tahun}", None, Why.TEMPLATE_UNKNOWN_FIELD),
    ("400.9.6", 1, "{urut}/{tahun}/{", None, Why.TEMPLATE_UNKNOWN_FIELD),
    ("400.9.6", 1, "{kode}/{tahun}", None, Why.TEMPLATE_NOT_UNIQUE),
    ("400.9.6", 1, "{kode}/{urut}", None, Why.TEMPLATE_NOT_UNIQUE),
])
def test_a_number(code, serial, template, month, expected):
    try:
        outcome = number(code, serial, "DINSOS", 2026, template, month)
    except Refused as refused:
        outcome = refused.why
    assert outcome == expected


@pytest.mark.parametrize("category, code", [
    ("04", "400.9.2.2"), ("02", "400.9.2.2"), ("07", "400.9.2.5"), ("09", "400.9.3.1"), ("11", "400.9.4.1"),
    ("12", "400.9.4.1"), ("13", "400.9.4.1"), ("99", "400.9.2.2"), ("", "400.9.2.2"),
])
def test_the_code_of_a_category(category, code):
    assert default_code(category) == code


def test_all_26_categories_have_a_code_of_the_register():
    assert sorted(CODE_BY_CATEGORY) == [f"{n:02d}" for n in range(1, 27)]
    assert set(CODE_BY_CATEGORY.values()) <= set(CODES)


@pytest.mark.parametrize("n, words", [
    (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (19, "sembilan belas"), (20, "dua puluh"),
    (21, "dua puluh satu"), (99, "sembilan puluh sembilan"), (100, "seratus"), (101, "seratus satu"), (111, "seratus sebelas"),
    (200, "dua ratus"), (999, "sembilan ratus sembilan puluh sembilan"), (1000, "seribu"), (1100, "seribu seratus"),
    (2026, "dua ribu dua puluh enam"), (9999, "sembilan ribu sembilan ratus sembilan puluh sembilan"),
    (-1, Why.NOT_SPELLABLE), (10000, Why.NOT_SPELLABLE),
])
def test_a_number_in_words(n, words):
    try:
        outcome = spelled(n)
    except Refused as refused:
        outcome = refused.why
    assert outcome == words


HEAD = "KEPALA DINAS SOSIAL"


@pytest.mark.parametrize("mode, more, lines", [
    (SigningMode.HEAD, {}, ["KEPALA DINAS SOSIAL,"]),
    (SigningMode.HEAD, {"region": "KABUPATEN TELUK MELATI"}, ["KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI,"]),
    (SigningMode.PLT, {}, ["Plt. KEPALA DINAS SOSIAL,"]),
    (SigningMode.PLH, {}, ["Plh. KEPALA DINAS SOSIAL,"]),
    (SigningMode.AN, {"title": "Sekretaris"}, ["a.n. KEPALA DINAS SOSIAL", "Sekretaris,"]),
    (SigningMode.UB, {"title": "Kepala Bidang Rehabilitasi Sosial", "through": "Sekretaris"},
     ["a.n. KEPALA DINAS SOSIAL", "Sekretaris", "u.b.", "Kepala Bidang Rehabilitasi Sosial,"]),
    (SigningMode.AN, {}, Why.TITLE_NEEDED),
    (SigningMode.UB, {"title": "Kepala Bidang"}, Why.TITLE_NEEDED),
])
def test_the_title_above_a_signature(mode, more, lines):
    try:
        outcome = signature_title(mode, HEAD, **more)
    except Refused as refused:
        outcome = refused.why
    assert outcome == lines


@pytest.mark.parametrize("rank, nip, lines", [
    ("Pembina Tk. I (IV/b)", "198609262015051001", ["NAMA, S.Sos.", "Pembina Tk. I (IV/b)", "NIP 19860926 201505 1 001"]),
    ("", "19860926 201505 1 001", ["NAMA, S.Sos.", "NIP 19860926 201505 1 001"]),
    ("", "12345", ["NAMA, S.Sos.", "NIP 12345"]),
    ("", "", ["NAMA, S.Sos."]),
])
def test_the_name_under_a_signature(rank, nip, lines):
    assert signature_name("NAMA, S.Sos.", rank, nip) == lines
