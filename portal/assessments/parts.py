"""The parts of an assessment in the order of the form: what each asks, how it is kept, and how far it is filled in."""
from functools import cached_property

from flask import abort, url_for
from flask_babel import gettext

from portal.assessments.answers import UNKNOWN
from portal.assessments.earlier import earlier_answers, standing_now
from portal.assessments.forms import CircumstancesForm, NarrativeForm, OfferedForm, PageForm, WeighingForm, looked
from portal.assessments.suggested import Suggested
from portal.labels.interview import TOPIC_HINTS
from portal.phrases import worded
from portal.rules.categories import has_sub_type, suggest_sub_type
from portal.rules.drafts import knows
from portal.rules.narrative import NEEDED, Topic
from portal.rules.service import Spm


class Part:
    """One page of the form; `number` is its place in the list and in the address, `fields` the template of what it asks.
    One that `is_live` is saved as it is filled in; the others keep a draft.

    `asks` is the class of its form: its fields in their order are what the screen, the blank form and the print show.
    """

    template = "assessments/part.html"
    fields, title = "", ""
    asks = None
    is_live = False

    def __init__(self, assessment, number):
        self.assessment, self.number = assessment, number

    @property
    def count(self):
        """(filled in, of how many), or None where nothing is counted."""
        return None

    @property
    def is_complete(self):
        return bool(self.count) and self.count[0] == self.count[1]

    @property
    def is_wanting(self):
        """Whether something has to be said here before the whole can be submitted."""
        return bool(self.count) and not self.is_complete

    @property
    def comment(self):
        """What the manager says of this part, while the assessment is given back; empty otherwise."""
        return self.assessment.comments.get(self.number, "")

    @property
    def known(self):
        """What fills the form: the record, and what does not stand in its columns."""
        return {"obj": self.assessment}

    def form(self, **more):
        return self.asks(**self.known, **more)

    def stays(self, form):
        """Whether the person goes on with this part after it was saved."""
        return False

    def beside(self, form):
        """{field: what stands there now}, where a draft is carried on that somebody else overtook; from then on its words may replace that."""
        return {}


class Questions(Part):
    """One page of the instrument."""

    fields = "assessments/_questions.html"
    is_live = True

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

    @property
    def asks(self):
        return PageForm.of(self.assessment.instrument.content, self.page.number)

    @property
    def known(self):
        section = self.assessment.section(self.page.number)
        told = {item: UNKNOWN if value is None else str(value) for item, value in self.given.items()}
        told |= {f"sources_{domain}": chosen for domain, chosen in section.sources.items()}
        return {"obj": section, "data": told}

    def keep(self, form, *, by, pen=""):
        section = self.assessment.section(self.page.number).fresh()
        return section.answer(form.answers, by=by, seen=form.seen.data, note=form.note.data or "", sources=form.sources,
                              taken_back=form.taken_back, pen=pen)

    def beside(self, form):
        section = self.assessment.section(self.page.number)
        if not form.carries_on or knows(form.pen, section.pen, seen=int(form.seen.data or 0), version=section.version):
            return {}
        form.seen.data = section.version
        return standing_now(form, section)

    @property
    def earlier(self):
        """{item id: what the version before answered}, in words."""
        return earlier_answers(self.assessment)


class Circumstances(Part):
    """What is told besides and never scored."""

    fields = "assessments/_circumstances.html"

    @property
    def asks(self):
        return CircumstancesForm.of(self.assessment.instrument.content)

    @property
    def title(self):
        return gettext("Keadaan dan keinginan")

    @property
    def has_sub_type(self):
        return has_sub_type(self.assessment.case.categories)

    @property
    def suggested_sub_type(self):
        return suggest_sub_type(self.assessment.given, self.assessment.years)

    def keep(self, form, *, by, pen=""):
        return self.assessment.tell(by=by, seen=form.seen.data, **form.values)


class Narrative(Part):
    """What is told of a client who is not scored, heading by heading."""

    fields = "assessments/_narrative.html"
    asks, hints = NarrativeForm, TOPIC_HINTS

    @property
    def title(self):
        return gettext("Uraian")

    @property
    def count(self):
        return len(self.assessment.told_topics), len(Topic)

    @property
    def is_wanting(self):
        return not self.assessment.told_topics.get(NEEDED, "").strip()

    @property
    def known(self):
        return {"obj": self.assessment, "data": {f"topic_{topic}": text for topic, text in self.assessment.told_topics.items()}}

    @property
    def earlier(self):
        """(the accepted version before this one, {topic: what it told}), or (None, {})."""
        previous = self.assessment.previous
        return previous, previous.told_topics if previous else {}

    def keep(self, form, *, by, pen=""):
        told = {name: value for name, value in form.values.items() if not name.startswith("topic_")}
        return self.assessment.tell(by=by, seen=form.seen.data, topics=form.topics, **told)


class Weighing(Part):
    """What it comes to: DT-SEN, needs, analysis, level."""

    fields = "assessments/_weighing.html"
    asks = WeighingForm

    @property
    def title(self):
        return gettext("DT-SEN, kebutuhan, dan saran")

    @property
    def count(self):
        return sum(spm in self.assessment.needs for spm in Spm), len(Spm)

    @property
    def known(self):
        check = self.assessment.case.client.dtsen
        told = {f"need_{spm}": needed for spm, needed in self.assessment.needs.items()}
        if check:
            told |= {"dtsen_status": check.status, "dtsen_decile": check.decile, "dtsen_on": check.checked_on, "dtsen_source": check.source,
                     "dtsen_shown": looked({name: getattr(check, name) for name in ("status", "decile", "checked_on", "source")})}
        told |= {f"why_{spm}": why for spm, why in self.assessment.dismissals.items()}
        return {"obj": self.assessment, "data": told}

    def form(self, **more):
        return OfferedForm(**self.known, **more)

    def keep(self, form, *, by, pen=""):
        own = {name: value for name, value in form.values.items() if not name.startswith(("need_", "why_", "dtsen_"))}
        return self.assessment.weigh(by=by, seen=form.seen.data, needs=form.needs, dismissals=form.dismissals, dtsen=form.dtsen,
                                     **own)

    def stays(self, form):
        return form.rest.data

    @cached_property
    def suggested(self):
        return Suggested(self.assessment)


def contents(assessment, parts, current=None):
    """The list of parts as the page shows it: (address, words, mark, count, current)."""
    commented = assessment.comments
    rows = [(url_for("assessments.part", id=assessment.id, n=part.number), f"{part.number}. {part.title}",
             *standing(part, part.number in commented), part is current) for part in parts]
    return [*rows, (url_for("assessments.review", id=assessment.id), gettext("Periksa dan ajukan"), None, None, current is None)]


def standing(part, commented):
    """(mark, words) of a part in the list: how far it is filled in, and whether the manager said something of it."""
    count = "{}/{}".format(*part.count) if part.count else None
    if commented:
        return "soon", " · ".join(filter(None, (count, gettext("1 catatan"))))
    return "done" if part.is_complete else None, count


def parts_of(assessment):
    """The parts of this assessment, in order."""
    if not assessment.is_scored:
        return [Narrative(assessment, 1), Weighing(assessment, 2)]
    given = assessment.given
    pages = [Questions(assessment, number, page, given) for number, page in enumerate(assessment.instrument.content.pages, 1)]
    return [*pages, Circumstances(assessment, len(pages) + 1), Weighing(assessment, len(pages) + 2)]


def part_of(parts, number):
    """The part at this place, or a page that is not found."""
    return next((part for part in parts if part.number == number), None) or abort(404)
