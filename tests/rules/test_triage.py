"""One red flag makes an emergency; not knowing never lowers."""
import pytest

from portal.rules.channels import Channel, has_ticket
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.triage import Flag, FlagAnswer, LevelReason, is_triaged, report_level

YES, NO, UNKNOWN = FlagAnswer
ALL_NO = dict.fromkeys(Flag, NO)
LAND, HOTLINE = Channel.TELEPHONE, Channel.HOTLINE_171


@pytest.mark.parametrize("danger, flags, channel, alone, info, level, reason", [
    (Danger.NO, {}, LAND, False, False, Level.ORDINARY, LevelReason.NO_SIGN),
    (Danger.NO, ALL_NO, LAND, False, False, Level.ORDINARY, LevelReason.NO_SIGN),
    (Danger.NO, ALL_NO | {Flag.R8: YES}, LAND, False, False, Level.EMERGENCY, LevelReason.RED_FLAG),
    (Danger.YES, ALL_NO | {Flag.R1: YES}, HOTLINE, True, False, Level.EMERGENCY, LevelReason.RED_FLAG),
    (Danger.YES, {}, LAND, False, False, Level.EMERGENCY, LevelReason.DANGER_NOW),
    (Danger.YES, ALL_NO, LAND, False, True, Level.EMERGENCY, LevelReason.DANGER_NOW),
    (Danger.NO, ALL_NO, HOTLINE, False, False, Level.URGENT, LevelReason.HOTLINE),
    (Danger.NO, ALL_NO, HOTLINE, False, True, Level.URGENT, LevelReason.HOTLINE),
    (Danger.NO, ALL_NO | {Flag.R1: UNKNOWN}, LAND, False, False, Level.ORDINARY, LevelReason.NO_SIGN),
    (Danger.NO, ALL_NO | {Flag.R1: UNKNOWN, Flag.R2: UNKNOWN}, LAND, False, False, Level.URGENT, LevelReason.FLAGS_UNKNOWN),
    (Danger.NO, dict.fromkeys(Flag, UNKNOWN), LAND, False, True, Level.URGENT, LevelReason.FLAGS_UNKNOWN),
    (Danger.NO, ALL_NO, LAND, True, False, Level.URGENT, LevelReason.ALONE_AT_NIGHT),
    (Danger.UNKNOWN, {}, LAND, False, False, Level.URGENT, LevelReason.DANGER_UNKNOWN),
    (Danger.UNKNOWN, {Flag.R1: NO}, LAND, False, False, Level.URGENT, LevelReason.DANGER_UNKNOWN),
    (Danger.UNKNOWN, ALL_NO, LAND, False, False, Level.ORDINARY, LevelReason.NO_SIGN),
    (Danger.NO, ALL_NO, LAND, False, True, Level.MONITORING, LevelReason.INFORMATION_ONLY),
])
def test_the_level_of_a_report(danger, flags, channel, alone, info, level, reason):
    assert report_level(danger, flags, channel, alone, info) == (level, reason)


@pytest.mark.parametrize("flags, done", [
    ({}, False), (ALL_NO, True), (dict.fromkeys(Flag, UNKNOWN), True), (ALL_NO | {Flag.R5: None}, False),
    ({flag: NO for flag in list(Flag)[:7]}, False), ({f"R{number}": "no" for number in range(1, 9)}, True),
])
def test_triage_is_done_when_eight_flags_are_answered(flags, done):
    assert is_triaged(flags) is done


def test_171_and_lapor_bring_a_ticket():
    assert [channel for channel in Channel if has_ticket(channel)] == [HOTLINE, Channel.SP4N]
