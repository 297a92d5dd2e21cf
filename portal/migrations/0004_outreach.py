"""Outreach trips and whom they look for; tries before there is a case; the ticket of a report and when its reply is due."""
from peewee import *


def up(migrator, db):
    class ReportPerson(Model):
        class Meta:
            database = db
            table_name = 'report_person'

    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    class CareTeam(Model):
        class Meta:
            database = db
            table_name = 'care_team'

    class Letter(Model):
        class Meta:
            database = db
            table_name = 'letter'

    class Case(Model):
        class Meta:
            database = db
            table_name = 'case'

    class Try(Model):
        class Meta:
            database = db
            table_name = 'try'

    migrator.migrate(
        migrator.add_column('report', 'ticket_at', DateTimeField(null=True)),
        migrator.add_column('report', 'ticket_from', CharField(null=True, max_length=40)),
        migrator.add_column('report', 'ticket_by', CharField(max_length=200, default='')),
        migrator.add_column('report', 'reply_due', DateTimeField(null=True)),
        migrator.add_column('report', 'replied_by_id', ForeignKeyField(User, field=User.id, null=True)),
        migrator.add_column('report_person', 'companion', CharField(max_length=200, default='')),
        migrator.add_column('office', 'reply_days', IntegerField(default=3)),
        migrator.drop_not_null('try', 'case_id'),
        migrator.add_column('try', 'person_id', ForeignKeyField(ReportPerson, field=ReportPerson.id, null=True)),
        migrator.add_column('try', 'who_met', CharField(max_length=200, default='')),
        migrator.add_column('try', 'help_given', TextField(default='')))

    class Outreach(Model):
        version = IntegerField(default=1)
        care_team = ForeignKeyField(CareTeam)
        purpose = CharField(max_length=40)
        state = CharField(max_length=40, default='planned')
        planned_on = DateField(index=True)
        shift = CharField(max_length=40, null=True)
        lead = ForeignKeyField(User)
        crew = TextField()
        outsiders = TextField(default='')
        points = TextField()
        basis = TextField(default='')
        task = TextField(default='')
        left_at = DateTimeField(null=True)
        arrived_at = DateTimeField(null=True)
        ended_at = DateTimeField(null=True)
        handed_out = TextField(default='')
        notes = TextField(default='')
        letter = ForeignKeyField(Letter, null=True)
        class Meta:
            database = db
            table_name = 'outreach'

    class Target(Model):
        version = IntegerField(default=1)
        trip = ForeignKeyField(Outreach)
        case = ForeignKeyField(Case, null=True)
        person = ForeignKeyField(ReportPerson, null=True)
        attempt = ForeignKeyField(Try, null=True)
        class Meta:
            database = db
            table_name = 'target'

    db.create_tables([Outreach, Target])


def down(migrator, db):
    migrator.migrate(
        migrator.drop_table('target'),
        migrator.drop_table('outreach'),
        migrator.drop_column('try', 'help_given', legacy=True),
        migrator.drop_column('try', 'who_met', legacy=True),
        migrator.drop_column('try', 'person_id', legacy=True),
        migrator.drop_column('office', 'reply_days', legacy=True),
        migrator.drop_column('report_person', 'companion', legacy=True),
        migrator.drop_column('report', 'replied_by_id', legacy=True),
        migrator.drop_column('report', 'reply_due', legacy=True),
        migrator.drop_column('report', 'ticket_by', legacy=True),
        migrator.drop_column('report', 'ticket_from', legacy=True),
        migrator.drop_column('report', 'ticket_at', legacy=True))
