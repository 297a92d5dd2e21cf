"""Answers suggest services, partners and advice, which the officer ticks or dismisses; nothing follows by itself."""
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from portal.rules.decile import OPEN_TO, Programme
from portal.rules.service import Spm


class Partner(StrEnum):
    UPTD_PPA = "uptd_ppa"
    POLICE = "police"
    HOSPITAL = "hospital"
    MENTAL_HOSPITAL = "mental_hospital"
    CLINIC = "clinic"
    PSYCHOLOGIST = "psychologist"
    NARCOTICS_AGENCY = "narcotics_agency"
    SHELTER = "shelter"
    CARE_HOME = "care_home"
    SENTRA = "sentra"
    BAZNAS = "baznas"
    EDUCATION = "education"
    CIVIL_REGISTRY = "civil_registry"
    BAPAS = "bapas"
    LEGAL_AID = "legal_aid"
    HOME_OFFICE = "home_office"


class Advice(StrEnum):
    AT_ONCE = "at_once"
    RESTRICT = "restrict"
    KIN_FIRST = "kin_first"
    REUNIFY_WHEN_FOUND = "reunify_when_found"
    NO_REUNIFICATION = "no_reunification"
    PROPOSE_AID = "propose_aid"
    PROPOSE_LISTING = "propose_listing"
    SEKOLAH_RAKYAT = "sekolah_rakyat"
    PARENTS_STATEMENT = "parents_statement"
    TRAINING = "training"
    SPECIAL_REGISTRATION = "special_registration"
    PBI_JK = "pbi_jk"
    LOCAL_INSURANCE = "local_insurance"
    REACTIVATE = "reactivate"
    SOCIAL_WORKER_AT_TRIAL = "social_worker_at_trial"
    BRING_HOME = "bring_home"


@dataclass(frozen=True)
class Facts:
    """What the rules look at: `answers` {item id: value or None}, `age` and `decile` or None, where the client is from.

    `open_to` {Programme: deciles}: the rules of the ministry's programmes in force.
    """
    answers: dict
    age: int | None = None
    decile: int | None = None
    from_elsewhere: bool = False
    open_to: dict = field(default_factory=lambda: OPEN_TO)

    def within(self, *programmes):
        """Whether the decile is known, and one that any of these programmes is open to."""
        return any(self.decile in self.open_to[each] for each in programmes)


@dataclass(frozen=True)
class Suggestion:
    """What some answers suggest; `items` are the ids of the answers it rests on."""
    items: tuple[str, ...]
    services: tuple[Spm, ...]
    partners: tuple[Partner, ...]
    advice: tuple[Advice, ...]


@dataclass(frozen=True)
class Row:
    """One line of the table: any of `when` (item, lowest, highest value) and, if given, `also` of the Facts."""
    when: tuple[tuple[str, int, int], ...]
    services: tuple[Spm, ...] = ()
    partners: tuple[Partner, ...] = ()
    advice: tuple[Advice, ...] = ()
    also: Callable[[Facts], bool] | None = None


def _age(low, high=200):
    return lambda facts: facts.age is not None and low <= facts.age <= high


