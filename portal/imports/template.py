"""The template that an office fills in: the columns that are read, one example, and what may stand in each."""
import io

from flask_babel import force_locale
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from portal.labels import label
from portal.office.models import Region
from portal.rules.client import NoNikReason
from portal.rules.import_columns import Column
from portal.rules.import_rows import EXAMPLE
from portal.rules.imports import ListKind
from portal.rules.nik import Sex
from portal.spreadsheet import as_csv

GUIDE = "Petunjuk"
TEXT = "@"  # Excel's format for cells whose digits stay as they are typed
WIDE = {Column.NAME: 28, Column.ADDRESS: 30, Column.MARKS: 30, Column.NOTE: 40}
USUAL_WIDTH = 18
TOLD = {
    Column.NAME: "Nama sesuai dokumen, atau nama yang diketahui.", Column.ALIAS: "Nama yang dipakai sehari-hari.",
    Column.BIRTH: "Hari/bulan/tahun (14/05/2012), bulan (Mei 2012), atau tahun (2012).",
    Column.AGE: "Dalam tahun, bila tanggal lahir belum diketahui.",
    Column.BIRTH_PLACE: "Kota atau kabupaten.", Column.NIK: "16 angka, sebagai teks. Kosongkan bila belum ada.",
    Column.FAMILY_CARD: "16 angka, sebagai teks.", Column.PHONE: "Diawali 0, sebagai teks.", Column.ADDRESS: "Jalan, nomor, RT/RW.",
    Column.DISTRICT: "Salah satu kecamatan di bawah ini.", Column.VILLAGE: "Salah satu desa atau kelurahan di bawah ini, pada kecamatannya.",
    Column.USUAL_PLACE: "Tempat anak biasa ditemui.", Column.MARKS: "Yang membantu mengenali orangnya.", Column.MOTHER: "Nama ibu.",
    Column.GUARDIAN: "Nama wali atau pengasuh.", Column.KIN_PHONE: "Telepon wali; bila walinya kosong, telepon ibu.",
    Column.SCHOOL: "Misalnya SD 2, kelas 5.",
    Column.NOTE: "Satu catatan singkat tentang riwayatnya, paling banyak 5.000 huruf.", Column.NOTE_ON: "Tanggal catatan itu, misalnya 20/01/2025.",
}
SHOWN = {
    Column.NAME: f"{EXAMPLE} Siti Aminah", Column.ALIAS: "Ami", Column.SEX: "P", Column.BIRTH: "14/05/2012", Column.BIRTH_PLACE: "Melati",
    Column.NO_NIK_REASON: "Belum pernah didata", Column.PHONE: "081234567890", Column.ADDRESS: "Jalan Kenanga 7", Column.USUAL_PLACE: "Terminal",
    Column.MARKS: "Rambut pendek", Column.MOTHER: "Aminah", Column.SCHOOL: "SD 2, kelas 5", Column.NOTE: "Pernah didampingi pada 2025.",
    Column.NOTE_ON: "20/01/2025",
}


def made(kind):
    """The template as the bytes of a workbook or of a CSV that Indonesian Excel opens; always in Indonesian, as papers are."""
    with force_locale("id"):
        return _workbook() if kind == ListKind.XLSX else as_csv([_heads(), _example()])


def _heads():
    return [str(label(column)) for column in Column]


def _example():
    return [SHOWN.get(column, "") for column in Column]


def _workbook():
    return as_workbook([_heads(), _example()], [WIDE.get(column, USUAL_WIDTH) for column in Column], _guide)


def as_workbook(lines, widths, guide):
    """A workbook whose first sheet has these lines, all cells text, with the heads on top; `guide(sheet)` fills the second."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.number_format = width, TEXT
    for number, line in enumerate(lines):
        sheet.append([cell(sheet, text, bold=not number) for text in line])
    guide(book.create_sheet(GUIDE))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _guide(sheet):
    """What may stand in each column, and the places of this office."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 90
    sheet.append([cell(sheet, text, bold=True) for text in ("Kolom", "Yang diterima")])
    for column in Column:
        sheet.append([cell(sheet, str(label(column))), cell(sheet, _accepted(column))])
    for text in ("", "Isi paling sedikit nama, panggilan, NIK, atau ciri-ciri. Yang lain boleh kosong.",
                 f"Baris yang namanya diawali {EXAMPLE} tidak dimasukkan."):
        sheet.append([cell(sheet, ""), cell(sheet, text)])
    sheet.append([cell(sheet, text, bold=True) for text in ("Kecamatan", "Desa dan kelurahan")])
    for district in Region.districts():
        sheet.append([cell(sheet, district.name), cell(sheet, ", ".join(row.name for row in Region.villages(district.code)))])


def _accepted(column):
    choices = {Column.SEX: [f"{sex} ({label(sex)})" for sex in Sex], Column.NO_NIK_REASON: [str(label(reason)) for reason in NoNikReason]}
    return "; ".join(choices[column]) if column in choices else TOLD[column]


def cell(sheet, text, bold=False):
    """A cell that is text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type, cell.number_format, cell.alignment = "s", TEXT, Alignment(wrap_text=not bold, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell
