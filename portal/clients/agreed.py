"""What stands of a client's consents in words: for those who work with them, and for papers that leave the office without a name."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.labels import label
from portal.phrases import day
from portal.rules.consent import ConsentState, Voice
from portal.rules.referral import ConsentBasis

LAW = {ConsentBasis.VITAL_INTEREST: _("UU 27/2022 Pasal 20 ayat (2) huruf d"), ConsentBasis.PUBLIC_TASK: _("UU 27/2022 Pasal 20 ayat (2) huruf e")}


def consent_line(client, kind, institution=None):
    """The basis that a paper names after "Dasar: "; says so too when there is none. It names nobody and tells no story."""
    return line(client.consent(kind, institution))


def agreements(client):
    """What the client's page says: what stands for each purpose, and every answer on record, the latest first."""
    answers = client.answers()
    return {"purposes": [(each, line(each.stand, names=True)) for each in client.standing_consents(answers)],
            "consents": [(each.record, said(each.record), each.harmful) for each in reversed(answers)]}


def line(stand, names=False):
    """What a Stand rests on, in one line; `names`: with who answered and who decided."""
    if stand.state == ConsentState.MISSING:
        return missing(stand)
    consent = stand.last.record
    if stand.state == ConsentState.WITHDRAWN:
        return withdrawn(consent, names)
    return said(consent, names)


def missing(stand):
    """Whose consent is still to be asked for."""
    return gettext("perlu persetujuan klien sendiri") if stand.needed == Voice.CLIENT else gettext("perlu persetujuan orang tua atau wali")


def said(consent, names=True):
    """One record in one line: the answer or basis, by whom, when, how; of a legal basis the article. `names`: with people and reasons."""
    who = [consent.given_by] if names and consent.given_by else []
    how = [str(label(consent.manner)).lower()] if consent.manner else []
    if consent.is_legal:
        why = [str(label(consent.instead)).lower()] if names and consent.instead else []
        who = [gettext("diputuskan %(name)s", name=consent.decided_by.name)] if names and consent.decided_by else []
        return ", ".join([legal(consent.basis), *why, *who, day(consent.given_on)])
    return ", ".join([str(label(consent.basis)), *who, day(consent.given_on), *how])


def legal(basis):
    """A legal basis with its article."""
    return f"{label(basis)} ({LAW[basis]})"


def withdrawn(consent, names=True):
    """That a record was taken back: when, and by whom."""
    by = f", {consent.withdrawn_by}" if names and consent.withdrawn_by else ""
    return gettext("%(what)s, dicabut %(day)s%(by)s", what=label(consent.basis), day=day(consent.withdrawn_on), by=by)
