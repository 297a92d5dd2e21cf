"""What services, referrals, tickets, considerations and trainings are told apart by, besides what tells cases apart."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.labels import label
from portal.recap.dimensions import Dimension, of_enum
from portal.rules.categories import SpmType
from portal.rules.consideration import ConsiderationReason, ConsiderationState
from portal.rules.decile import DECILES, UNRANKED, DtsenStatus, Programme
from portal.rules.outside_family import CareKind
from portal.rules.referral import AnswerState, InstitutionKind, PaperState, ReferralKind
from portal.rules.report import ReportState
from portal.rules.service import Spm
from portal.rules.ticket import Reply
from portal.rules.trades import Trade
from portal.training.aftercare.outcomes import provider_of
from portal.training.batches import Batch
from portal.training.programmes import Programme as Course


def services(period):
    """The basic services with their codes, the ministry's programmes, and care away from the parents."""
    return [*((each, f"{each} {label(each)}") for each in Spm), *((each, label(each)) for each in (*Programme, *CareKind))]


def deciles(period):
    """1 to 10, listed without a rank, and why there is none."""
    ranked = [(number, gettext("Desil %(number)s", number=number)) for number in DECILES if number != UNRANKED]
    others = [(status, label(status)) for status in DtsenStatus if status not in (DtsenStatus.LISTED, DtsenStatus.NOT_CHECKED)]
    return [*ranked, (UNRANKED, gettext("Belum diperingkat (0)")), *others, (DtsenStatus.NOT_CHECKED, label(DtsenStatus.NOT_CHECKED))]


def courses(period):
    """Every programme of training."""
    return [(row.id, f"{row.name} – {row.provider}") for row in Course.select().order_by(Course.name, Course.id)]


def batches(period):
    """Every batch, the latest first."""
    return [(row.id, row.heading) for row in Batch.select(Batch, Course).join(Course).order_by(Batch.starts.desc(), Batch.id.desc())]


def providers(period):
    """Every provider once: those of one institution are one, and those whose name reads the same."""
    return sorted({code: name for code, name in providers_of().values()}.items(), key=lambda each: each[1].casefold())


def providers_of():
    """{programme id: (code of its provider, name)}; the code is the number of the first programme that it gives."""
    first, found = {}, {}
    for row in Course.select(Course.id, Course.institution, Course.provider).order_by(Course.id):
        found[row.id] = first.setdefault(provider_of(row), (str(row.id), row.provider))
    return found


def years(period):
    """The years that a period touches."""
    return [(str(year), str(year)) for year in range(period.first.year, period.last.year + 1)]


SERVICE = Dimension("service", _("Layanan"), services, always=tuple(Spm))
SPM_TYPE = of_enum("spm_type", _("Jenis pelayanan dasar"), SpmType, always=True)
DECILE = Dimension("decile", _("Desil DT-SEN"), deciles, always=True)
CONSIDERED = of_enum("reason", _("Alasan"), ConsiderationReason)
CONSIDERATION = of_enum("consideration", _("Keadaan"), ConsiderationState, always=True)
DESTINATION = of_enum("destination", _("Jenis lembaga"), InstitutionKind)
REFERRAL_KIND = of_enum("referral_kind", _("Jenis rujukan"), ReferralKind)
PAPER = of_enum("paper", _("Surat"), PaperState)
ANSWER = of_enum("answer", _("Jawaban"), AnswerState)
REPORT_STATE = of_enum("report_state", _("Status"), ReportState, always=tuple(state for state in ReportState if state != ReportState.CANCELLED))
REPLY = of_enum("reply", _("Balasan"), Reply, always=True)
COURSE = Dimension("programme", _("Program"), courses)
BATCH = Dimension("batch", _("Angkatan"), batches)
PROVIDER = Dimension("provider", _("Penyelenggara"), providers)
TRADE = of_enum("trade", _("Bidang"), Trade)
ENDED = Dimension("year", _("Tahun"), years, always=True)
