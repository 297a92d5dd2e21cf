"""A list from SIKS-NG says what DT-SEN knows of many people: what its columns and cells mean, and how long it may wait to be taken over."""
from datetime import date, timedelta
from enum import StrEnum

from portal.rules.import_columns import HEADS, Column, Layout
from portal.rules.life import Life
from portal.rules.refused import Refused


class ExtractState(StrEnum):
    READING = "reading"
    PENDING = "pending"
    UNREADABLE = "unreadable"
    APPLIED = "applied"
    UNDONE = "undone"
    DISCARDED = "discarded"
    EXPIRED = "expired"


class ExtractStep(StrEnum):
    FINISH_READING = "finish_reading"
    GIVE_UP = "give_up"
    APPLY = "apply"
    UNDO = "undo"
    DISCARD = "discard"
    EXPIRE = "expire"


class ExtractColumn(StrEnum):
    """What a column of such a list can tell, in the order of the template."""
    NIK = "nik"
    FAMILY_CARD = "family_card"
    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    DECILE = "decile"
    STATUS = "status"
    CHECKED_ON = "checked_on"


class Why(StrEnum):
    NOBODY_NAMED = "nobody_named"
    NO_DECILE = "no_decile"
    NO_DAY = "no_day"
    NOTHING_TICKED = "nothing_ticked"
    FOLLOWED = "followed"
    NOT_PENDING = "not_pending"


HEADS_OF_EXTRACT = {
    ExtractColumn.NIK: f"{HEADS[Column.NIK]}|nik art|nik anggota keluarga|nik penerima|nik pm",
    ExtractColumn.FAMILY_CARD: f"{HEADS[Column.FAMILY_CARD]}|no kk art|nomor kk keluarga",
    ExtractColumn.NAME: f"{HEADS[Column.NAME]}|nama art|nama anggota keluarga|nama penerima|nama anggota",
    ExtractColumn.BIRTH: HEADS[Column.BIRTH],
    ExtractColumn.SEX: HEADS[Column.SEX],
    ExtractColumn.DECILE: "desil|peringkat|desil nasional|desil dtsen|desil dt sen|desil keluarga|desil kesejahteraan|peringkat desil|kelompok desil|"
                          "peringkat kesejahteraan|peringkat kesejahteraan keluarga|decile",
    ExtractColumn.STATUS: "status|status dtsen|status dt sen|status desil|status data|hasil|hasil cek|hasil pencarian|hasil padan|status padan",
    ExtractColumn.CHECKED_ON: "tanggal|tgl|tanggal data|tgl data|tanggal cek|tgl cek|tanggal pengecekan|periode|periode data|per tanggal|per tgl|"
                              "tanggal pemutakhiran|tgl pemutakhiran|tanggal unduh|bulan data|date",
}
EXTRACT = Layout.of(HEADS_OF_EXTRACT)

LIFE = Life({
    (ExtractState.READING, ExtractStep.FINISH_READING): ExtractState.PENDING,
    (ExtractState.READING, ExtractStep.GIVE_UP): ExtractState.UNREADABLE,
    (ExtractState.READING, ExtractStep.DISCARD): ExtractState.DISCARDED,
    (ExtractState.READING, ExtractStep.EXPIRE): ExtractState.EXPIRED,
    (ExtractState.PENDING, ExtractStep.APPLY): ExtractState.APPLIED,
    (ExtractState.PENDING, ExtractStep.DISCARD): ExtractState.DISCARDED,
    (ExtractState.PENDING, ExtractStep.EXPIRE): ExtractState.EXPIRED,
    (ExtractState.APPLIED, ExtractStep.UNDO): ExtractState.UNDONE,
}, reasoned={ExtractStep.UNDO})
WAITING = frozenset({ExtractState.READING, ExtractState.PENDING})
LONGEST_WAIT = timedelta(hours=24)
BEGINNING = date(2025, 2, 5)  # Inpres 4/2025: before it there was no DT-SEN
PROBLEMS_SHOWN = 50


def check_columns(columns):
    """Refused unless the list says who (NIK, family card, or name and birth) and what DT-SEN says of them."""
    told = set(columns)
    if not (told & {ExtractColumn.NIK, ExtractColumn.FAMILY_CARD} or {ExtractColumn.NAME, ExtractColumn.BIRTH} <= told):
        raise Refused(Why.NOBODY_NAMED)
    if not told & {ExtractColumn.DECILE, ExtractColumn.STATUS}:
        raise Refused(Why.NO_DECILE)


def check_day(columns, day):
    """Refused when neither the list nor the person (`day`, or None) says of which day the data are."""
    if day is None and ExtractColumn.CHECKED_ON not in columns:
        raise Refused(Why.NO_DAY)


def may_tick(state):
    """Refused once it is settled what is taken over."""
    if state != ExtractState.PENDING:
        raise Refused(Why.NOT_PENDING)


def may_apply(ticked):
    """Refused when there is nothing to take over."""
    if not ticked:
        raise Refused(Why.NOTHING_TICKED)


def may_undo(followed):
    """Refused once something rests on a check that came of the list (`followed` of them)."""
    if followed:
        raise Refused(Why.FOLLOWED, count=followed)


def is_over(made_at, now):
    """Whether a list that nobody has taken over has waited for too long."""
    return now - made_at >= LONGEST_WAIT
