"""A case with everything that can hang below it, made by the real verbs; each thing known by its id under a short name."""
import io
from datetime import date

from PIL import Image

from portal import clock
from portal.assessments.considerations import Consideration
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.clients.models import Consent, Relation
from portal.db import db
from portal.decisions.models import Decision
from portal.files.models import File
from portal.files.store import cleaned
from portal.office.models import Official
from portal.outreach.models import Outreach
from portal.outreach.targets import Target
from portal.records import Print
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import DtsenStatus
from portal.rules.levels import Level
from portal.rules.lifecycle import PauseReason
from portal.rules.nik import Sex
from portal.rules.outreach import Purpose
from portal.rules.placement import BatchStep, PlacementStep
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.rules.trades import ProviderKind, Trade
from portal.services.models import Service
from portal.training.batches import Batch
from portal.training.fit import Answers
from portal.training.meetings import Meeting
from portal.training.models import Placement
from portal.training.programmes import Programme
from portal.training.proposals import propose

PDF = b"%PDF-1.4\n% Surat\n%%EOF\n"
NAME, NIK, PHONE, STREET, GUARDIAN = "Zefanya Wirajaya", "9901010605090001", "081234567890", "Jalan Kenanga 7", "Ibu Kartikasari"
TOLD = "Tidur di emperan toko Sinar."
# What only those who see the record whole may read; initials are Z.W.
SECRETS = (NAME, "Zefanya", NIK, PHONE, STREET, GUARDIAN, TOLD)


def drawn():
    """A small photograph."""
    photo = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(photo, "JPEG")
    return photo.getvalue()


def town(make):
    """What belongs to no case: an institution, who signs, a programme with its running batch and one meeting."""
    admin, officer = make.user(Role.ADMIN), make.user(name="Petugas Kota")
    with db.unit():
        place = Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name="RSJ Pelita", head="Direktur RSJ Pelita", place="Melati")
        head = Official.appoint(by=admin, name="Dr. Nur Aisyah, M.M.", title="Kepala Dinas Sosial", nip="197508172000122001", since=date(2025, 1, 2))
        course = Programme.begin(by=officer, trade=Trade.BARBER, name="Barbershop Dasar", provider="BLK Teluk Melati", hours_per_day=4,
                                 provider_kind=ProviderKind.PUBLIC_TRAINING_CENTRE)
        batch = Batch.plan(by=officer, programme=course, seats=15, starts=date(2026, 2, 23), ends=date(2026, 9, 30))
        batch.go(BatchStep.START, by=officer)
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
        trip = Outreach.plan(by=officer, lead=officer, purpose=Purpose.PATROL, planned_on=clock.today(), points=[["99.01.01", "Terminal"]])
    return {"trip": trip.id, "institution": place.id, "official": head.id, "programme": course.id, "batch": batch.id, "meeting": meeting.id}


def full_case(make, place, *, by, manager, restricted=False, passed=True):
    """{name: id} of one case and of everything below it; `place` is the town. `passed`: the training is over."""
    case = make.case(by=by, met=True, restricted=restricted, narrative=TOLD, person={"name": NAME, "nik": NIK, "sex": Sex.MALE})
    client = case.client
    with db.unit():
        client.correct(by=by, birth_date=date(2009, 5, 6), phone=PHONE, address=STREET)
        client.add_relation(by=by, kind=RelationKind.MOTHER, name=GUARDIAN, guardian=True)
        client.record_consent(by=by, kind=ConsentKind.SERVICE, basis=ConsentBasis.GUARDIAN, given_on=clock.today(), given_by=GUARDIAN)
        client.check_dtsen(by=by, status=DtsenStatus.LISTED, decile=8, checked_on=clock.today())
        assessment = Assessment.start(case, by=by)
        consideration = Consideration.request(case, by=by, reason=list(ConsiderationReason)[0], text="Keluarga jatuh miskin sejak kebakaran.")
        service = Service.need(Case.get_by_id(case.id), by=by, spm=Spm.SPM03)
        file = File.attach(case, cleaned(PDF), by=by, title="Surat sekolah")
        picture = File.attach(client, cleaned(drawn()), by=by, title="Kartu keluarga")
        case.propose_level(Level.URGENT, by=by, reason="Makin sering sakit.")
        placement = propose(Batch.get_by_id(place["batch"]), case, by=by, answers=READY)
        Decision.about(placement).get().decide(DecisionStep.APPROVE, by=manager)
        if passed:
            Placement.get_by_id(placement.id).finish(PlacementStep.PASS, by=by, ended_on=clock.today())
        Pause.ask(Case.get_by_id(case.id), by=by, reason=list(PauseReason)[0], review_on=date(2026, 4, 1))
        Decision.open_about(case, DecisionKind.PAUSE).decide(DecisionStep.APPROVE, by=manager)
        referral = referred(case, place, by=by, manager=manager)
        paper = Print.make(referral, "letter", by=by, paper="f4")
        sheet = Print.make(case, "case_sheet", by=by, paper="f4")
        target = Target.begin(by=by, trip=Outreach.get_by_id(place["trip"]), case=case)
        report = case.reports.get()
        receipt = Print.make(report, "receipt", by=by, paper="f4")
    return {
        "report": report.id, "receipt": receipt.copy, "person": report.people.get().id, "target": target.id,
        "client": client.id, "case": case.id, "number": case.number,
        "relation": Relation.get(Relation.client == client).id, "consent": Consent.get(Consent.client == client).id,
        "assessment": assessment.id, "consideration": consideration.id, "service": service.id, "file": file.id, "picture": picture.id,
        "placement": placement.id,
        "decision": Decision.open_about(case).id, "referral": referral.id, "letter": referral.letter_id, "paper": paper.id, "sheet": sheet.copy,
        "member": by.id, "report_number": report.number, "client_number": client.number, "referral_number": referral.number,
    }


READY = Answers(consent=ConsentBasis.GUARDIAN, consent_by=GUARDIAN, assent=True)


def drafted(case, place, *, by):
    return Referral.draft(case, by=by, institution=Institution.get_by_id(place["institution"]), kind=ReferralKind.MEDICAL, reason="Perlu perawatan.",
                          service="Rawat inap.", summary="Gelisah.", consent=ConsentBasis.GUARDIAN, shared=[Shared.NAME, Shared.BIRTH])


def approved(case, place, *, by, manager):
    """A referral that a manager agreed to."""
    row = drafted(case, place, by=by)
    row.submit(by=by).decision.decide(DecisionStep.APPROVE, by=manager)
    return Referral.get_by_id(row.id)


def referred(case, place, *, by, manager):
    """A referral whose letter is issued."""
    return approved(case, place, by=by, manager=manager).issue(Official.get_by_id(place["official"]), by=by)
