"""The only place that asks what time it is; tests and the demo put their own clock here."""
from datetime import UTC, datetime, timedelta

_state = {"source": None, "offset": timedelta(hours=7)}


def machine():
    """The computer's own time, naive UTC, for sessions and throttling, which no replay may freeze."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def now():
    """The office's moment for every record: naive UTC, whole seconds."""
    source = _state["source"]
    return source() if source else machine()


def use(source):
    """Let `source()` (naive UTC) answer for now(); None gives the machine's time back."""
    _state["source"] = source


def set_offset(offset):
    """The office's fixed offset from UTC, a timedelta: Indonesia's zones know no summer time."""
    _state["offset"] = offset


def local(moment):
    """Naive UTC to the office's wall time."""
    return moment + _state["offset"]


def utc(moment):
    """The office's wall time to naive UTC."""
    return moment - _state["offset"]


def today():
    """The office's calendar day."""
    return local(now()).date()
