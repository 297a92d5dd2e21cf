"""What a manager weighs besides the proposal itself: what speaks for a second look, and how its record stands now."""
from functools import cached_property

from flask_babel import force_locale, gettext

from portal.db import fingerprint
from portal.phrases import hindrance, shown
from portal.rules import approval
from portal.rules.approval import DecisionStep
from portal.rules.roles import May
from portal.rules.then_now import beside, differing
from portal.schema import tables

LONGEST_BRIEF = 200


class Weighed:
    """For a Decision. Keys of these registries are a kind, or (kind, table) for a kind about one table.

    LOOKED: functions(decision) -> text, of the kinds whose records are shown as they are now: what says how they stand.
    NOW: functions(decision) -> [[term, value], …] as the record would be put today, or None where that can't be said.
    WARNINGS: functions(decision, user) -> [sentence] of what speaks for a second look before it is approved.
    BRIEF: functions(record, asked) -> [text]: whom and what it is about in a few words and without a name; frozen for the queue.
    """

    LOOKED, NOW, WARNINGS, BRIEF = {}, {}, {}, {}

    @classmethod
    def registered(cls, registry, kind, table):
        """What a feature registered for this kind, or for this kind about this table; None where nothing is."""
        return registry.get((kind, table)) or registry.get(kind)

    @classmethod
    def brief_of(cls, kind, record, asked):
        """One line for the queue. Proposals speak Indonesian, whoever reads them."""
        tell = cls.registered(cls.BRIEF, kind, record._meta.table_name)
        with force_locale("id"):
            told = [str(part) for part in tell(record, asked) if part] if tell else []
        return " · ".join(told)[:LONGEST_BRIEF]

    @property
    def record(self):
        """The record that it is about, as it stands now."""
        model = next(model for model in tables() if model._meta.table_name == self.subject)
        return model.get_by_id(self.subject_id)

    @cached_property
    def now(self):
        """The proposal as its record would be put today, in words; None where that can't be said."""
        tell = self.registered(self.NOW, self.kind, self.subject)
        with force_locale("id"):
            told = tell(self) if tell else None
        return None if told is None else in_words(told)

    def beside_now(self, user):
        """[Line] of what was put and what would be put now; None where that can't be said, or not to this person."""
        now = self.now if self.may_compare(user) else None
        return None if now is None else beside(self.snapshot, now)

    def may_compare(self, user):
        """Whether this person sees whole what it is about: who proposed it may have left the team since."""
        if user.may(May.DECIDE):
            return True
        record = self.record
        return not self.looks_apart and type(record).whole_to(user).where(type(record).id == record.id).exists()

    @property
    def looked(self):
        """How what the manager is shown stands now; empty where there is nothing but the proposal to see."""
        if not self.is_open:
            return ""
        if self.looks_apart:
            return self.LOOKED[self.kind](self)
        now = self.now
        return "" if now is None else fingerprint(now)

    @property
    def looks_apart(self):
        """Whether records are shown beside the proposal, which nobody may approve unseen."""
        return self.kind in self.LOOKED

    def check_looked(self, step, looked):
        """Refused for an approval of what stands otherwise than it was shown; a page that showed nothing of the kind is not asked."""
        if step == DecisionStep.APPROVE and looked is not None and (looked or self.looks_apart):
            approval.check_looked(step, looked, self.looked)

    def warnings(self, user):
        """The sentences that speak for a second look; none once it is decided."""
        if not self.is_open:
            return []
        tell = self.registered(self.WARNINGS, self.kind, self.subject)
        changed = differing(self.beside_now(user) or ())
        since = [gettext("Berubah sejak diajukan: %(terms)s.", terms=", ".join(changed))] if changed else []
        return [*since, *(tell(self, user) if tell else ())]


def hindrances(check, *args, **kwargs):
    """The same as a list, to be told with other warnings."""
    said = hindrance(check, *args, **kwargs)
    return [said] if said else []


def in_words(snapshot):
    """The snapshot as it is frozen: paper and proposals speak Indonesian, whoever reads them."""
    with force_locale("id"):
        return [[str(term), shown(value)] for term, value in snapshot]
