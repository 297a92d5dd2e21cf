"""The pages of the directory of institutions."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal.access import needs
from portal.accounts.views import own_path
from portal.forms import StepForm
from portal.labels import label
from portal.lists import Filter, Listing, search_for
from portal.referrals.directory_forms import InstitutionForm
from portal.referrals.founding import advised, fill, missing
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
        Filter("unchecked", gettext("Pemeriksaan"), [("yes", gettext("Belum diperiksa"))], lambda value: Institution.unchecked),
    ]
    listing = Listing(Institution, Institution.everything(), sorts={"name": Institution.name, "kind": Institution.kind}, default="name",
                      filters=filters)
    return page("referrals/institutions.html", "referrals/_institutions.html", listing=listing, missing=[str(label(kind)) for kind in missing()])


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
    """`back`: where somebody came from, where a half-filled form waits."""
    form, back = InstitutionForm(), own_path(request.args["back"]) if request.args.get("back") else None
    if form.is_filling:
        return page("referrals/institution_form.html", form=form.fill(advised), row=None, back=back)
    if row := form.makes(Institution.add):
        say(gettext("Lembaga tersimpan."))
        return see_other(back) if back else see_other("referrals.institutions.show", id=row.id)
    return page("referrals/institution_form.html", form=form, row=None, back=back)


@bp.route("/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id):
    row = Institution.everything().where(Institution.id == id).get()
    form = InstitutionForm(obj=row)
    if form.is_filling:
        return page("referrals/institution_form.html", form=form.fill(advised), row=row, back=None)
    if form.changes(row.amend):
        say(gettext("Lembaga tersimpan."))
        return see_other("referrals.institutions.show", id=row.id)
    return page("referrals/institution_form.html", form=form, row=row, back=None)


@bp.post("/<int:id>/check")
@needs(May.WRITE_CASES)
def check(id):
    """Somebody looked at what the directory started from, and it is right."""
    row, form = Institution.everything().where(Institution.id == id).get(), StepForm()
    row.check(by=g.user, seen=form.seen.data or None)
    say(gettext("Lembaga ditandai sudah diperiksa."))
    return see_other("referrals.institutions.show", id=row.id)


@bp.post("/usual")
@needs(May.WRITE_CASES)
def usual():
    """The usual institutions of the kinds that the directory has none of."""
    added = fill(by=g.user)
    say(gettext("%(count)s lembaga ditambahkan. Periksa satu per satu sebelum dipakai.", count=len(added)))
    return see_other("referrals.institutions.index", unchecked="yes")
