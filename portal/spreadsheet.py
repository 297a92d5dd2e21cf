"""A table as a file for a spreadsheet program: a workbook, or text that Indonesian Excel opens; no cell is ever a formula."""
import csv
import io
import re
from dataclasses import dataclass

from flask import send_file
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from portal.rules.imports import ListKind

MIME = {ListKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ListKind.CSV: "text/csv; charset=utf-8"}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Mark:
    """What a file says of itself: `lines` above its table; its `number`, if it has one, under the head `column` in each row."""

    lines: tuple = ()
    number: str = ""
    column: str = ""

    def on(self, heads, rows):
        """Every line of the file, one after the other."""
        own = [self.number] if self.number else []
        for line in self.lines:
            yield [line]
        if self.lines:
            yield []
        yield [self.column, *heads] if own else heads
        for row in rows:
            yield [*own, *row]

    @property
    def height(self):
        """How many lines stand above the heads."""
        return len(self.lines) + 1 if self.lines else 0


PLAIN = Mark()


def download(heads, rows, kind, name, mark=PLAIN):
    """The answer that brings a table with these heads as the file `name`, which gets the ending of its `kind`."""
    return handed(made(heads, rows, kind, mark), kind, name)


def made(heads, rows, kind, mark=PLAIN):
    """The bytes of a table with these heads; `rows` may come one by one."""
    return _workbook(mark.on(heads, rows), mark) if kind == ListKind.XLSX else as_csv(mark.on(heads, rows))


def handed(content, kind, name):
    """The answer that brings these bytes as the file `name`, which gets the ending of its `kind`."""
    return send_file(io.BytesIO(content), mimetype=MIME[kind], as_attachment=True, download_name=f"{name}.{kind}")


def as_csv(lines):
    """Lines of cells as the bytes of a CSV that Indonesian Excel opens."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerows([_harmless(value) for value in line] for line in lines)
    return written.getvalue().encode("utf-8-sig")


def _harmless(value):
    """Text that a spreadsheet program takes for text; a number as Indonesian Excel reads it."""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    text = _clean(value)
    return f"'{text}" if (text.startswith(BEGINS_FORMULA) or text.lstrip().startswith(BEGINS_FORMULA)) and not isinstance(value, int) else text


def _clean(value):
    return "" if value is None else CONTROLS.sub("", str(value))


def _workbook(lines, mark):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sigap")
    sheet.freeze_panes = f"A{mark.height + 2}"
    _label(book, sheet, mark)
    for number, line in enumerate(lines):
        sheet.append([_cell(sheet, value, bold=number in (0, mark.height)) for value in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _label(book, sheet, mark):
    """The same mark on every printed page, and in what the file says of itself."""
    if mark.lines:
        book.properties.title, book.properties.creator = mark.number or mark.lines[0], "Sigap"
        book.properties.description = _clean("\n".join(mark.lines))
        sheet.oddHeader.center.text = mark.lines[0].replace("&", "&&")
        sheet.oddFooter.center.text = (mark.number or mark.lines[1]).replace("&", "&&")
        sheet.print_title_rows = f"{mark.height + 1}:{mark.height + 1}"


def _cell(sheet, value, bold=False):
    """A number stays one; anything else is text, whatever it begins with."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=_clean(value))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
