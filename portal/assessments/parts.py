"""The parts of an assessment in the order of the form: what each asks, how it is kept, and how far it is filled in."""
from flask import abort, url_for
from flask_babel import gettext

from portal.assessments.forms import UNKNOWN, CircumstancesForm, NarrativeForm, PageForm, WeighingForm
from portal.labels import label
from portal.office.models import Office
from portal.phrases import worded
from portal.rules.categories import has_sub_type, suggest_sub_type
from portal.rules.names import words
from portal.rules.service import Spm
from portal.rules.suggestions import Facts, suggest


class Part:
    """One page of the form; `number` is its place in the list and in the address, `fields` what the page asks."""

    template = "assessments/part.html"
    fields, title = "", ""

    def __init__(self, assessment, number):
        self.assessment, self.number = assessment, number

    @property
    def count(self):
        """(filled in, of how many), or None where nothing is counted."""
        return None

    @property
    def is_complete(self):
        return bool(self.count) and self.count[0] == self.count[1]


class Questions(Part):
    """One page of the instrument."""

    fields = "assessments/_questions.html"

    def __init__(self, assessment, number, page, given):
        super().__init__(assessment, number)
        self.page, self.given = page, given

    @property
    def items(self):
        return self.assessment.instrument.content.on_page(self.page.number)

    @property
    def title(self):
        names = {domain.code: worded(domain) for domain in self.assessment.instrument.content.domains}
        return "; ".join(names[code] for code in self.page.domains)

    @property
    def count(self):
        return sum(item.id in self.given for item in self.items), len(self.items)

    def form(self):
        section = self.assessment.section(self.page.number)
        told = {item: UNKNOWN if value is None else str(value) for item, value in self.given.items()}
        told |= {f"sources_{domain}": chosen for domain, chosen in section.sources.items()}
        return PageForm.of(self.assessment.instrument.content, self.page.number)(obj=section, data=told)

    def keep(self, form, *, by):
        section = self.assessment.section(self.page.number)
        return section.answer(form.answers, by=by, seen=form.seen.data, note=form.note.data or "", sources=form.sources)

    @property
    def earlier(self):
        """{item id: what the version before answered}, in words."""
        previous = self.assessment.previous
        given = previous.given if previous else {}
        return {item.id: gettext("Asesmen ke-%(n)s: %(answer)s", n=previous.n, answer=answer_text(item, given[item.id]))
                for item in self.items if item.id in given}


class Circumstances(Part):
    """What is told besides and never scored."""

    fields = "assessments/_circumstances.html"

    @property
    def title(self):
        return gettext("Keadaan dan keinginan")

    @property
    def has_sub_type(self):
        return has_sub_type(self.assessment.case.categories)

    @property
    def suggested_sub_type(self):
        return suggest_sub_type(self.assessment.given, self.assessment.years)

    def form(self):
        return CircumstancesForm(obj=self.assessment)

    def keep(self, form, *, by):
        return self.assessment.tell(by=by, seen=form.seen.data, **form.values)


class Weighing(Part):
    """What it comes to: DT-SEN, needs, analysis, level."""

    fields = "assessments/_weighing.html"
    kind = WeighingForm

    @property
    def title(self):
        return gettext("DT-SEN, kebutuhan, dan saran")

    @property
    def count(self):
        return sum(spm in self.assessment.needs for spm in Spm), len(Spm)

    def form(self):
        check = self.assessment.case.client.dtsen
        told = {f"need_{spm}": needed for spm, needed in self.assessment.needs.items()}
        if check:
            told |= {"dtsen_status": check.status, "dtsen_decile": check.decile, "dtsen_on": check.checked_on, "dtsen_source": check.source}
        return self.kind(obj=self.assessment, data=told)

    def keep(self, form, *, by):
        own = {name: value for name, value in form.values.items() if not name.startswith(("need_", "dtsen_"))}
        return self.assessment.weigh(by=by, seen=form.seen.data, needs=form.needs, dtsen=form.dtsen, **own)

    @property
    def suggestions(self):
        return suggest(facts(self.assessment))

    @property
    def suggested(self):
        """{service: the items that suggest it}."""
        found = {}
        for suggestion in self.suggestions:
            for spm in suggestion.services:
                found.setdefault(spm, []).extend(suggestion.items)
        return found

    @property
    def advice(self):
        """What else the answers suggest, as sentences: advice, and the partners to ask."""
        advice = dict.fromkeys(each for suggestion in self.suggestions for each in suggestion.advice)
        partners = dict.fromkeys(each for suggestion in self.suggestions for each in suggestion.partners)
        asked = [gettext("Mitra: %(names)s.", names=", ".join(str(label(each)) for each in partners))] if partners else []
        return [*(str(label(each)) for each in advice), *asked]


class Narrative(Weighing):
    """The one page of an assessment without score."""

    template = "assessments/narrative.html"
    kind = NarrativeForm

    @property
    def title(self):
        return gettext("Uraian dan kebutuhan")


def facts(assessment):
    """What the suggestions look at; who names another place than the office's comes from elsewhere."""
    client = assessment.case.client
    place, origin = set(words(Office.current().place)), set(words(client.origin))
    return Facts(assessment.given, age=assessment.years, decile=client.dtsen.decile if client.dtsen else None,
                 from_elsewhere=bool(place and origin) and not place <= origin)


def contents(assessment, parts, current=None):
    """The list of parts as the page shows it: (address, words, mark, count, current)."""
    rows = [(url_for("assessments.part", id=assessment.id, n=part.number), f"{part.number}. {part.title}", "done" if part.is_complete else None,
             "{}/{}".format(*part.count) if part.count else None, part is current) for part in parts]
    return [*rows, (url_for("assessments.review", id=assessment.id), gettext("Periksa dan ajukan"), None, None, current is None)]


def answer_text(item, value):
    """The words of an answer, in the reader's language."""
    return gettext("Belum diketahui") if value is None else worded(item.option(value))


def parts_of(assessment):
    """The parts of this assessment, in order."""
    if not assessment.is_scored:
        return [Narrative(assessment, 1)]
    given = assessment.given
    pages = [Questions(assessment, number, page, given) for number, page in enumerate(assessment.instrument.content.pages, 1)]
    return [*pages, Circumstances(assessment, len(pages) + 1), Weighing(assessment, len(pages) + 2)]


def part_of(parts, number):
    """The part at this place, or a page that is not found."""
    return next((part for part in parts if part.number == number), None) or abort(404)
