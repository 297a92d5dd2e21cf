"""Kills the program at every single write of one issue, and of another before its commit and right after it; prints how things stood each time.

Run by test_letter_races: each death is that of a child of this process, which presses the button on a page that was opened before.
"""
import itertools
import json
import os
import signal
import sys

from portal import audit, create_app
from portal.accounts.models import User
from portal.db import WRITE, Database, Unit, db
from portal.letters.models import Letter
from portal.referrals.models import Referral
from tests.page import PageClient
from tests.served import Visitor


def main(username, first, second):
    app = create_app({"TESTING": True})
    app.test_client_class = PageClient
    browser = app.test_client()
    with app.app_context():
        browser.sign_in(User.get(User.username == username))
    told = {"writes": [], "commit": []}
    press = Visitor(browser).readies(f"/referrals/{first}/letter", "Terbitkan surat")
    for count in itertools.count(1):
        died = dies(press, lambda count=count: at_write(count))
        told["writes"].append(stands(app, first))
        if not died:
            break
    press = Visitor(browser).readies(f"/referrals/{second}/letter", "Terbitkan surat")
    for doom in (before_commit, after_commit):
        assert dies(press, doom)
        told["commit"].append(stands(app, second))
    print(json.dumps(told))


def stands(app, id):
    """[paper, proposal, serial, numbers in all, fault of the trail] as a program that begins again finds them."""
    with app.app_context():
        row = Referral.get_by_id(id)
        numbers = Letter.select().where(Letter.number.is_null(False)).count()
        told = [row.paper_state, row.decision.state, row.letter.serial if row.letter else None, numbers, audit.verify()]
        db.close()
    return told


def dies(press, doom):
    """Press the button in a child process that meets this doom; whether it died of it, or pressed in vain for the doom."""
    db.close()
    child = os.fork()
    if not child:
        doom()
        os._exit(0 if press() == 303 else 1)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == signal.SIGKILL


def at_write(count):
    """The power fails as this write of the request is about to be done."""
    whole, number = Database.execute_sql, itertools.count(1)

    def execute(self, sql, params=None):
        if WRITE.match(sql) and next(number) == count:
            the_power_fails()
        return whole(self, sql, params)
    Database.execute_sql = execute


def before_commit():
    """All of the letter is written, and nothing of it is durable."""
    whole = Unit.commit

    def commit(self):
        if "letter" in self.writes:
            the_power_fails()
        whole(self)
    Unit.commit = commit


def after_commit():
    """The letter is durable, and what follows a commit (the head of the trail beside the database) is not done."""
    whole = Unit.commit

    def commit(self):
        if "letter" in self.writes:
            Unit._follow = staticmethod(lambda actions: the_power_fails())
        whole(self)
    Unit.commit = commit


def the_power_fails():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
