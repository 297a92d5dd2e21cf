"""The yearly report of the office: every declared table of the year, in chapters, with what it says in words."""
from dataclasses import dataclass
from functools import partial

from flask_babel import force_locale
from flask_babel import lazy_gettext as _

from portal.accounts.models import User
from portal.background import Background
from portal.recap.chosen import Chosen
from portal.recap.drawn import picture_of, plotted
from portal.recap.sheets import Sheet
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill
from portal.recap.telling import told
from portal.records import Print
from portal.rules.export import Circle

KIND, BOOK = "recap_yearly", "register"
PATIENCE = 60  # seconds of the database's time for one table, since nobody waits
MOST = 6  # reports that are kept at hand until the next start
# The chapters in their order, and the sources whose tables stand in each; what none names stands in the last.
CHAPTERS = (
    (_("Laporan masuk"), ("reports", "tickets")),
    (_("PPKS"), ("people", "circumstances", "opened", "casebook")),
    (_("Ketepatan waktu 4CT"), ("clocks", "way", "flow")),
    (_("Layanan"), ("services",)),
    (_("Standar pelayanan minimal"), ("spm",)),
    (_("Rujukan"), ("referrals", "handovers")),
    (_("Pelatihan"), ("training",)),
    (_("DT-SEN"), ("deciles", "considerations")),
    (_("Lainnya"), ()),
)
_made, _progress = {}, {}


@dataclass(frozen=True)
class Section:
    """One table of the report, as it lies on paper, and what it says."""

    table: object
    sheet: Sheet
    sentences: list
    plotted: object

    @property
    def picture(self):
        """Its plot, or None; it leads to pages, so it is drawn where there is a request."""
        return picture_of(self.plotted)


def kind_of(year, circle):
    """What a printing of this report is counted as."""
    return f"{KIND}_{year}_{circle}"


def read_kind(kind):
    """(year, Circle) of a printing."""
    year, circle = kind.removeprefix(f"{KIND}_").split("_")
    return int(year), Circle(circle)


def chapters():
    """[(title, [Table])] of what is declared, without empty chapters; the registers are books of their own."""
    named = {source for _title, sources in CHAPTERS for source in sources}
    tables = [table for table in TABLES.values() if BOOK not in table.name]
    found = [(str(title), [table for table in tables if table.source.name in sources or (not sources and table.source.name not in named)])
             for title, sources in CHAPTERS]
    return [(title, tables) for title, tables in found if tables]


def carry_on(id):
    """Fill every table of the report that was printed so."""
    row = Print.get_by_id(id)
    user = User.get_by_id(row.by)
    try:
        with force_locale("id"):
            _keep(id, compose(user, row, partial(_progress.__setitem__, id)))
    finally:
        _progress.pop(id, None)


def compose(user, row, told_done=lambda done: None):
    """[(chapter, [Section])] for this person; `told_done` hears how many tables are filled."""
    year, circle = read_kind(row.kind)
    found, done = [], 0
    for title, tables in chapters():
        sections = []
        for table in tables:
            sections.append(section(table, year, circle, row.paper, user))
            done += 1
            told_done(done)
        found.append((title, sections))
    return found


def section(table, year, circle, paper, user):
    """One table of the year."""
    chosen = Chosen.of(table, {"period": f"{year:04}"})
    how = {"discreet": circle == Circle.OUTSIDE, "patience": PATIENCE}
    filled = fill(chosen, user, **how)
    return Section(table, Sheet(filled, paper, turned=True), told(filled), plotted(filled, user, **how))


def _keep(id, report):
    _made[id] = report
    while len(_made) > MOST:
        _made.pop(next(iter(_made)))


BACKGROUND = Background("yearly", carry_on)


def begin(row):
    """Once the open unit of work is committed, put it together; where nothing works by itself, when it is looked at."""
    return BACKGROUND.begin(row.id)


def at_hand(row):
    """The report that was put together for this printing, or None."""
    return _made.get(row.id)


def progress(row):
    """(whether somebody is at work on it, tables filled, all tables)."""
    return BACKGROUND.is_going(row.id), _progress.get(row.id, 0), sum(len(tables) for _title, tables in chapters())
