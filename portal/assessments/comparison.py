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
from portal.web import id_of


class Comparison:
    """Two versions of a case beside each other, as the address chooses them by their number: the later is the second."""

    def __init__(self, case, versions, pair, only):
        self.case, self.versions, self.pair, self.only = case, versions, pair, only
        self.every = compared(*map(Kept.now, pair)) if pair else []

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
    rows = [(titles[key], beside(*(side[key][1] if key in side else {} for side in (left, right)))) for key in titles]
    return [(title, found) for title, found in rows if found]


def differing(found):
    """The same with only what differs."""
    kept = [(title, [row for row in rows if row.differs]) for title, rows in found]
    return [(title, rows) for title, rows in kept if rows]


def sections(kept):
    """{key: (title, {key: Cell})} of one keeping."""
    domains = {domain.code: (f"{domain.code}. {worded(domain)}", _domain(points, items)) for domain, points, items in kept.numbers.domains
               } if kept.numbers.result else {}
    return {"levels": (gettext("Tingkat dan skor"), _levels(kept) | (_score(kept.numbers) if kept.numbers.result else {})), **domains,
            "written": (gettext("Yang ditulis"), {term: Cell(term, words) for *_part, pairs in kept.values["parts"] for term, words in pairs}),
            "needs": (gettext("Layanan yang dibutuhkan"), {spm: _need(spm, *need) for spm, *need in kept.needs}),
            "dtsen": (gettext("DT-SEN"), {term: Cell(term, words) for term, words in kept.values["dtsen"]})}


def _levels(kept):
    rows = (("advised", gettext("Tingkat menurut saran"), kept.advised), ("level", gettext("Tingkat diusulkan petugas"), kept.level),
            ("final", gettext("Tingkat ditetapkan manajer"), kept.final))
    said_levels = {key: Cell(term, str(label(level)), -rank(level)) if level else Cell(term, gettext("Belum ditetapkan"))
                   for key, term, level in rows}
    return said_levels | {"reason": Cell(gettext("Alasan petugas"), kept.reason), "final_reason": Cell(gettext("Alasan manajer"), kept.final_reason)}


def _score(numbers):
    result = numbers.result
    red = ", ".join(id for id, _question, _answer in numbers.red)
    return {
        "score": Cell(gettext("Skor"), numbers.score, result.score), "range": Cell(gettext("Rentang"), numbers.range or numbers.score),
        "completeness": Cell(gettext("Kelengkapan"), f"{numbers.completeness} %", result.completeness),
        "decided": Cell(gettext("Aturan yang menentukan"), str(numbers.sentence)), "red": Cell(gettext("Nilai merah"), red),
        "floors": Cell(gettext("Aturan batas bawah"), ", ".join(floor.id for floor in numbers.floors)),
    }


def _domain(points, items):
    total = f"{points.points}/{points.most} ({tenths(points.percent)} %)" if points.most else "–"
    return {"points": Cell(gettext("Poin"), total, points.percent)} | {item.id: _item(item, row) for item, row, _answer in items}


def _item(item, row):
    points = "" if row.value is None else f" · {row.points}/{row.most}"
    return Cell(f"{item.id} {worded(item)}", f"{said(item, row)}{points}", row.value)


def _need(spm, needed, dismissal):
    words = gettext("Dibutuhkan") if needed else gettext("Tidak dibutuhkan")
    return Cell(f"{spm} {label(spm)}", f"{words}: {dismissal}" if dismissal else words)
