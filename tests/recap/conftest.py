"""An office of five thousand cases in a file of its own, which takes the place of the tests' database while one of these tests runs."""
from datetime import datetime
from types import SimpleNamespace

import pytest

from bench import office
from bench.office.staff import SINCE, founded
from portal import clock, create_app
from portal.accounts.models import User
from portal.db import db
from portal.office.regions import places
from portal.rules.office import Paper, TimeZone
from tests.recap.raw import Raw

COUNT, SEED = 5000, 7
NOW = datetime(2026, 3, 30, 0, 0)


class Aside:
    """The one database handle, which stands on another file between `enter` and `leave`; the connection it had stays as it was."""

    def __init__(self):
        self.state = type(db._state)()

    def enter(self):
        self.kept, self.name = db._state, db.database
        db._state = self.state

    def leave(self):
        db._state, db.database = self.kept, self.name


@pytest.fixture(scope="session")
def generated(tmp_path_factory):
    """Built once; `aside` switches to it."""
    folder, aside = tmp_path_factory.mktemp("recap"), Aside()
    path = folder / "recap.sqlite3"
    aside.enter()
    try:
        app = create_app({"TESTING": True, "INSTANCE": folder, "DATABASE": str(path), "SECRET_KEY": "test", "TRAIL_KEY": "test",
                          "WTF_CSRF_ENABLED": False, "DEMO": True, "BACKGROUND": False})
        with app.app_context():
            clock.use(lambda: SINCE)
            founded(places("99.01"), TimeZone.WITA, Paper.F4)
            office.build(COUNT, SEED)
    finally:
        clock.use(None)
        aside.leave()
    yield SimpleNamespace(app=app, aside=aside, path=path, raw=Raw(path))
    aside.enter()
    db.close()
    aside.leave()


@pytest.fixture
def figures(generated):
    """The generated office on Monday 30 March 2026, 08.00 WITA: `raw` are its rows, `user(name)` one of its people."""
    generated.aside.enter()
    clock.use(lambda: NOW)
    try:
        with generated.app.test_request_context("/"):
            yield SimpleNamespace(raw=generated.raw, user=lambda name: User.get(User.username == name))
    finally:
        clock.use(None)
        generated.aside.leave()
