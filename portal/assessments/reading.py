"""What an assessment comes to, put together for a page: the numbers, the points, the rule that decided, and what is lacking."""
from flask_babel import gettext

from portal.assessments.considerations import entitlements
from portal.assessments.parts import answer_text
from portal.assessments.results import decided, tenths
from portal.labels import label
from portal.phrases import rupiah, worded
from portal.rules import assessment as rules
from portal.rules.assessment import Why
from portal.rules.categories import has_sub_type
from portal.rules.interview import StreetReason
from portal.rules.scoring import AnswerState


class Numbers:
    """The Result of one assessment in words; `result` is None where nothing is scored."""

    def __init__(self, assessment):
        self.assessment, self.result = assessment, assessment.reading()
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


def told(assessment):
    """What is written down besides the scored answers: [(term, words)], only what fits its kind."""
    def truth(value):
        return None if value is None else gettext("Ya") if value else gettext("Tidak")
    common = [(gettext("Pendamping saat wawancara"), assessment.accompanied_by), (gettext("Tempat wawancara aman"), truth(assessment.safe_place)),
              (gettext("Analisis"), assessment.analysis), (gettext("Rekomendasi"), assessment.recommendation)]
    if not assessment.is_scored:
        return [(gettext("Uraian"), assessment.narrative), (gettext("Keinginan klien"), assessment.child_wishes), *common]
    asks_sub_type = has_sub_type(assessment.case.categories)
    sub_type = [(gettext("Sub-tipe"), label(assessment.sub_type) if assessment.sub_type else None)] if asks_sub_type else []
    return [
        (gettext("Keinginan anak"), assessment.child_wishes), (gettext("Kekuatan dan potensi"), assessment.strengths),
        (gettext("Minat keterampilan"), assessment.skill_interests),
        *sub_type, (gettext("Alasan turun ke jalan"), ", ".join(str(label(StreetReason(reason))) for reason in assessment.street_reasons)),
        (gettext("Bersama keluarga di jalan"), truth(assessment.with_family)), (gettext("Tempat dan jam"), assessment.places_and_hours),
        (gettext("Penghasilan per hari"), rupiah(assessment.daily_income)), (gettext("Penghasilan untuk"), assessment.income_goes_to),
        (gettext("Riwayat razia atau panti"), assessment.earlier_raids), (gettext("Orang tua"), assessment.parents),
        (gettext("Saudara"), assessment.siblings), (gettext("Bahasa"), assessment.language), *common]


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
