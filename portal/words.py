"""One table of normalised words finds any record; words searched are kept under a token and never stand in a URL."""
import secrets
import threading
from contextlib import contextmanager
from datetime import timedelta

from peewee import CharField, DateTimeField, IntegerField, TextField
from rapidfuzz import fuzz, process

from portal import clock
from portal.db import insert_rows
from portal.records import Table
from portal.rules.names import sounded, words
from portal.rules.nicknames import calls
from portal.rules.sought import code
from portal.rules.spelling import is_spelt, keys

CLOSE_ENOUGH = 75
NEIGHBOURS = 5
MOST_CANDIDATES = 500
LONGEST = 60
KEPT = timedelta(days=1)
_gathering = threading.local()
# The subjects whose words are names, which people misspell and ask for as they have heard them.
SPELT = ("client", "report", "referral", "institution", "programme", "batch")


class SearchWord(Table):
    """One word of one record: of a text in one spelling, `=` and a number, or `~` and a key that no typed word equals.

    What only those find who see the record whole stands under a subject of its own, `table/inside`.
    """

    subject = CharField(max_length=40)
    subject_id = IntegerField()
    word = CharField(max_length=LONGEST)

    class Meta:
        indexes = ((("subject", "word", "subject_id"), False), (("subject", "subject_id", "word"), True))

    @classmethod
    def index(cls, record, *texts, codes=(), keys=(), inside=False):
        """Replace the words of a record; call in the verb that changes them.

        `codes` are numbers, found only whole, in any spacing; `keys` are kept as they are. `inside`: these are for those who see it whole.
        """
        subject = subject_of(type(record), inside)
        if getattr(_gathering, "words", None) is not None:
            _gathering.words[subject, record.id] = kept(texts, codes, keys)
            return
        mine = (cls.subject == subject) & (cls.subject_id == record.id)
        known, wanted = {row.word for row in cls.select(cls.word).where(mine)}, kept(texts, codes, keys)
        gone, new = known - wanted, wanted - known
        if gone:
            cls.delete().where(mine, cls.word.in_(sorted(gone))).execute()
        if new:
            cls.insert_many([{"subject": subject, "subject_id": record.id, "word": word} for word in sorted(new)]).execute()
        if subject in SPELT:
            SearchSpelling.learn(new)
            SearchSpelling.forget(gone)


@contextmanager
def gathered():
    """Within the open unit of work, the words of records that are all new are written together at the end."""
    _gathering.words = {}
    try:
        yield
        _write(_gathering.words)
    finally:
        _gathering.words = None


def _write(indexed):
    rows = [(*record, word) for record, kept in indexed.items() for word in sorted(kept)]
    insert_rows([SearchWord.subject, SearchWord.subject_id, SearchWord.word], rows)
    SearchSpelling.learn({word for subject, _id, word in rows if subject in SPELT})


def subject_of(model, inside=False):
    """What the words of a model's records are filed under."""
    return f"{model._meta.table_name}/inside" if inside else model._meta.table_name


def coded(text):
    """A number as it is kept among the words."""
    return f"={code(text)}"[:LONGEST]


def kept(texts, codes=(), keys=()):
    """The words that are kept of these texts, numbers and keys."""
    found = {word[:LONGEST] for text in texts if text for word in words(str(text))}
    return found | {coded(str(each)) for each in codes if each} | {f"~{key}"[:LONGEST] for key in keys}


class SearchSpelling(Table):
    """What a word that names carry shares with words spelt like it: neighbours are found without reading every word."""

    word = CharField(max_length=LONGEST)
    key = CharField(max_length=LONGEST)

    class Meta:
        indexes = ((("key", "word"), False), (("word",), False))

    @classmethod
    def learn(cls, new):
        """Keep the keys of words that were not known."""
        new = {word for word in new if is_spelt(word)}
        known = {row.word for row in cls.select(cls.word).where(cls.word.in_(sorted(new)))} if new else set()
        insert_rows([cls.word, cls.key], [(word, key) for word in sorted(new - known) for key in sorted(keys(word) | _heard(word))])

    @classmethod
    def forget(cls, gone):
        """Let go of words that no record carries any more: a name that was corrected or erased is not kept here."""
        gone = {word for word in gone if is_spelt(word)}
        if not gone:
            return
        held = SearchWord.select(SearchWord.word).where(SearchWord.subject.in_(SPELT), SearchWord.word.in_(sorted(gone))).distinct()
        cls.delete().where(cls.word.in_(sorted(gone - {row.word for row in held}))).execute()

    @classmethod
    def near(cls, terms):
        """{term: [the words spelt most like it, the closest first]}, the term itself left out: one question for all terms."""
        asked = {key for term in terms if is_spelt(term) for key in keys(term)}
        found = {row[0] for row in cls.select(cls.word).where(cls.key.in_(sorted(asked))).limit(MOST_CANDIDATES).tuples()} if asked else set()
        return {term: [word for word, _, _ in process.extract(
            term, sorted(found - {term}), scorer=fuzz.ratio, limit=NEIGHBOURS, score_cutoff=CLOSE_ENOUGH)] for term in terms}


    @classmethod
    def related(cls, terms):
        """The words spelt or sounding like one of the terms, or what people with such a name are called, or the other way round."""
        asked = {key for term in terms if term for key in {term, f"@{term}", f"*{sounded(term)}", *(keys(term) if is_spelt(term) else ())}}
        short = {call for term in terms for call in calls(term)}
        return short | {row[0] for row in cls.select(cls.word).where(cls.key.in_(sorted(asked))).distinct().tuples()} if asked else set()


def _heard(word):
    """The keys under which a word is found by its sound, and by what people with that name are called."""
    return {f"*{sounded(word)}", *(f"@{call}" for call in calls(word))}


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
