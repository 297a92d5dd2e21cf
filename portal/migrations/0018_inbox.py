"""A proposal says in one line whom and what it is about, for the queue."""
from peewee import *

def up(migrator, db):
    migrator.migrate(migrator.add_column('decision', 'brief', CharField(max_length=200, default='')))

def down(migrator, db):
    migrator.migrate(migrator.drop_column('decision', 'brief'))
