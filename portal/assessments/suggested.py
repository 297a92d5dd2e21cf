"""What the answers of an assessment suggest: services, partners and advice, each with the answers that it rests on."""
from flask_babel import gettext

from portal.labels import label
from portal.office.models import Office
from portal.office.programmes import open_to
from portal.phrases import worded
from portal.rules.names import words
from portal.rules.suggestions import Facts, suggest


def facts(assessment):
    """What the suggestions look at; who names another place than the office's comes from elsewhere."""
    client = assessment.case.client
    place, origin = set(words(Office.current().place)), set(words(client.origin))
    return Facts(assessment.given, age=assessment.years, decile=client.dtsen.decile if client.dtsen else None,
                 from_elsewhere=bool(place and origin) and not place <= origin, open_to=open_to())


def services_of(assessment):
    """{service: the ids of the items that suggest it}, in the order of the services' codes."""
    found = {}
    for suggestion in suggest(facts(assessment)):
        for spm in suggestion.services:
            found.setdefault(spm, {}).update(dict.fromkeys(suggestion.items))
    return {spm: list(found[spm]) for spm in sorted(found)}


def answer_text(item, value):
    """The words of an answer, in the reader's language."""
    return gettext("Belum diketahui") if value is None else worded(item.option(value))


class Suggested:
    """The same for the page: `services` {service: [answer in words]}, `lines` [(answers in words, sentences)] of all else."""

    def __init__(self, assessment):
        self.content, self.given = assessment.instrument.content if assessment.instrument else None, assessment.given
        self.services = {spm: self._answers(items) for spm, items in services_of(assessment).items()}
        self.lines = [(self._answers(each.items), said(each)) for each in suggest(facts(assessment)) if each.advice or each.partners]

    def _answers(self, items):
        asked = [(self.content.item(item), self.given[item]) for item in items]
        return [f"{item.id} {worded(item)}: {answer_text(item, value)}" for item, value in asked]


def said(suggestion):
    """The partners and the advice of one suggestion, as sentences."""
    partners = ", ".join(str(label(each)) for each in suggestion.partners)
    return [*([gettext("Mitra: %(names)s.", names=partners)] if partners else []), *(str(label(each)) for each in suggestion.advice)]
