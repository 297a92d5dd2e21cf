"""How a referral was sent and answered, what went along at the hand-over, which one it follows; and whoever reported is told the outcome."""
from peewee import *

REFERRAL = {
    "sent_at": DateTimeField(null=True), "sent_by": CharField(max_length=200, default=""), "sent_proof": CharField(max_length=200, default=""),
    "answered_by": CharField(max_length=200, default=""), "answer_ref": CharField(max_length=200, default=""), "papers_wanted": TextField(default=""),
    "promised_on": DateField(null=True), "instead": TextField(default=""), "handed_escort": TextField(default=""), "condition": TextField(default=""),
    "belongings": TextField(default=""),
}
OFFICE = {"answer_hours": 4, "answer_days": 3, "feedback_days": 30}


def up(migrator, db):
    class Referral(Model):
        class Meta:
            database = db
            table_name = "referral"

    class Report(Model):
        class Meta:
            database = db
            table_name = "report"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Telling(Model):
        report = ForeignKeyField(Report)
        at = DateTimeField()
        way = CharField(max_length=40)
        words = TextField()
        by = ForeignKeyField(User)

        class Meta:
            database = db
            table_name = "telling"

    migrator.migrate(
        migrator.add_column("referral", "follows_id", ForeignKeyField(Referral, field=Referral.id, null=True)),
        *(migrator.add_column("referral", name, field) for name, field in REFERRAL.items()),
        migrator.add_column("report", "reporter_asked", BooleanField(default=False)),
        *(migrator.add_column("office", name, IntegerField(default=usual)) for name, usual in OFFICE.items()),
    )
    db.create_tables([Telling])
    # Until now only the move said when a letter left.
    db.execute_sql("UPDATE referral SET sent_at = (SELECT MAX(occurred_at) FROM transition WHERE subject = 'referral' AND subject_id = referral.id "
                   "AND step = 'send')")


def down(migrator, db):
    migrator.migrate(
        migrator.drop_table("telling"),
        migrator.drop_column("report", "reporter_asked"),
        *(migrator.drop_column("office", name) for name in OFFICE),
        *(migrator.drop_column("referral", name) for name in ("follows_id", *REFERRAL)),
    )
