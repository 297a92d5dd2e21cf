"""What the page of one list shows: its counts and problems in words, and for each client what would change."""
from dataclasses import dataclass

from portal.clients.dtsen import DtsenCheck
from portal.clients.models import Client
from portal.extracts.models import ExtractRow
from portal.extracts.taking_over import known_checks
from portal.labels import label
from portal.rules import dtsen_extract, imports
from portal.rules.dtsen_extract import ExtractColumn, ExtractState
from portal.rules.dtsen_matching import Fate, Match, fate
from portal.rules.dtsen_rows import ALL_FAULTS
from portal.rules.imports import Remark

WHYS = {str(why): why for why in (*imports.Why, *dtsen_extract.Why)}


@dataclass(frozen=True)
class Change:
    """One row as it stands now: `before` is the latest check of the client (None: nobody has looked), `fate` what would become of it."""

    row: ExtractRow
    client: Client
    before: DtsenCheck | None
    fate: Fate

    @property
    def after(self):
        """The result that the list tells, in words."""
        return DtsenCheck(status=self.row.status, decile=self.row.decile).result


def changes(rows):
    """The Change of each row; a client who went into another record meanwhile is shown as that one."""
    clients = {row.id: row.client.standing for row in rows}
    known = known_checks([client.id for client in clients.values()])
    return [_change(row, clients[row.id], known.get(clients[row.id].id)) for row in rows]


def _change(row, client, before):
    return Change(row, client, before, fate(row.checked_on, before.checked_on if before else None, row.conflict))


def sheet(extract):
    """Counts, remarks and problems of a list."""
    followed = extract.followed() if extract.state == ExtractState.APPLIED else ()
    return {"extract": extract, "ways": [(label(way), (extract.matched or {}).get(str(way), 0)) for way in Match], "remarks": remarks(extract),
            "problems": problems(extract), "why": why(extract), "twin": extract.twin(), "ticked": extract.ticked().count(), "followed": len(followed)}


def problems(extract):
    """[(line, column, sentence)] of the first rows that cannot be taken; nothing that stood in them."""
    return [(line, label(ExtractColumn(column)), str(label(ALL_FAULTS[family](fault))) % detail)
            for line, column, family, fault, detail in extract.problems or ()]


def remarks(extract):
    """What is worth knowing of the whole list, as sentences."""
    return [str(label(Remark(remark))) % detail for remark, detail in extract.remarks or ()]


def why(extract):
    """Why the list could not be read, as a sentence; empty when it could."""
    if not extract.why:
        return ""
    reason, detail = extract.why
    told = {name: str(label(ExtractColumn(value))) if name == "column" else value for name, value in detail.items()}
    return str(label(WHYS[reason])) % told
