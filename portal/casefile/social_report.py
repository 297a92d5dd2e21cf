"""The social report (*laporan sosial*): what a social worker tells of one case, from the first report to the recommendation."""
from flask import url_for
from flask_babel import gettext

from portal import clock, papers
from portal.assessments.kept import dtsen
from portal.assessments.models import Assessment
from portal.casefile import in_training
from portal.casefile.conditions import Conditions
from portal.casefile.timeline import Timeline
from portal.clients.agreed import consent_line, line
from portal.clients.discretion import Discretion
from portal.labels import label
from portal.letters.sheet import signer
from portal.office.models import Official, Region
from portal.phrases import clock_time, day, local_day
from portal.referrals.models import Referral
from portal.rules.assessment import AssessmentState
from portal.rules.channels import Channel
from portal.rules.client import ConsentKind
from portal.rules.referral import PaperState
from portal.rules.service import ServiceState
from portal.rules.timeline import EventKind
from portal.services.models import Service

KIND = "social_report"
# What happened to the client; the office's own steps stand in the case sheet.
TOLD = (EventKind.NOTE, EventKind.CONTACT)
# Channels whose words are names, and stay as they are inside a sentence.
NAMES = {Channel.HOTLINE_171, Channel.WHATSAPP, Channel.SATPOL_PP, Channel.POLICE, Channel.SP4N, Channel.INSTITUTION, Channel.OTHER_REGION}
MOST_EVENTS, MOST_WORDS = 15, 60
OUT = (PaperState.APPROVED, PaperState.ISSUED)


def basis(case):
    """The assessment that the report rests on: the last one accepted, else the one at work; None without any."""
    rows = [each for each in Assessment.of(case) if each.state != AssessmentState.CANCELLED]
    return next((each for each in rows if each.state == AssessmentState.ACCEPTED), rows[0] if rows else None)


def lacking(case):
    """What the report cannot say yet, as sentences for whoever is about to print it."""
    assessment = basis(case)
    if assessment is None:
        return [gettext("Belum ada asesmen, jadi keadaan klien, analisis, dan rekomendasi akan tercetak “Belum ada”.")]
    told = [] if assessment.analysis else [gettext("Analisis belum ditulis.")]
    told += [] if assessment.recommendation else [gettext("Rekomendasi belum ditulis.")]
    if assessment.state != AssessmentState.ACCEPTED:
        told.append(gettext("Asesmen ke-%(n)s belum diterima manajer, jadi laporan dicetak sebagai konsep.", n=assessment.n))
    return told


def sharing(client):
    """[sentence] on each institution that something of this client may be told, or not: for whoever hands the report over."""
    return [gettext("%(name)s: %(basis)s.", name=each.institution.name, basis=line(each.stand, names=True)) for each in client.sharing_consents()]


def contents(case, row, user):
    """Everything that the page prints; `row` is its Print."""
    discretion, assessment, printed_on = Discretion(case.client, user, initials=row.initials), basis(case), clock.local(row.at).date()
    services = list(Service.of(case))
    return {
        "case": case, "assessment": assessment, "size": row.paper, "print": papers.last_line(row, case.number, user), "veil": discretion.text,
        "initials": row.initials, "qr": papers.qr(url_for("casefile.by_number", number=case.number, _external=True)),
        "identity": identity(case, row), "family": discretion.family(), "reports": reports(case, user), "events": events(case, user),
        "about": Conditions(assessment) if assessment else None, "presenting": presenting(case), "dtsen": dtsen(case),
        "given": [(each, local_day(each.delivered_at)) for each in sorted((each for each in services if each.state == ServiceState.DELIVERED),
                                                                         key=lambda each: each.delivered_at)],
        "planned": [each for each in services if each.is_pending],
        "referrals": [each for each in Referral.of(case) if each.paper_state in OUT][::-1],
        "placements": in_training.told(case, user),
        "draft": assessment is None or assessment.state != AssessmentState.ACCEPTED,
        "writer": signer(assessment.made_by if assessment else case.lead), "official": Official.head(printed_on), "today": day(printed_on),
    }


def identity(case, row):
    """[(term, value)] of who this is: without what would give the name away where only initials are printed."""
    client, open_name = case.client, not row.initials
    named = [(gettext("Nama"), client.name), (gettext("Nama panggilan"), client.alias)] if open_name else [(gettext("Inisial"), client.initials)]
    nik = [(gettext("NIK"), client.nik or gettext("belum memiliki"))] if row.reveal else []
    birth = ", ".join(part for part in (client.birth_place, client.born if client.birth_date else "") if part)
    return [
        *named, *nik, (gettext("Nomor klien"), client.number), (gettext("Jenis kelamin"), label(client.sex) if client.sex else ""),
        *([(gettext("Tempat, tanggal lahir"), birth)] if open_name else []), (gettext("Usia"), age(client)),
        (gettext("Agama"), client.religion), (gettext("Pendidikan"), label(client.education) if client.education else ""),
        *([(gettext("Sekolah"), client.school)] if open_name else []), (gettext("Alamat"), address(client, in_full=open_name)),
        (gettext("Kategori PPKS"), ", ".join(str(label(each)) for each in case.categories)),
        *([(gettext("Sub-tipe"), label(case.sub_type))] if case.sub_type else []),
        (gettext("Dasar layanan"), consent_line(client, ConsentKind.SERVICE)),
    ]


def age(client):
    """13 tahun, ±16 tahun, or nothing."""
    years = client.age()
    return gettext("%(about)s%(years)s tahun", about="" if years.exact else "±", years=years.years) if years else ""


def address(client, *, in_full):
    """Where they live, down to the house or only to the kecamatan."""
    house = (client.address, Region.named(client.village)) if in_full else ()
    district = Region.named(client.district)
    return ", ".join(part for part in (*house, gettext("Kec. %(name)s", name=district) if district else "") if part)


def presenting(case):
    """What the client is served as, and since when."""
    sub_type = f" ({str(label(case.sub_type)).lower()})" if case.sub_type else ""
    return gettext("Klien dilayani sejak %(day)s sebagai %(category)s%(sub_type)s; tahap sekarang: %(stage)s.", day=local_day(case.opened_at),
                   category=label(case.category), sub_type=sub_type, stage=str(label(case.stage)).lower())


def reports(case, user):
    """[(how it came in, what it told)] of the reports that this person sees whole; who reported is never named."""
    return [(gettext("Laporan %(number)s, %(day)s pukul %(time)s, melalui %(channel)s", number=each.number,
                     day=local_day(each.received_at), time=clock_time(each.received_at), channel=within(each.channel)), each.narrative)
            for each in case.reports_for(user)]


def within(channel):
    """A channel's words inside a sentence: small, unless they are a name."""
    words = str(label(channel))
    return words if channel in NAMES else words[0].lower() + words[1:]


def events(case, user):
    """([(day, title, text)] of the last things that happened to the client, in short and the oldest first; how many more there were)."""
    told = [each for each in Timeline.of(case, user, settled=True) if each.kind in TOLD]
    return [(local_day(each.at), each.title, in_short(each.text)) for each in told[:MOST_EVENTS]][::-1], max(0, len(told) - MOST_EVENTS)


def in_short(text):
    """The first words of a text."""
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS]) + " …"
