"""The database handle, its settings, and the one transaction that a unit of work gets; dialect SQL lives only here."""
import hashlib
import json
import re
import threading
from contextlib import contextmanager

from peewee import CharField, SqliteDatabase, TextField, chunked
from playhouse import migrations

PRAGMAS = {
    "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000, "recursive_triggers": 1,
    "trusted_schema": 0, "secure_delete": 1, "temp_store": 2, "cell_size_check": 1, "wal_autocheckpoint": 1000,
}
TRAIL = "audit_entry"
# Not records: sign-ins, drafts, the rows of an import that are only looked at, and the search words, which repeat what a record says.
BOOKKEEPING = {"session", "login_try", "form_token", "search_query", "search_word", "search_spelling", "recent", "import_upload",
               "import_row", "migration_history"}
WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
WRITERS = threading.Lock()
WRITER_PATIENCE = 5
MOST_VALUES = 20_000  # that one statement may hold


class UnauditedWrite(RuntimeError):
    """A unit of work changed a row and recorded nothing in the trail."""


class WriteOutsideUnit(RuntimeError):
    """A row was changed where no unit of work is open."""


class Busy(RuntimeError):
    """Another writer held the database for longer than anybody should wait."""


class Full(RuntimeError):
    """The disk has no room for what was sent."""


class Unit:
    """What one unit of work has done so far; its transaction begins at the first write.

    `after` is done once it is committed, `undone` once it is rolled back: both before anybody else may write.
    """

    def __init__(self, database):
        self.database, self.transaction, self.after, self.undone = database, None, [], []
        self.writes, self.entries = [], 0

    def begin(self):
        if self.transaction is None:
            if not WRITERS.acquire(timeout=WRITER_PATIENCE):
                raise Busy
            try:
                self.transaction = self.database.atomic()
                self.transaction.__enter__()
            except BaseException:
                self.transaction = None
                WRITERS.release()
                raise

    def note(self, table):
        self.begin()
        if table == TRAIL:
            self.entries += 1
        elif table not in BOOKKEEPING:
            self.writes.append(table)

    def commit(self):
        """Make what was done durable; refuse it when the trail knows nothing of it."""
        if self.writes and not self.entries:
            raise UnauditedWrite(", ".join(sorted(set(self.writes))))
        self._end(None)

    def rollback(self, error):
        self._end(error)

    def _end(self, error):
        """End the transaction; what follows happens before anybody else may write, so that it keeps the order of commits."""
        transaction, self.transaction, self.writes, self.entries = self.transaction, None, [], 0
        after, follow, self.after, self.undone = self.after, self.undone, [], []
        if transaction is None:
            return
        try:
            transaction.__exit__(type(error) if error else None, error, None)
            follow = follow if error else after
        finally:
            self._follow(follow)

    @staticmethod
    def _follow(actions):
        try:
            for action in actions:
                action()
        finally:
            WRITERS.release()


class Database(SqliteDatabase):
    """SQLite that knows which unit of work is open on this thread."""

    def __init__(self):
        super().__init__(None, lock_type="IMMEDIATE", pragmas=list(PRAGMAS.items()))
        self.open = threading.local()

    @property
    def work(self):
        return getattr(self.open, "unit", None)

    def execute_sql(self, sql, params=None):
        match = WRITE.match(sql)
        if match and not getattr(self.open, "schema", False):
            if self.work is None:
                raise WriteOutsideUnit(match[1])
            self.work.note(match[1])
        return super().execute_sql(sql, params)

    def ask(self, sql, values):
        """The rows of a question in standard SQL, with `?` for each value."""
        return self.execute_sql(sql.replace("?", self.param), values).fetchall()

    @contextmanager
    def unit(self):
        """One unit of work: leaving commits, raising rolls back. A unit inside a unit joins it."""
        if self.work is not None:
            yield self.work
            return
        unit = self.open.unit = Unit(self)
        try:
            yield unit
            unit.commit()
        except BaseException as error:
            unit.rollback(error)
            raise
        finally:
            self.open.unit = None

    def lock(self):
        """From here to the end of the unit nobody else writes: call before reading what decides a write."""
        if self.work is None:
            raise WriteOutsideUnit("lock")
        self.work.begin()

    def settle(self):
        """Commit what the open unit has done so far, so that nothing renders inside a transaction."""
        if self.work is not None:
            self.work.commit()

    def abandon(self):
        """Undo what the open unit has done since it last committed; the unit goes on."""
        if self.work is not None:
            self.work.rollback(RuntimeError("abandoned"))

    @contextmanager
    def schema(self):
        """Migrations change tables outside any unit of work."""
        self.open.schema = True
        try:
            yield
        finally:
            self.open.schema = False


db = Database()


def quoted(codes):
    """These codes of ours as a list in standard SQL."""
    return ", ".join(f"'{code}'" for code in codes)


def insert_rows(fields, rows):
    """Insert rows of values for these columns of one table, and return their new ids in their order; lighter than `insert_many` for thousands."""
    table, ids = fields[0].model._meta.table_name, []
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    head = f'INSERT INTO "{table}" ({columns}) VALUES '  # noqa: S608 our own names
    one = f"({', '.join([db.param] * len(fields))})"
    for some in chunked(rows, MOST_VALUES // len(fields)):
        values = [field.db_value(value) for row in some for field, value in zip(fields, row, strict=True)]
        found = db.execute_sql(head + ", ".join([one] * len(some)) + " RETURNING id", values).fetchall()
        ids += sorted(row[0] for row in found)
    return ids


class Choice(CharField):
    """A column that holds one member of a StrEnum."""

    def __init__(self, enum, **options):
        self.enum = enum
        super().__init__(max_length=40, **options)

    def db_value(self, value):
        return None if value is None else str(self.enum(value))

    def python_value(self, value):
        return None if value is None else self.enum(value)


class Json(TextField):
    """A column that holds plain values in one canonical text form, equal on every database."""

    def db_value(self, value):
        return None if value is None else canonical(value)

    def python_value(self, value):
        return None if value is None else json.loads(value)


def canonical(value):
    """The one text form of a plain value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def fingerprint(value):
    """A short mark of a plain value, by which a page says what it has shown."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:16]


def migrate(folder):
    """Bring the tables up to date; each migration is one transaction. Returns the names applied."""
    with db.schema():
        return migrations.run(db, str(folder))


APPEND_ONLY = (TRAIL, "instrument", "programme_rule", "level_target", "holiday")
PROTECTION = {name: body for table in APPEND_ONLY for name, body in {
    f"{table}_no_update": f"BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    f"{table}_no_delete": f"BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    f"{table}_no_replace": f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
                           f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
}.items()}


def protect():
    """Put the triggers in place that keep the trail, the published instruments and dated rules append-only; safe to repeat."""
    with db.schema():
        for name, body in PROTECTION.items():
            db.execute_sql(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")


def settings_faults():
    """What the open database answers differently from what was asked of it, as sentences; empty when all is well."""
    faults = []
    for name, wanted in PRAGMAS.items():
        found = db.execute_sql(f"PRAGMA {name}").fetchone()[0]
        if str(found) != str(wanted) and not (name == "journal_mode" and db.database == ":memory:"):
            faults.append(f"PRAGMA {name}: diminta {wanted}, dijawab {found}")
    triggers = {row[0] for row in db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    return faults + [f"Pemicu {name} hilang: tabel ini dapat diubah" for name in sorted(set(PROTECTION) - triggers)]
