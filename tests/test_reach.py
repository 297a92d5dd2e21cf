"""Whose record it is: every address of one case, opened by its team, by strangers, by managers and by those who see no cases."""
import re
from datetime import datetime, timedelta

import pytest
from werkzeug.exceptions import HTTPException

from portal import clock
from portal.accounts.delegations import Delegation
from portal.cases.models import Case
from portal.db import db
from portal.rules.letter_number import SigningMode
from portal.rules.roles import Role
from tests.test_access import WHO
from tests.world import NAME, NIK, SECRETS, full_case, town

# What an officer outside the team may see of an ordinary record: its outline, with initials.
OUTLINE = ("/reports/{report}", "/clients/{client}", "/cases/{case}", "/cases/{number}", "/reports/{report_number}", "/reports/{report}/glass",
           "/clients/{client}/glass")
# What exists for the team and the managers alone.
WHOLE = (
    "/reports/{report}/correction", "/reports/{report}/triage", "/reports/{report}/verification", "/reports/{report}/merge",
    "/reports/{report}/disposition", "/reports/{report}/cancellation", "/reports/{report}/reply", "/reports/{report}/telling",
    "/reports/{report}/restriction",
    "/reports/{report}/receipts", "/reports/{report}/clock", "/reports/{report}/summary", "/cases/{case}/summary",
    "/reports/{report}/restriction/lifting",
    "/reports/{report}/people", "/reports/{report}/reveal", "/reports/people/{person}", "/reports/people/{person}/correction",
    "/reports/people/{person}/known", "/reports/people/{person}/known/{client}", "/reports/people/{person}/new-client",
    "/reports/people/{person}/not_found", "/reports/people/{person}/unlinking", "/reports/people/{person}/nik", "/reports/{report}/saved",
    "/clients/{client}/identity", "/clients/{client}/places", "/clients/{client}/school", "/clients/{client}/papers", "/clients/{client}/history",
    "/clients/{client}/aliases",
    "/clients/{client}/relations", "/clients/relations/{relation}", "/clients/{client}/consents", "/clients/consents/{consent}/withdrawal",
    "/clients/consents/{consent}", "/clients/{client}/consents/papers", "/files/consent/{consent}",
    "/referrals/case/{case}/destination", "/referrals/case/{case}/leaving",
    "/clients/{client}/dtsen", "/clients/{client}/reveal",
    "/clients/dtsen/{check}", "/clients/dtsen/{check}/reveal", "/clients/dtsen/{check}/correction", "/clients/dtsen/{check}/cancellation",
    "/clients/{client}/twin", "/clients/{client}/merge/{client}", "/clients/{client}/apart/{client}", "/clients/{client}/apart/{client}/undoing",
    "/conferences/case/{case}", "/conferences/case/{case}/new", "/conferences/{conference}", "/conferences/{conference}/edit",
    "/conferences/{conference}/signature", "/conferences/{conference}/correction", "/conferences/{conference}/cancellation",
    "/conferences/{conference}/prints", "/conferences/resolutions/{resolution}", "/conferences/resolutions/{resolution}/reopening",
    "/outreach/targets/{target}", "/outreach/people/{person}",
    "/cases/{case}/reports", "/cases/{case}/contact", "/cases/{case}/note", "/cases/{case}/category", "/cases/{case}/level", "/cases/{case}/pause",
    "/cases/{case}/pause/end", "/cases/{case}/cancellation", "/cases/{case}/restriction", "/cases/{case}/restriction/lifting", "/cases/{case}/team",
    "/cases/{case}/team/{member}/lead", "/cases/{case}/team/{member}/leaving",
    "/cases/{case}/clocks/find", "/cases/{case}/closure", "/cases/{case}/reopening", "/cases/{case}/prints",
    "/assessments/case/{case}", "/assessments/case/{case}/comparison", "/assessments/case/{case}/start", "/assessments/{assessment}",
    "/assessments/{assessment}/pages/1", "/assessments/{assessment}/pages/1/answers", "/assessments/{assessment}/continuation",
    "/assessments/{assessment}/review", "/assessments/{assessment}/cancellation",
    "/assessments/case/{case}/blank-form", "/assessments/{assessment}/prints", "/cases/{case}/social-report",
    "/assessments/considerations/case/{case}/new", "/assessments/considerations/{consideration}",
    "/assessments/considerations/{consideration}/request", "/assessments/considerations/{consideration}/withdrawal",
    "/assessments/considerations/{consideration}/coordination", "/assessments/considerations/{consideration}/answer",
    "/assessments/considerations/updates/{update}/proposal", "/assessments/considerations/updates/{update}/outcome",
    "/assessments/considerations/updates/{update}/dropping", "/referrals/sentra/{consideration}/{sentra}",
    "/services/case/{case}", "/services/case/{case}/new", "/services/case/{case}/given", "/services/case/{case}/monitoring", "/services/{service}",
    "/services/{service}/plan", "/services/{service}/delivery", "/services/{service}/cancellation", "/services/{service}/repetition",
    "/services/case/{case}/planning", "/services/case/{case}/needs", "/services/case/{case}/needs/SPM04", "/services/outside/case/{case}/new",
    "/services/outside/{outside}", "/services/outside/{outside}/proposal", "/services/outside/{outside}/review", "/services/outside/{outside}/end",
    "/files/service/{service}", "/clients/{client}/kin/{sibling}",
    "/referrals/case/{case}", "/referrals/case/{case}/new", "/referrals/{referral}", "/referrals/{referral}/edit",
    "/referrals/{referral}/submission", "/referrals/{referral}/letter", "/referrals/{referral}/sending", "/referrals/{referral}/answer",
    "/referrals/{referral}/handover", "/referrals/{referral}/feedback", "/referrals/{referral_number}",
    "/referrals/{referral}/elsewhere", "/referrals/{referral}/instead", "/referrals/{referral}/revision", "/referrals/{referral}/cancellation",
    "/referrals/{referral}/prints", "/referrals/{referral}/prints/{paper}", "/letters/{letter}", "/letters/{letter}/booking",
    "/letters/{letter}/cancellation",
    "/correspondence/case/{case}", "/correspondence/case/{case}/new/hospital", "/correspondence/{writing}", "/correspondence/{writing}/wording",
    "/correspondence/{writing}/issue", "/correspondence/{writing}/cancellation", "/correspondence/{writing}/prints",
    "/correspondence/{writing}/prints/{written}",
    "/correspondence/placement/{placement}", "/correspondence/placement/{placement}/new/certificate",
    "/training/case/{case}", "/training/case/{case}/batches/{batch}", "/training/placements/{placement}",
    "/training/placements/{placement}/result", "/training/placements/{placement}/departure", "/training/placements/{placement}/supervision",
    "/training/placements/{placement}/cancellation",
    "/training/placements/{placement}/acceptance", "/training/placements/{placement}/deferral", "/training/placements/{placement}/priority",
    "/training/placements/{placement}/settlement",
    "/training/placements/{placement}/result/correction", "/training/placements/{placement}/result/reopening",
    "/training/visits/{visit}", "/training/visits/{visit}/cancellation",
    "/training/placements/{placement}/follow-ups/1", "/training/placements/{placement}/follow-ups/1/papers",
    "/decisions/{decision}", "/decisions/{decision}/answer", "/decisions/{decision}/now",
    "/files/case/{case}", "/files/report/{report}", "/files/client/{client}", "/files/assessment/{assessment}", "/files/referral/{referral}",
    "/files/{file}", "/files/{picture}/look", "/files/{picture}/picture", "/files/{file}/cancellation",
)
# A printed sheet is looked at by the person who printed it, and by nobody else.
PRINTED = ("/cases/{case}/prints/{sheet}", "/clients/{client}/consents/papers/service/{agreeing}", "/reports/{report}/receipts/{receipt}",
           "/conferences/{conference}/prints/{minutes}", "/assessments/{assessment}/prints/{assessed}", "/cases/{case}/social-report/{told}",
           "/assessments/case/{case}/blank-form/scored/{asked}", "/training/placements/{placement}/follow-ups/1/papers/{visited}")
