"""The consent forms on paper, blank or with what is known of the client: what is explained, what is answered, and who signs."""
from flask import g, request
from flask_babel import force_locale, gettext

from portal import audit, papers
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.clients import consent_texts as texts
from portal.clients.blanks import asked, unopened, version
from portal.clients.consent_forms import ConsentForm, ConsentPaperForm
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.fields import pairs
from portal.labels import label
from portal.office.models import Office
from portal.referrals.institutions import Institution
from portal.rules.consent import ConsentPaper
from portal.rules.referral_terms import Shared
from portal.rules.roles import May
from portal.web import id_of, page, see_other

KIND, CODE = "consent_", "F-PS"
# What the officer writes below the answer, in the order of the screen.
WRITTEN = ("given_by", "given_on", "manner", "witness", "explained_by", "language", "note")


@bp.route("/consent-forms", methods=["GET", "POST"])
@needs(May.PRINT)
def blank_consent():
    """An empty form tells of nobody: that it was printed is counted, looking at it is not."""
    kind, paper = paper_kind(request.values), papers.paper_of(request.values) or Office.current().paper
    if request.method == "POST":
        audit.record(Event.PRINTED, by=g.user, kind=f"{KIND}{kind}", paper=paper)
        return see_other("clients.blank_consent", kind=kind, paper=paper)
    with force_locale("id"):
        return page("print/consent.html", **contents(kind, paper))


@bp.route("/<int:id>/consents/papers", methods=["GET", "POST"])
@needs(May.PRINT)
def consent_papers(id):
    """Count one more copy, then show it."""
    client = opened(Client, id)
    form = ConsentPaperForm(kind=ConsentPaper.SERVICE, paper=Office.current().paper)
    form.institution.choices = pairs(((place.id, place.name) for place in Institution.active_ones()), blank="")
    if form.validate_on_submit():
        row = papers.printed(client, f"{KIND}{form.kind.data}", by=g.user, paper=form.paper.data)
        return see_other("clients.consent_copy", id=id, kind=form.kind.data, copy=row.copy, institution=form.institution.data or None)
    return page("clients/consent_papers.html", client=client, form=form, kinds=list(ConsentPaper))


@bp.get("/<int:id>/consents/papers/<any(service, assent, sharing, photo, withdrawal):kind>/<int:copy>")
@needs(May.PRINT)
def consent_copy(id, kind, copy):
    client, kind = at_work(Client, id), ConsentPaper(kind)
    row = papers.copy_of(client, f"{KIND}{kind}", copy, g.user)
    place = Institution.everything().where(Institution.id == request.args.get("institution", 0, type=id_of)).first()
    audit.note(Event.READ, client, by=g.user, print=copy)
    with force_locale("id"):
        return page("print/consent.html", print=papers.last_line(row, client.number, g.user), **contents(kind, row.paper, client, place))


def paper_kind(values):
    """The form that was asked for; that of services unless another was."""
    wanted = values.get("kind", "")
    return ConsentPaper(wanted) if wanted in list(ConsentPaper) else ConsentPaper.SERVICE


def contents(kind, paper, client=None, place=None, shared=()):
    """Everything that the paper shows; `shared`: [[term, words]] of exactly what is to be told, where a referral says it."""
    form = unopened(ConsentForm)
    for field in (form.institution, form.giver, form.explained_by, form.decided_by):
        field.choices = []
    explained = kind not in (ConsentPaper.ASSENT, ConsentPaper.WITHDRAWAL)
    body = {"told": texts.told(kind, Office.current()) if explained else [],
            "simple": texts.simple() if kind == ConsentPaper.ASSENT else [], "ticks": ticks(kind),
            "declaration": "" if kind == ConsentPaper.ASSENT else texts.declaration(kind),
            "written": [in_one_line(asked(form[name])) for name in WRITTEN]}
    return {**body, "kind": kind, "title": label(kind), "size": paper, "client": client, "place": place, "shared": shared, "code": CODE,
            "version": version(*body.values()), "parts": [str(label(part)).partition(" (")[0] for part in Shared]}


def in_one_line(question):
    """A signed sheet has room for a line, not for a story."""
    return question._replace(kind="line") if question.kind == "lines" else question


def ticks(kind):
    """What is ticked as an answer."""
    if kind == ConsentPaper.ASSENT:
        return texts.choices()
    if kind == ConsentPaper.WITHDRAWAL:
        return [*(str(label(each)) for each in texts.KINDS.values()), gettext("Semuanya")]
    return [gettext("Setuju"), gettext("Tidak setuju")]
