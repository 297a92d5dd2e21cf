"""When a school counts as planned beside a training: it stands in the plan, or was asked to take the child and has not said no (our own)."""
from portal.rules.decile import Programme
from portal.rules.referral import AnswerState, PaperState
from portal.rules.service import ServiceState, Spm

DECIDED = (ServiceState.PLANNED, ServiceState.DELIVERED)
ASKED = (PaperState.SUBMITTED, PaperState.APPROVED, PaperState.ISSUED)
IN_VAIN = (AnswerState.DECLINED, AnswerState.SILENT, AnswerState.CAME_BACK)


def is_planned(state, spm, programme):
    """Whether a service of this kind and state is a school in the plan; a need that nobody has planned for is none."""
    return state in DECIDED and (spm == Spm.SPM10 or programme == Programme.SEKOLAH_RAKYAT)
