"""Records are found by a whole number, or by words of which each begins a word of theirs; only then by words spelt alike."""
from functools import cached_property

from peewee import SQL, Value
from rapidfuzz import fuzz

from portal.db import db
from portal.rules.sought import read
from portal.words import SearchSpelling, SearchWord, coded, subject_of

MOST = 100
ENOUGH = 500
RANKED = 50
LAST = "\U0010ffff"
LAST_PLACE = 99


class Seeking:
    """What one person typed, asked of several kinds of record; `subjects` are all that will be asked.

    What is asked costs no more in a large office than in a small one: no list of matches is read to its end, and words that
    stand in many records are only looked up in those that the rarest word leads to.
    """

    def __init__(self, text, subjects):
        self.sought, self.subjects = read(text), list(subjects)
        self.terms = self.sought.terms
        self.guessed = False

    @cached_property
    def numbered(self):
        """{subject: ids of its records, the newest first} that carry what was typed as a number."""
        found = {}
        if self.sought.code:
            rows = (SearchWord.select(SearchWord.subject, SearchWord.subject_id)
                    .where(SearchWord.subject.in_(self.subjects), SearchWord.word == coded(self.sought.text))
                    .order_by(SearchWord.subject_id.desc()).limit(ENOUGH))
            for subject, id in rows.tuples():
                found.setdefault(subject, []).append(id)
        return found

    @cached_property
    def _counts(self):
        """{(subject, term): how many words it begins, up to ENOUGH}."""
        return counted(self.subjects, self.terms, begins)

    @cached_property
    def near(self):
        """{term: [words spelt like it, the closest first]}."""
        return SearchSpelling.near(self.terms)

    @cached_property
    def _near_counts(self):
        return counted(self.subjects, sorted({word for near in self.near.values() for word in near}), equals)

    def ids(self, model, rows, *, inside=False, own=False, alike=False):
        """Ids of some `rows` (a query of the model) that carry every word: whole words first, the newest first.

        `inside`: by the words inside the records, so `rows` must be what the person sees whole. `own`: the rows may be few among very many.
        `alike`: a word spelt like the one typed will do.
        """
        subject = subject_of(model, inside)
        terms = [Term(term, self._counts[subject, term], self._alike(subject, term) if alike else {}) for term in self.terms]
        if not terms or not all(term.count for term in terms):
            return []
        self.guessed = self.guessed or alike
        return Hunt(subject, model, rows, few_among_many=inside or own).ids(sorted(terms, key=lambda term: term.count))

    def _alike(self, subject, term):
        return {word: count for word in self.near[term] if (count := self._near_counts[subject, word])}


class Term:
    """One word that was typed: how many words it begins, and {word spelt like it: in how many records it stands}."""

    def __init__(self, text, begun, near):
        self.text, self.begun, self.near = text, begun, near

    @property
    def count(self):
        return self.begun + sum(self.near.values())

    def leads(self):
        """[(condition, values, how many to read)]: first whole words, and those spelt alike one by one when they are too many to sort."""
        many = self.begun >= ENOUGH
        led = [(*equals(self.text), MOST)] if many else []
        if sum(self.near.values()) < ENOUGH:
            led += [(*equals(*self.near), ENOUGH)] if self.near else []
        else:
            led += [(*equals(word), MOST) for word in self.near]
        return [*led, (*(goes_on(self.text) if many else begins(self.text)), ENOUGH)] if self.begun else led

    def matches(self):
        """The condition on one word, and its values."""
        parts = [begins(self.text)] * bool(self.begun) + [equals(*self.near)] * bool(self.near)
        return f"({' OR '.join(condition for condition, _ in parts)})", [value for _, values in parts for value in values]

    def place(self, word):
        """The smaller, the more a word is what was typed."""
        order = [self.text, *self.near]
        return order.index(word) if word in order else len(order)


def begins(term):
    """The condition that a word begins so, `{0}` where its table is named, and its values; a term with digits counts only whole."""
    return ("{0}word >= ? AND {0}word < ?", [term, term + LAST]) if term.isalpha() else equals(term)


def goes_on(term):
    """The same for longer words only."""
    return "{0}word > ? AND {0}word < ?", [term, term + LAST * term.isalpha()]


def equals(*words):
    """The condition that a word is one of these, and its values."""
    return f"{{0}}word IN ({', '.join('?' * len(words))})", list(words)


