"""Files stand under their hash and follow the record they belong to; the office says how much room they may take."""
from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.drop_index("file", "file_name"),
        migrator.drop_column("file", "name", legacy=True),
        migrator.drop_column("file", "care_team_id", legacy=True),
        migrator.add_index("file", ("sha256",), False),
        migrator.add_column("office", "file_limit", IntegerField(default=2048)),
    )
