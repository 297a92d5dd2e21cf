"""What the page of one look into DT-SEN shows: the result, which card was asked about, and what stood there before it was put right."""
from datetime import date
from types import SimpleNamespace

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.accounts.models import User
from portal.clients.dtsen import said_decile, said_source
from portal.labels import label
from portal.phrases import day
from portal.records import Revision, Transition
from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_check import CheckStep
from portal.rules.nik import mask

SAYS = {
    "status": (_("Hasil"), lambda value: label(DtsenStatus(value))),
    "decile": (_("Desil"), said_decile),
    "checked_on": (_("Dicek pada"), lambda value: day(date.fromisoformat(value))),
    "source": (_("Dicek di"), said_source),
    "family_card": (_("Kartu keluarga yang dicek"), lambda value: mask(value) if value else ""),
    "note": (_("Catatan bukti"), str),
}


def sheet(check, revealed=False):
    """Everything about one check; `revealed`: the family card in full, this once."""
    return {"check": check, "client": check.client, "revealed": revealed, "card_words": card_words(check), "corrections": corrections(check),
            "cancelled": Transition.of(check).where(Transition.step == CheckStep.CANCEL).first()}


def card_words(check):
    """Whether the card that was asked about is the client's own."""
    if not check.family_card or not check.client.family_card:
        return ""
    same = check.family_card == check.client.family_card
    return gettext("sama dengan kartu keluarga klien") if same else gettext("berbeda dari kartu keluarga klien")


def corrections(check):
    """[.at, .by, .said: [(term, what stood there)]] of each time the check was put right, the latest first."""
    mine = Revision.subject == check._meta.table_name, Revision.subject_id == check.id
    rows = list(Revision.select().where(*mine).order_by(Revision.version.desc()))
    names = {user.id: user.name for user in User.select(User.id, User.name).where(User.id.in_({row.by for row in rows}))}
    return [SimpleNamespace(at=row.at, by=names[row.by], said=told) for row in rows if (told := said(row.values))]


def said(values):
    """[(term, words)] of the columns that a revision replaced; the state has a line of its own."""
    return [(term, words(values[name]) or gettext("kosong")) for name, (term, words) in SAYS.items() if name in values]
