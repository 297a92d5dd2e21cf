"""The run of a checked list: row after row becomes a client in a care team of their own, unseen by anybody until the batch goes live."""
import time
from datetime import date

from portal import audit
from portal.accounts.teams import CareTeam
from portal.clients.arrivals import register_all
from portal.db import db
from portal.imports.models import ImportRow
from portal.rules.imports import CHUNK, ImportState, ImportStep

BREATH = .02  # seconds between two units in which others may write
DAYS = ("birth_date", "age_estimate_on", "history_on")


def stage(batch):
    """Make clients of the rows that are none yet, some in each unit of work; stop when the batch was discarded meanwhile."""
    by = batch.runner()
    while rows := list(batch.ready().where(ImportRow.client.is_null()).limit(CHUNK)):
        with db.unit():
            if batch.fresh().state != ImportState.RUNNING:
                return
            become(rows, batch, by=by)
        time.sleep(BREATH)
    with db.unit():
        if batch.fresh().state == ImportState.RUNNING:
            batch.fresh().move(ImportStep.FINISH_RUN, by=by, clients=ImportRow.counted(batch)["clients"])


def become(rows, batch, *, by):
    """The clients that these rows tell of; rows of which somebody else has made some meanwhile are a fault, and the unit is undone."""
    with audit.gathered():
        teams = CareTeam.around_each(len(rows), batch.lead, by=by, staged=batch.id)
    clients = register_all([(person_of(row), row.told["kin"]) for row in rows], by=by, care_teams=teams)
    for row, client in zip(rows, clients, strict=True):
        if not ImportRow.update(client=client.id).where(ImportRow.id == row.id, ImportRow.client.is_null()).execute():
            raise RuntimeError("two are at work on one import")
    return clients


def person_of(row):
    """The columns of a client that a row tells, its days as days."""
    return {name: date.fromisoformat(value) if name in DAYS else value for name, value in row.told["person"].items()}
