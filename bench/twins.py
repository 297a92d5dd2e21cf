"""Known or not: how often a child who is known is found again, and how often a new child is taken for one who is known.

python -m bench.twins --seed 1 fills a scratch database with 20,000 invented clients and asks of 1,000 of them and of 1,000 new children.
"""
import argparse
import random
import tempfile
import time
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from statistics import median

from bench import told
from bench.people import TODAY, Child, child
from portal import clock, create_app
from portal.accounts.models import User
from portal.accounts.teams import CareTeam
from portal.clients.lookalikes import lookalikes
from portal.clients.models import Alias, Client
from portal.db import db
from portal.office.models import Office
from portal.office.regions import places
from portal.rules.age import BirthPrecision, age_on
from portal.rules.matching import Sought
from portal.rules.office import TimeZone
from portal.rules.roles import Role

CLIENTS, ASKED, CHUNK = 20_000, 1_000, 500
OTHER_RECORDS = {"day": 60, "year": 20, "estimate": 20}


@dataclass
class Figures:
    """Of `asked` known and as many new children: `found` twins among those shown, `shown` panels for a new child, milliseconds of each question."""
    asked: int
    found: int
    shown: int
    took: list

    def __str__(self):
        slowest = sorted(self.took)[int(len(self.took) * .95)]
        return (f"twin shown {self.found / self.asked:.1%}, somebody shown for a new child {self.shown / self.asked:.1%}, "
                f"a question {median(self.took):.1f} ms (p95 {slowest:.1f} ms)")


def main():
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--asked", type=int, default=ASKED)
    options = parser.parse_args()
    clock.use(moment)
    for name, ways, complete in (("the issue's distortions", told.issue_ways, True), ("other distortions, never tuned on", told.other_ways, False)):
        with tempfile.TemporaryDirectory() as folder, office(Path(folder)).app_context():
            figures = measure(random.Random(options.seed), ways, clients=options.clients, asked=options.asked, complete=complete)
            print(f"{name}, seed {options.seed}, {options.clients} clients, {options.asked} known and {options.asked} new: {figures}", flush=True)
            db.close()


def moment():
    """The morning on which all this is asked."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 2)


def office(folder):
    """An office in a scratch folder."""
    app = create_app({"TESTING": True, "INSTANCE": folder, "DATABASE": str(folder / "bench.sqlite3"), "SECRET_KEY": "bench", "TRAIL_KEY": "bench"})
    with app.app_context(), db.unit():
        Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial",
                      region="99.01", zone=TimeZone.WITA, place="Teluk Melati")
    return app


def measure(chance, ways, *, clients, asked, complete):
    """The Figures of one set. `ways` distorts what is told; `complete`: every record knows the day of birth."""
    with db.unit():
        officer = User.add(by=None, username="bench", name="Petugas", password="kata sandi uji coba", granted=(Role.OFFICER,))
    known = [child(chance) for _ in range(clients)]
    ids = fill(known, chance, complete)
    took = []
    ask = partial(asking, ways, chance, officer, took)
    found = sum(ids[at] in ask(known[at]) for at in chance.sample(range(clients), asked))
    shown = sum(bool(ask(new_child(chance, known, complete))) for _ in range(asked))
    return Figures(asked, found, shown, took)


def asking(ways, chance, officer, took, one):
    """The ids of the clients shown when somebody tells of this child."""
    sought = as_sought(ways(chance, one))
    begun = time.perf_counter()
    shown = [each.client.id for each in lookalikes(sought, officer)]
    took.append((time.perf_counter() - begun) * 1000)
    return shown


def as_sought(said):
    """What was told, as the panel asks it."""
    exact = said.born if said.born and not said.month else None
    years = age_on(said.born, TODAY) if said.born else said.years
    return Sought(names=(said.name,), sex=said.sex, born=exact, years=years, place=said.district or "")


def new_child(chance, known, complete):
    """A child nobody knows; in the other set some are brothers and sisters of those who are known."""
    one = child(chance)
    if complete or chance.random() >= told.SIBLINGS:
        return one
    other = chance.choice(known)
    words = one.name.split()
    return Child(" ".join([*(words[:-1] or words), other.name.split()[-1]]), one.sex, one.born, other.district, one.called, one.noted)


def fill(known, chance, complete):
    """The ids of the clients made of these children, in their order, indexed by the verb that every change calls."""
    with db.schema():
        for start in range(0, len(known), CHUNK):
            _insert(known[start:start + CHUNK], start, chance, complete)
    with db.unit():
        for client in Client.select():
            client.reindex()
    return [client.id for client in Client.select(Client.id).order_by(Client.id)]


def _insert(part, start, chance, complete):
    CareTeam.insert_many([{"restricted": False}] * len(part)).execute()
    teams = [team.id for team in CareTeam.select().order_by(CareTeam.id.desc()).limit(len(part))]
    rows = [{"care_team": team, "number": f"KL-2026-{start + place:05d}", "name": each.name, "sex": each.sex, "district": each.district,
             "alias": each.called if each.noted and place % 2 else "", **birth(each, chance, complete)}
            for place, (each, team) in enumerate(zip(part, teams, strict=True), 1)]
    Client.insert_many(rows).execute()
    ids = [client.id for client in Client.select(Client.id).where(Client.number.in_([row["number"] for row in rows])).order_by(Client.id)]
    others = [{"client": id, "name": each.called} for place, (each, id) in enumerate(zip(part, ids, strict=True), 1) if each.noted and not place % 2]
    Alias.insert_many(others).execute()


def birth(one, chance, complete):
    """The columns of a birth as the record knows it."""
    way = "day" if complete else chance.choices(list(OTHER_RECORDS), OTHER_RECORDS.values())[0]
    if way == "estimate":
        guess = max(0, age_on(one.born, TODAY) + chance.choice((-2, -1, 0, 0, 1, 2)))
        return {"birth_date": None, "birth_precision": None, "age_estimate": guess, "age_estimate_on": TODAY}
    born = one.born if way == "day" else date(one.born.year, 1, 1)
    return {"birth_date": born, "birth_precision": BirthPrecision.DAY if way == "day" else BirthPrecision.YEAR,
            "age_estimate": None, "age_estimate_on": None}


if __name__ == "__main__":
    main()
