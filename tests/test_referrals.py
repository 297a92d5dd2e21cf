"""Referrals: the paper waits for a manager, the child may not; what was approved is what leaves the office."""
import re
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.office.models import Official
from portal.records import Print, Stale
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionState, DecisionStep
from portal.rules.client import ConsentKind
from portal.rules.decile import DtsenStatus
from portal.rules.letter import LetterState
from portal.rules.referral import AnswerState, AnswerStep, ConsentBasis, InstitutionKind, PaperState, ReferralKind, Why
from portal.rules.referral_due import Owed
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import ServiceState, Spm
from portal.services.models import Service
from tests.conftest import MONDAY

CONTENT = {"kind": "medical", "reason": "Perlu perawatan.", "service": "Rawat inap.", "summary": "Gelisah, menolak makan.", "consent": "guardian",
           "consent_note": "Ibu, 1 Maret", "shared": ["name", "birth", "sex"], "secrecy": "secret", "attachments": "Fotokopi KK\nFoto",
           "copies": "Arsip", "escort": "Siti Rahma", "journey": "Mobil dinas", "answer_by": "09-03-2026"}


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def hospital(make, officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name="RSJ Pelita", head="Direktur RSJ Pelita", place="Melati")


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": "9901011205120001"})


def drafted(case, officer, place, **more):
    details = {"kind": ReferralKind.MEDICAL, "reason": "Perlu perawatan.", "service": "Rawat inap.", "summary": "Gelisah.",
               "consent": ConsentBasis.GUARDIAN, "shared": [Shared.NAME, Shared.BIRTH], "institution": place} | more
    agree(case, officer, place)
    with db.unit():
        return Referral.draft(case, by=officer, **details)


def agree(case, officer, place, basis=ConsentBasis.GUARDIAN, **more):
    """The mother answers whether this place may be told."""
    with db.unit():
        case.client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=basis, institution=place, given_on=clock.today(), given_by="Ibu Rini",
                                   **more)


def submitted(case, officer, place, **more):
    row = drafted(case, officer, place, **more)
    with db.unit():
        return row.submit(by=officer)


def decided(row, step, manager, reason="Sebab."):
    with db.unit():
        row.decision.decide(step, by=manager, reason=reason)
    return fresh(row)


def approved(case, officer, place, manager, **more):
    return decided(submitted(case, officer, place, **more), DecisionStep.APPROVE, manager)


def issued(case, officer, place, manager, head, **more):
    row = approved(case, officer, place, manager, **more)
    with db.unit():
        return row.issue(head, by=officer)


def fresh(row):
    return Referral.get_by_id(row.id)


def why_not(verb, *args, **more):
    with pytest.raises(Refused) as refused, db.unit():
        verb(*args, **more)
    return refused.value.why


def test_the_whole_way_from_draft_to_completed(client, case, officer, manager, hospital, head):
    client.sign_in(officer)
    agree(case, officer, hospital)
    made = client.post(f"/referrals/case/{case.id}/new", data={**CONTENT, "institution": hospital.id})
    assert made.status_code == 303
    here = made.location
    assert "Konsep" in client.get(here).text
    check = client.get(f"{here}/submission").text
    assert "Yang keluar dari kantor" in check and "Gelisah, menolak makan." in check and "9901011205120001" not in check
    assert client.post(f"{here}/submission", data={"seen": 1}).status_code == 303
    row = Referral.get()
    client.sign_in(manager)
    client.post(f"/decisions/{row.decision.id}/answer", data={"step": "approve", "seen": 1})
    client.sign_in(officer)
    assert "Terbitkan surat" in client.get(here).text
    assert client.post(f"{here}/letter", data={"official": head.id, "code": "400.9.2.2", "seen": fresh(row).version}).status_code == 303
    for step, data in (("sending", {"at": "sekarang", "way": "Diantar"}), ("answer", {"step": "accept", "at": "sekarang"}),
                       ("handover", {"at": "sekarang", "handed_place": "RSJ", "handed_by": "Siti", "receiver": "dr. Budi"}),
                       ("feedback", {"step": "report_back", "at": "sekarang", "note": "Membaik."}),
                       ("feedback", {"step": "complete", "at": "sekarang", "note": "Pulih."})):
        assert client.get(f"{here}/{step}").status_code == 200
        assert client.post(f"{here}/{step}", data={**data, "seen": fresh(row).version}).status_code == 303, step
    end = fresh(row)
    assert (end.paper_state, end.answer_state, end.is_open) == (PaperState.ISSUED, AnswerState.COMPLETED, False)
    shown = client.get(here).text
    assert "dr. Budi" in shown and "Pulih." in shown and end.letter.number in shown
    assert Case.get_by_id(case.id).served_at == MONDAY


