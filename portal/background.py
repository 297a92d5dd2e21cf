"""What takes longer than anybody waits for an answer is done in a thread of the one worker; it can be begun anew after any interruption."""
import logging
import threading
import time

from flask import current_app

from portal.db import Busy, db

PATIENCE = 12  # times that a writer who holds the database for too long is waited for
logger = logging.getLogger("sigap")


class Background:
    """One kind of work: `job(id)` does it for one record, and may be called again when it was cut short."""

    def __init__(self, name, job):
        self.name, self.job = name, job
        self._at_work, self._guard = {}, threading.Lock()

    def begin(self, id):
        """Once the open unit of work is committed, do the job; one thread a record. False where nothing works by itself."""
        app = current_app._get_current_object()
        if app.config["BACKGROUND"]:
            db.work.after.append(lambda: self._start(app, id))
        return app.config["BACKGROUND"]

    def is_going(self, id):
        """Whether somebody is at work on the record right now."""
        thread = self._at_work.get(id)
        return thread is not None and thread.is_alive()

    def _start(self, app, id):
        with self._guard:
            if not self.is_going(id):
                self._at_work[id] = threading.Thread(target=self._at, args=(app, id), name=f"{self.name}-{id}", daemon=True)
                self._at_work[id].start()

    def _at(self, app, id):
        """Carry on until it is done; a fault is logged without what it was about, and the page says that it stopped."""
        with app.app_context():
            try:
                self._patiently(id)
            except Exception as error:
                logger.error("%s %s stopped: %s", self.name, id, type(error).__name__)
            finally:
                db.close()

    def _patiently(self, id):
        for _ in range(PATIENCE):
            try:
                db.connect(reuse_if_open=True)
                return self.job(id)
            except Busy:
                time.sleep(1)
        raise Busy
