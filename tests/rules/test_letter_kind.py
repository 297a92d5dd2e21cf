"""Merge fields, titles and the words that Sigap begins with; and what the subject line of a letter must not tell."""
import pytest

from portal.rules.letter_kind import (
    BLANK,
    FIELDS,
    TEMPLATED,
    TITLE,
    LetterKind,
    MergeField,
    Shape,
    Why,
    check_filled,
    check_regarding,
    check_text,
    merged,
    shape,
)
from portal.rules.letter_number import CODES, Secrecy
from portal.rules.letter_words import DEFAULTS
from portal.rules.refused import Refused


@pytest.mark.parametrize("kind, expected", [
    (LetterKind.REFERRAL, Shape.CORRESPONDENCE), (LetterKind.INTRODUCTION, Shape.TITLED), (LetterKind.INSURANCE, Shape.CORRESPONDENCE),
    (LetterKind.HOSPITAL, Shape.CORRESPONDENCE), (LetterKind.DUTY, Shape.TITLED), (LetterKind.HANDOVER, Shape.TITLED),
    (LetterKind.STATEMENT, Shape.TITLED), (LetterKind.TICKET_REPLY, Shape.CORRESPONDENCE), (LetterKind.SUMMONS, Shape.CORRESPONDENCE),
    (LetterKind.PLACEMENT, Shape.CORRESPONDENCE), (LetterKind.CERTIFICATE, Shape.TITLED), (LetterKind.OTHER_OUTSIDE, Shape.CORRESPONDENCE),
])
def test_each_kind_has_its_shape(kind, expected):
    assert shape(kind) == expected
    assert (kind in TITLE) == (expected == Shape.TITLED)


def test_every_kind_that_is_written_here_has_words_that_its_fields_can_fill():
    assert set(DEFAULTS) == set(TEMPLATED) == set(LetterKind) - {LetterKind.OTHER_OUTSIDE}
    for kind, words in DEFAULTS.items():
        for text in (words.regarding, words.opening, words.closing, *words.copies):
            check_text(text, kind)
        assert words.regarding
        assert not words.code or words.code in CODES


def test_what_is_about_a_client_is_secret_unless_the_office_says_otherwise():
    """A certificate is shown to whoever employs."""
    assert [kind for kind, words in DEFAULTS.items() if words.secrecy != Secrecy.SECRET] == [LetterKind.DUTY, LetterKind.CERTIFICATE]


def test_what_leaves_for_those_who_teach_or_employ_does_not_say_what_kind_of_client_somebody_is():
    for kind in (LetterKind.PLACEMENT, LetterKind.CERTIFICATE):
        assert DEFAULTS[kind].code == "400.9.12" and not {MergeField.CASE_NUMBER, MergeField.BASIS} & {*FIELDS[kind]}


def test_no_field_brings_a_name():
    assert not [field for field in MergeField if "nama" in field or "klien" in field]


@pytest.mark.parametrize("text, values, expected", [
    ("Kasus {nomor_kasus}", {"nomor_kasus": "KS-2026-00001"}, "Kasus KS-2026-00001"),
    ("Kasus {nomor_kasus}", {MergeField.CASE_NUMBER: "KS-2026-00001"}, "Kasus KS-2026-00001"),
    ("{inisial} dan {inisial}", {"inisial": "A.P."}, "A.P. dan A.P."),
    ("Asesmen {tanggal_asesmen}.", {}, f"Asesmen {BLANK}."),
    ("Asesmen {tanggal_asesmen}.", {"tanggal_asesmen": ""}, f"Asesmen {BLANK}."),
    ("Asesmen {tanggal_asesmen}.", {"tanggal_asesmen": None}, f"Asesmen {BLANK}."),
    ("{kantor}", {"kantor": "{inisial}", "inisial": "A.P."}, "{inisial}"),
    ("Tanpa isian", {"kantor": "Dinas Sosial"}, "Tanpa isian"),
    ("", {}, ""),
])
def test_fields_are_filled_in_once_and_nothing_else_is(text, values, expected):
    assert merged(text, values) == expected


@pytest.mark.parametrize("text, kind, why", [
    ("{nama}", LetterKind.REFERRAL, Why.UNKNOWN_FIELD), ("{nik}", LetterKind.REFERRAL, Why.UNKNOWN_FIELD),
    ("{nomor_kasus}", LetterKind.DUTY, Why.UNKNOWN_FIELD), ("{}", LetterKind.REFERRAL, Why.UNKNOWN_FIELD),
    ("{ inisial }", LetterKind.REFERRAL, Why.UNKNOWN_FIELD), ("{% if x %}", LetterKind.REFERRAL, Why.UNKNOWN_FIELD),
    ("{{ inisial }}", LetterKind.REFERRAL, Why.UNKNOWN_FIELD), ("{inisial", LetterKind.REFERRAL, Why.LOOSE_BRACE),
    ("inisial}", LetterKind.REFERRAL, Why.LOOSE_BRACE), ("{inisial} }", LetterKind.REFERRAL, Why.LOOSE_BRACE),
    ("{kantor}", LetterKind.OTHER_OUTSIDE, Why.UNKNOWN_FIELD),
])
def test_an_unknown_field_or_a_loose_brace_is_refused(text, kind, why):
    with pytest.raises(Refused) as refused:
        check_text(text, kind)
    assert refused.value.why == why


def test_the_refusal_names_the_fields_that_there_are():
    with pytest.raises(Refused) as refused:
        check_text("{nama}", LetterKind.DUTY)
    assert refused.value.detail == {"field": "{nama}", "fields": "{kantor}, {daerah}, {tujuan_tugas}, {tanggal_tugas}"}


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_field_of_a_kind_may_stand_in_its_text(kind):
    check_text(" ".join(f"{{{field}}}" for field in FIELDS[kind]), kind)


def test_what_nobody_filled_in_is_not_issued():
    check_filled("Lengkap.", "")
    with pytest.raises(Refused) as refused:
        check_filled("Lengkap.", merged("Pada {tanggal_asesmen}", {}))
    assert refused.value.why == Why.NOT_FILLED_IN


@pytest.mark.parametrize("text, names, why", [
    ("Rujukan Andi Pratama", ["Andi Pratama"], Why.NAME_IN_REGARDING),
    ("Rujukan ANDI  pratama, segera", ["Andi Pratama"], Why.NAME_IN_REGARDING),
    ("Rujukan Fajar Pratama", ["Fajar Pratama Putra"], Why.NAME_IN_REGARDING),
    ("Rujukan Pratama Putra", ["Fajar Pratama Putra"], Why.NAME_IN_REGARDING),
    ("Rujukan Bayu", ["Bayu"], Why.NAME_IN_REGARDING),
    ("Rujukan Andi", ["Andi Pratama"], None),
    ("Rujukan Pratama Andi", ["Andi Pratama"], None),
    ("Rujukan A.P.", ["Andi Pratama"], None),
    ("Rujukan Pelayanan Kesehatan", [], None),
    ("Rujukan Pelayanan Kesehatan", ["", None], None),
    ("Rujukan 9901021405120001", [], Why.NIK_IN_REGARDING),
    ("Rujukan 990102 140512 0001", [], Why.NIK_IN_REGARDING),
    ("Kasus KS-2026-00001", ["Andi Pratama"], None),
])
def test_the_subject_line_names_nobody(text, names, why):
    if why is None:
        check_regarding(text, names)
        return
    with pytest.raises(Refused) as refused:
        check_regarding(text, names)
    assert refused.value.why == why
