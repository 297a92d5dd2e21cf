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
        /reports /reports?state=verified /reports/new /reports/1/saved /reports/1 /reports/3 /reports/1/reply
        /cases/ /cases/?level=ordinary&stage=closing /cases/1 /cases/2 /cases/8 /cases/8/clocks/act /cases/8/contact /cases/4/note /cases/8/team
        /cases/9/category /cases/9/level /cases/9/pause /cases/9/closure /cases/9/cancellation /cases/9/prints /cases/glass
        /clients /clients/1 /clients/2 /clients/1/identity /clients/1/places /clients/1/school /clients/1/papers /clients/1/consents
        /clients/1/relations /clients/1/dtsen /clients/1/aliases
        /assessments/case/1 /assessments/1 /assessments/8/pages/1 /assessments/8/pages/4 /assessments/8/pages/6 /assessments/8/pages/7
        /assessments/8/review /assessments/considerations/2 /assessments/considerations/case/8/new
        /services/case/1 /services/1 /services/case/4/new /services/case/4/given /services/15/plan /services/15/delivery
        /referrals/ /referrals/1 /referrals/8 /referrals/case/1 /referrals/case/4/new
        /referrals/institutions/ /referrals/institutions/1 /referrals/institutions/new /letters/ /letters/1 /letters/outside/new /reports/1/telling
        /referrals/8/feedback /correspondence/case/9 /correspondence/case/9/new/summons /correspondence/11/wording
        /training/ /training/programmes /training/outcomes /training/batches/1 /training/batches/2/candidates /training/batches/new
        /training/meetings/1 /training/placements/1 /training/case/4 /training/case/4/batches/2 /training/placements/1/result
        /files/case/1 /decisions/ /decisions/20 /decisions/all
    """,
    "manajer": "/ /reports /cases/3 /assessments/6 /decisions/ /decisions/20 /decisions/all /clients/4 /referrals/2 /training/batches/1 "
               "/decisions/20/now /decisions/several /accounts/delegations/ /accounts/delegations/new /letters/ /letters/settings/ "
               "/letters/settings/templates/referral",
    "admin": """
        / /accounts /accounts?active=yes /accounts/1 /accounts/1/edit /accounts/1/roles /accounts/1/deactivation /accounts/new
        /office /office/edit /office/hours /office/sight /office/officials/new /office/officials/1 /office/answers /help
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
        each.opens("/clients/10/school")
    person.writes("Sekolah dan kelas", f"SDN 1, kelas {next(CLASSES)}").strikes("s")
    with other.page.expect_navigation() as answer:
        other.writes("Sekolah dan kelas", "SDN 2").strikes("s")
    assert answer.value.status == 409
    other.sees("SDN 1", "SDN 2")
    assert list(look.faults(other.page, answer.value)) == []
