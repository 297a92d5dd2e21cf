"""Who signs a letter: the block is shown before it is issued and stays as it was printed; who approved and who issued are told apart."""
from datetime import date, timedelta

import pytest

from portal import clock
from portal.accounts import admission
from portal.accounts.delegations import Delegation
from portal.accounts.models import User
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.letters.signing import signature, unsigned, usual_signer
from portal.office.models import Official
from portal.outreach.models import Outreach
from portal.rules.approval import DecisionStep
from portal.rules.delegation import Why
from portal.rules.letter_number import SigningMode
from portal.rules.outreach import Purpose
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.signature import Why as SignatureWhy
from tests.test_delegations import MIDNIGHT, TODAY, lend
from tests.world import approved, town

REGION = "KABUPATEN TELUK MELATI"
CODE = "400.9.2.2"


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def manager(make):
    return make.user(Role.MANAGER, name="Dr. Nur Aisyah, M.M.")


@pytest.fixture
def head(make, manager):
    with db.unit():
        return Official.appoint(by=make.user(Role.ADMIN), name="Dr. Nur Aisyah, M.M.", title="Kepala Dinas Sosial", rank="Pembina Utama Muda (IV/c)",
                                nip="197508172000122001", since=date(2025, 1, 2), user=manager)


@pytest.fixture
def secretary(make, head):
    with db.unit():
        return Official.appoint(by=make.user(Role.ADMIN), name="Drs. Ahmad Yani", title="Sekretaris", rank="Pembina (IV/a)", since=date(2025, 1, 2))


@pytest.fixture
def actor(make):
    """An officer of whom only the account is known."""
    with db.unit():
        return User.add(by=None, username="rina.sari", name="Rina Sari, S.Sos.", password="kata sandi uji coba", granted=(Role.OFFICER,),
                        must_change=False, title="Kepala Bidang Rehabilitasi Sosial", nip="198703142010011004")


@pytest.fixture
def letter(client, officer, head):
    """The address at which the duty letter of a trip is issued."""
    with db.unit():
        trip = Outreach.plan(by=officer, lead=officer, purpose=Purpose.PATROL, planned_on=clock.today(), points=[["99.01.01", "Terminal"]])
    client.sign_in(officer)
    return f"/outreach/{trip.id}/letter"


def block(text):
    """The lines of the block on the page."""
    return text.split('id="block"')[1].split("</div></div>")[0]


def chosen(text):
    """The signer that stands chosen."""
    options = text.split('name="official"')[1].split("</select>")[0]
    return options.split("selected")[1].split(">")[1].split("<")[0].strip()


def why(action, *args, **kwargs):
    with pytest.raises(Refused) as refused, db.unit():
        action(*args, **kwargs)
    return refused.value.why


def test_the_head_signs_unless_somebody_acts_for_them_today(client, letter, head, manager, actor):
    page = client.get(letter).text
    assert chosen(page) == "Dr. Nur Aisyah, M.M., Kepala Dinas Sosial" and f"KEPALA DINAS SOSIAL<br>{REGION},<br>" in block(page)
    lend(actor, manager, rank="Penata (III/c)", title="", until=date(2026, 3, 4))
    page = client.get(letter).text
    assert chosen(page) == "Rina Sari, S.Sos., Plh. Kepala Dinas Sosial (sampai 4 Maret 2026)"
    shown = block(page)
    lines = (f"Plh. KEPALA DINAS SOSIAL<br>{REGION},<br>", "<b>Rina Sari, S.Sos.</b>", "Penata (III/c)", "NIP 19870314 201001 1 004", "800/12/2026")
    assert not [line for line in lines if line not in shown]
    clock.use(lambda: MIDNIGHT + timedelta(days=2))
    assert chosen(client.get(letter).text).startswith("Dr. Nur Aisyah")


