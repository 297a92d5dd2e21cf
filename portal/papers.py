"""What all papers share: their copies counted, each looked at by who printed it, the last line, and the code that leads back to the record."""
from types import SimpleNamespace

import segno
from flask_babel import lazy_gettext as _
from markupsafe import Markup
from wtforms import BooleanField

from portal import clock
from portal.accounts.models import User
from portal.db import db
from portal.fields import RadioChoiceField, needed
from portal.forms import Form
from portal.records import DOUBLE_CLICK, Print
from portal.rules.office import Paper


class PrintForm(Form):
    """One printing of a paper about one person."""

    paper = RadioChoiceField(_("Kertas"), Paper, [needed(_("Pilih kertasnya."))])
    reveal = BooleanField(_("Cetak NIK lengkap"))


def paper_of(values):
    """The paper that was asked for among what was sent, or None."""
    asked = values.get("paper", "")
    return Paper(asked) if asked in list(Paper) else None


def of(record, kind):
    """The printings of one paper of one record."""
    return Print.select().where(Print.subject == record._meta.table_name, Print.subject_id == record.id, Print.kind == kind)


def printed(record, kind, *, by, paper, reveal=False, initials=False):
    """One more copy; a second click within seconds is the same copy. `reveal`: with the NIK in full, `initials`: without names."""
    db.lock()
    same = {"by": by.id, "paper": paper, "reveal": reveal, "initials": initials}
    last = of(record, kind).filter(**same).order_by(Print.copy.desc()).first()
    return last if last and clock.now() - last.at <= DOUBLE_CLICK else Print.make(record, kind, **same | {"by": by})


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