def test_nobody_approves_the_referral_they_wrote(client, make, hospital):
    both = make.user(Role.OFFICER, Role.MANAGER)
    row = submitted(make.case(by=both), both, hospital)
    client.sign_in(both)
    assert client.post(f"/decisions/{row.decision.id}/answer", data={"step": "approve", "seen": 1}).status_code == 409
    assert fresh(row).paper_state == PaperState.SUBMITTED


def test_no_referral_on_a_no(client, case, officer, hospital):
    row = drafted(case, officer, hospital, consent=ConsentBasis.REFUSED)
    assert why_not(row.submit, by=officer) == Why.CONSENT_REFUSED
    client.sign_in(officer)
    refused = client.post(f"/referrals/{row.id}/submission", data={"seen": 1})
    assert refused.status_code == 422 and fresh(row).paper_state == PaperState.DRAFT and Decision.open_about(row) is None


def test_what_waits_or_is_approved_cannot_be_edited(client, case, officer, manager, hospital):
    row = submitted(case, officer, hospital)
    client.sign_in(officer)
    for _ in range(2):
        assert client.get(f"/referrals/{row.id}/edit").status_code == 409
        assert client.post(f"/referrals/{row.id}/edit", data={**CONTENT, "institution": hospital.id, "reason": "Lain"}).status_code == 409
        assert why_not(fresh(row).amend, by=officer, reason="Lain") == Why.NOT_EDITABLE
        row = decided(row, DecisionStep.APPROVE, manager) if row.paper_state == PaperState.SUBMITTED else row
    assert fresh(row).reason == "Perlu perawatan."


def test_the_letter_says_what_was_approved_whatever_changes_meanwhile(case, officer, manager, hospital, head):
    row = approved(case, officer, hospital, manager)
    with db.unit():
        fresh(row).case.client.change(by=officer, name="Nama Baru")
        hospital.amend(by=officer, head="Orang lain")
    with db.unit():
        letter = fresh(row).issue(head, by=officer).letter
    kept = Letter.get_by_id(letter.id)
    assert kept.addressee == "Direktur RSJ Pelita" and ["Nama", "Andi Pratama"] in kept.body[1][1]
    assert "Andi" not in kept.regarding


def test_a_returned_referral_is_bettered_and_put_again(case, officer, manager, hospital):
    row = decided(submitted(case, officer, hospital), DecisionStep.RETURN, manager)
    assert row.paper_state == PaperState.RETURNED
    with db.unit():
        row.amend(by=officer, reason="Lebih jelas.")
        row.submit(by=officer)
    assert fresh(row).paper_state == PaperState.SUBMITTED and fresh(row).decision.note == "Lebih jelas."


def test_an_approval_is_undone_until_the_letter_is_issued(client, case, officer, manager, hospital, head):
    row = approved(case, officer, hospital, manager)
    assert decided(row, DecisionStep.UNDO, manager).paper_state == PaperState.DRAFT
    row = fresh(row)
    with db.unit():
        row.submit(by=officer)
    row = decided(row, DecisionStep.APPROVE, manager)
    with db.unit():
        row.issue(head, by=officer)
    client.sign_in(manager)
    late = client.post(f"/decisions/{row.decision.id}/answer", data={"step": "undo", "seen": row.decision.version})
    assert late.status_code == 409 and fresh(row).paper_state == PaperState.ISSUED
    assert row.decision.state == DecisionState.APPROVED


def test_the_writer_withdraws_and_edits_again(client, case, officer, hospital):
    row = submitted(case, officer, hospital)
    client.sign_in(officer)
    client.post(f"/decisions/{row.decision.id}/answer", data={"step": "withdraw", "seen": 1})
    assert fresh(row).paper_state == PaperState.WITHDRAWN
    assert client.get(f"/referrals/{row.id}/edit").status_code == 200


