"""Draft the next migration from the difference between the migrations so far and the models: scripts/migration.py NAME. Read what it writes."""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from peewee import SqliteDatabase, sort_models  # noqa: E402
from playhouse import migrations  # noqa: E402
from playhouse.schema_diff import SchemaDiff, diff_models  # noqa: E402

from portal import FEATURES  # noqa: E402
from portal.schema import tables  # noqa: E402

FOLDER = Path(__file__).parent.parent / "portal" / "migrations"


def main(name):
    """Write portal/migrations/000N_name.py."""
    for feature in FEATURES:
        __import__(f"portal.{feature}.views")
    models = sort_models(tables())
    body = plain(migrations.template(difference(models)))
    number = len(list(FOLDER.glob("[0-9]*.py"))) + 1
    path = FOLDER / f"{number:04d}_{name}.py"
    path.write_text(body)
    print(path.relative_to(FOLDER.parent.parent))


def difference(models):
    """What the models have that the migrations so far do not build."""
    if not list(FOLDER.glob("[0-9]*.py")):
        return SchemaDiff(models, [], [], [], [])
    with tempfile.TemporaryDirectory() as scratch:
        database = SqliteDatabase(f"{scratch}/now.sqlite3")
        migrations.run(database, str(FOLDER))
        return diff_models(database, models)


def plain(body):
    """The draft in plain column types, without defaults, which live in the models and not in the tables."""
    body = re.sub(r"\bChoice\(", "CharField(", body)
    body = re.sub(r"\bJson\(", "TextField(", body)
    body = re.sub(r"^from portal\.db import .*\n|^# TODO: .*must be added by hand\n|^# Generated .*\n", "", body, flags=re.MULTILINE)
    return body.replace("from peewee import *", '"""What this version of the tables adds."""\nfrom peewee import *', 1)


if __name__ == "__main__":
    main(sys.argv[1])
