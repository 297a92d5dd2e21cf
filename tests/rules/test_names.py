"""Spellings meet, people stay apart."""
import pytest

from portal.rules.names import initials, normalise, words


@pytest.mark.parametrize("name, short", [
    ("Andi Pratama", "A.P."), ("Rian", "R."), ("O", "O."), ("Ma'ruf D'Souza", "M.D."), ("H. Moh. Ali, S.Sos., M.Si.", "M.A."),
    ("R-04", "R.0."), ("Mr. X", "M.X."), ("  siti   nurhaliza ", "S.N."), ("", ""), ("🙂", ""), ("É. Putra", "É.P."),
    ("E\u0301lan", "É."), ("Hj.", "H."), ("ꦗꦮ", "ꦗ."),
])
def test_initials(name, short):
    assert initials(name) == short


@pytest.mark.parametrize("one, other", [
    ("M. Rizky", "Muhammad Rizki"), ("Moh.Rizki", "Mochamad Rizky"), ("Achmad Fauji", "Ahmad Fauzi"),
    ("Soekarno", "Sukarno"), ("Syarifuddin", "Sarifudin"), ("Djajadi", "Jajadi"), ("Tjokro", "Cokro"), ("Khairul", "Chairul"),
    ("Noviyanti", "Nofianti"), ("Abdulloh", "Abdullo"), ("Wijaya Sari", "sari  WIJAYA"), ("Ma\u2019ruf", "Maruf"),
    ("Ali, S.Sos., M.Si.", "Ali"), ("H. Ali", "Ali"), ("Réni", "RENI"), ("ＲＩＡＮ", "rian"), ("R\u200bian", "Rian"),
    ("Samudra, Rian", "Rian Samudra"), ("Sjahrir", "Syahrir"),
])
def test_two_spellings_come_to_one_form(one, other):
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize("one, other", [
    ("Dewi Lestari", "Dwi Lestari"), ("Agus Salim", "Agus Halim"), ("Putra", "Putri"), ("M", "Muhammad"),
])
def test_other_people_stay_apart(one, other):
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("text, expected", [
    ("", []), ("\u00a0\u200b", []), ("LP-2026-00011", ["lp", "2026", "00011"]), ("9901021405120001", ["9901021405120001"]),
    ('NEAR( * " AND', ["near", "and"]), ("' OR 1=1--", ["or", "1", "1"]), ("Al-Amin", ["al", "amin"]), ("%_", []),
    ("Rian Samudra", ["rian", "samudra"]),
])
def test_words(text, expected):
    assert words(text) == expected
