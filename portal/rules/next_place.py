"""After a no, a silence or a return the next place is one of the same kind, else one whose kind can stand in for it."""
from portal.rules.referral import InstitutionKind as Kind

# Who may take what the first could not (our proposal, from the uses in domain 5.1); the nearest first. Places of the same kind come before these.
STANDS_IN = {
    Kind.MENTAL_HOSPITAL: (Kind.HOSPITAL, Kind.HEALTH_CENTRE),
    Kind.HOSPITAL: (Kind.HEALTH_CENTRE, Kind.MENTAL_HOSPITAL),
    Kind.HEALTH_CENTRE: (Kind.HOSPITAL,),
    Kind.HEALTH_INSURANCE: (Kind.ALMS_FUND,),
    Kind.CHILD_HOME: (Kind.PROVINCIAL_HOME, Kind.SENTRA),
    Kind.PROVINCIAL_HOME: (Kind.SENTRA, Kind.CHILD_HOME),
    Kind.SENTRA: (Kind.PROVINCIAL_HOME, Kind.CHILD_HOME),
    Kind.PROTECTION_UNIT: (Kind.SENTRA, Kind.LEGAL_AID),
    Kind.POLICE: (Kind.PROTECTION_UNIT, Kind.LEGAL_AID),
    Kind.JUVENILE_HOME: (Kind.SENTRA, Kind.PROVINCIAL_HOME),
    Kind.EDUCATION_OFFICE: (Kind.LEARNING_CENTRE,),
    Kind.LEARNING_CENTRE: (Kind.EDUCATION_OFFICE, Kind.PEOPLES_SCHOOL),
    Kind.PEOPLES_SCHOOL: (Kind.EDUCATION_OFFICE, Kind.LEARNING_CENTRE),
    Kind.MANPOWER_OFFICE: (Kind.TRAINING_CENTRE,),
    Kind.TRAINING_CENTRE: (Kind.MANPOWER_OFFICE, Kind.LEARNING_CENTRE),
    Kind.DRUG_REHABILITATION: (Kind.HOSPITAL, Kind.SENTRA),
}


def proposed(places, kind, tried):
    """Of these (with `id` and `kind`), in their order, those that may take over from a place of this kind; `tried` are ids asked before."""
    kinds = (kind, *STANDS_IN.get(kind, ()))
    left = [place for place in places if place.kind in kinds and place.id not in tried]
    return sorted(left, key=lambda place: kinds.index(place.kind))
