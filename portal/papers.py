"""What all papers share: their copies counted, each looked at by who printed it, the last line, and the code that leads back to the record."""
from types import SimpleNamespace

import segno
from markupsafe import Markup

from portal import clock
from portal.accounts.models import User
from portal.db import db
from portal.records import DOUBLE_CLICK, Print


def of(record, kind):
    """The printings of one paper of one record."""
    return Print.select().where(Print.subject == record._meta.table_name, Print.subject_id == record.id, Print.kind == kind)


def printed(record, kind, *, by, paper):
    """One more copy; a second click within seconds is the same copy."""
    db.lock()
    last = of(record, kind).where(Print.by == by.id, Print.paper == paper).order_by(Print.copy.desc()).first()
    return last if last and clock.now() - last.at <= DOUBLE_CLICK else Print.make(record, kind, by=by, paper=paper)


def copy_of(record, kind, number, user):
    """A copy that this person printed; nobody looks at the copies of others."""
    return of(record, kind).where(Print.copy == number, Print.by == user.id).get()


def copies(record, kind):
    """[(Print, name of who printed it)], the latest first."""
    rows = list(of(record, kind).order_by(Print.copy.desc()))
    names = {user.id: user.name for user in User.select(User.id, User.name).where(User.id.in_({row.by for row in rows}))}
    return [(row, names[row.by]) for row in rows]


def last_line(row, number, user):
    """A Print as the last line of its paper tells it."""
    return SimpleNamespace(number=number, at=row.at, by=user, copy=row.copy)


def qr(text):
    """The code as a drawing that needs no style of its own."""
    return Markup(segno.make(text, error="m").svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704 our own drawing
