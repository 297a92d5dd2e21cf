"""What is asked to plan several services at once: a row for each, and above them what holds for every row that does not say otherwise."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FormField, HiddenField, IntegerField, StringField
from wtforms import Form as Rows
from wtforms.validators import Length, NumberRange, ValidationError

from portal import clock
from portal.cases.team import chosen, officers
from portal.fields import ChoiceField, DayField, PickField, RowsField, RupiahField, optional, pairs
from portal.forms import LINE, Form, version
from portal.labels import label, sentence
from portal.rules.decile import Programme
from portal.rules.service import MAX_QUANTITY, FundSource, Spm, Unit, Why
from portal.web import id_of

NEEDS, FEWEST, MORE, MOST = 6, 3, 2, 12  # rows offered at once: more would make a page too heavy for the oldest machines
SHARED = ("goal", "by_when", "who")


def kinds():
    """The basic services and the ministry's programmes, in one list."""
    return pairs([*((spm, f"{spm} {label(spm)}") for spm in Spm), *((each, label(each)) for each in Programme)], _("Pilih layanan"))


class PlanRow(Rows):
    """One service: a need of this case (`service`) that is taken or left, or a new one of some `kind`."""

    class Meta(Form.Meta):
        csrf = False

    service = HiddenField()
    seen = HiddenField(filters=[version])
    take = BooleanField(_("Rencanakan sekarang"))
    kind = PickField(_("Layanan"), [optional()], choices=kinds)
    goal = StringField(_("Tujuan"), [optional(), Length(max=LINE)])
    what = StringField(_("Rincian"), [optional(), Length(max=LINE)])
    by_when = DayField(_("Batas waktu"), [optional()])
    who = PickField(_("Petugas"), [optional()], choices=[])
    quantity = IntegerField(_("Jumlah"), [optional(), NumberRange(1, MAX_QUANTITY)])
    unit = ChoiceField(_("Satuan"), Unit, [optional()])
    rupiah = RupiahField(_("Nilai (Rp)"), [optional()])
    fund = ChoiceField(_("Sumber dana"), FundSource, [optional()])

    @property
    def is_chosen(self):
        """Whether this row is to be planned: a need that was ticked, or a new one that anything was said of."""
        if self.service.data:
            return self.take.data
        return any(field.raw_data and field.raw_data[0] for field in self if field.short_name not in ("service", "seen", "take"))

    def told(self, shared):
        """What the verb takes; `shared` fills what is left empty."""
        told = {name: self[name].data for name in ("goal", "what", "by_when", "who", "quantity", "unit", "rupiah", "fund")}
        told |= {name: told[name] or shared[name] for name in SHARED}
        who = told.pop("who")
        told |= {"goal": told["goal"] or "", "what": told["what"] or "", "owner": chosen(who)}
        kind = self.kind.data
        return told | {"service": id_of(self.service.data or ""), "seen": self.seen.data, "spm": Spm(kind) if kind in set(Spm) else None,
                       "programme": Programme(kind) if kind in set(Programme) else None}


class PlanningForm(Form):
    """The rows, and the goal, day and person that they share."""

    goal = StringField(_("Tujuan bersama"), [optional()])
    by_when = DayField(_("Batas waktu bersama"), [optional()])
    who = PickField(_("Petugas bersama"), [optional()], choices=lambda: pairs(officers(), _("Pilih")))
    rows = RowsField(FormField(PlanRow), max_entries=MOST)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer()

    def _offer(self):
        """The same people for every row, asked once."""
        for row in self.rows:
            row.form.who.choices = self.who.choices

    def add_rows(self):
        """Room for some more."""
        for _row in range(min(MORE, MOST - len(self.rows))):
            self.rows.append_entry()
        self._offer()

    @property
    def is_full(self):
        return len(self.rows) >= MOST

    @property
    def chosen(self):
        return [row.form for row in self.rows if row.form.is_chosen]

    def validate_goal(self, field):
        """A goal that no row takes would be lost without a word."""
        if field.data and self.chosen and all(row.goal.data for row in self.chosen):
            raise ValidationError(gettext("Setiap baris sudah punya tujuan sendiri. Kosongkan yang ini, atau tujuan di baris yang memakainya."))

    def validate_rows(self, field):
        """Each row that is planned has its kind and a day; somebody must have chosen one."""
        for row in self.chosen:
            if not (row.service.data or row.kind.data):
                row.kind.errors = [gettext("Pilih layanannya.")]
            if not (row.by_when.data or self.by_when.data or row.by_when.errors):
                row.by_when.errors = [gettext("Isi batas waktunya, di sini atau untuk semua baris.")]
        if not self.chosen:
            self.form_errors.append(label(Why.NOTHING_CHOSEN))
        if not self.chosen or any(each.errors for row in self.chosen for each in row):
            raise ValidationError(label(Why.NOTHING_CHOSEN))

    def note_refusal(self, refused):
        """What a rule refuses stands beside its row too."""
        super().note_refusal(refused)
        place = getattr(refused, "place", None)
        if place is not None:
            row = self.chosen[place]
            row.what.errors = [sentence(refused)]

    @property
    def values(self):
        shared = {name: self[name].data for name in SHARED}
        return {"rows": [row.told(shared) for row in self.chosen]}


def offered(waiting, copied=()):
    """The rows that the form opens with: the needs nobody has planned, then what a sibling has and this child lacks, then room for more."""
    today, theirs = clock.today(), {service.kind: service for service in copied}
    rows = [_of_need(need, theirs.pop(need.kind, None), today) for need in waiting[:NEEDS]]
    rows += [{"kind": kind, **_like(other, today)} for kind, other in theirs.items()][:MOST - 1 - len(rows)]
    return {"rows": rows + [{} for _row in range(max(1, FEWEST - len(rows)))]}


def _of_need(need, other, today):
    row = {"service": need.id, "seen": need.version, "take": True, "what": need.what, "goal": need.goal}
    return row | _like(other, today) if other else row


def _like(other, today):
    """Goal, details and day of a sibling's service; a day that has passed is not taken over."""
    return {"goal": other.goal, "what": other.what, "by_when": other.by_when if other.by_when and other.by_when >= today else None}
