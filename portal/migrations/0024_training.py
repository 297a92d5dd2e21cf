"""Courses know their plan and who looks after them, waiting places are offered, and each attempt to visit after the course is kept."""
from peewee import *

PROGRAMME = {"out_of_school": BooleanField(default=False), "min_attendance": IntegerField(null=True), "content": TextField(default="")}
BATCH = {
    "sessions": IntegerField(null=True), "hours_per_day": IntegerField(null=True), "days": TextField(default="[]"),
    "funding": CharField(max_length=40, null=True), "join_until": DateField(null=True),
}
PLACEMENT = {
    "offered_on": DateField(null=True), "supervision": TextField(default=""), "keeper_joins": BooleanField(default=False),
    "practice_place": CharField(max_length=200, default=""),
}
MEETING = {"called_off": TextField(default=""), "pen": CharField(max_length=20, default="")}


def up(migrator, db):
    class Institution(Model):
        class Meta:
            database = db
            table_name = "institution"

    class Placement(Model):
        class Meta:
            database = db
            table_name = "placement"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    migrator.migrate(
        migrator.drop_index("follow_up", "followup_placement_id_months"),
        migrator.add_column("follow_up", "cancelled", TextField(default="")),
        migrator.add_column("programme", "institution_id", ForeignKeyField(Institution, field=Institution.id, null=True)),
        *(migrator.add_column("programme", name, field) for name, field in PROGRAMME.items()),
        *(migrator.add_column("batch", name, field) for name, field in BATCH.items()),
        migrator.add_column("batch", "keeper_id", ForeignKeyField(User, field=User.id, null=True)),
        *(migrator.add_column("placement", name, field) for name, field in PLACEMENT.items()),
        migrator.add_column("placement", "follows_id", ForeignKeyField(Placement, field=Placement.id, null=True)),
        *(migrator.add_column("meeting", name, field) for name, field in MEETING.items()),
        migrator.add_column("attendance", "pen", MEETING["pen"]),
    )
    # Who made a course looked after it so far; only the trail remembers who that was.
    db.execute_sql("UPDATE batch SET keeper_id = (SELECT made.\"by\" FROM audit_entry made WHERE made.subject = 'batch' AND made.subject_id = batch.id "
                   "AND made.action = 'created' ORDER BY made.id LIMIT 1)")


def down(migrator, db):
    migrator.migrate(
        migrator.drop_column("attendance", "pen"),
        *(migrator.drop_column("meeting", name) for name in MEETING),
        migrator.drop_column("follow_up", "cancelled"),
        migrator.drop_column("placement", "follows_id"),
        migrator.drop_column("batch", "keeper_id"),
        migrator.drop_column("programme", "institution_id"),
        *(migrator.drop_column("placement", name) for name in PLACEMENT),
        *(migrator.drop_column("batch", name) for name in BATCH),
        *(migrator.drop_column("programme", name) for name in PROGRAMME),
        migrator.add_index("follow_up", ("placement_id", "months"), True),
    )
