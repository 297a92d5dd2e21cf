"""The report on the minimum standard, by hand: one person once, served and fulfilled, quarter by quarter, and the money beside it."""
from datetime import datetime

import pytest

from portal import clock
from portal.audit import Entry
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import db
from portal.recap.budget import SpmYear
from portal.recap.chosen import Chosen
from portal.recap.spm import BY_DISTRICT, BY_TYPE
from portal.recap.tabulating import fill
from portal.rules.categories import Category, SpmType
from portal.rules.lifecycle import CaseStep, Stage
from portal.rules.roles import Role
from portal.rules.service import ServiceStep, Spm
from portal.services.models import Service

FIRST, SECOND, YEAR = "2026-q1", "2026-q2", "2026"
WRITTEN = {"budget": "20.000.000", "realised": "5.000.000", "obstacles": "Anggaran baru cair Mei.", "follow_up": "Usul pergeseran."}
ADDRESS = "/recap/spm/2026/spm_b"


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


def at(*moment):
    clock.use(lambda: datetime(*moment))


def needed(case, by, spm=Spm.SPM04):
    with db.unit():
        return Service.need(Case.get_by_id(case.id), by=by, spm=spm)


def given(service, by):
    with db.unit():
        return Service.get_by_id(service.id).deliver(by=by)


def ended(service, by, step=ServiceStep.DECLINE):
    with db.unit():
        return Service.get_by_id(service.id).end(step, by=by, reason="Tidak mau.")


def moved(case, by, **change):
    with db.unit():
        return Case.get_by_id(case.id).change(by=by, **change)


def table(user, period=YEAR, which=BY_TYPE, **asked):
    """{key of a line: {key of a column: figure}} as this person sees it."""
    filled = fill(Chosen.of(which, {"period": period} | asked), user)
    return {line.key: {column.key: "<5" if cell.concealed else cell.value for column, cell in zip(filled.columns, line.cells, strict=True)}
            for line in [*filled.lines, filled.total]}


def people(user, period=YEAR, key="spm_b", **asked):
    """(target, served, fulfilled, percent, not served) of one line."""
    line = table(user, period, **asked)[key]
    return tuple(line[name] for name in ("all", "served", "fulfilled", "percent", "unserved"))


def test_served_and_fulfilled_are_counted_apart_and_their_share_has_a_name(make, officer, manager):
    cases = [make.case(by=officer, met=True) for _ in range(3)]
    for case in cases:
        given(needed(case, officer), officer)
    needed(cases[2], officer, Spm.SPM09)
    needed(make.case(by=officer, met=True), officer)
    assert people(manager) == (4, 3, 2, 50, 1) == people(manager, key="all")
    line = table(manager)["spm_b"]
    assert str(line["achievement"]) == "Belum Tuntas" and str(line["indicator"]).startswith("Persentase anak telantar")
    assert people(manager, key="spm_c") == (0, 0, 0, None, 0)


def test_a_quarter_adds_up_from_january_and_stands_as_it_stood_at_its_end(make, officer, case, manager):
    first, second = needed(case, officer), needed(case, officer, Spm.SPM09)
    given(first, officer)
    at(2026, 5, 4, 2, 0)
    given(second, officer)
    needed(make.case(by=officer, met=True), officer)
    assert people(manager, FIRST) == (1, 1, 0, 0, 0)
    assert people(manager, SECOND) == people(manager, YEAR) == people(manager, "2026-05") == (2, 1, 1, 50, 1)


def test_a_valid_closure_fulfils_and_serves_nobody_and_a_mistake_was_no_need(make, officer, case, manager):
    ended(needed(case, officer), officer)
    other = make.case(by=officer, met=True)
    ended(needed(other, officer), officer, ServiceStep.CANCEL)
    assert people(manager) == (1, 0, 1, 100, 1)
    assert str(table(manager)["spm_b"]["achievement"]) == "Tuntas Paripurna"