def test_what_is_issued_carries_the_block_and_keeps_it(client, letter, manager, actor, officer):
    row = lend(actor, manager, title="", rank="Penata (III/c)")
    assert client.post(letter, data={"official": f"d{row.id}", "code": CODE}).status_code == 303
    issued = Letter.get()
    assert (issued.delegation, issued.official, issued.mode, issued.issued_by, issued.decided_by) == (row, None, SigningMode.PLH, officer, None)
    assert issued.above == ["Plh. KEPALA DINAS SOSIAL", f"{REGION},"]
    assert issued.below == ["Rina Sari, S.Sos.", "Penata (III/c)", "NIP 19870314 201001 1 004"]
    with db.unit():
        row.end(by=manager, reason="Sudah kembali.")
        actor.change(by=manager, name="Nama Lain")
    assert Letter.get().signer == "Rina Sari, S.Sos."
    text = client.get(f"/letters/{issued.id}").text
    assert "Rina Sari, S.Sos., Plh. Kepala Dinas Sosial" in text and "Disetujui oleh" not in text


def test_rank_and_number_come_from_the_list_of_officials_where_who_acts_stands_there(make, head, manager, actor):
    with db.unit():
        listed = Official.appoint(by=make.user(Role.ADMIN), name="Rina Sari, S.Sos., M.Si.", title="Sekretaris", rank="Pembina (IV/a)",
                                  nip="198703142010011004", user=actor)
    signed = signature(lend(actor, manager, mode=SigningMode.AN, title=""))
    assert (signed.official, signed.mode) == (listed, SigningMode.AN)
    assert signed.above == ["a.n. KEPALA DINAS SOSIAL", REGION, "Sekretaris,"]
    assert signed.below == ["Rina Sari, S.Sos., M.Si.", "Pembina (IV/a)", "NIP 19870314 201001 1 004"]


@pytest.mark.parametrize("mode, more, above", [
    (SigningMode.PLT, {}, ["Plt. KEPALA DINAS SOSIAL", f"{REGION},"]),
    (SigningMode.AN, {"title": "Sekretaris"}, ["a.n. KEPALA DINAS SOSIAL", REGION, "Sekretaris,"]),
    (SigningMode.UB, {"title": "Kepala Bidang", "through": "Sekretaris"},
     ["a.n. KEPALA DINAS SOSIAL", REGION, "Sekretaris", "u.b.", "Kepala Bidang,"]),
    (SigningMode.PLH, {"post": "Kepala Bidang Rehabilitasi Sosial"},
     ["a.n. KEPALA DINAS SOSIAL", REGION, "Plh. Kepala Bidang Rehabilitasi Sosial,"]),
])
def test_each_order_prints_its_own_block(head, manager, actor, mode, more, above):
    assert signature(lend(actor, manager, mode=mode, **more)).above == above


def test_an_own_post_that_nobody_knows_any_more_is_asked_for_and_no_fault(client, letter, head, manager, actor):
    row = lend(actor, manager, mode=SigningMode.AN, title="")
    with db.unit():
        actor.change(by=manager, title="")
    assert "Pilih penanda tangannya" in block(client.post(letter, data={"official": f"d{row.id}", "code": CODE, "look": "1"}).text)
    refused = client.post(letter, data={"official": f"d{row.id}", "code": CODE})
    assert refused.status_code == 422 and "jabatan penanda tangan" in refused.text and not Letter.select().exists()


def test_only_who_stands_in_for_the_head_signs_by_themself(make, head, manager, actor):
    lend(actor, manager, mode=SigningMode.AN, title="Sekretaris")
    assert usual_signer() == head
    field = make.user(Role.MANAGER)
    lend(make.user(), field, post="Kepala Bidang Rehabilitasi Sosial")
    assert usual_signer() == head
    row = lend(make.user(), manager)
    assert usual_signer() == row and unsigned().above[0] == "Plh. KEPALA DINAS SOSIAL"


def test_looking_at_the_block_issues_nothing(client, letter, head, secretary):
    form = client.get(letter).text
    token = form.split('name="form_token"')[1].split('value="')[1].split('"')[0]
    data = {"official": secretary.id, "mode": "ub", "through": "Kepala Bagian Umum", "code": CODE, "form_token": token}
    looked = client.post(letter, data=data | {"look": "1"})
    assert looked.status_code == 200 and not Letter.select().exists()
    assert f"a.n. KEPALA DINAS SOSIAL<br>{REGION}<br>Kepala Bagian Umum<br>u.b.<br>Sekretaris,<br>" in block(looked.text)
    assert 'value="Kepala Bagian Umum"' in looked.text
    bare = client.post(letter, data=data | {"look": "1", "through": ""})
    assert bare.status_code == 200 and "tulis juga jabatan perantaranya" in block(bare.text)
    assert client.post(letter, data=data).status_code == 303
    assert Letter.get().above[2:] == ["Kepala Bagian Umum", "u.b.", "Sekretaris,"]


