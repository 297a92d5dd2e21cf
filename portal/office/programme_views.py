"""The dated rules of the ministry's programmes: the table that everybody reads, and one more row by the admin."""
from flask import Blueprint, request
from flask_babel import gettext

from portal import clock
from portal.access import needs
from portal.labels import label
from portal.office.programme_forms import ProgrammeRuleForm
from portal.office.programmes import ProgrammeRule
from portal.phrases import day
from portal.rules.decile import Programme
from portal.rules.programme_rule import coming, in_force
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("programmes", __name__, url_prefix="/office/programmes")


@bp.get("/")
@needs(May.USE)
def index():
    rows, today = ProgrammeRule.every(), clock.today()
    rules, later = in_force(rows, today), coming(rows, today)
    return page("office/programmes.html", rules=[rules[each] for each in Programme], coming=later,
                replaced=[row for row in reversed(rows) if row not in rules.values() and row not in later], today=today)


@bp.route("/new", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def new():
    form = ProgrammeRuleForm(data=_beginning(request.args.get("programme", "")))
    if row := form.makes(ProgrammeRule.add):
        say(gettext("Aturan %(programme)s tersimpan, berlaku mulai %(day)s.", programme=label(row.programme), day=day(row.valid_from)))
        return see_other("office.programmes.index")
    return page("office/programme_rule.html", form=form)


def _beginning(programme):
    """A new row starts from the one in force."""
    if programme not in list(Programme):
        return {}
    row = in_force(ProgrammeRule.every(), clock.today())[Programme(programme)]
    return {"programme": row.programme, "deciles": row.deciles, "or_assessed": row.or_assessed, "source": row.source, "valid_from": clock.today()}
