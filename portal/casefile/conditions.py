"""What an assessment says of a client in sentences, as a social report tells it: only what matters, and what is good."""
from functools import cached_property

from flask_babel import gettext

from portal.assessments.blank import NEED, seen
from portal.assessments.filled import levels
from portal.assessments.parts import parts_of
from portal.assessments.reading import Numbers
from portal.assessments.telling import words
from portal.clients.blanks import unopened
from portal.labels import label
from portal.phrases import worded
from portal.rules.interview import Source
from portal.rules.scoring import AnswerState

# Each of these has a place of its own in the report, or is the office's own affair.
GOOD = ("child_wishes", "strengths", "skill_interests")
APART = {*GOOD, "age_on", "accompanied_by", "safe_place", "sources", "religion", "sub_type", "analysis", "recommendation", "proposed_level",
         "level_reason", "note"}
PREFIXES = ("sources_", "dtsen_", NEED)


class Conditions:
    """One assessment as prose."""

    def __init__(self, assessment):
        self.assessment, self.numbers = assessment, Numbers(assessment)
        kept, voices = levels(assessment)
        self.voices = voices[:1] if kept.unfinished else voices

    @cached_property
    def fields(self):
        """[(name, label, words)] of all that is written in the form, in its order."""
        forms = [unopened(part.asks, **part.known) for part in parts_of(self.assessment)]
        return [(field.name, str(field.label.text), words(field)) for form in forms for field in seen(form)
                if field.name not in {item.id for item in getattr(form, "items", ())}]

    @property
    def written(self):
        """[(label, words)] of what is told of the client besides the scored answers."""
        return [(text, said) for name, text, said in self.fields if said and name not in APART and not name.startswith(PREFIXES)]

    @property
    def good(self):
        """[(label, words)] of the client's own wishes, strengths and interests."""
        return [(text, said) for name, text, said in self.fields if said and name in GOOD]

    @cached_property
    def domains(self):
        """[(domain, sentences, note of its page)] of those where something matters or is not known."""
        told = [(worded(domain), sentences(items), domain.code) for domain, _points, items in self._asked()]
        notes = self._notes()
        return [(name, said, notes.get(code, "")) for name, said, code in told if said or code in notes]

    @property
    def calm(self):
        """The names of the domains where no answer is a concern."""
        return [worded(domain) for domain, points, items in self._asked() if points.most and not sentences(items)]

    def _asked(self):
        """The domains with the items that a person answers."""
        rows = self.numbers.domains if self.numbers.result else []
        return [(domain, points, kept) for domain, points, items in rows if (kept := [row for row in items if not row[0].derived])]

    def _notes(self):
        """{the last domain of a page: what is noted there}."""
        if not self.numbers.result:
            return {}
        pages = {page.number: page.domains[-1] for page in self.numbers.instrument.pages}
        return {pages[section.page]: section.note for section in self.assessment.sections if section.note}

    @property
    def heard(self):
        """Whom the answers come from, and how the interview was."""
        chosen = {each for section in self.assessment.sections for sources in section.sources.values() for each in sources}
        told = {name: (text, said) for name, text, said in self.fields}
        sources = [(gettext("Sumber keterangan"), ", ".join(str(label(each)) for each in Source if each in chosen))] if chosen else []
        return [*sources, *(told[name] for name in ("sources", "age_on", "accompanied_by", "safe_place") if told.get(name, ("", ""))[1])]

    @property
    def score(self):
        """The numbers in one line; empty without a score."""
        if not self.numbers.result:
            return ""
        spread = gettext(", rentang %(range)s", range=self.numbers.range) if self.numbers.range else ""
        passing = gettext(" (sementara)") if self.numbers.result.provisional else ""
        return gettext("%(score)s dari 100%(passing)s%(spread)s; kelengkapan %(share)s %%", score=self.numbers.score, passing=passing,
                       spread=spread, share=self.numbers.completeness)


def sentences(items):
    """The answers that are a concern, then what is not known, as sentences of one paragraph."""
    told = [f"{worded(item)}: {inside(answer)}." for item, row, answer in items if row.value]
    unknown = [inside(worded(item)) for item, row, _answer in items if row.state == AnswerState.UNKNOWN]
    return [*told, *([gettext("Belum diketahui: %(items)s.", items=", ".join(unknown))] if unknown else [])]


def inside(text):
    """A text as it stands inside a sentence: small, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text
