"""What is told of a client besides the scored answers, term by term, in the order and with the words of the form."""
from wtforms import BooleanField, RadioField, SelectField

from portal.assessments.blank import seen
from portal.assessments.parts import parts_of
from portal.clients.blanks import unopened
from portal.fields import DayField, RupiahField
from portal.phrases import day, rupiah, shown
from portal.rules.categories import has_sub_type

APART = ("age_on", "need_", "dtsen_", "proposed_level", "level_reason")


def told(assessment):
    """[(term, words)] of all that is written down; what has a place of its own on each page stands there."""
    return [row for part in parts_of(assessment) if not part.is_live for row in told_on(part)]


def told_on(part):
    """The same of one part of the form that is told in words."""
    asks_sub_type = has_sub_type(part.assessment.case.categories)
    return [(str(field.label.text), words(field)) for field in seen(unopened(part.asks, **part.known))
            if not field.name.startswith(APART) and (field.name != "sub_type" or asks_sub_type)]


def words(field):
    """The answer in words; empty when there is none."""
    if isinstance(field, SelectField | RadioField):
        return ", ".join(str(text) for value, text, chosen, *_rest in field.iter_choices() if chosen and value)
    if isinstance(field, DayField):
        return day(field.data)
    if isinstance(field, RupiahField):
        return rupiah(field.data)
    if isinstance(field, BooleanField):
        return shown(bool(field.data))
    return "" if field.data is None else str(field.data)
