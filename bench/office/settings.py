"""What an office sets over the years: Ramadan's hours, days off of its own, targets of its own from a day on, and the money of the standard."""
from datetime import date

from bench.office.staff import SINCE
from portal.office.holidays import Holiday
from portal.office.hours import WorkHours
from portal.office.targets import LevelTarget
from portal.recap.budget import SpmYear
from portal.rules.categories import SpmType
from portal.rules.clocks import Clock, TargetUnit
from portal.rules.levels import Level
from portal.rules.workdays import DayStanding

RAMADAN = ((date(2024, 3, 12), date(2024, 4, 9)), (date(2025, 3, 1), date(2025, 3, 30)), (date(2026, 2, 18), date(2026, 3, 19)))
SHORT = {"0": ["08.00", "15.00"], "1": ["08.00", "15.00"], "2": ["08.00", "15.00"], "3": ["08.00", "15.00"], "4": ["08.00", "15.30"]}
DAYS = ((date(2024, 10, 14), DayStanding.CLOSED, "Hari jadi kabupaten"), (date(2025, 10, 14), DayStanding.CLOSED, "Hari jadi kabupaten"),
        (date(2025, 12, 26), DayStanding.OPEN, "Cuti bersama tidak diambil"), (date(2026, 2, 9), DayStanding.CLOSED, "Listrik padam"),
        (date(2026, 2, 9), DayStanding.NATIONAL, "Tidak jadi ditutup"))
TARGETS = ((date(2025, 1, 1), Level.URGENT, Clock.FIND, 3, TargetUnit.HOURS),
           (date(2025, 1, 1), Level.ORDINARY, Clock.RESPOND, 2, TargetUnit.WORKING_DAYS),
           (date(2025, 1, 1), Level.ORDINARY, Clock.FINISH, 25, TargetUnit.WORKING_DAYS),
           (date(2025, 9, 1), Level.EMERGENCY, Clock.RESPOND, 90, TargetUnit.MINUTES),
           (date(2025, 9, 1), Level.URGENT, Clock.FIND, 4, TargetUnit.HOURS))
YEARS = (2024, 2025, 2026)


def settle(rows, admin):
    """Write all of it down."""
    for since, until in RAMADAN:
        rows.add(WorkHours, since=since, until=until, name="Ramadan", hours=SHORT)
    for day, standing, name in DAYS:
        rows.add(Holiday, day=day, standing=standing, name=name, made_by=admin, made_at=SINCE)
    for since, level, clock, amount, unit in TARGETS:
        rows.add(LevelTarget, valid_from=since, level=level, clock=clock, amount=amount, unit=unit, source="SK Kepala Dinas", made_by=admin,
                 made_at=SINCE)
    for year in YEARS:
        for spm_type in SpmType:
            rows.add(SpmYear, year=year, spm_type=spm_type, budget=rows.chance.randrange(50, 900) * 1_000_000,
                     realised=rows.chance.randrange(20, 50) * 1_000_000 if year < 2026 else None)
