"""The report form on paper, for where there is no computer: drawn from the fields of the screen, in their order and with their words."""
from wtforms import FieldList

from portal.clients import places
from portal.clients.blanks import asked, is_seen, unopened, version
from portal.reports.forms import ReportForm, TriageForm

CODE = "F-LP"
ROWS = 3
# The order of the screen; a field that it does not name comes after these.
ORDER = ("narrative", "danger", "district", "village", "place", "people", "reporter_name", "reporter_phone", "happened", "channel",
         "ticket", "reporter_relation", "received_at", "restricted", "reporter_secret", "reporter_asked")
# What the ministry's message says of its ticket is known at the desk and nowhere else.
AT_THE_DESK = ReportForm.TICKET


def contents():
    """Everything that the paper shows."""
    form, triage = unopened(ReportForm), unopened(TriageForm)
    places.offer(form)
    flags = [asked(field) for field in triage.questions]
    others = [asked(field) for field in (triage.alone_at_night, triage.information_only)]
    questions = report_questions(form)
    return {"questions": questions, "flags": flags, "others": others, "rows": ROWS, "code": CODE, "version": version(questions, flags, others)}


def report_questions(form):
    """[Asked, or the list of what is asked of each person] in the order of the screen."""
    named = [form[name] for name in ORDER if name in form]
    rest = [field for field in form if field not in named and field.name not in AT_THE_DESK and is_seen(field)]
    return [[asked(each) for each in field[0].form if is_seen(each)] if isinstance(field, FieldList) else asked(field) for field in named + rest]