class Hunt:
    """The statements that find the rows of one kind which somebody may see."""

    def __init__(self, subject, model, rows, few_among_many):
        self.subject = subject
        self.seen, self.values = self._seen(model, rows, few_among_many)

    def _seen(self, model, rows, few_among_many):
        """The condition that a record is among the rows: few rows are gathered, in many each record found is looked up."""
        if few_among_many:
            sql, values = rows.select(model.id).sql()
            if len(db.ask(f"{sql} LIMIT {ENOUGH + 1}", values)) <= ENOUGH:
                return f"w.subject_id IN ({sql})", values
        sql, values = rows.select(Value(1)).where(model.id == SQL("w.subject_id")).sql()
        return f"EXISTS ({sql})", values

    def ids(self, terms):
        """Distinct ids: the first term leads, the others are looked up in the records that it leads to; no further than is enough."""
        lead, *others = terms
        found = {}
        for condition, values, most in lead.leads():
            if len(found) < MOST:
                for id, word in self._led(condition, values, others, most):
                    found[id] = min((lead.place(word), -id), found.get(id, (LAST_PLACE, 0)))
        return sorted(found, key=found.get)

    def _led(self, condition, values, others, most):
        sql = [f"SELECT w.subject_id, w.word FROM search_word AS w WHERE w.subject = ? AND {condition.format('w.')}"]
        values = [self.subject, *values]
        for term in others:
            also, its = term.matches()
            sql.append(f"EXISTS (SELECT 1 FROM search_word AS o WHERE o.subject = w.subject AND o.subject_id = w.subject_id AND {also.format('o.')})")
            values += its
        order = "ORDER BY w.subject_id DESC " if most == MOST else ""
        return db.ask(f"{' AND '.join([*sql, self.seen])} {order}LIMIT {most}", [*values, *self.values])


def counted(subjects, terms, condition):
    """{(subject, term): how many words meet the condition, up to ENOUGH}: one question for all."""
    asked = [(subject, term, *condition(term)) for subject in subjects for term in terms]
    if not asked:
        return {}
    parts = [f"(SELECT COUNT(*) FROM (SELECT 1 FROM search_word WHERE subject = ? AND {wanted.format('')} LIMIT {ENOUGH}) AS c)"
             for _, _, wanted, _ in asked]
    counts, = db.ask(f"SELECT {', '.join(parts)}", [value for subject, _, _, values in asked for value in (subject, *values)])
    return {(subject, term): count for (subject, term, _, _), count in zip(asked, counts, strict=True)}


def among(rows, ids):
    """Those of the ids that are among these rows, in their order."""
    known = {id for id, in rows.select(rows.model.id).where(rows.model.id.in_(ids)).tuples()} if ids else ()
    return [id for id in ids or () if id in known]


def closest(found, terms):
    """{subject: ids} with those ids first whose words are together most like the terms; past RANKED a long list keeps its order."""
    wanted, gathered = " ".join(sorted(terms)), {}
    asked = {subject: ids[:RANKED] for subject, ids in found.items() if len(ids) > 1}
    for subject, id, word in _words_of(asked):
        gathered.setdefault((subject, id), []).append(word)
    return {subject: sorted(ids[:RANKED], key=lambda id: _likeness(wanted, gathered.get((subject, id), [])), reverse=True) + ids[RANKED:]
            if subject in asked else ids for subject, ids in found.items()}


def _words_of(asked):
    """(subject, id, word) of the words of these records, without their numbers and keys."""
    sql = " UNION ALL ".join("SELECT subject, subject_id, word FROM search_word WHERE word >= 'a' AND word < '~' AND subject = ? "
                             f"AND subject_id IN ({', '.join('?' * len(ids))})" for ids in asked.values())
    return db.ask(sql, [value for subject, ids in asked.items() for value in (subject, *ids)]) if asked else ()


def _likeness(wanted, words):
    """How much of what was typed is there, then how little else."""
    words = " ".join(sorted(words))
    return fuzz.token_set_ratio(wanted, words), fuzz.ratio(wanted, words)


def found(model, text, rows, inside=None):
    """Ids of the rows that a list shows for a text; `inside` are the rows among them that the person sees whole."""
    subject, deeper = subject_of(model), subject_of(model, inside=True)
    seeking = Seeking(text, [subject] if inside is None else [subject, deeper])
    ids = seeking.numbered.get(subject, []) + (among(inside, seeking.numbered.get(deeper)) if inside is not None else [])
    if ids:
        return ids
    within = [] if inside is None else seeking.ids(model, inside, inside=True)
    return seeking.ids(model, rows) + within or seeking.ids(model, rows, alike=True)
