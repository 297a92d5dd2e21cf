"""What of names a paper about a client tells: all of them, or initials wherever one stands, in the text too."""
from flask_babel import gettext

from portal import clock
from portal.clients.family import circle_of
from portal.labels import label
from portal.phrases import shown
from portal.rules.names import initials, veiled

# Words that people put before a name and that mean somebody else too.
ADDRESSES = frozenset("ibu bu bapak pak ayah mama mamak bunda kakek nenek paman om tante bibi kak kakak adik abang bang mas mbak anak".split())


class Discretion:
    """How a paper speaks of a client and the people around; `initials`: nobody is named."""

    def __init__(self, client, user, *, initials):
        self.client, self.user, self.initials = client, user, initials
        self.circle = [kin for kin in circle_of(self.client, user) if kin.kind]
        known = [self.client.name, self.client.alias, *(each.name for each in self.client.aliases), *(each.name_for(user) for each in self.circle)]
        self.names = [bare(name) for name in known]

    def text(self, words):
        """A text as this paper prints it."""
        return veiled(words, self.names) if self.initials and words else words

    @property
    def name(self):
        """The client as this paper calls them."""
        return self.client.initials if self.initials else self.client.called

    def changes(self, words):
        """Whether a text names somebody whom initials would veil."""
        return veiled(words, self.names) != words

    def family(self):
        """[(name, relation, age, work, under one roof, remarks)] of the people around the client."""
        return [(self._name(each), label(each.kind), age(each), each.work or "–", lives(each), "; ".join(self._remarks(each)) or "–")
                for each in self.circle]

    def _name(self, relation):
        name = relation.name_for(self.user)
        return (initials(name) or "–") if self.initials else name

    def _remarks(self, relation):
        told = [gettext("wali")] if relation.guardian else []
        told += [gettext("mungkin merugikan klien")] if relation.exploiter else []
        told += [str(label(relation.whereabouts)).lower()] if relation.whereabouts else []
        return [*told, *([self.text(relation.condition)] if relation.condition else [])]


def bare(name):
    """A name without the words of address before it."""
    return " ".join(word for word in name.split() if word.lower().strip(".,") not in ADDRESSES)


def age(relation):
    """Their age this year, as closely as a year of birth tells."""
    return gettext("±%(years)s th", years=clock.today().year - relation.birth_year) if relation.birth_year else "–"


def lives(relation):
    """Whether they live under one roof with the client, in words."""
    return "–" if relation.lives_with is None else shown(relation.lives_with)
