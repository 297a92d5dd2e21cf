"""Many books, one register: no two books can give the same number, dates follow the numbers, and every number is accounted for."""
import re
from enum import StrEnum
from functools import cache
from string import ascii_letters, digits

from portal.rules.letter_number import ROMAN, check_template
from portal.rules.refused import Refused


class Why(StrEnum):
    MAIN_BOOK_STAYS = "main_book_stays"
    KIND_TAKEN = "kind_taken"
    PATTERN_TAKEN = "pattern_taken"
    NUMBER_TAKEN = "number_taken"
    NUMBER_OF_A_BOOK = "number_of_a_book"
    SERIAL_TAKEN = "serial_taken"
    NO_SUCH_SERIAL = "no_such_serial"
    TOO_FAR_AHEAD = "too_far_ahead"
    DATE_OF_TODAY = "date_of_today"
    YEAR_AHEAD = "year_ahead"
    DATE_AHEAD = "date_ahead"
    DATE_OUT_OF_ORDER = "date_out_of_order"
    RANGE_TURNED = "range_turned"
    RANGE_HOLDS_LETTERS = "range_holds_letters"
    RANGE_EXPLAINED = "range_explained"
    CODE_SHAPE = "code_shape"
    CODE_TAKEN = "code_taken"


# Our proposal: a number that leaves more than these unaccounted for is more likely misread than given.
MOST_LEFT_OUT = 100
LAST_SERIAL = 99_999
CODE = re.compile(r"[0-9A-Za-z.\-]{1,12}")
_DIGIT, _CODE = frozenset(digits), frozenset(digits + ascii_letters + ".-")
_PARTS = {
    "kode": [(_CODE, True)], "urut": [(_DIGIT, False)] * 3 + [(_DIGIT, True)], "tahun": [(_DIGIT, False)] * 4,
    "bulan": [(frozenset("".join(ROMAN)), True)],
}


def check_book(pattern, kinds, others, *, unit, active=True, is_main=False):
    """Refused when the book's numbers could be those of another, or one of its kinds has a book; `others` are books."""
    check_template(pattern)
    if is_main and not active:
        raise Refused(Why.MAIN_BOOK_STAYS)
    for other in others:
        if other.active and set(kinds) & set(other.kinds):
            raise Refused(Why.KIND_TAKEN, book=other.name)
        if other.active and can_meet(pattern, other.pattern, unit):
            raise Refused(Why.PATTERN_TAKEN, book=other.name)


def can_meet(one, other, unit):
    """Whether two patterns could ever write the same number."""
    first, second = _atoms(one, unit), _atoms(other, unit)

    @cache
    def meet(here, there):
        if here == len(first) or there == len(second):
            return here == len(first) and there == len(second)
        if not first[here][0] & second[there][0]:
            return False
        ways = [(x, y) for x in _next(first, here) for y in _next(second, there) if (x, y) != (here, there)]
        return any(meet(x, y) for x, y in ways)
    return meet(0, 0)


def is_of(number, pattern, unit):
    """Whether a number as it is written could come out of a pattern."""
    return can_meet(pattern, number, unit)


def _atoms(pattern, unit):
    """The pattern as [(characters that may stand here, whether more of them may follow)]."""
    atoms = []
    for field, letter in re.findall(r"\{(\w+)\}|(.)", pattern.replace("{unit}", unit)):
        atoms += _PARTS[field] if field else [(frozenset(letter), False)]
    return atoms


def _next(atoms, here):
    return (here, here + 1) if atoms[here][1] else (here + 1,)


def check_serial(serial, last, *, taken):
    """Refused for a serial that a letter carries, or one so far behind the last that it is probably misread."""
    if not 1 <= serial <= LAST_SERIAL:
        raise Refused(Why.NO_SUCH_SERIAL, last=LAST_SERIAL)
    if taken:
        raise Refused(Why.SERIAL_TAKEN, number=taken)
    if serial - last - 1 > MOST_LEFT_OUT:
        raise Refused(Why.TOO_FAR_AHEAD, count=serial - last - 1, last=last)


def check_next(day, today):
    """Refused for another day than today: the next number is given now, and no letter is dated back."""
    if day not in (None, today):
        raise Refused(Why.DATE_OF_TODAY)


def check_day(day, *, today, below=None, above=None, explained=False):
    """Refused for a day to come, or one that its neighbours in the register contradict while nobody explains it; those are (number, day)."""
    if day > today:
        raise Refused(Why.DATE_AHEAD)
    wrong = below if below and below[1] > day else above if above and above[1] < day else None
    if wrong and not explained:
        raise Refused(Why.DATE_OUT_OF_ORDER, number=wrong[0], day=f"{wrong[1]:%d-%m-%Y}")


def unaccounted(last, taken, explained):
    """[(first, last)] of the serials up to `last` that no letter carries and nobody explained; `explained` are such ranges too."""
    known = {*taken, *(serial for first, end in explained for serial in range(first, min(end, last) + 1))}
    missing = [serial for serial in range(1, last + 1) if serial not in known]
    return spans(missing)


def spans(serials):
    """[(first, last)] of the runs in ascending whole numbers."""
    runs = []
    for serial in serials:
        if runs and runs[-1][1] == serial - 1:
            runs[-1] = (runs[-1][0], serial)
        else:
            runs.append((serial, serial))
    return runs


def check_range(first, last, *, year, this_year, taken, explained):
    """Refused unless these serials are free of letters and not explained already; both are given as far as they touch the range."""
    if year > this_year:
        raise Refused(Why.YEAR_AHEAD)
    if not 1 <= first <= last <= LAST_SERIAL:
        raise Refused(Why.RANGE_TURNED)
    if taken:
        raise Refused(Why.RANGE_HOLDS_LETTERS, number=taken[0])
    if explained:
        raise Refused(Why.RANGE_EXPLAINED, first=explained[0][0], last=explained[0][1])


def check_code(code, known):
    """Refused for a code that no number could carry, or one that is there."""
    if not CODE.fullmatch(code):
        raise Refused(Why.CODE_SHAPE)
    if code in known:
        raise Refused(Why.CODE_TAKEN)


def code_order(code):
    """What codes are sorted by: 400.9.2 before 400.9.10."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in code.split(".")]
