"""An office's list goes in as one batch: checked first, unseen until it goes live at once, and taken back whole while nobody has touched it."""
from datetime import timedelta
from enum import StrEnum

from portal.rules.attachment import MEGABYTE
from portal.rules.life import Life
from portal.rules.refused import Refused


class ImportState(StrEnum):
    CHECKING = "checking"
    CHECKED = "checked"
    UNREADABLE = "unreadable"
    RUNNING = "running"
    STAGED = "staged"
    LIVE = "live"
    TAKEN_BACK = "taken_back"
    DISCARDED = "discarded"


class ImportStep(StrEnum):
    FINISH_CHECK = "finish_check"
    GIVE_UP = "give_up"
    LOOK_ON = "look_on"
    RUN = "run"
    FINISH_RUN = "finish_run"
    GO_LIVE = "go_live"
    TAKE_BACK = "take_back"
    DISCARD = "discard"


class Verdict(StrEnum):
    """What the check says of one row."""
    GOOD = "good"
    WARNED = "warned"
    BAD = "bad"


class ListKind(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


class Alike(StrEnum):
    """Why a row may tell of somebody who is known, or stands in the list twice."""
    SAME_NIK = "same_nik"
    SAME_BIRTH = "same_birth"
    SIMILAR = "similar"
    TWICE = "twice"


class Remark(StrEnum):
    """What is worth knowing of a whole list."""
    COLUMNS_UNREAD = "columns_unread"
    SHEETS_UNREAD = "sheets_unread"
    EXAMPLES_SKIPPED = "examples_skipped"
    NOT_UNICODE = "not_unicode"
    NIKS_ROUNDED = "niks_rounded"


class Why(StrEnum):
    EMPTY = "empty"
    TOO_HEAVY = "too_heavy"
    OLD_EXCEL = "old_excel"
    MACROS = "macros"
    NO_LIST = "no_list"
    UNREADABLE = "unreadable"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    OPEN_QUOTE = "open_quote"
    NO_HEADS = "no_heads"
    DOUBLE_HEAD = "double_head"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_ROWS = "too_many_rows"
    NO_ROWS = "no_rows"
    NOTHING_TO_RUN = "nothing_to_run"
    TOUCHED = "touched"


MAX_BYTES = 10 * MEGABYTE
MAX_UNPACKED = 80 * MEGABYTE
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_LINES = 200_000  # blank ones between the rows too
ENOUGH_NIKS = 10
CHUNK = 100  # rows that one unit of work makes into clients: others wait for no longer than that
SEEKING = timedelta(seconds=20)  # for asking after people alike before the check is shown
SEEKING_ON = timedelta(minutes=5)  # each time that somebody wants the rest asked as well
OLE, ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
FOREIGN = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<!DOCTYPE", b"<html", b"{\\rtf", b"PK\x05\x06")

UTF16 = (b"\xff\xfe", b"\xfe\xff")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a"))  # no text holds these; old programs end a file with \x1a

LIFE = Life({
    (ImportState.CHECKING, ImportStep.FINISH_CHECK): ImportState.CHECKED,
    (ImportState.CHECKING, ImportStep.GIVE_UP): ImportState.UNREADABLE,
    (ImportState.CHECKING, ImportStep.DISCARD): ImportState.DISCARDED,
    (ImportState.CHECKED, ImportStep.LOOK_ON): ImportState.CHECKING,
    (ImportState.CHECKED, ImportStep.RUN): ImportState.RUNNING,
    (ImportState.CHECKED, ImportStep.DISCARD): ImportState.DISCARDED,
    (ImportState.RUNNING, ImportStep.FINISH_RUN): ImportState.STAGED,
    (ImportState.RUNNING, ImportStep.DISCARD): ImportState.DISCARDED,
    (ImportState.STAGED, ImportStep.GO_LIVE): ImportState.LIVE,
    (ImportState.STAGED, ImportStep.DISCARD): ImportState.DISCARDED,
    (ImportState.LIVE, ImportStep.TAKE_BACK): ImportState.TAKEN_BACK,
}, reasoned={ImportStep.TAKE_BACK})
AT_WORK = frozenset({ImportState.CHECKING, ImportState.RUNNING})


def kind_of(content):
    """The ListKind of these bytes, or Refused; what the file calls itself is not asked. Any text may be a CSV."""
    if not content.strip():
        raise Refused(Why.EMPTY)
    if len(content) > MAX_BYTES:
        raise Refused(Why.TOO_HEAVY, count=MAX_BYTES // MEGABYTE)
    if content.startswith(OLE):
        raise Refused(Why.OLD_EXCEL)
    if content.startswith(ZIP):
        return ListKind.XLSX
    if content.lstrip()[:16].startswith(FOREIGN) or is_binary(content):
        raise Refused(Why.NO_LIST)
    return ListKind.CSV


def is_binary(content):
    """Whether these bytes are a program, a picture or the like: they hold a zero byte, or one in a hundred is a sign that no text has."""
    if content.startswith(UTF16):
        return False
    return b"\0" in content or 100 * (len(content) - len(content.translate(None, CONTROLS))) > len(content)


def check_parts(parts):
    """Refused unless `parts`, {name: bytes when unpacked} of a zipped file, are a workbook without macros that memory can hold."""
    if len(parts) > MAX_PARTS or sum(parts.values()) > MAX_UNPACKED:
        raise Refused(Why.UNPACKS_TOO_LARGE, count=MAX_UNPACKED // MEGABYTE)
    names = {name.lower() for name in parts}
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise Refused(Why.MACROS)
    if "xl/workbook.xml" not in names or "[content_types].xml" not in names:
        raise Refused(Why.NO_LIST)


def may_choose(state):
    """Refused once the run has begun: then the rows that go in are settled."""
    LIFE.after(state, ImportStep.RUN)


def may_run(count):
    """Refused when no row is left that could become a client."""
    if not count:
        raise Refused(Why.NOTHING_TO_RUN)


def may_take_back(touched):
    """Refused once somebody has worked with clients of the batch (`touched` of them): what was added would vanish with them."""
    if touched:
        raise Refused(Why.TOUCHED, count=touched)


def look_rounded(niks):
    """Whether Excel has rounded these NIK before they were saved as text: it keeps fifteen digits, so that every one ends in 0."""
    return len(niks) >= ENOUGH_NIKS and all(number.endswith("0") for number in niks)
