"""One table of normalised words finds any record; words searched are kept under a token and never stand in a URL."""
import secrets
from datetime import timedelta

from peewee import CharField, DateTimeField, IntegerField, TextField
from rapidfuzz import fuzz, process

from portal import clock
from portal.records import Table
from portal.rules.names import normalise, words

CLOSE_ENOUGH = 75
KEPT = timedelta(days=1)
MOST = 500


class SearchWord(Table):
    """One normalised word of one record."""

    subject = CharField(max_length=40)
    subject_id = IntegerField()
    word = CharField(max_length=60)

    class Meta:
        indexes = ((("subject", "word"), False), (("subject", "subject_id"), False))

    @classmethod
    def index(cls, record, *texts):
        """Replace the words of a record; call in the verb that changes them."""
        table = record._meta.table_name
        cls.delete().where(cls.subject == table, cls.subject_id == record.id).execute()
        found = sorted({word[:60] for text in texts if text for word in words(str(text))})
        if found:
            cls.insert_many([{"subject": table, "subject_id": record.id, "word": word} for word in found]).execute()

    @classmethod
    def find(cls, model, text):
        """Ids of a model's records that match every word of the text, the closest first; misspelt words find their neighbours."""
        table, sought = model._meta.table_name, words(text)[:6]
        kept = None
        for word in sought:
            ids = cls._ids(table, word) or cls._near(table, word)
            kept = ids if kept is None else kept & ids
        return cls._ranked(table, kept or set(), text)

    @classmethod
    def _ids(cls, table, word):
        query = cls.select(cls.subject_id).where(cls.subject == table, cls.word >= word, cls.word < word + "\U0010ffff")
        return {row.subject_id for row in query}

    @classmethod
    def _near(cls, table, word):
        vocabulary = [row.word for row in cls.select(cls.word).where(cls.subject == table).distinct()]
        near = [found for found, score, _ in process.extract(word, vocabulary, scorer=fuzz.ratio, limit=8, score_cutoff=CLOSE_ENOUGH)]
        if not near:
            return set()
        return {row.subject_id for row in cls.select(cls.subject_id).where(cls.subject == table, cls.word.in_(near))}

    @classmethod
    def _ranked(cls, table, ids, text):
        """The found ids, best first; past MOST they keep the order of their numbers."""
        if len(ids) > MOST:
            return sorted(ids, reverse=True)[:MOST]
        gathered = {}
        for row in cls.select().where(cls.subject == table, cls.subject_id.in_(ids)) if ids else ():
            gathered.setdefault(row.subject_id, []).append(row.word)
        wanted = normalise(text)
        return sorted(gathered, key=lambda key: (-fuzz.token_set_ratio(wanted, " ".join(gathered[key])), -key))


class SearchQuery(Table):
    """Words somebody searched for, under a token that their list can carry in its address; bookkeeping."""

    token = CharField(max_length=16, unique=True)
    user = IntegerField()
    text = TextField()
    at = DateTimeField()

    @classmethod
    def keep(cls, text, user):
        """The token for these words; what the person searched for more than a day ago is forgotten."""
        cls.delete().where(cls.user == user.id, cls.at < clock.machine() - KEPT).execute()
        return cls.create(token=secrets.token_urlsafe(9), user=user.id, text=text.strip()[:200], at=clock.machine()).token

    @classmethod
    def text_of(cls, token, user):
        """The words behind a token, only for the person who searched them; empty otherwise."""
        row = cls.get_or_none(cls.token == token, cls.user == user.id) if token else None
        return row.text if row else ""
