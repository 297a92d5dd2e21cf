"""Cases: their list, and every step that is taken on one."""
from flask import Blueprint, g, request, url_for
from flask_babel import gettext

from portal.access import needs
from portal.accounts.models import User
from portal.cases import team as crew
from portal.cases import weighing
from portal.cases.folder import Folder
from portal.cases.forms import CaseForm, CategoryForm, ContactForm, GlassForm, LevelForm, MemberForm, NoteForm, PauseForm, ReasonForm
from portal.cases.listing import Cases
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.clients.models import Client
from portal.decisions.models import Decision
from portal.fields import pairs
from portal.forms import StepForm
from portal.labels import label
from portal.reports.models import Report
from portal.rules.approval import DecisionKind
from portal.rules.categories import warnings
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other
from portal.words import SearchQuery

__all__ = ["bp", "weighing"]
bp = Blueprint("cases", __name__, url_prefix="/cases")


def at_work(id):
    """The case, for those who see it whole; anybody else finds nothing."""
    return Case.whole_to(g.user).where(Case.id == id).get()


@bp.get("/")
@needs(May.READ_CASES)
def index():
    return page("cases/index.html", "cases/_list.html", listing=Cases(g.user))


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return see_other("cases.index", s=SearchQuery.keep(request.form.get("q", ""), g.user))


