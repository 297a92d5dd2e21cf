"""Who may open what, written by hand from the specification: every address, as every role and as nobody."""
import re

import pytest
from flask import Flask, g

from portal import access
from portal.access import needs
from portal.accounts.models import User
from portal.audit import Entry
from portal.db import db
from portal.rules.roles import May, Role, may

WHO = {
    # Open to anyone: the door, its words, the help, and whether the server lives.
    "static": "anyone",
    "health.healthz": "anyone",
    "help.index": "anyone",
    "accounts.sign_in": "anyone",
    "accounts.language": "anyone",
    "office.first_admin": "anyone",
    # One's own account and desk.
    "accounts.sign_out": "officer manager admin auditor",
    "accounts.password": "officer manager admin auditor",
    "accounts.size": "officer manager admin auditor",
    "desk.home": "officer manager admin auditor",
    "desk.part": "officer manager",
    "desk.waiting": "officer manager",
    "desk.retention": "manager",
    "desk.make_slip": "officer manager",
    "desk.slip_copy": "officer manager",
    "desk.drafts": "officer manager admin auditor",
    "desk.keep": "officer manager admin auditor",
    "desk.discard": "officer manager admin auditor",
    "desk.restore": "officer manager admin auditor",
    # The users of the office.
    "accounts.index": "admin",
    "accounts.new": "admin",
    "accounts.show": "admin",
    "accounts.edit": "admin",
    "accounts.roles": "admin",
    "accounts.reset": "admin",
    "accounts.deactivate": "admin",
    "accounts.reactivate": "admin",
    # Who acts for whom: the managers see it, and so do the admins, who write down the orders about others.
    "accounts.delegations.index": "manager admin",
    "accounts.delegations.new": "manager admin",
    "accounts.delegations.end": "manager admin",
    # The office itself.
    "office.set_up": "admin",
    "office.show": "admin",
    "office.edit": "admin",
    "office.targets": "admin",
    "office.new_targets": "admin",
    "office.hours": "admin",
    "office.special_hours": "admin",
    "office.correct_hours": "admin",
    "office.withdraw_hours": "admin",
    "office.holidays": "admin",
    "office.amend_holiday": "admin",
    "office.national_holiday": "admin",
    "office.calendar": "officer manager",
    "office.sight": "admin",
    "office.replies": "admin",
    "office.answers": "admin",
    "office.programmes.index": "officer manager admin auditor",
    "office.programmes.new": "admin",
    "office.appoint": "admin",
    "office.official": "admin",
    "office.leave": "admin",
    # The trail.
    "trail.index": "auditor",
    # Reports: officers write, managers read.
    "reports.index": "officer manager",
    "reports.search": "officer manager",
    "reports.show": "officer manager",
    "reports.clock": "officer manager",
    "reports.reveal": "officer manager",
    "reports.by_number": "officer manager",
    "reports.receipt": "officer manager",
    "reports.receipt_copy": "officer manager",
    "reports.blank_form": "officer manager",
    "reports.summary": "officer manager",
    "reports.glass": "officer manager",
    "reports.new": "officer",
    "reports.many": "officer",
    "reports.happening": "officer",
    "reports.reading": "officer",
    "reports.lookalikes": "officer",
    "reports.saved": "officer",
    "reports.from_nik": "officer",
    "reports.correction": "officer",
    "reports.triage": "officer",
    "reports.verification": "officer",
    "reports.merge": "officer",
    "reports.disposition": "officer",
    "reports.cancel": "officer",
    "reports.reply": "officer",
    "reports.tell": "officer",
    "reports.restriction": "officer",
    "reports.lifting": "officer manager",
    "reports.add_person": "officer",
    "reports.person": "officer",
    "reports.correct_person": "officer",
    "reports.known": "officer",
    "reports.known_number": "officer",
    "reports.new_client": "officer",
    "reports.set_aside": "officer",
    "reports.unlink": "officer",
    # Clients.
    "clients.index": "officer manager",
    "clients.twin": "officer manager",
    "clients.merge": "officer manager",
    "clients.twins": "manager",
    "clients.apart": "manager",
    "clients.together": "manager",
    "clients.search": "officer manager",
    "clients.show": "officer manager",
    "clients.reveal": "officer manager",
    "clients.glass": "officer manager",
    "clients.edit": "officer",
    "clients.alias": "officer",
    "clients.relation": "officer",
    "clients.amend_relation": "officer",
    "clients.kin": "officer",
    "clients.consent": "officer",
    "clients.agreement": "officer manager",
    "clients.consent_papers": "officer manager",
    "clients.consent_copy": "officer manager",
    "clients.blank_consent": "officer manager",
    "clients.withdrawal": "officer",
    "clients.dtsen": "officer",
    "clients.check": "officer manager",
    "clients.reveal_check": "officer manager",
    "clients.correct_check": "officer",
    "clients.cancel_check": "officer",
    "extracts.index": "manager",
    "extracts.blank": "manager",
    "extracts.new": "manager",
    "extracts.show": "manager",
    "extracts.discard": "manager",
    "extracts.undo": "manager",
    # Imports: an office's lists, compared with every client, are the managers'.
    "imports.index": "manager",
    "imports.blank": "manager",
    "imports.new": "manager",
    "imports.show": "manager",
    "imports.continuation": "manager",
    "imports.problem_list": "manager",
    "imports.problem_file": "manager",
    "imports.alike": "manager",
    "imports.run": "manager",
    "imports.publication": "manager",
    "imports.withdrawal": "manager",
    "imports.discard": "manager",
    # Cases and their file; who is in a team is for its lead and the managers to say.
    "cases.index": "officer manager",
    "cases.search": "officer manager",
    "cases.new": "officer",
    "cases.join": "officer",
    "cases.contact": "officer",
    "cases.note": "officer",
    "cases.category": "officer",
    "cases.level": "officer",
    "cases.pause": "officer",
    "cases.resume": "officer",
    "cases.cancel": "officer",
    "cases.glass": "officer",
    "cases.restriction": "officer manager",
    "cases.lifting": "officer manager",
    "cases.team": "officer manager",
    "cases.lead": "officer manager",
    "cases.leave": "officer manager",
    "casefile.show": "officer manager",
    "casefile.summary": "officer manager",
    "casefile.by_number": "officer manager",
    "casefile.clock": "officer manager",
    "casefile.closure": "officer",
    "casefile.reopening": "officer",
    "casefile.sheet": "officer manager",
    "casefile.copy": "officer manager",
    "casefile.social_report.options": "officer manager",
    "casefile.social_report.copy": "officer manager",
    # Outreach: everybody who reads reports sees the trips; officers plan them, go and tell.
    # Case conferences: officers write them down, whoever sees the case whole prints them and tells what became of a decision.
    "conferences.of_case": "officer manager",
    "conferences.new": "officer",
    "conferences.show": "officer manager",
    "conferences.edit": "officer",
    "conferences.signature": "officer",
    "conferences.correction": "officer",
    "conferences.cancel": "officer",
    "conferences.resolution": "officer manager",
    "conferences.reopening": "officer manager",
    "conferences.papers.make": "officer manager",
    "conferences.papers.show": "officer manager",
    "conferences.papers.blank_form": "officer manager",
    "outreach.index": "officer manager",
    "outreach.search": "officer manager",
    "outreach.show": "officer manager",
    "outreach.new": "officer",
    "outreach.edit": "officer",
    "outreach.look_for": "officer",
    "outreach.departure": "officer",
    "outreach.come_back": "officer",
    "outreach.cancel": "officer",
    "outreach.finding.result": "officer",
    "outreach.finding.visit": "officer",
    "outreach.finding.met": "officer",
    "outreach.papers.letter": "officer",
    "outreach.papers.withdraw": "officer",
    "outreach.papers.make": "officer manager",
    "outreach.papers.show": "officer manager",
    # Assessments and special considerations.
    "assessments.of_case": "officer manager",
    "assessments.show": "officer manager",
    "assessments.comparison": "officer manager",
    "assessments.start": "officer",
    "assessments.part": "officer",
    "assessments.keep": "officer",
    "assessments.resume": "officer",
    "assessments.review": "officer",
    "assessments.cancellation": "officer",
    "assessments.papers.blank": "officer manager",
    "assessments.papers.case_blank": "officer manager",
    "assessments.papers.case_blank_copy": "officer manager",
    "assessments.papers.options": "officer manager",
    "assessments.papers.copy": "officer manager",
    "assessments.instruments.index": "officer manager admin auditor",
    "assessments.instruments.show": "officer manager admin auditor",
    "assessments.instruments.export": "manager",
    "assessments.considerations.show": "officer manager",
    "assessments.considerations.new": "officer",
    "assessments.considerations.again": "officer",
    "assessments.considerations.withdrawal": "officer",
    "assessments.considerations.coordination": "officer",
    "assessments.considerations.answer": "officer",
    "assessments.considerations.updates.proposal": "officer",
    "assessments.considerations.updates.outcome": "officer",
    "assessments.considerations.updates.dropping": "officer",
    "assessments.considerations.quarter.index": "officer manager",
    "assessments.considerations.quarter.make": "officer manager",
    "assessments.considerations.quarter.copy": "officer manager",
    "assessments.considerations.quarter.export": "manager",
    # Services.
    "services.of_case": "officer manager",
    "services.show": "officer manager",
    "services.new": "officer",
    "services.given": "officer",
    "services.plan": "officer",
    "services.delivery": "officer",
    "services.closure": "officer",
    "services.monitoring": "officer",
    "services.planning": "officer",
    "services.need": "officer",
    "services.dismissed": "officer",
    "services.repetition": "officer",
    "services.outside.show": "officer manager",
    "services.outside.new": "officer",
    "services.outside.again": "officer",
    "services.outside.review": "officer",
    "services.outside.end": "officer",
    # Referrals, the institutions they go to, and letters.
    "referrals.index": "officer manager",
    "referrals.search": "officer manager",
    "referrals.of_case": "officer manager",
    "referrals.show": "officer manager",
    "referrals.by_number": "officer manager",
    "referrals.new": "officer",
    "referrals.destination": "officer",
    "referrals.leaving": "officer",
    "referrals.edit": "officer",
    "referrals.submission": "officer",
    "referrals.sentra.draft": "officer",
    "referrals.steps.letter": "officer",
    "referrals.steps.sending": "officer",
    "referrals.steps.answer": "officer",
    "referrals.steps.handover": "officer",
    "referrals.steps.feedback": "officer",
    "referrals.steps.elsewhere": "officer",
    "referrals.steps.instead": "officer",
    "referrals.steps.revision": "officer",
    "referrals.steps.cancellation": "officer",
    "referrals.papers.make": "officer manager",
    "referrals.papers.show": "officer manager",
    "referrals.institutions.index": "officer manager",
    "referrals.institutions.search": "officer manager",
    "referrals.institutions.show": "officer manager",
    "referrals.institutions.new": "officer",
    "referrals.institutions.edit": "officer",
    "referrals.institutions.check": "officer",
    "referrals.institutions.usual": "officer",
    "correspondence.of": "officer manager",
    "correspondence.new": "officer",
    "correspondence.show": "officer manager",
    "correspondence.wording": "officer",
    "correspondence.issue": "officer",
    "correspondence.cancellation": "officer",
    "correspondence.papers.make": "officer manager",
    "correspondence.papers.show": "officer manager",
    "correspondence.certificates.of": "officer manager",
    "correspondence.certificates.issue": "officer",
    "correspondence.certificates.make": "officer manager",
    "correspondence.certificates.show": "officer manager",
    "letters.index": "officer manager",
    "letters.search": "officer manager",
    "letters.show": "officer manager",
    "letters.export": "manager",
    "letters.book": "officer",
    "letters.correct": "officer",
    "letters.cancel": "officer",
    "letters.settings.index": "manager admin",
    "letters.settings.template": "manager admin",
    "letters.settings.usual": "manager admin",
    "letters.settings.new_book": "manager admin",
    "letters.settings.book": "manager admin",
    "letters.settings.skipped": "manager admin",
    "letters.settings.take_back": "manager admin",
    "letters.settings.codes": "manager admin",
    "letters.settings.new_code": "manager admin",
    "letters.settings.code": "manager admin",
    # Training.
    "training.index": "officer manager",
    "training.search": "officer manager",
    "training.programmes": "officer manager",
    "training.programme": "officer manager",
    "training.new_programme": "officer",
    "training.edit_programme": "officer",
    "training.batch": "officer manager",
    "training.new_batch": "officer",
    "training.edit_batch": "officer",
    "training.start": "officer",
    "training.end": "officer",
    "training.cancel_batch": "officer",
    "training.candidates": "officer",
    "training.new_meeting": "officer",
    "training.attendance": "officer",
    "training.keep_attendance": "officer",
    "training.call_off": "officer",
    "training.hold_again": "officer",
    "training.meetings": "officer manager",
    "training.meeting": "officer manager",
    "training.of_case": "officer manager",
    "training.place": "officer",
    "training.placement": "officer manager",
    "training.result": "officer",
    "training.departure": "officer",
    "training.supervision": "officer",
    "training.cancel": "officer",
    "training.offer": "officer",
    "training.accept": "officer",
    "training.stand_back": "officer",
    "training.prioritise": "manager",
    "training.settle": "officer",
    "training.results": "officer manager",
    "training.write_results": "officer",
    "training.result_correction": "officer",
    "training.result_reopening": "officer",
    "training.follow_up": "officer",
    "training.visit": "officer",
    "training.visit_cancellation": "officer",
    "training.visits": "officer manager",
    "training.outcomes": "officer manager",
    "training.papers": "officer manager",
    "training.paper_copy": "officer manager",
    "training.blank_follow_up": "officer manager",
    "training.follow_up_paper": "officer manager",
    "training.follow_up_copy": "officer manager",
    "training.export": "manager",
    # What the office writes beside the figures of the minimum standard.
    "recap.index": "officer manager auditor",
    "recap.table": "officer manager auditor",
    "recap.behind": "officer manager",
    "recap.papers.make": "officer manager auditor",
    "recap.papers.copy": "officer manager auditor",
    "recap.out.file": "officer manager auditor",
    "recap.yearly.index": "officer manager auditor",
    "recap.yearly.show": "officer manager auditor",
    "recap.yearly.make": "officer manager auditor",
    "recap.yearly.copy": "officer manager auditor",
    "recap.yearly.continuation": "officer manager auditor",
    "recap.leaving.ask": "manager",
    "recap.leaving.index": "manager",
    "recap.leaving.show": "manager",
    "recap.leaving.continuation": "manager",
    "recap.leaving.file": "manager",
    "recap.leaving.cancel": "manager",
    "recap.spm.year": "manager",
    # Proposals: whoever may see one may open it; only managers are offered to decide.
    "decisions.index": "officer manager",
    "decisions.every": "officer manager",
    "decisions.search": "officer manager",
    "decisions.show": "officer manager",
    "decisions.answer": "officer manager",
    "decisions.now": "officer manager",
    "decisions.several": "manager",
    # Files.
    "files.of": "officer manager",
    "files.look": "officer manager",
    "files.picture": "officer manager",
    "files.limit": "admin",
    "files.download": "officer manager",
    "files.attach": "officer",
    "files.cancel": "officer",
    # Search over everything.
    "search.find": "officer manager",
    "search.show": "officer manager",
    "search.typed": "officer manager",
}
UNLIKELY = ((r"<int:\w+>", "999999"), (r"<any\('?([\w-]+)[^>]*>", r"\1"), (r"<[\w:]+>", "x"))


