"""The office of the stories: its people at their browsers, its instrument, its signing official, its institutions and courses."""
from datetime import date
from types import SimpleNamespace

import pytest
from argon2 import PasswordHasher

from portal.accounts import models
from portal.assessments.instruments import publish_first
from portal.db import db
from portal.demo.partners import BATCHES, INSTITUTIONS
from portal.office.models import Official
from portal.referrals.institutions import Institution
from portal.rules.roles import Role
from portal.training.batches import Batch
from portal.training.programmes import Programme
from tests.stories import path
from tests.stories.story import Person, it_is

PEOPLE = {
    "siti": [Role.OFFICER], "hadi": [Role.OFFICER], "andi": [Role.OFFICER, Role.MANAGER], "komang": [Role.MANAGER], "nur": [Role.MANAGER],
    "bagus": [Role.ADMIN], "ratna": [Role.AUDITOR],
}


@pytest.fixture
def office(app, make, monkeypatch):
    """`office.siti` … are Persons; two officers, two managers, one who is both, the admin and the auditor."""
    monkeypatch.setattr(models, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    it_is("5 Jan 2026 08.00")
    people = {name: Person(app.test_client(), make.user(*roles, name=name.capitalize())) for name, roles in PEOPLE.items()}
    admin = people["bagus"].user
    with db.unit():
        publish_first(admin)
        Official.appoint(by=admin, name="Dr. Nur Aisyah Lestari, M.M.", title="Kepala Dinas Sosial", rank="Pembina Utama Muda (IV/c)",
                         nip="197508172000122001", since=date(2025, 2, 3))
        for details in INSTITUTIONS.values():
            look_through(details, admin)
        for programme, course in BATCHES.values():
            Batch.plan(by=people["hadi"].user, programme=Programme.begin(by=admin, **programme), **course)
    return SimpleNamespace(**people)


@pytest.fixture
def case_of(office):
    """An open case whose client Siti has met."""
    def opened(story):
        it_is("2 Mar 2026 09.00")
        case = path.case_of(office.siti, story)
        path.meet(case)
        return case
    return opened


def look_through(details, admin):
    """The entry of its kind that the directory started from is written down as it is here; what it started without is added."""
    begun = Institution.select().where(Institution.kind == details["kind"], Institution.unchecked).first()
    return begun.amend(by=admin, **details) if begun else Institution.add(by=admin, **details)
