"""Every code of work, paper and training has words."""
from enum import StrEnum

import pytest

from portal.labels import aftercare, paper, training, training_fit, work
from portal.rules import (
    approval,
    followup,
    letter_number,
    lifecycle,
    numbers,
    office,
    passwords,
    placement,
    referral,
    service,
    trades,
)
from portal.rules import training as training_rules

ENUMS = [
    (words, enum)
    for words, rules in (
        (work, (approval, lifecycle, service)),
        (paper, (referral, letter_number, numbers, passwords, office)),
        (training, (trades, placement)), (training_fit, (training_rules,)), (aftercare, (followup,)))
    for module in rules
    for enum in vars(module).values()
    if isinstance(enum, type) and issubclass(enum, StrEnum) and enum.__module__ == module.__name__
]


@pytest.mark.parametrize("words, enum", ENUMS, ids=lambda value: getattr(value, "__qualname__", ""))
def test_every_member_has_words(words, enum):
    assert list(words.WORDS[enum]) == list(enum)
    assert all(str(text).strip() for text in words.WORDS[enum].values())
