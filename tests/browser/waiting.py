"""An office where ten proposals wait for a manager, written by the verbs into SIGAP_INSTANCE: python -m tests.browser.waiting."""
from portal import clock, create_app
from portal.db import db
from portal.office.models import Office
from portal.office.regions import places
from portal.rules.levels import Level
from portal.rules.office import TimeZone
from portal.rules.roles import Role
from tests.browser.reviewed import person
from tests.conftest import Make

TEN = 10


def build():
    """Ten cases that an officer wants to have raised."""
    begun = clock.now()
    clock.use(lambda: begun)
    with create_app().test_request_context():
        with db.unit():
            Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial",
                          region="99.01", zone=TimeZone.WITA, place="Teluk Melati")
        officer, _manager = person("petugas", "Siti Rahma", Role.OFFICER), person("manajer", "Komang Wirawan", Role.MANAGER)
        for number in range(TEN):
            case = Make().case(by=officer, person={"name": f"Anak {chr(65 + number)}"})
            with db.unit():
                case.propose_level(Level.URGENT, by=officer, reason="Makin sering sakit.")


if __name__ == "__main__":
    build()
