"""A list that an office keeps, from Excel or as text, as rows of known columns."""
import csv
import io
import itertools

from portal.fields import clean
from portal.imports.excel import Workbook
from portal.rules.import_cells import written
from portal.rules.import_columns import CLIENTS, SEARCHED, find_heads, known_head, letter
from portal.rules.import_rows import is_example
from portal.rules.imports import MAX_ROWS, ListKind, Remark, Why, kind_of
from portal.rules.refused import Refused

SEPARATORS = ";,\t|"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Book:
    """One list of a `layout`: its `kind`, its `heads`, and `remarks`, [(Remark, detail)]. Refused when it is no list that can be read."""

    def __init__(self, content, layout=CLIENTS):
        self.kind, self.layout = kind_of(content), layout
        self.remarks = []
        self.sheet = self._sheet_with_heads(Workbook(content).sheets) if self.kind == ListKind.XLSX else self._text(content)
        self.heads = _heads(self.sheet, layout)
        if self.heads.unknown:
            self._remark(Remark.COLUMNS_UNREAD, columns=", ".join(f"{letter(index)} {text[:40]}" for index, text in self.heads.unknown))

    def _remark(self, remark, **detail):
        self.remarks.append((str(remark), detail))

    def _sheet_with_heads(self, sheets):
        """The first sheet on which a list begins; that others were not read is said."""
        for title, sheet in sheets:
            try:
                _heads(sheet, self.layout)
            except Refused as refused:
                if refused.why != Why.NO_HEADS:
                    raise
                continue
            others = [other for other, _sheet in sheets if other != title]
            if others:
                self._remark(Remark.SHEETS_UNREAD, sheets=", ".join(others)[:200])
            return sheet
        raise Refused(Why.NO_HEADS)

    def _text(self, content):
        coding = next((coding for mark, coding in MARKS if content.startswith(mark)), "utf-8")
        try:
            return Text(content.decode(coding), self.layout)
        except UnicodeDecodeError:
            self._remark(Remark.NOT_UNICODE)
            return Text(content.decode("cp1252", errors="replace"), self.layout)

    def rows(self):
        """(line, {Column: value}) of every row below the heads that is not blank; the template's example is left out, and said."""
        count = examples = 0
        for number, values in self.sheet.lines():
            cells = {column: values[index] for index, column in self.heads.columns.items() if index < len(values) and values[index] not in (None, "")}
            if number <= self.heads.line or not cells:
                continue
            if is_example(cells):
                examples += 1
                continue
            count += 1
            if count > MAX_ROWS:
                raise Refused(Why.TOO_MANY_ROWS, count=f"{MAX_ROWS:,}".replace(",", "."))
            yield number, cells
        if not count:
            raise Refused(Why.NO_ROWS)
        if examples:
            self._remark(Remark.EXAMPLES_SKIPPED, count=examples)


class Text:
    """A list in plain text, its cells parted by whichever sign makes its heads readable."""

    def __init__(self, text, layout):
        first = text.partition("\n")[0].strip().lower()
        self.text, self.layout, self.hinted = text, layout, first.startswith("sep=")
        self.separator = max(SEPARATORS, key=self._known)

    def _known(self, separator):
        """How many heads can be read with this separator."""
        try:
            lines = list(itertools.islice(self._parted(separator), SEARCHED))
        except Refused:
            return -1
        return max((sum(known_head(cell, self.layout) is not None for cell in line) for _number, line in lines), default=0)

    def lines(self):
        """(number from 1, [text]) of every record; Refused at a quotation mark that is never closed."""
        return self._parted(self.separator)

    def _parted(self, separator):
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=separator, strict=True)
        try:
            for number, values in enumerate(reader, 1):
                yield number, [clean(value) for value in values] if number > self.hinted else []
        except csv.Error as error:
            raise Refused(Why.OPEN_QUOTE, line=reader.line_num) from error


def _heads(sheet, layout):
    lines = itertools.islice(sheet.lines(), SEARCHED)
    return find_heads([(number, [clean(written(value)) for value in values]) for number, values in lines], layout)
