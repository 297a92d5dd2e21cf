"""A file is known by its content and not by its name: a PDF, a JPEG or a PNG of a reasonable size, for which the office has room."""
import re
import unicodedata
from enum import StrEnum

from portal.rules.assessment import AssessmentState
from portal.rules.client import ClientState
from portal.rules.dtsen_check import CheckState
from portal.rules.life import Life
from portal.rules.lifecycle import Stage
from portal.rules.referral import PaperState
from portal.rules.refused import Refused
from portal.rules.report import ReportState


class FileKind(StrEnum):
    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class FileState(StrEnum):
    KEPT = "kept"
    CANCELLED = "cancelled"


class FileStep(StrEnum):
    CANCEL = "cancel"


class Why(StrEnum):
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    TOO_HEAVY = "too_heavy"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    OFFICE_FULL = "office_full"
    RECORD_OVER = "record_over"


MEGABYTE = 1024 * 1024
MAX_BYTES = 12 * MEGABYTE
MAX_PIXELS = 25_000_000
LONGEST_SIDE = 2000  # pixels: a page of paper stays readable, and a disk holds twenty times as many
USUAL_LIMIT = 2048  # megabytes of files in one office
NEARLY_FULL = 90  # percent of the limit

SIGNATURES = ((b"%PDF-", FileKind.PDF), (b"\xff\xd8\xff", FileKind.JPEG), (b"\x89PNG\r\n\x1a\n", FileKind.PNG))
MIME = {FileKind.PDF: "application/pdf", FileKind.JPEG: "image/jpeg", FileKind.PNG: "image/png"}
ENDING = {FileKind.PDF: ".pdf", FileKind.JPEG: ".jpg", FileKind.PNG: ".png"}
PICTURES = (FileKind.JPEG, FileKind.PNG)

# What was a mistake, or follows another record now, takes no more files.
OVER = frozenset({ReportState.CANCELLED, ReportState.MERGED, Stage.CANCELLED, ClientState.CANCELLED, ClientState.MERGED,
                  AssessmentState.CANCELLED, PaperState.CANCELLED, CheckState.CANCELLED})
# Controls, signs that turn or hide text, halves of letters, and breaks.
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LONGEST_NAME = 120

LIFE = Life({(FileState.KEPT, FileStep.CANCEL): FileState.CANCELLED}, reasoned={FileStep.CANCEL})


def kind_of(content):
    """The FileKind of these bytes, or Refused; what the file calls itself is not asked."""
    if not content:
        raise Refused(Why.EMPTY)
    if len(content) > MAX_BYTES:
        raise Refused(Why.TOO_HEAVY, count=MAX_BYTES // MEGABYTE)
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    raise Refused(Why.UNKNOWN_KIND)


def check_pixels(width, height):
    """Refused when a picture is larger than 25 megapixels."""
    if width * height > MAX_PIXELS:
        raise too_many_pixels()


def too_many_pixels():
    """The Refused of a picture that is too large to open."""
    return Refused(Why.TOO_MANY_PIXELS, count=MAX_PIXELS // 1_000_000)


def may_attach(state):
    """Refused for a record that was a mistake or follows another one."""
    if state in OVER:
        raise Refused(Why.RECORD_OVER)


def may_store(size, *, used, limit):
    """Refused when `size` more bytes would go beyond the office's limit (megabytes); `used` bytes are kept already."""
    if used + size > limit * MEGABYTE:
        raise Refused(Why.OFFICE_FULL, count=limit)


def readable(text):
    """A name without signs that nobody sees, in one line."""
    return " ".join("".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in HIDDEN).split())


def last_part(path):
    """What a file called itself, without the folders it says it came from."""
    return readable(path.replace("\\", "/").rsplit("/", 1)[-1])


def download_name(title, kind):
    """The name under which somebody saves it: nothing that any file system reads as a folder, a device or a hidden file."""
    plain = re.sub(r'[<>:"/\\|?*]', "-", readable(title)).strip(". -")[:LONGEST_NAME].rstrip(". -") or "berkas"
    safe = f"_{plain}" if RESERVED.match(plain) else plain
    endings = (ENDING[kind], ".jpeg") if kind == FileKind.JPEG else (ENDING[kind],)
    return safe if safe.lower().endswith(endings) else safe + ENDING[kind]
