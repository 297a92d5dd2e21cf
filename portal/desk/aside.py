"""What stands beside the tasks: the cases opened last, and how punctual the office has been this month; never one person's own figures."""
from portal.casefile.recent import Recent
from portal.rules.timeliness import share

# Later features tell more: functions(user) -> [(Clock, how many in time, of how many)] of the cases begun this month that they may know of.
TIMELINESS = []


def recents(user):
    """[(case, how it is called for this person)] of the cases opened last that they still see."""
    return [(case, case.name_for(user)) for case in Recent.of(user)]


def timeliness(user):
    """[(Clock, whole percent or None, of how many)] as the first that tells it has it; empty where nobody does."""
    told = next((tell(user) for tell in TIMELINESS), [])
    return [(step, share(kept, of), of) for step, kept, of in told]
