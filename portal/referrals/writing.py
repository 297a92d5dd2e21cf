"""The page on which a referral is written: its form, and beside it what the chosen institution asks for and what would leave the office."""
from datetime import timedelta
from functools import cached_property

from flask import request

from portal import clock
from portal.clients.agreed import line
from portal.clients.consents import Purpose
from portal.labels import label
from portal.referrals import leaving, wording
from portal.referrals.cautions import cautions
from portal.referrals.checklist import Checklist
from portal.referrals.forms import ReferralForm
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.referrals.proposing import proposed
from portal.rules.client import ConsentKind
from portal.rules.consent import ConsentState
from portal.rules.referral_terms import ANSWER_DAYS
from portal.rules.sentra import shared
from portal.web import id_of


class Writing:
    """For one case and person; `row` is the referral that is being changed, None for a new one."""

    def __init__(self, case, user, row=None):
        self.case, self.user, self.row = case, user, row
        places = Institution.to_choose(row.institution_id if row else None)
        self.proposed = proposed(case, places)
        self.form = (ReferralForm(obj=row) if row else ReferralForm(data=beginning(case))).offer(places, self.proposed)
        self.place = self.form.place
        self._follow()

    def _follow(self):
        """Whoever opens the form, or comes back to it from recording a consent, finds filled in what follows from its institution."""
        for name, value in self.follows.items():
            if not (self.form.is_submitted() or self.form[name].data):
                self.form[name].data = value

    @cached_property
    def sketch(self):
        """The referral as the form tells it, which is not kept: to see what its letter would say."""
        told = {**(self.row.__data__ if self.row else {}), **self.form.values, "case": self.case}
        return Referral(**{name: value for name, value in told.items() if name != "institution" or value})

    @property
    def leaving(self):
        """What would leave the office now."""
        return leaving.leaving(self.sketch, composed=bool(self.place and self.form.kind.data))

    @property
    def cautions(self):
        """The warnings about what is being written; none while no institution is chosen."""
        return cautions(self.sketch) if self.place else []

    @property
    def needs(self):
        """What of the identity the chosen place can't do without and is not ticked, in words."""
        also = self.place.usual.also if self.place else ()
        return ", ".join(str(label(part)) for part in also if part not in (self.form.shared.data or ()))

    @cached_property
    def checklist(self):
        """What the institution asks for, beside what the file has."""
        return Checklist(self.case, self.place, self.user, self.form.enclosed.data or ())

    @property
    def because(self):
        """Why the chosen institution is proposed; empty when it is not."""
        return "; ".join(each.because for each in self.proposed if each.place == self.place)

    @property
    def follows(self):
        """{field: value} of what mostly goes with the chosen institution: the kind of referral, and the consent on record for it."""
        if self.place is None:
            return {}
        stand = self.case.client.consent(ConsentKind.SHARING, self.place)
        return {"kind": self.place.usual.to} | ({"consent": stand.last.basis} if stand.state == ConsentState.GIVEN else {})

    @property
    def sharing(self):
        """[(Purpose, words)] of sharing with the chosen institution."""
        return agreed(self.case.client, self.place)["sharing"]

    @cached_property
    def usual(self):
        """The office's words, for what is not worded by hand."""
        return wording.usual()


def agreed(client, place):
    """{place, sharing: [(Purpose, words)]} of sharing with this institution; with every one on record while none is chosen."""
    asked = [Purpose(ConsentKind.SHARING, place, client.consent(ConsentKind.SHARING, place))] if place else client.sharing_consents()
    return {"place": place, "sharing": [(each, line(each.stand, names=True)) for each in asked]}


def beginning(case):
    """What a new referral starts from: the least of the identity, of a restricted case no name, the office's own choices for the letter."""
    usual = wording.usual()
    asked = request.args.get("institution", "")
    return {"shared": shared(case.care_team.restricted), "secrecy": usual.secrecy, "answer_by": clock.today() + timedelta(ANSWER_DAYS),
            "copies": usual.copies, "institution": str(id_of(asked)) if asked else None}