def test_who_still_waits_when_the_year_turns_counts_in_the_next_and_who_was_done_with_does_not(make, officer, case, manager):
    waiting, done = needed(case, officer), make.case(by=officer, met=True)
    given(needed(done, officer), officer)
    at(2027, 2, 1, 2, 0)
    assert people(manager, "2026") == (2, 1, 1, 50, 1)
    assert people(manager, "2027-q1") == (1, 0, 0, 0, 1)
    given(waiting, officer)
    assert people(manager, "2027-q1") == (1, 1, 1, 100, 0) and people(manager, "2026") == (2, 1, 1, 50, 1)


def test_one_person_counts_once_in_a_year_and_where_they_were_found_first(make, officer, case, manager):
    given(needed(case, officer), officer)
    with db.unit():
        moved(case, officer, stage=Stage.CLOSED, finished_at=clock.now())
    at(2026, 6, 1, 2, 0)
    report = make.verified(by=officer, district="99.01.02", village="", people=[{"name": "Andi Pratama"}])
    with db.unit():
        person = report.people.get()
        person.change(by=officer, client=case.client)
        again = Case.open_for(Client.get_by_id(case.client_id), by=officer, report=report, category=Category.STREET_CHILD)
    needed(again, officer, Spm.SPM09)
    assert people(manager) == (1, 1, 0, 0, 0)
    by_place = table(manager, which=BY_DISTRICT)
    assert [by_place[key]["all"] for key in ("99.01.01", "99.01.02", "all")] == [1, 0, 1]


def test_a_type_that_was_changed_within_the_year_counts_under_the_one_it_has_now(make, officer, case, manager):
    needed(case, officer)
    moved(case, officer, spm_type=SpmType.HOMELESS, category=Category.HOMELESS)
    assert (people(manager)[0], people(manager, key="spm_d")[0], people(manager, key="all")[0]) == (0, 1, 1)
    moved(case, officer, spm_type=None)
    assert people(manager, key="all")[0] == 0


def test_a_cancelled_case_and_a_ministry_programme_are_no_needs_of_the_standard(make, officer, case, manager):
    needed(case, officer)
    with db.unit():
        Case.get_by_id(case.id).move(CaseStep.CANCEL, by=officer, reason="Salah tulis.")
    assert people(manager, key="all") == (0, 0, 0, None, 0)


def test_reach_and_filters_narrow_what_is_counted(make, officer, case, manager):
    needed(case, officer)
    needed(make.case(by=officer, met=True, restricted=True, district="99.01.02", village=""), officer)
    assert [people(user)[0] for user in (officer, make.user(), manager)] == [2, 1, 2]
    assert people(manager, district="99.01.02")[0] == 1 and table(manager, district="99.01.02")["all"]["all"] == 1


def test_an_auditor_sees_the_money_and_no_small_figure_of_people(make, officer, case, manager):
    given(needed(case, officer), officer)
    with db.unit():
        SpmYear.write(2026, SpmType.NEGLECTED_CHILD, by=manager, budget=10_000_000, realised=4_000_000)
    line = table(make.user(Role.AUDITOR))["spm_b"]
    assert {line[name] for name in ("all", "served", "fulfilled", "percent", "achievement")} == {"<5"}
    assert (line["budget"], line["realised"], line["spent"]) == (10_000_000, 4_000_000, 40)


def test_the_share_is_hidden_with_the_count_that_it_would_tell(make, officer):
    for n in range(8):
        service = needed(make.case(by=officer, met=True), officer)
        if n < 6:
            given(service, officer)
    line = table(make.user(Role.AUDITOR))["spm_b"]
    assert line["unserved"] == "<5" and "<5" in (line["served"], line["all"])


def test_behind_a_figure_stand_its_people_with_what_is_still_owed(client, make, officer, case, manager):
    given(needed(case, officer), officer)
    needed(case, officer, Spm.SPM09)
    other = make.case(by=officer, met=True)
    needed(other, officer)
    client.sign_in(manager)
    page = client.get(f"/recap/spm/list?period={YEAR}&row=spm_b&column=served").text
    assert case.number in page and other.number not in page and "SPM09 Fasilitasi" in page and "SPM04" not in page
    page = client.get(f"/recap/spm/list?period={YEAR}&row=all&column=unserved").text
    assert other.number in page and case.number not in page
    assert "<a" in client.get(f"/recap/spm?period={YEAR}").text.partition("<tbody")[2]


