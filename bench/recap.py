"""How long each table of the recapitulation takes for a month and for a year, and how little it matters how many cases the office has.

python -m bench recap --cases 1000,20000 fills one invented office of each size (or takes those that `python -m bench home --folder` kept), opens
every table as often in each, in turn, and prints the median and the 95th percentile in milliseconds for the whole page, and its statements.
"""
import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.home import Home
from bench.office.rows import NOW
from portal import clock
from portal.db import db
from portal.recap import views

PERIODS = ("2026-02", "2025")
BUDGET = 300  # milliseconds for a year


def main():
    """Fill, open, print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--cases", default="1000,20000")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path)
    asked.add_argument("--only", default="", help="the names of some tables, with commas")
    asked.add_argument("--cpu", action="store_true", help="processor time instead of time on the wall, where others keep the machine busy")
    told = asked.parse_args()
    clock.use(lambda: NOW)
    names = told.only.split(",") if told.only else list(views.TABLES)
    with tempfile.TemporaryDirectory() as scratch:
        offices = [Home((told.folder or Path(scratch)) / str(size), size, told.seed) for size in map(int, told.cases.split(","))]
        print(f"seed {told.seed}, {told.rounds} rounds: median / p95 ms {'of the processor ' * told.cpu}and statements for {' and '.join(PERIODS)}")
        table(offices, names, measured(offices, names, told.rounds, time.process_time if told.cpu else time.perf_counter))


def measured(offices, names, rounds, watch):
    """{(size, table, period): ([milliseconds], statements)}, the offices and tables taken in turn."""
    took = {(office.size, name, period): ([], 0) for office in offices for name in names for period in PERIODS}
    for turn in range(rounds + 1):
        for office in offices:
            with office.open():
                for name in names:
                    for period in PERIODS:
                        one, sent = opened(office.browsers["manager"], f"/recap/{name}?period={period}", watch)
                        times, _sent = took[office.size, name, period]
                        took[office.size, name, period] = [*times, one][-rounds:] if turn else [], sent
    return took


def opened(browser, address, watch):
    """(milliseconds until the page is there, how many statements it asked)."""
    sent, send = [], db.execute_sql
    db.execute_sql = lambda sql, params=None: sent.append(sql) or send(sql, params)
    begun = watch()
    try:
        answer = browser.get(address)
    finally:
        del db.execute_sql
    took = (watch() - begun) * 1000
    assert answer.status_code == 200, (address, answer.status)
    return took, len(sent)


def table(offices, names, took):
    """One line a table; a star where a year takes longer than it may."""
    print(f"{'':20}" + "".join(f"{office.size:>18,} {period:9}" for office in offices for period in PERIODS))
    for name in names:
        cells = [cell(*took[office.size, name, period], period) for office in offices for period in PERIODS]
        print(f"{name:20}" + "".join(f"{each:>28}" for each in cells))


def cell(times, sent, period):
    middle = median(times)
    star = "*" if middle > BUDGET and period == PERIODS[-1] else " "
    return f"{middle:8.1f} /{sorted(times)[int(len(times) * .95)]:7.1f} {sent:3}{star}"


if __name__ == "__main__":
    main()
