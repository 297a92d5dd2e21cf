"""An approved consideration that opens ATENSI leads to the Sentra, with the least of the identity."""
import pytest

from portal.rules.consideration import ConsiderationReason, ConsiderationState, opened_by
from portal.rules.decile import Programme
from portal.rules.referral import ReferralKind
from portal.rules.referral_terms import MINIMUM, Shared
from portal.rules.refused import Refused
from portal.rules.sentra import check_draft, kind_of, leads_to_sentra, shared

R, K = ConsiderationReason, ReferralKind


@pytest.mark.parametrize("reason, kind", [
    (R.EMERGENCY, K.PROTECTION), (R.SAFETY, K.PROTECTION), (R.DISASTER, K.PROTECTION), (R.ILLNESS, K.MEDICAL), (R.NO_FAMILY, K.CARE),
    (R.NO_NIK, K.CARE), (R.OUTDATED, K.CARE), (R.OTHER, K.CARE),
])
def test_the_kind_it_begins_with(reason, kind):
    assert kind_of(reason) is kind


@pytest.mark.parametrize("restricted, with_name", [(False, True), (True, False)])
def test_no_more_than_the_minimum_and_no_name_of_a_restricted_case(restricted, with_name):
    parts = shared(restricted)
    assert (Shared.NAME in parts) is with_name and set(parts) <= set(MINIMUM)
    assert not {Shared.NIK, Shared.ADDRESS} & set(parts)


@pytest.mark.parametrize("programme", [None, *Programme])
@pytest.mark.parametrize("state", ConsiderationState)
def test_only_an_approval_that_opens_atensi_leads_there(state, programme):
    opens = opened_by(programme)
    leads = programme in (None, Programme.ATENSI)
    assert leads_to_sentra(opens) is leads
    if leads and state == ConsiderationState.APPROVED:
        assert check_draft(state, opens) is None
    else:
        with pytest.raises(Refused):
            check_draft(state, opens)
