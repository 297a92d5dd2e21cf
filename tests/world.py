"""A case with everything that can hang below it, made by the real verbs; each thing known by its id under a short name."""
import io
from datetime import date

from PIL import Image

from portal import clock
from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.clients.consents import Consent
from portal.clients.models import Client, Relation
from portal.conferences.models import Conference
from portal.correspondence.matters import CaseMatter
from portal.correspondence.writing import Writing
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
from portal.rules.conference import ConferenceKind
from portal.rules.consideration import ConsiderationReason
from portal.rules.decile import DtsenStatus
from portal.rules.decile import Programme as MinistryProgramme
from portal.rules.followup import FollowUpStatus
from portal.rules.letter_kind import LetterKind
from portal.rules.levels import Level
from portal.rules.lifecycle import PauseReason
from portal.rules.nik import Sex
from portal.rules.outreach import Purpose
from portal.rules.outside_family import CareKind
from portal.rules.placement import BatchStep, PlacementStep
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.rules.trades import ProviderKind, Trade
from portal.services.models import Service
from portal.services.outside import OutsideCare
from portal.training.aftercare.followups import FollowUp
from portal.training.attendance.meetings import Meeting
from portal.training.batches import Batch
from portal.training.fitting.fit import Answers
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from portal.training.programmes import Programme

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
        sentra = Institution.add(by=officer, kind=InstitutionKind.SENTRA, name="Sentra Pelita", ministry=True)
        head = Official.appoint(by=admin, name="Dr. Nur Aisyah, M.M.", title="Kepala Dinas Sosial", nip="197508172000122001", since=date(2025, 1, 2))
        course = Programme.begin(by=officer, trade=Trade.BARBER, name="Barbershop Dasar", provider="BLK Teluk Melati", hours_per_day=4,
                                 provider_kind=ProviderKind.PUBLIC_TRAINING_CENTRE)
        batch = Batch.plan(by=officer, programme=course, seats=15, starts=date(2026, 2, 2), ends=date(2026, 9, 30))
        batch.go(BatchStep.START, by=officer)
        meeting = Meeting.hold(batch, by=officer, on=clock.today())
        trip = Outreach.plan(by=officer, lead=officer, purpose=Purpose.PATROL, planned_on=clock.today(), points=[["99.01.01", "Terminal"]])
    return {"trip": trip.id, "institution": place.id, "sentra": sentra.id,
            "official": head.id, "programme": course.id, "batch": batch.id, "meeting": meeting.id}


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
        update = considered(case, by=by, manager=manager)
        consideration = Consideration.request(case, by=by, reason=list(ConsiderationReason)[0], text="Keluarga jatuh miskin sejak kebakaran.")
        service = Service.need(Case.get_by_id(case.id), by=by, spm=Spm.SPM03)
        sibling = Client.register(by=by, care_team=client.care_team, name="Sekar Kamboja")
        client.add_relation(by=by, kind=RelationKind.SIBLING, other=sibling)
        outside = OutsideCare.propose(Case.get_by_id(case.id), by=by, care=CareKind.KIN, what="Bibi di Bukit Rindang", impossible="", kin_tried="",
                                      child_view="Mau", review_on=clock.today(), by_when=clock.today())
        file = File.attach(case, cleaned(PDF), by=by, title="Surat sekolah")
        picture = File.attach(client, cleaned(drawn()), by=by, title="Kartu keluarga")
        case.propose_level(Level.URGENT, by=by, reason="Makin sering sakit.")
        placement = propose(Batch.get_by_id(place["batch"]), case, by=by, answers=READY)
        Decision.about(placement).get().decide(DecisionStep.APPROVE, by=manager)
        visit = visited_after(placement, by=by) if passed else None
        Pause.ask(Case.get_by_id(case.id), by=by, reason=list(PauseReason)[0], review_on=date(2026, 4, 1))
        Decision.open_about(case, DecisionKind.PAUSE).decide(DecisionStep.APPROVE, by=manager)
        referral = referred(case, place, by=by, manager=manager)
        paper = Print.make(referral, "letter", by=by, paper="f4")
        writing = Writing.begin(CaseMatter("case", Case.get_by_id(case.id)), LetterKind.HOSPITAL, by=by,
                                institution=Institution.get_by_id(place["institution"])).letter
        written = Print.make(writing, "hospital", by=by, paper="f4")
        sheet = Print.make(case, "case_sheet", by=by, paper="f4")
        target = Target.begin(by=by, trip=Outreach.get_by_id(place["trip"]), case=case)
        conference = Conference.hold(Case.get_by_id(case.id), by=by, at=clock.now(), kind=ConferenceKind.INTERNAL, place="Ruang rapat", note_taker=by,
                                     chair=manager, assessed=TOLD, options=TOLD, child_view=TOLD, conclusion=TOLD,
                                     resolutions=[{"what": TOLD, "user": by, "person": "", "due": clock.today()}])
        minutes = Print.make(conference, "minutes", by=by, paper="f4")
        report = case.reports.get()
        receipt = Print.make(report, "receipt", by=by, paper="f4")
        agreeing = Print.make(client, "consent_service", by=by, paper="f4")
        assessed, asked = Print.make(assessment, "assessment", by=by, paper="f4"), Print.make(case, "blank_assessment_scored", by=by, paper="f4")
        told = Print.make(case, "social_report", by=by, paper="f4")
        visited = Print.make(placement, "follow_up_1", by=by, paper="f4")
    return {
        "report": report.id, "receipt": receipt.copy, "agreeing": agreeing.copy, "person": report.people.get().id, "target": target.id,
        "client": client.id, "case": case.id, "number": case.number,
        "check": client.dtsen.id, "relation": Relation.get(Relation.client == client).id, "consent": Consent.get(Consent.client == client).id,
        "assessment": assessment.id, "consideration": consideration.id, "update": update.id, "service": service.id,
        "outside": outside.id, "sibling": sibling.id, "file": file.id, "picture": picture.id,
        "placement": placement.id, "conference": conference.id, "resolution": conference.resolutions.get().id, "minutes": minutes.copy,
        "decision": Decision.open_about(case).id, "referral": referral.id, "letter": referral.letter_id,
        "writing": writing.id, "written": written.id, "paper": paper.id, "sheet": sheet.copy,
        "assessed": assessed.copy, "asked": asked.copy, "told": told.copy, "visit": visit and visit.id, "visited": visited.copy,
        "member": by.id, "report_number": report.number, "client_number": client.number, "referral_number": referral.number,
    }


