"""A report comes in through one channel, and the ministry's 171 line is one of them."""
from enum import StrEnum


class Channel(StrEnum):
    HOTLINE_171 = "hotline_171"
    TELEPHONE = "telephone"
    WHATSAPP = "whatsapp"
    WALK_IN = "walk_in"
    OUTREACH = "outreach"
    SATPOL_PP = "satpol_pp"
    POLICE = "police"
    VILLAGE = "village"
    SCHOOL = "school"
    CLINIC = "clinic"
    SP4N = "sp4n"
    INSTITUTION = "institution"
    SOCIAL_MEDIA = "social_media"
    OTHER_REGION = "other_region"
    OTHER = "other"


TICKETED = frozenset({Channel.HOTLINE_171, Channel.SP4N})


def has_ticket(channel):
    """Whether the sender gives this report a ticket number of its own, which we keep and reply to."""
    return channel in TICKETED
