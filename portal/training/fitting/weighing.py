"""What a manager weighs of a place in a batch, and how it stands now."""
from flask_babel import gettext

from portal.cases.models import Case
from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind
from portal.training.fitting.comings import coming_of
from portal.training.fitting.proposals import told
from portal.training.fitting.rechecking import told_now
from portal.training.fitting.sentences import lines

AGAINST = ("late", "soon")


def warnings(decision, user):
    """What the rules find against it today, what the eighteenth birthday asks, and whether there is still room."""
    placement = decision.record
    batch, case = placement.batch, Case.get_by_id(placement.case_id)
    found = hindrances(batch.check_joinable) + hindrances(lifecycle.may_work, case.stage)
    found += [line.text for line in lines(told_now(placement)) if line.kind in AGAINST]
    coming = coming_of(placement)
    if coming and coming.is_due:
        found.append(coming.sentence)
    if batch.taken >= batch.seats:
        found.append(gettext("Angkatan ini penuh: yang disetujui masuk daftar tunggu."))
    elif batch.queue():
        found.append(gettext("Ada yang menunggu lebih lama: yang disetujui masuk daftar tunggu di belakangnya."))
    return found


def brief(placement, asked):
    return [*placement.case.client.in_brief, placement.batch.programme.name, placement.batch.number]


def now(decision):
    """The proposal as it would be put today, with what the rules find today."""
    return told(decision.record, told_now(decision.record))


Decision.NOW[DecisionKind.PLACEMENT] = now
Decision.WARNINGS[DecisionKind.PLACEMENT] = warnings
Decision.BRIEF[DecisionKind.PLACEMENT] = brief
