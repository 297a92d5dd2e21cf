"""What a draft begins with: the office's words for its kind, merged, and what the record has ready for the rest."""
from flask_babel import force_locale

from portal.conferences.models import Conference
from portal.correspondence import blocks
from portal.labels import label
from portal.letters.templates import LetterTemplate
from portal.phrases import local_day, weekday
from portal.referrals.text import place_of
from portal.rules import correspondence as rules
from portal.rules.correspondence import About
from portal.rules.letter_kind import LetterKind, MergeField
from portal.rules.letter_number import Urgency

NOTHING = {"opening": "", "closing": "", "content": "", "facts": [], "rows": [], "guests": "", "meeting_at": None, "meeting_place": "",
           "consent": None, "consent_note": "", "attachments": "", "addressee": "", "addressee_place": "", "urgency": Urgency.ORDINARY}


def beginning(matter, kind, institution, asked, by):
    """Everything that can be worded, as a draft of this kind starts; `asked` is what was asked before."""
    with force_locale("id"):
        words = LetterTemplate.words(kind, values(matter, institution, asked))
        ready = {"facts": told(matter, kind), **addressed(matter, kind, institution), **READY.get(kind, _nothing)(matter, by)}
    meeting = {name: asked[name] for name in ("meeting_at", "meeting_place") if name in asked}
    return {**NOTHING, **words, "copies": "\n".join(words["copies"]), **ready, **meeting, "institution": institution,
            "code": words["code"] or matter.code}


def values(matter, institution, asked):
    """What the template may fill in: from the record, and from what was asked."""
    meeting = asked.get("meeting_at")
    more = {
        MergeField.INSTITUTION: institution.name if institution else "", MergeField.PURPOSE: asked.get("purpose"),
        MergeField.PROGRAMME: label(asked["programme"]) if asked.get("programme") else "", MergeField.CONFERENCE_PLACE: asked.get("meeting_place"),
    }
    if meeting:
        more[MergeField.CONFERENCE_DAY] = local_day(meeting)
    return {**matter.values, **more, **handover(matter)}


def handover(matter):
    """When and where the client of a referral was handed over."""
    row = matter.record
    if matter.about != About.REFERRAL or not row.handed_at:
        return {}
    return {MergeField.HANDOVER_DAY: weekday(row.handed_day), MergeField.HANDOVER_PLACE: row.handed_place}


def told(matter, kind):
    """Which of the identity is ticked: the least; the record of a hand-over tells what the approved referral told."""
    if kind == LetterKind.HANDOVER:
        return list(matter.record.shared)
    offered = rules.may_tell(kind, matter.referred)
    return [str(part) for part in rules.beginning(kind, restricted=matter.restricted) if part in offered]


def addressed(matter, kind, institution):
    """Whom it is to, where a letter of this kind is to somebody."""
    if kind not in rules.ADDRESSED:
        return {}
    if institution is None:
        return {"addressee": blocks.sender(matter.record), "addressee_place": "di tempat"}
    return {"addressee": institution.addressee, "addressee_place": place_of(institution)}


def _nothing(matter, by):
    return {}


def _summons(matter, by):
    """Who came to the last conference is asked again."""
    last = matter.record if matter.about == About.CONFERENCE else Conference.of(matter.case).first()
    guests = last.guests if last else []
    return {"content": "Pembahasan kasus dan rencana tindak lanjut",
            "guests": "\n".join(", ".join(part for part in (name, position, place) if part) for name, place, position in guests)}


def _reply(matter, by):
    return {"content": blocks.deeds_done(matter.record, by)}


def _introduction(matter, by):
    return {"rows": blocks.papers_sent(matter.record) if matter.about == About.REFERRAL else []}


def _placement(matter, by):
    return {"attachments": "1 (satu) berkas"} if matter.about == About.BATCH else {}


READY = {LetterKind.SUMMONS: _summons, LetterKind.TICKET_REPLY: _reply, LetterKind.INTRODUCTION: _introduction,
         LetterKind.PLACEMENT: _placement}
