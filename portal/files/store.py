"""Where the contents of files are kept, each under its hash: cleaned before, durable before their row, and checked when they are read."""
import errno
import hashlib
import io
import os
import re
import secrets
import warnings
from typing import NamedTuple

from flask import current_app
from PIL import Image, ImageOps

from portal.db import Full
from portal.rules.attachment import LONGEST_SIDE, FileKind, Why, check_pixels, kind_of, too_many_pixels
from portal.rules.refused import Refused

QUALITY = 85
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# As the first versions named them: at random, with an ending.
EARLIER = re.compile(r"[0-9a-f]{32}\.(pdf|jpg|png)")


class Content(NamedTuple):
    """The bytes as they will be kept, what they are, and the hash they are found by."""

    data: bytes
    kind: FileKind
    sha256: str


def cleaned(data):
    """The Content of an upload: a PDF as it is, a picture drawn anew so that nothing hidden in it is kept. Refused otherwise."""
    kind = kind_of(data)
    kept = data if kind == FileKind.PDF else _redrawn(data, kind)
    return Content(kept, kind, hashlib.sha256(kept).hexdigest())


def _redrawn(data, kind):
    """The same picture without place, camera, comments and thumbnails, turned the way it was meant to be seen, at most 2,000 pixels long."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind.name]) as picture:
                check_pixels(*picture.size)
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                return _drawn(ImageOps.exif_transpose(picture), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise too_many_pixels() from fault
    except (OSError, SyntaxError, ValueError) as fault:
        raise Refused(Why.UNREADABLE) from fault


def _drawn(picture, kind):
    modes = {"L", "RGB"} if kind == FileKind.JPEG else {"L", "RGB", "RGBA"}
    plain = picture if picture.mode in modes else picture.convert("RGB" if kind == FileKind.JPEG else "RGBA")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain.info.clear()
    drawn = io.BytesIO()
    plain.save(drawn, kind.name, **({"quality": QUALITY} if kind == FileKind.JPEG else {}))
    return drawn.getvalue()


def write(content):
    """Write the bytes under a passing name and return its path; when this returns they survive a power cut. Full when there is no room."""
    fresh = _folder() / f".{secrets.token_hex(16)}"
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content.data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as fault:
        fresh.unlink(missing_ok=True)
        if fault.errno in NO_ROOM:
            raise Full from fault
        raise
    return fresh


def settle(fresh, sha256):
    """Give what was written its own name, durably; the same bytes kept before are the same file."""
    os.replace(fresh, path(sha256))
    _settle_folder()


def _settle_folder():
    """A name is durable only once its folder is; Windows does that by itself and can't open folders."""
    if os.name == "posix":
        handle = os.open(_folder(), os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def drop(sha256):
    """Take back what no row speaks of."""
    path(sha256).unlink(missing_ok=True)


def read(sha256):
    """The bytes kept under a hash, or Refused when they are gone or no longer what they were."""
    data = path(sha256).read_bytes() if path(sha256).is_file() else b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refused(Why.DAMAGED)
    return data


def size(sha256):
    """How many bytes stand under a hash; none where nothing does."""
    return path(sha256).stat().st_size if path(sha256).is_file() else 0


def path(sha256):
    """Where the bytes of this hash stand."""
    return _folder() / sha256


def tidy():
    """Before serving: what a power cut left half written goes, and what an earlier version named at random gets its hash for a name."""
    for each in sorted(_folder().iterdir()):
        if re.fullmatch(r"\.[0-9a-f]{32}(\.\w+)?", each.name):
            each.unlink()
        elif EARLIER.fullmatch(each.name):
            os.replace(each, path(hashlib.sha256(each.read_bytes()).hexdigest()))
    _settle_folder()


def _folder():
    folder = current_app.config["INSTANCE"] / "files"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
