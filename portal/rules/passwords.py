"""A password is long, not one that everybody thinks of, and guessing it takes ever longer."""
import re
from datetime import timedelta
from enum import StrEnum

from portal.rules.refused import Refused

SHORTEST = 12      # characters
LONGEST = 256      # bytes in UTF-8; more is an error, never a cut
FEWEST_DIFFERENT = 5
LEFT_WITHOUT_OWN_WORDS = 8

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
CROWD, CROWD_TIME = 20, timedelta(minutes=1)


class Why(StrEnum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMON = "common"
    TOO_SIMPLE = "too_simple"
    OWN_WORDS = "own_words"
    WAIT = "wait"


def check(password, *, common, own_words=(), exempt=False):
    """Refused(Why…) when the password is no good.

    `common` is a set of lower-case words and passwords; `own_words` are the user's name, the office, the region.
    `exempt` lets the demo's known password through; the limit in bytes holds always.
    """
    if len(password.encode("utf-8", "surrogatepass")) > LONGEST:
        raise Refused(Why.TOO_LONG)
    if exempt:
        return
    if len(password) < SHORTEST:
        raise Refused(Why.TOO_SHORT)
    folded = password.casefold()
    if len(set(folded)) < FEWEST_DIFFERENT:
        raise Refused(Why.TOO_SIMPLE)
    if _is_common(folded, common):
        raise Refused(Why.COMMON)
    if _leans_on(folded, own_words):
        raise Refused(Why.OWN_WORDS)


def _is_common(folded, common):
    """Also when digits and signs are put around a common word, or it is written twice."""
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", folded)
    return any(form in common for form in (folded, core, _once(folded), _once(core)))


def _once(text):
    period = (text + text).find(text, 1) if text else 0
    return text[:period]


def _leans_on(folded, own_words):
    """Whether too little is left once the words that anyone in the office knows are taken out."""
    words = {part for word in own_words for part in re.findall(r"\w{4,}", word.casefold())}
    left = folded
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "")
    return left != folded and len(re.sub(r"[\W_]", "", left)) < LEFT_WITHOUT_OWN_WORDS


def throttle(failures, last_failure_at, now):
    """When the next try is heard, a datetime, or None for at once.

    The first five tries are free; then 30 seconds, doubling to 15 minutes. Never for good, so nobody can lock another out.
    """
    if failures < FREE_TRIES or last_failure_at is None:
        return None
    wait = min(FIRST_WAIT * 2 ** min(failures - FREE_TRIES, 10), LONGEST_WAIT)
    until = min(last_failure_at, now) + wait  # a clock set back must not lengthen the wait
    return until if until > now else None


def crowded(failed_at, now):
    """When an address that failed twenty times within a minute, over all names, is heard again; None for at once."""
    latest = sorted(failed_at)[-CROWD:]
    until = min(latest[0], now) + CROWD_TIME if len(latest) == CROWD else now
    return until if until > now else None
