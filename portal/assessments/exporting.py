"""The accepted assessments of one instrument as a table without names: a row each, its columns in the order of the form."""
from enum import StrEnum

from flask_babel import force_locale, gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField

from portal import audit
from portal.assessments.forms import CircumstancesForm
from portal.assessments.models import Assessment
from portal.assessments.results import thaw
from portal.audit import Event
from portal.fields import DayField, RadioChoiceField, RupiahField, needed
from portal.forms import Form
from portal.labels import label
from portal.office.models import Region
from portal.rules import export as rules
from portal.rules.assessment import AssessmentState
from portal.rules.export import Purpose
from portal.rules.imports import ListKind
from portal.rules.scoring import AnswerState
from portal.rules.service import Spm


class ExportForm(Form):
    """Which assessments leave, for what, and as what."""

    TOKEN = False
    since = DayField(_("Tanggal asesmen dari"), [needed(_("Tulis tanggal awalnya, misalnya 1 Januari."))])
    until = DayField(_("Sampai"), [needed(_("Tulis tanggal akhirnya, misalnya hari ini."))])
    purpose = RadioChoiceField(_("Untuk"), Purpose, [needed(_("Pilih untuk apa tabel ini dipakai."))])
    kind = RadioChoiceField(_("Berkas"), ListKind, [needed(_("Pilih jenis berkasnya."))])


class Blank(CircumstancesForm):
    """The written part that nobody opens for writing."""

    TOKEN = False


def table(instrument, user, since, until):
    """(heads, rows) of the accepted assessments of a period that this person sees whole, in Indonesian; Refused when there is none."""
    rules.check_period(since, until)
    chosen = (Assessment.whole_to(user).where(Assessment.instrument == instrument, Assessment.state == AssessmentState.ACCEPTED,
                                              Assessment.age_on.between(since, until)).order_by(Assessment.age_on, Assessment.id))
    with force_locale("id"):
        columns, districts = [*facts(), *answers(instrument.content), *outcome(), *written(), *needs()], Region.names()
        rows = [[read(each, thaw(each.result), districts) for _head, read in columns] for each in chosen]
    rules.check_rows(len(rows))
    return [head for head, _read in columns], rows


def exported(instrument, *, by, since, until, purpose, kind):
    """The table, after the trail knows of it."""
    heads, rows = table(instrument, by, since, until)
    audit.record(Event.EXPORTED, instrument, by=by, purpose=purpose, kind=kind, count=len(rows))
    return heads, rows


def facts():
    """[(head, function(assessment, result, districts))] of whom and when; the case's number stands for the person."""
    return [
        (gettext("Kasus"), lambda one, result, districts: one.case.number), (gettext("Asesmen ke"), lambda one, result, districts: one.n),
        (gettext("Tanggal"), lambda one, result, districts: one.age_on.isoformat()),
        (gettext("Usia"), lambda one, result, districts: one.years),
        (gettext("Kelamin"), lambda one, result, districts: said(one.case.client.sex)),
        (gettext("Kecamatan"), lambda one, result, districts: districts.get(one.case.client.district, "")),
        (gettext("Kategori"), lambda one, result, districts: said(one.case.category)),
    ]


def answers(content):
    """The items page by page as the form asks them, then those that the system works out."""
    asked = [item for page in content.pages for item in content.on_page(page.number)]
    return [(f"{item.id} {item.question}", answer(item.id)) for item in (*asked, *(item for item in content.items if item.derived))]


def answer(id):
    """What one item was answered: its value, that it is not known, or nothing."""
    def read(one, result, districts):
        row = next(row for row in result.items if row.id == id)
        return said(row.state) if row.state == AnswerState.UNKNOWN else row.value
    return read


def outcome():
    """What the rules and the people made of it."""
    return [
        (gettext("Skor"), lambda one, result, districts: result.score), (gettext("Rentang bawah"), lambda one, result, districts: result.range[0]),
        (gettext("Rentang atas"), lambda one, result, districts: result.range[1]),
        (gettext("Kelengkapan"), lambda one, result, districts: result.completeness),
        (gettext("Nilai merah"), lambda one, result, districts: " ".join(result.red)),
        (gettext("Aturan batas bawah"), lambda one, result, districts: " ".join(result.floors)),
        (gettext("Tingkat menurut saran"), lambda one, result, districts: said(one.advised_level)),
        (gettext("Tingkat diusulkan petugas"), lambda one, result, districts: said(one.level)),
        (gettext("Tingkat ditetapkan manajer"), lambda one, result, districts: said(one.final_level)),
    ]


def written():
    """The answers of the written part that are codes, truths or money; what was told in words may name people and stays here."""
    coded = [field for field in Blank(formdata=None) if isinstance(field, RupiahField) or not isinstance(field, StringField)]
    return [(str(field.label.text), value(field)) for field in coded if field.name in Assessment._meta.fields]


def value(field):
    """One answer of the written part in words; of several, each."""
    def read(one, result, districts):
        kept = getattr(one, field.name)
        return "; ".join(said(field.coerce(each)) for each in kept) if isinstance(kept, list) else said(kept)
    return read


def needs():
    return [(f"{spm} {label(spm)}", need(spm)) for spm in Spm]


def need(spm):
    """Whether one basic service was found to be needed."""
    return lambda one, result, districts: said(one.needs.get(spm))


def said(value):
    """A truth, a code or a number as the table tells it."""
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    return str(label(value)) if isinstance(value, StrEnum) else value
