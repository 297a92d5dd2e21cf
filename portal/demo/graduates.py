"""Those of the year before: nine young people who learnt to sew from January to March 2025, and what became of them since."""
from dataclasses import dataclass
from datetime import date

from portal.demo.told import Told, told
from portal.rules.followup import FollowUpStatus as Found
from portal.rules.placement import LeaveReason

STARTS, ENDS = date(2025, 1, 20), date(2025, 3, 21)
COURSE = {"seats": 10, "starts": STARTS, "ends": ENDS, "sessions": 25, "days": [0, 2, 4], "join_until": date(2025, 1, 31)}
TOPICS = (("01-20", "Mengenal mesin dan keselamatan kerja"), ("01-31", "Jahitan lurus"), ("02-14", "Pola dasar"), ("02-28", "Memotong bahan"),
          ("03-14", "Menjahit kemeja"))
HOME_AT, SHOP, OWN = "Di rumah, Pasar Lama", "Konveksi Melati Jaya", "Jahit Permak Karang Indah"


@dataclass(frozen=True)
class Graduate:
    """One of them: who, from which village, the mother; `missed` are the meetings without them (counted from 0, with the mark and why),
    `visits` what each found: (day, status, income, still sewing, place); `left` why, on which day and in which words somebody left early,
    `reason` why somebody was proposed whom the rules do not simply admit."""

    name: str
    sex: str
    born: str
    village: str
    guardian: str
    visits: tuple
    decile: int = 2
    missed: tuple = ()
    left: tuple = ()
    reason: str = ""

    @property
    def told(self):
        """As the file of demo cases tells of somebody: they live and answer as Fajar did."""
        person = {"name": self.name, "sex": self.sex, "nik": None, "birth_date": self.born}
        report = {"channel": "outreach", "kecamatan": self.village[:8], "desa": self.village, "place": "Perempatan Jalan Melati Raya",
                  "narrative": "Mengamen setiap sore, putus sekolah, ingin belajar menjahit.", "danger": "Tidak"}
        return Told({"reports": [report], "people": [person], "category": "04", "additional_categories": [], "sub_type": "B", "restricted": False,
                     "dtsen": {"status": "Terdaftar", "decile": self.decile}, "answers": told(5).answers, "expected": None})


def works(day, income, place, status=Found.WORKING, sews=True):
    """A visit that found somebody at work."""
    return day, status, income, sews, place


def found(status, *days):
    """Visits on these days that found this, and no work."""
    return tuple((day, status, None, status == Found.SCHOOL or None, "") for day in days)


GRADUATES = (
    Graduate("Yulia Kartini", "P", "2008-03-11", "99.01.01.1003", "Suharti", visits=(
        works("2025-04-22", 900_000, SHOP), works("2025-06-23", 1_100_000, SHOP), works("2025-09-22", 1_400_000, HOME_AT, Found.OWN_BUSINESS),
        works("2026-03-10", 1_600_000, HOME_AT, Found.OWN_BUSINESS))),
    Graduate("Mega Puspita", "P", "2007-09-02", "99.01.02.2002", "Ni Made Rai", decile=3, visits=(
        works("2025-04-22", 600_000, OWN, Found.OWN_BUSINESS), works("2025-06-24", 850_000, OWN, Found.OWN_BUSINESS),
        works("2025-09-23", 1_000_000, OWN, Found.OWN_BUSINESS), works("2026-03-10", 1_250_000, OWN, Found.OWN_BUSINESS))),
    Graduate("Intan Kemala", "P", "2008-07-19", "99.01.03.2001", "Baiq Hasanah", missed=((1, "sick", "Demam"),), visits=(
        *found(Found.IDLE, "2025-04-23"), works("2025-06-24", 800_000, SHOP), works("2025-09-23", 950_000, SHOP),
        works("2026-03-11", 1_050_000, SHOP))),
    Graduate("Wahyu Ardana", "L", "2007-12-05", "99.01.04.2001", "Ni Luh Ardani", missed=((2, "absent", "Tanpa kabar"),), visits=(
        *found(Found.IDLE, "2025-04-23"), *found(Found.BACK_ON_STREET, "2025-06-25"),
        works("2025-09-24", 700_000, "Binatu Pantai Baru", sews=False), *found(Found.IDLE, "2026-03-12"))),
    Graduate("Tegar Mahesa", "L", "2008-10-23", "99.01.01.1002", "Masitah", missed=((3, "permitted", "Mengurus akta"),), visits=found(
        Found.NOT_FOUND, "2025-04-24", "2025-05-26", "2025-06-25", "2025-07-28", "2025-09-24", "2026-03-12")),
    Graduate("Novi Anggraini", "P", "2007-06-30", "99.01.02.2001", "Sumarni", visits=(
        works("2025-04-24", 750_000, SHOP), *found(Found.NOT_FOUND, "2025-06-26"), works("2025-07-29", 800_000, SHOP),
        works("2025-09-25", 900_000, SHOP))),
    Graduate("Ketut Sriasih", "P", "2009-01-27", "99.01.04.2002", "Ni Wayan Suci", decile=1, visits=found(
        Found.SCHOOL, "2025-04-24", "2025-06-26", "2025-09-25"),
        reason="Usia 15 tahun: mengikuti Paket B di PKBM pada sore hari, bersamaan dengan pelatihan pagi."),
    Graduate("Laras Setyaningsih", "P", "2008-05-14", "99.01.03.2002", "Partini", visits=(
        *found(Found.IDLE, "2025-04-25"), works("2025-06-27", 500_000, "Di rumah, Jati Kencana", Found.OWN_BUSINESS),
        *found(Found.NOT_FOUND, "2025-09-26", "2025-10-28"), works("2026-03-13", 700_000, "Di rumah, Jati Kencana", Found.OWN_BUSINESS))),
    Graduate("Rendi Maulana", "L", "2008-02-08", "99.01.01.1001", "Yusniar", missed=((1, "absent", ""),), visits=found(
        Found.NOT_FOUND, "2026-03-13"), left=(LeaveReason.MOVED, "2025-02-07", "Ikut ayahnya bekerja di kabupaten lain.")),
)
