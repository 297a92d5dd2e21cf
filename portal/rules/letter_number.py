"""An issued letter carries one number, under the classification of its subject, and the title of whoever signs it."""
import re
from enum import StrEnum

from portal.rules.refused import Refused


class Secrecy(StrEnum):
    ORDINARY = "ordinary"
    LIMITED = "limited"
    SECRET = "secret"
    TOP_SECRET = "top_secret"


class Urgency(StrEnum):
    ORDINARY = "ordinary"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"


class SigningMode(StrEnum):
    HEAD = "head"
    PLT = "plt"
    PLH = "plh"
    AN = "an"
    UB = "ub"


class Why(StrEnum):
    TEMPLATE_UNKNOWN_FIELD = "template_unknown_field"
    TEMPLATE_NOT_UNIQUE = "template_not_unique"
    TITLE_NEEDED = "title_needed"
    NOT_SPELLABLE = "not_spellable"


# Permendagri 83/2022, group 400.9. The names are the register's own and stand on Indonesian paper: they are not translated.
CODES = {
    "400.9.1": "Kebijakan di Bidang Sosial",
    "400.9.2": "Kesejahteraan Sosial Anak",
    "400.9.2.1": "Kesejahteraan Sosial Anak Balita",
    "400.9.2.2": "Kesejahteraan Sosial Anak Terlantar",
    "400.9.2.3": "Kesejahteraan Sosial Anak Berhadapan dengan Hukum",
    "400.9.2.4": "Kesejahteraan Sosial Anak dengan Kecacatan",
    "400.9.2.5": "Kesejahteraan Sosial Anak yang Membutuhkan Perlindungan Khusus",
    "400.9.3": "Rehabilitasi Sosial",
    "400.9.3.1": "Rehabilitasi Sosial Orang dengan Kecacatan",
    "400.9.3.2": "Kelembagaan dan Advokasi Rehabilitasi Sosial",
    "400.9.3.3": "Asistensi dan Pemeliharaan Rehabilitasi Sosial",
    "400.9.4": "Rehabilitasi Sosial Tuna Sosial",
    "400.9.4.1": "Rehabilitasi Sosial Gelandangan, Pengemis, dan Pemulung",
    "400.9.4.2": "Rehabilitasi Sosial Tuna Susila dan Korban Trafficking",
    "400.9.4.3": "Rehabilitasi Sosial Warga Binaan",
    "400.9.4.4": "Rehabilitasi Sosial Orang dengan HIV/AIDS dan Kelompok Minoritas",
    "400.9.5": "Rehabilitasi Sosial Korban NAPZA",
    "400.9.6": "Pelayanan Sosial Lanjut Usia",
    "400.9.7": "Pengumpulan dan Pengelolaan Sumber Dana Bantuan Sosial",
    "400.9.8": "Perlindungan Sosial Korban Tindak Kekerasan dan Pekerja Migran",
    "400.9.9": "Perlindungan Sosial Korban Bencana Sosial",
    "400.9.10": "Perlindungan Sosial Korban Bencana Alam",
    "400.9.11": "Jaminan Sosial",
    "400.9.12": "Pemberdayaan Keluarga dan Kelembagaan",
    "400.9.13": "Pemberdayaan Komunitas Adat Terpencil",
    "400.9.14": "Penanggulangan Kemiskinan",
    "400.9.15": "Kepahlawanan",
}
DEFAULT_CODE = "400.9.2.2"

# Street children (04) have no code of their own and go under neglected children. Our choice, which the letter can change.
CODE_BY_CATEGORY = {
    "01": "400.9.2.1", "02": "400.9.2.2", "03": "400.9.2.3", "04": "400.9.2.2", "05": "400.9.2.4", "06": "400.9.2.5",
    "07": "400.9.2.5", "08": "400.9.6", "09": "400.9.3.1", "10": "400.9.4.2", "11": "400.9.4.1", "12": "400.9.4.1",
    "13": "400.9.4.1", "14": "400.9.4.4", "15": "400.9.4.3", "16": "400.9.4.4", "17": "400.9.5", "18": "400.9.4.2",
    "19": "400.9.8", "20": "400.9.8", "21": "400.9.10", "22": "400.9.9", "23": "400.9.12", "24": "400.9.14",
    "25": "400.9.12", "26": "400.9.13",
}

TEMPLATE = "{kode}/{urut}/{unit}/{tahun}"
FIELDS = ("kode", "urut", "unit", "tahun", "bulan")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def default_code(category_code):
    """The classification code for a client category such as "04"; of an unknown one, that of neglected children."""
    return CODE_BY_CATEGORY.get(category_code, DEFAULT_CODE)


def number(code, serial, unit, year, template=TEMPLATE, month=None):
    """The letter's number, such as 400.9.2.2/0087/DINSOS/2026; the month, 1-12, is written in Roman numerals."""
    check_template(template)
    values = {"kode": code, "urut": f"{serial:04d}", "unit": unit, "tahun": str(year), "bulan": ROMAN[month or 0]}
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], template)


def check_template(template):
    """Refused when it names an unknown field, or lacks the serial or the year, without which two letters look the same."""
    named = re.findall(r"\{([^{}]*)\}", template)
    if any(name not in FIELDS for name in named) or template.count("{") != len(named) or template.count("}") != len(named):
        raise Refused(Why.TEMPLATE_UNKNOWN_FIELD)
    if not {"urut", "tahun"} <= set(named):
        raise Refused(Why.TEMPLATE_NOT_UNIQUE)


UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def spelled(n):
    """A whole number from 0 to 9999 in Indonesian words, as letters write it: "1 (satu) berkas"."""
    if not 0 <= n <= 9999:
        raise Refused(Why.NOT_SPELLABLE, number=n)
    return UNITS[0] if n == 0 else " ".join(_words(n))


def _words(n):
    if n == 0:
        return []
    if n < 12:
        return [UNITS[n]]
    if n < 20:
        return [UNITS[n - 10], "belas"]
    if n < 100:
        return [UNITS[n // 10], "puluh", *_words(n % 10)]
    if n < 1000:
        return [*_counted(n // 100, "ratus"), *_words(n % 100)]
    return [*_counted(n // 1000, "ribu"), *_words(n % 1000)]


def _counted(n, word):
    return ["se" + word] if n == 1 else [UNITS[n], word]


def signature_title(mode, head, *, region="", title="", through=""):
    """The lines above the signature. `head` is the title of the head of the office, `region` its second line.

    a.n. needs `title`, of the official one level down; u.b. also `through`, the official between (Permendagri 1/2023).
    """
    if (mode in (SigningMode.AN, SigningMode.UB) and not title) or (mode == SigningMode.UB and not through):
        raise Refused(Why.TITLE_NEEDED)
    first = {SigningMode.PLT: "Plt. ", SigningMode.PLH: "Plh. ", SigningMode.HEAD: ""}.get(mode, "a.n. ") + head
    lines = [first, region] if region else [first]
    below = {SigningMode.AN: [title], SigningMode.UB: [through, "u.b.", title]}.get(mode, [])
    lines += below
    return [*lines[:-1], lines[-1] + ","]


def signature_name(name, rank, nip):
    """The lines under the signature: name with academic titles, rank and grade, NIP in its groups (8, 6, 1 and 3 digits)."""
    spaced = spaced_nip(nip)
    return [name, *([rank] if rank else []), *([f"NIP {spaced}"] if spaced else [])]


def spaced_nip(nip):
    """A NIP in its groups of 8, 6, 1 and 3 digits; one of another length as it was written."""
    digits = re.sub(r"\D", "", nip)
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}" if len(digits) == 18 else nip.strip()