def test_the_number_is_given_once_and_leaves_no_gap(client, case, officer, manager, hospital, head):
    row = approved(case, officer, hospital, manager)
    seen = row.version
    with pytest.raises(ZeroDivisionError), db.unit():
        fresh(row).issue(head, by=officer)
        raise ZeroDivisionError
    with pytest.raises(Stale), db.unit():
        fresh(row).issue(head, by=officer, seen=seen - 1)
    client.sign_in(officer)
    for _ in range(2):
        assert client.post(f"/referrals/{row.id}/letter", data={"official": head.id, "code": "400.9.2.2", "seen": seen}).status_code == 303
    assert [letter.serial for letter in Letter.select()] == [1]


def test_nothing_is_sent_before_the_letter(case, officer, manager, hospital):
    assert why_not(drafted(case, officer, hospital).send, by=officer) == Why.NOT_ISSUED
    assert why_not(approved(case, officer, hospital, manager).hand_over, by=officer) == Why.NOT_ISSUED


def test_an_urgent_child_goes_first_and_the_letter_is_due_in_a_working_day(client, case, officer, manager, hospital, head):
    row = drafted(case, officer, hospital, urgent=True)
    with db.unit():
        row.hand_over(by=officer, receiver="dr. Budi", handed_by="Siti Rahma", handed_place="IGD")
    assert fresh(row).paper_due == datetime(2026, 3, 3, 8, 0)
    assert Case.get_by_id(case.id).served_at == MONDAY
    with db.unit():
        fresh(row).submit(by=officer)
    row = decided(row, DecisionStep.REFUSE, manager)
    client.sign_in(officer)
    shown = client.get(f"/referrals/{row.id}").text
    assert "wajib terbit paling lambat 3 Mar 2026 16.00" in shown and "Perbaiki dan ajukan lagi" in shown
    assert client.post(f"/referrals/{row.id}/revision", data={"seen": row.version}).status_code == 303
    with db.unit():
        fresh(row).submit(by=officer)
    row = decided(row, DecisionStep.APPROVE, manager)
    with db.unit():
        row.issue(head, by=officer)
    assert fresh(row).paper_due is None and fresh(row).letter.urgency == "very_urgent"


def test_a_refused_referral_ends_when_the_child_is_still_here(case, officer, manager, hospital):
    row = decided(submitted(case, officer, hospital, urgent=True), DecisionStep.REFUSE, manager)
    assert (row.papers, row.answers, row.is_open) == ([], [], False)
    with pytest.raises(Refused), db.unit():
        row.hand_over(by=officer)
    assert why_not(row.revise, by=officer) == Why.NOT_URGENT


def test_cancelling_an_issued_referral_cancels_its_letter_and_keeps_the_number(client, case, officer, manager, hospital, head):
    row = issued(case, officer, hospital, manager, head)
    client.sign_in(officer)
    assert client.post(f"/referrals/{row.id}/cancellation", data={"seen": row.version, "reason": ""}).status_code == 409
    assert client.post(f"/referrals/{row.id}/cancellation", data={"seen": row.version, "reason": "Salah lembaga."}).status_code == 303
    kept = fresh(row)
    assert (kept.paper_state, kept.letter.state, kept.letter.serial) == (PaperState.CANCELLED, LetterState.CANCELLED, 1)
    assert issued(case, officer, hospital, manager, head).letter.serial == 2


@pytest.mark.parametrize("check, expected", [
    (None, Why.DECILE_UNKNOWN),
    ((DtsenStatus.LISTED, 3), None),
    ((DtsenStatus.LISTED, 7), Why.CONSIDERATION_NEEDED),
    ((DtsenStatus.NOT_LISTED, None), Why.CONSIDERATION_NEEDED),
])
def test_the_ministrys_places_ask_for_the_decile(case, officer, check, expected):
    with db.unit():
        sentra = Institution.add(by=officer, kind=InstitutionKind.SENTRA, name="Sentra Melati", ministry=True)
        if check:
            case.client.check_dtsen(by=officer, status=check[0], decile=check[1], checked_on=clock.today(), source="siks_ng")
    row = drafted(case, officer, sentra)
    if expected:
        assert why_not(row.submit, by=officer) == expected
        row.urgent = True
    with db.unit():
        assert row.submit(by=officer).paper_state == PaperState.SUBMITTED