# Addresses with an id that is not a case's: users, the office, the directory, programmes, one's own drafts.
NO_CASE = re.compile(r"assessments\.(instruments\.|papers\.blank$)|accounts\.|office\.|imports\.|"
                     r"outreach\.(show|edit|look_for|departure|come_back|cancel|finding\.met|papers\.\w+)$|"
                     r"correspondence\.certificates\.|extracts\.|recap\.|letters\.settings\.|referrals\.institutions\.|"
                     r"assessments\.considerations\.quarter\.|desk\.(discard|restore|slip_copy)$|static$|"
                     r"training\.(batch|results|write_results|edit_batch|start|end|cancel_batch|offer|"
                     r"candidates|new_meeting|attendance|keep_attendance|call_off|hold_again|meetings|meeting|"
                     r"edit_programme|programme|papers|paper_copy|export)$")
# Every page that lists, counts or finds records.
LISTS = ("/", "/?whose=mine", "/tasks?when=late", "/tasks?when=week", "/waiting", "/outreach/", "/outreach/{trip}", "/reports", "/clients", "/cases/",
         "/referrals/", "/letters/", "/decisions/", "/decisions/all",
         "/training/outcomes", "/training/visits", "/training/programmes/{programme}",
         "/training/batches/{batch}", "/training/batches/{batch}/cancellation",
         "/training/batches/{batch}/results", "/training/batches/{batch}/results/edit",
         "/correspondence/batch/{batch}", "/correspondence/batch/{batch}/certificates", "/correspondence/batch/{batch}/certificates/issue",
         "/training/batches/{batch}/candidates", "/training/meetings/{meeting}", "/training/batches/{batch}/meetings",
         "/training/batches/{batch}/days/2026-03-02", "/referrals/institutions/{institution}",
         "/assessments/considerations/quarters/")
