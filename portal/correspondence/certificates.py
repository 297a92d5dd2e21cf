"""Certificates of those who passed a course: issued for all of them in one go, each a letter with a number of its own, and printed together."""
from functools import cached_property

from flask import Blueprint, g
from flask_babel import force_locale, gettext

from portal import audit
from portal.access import in_sight, needs
from portal.audit import Event
from portal.correspondence.beginning import beginning
from portal.correspondence.courses import PlacementMatter, certificates_of, ending
from portal.correspondence.forms import CertificatesForm, PaperForm
from portal.correspondence.writing import Writing, composed
from portal.db import db
from portal.letters.layout import on_paper
from portal.letters.templates import LetterTemplate
from portal.papers import copy_of, last_line, printed
from portal.rules.correspondence import About
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind
from portal.rules.placement import PlacementState
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.frame import Frame
from portal.training.models import Placement
from portal.training.paper.certificates import Certificate
from portal.web import page, say, see_other

bp = Blueprint("certificates", __name__, url_prefix="/batch/<int:id>/certificates")
KIND = "issued_certificates"


class Graduates:
    """Who passed a course, as far as this person sees their case whole; of others only `elsewhere`, how many there are."""

    def __init__(self, batch, user):
        passed = Placement.visible_to(user).where(Placement.batch == batch, Placement.state == PlacementState.PASSED)
        rows = list(passed.order_by(Placement.case, Placement.id))
        self.rows = [row for row in rows if row.is_whole_to(user)]
        self.elsewhere = len(rows) - len(self.rows)

    @cached_property
    def letters(self):
        """{placement id: its certificate, drafts included}."""
        return certificates_of(self.rows)

    @property
    def ready(self):
        """Those who have none yet and whose name is known."""
        return [row for row in self.rows if row.id not in self.letters and row.case.client.name]

    @property
    def wanting(self):
        """Those among them who have no certificate of somebody else either."""
        return [row for row in self.ready if not row.certificate]

    @property
    def issued(self):
        """[(placement, its certificate)] of those that were issued, and still say how the course ended."""
        found = ((row, self.letters.get(row.id)) for row in self.rows)
        return [(row, letter) for row, letter in found if letter and letter.state == LetterState.ISSUED and letter.wording["result"] == ending(row)]


def text_of(placement, user):
    """What the certificate of this participant would say: the values of a Letter's columns."""
    matter = PlacementMatter(About.PLACEMENT, placement)
    return composed(matter, LetterKind.CERTIFICATE, beginning(matter, LetterKind.CERTIFICATE, None, {}, user))


def issue_each(placements, official, *, by, code, **signing):
    """Begin and issue a certificate for each, in one unit of work: when one is refused, none is issued."""
    db.lock()
    begun = [Writing.begin(PlacementMatter(About.PLACEMENT, row), LetterKind.CERTIFICATE, by=by) for row in placements]
    return [writing.issue(official, by=by, code=code, **signing) for writing in begun]


def sheet_of(writing):
    """What the paper of a certificate says, as it was issued or as a draft stands now."""
    said, letter = writing.text, None if writing.is_draft else writing.letter
    lying = on_paper(said, writing.kind, letter, cancelled=writing.is_cancelled)
    facts = [pair for kind, content in said["body"] if kind == "pairs" for pair in content]
    told = dict(map(tuple, facts))
    return Certificate(
        number=lying["sheet"].number or "", name=told.pop("Nama", ""), born=f"lahir {told.pop('Lahir')}" if "Lahir" in told else "",
        paragraphs=[content for kind, content in said["body"] if kind == "text"], facts=list(told.items()),
        dated=lying["dated"], above=lying["sheet"].above, below=lying["sheet"].below, stamp=lying["stamp"])


@bp.get("")
@needs(May.READ_CASES)
def of(id):
    """Who passed, with their certificates."""
    batch = in_sight(Batch, id)
    graduates = _listed(batch)
    return page("correspondence/certificates.html", frame=Frame(batch), batch=batch, graduates=graduates, form=PaperForm.usual())


@bp.route("/issue", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def issue(id):
    """One signer and one code for all that are ticked."""
    batch = in_sight(Batch, id)
    graduates = _listed(batch)
    form = CertificatesForm.of(graduates.ready, LetterTemplate.of(LetterKind.CERTIFICATE).code)
    if letters := form.makes(issue_each):
        say(gettext("%(count)s sertifikat diterbitkan.", count=len(letters)))
        return see_other("correspondence.certificates.of", id=id)
    first = text_of(graduates.ready[0], g.user) if graduates.ready else None
    return page("correspondence/certify.html", frame=Frame(batch), batch=batch, graduates=graduates, form=form, first=first)


@bp.post("/prints")
@needs(May.PRINT)
def make(id):
    """Count one more copy of each, then show them."""
    batch, form = in_sight(Batch, id), PaperForm()
    if not form.validate_on_submit():
        say(gettext("Pilih ukuran kertasnya."))
        return see_other("correspondence.certificates.of", id=id)
    for _row, letter in Graduates(batch, g.user).issued:
        printed(letter, str(letter.kind), by=g.user, paper=form.paper.data)
    made = printed(batch, KIND, by=g.user, paper=form.paper.data)
    return see_other("correspondence.certificates.show", id=id, copy=made.copy)


@bp.get("/prints/<int:copy>")
@needs(May.PRINT)
def show(id, copy):
    batch = in_sight(Batch, id)
    made = copy_of(batch, KIND, copy, g.user)
    issued = _listed(batch).issued
    with force_locale("id"):
        sheets = [sheet_of(Writing(letter, PlacementMatter(About.PLACEMENT, row))) for row, letter in issued]
        return page("correspondence/certificates_print.html", certificates=sheets, size=made.paper, printed=last_line(made, batch.number, g.user),
                    batch=batch)


def _listed(batch):
    """The Graduates for whoever asks; that they were listed is on the trail."""
    graduates = Graduates(batch, g.user)
    audit.note(Event.LISTED, batch, by=g.user, list="certificate", count=len(graduates.rows))
    return graduates
