"""Tables of figures as a file for a spreadsheet program."""
from flask import Blueprint, g, request
from flask_babel import force_locale, gettext

from portal import audit, clock
from portal.access import needs
from portal.audit import Event
from portal.office.models import Office
from portal.phrases import moment
from portal.recap.asked import Asked
from portal.recap.wording import figure
from portal.rules.imports import ListKind
from portal.rules.roles import May
from portal.spreadsheet import Mark, download

bp = Blueprint("out", __name__)
UNITS = {"minutes": "menit", "rupiah": "rupiah", "percent": "%", "days": "hari"}


@bp.post("/<name>/file")
@needs(May.READ_FIGURES)
def file(name):
    asked, kind = Asked.now(name), request.form.get("kind", "")
    kind = ListKind(kind) if kind in list(ListKind) else ListKind.XLSX
    audit.record(Event.EXPORTED, by=g.user, list=name, period=asked.chosen.period, circle=asked.circle, kind=kind, count=len(asked.filled.lines))
    with force_locale("id"):
        return download(heads(asked), rows(asked.filled), kind, f"{name}-{asked.chosen.period}", Mark(above(asked)))


def above(asked):
    """The lines above the table: whose it is, what it counts, who took it and when."""
    office = Office.current()
    covered = gettext("<5: satu sampai empat. •: disembunyikan agar angka kecil tidak dapat dihitung dari jumlahnya.")
    hidden = [covered] if asked.filled.is_covered else []
    return (f"{office.government} · {office.name}", str(asked.chosen.table.title), *(f"{term}: {words}" for term, words in asked.said),
            str(asked.chosen.table.means), *hidden, gettext("Dibuat %(at)s oleh %(name)s", at=moment(clock.now()), name=g.user.name))


def heads(asked):
    """Two lines of headings in one, each with its unit."""
    return [*map(str, asked.chosen.heads), *map(head, asked.filled.columns)]


def head(column):
    """L under Anak jalanan reads Anak jalanan: L."""
    words = f"{column.over}: {column.words}" if column.over else str(column.words)
    return f"{words} ({UNITS[column.kind]})" if column.kind in UNITS else words


def rows(filled):
    """The lines with their figures as numbers, then the total, whose heading stands in the first column."""
    spare = [""] * (len(filled.chosen.rows) - 1)
    return [*([*map(str, line.words), *map(plain, line.cells, filled.columns)] for line in filled.lines),
            [*map(str, filled.total.words), *spare, *map(plain, filled.total.cells, filled.columns)]]


def plain(cell, column):
    """A figure that a spreadsheet program can count with; what is hidden, or no number, is text."""
    known = not cell.concealed and (cell.value is None or isinstance(cell.value, (int, float)))
    return cell.value if known else figure(cell, column)
