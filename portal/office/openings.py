"""Whether the ministry's programmes are open to somebody, each answer with the sentence that says by which rule."""
from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.labels import label
from portal.office.programmes import in_force
from portal.phrases import day
from portal.rules.decile import Because, DtsenStatus, Eligibility, Programme, Verdict, eligibility
from portal.rules.programme_rule import is_ranked, spans

SHUT = _("%(standing)s: %(names)s tertutup, kecuali pertimbangan khusus disetujui manajer; aturannya %(rule)s (%(source)s, berlaku sejak %(day)s).")
SAID = {
    Because.IN_DECILE: _("%(standing)s: terbuka untuk %(names)s, karena aturannya %(rule)s (%(source)s, berlaku sejak %(day)s)."),
    Because.CONSIDERED: _("%(standing)s: terbuka untuk %(names)s, karena pertimbangan khusus disetujui manajer; aturannya %(rule)s "
                          "(%(source)s, berlaku sejak %(day)s)."),
    Because.NEVER_CHECKED: _("%(standing)s: %(names)s belum dapat ditentukan; aturannya %(rule)s (%(source)s, berlaku sejak %(day)s)."),
}


@dataclass(frozen=True)
class Opening:
    """One answer for one or more programmes of one rule; `rule` is None for what asks no decile."""

    programmes: tuple
    rule: object
    status: DtsenStatus
    decile: int | None
    eligibility: Eligibility

    @property
    def verdict(self):
        return self.eligibility.verdict

    @property
    def because(self):
        return self.eligibility.because

    @property
    def is_open(self):
        return self.verdict == Verdict.ELIGIBLE

    @property
    def names(self):
        """PKH dan Sembako."""
        return _joined([str(label(each)) for each in self.programmes])

    @property
    def rule_words(self):
        """desil 1–5 atau hasil asesmen: what is asked, before anybody looked."""
        return rule_words(self.rule)

    @property
    def sentence(self):
        """The decile rule in one sentence with its source line, in the reader's language."""
        if self.rule is None:
            return str(label(Because.BASIC_SERVICE))
        return str(SAID.get(self.because, SHUT)) % {
            "standing": standing(self.status, self.decile), "names": self.names, "rule": rule_words(self.rule), "source": self.rule.source,
            "day": day(self.rule.valid_from)}


def standing(status, decile):
    """How DT-SEN has somebody: Desil 3, or why there is none."""
    if status == DtsenStatus.LISTED:
        return gettext("Desil %(decile)s", decile=decile) if is_ranked(decile) else gettext("Belum diperingkat (desil 0)")
    return {
        DtsenStatus.NOT_CHECKED: gettext("DT-SEN belum dicek"), DtsenStatus.NOT_LISTED: gettext("Tidak terdaftar di DT-SEN"),
        DtsenStatus.NIK_MISMATCH: gettext("NIK tidak padan dengan DT-SEN"), DtsenStatus.NO_NIK: gettext("Belum ada NIK"),
    }[status]


def rule_words(rule):
    """desil 1–5 atau hasil asesmen."""
    ranks = spans(rule.deciles)
    return gettext("desil %(ranks)s atau hasil asesmen", ranks=ranks) if rule.or_assessed else gettext("desil %(ranks)s", ranks=ranks)


def _joined(names):
    return names[0] if len(names) == 1 else gettext("%(names)s dan %(last)s", names=", ".join(names[:-1]), last=names[-1])


def openings(check, approved=frozenset(), programmes=tuple(Programme), on=None):
    """[Opening] of each programme after a DT-SEN check (None: nobody has looked), by the rules of a local day (default today).

    `approved` are the programmes that a special consideration has opened; a programme None asks no decile.
    """
    rules = in_force(on)
    status, decile = (check.status, check.decile) if check else (DtsenStatus.NOT_CHECKED, None)
    open_to = {programme: frozenset(rule.deciles) for programme, rule in rules.items()}
    return [Opening((each,), rules.get(each), status, decile, eligibility(each, status, decile, each in approved, open_to)) for each in programmes]


def grouped(found):
    """The same with one Opening for all programmes of one answer and one rule."""
    groups = {}
    for each in found:
        rule = each.rule
        groups.setdefault((each.eligibility, tuple(rule.deciles), rule.or_assessed, rule.source, rule.valid_from), []).append(each)
    return [Opening(tuple(one.programmes[0] for one in ones), ones[0].rule, ones[0].status, ones[0].decile, ones[0].eligibility)
            for ones in groups.values()]
