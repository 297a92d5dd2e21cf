"""Every member of these rules' enums has words, and the red flags say what the instrument says."""
from enum import StrEnum

import pytest

from portal.labels import label
from portal.rules import (
    age,
    assessment,
    categories,
    channels,
    clocks,
    consideration,
    danger,
    dates,
    decile,
    instrument,
    levels,
    nik,
    phone,
    readings,
    report,
    scoring,
    suggestions,
    triage,
    workdays,
)
from tests.rules.test_instrument import DEFINITION

MODULES = (age, assessment, categories, channels, clocks, consideration, danger, dates, decile, instrument, levels, nik, phone,
           readings, report, scoring, suggestions, triage, workdays)
ENUMS = [each for module in MODULES for each in vars(module).values()
         if isinstance(each, type) and issubclass(each, StrEnum) and each.__module__ == module.__name__]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: f"{enum.__module__}.{enum.__name__}")
def test_every_member_has_words(enum):
    for member in enum:
        assert str(label(member)).strip()


def test_the_flags_read_as_in_the_instrument():
    assert [str(label(triage.Flag(flag["id"]))) for flag in DEFINITION["triage"]["flags"]] == [
        flag["label"] for flag in DEFINITION["triage"]["flags"]]


def test_an_unknown_member_has_no_words():
    class Stray(StrEnum):
        ONE = "one"

    with pytest.raises(KeyError):
        label(Stray.ONE)
