"""A list is read once, in memory: matched with the office's clients, and only what it says of them is written down."""
from peewee import chunked

from portal import clock
from portal.background import Background
from portal.clients.models import Client
from portal.db import db
from portal.extracts.models import Extract, ExtractRow
from portal.extracts.taking_over import known_days
from portal.imports.book import Book
from portal.rules.age import BirthPrecision
from portal.rules.client import ClientState
from portal.rules.dtsen_extract import EXTRACT, PROBLEMS_SHOWN, ExtractState, ExtractStep
from portal.rules.dtsen_matching import Known, Match, fate, found_in, is_ticked
from portal.rules.dtsen_rows import ListedRow
from portal.rules.imports import Remark, look_rounded
from portal.rules.names import normalise
from portal.rules.refused import Refused

AT_ONCE = 500
_contents = {}


class Reading:
    """What a list (bytes) says: `told`, the Told of its rows; `problems` of the first that cannot be taken; `bad`, how many there are."""

    def __init__(self, content, *, today, day):
        book = Book(content, EXTRACT)
        self.told, self.problems, self.bad = [], [], 0
        for line, cells in book.rows():
            self._take(line, ListedRow(line, cells, today=today, day=day))
        rounded = look_rounded([row.nik for row in self.told if row.nik])
        self.remarks = [*book.remarks, *([(str(Remark.NIKS_ROUNDED), {})] if rounded else [])]

    def _take(self, line, row):
        if row.told:
            self.told.append(row.told)
            return
        self.bad += 1
        if self.bad <= PROBLEMS_SHOWN:
            self.problems.append(row.problem(line))


def begin(extract, content):
    """Read the list once the open unit of work is committed. Until then, and no longer, its bytes stand in memory."""
    _contents[extract.id] = content
    BACKGROUND.begin(extract.id)


def is_going(extract):
    """Whether somebody is reading it right now."""
    return BACKGROUND.is_going(extract.id)


def carry_on(id):
    """Read the list of this id; what was lost with the memory of an earlier server is not read any more."""
    extract = Extract.get_by_id(id)
    if extract.state == ExtractState.READING and id in _contents:
        read(extract, _contents[id])
    _contents.pop(id, None)


BACKGROUND = Background("extract", carry_on)


def read(extract, content):
    """Match the list in memory, then write down in one unit of work what it says of clients."""
    try:
        reading = Reading(content, today=clock.today(), day=extract.day)
    except Refused as refused:
        _finish(extract, ExtractStep.GIVE_UP, [], why=[str(refused.why), {name: str(value) for name, value in refused.detail.items()}])
        return
    found, unmatched = found_in(reading.told, known_people(extract.made_by, {row.born for row in reading.told}))
    counts = {str(way): sum(each.match == way for each in found) for way in Match}
    _finish(extract, ExtractStep.FINISH_READING, found, rows=len(reading.told) + reading.bad, bad=reading.bad, unmatched=unmatched, matched=counts,
            problems=reading.problems, remarks=reading.remarks)


def known_people(user, days):
    """Every active client that exists for this person, as the matching rule sees them; by name only those born on one of these days."""
    columns = (Client.id, Client.nik, Client.family_card, Client.name, Client.birth_date, Client.birth_precision, Client.sex)
    rows = Client.whole_to(user).select(*columns).where(Client.state == ClientState.ACTIVE).tuples()
    return [_known(days, *row) for row in rows]


def _known(days, id, nik, card, name, born, precision, sex):
    exact = born if precision in (None, BirthPrecision.DAY) and born in days else None
    return Known(id, nik or "", card, normalise(name) if exact else "", exact, sex)


def _finish(extract, step, found, **changes):
    days = known_days([each.client for each in found])
    rows = [_row(extract, each, fate(each.row.on, days.get(each.client), each.conflict)) for each in found]
    with db.unit():
        if extract.fresh().state != ExtractState.READING:
            return
        for some in chunked(rows, AT_ONCE):
            ExtractRow.insert_many(some).execute()
        extract.fresh().move(step, by=extract.made_by, **changes)


def _row(extract, found, what):
    row = found.row
    return {"extract": extract.id, "line": row.line, "client": found.client, "way": found.match, "status": row.status, "decile": row.decile,
            "family_card": row.card, "checked_on": row.on, "conflict": found.conflict, "fate": what, "ticked": is_ticked(found.match, what)}
