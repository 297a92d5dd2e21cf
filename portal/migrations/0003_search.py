"""Numbers are found whole, misspelt words by their neighbours, and what stands inside a record apart; all words are written anew."""
from peewee import *

def up(migrator, db):
    class SearchSpelling(Model):
        word = CharField(max_length=60)
        key = CharField(max_length=60)
        class Meta:
            database = db
            table_name = 'search_spelling'
            indexes = ((('key', 'word'), False), (('word',), False))
    db.create_tables([SearchSpelling])

    migrator.migrate(
        migrator.drop_index('search_word', 'searchword_subject_word'),
        migrator.drop_index('search_word', 'searchword_subject_subject_id'),
        migrator.add_index('search_word', ('subject', 'word', 'subject_id'), False),
        migrator.add_index('search_word', ('subject', 'subject_id', 'word'), True),
    )
    # Every record writes its words again before Sigap serves.
    db.execute_sql('DELETE FROM search_word')

def down(migrator, db):
    migrator.migrate(
        migrator.drop_index('search_word', 'search_word_subject_word_subject_id'),
        migrator.drop_index('search_word', 'search_word_subject_subject_id_word'),
        migrator.add_index('search_word', ('subject', 'word'), False),
        migrator.add_index('search_word', ('subject', 'subject_id'), False),
        migrator.drop_table('search_spelling'),
    )
