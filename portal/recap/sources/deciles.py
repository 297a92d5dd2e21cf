"""Where DT-SEN puts the people of a period, and the special considerations that were asked for in it."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext
from peewee import Case as Either

from portal.accounts.teams import CareTeam
from portal.assessments.considerations import Consideration
from portal.cases.models import Case
from portal.clients.dtsen import DtsenCheck
from portal.labels import label
from portal.phrases import local_day
from portal.recap.dimensions import AGE, CATEGORY, DISTRICT, LEVEL, OFFICER, SEX, SUB_TYPE
from portal.recap.kinds import CONSIDERATION, CONSIDERED, DECILE
from portal.recap.sources import outline
from portal.recap.sources.base import Source, ask, code, within
from portal.recap.sources.people import OF_CASES
from portal.recap.sources.people import facts as people
from portal.recap.sources.told import NAMES, about_cases
from portal.rules.crosstab import Fact
from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_check import CheckState
from portal.rules.lifecycle import Stage

DIMENSIONS = (DISTRICT, CATEGORY, SUB_TYPE, SEX, AGE, LEVEL, OFFICER)


def facts(sight, period, names=NAMES):
    """One fact a case that ran in the period, with what the client's latest check up to its end said."""
    checks = checked(period.last)
    return [Fact(id, client, values | {"decile": checks.get(client, str(DtsenStatus.NOT_CHECKED))})
            for id, client, values in people(sight, period, names)]


def checked(day):
    """{client id: decile or status} by the heaviest check that counts and was made by a day: any look, then the latest, then the last written."""
    look = Either(None, [(DtsenCheck.status == DtsenStatus.NOT_CHECKED, 0)], 1)
    rows = (DtsenCheck.select(DtsenCheck.client, DtsenCheck.status, DtsenCheck.decile)
            .where(DtsenCheck.state == CheckState.KEPT, DtsenCheck.checked_on <= day).order_by(look, DtsenCheck.checked_on, DtsenCheck.id))
    return {client: str(decile) if status == DtsenStatus.LISTED else status for client, status, decile in ask(rows)}


def considered(sight, period):
    """One fact a special consideration that was asked for in the period."""
    query = (Consideration.select(Consideration.id, Consideration.case, Consideration.reason, Consideration.state).join(Case).join(CareTeam)
             .where(sight.teams, Case.stage != Stage.CANCELLED, within(Consideration.asked_at, period)))
    cases, found = about_cases(query.select(Consideration.case), period), []
    for id, case, reason, state in ask(query):
        client, values = cases[case]
        found.append(Fact(id, client, values | {"reason": code(reason), "consideration": state}))
    return found


def rows(ids, user):
    """The considerations behind a figure whose cases exist for this person, the first asked first."""
    return Consideration.visible_to(user).where(Consideration.id.in_(ids)).order_by(Consideration.asked_at, Consideration.id)


ASKED = [*outline.CASE, (_("Tanggal"), lambda row, around: local_day(row.asked_at))]
ABOUT = [
    (_("Program"), lambda row, around: label(row.programme) if row.programme else _("Semua program")),
    (_("Alasan"), lambda row, around: label(row.reason)),
    (_("Keadaan"), lambda row, around: label(row.state)),
]
DECILES = Source("deciles", lazy_pgettext("banyak", "kasus"), (DECILE, *DIMENSIONS), facts, **OF_CASES, chooses=True)
CONSIDERATIONS = Source(
    "considerations", _("pertimbangan khusus"), (CONSIDERED, CONSIDERATION, *DIMENSIONS), considered, rows=rows,
    url=outline.leading("assessments.considerations.show"), listed=[*ASKED, *outline.CLIENT, *outline.discreet(ABOUT)],
    exported=[*ASKED, *outline.CLIENT, *ABOUT])
