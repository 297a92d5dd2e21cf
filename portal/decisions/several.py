"""Several proposals on one page: each with its warnings and an answer of its own, each decided by itself."""
from typing import NamedTuple

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, RadioField, TextAreaField

from portal import audit
from portal.audit import Event
from portal.db import db
from portal.decisions.models import Decision
from portal.decisions.queue import TOGETHER
from portal.decisions.weighing import hindrances
from portal.fields import pairs
from portal.forms import Form, version
from portal.labels import label, sentence
from portal.records import Stale
from portal.rules import approval
from portal.rules.approval import VERDICTS, DecisionStep
from portal.rules.refused import Refused


class VerdictField(RadioField):
    """One of the three answers, or none for now; data is a DecisionStep or None."""

    def __init__(self, text, **kwargs):
        choices = pairs((step, label(step)) for step in VERDICTS) + pairs([("", _("Nanti"))])
        super().__init__(text, choices=choices, coerce=lambda value: DecisionStep(value) if value else "", **kwargs)


class Row(NamedTuple):
    """One proposal of the page: what warns of it, and the fields of its answer, where it may be answered here."""

    decision: Decision
    warnings: list
    step: VerdictField | None = None
    reason: TextAreaField | None = None
    seen: HiddenField | None = None
    looked: HiddenField | None = None


class Outcome(NamedTuple):
    """What became of one answer; `why` says why nothing did."""

    decision: Decision
    step: DecisionStep
    reason: str
    why: str = ""


class SeveralForm(Form):
    """Made anew for the proposals that it is about; an answer that speaks against one needs its note."""

    TOKEN = False
    answerable = ()

    def fields_of(self, decision):
        return [self[f"{name}_{decision.id}"] for name in ("step", "reason", "seen", "looked")]

    @property
    def answered(self):
        """[(decision, step, reason, seen, looked)] of those that were answered."""
        rows = [(decision, *(field.data for field in self.fields_of(decision))) for decision in self.answerable]
        return [row for row in rows if row[1]]

    def validate(self, extra_validators=None):
        sound = super().validate(extra_validators)
        if sound and not self.answered:
            self.form_errors.append(gettext("Pilih jawaban untuk paling sedikit satu usulan."))
        return all([sound and self.answered, *map(self._has_note, self.answerable)])

    def _has_note(self, decision):
        step, reason, *_others = self.fields_of(decision)
        if step.data in approval.LIFE.reasoned and not reason.data:
            reason.errors = [*reason.errors, f"{decision.number}: {label(approval.Why.REASON_NEEDED)}"]
            return False
        return True


class Together:
    """The proposals of one page, at most TOGETHER, the oldest first."""

    def __init__(self, decisions, user):
        self.user, self.more = user, max(0, len(decisions) - TOGETHER)
        self.decisions = decisions[:TOGETHER]

    def form(self, sent):
        """Approval stands ready where nothing warns; where something does, somebody says it themselves. `sent`: the answers were sent."""
        answerable = [each for each in self.decisions if sent or self._is_answerable(each)]
        fields = {name: field for decision in answerable for name, field in _fields(decision.id, decision.number)}
        known = {} if sent else {name: value for decision in answerable for name, value in self._known(decision).items()}
        return type("Answers", (SeveralForm,), {**fields, "answerable": answerable})(**known)

    def _is_answerable(self, decision):
        return not decision.looks_apart and DecisionStep.APPROVE in decision.offered_to(self.user)

    def _known(self, decision):
        step = "" if decision.warnings(self.user) else DecisionStep.APPROVE
        return {f"step_{decision.id}": step, f"seen_{decision.id}": decision.version, f"looked_{decision.id}": decision.looked}

    def rows(self, form):
        """[Row] of the page."""
        return [Row(each, each.warnings(self.user), *self._shown(form, each)) for each in self.decisions]

    def _shown(self, form, decision):
        """The fields of one answer; what was typed is shown even where nothing can be answered any more."""
        fields = form.fields_of(decision) if decision in form.answerable else ()
        return fields if fields and (self._is_answerable(decision) or fields[1].data) else ()

    def note_reading(self):
        """That all of them were looked at is on the trail."""
        with db.unit(), audit.gathered():
            for decision in self.decisions:
                audit.record(Event.READ, decision, by=self.user)

    def decide(self, form):
        """[Outcome] of each answer; one that is refused leaves the others as they are decided."""
        changed = {decision.id: hindrances(decision.check_looked, step, looked)
                   for decision, step, _reason, _seen, looked in form.answered if decision.is_open}
        return [self._turned_down(decision, step, reason, *changed[decision.id]) if changed.get(decision.id)
                else self._one(decision, step, reason, seen) for decision, step, reason, seen, _looked in form.answered]

    def _one(self, decision, step, reason, seen):
        """Decide one in a unit of work of its own."""
        try:
            decision.decide(step, by=self.user, seen=seen, reason=reason or "")
            db.settle()
        except (Refused, Stale) as error:
            db.abandon()
            why = sentence(error) if isinstance(error, Refused) else label(approval.Why.ALREADY_DECIDED)
            return self._turned_down(decision, step, reason, str(why))
        return Outcome(decision, step, reason)

    def _turned_down(self, decision, step, reason, why):
        audit.note(Event.REFUSED, decision, by=self.user, step=step)
        db.settle()
        return Outcome(Decision.seen_by(self.user, decision.id) or decision, step, reason, why)


def _fields(id, number):
    answer, note = gettext("Jawaban untuk %(number)s", number=number), gettext("Catatan untuk %(number)s", number=number)
    return [(f"step_{id}", VerdictField(answer)), (f"reason_{id}", TextAreaField(note)),
            (f"seen_{id}", HiddenField(filters=[version])), (f"looked_{id}", HiddenField(filters=[lambda value: value or ""]))]
