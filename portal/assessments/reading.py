"""What an assessment comes to, put together for a page: the numbers, the points, the rule that decided, and what is lacking."""

from portal.assessments.considerations import entitlements
from portal.assessments.results import decided, tenths
from portal.assessments.suggested import answer_text
from portal.labels import label
from portal.office.openings import grouped
from portal.phrases import worded
from portal.rules.scoring import AnswerState


class Numbers:
    """The Result of one assessment in words, as it stands or as it was kept in `result`; None where nothing is scored."""

    def __init__(self, assessment, result=None):
        self.assessment, self.result = assessment, result or assessment.reading()
        self.instrument = assessment.instrument.content if self.result else None
        self.score = tenths(self.result.score) if self.result else ""

    @property
    def is_begun(self):
        """Whether a person has answered anything; the age alone is not a score to show."""
        derived = {item.id for item in self.instrument.items if item.derived}
        return any(row.state == AnswerState.ANSWERED and row.id not in derived for row in self.result.items)

    @property
    def range(self):
        """57,1–64,7, or nothing while no item is unknown."""
        low, high = self.result.range or (None, None)
        return "" if low == high else f"{tenths(low)}–{tenths(high)}"

    @property
    def completeness(self):
        return tenths(self.result.completeness)

    @property
    def sentence(self):
        return decided(self.instrument, self.result)

    @property
    def unknown(self):
        """The items that are not known, by name."""
        return [f"{row.id} {worded(self.instrument.item(row.id))}" for row in self.result.items if row.state == AnswerState.UNKNOWN]

    @property
    def red(self):
        """The items that alone mean an emergency: [(id, question, answer)]."""
        items = [(self.instrument.item(row.id), row.value) for row in self.result.items if row.red]
        return [(item.id, worded(item), answer_text(item, value)) for item, value in items]

    @property
    def floors(self):
        """The floors that hold, whether or not they raised the level: [Floor]."""
        return [floor for floor in self.instrument.floors if floor.id in self.result.floors]

    @property
    def domains(self):
        """[(Domain, DomainPoints, [(Item, ItemPoints, answer)])], the bars and the table."""
        rows = {row.id: row for row in self.result.items}
        points = {domain.code: domain for domain in self.result.domains}
        return [(domain, points[domain.code],
                 [(item, rows[item.id], said(item, rows[item.id])) for item in self.instrument.items if item.domain == domain.code])
                for domain in self.instrument.domains]


def said(item, row):
    """An answer in words, or that there is none."""
    return str(label(AnswerState.UNANSWERED)) if row.state == AnswerState.UNANSWERED else answer_text(item, row.value)


def programmes(case):
    """What the decile rules in force say, programmes of one answer and rule together: [Opening]."""
    return grouped(opening for _programme, opening in entitlements(case))
