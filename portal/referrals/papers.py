"""The papers of a referral, counted when they are printed: the letter, and the hand-over record (BAST)."""
from types import SimpleNamespace

from flask import Blueprint, g, url_for
from flask_babel import force_locale, gettext

from portal import audit
from portal.access import at_work, needs
from portal.audit import Event
from portal.clients import consent_papers
from portal.letters.layout import NOT_ISSUED, on_paper
from portal.letters.sheet import printing
from portal.papers import qr
from portal.phrases import day
from portal.records import Print
from portal.referrals import handover
from portal.referrals.forms import PaperForm
from portal.referrals.models import Referral
from portal.referrals.text import identity
from portal.rules.consent import ConsentPaper
from portal.rules.letter_kind import LetterKind
from portal.rules.referral import PaperState
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
    leaves(row, form.kind.data)
    made = Print.make(row, form.kind.data, by=g.user, paper=form.paper.data, reveal=Shared.NIK in row.shares)
    return see_other("referrals.papers.show", id=row.id, copy=made.id)


@bp.get("/<int:copy>")
@needs(May.PRINT)
def show(id, copy):
    row = at_work(Referral, id)
    made = printing(row, copy, row.number)
    leaves(row, made.kind)
    audit.note(Event.READ, row, by=g.user, print=made.copy)
    with force_locale("id"):
        return page(f"referrals/print_{made.kind}.html", row=row, print=made, **shown(row, made))


def shown(row, made):
    """What this paper shows."""
    if made.kind == "consent":
        told = [*identity(row.case, row.shares), [gettext("Ringkasan kondisi"), row.summary], [gettext("Layanan diharapkan"), row.service]]
        return consent_papers.contents(ConsentPaper.SHARING, made.paper, row.case.client, row.institution, told)
    if made.kind == "handover":
        return handover.on_paper(row, made.paper)
    return letter_of(row, made.paper)


def letter_of(row, paper):
    """The letter as it lies on paper, with the slip that its institution sends back."""
    draft = NOT_ISSUED if row.paper_state == PaperState.APPROVED else "KONSEP – belum disetujui"
    return on_paper(row.text, LetterKind.REFERRAL, row.letter, paper=paper, cancelled=row.paper_state == PaperState.CANCELLED, draft=draft,
                    slip=slip_of(row))


def slip_of(row):
    """What the institution reads on the slip: numbers and initials, and the code that leads the office back here."""
    return SimpleNamespace(number=row.number, initials=row.case.client.initials, by=day(row.answer_by),
                           qr=qr(url_for("referrals.by_number", number=row.number, _external=True)))


def leaves(row, kind):
    """Refused for an approved letter that may not leave the office now; a draft and the hand-over's record are printed whatever stands."""
    if kind == "letter" and row.paper_state in (PaperState.APPROVED, PaperState.ISSUED):
        row.check_leaving()
