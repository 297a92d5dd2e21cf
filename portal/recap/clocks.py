"""The table of the four clocks."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.labels import label
from portal.phrases import span_minutes
from portal.recap.columns import SUM, Column, Measures
from portal.recap.sources.clocks import CLOCKS
from portal.recap.tables import Table
from portal.recap.wording import KINDS
from portal.rules.timeliness import JUDGED, Counting, Kept, percentile, share


def length(took):
    """A Took in the words of its count: 45 menit, 5 j 30 m kerja, 3 hari kerja."""
    if took.counting == Counting.DAYS:
        return gettext("%(count)s hari kerja", count=took.amount)
    if took.counting == Counting.WALL:
        return span_minutes(took.amount)
    hours, rest = divmod(took.amount, 60)
    if hours and not rest:
        return gettext("%(hours)s j kerja", hours=hours)
    return gettext("%(hours)s j %(rest)s m kerja", hours=hours, rest=rest) if hours else gettext("%(rest)s menit kerja", rest=rest)


KINDS.update(length=length, days=lambda value: gettext("%(count)s hari", count=value))
COUNTED = {came_to: ("all", str(came_to), *(("percent",) if came_to in JUDGED else ())) for came_to in Kept}
STOPPED = (Kept.ON_TIME, Kept.LATE)


def on_time(facts):
    """The percentage of these that were kept."""
    return share([fact.values["kept"] for fact in facts].count(Kept.ON_TIME), len(facts))


def length_at(percent):
    """The function that gives the length which so many percent of these did not exceed."""
    return lambda facts: percentile([fact.values["took"] for fact in facts], percent)


class Timekeeping(Measures):
    """Measures whose columns hang on what a clock came to alone."""

    KEYS = {came_to: (*keys, "median", "ninetieth") if came_to in STOPPED else keys for came_to, keys in COUNTED.items()}

    def keys(self, fact):
        """In which columns a clock counts."""
        return self.KEYS[fact.values["kept"]]


KEPT = (
    (Column("all", SUM), None),
    *((Column(str(came_to), label(came_to), rare=came_to == Kept.UNREACHED), lambda fact, came_to=came_to: fact.values["kept"] == came_to)
      for came_to in Kept),
    (Column("percent", _("Persen tepat waktu"), on_time, "percent", rests=tuple(map(str, JUDGED))), lambda fact: fact.values["kept"] in JUDGED))
KEEPING = Timekeeping(
    *KEPT,
    (Column("median", _("Median"), length_at(50), "length"), lambda fact: fact.values["took"] is not None),
    (Column("ninetieth", _("Persentil ke-90"), length_at(90), "length"), lambda fact: fact.values["took"] is not None),
    whole={"all": (tuple(map(str, Kept)),)})
CLOCKS_TABLE = Table(
    "clocks", _("Ketepatan waktu 4CT"), CLOCKS,
    (("level", "step"), ("step",), *(("step", other) for other in ("district", "officer", "month", "category", "channel"))),
    KEEPING,
    _("Jam dari kasus yang mulai pada masa ini (juga sebelum dibuka kembali), tanpa kasus yang dibatalkan. Persen tepat waktu: dari yang selesai "
      "tepat waktu, selesai terlambat, dan lewat batas; yang masih berjalan, atau tidak tercapai sebelum kasusnya ditutup, belum dapat dinilai. "
      "Median dan persentil ke-90 (peringkat terdekat): lamanya sampai selesai tanpa penangguhan, dalam jam kerja, hari kerja, atau pada tingkat "
      "Darurat jam dinding; tidak dihitung bila satuannya berbeda-beda."),
    audience=_("Bulanan · Kepala Dinas"), counts=_("langkah 4CT"))
