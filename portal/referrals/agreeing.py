"""What lets a referral tell its institution of the client: the consent on record for that place, or a legal basis with its reason."""
from flask_babel import force_locale, gettext

from portal.clients.agreed import legal, line
from portal.labels import label
from portal.phrases import hindrance
from portal.rules import referral_terms as terms
from portal.rules.client import ConsentKind
from portal.rules.consent import LEGAL, Assent, ConsentState
from portal.rules.levels import Level
from portal.rules.referral import AnswerState, ConsentBasis, PaperState


class Agreed:
    """For a Referral: `consent` is what the writer leans on, `consent_note` why."""

    @property
    def stand(self):
        """What stands today of sharing with the institution."""
        return self.case.client.consent(ConsentKind.SHARING, self.institution)

    @property
    def basis(self):
        """What it leans on: what its writer chose, else what stands on record for the institution; None without either."""
        recorded = self.stand.last
        return self.consent or (recorded.basis if recorded else None)

    @property
    def is_emergency(self):
        return self.urgent or self.case.level == Level.EMERGENCY

    @property
    def sharing_reason(self):
        """Why the legal basis is used: as it was written here, else as it stands on record."""
        return self.consent_note or self._recorded_reason()

    def _recorded_reason(self):
        stands = (self.stand, self.case.client.consent(ConsentKind.SERVICE))
        basis = next((each.last.record for each in stands if each.state == ConsentState.BASIS and each.last.basis == self.basis), None)
        return (basis.note or str(label(basis.instead))) if basis else ""

    @property
    def leans_on_exploiter(self):
        """Whether the consent is a guardian's, and a guardian on record may be the one who harms."""
        return self.basis == ConsentBasis.GUARDIAN and any(each.guardian and each.exploiter for each in self.case.client.relations)

    def check_consent(self):
        """Refused while nothing lets it be put to a manager."""
        terms.check_consent(self.basis, self.stand, reason=self.sharing_reason, emergency=self.is_emergency)

    def check_leaving(self):
        """Refused for an approved letter whose consent was taken back or counts no more, until there is another basis."""
        terms.check_leaving(self.basis, self.stand, reason=self.sharing_reason, emergency=self.is_emergency,
                            left=self.answer_state != AnswerState.NOT_SENT)

    @property
    def held_back(self):
        """The sentence that says why the approved letter may not leave now; empty when it may."""
        return hindrance(self.check_leaving) if self.paper_state in (PaperState.APPROVED, PaperState.ISSUED) else ""

    @property
    def grounds(self):
        """What the letter names as its basis, empty while there is none: no name, no story. Paper speaks Indonesian."""
        with force_locale("id"):
            stand = self.stand
            if self.consent not in LEGAL and stand.state == ConsentState.MISSING:
                return ""
            if self.consent in LEGAL and stand.state != ConsentState.BASIS:
                return legal(self.consent)
            return line(stand)

    @property
    def told_consent(self):
        """What the manager reads of it: what the writer leans on and why, what stands on record, and what the child says."""
        stand = self.stand
        recorded = line(stand, names=True)
        told = [str(label(self.basis)) if self.basis else gettext("belum dipilih"), self.sharing_reason,
                gettext("Tercatat: %(what)s", what=recorded) if stand.last else gettext("Belum tercatat: %(what)s", what=recorded)]
        child = [str(label(stand.assent))] if stand.assent != Assent.NOT_ASKED else []
        return "\n".join(part for part in [*told, *child] if part)
