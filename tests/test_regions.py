"""The list of regions is whole, and one regency can be read from it quickly."""
import gzip
from collections import Counter

import pytest

from portal.office.regions import DATA, DESA, FICTIONAL_PROVINCE, KECAMATAN, places, regencies

REAL = [regency for regency in regencies() if regency.province != FICTIONAL_PROVINCE]


def counts(code):
    found = Counter(place.level for place in places(code))
    return found[KECAMATAN], found[DESA]


def test_the_file_holds_the_whole_country():
    lines = gzip.decompress((DATA / "regions.txt.gz").read_bytes()).decode("ascii").splitlines()
    assert Counter(line[0] for line in lines) == {"1": 38, "2": 514, "3": 7_285, "4": 83_762}


def test_the_regencies_of_all_provinces_stand_in_the_order_of_their_codes():
    codes = [regency.code for regency in REAL]
    assert len(codes) == len(set(codes)) == 514
    assert codes == sorted(codes)
    assert len({regency.province for regency in REAL}) == 38


def test_a_city_is_a_kota_and_every_other_regency_a_kabupaten():
    for code, name, _ in REAL:
        assert name.startswith("Kota " if int(code[3:]) > 70 else "Kabupaten "), code
    assert Counter(name.split()[0] for _, name, _ in REAL) == {"Kabupaten": 416, "Kota": 98}


def test_the_fictional_regency_comes_last_and_is_not_in_the_file():
    assert regencies()[-1] == ("99.01", "Kabupaten Teluk Melati", FICTIONAL_PROVINCE)
    assert len(regencies()) == 515
    assert counts("99.01") == (4, 9)
    assert places("99.01")[:2] == [
        ("99.01.01", "Kota Melati", KECAMATAN, "99.01"),
        ("99.01.01.1001", "Melati Timur", DESA, "99.01.01"),
    ]


@pytest.mark.parametrize("code, kecamatan, desa", [
    ("11.01", 18, 260),  # the first of the file
    ("18.13", 11, 118),
    ("52.01", 10, 122),
    ("52.03", 21, 254),
    ("52.72", 5, 41),
    ("96.71", 10, 41),  # the last of the file
])
def test_a_regency_has_its_own_kecamatan_and_desa_and_no_others(code, kecamatan, desa):
    assert counts(code) == (kecamatan, desa)


def test_every_desa_hangs_on_a_kecamatan_of_its_regency():
    found = places("18.13")
    assert [place.code for place in found] == sorted({place.code for place in found})
    assert found[0] == ("18.13.01", "Pesisir Tengah", KECAMATAN, "18.13")
    assert found[1] == ("18.13.01.1005", "Pasar Krui", DESA, "18.13.01")
    codes = {"18.13", *(place.code for place in found if place.level == KECAMATAN)}
    for place in found:
        assert place.parent in codes
        assert place.code.rsplit(".", 1)[0] == place.parent


def test_no_name_keeps_the_typing_slips_of_the_source():
    names = [place.name for place in places("35.29")]
    assert "Ra'as" in names
    assert not [name for name in names if '"' in name or name != name.strip()]


@pytest.mark.parametrize("code", ["", "18", "18.99", "10.01", "18.13.01", "..", "1813", "99.02", "1.13", "18.1"])
def test_a_code_that_is_no_regency_is_refused(code):
    with pytest.raises(KeyError):
        places(code)
