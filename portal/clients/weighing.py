"""What a manager weighs of making two records one, and how the one stands now."""
from flask_babel import gettext

from portal.clients import comparing
from portal.clients.apart import NotTwins
from portal.clients.merging import Merge, refusal, told
from portal.decisions.models import Decision
from portal.labels import label
from portal.rules.approval import DecisionKind
from portal.rules.merging import Doubt

RESULT = " → "


def warnings(decision, user):
    """What stands against it, what changed in either, and what speaks for two people; to who sees both whole."""
    merge = Merge.of(decision)
    kept, gone, said = merge.kept, merge.gone, NotTwins.about(merge.kept, merge.gone)
    if not all(client.is_whole_to(user) for client in (kept, gone)):
        return []
    stands = refusal(kept, gone, but=merge)
    changed = [gettext("Berubah sejak diajukan, %(number)s: %(fields)s.", number=number, fields=", ".join(fields))
               for number, fields in merge.changed_since]
    doubts = comparing.doubts(kept, gone, user, said_apart=said is not None)
    return [*([stands] if stands else []), *changed, *(_in_words(doubt, said) for doubt in doubts)]


def _in_words(doubt, said):
    return f"{label(doubt)} {said.reason}" if doubt == Doubt.SAID_APART else str(label(doubt))


def now(decision):
    """Before the merge what would be asked; after it the chosen values as they stand in the record that was kept."""
    merge = Merge.of(decision)
    kept, gone = merge.kept, merge.gone
    if not merge.stands:
        return told(kept, gone, comparing.lines(kept, gone, merge.chosen), merge.reason)
    names = {str(words): name for name, (words, _columns) in comparing.FIELDS.items()}
    return [[term, _result(text, kept, names[term]) if term in names else text] for term, text in decision.snapshot]


def _result(text, kept, name):
    """What was on either side, and what has become of it."""
    return f"{text.rsplit(RESULT, 1)[0]}{RESULT}{comparing.said(kept, name) or '–'}"


def brief(kept, asked):
    return [*kept.in_brief, gettext("dua data menjadi satu")]


Decision.NOW[DecisionKind.CLIENT_MERGE] = now
Decision.WARNINGS[DecisionKind.CLIENT_MERGE] = warnings
Decision.BRIEF[DecisionKind.CLIENT_MERGE] = brief
