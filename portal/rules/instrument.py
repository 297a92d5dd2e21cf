"""An assessment instrument is one definition that the screens, the paper and the score read, and a broken one is refused whole."""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.categories import Category, SubType
from portal.rules.interview import UNSCORED
from portal.rules.levels import Level, rank
from portal.rules.refused import Refused


class InstrumentFault(StrEnum):
    INCOMPLETE = "incomplete"
    REPEATED = "repeated"
    UNKNOWN_NAME = "unknown_name"
    BAD_VALUE = "bad_value"
    BAD_BANDS = "bad_bands"
    WRONG_TOTAL = "wrong_total"


@dataclass(frozen=True)
class Option:
    """One answer: its `score` 0 (no concern) to 3 (worst) and its words."""
    score: int
    label: str
    label_en: str


@dataclass(frozen=True)
class Item:
    """One question. `red` holds the scores that alone mean an emergency; a `derived` item reads `ages`: (from age, score)."""
    id: str
    domain: str
    question: str
    question_en: str
    weight: int
    options: tuple[Option, ...]
    red: frozenset[int]
    derived: bool
    page: int | None
    ages: tuple[tuple[int, int], ...]

    def option(self, score):
        """The Option with this score, or None."""
        return next((option for option in self.options if option.score == score), None)


@dataclass(frozen=True)
class Domain:
    """A group of items, by its letter."""
    code: str
    name: str
    name_en: str


@dataclass(frozen=True)
class Band:
    """From `start` percent on, the score alone means `level`."""
    start: int
    level: Level


@dataclass(frozen=True)
class Floor:
    """A rule that only raises: when all that is not None holds, the level is at least `level`. Ages in whole years."""
    id: str
    text: str
    text_en: str
    level: Level
    age_min: int | None
    age_max: int | None
    sub_type: SubType | None
    items: tuple[str, ...]
    score: int | None


@dataclass(frozen=True)
class Page:
    """One page of the form, by the domains on it; `unscored` says that the written part follows there."""
    number: int
    domains: tuple[str, ...]
    unscored: bool


@dataclass(frozen=True)
class Instrument:
    """The whole definition. `max_points` is the sum of weight x 3; `completeness_min` in percent; `since` the day it counts from, or None."""
    name: str
    version: str
    since: date | None
    domains: tuple[Domain, ...]
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    floors: tuple[Floor, ...]
    pages: tuple[Page, ...]
    max_points: int
    completeness_min: int
    red_level: Level
    unscored: tuple[str, ...]
    categories: frozenset[Category]
    note: str

    def item(self, item_id):
        """The Item with this id; KeyError when there is none."""
        found = next((item for item in self.items if item.id == item_id), None)
        if found is None:
            raise KeyError(item_id)
        return found

    def asked(self):
        """The items that a person answers (not those the system works out), in order."""
        return tuple(item for item in self.items if not item.derived)

    def on_page(self, number):
        """The items asked on this page, in the order of screen and paper."""
        return tuple(item for item in self.asked() if item.page == number)


WORDING = {Item: "question", Option: "label", Domain: "name", Floor: "text"}
LEVELS = {"Darurat": Level.EMERGENCY, "Mendesak": Level.URGENT, "Biasa": Level.ORDINARY, "Pemantauan": Level.MONITORING}
WORST = 3


def in_language(part, locale):
    """The words of an Item, Option, Domain or Floor in the language `locale`; Indonesian where the definition has no other."""
    name = WORDING[type(part)]
    english = getattr(part, f"{name}_en") if str(locale) == "en" else ""
    return english or getattr(part, name)


def parse(definition):
    """The Instrument of a definition (the dict of `instrument.json`), checked; Refused(InstrumentFault, where=…)."""
    try:
        instrument = _built(definition)
    except KeyError as missing:
        raise Refused(InstrumentFault.INCOMPLETE, where=str(missing)) from None
    except (AttributeError, TypeError, ValueError) as wrong:
        raise Refused(InstrumentFault.BAD_VALUE, where=str(wrong)) from None
    _check(instrument)
    return instrument


