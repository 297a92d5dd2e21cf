"""The words for the dated rules of the ministry's programmes, and for the proposal to put DT-SEN right."""
from flask_babel import lazy_gettext as _

from portal.rules import dtsen_update, programme_rule
from portal.rules.dtsen_update import UpdateState, UpdateStep

WORDS = {
    programme_rule.Why: {
        programme_rule.Why.PAST_DAY: _("Aturan baru berlaku mulai hari ini atau sesudahnya; yang sudah berlalu tidak berubah."),
        programme_rule.Why.NO_DECILE: _("Pilih paling sedikit satu desil."),
        programme_rule.Why.NO_SUCH_RANK: _("Desil hanya 1 sampai 10."),
        programme_rule.Why.SOURCE_NEEDED: _("Tulis peraturan atau surat yang menetapkannya."),
    },
    UpdateState: {
        UpdateState.DUE: _("Perlu diusulkan"),
        UpdateState.PROPOSED: _("Sudah diusulkan"),
        UpdateState.ISSUED: _("Sudah diperbarui"),
        UpdateState.DECLINED: _("Usul ditolak"),
        UpdateState.DROPPED: _("Tidak diusulkan"),
    },
    UpdateStep: {
        UpdateStep.PROPOSE: _("Catat usul pemutakhiran"),
        UpdateStep.ISSUE: _("Data sudah diperbarui"),
        UpdateStep.DECLINE: _("Usul ditolak"),
        UpdateStep.DROP: _("Tidak perlu diusulkan"),
    },
    dtsen_update.Why: {
        dtsen_update.Why.BEFORE_PROPOSAL: _("Tanggal hasil lebih awal dari tanggal usul. Periksa tanggalnya."),
    },
}
