"""Imports: the batch, the list while it is checked, teams that nobody sees yet, and the note of history a client comes with."""
from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    class Client(Model):
        class Meta:
            database = db
            table_name = 'client'

    class ImportBatch(Model):
        version = IntegerField(default=1)
        made_by = ForeignKeyField(User, field=User.id)
        made_at = DateTimeField()
        file_name = CharField(max_length=200)
        sha256 = CharField(max_length=64)
        size = IntegerField()
        kind = CharField(max_length=40)
        state = CharField(max_length=40, default='checking')
        lead = ForeignKeyField(User, field=User.id, null=True)
        rows = IntegerField(default=0)
        warned = IntegerField(default=0)
        bad = IntegerField(default=0)
        alike = IntegerField(default=0)
        asked = IntegerField(default=0)
        left_out = IntegerField(default=0)
        clients = IntegerField(default=0)
        heads = TextField(null=True)
        remarks = TextField(null=True)
        why = TextField(null=True)
        class Meta:
            database = db
            table_name = 'import_batch'

    class ImportUpload(Model):
        batch = ForeignKeyField(ImportBatch, field=ImportBatch.id, unique=True)
        content = BlobField()
        class Meta:
            database = db
            table_name = 'import_upload'

    class ImportRow(Model):
        batch = ForeignKeyField(ImportBatch, field=ImportBatch.id)
        line = IntegerField()
        verdict = CharField(max_length=40)
        told = TextField(null=True)
        faults = TextField(null=True)
        others = TextField(null=True)
        alike = BooleanField(default=False)
        asked = BooleanField(default=False)
        left_out = BooleanField(default=False)
        kin = IntegerField(default=0)
        client = ForeignKeyField(Client, field=Client.id, null=True)
        class Meta:
            database = db
            table_name = 'import_row'
            indexes = ((('batch', 'line'), True),)

    db.create_tables([ImportBatch, ImportUpload, ImportRow])
    migrator.migrate(
        migrator.add_column('care_team', 'staged', IntegerField(null=True)),
        migrator.add_column('client', 'history', TextField(default='')),
        migrator.add_column('client', 'history_on', DateField(null=True)),
    )


def down(migrator, db):
    migrator.migrate(
        migrator.drop_column('client', 'history_on'),
        migrator.drop_column('client', 'history'),
        migrator.drop_column('care_team', 'staged'),
        migrator.drop_table('import_row'),
        migrator.drop_table('import_upload'),
        migrator.drop_table('import_batch'),
    )
