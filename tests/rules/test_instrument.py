"""The instrument that ships is whole, and a broken one is refused."""
import copy
import hashlib
import json
from pathlib import Path

import pytest

from portal.rules.instrument import Domain, InstrumentFault, in_language, parse
from portal.rules.levels import Level
from portal.rules.refused import Refused
from portal.rules.triage import Flag

DATA = Path(__file__).parents[2] / "portal" / "data"
DEFINITION = json.loads((DATA / "instrument.json").read_text(encoding="utf-8"))


def test_the_shipped_instrument():
    instrument = parse(DEFINITION)
    assert (len(instrument.items), len(instrument.domains), len(instrument.pages), instrument.max_points) == (26, 11, 5, 156)
    assert [item.id for item in instrument.items if item.derived] == ["K1"]
    assert [len(instrument.on_page(page.number)) for page in instrument.pages] == [4, 5, 7, 6, 3]
    assert instrument.item("A3").option(1) is None and instrument.item("A3").red == {3}
    assert [floor.level for floor in instrument.floors] == [Level.URGENT] * 4 + [Level.ORDINARY]


def test_the_red_flags_are_those_of_the_instrument():
    assert [flag["id"] for flag in DEFINITION["triage"]["flags"]] == list(Flag)


def indonesian(definition):
    """The definition without its English."""
    if isinstance(definition, dict):
        return {key: indonesian(value) for key, value in definition.items() if not key.endswith("_en")}
    return [indonesian(value) for value in definition] if isinstance(definition, list) else definition


def test_the_indonesian_of_version_1_stays_as_it_was_published():
    text = json.dumps(indonesian(DEFINITION), ensure_ascii=False, sort_keys=True)
    assert DEFINITION["version"] == "1", "a changed instrument is a new version: note its digest here"
    assert hashlib.sha256(text.encode()).hexdigest() == "af1fa10ef07b84c23383710c64391425e37521f712ad042a3adc1f1b87563f77"


def test_everything_a_person_reads_in_the_instrument_has_english():
    instrument = parse(DEFINITION)
    options = [option for item in instrument.items for option in item.options]
    for part in [*instrument.domains, *instrument.items, *options, *instrument.floors]:
        assert in_language(part, "en") != in_language(part, "id"), part
    assert all(flag["label_en"] for flag in DEFINITION["triage"]["flags"])


@pytest.mark.parametrize("english, locale, words", [
    ("Education", "en", "Education"), ("Education", "id", "Pendidikan"), ("Education", "ja", "Pendidikan"), ("", "en", "Pendidikan"),
])
def test_a_part_without_english_reads_indonesian(english, locale, words):
    assert in_language(Domain("G", "Pendidikan", english), locale) == words


def broken(*path, to):
    """A copy of the definition with one place changed; `to` is the new value, or `del`."""
    definition = copy.deepcopy(DEFINITION)
    place = definition
    for step in path[:-1]:
        place = place[step]
    if to == "del":
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return definition


@pytest.mark.parametrize("definition, fault", [
    ({}, InstrumentFault.INCOMPLETE),
    (broken("bands", to="del"), InstrumentFault.INCOMPLETE),
    (broken("items", 0, "weight", to="del"), InstrumentFault.INCOMPLETE),
    (broken("items", 25, "from_age", to="del"), InstrumentFault.INCOMPLETE),
    (broken("items", 1, "id", to="A1"), InstrumentFault.REPEATED),
    (broken("items", 0, "options", 1, "score", to=0), InstrumentFault.REPEATED),
    (broken("floors", 1, "id", to="L1"), InstrumentFault.REPEATED),
    (broken("items", 0, "domain", to="Z"), InstrumentFault.UNKNOWN_NAME),
    (broken("unscored", 0, to="shoe_size"), InstrumentFault.UNKNOWN_NAME),
    (broken("items", 0, "page", to=2), InstrumentFault.UNKNOWN_NAME),
    (broken("red_item_level", to="Gawat"), InstrumentFault.UNKNOWN_NAME),
    (broken("floors", 2, "when", "any_item_at_least", "items", to=["A9"]), InstrumentFault.UNKNOWN_NAME),
    (broken("pages", 0, "domains", to=["A", "Z"]), InstrumentFault.UNKNOWN_NAME),
    (broken("items", 0, "weight", to=0), InstrumentFault.BAD_VALUE),
    (broken("items", 0, "weight", to="x"), InstrumentFault.BAD_VALUE),
    (broken("items", 0, "red_flag", to=[7]), InstrumentFault.BAD_VALUE),
    (broken("items", 0, "options", 3, "score", to=4), InstrumentFault.BAD_VALUE),
    (broken("items", 0, "options", to=[]), InstrumentFault.BAD_VALUE),
    (broken("items", 25, "from_age", 3, "min", to=1), InstrumentFault.BAD_VALUE),
    (broken("floors", 0, "when", to={}), InstrumentFault.BAD_VALUE),
    (broken("floors", 1, "when", "sub_type", to="X"), InstrumentFault.BAD_VALUE),
    (broken("categories_of_case", to=["99"]), InstrumentFault.BAD_VALUE),
    (broken("bands", to=[]), InstrumentFault.BAD_BANDS),
    (broken("bands", 3, "min", to=1), InstrumentFault.BAD_BANDS),
    (broken("bands", 1, "level", to="Darurat"), InstrumentFault.BAD_BANDS),
    (broken("bands", 1, "min", to=10), InstrumentFault.BAD_BANDS),
    (broken("max_points", to=150), InstrumentFault.WRONG_TOTAL),
])
def test_a_broken_definition_is_refused(definition, fault):
    with pytest.raises(Refused) as refused:
        parse(definition)
    assert refused.value.why is fault
