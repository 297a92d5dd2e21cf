"""An office's list of 10,000 rows: how long reading, checking, the run, going live and taking it back last, and how long others wait meanwhile.

python -m bench.imports --seed 1 fills a scratch office with invented clients, writes an Excel list in which some of them stand again, and imports it.
"""
import argparse
import io
import random
import tempfile
import threading
import time
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from bench.people import TODAY, child
from bench.twins import fill, office
from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import db
from portal.imports import work
from portal.imports.book import Book
from portal.imports.forms import Sent
from portal.imports.models import ImportBatch
from portal.office.models import Region
from portal.records import Counter
from portal.rules import numbers
from portal.rules.roles import Role

ROWS, CLIENTS = 10_000, 20_000
KNOWN_AGAIN = .05
HEAD = ("No", "Nama Lengkap", "L/P", "Tgl Lahir", "Telepon", "Kecamatan", "Alamat", "Tempat biasa", "Nama Ibu", "Catatan", "Tanggal catatan")


def main():
    """Build, import, print."""
    begin(measure, __doc__)


def begin(measure, about):
    """Read the options and let `measure(chance, app, options)` work in a scratch office."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--clients", type=int, default=CLIENTS)
    options = parser.parse_args()
    clock.use(lambda: datetime(TODAY.year, TODAY.month, TODAY.day, 2))
    with tempfile.TemporaryDirectory() as folder:
        app = office(Path(folder))
        with app.app_context():
            print(f"seed {options.seed}, {options.rows} rows, {options.clients} clients there already", flush=True)
            measure(random.Random(options.seed), app, options)
            db.close()


def measure(chance, app, options):
    """Print the seconds of each part."""
    with db.unit():
        manager = User.add(by=None, username="bench", name="Manajer", password="kata sandi uji coba", granted=(Role.MANAGER, Role.OFFICER))
    known = [child(chance) for _ in range(options.clients)]
    fill(known, chance, True)
    with db.schema():
        Counter.create(book=str(numbers.Book.CLIENT), year=TODAY.year, last=options.clients)
    content = written(chance, known, options.rows)
    print(f"the file has {len(content) / 1024:.0f} KB")
    with timed("opening it in the request"):
        kind = Book(content).kind
    with timed("keeping it"), db.unit():
        batch = ImportBatch.receive(by=manager, sent=Sent("daftar.xlsx", content, kind))
    with timed("reading and checking every row, then asking for twins for up to 20 s"):
        work.carry_on(batch.id)
    batch = ImportBatch.get_by_id(batch.id)
    print(f"  {batch.rows} rows, {batch.bad} bad, {batch.alike} of people alike, {batch.asked} asked")
    with db.unit():
        batch.run(by=manager, lead=manager)
    with another(app, manager) as waits, timed("the run"):
        work.carry_on(batch.id)
    print(f"  another writer saved {len(waits)} times meanwhile and waited {max(waits) * 1000:.0f} ms at most")
    batch = ImportBatch.get_by_id(batch.id)
    with timed("going live"), db.unit():
        batch.go_live(by=manager)
    with timed("looking who is touched"):
        batch.touched()
    with timed("taking it back"), db.unit():
        batch.take_back(by=manager, reason="Pengukuran")
    print(f"the trail: {audit.verify() or 'whole'}, {audit.Entry.select().count()} rows")


@contextmanager
def timed(what):
    begun, used = time.perf_counter(), time.process_time()
    yield
    print(f"{what}: {time.perf_counter() - begun:.2f} s ({time.process_time() - used:.2f} s of processor)", flush=True)


@contextmanager
def another(app, user):
    """Somebody else who saves something ten times a second; the seconds each saving took."""
    waits, over = [], threading.Event()
    thread = threading.Thread(target=saving, args=(app, user, waits, over))
    thread.start()
    try:
        yield waits
    finally:
        over.set()
        thread.join()


def saving(app, user, waits, over):
    """One row of the trail after the other until it is over."""
    with app.app_context():
        db.connect(reuse_if_open=True)
        while not over.wait(.1):
            begun = time.perf_counter()
            audit.note(Event.SEARCHED, by=user, count=0)
            waits.append(time.perf_counter() - begun)
        db.close()


def written(chance, known, rows):
    """The list as a workbook: invented children, and one in twenty who is a client already."""
    districts = {row.code: row.name for row in Region.districts()}
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    sheet.append(HEAD)
    for number in range(1, rows + 1):
        one = chance.choice(known) if chance.random() < KNOWN_AGAIN else child(chance)
        sheet.append((number, one.name, one.sex, one.born, f"08{chance.randrange(10 ** 9, 10 ** 10)}",
                      districts.get(one.district), f"Jalan Kenanga {number}",
                      "Terminal", "Rini", "Tercatat pada pendataan 2025 di terminal.", "20/01/2025"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


if __name__ == "__main__":
    main()
