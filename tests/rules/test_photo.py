"""A picture of a client is kept with a consent, a legal basis or a purpose; a no is kept."""
import pytest

from portal.rules.consent import ConsentState
from portal.rules.photo import Identifying, Pictured, Why, may_keep
from portal.rules.refused import Refused

GIVEN, BASIS, REFUSED, WITHDRAWN, MISSING = ConsentState


@pytest.mark.parametrize("shows, state, purpose, why", [
    (None, GIVEN, None, Why.SAY_WHAT), (Pictured.DOCUMENT, REFUSED, None, None), (Pictured.PLACE, MISSING, None, None),
    (Pictured.PERSON, GIVEN, None, None), (Pictured.PERSON, BASIS, None, None), (Pictured.PERSON, MISSING, None, Why.PHOTO_CONSENT),
    (Pictured.PERSON, MISSING, Identifying.TRACING, None), (Pictured.PERSON, MISSING, Identifying.NO_PAPERS, None),
    (Pictured.PERSON, REFUSED, Identifying.TRACING, Why.PHOTO_REFUSED), (Pictured.PERSON, WITHDRAWN, Identifying.TRACING, Why.PHOTO_REFUSED),
])
def test_which_picture_is_kept(shows, state, purpose, why):
    try:
        may_keep(shows, state, purpose)
    except Refused as refused:
        assert refused.why is why
    else:
        assert why is None
