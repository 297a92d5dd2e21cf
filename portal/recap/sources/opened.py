"""Cases by the local day on which their report reached the office; one that was opened again counts on that day, too."""
from flask_babel import lazy_gettext as _

from portal.accounts.teams import CareTeam
from portal.cases.history import Round
from portal.cases.models import Case
from portal.recap.dimensions import MONTH
from portal.recap.sources.base import Months, Source, ask, within
from portal.recap.sources.people import BY, OF_CASES
from portal.recap.sources.told import NAMES, about_cases
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import Stage


def facts(sight, period, names=NAMES):
    """One fact each time that a case, not cancelled, was opened in the period."""
    cases = Case.select(Case.id, Case.t0).join(CareTeam).where(sight.teams, Case.stage != Stage.CANCELLED)
    now = cases.where(within(Case.t0, period))
    before = (Round.select(Round.case, Round.t0).join(Case).join(CareTeam)
              .where(sight.teams, Case.stage != Stage.CANCELLED, ~Round.taken_back, within(Round.t0, period)))
    ids = cases.select(Case.id).where(within(Case.t0, period) | Case.id.in_(before.select(Round.case)))
    months, about = Months(), about_cases(ids, period, names)
    return [Fact(id, about[id][0], about[id][1] | {"month": months.of(t0)}) for id, t0 in (*ask(now), *ask(before))]


OPENED = Source("opened", _("kasus"), (*BY, MONTH), facts, **OF_CASES, chooses=True)
