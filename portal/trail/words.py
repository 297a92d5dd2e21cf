"""What the trail calls a deed: a step in the life of the record it was done to, or an event."""
from functools import lru_cache

from flask_babel import lazy_gettext as _

from portal.audit import Event
from portal.labels import label
from portal.records import Living
from portal.schema import tables

# The moves by which a record begins stand in no table of moves.
BEGINNINGS = {"receive": _("Terima laporan"), "open": _("Buka kasus"), "start": _("Mulai asesmen"), "need": _("Catat kebutuhan")}


def said(entry):
    """The words for what an Entry tells, by the lives of its subject: several of them call a step the same."""
    for enum in (*_steps().get(entry.subject, ()), Event):
        if entry.action in list(enum):
            return label(enum(entry.action))
    return BEGINNINGS.get(entry.action, entry.action)


@lru_cache(maxsize=1)
def _steps():
    """{table: the enums of the steps that its records take}."""
    return {model._meta.table_name: {type(step) for life in model.LIVES.values() for _state, step in life.moves}
            for model in tables() if issubclass(model, Living)}
