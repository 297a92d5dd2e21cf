"""People whose training ended, by the day on which it did, and what became of them as far as that is known today."""
from collections import defaultdict

from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.labels import label
from portal.phrases import day
from portal.recap.dimensions import AGE, CATEGORY, DISTRICT, OFFICER, SEX
from portal.recap.kinds import BATCH, COURSE, ENDED, PROVIDER, TRADE, providers_of
from portal.recap.sources import outline
from portal.recap.sources.base import Source, as_day, ask, group_of, years_on
from portal.recap.sources.told import about_cases
from portal.rules.crosstab import Fact
from portal.rules.followup import FollowUpStatus
from portal.rules.lifecycle import Stage
from portal.rules.placement import PlacementState
from portal.rules.training_outcome import Trained, Visit, measures_of
from portal.training.aftercare.followups import FollowUp, ended
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.programmes import Programme

FIELDS = (Placement.id, Placement.case, Placement.state, Placement.certificate, Placement.ended_on, Batch.id, Batch.starts, Programme.id,
          Programme.trade)


def facts(sight, period):
    """One fact a training that ended in the period and did not go on elsewhere: {"measures": {Aim: Measure}} as of today."""
    query = (Placement.select(*FIELDS).join(Batch).join(Programme).switch(Placement).join(Case).join(CareTeam)
             .where(sight.teams, Case.stage != Stage.CANCELLED, ended(), Placement.ended_on.between(period.first, period.last)))
    rows = ask(query)
    cases, visits, providers, found = about_cases(query.select(Placement.case), period), visits_of(query), providers_of(), []
    for id, case, state, certificate, ended_on, batch, starts, programme, trade in rows:
        (client, values), over = cases[case], as_day(ended_on)
        years = years_on(as_day(starts), *values["born"])
        trained = Trained(over, state == PlacementState.PASSED, bool(certificate), tuple(visits.get(id, ())))
        found.append(Fact(id, client, values | {
            "age": group_of(years), "years": years, "batch": str(batch), "programme": str(programme), "provider": providers[programme][0],
            "trade": trade, "year": str(over.year), "measures": measures_of(trained, clock.today())}))
    return found


def visits_of(query):
    """{placement id: [Visit]} of those that were not cancelled."""
    rows = (FollowUp.counted().select(FollowUp.placement, FollowUp.months, FollowUp.visited_on, FollowUp.status, FollowUp.uses_skill)
            .where(FollowUp.placement.in_(query.select(Placement.id))))
    found = defaultdict(list)
    for placement, months, on, status, uses in ask(rows):
        found[placement].append(Visit(months, as_day(on), FollowUpStatus(status), None if uses is None else bool(uses)))
    return found


def rows(ids, user):
    """The placements behind a figure whose cases exist for this person, the last to end first."""
    return Placement.visible_to(user).where(Placement.id.in_(ids)).order_by(Placement.ended_on.desc(), Placement.id.desc())


TAUGHT = [
    (lazy_pgettext("satu", "Angkatan"), lambda row, around: row.batch.number),
    (_("Program"), lambda row, around: row.batch.programme.name),
    (_("Berakhir"), lambda row, around: day(row.ended_on)),
    (_("Keadaan"), lambda row, around: label(row.state)),
    (_("Sertifikat"), lambda row, around: row.certificate),
]
TRAINING = Source(
    "training", _("peserta pelatihan"), (TRADE, COURSE, BATCH, PROVIDER, ENDED, DISTRICT, CATEGORY, SEX, AGE, OFFICER), facts, rows=rows,
    url=outline.leading("training.placement"),
    listed=[*outline.CASE, *outline.CLIENT, *outline.discreet(TAUGHT)], exported=[*outline.CASE, *outline.CLIENT, *TAUGHT])
