"""A hit says which record it is, whom it is about as far as the person may know, and why it was found."""
from dataclasses import dataclass, field

from flask import url_for
from flask_babel import gettext
from markupsafe import Markup

from portal.accounts.teams import leads
from portal.clients import places
from portal.labels import label
from portal.phrases import day, moment
from portal.reports.people import ReportPerson
from portal.rules.sought import code
from portal.search.marking import Marking
from portal.search.models import KINDS

PAGES = {"cases": "casefile.show", "clients": "clients.show", "reports": "reports.show", "referrals": "referrals.show",
         "institutions": "referrals.institutions.show"}


@dataclass
class Hit:
    """`marks` are enum members to show as marks; `owner` is whom to ask about a record that the person sees in outline."""

    url: str
    number: str
    name: str
    facts: list
    marks: list = field(default_factory=list)
    passage: str = ""
    owner: str = ""
    restricted: bool = False


def gather(search, chosen):
    """{kind: [Hit]} of the chosen ids, in their order."""
    rows = {kind: _loaded(search, kind, ids) for kind, ids in chosen.items()}
    return Reading(search, rows).hits


def _loaded(search, kind, ids):
    model = KINDS[kind]
    by_id = {row.id: row for row in search.rows(kind).where(model.id.in_(ids))} if ids else {}
    return [by_id[id] for id in ids if id in by_id]


class Reading:
    """Rows read for one person; what several of them need is asked once."""

    def __init__(self, search, rows):
        self.user, self.marking = search.user, Marking(search.seeking)
        self.code = search.seeking.sought.code
        self.people = ReportPerson.of(rows["reports"]) if rows["reports"] else {}
        self.districts = places.names() if any(rows[kind] for kind in ("clients", "cases", "reports")) else {}
        masked = [row.care_team_id for kind in ("cases", "clients", "reports") for row in rows[kind] if not row.is_whole_to(self.user)]
        self.owners = leads(masked) if masked else {}
        self.hits = {kind: [getattr(self, f"_{kind}")(row) for row in each] for kind, each in rows.items()}

    def _guarded(self, kind, row, name, facts, **more):
        """A hit about somebody; outside the team it has initials and names whom to ask."""
        owner = "" if row.is_whole_to(self.user) else self.owners.get(row.care_team_id, "")
        return Hit(url_for(PAGES[kind], id=row.id), self.marking.number(row.number), name, [fact for fact in facts if fact],
                   owner=owner, restricted=row.care_team.restricted, **more)

    def _cases(self, case):
        facts = [self._reason(case.client), self.districts.get(case.client.district)]
        return self._guarded("cases", case, self._called(case.client, case.is_whole_to(self.user)), facts, marks=[case.level, case.stage])

    def _clients(self, client):
        whole = client.is_whole_to(self.user)
        facts = [self._reason(client), day(client.birth_date) if whole and client.birth_date else client.aged, self.districts.get(client.district)]
        return self._guarded("clients", client, self._called(client, whole), facts)

    def _called(self, client, whole, elsewhere=""):
        """The name with what matches marked, beside it the nickname that matches; one of several is only said to, unless the match is elsewhere."""
        if not whole:
            return client.initials
        called = self.marking.text(client.called)
        if self.code or self.marking.found_in(f"{client.called} {elsewhere}"):
            return called
        other = self.marking.text(client.alias) if self.marking.found_in(client.alias) else gettext("nama panggilan lain")
        return Markup("{} ({})").format(called, other)

    def _reason(self, client):
        """Which number of the client it was, when it was not the record's own."""
        if not self.code or self.code in (code(client.number), client.number.rpartition("-")[2].lstrip("0")):
            return ""
        return gettext("NIK cocok") if client.nik and code(client.nik) == self.code else ""

    def _reports(self, report):
        whole = report.is_whole_to(self.user)
        people = self.people.get(report.id, [])
        names = ", ".join((person.called if whole else person.initials) for person in people) or "–"
        passage = self.marking.around(f"{report.place}. {report.narrative}") if whole and not self.code else ""
        facts = [moment(report.received_at), self.districts.get(report.district), self._told(report) if whole else ""]
        names = self.marking.text(names) if whole else names
        return self._guarded("reports", report, names, facts, marks=[report.level, report.state], passage=passage)

    def _told(self, report):
        """What of the reporter matches, which the hit itself does not show."""
        if self.code and report.reporter_phone and code(report.reporter_phone) == self.code:
            return gettext("telepon pelapor cocok")
        return gettext("nama pelapor cocok") if not self.code and self.marking.found_in(report.reporter_name) else ""

    def _referrals(self, referral):
        place, letter = referral.institution.name, referral.letter.number if referral.letter_id else ""
        called = self._called(referral.case.client, True, place)
        return Hit(url_for(PAGES["referrals"], id=referral.id), self.marking.number(referral.number), called,
                   [self.marking.text(place), *([letter] if letter else [])], marks=[referral.paper_state, referral.answer_state])

    def _institutions(self, institution):
        facts = [str(label(institution.kind)), self.marking.text(institution.place)]
        return Hit(url_for(PAGES["institutions"], id=institution.id), "", self.marking.text(institution.name), [fact for fact in facts if fact])
