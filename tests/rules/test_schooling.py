"""When a school counts as planned."""
import pytest

from portal.rules.decile import Programme
from portal.rules.schooling import is_planned
from portal.rules.service import ServiceState, Spm


@pytest.mark.parametrize("state, spm, programme, expected", [
    (ServiceState.PLANNED, Spm.SPM10, None, True), (ServiceState.DELIVERED, Spm.SPM10, None, True), (ServiceState.NEEDED, Spm.SPM10, None, False),
    (ServiceState.PLANNED, None, Programme.SEKOLAH_RAKYAT, True), (ServiceState.NEEDED, None, Programme.SEKOLAH_RAKYAT, False),
    (ServiceState.PLANNED, Spm.SPM09, None, False), (ServiceState.PLANNED, None, Programme.PBI_JK, False), (ServiceState.PLANNED, None, None, False),
])
def test_a_school_in_the_plan(state, spm, programme, expected):
    assert is_planned(state, spm, programme) is expected


def test_a_service_that_was_cancelled_is_no_school():
    assert {state for state in ServiceState if is_planned(state, Spm.SPM10, None)} == {ServiceState.PLANNED, ServiceState.DELIVERED}
