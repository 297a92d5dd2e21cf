"""What the pages of one batch show: how far it is, what was remarked, who is alike, and whether it can still be taken back."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal import audit
from portal.audit import Event
from portal.clients import places
from portal.clients.models import Client
from portal.imports.known import Somebody
from portal.imports.models import ImportRow
from portal.labels import label
from portal.rules import imports
from portal.rules.import_columns import Column
from portal.rules.imports import AT_WORK, Alike, ImportState, Remark
from portal.rules.nik import Sex, mask

VERDICT = _("Hasil")
COUNTED = ("rows", "warned", "bad", "alike", "asked", "clients")
LISTED = 25


def sheet(batch, user):
    """The state of a batch in counts and sentences; that it was read is on the trail, but for the pages that show it at work."""
    if batch.state not in AT_WORK:
        audit.note(Event.READ, batch, by=user)
    counts = ImportRow.counted(batch) if batch.state in {*AT_WORK, ImportState.CHECKED} else {name: getattr(batch, name) for name in COUNTED}
    able = counts["rows"] - counts["bad"]
    touched = sorted(batch.touched()) if batch.state == ImportState.LIVE else []
    return {
        "batch": batch, "able": able, "ready": batch.ready().count(), "unasked": able - counts["asked"], "remarks": remarks(batch), "why": why(batch),
        "twin": batch.twin(), "touched": len(touched), "touched_clients": named(touched[:LISTED], user), **counts,
    }


def remarks(batch):
    """What is worth knowing of the whole list, as sentences."""
    return [str(label(Remark(remark))) % detail for remark, detail in batch.remarks or ()]


def why(batch):
    """Why the list could not be read, as a sentence; empty when it could."""
    if not batch.why:
        return ""
    reason, detail = batch.why
    told = {name: str(label(Column(value))) if name == "column" else value for name, value in detail.items()}
    return str(label(imports.Why(reason))) % told


def named(ids, user):
    """The clients of these ids who exist for this person."""
    return list(Client.visible_to(user).where(Client.id.in_(ids)).order_by(Client.id)) if ids else []


def alike(rows, user):
    """[(row, who it tells of, [(what agrees, client or line)])] for rows of people who may be known."""
    ids = {id for row in rows for kind, id, _agrees in row.others or () if kind != Alike.TWICE}
    clients = {client.id: client for client in named(ids, user)}
    districts = places.names()
    return [(row, person(row, districts), [found for other in row.others or () if (found := _found(*other, clients))]) for row in rows]


def _found(kind, id, agrees, clients):
    """(what agrees, the client, which line of the list); None for a client who is not there any more."""
    if kind == Alike.TWICE:
        return label(Alike(kind)), None, gettext("baris %(line)s", line=id)
    return (agrees or label(Alike(kind)), clients[id], "") if id in clients else None


def person(row, districts):
    """Who a row tells of, in a few words."""
    told = row.told["person"]
    somebody = Somebody(told)
    sex, number = label(Sex(told["sex"])) if told.get("sex") else "", mask(somebody.nik) if somebody.nik else ""
    known = (sex, somebody.born, districts.get(somebody.district, ""), number)
    return told.get("name") or told.get("alias") or somebody.nameless, " · ".join(str(each) for each in known if each)
