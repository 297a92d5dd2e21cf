"""Each step of a referral after its content: the letter, the sending, the answer, the hand-over, what comes back."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import clock
from portal.access import needs, opened
from portal.forms import StepForm
from portal.letters.forms import IssueForm
from portal.referrals.answers import REPLIES, RETURNS
from portal.referrals.models import Referral
from portal.referrals.step_forms import AnswerForm, ElsewhereForm, HandoverForm, InsteadForm, SendingForm, StepOutsideForm
from portal.rules.referral import AnswerStep, PaperStep
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("steps", __name__, url_prefix="/<int:id>")


def mine(id, *steps):
    """The referral, for somebody who may work on it; its form opens only while one of `steps` can be taken."""
    row = opened(Referral, id)
    if steps and request.method == "GET":
        row.check_offered(*steps)
    return row


@bp.route("/letter", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def letter(id):
    """Number, date and signature are given here, once."""
    row = mine(id, PaperStep.ISSUE)
    form = IssueForm(data={"seen": row.version, "code": row.text["code"]})
    if form.changes(row.issue):
        say(gettext("Surat diterbitkan."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/issue.html", form=form, row=row, text=row.text)


@bp.route("/sending", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def sending(id):
    row = mine(id, AnswerStep.SEND)
    form = SendingForm(data={"seen": row.version, "at": clock.now(), "sent_by": g.user.name})
    return _take(form, row.send, row, gettext("Catat pengiriman"))


@bp.route("/answer", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def answer(id):
    row = mine(id, *REPLIES)
    form = AnswerForm(data={"seen": row.version, "at": clock.now()}).offer(row.replies)
    return _take(form, row.reply, row, gettext("Catat jawaban lembaga"))


@bp.route("/handover", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def handover(id):
    row = mine(id, AnswerStep.HAND_OVER)
    form = HandoverForm(data={"seen": row.version, "at": clock.now(), "handed_by": g.user.name, "handed_place": row.institution.name,
                              "handed_escort": row.escort, "items": row.attachments})
    return _take(form, row.hand_over, row, gettext("Catat serah terima"))


@bp.route("/feedback", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def feedback(id):
    row = mine(id, *RETURNS)
    form = StepOutsideForm(data={"seen": row.version, "at": clock.now()}).offer(row.returns)
    return _take(form, row.come_back, row, gettext("Catat kabar dari lembaga"))


@bp.route("/elsewhere", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def elsewhere(id):
    """The next place after a no, a silence or a return: a draft with the same content."""
    row = ended(id)
    form = ElsewhereForm(data={"seen": row.version}).offer(*row.places)
    if draft := form.changes(row.refer_on):
        say(gettext("Rujukan %(number)s dibuat dengan isi yang sama. Periksa, lalu ajukan ke manajer.", number=draft.number))
        return see_other("referrals.edit", id=draft.id)
    return page("referrals/elsewhere.html", form=form, row=row)


@bp.route("/instead", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def instead(id):
    row = ended(id)
    return _take(InsteadForm(data={"seen": row.version, "instead": row.instead}), row.settle, row, gettext("Catat tindak lanjut lain"))


def ended(id):
    """The referral that may go on to another place; refused at once where it may not."""
    row = mine(id)
    if request.method == "GET":
        row.check_going_on()
    return row


@bp.post("/revision")
@needs(May.WRITE_CASES)
def revision(id):
    form = StepForm()
    mine(id).revise(by=g.user, seen=form.seen.data)
    return see_other("referrals.edit", id=id)


@bp.post("/cancellation")
@needs(May.WRITE_CASES)
def cancellation(id):
    form = StepForm()
    mine(id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Rujukan dibatalkan."))
    return see_other("referrals.show", id=id)


def _take(form, verb, row, heading):
    """Show the form of a step, or take it."""
    if form.changes(verb):
        say(gettext("Langkah rujukan tersimpan."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/step.html", form=form, row=row, heading=heading)
