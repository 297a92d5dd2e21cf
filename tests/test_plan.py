"""The plan page: many needs at once, where they came from, what was set aside, the money, and the siblings' services beside each other."""
import re
from datetime import date, timedelta

import pytest

from portal import clock
from portal.assessments.models import Assessment
from portal.clients.models import Client
from portal.db import db
from portal.files.subjects import SUBJECTS
from portal.rules.client import RelationKind
from portal.rules.lifecycle import CaseStep
from portal.rules.roles import Role
from portal.rules.service import FundSource, ServiceState, ServiceStep, Spm, Unit
from portal.services.models import Service
from tests.conftest import MONDAY


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


def needs(case, officer, *spms):
    with db.unit():
        return [Service.need(case, by=officer, spm=spm) for spm in spms]


def rows(*told, **shared):
    """The form as a browser sends it."""
    return shared | {f"rows-{n}-{name}": value for n, row in enumerate(told) for name, value in row.items()}


def of_need(service, **told):
    return {"service": str(service.id), "seen": str(service.version), "take": "y"} | told


def planning(case):
    return f"/services/case/{case.id}/planning"


def states(case):
    return [(service.spm, service.state) for service in Service.of(case).order_by(Service.id)]


def test_several_needs_are_planned_at_once_with_what_they_share(client, case, officer):
    food, school = needs(case, officer, Spm.SPM03, Spm.SPM10)
    page = client.get(planning(case)).text
    assert page.count('name="rows-') > 20 and "Penyediaan permakanan" in page and "Akses layanan pendidikan" in page
    sent = rows(of_need(food, what="Makan siang", quantity="3", unit="day", rupiah="45.000", fund="baznas"),
                of_need(school, goal="Kembali bersekolah"),
                {"kind": "SPM04", "what": "Seragam"}, {"kind": ""}, goal="Anak sehat", by_when="20-03-2026", who=str(officer.id))
    assert client.post(planning(case), data=sent).status_code == 303
    food, school, clothes = Service.of(case).order_by(Service.id)
    assert (food.goal, food.rupiah, food.fund, food.owner, food.by_when) == ("Anak sehat", 45_000, FundSource.BAZNAS, officer, date(2026, 3, 20))
    assert (school.goal, clothes.spm, clothes.what, clothes.state) == ("Kembali bersekolah", Spm.SPM04, "Seragam", ServiceState.PLANNED)


def test_a_need_left_unticked_stays_a_need(client, case, officer):
    food, school = needs(case, officer, Spm.SPM03, Spm.SPM10)
    left = {"service": str(school.id), "seen": "1"}
    assert client.post(planning(case), data=rows(of_need(food), left, by_when="20-03-2026")).status_code == 303
    assert states(case) == [(Spm.SPM03, ServiceState.PLANNED), (Spm.SPM10, ServiceState.NEEDED)]


@pytest.mark.parametrize("wrong, words", [
    ({"kind": "SPM04", "what": "Seragam"}, "Isi batas waktunya"), ({"what": "Seragam", "by_when": "20-03-2026"}, "Pilih layanannya"),
    ({"kind": "SPM04", "by_when": "entah"}, "tanggal"), ({"kind": "SPM04", "by_when": "20-03-2026", "quantity": "0"}, "Tulis angka dari 1"),
    ({"kind": "SPM99", "by_when": "20-03-2026"}, "Pilih"), ({"kind": "SPM03", "by_when": "20-03-2026", "quantity": "9"}, "tujuh hari"),
    ({"kind": "pkh", "by_when": "20-03-2026"}, "DT-SEN"), ({}, "Pilih paling sedikit satu layanan."),
])
def test_what_is_wrong_in_one_row_stands_beside_it_and_nothing_is_saved(client, case, officer, wrong, words):
    good = {"kind": "SPM07", "what": "Konseling keluarga", "by_when": "20-03-2026"} if wrong else {}
    answer = client.post(planning(case), data=rows(good, wrong))
    assert answer.status_code == 422 and words.lower() in answer.text.lower() and Service.of(case).count() == 0
    assert not wrong or "Konseling keluarga" in answer.text


def test_more_rows_without_losing_what_was_typed(client, case):
    page = client.post(planning(case), data=rows({"kind": "SPM04", "what": "Seragam"}) | {"add_rows": "1"}).text
    assert "Seragam" in page and 'name="rows-2-kind"' in page and Service.of(case).count() == 0


def test_a_need_that_a_colleague_planned_meanwhile_is_not_overwritten(client, case, officer):
    food, = needs(case, officer, Spm.SPM03)
    with db.unit():
        Service.get_by_id(food.id).plan(by=officer, goal="Anak sehat", by_when=date(2026, 3, 20))
    assert client.post(planning(case), data=rows(of_need(food, goal="Lain"), by_when="20-03-2026")).status_code == 409
    assert Service.get_by_id(food.id).goal == "Anak sehat"


