"""Spellings meet, people stay apart."""
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.names import initials, normalise, sounded, telling, veiled, words


@pytest.mark.parametrize("name, short", [
    ("Andi Pratama", "A.P."), ("Rian", "R."), ("O", "O."), ("Ma'ruf D'Souza", "M.D."), ("H. Moh. Ali, S.Sos., M.Si.", "M.A."),
    ("R-04", "R.0."), ("Mr. X", "M.X."), ("  siti   nurhaliza ", "S.N."), ("", ""), ("🙂", ""), ("É. Putra", "É.P."),
    ("E\u0301lan", "É."), ("Hj.", "H."), ("ꦗꦮ", "ꦗ."),
])
def test_initials(name, short):
    assert initials(name) == short


@pytest.mark.parametrize("text, names, shown", [
    ("Reni Maharani ingin pulang; Reni takut.", ["Reni Maharani"], "R.M. ingin pulang; R.M. takut."),
    ("RENI MAHARANI dan reni", ["Reni Maharani"], "R.M. dan R.M."), ("Serenity dan Renita", ["Reni"], "Serenity dan Renita"),
    ("Lihat Ujang.", ["Ujang Permana"], "Lihat U.P."), ("Si Ujang, alias Jago", ["Ujang Permana", "Jago"], "Si U.P., alias J."),
    ("M. Al Fatih", ["M. Al Fatih"], "M.A.F."),
    ("Tetap R.M. saja", ["Reni Maharani", ""], "Tetap R.M. saja"), ("Tidak ada nama", ["", None], "Tidak ada nama"),
])
def test_a_name_gives_way_to_its_initials_wherever_it_stands(text, names, shown):
    assert veiled(text, names) == shown


@pytest.mark.parametrize("one, other", [
    ("M. Rizky", "Muhammad Rizki"), ("Moh.Rizki", "Mochamad Rizky"), ("Achmad Fauji", "Ahmad Fauzi"),
    ("Soekarno", "Sukarno"), ("Syarifuddin", "Sarifudin"), ("Djajadi", "Jajadi"), ("Tjokro", "Cokro"), ("Khairul", "Chairul"),
    ("Noviyanti", "Nofianti"), ("Abdulloh", "Abdullo"), ("Wijaya Sari", "sari  WIJAYA"), ("Ma\u2019ruf", "Maruf"),
    ("Ali, S.Sos., M.Si.", "Ali"), ("H. Ali", "Ali"), ("Réni", "RENI"), ("ＲＩＡＮ", "rian"), ("R\u200bian", "Rian"),
    ("Samudra, Rian", "Rian Samudra"), ("Sjahrir", "Syahrir"), ("Thoriq", "Torik"), ("Ramadhan", "Ramadan"), ("Rizqi", "Rizki"), ("Dzaki", "Zaki"),
    ("Lalu M. Rizki", "Lalu Muhammad Rizki"), ("Baiq M. Sri", "Baiq Muhammad Sri"),
])
def test_two_spellings_come_to_one_form(one, other):
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize("one, other", [
    ("Dewi Lestari", "Dwi Lestari"), ("Agus Salim", "Agus Halim"), ("Putra", "Putri"), ("M", "Muhammad"),
])
def test_other_people_stay_apart(one, other):
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("name, spelt", [
    ("XhJ", "ks"), ("Tzho", "ko"), ("Masyhuri", "mashuri"), ("Asyhari", "ashari"), ("Iqhbal", "ikhbal"), ("Rizqi", "rijki"), ("Syahrir", "sahrir"),
])
def test_only_letters_that_keep_meeting_anew_are_spelt_on(name, spelt):
    """What records are found by was kept in one step, so ordinary names stay in that."""
    assert normalise(name) == spelt


@pytest.mark.parametrize("text, expected", [
    ("", []), ("\u00a0\u200b", []), ("LP-2026-00011", ["lp", "2026", "00011"]), ("9901021405120001", ["9901021405120001"]),
    ('NEAR( * " AND', ["near", "and"]), ("' OR 1=1--", ["or", "1", "1"]), ("Al-Amin", ["al", "amin"]), ("%_", []),
    ("Rian Samudra", ["rian", "samudra"]),
])
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("name, expected", [
    ("Lalu Rizki Hidayat", ["rijki", "hidaiat"]), ("Baiq Sri Ayu", ["sri", "aiu"]), ("I Gusti Ketut Suta", ["ketut", "suta"]),
    ("Rizki bin Ali", ["rijki", "ali"]),
    ("Andi alias Acong", ["andi", "acong"]), ("Lalu", ["lalu"]), ("", []), ("Sdr. Rian", ["rian"]),
])
def test_the_words_that_tell_one_person_from_another(name, expected):
    assert [word for word, _ in telling(name)] == expected


def test_a_word_stays_beside_how_it_was_written():
    assert telling("Lalu Rizky Hidayat, S.Pd.") == [("rijki", "Rizky"), ("hidaiat", "Hidayat")]


@pytest.mark.parametrize("one, other", [("Fajar", "Pajar"), ("Khoirul", "Khairul"), ("Saiful", "Saepul"), ("Dewie", "Dewi"), ("Husein", "Husin"),
                                        ("Eko", "Ekau")])
def test_words_that_sound_alike(one, other):
    assert sounded(words(one)[0]) == sounded(words(other)[0])


@pytest.mark.parametrize("one, other", [("Dewi", "Dwi"), ("Putra", "Putri"), ("Agus", "Bagus"), ("Rani", "Rina"), ("Salim", "Halim")])
def test_words_that_sound_otherwise(one, other):
    assert sounded(words(one)[0]) != sounded(words(other)[0])


LETTERS = st.text(string.ascii_letters, min_size=1, max_size=12)
NAMES = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@given(st.text(max_size=40))
def test_any_text_at_all_has_words(text):
    assert all(word and word == word.strip() for word in words(text)) and len(telling(text)) <= len(words(text))


@given(NAMES)
def test_letters_never_come_to_nothing(name):
    assert normalise(name) and telling(name) and all(sounded(word) for word in words(name))


@given(NAMES)
def test_case_makes_no_difference(name):
    assert normalise(name) == normalise(name.upper()) == normalise(name.lower())


@given(st.lists(LETTERS.filter(lambda word: len(word) > 4), min_size=2, max_size=4))
def test_the_order_of_the_words_makes_no_difference(names):
    assert normalise(" ".join(names)) == normalise(" ".join(reversed(names)))


@given(LETTERS)
def test_one_spelling_stays_as_it_is(word):
    """A word alone: beside others, one that came to be a title or an M. is read as that."""
    once = normalise(word)
    assert normalise(normalise(once)) == normalise(once)
