"""A printing says whether its paper names people by their initials."""
from peewee import *

def up(migrator, db):
    migrator.migrate(migrator.add_column('print', 'initials', BooleanField(default=False)))

def down(migrator, db):
    migrator.migrate(migrator.drop_column('print', 'initials'))
