"""The front page of the figures: four of them, what they look like, and the way to every table, for one period and perhaps one kecamatan."""
from functools import cached_property

from flask import url_for
from flask_babel import gettext

from portal import audit, clock
from portal.audit import Event
from portal.labels import sentence
from portal.recap import glances, pictures
from portal.recap.asked import scope
from portal.recap.choices import Choices
from portal.recap.chosen import Chosen
from portal.recap.clocks import CLOCKS_TABLE
from portal.recap.dimensions import DISTRICT
from portal.recap.flow import FLOW_TABLE
from portal.recap.people import OPENINGS
from portal.recap.pictures import Sheet
from portal.recap.reports import INCOMING
from portal.recap.sight import Sight
from portal.recap.tables import TABLES
from portal.recap.tabulating import fill
from portal.recap.training import OUTCOMES
from portal.recap.wording import period_words
from portal.rules.clocks import Clock
from portal.rules.crosstab import ALL
from portal.rules.period import year_of
from portal.rules.refused import Refused


class Front:
    """`too_wide` says why nothing could be counted, if so. Who may see no small figure sees the whole tables' cells, hidden where those hide them."""

    def __init__(self, arguments, user):
        self.user, self.free = user, Sight.of(user).lists
        chosen = Chosen.of(INCOMING, {name: arguments[name] for name in ("period", DISTRICT.name) if name in arguments})
        self.chosen = chosen if self.free else chosen.coarse()
        self.period, self.filters, self.too_wide = self.chosen.period, self.chosen.filters, ""
        audit.note(Event.LISTED, by=user, list="recap", period=self.period)
        try:
            self.sheets = self._asked()
        except Refused as refused:
            self.sheets, self.too_wide = {}, sentence(refused)

    def _asked(self):
        """{name: Sheet}, each asked once; what the year says of the period is not asked again."""
        year = year_of(self.period.last)
        reports, opened, clocks = ((glances.REPORTS, glances.OPENED, glances.CLOCKS) if self.free else (INCOMING, OPENINGS, CLOCKS_TABLE))
        found = {"year": self._fill(reports, year, "month"), "opened": self._fill(opened, self.period, "district"),
                 "clocks": self._fill(clocks, self.period, "step"), "training": self._fill(OUTCOMES, self.period, "year"),
                 "way": self._fill(FLOW_TABLE, self.period, "passed")}
        return found | {"reports": found["year"] if year == self.period else self._fill(reports, self.period, "month")}

    def _fill(self, table, period, rows):
        return Sheet(fill(Chosen(table, period, self.filters, (rows,)), self.user))

    @property
    def figures(self):
        """[(figure, words, address)] of the four."""
        return [(self.sheets["reports"].words(ALL, ALL), gettext("laporan"), self._url(INCOMING)),
                (self.sheets["opened"].words(ALL, ALL), gettext("kasus dibuka"), self._url(OPENINGS, rows="district")),
                (self.sheets["clocks"].words(Clock.ACT, "percent"), gettext("tindak tepat waktu"), self._url(CLOCKS_TABLE)),
                (self.sheets["training"].words(ALL, "completed-yes"), gettext("lulus pelatihan"), self._url(OUTCOMES))]

    @cached_property
    def plots(self):
        """The Pictures, in the order of the page."""
        return [pictures.months(self.sheets["year"], self.period), pictures.districts(self.sheets["opened"]),
                pictures.punctuality(self.sheets["clocks"]), pictures.outcomes(self.sheets["training"]), pictures.way(self.sheets["way"])]

    def _url(self, table, **more):
        return url_for("recap.table", name=table.name, period=self.period, **self.filters, **more)

    @property
    def tables(self):
        """[(how often, [(title, address, to whom)])] of every table, in the order in which they were declared."""
        groups = {}
        for table in TABLES.values():
            often, _dot, to = str(table.audience or gettext("Setiap saat")).partition(" · ")
            groups.setdefault(often, []).append((table.title, self._url_of(table), to))
        return sorted(groups.items(), key=lambda group: -len(group[1]))

    def _url_of(self, table):
        """A table of this period; of this kecamatan where it can be narrowed so."""
        kept = self.filters if DISTRICT in table.filters else {}
        return url_for("recap.table", name=table.name, period=self.period, **kept)

    @property
    def periods(self):
        return Choices(self.chosen, self.free).periods

    @property
    def districts(self):
        """[(code, name)] to choose from; empty for who may not narrow."""
        return DISTRICT.members(self.period) if self.free else []

    @property
    def steps(self):
        """[(address, words)] of the period before and, where it has begun, after."""
        around = [self.period.previous, *([self.period.next] if self.period.next.first <= clock.today() else [])]
        return [(url_for("recap.index", period=period, **self.filters), period_words(period)) for period in around]

    @property
    def lead(self):
        """What is counted."""
        return gettext("Menghitung: %(scope)s", scope=scope(self.user))

    @property
    def notes(self):
        """[(title, what its figures mean)] of what is shown."""
        return [(table.title, table.means) for table in (INCOMING, OPENINGS, CLOCKS_TABLE, OUTCOMES, FLOW_TABLE)]
