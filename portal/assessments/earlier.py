"""What was answered before, beside what is asked now: by the accepted version before this one, or by somebody else a moment ago."""
from flask_babel import gettext

from portal.assessments.answers import UNKNOWN
from portal.assessments.suggested import answer_text
from portal.phrases import shown, worded


def earlier_answers(assessment):
    """{item id: what the accepted version before answered}, in the words of its own instrument, which may have asked otherwise."""
    previous = assessment.previous
    if not (previous and previous.is_scored):
        return {}
    asked = {item.id: item for item in previous.instrument.content.asked()}
    now = {item.id: worded(item) for item in assessment.instrument.content.asked()}
    return {name: earlier_text(previous.n, asked[name], value, now.get(name)) for name, value in previous.given.items() if name in asked}


def earlier_text(n, item, value, now):
    """An answer of the n-th assessment; with its question where that is asked in other words `now`."""
    answer, question = answer_text(item, value), worded(item)
    if now == question:
        return gettext("Asesmen ke-%(n)s: %(answer)s", n=n, answer=answer)
    return gettext("Asesmen ke-%(n)s (%(question)s): %(answer)s", n=n, question=question, answer=answer)


def standing_now(form, section):
    """{field of a page: the sentence that says what stands there now}, where that is not what the form holds."""
    stands, items = section.stands | {"note": section.note}, {item.id: item for item in form.items}
    now = {name: (stands.get(name) or "", form[name].data or "") for name in form.data if name in stands or name.startswith("sources_")}
    return {name: gettext("Tersimpan sekarang: %(answer)s", answer=told_text(items.get(name), there))
            for name, (there, here) in now.items() if there != here}


def told_text(item, told):
    """What one field of a page holds, in words; `item` is the one that it answers, or None."""
    if not told:
        return gettext("belum diisi")
    if item is None:
        return shown(told)
    return answer_text(item, None if told == UNKNOWN else int(told))
