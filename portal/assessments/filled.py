"""A whole assessment on paper: each question as the form asks it with its answer and points, and the rule that decided."""
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext

from portal import clock, papers
from portal.accounts.history import moves_of
from portal.assessments.blank import NEED, Block, blocks, names
from portal.assessments.kept import Kept
from portal.assessments.levels import voices
from portal.assessments.parts import parts_of
from portal.assessments.reading import Numbers, said
from portal.assessments.results import tenths
from portal.assessments.submission import rounds
from portal.assessments.suggested import answer_text
from portal.assessments.telling import words
from portal.cases.folder import place
from portal.clients.blanks import unopened
from portal.clients.dtsen import DtsenCheck
from portal.labels import label
from portal.letters.sheet import signer
from portal.office.models import Official
from portal.phrases import day, worded
from portal.rules.assessment import AssessmentState
from portal.rules.nik import mask

PAPER = "assessment"
DTSEN = "dtsen_"
COLUMNS = {"dtsen_status": "status", "dtsen_decile": "decile", "dtsen_on": "checked_on", "dtsen_source": "source", "dtsen_card": "family_card"}
DRAFTS = {
    AssessmentState.DRAFT: "KONSEP: belum diajukan", AssessmentState.RETURNED: "KONSEP: dikembalikan untuk diperbaiki",
    AssessmentState.SUBMITTED: "KONSEP: belum diterima", AssessmentState.CANCELLED: "DIBATALKAN: tidak berlaku",
}


class Answered(NamedTuple):
    """One question with its answer in words. `before` is what the version before answered; `points`: an item's ItemPoints, `weight` its weight."""

    name: str
    text: str
    answer: str
    before: str = ""
    points: object = None
    weight: int = 0


def contents(assessment, row, user):
    """Everything that the page prints; `row` is its Print."""
    case, numbers, printed_on = assessment.case, Numbers(assessment), clock.local(row.at).date()
    kept, said_by = levels(assessment)
    return {
        "assessment": assessment, "case": case, "size": row.paper, "print": papers.last_line(row, case.number, user),
        "qr": papers.qr(url_for("assessments.show", id=assessment.id, _external=True)), "draft": DRAFTS.get(assessment.state),
        "facts": facts(assessment, row.reveal), "numbers": numbers, "percents": percents(numbers), "parts": parts(assessment, row.reveal),
        "previous": assessment.previous, "domains": names(assessment.instrument.content) if assessment.is_scored else {},
        "dtsen": kept.values["dtsen"], "voices": said_by, "moves": moves_of(assessment),
        "writer": signer(assessment.made_by), "official": Official.head(printed_on), "today": day(printed_on),
    }


def levels(assessment):
    """(the Kept of what was put last, or of what stands now, [Voice] of who said which level)."""
    asked = None if assessment.is_editable else next(iter(rounds(assessment)), None)
    kept = Kept.put(assessment, asked) if asked else Kept.now(assessment)
    return kept, voices(kept, asked)


def facts(assessment, reveal):
    """[(term, value)] of who was assessed, when, by whom and with what."""
    case, client, years = assessment.case, assessment.case.client, assessment.years
    instrument = assessment.instrument
    return [
        (gettext("Nama"), client.name), (gettext("Nama panggilan"), client.alias),
        (gettext("NIK"), client.nik if reveal or not client.nik else mask(client.nik)), (gettext("Nomor klien"), client.number),
        (gettext("Jenis kelamin"), label(client.sex) if client.sex else ""), (gettext("Tempat lahir"), client.birth_place),
        (gettext("Tanggal lahir"), client.born if client.birth_date else ""),
        (gettext("Usia saat dinilai"), gettext("%(years)s tahun", years=years) if years is not None else ""),
        (gettext("Wilayah"), place(client)), (gettext("Kategori"), ", ".join(str(label(each)) for each in case.categories)),
        (gettext("Tanggal asesmen"), day(assessment.age_on)), (gettext("Petugas"), assessment.made_by.name),
        (gettext("Jenis"), label(assessment.kind)),
        *([(gettext("Instrumen"), gettext("versi %(edition)s", edition=instrument.edition))] if instrument else []),
    ]


def parts(assessment, reveal):
    """[(number, title, [Block of Answered])] in the order of the form; what the system works out stands after the pages of the instrument."""
    told = Telling(assessment)
    rows = [(part.number, part.title, blocks(unopened(part.asks, **as_put(part, reveal)), told.row)) for part in parts_of(assessment)]
    if assessment.is_scored:
        rows[len(assessment.instrument.content.pages) - 1][2].extend(told.derived())
    return rows


def as_put(part, reveal):
    """What fills one part: once it is put, DT-SEN as it was known on that day; the card whole only with `reveal`, as the NIK is."""
    known, assessment = part.known, part.assessment
    if assessment.is_editable or assessment.submitted_at is None or not any(name.startswith(DTSEN) for name in known.get("data", ())):
        return known
    looked = [each for each in assessment.case.client.dtsen_checks if each.is_kept and each.checked_on <= clock.local(assessment.submitted_at).date()]
    check = max(looked, key=DtsenCheck.weight, default=None)
    then = {name: getattr(check, column) for name, column in COLUMNS.items()} if check else {}
    if not reveal and then.get("dtsen_card"):
        then["dtsen_card"] = mask(then["dtsen_card"])
    return known | {"data": {name: value for name, value in known["data"].items() if not name.startswith(DTSEN)} | then}


def percents(numbers):
    """{domain: 25,0} of what was answered."""
    return {each.code: tenths(each.percent) for each in numbers.result.domains} if numbers.result else {}


class Telling:
    """What each field of an assessment says."""

    def __init__(self, assessment):
        self.dismissals = assessment.dismissals
        previous = assessment.previous if assessment.is_scored else None
        self.before = previous.given if previous else {}
        result = assessment.reading()
        self.points = {row.id: row for row in result.items} if result else {}
        self.content = assessment.instrument.content if result else None

    def row(self, field, item=None):
        """A field as Answered; `item` is the one it asks, or None."""
        if item:
            return self.item(item, str(field.label.text))
        answer, why = words(field), self.dismissals.get(field.name.removeprefix(NEED), "") if field.name.startswith(NEED) else ""
        return Answered(field.name, str(field.label.text), f"{answer}. {why}" if why else answer)

    def item(self, item, text):
        row = self.points[item.id]
        before = answer_text(item, self.before[item.id]) if item.id in self.before else ""
        return Answered(item.id, text, said(item, row), before, row, item.weight)

    def derived(self):
        """The blocks of the items that nobody is asked."""
        return [Block("items", item.domain, [self.item(item, f"{item.id}. {worded(item)}")]) for item in self.content.items if item.derived]
