"""Every main page of every role, in the demo: within its budgets, usable at 400 %, and without a finding of axe."""
import itertools

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.person import Person

CLASSES = itertools.count(1)
PAGES = {
    "petugas": """
        / /help /search/ /accounts/password
        /reports /reports?state=verified /reports/new /reports/10/saved /reports/10 /reports/12 /reports/10/reply
        /cases/ /cases/?level=ordinary&stage=closing /cases/10 /cases/11 /cases/17 /cases/17/clocks/act /cases/17/contact /cases/13/note
        /cases/17/team /cases/18/category /cases/18/level /cases/18/pause /cases/18/closure /cases/18/cancellation /cases/18/prints /cases/glass
        /clients /clients/10 /clients/11 /clients/10/identity /clients/10/places /clients/10/school /clients/10/papers /clients/10/consents
        /clients/10/relations /clients/10/dtsen /clients/10/aliases
        /assessments/case/10 /assessments/10 /assessments/17/pages/1 /assessments/17/pages/4 /assessments/17/pages/6 /assessments/17/pages/7
        /assessments/17/review /assessments/considerations/2 /assessments/considerations/case/17/new
        /services/case/10 /services/1 /services/case/13/new /services/case/13/given /services/15/plan /services/15/delivery
        /referrals/ /referrals/1 /referrals/8 /referrals/case/10 /referrals/case/13/new
        /referrals/institutions/ /referrals/institutions/1 /referrals/institutions/new /letters/ /letters/1 /letters/outside/new /reports/10/telling
        /referrals/8/feedback /correspondence/case/18 /correspondence/case/18/new/summons /correspondence/11/wording
        /training/ /training/programmes /training/outcomes /training/batches/2 /training/batches/3/candidates /training/batches/new
        /training/meetings/6 /training/placements/10 /training/case/13 /training/case/13/batches/3 /training/placements/10/result
        /files/case/10 /decisions/ /decisions/47 /decisions/all /office/calendar
    """,
    "manajer": "/ /reports /cases/12 /assessments/15 /decisions/ /decisions/47 /decisions/all /clients/13 /referrals/2 /training/batches/2 "
               "/decisions/47/now /decisions/several /accounts/delegations/ /accounts/delegations/new /letters/ /letters/settings/ "
               "/letters/settings/templates/referral",
    "admin": """
        / /accounts /accounts?active=yes /accounts/1 /accounts/1/edit /accounts/1/roles /accounts/1/deactivation /accounts/new
        /office /office/edit /office/targets /office/targets/new /office/hours /office/hours/special/new /office/holidays /office/holidays/amend
        /office/sight /office/officials/new /office/officials/1 /office/answers /help
        /accounts/delegations/new /letters/settings/codes/ /letters/settings/books/new
    """,
    "auditor": "/ /trail/ /help",
}


@pytest.mark.parametrize("user", PAGES)
def test_the_pages_are_light_narrow_and_accessible(page_of, user):
    person = Person(page_of(user))
    found = [f"{path}: {fault}" for path in PAGES[user].split() for fault in opened(person, path)] + person.faults
    assert not found, "\n".join(found)


def opened(person, path):
    person.page.set_viewport_size({"width": 1349, "height": 625})
    response = person.page.goto(path)
    if response.status != 200:
        yield f"answers {response.status}"
    yield from look.faults(person.page, response)


@pytest.mark.parametrize(("path", "status"), [("/cases/999999", 404), ("/accounts", 403)])
def test_a_page_that_is_refused_is_a_page_too(page_of, path, status):
    page = page_of("petugas")
    answer = page.goto(path)
    assert answer.status == status
    assert list(look.faults(page, answer)) == []


def test_an_empty_form_comes_back_with_its_faults_in_focus(page_of):
    person = Person(page_of("petugas"))
    person.opens("/reports/new")
    with person.page.expect_navigation() as answer:
        person.presses("Simpan laporan")
    assert answer.value.status == 422
    assert person.page.title().startswith("Galat:")
    expect(person.page.locator(".error-summary")).to_be_focused()
    person.sees("Tulis apa yang terjadi, walau singkat.", "Pilih kecamatan tempat kejadian.")
    assert list(look.faults(person.page, answer.value)) == []


def test_the_second_of_two_tabs_is_told_what_the_first_has_changed(page_of):
    person = Person(page_of("petugas"))
    other = Person(person.page.context.new_page())
    for each in (person, other):
        each.opens("/clients/19/school")
    person.writes("Sekolah dan kelas", f"SDN 1, kelas {next(CLASSES)}").strikes("s")
    with other.page.expect_navigation() as answer:
        other.writes("Sekolah dan kelas", "SDN 2").strikes("s")
    assert answer.value.status == 409
    other.sees("SDN 1", "SDN 2")
    assert list(look.faults(other.page, answer.value)) == []
