"""How rows of a list become checks, what then rests on them, and how all of them are cancelled at once."""
from peewee import chunked

from portal import audit
from portal.assessments.considerations import Consideration
from portal.cases.models import Case
from portal.clients.dtsen import DtsenCheck
from portal.files.models import File
from portal.many import begin_many, move_many
from portal.rules.attachment import FileState
from portal.rules.client import ClientState
from portal.rules.decile import DtsenSource, DtsenStatus
from portal.rules.dtsen_check import CheckState, CheckStep
from portal.rules.dtsen_matching import Fate, fate

AT_ONCE = 5000


def known_days(ids):
    """{client's id: the day of their latest check}; that nobody has looked yet is no look."""
    return {id: check.checked_on for id, check in known_checks(ids).items()}


def known_checks(ids):
    """{client's id: their latest check in which somebody looked}."""
    found = {}
    for some in chunked(sorted(set(ids)), AT_ONCE):
        found |= DtsenCheck.latest(some)
    return {id: check for id, check in found.items() if check.status != DtsenStatus.NOT_CHECKED}


def take_over(rows, *, by):
    """[(row, check)] of those rows that still tell something new of an active client; nobody else writes until the unit ends."""
    ours = {}
    for row in rows:
        client = row.client.standing
        if client.state == ClientState.ACTIVE:
            ours.setdefault(client.id, row)
    days = known_days(ours)
    fresh = [(id, row) for id, row in ours.items() if fate(row.checked_on, days.get(id), row.conflict) == Fate.FRESH]
    with audit.gathered():
        checks = begin_many(DtsenCheck, [_check_of(id, row, by) for id, row in fresh], by=by) if fresh else []
    return [(row, check) for (_id, row), check in zip(fresh, checks, strict=True)]


def _check_of(id, row, by):
    return {"client": id, "status": row.status, "decile": row.decile, "checked_on": row.checked_on, "source": str(DtsenSource.EXTRACT),
            "family_card": row.family_card, "checked_by": by.id}


def followed(checks, since):
    """The ids of checks on which something rests: put right, cancelled, looked up again, with a proof, or considered `since` (naive UTC)."""
    found = {check.id for check in checks if check.version != 1}
    for some in chunked(checks, AT_ONCE):
        by_client = {check.client_id: check.id for check in some}
        found |= {by_client[id] for id in _looked_again(by_client) | _considered(by_client, since)} | _proven([check.id for check in some])
    return found


def _looked_again(by_client):
    kept = DtsenCheck.select(DtsenCheck.id, DtsenCheck.client).where(DtsenCheck.client.in_(list(by_client)), DtsenCheck.state == CheckState.KEPT)
    return {check.client_id for check in kept if check.id > by_client[check.client_id]}


def _considered(by_client, since):
    asked = Consideration.select(Case.client).join(Case).where(Case.client.in_(list(by_client)), Consideration.asked_at >= since)
    return {row[0] for row in asked.tuples()}


def _proven(ids):
    files = File.select(File.subject_id).where(File.subject == DtsenCheck._meta.table_name, File.subject_id.in_(ids), File.state == FileState.KEPT)
    return {row[0] for row in files.tuples()}


def cancel(checks, *, by, reason):
    """Cancel checks that nobody has touched, each with its move, its revision and its row of the trail."""
    with audit.gathered():
        move_many(DtsenCheck, [check.id for check in checks], CheckStep.CANCEL, CheckState.KEPT, CheckState.CANCELLED, by=by, reason=reason)
