"""The books that number letters, their classification codes, the words of each kind, and numbers that no letter carries."""
from peewee import *

# The names of Permendagri 83/2022, group 400.9, as the first version knew them.
CODES = (
    ("400.9.1", "Kebijakan di Bidang Sosial"),
    ("400.9.2", "Kesejahteraan Sosial Anak"),
    ("400.9.2.1", "Kesejahteraan Sosial Anak Balita"),
    ("400.9.2.2", "Kesejahteraan Sosial Anak Terlantar"),
    ("400.9.2.3", "Kesejahteraan Sosial Anak Berhadapan dengan Hukum"),
    ("400.9.2.4", "Kesejahteraan Sosial Anak dengan Kecacatan"),
    ("400.9.2.5", "Kesejahteraan Sosial Anak yang Membutuhkan Perlindungan Khusus"),
    ("400.9.3", "Rehabilitasi Sosial"),
    ("400.9.3.1", "Rehabilitasi Sosial Orang dengan Kecacatan"),
    ("400.9.3.2", "Kelembagaan dan Advokasi Rehabilitasi Sosial"),
    ("400.9.3.3", "Asistensi dan Pemeliharaan Rehabilitasi Sosial"),
    ("400.9.4", "Rehabilitasi Sosial Tuna Sosial"),
    ("400.9.4.1", "Rehabilitasi Sosial Gelandangan, Pengemis, dan Pemulung"),
    ("400.9.4.2", "Rehabilitasi Sosial Tuna Susila dan Korban Trafficking"),
    ("400.9.4.3", "Rehabilitasi Sosial Warga Binaan"),
    ("400.9.4.4", "Rehabilitasi Sosial Orang dengan HIV/AIDS dan Kelompok Minoritas"),
    ("400.9.5", "Rehabilitasi Sosial Korban NAPZA"),
    ("400.9.6", "Pelayanan Sosial Lanjut Usia"),
    ("400.9.7", "Pengumpulan dan Pengelolaan Sumber Dana Bantuan Sosial"),
    ("400.9.8", "Perlindungan Sosial Korban Tindak Kekerasan dan Pekerja Migran"),
    ("400.9.9", "Perlindungan Sosial Korban Bencana Sosial"),
    ("400.9.10", "Perlindungan Sosial Korban Bencana Alam"),
    ("400.9.11", "Jaminan Sosial"),
    ("400.9.12", "Pemberdayaan Keluarga dan Kelembagaan"),
    ("400.9.13", "Pemberdayaan Komunitas Adat Terpencil"),
    ("400.9.14", "Penanggulangan Kemiskinan"),
    ("400.9.15", "Kepahlawanan"),
)


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class LetterBook(Model):
        version = IntegerField(default=1)
        name = CharField(max_length=80)
        pattern = CharField(max_length=60)
        kinds = TextField()
        is_main = BooleanField()
        active = BooleanField()

        class Meta:
            database = db
            table_name = "letter_book"

    class SkippedNumbers(Model):
        version = IntegerField(default=1)
        book = ForeignKeyField(LetterBook)
        year = IntegerField()
        first = IntegerField()
        last = IntegerField()
        reason = CharField(max_length=200)
        active = BooleanField()
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()

        class Meta:
            database = db
            table_name = "skipped_numbers"
            indexes = ((("book", "year", "first"), False),)

    class Classification(Model):
        version = IntegerField(default=1)
        code = CharField(max_length=12, unique=True)
        name = CharField(max_length=200)
        active = BooleanField()

        class Meta:
            database = db
            table_name = "classification"

    class LetterTemplate(Model):
        version = IntegerField(default=1)
        kind = CharField(max_length=40, unique=True)
        regarding = CharField(max_length=200)
        opening = TextField()
        closing = TextField()
        copies = TextField()
        code = CharField(max_length=12)
        secrecy = CharField(max_length=40)

        class Meta:
            database = db
            table_name = "letter_template"

    db.create_tables([LetterBook, SkippedNumbers, Classification, LetterTemplate])
    main = LetterBook.insert(name="Surat keluar", pattern="{kode}/{urut}/{unit}/{tahun}", kinds="[]", is_main=True, active=True).execute()
    Classification.insert_many([{"version": 1, "code": code, "name": name, "active": True} for code, name in CODES]).execute()
    migrator.migrate(
        migrator.drop_index("letter", "letter_year_serial"),
        migrator.add_column("letter", "kind", CharField(max_length=40, default="referral")),
        migrator.add_column("letter", "book_id", ForeignKeyField(LetterBook, field=LetterBook.id, null=True)),
        migrator.add_column("letter", "wording", TextField(default="{}")),
        migrator.add_column("letter", "note", CharField(max_length=200, default="")),
        migrator.add_index("letter", ("book_id", "year", "serial"), True))
    db.execute_sql("UPDATE letter SET kind = 'duty' WHERE about = 'outreach'")
    db.execute_sql(f"UPDATE letter SET book_id = {int(main)} WHERE number IS NOT NULL")


def down(migrator, db):
    migrator.migrate(
        migrator.drop_index("letter", "letter_book_id_year_serial"),
        *(migrator.drop_column("letter", name, legacy=name == "book_id") for name in ("note", "wording", "book_id", "kind")),
        migrator.add_index("letter", ("year", "serial"), True),
        migrator.drop_table("letter_template"),
        migrator.drop_table("classification"),
        migrator.drop_table("skipped_numbers"),
        migrator.drop_table("letter_book"))
