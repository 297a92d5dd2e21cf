"""What takes longer than anybody waits for an answer is done in a thread of the one worker, and can be carried on after any interruption."""
import logging
import threading
import time

from flask import current_app

from portal.db import Busy, db
from portal.imports.checking import check
from portal.imports.models import ImportBatch
from portal.imports.staging import stage
from portal.rules.imports import AT_WORK, ImportState

PATIENCE = 12  # times that a writer who holds the database for too long is waited for
WORK = {ImportState.CHECKING: check, ImportState.RUNNING: stage}
logger = logging.getLogger("sigap")
_at_work = {}
_guard = threading.Lock()


def begin(batch):
    """Once the open unit of work is committed, carry on with the batch; one thread a batch. False where nothing works by itself."""
    app = current_app._get_current_object()
    if app.config["BACKGROUND"]:
        db.work.after.append(lambda: _start(app, batch.id))
    return app.config["BACKGROUND"]


def is_going(batch):
    """Whether somebody is at work on the batch right now."""
    thread = _at_work.get(batch.id)
    return thread is not None and thread.is_alive()


def carry_on(id):
    """Do what the batch waits for; what was done before is not done again."""
    batch = ImportBatch.get_by_id(id)
    if batch.state in AT_WORK:
        WORK[batch.state](batch)


def _start(app, id):
    with _guard:
        thread = _at_work.get(id)
        if thread is None or not thread.is_alive():
            _at_work[id] = threading.Thread(target=_at, args=(app, id), name=f"import-{id}", daemon=True)
            _at_work[id].start()


def _at(app, id):
    """Carry on until it is done; a fault is logged without what it was about, and the page offers to carry on."""
    with app.app_context():
        try:
            _patiently(id)
        except Exception as error:
            logger.error("import %s stopped: %s", id, type(error).__name__)
        finally:
            db.close()


def _patiently(id):
    for _ in range(PATIENCE):
        try:
            db.connect(reuse_if_open=True)
            return carry_on(id)
        except Busy:
            time.sleep(1)
    raise Busy
