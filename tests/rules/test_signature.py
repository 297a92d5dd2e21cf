"""The block under a letter: who signs how, and the lines of domain.md 5.3."""
import pytest

from portal.rules.letter_number import SigningMode, signature_title
from portal.rules.refused import Refused
from portal.rules.signature import Why, above_delegate, by_title, capacity, heads, mode_of, modes

HEAD, REGION = "KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI"
POST, FIELD = "Kepala Dinas Sosial", "Kepala Bidang Rehabilitasi Sosial"
PLT, PLH, AN, UB, SELF = SigningMode.PLT, SigningMode.PLH, SigningMode.AN, SigningMode.UB, SigningMode.HEAD


@pytest.mark.parametrize("title, expected", [
    ("Kepala Dinas Sosial", SELF),
    ("KEPALA DINAS SOSIAL", SELF),
    ("Kadis Sosial", SELF),
    ("Plt. Kepala Dinas Sosial", PLT),
    ("Plt Kadis", PLT),
    ("Plh Kepala Dinas Sosial", PLH),
    ("Plh. Kepala Bidang Rehabilitasi Sosial", AN),
    ("Plt. Sekretaris", AN),
    ("Sekretaris", AN),
    ("Sekretaris Dinas Sosial", AN),
    ("Kepala Bidang Rehabilitasi Sosial", AN),
    ("", AN),
])
def test_how_an_official_signs_is_read_from_the_title(title, expected):
    assert mode_of(title) == expected


@pytest.mark.parametrize("post, expected", [
    ("Kepala Dinas Sosial", True), ("kepala dinas", True), ("Kadis", True), ("Kepala Bidang", False), ("Sekretaris Dinas Sosial", False), ("", False),
])
def test_which_post_is_the_head_of_the_office(post, expected):
    assert heads(post) == expected


@pytest.mark.parametrize("title, chosen, expected", [
    ("Kepala Dinas Sosial", None, SELF),
    ("Kepala Dinas Sosial", SELF, SELF),
    ("Kepala Dinas Sosial", AN, Why.NOT_BY_TITLE),
    ("Kepala Dinas Sosial", PLT, Why.NOT_BY_TITLE),
    ("Plt. Kepala Dinas Sosial", None, PLT),
    ("Plt. Kepala Dinas Sosial", SELF, Why.NOT_BY_TITLE),
    ("Plt. Kepala Dinas Sosial", UB, Why.NOT_BY_TITLE),
    ("Sekretaris", None, AN),
    ("Sekretaris", AN, AN),
    ("Sekretaris", UB, UB),
    ("Sekretaris", SELF, Why.NOT_BY_TITLE),
    ("Sekretaris", PLT, Why.NOT_BY_TITLE),
    ("Sekretaris", PLH, Why.NOT_BY_TITLE),
])
def test_plt_and_plh_come_from_an_order_and_never_from_a_click(title, chosen, expected):
    try:
        outcome = by_title(title, chosen)
    except Refused as refused:
        outcome = refused.why
    assert outcome == expected


def test_only_who_stands_below_the_head_has_a_choice():
    assert (modes("Kepala Dinas Sosial"), modes("Plh. Kepala Dinas Sosial"), modes("Sekretaris")) == ((SELF,), (PLH,), (AN, UB))


@pytest.mark.parametrize("mode, title, through, lines", [
    (SELF, "Kepala Dinas Sosial", "", [HEAD, f"{REGION},"]),
    (PLT, "Plt. Kepala Dinas Sosial", "", [f"Plt. {HEAD}", f"{REGION},"]),
    (PLH, "Plh. Kepala Dinas Sosial", "", [f"Plh. {HEAD}", f"{REGION},"]),
    (AN, "Sekretaris", "", [f"a.n. {HEAD}", REGION, "Sekretaris,"]),
    (UB, FIELD, "Sekretaris", [f"a.n. {HEAD}", REGION, "Sekretaris", "u.b.", f"{FIELD},"]),
])
def test_the_lines_above_an_officials_name(mode, title, through, lines):
    assert signature_title(mode, HEAD, region=REGION, title=title, through=through) == lines


@pytest.mark.parametrize("mode, post, title, through, lines", [
    # For the head of the office.
    (PLT, POST, FIELD, "", [f"Plt. {HEAD}", f"{REGION},"]),
    (PLH, POST, FIELD, "", [f"Plh. {HEAD}", f"{REGION},"]),
    (AN, POST, "Sekretaris", "", [f"a.n. {HEAD}", REGION, "Sekretaris,"]),
    (UB, POST, FIELD, "Sekretaris", [f"a.n. {HEAD}", REGION, "Sekretaris", "u.b.", f"{FIELD},"]),
    # For a post below the head, which itself signs on the head's behalf.
    (PLT, FIELD, "Pekerja Sosial Ahli Muda", "", [f"a.n. {HEAD}", REGION, f"Plt. {FIELD},"]),
    (PLH, FIELD, "Pekerja Sosial Ahli Muda", "", [f"a.n. {HEAD}", REGION, f"Plh. {FIELD},"]),
    (AN, FIELD, "Kepala Seksi", "", [f"a.n. {HEAD}", REGION, FIELD, "u.b.", "Kepala Seksi,"]),
])
def test_the_lines_above_the_name_of_who_acts_by_an_order(mode, post, title, through, lines):
    assert above_delegate(mode, HEAD, region=REGION, post=post, title=title, through=through) == lines


@pytest.mark.parametrize("mode, words", [(PLT, "Plt."), (PLH, "Plh."), (AN, "a.n."), (UB, "u.b.")])
def test_a_capacity_is_told_as_offices_write_it(mode, words):
    assert capacity(mode, POST) == f"{words} {POST}"
