"""Letters that people write beside referrals: about which record, to whom, with how little of the identity, and what their words may not say.

Kinds after domain 5.1 (recommendations to BPJS and a mental hospital; a training centre), 5.4 (the other templates) and 2.2 (who is asked to a
conference); which of the identity each begins with is ours: the minimum that its receiver needs to act.
"""
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from portal.rules.consent import Assent
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind, names_somebody
from portal.rules.referral import InstitutionKind
from portal.rules.referral_terms import MINIMUM, Shared
from portal.rules.refused import Refused
from portal.rules.ticket import NIK


class To(StrEnum):
    """Who a letter goes to: a place of the directory, whoever sent the ticket, those invited, or whom it is about."""
    INSTITUTION = "institution"
    SENDER = "sender"
    GUESTS = "guests"
    HOLDER = "holder"


class More(StrEnum):
    """What some letters may tell beside the parts of the identity that referrals share."""
    FAMILY_CARD = "family_card"
    JKN = "jkn"
    DECILE = "decile"


class About(StrEnum):
    """The records that letters are written about: the names of their tables."""
    CASE = "case"
    CONFERENCE = "conference"
    REPORT = "report"
    REFERRAL = "referral"
    PLACEMENT = "placement"
    BATCH = "batch"


class Why(StrEnum):
    NOT_OF_THIS = "not_of_this"
    NOT_NOW = "not_now"
    PLACE_NEEDED = "place_needed"
    NAME_IN_TEXT = "name_in_text"
    NIK_IN_TEXT = "nik_in_text"
    MORE_THAN_REFERRED = "more_than_referred"
    RECORD_CANCELLED = "record_cancelled"
    MEETING_PAST = "meeting_past"
    CHANGED_SINCE = "changed_since"
    NOT_A_DRAFT = "not_a_draft"
    GUESTS_NEEDED = "guests_needed"
    ROWS_NEEDED = "rows_needed"


class Help(StrEnum):
    """What a recommendation to the health insurance asks for (domain 5.1): the ministry's scheme or the regency's own."""
    PBI_REACTIVATION = "pbi_reactivation"
    PBI_NEW = "pbi_new"
    REGIONAL = "regional"


@dataclass(frozen=True)
class Sort:
    """One kind of letter: about which records, to whom; what of the identity it may tell (`offered`) and begins with (`least`).

    `begins` are what is asked before its words are merged, `asks` the parts of its own that are worded, `fitting` the places offered first.
    """
    about: tuple
    to: To
    offered: tuple = ()
    least: tuple = ()
    begins: tuple = ()
    asks: tuple = ("content",)
    fitting: tuple = ()


WHO = tuple(Shared)
HEALTH = (InstitutionKind.MENTAL_HOSPITAL, InstitutionKind.HOSPITAL, InstitutionKind.HEALTH_CENTRE)
MEETING = ("meeting_at", "meeting_place")
# Who teaches has no need to know what kind of client the office counts somebody as.
NO_CATEGORY = tuple(part for part in Shared if part != Shared.CATEGORY)
TRAINERS = (InstitutionKind.TRAINING_CENTRE, InstitutionKind.MANPOWER_OFFICE, InstitutionKind.LEARNING_CENTRE, InstitutionKind.PROVINCIAL_HOME,
            InstitutionKind.SENTRA, InstitutionKind.CHILD_HOME)
SORTS = {
    LetterKind.SUMMONS: Sort((About.CASE, About.CONFERENCE), To.GUESTS, begins=MEETING, asks=(*MEETING, "content", "guests")),
    LetterKind.HOSPITAL: Sort((About.CASE,), To.INSTITUTION, (*WHO, More.JKN), MINIMUM, ("institution",), fitting=HEALTH),
    LetterKind.INSURANCE: Sort((About.CASE,), To.INSTITUTION, (*WHO, *More),
                               (Shared.NAME, Shared.BIRTH, Shared.SEX, Shared.NIK, Shared.ADDRESS, More.DECILE), ("institution", "programme"),
                               fitting=(InstitutionKind.HEALTH_INSURANCE, InstitutionKind.HEALTH_OFFICE, *HEALTH[1:])),
    LetterKind.STATEMENT: Sort((About.CASE,), To.HOLDER, (*WHO, *More), (Shared.NAME, Shared.BIRTH, Shared.SEX), ("purpose", "institution")),
    LetterKind.INTRODUCTION: Sort((About.CASE, About.REFERRAL), To.INSTITUTION, WHO, (), ("institution",), ("rows",)),
    LetterKind.TICKET_REPLY: Sort((About.REPORT,), To.SENDER),
    LetterKind.HANDOVER: Sort((About.REFERRAL,), To.INSTITUTION, asks=()),
    LetterKind.PLACEMENT: Sort((About.PLACEMENT, About.BATCH), To.INSTITUTION, NO_CATEGORY, (Shared.NAME, Shared.BIRTH, Shared.SEX), ("institution",),
                               fitting=TRAINERS),
    LetterKind.CERTIFICATE: Sort((About.PLACEMENT,), To.HOLDER, (Shared.NAME, Shared.BIRTH), (Shared.NAME, Shared.BIRTH), asks=()),
}
# A course is nobody's record: whoever sees courses reads the letters about it, so they name no participant.
OF_NOBODY = (About.BATCH,)
# Certificates and records are to nobody in particular; whom a summons addresses follows from who is invited.
ADDRESSED = (LetterKind.HOSPITAL, LetterKind.INSURANCE, LetterKind.INTRODUCTION, LetterKind.TICKET_REPLY, LetterKind.PLACEMENT)
WRITING_DAYS = 3  # our own: as long as a ticket's sender waits (rules/ticket), no draft should lie longer


