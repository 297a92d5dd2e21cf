"""An institution says what it gives and how it is reached at night; a referral keeps what its writer worded by hand."""
from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("institution", "night", CharField(max_length=200, default="")),
        migrator.add_column("institution", "services", TextField(default="")),
        migrator.add_column("institution", "unchecked", BooleanField(default=False)),
        migrator.add_column("referral", "opening", TextField(default="")),
        migrator.add_column("referral", "closing", TextField(default="")),
        migrator.add_column("referral", "regarding", CharField(max_length=200, default="")),
    )


def down(migrator, db):
    migrator.migrate(*(migrator.drop_column("referral", name) for name in ("opening", "closing", "regarding")),
                     *(migrator.drop_column("institution", name) for name in ("night", "services", "unchecked")))
