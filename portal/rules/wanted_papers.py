"""Which papers institutions ask for, and which of them a line of a list or the title of a file speaks of."""
import re
from enum import StrEnum


class WantedPaper(StrEnum):
    """The papers of domain 5.1; a line that speaks of none of these is for the officer to judge."""

    REQUEST = "request"
    COVER = "cover"
    RECOMMENDATION = "recommendation"
    CHAIN = "chain"
    PARENT_CARD = "parent_card"
    IDENTITY_CARD = "identity_card"
    FAMILY_CARD = "family_card"
    BIRTH_CERTIFICATE = "birth_certificate"
    MARRIAGE = "marriage"
    INSURANCE_CARD = "insurance_card"
    POVERTY = "poverty"
    DISTRICT = "district"
    DOMICILE = "domicile"
    PHOTO = "photo"
    NO_PAPERS = "no_papers"
    REGISTRATION = "registration"
    FAMILY_STATEMENT = "family_statement"
    HEALTH_LETTER = "health_letter"
    SOCIAL_REPORT = "social_report"
    CONFERENCE = "conference"
    POLICE = "police"
    SCHOOL = "school"
    TICKET = "ticket"
    HANDOVER = "handover"
    CONSENT = "consent"
    AGREEMENT = "agreement"


class Held(StrEnum):
    """What the client's file has of a paper."""

    ON_FILE = "on_file"
    KNOWN = "known"
    OURS = "ours"
    MISSING = "missing"
    UNKNOWN = "unknown"


# The first that matches counts: what is said more exactly stands above what is said shortly.
SPOKEN = {
    WantedPaper.NO_PAPERS: r"tidak (memiliki|punya|mempunyai) dokumen",
    WantedPaper.REGISTRATION: r"formulir pendataan|pendataan penduduk|\bf-?1[.\-]?\d\d",
    WantedPaper.CHAIN: r"rujukan (puskesmas|rsud|berjenjang|rumah sakit)",
    WantedPaper.HEALTH_LETTER: r"surat (keterangan |rujukan )?(dari )?(fasilitas kesehatan|faskes|dokter|rumah sakit|rsud|puskesmas|sakit)|"
                               r"rawat inap|resume medis|visum",
    WantedPaper.POLICE: r"kepolisian|polres|polsek|polisi|orang t[ei]r?lantar",
    WantedPaper.POVERTY: r"\bsktm\b|tidak mampu",
    WantedPaper.DISTRICT: r"\bcamat\b",
    WantedPaper.DOMICILE: r"domisili",
    WantedPaper.RECOMMENDATION: r"rekomendasi",
    WantedPaper.COVER: r"pengantar",
    WantedPaper.REQUEST: r"permohonan|^surat dinas sosial$",
    WantedPaper.CONSENT: r"persetujuan",
    WantedPaper.FAMILY_STATEMENT: r"pernyataan|penyerahan",
    WantedPaper.AGREEMENT: r"kesepakatan|perjanjian",
    WantedPaper.HANDOVER: r"serah terima|\bbast\b",
    WantedPaper.CONFERENCE: r"pembahasan kasus|konferensi kasus|case conference",
    WantedPaper.SOCIAL_REPORT: r"laporan sosial|\blapsos\b|hasil asesmen|studi kasus",
    WantedPaper.MARRIAGE: r"(surat|buku|akta|kutipan) (ni[kc]ah|perkawinan)",
    WantedPaper.BIRTH_CERTIFICATE: r"akta|akte\b|surat (keterangan )?lahir",
    WantedPaper.PARENT_CARD: r"\bktp\b.*(orang tua|ortu|ibu|ayah|bapak|wali)",
    WantedPaper.IDENTITY_CARD: r"\bktp\b|\bkia\b|\bnik\b|kartu identitas|^identitas$",
    WantedPaper.FAMILY_CARD: r"\bkk\b|kartu keluarga",
    WantedPaper.INSURANCE_CARD: r"\bjkn\b|\bbpjs\b|\bkis\b",
    WantedPaper.SCHOOL: r"\bnisn\b|ijazah|rapor|raport|surat (keterangan )?(pindah )?sekolah",
    WantedPaper.TICKET: r"tiket",
    WantedPaper.PHOTO: r"pas ?foto|\bfoto\b",
}
_READ = {paper: re.compile(pattern) for paper, pattern in SPOKEN.items()}
LONGEST = 200


def spoken_of(line):
    """The WantedPaper that a line speaks of, or None."""
    words = " ".join((line or "").casefold().split())
    return next((paper for paper, pattern in _READ.items() if pattern.search(words)), None)


def listed(text):
    """The lines of a list that hold something, each once, in their order."""
    return list(dict.fromkeys(line.strip() for line in (text or "").split("\n") if line.strip()))


def apart(text, wanted):
    """What is enclosed of what is wanted, and what else is enclosed: ([lines], [lines])."""
    enclosed = listed(text)
    return [line for line in enclosed if line in wanted], [line for line in enclosed if line not in wanted]


def together(enclosed, others):
    """Ticked lines and a text of others as one; what was typed stays as typed, but for lines that are ticked."""
    return "\n".join([*enclosed, *(line for line in others.split("\n") if line.strip() not in enclosed)]).strip("\n")


def held(paper, *, filed=(), known=(), ours=()):
    """What the file has of a WantedPaper (None: of a line nobody can read): a copy, a note that it exists, what we write ourselves, or nothing."""
    if paper is None:
        return Held.UNKNOWN
    told = ((Held.ON_FILE, filed), (Held.OURS, ours), (Held.KNOWN, known))
    return next((state for state, papers in told if paper in papers), Held.MISSING)
