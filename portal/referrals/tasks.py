"""What a referral asks for, in words: what to do, where, by when and how near that is; for its own page and for everybody's tasks."""
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

from flask import url_for
from flask_babel import lazy_gettext as _

from portal import clock
from portal.labels import label
from portal.office.opening import calendar
from portal.phrases import left
from portal.referrals.due import limits
from portal.rules.referral import EDITABLE, PaperState
from portal.rules.referral_due import Owed
from portal.rules.roles import May, may

WAYS = {
    Owed.ISSUE: "referrals.steps.letter", Owed.SEND: "referrals.steps.sending", Owed.ANSWER: "referrals.steps.answer",
    Owed.PAPERS: "referrals.steps.sending", Owed.PLACE: "referrals.steps.answer", Owed.HAND_OVER: "referrals.steps.handover",
    Owed.FEEDBACK: "referrals.steps.feedback", Owed.ELSEWHERE: "referrals.steps.elsewhere",
}
# The letter that follows the child, by where its paper is: what is to be done, and the page that does it.
FOLLOWING = {
    **dict.fromkeys(EDITABLE, (_("Ajukan surat rujukan yang menyusul"), "referrals.submission")),
    PaperState.SUBMITTED: (_("Surat rujukan yang menyusul menunggu keputusan manajer"), "referrals.show"),
    PaperState.REFUSED: (_("Perbaiki surat rujukan yang menyusul"), "referrals.show"),
    PaperState.APPROVED: (label(Owed.LETTER), "referrals.steps.letter"),
}


@dataclass(frozen=True)
class Asked:
    """One thing to do: `url` only shows the referral where this person may not do it (`can`); `limit` is naive UTC."""

    what: str
    url: str
    limit: datetime
    mark: str
    left: str
    can: bool


def asked(row, owed, user):
    """Each [(Owed, limit)] of a referral as Asked, for this person."""
    return [_asked(row, what, limit, user) for what, limit in owed]


def nearest(rows, user):
    """{id: the Asked that is due first} of a list of referrals, each with its case, in a fixed number of questions."""
    if not rows:
        return {}
    courses, hours = type(rows[0]).courses_of(rows), calendar()
    told = {row.id: asked(row, sorted(limits(courses[row.id], hours), key=itemgetter(1))[:1], user) for row in rows}
    return {id: each[0] for id, each in told.items() if each}


def _asked(row, what, limit, user):
    words, endpoint = FOLLOWING[row.paper_state] if what == Owed.LETTER else (label(what), WAYS.get(what, "referrals.show"))
    can = may(user.roles, May.ISSUE_LETTERS if endpoint == "referrals.steps.letter" else May.WRITE_CASES)
    return Asked(str(words), url_for(endpoint if can else "referrals.show", id=row.id), limit, *left(limit - clock.now()), can)
