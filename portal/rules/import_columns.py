"""The columns of an office's list are known by what stands above them, in any order and spelling; what nobody knows is said, not dropped."""
import re
from dataclasses import dataclass
from enum import StrEnum

from portal.rules.imports import MAX_COLUMNS, Why
from portal.rules.refused import Refused


class Column(StrEnum):
    """What a column can tell, in the order of the template."""
    NAME = "name"
    ALIAS = "alias"
    SEX = "sex"
    BIRTH = "birth"
    AGE = "age"
    BIRTH_PLACE = "birth_place"
    NIK = "nik"
    NO_NIK_REASON = "no_nik_reason"
    FAMILY_CARD = "family_card"
    PHONE = "phone"
    ADDRESS = "address"
    DISTRICT = "district"
    VILLAGE = "village"
    USUAL_PLACE = "usual_place"
    MARKS = "marks"
    MOTHER = "mother"
    GUARDIAN = "guardian"
    KIN_PHONE = "kin_phone"
    SCHOOL = "school"
    NOTE = "note"
    NOTE_ON = "note_on"


HEADS = {
    Column.NAME: "nama lengkap|nama|nama anak|nama klien|nama pm|nama ppks|nama penerima manfaat|nama lengkap anak|name|full name",
    Column.ALIAS: "nama panggilan|panggilan|alias|nama alias|nama lain|nickname",
    Column.SEX: "kelamin|jenis kelamin|jns kelamin|jenis kel|l p|lp|jk|gender|sex",
    Column.BIRTH: "tanggal lahir|tgl lahir|tgl lhr|tanggal bulan tahun lahir|tahun lahir|lahir|lahir atau usia|tempat tanggal lahir|tempat tgl lahir|"
                  "tempat dan tanggal lahir|ttl|birth date|date of birth",
    Column.AGE: "usia|umur|usia tahun|umur tahun|age",
    Column.BIRTH_PLACE: "tempat lahir|tmp lahir|tempat kelahiran|birth place",
    Column.NIK: "nik|nomor nik|no nik|nomor induk kependudukan|no ktp|nomor ktp|nik anak",
    Column.NO_NIK_REASON: "alasan belum ada nik|alasan tidak punya nik|alasan tidak ada nik|keterangan nik",
    Column.FAMILY_CARD: "nomor kartu keluarga|no kartu keluarga|nomor kk|no kk|kk|nkk",
    Column.PHONE: "telepon|nomor telepon|no telepon|no telp|telp|no hp|nomor hp|hp|handphone|no wa|whatsapp|phone",
    Column.ADDRESS: "alamat|alamat lengkap|alamat rumah|alamat tinggal|alamat domisili|domisili|address",
    Column.DISTRICT: "kecamatan|kec|nama kecamatan|district",
    Column.VILLAGE: "desa atau kelurahan|desa kelurahan|kelurahan desa|desa kel|kel desa|desa|kelurahan|kel|nama desa|village",
    Column.USUAL_PLACE: "tempat biasa|tempat ditemukan|lokasi|lokasi ditemukan|lokasi penjangkauan|tempat mangkal|tempat kegiatan",
    Column.MARKS: "ciri ciri|ciri|ciri fisik|tanda khusus",
    Column.MOTHER: "nama ibu|nama ibu kandung|ibu|ibu kandung|mother",
    Column.GUARDIAN: "nama wali|wali|nama orang tua|nama orang tua wali|orang tua|orang tua wali|nama ortu|nama pengasuh|guardian",
    Column.KIN_PHONE: "telepon ibu atau wali|telepon ibu|telepon wali|telepon orang tua|telepon orang tua wali|no hp ibu|no hp wali|no hp orang tua|"
                      "hp orang tua|no hp ortu|telp orang tua|no telp orang tua|no telp ibu|no telp wali",
    Column.SCHOOL: "sekolah dan kelas|sekolah|nama sekolah|asal sekolah|sekolah kelas|school",
    Column.NOTE: "catatan riwayat|catatan|riwayat|riwayat layanan|keterangan|uraian|note",
    Column.NOTE_ON: "tanggal catatan|tgl catatan|tanggal riwayat|tanggal penjangkauan|tgl penjangkauan|tanggal pendataan",
}
IN_BRACKETS = re.compile(r"\([^)]*\)")
NO_WORD = re.compile(r"[^a-z0-9]+")
SEARCHED = 15  # lines from the top among which the heads stand: offices put a title above
FEWEST = 2


@dataclass(frozen=True)
class Layout:
    """One kind of list: {head in plain words: column}, and the columns of which one alone makes a list."""
    known: dict
    telling: frozenset

    @classmethod
    def of(cls, heads, *telling):
        """From {column: "head|head"}."""
        return cls({head: column for column, words in heads.items() for head in words.split("|")}, frozenset(telling))


CLIENTS = Layout.of(HEADS, Column.NAME, Column.NIK)


@dataclass(frozen=True)
class Heads:
    """Where what stands: {index from 0: Column}, and [(index, text)] of the heads that nobody knows. `line`: which row they are, from 1."""
    line: int
    columns: dict
    unknown: tuple


def known_head(text, layout=CLIENTS):
    """The column that a head means, or None. What stands in brackets, case, dots and stars say nothing."""
    return layout.known.get(NO_WORD.sub(" ", IN_BRACKETS.sub(" ", text.lower())).strip())


def find_heads(lines, layout=CLIENTS):
    """The Heads among the first `lines`, [(number, [text])]: the line that names most columns. Refused when none does, or one twice."""
    read = [(sum(known_head(text, layout) is not None for text in texts), -number, texts) for number, texts in lines]
    most, number, texts = max(read, key=lambda each: each[:2], default=(0, 0, []))
    if most < FEWEST and not (most == 1 and any(known_head(text, layout) in layout.telling for text in texts)):
        raise Refused(Why.NO_HEADS)
    if any(texts[MAX_COLUMNS:]):
        raise Refused(Why.TOO_MANY_COLUMNS, count=MAX_COLUMNS)
    return Heads(-number, *_sorted_out(texts, layout))


def _sorted_out(texts, layout):
    columns, unknown = {}, []
    for index, text in enumerate(texts):
        column = known_head(text, layout)
        if column is None:
            unknown += [(index, text)] if text else []
            continue
        twice = next((known for known in columns if columns[known] == column), None)
        if twice is not None:
            raise Refused(Why.DOUBLE_HEAD, one=letter(twice), other=letter(index), column=column)
        columns[index] = column
    return columns, tuple(unknown)


def letter(index):
    """The letters over a column: A for 0, AA for 26."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