def addresses(app):
    """[(endpoint, method, path)] of everything that can be asked, with ids that nothing has; signing out comes last."""
    asked = []
    for rule in app.url_map.iter_rules():
        path = rule.rule
        for pattern, value in UNLIKELY:
            path = re.sub(pattern, value, path)
        asked += [(rule.endpoint, method, path) for method in sorted(rule.methods & {"GET", "POST"})]
    return sorted(asked, key=lambda each: each[0] == "accounts.sign_out")


def test_the_table_names_every_address_and_no_other(app):
    assert set(WHO) == {rule.endpoint for rule in app.url_map.iter_rules()}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_is_listed_for_it_and_nothing_else(app, make, client, role):
    client.sign_in(make.user(role))
    wrong = []
    for endpoint, method, path in addresses(app):
        status = client.open(path, method=method).status_code
        if (status == 403) == (WHO[endpoint] == "anyone" or role in WHO[endpoint].split()) or status >= 500:
            wrong.append((endpoint, method, status))
    assert not wrong


def test_nobody_is_sent_to_sign_in(app, make, client):
    wrong = []
    for endpoint, method, path in addresses(app):
        plain, htmx = client.open(path, method=method), client.open(path, method=method, headers={"HX-Request": "true"})
        sent = plain.status_code == 303 and plain.location.startswith("/login")
        told = htmx.status_code == 401 and htmx.headers["HX-Redirect"].startswith("/login")
        if {sent, told} != {WHO[endpoint] != "anyone"} or max(plain.status_code, htmx.status_code) >= 500:
            wrong.append((endpoint, method, plain.status_code, htmx.status_code))
    assert not wrong


