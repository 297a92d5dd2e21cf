"""What a directory starts from: for each kind that the office has none of yet, the usual institution of its regency, for somebody to look at."""
from flask_babel import force_locale

from portal.db import db
from portal.labels import label
from portal.labels.institutions import custom
from portal.office.models import Office
from portal.office.regions import provinces
from portal.referrals.institutions import Institution
from portal.rules.institution_kinds import KINDS, called, usual
from portal.rules.referral import InstitutionKind


def missing():
    """The usual kinds that the directory has none of, in their order."""
    known = {row.kind for row in Institution.select(Institution.kind).distinct()}
    return [kind for kind in KINDS if kind not in known]


def fill(*, by):
    """Write down the usual institution of each kind that is missing; asked twice it adds nothing."""
    db.lock()
    with force_locale("id"):
        return [Institution.begin(by=by, unchecked=True, **usual_of(kind)).reindex() for kind in missing()]


def usual_of(kind):
    """What is usual for a kind in this regency: {column: value}; papers and letters speak Indonesian."""
    office, pattern = Office.current(), usual(kind)
    name, head = called(kind, regency=office.regency, province=provinces().get(office.region[:2], ""))
    return {"kind": kind, "name": name, "head": head, "papers": "\n".join(str(label(paper)) for paper in pattern.papers),
            "services": custom(kind), "ministry": pattern.ministry, "night": pattern.night}


def advised(kind):
    """What may be filled in for one more institution of a kind, which has its own name."""
    told = {} if kind == InstitutionKind.OTHER else usual_of(kind)
    return {name: value for name, value in told.items() if name in ("papers", "services", "ministry", "night")}


@Office.FOUNDED.append
def begin(by):
    """A new office does not start with an empty directory."""
    fill(by=by)