# What stands behind figures, which says how many there are, too.
LISTS += tuple(f"/recap/{name}/list?period=2026" for name in ("services", "spm", "deciles", "considerations", "referrals", "tickets", "training",
                                                              "register-cases", "register-referrals", "register-handovers"))
# What differs whenever a page is opened.
PASSING = re.compile(r'name="((csrf|form)_token|pen|s)" value="[^"]*"|s=[\w-]{12}')
SEARCHES = ("/search/", "/reports/search", "/clients/search", "/cases/search", "/referrals/search", "/decisions/search", "/letters/search",
            "/outreach/search")


class Office:
    """The people of the table, each at a browser, and the one case they look at."""

    def __init__(self, app, make):
        self.app, self.make = app, make
        self.people = {"owner": make.user(name="Petugas Utama"), "teammate": make.user(), "stranger": make.user(), "manager": make.user(Role.MANAGER),
                       "admin": make.user(Role.ADMIN), "auditor": make.user(Role.AUDITOR)}
        self.browsers = {name: app.test_client() for name in (*self.people, "nobody")}
        for name, user in self.people.items():
            self.browsers[name].sign_in(user)
        self.ids = town(make)

    def has_a_case(self, restricted):
        """The owner's case, which the teammate works on too."""
        owner = self.people["owner"]
        self.ids |= full_case(self.make, self.ids, by=owner, manager=self.make.user(Role.MANAGER), restricted=restricted)
        case = Case.get_by_id(self.ids["case"])
        with db.unit():
            for each in (case, *case.reports):
                each.care_team.join(self.people["teammate"], by=owner)
        return self

    def opens(self, who, template, **more):
        """The answer to this person at this address; whatever it changed is undone."""
        path = template.format(**self.ids)
        with db.atomic() as transaction:
            answer = self.browsers[who].open(path, method=method_of(self.app, path), data={"report": self.ids["report"]}, **more)
            transaction.rollback()
        return answer

    def outcomes(self, who, *templates):
        return [outcome(self.opens(who, template)) for template in templates]

    def lists_of(self, who):
        """{list or search: its text} as this person sees them, without the words that were searched."""
        browser = self.browsers[who]
        pages = {path: browser.get(path.format(**self.ids)).text for path in LISTS}
        for path in SEARCHES:
            for words in (NAME, NIK, "KS-2026-00001"):
                pages[path, words] = browser.get(browser.post(path, data={"q": words}).location).text.replace(words, "")
        return {page: PASSING.sub("", text) for page, text in pages.items()}


