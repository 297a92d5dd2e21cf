"""The papers of a referral, counted when they are printed: the letter, and the hand-over record (BAST)."""
from types import SimpleNamespace

from flask import Blueprint, g
from flask_babel import force_locale, gettext

from portal import audit
from portal.access import at_work, needs
from portal.accounts.models import User
from portal.audit import Event
from portal.letters.models import signed_as
from portal.office.models import Office, Official
from portal.records import Print
from portal.referrals.forms import PaperForm
from portal.referrals.models import Referral
from portal.rules import letter as life
from portal.rules.letter_number import signature_name
from portal.rules.referral_terms import Shared
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("papers", __name__, url_prefix="/<int:id>/prints")


@bp.post("")
@needs(May.PRINT)
def make(id):
    """Count one more copy, then show it."""
    row = at_work(Referral, id)
    form = PaperForm()
    if not form.validate_on_submit():
        say(gettext("Pilih cetakan dan kertasnya."))
        return see_other("referrals.show", id=row.id)
    made = Print.make(row, form.kind.data, by=g.user, paper=form.paper.data, reveal=Shared.NIK in row.shares)
    return see_other("referrals.papers.show", id=row.id, copy=made.id)


@bp.get("/<int:copy>")
@needs(May.PRINT)
def show(id, copy):
    row = at_work(Referral, id)
    made = printing(row, copy)
    audit.note(Event.READ, row, by=g.user, print=made.copy)
    with force_locale("id"):
        return page(f"referrals/print_{made.kind}.html", row=row, print=made, size=made.paper, text=row.text, sheet=letter_sheet(row))


def printing(row, id):
    """One printing of this referral as the paper's last line tells it; DoesNotExist when it is of another record."""
    made = Print.get(Print.id == id, Print.subject == row._meta.table_name, Print.subject_id == row.id)
    return SimpleNamespace(at=made.at, by=User.get_by_id(made.by), copy=made.copy, kind=made.kind, paper=made.paper, number=row.number)


def letter_sheet(row):
    """What the issue adds to the text: number, date and signature; before it, the place left for them."""
    if row.letter:
        return row.letter
    office, official = Office.current(), Official.in_office().first()
    lines = signed_as(office, official, life.mode_of(official.title)) if official else [f"KEPALA {office.name.upper()},"]
    below = signature_name(official.name, official.rank, official.nip) if official else []
    return SimpleNamespace(number="", date=None, above=lines, below=below)
