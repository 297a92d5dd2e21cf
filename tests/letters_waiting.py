"""Founds an office with referrals that wait for a manager or for their letter, and with drafts of letters; prints who and which.

Run by test_letter_races.
"""
import json
import sys
from datetime import date

from portal import clock, create_app
from portal.correspondence.matters import CaseMatter
from portal.correspondence.writing import Writing
from portal.db import db
from portal.office.models import Office, Official
from portal.office.regions import places
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind
from portal.rules.correspondence import About
from portal.rules.letter_kind import LetterKind
from portal.rules.office import TimeZone
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.roles import Role
from tests.conftest import Make


def main(waiting, approved, drafts):
    app, make = create_app({"TESTING": True}), Make()
    with app.app_context():
        with db.unit():
            Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial", region="99.01",
                          zone=TimeZone.WITA, place="Teluk Melati")
        officer, manager, other = make.user(), make.user(Role.MANAGER), make.user(Role.MANAGER)
        case = make.case(by=officer, met=True)
        with db.unit():
            there = Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name="RSJ Pelita", head="Direktur RSJ Pelita", place="Melati")
            Official.appoint(by=make.user(Role.ADMIN), name="Dr. Nur Aisyah, M.M.", title="Kepala Dinas Sosial", since=date(2025, 1, 2))
            case.client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=ConsentBasis.GUARDIAN, given_on=clock.today(),
                                       given_by="Ibu Rini", institution=there)
            asked = [put(case, there, officer) for _ in range(waiting + approved)]
            for row in asked[waiting:]:
                row.decision.decide(DecisionStep.APPROVE, by=manager)
            matter = CaseMatter(About.CASE, case)
            letters = [Writing.begin(matter, LetterKind.STATEMENT, by=officer, purpose="Pendaftaran sekolah").letter for _ in range(drafts)]
        print(json.dumps({"officer": officer.username, "manager": manager.username, "other": other.username, "case": case.id,
                          "waiting": [row.id for row in asked[:waiting]], "approved": [row.id for row in asked[waiting:]],
                          "drafts": [letter.id for letter in letters]}))


def put(case, there, officer):
    """A referral that was put to a manager."""
    row = Referral.draft(case, by=officer, institution=there, kind=ReferralKind.MEDICAL, reason="Perlu perawatan.", service="Rawat inap.",
                         summary="Gelisah.", consent=ConsentBasis.GUARDIAN, shared=["name", "birth"])
    return row.submit(by=officer)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
