"""Two records that may be one person: side by side, proposed to be merged, or said to be two."""
from flask import g, request, url_for
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.clients import following
from portal.clients.apart import NotTwins
from portal.clients.comparing import doubts, lines
from portal.clients.merge_forms import ApartForm, MergeForm, TwinForm
from portal.clients.merging import Merge, refusal
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.clients.twins import Pairs
from portal.rules.merging import Side
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other


@bp.get("/twins")
@needs(May.DECIDE)
def twins():
    pairs = Pairs(request.args.get("page", 1, type=id_of) or 1)
    audit.note(Event.LISTED, by=g.user, list="twins", count=len(pairs.rows))
    return page("clients/twins.html", pairs=pairs, apart=NotTwins.latest())


@bp.route("/<int:id>/twin", methods=["GET", "POST"])
@needs(May.MERGE_CLIENTS)
def twin(id):
    client = opened(Client, id)
    form = TwinForm()
    if found := form.makes(Merge.beside, client):
        kept, gone = found
        return see_other("clients.merge", id=kept.id, other=gone.id)
    return page("clients/twin.html", client=client, form=form)


@bp.route("/<int:id>/merge/<int:other>", methods=["GET", "POST"])
@needs(May.MERGE_CLIENTS)
def merge(id, other):
    kept, gone = opened(Client, id), opened(Client, other)
    form = MergeForm(obj=kept, other_seen=gone.version)
    if "reveal" in request.form:
        return page("clients/merge.html", **_beside(kept.reveal(by=g.user), gone.reveal(by=g.user), form, revealed=True))
    if decision := form.changes(Merge.propose, kept, gone):
        say(gettext("Usulan dikirim. Manajer lain akan memutuskan."))
        return see_other("decisions.show", id=decision.id)
    return page("clients/merge.html", **_beside(kept, gone, form))


@bp.route("/<int:id>/apart/<int:other>", methods=["GET", "POST"])
@needs(May.DECIDE)
def apart(id, other):
    one, two = opened(Client, id), opened(Client, other)
    form = ApartForm()
    if form.makes(NotTwins.say, one, two):
        say(gettext("%(one)s dan %(other)s dicatat sebagai dua orang.", one=one.number, other=two.number),
            url_for("clients.together", id=id, other=other))
        return see_other("clients.twins")
    return page("clients/apart.html", one=one, other=two, form=form)


@bp.post("/<int:id>/apart/<int:other>/undoing")
@needs(May.DECIDE)
def together(id, other):
    NotTwins.take_back(at_work(Client, id), at_work(Client, other), by=g.user)
    say(gettext("Catatan itu diurungkan. Pasangan ini dapat muncul lagi di daftar."))
    return see_other("clients.twins")


def _beside(kept, gone, form, revealed=False):
    """What the page of two records shows."""
    said = NotTwins.about(kept, gone)
    return {"kept": kept, "gone": gone, "form": form, "revealed": revealed, "lines": lines(kept, gone, form.sides, revealed=revealed),
            "doubts": doubts(kept, gone, g.user, said_apart=said is not None), "said_apart": said, "moves": following.counted(gone, g.user),
            "refusal": refusal(kept, gone), "Side": Side}