def test_a_need_of_another_case_is_no_row_of_this_form(make, client, case, officer):
    other = make.case(by=officer, met=True, person={"name": "Bayu Samudra"})
    food, = needs(other, officer, Spm.SPM03)
    assert client.post(planning(case), data=rows(of_need(food), by_when="20-03-2026")).status_code == 404
    assert client.post(planning(case), data=rows({"service": "x", "take": "y"}, by_when="20-03-2026")).status_code in (404, 422)


def test_thirteen_needs_come_in_parts(client, case, officer):
    needs(case, officer, *Spm)
    page = client.get(planning(case)).text
    assert len(set(re.findall(r'name="rows-(\d+)-take"', page))) == 6 and "SPM13" in client.get(f"/services/case/{case.id}").text


def test_needs_are_written_down_before_any_assessment_and_once(client, case):
    url = f"/services/case/{case.id}/needs"
    assert client.post(url, data={"spm": ["SPM03", "SPM09"], "what": "Dari laporan"}).status_code == 303
    again = client.post(url, data={"spm": ["SPM09"]})
    assert again.status_code == 422 and "sudah ada dalam rencana" in again.text and len(states(case)) == 2
    assert client.post(url, data={}).status_code == 422


def test_the_plan_says_where_to_begin(client, case, officer):
    assert "Belum ada rencana." in client.get(f"/services/case/{case.id}").text
    needs(case, officer, Spm.SPM03, Spm.SPM09)
    page = client.get(f"/services/case/{case.id}").text
    assert "Belum ada rencana. Ada 2 kebutuhan yang menunggu." in page and planning(case) in page


def test_what_is_late_and_what_it_costs_by_fund(client, case, officer):
    with db.unit():
        Service.propose(case, by=officer, spm=Spm.SPM04, by_when=date(2026, 3, 3), rupiah=100_000, fund=FundSource.CSR)
        Service.give(case, by=officer, spm=Spm.SPM03, quantity=2, unit=Unit.DAY, rupiah=30_000, fund=FundSource.BAZNAS)
        lost = Service.propose(case, by=officer, spm=Spm.SPM06, by_when=date(2026, 3, 9), rupiah=999_000, fund=FundSource.APBD)
        lost.end(ServiceStep.DECLINE, by=officer, reason="Tidak mau")
    later = MONDAY + timedelta(days=3)
    clock.use(lambda: later)
    page = client.get(f"/services/case/{case.id}").text
    funds = re.search(r'id="funds".*?</section>', page, re.DOTALL)[0]
    assert "1 lewat batas" in page and "Rp100.000" in funds and "Rp30.000" in funds and "Rp999.000" not in funds and "CSR" in funds


def test_the_same_is_given_again_by_one_click_and_a_double_click_gives_once(client, case, officer):
    with db.unit():
        Service.give(case, by=officer, spm=Spm.SPM03, what="Makan siang", quantity=2, unit=Unit.DAY, rupiah=30_000, fund=FundSource.BAZNAS)
    clock.use(lambda: MONDAY + timedelta(hours=4))
    first = Service.of(case).get()
    assert "Beri lagi" in client.get(f"/services/case/{case.id}").text
    assert [client.post(f"/services/{first.id}/repetition").status_code for _ in range(2)] == [303, 303]
    second = Service.of(case).order_by(Service.id.desc()).get()
    assert Service.of(case).count() == 2 and (second.what, second.quantity, second.fund) == ("Makan siang", 2, FundSource.BAZNAS)
    for hours in (5, 6):
        clock.use(lambda: MONDAY + timedelta(hours=hours))  # noqa: B023
        answer = client.post(f"/services/{first.id}/repetition").status_code
    assert answer == 409 and Service.of(case).count() == 3


def test_only_what_was_given_is_given_again(client, case, officer):
    food, = needs(case, officer, Spm.SPM03)
    assert client.post(f"/services/{food.id}/repetition").status_code == 409


def assessed(case, officer, *, needed=(), dismissals=None):
    """An accepted assessment, as far as the plan reads it."""
    with db.unit():
        assessment = Assessment.start(case, by=officer)
        for section in assessment.sections:
            items = assessment.instrument.content.on_page(section.page)
            section.answer({item.id: 2 if item.id in ("B2", "I1") else 0 for item in items if not item.derived}, by=officer)
        assessment.change(by=officer, state="accepted", needs={spm: spm in needed for spm in Spm}, dismissals=dismissals or {})
        case.fresh().move(CaseStep.ACCEPT_ASSESSMENT, by=officer)
        for follow in Assessment.ACCEPTED:
            follow(assessment, officer)
    return assessment


def test_a_need_stands_with_the_answers_it_came_from(client, case, officer):
    assessed(case, officer, needed=(Spm.SPM03,))
    page = client.get(f"/services/case/{case.id}").text
    assert "Belum ada rencana. Ada 1 kebutuhan yang menunggu." in page and re.search(r'<span class="hint">B2 [^<]+: [^<]+</span>', page)
    assert re.search(r'<span class="hint">B2 [^<]+: [^<]+</span>', client.get(planning(case)).text)


