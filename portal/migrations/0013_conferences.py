"""Case conferences with their minutes, and what they decided."""
from peewee import *


def up(migrator, db):
    class Case(Model):
        class Meta:
            database = db
            table_name = 'case'

    class Note(Model):
        class Meta:
            database = db
            table_name = 'note'

    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    class Conference(Model):
        version = IntegerField(default=1)
        case = ForeignKeyField(Case)
        note = ForeignKeyField(Note, unique=True)
        n = IntegerField()
        kind = CharField(max_length=40)
        state = CharField(max_length=40, default='draft')
        place = CharField(max_length=200, default='')
        chair = ForeignKeyField(User, null=True)
        chair_other = CharField(max_length=200, default='')
        note_taker = ForeignKeyField(User)
        officers = TextField()
        guests = TextField()
        assessed = TextField(default='')
        options = TextField(default='')
        child_view = TextField(default='')
        child_unasked = TextField(default='')
        signed_on = DateField(null=True)

        class Meta:
            database = db
            table_name = 'conference'
            indexes = ((('case', 'n'), True),)

    class Resolution(Model):
        version = IntegerField(default=1)
        conference = ForeignKeyField(Conference)
        position = IntegerField()
        what = TextField()
        user = ForeignKeyField(User, null=True)
        person = CharField(max_length=200, default='')
        due = DateField(index=True)
        state = CharField(max_length=40, default='open')
        settled_at = DateTimeField(null=True)
        outcome = TextField(default='')

        class Meta:
            database = db
            table_name = 'resolution'

    db.create_tables([Conference, Resolution])


def down(migrator, db):
    migrator.migrate(
        migrator.drop_table('resolution'),
        migrator.drop_table('conference'))