_P, _A = Partner, Advice
TABLE = (
    Row((("A2", 3, 3), ("A3", 2, 3), ("A4", 2, 3), ("H2", 3, 3)), (Spm.SPM02,), (_P.UPTD_PPA, _P.POLICE, _P.HOSPITAL),
        (_A.AT_ONCE, _A.RESTRICT)),
    Row((("B1", 2, 2),), (Spm.SPM06,), (_P.CLINIC,)),
    Row((("B1", 3, 3),), (Spm.SPM06,), (_P.HOSPITAL,), (_A.AT_ONCE,)),
    Row((("B2", 2, 3),), (Spm.SPM03,), (_P.CLINIC,)),
    Row((("B3", 2, 3),), (Spm.SPM05,), (_P.SENTRA,)),
    Row((("C1", 3, 3),), (), (_P.HOSPITAL, _P.MENTAL_HOSPITAL), (_A.AT_ONCE,)),
    Row((("C1", 2, 2),), (Spm.SPM07,), (_P.PSYCHOLOGIST,)),
    Row((("C2", 2, 3),), (), (_P.CLINIC, _P.NARCOTICS_AGENCY)),
    Row((("D2", 3, 3), ("E1", 3, 3)), (Spm.SPM02, Spm.SPM11), (_P.SHELTER, _P.CARE_HOME, _P.SENTRA), (_A.KIN_FIRST,)),
    Row((("E2", 2, 3),), (Spm.SPM11,)),
    Row((("E2", 2, 3),), (Spm.SPM12,), (), (_A.REUNIFY_WHEN_FOUND,), lambda facts: facts.answers.get("E3") in (0, 1)),
    Row((("E3", 2, 3),), (), (_P.UPTD_PPA,), (_A.NO_REUNIFICATION,)),
    Row((("F1", 2, 3),), (), (_P.BAZNAS,), (_A.PROPOSE_AID,), lambda facts: facts.within(Programme.PKH, Programme.SEMBAKO)),
    Row((("F1", 2, 3),), (), (_P.BAZNAS,), (_A.PROPOSE_LISTING,), lambda facts: not facts.decile),
    Row((("G1", 2, 3),), (Spm.SPM10,), (_P.EDUCATION,), (), _age(7, 18)),
    Row((("G1", 2, 3),), (), (), (_A.SEKOLAH_RAKYAT,),
        lambda facts: _age(7, 18)(facts) and facts.within(Programme.SEKOLAH_RAKYAT)),
    Row((("H2", 2, 2),), (Spm.SPM08,), (), (_A.PARENTS_STATEMENT,)),
    Row((("G1", 2, 3),), (), (), (_A.TRAINING,), _age(15)),
    Row((("I1", 1, 3),), (Spm.SPM09,), (_P.CIVIL_REGISTRY,)),
    Row((("I1", 3, 3),), (), (_P.CIVIL_REGISTRY,), (_A.SPECIAL_REGISTRATION,)),
    Row((("I2", 2, 3),), (), (), (_A.PBI_JK,), lambda facts: facts.within(Programme.PBI_JK)),
    Row((("I2", 2, 3),), (), (), (_A.LOCAL_INSURANCE,), lambda facts: not facts.within(Programme.PBI_JK)),
    Row((("I2", 2, 2),), (), (), (_A.REACTIVATE,), lambda facts: (facts.answers.get("B1") or 0) >= 2),
    Row((("J1", 3, 3),), (), (_P.BAPAS,), (_A.SOCIAL_WORKER_AT_TRIAL,)),
    Row((("J1", 2, 2),), (), (_P.UPTD_PPA, _P.LEGAL_AID)),
)


def suggest(facts):
    """The Suggestions for these Facts, in the order of the form, the origin last; an answer not known suggests nothing."""
    found = []
    for row in TABLE:
        items = tuple(item for item, low, high in row.when if low <= _value(facts, item) <= high)
        if items and (row.also is None or row.also(facts)):
            found.append(Suggestion(items, row.services, row.partners, row.advice))
    if facts.from_elsewhere:
        found.append(Suggestion((), (), (Partner.HOME_OFFICE,), (Advice.BRING_HOME,)))
    return found


def services(suggestions):
    """The basic services that these suggestions name, each once, in the order of their codes."""
    return sorted({service for suggestion in suggestions for service in suggestion.services})


def unreasoned(suggested, needs, dismissals):
    """Which suggested services are dismissed without saying why; `needs` {service: needed}, `dismissals` {service: reason}."""
    return [spm for spm in suggested if needs.get(spm) is False and not dismissals.get(spm, "").strip()]


def rest(suggested, needs):
    """{service: False} of what nobody decided and no answer suggests; to dismiss what is suggested takes a reason of its own."""
    return {str(spm): False for spm in Spm if spm not in needs and spm not in suggested}


def _value(facts, item):
    value = facts.answers.get(item)
    return -1 if value is None else value
