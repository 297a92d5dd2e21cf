"""Assessments know why a suggested service was dismissed and what was told under which heading; a page of answers, who wrote it last."""
from peewee import *

def up(migrator, db):
    migrator.migrate(
        migrator.add_column('assessment', 'dismissals', TextField(default='{}')),
        migrator.add_column('assessment', 'genogram', TextField(default='')),
        migrator.add_column('assessment', 'sources', TextField(default='[]')),
        migrator.add_column('assessment', 'topics', TextField(default='{}')),
        migrator.add_column('answer', 'taken_back', BooleanField(default=False)),
        migrator.add_column('section', 'pen', CharField(default='', max_length=20)))

def down(migrator, db):
    migrator.migrate(
        migrator.drop_column('section', 'pen'),
        migrator.drop_column('answer', 'taken_back'),
        migrator.drop_column('assessment', 'topics'),
        migrator.drop_column('assessment', 'sources'),
        migrator.drop_column('assessment', 'genogram'),
        migrator.drop_column('assessment', 'dismissals'))