def test_a_second_referral_to_the_same_place_within_thirty_days_is_pointed_out(client, case, officer, hospital):
    drafted(case, officer, hospital)
    again = drafted(case, officer, hospital)
    client.sign_in(officer)
    assert "kurang dari 30 hari" in client.get(f"/referrals/{again.id}/submission").text
    clock.use(lambda: MONDAY + timedelta(31))
    assert fresh(again).repeats is None


def test_only_what_was_ticked_leaves_the_office(case, officer, hospital):
    bare = drafted(case, officer, hospital, shared=[])
    facts = dict(bare.text["body"][1][1])
    assert facts == {"Inisial": "A.P.", "Nomor kasus": case.number}
    full = dict(drafted(case, officer, hospital, shared=list(Shared)).text["body"][1][1])
    assert full["NIK"] == "9901011205120001" and full["Nama"] == "Andi Pratama"


def test_a_colleague_outside_the_team_sees_nothing(client, make, case, officer, hospital):
    row = drafted(case, officer, hospital)
    client.sign_in(make.user())
    for path in ("", "/edit", "/submission", "/letter", "/sending", "/handover"):
        assert client.get(f"/referrals/{row.id}{path}").status_code == 404
    assert row.number not in client.get("/referrals/").text
    assert client.get(f"/referrals/case/{case.id}").status_code == 404
    assert client.get(f"/referrals/case/{case.id}/new").status_code == 404


def test_a_manager_reads_but_does_not_write(client, case, officer, manager, hospital):
    row = drafted(case, officer, hospital)
    client.sign_in(manager)
    shown = client.get(f"/referrals/{row.id}").text
    assert "Perlu perawatan." in shown and "Periksa dan ajukan" not in shown
    assert client.get(f"/referrals/{row.id}/edit").status_code == 403


def test_a_closed_case_sends_nobody_anywhere(case, officer, hospital):
    with db.unit():
        case.move("cancel", by=officer, reason="Keliru.")
    details = {"institution": hospital, "kind": ReferralKind.CARE, "reason": "x", "service": "x", "summary": "x"}
    assert why_not(Referral.draft, case, by=officer, **details) == Why.CASE_CLOSED


def test_bad_input_stands_beside_its_field_and_keeps_what_was_typed(client, case, officer, hospital):
    client.sign_in(officer)
    bad = {**CONTENT, "institution": "999", "kind": "", "answer_by": "31-02-2026", "reason": "<script>😀\x00", "summary": "x" * 6000}
    response = client.post(f"/referrals/case/{case.id}/new", data=bad)
    assert response.status_code == 422 and "&lt;script&gt;😀" in response.text and Referral.select().count() == 0
    assert response.text.count('class="error"') >= 4


def test_two_people_edit_and_the_second_is_told(client, case, officer, hospital):
    row = drafted(case, officer, hospital)
    client.sign_in(officer)
    data = {**CONTENT, "institution": hospital.id, "seen": row.version}
    assert client.post(f"/referrals/{row.id}/edit", data={**data, "reason": "Pertama"}).status_code == 303
    assert client.post(f"/referrals/{row.id}/edit", data={**data, "reason": "Kedua"}).status_code == 409
    assert fresh(row).reason == "Pertama"


def test_saving_an_unchanged_form_changes_nothing(client, case, officer, hospital):
    client.sign_in(officer)
    client.post(f"/referrals/case/{case.id}/new", data={**CONTENT, "institution": hospital.id})
    row = Referral.get()
    assert client.post(f"/referrals/{row.id}/edit", data={**CONTENT, "institution": hospital.id, "seen": 1}).status_code == 303
    assert fresh(row).version == 1


def test_declining_and_coming_back_need_words(client, case, officer, manager, hospital, head):
    row = issued(case, officer, hospital, manager, head)
    with db.unit():
        row.send(by=officer, way="Diantar")
    client.sign_in(officer)
    data = {"step": "decline", "at": "sekarang", "seen": row.version}
    assert client.post(f"/referrals/{row.id}/answer", data=data).status_code == 422
    assert client.post(f"/referrals/{row.id}/answer", data={**data, "note": "Penuh."}).status_code == 303
    assert fresh(row).is_open is False


