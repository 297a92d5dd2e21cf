"""Two records that become one person may not leave that person in two courses on one day."""
from portal.cases.models import Case
from portal.clients.models import Client
from portal.rules.placement import CLAIMING, Why, overlaps
from portal.rules.refused import Refused
from portal.training.batches import Batch
from portal.training.models import Placement


@Client.JOINS.append
def check(kept, gone):
    """Refused when both are proposed for, wait for or sit in courses that share a day; it names the two batches."""
    theirs = _courses(gone)
    for number, *dates in _courses(kept):
        for other, *days in theirs:
            if overlaps(dates, days):
                raise Refused(Why.BOTH_PLACED, one=number, other=other)


def _courses(client):
    """[(number of the batch, first day, last day)]."""
    return list(Placement.select(Batch.number, Batch.starts, Batch.ends).join(Batch).switch(Placement).join(Case)
                .where(Case.client == client, Placement.state.in_(CLAIMING)).order_by(Batch.starts, Placement.id).tuples())
