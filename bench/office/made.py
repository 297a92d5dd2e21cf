"""A whole instance on the disk, as `wsgi.py` serves it."""
from bench import office
from bench.office.rows import NOW
from bench.office.staff import SINCE, founded
from portal import clock, create_app
from portal.cases.models import Case
from portal.office.regions import places
from portal.rules.office import Paper, TimeZone
from portal.search import rewriting


def made(count, seed, *, words=False):
    """Found the office in the instance folder, fill it, and say what there is."""
    app = create_app()
    with app.app_context():
        clock.use(lambda: SINCE)
        founded(places("99.01"), TimeZone.WITA, Paper.F4)
        clock.use(lambda: NOW)
        office.build(count, seed)
        if words:
            rewriting.rewrite()
        found = Case.select().count()
        return f"{found:,} cases"
