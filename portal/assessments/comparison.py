"""Two keepings of an assessment beside each other, section by section: two versions of a case, or two submissions of one version."""
from flask import url_for
from flask_babel import gettext

from portal.assessments.kept import Kept
from portal.assessments.models import Assessment
from portal.assessments.reading import said
from portal.assessments.results import tenths
from portal.labels import label
from portal.phrases import worded
from portal.rules.comparing import Cell, beside
from portal.rules.levels import rank
from portal.rules.scoring import AnswerState
from portal.rules.service import Spm
from portal.web import id_of


class Comparison:
    """Two versions of a case beside each other, as the address chooses them by their number: the later is the second."""

    def __init__(self, case, versions, pair, only):
        self.case, self.versions, self.pair, self.only = case, versions, pair, only
        kept = [Kept.now(version) for version in pair]
        self.every = compared(*kept) if kept else []
        self.unfinished = [each.assessment for each in kept if each.unfinished]

    @classmethod
    def of(cls, case, args):
        """By `first` and `second` (numbers of versions; without them the last two) and `only` (what differs)."""
        known = {version.n: version for version in reversed(list(Assessment.of(case)))}
        asked = [known[n] for n in sorted({args.get(name, type=id_of) for name in ("first", "second")} & set(known))]
        pair = asked if len(asked) == 2 else list(known.values())[-2:]
        return cls(case, list(known.values()), pair if len(pair) == 2 else [], args.get("only") == "1")

    @property
    def sections(self):
        return differing(self.every) if self.only else self.every

    @property
    def count(self):
        """How many rows differ."""
        return sum(row.differs for _title, rows in self.every for row in rows)

    def address(self, only):
        """This comparison with everything, or only with what differs."""
        first, second = self.pair
        return url_for("assessments.comparison", case_id=self.case.id, first=first.n, second=second.n, only=1 if only else None)


def compared(first, second):
    """[(title, [Row])] of two Kept, in the order of the form; sections that both leave empty are left out."""
    left, right = sections(first), sections(second)
    titles = {key: title for key, (title, _cells) in (left | right).items()}
    sides = {key: [side[key][1] if key in side else {} for side in (left, right)] for key in titles}
    rows = [(titles[key], beside(*filled(first, second, *sides[key]), unfinished=(first.unfinished, second.unfinished))) for key in titles]
    return [(title, found) for title, found in rows if found]


def filled(first, second, left, right):
    """The cells of two Kept, an unfinished one with an empty cell for each term that it will ask too, as both have the same form."""
    if first.assessment.instrument_id != second.assessment.instrument_id:
        return left, right
    return [{key: Cell(cell.term, "") for key, cell in other.items()} | own if kept.unfinished else own
            for kept, own, other in ((first, left, right), (second, right, left))]


def differing(found):
    """The same with only what differs."""
    kept = [(title, [row for row in rows if row.differs]) for title, rows in found]
    return [(title, rows) for title, rows in kept if rows]


def sections(kept):
    """{key: (title, {key: Cell})} of one keeping."""
    domains = {domain.code: (f"{domain.code}. {worded(domain)}", _domain(kept, points, items)) for domain, points, items in kept.numbers.domains
               } if kept.numbers.result else {}
    return {"levels": (gettext("Tingkat dan skor"), _levels(kept) | (_score(kept) if kept.numbers.result else {})), **domains,
            "written": (gettext("Yang ditulis"), {term: Cell(term, words) for *_part, pairs in kept.values["parts"] for term, words in pairs}),
            "needs": (gettext("Layanan yang dibutuhkan"), _asked_needs(kept) | {spm: _need(spm, *need) for spm, *need in kept.needs}),
            "dtsen": (gettext("DT-SEN"), {term: Cell(term, words) for term, words in kept.values["dtsen"]})}


def _levels(kept):
    advised, level, undecided = (kept.advised, kept.level, gettext("Belum ditetapkan")) if not kept.unfinished else (_so_far(kept), None, "")
    rows = (("advised", gettext("Tingkat menurut saran"), advised), ("level", gettext("Tingkat diusulkan petugas"), level),
            ("final", gettext("Tingkat ditetapkan manajer"), kept.final))
    said_levels = {key: Cell(term, str(label(level)), -rank(level)) if level else Cell(term, undecided) for key, term, level in rows}
    reason = "" if kept.unfinished else kept.reason
    return said_levels | {"reason": Cell(gettext("Alasan petugas"), reason), "final_reason": Cell(gettext("Alasan manajer"), kept.final_reason)}


def _so_far(kept):
    """The level that the answers so far advise; None before there are any."""
    return kept.advised if kept.numbers.result and kept.numbers.is_begun else None


def _score(kept):
    numbers, result = kept.numbers, kept.numbers.result
    red = ", ".join(id for id, _question, _answer in numbers.red)
    cells = {
        "score": Cell(gettext("Skor"), numbers.score, result.score), "range": Cell(gettext("Rentang"), numbers.range or numbers.score),
        "completeness": Cell(gettext("Kelengkapan"), f"{numbers.completeness} %", result.completeness),
        "decided": Cell(gettext("Aturan yang menentukan"), str(numbers.sentence)), "red": Cell(gettext("Nilai merah"), red),
        "floors": Cell(gettext("Aturan batas bawah"), ", ".join(floor.id for floor in numbers.floors)),
    }
    return {key: Cell(cell.term, "") for key, cell in cells.items()} if kept.unfinished and not numbers.is_begun else cells


def _domain(kept, points, items):
    total = f"{points.points}/{points.most} ({tenths(points.percent)} %)" if points.most else "" if kept.unfinished else "–"
    return {"points": Cell(gettext("Poin"), total, points.percent)} | {item.id: _item(kept, item, row) for item, row, _answer in items}


def _item(kept, item, row):
    points = "" if row.value is None else f" · {row.points}/{row.most}"
    words = "" if kept.unfinished and row.state == AnswerState.UNANSWERED else f"{said(item, row)}{points}"
    return Cell(f"{item.id} {worded(item)}", words, row.value)


def _asked_needs(kept):
    """An empty cell for each basic service, while they are still being decided."""
    return {spm: Cell(_service(spm), "") for spm in Spm} if kept.unfinished else {}


def _need(spm, needed, dismissal):
    words = gettext("Dibutuhkan") if needed else gettext("Tidak dibutuhkan")
    return Cell(_service(spm), f"{words}: {dismissal}" if dismissal else words)


def _service(spm):
    return f"{spm} {label(spm)}"
