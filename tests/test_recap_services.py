"""The table of services given, by hand: who needed, who received, how often and how much, for whom it counts, and the records behind."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.recap.chosen import Chosen
from portal.recap.services import GIVEN
from portal.recap.tabulating import fill
from portal.rules.lifecycle import CaseStep
from portal.rules.outside_family import CareKind
from portal.rules.roles import Role
from portal.rules.service import FundSource, ServiceStep, Spm, Unit
from portal.services.models import Service

MARCH = "2026-03"
BOY = {"name": "Andi Pratama", "sex": "L", "birth_date": date(2008, 3, 20), "birth_precision": "day"}
GIRL = {"name": "Rina Sari", "sex": "P", "age_estimate": 9, "age_estimate_on": date(2026, 3, 1)}
MEALS = {"quantity": 3, "unit": Unit.DAY, "rupiah": 90_000, "fund": FundSource.APBD}


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def boy(make, officer):
    return make.case(by=officer, met=True, person=BOY)


@pytest.fixture
def girl(make, officer):
    return make.case(by=officer, met=True, person=GIRL, district="99.01.02", village="")


def needed(case, by, spm=Spm.SPM04, **details):
    with db.unit():
        return Service.need(case, by=by, spm=spm, **details)


def given(case, by, spm=Spm.SPM03, at=None, **told):
    with db.unit():
        return Service.give(Case.get_by_id(case.id), by=by, spm=spm, at=at, **told)


def table(user, **asked):
    """{key of a line: {key of a column: figure}} as this person sees it."""
    filled = fill(Chosen.of(GIVEN, {"period": MARCH} | asked), user)
    return {line.key: {column.key: "<5" if cell.concealed else cell.value for column, cell in zip(filled.columns, line.cells, strict=True)}
            for line in [*filled.lines, filled.total]}


def later(moment):
    clock.use(lambda: moment)


def test_each_kind_says_who_needed_it_who_received_it_how_often_and_how_much(make, officer, boy, girl, manager):
    given(boy, officer, **MEALS)
    given(boy, officer, **MEALS | {"quantity": 2, "rupiah": 60_000})
    given(girl, officer, **MEALS | {"quantity": 1, "rupiah": 30_000, "fund": FundSource.BAZNAS})
    needed(girl, officer)
    found = table(manager)
    assert found["SPM03"] == {"wanted": 2, "people": 2, "male": 1, "female": 1, "child": 2, "adult": 0, "times": 3, "volume-day": 6,
                              "fund-apbd": 150_000, "fund-baznas": 30_000, "rupiah": 180_000}
    assert found["SPM04"] == dict.fromkeys(found["SPM03"], 0) | {"wanted": 1}
    assert found["SPM13"] == dict.fromkeys(found["SPM03"], 0)
    assert found["all"]["wanted"] == 2 and found["all"]["people"] == 2 and found["all"]["times"] == 3


def test_units_and_funds_stand_apart_and_only_where_they_occur(make, officer, boy, manager):
    given(boy, officer, Spm.SPM04, quantity=2, unit=Unit.PACKAGE)
    given(boy, officer, Spm.SPM04, quantity=1)
    found = table(manager)["SPM04"]
    assert (found["volume-package"], found["volume--"]) == (2, 1)
    assert not {"volume-day", "fund-apbd", "fund--"} & set(found)


def test_programmes_and_care_outside_the_family_stand_below_the_basic_services_when_they_occur(make, officer, boy, manager):
    assert set(table(manager)) == {*map(str, Spm), "all"}
    needed(boy, officer, spm=None, care=CareKind.KIN)
    assert list(table(manager))[-2:] == ["kin", "all"] and table(manager)["kin"]["wanted"] == 1


def test_the_age_is_that_of_the_day_on_which_it_was_given(make, officer, boy, manager):
    given(boy, officer)
    later(datetime(2026, 3, 20, 1, 0))
    given(boy, officer, Spm.SPM07)
    found = table(manager)
    assert [(found[spm]["child"], found[spm]["adult"]) for spm in ("SPM03", "SPM07")] == [(1, 0), (0, 1)]
    assert (found["all"]["child"], found["all"]["adult"], found["all"]["people"]) == (1, 1, 1)


def test_a_service_counts_on_the_offices_own_day(make, officer, boy, manager):
    later(datetime(2026, 3, 31, 16, 30))
    given(boy, officer, at=datetime(2026, 3, 31, 15, 59))
    given(boy, officer, Spm.SPM04, at=datetime(2026, 3, 31, 16, 0))
    march, april = table(manager), table(manager, period="2026-04")
    assert (march["SPM03"]["times"], march["SPM04"]["times"]) == (1, 0)
    assert (april["SPM03"]["times"], april["SPM04"]["times"]) == (0, 1)


def test_a_need_noted_after_the_period_is_none_of_it_and_one_from_before_is(make, officer, boy, manager):
    needed(boy, officer)
    later(datetime(2026, 4, 2, 2, 0))
    needed(boy, officer, Spm.SPM09)
    march, april = table(manager), table(manager, period="2026-04")
    assert (march["SPM04"]["wanted"], march["SPM09"]["wanted"]) == (1, 0)
    assert (april["SPM04"]["wanted"], april["SPM09"]["wanted"]) == (1, 1)


def test_what_was_written_down_by_mistake_counts_nowhere_and_what_was_declined_was_needed(make, officer, boy, girl, manager):
    with db.unit():
        given(boy, officer).end(ServiceStep.CANCEL, by=officer, reason="Salah tulis.")
        needed(girl, officer).end(ServiceStep.DECLINE, by=officer, reason="Tidak mau.")
    found = table(manager)
    assert (found["SPM03"]["wanted"], found["SPM03"]["times"]) == (0, 0)
    assert (found["SPM04"]["wanted"], found["SPM04"]["times"]) == (1, 0)


def test_a_cancelled_case_counts_nowhere(make, officer, boy, manager):
    needed(boy, officer)
    with db.unit():
        Case.get_by_id(boy.id).move(CaseStep.CANCEL, by=officer, reason="Salah tulis.")
    assert table(manager)["all"]["wanted"] == 0


def test_an_officer_counts_what_exists_for_them_a_manager_everything(make, officer, boy, manager):
    hidden = make.case(by=officer, met=True, restricted=True, person=GIRL)
    given(boy, officer)
    given(hidden, officer)
    assert [table(user)["SPM03"]["times"] for user in (officer, make.user(), manager)] == [2, 1, 2]


def test_rows_may_be_kecamatan_and_filters_narrow(make, officer, boy, girl, manager):
    given(boy, officer)
    given(girl, officer)
    found = {key: line["people"] for key, line in table(manager, rows="district").items() if line["people"]}
    assert found == {"99.01.01": 1, "99.01.02": 1, "all": 2}
    assert table(manager, sex="P")["all"]["people"] == 1


def test_an_auditor_sees_sums_and_no_small_figure(make, officer, boy):
    given(boy, officer, **MEALS)
    found = table(make.user(Role.AUDITOR))
    assert set(found["SPM03"].values()) <= {"<5", 0} and found["SPM03"]["rupiah"] == "<5" and found["SPM03"]["times"] == "<5"


def test_a_sum_of_many_services_for_few_people_stays_hidden(make, officer, boy):
    for _ in range(6):
        given(boy, officer, Spm.SPM07, rupiah=10_000, fund=FundSource.APBD)
    found = table(make.user(Role.AUDITOR))["SPM07"]
    assert found["times"] == found["rupiah"] == found["fund-apbd"] == "<5"


def test_the_list_behind_a_figure_holds_just_its_services(client, make, officer, boy, girl, manager):
    given(boy, officer, **MEALS)
    given(boy, officer, Spm.SPM04)
    given(girl, officer, **MEALS)
    client.sign_in(manager)
    page = client.get(f"/recap/services/list?period={MARCH}&row=SPM03&column=times").text
    assert page.count("<td>Penyediaan permakanan") == 2 and "Penyediaan sandang" not in page and "<td>90000" in page
    page = client.get(f"/recap/services/list?period={MARCH}&row=SPM03&column=female").text
    assert girl.number in page and boy.number not in page


def test_a_stranger_reads_the_number_of_a_case_and_nothing_of_its_services(client, make, officer, boy):
    given(boy, officer, Spm.SPM06, **MEALS | {"unit": Unit.PACKAGE})
    client.sign_in(make.user())
    page = client.get(f"/recap/services/list?period={MARCH}&row=SPM06&column=times").text
    assert boy.number in page and "A.P." in page and "90000" not in page and "paket" not in page


def test_one_fixed_number_of_statements_reads_it(make, officer, boy, girl, manager, statements):
    given(boy, officer, **MEALS)
    table(manager)
    once = statements(lambda: table(manager))
    for spm in (Spm.SPM01, Spm.SPM04, Spm.SPM07):
        given(girl, officer, spm)
    assert statements(lambda: table(manager)) == once


def test_nobody_sees_it_who_may_not_read_figures(client, make):
    client.sign_in(make.user(Role.ADMIN))
    assert client.get("/recap/services").status_code == 403
