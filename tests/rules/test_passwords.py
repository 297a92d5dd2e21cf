"""Which passwords are taken, and how long a guesser waits."""
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import portal
from portal.rules.passwords import Why, check, throttle
from portal.rules.refused import Refused

COMMON = {"password", "rahasia", "indonesia", "qwertyuiopas", "sayang"}
OWN = ("rina.kartika", "Dinas Sosial Kabupaten Teluk Melati")


@pytest.mark.parametrize("password, expected", [
    ("kuda batu 7", Why.TOO_SHORT),
    ("kuda batu 78", None),
    ("", Why.TOO_SHORT),
    ("kuda hijau lari pagi", None),
    ("kq" * 6, Why.TOO_SIMPLE),
    ("kqmx" * 3, Why.TOO_SIMPLE),
    ("kqmxz kqmxz.", None),
    ("kuda-lari" + "é" * 123, None),
    ("kuda-lari" + "é" * 124, Why.TOO_LONG),
    ("QwertyUiopas", Why.COMMON),
    ("Password1234", Why.COMMON),
    ("123-Indonesia-2026", Why.COMMON),
    ("rahasiarahasia", Why.COMMON),
    ("rahasiarahasia99", Why.COMMON),
    ("rahasia kuda hijau", None),
    ("rina.kartika", Why.OWN_WORDS),
    ("RinaKartika2026", Why.OWN_WORDS),
    ("dinas-sosial-2026", Why.OWN_WORDS),
    ("telukmelati1234567", Why.OWN_WORDS),
    ("telukmelati12345678", None),
    ("melati kuda hijau", None),
])
def test_a_password(password, expected):
    try:
        outcome = check(password, common=COMMON, own_words=OWN)
    except Refused as refused:
        outcome = refused.why
    assert outcome == expected


def test_the_demo_is_exempt_but_for_the_limit_in_bytes():
    assert check("sigap-demo", common={"sigap-demo"}, exempt=True) is None
    with pytest.raises(Refused):
        check("x" * 257, common=set(), exempt=True)


def test_the_list_that_is_shipped():
    words = (Path(portal.__file__).parent / "data" / "common_passwords.txt").read_text(encoding="utf-8").split()
    assert len(words) >= 300 and len(set(words)) == len(words) and all(word == word.casefold() for word in words)


NOW = datetime(2026, 3, 30, 0, 0)


@pytest.mark.parametrize("failures, ago, left", [
    (0, 0, None), (4, 0, None), (5, 0, 30), (5, 29, 1), (5, 30, None), (6, 0, 60), (7, 0, 120), (8, 0, 240), (9, 0, 480),
    (10, 0, 900), (11, 0, 900), (10_000, 0, 900), (10_000, 900, None), (5, -3600, 30),
])
def test_the_wait(failures, ago, left):
    until = throttle(failures, NOW - timedelta(seconds=ago), NOW)
    assert until == (left and NOW + timedelta(seconds=left))


def test_no_failure_no_wait():
    assert throttle(0, None, NOW) is None
