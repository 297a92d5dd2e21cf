"""The plots of the front page: each made of one filled table, with what it says in words, its legend, and its figures as a small table."""
from dataclasses import dataclass, field

from babel.dates import get_month_names
from flask import url_for
from flask_babel import get_locale, gettext

from portal import clock
from portal.labels import label
from portal.recap import plots
from portal.recap.plots import EMPTY, FULL, HATCHED, Point, Row
from portal.recap.wording import figure, period_words
from portal.rules.crosstab import ALL
from portal.rules.lifecycle import ClosingReason
from portal.rules.passage import HERE, Passed
from portal.rules.period import months_in
from portal.rules.timeliness import Kept
from portal.rules.training_outcome import Aim

MOST = 12  # kecamatan that have a bar of their own


@dataclass
class Picture:
    """A Drawing, the sentence that says the same, [(fill, words)], and the heads and rows of its figures; `url` leads to the whole table."""

    name: str
    title: str
    message: str
    drawing: object
    heads: list
    rows: list
    url: str
    legend: list = field(default_factory=list)
    empty: bool = False


class Sheet:
    """A filled table, asked for its cells by the keys of line and column."""

    def __init__(self, filled):
        self.filled = filled
        self.lines = {line.key: line for line in (*filled.lines, filled.total)}
        self.places = {column.key: place for place, column in enumerate(filled.columns)}

    def amount(self, line, column):
        """The figure, None where it is hidden or not known; a column that nothing fell into is left out of the table, and stands for nothing."""
        if column not in self.places or line not in self.lines:
            return 0
        cell = self.lines[line].cells[self.places[column]]
        return None if cell.concealed else cell.value

    def words(self, line, column):
        """The same as people read it."""
        if column not in self.places or line not in self.lines:
            return "0"
        place = self.places[column]
        return figure(self.lines[line].cells[place], self.filled.columns[place])

    def is_empty(self):
        return self.filled.is_empty

    def url(self, **more):
        """The whole table of the same period and district."""
        chosen = self.filled.chosen
        return url_for("recap.table", name=chosen.table.name, period=chosen.period, **chosen.filters, **more)


def summed(amounts):
    """What they come to; None where one of them is hidden."""
    return None if None in amounts else sum(amounts)


def text(amount, hidden="•"):
    """A number that was worked out of others, as people read it."""
    return hidden if amount is None else f"{amount:,}".replace(",", ".")


def picture(name, title, sheet, message, drawing, heads, rows, legend=(), by=""):
    """A Picture; of nothing it says that there is nothing."""
    if sheet.is_empty():
        message = gettext("Belum ada data %(period)s.", period=period_words(sheet.filled.chosen.period))
    return Picture(name, title, message, drawing, heads, rows, sheet.url(**({"rows": by} if by else {})), list(legend), sheet.is_empty())


def months(sheet, period):
    """Reports by month of a year; those of the chosen period are hatched, those to come stand there with their name only."""
    names, today, year = get_month_names("abbreviated", locale=get_locale()), clock.today(), sheet.filled.chosen.period
    points = [Point(names[month.first.month], sheet.amount(str(month), ALL), sheet.words(str(month), ALL) if month.first <= today else "",
                    HATCHED if period.holds(month.first) and period != year else FULL) for month in months_in(year)]
    known = [(sheet.amount(line.key, ALL), line.words[0]) for line in sheet.filled.lines]
    top = max((pair for pair in known if pair[0]), default=(0, ""), key=lambda pair: pair[0])
    message = gettext("%(period)s: %(all)s laporan; terbanyak pada %(month)s, %(most)s.", period=period_words(year),
                      all=sheet.words(ALL, ALL), month=top[1], most=text(top[0]))
    legend = [(HATCHED, period_words(period))] if any(point.fill == HATCHED for point in points) else []
    return picture("months", gettext("Laporan per bulan"), sheet, message, plots.upright(points), [gettext("Bulan"), gettext("Laporan")],
                   [(line.words[0], [sheet.words(line.key, ALL)]) for line in sheet.filled.lines], legend, by="month")


def districts(sheet):
    """Cases opened by kecamatan, the most first; beyond a dozen the rest is one."""
    lines = sorted(sheet.filled.lines, key=lambda line: -(sheet.amount(line.key, ALL) or 0))
    points = [Point(line.words[0], sheet.amount(line.key, ALL), sheet.words(line.key, ALL)) for line in lines]
    def rest(others):
        amount = summed([other.amount for other in others])
        return Point(gettext("%(count)s lainnya", count=len(others)), amount, text(amount), EMPTY)
    message = gettext("%(all)s kasus dibuka; terbanyak di %(name)s, %(most)s.", all=sheet.words(ALL, ALL), name=points[0].name if points else "",
                      most=points[0].figure if points else "0")
    return picture("districts", gettext("Kasus dibuka per kecamatan"), sheet, message, plots.lying(plots.most(points, MOST, rest)),
                   [gettext("Kecamatan"), gettext("Kasus dibuka")], [(point.name, [point.figure]) for point in points], by="district")


