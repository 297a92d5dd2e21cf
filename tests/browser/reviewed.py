"""An office whose assessments wait for a manager, written by the verbs into SIGAP_INSTANCE: python -m tests.browser.reviewed."""
from datetime import timedelta

from portal import clock, create_app
from portal.accounts.models import User
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.office.models import Office
from portal.office.regions import places
from portal.rules.approval import DecisionStep
from portal.rules.levels import Level
from portal.rules.office import TimeZone
from portal.rules.roles import Role
from tests.conftest import PASSWORD, Make
from tests.test_assessment_review import ANSWERS, again, answer, child, put

WORDS = "Anak bercerita panjang tentang keluarganya di pesisir, tentang paman yang memukul, dan tentang keinginannya kembali ke sekolah. "


def build():
    """Four cases: one at its second look, one returned with comments, two put for the first time."""
    begun = clock.now() - timedelta(days=20)
    clock.use(lambda: begun)
    with create_app().test_request_context():
        with db.unit():
            Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial",
                          region="99.01", zone=TimeZone.WITA, place="Teluk Melati")
        officer, manager = person("petugas", "Siti Rahma", Role.OFFICER), person("manajer", "Komang Wirawan", Role.MANAGER)
        looked_at_twice(officer, manager)
        returned = put(Make(), officer, child(Make(), officer))
        decide(returned, DecisionStep.RETURN, manager, reason="Dua hal belum jelas.", answered={"comments": {"1": "Siapa yang memalak?"}})
        for _n in range(2):
            put(Make(), officer, child(Make(), officer))


def person(username, name, role):
    with db.unit():
        return User.add(by=None, username=username, name=name, password=PASSWORD, granted=[role], must_change=False)


def looked_at_twice(officer, manager):
    """Its first version was accepted at another level; the second came back once and is put again."""
    case = child(Make(), officer)
    first = put(Make(), officer, case, analysis=WORDS * 8)
    decide(first, DecisionStep.APPROVE, manager, answered={"level": Level.URGENT, "level_reason": WORDS * 2})
    second = put(Make(), officer, Case.get_by_id(case.id), answers=ANSWERS | {"B1": 2, "A1": None}, analysis=f"Batuk tiga minggu. {WORDS * 8}")
    decide(second, DecisionStep.RETURN, manager, reason=WORDS, answered={"comments": {"1": "Siapa yang memalak?", "7": WORDS * 2}})
    second = again(second)
    with db.unit():
        answer(second, officer, {"E3": 3, "A1": 2})
        second.weigh(by=officer, analysis=f"Batuk tiga minggu, ibunya di pasar. {WORDS * 8}")
        second.submit(by=officer, note="Ibu minta dihubungi dahulu.")


def decide(assessment, step, manager, **told):
    with db.unit():
        Decision.about(assessment).first().decide(step, by=manager, **told)


if __name__ == "__main__":
    build()
