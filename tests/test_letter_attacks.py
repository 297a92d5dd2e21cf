"""Attacks on approvals, acting managers, letters and their register: what must not leak, be lost, be said twice, or fall over."""
from datetime import timedelta

import pytest

from portal import clock
from portal.accounts.delegations import Delegation
from portal.assessments.instruments import publish_first
from portal.cases.models import Case
from portal.clients.models import Client
from portal.correspondence.matters import CaseMatter
from portal.correspondence.writing import Writing
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.books import LetterBook
from portal.letters.models import Letter
from portal.letters.templates import LetterTemplate
from portal.office.models import Official
from portal.outreach.models import Outreach
from portal.outreach.targets import Target
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules import approval, correspondence, outreach, ticket
from portal.rules.approval import DecisionStep
from portal.rules.channels import Channel
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind
from portal.rules.letter_number import SigningMode
from portal.rules.lifecycle import CaseStep
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.ticket import TicketSender
from tests.test_assessments import completed
from tests.test_correspondence import begun, worded
from tests.world import NAME, NIK, STREET, approved, drafted, town


@pytest.fixture
def place(make):
    return town(make)


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True, person={"name": NAME, "nik": NIK})


@pytest.fixture
def both(make):
    """Somebody who works with clients and decides."""
    return make.user(Role.OFFICER, Role.MANAGER)


def hospital(place):
    return Institution.get_by_id(place["institution"])


def refused(why, verb, *args, **kwargs):
    with db.unit(), pytest.raises(Refused) as error:
        verb(*args, **kwargs)
    assert error.value.why == why


def rewritten(case, place, officer, other):
    """A referral that one began and put, and another wrote anew in between."""
    with db.unit():
        row = drafted(case, place, by=officer)
        row.amend(by=other, summary="Ditulis ulang seluruhnya.")
        return row.submit(by=officer).decision


def test_who_rewrote_a_referral_does_not_approve_it_though_a_colleague_put_it(case, place, officer, manager, both):
    decision = rewritten(case, place, officer, both)
    assert DecisionStep.APPROVE not in decision.offered_to(both) and both.name not in Referral.get_by_id(decision.subject_id).waits_for
    refused(approval.Why.OWN_WORK, decision.decide, DecisionStep.APPROVE, by=both)
    with db.unit():
        decision.decide(DecisionStep.APPROVE, by=manager)


def test_who_acts_for_somebody_does_not_approve_what_they_rewrote(make, case, place, officer, both):
    deputy = make.user()
    with db.unit():
        Delegation.record(by=both, principal=both, user=deputy, mode=SigningMode.PLH, post="Kepala Bidang", order_no="090/1", since=clock.today(),
                          until=clock.today() + timedelta(7))
    refused(approval.Why.FOR_ITS_MAKER, rewritten(case, place, officer, both).decide, DecisionStep.APPROVE, by=deputy)


def test_a_manager_who_returned_a_referral_wrote_nothing_of_it(case, place, officer, manager):
    with db.unit():
        row = drafted(case, place, by=officer)
        row.submit(by=officer).decision.decide(DecisionStep.RETURN, by=manager, reason="Lebih singkat.")
        row = Referral.get_by_id(row.id)
        row.amend(by=officer, summary="Gelisah sejak dua minggu.").submit(by=officer).decision.decide(DecisionStep.APPROVE, by=manager)


def test_nobody_below_the_head_hands_down_the_heads_signature(client, make):
    chief, deputy = make.user(Role.MANAGER), make.user()
    with db.unit():
        chief.change(by=chief, title="Kepala Bidang Rehabilitasi Sosial")
    client.sign_in(chief)
    order = {"user": deputy.id, "mode": "plh", "order_no": "090/1", "since": "02-03-2026", "until": "06-03-2026"}
    answer = client.post("/accounts/delegations/new", data=order | {"post": "Kepala Dinas Sosial"})
    assert answer.status_code == 422 and "bukan jabatan Anda" in answer.text and not Delegation.select().exists()
    assert client.post("/accounts/delegations/new", data=order | {"post": chief.title}).status_code == 303


def test_who_answered_a_page_of_an_assessment_does_not_accept_it(client, make, officer, both):
    with db.unit():
        publish_first(None)
    assessment = completed(client, make, officer)
    with db.unit():
        assessment.sections[0].answer({}, by=both, note="Menurut ibunya.")
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    refused(approval.Why.OWN_WORK, Decision.open_about(assessment).decide, DecisionStep.APPROVE, by=both)


@pytest.mark.parametrize("column, words, why", [
    ("summary", f"{NAME} gelisah.", correspondence.Why.NAME_IN_TEXT), ("opening", f"Kami hadapkan {NAME.upper()}.", correspondence.Why.NAME_IN_TEXT),
    ("service", f"Rawat inap untuk NIK {NIK}.", correspondence.Why.NIK_IN_TEXT),
])
def test_what_is_not_ticked_does_not_slip_into_a_referral_by_its_sentences(case, place, officer, column, words, why):
    with db.unit():
        row = drafted(case, place, by=officer).amend(by=officer, shared=[Shared.SEX], **{column: words})
    refused(why, row.submit, by=officer)
    with db.unit():
        row = Referral.get_by_id(row.id).amend(by=officer, shared=[Shared.NAME, Shared.NIK])
        row.submit(by=officer)


