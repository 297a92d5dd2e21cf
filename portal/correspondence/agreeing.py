"""What lets a letter of ours tell a place of a client: the same rule as for referrals."""
from portal.referrals.agreeing import Agreed
from portal.rules.correspondence import About, asks_consent
from portal.rules.levels import Level
from portal.rules.referral import AnswerState


class Agreement(Agreed):
    """A letter to `institution` about the client of `case`; `consent` is what its writer leans on, `consent_note` why."""

    def __init__(self, case, institution, *, consent=None, note="", left=False):
        self.case, self.institution, self.consent, self.consent_note = case, institution, consent, note
        self.answer_state = AnswerState.SENT if left else AnswerState.NOT_SENT

    @property
    def is_emergency(self):
        return self.case.level == Level.EMERGENCY


def agreement(matter, kind, told, *, left=False):
    """What lets a letter of this kind tell its institution of the client; None where it tells no place of anybody."""
    place = told["institution"]
    if place is None or not asks_consent(kind, matter.about):
        return None
    if matter.about == About.REFERRAL:
        return matter.record
    return Agreement(matter.case, place, consent=told["consent"], note=told["consent_note"], left=left)
