"""Each kind of letter has its shape, its title on paper and the merge fields that its words may name; no field ever brings a person's name."""
import re
from enum import StrEnum

from portal.rules.refused import Refused
from portal.rules.ticket import NIK


class LetterKind(StrEnum):
    REFERRAL = "referral"
    INTRODUCTION = "introduction"
    INSURANCE = "insurance"
    HOSPITAL = "hospital"
    DUTY = "duty"
    HANDOVER = "handover"
    STATEMENT = "statement"
    TICKET_REPLY = "ticket_reply"
    SUMMONS = "summons"
    PLACEMENT = "placement"
    CERTIFICATE = "certificate"
    OTHER_OUTSIDE = "other_outside"


class Shape(StrEnum):
    """The two shapes of domain 5.3: a letter to somebody, or a paper with its title in the middle."""
    CORRESPONDENCE = "correspondence"
    TITLED = "titled"


class MergeField(StrEnum):
    """What a template may ask Sigap to fill in, by the Indonesian name that stands in its braces."""
    OFFICE = "kantor"
    REGION = "daerah"
    INSTITUTION = "lembaga"
    CASE_NUMBER = "nomor_kasus"
    INITIALS = "inisial"
    REPORT_NUMBER = "nomor_laporan"
    REPORT_DAY = "tanggal_laporan"
    ASSESSMENT_DAY = "tanggal_asesmen"
    CONFERENCE_DAY = "tanggal_pembahasan"
    CONFERENCE_PLACE = "tempat_pembahasan"
    BASIS = "dasar"
    REFERRAL_SUBJECT = "hal_rujukan"
    ANSWER_BY = "batas_jawaban"
    PROGRAMME = "program"
    PURPOSE = "keperluan"
    DUTY_PURPOSE = "tujuan_tugas"
    DUTY_DAY = "tanggal_tugas"
    HANDOVER_DAY = "tanggal_serah_terima"
    HANDOVER_PLACE = "tempat_serah_terima"
    TICKET = "nomor_tiket"
    TICKET_DAY = "tanggal_tiket"
    COURSE = "pelatihan"
    TRADE = "kejuruan"
    BATCH = "angkatan"
    PROVIDER = "penyelenggara"
    COURSE_PLACE = "tempat_pelatihan"
    COURSE_STARTS = "tanggal_mulai"
    COURSE_ENDS = "tanggal_selesai"
    COURSE_HOURS = "jam_pelajaran"
    PARTICIPANTS = "jumlah_peserta"
    RESULT = "hasil"


class Why(StrEnum):
    UNKNOWN_FIELD = "unknown_field"
    LOOSE_BRACE = "loose_brace"
    NAME_IN_REGARDING = "name_in_regarding"
    NIK_IN_REGARDING = "nik_in_regarding"
    NOT_FILLED_IN = "not_filled_in"
    FIELD_LEFT = "field_left"


# Certificates and orders carry a title, letters to somebody do not (domain 5.3, "two shapes").
TITLE = {
    LetterKind.INTRODUCTION: "SURAT PENGANTAR",
    LetterKind.DUTY: "SURAT TUGAS",
    LetterKind.HANDOVER: "BERITA ACARA SERAH TERIMA",
    LetterKind.STATEMENT: "SURAT KETERANGAN",
    LetterKind.CERTIFICATE: "SERTIFIKAT KEIKUTSERTAAN",
}
# Numbers of these are only booked: their text was written elsewhere.
TEMPLATED = tuple(kind for kind in LetterKind if kind != LetterKind.OTHER_OUTSIDE)

_OFFICE = (MergeField.OFFICE, MergeField.REGION)
_CASE = (*_OFFICE, MergeField.CASE_NUMBER, MergeField.INITIALS, MergeField.BASIS, MergeField.REPORT_NUMBER, MergeField.REPORT_DAY,
         MergeField.ASSESSMENT_DAY, MergeField.CONFERENCE_DAY)