def test_what_was_approved_is_issued_whatever_changed_meanwhile(client, case, place, officer, manager):
    with db.unit():
        row = approved(case, place, by=officer, manager=manager)
    frozen = Referral.get_by_id(row.id).text
    with db.unit():
        hospital(place).amend(by=officer, name="RSJ Lain", head="Orang lain", address="Jalan lain")
        Client.get_by_id(case.client_id).correct(by=officer, name="Nama Baru", address=STREET)
        template = LetterTemplate.of(LetterKind.REFERRAL)
        template.word(by=manager, regarding="Hal lain", opening="Lain.", closing="Lain.", copies="Orang lain", code="400.9.6", secrecy="ordinary")
    assert client.post(f"/referrals/{row.id}/letter", data={"official": place["official"], "code": frozen["code"]}).status_code == 303
    letter = Referral.get_by_id(row.id).letter
    assert {name: getattr(letter, name) for name in frozen} == frozen
    paper = client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"}).location).text
    assert NAME in paper and not [word for word in ("Nama Baru", STREET, "RSJ Lain", "Orang lain", "Hal lain") if word in paper]


def test_no_letter_leaves_about_a_case_that_was_a_mistake(client, case, place, officer, manager):
    with db.unit():
        row = approved(case, place, by=officer, manager=manager)
        Case.get_by_id(case.id).move(CaseStep.CANCEL, by=officer, reason="Salah catat.")
    answer = client.post(f"/referrals/{row.id}/letter", data={"official": place["official"], "code": "400.9.2.2"})
    assert answer.status_code == 422 and "sudah dibatalkan" in answer.text and not Letter.select().exists()


def test_the_name_of_a_merge_field_is_not_issued_as_it_stands(client, case, place, officer):
    letter = begun(client, case, "statement", purpose="sekolah")
    assert worded(client, letter, closing="Demikian untuk {inisial}.").status_code == 303
    answer = client.post(f"/correspondence/{letter.id}/issue", data={"official": place["official"], "code": letter.code})
    assert answer.status_code == 422 and "{inisial}" in answer.text and Letter.get_by_id(letter.id).number is None


@pytest.mark.parametrize("kind", ["hospital", "summons", "handover"])
def test_a_cancelled_number_of_elsewhere_is_no_letter_of_ours(client, officer, kind):
    with db.unit():
        letter = Letter.book_outside(by=officer, book=LetterBook.main(), code="400.9.2.2", regarding="Surat lain", kind=LetterKind(kind))
    client.post(f"/letters/{letter.id}/cancellation", data={"reason": "Salah catat", "seen": letter.version})
    assert Letter.get_by_id(letter.id).state == LetterState.CANCELLED and client.get(f"/letters/{letter.id}").status_code == 200
    pages = [client.get(f"/correspondence/{letter.id}{page}") for page in ("", "/wording", "/issue")]
    sent = [client.post(f"/correspondence/{letter.id}/{verb}", data={"paper": "f4", "reason": "x"}) for verb in ("prints", "cancellation")]
    assert {answer.status_code for answer in (*pages, *sent)} == {404}


@pytest.fixture
def report(make, officer):
    """A report of somebody without a name, whose name came to light later."""
    row = make.verified(by=officer, people=[{"name": ""}], channel=Channel.HOTLINE_171, ticket="171-5", ticket_from=TicketSender.SENTRA)
    with db.unit():
        row.people.get().client.correct(by=officer, name=NAME)
        row.people.get().client.add_alias(by=officer, name="Juragan Kecil")
    return row


@pytest.mark.parametrize("name", [NAME, "Juragan Kecil"])
def test_a_reply_names_nobody_by_a_name_that_came_to_light_later(client, officer, report, name):
    letter = begun(client, report, "ticket_reply", about="report")
    assert worded(client, letter, content=f"{name} sudah dijangkau.").status_code == 422
    refused(ticket.Why.NAME_IN_REPLY, report.answer_sender, f"{name} sudah dijangkau.", by=officer)


@pytest.mark.parametrize("row", ["rows-\u00b2-what", "rows-\u0663-what", f"rows-{'9' * 5000}-what", "rows--1-what"])
@pytest.mark.parametrize("more", [{}, {"preview": "1"}, {"add_rows": "1"}])
def test_a_row_with_no_number_of_ours_is_no_row(client, case, officer, place, row, more):
    with db.unit():
        letter = Writing.begin(CaseMatter("case", Case.get_by_id(case.id)), LetterKind.INTRODUCTION, by=officer, institution=hospital(place)).letter
    assert client.post(f"/correspondence/{letter.id}/wording", data={row: "Salinan KK", **more}).status_code in (200, 422)
    assert Letter.get_by_id(letter.id).wording["rows"] == []


@pytest.mark.parametrize("task", [f"Mencari {NAME} di terminal.", f"Mencari anak dengan NIK {NIK}."])
def test_a_duty_letter_names_nobody_who_is_sought(case, place, officer, task):
    with db.unit():
        trip = Outreach.get_by_id(place["trip"])
        Target.begin(by=officer, trip=trip, case=case)
        trip.change(by=officer, task=task)
    refused(outreach.Why.NAMES_SOUGHT, trip.issue, Official.get_by_id(place["official"]), by=officer)
