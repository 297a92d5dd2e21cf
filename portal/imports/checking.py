"""The dry run of a list: every row is read, every problem named, and everybody who may be known already looked for; nothing becomes a record."""
from peewee import chunked

from portal import clock
from portal.clients.identity import known_regencies
from portal.clients.lookalikes import lookalikes_of
from portal.clients.models import Client
from portal.db import db
from portal.imports.book import Book
from portal.imports.known import Doubles, told_of
from portal.imports.models import ImportRow, ImportUpload
from portal.office.models import Region
from portal.rules.client import ClientState
from portal.rules.import_cells import verdict
from portal.rules.import_rows import Places, Row, plain_place
from portal.rules.imports import SEEKING, SEEKING_ON, Alike, ImportState, ImportStep, Remark, Verdict, look_rounded
from portal.rules.names import normalise
from portal.rules.refused import Refused

READ_AT_ONCE, ASKED_AT_ONCE = 400, 25


def check(batch):
    """Read the list unless that is done, look for people alike as long as is fitting, and put the batch before its maker."""
    upload, time = batch.uploads.first(), SEEKING_ON
    if upload:
        time = SEEKING
        try:
            _read(batch, Book(upload.content))
        except Refused as refused:
            _give_up(batch, refused)
            return
    _ask(batch, clock.machine() + time)
    _finish(batch, ImportStep.FINISH_CHECK, **ImportRow.counted(batch))


def is_wanted(batch):
    """Whether somebody still waits for the check; nobody else writes until the unit ends."""
    return batch.fresh().state == ImportState.CHECKING


def _finish(batch, step, **changes):
    with db.unit():
        if is_wanted(batch):
            batch.fresh().move(step, by=batch.made_by, **changes)


def _give_up(batch, refused):
    with db.unit():
        ImportRow.delete().where(ImportRow.batch == batch).execute()
        ImportUpload.delete().where(ImportUpload.batch == batch).execute()
    _finish(batch, ImportStep.GIVE_UP, why=[str(refused.why), {name: str(value) for name, value in refused.detail.items()}])


def _read(batch, book):
    """Judge every row. What an earlier attempt left is read anew."""
    with db.unit():
        ImportRow.delete().where(ImportRow.batch == batch).execute()
    doubles, today, places, niks = Doubles(), clock.today(), office_places(), []
    for some in chunked(book.rows(), READ_AT_ONCE):
        rows = [_judged(batch, doubles, line, Row(cells, today=today, places=places)) for line, cells in some]
        niks += [row["told"]["person"]["nik"] for row in rows if row["told"] and "nik" in row["told"]["person"]]
        _known_for_sure(rows, batch.made_by)
        with db.unit():
            if not is_wanted(batch):
                return
            ImportRow.insert_many(rows).execute()
    _done_reading(batch, book, niks)


def _judged(batch, doubles, line, row):
    judged, told = verdict(row.faults), row.told()
    others = [] if judged == Verdict.BAD else doubles.of(line, told)
    return {"batch": batch.id, "line": line, "verdict": judged, "faults": row.faults, "others": others, "alike": bool(others), "asked": False,
            "told": None if judged == Verdict.BAD else told, "kin": len(told["kin"])}


def _done_reading(batch, book, niks):
    remarks = [*book.remarks, *([(str(Remark.NIKS_ROUNDED), {})] if look_rounded(niks) else [])]
    with db.unit():
        if is_wanted(batch):
            ImportUpload.delete().where(ImportUpload.batch == batch).execute()
            batch.fresh().change(by=batch.made_by, remarks=remarks, heads={str(column): index for index, column in book.heads.columns.items()})


def office_places():
    """The office's kecamatan and desa as the rule looks them up."""
    villages = {}
    for row in Region.villages():
        villages.setdefault(plain_place(row.name), []).append(row.code)
    return Places({plain_place(row.name): row.code for row in Region.districts()}, villages, known_regencies())


def _known_for_sure(rows, user):
    """Of a few hundred rows, those whose NIK, or whose name and day of birth, an active client has who exists for this person."""
    people = [(row, row["told"]["person"]) for row in rows if row["told"]]
    niks = {person["nik"]: row for row, person in people if "nik" in person}
    days = {person["birth_date"] for row, person in people if person.get("birth_precision") == "day"}
    clients = Client.visible_to(user).where(Client.state == ClientState.ACTIVE)
    for client in clients.where(Client.nik.in_(list(niks))) if niks else ():
        _note(niks[client.nik], Alike.SAME_NIK, client.id)
    born = {}
    for client in clients.where(Client.birth_date.in_(list(days))) if days else ():
        born.setdefault((normalise(client.name), str(client.birth_date)), []).append(client.id)
    for row, person in people:
        for id in born.get((normalise(person.get("name", "")), person.get("birth_date")), ()) if person.get("name") else ():
            _note(row, Alike.SAME_BIRTH, id)


def _note(row, alike, id):
    """Somebody who is known for sure need not be looked for any more."""
    if id not in [other[1] for other in row["others"]]:
        row["others"].append([str(alike), id, ""])
    row["alike"] = row["asked"] = True


def _ask(batch, end):
    """Look for people alike, row after row, until the time for it is over."""
    while clock.machine() < end and (rows := list(batch.unasked().limit(ASKED_AT_ONCE))):
        found = lookalikes_of([told_of(row.told["person"], row.told["kin"]) for row in rows], batch.made_by, limit=3)
        with db.unit():
            if not is_wanted(batch):
                return
            for row, known in zip(rows, found, strict=True):
                others = row.others + [[str(Alike.SIMILAR), each.client.id, ", ".join(each.agrees)[:200]] for each in known]
                ImportRow.update(asked=True, others=others, alike=bool(others)).where(ImportRow.id == row.id).execute()
