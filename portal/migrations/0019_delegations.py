"""Who acts for whom; by which order a proposal was decided and a letter signed, and who had approved the letter."""
from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Decision(Model):
        class Meta:
            database = db
            table_name = "decision"

    class Delegation(Model):
        version = IntegerField(default=1)
        user = ForeignKeyField(User, backref="+")
        principal = ForeignKeyField(User, null=True, backref="+")
        mode = CharField(max_length=40)
        post = CharField(max_length=120)
        title = CharField(max_length=120)
        rank = CharField(max_length=80)
        through = CharField(max_length=120)
        order_no = CharField(max_length=80)
        since = DateField()
        until = DateField()
        recorded_by = ForeignKeyField(User, backref="+")
        ended_at = DateTimeField(null=True)
        ended_by = ForeignKeyField(User, null=True, backref="+")
        ended_reason = CharField(max_length=500)

        class Meta:
            database = db
            table_name = "delegation"

    db.create_tables([Delegation])
    migrator.migrate(
        migrator.add_column("decision", "delegation_id", ForeignKeyField(Delegation, field=Delegation.id, null=True)),
        migrator.add_column("decision", "decided_as", CharField(max_length=130, default="")),
        migrator.add_column("letter", "delegation_id", ForeignKeyField(Delegation, field=Delegation.id, null=True)),
        migrator.add_column("letter", "decision_id", ForeignKeyField(Decision, field=Decision.id, null=True)))


def down(migrator, db):
    migrator.migrate(
        migrator.drop_column("letter", "decision_id", legacy=True),
        migrator.drop_column("letter", "delegation_id", legacy=True),
        migrator.drop_column("decision", "decided_as"),
        migrator.drop_column("decision", "delegation_id", legacy=True),
        migrator.drop_table("delegation"))
