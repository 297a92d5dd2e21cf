"""The problems of a list in words: where each stands, what was found there, and what to do."""
from flask_babel import gettext

from portal import spreadsheet
from portal.labels import label
from portal.rules.import_cells import FAMILIES, WARNINGS
from portal.rules.import_columns import Column, letter


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
    """All problems as a CSV."""
    words = [gettext("Sel"), gettext("Kolom"), gettext("Jenis"), gettext("Masalah"), gettext("Tertulis")]
    return spreadsheet.as_csv([words, *(_line(each) for row in rows for each in problems_of(row, heads))])


def _line(problem):
    kind = gettext("peringatan") if problem.is_warning else gettext("kesalahan")
    return [problem.cell, problem.column, kind, problem.sentence, problem.found]
