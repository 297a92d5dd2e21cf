"""Reads a workbook without trusting it: no macros, no entities, nothing that unpacks into more than memory holds, no formula worked out."""
import io
import re
import warnings
import zipfile

from openpyxl import load_workbook

from portal.fields import clean
from portal.rules.import_cells import NotCounted
from portal.rules.imports import MAX_COLUMNS, MAX_LINES, Why, check_parts
from portal.rules.refused import Refused

# A formula that was saved without what it came to; other programs write such cells. Nothing here is tried twice: a sheet may be hostile.
UNCOUNTED = re.compile(rb'<c ([^<>]*+)>\s*+<f[^<>]*+(?:(?<=/)>|>[^<]*+</f>)\s*+(?:<v\s*+/>|<v>\s*+</v>)?+\s*+</c>')
CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
ENTITIES = tuple(word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be"))
warnings.filterwarnings("ignore", module="openpyxl")  # what it does not support in a workbook, such as colours, is not asked for here


class Workbook:
    """The sheets of an XLSX file, [(title, Sheet)]; Refused when it is none that may be read."""

    def __init__(self, content):
        self.content = content
        with _readable():
            _inspect(content)
            self.book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        self.sheets = [(sheet.title, Sheet(self, sheet)) for sheet in self.book.worksheets if sheet.sheet_state == "visible"]


class Sheet:
    """One sheet; `lines()` are (number from 1, [text, number, day or None])."""

    def __init__(self, workbook, sheet):
        self.workbook, self.sheet = workbook, sheet
        sheet.reset_dimensions()  # programs write wrong ones

    def lines(self):
        """Every line from the top, blank ones too."""
        with _readable():
            uncounted = self._uncounted()
            for number, values in enumerate(self.sheet.iter_rows(max_col=MAX_COLUMNS + 1, max_row=MAX_LINES, values_only=True), 1):
                line = [clean(value) if isinstance(value, str) else value for value in values]
                for index in uncounted.get(number, ()):
                    line[index] = NotCounted()
                yield number, line

    def _uncounted(self):
        """{line: [index]} of the formulas that nobody has worked out."""
        found = {}
        with zipfile.ZipFile(io.BytesIO(self.workbook.content)) as archive:
            text = archive.read(self.sheet._worksheet_path)
        for cell in filter(None, map(CELL.search, UNCOUNTED.findall(text) if b"<f" in text else ())):
            if (index := _index(cell[1])) <= MAX_COLUMNS:
                found.setdefault(int(cell[2]), []).append(index)
        return found


class _readable:
    """Whatever the libraries stumble over in a broken file is one answer: it cannot be read."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, Exception) and not isinstance(error, Refused):
            raise Refused(Why.UNREADABLE) from error


def _inspect(content):
    """Look at the parts before anything is believed; what a part says of its size is what the unpacking then keeps to."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        check_parts({part.filename: part.file_size for part in parts})
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and any(word in archive.read(part) for word in ENTITIES):
                raise Refused(Why.UNREADABLE)


def _index(letters):
    number = 0
    for each in letters:
        number = number * 26 + each - 64
    return number - 1
