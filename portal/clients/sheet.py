"""What the page of one client shows: to those who see it whole, and to those who see its outline."""
from portal.accounts.models import User
from portal.clients import places
from portal.clients.agreed import agreements
from portal.clients.dtsen import DtsenCheck
from portal.clients.family import circle_of, siblings_of
from portal.clients.merging import Merge
from portal.clients.models import Alias
from portal.office.openings import grouped, openings


def sheet(client, user, revealed=False):
    """Everything that is known; `revealed`: numbers and addresses in full, this once."""
    checks = list(client.dtsen_checks.select(DtsenCheck, User).join(User).order_by(DtsenCheck.checked_on.desc(), DtsenCheck.id.desc()))
    latest = max((check for check in checks if check.is_kept), key=DtsenCheck.weight, default=None)
    return {
        "client": client, "revealed": revealed, "where": places.where(client), "lead": client.care_team.lead,
        "aliases": list(client.aliases.order_by(Alias.id)), "family": circle_of(client, user), "siblings": siblings_of(client, user),
        **agreements(client),
        "checks": checks, "check": latest, "programmes": programmes(latest),
        "same_nik": client.same_nik(user), "cases": list(client.cases.order_by(-client.cases.model.id)),
        "reports": client.APPEARS["reports"](client, user), "merges": Merge.history(client),
    }


def outline(client):
    """What every officer may know of a client of others."""
    return {"client": client, "lead": client.care_team.lead, "where": places.names().get(client.district, ""),
            "cases": list(client.cases.order_by(-client.cases.model.id))}


def programmes(check):
    """[Opening] of the ministry's programmes after a check (None: nobody has looked), by the rules in force today; of no case."""
    return grouped(openings(check))
