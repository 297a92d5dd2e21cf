"""Everything that happened to a case is one line of events, the newest first, and each kind can be looked at alone."""
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    NOTE = "note"
    CONTACT = "contact"
    STAGE = "stage"
    ASSESSMENT = "assessment"
    SERVICE = "service"
    REFERRAL = "referral"
    LETTER = "letter"
    TRAINING = "training"
    PROPOSAL = "proposal"
    FILE = "file"


@dataclass(frozen=True)
class Event:
    """Something that happened `at` a moment: a title, what was told, who wrote it (an id, None is the portal itself), where it stands.

    `after`: the moment it is sorted by, where people told the minute only. `dated`: only its day is known.
    """
    at: datetime
    kind: EventKind
    title: str
    text: str = ""
    by: int | None = None
    url: str | None = None
    after: datetime | None = None
    dated: bool = False


def newest_first(events, kind=None):
    """The events of one kind (None: all), the newest first; of one moment the last written comes first."""
    chosen = [event for event in events if kind in (None, event.kind)]
    return sorted(reversed(chosen), key=lambda event: event.after or event.at, reverse=True)
