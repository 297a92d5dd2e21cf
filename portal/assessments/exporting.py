"""The accepted assessments of one instrument as a table without names: a row each, its columns in the order of the form."""
from enum import StrEnum

from flask_babel import force_locale, gettext, pgettext
from flask_babel import lazy_gettext as _
from wtforms import StringField

from portal.assessments.answers import Section
from portal.assessments.blank import NEED, Unbegun, seen
from portal.assessments.models import Assessment
from portal.assessments.parts import parts_of
from portal.assessments.results import thaw
from portal.clients.blanks import unopened
from portal.export_forms import HandedForm
from portal.exports import Export
from portal.fields import DayField, RadioChoiceField, RupiahField, needed
from portal.labels import label
from portal.office.models import Region
from portal.rules import export as rules
from portal.rules.assessment import AssessmentKind, AssessmentState
from portal.rules.export import Purpose
from portal.rules.scoring import AnswerState

SOURCES = "sources_"


class ExportForm(HandedForm):
    """Which assessments leave, for what, to whom, and as what."""

    since = DayField(_("Tanggal asesmen dari"), [needed(_("Tulis tanggal awalnya, misalnya 1 Januari."))])
    until = DayField(_("Sampai"), [needed(_("Tulis tanggal akhirnya, misalnya hari ini."))])
    purpose = RadioChoiceField(_("Untuk"), Purpose, [needed(_("Pilih untuk apa tabel ini dipakai."))], only=rules.ASSESSMENTS)


def table(instrument, user, since, until):
    """(heads, rows) of the accepted assessments of a period that this person sees whole, in Indonesian; Refused when there is none."""
    rules.check_period(since, until)
    chosen = list(Assessment.whole_to(user).where(Assessment.instrument == instrument, Assessment.state == AssessmentState.ACCEPTED,
                                                  Assessment.age_on.between(since, until)).order_by(Assessment.age_on, Assessment.id))
    rules.check_rows(len(chosen))
    with force_locale("id"):
        columns, around = [*facts(), *asked(instrument.content), *outcome()], Around(chosen)
        rows = [[read(each, thaw(each.result), around) for _head, read in columns] for each in chosen]
    return [head for head, _read in columns], rows


class Around:
    """What the columns need besides the assessments, asked once for all of them."""

    def __init__(self, assessments):
        self.districts = Region.names()
        self.sources = {}
        for section in Section.select().where(Section.assessment.in_([each.id for each in assessments])):
            self.sources.setdefault(section.assessment_id, {}).update(section.sources)


def exported(instrument, *, by, since, until, **leaving):
    """(heads, rows, the Export that numbers them), after the trail knows for what they leave and to whom."""
    heads, rows = table(instrument, by, since, until)
    return heads, rows, Export.handed(instrument, by=by, listed="assessment", count=len(rows), **leaving)


def facts():
    """[(head, function(assessment, result, around))] of whom and when; the case's number stands for the person."""
    return [
        (pgettext("satu", "Kasus"), lambda one, result, around: one.case.number), (gettext("Asesmen ke"), lambda one, result, around: one.n),
        (gettext("Tanggal"), lambda one, result, around: one.age_on.isoformat()),
        (gettext("Usia"), lambda one, result, around: one.years),
        (gettext("Kelamin"), lambda one, result, around: said(one.case.client.sex)),
        (gettext("Kecamatan"), lambda one, result, around: around.districts.get(one.case.client.district, "")),
        (gettext("Kategori"), lambda one, result, around: said(one.case.category)),
    ]


def asked(content):
    """The columns of the form in its order, part by part, then the items that the system works out; what is told in words stays here."""
    fields = [field for part in parts_of(Unbegun(AssessmentKind.SCORED, content)) for field in seen(unopened(part.asks))]
    told = [(head(field), read) for field in fields if (read := reads(field, content))]
    return told + [(f"{item.id}. {item.question}", answer(item.id)) for item in content.items if item.derived]


def head(field):
    """The words of a field; a need with its code."""
    code = field.name.removeprefix(NEED) if field.name.startswith(NEED) else ""
    return f"{code} {field.label.text}".strip()


def reads(field, content):
    """What reads the answer to one field of the form, or None for a text, which may name people."""
    name = field.name
    if name in [item.id for item in content.items]:
        return answer(name)
    if name.startswith(NEED):
        return lambda one, result, around: said(one.needs.get(name.removeprefix(NEED)))
    if name.startswith(SOURCES):
        return lambda one, result, around: several(field, around.sources.get(one.id, {}).get(name.removeprefix(SOURCES), ()))
    is_text = isinstance(field, StringField) and not isinstance(field, RupiahField)
    return value(field) if name in Assessment._meta.fields and not is_text else None


def answer(id):
    """What one item was answered: its value, that it is not known, or nothing."""
    def read(one, result, around):
        row = next(row for row in result.items if row.id == id)
        return said(row.state) if row.state == AnswerState.UNKNOWN else row.value
    return read


def bound(result, end):
    """One end of the range; nothing where no answer counts."""
    return result.range[end] if result.range else None


def outcome():
    """What the rules and the people made of it."""
    return [
        (gettext("Skor"), lambda one, result, around: result.score), (gettext("Rentang bawah"), lambda one, result, around: bound(result, 0)),
        (gettext("Rentang atas"), lambda one, result, around: bound(result, 1)),
        (gettext("Kelengkapan"), lambda one, result, around: result.completeness),
        (gettext("Nilai merah"), lambda one, result, around: " ".join(result.red)),
        (gettext("Aturan batas bawah"), lambda one, result, around: " ".join(result.floors)),
        (gettext("Tingkat menurut saran"), lambda one, result, around: said(one.advised_level)),
        (gettext("Tingkat ditetapkan manajer"), lambda one, result, around: said(one.final_level)),
    ]


def value(field):
    """One coded answer of the written part, in words."""
    def read(one, result, around):
        kept = getattr(one, field.name)
        return several(field, kept) if isinstance(kept, list) else said(kept)
    return read


def several(field, codes):
    """Any number of a field's codes, in words."""
    return "; ".join(said(field.coerce(each)) for each in codes)


def said(value):
    """A truth, a code or a number as the table tells it."""
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    return str(label(value)) if isinstance(value, StrEnum) else value
