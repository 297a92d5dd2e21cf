"""What a manager weighs of a place in a batch, and how it stands now."""
from flask_babel import gettext

from portal.cases.models import Case
from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.rules import lifecycle
from portal.rules import placement as rules
from portal.rules.approval import DecisionKind
from portal.training.proposals import told
from portal.training.sentences import lines

AGAINST = ("late", "soon")


def warnings(decision, user):
    """What the rules found against it when it was put, and whether there is still room."""
    placement = decision.record
    batch, case = placement.batch, Case.get_by_id(placement.case_id)
    found = hindrances(rules.may_join, batch.state) + hindrances(lifecycle.may_work, case.stage)
    found += [line.text for line in lines(placement.findings) if line.kind in AGAINST]
    if batch.taken >= batch.seats:
        found.append(gettext("Angkatan ini penuh: yang disetujui masuk daftar tunggu."))
    return found


def brief(placement, asked):
    return [*placement.case.client.in_brief, placement.batch.programme.name, placement.batch.number]


Decision.NOW[DecisionKind.PLACEMENT] = lambda decision: told(decision.record)
Decision.WARNINGS[DecisionKind.PLACEMENT] = warnings
Decision.BRIEF[DecisionKind.PLACEMENT] = brief
