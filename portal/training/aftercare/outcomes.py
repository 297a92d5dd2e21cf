"""What became of those who were trained, per batch, programme, provider or trade: numbers of those a person may see, no names."""
from dataclasses import dataclass

from flask_babel import gettext
from peewee import fn

from portal import clock
from portal.cases.models import Case
from portal.clients.models import Client
from portal.labels import label
from portal.rules.lifecycle import Stage
from portal.rules.nik import Sex
from portal.rules.placement import PlacementState
from portal.rules.training_outcome import Group, Trained, Visit, tally
from portal.training.aftercare.followups import FollowUp, ended
from portal.training.models import Placement

# What a placement is counted under, and the name of that.
KEYS = {
    Group.PROGRAMME: lambda placement: (placement.batch.programme_id, f"{placement.batch.programme.name} – {placement.batch.programme.provider}"),
    Group.BATCH: lambda placement: (placement.batch_id, placement.batch.heading),
    Group.PROVIDER: lambda placement: (provider_of(placement.batch.programme), placement.batch.programme.provider),
    Group.TRADE: lambda placement: (placement.batch.programme.trade, str(label(placement.batch.programme.trade))),
}


@dataclass(frozen=True)
class Outcome:
    """One group: how many ended, men and women apart, how old they were at the start, and {Aim: Measure}. `key` tells it from the others."""

    key: object
    name: str
    people: int
    men: int
    women: int
    youngest: int | None
    oldest: int | None
    measures: dict

    @property
    def ages(self):
        """15–19, or one figure; empty when nobody's age is known."""
        return "" if self.youngest is None else "–".join(str(years) for years in dict.fromkeys((self.youngest, self.oldest)))


def provider_of(programme):
    """Programmes of one institution of the directory have one provider; others one whose name reads the same."""
    return programme.institution_id or programme.provider.casefold()


def outcome_of_batch(batch, user):
    """The Outcome of one batch; `people` is 0 while nobody has ended."""
    return _outcome(batch.id, batch.heading, _people(_seen(user).where(Placement.batch == batch)))


def outcome_of_programme(programme, user):
    """The Outcome of all batches of one programme."""
    return _outcome(programme.id, programme.name, _people(_seen(user).where(Placement.batch.in_(programme.batches))))


def outcomes_by(group, user, year=None, sex=None):
    """[Outcome] of every group in which somebody has ended, by name; of those who ended in one year, and of one sex, where that is asked."""
    query = _seen(user)
    if year:
        query = query.where(Placement.ended_on.year == year)
    if sex:
        query = query.where(Client.sex == sex)
    gathered = {}
    for placement, trained in _people(query):
        key, name = KEYS[group](placement)
        gathered.setdefault(key, (name, []))[1].append((placement, trained))
    return sorted((_outcome(key, *those) for key, those in gathered.items()), key=lambda row: row.name.casefold())


def years_ended(user):
    """The years in which somebody this person may see has ended, the latest first."""
    year = Placement.ended_on.year
    return [found for (found,) in _seen(user).select(fn.DISTINCT(year)).order_by(year.desc()).tuples()]


def told(measure):
    """7 dari 9 yang diketahui; 3 tidak diketahui; 2 masih ditunggu."""
    if not measure.whole:
        return "–"
    parts = [gettext("%(part)s dari %(known)s yang diketahui", part=measure.yes, known=measure.known) if measure.known else "",
             gettext("%(count)s tidak diketahui", count=measure.unknown) if measure.unknown else "",
             gettext("%(count)s masih ditunggu", count=measure.pending) if measure.pending else ""]
    return "; ".join(part for part in parts if part)


def _seen(user):
    """Whose training ended, but for cases that were written down by mistake."""
    return Placement.visible_to(user).where(ended(), Case.stage != Stage.CANCELLED)


def _people(query):
    """[(placement, Trained)] of these placements, in two statements."""
    visits = {}
    for row in FollowUp.counted().where(FollowUp.placement.in_(query.select(Placement.id))):
        visits.setdefault(row.placement_id, []).append(Visit(row.months, row.visited_on, row.status, row.uses_skill))
    return [(each, Trained(each.ended_on, each.state == PlacementState.PASSED, bool(each.certificate), tuple(visits.get(each.id, ()))))
            for each in query]


def _outcome(key, name, people):
    sexes = [placement.case.client.sex for placement, _trained in people]
    ages = [years for placement, _trained in people if (years := placement.case.client.years(placement.batch.starts)) is not None]
    return Outcome(key, name, len(people), sexes.count(Sex.MALE), sexes.count(Sex.FEMALE), min(ages, default=None), max(ages, default=None),
                   tally((trained for _placement, trained in people), clock.today()))
