"""The migrations build what the models say."""
from pathlib import Path

from peewee import SqliteDatabase
from playhouse import migrations
from playhouse.schema_diff import diff_models

from portal.schema import tables

FOLDER = Path(__file__).parent.parent / "portal" / "migrations"


def test_the_migrations_build_what_the_models_say(app, tmp_path):
    database = SqliteDatabase(tmp_path / "new.sqlite3")
    migrations.run(database, str(FOLDER))
    difference = diff_models(database, tables())
    database.close()
    assert not difference, difference


def test_every_migration_has_a_number_of_its_own():
    numbers = [path.name[:4] for path in sorted(FOLDER.glob("[0-9]*.py"))]
    assert numbers == [f"{n:04d}" for n in range(1, len(numbers) + 1)]
