"""Who works in the office, whom it works with, and who signs."""
from datetime import date, datetime

from bench.office.rows import person
from portal.accounts.models import HASHER, User
from portal.accounts.roles import UserRole
from portal.db import db
from portal.office.models import Official
from portal.referrals.institutions import Institution
from portal.rules.roles import Role

PASSWORD = "sigap-demo"
SINCE = datetime(2023, 1, 2, 1, 0)
KNOWN = (("admin", "Bagus Setiawan, S.Kom.", Role.ADMIN), ("auditor", "Ratna Anggraini, S.E.", Role.AUDITOR),
         ("manajer", "Komang Wirawan, S.Sos., M.Si.", Role.MANAGER), ("manajer2", "Dr. Nur Aisyah Lestari, M.M.", Role.MANAGER),
         ("manajer3", "Drs. Made Suardana, M.Si.", Role.MANAGER), ("petugas", "Siti Rahmawati, S.Tr.Sos.", Role.OFFICER),
         ("petugas2", "Hadi Kusuma, S.Sos.", Role.OFFICER))
OFFICERS = 30
LEFT = 3  # officers who work here no more


class Staff:
    """Ids: `officers` at work, those who have `left`, `managers`, the `admin`; and the institutions to refer to."""

    def __init__(self, rows):
        chance, self.officers, self.managers = rows.chance, [], []
        word = HASHER.hash(PASSWORD)
        people = [*KNOWN, *((f"petugas{n}", person(chance, chance.random() < .5), Role.OFFICER) for n in range(3, OFFICERS + 1))]
        for place, (username, name, role) in enumerate(people):
            active = place < len(people) - LEFT
            user = rows.add(User, username=username, name=name, password=word, must_change_password=False, active=active)
            rows.add(UserRole, user=user["id"], role=role, since=SINCE)
            if role in (Role.OFFICER, Role.MANAGER):
                (self.managers if role == Role.MANAGER else self.officers).append(user["id"])
            self.admin = user["id"] if role == Role.ADMIN else getattr(self, "admin", None)
        self.left = self.officers[-LEFT:]
        self.institutions = list(Institution.select().order_by(Institution.id))
        self.official = rows.add(Official, name="Dr. Nur Aisyah Lestari, M.M.", title="Kepala Dinas Sosial", rank="Pembina Utama Muda (IV/c)",
                                 nip="197508172000122001", since=date(2023, 1, 2))["id"]
        self.teams = {}
        self.chance = chance

    def near(self, district):
        """An officer of those who go to this kecamatan; one works everywhere."""
        if district not in self.teams:
            self.teams[district] = self.chance.sample(self.officers, 6)
        return self.chance.choice(self.teams[district] if self.chance.random() < .8 else self.officers)


def founded(places, zone, paper):
    """The founded office in which all this happens."""
    from portal.office.models import Office
    with db.unit():
        return Office.set_up(by=None, places=places, government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial", region="99.01", zone=zone,
                             place="Teluk Melati", address="Jalan Melati Raya Nomor 1, Kota Melati 99011", phone="(0999) 100100",
                             email="dinsos@telukmelati.example", paper=paper, demo=True)
