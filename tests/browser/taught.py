"""An office with a running course of twenty, written by the verbs into SIGAP_INSTANCE: python -m tests.browser.taught."""
from datetime import timedelta

from portal import clock, create_app
from portal.db import db
from portal.office.models import Office
from portal.office.regions import places
from portal.rules.attendance import Mark
from portal.rules.office import TimeZone
from portal.rules.placement import BatchStep
from portal.rules.roles import Role
from portal.training.attendance.meetings import Meeting
from tests.browser.reviewed import person
from tests.conftest import Make
from tests.test_training import GROWN, batch_of, decide, proposed

TWENTY, BEFORE, OPEN = 20, 6, 14
FAMILY = "Adi Bayu Citra Dewi Eka Fitri Gilang Hana Indra Joko Kirana Lestari Made Nanda Oki Putri Rafi Sinta Tegar Umi".split()
AWAY = {(2, 4): Mark.SICK, (3, 7): Mark.ABSENT, (4, 7): Mark.ABSENT, (5, 7): Mark.ABSENT, (5, 11): Mark.PERMITTED}


def build():
    """Six meetings in the last days, none today nor in the two weeks before; the twentieth participant is of a restricted case."""
    today = clock.now()
    moment = [today - timedelta(days=BEFORE + OPEN)]
    clock.use(lambda: moment[0])
    with create_app().test_request_context():
        with db.unit():
            Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial",
                          region="99.01", zone=TimeZone.WITA, place="Teluk Melati")
        people = [person("petugas", "Siti Rahma", Role.OFFICER), person("petugas2", "Hadi Kusuma", Role.OFFICER)]
        manager, batch = person("manajer", "Komang Wirawan", Role.MANAGER), taught(people, person)
        placements = [seated(batch, f"{name} Pratama", people, manager) for name in FAMILY]
        with db.unit():
            placements[-1].case.care_team.restrict(by=people[0])
            batch.go(BatchStep.START, by=people[0])
        for number in range(BEFORE):
            moment[0] = today - timedelta(days=BEFORE - number)
            with db.unit():
                Meeting.hold(batch, by=people[0], on=clock.today(), topic=f"Materi {number + 1}").take(
                    {each.id: (AWAY.get((number, place), Mark.PRESENT), "") for place, each in enumerate(placements)}, by=people[0])


def taught(people, person):
    """The batch; every day is one of its days."""
    first = clock.today()
    grown = {"max_age": None, "admits_adults": True}
    return batch_of(people[0], seats=TWENTY, terms=grown, starts=first, ends=first + timedelta(days=60), days=list(range(7)))


def seated(batch, name, people, manager):
    """A participant with a seat, whose case both officers work on, but for the last."""
    placement = decide(proposed(Make(), batch, people[0], GROWN | {"name": name}), manager)
    if not name.startswith(FAMILY[-1]):
        with db.unit():
            placement.case.care_team.join(people[1], by=people[0])
    return placement


if __name__ == "__main__":
    build()