def test_nothing_happens_before_the_report_or_in_the_future(case, officer, manager, hospital, head):
    row = issued(case, officer, hospital, manager, head)
    for at in (MONDAY - timedelta(days=1), MONDAY + timedelta(hours=1)):
        with pytest.raises(Refused), db.unit():
            fresh(row).send(by=officer, at=at)
    assert fresh(row).answer_state == AnswerState.NOT_SENT


def test_the_letter_is_a_draft_on_paper_until_it_is_issued(client, case, officer, manager, hospital, head):
    row = approved(case, officer, hospital, manager)
    client.sign_in(officer)
    first = client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"})
    assert "KONSEP" in client.get(first.location).text and "salinan ke-1" in client.get(first.location).text
    with db.unit():
        letter = fresh(row).issue(head, by=officer).letter
    paper = client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "a4"}).location).text
    assert "KONSEP" not in paper and letter.number in paper and "NIP 19750817 200012 2 001" in paper and "print-a4" in paper
    assert "salinan ke-2" in paper and Print.select().count() == 2


def test_the_hand_over_record_is_blank_before_and_filled_after(client, case, officer, hospital):
    row = drafted(case, officer, hospital, urgent=True)
    client.sign_in(officer)
    blank = client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "handover", "paper": "f4"}).location).text
    assert "………" in blank and "menyusul paling lambat satu hari kerja" in blank
    with db.unit():
        row.hand_over(by=officer, receiver="dr. Budi", handed_by="Siti Rahma", handed_place="IGD", items="Baju\nObat")
    filled = client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "handover", "paper": "f4"}).location).text
    assert "dr. Budi" in filled and "Senin, 2 Maret 2026" in filled and "<li>Obat</li>" in filled
    assert client.post(f"/referrals/{row.id}/prints", data={"kind": "secret", "paper": "f4"}).location.endswith(f"/referrals/{row.id}")


def test_the_print_of_one_referral_is_not_found_under_another(client, case, officer, hospital):
    one, other = drafted(case, officer, hospital), drafted(case, officer, hospital)
    client.sign_in(officer)
    made = client.post(f"/referrals/{one.id}/prints", data={"kind": "letter", "paper": "f4"}).location.rsplit("/", 1)[1]
    assert client.get(f"/referrals/{other.id}/prints/{made}").status_code == 404


def test_the_list_is_searched_filtered_and_sorted(client, case, officer, hospital):
    row = drafted(case, officer, hospital, urgent=True)
    client.sign_in(officer)
    for words in ("andi", "pelita", row.number):
        assert row.number in client.get(client.post("/referrals/search", data={"q": words}).location).text
    assert row.number in client.get("/referrals/?paper=draft&answer=not_sent&kind=medical&urgent=yes&sort=institution").text
    assert row.number not in client.get("/referrals/?paper=issued").text
    assert row.number in client.get(f"/referrals/case/{case.id}").text


def test_the_directory_is_the_offices_own(client, officer, manager, hospital):
    client.sign_in(officer)
    assert client.post("/referrals/institutions/new", data={"kind": "", "name": ""}).status_code == 422
    made = client.post("/referrals/institutions/new", data={"kind": "child_home", "name": "LKSA Kasih", "active": "y"})
    assert "Pimpinan LKSA Kasih" in client.get(made.location).text
    edit = f"/referrals/institutions/{hospital.id}/edit"
    assert "RSJ Pelita" in client.get(edit).text
    assert client.post(edit, data={"kind": "mental_hospital", "name": "RSJ Pelita", "seen": 1}).status_code == 303
    assert [place.name for place in Institution.active_ones() if not place.unchecked] == ["LKSA Kasih"]
    assert "RSJ Pelita" in client.get(client.post("/referrals/institutions/search", data={"q": "pelita"}).location).text
    client.sign_in(manager)
    assert client.get("/referrals/institutions/new").status_code == 403 and client.get("/referrals/institutions/").status_code == 200


