"""The problems of a list in words: where each stands, what was found there, and what to do."""
import csv
import io

from flask_babel import gettext

from portal.labels import label
from portal.rules.import_cells import FAMILIES, WARNINGS
from portal.rules.import_columns import Column, letter

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Problem:
    """One thing wrong with one cell: its `cell` as Excel calls it, its `column`, the `sentence`, and what was `found`, masked."""

    def __init__(self, line, fault, heads):
        column, family, why, self.found, detail = fault
        member = FAMILIES[family](why)
        self.line, self.column, self.is_warning = line, label(Column(column)), member in WARNINGS
        self.cell = f"{letter(heads[column])}{line}" if column in heads else str(line)
        self.sentence = str(label(member)) % detail


def problems_of(row, heads):
    """The Problems of a row."""
    return [Problem(row.line, fault, heads) for fault in row.faults or ()]


def as_csv(rows, heads):
    """All problems as a CSV for Indonesian Excel; no cell of it can become a formula."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([gettext("Sel"), gettext("Kolom"), gettext("Jenis"), gettext("Masalah"), gettext("Tertulis")])
    for row in rows:
        for each in problems_of(row, heads):
            kind = gettext("peringatan") if each.is_warning else gettext("kesalahan")
            writer.writerow([safe(text) for text in (each.cell, str(each.column), kind, each.sentence, each.found)])
    return written.getvalue().encode("utf-8-sig")


def safe(text):
    """The text with an apostrophe before whatever a spreadsheet would work out."""
    return f"'{text}" if text.startswith(FORMULA) else text
