"""Several services at once: needs written down, and planned; each row by the verb of one service, all rows or none."""
from portal.db import db
from portal.rules import service as rules
from portal.rules.refused import Refused
from portal.services.models import Service


def plan_all(case, *, by, rows):
    """Plan each row: a need of this case, or a new service; all or none. A refusal says in `place` which row it is about."""
    for place, row in enumerate(rows):
        try:
            _plan(case, by=by, **row)
        except Refused as refused:
            refused.place = place
            raise
    return case


def _plan(case, *, by, service, seen, spm, programme, **plan):
    if service:
        return Service.waiting_in(case).where(Service.id == service).get().plan(by=by, seen=seen, **plan)
    return Service.propose(case, by=by, spm=spm, programme=programme, **plan)


def need_all(case, *, by, spm, what="", assessment=None):
    """Write down needs without a plan; what waits already is not written down twice."""
    db.lock()
    rules.check_needs(spm, {service.spm for service in Service.waiting_in(case)})
    for each in spm:
        Service.need(case, by=by, spm=each, what=what, assessment=assessment)
    return case


def take_up(case, spm, *, by, assessment=None):
    """A need that the assessment set aside is one after all; asked twice it is written down once."""
    db.lock()
    if spm not in {service.spm for service in Service.waiting_in(case)}:
        Service.need(case, by=by, spm=spm, assessment=assessment)
    return case
