"""Sigap: one program and one SQLite file that carry a child from the first report to a closed case."""
from flask import Blueprint
from flask_login import LoginManager

from portal import access, config, db, errors, web
from portal.accounts.sessions import Session

FEATURES = ("accounts", "office", "decisions", "letters", "clients", "reports", "cases", "conferences", "outreach", "assessments", "services",
            "referrals", "training", "correspondence", "casefile", "files", "desk", "recap", "search", "imports", "extracts", "trail", "help")


def create_app(settings=None):
    """The application: settings, the floor, the features, the gate."""
    app = web.Portal(__name__, instance_relative_config=False)
    app.config.update(config.settings())
    app.config.update(settings or {})
    web.install(app)
    errors.install(app)
    _know_sessions(app)
    app.register_blueprint(_health())
    for name in FEATURES:
        app.register_blueprint(__import__(f"portal.{name}.views", fromlist=["bp"]).bp)
    access.install(app)
    _cli(app)
    _open_database(app)
    return app


def _know_sessions(app):
    manager = LoginManager(app)
    manager.session_protection = None
    manager.user_loader(Session.user_of)


def _health():
    health = Blueprint("health", __name__)
    health.get("/healthz", endpoint="healthz")(access.public(lambda: ("ok\n", 200, {"Content-Type": "text/plain"})))
    return health


def _cli(app):
    from portal.cli import commands
    for command in commands:
        app.cli.add_command(command)


def _open_database(app):
    """Connect, bring the tables up to date, and let the office's settings take effect."""
    from portal.office.models import Office
    db.db.init(app.config["DATABASE"])
    db.db.connect(reuse_if_open=True)
    db.migrate(app.root_path + "/migrations")
    db.protect()
    office = Office.current()
    if office:
        office.take_effect()
    if office and office.demo and app.config["DEMO"]:
        from portal.demo import stand_still
        stand_still()
