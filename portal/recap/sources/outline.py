"""What a list tells of a record whose case somebody sees in outline only: its number, and of the client what an outline tells."""
from flask import g, url_for
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.labels import label


def whole(read):
    """The same column for who sees the case whole; empty for the rest."""
    return lambda row, around: read(row, around) if row.is_whole_to(g.user) else ""


def discreet(columns):
    """The same columns, each for who sees the case whole."""
    return [(head, whole(read)) for head, read in columns]


def leading(endpoint):
    """The address of a record of a case: its own page for who sees the case whole, else that of the case."""
    return lambda row: url_for(endpoint, id=row.id) if row.is_whole_to(g.user) else of_case(row)


def of_case(row):
    """The address of the case that a record belongs to."""
    return url_for("casefile.show", id=row.case_id)


# Whom a record of a case is about, as far as an outline tells it.
CLIENT = [
    (_("Inisial"), lambda row, around: row.case.client.initials),
    (lazy_pgettext("singkat", "JK"), lambda row, around: row.case.client.sex or ""),
    (_("Umur"), lambda row, around: said(row.case.client.years())),
]
CASE = [(lazy_pgettext("satu", "Kasus"), lambda row, around: row.case.number)]
CATEGORY = [(_("Kategori"), lambda row, around: label(row.case.category))]


def said(value):
    """A value as it is written, empty where there is none."""
    return "" if value is None else value
