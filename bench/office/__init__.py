"""An invented office of three years: so many cases with all that hangs on them, the same for the same seed.

python -m bench office --count 20000 --instance DIR writes one that `SIGAP_INSTANCE=DIR python wsgi.py --demo` serves, with the accounts of the
demo (password sigap-demo) and its day, Monday 30 March 2026. `--words` writes the search words too.
"""
import argparse
import os
import random
import time
from datetime import datetime
from pathlib import Path

from bench.office.below import Below
from bench.office.cases import Course, resolved
from bench.office.clients import RESTRICTED, People
from bench.office.reports import Desk, when
from bench.office.rows import NOW, Days, Rows
from bench.office.settings import settle
from bench.office.staff import Staff
from bench.office.training import School
from portal.assessments.instruments import Instrument
from portal.office.models import Region
from portal.rules.report import PersonOutcome

FIRST = datetime(2023, 4, 3)
LIVING = ("E1", "H1", "D2", "G1")
FAMILY, KNOWN, TOLD_TWICE, OTHERS = .06, .05, .2, .24


def main():
    """Found an office in a folder and fill it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--instance", type=Path, required=True)
    asked.add_argument("--words", action="store_true")
    told = asked.parse_args()
    os.environ.update(SIGAP_INSTANCE=str(told.instance), SIGAP_DEMO="1")
    from bench.office.made import made
    begun = time.perf_counter()
    print(made(told.count, told.seed, words=told.words), f"in {time.perf_counter() - begun:.1f} s, seed {told.seed}")


def build(count, seed):
    """Fill the founded office with `count` cases; returns the ids that `Staff` knows."""
    rows = Rows(random.Random(seed))
    house = House(rows)
    groups = sizes(rows.chance, count)
    for moment, size in zip(sorted(when(rows.chance, FIRST) for _ in groups), groups, strict=True):
        house.told(moment, size)
    School(house).teach(count)
    settle(rows, house.staff.admin)
    house.below.number_letters()
    rows.write()
    return house.staff


def sizes(chance, count):
    """Of how many people the reports tell that lead to `count` cases: mostly of one, sometimes of a family."""
    found = []
    while count:
        found.append(min(count, chance.choice((2, 2, 3)) if chance.random() < FAMILY else 1))
        count -= found[-1]
    return found


class House:
    """Everybody who has a hand in it, and what is known of clients so far."""

    def __init__(self, rows):
        places = {district.code: [village.code for village in Region.villages(district.code)] for district in Region.districts()}
        self.rows, self.chance, self.days, self.staff = rows, rows.chance, Days(rows.chance), Staff(rows)
        self.people = People(rows, self.staff, places)
        self.desk, self.below = Desk(rows, self.staff, self.people), Below(rows, self.staff)
        self.checked, self.courses, self.gone = set(), [], []
        self.instrument = Instrument.current()
        self.asked = {item.id: [option.score for option in item.options] for item in self.instrument.content.items if item.id in LIVING}

    def told(self, at, size):
        """Something happens that somebody reports: mostly a case of somebody new, or of a family, or of somebody we know."""
        chance, place = self.chance, self.people.where()
        if chance.random() < OTHERS:
            self.desk.let_go(at, self.people.where(), self.people.told(Days.day(at)))
        known = self._known(at) if size == 1 and chance.random() < KNOWN else None
        if known:
            return self._carry(at, place, [known["told"]], [known["client"]])
        first = self.people.told(Days.day(at))
        self._carry(at, place, [first, *(self.people.told(Days.day(at), like=first) for _ in range(1, size))])

    def _known(self, at):
        """Somebody whose case was closed long before."""
        for _ in range(5):
            one = self.chance.choice(self.gone) if self.gone else None
            if one and one["until"] and one["until"] < at and not one["again"]:
                one["again"] = True
                return one
        return None

    def _carry(self, at, place, persons, clients=None):
        """The report, what else is told of the same, and a case for each person."""
        restricted = self.chance.random() < RESTRICTED
        report = self.desk.receive(at, place, persons, restricted=restricted)
        found = self.desk.verified_at(report)
        if found >= NOW:
            return
        more = self._told_again(report, found, persons)
        self.desk.verify(report, found)
        known = PersonOutcome.KNOWN_CLIENT if clients else PersonOutcome.NEW_CLIENT
        clients = clients or [self._client(told, report, found, restricted) for told in persons]
        if len(clients) > 1:
            self.people.siblings(clients)
        for told, client in zip(persons, clients, strict=True):
            resolved(report, client, known)
            self._open(told, client, report, found, more)

    def _client(self, told, report, found, restricted):
        home = (report["district"], report["village"]) if self.chance.random() < .88 else self.people.where()
        return self.people.client(told, report["received_by"], found, home, restricted=restricted)

    def _open(self, told, client, report, found, more):
        lead = self.staff.near(client["district"])
        course = Course(self, client, report, lead)
        if not course.opened(found, more):
            return
        self.people.led_by(client, lead, course.at)
        if self.chance.random() < .3:
            self.people.joined(client, self.staff.near(client["district"]), course.at)
        self.courses.append(course.run())
        over = course.row["stage"] in ("closed", "cancelled")
        self.gone.append({"told": told, "client": client, "until": course.at if over else None, "again": False})

    def _told_again(self, report, found, persons):
        """The same was told by others, a little before or after."""
        if self.chance.random() > TOLD_TWICE:
            return []
        made = []
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            at = report["received_at"] + (found - report["received_at"]) * self.chance.uniform(-.5, .9)
            place = (report["district"], report["village"]) if self.chance.random() < .8 else self.people.where()
            again = self.desk.receive(min(at.replace(microsecond=0), NOW), place, persons[:1])
            self.desk.merge(again, report, max(found, again["received_at"]))
            made.append(again)
        return made