def test_what_was_set_aside_is_told_with_its_reason_and_taken_up_once(client, case, officer):
    assessed(case, officer, needed=(Spm.SPM03,), dismissals={Spm.SPM09: "Akta sudah diurus desa"})
    page = client.get(f"/services/case/{case.id}").text
    assert "Akta sudah diurus desa" in page and "Ternyata dibutuhkan" in page
    assert [client.post(f"/services/case/{case.id}/needs/SPM09").status_code for _ in range(2)] == [303, 303]
    assert "Akta sudah diurus desa" not in client.get(f"/services/case/{case.id}").text and states(case).count((Spm.SPM09, ServiceState.NEEDED)) == 1
    assert client.post(f"/services/case/{case.id}/needs/SPM99").status_code == 404


@pytest.fixture
def sister(make, officer, case):
    """A case of the client's sister, who is told of only in the sister's record."""
    case_of_sister = make.case(by=officer, met=True, person={"name": "Sari Kartika"})
    with db.unit():
        Client.get_by_id(case_of_sister.client_id).add_relation(by=officer, kind=RelationKind.SIBLING, other=case.client)
        Service.propose(case_of_sister, by=officer, spm=Spm.SPM08, goal="Anak tidak disuruh berjualan", what="Pernyataan orang tua",
                        by_when=date(2026, 3, 20))
        Service.propose(case_of_sister, by=officer, spm=Spm.SPM04, goal="Bersekolah", what="Seragam", by_when=date(2026, 3, 1))
    return case_of_sister


def test_the_services_of_siblings_stand_beside_each_other(client, case, sister):
    page = client.get(f"/services/case/{case.id}").text
    table = re.search(r'id="siblings".*?</section>', page, re.DOTALL)[0]
    assert "Sari Kartika" in table and "Pernyataan orang tua" in table and f"like={sister.id}" in table
    back = re.search(r'id="siblings".*?</section>', client.get(f"/services/case/{sister.id}").text, re.DOTALL)[0]
    assert "Andi Pratama" in back


def test_the_plan_of_a_sister_is_taken_over_row_by_row(client, case, officer, sister):
    mine, = needs(case, officer, Spm.SPM08)
    page = client.get(f"{planning(case)}?like={sister.id}").text
    assert "Pernyataan orang tua" in page and 'value="20-03-2026"' in page and "Seragam" in page and 'value="01-03-2026"' not in page
    assert f'action="{planning(case)}?like={sister.id}"' in page
    sent = rows(of_need(mine, goal="Anak tidak disuruh berjualan", what="Pernyataan orang tua", by_when="20-03-2026"))
    assert client.post(f"{planning(case)}?like={sister.id}", data=sent).status_code == 303
    assert Service.get_by_id(mine.id).goal == "Anak tidak disuruh berjualan" and Service.of(sister).count() == 2


def test_a_case_that_is_no_siblings_case_gives_nothing(make, client, case, officer):
    other = make.case(by=officer, met=True, person={"name": "Bayu Samudra"})
    with db.unit():
        Service.propose(other, by=officer, spm=Spm.SPM04, what="Sepatu", by_when=date(2026, 3, 20))
    page = client.get(f"{planning(case)}?like={other.id}")
    assert page.status_code == 200 and "Sepatu" not in page.text


def test_a_hidden_sister_is_not_there(make, client, case, officer, sister):
    with db.unit():
        sister.care_team.restrict(by=officer)
        case.care_team.join(colleague := make.user(), by=officer)
    client.sign_in(colleague)
    page = client.get(f"/services/case/{case.id}").text
    assert 'id="siblings"' not in page and "Sari" not in page
    client.sign_in(make.user(Role.MANAGER))
    assert 'id="siblings"' in client.get(f"/services/case/{case.id}").text


def test_a_sister_of_another_team_is_named_by_initials_without_her_services(make, client, case, officer, sister):
    with db.unit():
        case.care_team.join(colleague := make.user(), by=officer)
    client.sign_in(colleague)
    table = re.search(r'id="siblings".*?</section>', client.get(f"/services/case/{case.id}").text, re.DOTALL)[0]
    assert "S.K." in table and "Sari Kartika" not in table and "Pernyataan orang tua" not in table


def test_the_page_asks_no_more_for_five_siblings_than_for_one(make, client, case, officer, sister, statements):
    few = statements(lambda: client.get(f"/services/case/{case.id}"))
    for name in ("Bima", "Citra", "Dewi", "Eko"):
        other = make.case(by=officer, met=True, person={"name": f"{name} Pratama"})
        with db.unit():
            case.client.add_relation(by=officer, kind=RelationKind.SIBLING, other=other.client)
            Service.give(other, by=officer, spm=Spm.SPM03)
            Service.propose(case, by=officer, spm=Spm.SPM04, by_when=date(2026, 3, 20))
    assert statements(lambda: client.get(f"/services/case/{case.id}")) <= few + 1


def test_a_receipt_is_kept_with_the_service(client, case, officer):
    food, = needs(case, officer, Spm.SPM03)
    assert "service" in SUBJECTS and client.get(f"/files/service/{food.id}").status_code == 200
    assert f"/files/service/{food.id}" in client.get(f"/services/{food.id}").text
