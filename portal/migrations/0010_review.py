"""A manager can set another level than the one put to them, and what an answer says besides stays with the decision."""
from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column('decision', 'answered', TextField(default='{}')),
        migrator.add_column('assessment', 'advised', CharField(null=True, max_length=40)),
        migrator.add_column('assessment', 'set_level', CharField(null=True, max_length=40)),
        migrator.add_column('assessment', 'set_reason', TextField(default='')))


def down(migrator, db):
    migrator.migrate(
        migrator.drop_column('assessment', 'set_reason'),
        migrator.drop_column('assessment', 'set_level'),
        migrator.drop_column('assessment', 'advised'),
        migrator.drop_column('decision', 'answered'))
