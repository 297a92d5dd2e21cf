"""The score is the share of the worst possible points among the items answered; it advises a level, and floors only raise it."""
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from portal.rules.instrument import WORST
from portal.rules.levels import at_least, higher, is_raise
from portal.rules.refused import Refused


class AnswerState(StrEnum):
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    UNANSWERED = "unanswered"


class DecidedBy(StrEnum):
    RED_VALUE = "red_value"
    FLOOR = "floor"
    BAND = "band"
    NOTHING = "nothing"


class Why(StrEnum):
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_ANSWER = "no_such_answer"


@dataclass(frozen=True)
class ItemPoints:
    """What one item gave: `points` of at most `most`, zero of both for the score unless `state` is ANSWERED."""
    id: str
    domain: str
    value: int | None
    state: AnswerState
    points: int
    most: int
    red: bool


@dataclass(frozen=True)
class DomainPoints:
    """The points of a domain's answered items; `percent` with one decimal, None when none is answered."""
    code: str
    points: int
    most: int
    percent: float | None


@dataclass(frozen=True)
class Result:
    """What the answers come to. Percentages have one decimal, rounded half up; all is None or empty when nothing is answered.

    `floors` are all that hold, `decided_floor` the one that decided when `decided_by` is FLOOR.
    """
    items: tuple[ItemPoints, ...]
    domains: tuple[DomainPoints, ...]
    score: float | None
    range: tuple[float, float] | None
    completeness: float
    provisional: bool
    red: tuple[str, ...]
    base_level: str | None
    floors: tuple[str, ...]
    level: str | None
    decided_by: DecidedBy
    decided_floor: str | None
    crosses_boundary: bool


def score(instrument, answers, *, age, sub_type):
    """The Result of `answers` {item id: value}; None is *belum diketahui*, absent is not answered: neither is counted.

    `age` in years on the assessment's day or None, `sub_type` or None. Items the system works out are read from the age,
    whatever `answers` says. Refused(Why) for an item or value that the instrument does not have.
    """
    values = _values(instrument, answers, age)
    items = tuple(_points(item, values) for item in instrument.items)
    percent = _percent(items)
    bounds = _range(instrument, items)
    completeness = _tenths(Fraction(100 * sum(row.most for row in items), instrument.max_points))
    base = _band(instrument, percent)
    red = tuple(row.id for row in items if row.red)
    floors = [floor for floor in instrument.floors if _holds(floor, values, age, sub_type)]
    level = higher(base, instrument.red_level if red else None, *(floor.level for floor in floors))
    decided_by, decided_floor = _decision(level, base, red, floors, instrument)
    return Result(items=items, domains=_domains(instrument, items), score=percent, range=bounds, completeness=completeness,
                  provisional=completeness < instrument.completeness_min, red=red, base_level=base,
                  floors=tuple(floor.id for floor in floors), level=level, decided_by=decided_by, decided_floor=decided_floor,
                  crosses_boundary=bool(bounds) and _band(instrument, bounds[0]) != _band(instrument, bounds[1]))


def _values(instrument, answers, age):
    """{item id: value or None} for the items that stand in `answers` or are derived from a known age."""
    known = {item.id: item for item in instrument.items}
    for item_id, value in answers.items():
        if item_id not in known:
            raise Refused(Why.NO_SUCH_ITEM, item=item_id)
        if value is not None and known[item_id].option(value) is None:
            raise Refused(Why.NO_SUCH_ANSWER, item=item_id, value=value)
    derived = {item.id: _from_age(item, age) for item in instrument.items if item.derived}
    return {item.id: derived.get(item.id, answers.get(item.id))
            for item in instrument.items if item.derived or item.id in answers}


def _from_age(item, age):
    return None if age is None else next(value for start, value in item.ages if age >= start)


def _points(item, values):
    value = values.get(item.id)
    if value is not None:
        return ItemPoints(item.id, item.domain, value, AnswerState.ANSWERED, item.weight * value, item.weight * WORST,
                          value in item.red)
    state = AnswerState.UNKNOWN if item.id in values else AnswerState.UNANSWERED
    return ItemPoints(item.id, item.domain, None, state, 0, 0, False)


def _percent(items):
    most = sum(row.most for row in items)
    return _tenths(Fraction(100 * sum(row.points for row in items), most)) if most else None


def _range(instrument, items):
    """The score if everything not known were 0, and if it were all 3."""
    most = sum(row.most for row in items)
    if not most:
        return None
    points = sum(row.points for row in items)
    return (_tenths(Fraction(100 * points, instrument.max_points)),
            _tenths(Fraction(100 * (points + instrument.max_points - most), instrument.max_points)))


def _tenths(number):
    """One decimal, half up."""
    return int(number * 10 + Fraction(1, 2)) / 10


def _domains(instrument, items):
    def one(code):
        rows = [row for row in items if row.domain == code]
        return DomainPoints(code, sum(row.points for row in rows), sum(row.most for row in rows), _percent(rows))
    return tuple(one(domain.code) for domain in instrument.domains)


def _band(instrument, percent):
    """The level of a score as it is shown, so that no page says 60,0 beside the band below."""
    return None if percent is None else next(band.level for band in instrument.bands if percent >= band.start)


def _holds(floor, values, age, sub_type):
    checks = (
        floor.age_min is None or (age is not None and age >= floor.age_min),
        floor.age_max is None or (age is not None and age <= floor.age_max),
        floor.sub_type is None or sub_type == floor.sub_type,
        floor.score is None or any((values.get(item) or 0) >= floor.score for item in floor.items),
    )
    return all(checks)


def _decision(level, base, red, floors, instrument):
    """(DecidedBy, floor id or None); a red value is named even where the band alone would have done."""
    if red and at_least(instrument.red_level, level):
        return DecidedBy.RED_VALUE, None
    if level is None:
        return DecidedBy.NOTHING, None
    if base is None or is_raise(base, level):
        return DecidedBy.FLOOR, next(floor.id for floor in floors if floor.level == level)
    return DecidedBy.BAND, None
