"""How well the clocks of a period were kept, in a few numbers: what stands beside the work of the day."""
from peewee import fn

from portal import clock
from portal.desk.aside import TIMELINESS
from portal.recap.kept import Keeping, runs
from portal.recap.sight import Sight
from portal.records import Revision, Transition
from portal.rules.clocks import Clock
from portal.rules.period import month_of
from portal.rules.timeliness import JUDGED, Kept, share

MINUTES, REMEMBERED = 5, 64
_told = {}


def shares(user, period):
    """{Clock: (on time, counted, percent or None)} of the rounds that began in the period, of those clocks that can be judged."""
    reads, tallies = Keeping(), {which: dict.fromkeys(Kept, 0) for which in Clock}
    for run in runs(Sight.of(user), period):
        for which, _level, came_to, _stop in reads.of(run):
            tallies[which][came_to] += 1
    counted = {which: (tally[Kept.ON_TIME], sum(tally[each] for each in JUDGED)) for which, tally in tallies.items()}
    return {which: (good, whole, share(good, whole)) for which, (good, whole) in counted.items()}


def of_this_month(user):
    """[(Clock, how many in time, of how many)] of the cases begun this month; worked out again once something changed, or every few minutes."""
    now = clock.now()
    state = (user.id, now.replace(minute=now.minute - now.minute % MINUTES, second=0), *_heads())
    if state not in _told:
        while len(_told) >= REMEMBERED:
            _told.pop(next(iter(_told)), None)
        _told[state] = [(which, good, whole) for which, (good, whole, _share) in shares(user, month_of(clock.today())).items()]
    return _told[state]


def forget():
    """Nothing is remembered any more."""
    _told.clear()


def _heads():
    """What no change of a record leaves as it is."""
    return tuple(model.select(fn.MAX(model.id)).scalar() for model in (Revision, Transition))


TIMELINESS.append(of_this_month)
