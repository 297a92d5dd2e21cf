"""Two records that are one person, two that only look so, and what brought somebody into a care team."""
from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("member", "because", CharField(max_length=60, default="")),
        migrator.add_index("member", ("because",), False),
    )

    class Client(Model):
        class Meta:
            database = db
            table_name = "client"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Decision(Model):
        class Meta:
            database = db
            table_name = "decision"

    class Merge(Model):
        version = IntegerField()
        kept = ForeignKeyField(Client, backref="+")
        gone = ForeignKeyField(Client, backref="+")
        decision = ForeignKeyField(Decision, backref="+")
        sides = TextField()
        versions = TextField()
        reason = TextField()
        done = TextField()
        done_at = DateTimeField(null=True)
        undone_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "merge"

    class NotTwins(Model):
        version = IntegerField()
        one = ForeignKeyField(Client, backref="+")
        other = ForeignKeyField(Client, backref="+")
        reason = TextField()
        said_by = ForeignKeyField(User, backref="+")
        said_at = DateTimeField()
        taken_back_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "not_twins"

    db.create_tables([Merge, NotTwins])
