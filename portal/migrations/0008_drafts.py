"""Drafts know which page wrote them, and can be thrown away and taken back."""
from peewee import *

def up(migrator, db):
    migrator.migrate(
        migrator.add_column('form_token', 'discarded_at', DateTimeField(null=True)),
        migrator.add_column('form_token', 'pen', CharField(default='', max_length=20)),
        migrator.add_column('form_token', 'turn', IntegerField(default=0)))

def down(migrator, db):
    migrator.migrate(
        migrator.drop_column('form_token', 'turn'),
        migrator.drop_column('form_token', 'pen'),
        migrator.drop_column('form_token', 'discarded_at'))
