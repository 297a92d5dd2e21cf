"""The papers of a course as they are asked for, counted and drawn; who prints sees names as far as on the screen."""
from types import SimpleNamespace

from flask import url_for
from flask_babel import gettext

from portal import papers
from portal.accounts.models import User
from portal.labels import label
from portal.letters.sheet import signer
from portal.letters.signing import unsigned
from portal.office.models import Office, Official
from portal.phrases import local_day, month_of
from portal.records import Print
from portal.rules import batch_paper as rules
from portal.rules.amount import in_words
from portal.rules.batch_paper import Asked, BatchPaper, Why
from portal.rules.refused import Refused
from portal.training.paper import report
from portal.training.paper.certificates import drafts
from portal.training.paper.rosters import allowances, people
from portal.training.paper.sheets import days_of, sheets

SHOWN = 12


def printed(batch, *, by, what, month, paper, full_name):
    """Count one more copy of what was asked for; Refused where there is nothing to print."""
    asked = Asked(what, month if what in rules.DATED else None)
    check(batch, asked, by)
    named = full_name if what in rules.NAMED else what == BatchPaper.CERTIFICATES
    return papers.printed(batch, asked.kind, by=by, paper=paper, initials=not named)


def check(batch, asked, user):
    """Refused for a paper on which nothing, or too much, would stand."""
    if asked.paper in rules.SHEETS:
        rules.check_days(asked.paper, days_of(batch, asked))
    if asked.paper == BatchPaper.CERTIFICATES and not drafts(batch, user, above=[], below=[], dated=[]):
        raise Refused(Why.NOBODY_PASSED)


def made(batch):
    """[(Print, what it is, name of who printed it)], the latest first."""
    rows = [(row, rules.read(row.kind)) for row in Print.select().where(
        Print.subject == batch._meta.table_name, Print.subject_id == batch.id).order_by(Print.id.desc()).limit(SHOWN)]
    names = {user.id: user.name for user in User.select(User.id, User.name).where(User.id.in_({row.by for row, _asked in rows}))}
    return [(row, titled(asked), names[row.by]) for row, asked in rows if asked]


def titled(asked):
    """What a paper is called, with its month."""
    return f"{label(asked.paper)}, {month_of(asked.month)}" if asked.month else str(label(asked.paper))


def drawn(batch, asked, row, user):
    """(template, context) of one copy; `row` is its Print."""
    template, told = DRAWN[asked.paper]
    around = {"batch": batch, "programme": batch.programme, "asked": asked, "size": row.paper, "print": papers.last_line(row, batch.number, user),
              "title": str(label(asked.paper)), "month": month_of(asked.month), "initials": row.initials}
    return template, around | told(batch, asked, row, user)


def _roster(batch, asked, row, user):
    listed = people(batch, user, initials=row.initials)
    return {"people": listed, "qr": _code(batch), "keeper": _keeper(batch), "today": local_day(row.at)}


def _sheets(batch, asked, row, user):
    return {"sheets": sheets(batch, asked, user, initials=row.initials), "is_blank": asked.paper == BatchPaper.BLANK_SHEET,
            "keeper": _keeper(batch)}


def _allowances(batch, asked, row, user):
    rows, total = allowances(batch, user, asked.month, initials=row.initials)
    return {"rows": rows, "total": total, "words": in_words(total) if total else "", "rate": batch.programme.allowance,
            "keeper": _keeper(batch)}


def _certificates(batch, asked, row, user):
    """Who will sign is not asked before the letter is issued: the block is that of a letter not issued yet."""
    block = unsigned()
    made = drafts(batch, user, above=list(block.above), below=list(block.below), dated=[f"{Office.current().place}, ………………………"])
    return {"certificates": made, "printed": papers.last_line(row, batch.number, user), "print": None,
            "back": url_for("training.papers", id=batch.id)}


def _report(batch, asked, row, user):
    signing = {"official": Official.head(), "keeper": _keeper(batch), "today": local_day(row.at)}
    return report.contents(batch, user) | signing | {"qr": _code(batch)}


def _keeper(batch):
    """Who looks after the course, as they sign; lines to write on while nobody does."""
    known = signer(batch.keeper)
    return SimpleNamespace(title=gettext("Penanggung jawab angkatan"), **{name: getattr(known, name, "") for name in ("name", "rank", "nip")})


def _code(batch):
    return papers.qr(url_for("training.batch", id=batch.id, _external=True))


DRAWN = {
    BatchPaper.ROSTER: ("print/training_roster.html", _roster),
    BatchPaper.BLANK_SHEET: ("print/training_sheets.html", _sheets),
    BatchPaper.FILLED_SHEET: ("print/training_sheets.html", _sheets),
    BatchPaper.ALLOWANCES: ("print/training_allowances.html", _allowances),
    BatchPaper.CERTIFICATES: ("print/certificates.html", _certificates),
    BatchPaper.REPORT: ("print/training_report.html", _report),
}
