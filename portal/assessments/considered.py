"""How a case stands with special considerations: whether one is worth asking for, and what those approved still ask for."""
from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.decisions.models import Decision
from portal.office.programmes import open_to
from portal.rules.approval import DecisionKind
from portal.rules.consideration import ConsiderationState, CoordinationState, wanted
from portal.rules.decile import DtsenStatus


def facts(case):
    """{name: value} of what the list of next steps asks, in four questions."""
    rows = list(Consideration.of(case))
    told = [row for row in rows if row.coordination == CoordinationState.OPEN]
    return {
        "consideration_wanted": why(case, rows), "to_coordinate": sum(not row.institution for row in told),
        "unanswered": sum(bool(row.institution) for row in told), "dtsen_updates": tuple(row.state for row in DtsenUpdate.of_case(case)),
    }


def why(case, rows):
    """The Because for which a consideration is offered, as long as nobody has asked for one (or only taken it back); else None."""
    check = case.client.dtsen
    if any(row.state != ConsiderationState.WITHDRAWN for row in rows):
        return None
    return wanted(check.status if check else DtsenStatus.NOT_CHECKED, check.decile if check else None, open_to())


def beside_decision(decision, user):
    """What a manager is shown beside the proposal: what an approval opens."""
    return {"programme": decision.record.programme}


Decision.PANELS[DecisionKind.CONSIDERATION] = ("assessments/considerations/_decision.html", beside_decision)
