"""The dated rules of the ministry's programmes, what an approved consideration leads to, and when each was asked."""
from peewee import *

DECREE = "Kepmensos 79/HUK/2025"
FIRST = (
    ("atensi", "[1, 2, 3, 4, 5]", True, ""),
    ("pkh", "[1, 2, 3, 4]", False, ""),
    ("sembako", "[1, 2, 3, 4]", False,
     "Sumber berbeda: desil 1–4 atau 1–5. Dimulai dengan 1–4; ubah bila dinas menerima ketentuan yang lain."),
    ("pbi_jk", "[1, 2, 3, 4, 5]", False,
     "Pengaktifan kembali karena penyakit kronis, katastropik, atau darurat medis terbuka juga bagi desil 0 dan 6–10, lewat usulan tersendiri."),
    ("sekolah_rakyat", "[1, 2]", False, "Desil 1–2 diutamakan; anak jalanan disebut sebagai sasaran utama."),
)


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Case(Model):
        class Meta:
            database = db
            table_name = "case"

    class Consideration(Model):
        class Meta:
            database = db
            table_name = "consideration"

    class ProgrammeRule(Model):
        programme = CharField(max_length=40)
        valid_from = DateField()
        deciles = TextField()
        or_assessed = BooleanField(default=False)
        source = CharField(max_length=200, default="")
        note = TextField(default="")
        made_by = ForeignKeyField(User, null=True)
        made_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "programme_rule"

    class DtsenUpdate(Model):
        version = IntegerField(default=1)
        case = ForeignKeyField(Case)
        consideration = ForeignKeyField(Consideration)
        state = CharField(max_length=40, default="due")
        opened_on = DateField()
        proposed_to = CharField(max_length=200, default="")
        proposed_on = DateField(null=True)
        decided_on = DateField(null=True)
        note = TextField(default="")

        class Meta:
            database = db
            table_name = "dtsen_update"

    db.create_tables([ProgrammeRule, DtsenUpdate])
    migrator.migrate(
        migrator.add_column("consideration", "asked_at", DateTimeField(null=True)),
        migrator.add_index("consideration", ("asked_at",), False),
        migrator.add_column("referral", "consideration_id", ForeignKeyField(Consideration, field=Consideration.id, null=True)))
    # The decree's own day was not seen; being of 2025, it was in force when 2026 began.
    for programme, deciles, or_assessed, note in FIRST:
        ProgrammeRule.insert(programme=programme, valid_from="2026-01-01", deciles=deciles, or_assessed=or_assessed, source=DECREE, note=note).execute()
    db.execute_sql("UPDATE consideration SET asked_at = (SELECT MIN(occurred_at) FROM transition WHERE subject = 'consideration' "
                   "AND step = 'request' AND subject_id = consideration.id)")


def down(migrator, db):
    migrator.migrate(
        migrator.drop_column("referral", "consideration_id", legacy=True),
        migrator.drop_column("consideration", "asked_at", legacy=True),
        migrator.drop_table("dtsen_update"),
        migrator.drop_table("programme_rule"))
