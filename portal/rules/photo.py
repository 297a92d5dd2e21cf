"""A picture of a client is kept with a consent or a legal basis, or to identify them while family is traced or papers are missing (domain 8.2.7)."""
from enum import StrEnum

from portal.rules.consent import ConsentState
from portal.rules.refused import Refused


class Pictured(StrEnum):
    """What a picture shows."""

    DOCUMENT = "document"
    PLACE = "place"
    PERSON = "person"


class Identifying(StrEnum):
    """What a picture of a client is needed for where nobody agreed to it."""

    TRACING = "tracing"
    NO_PAPERS = "no_papers"


class Why(StrEnum):
    SAY_WHAT = "say_what"
    PHOTO_CONSENT = "photo_consent"
    PHOTO_REFUSED = "photo_refused"


def may_keep(shows, state, purpose=None):
    """Refused for a picture that nobody says anything of, and for a person's without a consent in force (`state`), a legal basis or a `purpose`.

    A refusal or a withdrawal is kept even while family is traced; only a legal basis recorded after it opens the way again.
    """
    if shows is None:
        raise Refused(Why.SAY_WHAT)
    if shows != Pictured.PERSON or state in (ConsentState.GIVEN, ConsentState.BASIS):
        return
    if state in (ConsentState.REFUSED, ConsentState.WITHDRAWN):
        raise Refused(Why.PHOTO_REFUSED)
    if purpose is None:
        raise Refused(Why.PHOTO_CONSENT)
