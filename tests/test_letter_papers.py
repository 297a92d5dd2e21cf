"""Letters on paper: both shapes, what stands across a draft, the slip that comes back, and the record of a hand-over."""
from datetime import date

import pytest
from flask import render_template

from portal.db import db
from portal.decisions.models import Decision
from portal.letters.layout import on_paper
from portal.letters.models import Letter
from portal.letters.templates import LetterTemplate
from portal.office.models import Office
from portal.papers import qr
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionStep
from portal.rules.letter import LetterStep
from portal.rules.letter_kind import TEMPLATED, TITLE, LetterKind
from portal.rules.letter_number import Secrecy, Urgency
from portal.rules.office import Paper
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from tests.browser.twenty import letter_on_paper
from tests.test_referrals import agree

ROWS = ["table", [["No", "Jenis yang dikirim", "Banyaknya"], [["1", "Laporan sosial", "1 (satu) berkas"]]]]


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": "9901011205120001"})


@pytest.fixture
def approved(case, officer, manager, head):
    with db.unit():
        place = Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name="RSJ Pelita", head="Direktur RSJ Pelita", place="Melati")
    agree(case, officer, place)
    with db.unit():
        row = Referral.draft(case, by=officer, institution=place, kind=ReferralKind.MEDICAL, reason="Perlu", service="Rawat inap", summary="Lemah",
                             urgent=True, consent=ConsentBasis.GUARDIAN, shared=["name", "nik"], copies="Bupati\nArsip", answer_by=date(2026, 3, 9))
        row.submit(by=officer)
    with db.unit():
        Decision.about(row).get().decide(DecisionStep.APPROVE, by=manager)
    return Referral.get_by_id(row.id)


def printed(client, row, kind="letter", paper="f4"):
    return client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": kind, "paper": paper}).location).text


def drafted(case, officer, kind, **more):
    """A letter of a kind in the words that Sigap begins with."""
    words = LetterTemplate.words(kind, {})
    told = {"addressee": "", "regarding": words["regarding"], "secrecy": words["secrecy"], "copies": ["Arsip"]} | more
    with db.unit():
        return Letter.draft(case, by=officer, care_team=case.care_team, kind=kind, body=[ROWS, ["text", "Demikian."]], **told)


def drawn(app, letter):
    with app.test_request_context():
        return render_template("print/letter.html", print=None, **letter_on_paper(letter))


def test_the_slip_is_torn_off_an_issued_letter_and_names_nobody(client, approved, officer, head):
    client.sign_in(officer)
    draft = printed(client, approved)
    assert "KONSEP – belum diterbitkan" in draft and "Paraf hierarki" in draft and 'class="slip"' not in draft
    with db.unit():
        approved.issue(head, by=officer)
    paper = printed(client, approved)
    letter, slip = paper.split('class="slip"')
    assert "Andi Pratama" in letter and "Pratama" not in slip and "9901011205120001" not in slip
    for words in (approved.number, "klien A.P.", "400.9.2.2/0001/DINSOS/2026", "9 Maret 2026", "Minta berkas", "Tanda tangan, cap"):
        assert words in slip, words
    assert str(qr(f"http://localhost/referrals/{approved.number}")) in slip
    assert "Paraf" not in paper and "KONSEP" not in paper and paper.index("Tembusan:") < paper.index('class="slip"')


def test_a_cancelled_letter_says_so_and_comes_back_no_more(client, approved, officer, head):
    client.sign_in(officer)
    with db.unit():
        approved.issue(head, by=officer)
    with db.unit():
        approved.cancel(by=officer, reason="Salah lembaga.")
    paper = printed(client, approved)
    assert "DIBATALKAN – tidak berlaku" in paper and 'class="slip"' not in paper and "Paraf" not in paper and "0001/DINSOS" in paper


