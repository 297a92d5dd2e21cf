"""One application and one set of tables for all tests; every test is undone afterwards."""
import itertools
from datetime import date, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from portal import clock, create_app
from portal.accounts import models
from portal.accounts.models import User
from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.db import db
from portal.office.models import Office, Official
from portal.office.regions import places
from portal.recap import timeliness
from portal.reports.models import Report
from portal.rules.categories import Category
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.lifecycle import TryOutcome
from portal.rules.office import TimeZone
from portal.rules.report import PersonOutcome
from portal.rules.roles import Role
from portal.rules.triage import Flag, FlagAnswer
from tests.page import PageClient

MONDAY = datetime(2026, 3, 2, 2, 0)
PASSWORD = "kata sandi uji coba"
FOUNDED = datetime(2026, 1, 5)
SLOW = {"test_access", "test_reach", "test_bad_input", "test_bad_requests", "test_training_race", "test_training_days",
        "test_training_attendance", "test_demo", "test_twins",
        "test_letter_races", "test_referral_cells", "test_recomputed"}


# What a password costs is measured elsewhere; here hundreds of people sign up.
models.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    """The application on a database in memory, with the office of Teluk Melati founded in January."""
    instance = tmp_path_factory.mktemp("instance")
    app = create_app({"TESTING": True, "INSTANCE": Path(instance), "DATABASE": ":memory:", "SECRET_KEY": "test", "TRAIL_KEY": "test",
                      "WTF_CSRF_ENABLED": False, "PROPAGATE_EXCEPTIONS": False, "DEMO": False, "BACKGROUND": False})
    app.test_client_class = PageClient
    clock.use(lambda: FOUNDED)
    with app.app_context(), db.unit():
        Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial",
                      region="99.01", zone=TimeZone.WITA, place="Teluk Melati")
    return app


@pytest.fixture(autouse=True)
def undone(request):
    """Whatever a test writes is rolled back; the clock stands at Monday 2 March 2026, 10.00 WITA, until it is moved."""
    if "app" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("app")
    clock.use(lambda: MONDAY)
    timeliness.forget()
    with db.atomic() as transaction:
        yield
        transaction.rollback()
    clock.use(None)
    Office.select().get().take_effect()


class Make:
    """Factories that call the real verbs, so that every row has a true history."""

    def __init__(self):
        self.serial = itertools.count(1)

    def user(self, *roles, name=None):
        """A person with these roles (default officer), whose password is PASSWORD."""
        n = next(self.serial)
        with db.unit():
            user = User.add(by=None, username=f"user{n}", name=name or f"Siti Rahma {n}", password=PASSWORD,
                            granted=roles or (Role.OFFICER,), must_change=False)
        return user

    def report(self, *, by, people=({"name": "Andi Pratama"},), restricted=False, **details):
        """A received telephone report about somebody called Andi Pratama."""
        told = {"channel": Channel.TELEPHONE, "district": "99.01.01", "village": "99.01.01.1003", "place": "Terminal",
                "narrative": "Anak mengamen di terminal.", "danger": Danger.NO} | details
        with db.unit():
            return Report.receive(by=by, people=people, restricted=restricted, **told)

    def triaged(self, *, by, flags=None, **details):
        """A report whose eight flags are answered with no unless given."""
        report = self.report(by=by, **details)
        answers = {flag: FlagAnswer.NO for flag in Flag} | (flags or {})
        with db.unit():
            return report.triage(answers, by=by)

    def verified(self, *, by, **details):
        """A verified report; its people have become new clients."""
        report = self.triaged(by=by, **details)
        with db.unit():
            for person in report.people:
                if person.outcome == PersonOutcome.PENDING:
                    person.becomes_client(by=by)
            return report.verify(by=by)

    def case(self, *, by, category=Category.STREET_CHILD, restricted=False, met=False, person=None, **details):
        """An open case in outreach, or in assessment when `met`; `person` are details of the client."""
        report = self.verified(by=by, restricted=restricted, people=[person or {"name": "Andi Pratama"}], **details)
        with db.unit():
            case = Case.open_for(report.people[0].client, by=by, report=report, category=category)
            if met:
                case.tried(TryOutcome.MET, by=by)
        return case

    def team(self, *, lead, restricted=False):
        with db.unit():
            return CareTeam.around(lead, by=lead, restricted=restricted)


def pytest_collection_modifyitems(items):
    """Stories, and the tables that open every address, are left out of the quick part."""
    for item in items:
        if item.path.parent.name == "stories" or item.path.stem in SLOW:
            item.add_marker("slow")


@pytest.fixture
def make(app):
    with app.app_context():
        yield Make()


@pytest.fixture
def manager(make):
    """Somebody who decides."""
    return make.user(Role.MANAGER)


@pytest.fixture
def head(make):
    """Whoever heads the office and signs its letters."""
    with db.unit():
        return Official.appoint(by=make.user(Role.ADMIN), name="Dr. Nur Aisyah, M.M.", title="Kepala Dinas Sosial", rank="Pembina Utama Muda (IV/c)",
                                nip="197508172000122001", since=date(2025, 1, 2))


@pytest.fixture
def client(app):
    """A browser with nobody signed in; `client.sign_in(user)` signs somebody in."""
    return app.test_client()


@pytest.fixture
def statements():
    """How many statements an action sends to the database."""
    def count(action):
        sent, send = [], db.execute_sql
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(db, "execute_sql", lambda sql, params=None: sent.append(sql) or send(sql, params))
            action()
        return len(sent)
    return count
