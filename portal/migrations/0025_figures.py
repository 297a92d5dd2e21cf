"""Targets, special hours and days off are dated; the figures of a year get their money, and what leaves the office is kept."""
import json
from itertools import pairwise

from peewee import *

ALWAYS = "2000-01-01"
LEVELS = ("emergency", "urgent", "ordinary", "monitoring")
INDEXES = (("case", ("finished_at", "level", "t0")), ("case", ("finished_at", "raised_at")), ("report", ("state", "level", "received_at")),
           ("report", ("channel", "replied_at")), ("report", ("reporter_asked", "state")), ("service", ("state", "by_when")),
           ("decision", ("kind", "state")), ("pause", ("ended_at", "review_on")), ("member", ("user_id", "until", "since", "team_id")))


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Export(Model):
        version = IntegerField(default=1)
        number = CharField(unique=True, max_length=20)
        listed = CharField(max_length=40)
        chosen = TextField()
        purpose = CharField(max_length=40)
        recipient = CharField(max_length=40)
        recipient_name = CharField(max_length=200, default="")
        kind = CharField(max_length=40)
        state = CharField(max_length=40, default="making")
        total = IntegerField(null=True)
        done = IntegerField(default=0)
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()
        fetched_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "export"

    class SpmYear(Model):
        version = IntegerField(default=1)
        year = IntegerField()
        spm_type = CharField(max_length=40)
        budget = BigIntegerField(null=True)
        realised = BigIntegerField(null=True)
        obstacles = TextField(default="")
        follow_up = TextField(default="")

        class Meta:
            database = db
            table_name = "spm_year"
            indexes = ((("year", "spm_type"), True),)

    class Holiday(Model):
        day = DateField(index=True)
        standing = CharField(max_length=40)
        name = CharField(max_length=120)
        source = CharField(max_length=200, default="")
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()

        class Meta:
            database = db
            table_name = "holiday"

    class LevelTarget(Model):
        valid_from = DateField()
        level = CharField(max_length=40)
        clock = CharField(max_length=40)
        amount = IntegerField()
        unit = CharField(max_length=40)
        source = CharField(max_length=200)
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()

        class Meta:
            database = db
            table_name = "level_target"

    class WorkHours(Model):
        version = IntegerField(default=1)
        since = DateField()
        until = DateField(null=True)
        name = CharField(max_length=120, default="")
        hours = TextField()
        withdrawn = CharField(max_length=200, default="")

        class Meta:
            database = db
            table_name = "work_hours"

    db.create_tables([Export, SpmYear, Holiday, LevelTarget])
    week = {str(weekday): [opens, closes] for weekday, opens, closes in db.execute_sql("SELECT weekday, opens, closes FROM work_hours")}
    migrator.migrate(migrator.drop_table("work_hours"))
    db.create_tables([WorkHours])
    if week:
        WorkHours.create(since=ALWAYS, hours=json.dumps(week, sort_keys=True, separators=(",", ":")))
    migrator.migrate(migrator.add_column("case", "raised_at", DateTimeField(null=True)))
    keep_raises(db)
    migrator.migrate(*(migrator.add_index(table, columns, False) for table, columns in INDEXES))


def keep_raises(db):
    """A case that rose to its level, or past it, says when it did so for the last time."""
    changes = {}
    for case, level, at in db.execute_sql("SELECT case_id, level, at FROM level_change ORDER BY at, id"):
        changes.setdefault(case, []).append((LEVELS.index(level), at))
    for case, told in changes.items():
        rises = [at for (before, _), (after, at) in pairwise(told) if before > told[-1][0] >= after]
        if rises:
            db.execute_sql('UPDATE "case" SET raised_at = ? WHERE id = ?', (rises[-1], case))


def down(migrator, db):
    class WorkHours(Model):
        weekday = IntegerField(unique=True)
        opens = CharField(max_length=5)
        closes = CharField(max_length=5)

        class Meta:
            database = db
            table_name = "work_hours"

    migrator.migrate(*(migrator.drop_index(table, f"{table}_{'_'.join(columns)}") for table, columns in INDEXES))
    migrator.migrate(migrator.drop_column("case", "raised_at"))
    kept = db.execute_sql("SELECT hours FROM work_hours WHERE until IS NULL AND withdrawn = '' ORDER BY since DESC, id DESC LIMIT 1").fetchone()
    migrator.migrate(*(migrator.drop_table(name) for name in ("work_hours", "level_target", "holiday", "spm_year", "export")))
    db.create_tables([WorkHours])
    for weekday, (opens, closes) in json.loads(kept[0] if kept else "{}").items():
        WorkHours.create(weekday=int(weekday), opens=opens, closes=closes)
