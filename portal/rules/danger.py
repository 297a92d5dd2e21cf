"""The quick report asks one question, whether there is danger now, and its answer gives a provisional level."""
from enum import StrEnum

from portal.rules.levels import Level


class Danger(StrEnum):
    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


PROVISIONAL = {Danger.YES: Level.EMERGENCY, Danger.UNKNOWN: Level.URGENT, Danger.NO: Level.ORDINARY}
