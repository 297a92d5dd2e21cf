"""Everything that hangs on a client, found from the tables themselves, so that no later feature is forgotten when two records become one."""
from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from peewee import Field, ForeignKeyField

from portal.accounts.teams import Member
from portal.clients.models import Client
from portal.schema import tables

# Of each record its own: who became whom, and which proposals and answers spoke of the two as two.
APART = {("client", "merged_into"), ("import_row", "client"), ("extract_row", "client"), ("merge", "kept"), ("merge", "gone"),
         ("not_twins", "one"), ("not_twins", "other")}
# What was said of a record under its own number stays its own history.
HISTORY = {"revision", "transition", "print", "search_word", "decision", "audit_entry"}
CALLED = {
    "alias": _("nama lain"), "relation": _("hubungan keluarga"), "consent": _("persetujuan"), "dtsen_check": _("cek DT-SEN"),
    "report_person": _("sebutan dalam laporan"), "case": _("kasus dengan seluruh isinya"), "file": _("berkas"),
}
OTHER = _("catatan lain")


@dataclass(frozen=True)
class Thread:
    """One column that ties the rows of `model` to a client (or, of a record below one, to the client's care team)."""

    model: type
    field: Field

    @property
    def table(self):
        return self.model._meta.table_name

    @property
    def called(self):
        """What its rows are, in words."""
        return CALLED.get(self.table, OTHER)

    def rows(self, id):
        """The condition of the rows tied to the client (or team) of this id."""
        tied = self.field == id
        return tied & (self.model.subject == Client._meta.table_name) if self.field.name == "subject_id" else tied

    def ids(self, id):
        return [row[0] for row in self.model.select(self.model.id).where(self.rows(id)).order_by(self.model.id).tuples()]

    def whole_to(self, user, ids):
        """Those of the ids whose rows this person sees whole; rows without people of their own are seen with the client."""
        rows = getattr(self.model, "whole_to", None)
        return [row.id for row in rows(user).where(self.model.id.in_(ids))] if rows else ids

    def move(self, ids, before, after):
        """Tie those of the rows that are still tied to `before` to `after`; both are ids."""
        return self.model.update({self.field: after}).where(self.model.id.in_(ids), self.rows(before)).execute()


def threads(target=Client):
    """Every Thread to clients, or to care teams when `target` is CareTeam; a membership is the team's own."""
    found = [Thread(model, field) for model in tables() for field in model._meta.sorted_fields
             if isinstance(field, ForeignKeyField) and field.rel_model is target and (model._meta.table_name, field.name) not in APART
             and model is not Member]
    return found + (subjects() if target is Client else [])


def subjects():
    """Of tables whose rows say in words what record they belong to."""
    return [Thread(model, model.subject_id) for model in tables()
            if {"subject", "subject_id"} <= set(model._meta.fields) and model._meta.table_name not in HISTORY]


def hangs_on(client):
    """{Thread: [ids of its rows]} of everything that is there for this client."""
    return {thread: ids for thread in threads() if (ids := thread.ids(client.id))}


def counted(client, user):
    """[(how many, what they are)] of everything that hangs on a client, in words, as far as this person sees it whole."""
    found = {}
    for thread, ids in hangs_on(client).items():
        found.setdefault(str(thread.called), set()).update((thread.table, id) for id in thread.whole_to(user, ids))
    return [(len(rows), called) for called, rows in found.items() if rows]


def is_bare(client, but):
    """Whether nothing was written down about a client besides their first record and the row `but`."""
    tied = [(thread.model, id) for thread, ids in hangs_on(client).items() for id in ids]
    return client.version == 1 and tied == [(type(but), but.id)]
