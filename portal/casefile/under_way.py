"""When services, referrals and training places of a case began: the act clock stops at the earliest of them."""
from portal.cases.models import Case
from portal.records import Transition
from portal.referrals.models import Referral
from portal.rules.placement import PlacementState
from portal.rules.referral import AnswerState
from portal.rules.service import ServiceState
from portal.training.models import Placement


def under_way(case):
    """Moments (naive UTC) at which something of the case was given, sent out or begun."""
    given = [service.delivered_at for service in case.services if service.state == ServiceState.DELIVERED]
    out = _moves(Referral, case).where(Transition.before == str(AnswerState.NOT_SENT))
    seated = _moves(Placement, case).where(Transition.after == str(PlacementState.ACTIVE))
    return given + [move.occurred_at for move in (*out, *seated)]


def _moves(model, case):
    """The moves of a case's rows of one kind."""
    rows = model.select(model.id).where(model.case == case)
    return Transition.select().where(Transition.subject == model._meta.table_name, Transition.subject_id.in_(rows))


Case.UNDER_WAY.append(under_way)
