"""The part of a text that was searched for is marked, so that it shows why something was found."""
import re

from markupsafe import Markup

from portal.rules.names import words
from portal.rules.sought import code

TOKEN = re.compile("[^\\W_]+(?:['\u2018\u2019\u02bc`\u00b4][^\\W_]+)*")
AROUND = 45


class Marking:
    """Marks what one search asked for."""

    def __init__(self, seeking):
        self.sought = seeking.sought
        self.terms = seeking.terms
        self.near = {word for near in seeking.near.values() for word in near} if seeking.guessed else set()
        self.typed = sorted({token.lower() for token in TOKEN.findall(self.sought.text)}, key=len, reverse=True)

    def hits(self, token):
        """Whether one word of a text is what was searched for."""
        return any(word in self.near or any(word == term or (term.isalpha() and word.startswith(term)) for term in self.terms)
                   for word in words(token))

    def found_in(self, text):
        return any(self.hits(token) for token in TOKEN.findall(text))

    def number(self, number):
        """A record's number, marked when it is the one that was typed."""
        serial = number.rpartition("-")[2].lstrip("0")
        return self._mark(number) if self.sought.code in (code(number), serial) else number

    def text(self, text):
        """The text with every word marked that was searched for; of a word only the part that was typed."""
        parts, end = [], 0
        for match in TOKEN.finditer(text):
            if self.hits(match[0]):
                length = next((len(typed) for typed in self.typed if match[0].lower().startswith(typed)), len(match[0]))
                parts += [text[end:match.start()], self._mark(match[0][:length])]
                end = match.start() + length
        return Markup("").join([*parts, text[end:]])

    def around(self, text):
        """The words around the first that was searched for, marked; empty when none was."""
        first = next((match for match in TOKEN.finditer(text) if self.hits(match[0])), None)
        if first is None:
            return ""
        start, end = max(0, first.start() - AROUND), first.end() + AROUND
        cut = " ".join(text[start:end].split())
        return Markup("{}{}{}").format("…" if start else "", self.text(cut), "…" if end < len(text) else "")

    @staticmethod
    def _mark(text):
        return Markup("<mark>{}</mark>").format(text)