def test_two_roles_open_what_either_opens(make, client):
    client.sign_in(make.user(Role.ADMIN, Role.AUDITOR))
    assert {path: client.get(path).status_code for path in ("/accounts", "/trail/", "/cases/")} == {"/accounts": 200, "/trail/": 200, "/cases/": 403}


def test_a_first_password_leads_to_the_password_page_and_nowhere_else(app, make, client):
    user = make.user()
    with db.unit():
        user.change(by=user, must_change_password=True)
    client.sign_in(user)
    free = {"accounts.password", "accounts.sign_out"} | {endpoint for endpoint, roles in WHO.items() if roles == "anyone"}
    wrong = []
    for endpoint, method, path in addresses(app):
        if Role.OFFICER in WHO[endpoint] or endpoint in free:
            led = client.open(path, method=method).location == "/accounts/password"
            if led == (endpoint in free):
                wrong.append((endpoint, method))
    assert not wrong


def test_a_view_without_a_tag_stops_the_app():
    app = Flask("forgetful")
    app.add_url_rule("/open", "forgotten", lambda: "")
    with pytest.raises(RuntimeError, match="forgotten"):
        access.install(app)


def test_a_view_that_writes_in_silence_is_refused_and_leaves_nothing(app, make, client, monkeypatch):
    user, before = client.sign_in(make.user()), Entry.select().count()

    @needs(May.USE)
    def silent():
        User.update(name="Lain").where(User.id == g.user.id).execute()
        return "saved"
    monkeypatch.setitem(app.view_functions, "accounts.size", silent)
    assert client.post("/accounts/size").status_code == 500
    assert (User.get_by_id(user.id).name, Entry.select().count()) == (user.name, before)


def test_a_wrong_permission_is_an_error_and_not_a_no():
    with pytest.raises(ValueError):
        needs("write_casses")
    with pytest.raises(ValueError):
        may({Role.OFFICER}, "write_casses")
