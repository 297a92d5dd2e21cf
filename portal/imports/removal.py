"""What taking an import back rests on: whether anybody has touched its clients, and how all of them are cancelled at once."""
from peewee import chunked, fn

from portal import audit
from portal.clients.following import threads
from portal.clients.models import Client, Relation
from portal.decisions.models import Decision
from portal.many import AT_ONCE, move_many
from portal.rules.client import ClientState, ClientStep
from portal.words import SearchSpelling, SearchWord, subject_of

WITHDRAWN = "impor ditarik"


def touched(lines, mine):
    """The ids of clients that somebody has worked with: changed, or with anything hung on them that the list did not tell of.

    `lines` are the rows of the batch that became clients, as a query; `mine` the ids of those clients, as a query.
    """
    changed = Client.select(Client.id).where(Client.id.in_(mine), (Client.version != 1) | (Client.state != ClientState.ACTIVE))
    proposed = Decision.select(Decision.subject_id).where(Decision.subject == "client", Decision.subject_id.in_(mine))
    found = _ids(changed) | _ids(proposed) | _otherwise_related(lines, mine)
    for thread in threads():
        if thread.field is not Relation.client:
            found |= _ids(_tied(thread, mine))
    return found


def _tied(thread, mine):
    rows = thread.model.select(thread.field).where(thread.field.in_(mine))
    return rows.where(thread.model.subject == "client") if thread.field.name == "subject_id" else rows


def _otherwise_related(lines, mine):
    """Clients around whom there are more or fewer people than the list told of, or the same ones told otherwise."""
    now = {id: (count, version) for id, count, version in Relation.select(Relation.client, fn.COUNT(Relation.id), fn.MAX(Relation.version))
           .where(Relation.client.in_(mine)).group_by(Relation.client).tuples()}
    return {row.client_id for row in lines if now.get(row.client_id, (0, 1)) != (row.kin, 1)}


def _ids(query):
    return {row[0] for row in query.tuples()}


def cancel(ids, *, by):
    """Cancel clients who never were anybody's (ids), each with its move, its revision and its row of the trail; they are found no more."""
    gone = set()
    with audit.gathered():
        move_many(Client, ids, ClientStep.CANCEL, ClientState.ACTIVE, ClientState.CANCELLED, by=by, reason=WITHDRAWN)
        for some in chunked(ids, AT_ONCE):
            gone |= _unsaid(some)
    for some in chunked(sorted(gone), AT_ONCE):
        SearchSpelling.forget(set(some))


def _unsaid(ids):
    """Let go of the search words of these clients; the words that they had."""
    mine = SearchWord.subject.in_((subject_of(Client), subject_of(Client, inside=True))) & SearchWord.subject_id.in_(ids)
    words = _ids(SearchWord.select(SearchWord.word).where(mine).distinct())
    SearchWord.delete().where(mine).execute()
    return words