def method_of(app, path):
    """GET where there is one, else POST."""
    try:
        app.url_map.bind("").match(path, method="GET")
        return "GET"
    except HTTPException:
        return "POST"


def endpoint_of(app, path):
    return app.url_map.bind("").match(path, method=method_of(app, path))[0]


@pytest.fixture
def office(app, make):
    return Office(app, make)


@pytest.fixture
def ordinary(office):
    return office.has_a_case(restricted=False)


@pytest.fixture
def hidden(office):
    return office.has_a_case(restricted=True)


def expected(who, template, endpoint, restricted):
    """The table: open, 404, 403 or the door."""
    if who == "nobody":
        return "door"
    if (who if who in ("manager", "admin", "auditor") else "officer") not in WHO[endpoint].split():
        return 403
    if template in PRINTED:
        return "open" if who == "owner" else 404
    if who == "stranger" and (restricted or template in WHOLE):
        return 404
    return "open"


def outcome(answer):
    if answer.status_code == 303 and answer.location.startswith("/login"):
        return "door"
    return answer.status_code if answer.status_code in (403, 404) or answer.status_code >= 500 else "open"


def plain(answer):
    """The text of an answer without what belongs to its address and its moment."""
    return re.sub(r"\d+", "", PASSING.sub("", answer.text))


def deviations(office, people, restricted, templates=OUTLINE + WHOLE + PRINTED):
    """[(who, address, what came)] of everything that is not as the table says."""
    for template in templates:
        endpoint = endpoint_of(office.app, template.format(**office.ids))
        for who in people:
            came = outcome(office.opens(who, template))
            if came != expected(who, template, endpoint, restricted):
                yield who, template, came


def test_the_table_names_every_address_that_carries_an_id_of_a_case(app, ordinary):
    named = {endpoint_of(app, template.format(**ordinary.ids)) for template in OUTLINE + WHOLE + PRINTED}
    with_id = {rule.endpoint for rule in app.url_map.iter_rules() if rule.arguments and not NO_CASE.match(rule.endpoint)}
    assert named == with_id - {"files.attach"}  # the same address as files.of


def test_an_ordinary_case_is_whole_for_its_team_and_managers_and_an_outline_for_other_officers(ordinary):
    assert not list(deviations(ordinary, ("owner", "teammate", "stranger", "manager"), restricted=False))


def test_who_sees_no_cases_sees_none_of_it(ordinary):
    """Every tenth address: that the roles are refused everywhere is shown by test_access."""
    assert not list(deviations(ordinary, ("admin", "auditor", "nobody"), False, OUTLINE + WHOLE[::10] + PRINTED))


def test_a_restricted_case_does_not_exist_outside_its_team_and_the_managers(hidden):
    assert not list(deviations(hidden, ("teammate", "stranger", "manager"), restricted=True))


