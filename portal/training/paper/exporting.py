"""One course as a table without names: a row a participant, with attendance, result and what was found in the year after."""
from flask_babel import force_locale, gettext, pgettext

from portal.exports import Export
from portal.labels import label
from portal.office.models import Region
from portal.rules.attendance import LETTER, Mark
from portal.rules.batch_paper import Why
from portal.rules.followup import MONTHS
from portal.rules.refused import Refused
from portal.training.paper.rosters import people, told_after


def exported(batch, *, by, **leaving):
    """(heads, rows, the Export that numbers them), after the trail knows for what they leave and to whom; Refused when nobody was taught."""
    heads, rows = table(batch, by)
    if not rows:
        raise Refused(Why.NOBODY_TAUGHT)
    return heads, rows, Export.handed(batch, by=by, listed="placement", count=len(rows), **leaving)


def table(batch, user):
    """(heads, rows) of those with a seat as far as they exist for this person, in Indonesian."""
    with force_locale("id"):
        listed, around = people(batch, user, initials=True), Around(batch)
        columns = [*facts(), *attendance(), *result(), *(column for months in MONTHS for column in visit(months))]
        return [head for head, _read in columns], [[read(person, around) for _head, read in columns] for person in listed]


class Around:
    """What the columns need besides the participants, asked once for all of them."""

    def __init__(self, batch):
        self.batch, self.districts, self.visits = batch, Region.names(), told_after(batch.placements)


def facts():
    """[(head, function(person, around))] of whom; the case's number stands for the name."""
    return [
        (pgettext("satu", "Kasus"), lambda one, around: one.placement.case.number), (gettext("Angkatan"), lambda one, around: around.batch.number),
        (gettext("Program"), lambda one, around: around.batch.programme.name), (gettext("Kelamin"), lambda one, around: said(one.client.sex)),
        (gettext("Usia saat mulai"), lambda one, around: one.client.years(around.batch.starts)),
        (gettext("Kecamatan"), lambda one, around: around.districts.get(one.client.district, "")),
        (gettext("Pendidikan"), lambda one, around: said(one.client.education)),
    ]


def attendance():
    """The days of each kind, and the share present."""
    def days(mark):
        return lambda one, around: one.presence.count(mark)
    return [*((f"{LETTER[mark]} ({label(mark)})", days(mark)) for mark in Mark),
            (gettext("Persentase hadir"), lambda one, around: one.presence.rate)]


def result():
    """How it ended, and what was given."""
    return [
        (gettext("Keadaan"), lambda one, around: said(one.placement.state)),
        (gettext("Mendapat tempat"), lambda one, around: iso(one.placement.seated_on)),
        (gettext("Berakhir"), lambda one, around: iso(one.placement.ended_on)),
        (gettext("Alasan keluar"), lambda one, around: said(one.placement.leave_reason)),
        (gettext("Sertifikat"), lambda one, around: said(bool(one.placement.certificate))),
        (gettext("Bantuan peralatan"), lambda one, around: said(bool(one.placement.toolkit))),
        (gettext("Uang saku (rupiah)"), lambda one, around: one.placement.allowance),
    ]


def visit(months):
    """What is known of one milestone."""
    def column(words, read):
        def cell(one, around):
            row = around.visits.get((one.placement.id, months))
            return read(row) if row else ""
        return gettext("%(months)s bulan: %(what)s", months=months, what=words), cell
    return [column(gettext("tanggal kunjungan"), lambda row: iso(row.visited_on)), column(gettext("keadaan"), lambda row: said(row.status)),
            column(gettext("pendapatan per bulan (rupiah)"), lambda row: row.income),
            column(gettext("masih memakai keterampilan"), lambda row: said(row.uses_skill))]


def iso(value):
    """A day that every spreadsheet program sorts."""
    return value.isoformat() if value else ""


def said(value):
    """A truth or a code in words; nothing where nothing is known."""
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    return "" if value is None else str(label(value))
