"""Where the contents of files are kept: cleaned before, durable before their row, and checked when they are read."""
import hashlib
import io
import os
import secrets
import warnings
from typing import NamedTuple

from flask import current_app
from PIL import Image, ImageOps

from portal.rules.attachment import ENDING, FileKind, Why, check_pixels, kind_of
from portal.rules.refused import Refused

QUALITY = 85


class Content(NamedTuple):
    """The bytes as they will be kept, and what they are."""

    data: bytes
    kind: FileKind


def cleaned(data):
    """The Content of an upload: a PDF as it is, a picture drawn anew so that nothing hidden in it is kept. Refused otherwise."""
    kind = kind_of(data)
    return Content(data if kind == FileKind.PDF else _redrawn(data, kind), kind)


def _redrawn(data, kind):
    """The same picture without place, camera, comments and thumbnails, turned the way it was meant to be seen."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind.name]) as picture:
                check_pixels(*picture.size)
                return _drawn(ImageOps.exif_transpose(picture), kind)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Refused(Why.UNREADABLE) from fault


def _drawn(picture, kind):
    modes = {"L", "RGB"} if kind == FileKind.JPEG else {"L", "RGB", "RGBA"}
    plain = picture if picture.mode in modes else picture.convert("RGB" if kind == FileKind.JPEG else "RGBA")
    plain.info.clear()
    drawn = io.BytesIO()
    plain.save(drawn, kind.name, **({"quality": QUALITY} if kind == FileKind.JPEG else {}))
    return drawn.getvalue()


def keep(content):
    """Write the bytes under a random name; when this returns they survive a power cut. (name, sha256)."""
    folder, name = _folder(), secrets.token_hex(16) + ENDING[content.kind]
    fresh = folder / f".{name}"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content.data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / name)
    _settle(folder)
    return name, hashlib.sha256(content.data).hexdigest()


def _settle(folder):
    """A name is durable only once its folder is; Windows does that by itself and can't open folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def drop(name):
    """Take back what was kept for a row that was never written."""
    (_folder() / name).unlink(missing_ok=True)


def read(name, sha256):
    """The bytes kept under a name, or Refused when they are gone or no longer what they were."""
    path = _folder() / name
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refused(Why.DAMAGED)
    return data


def _folder():
    folder = current_app.config["INSTANCE"] / "files"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
