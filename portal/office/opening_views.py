"""What the clocks are counted by: the targets, the office's hours and its days off, each with its history, and one page that shows them all."""
from flask import g, request
from flask_babel import gettext

from portal import clock
from portal.access import needs
from portal.forms import StepForm
from portal.labels import label
from portal.office import days_shown, hours_shown, targets_shown
from portal.office.holidays import Holiday
from portal.office.hours import WorkHours
from portal.office.models import Office
from portal.office.opening_forms import HolidayForm, HoursForm, SpecialWeekForm, TargetsForm
from portal.office.routes import bp
from portal.office.targets import LevelTarget, targets_on
from portal.phrases import day as said_day
from portal.rules.clocks import Clock
from portal.rules.dates import named_day
from portal.rules.opening_hours import RAMADAN, years
from portal.rules.roles import May
from portal.web import page, say, see_other


def at_a_glance():
    """What the office's own page says of all three: {"targets": the Version in force or None, "weeks": […], "amended": days of this year}."""
    today = clock.today()
    return {"targets": targets_shown.around(today)["now"], "weeks": hours_shown.in_force(today), "amended": days_shown.amended(today.year)}


@bp.get("/office/targets")
@needs(May.SET_UP_OFFICE)
def targets():
    today = clock.today()
    return page("office/targets.html", table=targets_shown.table(today), clocks=Clock, versions=targets_shown.around(today), today=today)


@bp.route("/office/targets/new", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def new_targets():
    form = TargetsForm.of(targets_on(clock.today()), seen=Office.current().version)
    if form.changes(LevelTarget.set):
        say(gettext("Target tersimpan, berlaku mulai %(day)s.", day=said_day(form.valid_from.data)))
        return see_other(".targets")
    return page("office/targets_form.html", form=form, clocks=Clock)


@bp.route("/office/hours", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def hours():
    form = HoursForm.of(WorkHours.week(), seen=Office.current().version)
    if row := form.changes(WorkHours.replace):
        say(gettext("Jam kerja tersimpan, berlaku mulai %(day)s.", day=said_day(row.since)))
        return see_other(".hours")
    return page("office/hours.html", form=form, shown=hours_shown.all_weeks(), today=clock.today())


@bp.route("/office/hours/special/new", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def special_hours():
    form = SpecialWeekForm.of(RAMADAN, name=gettext("Ramadan"))
    if row := form.makes(WorkHours.special):
        return _kept(row)
    return page("office/special_week.html", form=form, week=None, fasting_ends=hours_shown.end_of_fasting())


@bp.route("/office/hours/special/<int:id>", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def correct_hours(id):
    row = WorkHours.standing().where(WorkHours.id == id, WorkHours.until.is_null(False)).get()
    form = SpecialWeekForm.of(row.days, name=row.name, since=row.since, until=row.until, seen=row.version)
    if form.changes(row.correct):
        return _kept(row)
    return page("office/special_week.html", form=form, week=row, fasting_ends=None)


def _kept(row):
    say(gettext("Jam khusus %(name)s tersimpan.", name=row.name))
    return see_other(".hours")


@bp.post("/office/hours/<int:id>/withdrawal")
@needs(May.SET_UP_OFFICE)
def withdraw_hours(id):
    form = StepForm()
    WorkHours.every().where(WorkHours.id == id).get().withdraw(form.reason.data or "", by=g.user, seen=form.seen.data)
    say(gettext("Ditarik. Jam kerja lain berlaku lagi pada hari-hari itu."))
    return see_other(".hours")


@bp.get("/office/holidays")
@needs(May.SET_UP_OFFICE)
def holidays():
    year = days_shown.year_asked(request.args.get("year", ""))
    return page("office/holidays.html", year=year, years=years(clock.today()), months=days_shown.months_of(year), history=days_shown.history(year))


@bp.route("/office/holidays/amend", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def amend_holiday():
    form = HolidayForm(data=days_shown.beginning(named_day(request.args.get("day", ""))))
    if row := form.makes(Holiday.amend):
        return _amended(row)
    return page("office/holiday.html", form=form)


@bp.post("/office/holidays/<int:id>/national")
@needs(May.SET_UP_OFFICE)
def national_holiday(id):
    return _amended(Holiday.named(id).follow_list(StepForm().reason.data or "", by=g.user))


def _amended(row):
    say(gettext("%(day)s: %(standing)s. Batas waktu dihitung ulang.", day=said_day(row.day), standing=label(row.standing)))
    return see_other(".holidays", year=row.day.year)


@bp.get("/office/calendar")
@needs(May.READ_CASES)
def calendar():
    today = clock.today()
    return page("office/calendar.html", table=targets_shown.table(today), clocks=Clock, versions=targets_shown.around(today), today=today,
                weeks=hours_shown.in_force(today), year=today.year, months=days_shown.months_of(today.year))
