"""The fictional Kabupaten Teluk Melati: its office, its people, and whom it works with."""
from datetime import date

from portal import clock
from portal.accounts.delegations import Delegation
from portal.accounts.models import User
from portal.demo.partners import BATCHES, INSTITUTIONS
from portal.demo.stage import ZONE, at
from portal.letters.books import LetterBook
from portal.letters.models import Letter
from portal.office.models import Office, Official
from portal.office.regions import places
from portal.referrals.institutions import Institution
from portal.rules.attendance import Mark
from portal.rules.letter_number import Secrecy, SigningMode
from portal.rules.office import Paper
from portal.rules.roles import Role
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.programmes import Programme

REGION = "99.01"
PASSWORD = "sigap-demo"

ADMIN = {"username": "admin", "name": "Bagus Setiawan, S.Kom.", "title": "Pranata Komputer", "granted": [Role.ADMIN]}
PEOPLE = (
    {"username": "petugas", "name": "Siti Rahmawati, S.Tr.Sos.", "title": "Pekerja Sosial", "nip": "199004122015032003", "granted": [Role.OFFICER]},
    {"username": "petugas2", "name": "Hadi Kusuma, S.Sos.", "title": "Koordinator Satgas", "nip": "198703142010011004", "granted": [Role.OFFICER]},
    {"username": "manajer", "name": "Komang Wirawan, S.Sos., M.Si.", "title": "Kepala Bidang Rehabilitasi Sosial",
     "nip": "197906182005011003", "granted": [Role.MANAGER]},
    {"username": "manajer2", "name": "Dr. Nur Aisyah Lestari, M.M.", "title": "Kepala Dinas Sosial", "nip": "197508172000122001",
     "granted": [Role.MANAGER]},
    {"username": "auditor", "name": "Ratna Anggraini, S.E.", "title": "Auditor Inspektorat", "granted": [Role.AUDITOR]},
)
OFFICE = {
    "government": "Pemerintah Kabupaten Teluk Melati", "name": "Dinas Sosial", "address": "Jalan Melati Raya Nomor 1, Kota Melati 99011",
    "phone": "(0999) 100100", "email": "dinsos@telukmelati.example", "place": "Kota Melati", "region": REGION, "zone": ZONE,
    "paper": Paper.F4, "demo": True,
}


class Town:
    """The office's people by user name (`town["petugas"]`), the institutions and batches by the names of `partners`."""

    def __init__(self):
        self.people, self.institutions, self.batches = {}, {}, {}

    def __getitem__(self, username):
        return self.people[username]

    def founding(self):
        """January of the year before: set-up and accounts."""
        yield at("2025-01-06 08.00")
        admin = self._account(ADMIN, by=None)
        Office.set_up(by=admin, places=places(REGION), **OFFICE)
        yield at("2025-01-06 08.40")
        for person in PEOPLE:
            self._account(person, by=admin)

    def new_year(self):
        """The first weeks of this year: who signs, the directory and the courses."""
        admin = self["admin"]
        yield at("01-05 09.15")
        Official.appoint(by=admin, since=date(2025, 2, 3), user=self["manajer2"], name=self["manajer2"].name, title="Kepala Dinas Sosial",
                         rank="Pembina Utama Muda (IV/c)", nip="197508172000122001")
        Official.appoint(by=admin, since=date(2025, 2, 3), name="Drs. Made Suardana, M.Si.", title="Sekretaris", rank="Pembina Tingkat I (IV/b)",
                         nip="197111051995031002")
        yield at("01-06 10.00")
        for key, details in INSTITUTIONS.items():
            self.institutions[key] = self._institution(details)
        yield at("01-12 13.30")
        for key, (programme, course) in BATCHES.items():
            taught = Programme.get_or_none(name=programme["name"]) or self._programme(programme)
            self.batches[key] = Batch.plan(by=self["petugas2"], programme=taught, **course).id

    def last_days(self):
        """A letter that was typed elsewhere takes its number from the register; the head will be away, and the order says who stands in."""
        yield at("03-26 14.20")
        Letter.book_outside(by=self["petugas2"], book=LetterBook.main(), code="400.9.1", regarding="Undangan Rapat Koordinasi Satgas",
                            addressee="Kepala Satpol PP Kabupaten Teluk Melati", secrecy=Secrecy.ORDINARY)
        yield at("03-27 15.45")
        Delegation.record(by=self["admin"], user=self["manajer"], principal=self["manajer2"], mode=SigningMode.PLH, post="Kepala Dinas Sosial",
                          order_no="800.1.11.1/0042/DINSOS/2026", since=date(2026, 3, 30), until=date(2026, 4, 2), rank="Pembina (IV/a)")

    def batch(self, key):
        """The course as it stands."""
        return Batch.get_by_id(self.batches[key])

    def everybody_came(self, key, topic):
        """Today's meeting of a course, with everyone present."""
        meeting = Meeting.hold(self.batch(key), by=self["petugas2"], on=clock.today(), topic=topic)
        meeting.take({placement.id: (Mark.PRESENT, "") for placement in meeting.roster(self["petugas2"])}, by=self["petugas2"])

    def _institution(self, details):
        """The one of its kind that the directory started from, looked at and written down as it is; else one more."""
        begun = Institution.select().where(Institution.kind == details["kind"], Institution.unchecked).first()
        known = {name: value for name, value in details.items() if value}
        return begun.amend(by=self["petugas"], **known) if begun else Institution.add(by=self["petugas"], **details)

    def _programme(self, details):
        """A programme; its provider is the one of the directory, where it stands there."""
        return Programme.begin(by=self["petugas2"], institution=Institution.get_or_none(name=details["provider"]), **details)

    def _account(self, person, *, by):
        user = User.add(by=by, password=PASSWORD, must_change=False, **person)
        self.people[user.username] = user
        return user
