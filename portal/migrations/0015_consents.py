"""A consent says to whom, how, in which language and why; a withdrawal says who and why; a picture says what it shows."""
from peewee import *


def up(migrator, db):
    class Institution(Model):
        class Meta:
            database = db
            table_name = "institution"

    class Relation(Model):
        class Meta:
            database = db
            table_name = "relation"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    migrator.migrate(
        migrator.add_column("consent", "institution_id", ForeignKeyField(Institution, field=Institution.id, null=True)),
        migrator.add_column("consent", "giver_id", ForeignKeyField(Relation, field=Relation.id, null=True)),
        migrator.add_column("consent", "manner", CharField(max_length=40, null=True)),
        migrator.add_column("consent", "language", CharField(max_length=80, default="")),
        migrator.add_column("consent", "instead", CharField(max_length=40, null=True)),
        migrator.add_column("consent", "decided_by_id", ForeignKeyField(User, field=User.id, null=True)),
        migrator.add_column("consent", "withdrawn_by", CharField(max_length=200, default="")),
        migrator.add_column("consent", "withdrawn_why", TextField(default="")),
        migrator.add_column("file", "shows", CharField(max_length=40, null=True)),
        migrator.add_column("file", "purpose", CharField(max_length=40, null=True)),
    )
    # A child's own answer was a kind of its own; now it is one of the voices on being served.
    db.execute_sql("UPDATE consent SET basis = CASE basis WHEN 'refused' THEN 'own_refused' ELSE 'own' END WHERE kind = 'assent'")
    db.execute_sql("UPDATE consent SET kind = 'service' WHERE kind = 'assent'")


def down(migrator, db):
    columns = ("institution_id", "giver_id", "manner", "language", "instead", "decided_by_id", "withdrawn_by", "withdrawn_why")
    migrator.migrate(*(migrator.drop_column("consent", name) for name in columns),
                     *(migrator.drop_column("file", name) for name in ("shows", "purpose")))
