"""What a child may be called."""
import pytest

from portal.rules.names import words
from portal.rules.nicknames import HABITS, calls, may_be_called


@pytest.mark.parametrize("full, short", [
    ("Rizki", "Kiki"), ("Rizky", "Iki"), ("Andi", "Ndi"), ("Setiawan", "Wan"), ("Hartono", "Tono"), ("Syarifuddin", "Udin"), ("Aditya", "Adit"),
    ("Siti", "Titi"), ("Nabila", "Lala"), ("Rina", "Riri"), ("Muhammad", "Mamat"), ("Ahmad", "Mamad"), ("Fitri", "Pipit"), ("Yusuf", "Ucup"),
    ("Sulaiman", "Leman"), ("Aisyah", "Icha"), ("Achmad", "Memet"),
])
def test_who_may_be_called_so(full, short):
    assert may_be_called(words(full)[0], words(short)[0])


@pytest.mark.parametrize("full, short", [("Rizki", "Rizki"), ("Rizki", "Andi"), ("Kiki", "Rizki"), ("Andi", "Rizki"), ("Putra", "Putri"),
                                         ("Ali", "Alika")])
def test_who_is_not_called_so(full, short):
    assert not may_be_called(words(full)[0], words(short)[0])


def test_habits_are_single_words_and_nobody_is_called_by_the_whole_name():
    for full, short in HABITS.items():
        assert len(words(full)) == 1 and words(short) and words(full)[0] not in calls(words(full)[0])
