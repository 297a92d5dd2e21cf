"""Each instrument counts from a day on; those published so far from the day of their publication."""
from peewee import *


def up(migrator, db):
    migrator.migrate(migrator.add_column('instrument', 'since', DateField(null=True)))
    db.execute_sql("UPDATE instrument SET since = DATE(published_at)")
    migrator.migrate(migrator.add_not_null('instrument', 'since'))


def down(migrator, db):
    migrator.migrate(migrator.drop_column('instrument', 'since'))
