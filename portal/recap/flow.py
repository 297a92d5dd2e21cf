"""The tables of the way from a report to the end of a case: how many made each step, and where people stand or by which door they left."""
from itertools import pairwise

from flask_babel import lazy_gettext as _

from portal.labels import label
from portal.recap.columns import Across, Column, Measures
from portal.recap.sources.flow import FLOW, WAY
from portal.recap.tables import Table
from portal.rules.crosstab import people, records
from portal.rules.passage import PLACES, Passed, made
from portal.rules.timeliness import nearest_rank

STEPS = tuple(Passed)


def days_of(step):
    """The median days of those who made this step."""
    place = PLACES[step]
    return lambda facts: nearest_rank([taken for fact in facts if (taken := fact.values["lags"][place]) is not None], 50)


class Way(Measures):
    """Measures of the steps of the way: how many made each, and the days it took them."""

    KEYS = {step: (str(step), f"{step}-days") for step in STEPS}
    LAST = {step: f"{step}-last" for step in STEPS}

    def keys(self, fact):
        """In which columns a person counts."""
        way = fact.values["way"]
        return (*(key for step, keys in self.KEYS.items() if made(way, step) for key in keys), self.LAST[way.far])


STEPWISE = Way(*((column, lambda fact, step=step: made(fact.values["way"], step)) for step in STEPS for column in (
    Column(str(step), label(step), people), *([] if step == Passed.RECEIVED else [Column(f"{step}-days", _("median"), days_of(step), "days")]),
    Column(Way.LAST[step], "", people, unseen=True))), whole={str(step): ((Way.LAST[step], str(later)),) for step, later in pairwise(STEPS[:-1])})
MEANS = _("Orang dalam laporan yang diterima pada masa ini, juga yang laporannya dibatalkan; orang yang dilaporkan dua kali terhitung dua kali, "
          "kecuali laporannya digabung. ")
WAY_TABLE = Table(
    "way", _("Alur dari laporan sampai ditutup"), WAY, (("month",), ("district",), ("channel",), ("level",)), STEPWISE,
    MEANS + _("Langkah yang terlewati terhitung bila langkah sesudahnya sudah dicapai. Median: hari sejak langkah sebelumnya."),
    audience=_("Bulanan · Kepala Bidang"))
FLOW_TABLE = Table(
    "flow", _("Di mana berhenti, lewat pintu mana keluar"), FLOW, (("passed",), ("district",), ("channel",), ("level",), ("month",)),
    Across("door", of=records),
    MEANS + _("Baris: langkah terakhir yang dicapai; kolom: masih di sana, atau keluar lewat pintu atau alasan penutupan yang mana."),
    audience=_("Bulanan · Kepala Bidang"))
