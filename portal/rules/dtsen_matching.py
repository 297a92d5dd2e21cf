"""A row tells of a client by NIK; a decile ranks a family, so by its card; else by name and day of birth, and what is doubtful a person ticks."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_rows import Told
from portal.rules.nik import Sex


class Match(StrEnum):
    NIK = "nik"
    FAMILY_CARD = "family_card"
    BIRTH = "birth"
    UNSURE = "unsure"


class Fate(StrEnum):
    """What a row would do to what is known of a client already."""
    FRESH = "fresh"
    KNOWN = "known"
    OLDER = "older"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Known:
    """A client as this rule sees them; `name` in one spelling, `born` only when the day is known."""
    id: int
    nik: str = ""
    card: str = ""
    name: str = ""
    born: date | None = None
    sex: Sex | None = None


@dataclass(frozen=True)
class Found:
    """What the list says of one client, and by which way that is known; `conflict`: it says two things of one day."""
    client: int
    match: Match
    row: Told
    conflict: bool = False


def found_in(rows, people):
    """([Found], in the order of the list; the count of rows that tell of nobody known). `rows` are Told, `people` Known."""
    ways = [(Match.NIK, _by_nik(rows, people))]
    ways.append((Match.FAMILY_CARD, _by_card(rows, people, but=set(ways[0][1]))))
    settled = {id for _match, told in ways for id in told}
    spoken_for = {row.line for row in rows if row.nik} & {row.line for told in ways[0][1].values() for row in told}
    sure, unsure = _by_birth([row for row in rows if row.line not in spoken_for], [each for each in people if each.id not in settled])
    ways += [(Match.BIRTH, sure), (Match.UNSURE, unsure)]
    found = [_weighed(id, match, told) for match, all_told in ways for id, told in all_told.items()]
    used = {row.line for _match, all_told in ways for told in all_told.values() for row in told}
    return sorted(found, key=lambda each: (each.row.line, each.client)), len(rows) - len(used)


def fate(on, known_on, conflict=False):
    """What becomes of a row of the day `on`; `known_on` is the day of the latest check, None when nobody has looked."""
    if conflict:
        return Fate.CONFLICT
    if known_on is None or on > known_on:
        return Fate.FRESH
    return Fate.KNOWN if on == known_on else Fate.OLDER


def is_ticked(match, what):
    """Whether a row is taken over unless somebody says otherwise."""
    return what == Fate.FRESH and match != Match.UNSURE


def _by_nik(rows, people):
    return _told_of(((row.nik, row) for row in rows), ((each.nik, each.id) for each in people))


def _by_card(rows, people, but):
    """Everybody of the family but those (ids) of whom the list speaks themselves: their own row may say something else."""
    return _told_of(((row.card, row) for row in rows if row.status == DtsenStatus.LISTED),
                    ((each.card, each.id) for each in people if each.id not in but))


def _told_of(keyed_rows, keyed_ids):
    """{id: [rows with the same key]}."""
    of_key = defaultdict(list)
    for key, row in keyed_rows:
        if key:
            of_key[key].append(row)
    return {id: of_key[key] for key, id in keyed_ids if key in of_key}


def _by_birth(rows, people):
    """({id: rows}, {id: rows}) of those who are sure, and of those whom somebody must look at."""
    namesakes, told, sure, unsure = defaultdict(list), defaultdict(list), {}, {}
    for each in people:
        namesakes[each.name, each.born].append(each)
    for row in rows:
        if row.name and row.born and (row.name, row.born) in namesakes:
            told[row.name, row.born].append(row)
    for key, same in told.items():
        one_to_one = len(namesakes[key]) == 1 and len({row.nik for row in same}) == 1
        for each in namesakes[key]:
            fits = one_to_one and not any(_differs(row, each) for row in same)
            (sure if fits else unsure)[each.id] = same
    return sure, unsure


def _differs(row, person):
    return any(one and other and one != other for one, other in ((row.nik, person.nik), (row.sex, person.sex)))


def _weighed(id, match, rows):
    """Of all that is said of a client the latest day counts; two things said of that day are a conflict."""
    latest = max(row.on for row in rows)
    last = [row for row in rows if row.on == latest]
    return Found(id, match, last[0], conflict=len({(row.status, row.decile) for row in last}) > 1)
