"""A certificate is given once, by name, and as the course ended."""
import pytest

from portal.rules.certificate import Why, check_first, check_named, check_result
from portal.rules.letter_kind import LetterKind
from portal.rules.placement import PlacementState
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused


def why(check, *args):
    """Why the rule says no; None when it says nothing."""
    try:
        check(*args)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize(("kind", "facts", "name", "because"), [
    (LetterKind.CERTIFICATE, [Shared.NAME], "Rian Samudra", None), (LetterKind.CERTIFICATE, ["name", "birth"], "Rian", None),
    (LetterKind.CERTIFICATE, [Shared.BIRTH], "Rian Samudra", Why.NAME_NEEDED), (LetterKind.CERTIFICATE, [Shared.NAME], "", Why.NAME_NEEDED),
    (LetterKind.CERTIFICATE, [Shared.NAME], None, Why.NAME_NEEDED), (LetterKind.PLACEMENT, [], "", None), (LetterKind.STATEMENT, [], None, None),
])
def test_it_says_a_name(kind, facts, name, because):
    assert why(check_named, kind, facts, name) == because


def test_it_is_given_once():
    assert (why(check_first, True), why(check_first, False)) == (Why.CERTIFIED, None)


@pytest.mark.parametrize("said", [PlacementState.PASSED, PlacementState.NOT_PASSED])
@pytest.mark.parametrize("stands", list(PlacementState))
def test_it_is_copied_while_it_is_true(said, stands):
    assert why(check_result, str(said), stands) == (None if said == stands else Why.RESULT_CHANGED)
