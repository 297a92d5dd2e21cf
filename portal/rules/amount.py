"""An amount of money in Indonesian words, as a receipt repeats it: satu juta dua ratus lima puluh ribu rupiah."""
from portal.rules.letter_number import spelled

SCALES = ((10 ** 9, "miliar"), (10 ** 6, "juta"), (1000, "ribu"))


def in_words(rupiah):
    """A whole amount from 0 to below ten trillion."""
    return f"{' '.join(_words(rupiah)) or spelled(0)} rupiah"


def _words(amount):
    words = []
    for scale, name in SCALES:
        count, amount = divmod(amount, scale)
        if count:
            words.append("seribu" if (count, name) == (1, "ribu") else f"{spelled(count)} {name}")
    return [*words, spelled(amount)] if amount else words