def _built(raw):
    english = raw.get("domains_en", {})
    return Instrument(
        name=raw["name"], version=str(raw["version"]), since=date.fromisoformat(raw["valid_from"]) if "valid_from" in raw else None,
        domains=tuple(Domain(code, name, english.get(code, "")) for code, name in raw["domains"].items()),
        items=tuple(_item(item) for item in raw["items"]),
        bands=tuple(Band(int(band["min"]), _level(band["level"])) for band in raw["bands"]),
        floors=tuple(_floor(floor) for floor in raw["floors"]),
        pages=tuple(Page(page["page"], tuple(page["domains"]), page.get("unscored", False)) for page in raw["pages"]),
        max_points=raw["max_points"], completeness_min=raw["completeness_min_percent"], red_level=_level(raw["red_item_level"]),
        unscored=tuple(raw["unscored"]), categories=frozenset(map(Category, raw["categories_of_case"])), note=raw["note"])


def _item(raw):
    options = tuple(Option(int(each["score"]), each["label"], each.get("label_en", "")) for each in raw["options"])
    ages = tuple((int(step["min"]), int(step["score"])) for step in raw["from_age"]) if raw["derived"] else ()
    return Item(id=raw["id"], domain=raw["domain"], question=raw["question"], question_en=raw.get("question_en", ""),
                weight=int(raw["weight"]), options=options, red=frozenset(raw["red_flag"]), derived=raw["derived"],
                page=raw.get("page") if raw["derived"] else int(raw["page"]), ages=tuple(sorted(ages, reverse=True)))


def _floor(raw):
    when = raw["when"]
    reached = when.get("any_item_at_least", {"items": (), "score": None})
    return Floor(id=raw["id"], text=raw["text"], text_en=raw.get("text_en", ""), level=_level(raw["min_level"]),
                 age_min=when.get("age_min"), age_max=when.get("age_max"),
                 sub_type=SubType(when["sub_type"]) if "sub_type" in when else None,
                 items=tuple(reached["items"]), score=reached["score"])


def _level(word):
    if word not in LEVELS:
        raise Refused(InstrumentFault.UNKNOWN_NAME, where=word)
    return LEVELS[word]


def _check(instrument):
    ids = [item.id for item in instrument.items]
    _all_once(ids)
    _all_once([floor.id for floor in instrument.floors])
    domains = {domain.code for domain in instrument.domains}
    _known((item.domain for item in instrument.items), domains)
    _known((code for page in instrument.pages for code in page.domains), domains)
    _known((item for floor in instrument.floors for item in floor.items), ids)
    _known(instrument.unscored, UNSCORED)
    for item in instrument.items:
        _check_item(item, instrument.pages)
    for floor in instrument.floors:
        if (floor.age_min, floor.age_max, floor.sub_type, floor.score) == (None,) * 4:
            raise Refused(InstrumentFault.BAD_VALUE, where=floor.id)
    _check_bands(instrument.bands)
    if sum(item.weight * WORST for item in instrument.items) != instrument.max_points:
        raise Refused(InstrumentFault.WRONG_TOTAL, where="max_points")


def _check_item(item, pages):
    scores = [option.score for option in item.options]
    _all_once(scores)
    reachable = item.red <= set(scores) and {score for _, score in item.ages} <= set(scores)
    if item.weight < 1 or scores != sorted(scores) or min(scores, default=-1) < 0 or scores[-1] > WORST or not reachable:
        raise Refused(InstrumentFault.BAD_VALUE, where=item.id)
    if item.derived and (not item.ages or item.ages[-1][0] != 0):
        raise Refused(InstrumentFault.BAD_VALUE, where=item.id)
    if not item.derived and not any(page.number == item.page and item.domain in page.domains for page in pages):
        raise Refused(InstrumentFault.UNKNOWN_NAME, where=f"{item.id} page {item.page}")


def _check_bands(bands):
    starts, ranks = [band.start for band in bands], [rank(band.level) for band in bands]
    if not starts or starts[-1] != 0 or starts != sorted(set(starts), reverse=True) or ranks != sorted(set(ranks)):
        raise Refused(InstrumentFault.BAD_BANDS, where="bands")


def _all_once(names):
    for name in names:
        if names.count(name) > 1:
            raise Refused(InstrumentFault.REPEATED, where=str(name))


def _known(names, known):
    for name in names:
        if name not in known:
            raise Refused(InstrumentFault.UNKNOWN_NAME, where=str(name))
