"""What the page of one client shows: to those who see it whole, and to those who see its outline."""
from portal.accounts.models import User
from portal.accounts.teams import CareTeam
from portal.clients import places
from portal.clients.dtsen import DtsenCheck
from portal.clients.merging import Merge
from portal.clients.models import Alias, Client, Consent, Relation
from portal.labels import label
from portal.rules.client import ClientState
from portal.rules.decile import DtsenSource, DtsenStatus, Programme, eligibility


def sheet(client, user, revealed=False):
    """Everything that is known; `revealed`: numbers and addresses in full, this once."""
    checks = list(client.dtsen_checks.select(DtsenCheck, User).join(User).order_by(DtsenCheck.checked_on.desc(), DtsenCheck.id.desc()))
    latest = checks[0] if checks else None
    return {
        "client": client, "revealed": revealed, "where": places.where(client), "lead": client.care_team.lead,
        "aliases": list(client.aliases.order_by(Alias.id)), "relations": client.circle(), "named_by": named_by(client, user),
        "consents": list(client.consents.order_by(Consent.given_on.desc(), Consent.id.desc())),
        "checks": checks, "check": latest, "source": source_words(latest.source) if latest else "", "programmes": programmes(latest),
        "same_nik": client.same_nik(user), "cases": list(client.cases.order_by(-client.cases.model.id)),
        "reports": client.APPEARS["reports"](client, user), "merges": Merge.history(client),
    }


def named_by(client, user):
    """Relations of other clients that point to this one, as far as those clients exist for this person."""
    visible = Client.visible_to(user).select(Client.id)
    return list(Relation.select(Relation, Client, CareTeam).join(Client, on=Relation.client).join(CareTeam)
                .where(Relation.other == client, Relation.client.in_(visible), Client.state != ClientState.MERGED).order_by(Relation.id))


def outline(client):
    """What every officer may know of a client of others."""
    return {"client": client, "lead": client.care_team.lead, "where": places.names().get(client.district, ""),
            "cases": list(client.cases.order_by(-client.cases.model.id))}


def source_words(source):
    """Where DT-SEN was looked up, in words; another place as it was written."""
    return label(DtsenSource(source)) if source in set(DtsenSource) else source


def programmes(check):
    """[(Programme, Eligibility)] of the ministry's programmes after a check, None when nobody has looked."""
    status, decile = (check.status, check.decile) if check else (DtsenStatus.NOT_CHECKED, None)
    return [(programme, eligibility(programme, status, decile, consideration_approved=False)) for programme in Programme]
