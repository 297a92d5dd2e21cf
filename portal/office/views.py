"""The first set-up, and afterwards the office's letterhead, officials and settings."""
from flask import abort, g, request
from flask_babel import gettext

from portal.access import needs, public
from portal.accounts.models import User
from portal.office import founding, holidays, opening_views, programme_views, regions, targets
from portal.office.forms import (
    AnswersForm,
    FirstAdminForm,
    LeavingForm,
    LetterheadForm,
    OfficialForm,
    RepliesForm,
    SetUpForm,
    SightForm,
)
from portal.office.models import Office, Official, Region
from portal.office.routes import bp
from portal.rules.roles import May, may
from portal.web import page, say, see_other

bp.register_blueprint(programme_views.bp)
TABLES = (holidays.Holiday, targets.LevelTarget)
BEFORE_FOUNDING = ("accounts", "help", "health")
SETTING_UP = ("office.first_admin", "office.set_up")


@bp.before_app_request
def founded_first():
    """While there is no office, admins are led to its set-up and everybody else is told."""
    if not g.user or request.blueprint in BEFORE_FOUNDING or request.endpoint in SETTING_UP or Office.current():
        return None
    if may(g.user.roles, May.SET_UP_OFFICE):
        return see_other("office.set_up")
    return page("office/unfounded.html", status=503)


@bp.route("/setup/<token>", methods=["GET", "POST"])
@public
def first_admin(token):
    if User.admins().exists():
        return see_other("office.set_up" if g.user else "accounts.sign_in")
    if not founding.opens(token):
        abort(404)
    form = FirstAdminForm()
    if form.validate_on_submit() and form.attempt(founding.begin, address=request.remote_addr, **form.values):
        return see_other("office.set_up")
    return page("office/first_admin.html", form=form, token=token)


@bp.route("/office/set-up", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def set_up():
    if Office.current():
        return see_other(".show")
    provinces, form = regions.provinces(), SetUpForm.of(**founding.suggestions(request.args.get("province", "")))
    province = request.args.get("province") or (form.region.data or "")[:2]
    if province not in provinces:
        return page("office/province.html", provinces=provinces)
    form.offer(province)
    if form.makes(founding.found):
        say(gettext("Dinas sudah dipasang. Berikutnya: tambahkan pengguna."))
        return see_other(".show")
    return page("office/set_up.html", form=form, province=province, province_name=provinces[province])


@bp.get("/office")
@needs(May.SET_UP_OFFICE)
def show():
    return page("office/show.html", opening=opening_views.at_a_glance(), officials=Official.all_times(), chores=founding.chores(),
                regency=regions.name_of(Office.current().region), places=Region.counts())


@bp.route("/office/edit", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def edit():
    form = LetterheadForm(obj=Office.current())
    if form.changes(Office.current().amend):
        say(gettext("Data dinas tersimpan."))
        return see_other(".show")
    return page("office/edit.html", form=form)


@bp.route("/office/sight", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def sight():
    return _setting(SightForm, "office/sight.html")


@bp.route("/office/replies", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def replies():
    return _setting(RepliesForm, "office/replies.html")


@bp.route("/office/answers", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def answers():
    return _setting(AnswersForm, "office/answers.html")


def _setting(kind, template):
    """One topic of the office's settings, as its form says."""
    office = Office.current()
    form = kind(obj=office)
    if form.changes(office.amend):
        say(gettext("Pengaturan tersimpan."))
        return see_other(".show")
    return page(template, form=form)


@bp.route("/office/officials/new", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def appoint():
    form = OfficialForm()
    if form.makes(Official.appoint):
        say(gettext("Pejabat tersimpan."))
        return see_other(".show")
    return page("office/official.html", form=form, official=None)


@bp.route("/office/officials/<int:id>", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def official(id):
    one = Official.all_times().where(Official.id == id).get()
    form = OfficialForm(obj=one)
    if form.changes(one.correct):
        say(gettext("Data pejabat tersimpan."))
        return see_other(".show")
    return page("office/official.html", form=form, official=one)


@bp.route("/office/officials/<int:id>/leaving", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def leave(id):
    one = Official.all_times().where(Official.id == id).get()
    form = LeavingForm(obj=one)
    if form.changes(one.leave):
        say(gettext("Akhir masa jabatan tersimpan."))
        return see_other(".show")
    return page("office/leave.html", form=form, official=one)
