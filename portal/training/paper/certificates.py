"""What a certificate says of somebody who was taught; the letters of the office number it, and its drafts are printed to look the names through."""
from dataclasses import dataclass

from portal.labels import label
from portal.phrases import day, lines
from portal.rules.age import BirthPrecision
from portal.rules.placement import PlacementState
from portal.training.paper.rosters import people
from portal.training.planning import plan_of

DRAFT = "KONSEP – periksa nama dan isinya; belum bernomor"
NO_NAME = "………………………………………"
# Signs that fit on a line in the largest letters, and in the middle ones.
LONG, LONGEST = 26, 40
# Of all that stands below the name; beyond it is set closer.
FULL = 420


@dataclass(frozen=True)
class Certificate:
    """One certificate on paper. `number` "" leaves dots; `paragraphs` are texts, `facts` (term, value); `dated`, `above` and `below` are the lines
    around the signature, `stamp` what stands across it while it does not count."""

    number: str
    name: str
    born: str
    paragraphs: list
    facts: list
    dated: list
    above: list
    below: list
    stamp: str = ""

    @property
    def fit(self):
        """How large the name is set, and how closely the rest."""
        size = "" if len(self.name) <= LONG else "long" if len(self.name) <= LONGEST else "longest"
        length = sum(map(len, self.paragraphs)) + sum(len(str(value)) for _term, value in self.facts)
        return " ".join(part for part in (size, "dense" if length > FULL else "") if part)


def said(placement):
    """{name, born, paragraphs, facts} of one participant as it is true now, in Indonesian; nothing that tells of a case."""
    client = placement.case.client
    return {"name": client.name or client.alias or NO_NAME, "born": born(client), "paragraphs": [told(placement)], "facts": facts(placement)}


def born(client):
    """Where and on which day; empty unless the day itself is known."""
    if not client.birth_date or (client.birth_precision or BirthPrecision.DAY) != BirthPrecision.DAY:
        return ""
    return f"lahir di {client.birth_place}, {day(client.birth_date)}" if client.birth_place else f"lahir pada {day(client.birth_date)}"


def told(placement):
    """What was followed, with whom and when; only who passed reads that they did."""
    batch, programme = placement.batch, placement.batch.programme
    where = f" di {batch.where}" if batch.where else ""
    text = (f"telah mengikuti pelatihan {programme.subject} yang diselenggarakan oleh {programme.provider}{where}, "
            f"pada tanggal {day(max(placement.seated_on or batch.starts, batch.starts))} sampai dengan {day(placement.ended_on or batch.ends)}")
    return f"{text}, dan dinyatakan LULUS." if placement.state == PlacementState.PASSED else f"{text}."


def facts(placement):
    """[(term, value)] of what was taught; what nobody knows is left out."""
    batch, programme = placement.batch, placement.batch.programme
    hours = plan_of(batch).hours
    rows = [("Kejuruan", str(label(programme.trade))), ("Jumlah jam pelajaran", f"{hours} jam" if hours else ""),
            ("Praktik kerja", placement.practice_place), ("Materi", "; ".join(lines(programme.content)))]
    return [(term, value) for term, value in rows if value]


def drafts(batch, user, *, above, below, dated):
    """[Certificate] of all who passed and whose case this person sees whole: a certificate says a name."""
    passed = [person.placement for person in people(batch, user, states=(PlacementState.PASSED,)) if person.named]
    return [Certificate(number="", **said(placement), dated=dated, above=above, below=below, stamp=DRAFT) for placement in passed]
