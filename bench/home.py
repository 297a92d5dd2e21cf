"""How long home takes for an officer and for a manager with everything, and how little it matters how many cases the office has.

python -m bench home --cases 1000,20000 fills one invented office of each size, opens home as often in each, in turn, and prints the median and the
95th percentile in milliseconds, the number of statements and of bytes, and the ratio to the same bytes answered from memory.
`--folder` keeps the offices for the next run; `--kinds` says how long each kind of task takes.
"""
import argparse
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from flask import Response
from peewee import fn

from bench import office
from bench.office.rows import NOW
from bench.office.staff import founded
from portal import clock, create_app
from portal.accounts.models import User
from portal.accounts.sessions import Session
from portal.accounts.teams import Member
from portal.cases.models import Case
from portal.db import db
from portal.desk.tasks import Tasks
from portal.office.regions import places
from portal.rules.lifecycle import ACTIVE
from portal.rules.office import Paper, TimeZone

BUSY = 150  # running cases of the officer who is asked
PAGES = {"manager": "/", "manager, own": "/?whose=mine", "officer": "/", "late, page 2": "/tasks?when=late&page=2"}


def main():
    """Fill, open, print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--cases", default="1000,20000")
    asked.add_argument("--rounds", type=int, default=30)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path)
    asked.add_argument("--kinds", action="store_true")
    asked.add_argument("--cpu", action="store_true", help="processor time instead of time on the wall, where others keep the machine busy")
    told = asked.parse_args()
    clock.use(lambda: NOW)
    watch = time.process_time if told.cpu else time.perf_counter
    with tempfile.TemporaryDirectory() as scratch:
        offices = [Home((told.folder or Path(scratch)) / str(size), size, told.seed) for size in map(int, told.cases.split(","))]
        took = measured(offices, told.rounds, watch)
        print(f"seed {told.seed}, {told.rounds} rounds: median / p95 ms, statements, bytes, times the same bytes from memory")
        for (size, name), each in took.items():
            print(f"{size:>8,} {name:14}{each}")
        for one in offices if told.kinds else ():
            one.kinds(watch)


class Home:
    """An invented office of so many cases in a folder of its own."""

    def __init__(self, folder, size, seed):
        folder.mkdir(parents=True, exist_ok=True)
        self.size, self.path = size, folder / "bench.sqlite3"
        fresh = not self.path.exists()
        self.app = create_app({"TESTING": True, "INSTANCE": folder, "DATABASE": str(self.path), "SECRET_KEY": "bench", "TRAIL_KEY": "bench",
                               "WTF_CSRF_ENABLED": False})
        self.app.after_request(self._from_memory)
        self.kept, self.sent = None, 0
        with self.open(), self.app.app_context():
            if fresh:
                founded(places("99.01"), TimeZone.WITA, Paper.F4)
                office.build(size, seed)
            self.browsers = {name: self.browser(self.manager if name != "officer" else self.officer) for name in PAGES}
        self.bare = self.app.test_client()

    @contextmanager
    def open(self):
        """The one database handle stands on this office. No context is open: each request is to ask anew who looks and what the office has set."""
        db.close()
        db.init(str(self.path))
        db.connect()
        yield

    @property
    def manager(self):
        return User.get(User.username == "manajer")

    @property
    def officer(self):
        """Whose running cases are nearest to so many."""
        counted = (Member.select(Member.user, fn.COUNT(Case.id).alias("cases")).join(Case, on=(Case.care_team == Member.team))
                   .where(Member.until.is_null(), Case.stage.in_(ACTIVE)).group_by(Member.user))
        return User.get_by_id(min(counted, key=lambda row: (abs(row.cases - BUSY), row.user_id)).user_id)

    def browser(self, user):
        """A test client in which this person is signed in."""
        with db.unit():
            Session.begin(user, "127.0.0.1")
        browser = self.app.test_client()
        with browser.session_transaction() as session:
            session.update(_user_id=user.session_key, _fresh=True)
        return browser

    def _from_memory(self, response):
        """Keep what was sent, so that it can be sent once more without any work."""
        self.kept = response.get_data()
        return response

    def ask(self, name, watch):
        """Milliseconds until the page is there."""
        begun = watch()
        answer = self.browsers[name].get(PAGES[name])
        took = (watch() - begun) * 1000
        assert answer.status_code == 200, answer.status
        return took

    def floor(self, watch):
        """Milliseconds for the bytes sent last, by the framework alone."""
        bare = getattr(self, "plain", None) or _plain()
        self.plain, bare.config["KEPT"] = bare, self.kept
        begun = watch()
        bare.test_client().get("/")
        return (watch() - begun) * 1000

    def statements(self, name):
        """How many statements the page asks."""
        sent, send = [], db.execute_sql
        db.execute_sql = lambda sql, params=None: sent.append(sql) or send(sql, params)
        try:
            self.browsers[name].get(PAGES[name])
        finally:
            del db.execute_sql
        return len(sent)

    def kinds(self, watch):
        """How long each kind of task takes to be found, for both."""
        with self.open(), self.app.test_request_context():
            for user, everyones in ((self.manager, True), (self.officer, False)):
                tasks = Tasks(user, everyones)
                for source in Tasks.SOURCES:
                    took = [_once(lambda source=source, tasks=tasks: tasks.kind_of(source), watch) for _ in range(5)]
                    print(f"{self.size:>8,} {'manager' if everyones else 'officer':9}{source.__module__}.{source.__name__:18}{median(took):8.2f}  "
                          f"{dict(tasks.kind_of(source).counts)}")


def _once(action, watch):
    begun = watch()
    action()
    return (watch() - begun) * 1000


def _plain():
    from flask import Flask
    bare = Flask("bare")
    bare.add_url_rule("/", "kept", lambda: Response(bare.config["KEPT"]))
    return bare


def measured(offices, rounds, watch):
    """{(size, page): a line of figures}, the offices and pages taken in turn."""
    took, floors = {}, {}
    for turn in range(rounds + 2):
        for one in offices:
            with one.open():
                for name in PAGES:
                    each = one.ask(name, watch)
                    floor = one.floor(watch)
                    if turn > 1:
                        took.setdefault((one.size, name), []).append(each)
                        floors.setdefault((one.size, name), []).append(floor)
    return {key: line(offices, key, each, floors[key]) for key, each in took.items()}


def line(offices, key, each, floors):
    """The figures of one page of one office."""
    one = next(home for home in offices if home.size == key[0])
    with one.open():
        statements = one.statements(key[1])
    return (f"{median(each):8.1f} /{sorted(each)[int(len(each) * .95)]:7.1f} {statements:5} {len(one.kept):8,} "
            f"{median(each) / median(floors):6.1f}")
