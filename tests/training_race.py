"""Founds an office with courses in which seats are scarce; prints who and which. Run by test_training_race."""
import json
from datetime import timedelta

from portal import clock, create_app
from portal.db import db
from portal.decisions.models import Decision
from portal.office.models import Office
from portal.office.regions import places
from portal.rules.office import TimeZone
from portal.rules.placement import BatchStep
from portal.rules.roles import Role
from portal.training.models import Placement
from tests.conftest import Make
from tests.test_training import GROWN, batch_of, case_of, decide, proposed

CROWD = 20


def main():
    app, make = create_app({"TESTING": True}), Make()
    with app.app_context():
        with db.unit():
            Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial", region="99.01",
                          zone=TimeZone.WITA, place="Teluk Melati")
        officer, manager = make.user(), make.user(Role.MANAGER)
        with db.unit():
            told = stage(make, officer, manager)
        print(json.dumps({"officer": officer.username, "colleague": make.user(Role.MANAGER, Role.OFFICER).username, "manager": manager.username,
                          **told}))


def stage(make, officer, manager):
    """The ids of the batches, of the places that wait in them, and of the cases that are in none."""
    first = clock.today() + timedelta(days=30)

    def course(seats):
        return batch_of(officer, seats=seats, starts=first, ends=first + timedelta(days=90))

    def asked(batch, count):
        return [proposed(make, batch, officer) for _ in range(count)]

    def seated(batch, count):
        return [decide(each, manager).id for each in asked(batch, count)]
    crowded, shrinking, offering, leaving, ending = course(3), course(3), course(1), course(2), course(2)
    told = {name: batch.id for name, batch in (("crowded", crowded), ("shrinking", shrinking), ("offering", offering), ("leaving", leaving),
                                               ("ending", ending), ("other", course(5)), ("last", course(5)))}
    told |= {"crowd": pages(asked(crowded, CROWD + 2)), "shrunk": pages(asked(shrinking, 6)), "sat": seated(offering, 4), "left": seated(leaving, 2),
             "came": pages(asked(leaving, 4)), "ended": seated(ending, 1), "late": pages(asked(ending, 4)),
             "cases": [case_of(make, officer, GROWN).id for _ in range(2)]}
    leaving.go(BatchStep.START, by=officer)
    Placement.get_by_id(told["sat"][0]).cancel(by=officer, reason="Salah catat")
    return told


def pages(placements):
    """The proposals about these, as ids."""
    return [Decision.about(each).first().id for each in placements]


if __name__ == "__main__":
    main()
