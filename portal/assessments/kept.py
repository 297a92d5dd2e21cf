"""What an assessment says at one moment, as plain values: frozen with every submission, so that each stays readable and can be compared."""
from functools import cached_property

from flask_babel import gettext

from portal.assessments.parts import parts_of
from portal.assessments.reading import Numbers, programmes
from portal.assessments.results import freeze, thaw
from portal.assessments.telling import told_on
from portal.labels import label
from portal.phrases import day, worded
from portal.rules.assessment import PUT, AssessmentState
from portal.rules.interview import Source
from portal.rules.levels import Level
from portal.rules.service import Spm


def keep(assessment):
    """{name: plain value} of all that the assessment says now; its sentences in the language of the moment."""
    reading = assessment.reading()
    return {
        "n": assessment.n, "kind": str(label(assessment.kind)), "on": day(assessment.age_on), "maker": assessment.made_by.name,
        "instrument": assessment.instrument.edition if assessment.instrument else "",
        "result": freeze(reading) if reading else None, "parts": [[part.number, str(part.title), words] for part, words in _by_part(assessment)],
        "advised": assessment.advised_level, "level": assessment.level, "reason": assessment.level_reason,
        "needs": dict(assessment.needs), "dismissals": dict(assessment.dismissed), "dtsen": dtsen(assessment.case),
    }


def _by_part(assessment):
    """[(part, [[term, words]])]: what is written on each page; the answers themselves stand in the result."""
    return [(part, noted(part) if part.is_live else [list(row) for row in told_on(part)]) for part in parts_of(assessment)]


def noted(part):
    """[[term, words]] of the sources and the note of one page of the instrument."""
    section, content = part.assessment.section(part.page.number), part.assessment.instrument.content
    names = {domain.code: worded(domain) for domain in content.domains}
    sources = [[gettext("Sumber: %(domain)s", domain=names[code]), ", ".join(str(label(Source(each))) for each in chosen)]
               for code, chosen in section.sources.items()]
    return [*sources, [gettext("Catatan bagian %(page)s", page=part.number), section.note]]


def dtsen(case):
    """[[term, words]] of the look into DT-SEN and of what the decile rules say to it."""
    check = case.client.dtsen
    return [[gettext("Hasil cek DT-SEN"), check.said if check else gettext("Belum dicek")],
            *([str(opening.names), str(opening.sentence)] for opening in programmes(case))]


class Kept:
    """One keeping of an assessment, read again. `values` is what `keep` made, now or when it was put; `final` the level decided, if known.

    `unfinished`: read while it is still being written, so that nobody proposes its level yet.
    """

    final, final_reason, unfinished = None, "", False

    def __init__(self, assessment, values):
        self.assessment, self.values = assessment, values
        self.numbers = Numbers(assessment, thaw(values["result"]) if values["result"] else None)
        self.advised, self.level, self.reason = Level(values["advised"]), Level(values["level"]), values["reason"]

    @classmethod
    def now(cls, assessment):
        """As it stands, in the reader's language, with the level that was decided."""
        kept = cls(assessment, keep(assessment))
        kept.unfinished = assessment.state not in PUT
        if assessment.state == AssessmentState.ACCEPTED:
            kept.final, kept.final_reason = assessment.final_level, assessment.set_reason
        return kept

    @classmethod
    def put(cls, assessment, decision):
        """As it was put to a manager; as it stands for a proposal of the time when nothing was kept with it."""
        return cls(assessment, decision.asked) if decision.asked else cls.now(assessment)

    @cached_property
    def parts(self):
        """[(number, title, answers in lines, [[term, words]] written)] in the order of the form."""
        pages = dict(enumerate(self.assessment.instrument.content.pages, 1)) if self.numbers.result else {}
        return [(number, title, self._answers(pages.get(number)), [pair for pair in written if pair[1]])
                for number, title, written in self.values["parts"]]

    def _answers(self, page):
        asked = {item.id for item in self.assessment.instrument.content.on_page(page.number)} if page else ()
        return [(item, row, answer) for _domain, _points, items in (self.numbers.domains if page else ()) for item, row, answer in items
                if item.id in asked]

    @property
    def needs(self):
        """[(Spm, needed, why it was dismissed although suggested)] of those decided."""
        return [(spm, self.values["needs"][spm], self.values["dismissals"].get(spm, "")) for spm in Spm if spm in self.values["needs"]]
