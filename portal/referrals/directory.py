"""The pages of the directory of institutions."""
from flask import Blueprint
from flask_babel import gettext

from portal.access import needs
from portal.lists import Filter, Listing, search_for
from portal.referrals.forms import InstitutionForm
from portal.referrals.institutions import Institution
from portal.rules.referral import InstitutionKind
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("institutions", __name__, url_prefix="/institutions")


@bp.get("/")
@needs(May.READ_CASES)
def index():
    filters = [
        Filter("kind", gettext("Jenis"), InstitutionKind, lambda value: Institution.kind == value),
        Filter("active", gettext("Keadaan"), [("yes", gettext("Masih bekerja sama")), ("no", gettext("Tidak lagi"))],
               lambda value: Institution.active == (value == "yes")),
    ]
    listing = Listing(Institution, Institution.everything(), sorts={"name": Institution.name, "kind": Institution.kind}, default="name",
                      filters=filters)
    return page("referrals/institutions.html", "referrals/_institutions.html", listing=listing)


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return search_for("referrals.institutions.index")


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    return page("referrals/institution.html", row=Institution.everything().where(Institution.id == id).get())


@bp.route("/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new():
    form = InstitutionForm()
    if row := form.makes(Institution.add):
        say(gettext("Lembaga tersimpan."))
        return see_other("referrals.institutions.show", id=row.id)
    return page("referrals/institution_form.html", form=form, row=None)


@bp.route("/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id):
    row = Institution.everything().where(Institution.id == id).get()
    form = InstitutionForm(obj=row)
    if form.changes(row.amend):
        say(gettext("Lembaga tersimpan."))
        return see_other("referrals.institutions.show", id=row.id)
    return page("referrals/institution_form.html", form=form, row=row)
