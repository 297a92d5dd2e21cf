"""Which words are candidates for one another."""
import pytest

from portal.rules.spelling import is_spelt, keys


@pytest.mark.parametrize(("one", "other"), [
    ("pratama", "pratma"), ("pratama", "prattama"), ("pratama", "pratana"), ("pratama", "pratmaa"), ("dewi", "dwi"), ("andi", "adni"),
    ("saifudin", "saepudin"), ("julkarnain", "julkarnaen"), ("rahman", "rohman"), ("wahyudi", "wahjudi"),
])
def test_words_spelt_alike_share_a_key(one, other):
    assert keys(one) & keys(other)


@pytest.mark.parametrize(("one", "other"), [("andi", "budi"), ("rijki", "pratama"), ("siti", "sari"), ("agus", "adi")])
def test_words_that_differ_share_none(one, other):
    assert not keys(one) & keys(other)


def test_a_word_has_few_keys():
    assert len(keys("pratama")) <= len("pratama") + 2


@pytest.mark.parametrize(("word", "spelt"), [("andi", True), ("adi", True), ("ai", False), ("12", False), ("ks202600012", False)])
def test_only_words_of_letters_can_be_misspelt(word, spelt):
    assert is_spelt(word) is spelt
