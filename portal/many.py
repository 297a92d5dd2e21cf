"""Many records at once: each as `Record.begin` makes it, in one statement for all."""
from portal import audit
from portal.audit import Event
from portal.db import db, insert_rows


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
