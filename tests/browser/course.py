"""A course as a small office runs it, with as many participants as are asked for and the longest names among them, by the real verbs; its papers."""
from datetime import date, datetime, timedelta
from types import SimpleNamespace

from flask import g, render_template

from portal import clock
from portal.db import db
from portal.decisions.models import Decision
from portal.office.models import Office, Official
from portal.rules.approval import DecisionStep
from portal.rules.attendance import Mark
from portal.rules.batch_paper import Asked, BatchPaper
from portal.rules.followup import FollowUpStatus
from portal.rules.nik import Sex
from portal.rules.placement import BatchStep, LeaveReason, PlacementStep
from portal.rules.roles import Role
from portal.rules.service import FundSource
from portal.rules.trades import ProviderKind, Trade
from portal.training.aftercare.followups import FollowUp
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.fitting.fit import Answers
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from portal.training.paper.printing import drawn, printed
from portal.training.programmes import Programme
from tests.conftest import MONDAY

LONG_NAME = "Muhammad Abdurrahman Kusumawardhana Hadiningrat Putra Perkasa Wirabuana"
NAMES = ("Fajar Pratama", "Ni Putu Ayu Kusumaningrum", "Rian Samudra", LONG_NAME, "Siti", "Yohanes Don Bosco Ratulangi")
OFFICE = {"name": "Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana",
          "address": "Jalan Jenderal Besar Raden Soedirman Nomor 128, Kelurahan Pantai Baru, 99015", "phone": "(0599) 4212345"}
CONTENT = "Kebersihan dan keselamatan kerja\nPotongan dasar\nPotongan model dan penataan\nPelayanan pelanggan\nMenghitung biaya dan modal usaha"
STARTS, ENDS = date(2026, 3, 2), date(2026, 6, 30)
GROWN = date(2006, 1, 2)


def course(make, count, *, seats=None, long_names=False):
    """A running course of `count` people with its meetings of March: one leaves, one is away now and then."""
    clock.use(lambda: MONDAY)
    officer, manager = make.user(name="Siti Rahmawati Kusumaningrum, S.Tr.Sos."), make.user(Role.MANAGER, name="Komang Wirawan, S.Sos., M.Si.")
    with db.unit():
        if long_names:
            Office.current().amend(by=officer, **OFFICE)
        Official.appoint(by=manager, name="Prof. Dr. Ir. Hj. Raden Ayu Nur Aisyah Kusumawardhani, S.Sos., M.M., M.A.P.", title="Kepala Dinas Sosial",
                         rank="Pembina Utama Muda (IV/c)", nip="197508172000122001", since=date(2025, 1, 2))
        taught = Programme.begin(
            by=officer, trade=Trade.BARBER, name="Barbershop Dasar", provider="Balai Latihan Kerja Teluk Melati",
            place="Jalan Kenanga 7, Kota Melati", provider_kind=ProviderKind.PUBLIC_TRAINING_CENTRE, hours_per_day=4, work_practice=True,
            admits_adults=True, allowance=25000, content=CONTENT, min_attendance=80)
        batch = Batch.plan(by=officer, programme=taught, seats=seats or max(count, 15), starts=STARTS, ends=ENDS, days=[0, 1, 2, 3, 4],
                           funding=FundSource.APBD)
    placements = [joined(make, batch, n, by=officer, manager=manager) for n in range(count)]
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    clock.use(lambda: datetime(2026, 3, 31, 1, 0))
    march = [STARTS + timedelta(n) for n in range(30) if (STARTS + timedelta(n)).weekday() < 5]
    with db.unit():
        for on in march:
            marks = {each.id: (away(n, on), "") for n, each in enumerate(placements)}
            Meeting.hold(batch, by=officer, on=on).take(marks, by=officer)
    return SimpleNamespace(batch=Batch.get_by_id(batch.id), officer=officer, manager=manager, placements=placements)


def away(n, on):
    """Who is present, and who not: every fifth misses a day a week."""
    return list(Mark)[1 + n % 3] if n % 5 == 4 and on.weekday() == n % 4 else Mark.PRESENT


def joined(make, batch, n, *, by, manager):
    """The n-th participant, approved into a seat."""
    name = NAMES[n % len(NAMES)]
    case = make.case(by=by, met=True, person={"name": name if n < len(NAMES) else f"{name} {n + 1}"})
    with db.unit():
        case.client.correct(by=by, sex=Sex.FEMALE if n % 3 == 1 else Sex.MALE, birth_date=GROWN, birth_place="Kota Melati")
        placement = propose(batch, case, by=by, answers=Answers(assent=True, health_letter=True))
        Decision.about(placement).get().decide(DecisionStep.APPROVE, by=manager)
    return Placement.get_by_id(placement.id)


def ended(world):
    """The same after its last day: most passed, one not, one had left; one was visited after a month."""
    officer, day = world.officer, date(2026, 6, 30)
    clock.use(lambda: datetime(2026, 8, 3, 1, 0))
    rows = [Placement.get_by_id(each.id) for each in world.placements]
    with db.unit():
        for n, each in enumerate(rows):
            if n % 7 == 5:
                each.leave(LeaveReason.MOVED, by=officer, ended_on=date(2026, 3, 20))
            else:
                each.finish(PlacementStep.FAIL if n % 7 == 6 else PlacementStep.PASS, by=officer, ended_on=day,
                            certificate="" if n % 2 else f"BLK/{n + 1:03d}/2026", toolkit="Alat cukur", allowance=None if n % 3 else 500000,
                            practice_place="Pangkas Rambut Sahabat")
        Batch.get_by_id(world.batch.id).go(BatchStep.END, by=officer)
        if rows:
            FollowUp.write(Placement.get_by_id(rows[0].id), 1, by=officer, visited_on=date(2026, 7, 31), status=FollowUpStatus.WORKING,
                           income=1500000, uses_skill=True)
    world.batch = Batch.get_by_id(world.batch.id)
    return world


def page(app, world, what, paper, month=None, full_name=True):
    """One paper of the course as html."""
    with app.test_request_context(base_url="http://localhost:8100"):
        g.user = world.officer
        with db.unit():
            row = printed(world.batch, by=world.officer, what=BatchPaper(what), month=month, paper=paper, full_name=full_name)
        template, told = drawn(world.batch, Asked(BatchPaper(what), month), row, world.officer)
        return render_template(template, **told)