def test_a_restricted_case_opens_to_who_acts_for_a_manager_and_is_gone_at_midnight(hidden):
    """Every third address; the stranger is an officer outside the team."""
    head, today = hidden.people["manager"], clock.today()
    with db.unit():
        Delegation.record(by=head, user=hidden.people["stranger"], principal=head, mode=SigningMode.PLH, post="Kepala Dinas Sosial",
                          order_no="800/1/2026", since=today, until=today)
    assert set(hidden.outcomes("stranger", *OUTLINE, *WHOLE[::3])) == {"open"}
    assert set(hidden.outcomes("stranger", *PRINTED)) == {404}
    clock.use(lambda: datetime(2026, 3, 2, 16, 0))  # 3 March, 00.00 in the office's time
    assert not list(deviations(hidden, ("stranger",), True, OUTLINE + WHOLE[::6]))


def test_an_outline_tells_no_secret(ordinary):
    for template in OUTLINE:
        if not template.endswith("number}"):  # which leads to the record
            text = ordinary.opens("stranger", template).text
            assert "Z.W." in text and not [secret for secret in SECRETS if secret in text], template


def test_lists_and_searches_of_a_stranger_tell_no_secret(ordinary):
    told = {page: [secret for secret in SECRETS if secret in text] for page, text in ordinary.lists_of("stranger").items()}
    assert not {page: secrets for page, secrets in told.items() if secrets}


def test_a_restricted_case_changes_nothing_a_stranger_sees_not_even_a_count(office):
    before = office.lists_of("stranger")
    after = office.has_a_case(restricted=True).lists_of("stranger")
    changed = {page for page in after if after[page] != before[page]}
    seats = {"/training/programmes/{programme}", "/training/batches/{batch}"}
    assert changed == seats  # which say how many seats are left, and not whose the others are
    assert "Z.W." not in after["/training/batches/{batch}"]


def test_the_team_and_the_managers_find_what_a_stranger_does_not(hidden):
    for who in ("teammate", "manager"):
        pages = hidden.lists_of(who)
        assert all("Zefanya" in pages[page] for page in ("/reports", "/clients", "/cases/", ("/search/", NIK))), who


def test_a_report_is_silent_about_the_hidden_one_it_was_merged_with(office, make):
    one, two = office.people["owner"], office.people["teammate"]
    told_twice, hidden = make.report(by=one), make.report(by=two)
    with db.unit():
        told_twice.merge_into(hidden, by=one)
        hidden.restrict(by=two)
    assert hidden.number not in office.browsers["owner"].get(f"/reports/{told_twice.id}").text
    assert told_twice.number in office.browsers["teammate"].get(f"/reports/{hidden.id}").text


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_not_yours_and_not_there_are_one_answer(hidden, headers):
    there, yours = ("/cases/{case}", "/cases/{case}/note", "/files/{file}", "/referrals/{referral}/prints/{paper}", "/clients/{client}/reveal",
                    "/decisions/{decision}", "/cases/{case}/prints/{sheet}"), hidden.ids
    for template in there:
        hidden.ids = yours
        not_yours = hidden.opens("stranger", template, headers=headers)
        hidden.ids = dict.fromkeys(yours, 999999)
        not_there = hidden.opens("stranger", template, headers=headers)
        assert (not_yours.status_code, not_there.status_code) == (404, 404)
        assert plain(not_yours) == plain(not_there)


def test_breaking_the_glass_opens_the_case_for_a_day(hidden):
    everything = ("/cases/{case}", "/files/{file}", "/clients/{client}/places")
    told = {"number": hidden.ids["number"], "reason": "Anak ini ada di depan saya malam ini."}
    assert hidden.browsers["stranger"].post("/cases/glass", data=told).status_code == 303
    assert hidden.outcomes("stranger", *everything) == ["open"] * 3
    later = clock.now() + timedelta(hours=24)
    clock.use(lambda: later)
    assert hidden.outcomes("stranger", *everything) == [404] * 3


def test_who_left_the_team_is_a_stranger_at_once(hidden):
    leaving = f"/cases/{hidden.ids['case']}/team/{hidden.people['teammate'].id}/leaving"
    assert hidden.browsers["owner"].post(leaving).status_code == 303
    assert hidden.outcomes("teammate", "/cases/{case}") == [404]
