"""The case sheet: the whole file of one case on paper, in the order of a file: the oldest first."""
from types import SimpleNamespace

from flask import url_for
from flask_babel import gettext

from portal import clock, papers
from portal.assessments.levels import as_it_stands
from portal.assessments.models import Assessment
from portal.assessments.results import decided, tenths
from portal.casefile import in_training
from portal.casefile.timeline import Timeline, people
from portal.cases import clocks
from portal.cases.folder import place, said_age
from portal.clients.agreed import line
from portal.labels import label
from portal.letters.sheet import signer
from portal.office.models import Official
from portal.phrases import day, moment
from portal.referrals.models import Referral
from portal.rules.client import ConsentKind
from portal.rules.narrative import NEEDED
from portal.rules.nik import mask
from portal.services.models import Service

KIND = "case_sheet"


def contents(case, row, user):
    """Everything that the page prints."""
    events = Timeline.of(case, user, settled=True)
    return {
        "case": case, "size": row.paper, "print": papers.last_line(row, case.number, user),
        "qr": papers.qr(url_for("casefile.by_number", number=case.number, _external=True)), "identity": identity(case, row.reveal),
        "clocks": clock_rows(case), "assessment": judged(case), "services": list(Service.of(case)), "events": events[::-1],
        "people": people(events), "referrals": list(Referral.of(case)),
        "placements": in_training.told(case, user), "official": Official.head(),
        "officer": officer(case), "today": day(clock.today()),
    }


def identity(case, reveal):
    """[(term, value)] of who this is."""
    client, check = case.client, case.client.dtsen
    return [
        (gettext("Nama"), client.name), (gettext("Nama panggilan"), client.alias),
        (gettext("NIK"), client.nik if reveal or not client.nik else mask(client.nik)),
        (gettext("Nomor klien"), client.number), (gettext("Jenis kelamin"), label(client.sex) if client.sex else ""),
        (gettext("Tempat lahir"), client.birth_place), (gettext("Usia"), said_age(client)), (gettext("Wilayah"), place(client)),
        (gettext("Tempat biasa"), client.usual_place), (gettext("Wali"), guardian(client)),
        (gettext("Kategori"), ", ".join(str(label(each)) for each in case.categories)),
        (gettext("Sub-tipe"), label(case.sub_type) if case.sub_type else ""),
        (gettext("Jenis SPM"), label(case.spm_type) if case.spm_type else gettext("Di luar SPM")),
        (gettext("DT-SEN"), check.said if check else gettext("Belum dicek")),
        (gettext("Dasar layanan"), line(client.consent(ConsentKind.SERVICE), names=True)),
        (gettext("Tahap"), label(case.stage)), (gettext("Tingkat"), label(case.level)),
    ]


def guardian(client):
    """Who carries the responsibility; that somebody may be the one who harms is said with the name."""
    found = sorted((each for each in client.circle() if each.guardian), key=lambda each: each.exploiter)
    if not found:
        return ""
    return gettext("%(name)s (mungkin merugikan klien)", name=found[0].called) if found[0].exploiter else found[0].called


def clock_rows(case):
    """[(name, limit, stopped, words)] of the four clocks."""
    histories = clocks.Histories.of([case])
    return [(label(each.clock), moment(each.limit), moment(each.stopped_at) or "–", clocks.face(case, each, histories)[1])
            for each in clocks.readings(case, histories)]


def judged(case):
    """The latest assessment that was submitted, with its domains and the sentence that says what decided; None without one."""
    latest = Assessment.last_put(case)
    if latest is None:
        return None
    result = latest.reading()
    content = latest.instrument.content if result else None
    names = {each.code: each.name for each in content.domains} if content else {}
    return SimpleNamespace(
        n=latest.n, state=latest.state, at=latest.submitted_at, level=latest.final_level, levels=as_it_stands(latest),
        analysis=latest.analysis or latest.told_topics.get(NEEDED, ""),
        score=tenths(result.score) if result else "", completeness=tenths(result.completeness) if result else "",
        decided=decided(content, result) if result else "",
        domains=[(each.code, names[each.code], each.points, each.most, tenths(each.percent)) for each in result.domains] if result else [])


def officer(case):
    """Who leads the case, as signatures are set; None without one."""
    return signer(case.lead)
