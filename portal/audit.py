"""The trail: who did what to which record, append-only, each row chained to the one before it."""
import hashlib
import hmac
import os
import threading
from contextlib import contextmanager
from enum import StrEnum

from flask import current_app, g, has_request_context, request
from peewee import CharField, DateTimeField, IntegerField, Model

from portal import clock
from portal.db import TRAIL, Json, canonical, db, insert_rows

GENESIS = "0" * 64
_gathering = threading.local()


class Event(StrEnum):
    """What the trail can say besides the steps of the lives."""

    CREATED = "created"
    CHANGED = "changed"
    READ = "read"
    LISTED = "listed"
    REVEALED = "revealed"
    SEARCHED = "searched"
    PRINTED = "printed"
    DOWNLOADED = "downloaded"
    EXPORTED = "exported"
    ATTACHED = "attached"
    SHARED = "shared"
    TOLD = "told"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    ROLE_GRANTED = "role_granted"
    ROLE_ENDED = "role_ended"
    DELEGATED = "delegated"
    DELEGATION_ENDED = "delegation_ended"
    PASSWORD_RESET = "password_reset"
    PASSWORD_CHANGED = "password_changed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    JOINED_TEAM = "joined_team"
    LEFT_TEAM = "left_team"
    BROKE_GLASS = "broke_glass"
    RESTRICTED = "restricted"
    UNRESTRICTED = "unrestricted"
    SET_UP = "set_up"
    SETTING_CHANGED = "setting_changed"


class Entry(Model):
    """One row of the trail. Never personal: ids, states and field names only."""

    at = DateTimeField()
    by = IntegerField(null=True, index=True)
    session = CharField(max_length=8, default="")
    address = CharField(max_length=45, default="")
    action = CharField(max_length=40)
    subject = CharField(max_length=40, default="")
    subject_id = IntegerField(null=True)
    detail = Json()
    prev = CharField(max_length=64)
    hash = CharField(max_length=64)

    class Meta:
        database = db
        table_name = TRAIL
        indexes = ((("subject", "subject_id"), False),)

    @classmethod
    def all(cls):
        """Every row, for whoever may read the trail."""
        return cls.select()

    def text(self):
        """The canonical text that the hash covers."""
        return canonical([self.id, self.at.isoformat(sep=" "), self.by, self.session, self.address, self.action,
                          self.subject, self.subject_id, self.detail, self.prev])

    def sealed(self):
        """The hash this row must carry: HMAC-SHA256 under the key that lives outside the database."""
        return hmac.new(current_app.config["TRAIL_KEY"].encode(), self.text().encode(), hashlib.sha256).hexdigest()


def record(action, subject=None, *, by, **detail):
    """Append one row within the open unit of work; the only writer of the trail. `by` may be None (nobody signed in)."""
    db.lock()
    entry = Entry(
        at=clock.now(), by=by.id if by else None, action=str(action),
        subject=subject._meta.table_name if subject is not None else "", subject_id=subject.id if subject is not None else None,
        detail={name: plain(value) for name, value in detail.items()}, **_caller())
    waiting = getattr(_gathering, "entries", None)
    if waiting is None:
        _append([entry])
    else:
        waiting.append(entry)


@contextmanager
def gathered():
    """Within the open unit of work, rows of the trail are chained at the end and written together: for many records at once."""
    _gathering.entries = []
    try:
        yield
        _append(_gathering.entries)
    finally:
        _gathering.entries = None


def _append(entries):
    """Chain the entries to the last row, and write them."""
    if not entries:
        return
    last = Entry.select(Entry.id, Entry.hash).order_by(Entry.id.desc()).first()
    before, head = (last.id, last.hash) if last else (0, GENESIS)
    for number, entry in enumerate(entries, 1):
        entry.id, entry.prev = before + number, head
        entry.hash = head = entry.sealed()
    fields = Entry._meta.sorted_fields
    insert_rows(fields, [[entry.__data__[field.name] for field in fields] for entry in entries])
    db.work.after.append(lambda: keep_head(before + len(entries), head))


def note(action, subject=None, *, by, **detail):
    """Append one row in a short transaction of its own: readings, refusals, failed sign-ins."""
    with db.unit():
        record(action, subject, by=by, **detail)


def telling(values):
    """The names of those of the values {name: value} that say something."""
    return sorted(name for name, value in values.items() if value not in (None, ""))


def plain(value):
    """A detail as the trail keeps it: text, number, truth or a list of these."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int)) else str(value)


def _caller():
    if not has_request_context():
        return {}
    return {"session": g.get("session_mark", ""), "address": (request.remote_addr or "")[:45]}


def keep_head(count, head):
    """Keep the count and the last hash beside the database, so that a cut tail is noticed."""
    path = current_app.config["INSTANCE"] / "trail.head"
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(f"{count} {head}\n")
    os.replace(fresh, path)


def verify():
    """The first fault of the chain as a sentence, or None: rows changed, missing, swapped, inserted or cut off."""
    prev, count = GENESIS, 0
    for entry in Entry.select().order_by(Entry.id).iterator():
        count += 1
        if entry.id != count:
            return f"Baris {count} hilang dari jejak audit."
        if entry.prev != prev or entry.hash != entry.sealed():
            return f"Baris {entry.id} jejak audit tidak utuh."
        prev = entry.hash
    return _head_fault(count, prev)


def _head_fault(count, head):
    path = current_app.config["INSTANCE"] / "trail.head"
    if not path.exists():
        return None if count == 0 else "Berkas kepala jejak audit (trail.head) hilang."
    kept_count, kept_head = path.read_text().split()
    if count < int(kept_count) or (count == int(kept_count) and head != kept_head):
        return f"Jejak audit berakhir di baris {count}, padahal pernah sampai baris {kept_count}."
    return None