def punctuality(sheet):
    """Of each clock the shares on time, late, and past its limit."""
    columns = [(Kept.ON_TIME, FULL), (Kept.LATE, HATCHED), (Kept.OVERDUE, EMPTY)]
    lines = sheet.filled.lines
    rows = [Row(line.words[0], [(sheet.amount(line.key, key), fill) for key, fill in columns],
                f"{sheet.words(line.key, 'percent')} ({' · '.join(sheet.words(line.key, key) for key, _fill in columns)})") for line in lines]
    message = gettext("Tepat waktu: %(shares)s.", shares=", ".join(f"{line.words[0]} {sheet.words(line.key, 'percent')}" for line in lines))
    return picture("clocks", gettext("Ketepatan 4CT"), sheet, message, plots.stacked(rows),
                   [gettext("Langkah"), *(label(key) for key, _fill in columns), gettext("Persen tepat waktu")],
                   [(line.words[0], [sheet.words(line.key, key) for key in (*(key for key, _fill in columns), "percent")]) for line in lines],
                   [(fill, label(key)) for key, fill in columns], by="step")


# Which columns of the table of trainings say yes, no, and that it is not known or not due yet; what is left out is the rest of all.
OUTCOMES = ((Aim.COMPLETED, "completed-yes", None, ()), (Aim.CERTIFIED, "certified-yes", None, ()),
            (Aim.PLACED, "placed-yes", None, ("placed-unknown", "placed-pending")),
            (Aim.OFF_STREET_12, None, "off-street-12-no", ("off-street-12-unknown", "off-street-12-pending")))


def outcomes(sheet):
    """Of each aim of the trainings: yes, no, and what is not known."""
    found = []
    for aim, yes, no, unknown in OUTCOMES:
        rest = [sheet.amount(ALL, key) for key in ("all", yes or no, *unknown)]
        other = None if None in rest else rest[0] - sum(rest[1:])
        told = [rest[1], other] if yes else [other, rest[1]]
        found.append((label(aim), [*told, summed(rest[2:])]))
    fills, heads = (FULL, HATCHED, EMPTY), [gettext("Ya"), gettext("Tidak"), gettext("Belum diketahui")]
    rows = [Row(str(name), list(zip(amounts, fills, strict=True)), " · ".join(text(amount) for amount in amounts)) for name, amounts in found]
    message = gettext("%(all)s orang mengakhiri pelatihan, %(passed)s lulus.", all=sheet.words(ALL, "all"), passed=sheet.words(ALL, "completed-yes"))
    return picture("outcomes", gettext("Hasil pelatihan"), sheet, message, plots.stacked(rows), [gettext("Hasil"), *heads],
                   [(name, [text(amount) for amount in amounts]) for name, amounts in found], list(zip(fills, heads, strict=True)))


def way(sheet):
    """How many people made each step from the report to the end, and how many of them stand there now."""
    steps = [step for step in Passed if step != Passed.CLOSED]
    ended = [str(each) for each in (*ClosingReason, "-")]
    came = [(step, summed([sheet.amount(later, ALL) for later in steps[place:]]), sheet.amount(step, HERE)) for place, step in enumerate(steps)]
    came.append((Passed.CLOSED, summed([sheet.amount(ALL, reason) for reason in ended]), 0))
    here = gettext("masih di sini")
    rows = [Row(str(label(step)), [(None if amount is None or stand is None else amount - stand, FULL), (stand, HATCHED)],
                text(amount) if stand == 0 else f"{text(amount)} · {text(stand)} {here}") for step, amount, stand in came]
    most = max((each for each in came if each[2]), default=None, key=lambda each: each[2])
    message = gettext("Dari %(all)s orang yang dilaporkan, %(closed)s kasusnya sudah ditutup.", all=sheet.words(ALL, ALL), closed=text(came[-1][1]))
    if most:
        message += " " + gettext("Terbanyak berhenti di tahap %(step)s: %(count)s orang.", step=label(most[0]), count=text(most[2]))
    return picture("way", gettext("Alur dari laporan sampai ditutup"), sheet, message, plots.stacked(rows, came[0][1]),
                   [gettext("Tahap"), gettext("Sampai di sini"), gettext("Masih di sini")],
                   [(label(step), [text(amount), text(stand)]) for step, amount, stand in came], [(HATCHED, here)])
