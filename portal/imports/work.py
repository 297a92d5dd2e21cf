"""Checking and running a batch, in the background; what was done before an interruption is not done again."""
from portal.background import Background
from portal.imports.checking import check
from portal.imports.models import ImportBatch
from portal.imports.staging import stage
from portal.rules.imports import AT_WORK, ImportState

WORK = {ImportState.CHECKING: check, ImportState.RUNNING: stage}


def carry_on(id):
    """Do what the batch waits for; what was done before is not done again."""
    batch = ImportBatch.get_by_id(id)
    if batch.state in AT_WORK:
        WORK[batch.state](batch)


BACKGROUND = Background("import", carry_on)


def begin(batch):
    """Once the open unit of work is committed, carry on with the batch. False where nothing works by itself."""
    return BACKGROUND.begin(batch.id)


def is_going(batch):
    """Whether somebody is at work on the batch right now."""
    return BACKGROUND.is_going(batch.id)
