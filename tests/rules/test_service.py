"""The life of a service, and what can be wrong with one."""
from datetime import date

import pytest

from portal.rules.life import WhyNot
from portal.rules.refused import Refused
from portal.rules.service import MAX_RUPIAH, SUBACTIVITY, UNVERIFIED, Spm, Unit, Why, after, check, check_kind
from portal.rules.service import ServiceState as State
from portal.rules.service import ServiceStep as Step


@pytest.mark.parametrize("state, step, reason, expected", [
    (State.NEEDED, Step.PLAN, "", State.PLANNED),
    (State.NEEDED, Step.DELIVER, "", State.DELIVERED),
    (State.PLANNED, Step.DELIVER, "", State.DELIVERED),
    (State.PLANNED, Step.FIND_UNNEEDED, "sudah punya", State.NOT_NEEDED),
    (State.NEEDED, Step.DECLINE, "tidak mau", State.DECLINED),
    (State.DELIVERED, Step.CANCEL, "salah catat", State.CANCELLED),
    (State.NEEDED, Step.FIND_UNNEEDED, "", Why.REASON_NEEDED),
    (State.PLANNED, Step.DECLINE, " ", Why.REASON_NEEDED),
    (State.PLANNED, Step.CANCEL, "", Why.REASON_NEEDED),
    (State.DELIVERED, Step.DELIVER, "", WhyNot.NOT_FROM_HERE),
    (State.DELIVERED, Step.DECLINE, "x", WhyNot.NOT_FROM_HERE),
    (State.NOT_NEEDED, Step.PLAN, "", WhyNot.NOT_FROM_HERE),
])
def test_a_move(state, step, reason, expected):
    try:
        outcome = after(state, step, reason=reason)
    except Refused as refused:
        outcome = refused.why
    assert outcome == expected


TODAY, START = date(2026, 3, 30), date(2026, 3, 2)


@pytest.mark.parametrize("spm, quantity, rupiah, on, more, expected", [
    (Spm.SPM04, 1, 0, TODAY, {}, []),
    (Spm.SPM04, None, None, None, {}, []),
    (Spm.SPM04, 0, 0, TODAY, {}, [Why.QUANTITY_OUT_OF_RANGE]),
    (Spm.SPM04, -1, 0, TODAY, {}, [Why.QUANTITY_OUT_OF_RANGE]),
    (Spm.SPM04, 10_001, 0, TODAY, {}, [Why.QUANTITY_OUT_OF_RANGE]),
    (Spm.SPM04, 1, -1, TODAY, {}, [Why.AMOUNT_OUT_OF_RANGE]),
    (Spm.SPM04, 1, MAX_RUPIAH, TODAY, {}, []),
    (Spm.SPM04, 1, MAX_RUPIAH + 1, TODAY, {}, [Why.AMOUNT_OUT_OF_RANGE]),
    (Spm.SPM03, 7, 0, TODAY, {}, []),
    (Spm.SPM03, 8, 0, TODAY, {}, [Why.MEALS_OVER_SEVEN_DAYS]),
    (Spm.SPM03, 8, 0, TODAY, {"unit": Unit.DAY}, [Why.MEALS_OVER_SEVEN_DAYS]),
    (Spm.SPM03, 21, 0, TODAY, {"unit": Unit.PACKAGE}, []),
    (Spm.SPM03, 3, 0, TODAY, {"meal_days_before": 4}, []),
    (Spm.SPM03, 3, 0, TODAY, {"meal_days_before": 5}, [Why.MEALS_OVER_SEVEN_DAYS]),
    (Spm.SPM02, 8, 0, TODAY, {}, []),
    (Spm.SPM02, 1, 0, date(2026, 3, 31), {}, [Why.DELIVERED_IN_FUTURE]),
    (Spm.SPM02, 1, 0, START, {"t0_on": START}, []),
    (Spm.SPM02, 1, 0, date(2026, 3, 1), {"t0_on": START}, [Why.DELIVERED_BEFORE_START]),
    (Spm.SPM02, 0, -5, date(2026, 3, 1), {"t0_on": START},
     [Why.QUANTITY_OUT_OF_RANGE, Why.AMOUNT_OUT_OF_RANGE, Why.DELIVERED_BEFORE_START]),
])
def test_what_is_wrong_with_a_service(spm, quantity, rupiah, on, more, expected):
    assert check(spm, quantity, rupiah, on, today=TODAY, **more) == expected


def test_every_kind_has_its_subactivity_and_doubts_are_marked():
    assert set(SUBACTIVITY) == set(Spm)
    assert [spm for spm, code in SUBACTIVITY.items() if code is None] == [Spm.SPM06]
    assert Spm.SPM03 not in UNVERIFIED and Spm.SPM13 in UNVERIFIED


@pytest.mark.parametrize("spm, programme, refused", [
    (Spm.SPM02, None, False), (None, "atensi", False), (Spm.SPM13, "pkh", False), (None, None, True),
])
def test_a_service_names_its_kind(spm, programme, refused):
    if not refused:
        return check_kind(spm, programme)
    with pytest.raises(Refused) as refusal:
        check_kind(spm, programme)
    assert refusal.value.why is Why.KIND_NEEDED