def visited_after(placement, *, by):
    """The first visit to somebody whose training ended a month ago."""
    one = Placement.get_by_id(placement.id).change(by=by, seated_on=date(2026, 2, 2))
    one.finish(PlacementStep.PASS, by=by, ended_on=date(2026, 2, 2))
    return FollowUp.write(one, 1, by=by, visited_on=clock.today(), status=FollowUpStatus.IDLE, note=TOLD)


def considered(case, *, by, manager):
    """What an approved consideration for one programme leaves to be done about DT-SEN."""
    asked = Consideration.request(case, by=by, reason=ConsiderationReason.ILLNESS, text="JKN tidak aktif.", programme=MinistryProgramme.PBI_JK)
    Decision.open_about(asked).decide(DecisionStep.APPROVE, by=manager)
    return DtsenUpdate.of(asked)


READY = Answers(consent=ConsentBasis.GUARDIAN, consent_by=GUARDIAN, assent=True, supervision="Didampingi instruktur; memakai pelindung.")


def drafted(case, place, *, by):
    """A referral whose guardian agreed to it."""
    there = Institution.get_by_id(place["institution"])
    case.client.record_consent(by=by, kind=ConsentKind.SHARING, basis=ConsentBasis.GUARDIAN, given_on=clock.today(), given_by=GUARDIAN,
                               institution=there)
    return Referral.draft(case, by=by, institution=there, kind=ReferralKind.MEDICAL, reason="Perlu perawatan.",
                          service="Rawat inap.", summary="Gelisah.", consent=ConsentBasis.GUARDIAN, shared=[Shared.NAME, Shared.BIRTH])


def approved(case, place, *, by, manager):
    """A referral that a manager agreed to."""
    row = drafted(case, place, by=by)
    row.submit(by=by).decision.decide(DecisionStep.APPROVE, by=manager)
    return Referral.get_by_id(row.id)


def referred(case, place, *, by, manager):
    """A referral whose letter is issued."""
    return approved(case, place, by=by, manager=manager).issue(Official.get_by_id(place["official"]), by=by)
