"""A list from SIKS-NG of 10,000 rows: how long reading it, taking it over and undoing it last, and how long others wait meanwhile.

python -m bench.extracts --seed 1 fills a scratch office with invented clients, half of them with a family card, and reads an Excel list in which
one in ten rows is of a client or of somebody on their card.
"""
import io
import resource

from openpyxl import Workbook

from bench.imports import another, begin, timed
from bench.people import child
from bench.twins import fill
from portal import audit
from portal.accounts.models import User
from portal.clients.models import Client
from portal.db import db
from portal.extracts import reading
from portal.extracts.models import Extract
from portal.imports.book import Book
from portal.imports.forms import Sent
from portal.rules.dtsen_extract import EXTRACT
from portal.rules.roles import Role

OURS = .1
HEAD = ("No", "NIK", "No KK", "Nama", "Tgl Lahir", "Desil", "Per Tanggal", "Alamat")


def main():
    """Build, read, take over, undo, print."""
    begin(measure, __doc__)


def measure(chance, app, options):
    """Print the seconds of each part."""
    with db.unit():
        manager = User.add(by=None, username="bench", name="Manajer", password="kata sandi uji coba", granted=(Role.MANAGER, Role.OFFICER))
    fill([child(chance) for _ in range(options.clients)], chance, True)
    ours = numbered(options.clients)
    content = written(chance, ours, options.rows)
    print(f"the file has {len(content) / 1024:.0f} KB")
    with timed("opening it in the request"):
        kind = Book(content, EXTRACT).kind
    with db.unit():
        extract = Extract.receive(by=manager, sent=Sent("daftar.xlsx", content, kind))
        reading.begin(extract, content)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with another(app, manager) as waits, timed("reading and matching"):
        reading.carry_on(extract.id)
    print(f"  memory grew by {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f} MB; another writer saved {len(waits)} times "
          f"meanwhile and waited {max(waits) * 1000:.0f} ms at most")
    extract = Extract.get_by_id(extract.id)
    print(f"  {extract.rows} rows, {extract.bad} bad, {extract.unmatched} of nobody, {extract.matched}, {extract.ticked().count()} ticked")
    with timed("taking it over"), db.unit():
        extract.apply(by=manager)
    with timed("looking what rests on it"):
        extract.followed()
    with timed("undoing it"), db.unit():
        extract.undo(by=manager, reason="Pengukuran")
    print(f"the trail: {audit.verify() or 'whole'}, {audit.Entry.select().count()} rows")


def numbered(count):
    """[(NIK, family card)] of every client, written into their records; two share a card, every other pair has none."""
    made = []
    with db.schema():
        for place, client in enumerate(Client.select(Client.id).order_by(Client.id).limit(count)):
            nik = f"99010{2 if place < 10_000 else 3}140512{place % 10_000:04}"
            card = f"99010214051{place // 2:05}" if place % 4 < 2 else ""
            Client.update(nik=nik, family_card=card).where(Client.id == client.id).execute()
            made.append((nik, card))
    return made


def written(chance, ours, rows):
    """The list as a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    sheet.append(HEAD)
    for number in range(1, rows + 1):
        one, stranger = child(chance), (f"990201140512{number % 10000:04}", f"99020114051{number:05}")
        nik, card = chance.choice(ours) if chance.random() < OURS else stranger
        sheet.append((number, nik, card, one.name, one.born, chance.randrange(11), "20/02/2026", f"Jalan Kenanga {number}"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


if __name__ == "__main__":
    main()
