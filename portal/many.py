"""Many records at once: each as `Record.begin` makes it or `Living.move` moves it, in one statement for all."""
from peewee import chunked

from portal import audit, clock
from portal.audit import Event
from portal.db import db, insert_rows
from portal.records import Revision, Transition

AT_ONCE = 400


def begin_many(model, rows, *, by):
    """New records of one model from [{column: value}], each with its row of the trail; in their order. Call within `audit.gathered`."""
    db.lock()
    made = [model(**values) for values in rows]
    fields = [field for field in model._meta.sorted_fields if field is not model.id]
    ids = insert_rows(fields, [[row.__data__.get(field.name) for field in fields] for row in made])
    for row, values, id in zip(made, rows, ids, strict=True):
        row.id = id
        row._dirty.clear()
        audit.record(Event.CREATED, row, by=by, fields=audit.telling(values))
    return made


def move_many(model, ids, step, before, after, *, by, reason, column="state"):
    """One step of records (ids) that nobody has changed since they were made, each with its move, its revision and its row of the trail.

    Call within `audit.gathered`.
    """
    db.lock()
    table, now = model._meta.table_name, clock.now()
    for some in chunked(ids, AT_ONCE):
        model.update(**{column: after}, version=model.version + 1).where(model.id.in_(some)).execute()
        _insert(Revision, [{"subject": table, "subject_id": id, "version": 1, "values": {column: str(before)}, "by": by.id, "at": now}
                           for id in some])
        _insert(Transition, [{"subject": table, "subject_id": id, "step": str(step), "before": str(before), "after": str(after), "reason": reason,
                              "by": by.id, "occurred_at": now, "recorded_at": now} for id in some])
        for id in some:
            audit.record(step, model(id=id), by=by, before=before, after=after)


def _insert(model, rows):
    fields = [model._meta.fields[name] for name in rows[0]]
    insert_rows(fields, [list(row.values()) for row in rows])
