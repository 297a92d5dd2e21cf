"""The table of the minimum service standard: whom it reached by type and by kecamatan, with what the office writes beside it."""
from flask_babel import lazy_gettext as _

from portal import clock
from portal.labels import label
from portal.phrases import day
from portal.recap.columns import Column, Measures
from portal.recap.sources.spm import SPM, so_far
from portal.recap.spending import Spending
from portal.recap.tables import Table
from portal.rules.categories import SpmType
from portal.rules.crosstab import records
from portal.rules.spm import achievement, percent

INDICATORS = {
    SpmType.DISABILITY: _("Persentase penyandang disabilitas telantar yang terpenuhi kebutuhan dasarnya di luar panti"),
    SpmType.NEGLECTED_CHILD: _("Persentase anak telantar yang terpenuhi kebutuhan dasarnya di luar panti"),
    SpmType.NEGLECTED_ELDERLY: _("Persentase lanjut usia telantar yang terpenuhi kebutuhan dasarnya di luar panti"),
    SpmType.HOMELESS: _("Persentase gelandangan dan pengemis yang terpenuhi kebutuhan dasarnya di luar panti"),
    SpmType.DISASTER: _("Persentase korban bencana yang terpenuhi kebutuhan dasarnya saat dan setelah tanggap darurat"),
}
MEANS = _("Sasaran: orang yang dicatat membutuhkan paling sedikit satu layanan SPM01–SPM13 sejak 1 Januari, atau sebelumnya dan belum selesai "
          "saat tahun berganti. Terlayani: paling sedikit satu sudah diberikan. Terpenuhi: semuanya sudah diberikan, tidak diperlukan lagi, atau "
          "ditolak klien. Tiap orang dihitung sekali per jenis dan tahun, di kecamatan tempat pertama kali ditemukan; persen dibulatkan ke bawah.")


def a_person(fact):
    """Whether a fact is about somebody, not about money."""
    return not fact.values["money"]


def money(fact):
    return fact.values["money"]


def served(fact):
    return fact.values["served"]


def unserved(fact):
    return a_person(fact) and not served(fact)


def fulfilled(fact):
    return fact.values["fulfilled"]


def unfulfilled(fact):
    return a_person(fact) and not fulfilled(fact)


def share(facts):
    """Of these people the percent for whom nothing is left to do."""
    return percent(sum(map(fulfilled, facts)), len(facts))


def standing(facts):
    """What that share is called."""
    return facts and label(achievement(share(facts))) or None


def known(name):
    """A function that adds up what is known under this name; None where nothing is."""
    def total(facts):
        found = [fact.values[name] for fact in facts if fact.values[name] is not None]
        return sum(found) if found else None
    return total


def spent(facts):
    """Percent of the budget that was spent; None without both."""
    budget, realised = known("budget")(facts), known("realised")(facts)
    return None if realised is None else percent(realised, budget or 0)


def written(name):
    """A function for the words of the one type that is told of; None for several, and where nothing was written."""
    return lambda facts: facts[0].values[name] or None if len(facts) == 1 else None


def indicator(facts):
    return INDICATORS[facts[0].values["spm_type"]] if len(facts) == 1 else None


PEOPLE = (
    (Column("all", _("Sasaran (Y)"), records), a_person),
    (Column("served", _("Terlayani (X)"), records), served),
    (Column("fulfilled", _("Terpenuhi"), records), fulfilled),
    (Column("unfulfilled", "", records, unseen=True), unfulfilled),
    (Column("percent", _("Persen terpenuhi"), share, "percent", linked=False, rests=("all", "fulfilled")), a_person),
    (Column("achievement", _("Capaian"), standing, "text", linked=False, rests=("all", "fulfilled")), a_person),
    (Column("unserved", _("Belum terlayani"), records), unserved),
)
MONEY = (
    (Column("budget", _("Anggaran"), known("budget"), "rupiah", linked=False, impersonal=True), money),
    (Column("realised", _("Realisasi"), known("realised"), "rupiah", linked=False, impersonal=True), money),
    (Column("spent", _("Persen realisasi"), spent, "percent", linked=False, impersonal=True), money),
    (Column("obstacles", _("Kendala"), written("obstacles"), "text", linked=False, impersonal=True), money),
    (Column("follow_up", _("Tindak lanjut"), written("follow_up"), "text", linked=False, impersonal=True), money),
)
INDICATOR = ((Column("indicator", _("Indikator"), indicator, "text", linked=False, impersonal=True), money),)
SUMS = {"all": (("served", "unserved"), ("fulfilled", "unfulfilled"))}


class Beside(Spending):
    """What stands under the table: the days that it adds up, and the money of each type."""

    def __init__(self, chosen, user):
        span = so_far(chosen.period)
        self.said = _("Dihitung dari %(first)s sampai %(last)s.", first=day(span.first), last=day(min(span.last, clock.today())))
        super().__init__(span, user)


BY_TYPE = Table("spm", _("Laporan SPM bidang sosial"), SPM, (("spm_type",),), Measures(*INDICATOR, *PEOPLE, *MONEY, whole=SUMS), MEANS,
                audience=_("Triwulanan dan tahunan · Bupati, Kementerian Dalam Negeri"), extra="recap/_spm.html", besides=Beside)
BY_DISTRICT = Table("spm-districts", _("Laporan SPM per kecamatan"), SPM, (("district",), ("spm_type", "district"), ("category",)),
                    Measures(*PEOPLE, whole=SUMS), MEANS, only=a_person, audience=_("Triwulanan · Bupati"), extra="recap/_spm.html", besides=Beside)
