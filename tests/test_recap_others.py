"""Referrals, tickets, deciles, considerations, trainings and the books, by hand: what each counts, for whom, and the records behind."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.assessments.considerations import Consideration
from portal.cases.models import Case
from portal.clients.dtsen import DtsenCheck
from portal.db import db
from portal.recap.chosen import Chosen
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.categories import Category
from portal.rules.channels import Channel
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import DtsenStatus
from portal.rules.followup import FollowUpStatus
from portal.rules.nik import Sex
from portal.rules.placement import LeaveReason, PlacementState
from portal.rules.referral import AnswerState, ConsentBasis, InstitutionKind, PaperStep, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.rules.training_outcome import Aim, Group
from portal.services.models import Service
from portal.training.aftercare.followups import FollowUp
from portal.training.aftercare.outcomes import outcomes_by
from portal.training.models import Placement
from tests.test_training import batch_of, case_of

MARCH = "2026-03"


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


@pytest.fixture
def hospital(officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.HOSPITAL, name="RSUD Melati", head="Direktur", place="Melati")


def table(user, name, period=MARCH, **asked):
    """{key of a line: {key of a column: figure}} as this person sees it."""
    filled = fill(Chosen.of(TABLES[name], {"period": period} | asked), user)
    return {line.key: {column.key: "<5" if cell.concealed else cell.value for column, cell in zip(filled.columns, line.cells, strict=True)}
            for line in [*filled.lines, filled.total]}


def at(*moment):
    clock.use(lambda: datetime(*moment))


def referred(case, by, place, **more):
    with db.unit():
        return Referral.draft(Case.get_by_id(case.id), by=by, institution=place, kind=ReferralKind.MEDICAL, reason="Perlu perawatan.",
                              service="Rawat inap.", summary="Gelisah.", consent=ConsentBasis.PUBLIC_TASK, shared=[Shared.NAME], **more)


def handed(row, by, *moment):
    with db.unit():
        return row.change(by=by, answer_state=AnswerState.HANDED_OVER, handed_at=datetime(*moment), receiver="dr. Sri", handed_place="IGD")


# Referrals and their books.

def test_referrals_stand_by_place_and_answer_without_those_whose_paper_was_cancelled(make, officer, case, hospital, manager):
    handed(referred(case, officer, hospital), officer, 2026, 4, 1, 1, 0)
    referred(case, officer, hospital)
    with db.unit():
        referred(case, officer, hospital).move(PaperStep.CANCEL, by=officer, reason="Salah tulis.")
    assert table(manager, "referrals")["hospital"] == {"not_sent": 1, "handed_over": 1, "all": 2} == table(manager, "referrals")["all"]
    assert "hospital" not in table(manager, "referrals", "2026-04")
    books = [table(manager, name, "2026")["all"]["all"] for name in ("register-referrals", "register-handovers", "register-cases")]
    assert books == [2, 1, 1]
    months = table(manager, "register-handovers", "2026")
    assert (months["2026-03"]["all"], months["2026-04"]["all"]) == (0, 1)


def test_the_books_list_their_lines_and_tell_a_stranger_no_more_than_an_outline(client, make, officer, case, hospital, manager):
    row = handed(referred(case, officer, hospital), officer, 2026, 3, 2, 1, 0)
    client.sign_in(manager)
    page = client.get(f"/recap/referrals/list?period={MARCH}").text
    assert all(text in page for text in (row.number, "RSUD Melati", "Rawat inap.", "2 Maret 2026"))
    assert "dr. Sri" in client.get(f"/recap/register-handovers/list?period={MARCH}").text
    assert case.number in client.get(f"/recap/register-cases/list?period={MARCH}").text
    assert f"/recap/register-cases/list?period={MARCH}" in client.get(f"/recap/register-cases?period={MARCH}").text
    client.sign_in(make.user())
    for name in ("referrals", "register-referrals", "register-handovers"):
        page = client.get(f"/recap/{name}/list?period={MARCH}").text
        assert row.number in page and "RSUD Melati" not in page and "Rawat inap." not in page and "dr. Sri" not in page
        assert f'href="/cases/{case.id}"' in page


def test_a_restricted_referral_is_counted_for_its_team_and_the_managers_alone(make, officer, hospital, manager):
    referred(make.case(by=officer, met=True, restricted=True), officer, hospital)
    assert [table(user, "referrals")["all"]["all"] for user in (officer, make.user(), manager)] == [1, 0, 1]


# Tickets.

def ticketed(make, officer, number, **told):
    return make.report(by=officer, channel=Channel.HOTLINE_171, ticket=number, **told)


def answered(report, by):
    with db.unit():
        report.answer_sender("Anak sudah ditemui.", by=by)


def test_a_ticket_is_answered_in_time_late_or_not_yet(make, officer, manager):
    for number, told in (("1", {}), ("2", {"reply_due": datetime(2026, 3, 2, 2, 0)}), ("3", {}), ("4", {"reply_due": datetime(2026, 3, 2, 2, 30)})):
        ticketed(make, officer, number, **told)
    make.report(by=officer)
    reports = {each.ticket: each for each in type(ticketed(make, officer, "5")).select()}
    at(2026, 3, 2, 3, 0)
    answered(reports["1"], officer)
    answered(reports["2"], officer)
    assert table(manager, "tickets")["received"] == {"in_time": 1, "late": 1, "awaited": 2, "overdue": 1, "all": 5}
    assert table(manager, "tickets", channel="sp4n")["all"]["all"] == 0
    at(2026, 3, 20, 3, 0)
    assert table(manager, "tickets")["all"] == {"in_time": 1, "late": 1, "awaited": 0, "overdue": 3, "all": 5}


def test_behind_the_tickets_stands_what_became_of_each(client, make, officer, manager):
    report = make.verified(by=officer, channel=Channel.HOTLINE_171, ticket="171-0009")
    with db.unit():
        case = Case.open_for(report.people.get().client, by=officer, report=report, category=Category.STREET_CHILD)
        Service.give(case, by=officer, spm=Spm.SPM03)
    answered(report, officer)
    client.sign_in(manager)
    page = client.get(f"/recap/tickets/list?period={MARCH}&row=verified&column=in_time").text
    assert all(text in page for text in ("171-0009", "Penyediaan permakanan", "Terverifikasi", "2 Mar 2026 10.00"))
    client.sign_in(make.user())
    page = client.get(f"/recap/tickets/list?period={MARCH}&row=verified&column=in_time").text
    assert "171-0009" in page and "Penyediaan permakanan" not in page


# Deciles and considerations.

def checked(case, by, on, status=DtsenStatus.LISTED, decile=None):
    with db.unit():
        return Case.get_by_id(case.id).client.check_dtsen(by=by, status=status, decile=decile, checked_on=on)


def test_people_stand_at_their_latest_check_of_the_period(make, officer, case, manager):
    checked(case, officer, date(2026, 2, 1), decile=3)
    with db.unit():
        checked(case, officer, date(2026, 2, 20), decile=9).cancel(by=officer, reason="Anak lain.")
    listed, without, nobody = (make.case(by=officer, met=True) for _ in range(3))
    checked(listed, officer, date(2026, 3, 2), decile=0)
    checked(without, officer, date(2026, 3, 1), DtsenStatus.NO_NIK)
    at(2026, 4, 20, 2, 0)
    checked(case, officer, date(2026, 4, 5), DtsenStatus.NOT_LISTED)
    checked(nobody, officer, date(2026, 4, 5), DtsenStatus.NOT_CHECKED)
    march = {key: line["all"] for key, line in table(manager, "deciles").items() if line["all"]}
    april = {key: line["all"] for key, line in table(manager, "deciles", "2026-04").items() if line["all"]}
    assert march == {"3": 1, "0": 1, "no_nik": 1, "not_checked": 1, "all": 4}
    assert april == {"not_listed": 1, "0": 1, "no_nik": 1, "not_checked": 1, "all": 4}
    assert len(table(manager, "deciles")) == 16 and DtsenCheck.select().count() == 6


def test_considerations_stand_by_reason_and_state_and_lead_to_the_quarters_list(client, make, officer, case, manager):
    checked(case, officer, date(2026, 3, 2), decile=8)
    with db.unit():
        Consideration.request(Case.get_by_id(case.id), by=officer, reason=ConsiderationReason.NO_FAMILY, text="Tanpa pengasuh.")
    assert table(manager, "considerations")["no_family"] == {"requested": 1, "returned": 0, "approved": 0, "refused": 0, "withdrawn": 0, "all": 1}
    client.sign_in(manager)
    page = client.get(f"/recap/considerations?period={MARCH}").text
    assert "/assessments/considerations/quarters/?quarter=2026-1" in page
    assert case.number in client.get(f"/recap/considerations/list?period={MARCH}&row=no_family&column=requested").text


# Trainings.

@pytest.fixture
def courses(make, officer):
    """Four whose training ended in 2025: one works, one was never found, one is back on the street, one of a case that is restricted."""
    batch = batch_of(officer, starts=date(2025, 1, 6), ends=date(2025, 2, 28))
    people = [{"name": f"Anak {n}", "sex": sex, "birth_date": date(2007, 1, 1)} for n, sex in enumerate((Sex.MALE, Sex.FEMALE, Sex.FEMALE))]
    cases = [*(case_of(make, officer, person) for person in people), make.case(by=officer, met=True, restricted=True)]
    states = (PlacementState.PASSED, PlacementState.PASSED, PlacementState.LEFT_EARLY, PlacementState.NOT_PASSED)
    with db.unit():
        rows = [Placement.begin(by=officer, batch=batch, case=case, state=state, ended_on=date(2025, 2, 28), proposed_by=officer,
                                proposed_at=clock.now(), certificate="1" if state == PlacementState.PASSED else "",
                                leave_reason=LeaveReason.ILL if state == PlacementState.LEFT_EARLY else None)
                for case, state in zip(cases, states, strict=True)]
        for row, months, on, status in ((rows[0], 3, date(2025, 5, 28), FollowUpStatus.WORKING),
                                        (rows[0], 12, date(2026, 2, 28), FollowUpStatus.WORKING),
                                        (rows[2], 6, date(2025, 8, 28), FollowUpStatus.BACK_ON_STREET)):
            FollowUp.begin(by=officer, placement=row, months=months, visited_on=on, status=status, made_by=officer)
    return batch


def test_outcomes_are_what_the_pages_of_the_trainings_say(courses, manager):
    line = table(manager, "training", "2025")["all"]
    (outcome,) = outcomes_by(Group.PROGRAMME, manager, year=2025)
    assert (line["all"], line["male"], line["female"], line["ages"]) == (outcome.people, outcome.men, outcome.women, outcome.ages) == (4, 1, 2, "18")
    for aim, key in ((Aim.COMPLETED, "completed"), (Aim.CERTIFIED, "certified"), (Aim.PLACED, "placed"), (Aim.SCHOOL, "school")):
        assert (line[f"{key}-yes"], line[f"{key}-percent"]) == (outcome.measures[aim].yes, outcome.measures[aim].percent), aim
    for aim, key in ((Aim.OFF_STREET_6, "off-street-6"), (Aim.OFF_STREET_12, "off-street-12")):
        measure = outcome.measures[aim]
        assert (line[f"{key}-no"], line[f"{key}-unknown"], line[f"{key}-pending"]) == (measure.no, measure.unknown, measure.pending)
    assert (line["placed-yes"], line["placed-percent"], line["placed-unknown"]) == (1, 100, 3)
    assert (line["off-street-12-no"], line["off-street-12-percent"], line["off-street-12-unknown"], line["off-street-12-pending"]) == (1, 50, 0, 2)


def test_trainings_stand_by_batch_provider_trade_and_year(courses, manager):
    for rows, key in (("batch", str(courses.id)), ("provider", str(courses.programme_id)), ("trade", str(courses.programme.trade)), ("year", "2025")):
        assert table(manager, "training", "2025", rows=rows)[key]["all"] == 4, rows
    assert table(manager, "training", "2026")["all"]["all"] == 0


def test_an_auditor_reads_trainings_as_sums_and_officers_what_exists_for_them(client, make, courses, officer):
    assert [table(user, "training", "2025")["all"]["all"] for user in (officer, make.user(), make.user(Role.AUDITOR))] == [4, 3, "<5"]
    client.sign_in(make.user(Role.AUDITOR))
    page = client.get("/recap/training?period=2025")
    assert page.status_code == 200 and "/list" not in page.text
    assert client.get("/recap/training/list?period=2025").status_code == 403


def test_behind_an_outcome_stand_its_participants(client, courses, officer, make):
    client.sign_in(officer)
    page = client.get("/recap/training/list?period=2025&row=all&column=off-street-12-no").text
    numbers = [each.case.number for each in Placement.select().order_by(Placement.id)]
    assert numbers[2] in page and numbers[0] not in page and numbers[3] not in page


@pytest.mark.parametrize("name", ["referrals", "tickets", "deciles", "considerations", "training", "register-cases", "register-referrals",
                                  "register-handovers"])
def test_every_page_opens_empty_and_by_each_of_its_rows(client, make, manager, name):
    client.sign_in(manager)
    for rows in TABLES[name].rows:
        assert client.get(f"/recap/{name}?period={MARCH}&rows={'/'.join(rows)}").status_code == 200
    assert "Tidak ada" in client.get(f"/recap/{name}/list?period={MARCH}").text
