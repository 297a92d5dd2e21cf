"""What an assessment comes to, put together for a page: the numbers, the points, the rule that decided, and what is lacking."""
from flask_babel import gettext

from portal.assessments.considerations import entitlements
from portal.assessments.parts import answer_text
from portal.assessments.results import decided, tenths
from portal.labels import label
from portal.rules import assessment as rules
from portal.rules.assessment import Why
from portal.rules.scoring import AnswerState


class Numbers:
    """The Result of one assessment in words; `result` is None where nothing is scored."""

    def __init__(self, assessment):
        self.assessment, self.result = assessment, assessment.reading()
        self.instrument = assessment.instrument.content if self.result else None
        self.score = tenths(self.result.score) if self.result else ""

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
        return [row.id for row in self.result.items if row.state == AnswerState.UNKNOWN]

    @property
    def red(self):
        """The items that alone mean an emergency: [(id, question, answer)]."""
        items = [(self.instrument.item(row.id), row.value) for row in self.result.items if row.red]
        return [(item.id, item.question, answer_text(item, value)) for item, value in items]

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
    """What the decile rule says, programmes of one answer together: [(their names, Eligibility)]."""
    found = {}
    for programme, eligibility in entitlements(case):
        found.setdefault(eligibility, []).append(str(label(programme)))
    return [(", ".join(names), eligibility) for eligibility, names in found.items()]


def gaps(assessment, parts):
    """What still stands in the way of submitting: [(sentence, number of the part)]."""
    asked = assessment.said()
    return [gap for why in rules.lacking(assessment.kind, **asked) for gap in _gap(why, parts, asked["unanswered_items"])]


def _gap(why, parts, unanswered):
    if why != Why.UNANSWERED:
        return [(label(why), parts[-1].number)]
    missing = [(part.number, [item.id for item in part.items if item.id in unanswered]) for part in parts if hasattr(part, "items")]
    return [(gettext("Bagian %(number)s belum dijawab: %(items)s.", number=number, items=", ".join(items)), number)
            for number, items in missing if items]
