"""Makes the file of an export in the background: its rows in portions, whole or not at all, and begun anew after any interruption."""
import threading

from flask import current_app
from flask_babel import force_locale
from flask_babel import lazy_gettext as _

from portal.background import Background
from portal.db import Full
from portal.exports import Export
from portal.recap.chosen import Chosen
from portal.recap.tables import TABLES
from portal.recap.tabulating import ids_behind
from portal.recap.wording import period_words
from portal.rules.crosstab import ALL
from portal.rules.export import KEPT, ExportState
from portal.rules.period import read
from portal.rules.refused import Refused
from portal.spreadsheet import made

PORTION = 500
_written = {}


# What other features hand over at once, in words.
ELSEWHERE = {"assessment": _("Jawaban asesmen"), "placement": _("Satu angkatan pelatihan"), "consideration": _("Pertimbangan khusus"),
             "letter": _("Buku surat keluar")}


def behind(table, arguments, user):
    """({arguments of the address}, ids) of the records behind the figure that these arguments name."""
    chosen, row, column = Chosen.of(table, arguments), arguments.get("row", ALL), arguments.get("column", ALL)
    return chosen.arguments | {"row": row, "column": column}, ids_behind(chosen, user, row, column)


def contents(export):
    """What an export holds, in words."""
    if export.listed not in TABLES:
        return ELSEWHERE.get(export.listed, export.listed)
    return f"{TABLES[export.listed].title}, {period_words(read(export.chosen['period']))}"


def carry_on(id):
    """Do what the export waits for; what was cut short begins anew."""
    export = Export.get_by_id(id)
    if export.state != ExportState.MAKING:
        return
    try:
        with force_locale("id"):
            content, done = written(export)
        export.keep(content, done)
        _forget_in_time(export)
    except (Full, KeyError, Refused):
        export.fail()
    finally:
        _written.pop(export.id, None)


def written(export):
    """(bytes, how many rows) of the table."""
    table = TABLES[export.listed]
    _asked, ids = behind(table, export.chosen, export.made_by)
    heads = [str(head) for head, _reads in table.source.exported]
    content = made(heads, lines(export, table.source, ids), export.kind, export.mark)
    return content, _written.get(export.id, 0)


def lines(export, source, ids):
    """The rows one by one, as far as whoever asked sees their records; how many there were so far is counted."""
    _written[export.id] = 0
    for start in range(0, len(ids), PORTION):
        rows = list(source.rows(ids[start:start + PORTION], export.made_by))
        around = source.around(rows)
        for row in rows:
            yield [reads(row, around) for _head, reads in source.exported]
        _written[export.id] += len(rows)


def _forget_in_time(export):
    """Where this serves, the file goes by itself when its time is over; before the next start whatever is left goes."""
    if current_app.config["BACKGROUND"]:
        later = threading.Timer(KEPT.total_seconds(), export.path.unlink, kwargs={"missing_ok": True})
        later.daemon = True
        later.start()


BACKGROUND = Background("export", carry_on)


def begin(export):
    """Once the open unit of work is committed, make its file. False where nothing works by itself."""
    return BACKGROUND.begin(export.id)


def progress(export):
    """(whether somebody is at work on it, how many rows are written so far)."""
    return BACKGROUND.is_going(export.id), _written.get(export.id, export.done)
