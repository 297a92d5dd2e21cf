"""An approved consideration that opens ATENSI leads to the ministry's Sentra; what goes there is the least that it needs."""
from portal.rules.consideration import ConsiderationReason as Reason
from portal.rules.consideration import ConsiderationState
from portal.rules.decile import Programme
from portal.rules.life import WhyNot
from portal.rules.referral import ReferralKind
from portal.rules.referral_terms import MINIMUM, Shared
from portal.rules.refused import Refused

KINDS = {
    Reason.EMERGENCY: ReferralKind.PROTECTION, Reason.SAFETY: ReferralKind.PROTECTION, Reason.DISASTER: ReferralKind.PROTECTION,
    Reason.ILLNESS: ReferralKind.MEDICAL,
}


def kind_of(reason):
    """The kind of referral that a consideration of this reason begins with; the officer may choose another."""
    return KINDS.get(reason, ReferralKind.CARE)


def shared(restricted):
    """Which of the identity a draft shares: the minimum, and of a restricted case no name."""
    return [part for part in MINIMUM if not (restricted and part == Shared.NAME)]


def leads_to_sentra(opens):
    """Whether these programmes are given by a Sentra: ATENSI is, the others have their own way."""
    return Programme.ATENSI in opens


def check_draft(state, opens):
    """Refused before the approval, and for programmes that no Sentra gives."""
    if state != ConsiderationState.APPROVED or not leads_to_sentra(opens):
        raise Refused(WhyNot.NOT_FROM_HERE, state=state)