def test_an_inactive_place_stays_in_the_referral_that_names_it(client, case, officer, hospital):
    row = drafted(case, officer, hospital)
    with db.unit():
        hospital.amend(by=officer, active=False)
    client.sign_in(officer)
    assert "RSJ Pelita" in client.get(f"/referrals/{row.id}/edit").text
    assert ">RSJ Pelita</option>" not in client.get(f"/referrals/case/{case.id}/new").text


def test_an_unknown_answer_of_the_wrong_time_is_refused(client, case, officer, manager, hospital, head):
    row = issued(case, officer, hospital, manager, head)
    client.sign_in(officer)
    response = client.post(f"/referrals/{row.id}/answer", data={"step": "accept", "at": "sekarang", "seen": row.version})
    assert response.status_code == 422 and fresh(row).answer_state == AnswerState.NOT_SENT
    assert why_not(fresh(row).reply, AnswerStep.ACCEPT, by=officer) == "not_from_here"


def test_a_step_whose_time_has_not_come_opens_no_form(client, case, officer, hospital):
    row = drafted(case, officer, hospital)
    client.sign_in(officer)
    for step in ("letter", "sending", "answer", "handover", "feedback"):
        refused = client.get(f"/referrals/{row.id}/{step}")
        assert refused.status_code == 409 and "tidak bisa dilakukan pada keadaan sekarang" in refused.text


def test_nik_and_address_stay_covered_on_screen(client, case, officer, manager, hospital):
    row = submitted(case, officer, hospital, shared=list(Shared))
    with db.unit():
        case.client.change(by=officer, address="Jalan Kenanga 5")
    for person, page in ((officer, f"/referrals/{row.id}"), (manager, f"/decisions/{row.decision.id}")):
        client.sign_in(person)
        shown = client.get(page).text
        assert "9901011205120001" not in shown and "Kenanga" not in shown
    client.sign_in(officer)
    assert "9901011205120001" in client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"}).location).text


def test_an_office_without_a_signing_official_is_told_what_to_do(client, case, officer, manager, hospital):
    row = approved(case, officer, hospital, manager)
    client.sign_in(officer)
    assert "Belum ada pejabat penanda tangan" in client.get(f"/referrals/{row.id}/letter").text
    assert client.post(f"/referrals/{row.id}/letter", data={"official": "", "code": "400.9.2.2"}).status_code == 422


def test_signing_through_somebody_unnamed_takes_no_number(client, make, case, officer, manager, hospital):
    with db.unit():
        below = Official.appoint(by=make.user(Role.ADMIN), name="Ahmad", title="Kepala Bidang", since=date(2025, 1, 2))
    row = approved(case, officer, hospital, manager)
    client.sign_in(officer)
    data = {"official": below.id, "code": "400.9.2.2", "mode": "ub", "through": "", "seen": row.version}
    refused = client.post(f"/referrals/{row.id}/letter", data=data)
    assert refused.status_code == 422 and "jabatan penanda tangan" in refused.text and Letter.select().count() == 0
    assert client.post(f"/referrals/{row.id}/letter", data={**data, "mode": ""}).status_code == 303
    assert fresh(row).letter.serial == 1


def test_the_head_of_the_office_signs_unless_another_is_chosen(client, make, case, officer, manager, hospital, head):
    with db.unit():
        Official.appoint(by=make.user(Role.ADMIN), name="Ahmad", title="Sekretaris", since=date(2025, 1, 2))
    row = approved(case, officer, hospital, manager)
    client.sign_in(officer)
    assert f'selected value="{head.id}"' in client.get(f"/referrals/{row.id}/letter").text
    with db.unit():
        head.leave(by=make.user(Role.ADMIN), until=date(2025, 1, 3))
    page = client.get(f"/referrals/{row.id}/letter").text
    assert "Pilih penanda tangan" in page and "Sekretaris" in page and Official.head() is None


