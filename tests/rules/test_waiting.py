"""Who waits for a training, and in which order they stand."""
import pytest

from portal.rules.applicant import Verdict
from portal.rules.trades import Trade
from portal.rules.waiting import CALLED, Sign, names, of_training, order, signs


@pytest.mark.parametrize("text, trade, expected", [
    ("Pangkas rambut, lalu otomotif.", Trade.BARBER, True), ("Pangkas rambut, lalu otomotif.", Trade.MOTORCYCLE_REPAIR, True),
    ("Pangkas rambut, lalu otomotif.", Trade.SEWING, False), ("servis HP", Trade.PHONE_REPAIR, True),
    ("ingin belajar Las", Trade.WELDING, True), ("mencuci gelas", Trade.WELDING, False), ("kelas 7", Trade.WELDING, False),
    ("daur ulang plastik", Trade.RECYCLING_CRAFT, True), ("ulang tahun", Trade.RECYCLING_CRAFT, False),
    ("", Trade.BARBER, False), (None, Trade.BARBER, False), ("apa saja", Trade.OTHER, False),
])
def test_a_text_names_a_trade(text, trade, expected):
    assert names(text, trade) is expected


def test_every_trade_is_listed():
    assert set(CALLED) == set(Trade)


@pytest.mark.parametrize("text, expected", [
    ("Pelatihan kerja di BLK", True), ("kursus komputer", True), ("Paket B di PKBM", False), ("", False),
])
def test_a_text_speaks_of_training(text, expected):
    assert of_training(text) is expected


@pytest.mark.parametrize("told, expected", [
    ({}, []),
    ({"waits": True}, [Sign.WAITS]),
    ({"interests": "cukur rambut"}, [Sign.INTEREST]),
    ({"plans": ["Pelatihan setelah Paket B"]}, [Sign.PLANNED]), ({"plans": ["pangkas rambut"]}, [Sign.PLANNED]), ({"plans": ["menjahit"]}, []),
    ({"answers": {"G1": 2}, "age": 15}, [Sign.SUGGESTED]), ({"answers": {"G1": 2}, "age": 14}, []), ({"answers": {"G1": 1}, "age": 16}, []),
    ({"answers": {"G1": 3}}, []),
    ({"waits": True, "interests": "barber", "plans": ["kursus"], "answers": {"G1": 3}, "age": 17}, list(Sign)),
])
def test_the_signs(told, expected):
    assert signs(trade=Trade.BARBER, **told) == expected


def test_who_fits_stands_first_and_then_who_waits():
    fits, attention, unfit = Verdict
    rows = [(fits, [Sign.WAITS]), (fits, [Sign.INTEREST, Sign.SUGGESTED]), (fits, [Sign.INTEREST]), (fits, [Sign.SUGGESTED]), (fits, []),
            (attention, [Sign.WAITS]), (attention, []), (unfit, [Sign.WAITS, Sign.INTEREST])]
    assert sorted(reversed(rows), key=lambda row: order(*row)) == rows
