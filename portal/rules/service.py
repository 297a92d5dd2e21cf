"""A service is needed, then planned, then delivered or closed with a reason; meals last seven days at most.

The kinds are those of the minimum service standard (Permensos 9/2018); the sub-activity codes come from district
budgets. The codes in UNVERIFIED were inferred from the order of the list, and SPM06 was seen with no code at all.
"""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused


class ServiceState(StrEnum):
    NEEDED = "needed"
    PLANNED = "planned"
    DELIVERED = "delivered"
    NOT_NEEDED = "not_needed"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class ServiceStep(StrEnum):
    PLAN = "plan"
    DELIVER = "deliver"
    FIND_UNNEEDED = "find_unneeded"
    DECLINE = "decline"
    CANCEL = "cancel"


class Spm(StrEnum):
    SPM01 = "SPM01"
    SPM02 = "SPM02"
    SPM03 = "SPM03"
    SPM04 = "SPM04"
    SPM05 = "SPM05"
    SPM06 = "SPM06"
    SPM07 = "SPM07"
    SPM08 = "SPM08"
    SPM09 = "SPM09"
    SPM10 = "SPM10"
    SPM11 = "SPM11"
    SPM12 = "SPM12"
    SPM13 = "SPM13"


class FundSource(StrEnum):
    APBD = "apbd"
    APBN = "apbn"
    BAZNAS = "baznas"
    CSR = "csr"
    COMMUNITY = "community"
    OTHER = "other"


class Unit(StrEnum):
    DAY = "day"
    TIME = "time"
    PACKAGE = "package"
    PIECE = "piece"
    PERSON = "person"
    DOCUMENT = "document"
    MONTH = "month"


class Why(StrEnum):
    KIND_NEEDED = "kind_needed"
    REASON_NEEDED = "reason_needed"
    QUANTITY_OUT_OF_RANGE = "quantity_out_of_range"
    AMOUNT_OUT_OF_RANGE = "amount_out_of_range"
    MEALS_OVER_SEVEN_DAYS = "meals_over_seven_days"
    DELIVERED_IN_FUTURE = "delivered_in_future"
    DELIVERED_BEFORE_START = "delivered_before_start"
    NOT_GIVEN = "not_given"
    NOTHING_CHOSEN = "nothing_chosen"
    WAITS_ALREADY = "waits_already"


SUBACTIVITY = {
    Spm.SPM01: "1.06.04.2.01.0009",
    Spm.SPM02: "1.06.04.2.01.0010",
    Spm.SPM03: "1.06.04.2.01.0001",
    Spm.SPM04: "1.06.04.2.01.0002",
    Spm.SPM05: "1.06.04.2.01.0003",
    Spm.SPM06: None,
    Spm.SPM07: "1.06.04.2.01.0005",
    Spm.SPM08: "1.06.04.2.01.0006",
    Spm.SPM09: "1.06.04.2.01.0007",
    Spm.SPM10: "1.06.04.2.01.0008",
    Spm.SPM11: "1.06.04.2.01.0011",
    Spm.SPM12: "1.06.04.2.01.0004",
    Spm.SPM13: "1.06.04.2.01.0012",
}
UNVERIFIED = frozenset({Spm.SPM02, Spm.SPM04, Spm.SPM09, Spm.SPM10, Spm.SPM11, Spm.SPM12, Spm.SPM13})

MEAL_DAYS = 7
MAX_QUANTITY = 10_000
MAX_RUPIAH = 1_000_000_000  # for one service to one client: more is a slip of the finger

PENDING = (ServiceState.NEEDED, ServiceState.PLANNED)

LIFE = Life({
    (ServiceState.NEEDED, ServiceStep.PLAN): ServiceState.PLANNED,
    **{(state, ServiceStep.DELIVER): ServiceState.DELIVERED for state in PENDING},
    **{(state, ServiceStep.FIND_UNNEEDED): ServiceState.NOT_NEEDED for state in PENDING},
    **{(state, ServiceStep.DECLINE): ServiceState.DECLINED for state in PENDING},
    **{(state, ServiceStep.CANCEL): ServiceState.CANCELLED for state in (*PENDING, ServiceState.DELIVERED)},
}, reasoned=(ServiceStep.FIND_UNNEEDED, ServiceStep.DECLINE, ServiceStep.CANCEL))


def after(state, step, *, reason=""):
    """The state after `step`; a service that ends undelivered, or was written down wrongly, says why."""
    following = LIFE.after(state, step)
    if step in LIFE.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    return following


def is_settled(state):
    """Whether nothing more is to be done about it."""
    return state not in PENDING


def is_overdue(state, by_when, today):
    """Whether it should have been given by now; `by_when` is the last day for it, or None."""
    return state in PENDING and by_when is not None and by_when < today


def check_kind(spm, programme, care=None):
    """Refused unless it is said which basic service, ministry programme or care away from the parents this is."""
    if spm is None and programme is None and care is None:
        raise Refused(Why.KIND_NEEDED)


def check_needs(chosen, waiting):
    """Refused when nothing is chosen, or something that waits already; both are collections of basic services."""
    if not chosen:
        raise Refused(Why.NOTHING_CHOSEN)
    for spm in chosen:
        if spm in waiting:
            raise Refused(Why.WAITS_ALREADY, service=spm)


def check_again(state):
    """Refused unless it was given: what was never given is planned or given first, and what was written down wrongly is not repeated."""
    if state != ServiceState.DELIVERED:
        raise Refused(Why.NOT_GIVEN)


def check(spm, quantity, rupiah, delivered_on=None, *, today, t0_on=None, unit=None, meal_days_before=0):
    """What is wrong with a service, as a list of Why, empty when nothing is.

    `rupiah` is whole rupiah; quantity and rupiah may be None. Dates are the office's local days. Meals are counted in days
    unless `unit` says otherwise; `meal_days_before` are those of the same case given already.
    """
    found = []
    if quantity is not None and not 1 <= quantity <= MAX_QUANTITY:
        found.append(Why.QUANTITY_OUT_OF_RANGE)
    if rupiah is not None and not 0 <= rupiah <= MAX_RUPIAH:
        found.append(Why.AMOUNT_OUT_OF_RANGE)
    if spm == Spm.SPM03 and unit in (None, Unit.DAY) and (quantity or 0) + meal_days_before > MEAL_DAYS:
        found.append(Why.MEALS_OVER_SEVEN_DAYS)
    return found + _wrong_day(delivered_on, today, t0_on)


def _wrong_day(delivered_on, today, t0_on):
    if delivered_on is None:
        return []
    if delivered_on > today:
        return [Why.DELIVERED_IN_FUTURE]
    if t0_on is not None and delivered_on < t0_on:
        return [Why.DELIVERED_BEFORE_START]
    return []