def test_looking_at_the_block_is_no_way_round_what_a_form_must_say(client, letter, head):
    assert client.post(letter, data={"official": "999999", "code": CODE, "look": "1"}).status_code == 200
    assert client.post(letter, data={"official": "999999", "code": CODE}).status_code == 422
    assert client.post(letter, data={"official": "d999999", "code": CODE}).status_code == 422
    assert not Letter.select().exists()


def test_a_way_of_signing_that_only_an_order_gives_is_refused(client, letter, head, secretary):
    for data in ({"official": secretary.id, "mode": "plt"}, {"official": secretary.id, "mode": "head"}):
        assert client.post(letter, data=data | {"code": CODE}).status_code == 422
    refused = client.post(letter, data={"official": head.id, "mode": "an", "code": CODE})
    assert refused.status_code == 422 and "Plt. dan Plh. memerlukan surat perintah yang tercatat" in refused.text
    missing = client.post(letter, data={"official": secretary.id, "mode": "ub", "through": "", "code": CODE})
    assert missing.status_code == 422 and "jabatan" in missing.text and not Letter.select().exists()
    assert why(signature, secretary, SigningMode.PLH) == SignatureWhy.NOT_BY_TITLE


def test_a_page_opened_before_midnight_does_not_let_somebody_sign_after_it(client, letter, head, manager, actor):
    row = lend(actor, manager)
    assert f'value="d{row.id}"' in client.get(letter).text
    clock.use(lambda: MIDNIGHT)
    late = client.post(letter, data={"official": f"d{row.id}", "code": CODE})
    assert late.status_code == 422 and "Pilih salah satu dari daftar." in late.text and not Letter.select().exists()
    assert why(signature, row) == Why.NOT_IN_FORCE


def test_nobody_signs_whose_account_is_closed_or_whose_order_was_ended(client, make, letter, head, manager, actor):
    row = lend(actor, manager, until=TODAY + timedelta(days=5))
    with db.unit():
        admission.deactivate(actor, by=make.user(Role.ADMIN))
    assert f'value="d{row.id}"' not in client.get(letter).text and why(signature, row) == Why.NOT_IN_FORCE
    other = lend(make.user(), make.user(Role.MANAGER), mode=SigningMode.AN)
    with db.unit():
        other.end(by=Delegation.get_by_id(other.id).principal, reason="Keliru.")
    assert f'value="d{other.id}"' not in client.get(letter).text


def test_who_approved_who_signed_and_who_issued_are_three_people(client, make, officer, manager, actor):
    place = town(make)
    order = lend(actor, manager)
    case = make.case(by=officer, met=True)
    with db.unit():
        row = approved(case, place, by=officer, manager=User.get_by_id(actor.id))
    client.sign_in(officer)
    here = f"/referrals/{row.id}"
    assert client.post(f"{here}/letter", data={"official": place["official"], "code": CODE, "seen": row.version}).status_code == 303
    letter = Letter.get()
    assert (letter.official_id, letter.delegation, letter.decided_by, letter.decision.delegation, letter.issued_by) == (
        place["official"], None, actor, order, officer)
    text = client.get(f"/letters/{letter.id}").text
    assert "Rina Sari, S.Sos. selaku Plh. Kepala Dinas Sosial" in text and officer.name in text
    assert letter.signer == "Dr. Nur Aisyah, M.M."
    assert Decision.get_by_id(letter.decision_id).offered_to(User.get_by_id(actor.id)) == []  # nothing to undo once it is issued
    assert DecisionStep.UNDO not in Decision.get_by_id(letter.decision_id).offered_to(manager)


def test_a_draft_shows_the_place_left_for_who_acts_today(client, make, letter, manager, actor):
    lend(actor, manager, rank="Penata (III/c)")
    trip = letter.removesuffix("/letter")
    paper = client.get(client.post(f"{trip}/prints", data={"paper": "f4"}).location).text
    assert "KONSEP" in paper and "Plh. KEPALA DINAS SOSIAL" in paper and "Rina Sari, S.Sos." in paper