@pytest.mark.parametrize("kind", TEMPLATED)
def test_each_kind_has_its_shape(app, case, officer, head, kind):
    letter = drafted(case, officer, kind, addressee="" if kind == LetterKind.DUTY else "Kepala Dinas Kesehatan")
    draft = drawn(app, letter)
    assert "KONSEP – belum diterbitkan" in draft and "Paraf hierarki" in draft
    with db.unit():
        letter.issue(head, by=officer)
    paper = drawn(app, letter)
    assert letter.number in paper and "KONSEP" not in paper and "NIP 19750817 200012 2 001" in paper and "Pembina Utama Muda (IV/c)" in paper
    if kind in TITLE:
        assert f'<h2 class="title">{TITLE[kind]}</h2>' in paper and "<dt>Hal</dt>" not in paper
    else:
        assert '<h2 class="title">' not in paper and paper.index("<dt>Nomor</dt>") < paper.index("<dt>Hal</dt>") < paper.index("Yth.")
    assert ("Penerima," in paper) == (kind == LetterKind.INTRODUCTION) and ("PIHAK KEDUA," in paper) == (kind == LetterKind.HANDOVER)
    assert ("pada tanggal 2 Maret 2026" in paper) == (kind == LetterKind.DUTY) and ("RAHASIA" in paper) == (letter.secrecy == Secrecy.SECRET)
    assert ("Teluk Melati, 2 Maret 2026" in paper) == (kind != LetterKind.DUTY)


def test_a_cancelled_draft_has_neither_number_nor_room_to_initial(app, case, officer, head):
    letter = drafted(case, officer, LetterKind.STATEMENT)
    with db.unit():
        letter.move(LetterStep.CANCEL, by=officer, reason="Tidak jadi.")
    paper = drawn(app, letter)
    assert "DIBATALKAN" in paper and "Paraf" not in paper and "Nomor: ………" in paper


def test_haste_is_told_under_the_secrecy_and_an_ordinary_letter_has_no_mark(app, case, officer, head):
    letter = drafted(case, officer, LetterKind.SUMMONS, addressee="Camat", secrecy=Secrecy.ORDINARY, urgency=Urgency.VERY_URGENT)
    with app.test_request_context():
        lying = letter_on_paper(letter, Paper.A4)
    assert [term for term, _ in lying["about"]] == ["Nomor", "Sifat", "Derajat", "Lampiran", "Hal"] and lying["secrecy"] == ""
    assert lying["size"] == Paper.A4 and dict(lying["about"])["Lampiran"] == "-"


def test_an_office_with_a_long_name_keeps_its_two_lines_in_proportion(app, case, officer, head):
    with db.unit():
        Office.current().amend(by=officer, name="Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak")
    assert 'class="kop long"' in drawn(app, drafted(case, officer, LetterKind.STATEMENT))


def test_the_text_that_is_frozen_is_what_is_drawn(app, head):
    said = {"secrecy": "secret", "regarding": "Undangan", "addressee": "Camat", "addressee_place": "di tempat", "copies": [],
            "body": [["list", ["", ["Satu", "Dua"]]], ["pairs", [["Tempat", "……………"]]], ["people", [["Made", "", "197508172000122001", "Anggota"]]]]}
    with app.test_request_context():
        paper = render_template("print/letter.html", print=None, **on_paper(said, LetterKind.SUMMONS, None))
    assert "<li>Satu</li><li>Dua</li>" in paper and '<dd class="to-write">……………</dd>' in paper and "NIP 19750817 200012 2 001" in paper
    assert "Tembusan" not in paper


def test_the_record_of_a_hand_over_tells_who_and_what_went_along(client, approved, officer, head):
    client.sign_in(officer)
    blank = printed(client, approved, "handover")
    assert 'class="to-write"' in blank and "Saksi 2" in blank and "surat rujukan menyusul" in blank
    with db.unit():
        approved.issue(head, by=officer)
    with db.unit():
        Referral.get_by_id(approved.id).hand_over(
            by=officer, handed_by="Siti Rahma", receiver="dr. Budi", receiver_title="Kepala IGD", handed_place="IGD", witness="Bripka Ketut",
            handed_escort="Made, Satpol PP\nWayan, nenek", condition="Tenang", belongings="Tas hitam", items="")
    paper = printed(client, approved, "handover", "a4")
    for words in ("Senin, 2 Maret 2026", "PIHAK KESATU", "Kepala IGD", "Andi Pratama", "Tenang", "<li>Wayan, nenek</li>", "Tas hitam", "Tidak ada.",
                  "Bripka Ketut", "nomor 400.9.2.2/0001/DINSOS/2026 tanggal 2 Maret 2026", "salinan ke-2"):
        assert words in paper, words
