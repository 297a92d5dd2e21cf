"""A table as a file for a spreadsheet program: a workbook, or text that Indonesian Excel opens; no cell is ever a formula."""
import csv
import io
import re

from flask import send_file
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from portal.rules.imports import ListKind

MIME = {ListKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ListKind.CSV: "text/csv; charset=utf-8"}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def download(heads, rows, kind, name):
    """The answer that brings a table with these heads as the file `name`, which gets the ending of its `kind`."""
    lines = [heads, *rows]
    return handed(_workbook(lines) if kind == ListKind.XLSX else as_csv(lines), kind, name)


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
    return f"'{text}" if text.startswith(BEGINS_FORMULA) and not isinstance(value, int) else text


def _clean(value):
    return "" if value is None else CONTROLS.sub("", str(value))


def _workbook(lines):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sigap")
    sheet.freeze_panes = "A2"
    for number, line in enumerate(lines):
        sheet.append([_cell(sheet, value, bold=not number) for value in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet, value, bold=False):
    """A number stays one; anything else is text, whatever it begins with."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=_clean(value))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
