"""The form to take along to a visit after a course, blank or for one person: drawn from the fields of the screen, in their order and words."""
from portal.clients.blanks import asked, is_seen, unopened, version
from portal.rules.followup import MONTHS, due_dates
from portal.training.aftercare.followup_forms import FollowUpForm
from portal.training.models import Placement

KIND, CODE = "follow_up", "F-BL"


def kind_of(placement, months):
    """What the copies for one visit are counted under; DoesNotExist when no such visit is due after this course."""
    if months not in placement.follow_up_dates():
        raise Placement.DoesNotExist
    return f"{KIND}_{months}"


def contents(placement=None, months=None):
    """Everything that the paper shows."""
    questions = [asked(field) for field in unopened(FollowUpForm) if is_seen(field)]
    return {"questions": questions, "code": CODE, "version": version(questions), "placement": placement, "months": months,
            "milestones": MONTHS, "due": due_dates(placement.ended_on)[months] if placement else None}
