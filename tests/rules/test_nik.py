"""A NIK is read strictly and doubted mildly."""
from datetime import date

import pytest

from portal.rules.nik import NikFault, NikWarning, Sex, mask, parse, warnings
from portal.rules.refused import Refused

TODAY = date(2026, 3, 30)


@pytest.mark.parametrize("text, born, sex", [
    ("9901021405120001", date(2012, 5, 14), Sex.MALE),
    ("9901025910210004", date(2021, 10, 19), Sex.FEMALE),
    ("9901 0214 0512 0001", date(2012, 5, 14), Sex.MALE),
    ("99.01.02.140512.0001", date(2012, 5, 14), Sex.MALE),
    ("990102-140512-0001 ", date(2012, 5, 14), Sex.MALE),
    ("9901\u200b02\u00a01405\u2013120001", date(2012, 5, 14), Sex.MALE),
    ("9901023003260001", date(2026, 3, 30), Sex.MALE),
    ("9901023103260001", date(1926, 3, 31), Sex.MALE),
    ("9901027103990001", date(1999, 3, 31), Sex.FEMALE),
    ("9901022902000001", date(2000, 2, 29), Sex.MALE),
    ("9901026902040001", date(2004, 2, 29), Sex.FEMALE),
])
def test_a_nik_tells_birth_day_and_sex(text, born, sex):
    nik = parse(text, today=TODAY)
    assert (nik.born, nik.sex, len(nik.number), nik.region) == (born, sex, 16, "990102")


@pytest.mark.parametrize("text, fault", [
    ("", NikFault.LETTERS), ("   ", NikFault.LETTERS), ("99010214051200O1", NikFault.LETTERS),
    ("9901021405120001a", NikFault.LETTERS), ("٩٩٠١٠٢١٤٠٥١٢٠٠٠١", NikFault.LETTERS), ("-5", NikFault.LENGTH),
    ("990102140512000", NikFault.LENGTH), ("99010214051200011", NikFault.LENGTH),
    ("9901021400120001", NikFault.MONTH), ("9901021413120001", NikFault.MONTH),
    ("9901020005120001", NikFault.DAY), ("9901023205120001", NikFault.DAY), ("9901024005120001", NikFault.DAY),
    ("9901027205120001", NikFault.DAY), ("9901023002120001", NikFault.DAY), ("9901022902010001", NikFault.DAY),
])
def test_a_wrong_shape_is_an_error(text, fault):
    with pytest.raises(Refused) as refused:
        parse(text, today=TODAY)
    assert refused.value.why is fault


@pytest.mark.parametrize("known, expected", [
    ({}, []),
    ({"birth_date": date(2012, 5, 14), "sex": Sex.MALE, "known_regions": {"990102"}}, []),
    ({"birth_date": date(1912, 5, 14)}, []),
    ({"birth_date": date(2012, 5, 15)}, [NikWarning.BIRTH_DATE]),
    ({"sex": Sex.FEMALE}, [NikWarning.SEX]),
    ({"known_regions": {"527101"}}, [NikWarning.REGION]),
    ({"birth_date": date(2011, 5, 14), "sex": Sex.FEMALE, "known_regions": set()}, list(NikWarning)),
])
def test_a_mismatch_is_a_warning(known, expected):
    assert warnings(parse("9901021405120001", today=TODAY), **known) == expected


@pytest.mark.parametrize("number, masked", [("9901021405120001", "990102********01"), ("", "")])
def test_the_mask_keeps_first_six_and_last_two(number, masked):
    assert mask(number) == masked
