"""The list of cases: what it can be filtered and sorted by, and what each row shows beside the case itself."""
from flask import g
from flask_babel import gettext
from peewee import Case as Choose

from portal.accounts.teams import Member, in_force, leads, mine
from portal.cases import clocks
from portal.cases.models import Case
from portal.clients.models import Client
from portal.lists import Filter, Listing
from portal.office.models import Region
from portal.rules.categories import Category
from portal.rules.levels import Level
from portal.rules.lifecycle import OPEN, Stage
from portal.seeking import found

RUNNING = "running"


def ranked(column, members):
    """A column sorted in the order of these members."""
    return Choose(None, [(column == member, position) for position, member in enumerate(members)])


SORTS = {"number": Case.id, "level": ranked(Case.level, Level), "stage": ranked(Case.stage, Stage)}


class Cases(Listing):
    """One page of cases with owners, places and nearest clocks, each asked once for the whole page."""

    def __init__(self, user):
        super().__init__(Case, Case.visible_to(user), sorts=SORTS, default="-number", filters=filters(user))
        self.histories = clocks.Histories.of(self.rows)
        self.owners = leads(case.care_team_id for case in self.rows)
        self.districts = Region.names()

    def _found(self, query):
        """By the case's own words, or by what its client is called now."""
        if not self.text:
            return query
        clients = found(Client, self.text, Client.visible_to(g.user))
        return query.where(Case.id.in_(found(Case, self.text, query)) | Case.client.in_(clients))

    def nearest(self, case):
        """(name of the clock, mark, words) of the clock that must stop next, or None."""
        reading = clocks.nearest(case, self.histories)
        return (reading.clock, *clocks.face(case, reading, self.histories)[:2]) if reading else None


def filters(user):
    """Stage, level, category, kecamatan, and whether it is mine."""
    lead = Member.select(Member.team).where(Member.user == user.id, Member.lead, in_force())
    mine_or_led = {"team": Case.care_team.in_(mine(user)), "lead": Case.care_team.in_(lead)}
    return [
        Filter("stage", gettext("Tahap"), [(RUNNING, gettext("Masih berjalan")), *Stage], _at_stage),
        Filter("level", gettext("Tingkat"), Level, lambda level: Case.level == level),
        Filter("category", gettext("Kategori"), Category, lambda category: Case.category == category),
        Filter("district", gettext("Kecamatan"), [(row.code, row.name) for row in Region.districts()], lambda code: Client.district == code),
        Filter("mine", gettext("Milik"), [("team", gettext("Tim saya")), ("lead", gettext("Saya petugas utama"))], mine_or_led.get),
    ]


def _at_stage(stage):
    if stage == RUNNING:
        return Case.stage.in_(OPEN)
    return Case.stage == stage
