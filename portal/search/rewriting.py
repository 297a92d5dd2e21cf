"""The search words of all records, written anew: after an upgrade that keeps them in another way, or when somebody doubts them."""
from portal.db import db
from portal.schema import tables
from portal.words import SearchWord

AT_ONCE = 200


def searched():
    """The models whose records are found by words."""
    return [model for model in tables() if hasattr(model, "reindex")]


def is_due():
    """Whether there are records but no words: an upgrade let go of them."""
    return not SearchWord.select().exists() and any(model.select().exists() for model in searched())


def rewrite():
    """Write the words of every record, few records at a time so that nobody waits long; returns their number."""
    return sum(_rewrite(model) for model in searched())


def _rewrite(model):
    written, last = 0, 0
    while rows := list(model.select().where(model.id > last).order_by(model.id).limit(AT_ONCE)):
        with db.unit():
            for row in rows:
                row.reindex()
        written, last = written + len(rows), rows[-1].id
    return written
