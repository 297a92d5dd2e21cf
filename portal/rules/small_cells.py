"""A figure of one to four people could tell who they are: what leaves the office hides it, and as much besides as would give it away.

No small figure can be worked out from what is shown: neither by adding and subtracting sums, nor because one sum leaves it no room.
"""
from collections import Counter

SMALL = range(1, 5)
FAR = 10 ** 12  # more than anybody counts
PRIME = 2 ** 61 - 1


def hidden(rows, totals, whole=(), few=()):
    """{(row, column): whether it may be told to be less than five} of what to hide of `rows` [[count or None]].

    `totals` is the line below, its row counts as len(rows). `whole` are the sums of every row, [(column of the total, columns that it adds up)].
    Cells of None are no counts; `few` are the places (row, column) of those that are about few people, however often.
    """
    lines = [*rows, totals]
    counts = {(r, c): count for r, line in enumerate(lines) for c, count in enumerate(line) if count}
    told = {place: count in SMALL for place, count in counts.items() if count in SMALL or place in few}
    groups = [kept for group in (*_down(lines), *_across(lines, whole)) if len(kept := [place for place in group if place in counts]) > 1]
    while more := _besides(counts, groups, told):
        told.update(dict.fromkeys(more, False))
    return told


def resting(counts):
    """The indexes of one column's figures that are no counts and rest on too few, [how many each rests on], and one more that guards a single one."""
    found = {index for index, count in enumerate(counts) if count in SMALL}
    others = sorted((count, index) for index, count in enumerate(counts) if count and index not in found)
    return found | ({others[0][1]} if len(found) == 1 and others else set())


def _down(lines):
    """Each column as one group: its parts and, last, their total."""
    return [[(r, c) for r in range(len(lines))] for c in range(max((len(line) for line in lines), default=0))]


def _across(lines, whole):
    """Each row as groups: the columns that add up and, last, their total."""
    return [[(r, c) for c in (*parts, total)] for r in range(len(lines)) for total, parts in whole]


def _besides(counts, groups, told):
    """What must be hidden besides, or told no more to be small: one for each figure that is given away, out of a sum with it or with a hidden one."""
    sums = [group for group in groups if any(place in told for place in group)]
    bare = _alone(sums, told) or _worked_out(sums, told)
    dear, more = _dear(counts, groups, sums), set()
    for group in bare or _without_room(counts, sums, told):
        near = set(group) - told.keys()
        if not near & more:
            more |= _cheapest(near, dear) or _mute(counts, group, told) or _cheapest({place for each in sums for place in each} - told.keys(), dear)
    return more


def _mute(counts, group, told):
    """The set of the largest of a sum of hidden figures that is still told to be small, so that the others have room."""
    small = [place for place in group if told.get(place)]
    return {max(small, key=counts.get)} if small else set()


def _dear(counts, groups, sums):
    """{place: how much is lost by hiding it}: the sums in which nothing was hidden before, where it would be the only one, then its count."""
    fresh = Counter(place for group in groups if group not in sums for place in group)
    return {place: (fresh[place], count, place) for place, count in counts.items()}


def _cheapest(places, dear):
    """The set of the one that loses least, or the empty set."""
    return {min(places, key=dear.get)} if places else set()


def _alone(groups, told):
    """The sums of which a single figure is hidden."""
    return [group for group in groups if sum(place in told for place in group) == 1]


def _worked_out(groups, told):
    """The sums with a figure that follows from several of them together: what is left when they have taken all they can from each other.

    Reckoned in whole numbers modulo a prime, which is exact here: the factors that sums of figures can get are far smaller.
    """
    reduced = {}
    for group in groups:
        one = {place: PRIME - 1 if place == group[-1] else 1 for place in group if place in told}
        for lead in [place for place in one if place in reduced]:
            one = _less(one, reduced[lead], one[lead])
        if one:
            lead, factor = next(iter(one.items()))
            one = _less({}, one, PRIME - pow(factor, -1, PRIME))
            reduced = {key: _less(other, one, other[lead]) if lead in other else other for key, other in reduced.items()} | {lead: one}
    given = {place for place, row in reduced.items() if len(row) == 1}
    return [group for group in groups if given.intersection(group)]


def _less(one, other, factor):
    """One sum {place: factor} less so many times another."""
    left = dict(one)
    for place, value in other.items():
        if rest := (left.pop(place, 0) - factor * value) % PRIME:
            left[place] = rest
    return left


def _without_room(counts, groups, told):
    """The sums that leave a hidden figure a single value, as those told to be small are one to four and the others at least one."""
    room = {place: (SMALL.start, SMALL.stop - 1 if small else FAR) for place, small in told.items()}
    return [group for group in groups if any(least == most for _place, least, most in _spans(counts, group, room))]


def _spans(counts, group, room):
    """[(place, least, most)] of one sum, whose last place is what the others add up to."""
    signs = {place: -1 if place == group[-1] else 1 for place in group if place in room}
    shown = sum(sign * counts[place] for place, sign in signs.items())
    ends = {place: sorted(sign * bound for bound in room[place]) for place, sign in signs.items()}
    low, high = (sum(each[end] for each in ends.values()) for end in (0, 1))
    for place, sign in signs.items():
        least, most = sorted((sign * (shown - high + ends[place][1]), sign * (shown - low + ends[place][0])))
        yield place, max(room[place][0], least), min(room[place][1], most)
