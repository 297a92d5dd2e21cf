"""Looks into DT-SEN carry their proof and can be cancelled; lists from SIKS-NG that fill them."""
from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("dtsen_check", "note", TextField(default="")),
        migrator.add_column("dtsen_check", "state", CharField(max_length=40, default="kept")),
    )

    class Client(Model):
        class Meta:
            database = db
            table_name = "client"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class DtsenCheck(Model):
        class Meta:
            database = db
            table_name = "dtsen_check"

    class Extract(Model):
        version = IntegerField()
        made_by = ForeignKeyField(User, backref="+")
        made_at = DateTimeField()
        sha256 = CharField(max_length=64)
        kind = CharField(max_length=40)
        day = DateField(null=True)
        state = CharField(max_length=40)
        rows = IntegerField()
        bad = IntegerField()
        unmatched = IntegerField()
        applied = IntegerField()
        matched = TextField(null=True)
        problems = TextField(null=True)
        remarks = TextField(null=True)
        why = TextField(null=True)

        class Meta:
            database = db
            table_name = "extract"

    class ExtractRow(Model):
        extract = ForeignKeyField(Extract, backref="+")
        line = IntegerField()
        client = ForeignKeyField(Client, backref="+")
        way = CharField(max_length=40)
        status = CharField(max_length=40)
        decile = IntegerField(null=True)
        family_card = CharField(max_length=16)
        checked_on = DateField()
        conflict = BooleanField()
        fate = CharField(max_length=40)
        ticked = BooleanField()
        check = ForeignKeyField(DtsenCheck, null=True, backref="+")

        class Meta:
            database = db
            table_name = "extract_row"
            indexes = ((("extract", "line"), False),)

    db.create_tables([Extract, ExtractRow])