def test_what_was_handed_over_is_a_referral_given_and_not_cancelled(client, case, officer, manager, hospital, head):
    with db.unit():
        need = Service.need(case, by=officer, spm=Spm.SPM13)
    row = issued(case, officer, hospital, manager, head)
    client.sign_in(officer)
    assert "Batalkan rujukan" in client.get(f"/referrals/{row.id}").text
    with db.unit():
        row.send(by=officer, way="Pos")
    service = Service.get_by_id(need.id)
    assert service.state == ServiceState.DELIVERED and row.number in service.evidence and service.delivered_by == officer
    with db.unit():
        fresh(row).reply(AnswerStep.ACCEPT, by=officer)
    page = client.get(f"/referrals/{row.id}").text
    assert page.index("Catat serah terima") < page.index("Catat jawaban lembaga")
    with db.unit():
        fresh(row).hand_over(by=officer, handed_place="RSJ", handed_by="Siti", receiver="Budi")
    assert "Batalkan rujukan" not in client.get(f"/referrals/{row.id}").text


def foremost(client, row):
    """The text of the one step that stands out on the page and has the key; None where none does."""
    part = client.get(f"/referrals/{row.id}").text.split('id="next"')[1].split("</section>")[0]
    found = [" ".join(re.sub(r"<[^>]+>", " ", text).split()) for text in re.findall(r'class="button ?"[^>]*accesskey="s">(.*?)<(?:kbd|/)', part)]
    assert len(found) <= 1 and len(re.findall(r'class="button ?"', part)) == len(found)
    return found[0] if found else None


def test_after_the_yes_of_a_place_that_takes_nobody_in_its_news_stands_out_and_no_hand_over_is_owed(client, case, officer, manager, hospital, head):
    with db.unit():
        hospital.amend(by=officer, kind=InstitutionKind.ALMS_FUND)
    row = approved(case, officer, hospital, manager)
    with db.unit():
        row.issue(head, by=officer).send(by=officer, way="Pos")
        fresh(row).reply(AnswerStep.ACCEPT, by=officer)
    client.sign_in(officer)
    assert foremost(client, row) == "Catat kabar dari lembaga"
    assert [what for what, _ in fresh(row).owed] == [Owed.FEEDBACK]


def test_a_paper_named_twice_is_one_enclosure_of_the_letter(case, officer, hospital):
    row = drafted(case, officer, hospital, attachments="Fotokopi KK\n\nSKTM\nFotokopi KK")
    assert row.attached == ["Fotokopi KK", "SKTM"] and row.text["attachments"] == "2 (dua) berkas"


def test_one_step_stands_out_in_each_state(client, case, officer, manager, hospital, head):
    client.sign_in(officer)
    row = drafted(case, officer, hospital)
    assert foremost(client, row) == "Periksa dan ajukan"
    assert client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"}).status_code == 303
    with db.unit():
        row.submit(by=officer)
    assert foremost(client, row) is None
    row = decided(row, DecisionStep.APPROVE, manager)
    assert foremost(client, row) == "Terbitkan surat"
    later = clock.now() + timedelta(minutes=5)
    clock.use(lambda: later)
    with db.unit():
        row.issue(head, by=officer)
    assert foremost(client, row) == "Cetak surat"
    assert client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"}).status_code == 303
    assert foremost(client, row) == "Catat pengiriman"
    with db.unit():
        fresh(row).send(by=officer, way="Pos")
    assert foremost(client, row) == "Catat jawaban lembaga"
    with db.unit():
        fresh(row).reply(AnswerStep.WANT_PAPERS, by=officer, papers_wanted="SKTM")
    assert foremost(client, row) == "Catat pengiriman"
    with db.unit():
        fresh(row).reply(AnswerStep.ACCEPT, by=officer)
    assert foremost(client, row) == "Catat serah terima"
    with db.unit():
        fresh(row).hand_over(by=officer, handed_place="RSJ", handed_by="Siti", receiver="Budi")
    assert foremost(client, row) == "Catat kabar dari lembaga"
    with db.unit():
        fresh(row).come_back(AnswerStep.COME_BACK, by=officer, note="Pulang sendiri.")
    assert foremost(client, row) == "Rujuk ke lembaga lain"


def test_the_basis_of_consent_is_asked_for_in_the_form(client, case, officer, hospital):
    client.sign_in(officer)
    response = client.post(f"/referrals/case/{case.id}/new", data={**CONTENT, "institution": hospital.id, "consent": ""})
    assert response.status_code == 422 and "Pilih dasar persetujuan." in response.text
