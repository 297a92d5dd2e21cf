"""How the office words and numbers its letters: templates, books, codes, and numbers that no letter carries."""
from flask import Blueprint, abort, g, request
from flask_babel import gettext

from portal import clock
from portal.access import needs
from portal.forms import StepForm
from portal.labels import label
from portal.letters import example, gaps
from portal.letters.books import Classification, LetterBook, SkippedNumbers
from portal.letters.settings_forms import BookForm, CodeForm, MainBookForm, NewBookForm, NewCodeForm, SkippedForm, TemplateForm
from portal.letters.templates import LetterTemplate
from portal.rules.letter_kind import FIELDS, TEMPLATED, LetterKind
from portal.rules.letter_number import TEMPLATE
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("/")
@needs(May.SHAPE_LETTERS)
def index():
    year = clock.today().year
    missing = {book.id: spans for book, spans in gaps.unaccounted(year)}
    return page("letters/settings.html", books=LetterBook.all_books(), year=year, missing=missing, templates=LetterTemplate.all_kinds(),
                today=clock.today())


@bp.route("/templates/<kind>", methods=["GET", "POST"])
@needs(May.SHAPE_LETTERS)
def template(kind):
    row = LetterTemplate.of(known(kind))
    form = TemplateForm(row)
    if form.changes(row.word):
        say(gettext("Kalimat %(kind)s tersimpan.", kind=str(label(row.kind)).lower()))
        return see_other("letters.settings.index")
    return page("letters/template.html", form=form, row=row, letter=example.letter(form.typed if form.is_submitted() else row),
                fields=FIELDS[row.kind], values=example.values(row.kind))


@bp.post("/templates/<kind>/usual")
@needs(May.SHAPE_LETTERS)
def usual(kind):
    row, form = LetterTemplate.of(known(kind)), StepForm()
    row.reset(by=g.user, seen=form.seen.data)
    say(gettext("Kalimat %(kind)s kembali seperti bawaan Sigap.", kind=str(label(row.kind)).lower()))
    return see_other("letters.settings.template", kind=kind)


def known(kind):
    """The kind of letter that an address names."""
    if kind not in TEMPLATED:
        abort(404)
    return LetterKind(kind)


@bp.route("/books/new", methods=["GET", "POST"])
@needs(May.SHAPE_LETTERS)
def new_book():
    form = NewBookForm(data={"pattern": TEMPLATE})
    return _kept(form, form.makes(LetterBook.add), book=None)


@bp.route("/books/<int:id>", methods=["GET", "POST"])
@needs(May.SHAPE_LETTERS)
def book(id):
    row = LetterBook.every().where(LetterBook.id == id).get()
    form = (MainBookForm if row.is_main else BookForm)(obj=row)
    return _kept(form, form.changes(row.amend), book=row)


def _kept(form, saved, book):
    if saved:
        say(gettext("Buku %(name)s tersimpan.", name=saved.name))
        return see_other("letters.settings.index")
    return page("letters/book_form.html", form=form, book=book)


@bp.route("/books/<int:id>/skipped", methods=["GET", "POST"])
@needs(May.SHAPE_LETTERS)
def skipped(id):
    """Numbers without a letter: which nobody accounts for, and which were explained."""
    row = LetterBook.every().where(LetterBook.id == id).get()
    year = request.args.get("year", clock.today().year, type=int)
    form = SkippedForm(data={"year": year, "first": request.args.get("first", type=int), "last": request.args.get("last", type=int)})
    if told := form.makes(gaps.explain, row):
        say(gettext("Nomor %(first)s sampai %(last)s tercatat.", first=told.first, last=told.last))
        return see_other("letters.settings.skipped", id=row.id, year=told.year)
    missing = next((spans for _book, spans in gaps.unaccounted(year, [row])), [])
    return page("letters/skipped.html", form=form, book=row, year=year, missing=missing, explained=gaps.explained(row), last=row.last(year))


@bp.post("/skipped/<int:id>/withdrawal")
@needs(May.SHAPE_LETTERS)
def take_back(id):
    row, form = SkippedNumbers.standing().where(SkippedNumbers.id == id).get(), StepForm()
    gaps.take_back(row, by=g.user, seen=form.seen.data)
    say(gettext("Penjelasan itu dicabut."))
    return see_other("letters.settings.skipped", id=row.book_id, year=row.year)


@bp.get("/codes/")
@needs(May.SHAPE_LETTERS)
def codes():
    return page("letters/codes.html", codes=Classification.all_codes())


@bp.route("/codes/new", methods=["GET", "POST"])
@needs(May.SHAPE_LETTERS)
def new_code():
    form = NewCodeForm()
    return _coded(form, form.makes(Classification.add), code=None)


@bp.route("/codes/<int:id>", methods=["GET", "POST"])
@needs(May.SHAPE_LETTERS)
def code(id):
    row = Classification.every().where(Classification.id == id).get()
    form = CodeForm(obj=row)
    return _coded(form, form.changes(row.amend), code=row)


def _coded(form, saved, code):
    if saved:
        say(gettext("Kode %(code)s tersimpan.", code=saved.code))
        return see_other("letters.settings.codes")
    return page("letters/code.html", form=form, code=code)
