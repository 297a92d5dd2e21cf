"""What the writer of a referral may word by hand, and what the office's template says where they do not."""
from portal.letters.templates import LetterTemplate
from portal.rules import letter_kind
from portal.rules.letter_kind import LetterKind

WORDED = ("regarding", "opening", "closing")


def usual():
    """The office's words for referrals, as it set them, with their merge fields."""
    return LetterTemplate.of(LetterKind.REFERRAL)


def check(client, *, regarding="", opening="", closing="", **_):
    """Refused for a subject line that names the client, and for a merge field that letters of referral do not know."""
    letter_kind.check_regarding(regarding, client.names)
    for text in (regarding, opening, closing):
        letter_kind.check_text(text, LetterKind.REFERRAL)
