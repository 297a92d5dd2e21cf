"""What a page sends of a roster, beside what stands: which lines this person touched, and where somebody else touched the same."""
from functools import cached_property

from portal.rules.attendance import Mark, clashes, merged
from portal.rules.drafts import writes_on

TOPIC = "topic"


def line(mark, note=""):
    """One line as it is kept: who is present needs no reason."""
    return mark, "" if mark == Mark.PRESENT else note


def written(line):
    """A line as a page carries what it began with."""
    return ":".join(line)


def read(text):
    """The line that a page began with, or None where it does not say."""
    mark, _, note = (text or "").partition(":")
    return line(Mark(mark), note) if mark in list(Mark) else None


class Weighed:
    """The lines of one page: {placement id: (Mark, reason)}, and the topic of the meeting where it says one.

    What the same page wrote last is its own to replace, whatever it began with: an answer of the server may have been lost.
    """

    def __init__(self, meeting, marks, topic, looked, pen):
        self.rows, self.meeting, self.looked, self.pen = meeting.marks(), meeting, looked, pen
        self.sent = {placement: line(*told) for placement, told in marks.items()} | ({} if topic is None else {TOPIC: topic})

    def standing(self, key):
        """(what stands, the page that wrote it); (None, "") while nothing does."""
        if key == TOPIC:
            return self.meeting.topic, self.meeting.pen
        row = self.rows.get(key)
        return ((row.mark, row.note), row.pen) if row else (None, "")

    def began_with(self, key):
        """What this person's page showed of a line before they touched it."""
        stands, last = self.standing(key)
        own = bool(last) and writes_on(self.pen, last)
        return stands if self.looked is None or own else self.looked.get(key)

    @cached_property
    def clashing(self):
        """The keys of the lines that somebody else changed too."""
        return [key for key, mine in self.sent.items() if clashes(self.began_with(key), mine, self.standing(key)[0])]

    def kept(self, key):
        """What a line that does not clash says from now on."""
        return merged(self.began_with(key), self.sent[key], self.standing(key)[0])

    @property
    def fresh(self):
        """{key: what is to be written}: only what differs from what stands."""
        return {key: self.kept(key) for key in self.sent if self.kept(key) != self.standing(key)[0]}

    @property
    def stands(self):
        """{field of the page: what stands now} of the lines that clash, for whoever is shown both; and of the reasons typed beside."""
        told = {f"note_{key}": self.kept(key)[1] for key in self.sent if key != TOPIC and key not in self.clashing}
        for key in self.clashing:
            stands = self.standing(key)[0]
            told |= {TOPIC: stands} if key == TOPIC else {f"mark_{key}": stands[0], f"note_{key}": stands[1]}
        return told
