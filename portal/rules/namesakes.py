"""Two names may be one person's as far as their words are kin; the rarer what they share, the more it says."""
from dataclasses import dataclass
from enum import StrEnum
from math import log2

from portal.rules.names import sounded
from portal.rules.nicknames import may_be_called


class Kin(StrEnum):
    """How near one word of a name is to another, the nearest first."""
    SAME = "same"
    SOUND = "sound"
    SLIP = "slip"
    SHORT = "short"


TOGETHER = .8  # of a word's rarity counts: the words of a name are not chosen one by one
# What a shared word is worth less, the less alike it was told: how much seldomer one person is told of so.
COST = {Kin.SAME: 1, Kin.SOUND: 2, Kin.SLIP: 2, Kin.SHORT: 5}
LACKING = 5  # a word that was told and that the record does not have; never more than the word is rare
OTHERWISE = 6  # no word in common: a name that nobody noted
LEFT_OUT = 1.5  # a word of the record that was not told: people leave words out, the commonest most of all
COMMON_LEFT_OUT = .5
SHORT = 2  # words so short that one letter amiss makes quite another
LONG = 7  # a word so long that two letters amiss still leave it recognisable
# What share of people carry the commonest words; it speaks until the office's own register is large.
COMMON = {"muhamad": .12, "siti": .05, "ahmad": .05, "nur": .03, "putri": .03, "abdul": .02, "sri": .02, "putra": .02, "pratama": .02}
SUPPOSED = 1000  # as many people are supposed beside the register


@dataclass(frozen=True)
class Shared:
    """A told word and the word of the record that it is kin to, with the points this is worth."""
    told: str
    kept: str
    kin: Kin
    points: float


@dataclass(frozen=True)
class Names:
    """How two people's names compare: the `shared` words, the told words the record is `lacking`, and the points of it all."""
    shared: tuple[Shared, ...]
    lacking: tuple[str, ...]
    points: float

    @property
    def same(self):
        """Whether every word told stands in the record as it was told."""
        return bool(self.shared) and not self.lacking and all(each.kin == Kin.SAME for each in self.shared)


def kin(told, kept, slips):
    """The Kin of two normalised words, or None; `slips` letters must be added, left out, replaced or exchanged between them."""
    if told == kept:
        return Kin.SAME
    if sounded(told) == sounded(kept):
        return Kin.SOUND
    shorter = min(len(told), len(kept))
    if shorter > SHORT and slips <= (2 if shorter >= LONG else 1):
        return Kin.SLIP
    if may_be_called(kept, told) or may_be_called(told, kept):
        return Kin.SHORT
    return None


def rarity(word, count, register):
    """Points for sharing what `count` of a `register` of people have: one for each halving. `word`: whose common share is supposed besides."""
    return log2((register + SUPPOSED) / (count + 1 + SUPPOSED * COMMON.get(word, 0)))


def worths(told, kins, counts, register):
    """{kept word: (Kin, points)} for a told word. `kins` {kept word: Kin}; `counts` {kept word: people who have it}.

    A word is as rare as all the words that are at least as near: a slip that leads to a common name says little.
    """
    found, people = {}, 0
    for step in Kin:
        near = [kept for kept, each in kins.items() if each == step]
        people += sum(counts.get(kept, 0) for kept in near)
        points = max(TOGETHER * rarity(told, people, register) - COST[step], 0)
        found |= {kept: (step, points) for kept in near}
    return found


def fused(name, others):
    """A list of words with two neighbours made one where `others` has them as one."""
    for at, (one, other) in enumerate(zip(name, name[1:], strict=False)):
        if one + other in others:
            return [*name[:at], one + other, *fused(name[at + 2:], others)]
    return name


def compare_names(told, kept, worth, rare):
    """Names of two people, each a list of names as lists of words; None when either has none.

    `worth` is {(told word, kept word): (Kin, points)}, `rare` {told word: points}. Each word counts once; of several names the one counts
    that leaves the fewest words over.
    """
    if not any(told) or not any(kept):
        return None
    shared = _pairs({word for name in told for word in name}, {word for name in kept for word in name}, worth)
    mine, theirs = {each.told for each in shared}, {each.kept for each in shared}
    lacking = min(([word for word in name if word not in mine] for name in told if name), key=len)
    left_out = min(sum(_left_out(word) for word in name if word not in theirs) for name in kept if name)
    told_amiss = sum(min(LACKING, rare[word]) for word in lacking)
    points = sum(each.points for each in shared) - told_amiss - left_out if shared else -min(OTHERWISE, told_amiss)
    return Names(tuple(shared), tuple(lacking), points)


def _left_out(word):
    return COMMON_LEFT_OUT if word in COMMON else LEFT_OUT


def _pairs(told, kept, worth):
    """The words that are kin, each used once, the worthiest pair first."""
    possible = sorted((Shared(*pair, *worth[pair]) for pair in ((one, other) for one in told for other in kept) if pair in worth),
                      key=lambda each: (-each.points, each.told, each.kept))
    taken, chosen = set(), []
    for each in possible:
        if ("told", each.told) not in taken and ("kept", each.kept) not in taken:
            taken |= {("told", each.told), ("kept", each.kept)}
            chosen.append(each)
    return chosen