_COURSE = (*_OFFICE, MergeField.COURSE, MergeField.TRADE, MergeField.BATCH, MergeField.PROVIDER, MergeField.COURSE_PLACE, MergeField.COURSE_STARTS,
           MergeField.COURSE_ENDS, MergeField.COURSE_HOURS)
FIELDS = {
    LetterKind.REFERRAL: (*_CASE, MergeField.INSTITUTION, MergeField.REFERRAL_SUBJECT, MergeField.ANSWER_BY),
    LetterKind.INTRODUCTION: (*_CASE, MergeField.INSTITUTION),
    LetterKind.INSURANCE: (*_CASE, MergeField.INSTITUTION, MergeField.PROGRAMME),
    LetterKind.HOSPITAL: (*_CASE, MergeField.INSTITUTION),
    LetterKind.DUTY: (*_OFFICE, MergeField.DUTY_PURPOSE, MergeField.DUTY_DAY),
    LetterKind.HANDOVER: (*_CASE, MergeField.INSTITUTION, MergeField.HANDOVER_DAY, MergeField.HANDOVER_PLACE),
    LetterKind.STATEMENT: (*_CASE, MergeField.INSTITUTION, MergeField.PURPOSE),
    LetterKind.TICKET_REPLY: (*_OFFICE, MergeField.TICKET, MergeField.TICKET_DAY, MergeField.REPORT_NUMBER, MergeField.REPORT_DAY),
    LetterKind.SUMMONS: (*_CASE, MergeField.CONFERENCE_PLACE),
    # One wording serves a letter about one participant and one about a whole batch, which knows no case.
    LetterKind.PLACEMENT: (*_COURSE, MergeField.INSTITUTION, MergeField.PARTICIPANTS),
    LetterKind.CERTIFICATE: (*_COURSE, MergeField.RESULT),
    LetterKind.OTHER_OUTSIDE: (),
}
BLANK = "………"
NAMED = re.compile(r"\{([^{}]*)\}")


def shape(kind):
    """How a letter of this kind is laid out."""
    return Shape.TITLED if kind in TITLE else Shape.CORRESPONDENCE


def merged(text, values):
    """The text with each {field} replaced by its value, {field name: text}; what nobody knows is left as a dotted blank to fill in."""
    return NAMED.sub(lambda found: str(values.get(found[1]) or BLANK), text)


def check_text(text, kind):
    """Refused when it names a field that letters of this kind do not know, or has a brace that belongs to none."""
    named = NAMED.findall(text)
    unknown = next((name for name in named if name not in list(FIELDS[kind])), None)
    if unknown is not None:
        raise Refused(Why.UNKNOWN_FIELD, field=f"{{{unknown}}}", fields=", ".join(f"{{{name}}}" for name in FIELDS[kind]))
    if text.count("{") != len(named) or text.count("}") != len(named):
        raise Refused(Why.LOOSE_BRACE)


def check_filled(*texts):
    """Refused while a blank that nobody filled in, or the name of a merge field, is left in what is going to be issued."""
    if any(BLANK in text for text in texts):
        raise Refused(Why.NOT_FILLED_IN)
    if left := next((found[0] for text in texts if (found := NAMED.search(text))), None):
        raise Refused(Why.FIELD_LEFT, field=left)


def check_regarding(text, names):
    """Refused when the line that everybody reads holds a NIK, two words in a row of one of these names, or a name of one word."""
    if NIK.search(text):
        raise Refused(Why.NIK_IN_REGARDING)
    if names_somebody(text, names):
        raise Refused(Why.NAME_IN_REGARDING)


def names_somebody(text, names):
    """Whether two words in a row of one of these names stand in the text, or a name of one word."""
    said = _words(text)
    pairs = set(zip(said, said[1:], strict=False))
    spelled = [_words(name) for name in names]
    return any(pairs & set(zip(words, words[1:], strict=False)) or (len(words) == 1 and words[0] in said) for words in spelled)


def _words(text):
    return re.findall(r"\w+", (text or "").casefold())