def test_a_stranger_reads_nothing_of_what_is_owed(client, make, officer, case):
    needed(case, officer)
    client.sign_in(make.user())
    page = client.get(f"/recap/spm/list?period={YEAR}&row=spm_b&column=all").text
    assert case.number in page and "SPM04" not in page and "Andi" not in page


def test_a_manager_writes_the_money_down_and_it_stands_in_the_table_with_a_hint_beside_it(client, make, officer, case, manager):
    with db.unit():
        Service.give(Case.get_by_id(case.id), by=officer, spm=Spm.SPM03, rupiah=75_000)
    client.sign_in(manager)
    assert "Rp75.000" in client.get(ADDRESS).text
    answer = client.post(ADDRESS, data=WRITTEN)
    assert answer.status_code == 303 and answer.location.startswith("/recap/spm")
    line = table(manager)["spm_b"]
    assert (line["budget"], line["realised"], line["spent"], line["obstacles"]) == (20_000_000, 5_000_000, 25, "Anggaran baru cair Mei.")
    assert table(manager, "2027")["spm_b"]["budget"] is None
    page = client.get(answer.location).text
    assert all(text in page for text in ("Rp20.000.000", "Usul pergeseran.", "Rp75.000"))
    assert SpmYear.get().realised == 5_000_000
    told = Entry.select().where(Entry.subject == "spm_year").get()
    assert "cair" not in str(told.detail)


def test_more_spent_than_budgeted_is_said_and_kept(client, manager):
    client.sign_in(manager)
    answer = client.post(ADDRESS, data=WRITTEN | {"realised": "20.000.001"}, follow_redirects=True)
    assert answer.status_code == 200 and "Realisasi lebih besar daripada anggaran" in answer.text and "Realisasi melebihi anggaran" in answer.text
    assert SpmYear.get().is_over


def test_what_stood_before_stays_readable_and_two_managers_do_not_overwrite_each_other(client, make, manager):
    client.sign_in(manager)
    client.post(ADDRESS, data=WRITTEN)
    late = client.post(ADDRESS, data=WRITTEN | {"realised": "1"})
    assert late.status_code == 409 and "5000000" in late.text and SpmYear.get().realised == 5_000_000
    assert client.post(ADDRESS, data=WRITTEN | {"realised": "6.000.000", "seen": "1"}).status_code == 303
    page = client.get(ADDRESS).text
    assert manager.name in page and "Rp5.000.000" in page and SpmYear.get().realised == 6_000_000
    assert client.post(ADDRESS, data=WRITTEN | {"seen": "1"}).status_code == 409


@pytest.mark.parametrize("wrong, sentence", [({"budget": "banyak"}, "rupiah bulat"), ({"realised": "-5"}, "rupiah bulat"),
                                             ({"obstacles": "x" * 1001}, "1000")])
def test_what_cannot_be_is_said_beside_what_was_typed(client, manager, wrong, sentence):
    client.sign_in(manager)
    answer = client.post(ADDRESS, data=WRITTEN | wrong)
    assert answer.status_code == 422 and sentence in answer.text and "Usul pergeseran." in answer.text and not SpmYear.select().exists()


@pytest.mark.parametrize("address", ["/recap/spm/2026/spm_x", "/recap/spm/1999/spm_b", "/recap/spm/2028/spm_b", "/recap/spm/99999999999/spm_b"])
def test_another_year_or_type_is_not_found(client, manager, address):
    client.sign_in(manager)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR, Role.ADMIN])
def test_only_a_manager_writes_it(client, make, role):
    client.sign_in(make.user(role))
    assert client.get(ADDRESS).status_code == client.post(ADDRESS, data=WRITTEN).status_code == 403
    assert not SpmYear.select().exists()


def test_one_fixed_number_of_statements_reads_it(make, officer, case, manager, statements):
    needed(case, officer)
    table(manager)
    once = statements(lambda: table(manager))
    for spm in (Spm.SPM01, Spm.SPM09):
        given(needed(make.case(by=officer, met=True), officer, spm), officer)
    assert statements(lambda: table(manager)) == once