def kinds_about(about, *, ticketed=False, handed=False, seated=False, finished=False):
    """The kinds that can be written about a record of this table, in the table's order."""
    wanted = {LetterKind.TICKET_REPLY: ticketed, LetterKind.HANDOVER: handed, LetterKind.PLACEMENT: seated, LetterKind.CERTIFICATE: finished}
    return [kind for kind, sort in SORTS.items() if about in sort.about and wanted.get(kind, True)]


def check_about(kind, offered, about=None):
    """Refused for a kind that is not written about this record: never of its table, or not as it stands now."""
    if kind not in offered:
        raise Refused(Why.NOT_NOW if about in SORTS[kind].about else Why.NOT_OF_THIS)


def names_nobody(kind, about=None):
    """Whether letters of this kind about such a record carry initials and numbers alone, whatever the record says."""
    return about in OF_NOBODY or SORTS[kind].to in (To.SENDER, To.GUESTS)


def beginning(kind, *, restricted):
    """Which of the identity a draft tells until its writer ticks more or less: the least, and of a restricted case no name to others."""
    hidden = restricted and kind != LetterKind.CERTIFICATE
    return [part for part in SORTS[kind].least if not (hidden and part == Shared.NAME)]


def may_tell(kind, referred=None):
    """Which of the identity a letter of this kind may tell; `referred`: of one about a referral, the parts that its approved letter tells."""
    return [part for part in SORTS[kind].offered if referred is None or part in referred]


def asks_consent(kind, about=None):
    """Whether telling a place this needs a consent or what stands in for it: whatever tells who somebody is does (UU 27/2022 art. 20)."""
    return not names_nobody(kind, about)


def may_be_named(stand):
    """Whether the list that goes with a letter to a place may say somebody's name; `stand` is that of sharing with it, None for nothing on record."""
    return stand is not None and stand.in_force and stand.assent not in (Assent.REFUSED, Assent.WITHDRAWN)


def check_place(kind, institution):
    """Refused for a letter to nobody."""
    if SORTS[kind].to == To.INSTITUTION and institution is None:
        raise Refused(Why.PLACE_NEEDED)


def check_complete(kind, told):
    """Refused while a summons invites nobody, or a covering letter covers nothing; `told` are the parts by name."""
    for part, why in (("guests", Why.GUESTS_NEEDED), ("rows", Why.ROWS_NEEDED)):
        if part in SORTS[kind].asks and not told[part]:
            raise Refused(why)


def check_text(text, names, told=()):
    """Refused when the words name somebody, or hold a NIK, that is not ticked to be told."""
    if Shared.NIK not in told and NIK.search(text):
        raise Refused(Why.NIK_IN_TEXT)
    if Shared.NAME not in told and names_somebody(text, names):
        raise Refused(Why.NAME_IN_TEXT)


def check_told(facts, referred):
    """Refused when a letter about a referral tells more of who it is than a manager is asked about with the referral; None for other letters."""
    if referred is not None and not {*facts} <= {*referred}:
        raise Refused(Why.MORE_THAN_REFERRED)


def check_record(cancelled):
    """Refused for a record that was written down by mistake."""
    if cancelled:
        raise Refused(Why.RECORD_CANCELLED)


def check_draft(state):
    """Refused for wording that was issued or cancelled."""
    if state != LetterState.DRAFT:
        raise Refused(Why.NOT_A_DRAFT)


def check_meeting(at, now):
    """Refused when people are asked to a meeting that has been."""
    if at is not None and at < now:
        raise Refused(Why.MEETING_PAST)


def check_same(same):
    """Refused when the record says otherwise by now than the draft that somebody read."""
    if not same:
        raise Refused(Why.CHANGED_SINCE)


def due_on(made_on, *, meeting_on=None):
    """The day by which a draft is issued or given up: three days after it was begun, for a meeting the day before it at the latest."""
    last = made_on + timedelta(WRITING_DAYS)
    return last if meeting_on is None else max(made_on, min(last, meeting_on - timedelta(1)))
