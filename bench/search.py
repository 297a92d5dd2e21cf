"""How long a search takes, and how little it matters whether an office has a thousand clients or a hundred thousand.

python -m bench.search --clients 1000,100000 fills one scratch database for each size, asks the same questions of all of them in turn, and prints
the median and the 95th percentile in milliseconds, the ratio of the largest to the smallest, and what the search words weigh.
`--folder` keeps the databases for the next run.
"""
import argparse
import random
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from bench.people import child
from portal import clock, create_app, words
from portal.accounts.models import User
from portal.accounts.sessions import Session
from portal.accounts.teams import CareTeam, Member
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import db
from portal.office.models import Office
from portal.office.regions import places
from portal.referrals.institutions import Institution
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.categories import Category
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.office import TimeZone
from portal.rules.referral import InstitutionKind
from portal.rules.report import PersonOutcome, ReportState
from portal.rules.roles import Role
from portal.rules.triage import LevelReason

NOW = datetime(2026, 3, 2, 2, 0)
CHUNK = 1000
DOES = "mengamen memulung menjual tisu koran kacang masker meminta tidur sendirian bersama adiknya".split()
PLACES = "Terminal Pasar Simpang Pelabuhan Masjid Alun-alun Stasiun Jembatan Pertokoan Taman".split()
SIDES = "utara selatan timur barat lama baru".split()
QUESTIONS = {
    "exact number": "KL-2026-00500", "NIK": "9901 0000 0000 0500", "telephone": "0812 0000 0500", "common name": "Rizki", "beginning": "put",
    "two words": "", "misspelt name": "", "text of reports": "tisu terminal", "nothing alike": "qwxyvbn",
}


