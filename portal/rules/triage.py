"""Triage asks eight red flags: one yes makes an emergency, and what is not known never lowers a level."""
from enum import StrEnum

from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.levels import Level


class Flag(StrEnum):
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R4 = "R4"
    R5 = "R5"
    R6 = "R6"
    R7 = "R7"
    R8 = "R8"


class FlagAnswer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class LevelReason(StrEnum):
    RED_FLAG = "red_flag"
    DANGER_NOW = "danger_now"
    HOTLINE = "hotline"
    FLAGS_UNKNOWN = "flags_unknown"
    ALONE_AT_NIGHT = "alone_at_night"
    DANGER_UNKNOWN = "danger_unknown"
    INFORMATION_ONLY = "information_only"
    NO_SIGN = "no_sign"


TOO_MANY_UNKNOWN = 2


def is_triaged(flags):
    """Whether all eight flags have an answer; *tidak tahu* is an answer, a flag that is absent or None is not."""
    return all(flags.get(flag) for flag in Flag)


def report_level(danger, flags, channel, alone_at_night=False, information_only=False):
    """(Level, LevelReason): the level of a report and the rule that decided it.

    `flags` is {Flag: FlagAnswer}, empty before triage. Danger seen stays an emergency even if every flag is a no (only
    a manager lowers it); danger not known counts until the flags have answered it.
    """
    checks = (
        (Level.EMERGENCY, LevelReason.RED_FLAG, FlagAnswer.YES in flags.values()),
        (Level.EMERGENCY, LevelReason.DANGER_NOW, danger == Danger.YES),
        (Level.URGENT, LevelReason.HOTLINE, channel == Channel.HOTLINE_171),
        (Level.URGENT, LevelReason.FLAGS_UNKNOWN, _unknown(flags) >= TOO_MANY_UNKNOWN),
        (Level.URGENT, LevelReason.ALONE_AT_NIGHT, alone_at_night),
        (Level.URGENT, LevelReason.DANGER_UNKNOWN, danger == Danger.UNKNOWN and not is_triaged(flags)),
        (Level.MONITORING, LevelReason.INFORMATION_ONLY, information_only),
        (Level.ORDINARY, LevelReason.NO_SIGN, True),
    )
    return next((level, reason) for level, reason, holds in checks if holds)


def _unknown(flags):
    return sum(answer == FlagAnswer.UNKNOWN for answer in flags.values())
