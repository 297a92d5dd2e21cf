"""A file is known by its content and not by its name: a PDF, a JPEG or a PNG of a reasonable size."""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused


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


MEGABYTE = 1024 * 1024
MAX_BYTES = 12 * MEGABYTE
MAX_PIXELS = 25_000_000

SIGNATURES = ((b"%PDF-", FileKind.PDF), (b"\xff\xd8\xff", FileKind.JPEG), (b"\x89PNG\r\n\x1a\n", FileKind.PNG))
MIME = {FileKind.PDF: "application/pdf", FileKind.JPEG: "image/jpeg", FileKind.PNG: "image/png"}
ENDING = {FileKind.PDF: ".pdf", FileKind.JPEG: ".jpg", FileKind.PNG: ".png"}

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
        raise Refused(Why.TOO_MANY_PIXELS, count=MAX_PIXELS // 1_000_000)
