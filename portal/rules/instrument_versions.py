"""A new version of the instrument counts from its own day on, is compared with the one before, and never replaces what was published."""
from dataclasses import dataclass
from enum import StrEnum

from portal.rules.categories import SUB_TYPE_ITEMS
from portal.rules.refused import Refused
from portal.rules.suggestions import TABLE


class Aspect(StrEnum):
    NAME = "name"
    DOMAIN = "domain"
    QUESTION = "question"
    ANSWER = "answer"
    WEIGHT = "weight"
    RED = "red"
    AGES = "ages"
    PLACE = "place"
    ORDER = "order"
    BAND = "band"
    FLOOR = "floor"
    FLOOR_LEVEL = "floor_level"
    RED_LEVEL = "red_level"
    COMPLETENESS = "completeness"
    POINTS = "points"
    WRITTEN = "written"
    ENGLISH = "english"


class Why(StrEnum):
    NO_DAY = "no_day"
    DAY_PAST = "day_past"
    BEFORE_LAST = "before_last"
    PUBLISHED_ALREADY = "published_already"


@dataclass(frozen=True)
class Change:
    """One difference: in what, of which item, answer, level or rule, and how it reads; None where it is not there."""
    aspect: Aspect
    where: str
    before: str | None
    after: str | None


def may_publish(edition, since, *, published, today):
    """Refused for a version without a day, of a past day, counting before one that is published, or whose name is taken.

    `published` is [(edition, since)]. Assessments begun before that day keep the version they were begun with.
    """
    if edition in [name for name, _ in published]:
        raise Refused(Why.PUBLISHED_ALREADY, edition=edition)
    if since is None:
        raise Refused(Why.NO_DAY)
    if since < today:
        raise Refused(Why.DAY_PAST)
    if any(since < other for _, other in published):
        raise Refused(Why.BEFORE_LAST)


def changes(before, after):
    """Every difference between two Instruments, aspect by aspect, in the order of the new one."""
    found = []
    for aspect, read in READS.items():
        old, new = read(before), read(after)
        found += [Change(aspect, where, old.get(where), new.get(where))
                  for where in (*new, *(key for key in old if key not in new)) if old.get(where) != new.get(where)]
    return found


def unread(instrument):
    """The ids of items that the suggested services or the suggested sub-type rest on and that this Instrument lacks: nothing follows from those."""
    used = {item for row in TABLE for item, _, _ in row.when} | set(SUB_TYPE_ITEMS)
    return sorted(used - {item.id for item in instrument.items})


def _conditions(floor):
    """A floor in signs: its ages, its sub-type, and the items with the score that one of them must reach."""
    ages = [f"{sign}{age}" for sign, age in (("≥", floor.age_min), ("≤", floor.age_max)) if age is not None]
    items = [f"{', '.join(floor.items)} ≥{floor.score}"] if floor.score is not None else []
    return "; ".join(part for part in (" ".join(ages), floor.sub_type, *items) if part)


def _english(instrument):
    options = {f"{item.id}={option.score}": option.label_en for item in instrument.items for option in item.options}
    return ({domain.code: domain.name_en for domain in instrument.domains} | {item.id: item.question_en for item in instrument.items} | options
            | {floor.id: floor.text_en for floor in instrument.floors})


READS = {
    Aspect.NAME: lambda one: {"": one.name},
    Aspect.DOMAIN: lambda one: {domain.code: domain.name for domain in one.domains},
    Aspect.QUESTION: lambda one: {item.id: item.question for item in one.items},
    Aspect.ANSWER: lambda one: {f"{item.id}={option.score}": option.label for item in one.items for option in item.options},
    Aspect.WEIGHT: lambda one: {item.id: str(item.weight) for item in one.items},
    Aspect.RED: lambda one: {item.id: ", ".join(map(str, sorted(item.red))) for item in one.items if item.red},
    Aspect.AGES: lambda one: {item.id: ", ".join(f"≥{age}: {score}" for age, score in item.ages) for item in one.items if item.derived},
    Aspect.PLACE: lambda one: {item.id: f"{item.domain}, {item.page}" for item in one.asked()},
    Aspect.ORDER: lambda one: {"": " ".join(item.id for item in one.items)},
    Aspect.BAND: lambda one: {str(band.level): f"≥{band.start}" for band in one.bands},
    Aspect.FLOOR: lambda one: {floor.id: f"{floor.text} ({_conditions(floor)})" for floor in one.floors},
    Aspect.FLOOR_LEVEL: lambda one: {floor.id: str(floor.level) for floor in one.floors},
    Aspect.RED_LEVEL: lambda one: {"": str(one.red_level)},
    Aspect.COMPLETENESS: lambda one: {"": f"{one.completeness_min} %"},
    Aspect.POINTS: lambda one: {"": str(one.max_points)},
    Aspect.WRITTEN: lambda one: {"": ", ".join(one.unscored)},
    Aspect.ENGLISH: _english,
}
