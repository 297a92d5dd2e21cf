"""The words for the people around a client, and for care away from the parents."""
from flask_babel import lazy_gettext as _

from portal.rules import outside_family
from portal.rules.family import Caution, Taken, Whereabouts
from portal.rules.outside_family import CareKind, CareState, CareStep, Owed

WORDS = {
    Whereabouts: {
        Whereabouts.KNOWN: _("Hidup, keberadaannya diketahui"),
        Whereabouts.UNKNOWN: _("Keberadaannya tidak diketahui"),
        Whereabouts.DIED: _("Meninggal dunia"),
    },
    Caution: {
        Caution.GUARDIAN_MAY_HARM: _("Wali, tetapi mungkin merugikan klien: jangan dijadikan pendamping atau pemberi persetujuan."),
        Caution.MAY_HARM: _("Mungkin merugikan klien: jangan dijadikan wali, pendamping, atau pemberi persetujuan."),
        Caution.GUARDIAN_GONE: _("Tercatat sebagai wali, tetapi meninggal atau tidak diketahui keberadaannya: cari wali pengganti."),
    },
    Taken: {
        Taken.ADDRESS: _("Alamat, kecamatan, dan desa"),
        Taken.PHONE: _("Telepon"),
        Taken.FAMILY_CARD: _("Nomor kartu keluarga"),
        Taken.ORIGIN: _("Daerah asal"),
    },
    CareKind: {
        CareKind.KIN: _("Pengasuhan oleh kerabat"),
        CareKind.FOSTER: _("Pengasuhan oleh keluarga asuh"),
        CareKind.LKSA: _("Pengasuhan di LKSA"),
        CareKind.SENTRA: _("Pengasuhan di Sentra"),
    },
    CareState: {
        CareState.FREE: _("Tanpa persetujuan manajer"),
        CareState.REQUESTED: _("Menunggu manajer"),
        CareState.RETURNED: _("Dikembalikan"),
        CareState.REFUSED: _("Ditolak manajer"),
        CareState.WITHDRAWN: _("Ditarik kembali"),
        CareState.APPROVED: _("Disetujui"),
        CareState.ENDED: _("Berakhir"),
    },
    CareStep: {
        CareStep.REQUEST: _("Ajukan"),
        CareStep.APPROVE: _("Setujui"),
        CareStep.RETURN: _("Kembalikan"),
        CareStep.REFUSE: _("Tolak"),
        CareStep.WITHDRAW: _("Tarik kembali"),
        CareStep.UNDO: _("Urungkan persetujuan"),
        CareStep.TO_KIN: _("Beralih ke kerabat"),
        CareStep.END: _("Pengasuhan berakhir"),
    },
    Owed: {
        Owed.APPROVAL: _("Mintakan persetujuan pengasuhan di luar keluarga"),
        Owed.REVIEW: _("Tinjau pengasuhan sementara"),
    },
    outside_family.Why: {
        outside_family.Why.APPROVAL_NEEDED: _("Pengasuhan di luar keluarga menunggu persetujuan manajer. Dalam keadaan Darurat anak boleh "
                                              "ditempatkan lebih dahulu."),
        outside_family.Why.STILL_ASKED: _("Usulan ini masih menunggu manajer. Tarik dahulu usulannya."),
        outside_family.Why.AS_ASKED: _("Usulan ini sudah diajukan atau disetujui, jadi isinya tetap. Tarik atau urungkan dahulu bila perlu diubah."),
        outside_family.Why.NOT_TOLD: _("Tulis mengapa keluarga tidak dapat mengasuh dan apa yang sudah dicoba pada kerabat."),
        outside_family.Why.VIEW_NEEDED: _("Tulis pandangan anak, atau mengapa ia belum dapat ditanya."),
        outside_family.Why.REVIEW_PASSED: _("Tanggal peninjauan sudah lewat. Isi hari ini atau sesudahnya."),
        outside_family.Why.REVIEW_TOO_LATE: _("Pengasuhan ini sementara: tinjau paling lambat enam bulan lagi."),
        outside_family.Why.THERE_ALREADY: _("Anak sudah di sana, jadi bentuk pengasuhannya tetap. Akhiri pengasuhan ini, lalu usulkan yang baru."),
        outside_family.Why.NOT_THERE: _("Anak tidak sedang dalam pengasuhan ini, jadi tidak ada yang ditinjau."),
    },
}
