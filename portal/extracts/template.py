"""The template of a list from SIKS-NG: the columns that are read, one example, and what may stand in each."""
from flask_babel import force_locale

from portal.imports.template import USUAL_WIDTH, as_workbook, cell
from portal.labels import label
from portal.rules.dtsen_extract import ExtractColumn
from portal.rules.import_rows import EXAMPLE
from portal.rules.imports import ListKind
from portal.spreadsheet import as_csv

SHOWN = {ExtractColumn.NAME: f"{EXAMPLE} Siti Aminah", ExtractColumn.BIRTH: "14/05/2012", ExtractColumn.SEX: "P", ExtractColumn.DECILE: "3",
         ExtractColumn.STATUS: "Terdaftar", ExtractColumn.CHECKED_ON: "20/03/2026"}
TOLD = {
    ExtractColumn.NIK: "16 angka, sebagai teks.",
    ExtractColumn.FAMILY_CARD: "16 angka, sebagai teks. Desil berlaku bagi seluruh keluarga di kartu itu.",
    ExtractColumn.NAME: "Dipakai bersama tanggal lahir bila NIK dan nomor KK tidak ada.", ExtractColumn.BIRTH: "Hari/bulan/tahun (14/05/2012).",
    ExtractColumn.SEX: "L atau P. Boleh kosong.", ExtractColumn.DECILE: "1 sampai 10; 0 atau “belum diperingkat”.",
    ExtractColumn.STATUS: "Terdaftar, tidak terdaftar, belum diperingkat, NIK tidak padan. Boleh tanpa kolom ini.",
    ExtractColumn.CHECKED_ON: "Hari/bulan/tahun, bulan (Maret 2026), atau triwulan (Triwulan I 2026). "
                              "Tanpa kolom ini, tanggalnya diisi saat mengunggah.",
}
NOTES = (f"Baris yang namanya diawali {EXAMPLE} tidak dibaca.",
         "Isi paling sedikit NIK, nomor KK, atau nama dengan tanggal lahir; dan desil atau statusnya.",
         "Hanya klien yang sudah tercatat di dinas yang diambil. Selebihnya tidak disimpan.")


def made(kind):
    """The template as the bytes of a workbook or of a CSV; always in Indonesian, as papers are."""
    with force_locale("id"):
        lines = [[str(label(column)) for column in ExtractColumn], [SHOWN.get(column, "") for column in ExtractColumn]]
        return as_workbook(lines, [USUAL_WIDTH] * len(lines[0]), _guide) if kind == ListKind.XLSX else as_csv(lines)


def _guide(sheet):
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 90
    sheet.append([cell(sheet, text, bold=True) for text in ("Kolom", "Yang diterima")])
    for column in ExtractColumn:
        sheet.append([cell(sheet, str(label(column))), cell(sheet, TOLD[column])])
    for text in NOTES:
        sheet.append([cell(sheet, ""), cell(sheet, text)])
