"""Who drafted a letter, and since when the draft waits."""
from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    migrator.migrate(
        migrator.add_column("letter", "made_by_id", ForeignKeyField(User, field=User.id, null=True)),
        migrator.add_column("letter", "made_at", DateTimeField(null=True)))


def down(migrator, db):
    migrator.migrate(
        migrator.drop_column("letter", "made_at"),
        migrator.drop_column("letter", "made_by_id", legacy=True))
