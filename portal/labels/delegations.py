"""Words for acting officials and for the blocks under which they sign."""
from flask_babel import lazy_gettext as _

from portal.rules import delegation, signature
from portal.rules.delegation import DelegationState

WORDS = {
    DelegationState: {
        DelegationState.COMING: _("Belum mulai"),
        DelegationState.RUNNING: _("Berlaku"),
        DelegationState.IDLE: _("Tanpa wewenang"),
        DelegationState.OVER: _("Sudah lewat"),
        DelegationState.ENDED: _("Diakhiri"),
    },
    delegation.Why: {
        delegation.Why.FOR_ONESELF: _("Wewenang tidak bisa dilimpahkan kepada diri sendiri. Pilih orang lain, atau minta admin lain mencatatnya."),
        delegation.Why.NOT_YOURS_TO_LEND: _("Manajer mencatat pelimpahan wewenangnya sendiri; yang lain dicatat admin dari surat perintahnya."),
        delegation.Why.NOT_LENT_ON: _("Anda memutuskan atas wewenang orang lain. Wewenang itu tidak bisa dilimpahkan lagi."),
        delegation.Why.NOTHING_TO_LEND: _(
            "Pejabat yang diwakili harus manajer yang akunnya aktif. Wewenang yang diterima dari orang lain tidak dihitung."),
        delegation.Why.NOT_ABLE_TO_ACT: _("Yang bertindak harus petugas atau manajer yang akunnya aktif."),
        delegation.Why.UNTIL_BEFORE_SINCE: _("Hari terakhirnya lebih awal daripada hari mulainya. Periksa tanggalnya."),
        delegation.Why.OVER_ALREADY: _("Hari terakhirnya sudah lewat. Tulis hari ini atau sesudahnya."),
        delegation.Why.TOO_LONG: _("Paling lama satu tahun untuk satu surat perintah. Perpanjangannya dicatat dengan surat perintah yang baru."),
        delegation.Why.OWN_POST_NEEDED: _("Tulis jabatannya sendiri: jabatan itu tercetak di bawah a.n. atau u.b."),
        delegation.Why.BETWEEN_NEEDED: _("Tulis jabatan perantaranya, misalnya Sekretaris: jabatan itu tercetak di atas u.b."),
        delegation.Why.TOO_FAR_DOWN: _("u.b. turun dua tingkat dari kepala dinas. Pilih a.n. untuk yang diwakili di bawahnya."),
        delegation.Why.ONE_AT_A_TIME: _("Jabatan ini sudah ada Plt. atau Plh. pada sebagian hari itu. Akhiri dahulu yang itu, atau geser tanggal."),
        delegation.Why.ACTS_ALREADY: _(
            "Orang ini sudah mewakili jabatan yang sama pada sebagian hari itu. Geser tanggalnya, atau akhiri dahulu yang itu."),
        delegation.Why.NOT_YOURS_TO_END: _("Hanya pejabat yang diwakili atau admin yang dapat mengakhirinya."),
        delegation.Why.ENDED_ALREADY: _("Pelimpahan ini sudah berakhir."),
        delegation.Why.REASON_NEEDED: _("Tulis mengapa diakhiri sebelum hari terakhirnya."),
        delegation.Why.NOT_YOUR_POST: _("Jabatan kepala dinas bukan jabatan Anda. Tulis jabatan Anda, atau minta admin mencatat surat perintahnya."),
        delegation.Why.NOT_IN_FORCE: _("Pelimpahan wewenang ini tidak berlaku hari ini. Pilih penanda tangan lain."),
    },
    signature.Why: {
        signature.Why.NOT_BY_TITLE: _("Jabatannya tidak menandatangani dengan cara itu. Plt. dan Plh. memerlukan surat perintah yang tercatat."),
    },
}
