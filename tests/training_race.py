"""Four threads approve four proposals for one seat at the same moment; prints what became of them. Run by test_training_race."""
import json
import threading

from portal import audit, create_app
from portal.accounts.models import User
from portal.db import db
from portal.decisions.models import Decision
from portal.office.models import Office
from portal.office.regions import places
from portal.rules.approval import DecisionStep
from portal.rules.office import TimeZone
from portal.rules.roles import Role
from portal.training.models import Placement
from tests.conftest import Make
from tests.test_training import batch_of, proposed


def main():
    app, make = create_app({"TESTING": True}), Make()
    with app.app_context():
        with db.unit():
            Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial", region="99.01",
                          zone=TimeZone.WITA, place="Teluk Melati")
        officer, manager = make.user(), make.user(Role.MANAGER)
        batch = batch_of(officer, seats=1)
        waiting = [Decision.about(proposed(make, batch, officer)).first().id for _ in range(4)]
    line = threading.Barrier(len(waiting))
    threads = [threading.Thread(target=approve, args=(app, each, manager.id, line)) for each in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        rows = list(Placement.select())
        print(json.dumps({"states": [str(row.state) for row in rows], "queue": [row.queue_no for row in rows], "fault": audit.verify()}))


def approve(app, decision, manager, line):
    with app.app_context():
        manager, decision = User.get_by_id(manager), Decision.get_by_id(decision)
        line.wait()
        with db.unit():
            decision.decide(DecisionStep.APPROVE, by=manager)
        db.close()


if __name__ == "__main__":
    main()
