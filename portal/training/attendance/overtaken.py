"""A page of a roster beside what others saved meanwhile: when a draft of it is carried on, and each time that it saves itself."""
from dataclasses import dataclass

from portal.training.attendance.marking import Weighed


@dataclass(frozen=True)
class Since:
    """The keys of a page's lines (see marking.Weighed): `own` stand as the page sent them and differ from what it began with, `others` do not."""

    own: list
    others: list


def caught_up(form, meeting):
    """{key: what stands} of the lines that somebody else changed too, where a draft is carried on; from then on its words may replace that.

    Lines that this person did not touch are shown as they stand.
    """
    if not form.carries_on:
        return {}
    told = form.values
    weighed = Weighed(meeting, told["marks"], told["topic"], told["looked"], form.pen)
    clashing = {key: weighed.standing(key)[0] for key in weighed.clashing}
    for key, stands in clashing.items():
        form.begins_with(key, stands)
    for key in weighed.sent.keys() - clashing.keys():
        if weighed.kept(key) != weighed.sent[key]:
            form.shows(key, weighed.kept(key))
    return clashing


def since(form, meeting):
    """What a page that has just been saved is told; the form says it."""
    told = form.values
    weighed = Weighed(meeting, told["marks"], told["topic"], told["looked"], told["pen"])
    others = [key for key, mine in weighed.sent.items() if weighed.standing(key)[0] != mine]
    own = [key for key, mine in weighed.sent.items() if key not in others and told["looked"].get(key) != mine]
    for key in own:
        form.begins_with(key, weighed.sent[key])
    for key in others:
        form.shows(key, weighed.standing(key)[0])
    return Since(own, others)
