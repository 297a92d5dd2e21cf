"""When it happened, as the caller's words were understood."""
from peewee import *

def up(migrator, db):
    migrator.migrate(
        migrator.add_column("report", "happened_at", DateTimeField(null=True)),
        migrator.add_column("report", "happened_known", CharField(null=True, max_length=40)))
