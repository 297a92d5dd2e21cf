"""The words for every enum member: one file per circle of rules, merged here, asked through `label`.

Each file holds `WORDS = {Enum: {member: words}}`. It is grouped by enum because two StrEnum members with one value are
equal and would overwrite each other in a flat table (a cancelled report, a cancelled letter).
"""
from portal.labels import (
    aftercare,
    assessment,
    attendance,
    casework,
    clients,
    clocks,
    conference,
    consent,
    correspondence,
    delegations,
    desk,
    drafts,
    dtsen,
    family,
    figures,
    imports,
    institutions,
    interview,
    letters,
    merging,
    opening,
    outreach,
    paper,
    people,
    programmes,
    referral_due,
    review,
    roles,
    sharing,
    suggestions,
    telling,
    timeliness,
    training,
    training_due,
    training_fit,
    training_papers,
    work,
)

MODULES = (people, clients, family, assessment, attendance, clocks, work, outreach, training, training_due, training_fit, training_papers, paper,
           roles, casework, drafts, merging, sharing, imports, dtsen, conference, consent, review, programmes, interview, suggestions, letters,
           institutions, referral_due, telling, delegations, correspondence, aftercare, figures, timeliness, opening, desk)


def merged(modules):
    """One table {Enum: {member: words}}; TypeError where a key is not an enum class, ValueError where two files hold one enum."""
    words = {}
    for module in modules:
        for enum, table in module.WORDS.items():
            if not isinstance(enum, type):
                raise TypeError(f"{module.__name__}: WORDS is {{Enum: {{member: words}}}}, not {enum!r}")
            if enum in words:
                raise ValueError(f"{module.__name__}: the words for {enum.__name__} are already elsewhere")
            words[enum] = table
    return words


WORDS = merged(MODULES)


def label(member):
    """The words for one enum member, in the reader's language; KeyError when nobody wrote them."""
    return WORDS[type(member)][member]


def sentence(refused):
    """Why a rule said no, as a whole sentence in the reader's language."""
    told = {name: str(label(value)) if type(value) in WORDS else value for name, value in refused.detail.items()}
    return str(label(refused.why)) % told