@bp.route("/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new():
    report = Report.whole_to(g.user).where(Report.id == request.args.get("report", 0, type=id_of)).get()
    client = Client.whole_to(g.user).where(Client.id == request.args.get("client", 0, type=id_of)).get()
    form = CaseForm(lead=str(g.user.id))
    form.lead.choices = pairs(crew.officers())
    if form.validate_on_submit():
        values = form.values
        values["lead"] = User.get(User.id == values["lead"])
        if case := form.attempt(Case.open_for, client, by=g.user, report=report, **values):
            say(gettext("Kasus %(number)s dibuka.", number=case.number))
            _warn(case)
            return see_other("casefile.show", id=case.id)
    return page("cases/new.html", form=form, report=report, client=client, open_case=Case.running_of(client))


def _warn(case):
    for warning in warnings(case.categories, case.client.years()):
        say(label(warning))


@bp.post("/<int:id>/reports")
@needs(May.WRITE_CASES)
def join(id):
    case = at_work(id)
    report = Report.whole_to(g.user).where(Report.id == request.form.get("report", 0, type=id_of)).get()
    case.join_report(report, by=g.user)
    say(gettext("Laporan %(number)s ditambahkan ke kasus ini.", number=report.number))
    return see_other("casefile.show", id=case.id)


@bp.route("/<int:id>/contact", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def contact(id):
    case = at_work(id)
    form = ContactForm()
    if form.validate_on_submit() and form.attempt(case.tried, by=g.user, **form.values):
        say(gettext("Kontak lapangan tersimpan."))
        if case.search_over:
            say(gettext("Tiga kali klien tidak dapat ditemui. Lanjutkan pencarian atau ajukan penutupan."))
        return see_other("casefile.show", id=case.id)
    return page("cases/contact.html", form=form, case=case)


@bp.route("/<int:id>/note", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def note(id):
    case = at_work(id)
    form = NoteForm()
    if form.validate_on_submit():
        if form.is_conference:
            return see_other("conferences.new", case_id=id, draft=form.kept_for(url_for("conferences.new", case_id=id)).id)
        if form.attempt(case.note, by=g.user, **form.values):
            say(gettext("Catatan tersimpan."))
            return see_other("casefile.show", id=case.id)
    return page("cases/note.html", "cases/_note_form.html", form=form, case=case)


@bp.route("/<int:id>/category", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def category(id):
    case = at_work(id)
    form = CategoryForm(obj=case)
    if form.validate_on_submit() and form.attempt(case.classify, by=g.user, seen=form.seen.data or None, **form.values):
        say(gettext("Kategori tersimpan."))
        _warn(case)
        return see_other("casefile.show", id=case.id)
    return page("cases/category.html", form=form, case=case)


@bp.route("/<int:id>/level", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def level(id):
    case = at_work(id)
    form = LevelForm()
    if form.validate_on_submit() and (asked := form.attempt(case.propose_level, by=g.user, **form.values)):
        return see_other("decisions.show", id=asked.id)
    return page("cases/level.html", form=form, case=case, open=Decision.open_about(case, DecisionKind.LEVEL_CHANGE))


@bp.route("/<int:id>/pause", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def pause(id):
    case = at_work(id)
    form = PauseForm()
    if form.validate_on_submit() and form.attempt(Pause.ask, case, by=g.user, **form.values):
        say(gettext("Usulan penangguhan dikirim. Manajer akan memutuskan."))
        return see_other("casefile.show", id=case.id)
    return page("cases/pause.html", form=form, case=case, open=Decision.open_about(case, DecisionKind.PAUSE))


@bp.post("/<int:id>/pause/end")
@needs(May.WRITE_CASES)
def resume(id):
    case, form = at_work(id), StepForm()
    Pause.to_end(case).end(by=g.user, seen=form.seen.data or None)
    say(gettext("Penangguhan diakhiri."))
    return see_other("casefile.show", id=case.id)


@bp.route("/<int:id>/cancellation", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def cancel(id):
    case = at_work(id)
    form = ReasonForm(obj=case)
    if form.validate_on_submit() and form.attempt(case.cancel, by=g.user, seen=form.seen.data or None, **form.values):
        say(gettext("Kasus %(number)s dibatalkan.", number=case.number))
        return see_other("casefile.show", id=case.id)
    return page("cases/cancel.html", form=form, case=case)


@bp.post("/<int:id>/restriction")
@needs(May.MANAGE_TEAMS)
def restriction(id):
    case = at_work(id)
    crew.restrict(case, by=g.user)
    say(gettext("Kasus ini sekarang terbatas."))
    return see_other("cases.team", id=case.id)


@bp.route("/<int:id>/restriction/lifting", methods=["GET", "POST"])
@needs(May.MANAGE_TEAMS)
def lifting(id):
    case = at_work(id)
    form = ReasonForm()
    if form.validate_on_submit() and (asked := form.attempt(crew.ask_to_lift, case, by=g.user, **form.values)):
        return see_other("decisions.show", id=asked.id)
    return page("cases/lifting.html", form=form, case=case)


@bp.route("/glass", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def glass():
    form = GlassForm()
    if form.validate_on_submit() and (case := form.attempt(crew.break_glass, by=g.user, **form.values)):
        say(gettext("Anda dapat melihat kasus ini selama 24 jam. Manajer akan meninjau alasan Anda."))
        return see_other("casefile.show", id=case.id)
    return page("cases/glass.html", form=form)


@bp.route("/<int:id>/team", methods=["GET", "POST"])
@needs(May.MANAGE_TEAMS)
def team(id):
    case = at_work(id)
    form = MemberForm()
    form.member.choices = pairs(crew.candidates(case), gettext("Pilih"))
    if form.validate_on_submit() and form.attempt(crew.admit, case, User.get(User.id == form.member.data), by=g.user):
        say(gettext("Tim tersimpan."))
        return see_other("cases.team", id=case.id)
    return page("cases/team.html", form=form, case=case, folder=Folder(case, g.user), members=crew.members(case),
                may_change=crew.may_change(case, g.user), glimpses=crew.glimpses(case), lifting=Decision.open_about(case, DecisionKind.UNRESTRICT))


@bp.post("/<int:id>/team/<int:member>/lead")
@needs(May.MANAGE_TEAMS)
def lead(id, member):
    case = at_work(id)
    crew.hand_lead(case, User.get(User.id == member), by=g.user)
    say(gettext("Petugas utama beralih."))
    return see_other("cases.team", id=case.id)


@bp.post("/<int:id>/team/<int:member>/leaving")
@needs(May.MANAGE_TEAMS)
def leave(id, member):
    case = at_work(id)
    crew.part(case, User.get(User.id == member), by=g.user)
    say(gettext("Tim tersimpan."))
    stays = Case.whole_to(g.user).where(Case.id == id).exists()
    return see_other("cases.team", id=id) if stays else see_other("cases.index")
