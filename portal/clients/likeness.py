"""A client who may be the person somebody tells of, with what agrees and what differs in words."""
from dataclasses import dataclass

from flask_babel import gettext

from portal.clients.models import Client
from portal.labels import label
from portal.rules.matching import ALIKE, Evidence, Likeness, Trait, is_likely
from portal.rules.namesakes import Kin

ALWAYS = (Trait.NAME, Trait.SEX, Trait.BIRTH, Trait.NIK, Trait.PLACE)


@dataclass(frozen=True)
class Lookalike:
    """A client and how they compare: {Trait: Likeness}, the Evidence beyond, the `points` of it all, {word in one spelling: as written}.

    `whole`: the person who looks sees the client whole; otherwise no word of the client's names is told.
    """

    client: Client
    traits: dict
    evidence: Evidence
    points: float
    whole: bool
    written: dict

    @property
    def rows(self):
        """[(Trait, Likeness)] in the order they are read; of what is seldom told only what is known."""
        return [(trait, likeness) for trait, likeness in self.traits.items() if trait in ALWAYS or likeness != Likeness.UNKNOWN]

    @property
    def strong(self):
        """Whether this is so likely the same person that it is the answer to offer first."""
        return is_likely(self.points)

    @property
    def agrees(self):
        """What speaks for it, as short phrases; that the sex agrees says nothing beside a name."""
        told = [(trait, likeness) for trait, likeness in self.traits.items() if likeness in ALIKE and trait != Trait.SEX]
        return [phrase for trait, likeness in told for phrase in (self._names() if trait == Trait.NAME else [self._phrase(trait, likeness)])]

    @property
    def differs(self):
        """What speaks against it, as short phrases."""
        lacking = self._written(self.evidence.names.lacking) if self.whole and self.traits[Trait.NAME] == Likeness.SIMILAR else ""
        return ([gettext("nama %(words)s", words=lacking)] if lacking else []) + [
            self._word(trait) for trait, likeness in self.traits.items() if likeness == Likeness.DIFFERENT]

    def _phrase(self, trait, likeness):
        if likeness == Likeness.SAME or trait == Trait.MARKS:
            return self._word(trait)
        return gettext("%(trait)s %(likeness)s", trait=self._word(trait), likeness=label(likeness))

    def _word(self, trait):
        if trait == Trait.BIRTH:
            return gettext("usia") if self.evidence.guessed else gettext("tanggal lahir")
        return str(label(trait)) if trait == Trait.NIK else str(label(trait)).lower()

    def _names(self):
        """The words that both have, and each that is only like another, beside it."""
        if not self.whole:
            return [gettext("nama") if self.traits[Trait.NAME] == Likeness.SAME else gettext("nama mirip")]
        shared = self.evidence.names.shared
        same = self._written(each.kept for each in shared if each.kin == Kin.SAME)
        alike = [f"{label(each.kin)}: {self._written([each.told])}/{self._written([each.kept])}" for each in shared if each.kin != Kin.SAME]
        return ([gettext("nama %(words)s", words=same)] if same else []) + alike

    def _written(self, words):
        return " ".join(self.written.get(word, word) for word in words)