def main():
    """Fill, ask, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--clients", default="1000,100000")
    asked.add_argument("--rounds", type=int, default=30)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path)
    asked.add_argument("--cpu", action="store_true", help="processor time instead of time on the wall, where others keep the machine busy")
    told = asked.parse_args()
    sizes = [int(size) for size in told.clients.split(",")]
    clock.use(lambda: NOW)
    with tempfile.TemporaryDirectory() as scratch:
        offices = [OfOne((told.folder or Path(scratch)) / str(size), size, told.seed) for size in sizes]
        for who in ("officer", "manager"):
            print(f"\n{who}, seed {told.seed}, {told.rounds} rounds: median / p95 ms {'of the processor ' * told.cpu}for the list while typing")
            table(offices, measured(offices, who, told.rounds, time.process_time if told.cpu else time.perf_counter))
        for office in offices:
            print(office.weight())


class OfOne:
    """An office with `size` clients, each with a report and every second with a case, in a folder of its own."""

    def __init__(self, folder, size, seed):
        folder.mkdir(parents=True, exist_ok=True)
        self.size, self.path = size, folder / "bench.sqlite3"
        fresh = not self.path.exists()
        self.app = create_app({"TESTING": True, "INSTANCE": folder, "DATABASE": str(self.path), "SECRET_KEY": "bench", "TRAIL_KEY": "bench",
                               "WTF_CSRF_ENABLED": False})
        with self.open():
            if fresh:
                fill(size, random.Random(seed))
            self.questions = QUESTIONS | asked_by_name()
        db.close()
        self.browsers = {}

    @contextmanager
    def open(self):
        """The one database handle stands on this office."""
        db.close()
        db.init(str(self.path))
        db.connect()
        with self.app.app_context():
            yield

    def browser(self, user):
        """A test client in which this person is signed in."""
        with db.unit():
            Session.begin(user, "127.0.0.1")
        browser = self.app.test_client()
        with browser.session_transaction() as session:
            session.update(_user_id=user.session_key, _fresh=True)
        return browser

    def ask(self, who, text, watch=time.perf_counter):
        """Milliseconds until the list under the box is there."""
        begun = watch()
        answer = self.browsers[who].post("/search/live", data={"q": text}, headers={"HX-Request": "true"})
        took = (watch() - begun) * 1000
        assert answer.status_code == 200, answer.status
        return took

    def weight(self):
        """What the words are and weigh."""
        with self.open():
            rows, spellings = words.SearchWord.select().count(), words.SearchSpelling.select().count()
        return f"{self.size:,} clients: {rows:,} words and {spellings:,} spellings in a database of {self.path.stat().st_size / 1e6:.0f} MB"


def asked_by_name():
    """The name of a client whom every office of one seed knows, as two words and with a letter left out of the longest."""
    name = next(client.name for client in Client.select().where(Client.id >= 100).order_by(Client.id) if max(map(len, client.name.split())) > 6)
    long = max(name.split(), key=len)
    return {"two words": name, "misspelt name": name.replace(long, long[:3] + long[4:])}


def measured(offices, who, rounds, watch):
    """{(size, question): milliseconds}, the offices and questions taken in turn."""
    took = {(office.size, name): [] for office in offices for name in QUESTIONS}
    for office in offices:
        with office.open():
            office.browsers[who] = office.browser(User.get(User.username == who))
    for turn in range(rounds + 2):
        for office in offices:
            with office.open():
                for name, text in office.questions.items():
                    one = office.ask(who, text, watch)
                    if turn > 1:
                        took[office.size, name].append(one)
    return took


def table(offices, took):
    """One line a question."""
    print(f"{'':18}" + "".join(f"{office.size:>18,}" for office in offices) + f"{'ratio':>8}")
    for name in QUESTIONS:
        middles = [median(took[office.size, name]) for office in offices]
        cells = [f"{median(each):8.1f} /{sorted(each)[int(len(each) * .95)]:7.1f}" for each in (took[office.size, name] for office in offices)]
        print(f"{name:18}" + "".join(f"{cell:>18}" for cell in cells) + f"{middles[-1] / middles[0]:8.2f}")


def fill(size, chance):
    """The office, its people, and the records, indexed by the same verb that every change calls."""
    with db.unit():
        Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial",
                      region="99.01", zone=TimeZone.WITA, place="Teluk Melati")
        officer = User.add(by=None, username="officer", name="Petugas", password="kata sandi uji coba", granted=(Role.OFFICER,), must_change=False)
        User.add(by=None, username="manager", name="Manajer", password="kata sandi uji coba", granted=(Role.MANAGER,), must_change=False)
        for number in range(60):
            Institution.add(by=officer, kind=InstitutionKind.HOSPITAL, name=f"RSUD {chance.choice(PLACES)} {number}", place="Melati")
    for start in range(1, size + 1, CHUNK):
        numbers = range(start, min(start + CHUNK, size + 1))
        with db.schema(), db.atomic():
            insert(numbers, officer, chance)
        with db.unit(), words.gathered():
            index(numbers)


def insert(numbers, officer, chance):
    """The rows themselves: one in a hundred restricted, one in two hundred and fifty the officer's own, every second with a case."""
    people = list(zip(numbers, (child(chance) for _ in numbers), strict=False))
    CareTeam.insert_many([{"id": n, "restricted": n % 100 == 0} for n in numbers]).execute()
    Member.insert_many([{"team": n, "user": officer.id, "lead": True, "since": NOW - timedelta(days=9)} for n in numbers if n % 500 < 2]).execute()
    Client.insert_many([client(n, each) for n, each in people]).execute()
    Report.insert_many([report(n, each, officer, chance) for n, each in people]).execute()
    ReportPerson.insert_many([{"report": n, "client": n, "name": each.name, "outcome": PersonOutcome.NEW_CLIENT} for n, each in people]).execute()
    Case.insert_many([{"id": n, "care_team": n, "number": f"KS-2026-{n:05d}", "client": n, "level": Level.ORDINARY, "category": Category.STREET_CHILD,
                       "t0": NOW, "opened_at": NOW} for n in numbers if n % 2 == 0]).execute()


def client(n, child):
    """The columns of one client."""
    return {"id": n, "care_team": n, "number": f"KL-2026-{n:05d}", "name": child.name, "alias": child.called if child.noted else "", "sex": child.sex,
            "birth_date": child.born, "district": child.district, "nik": f"9901{n:012d}", "phone": f"0812{n:08d}"}


def report(n, child, officer, chance):
    """The columns of the report that told of them."""
    return {"id": n, "care_team": n, "number": f"LP-2026-{n:05d}", "channel": Channel.TELEPHONE, "received_at": NOW, "district": child.district,
            "place": f"{chance.choice(PLACES)} {chance.choice(SIDES)}", "narrative": f"Anak {' '.join(chance.sample(DOES, 4))}.", "danger": Danger.NO,
            "level": Level.ORDINARY, "level_reason": next(iter(LevelReason)), "state": ReportState.VERIFIED, "received_by": officer.id}


def index(numbers):
    """Every record writes its words, as it does whenever it changes."""
    for model in (Client, Report, Case):
        for row in model.select().where(model.id.between(numbers[0], numbers[-1])):
            row.reindex()


if __name__ == "__main__":
    main()
