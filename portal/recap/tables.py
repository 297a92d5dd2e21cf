"""The tables of the recapitulation: what each counts, by what, and what its figures mean. A table is declared, never programmed."""
from dataclasses import dataclass, field

TABLES = {}


@dataclass(frozen=True)
class Table:
    """`rows` are the names of the dimensions that may stand down the side, the first by itself; more than one name in a tuple nests them.

    `across` says the columns; `means` is what the figures mean, in one or two sentences; `only(fact)` narrows the source;
    `extra` names the fragment of what its page shows besides, `besides(chosen, user)` is what that is;
    `counts` are the words for what it counts, where that is not what the lists behind it hold.
    """

    name: str
    title: object
    source: object
    rows: tuple
    across: object
    means: object
    only: object = None
    audience: object = ""
    choices: tuple = field(default=())
    extra: str = ""
    besides: object = None
    counts: object = ""

    def __post_init__(self):
        TABLES[self.name] = self

    @property
    def filters(self):
        """The dimensions by which it can be narrowed."""
        return self.source.dimensions
