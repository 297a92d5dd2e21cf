"""What was done to a record with a life, and by whom."""
from portal.accounts.models import User
from portal.records import Transition


def moves_of(record):
    """Its Transitions, oldest first, each with `.person` who took the step and `.state`, the member that it led to."""
    rows = list(Transition.of(record).select_extend(User.name).join(User, on=Transition.by == User.id, attr="person"))
    states = {str(state): state for column in record.LIVES for state in record._meta.fields[column].enum}
    for row in rows:
        row.state = states[row.after]
    return rows
