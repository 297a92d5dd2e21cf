"""The words for decisions, for the case from outreach to closure, and for its services."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import approval, lifecycle, service
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.lifecycle import CaseStep, ClosingReason, NoteKind, PauseReason, Stage, TryOutcome
from portal.rules.service import FundSource, ServiceState, ServiceStep, Spm, Unit

DECISIONS = {
    DecisionKind: {
        DecisionKind.REPORT_DISPOSITION: _("Penyelesaian laporan"),
        DecisionKind.ASSESSMENT: _("Hasil asesmen"),
        DecisionKind.LEVEL_CHANGE: _("Perubahan tingkat"),
        DecisionKind.CONSIDERATION: _("Pertimbangan khusus"),
        DecisionKind.REFERRAL: lazy_pgettext("satu", "Rujukan"),
        DecisionKind.PLACEMENT: _("Penempatan pelatihan"),
        DecisionKind.PAUSE: _("Penangguhan kasus"),
        DecisionKind.CLOSURE: _("Penutupan kasus"),
        DecisionKind.REOPENING: _("Pembukaan kembali kasus"),
        DecisionKind.UNRESTRICT: _("Pencabutan status terbatas"),
        DecisionKind.CLIENT_MERGE: _("Penggabungan data klien"),
        DecisionKind.OUTSIDE_FAMILY: _("Pengasuhan di luar keluarga"),
        DecisionKind.ERASURE: _("Pemusnahan data"),
    },
    DecisionState: {
        DecisionState.OPEN: _("Menunggu keputusan"),
        DecisionState.APPROVED: _("Disetujui"),
        DecisionState.RETURNED: _("Dikembalikan"),
        DecisionState.REFUSED: _("Ditolak"),
        DecisionState.UNDONE: _("Persetujuan dibatalkan"),
        DecisionState.WITHDRAWN: _("Ditarik kembali"),
    },
    DecisionStep: {
        DecisionStep.APPROVE: _("Setujui"),
        DecisionStep.RETURN: _("Kembalikan"),
        DecisionStep.REFUSE: _("Tolak"),
        DecisionStep.UNDO: _("Batalkan persetujuan"),
        DecisionStep.WITHDRAW: _("Tarik kembali"),
    },
    approval.Why: {
        approval.Why.OWN_WORK: _("Anda sendiri yang mengajukan ini. Mintalah manajer lain untuk memutuskannya."),
        approval.Why.NOT_A_MANAGER: _("Hanya manajer yang dapat memutuskan. Mintalah manajer untuk membukanya."),
        approval.Why.NOT_THE_MAKER: _("Hanya yang mengajukan yang dapat menariknya kembali. Anda dapat mengembalikan atau menolaknya."),
        approval.Why.REASON_NEEDED: _("Tulis alasannya agar yang mengajukan tahu apa yang perlu diperbaiki."),
        approval.Why.ALREADY_DECIDED: _("Usulan ini sudah diputuskan. Keputusan itu tetap berlaku, dan jawaban Anda tidak mengubahnya."),
        approval.Why.TOO_LATE_TO_UNDO: _("Persetujuan tidak dapat dibatalkan lagi karena sudah dijalankan. Batalkan suratnya atau buat usulan baru."),
        approval.Why.ALREADY_ASKED: _("Usulan yang sama masih menunggu keputusan. Tunggu keputusannya atau tarik kembali usulan itu."),
        approval.Why.LOOK_AGAIN: _("Data yang diputuskan berubah sejak halaman ini dibuka. Baca sekali lagi apa yang berubah, lalu putuskan."),
        approval.Why.FOR_ITS_MAKER: _(
            "Usulan ini dibuat oleh pejabat yang Anda wakili, jadi tidak tercakup oleh wewenangnya. Mintalah manajer lain memutuskannya."),
    },
}

CASES = {
    Stage: {
        Stage.OUTREACH: _("Penjangkauan"),
        Stage.ASSESSMENT: _("Asesmen"),
        Stage.PLANNING: _("Perencanaan"),
        Stage.INTERVENTION: _("Intervensi"),
        Stage.MONITORING: _("Monitoring"),
        Stage.CLOSING: _("Penutupan diajukan"),
        Stage.CLOSED: _("Selesai"),
        Stage.CANCELLED: _("Dibatalkan"),
    },
    CaseStep: {
        CaseStep.MET: _("Klien ditemui"),
        CaseStep.ACCEPT_ASSESSMENT: _("Asesmen diterima"),
        CaseStep.UNDO_ACCEPTANCE: _("Penerimaan asesmen diurungkan"),
        CaseStep.START_SERVICE: _("Layanan dimulai"),
        CaseStep.MONITOR: _("Mulai monitoring"),
        CaseStep.RESUME: _("Kembali ke intervensi"),
        CaseStep.PROPOSE_CLOSURE: _("Ajukan penutupan"),
        CaseStep.RETURN_CLOSURE: _("Kembalikan usulan penutupan"),
        CaseStep.CLOSE: _("Tutup kasus"),
        CaseStep.UNDO_CLOSURE: _("Urungkan penutupan"),
        CaseStep.REOPEN: _("Buka kembali kasus"),
        CaseStep.UNDO_REOPENING: _("Urungkan pembukaan kembali"),
        CaseStep.CANCEL: _("Batalkan kasus"),
    },
    ClosingReason: {
        ClosingReason.GOALS_REACHED: _("Tujuan tercapai"),
        ClosingReason.REFERRED: _("Dirujuk penuh dan diterima"),
        ClosingReason.REUNITED: _("Reunifikasi dengan keluarga"),
        ClosingReason.MOVED_AWAY: _("Pindah daerah"),
        ClosingReason.DECLINED: _("Menolak atau mengundurkan diri"),
        ClosingReason.NOT_FOUND: _("Pergi atau tidak ditemukan"),
        ClosingReason.GROWN_UP: _("Dewasa dan mandiri"),
        ClosingReason.DIED: _("Meninggal dunia"),
    },
    TryOutcome: {
        TryOutcome.MET: _("Ditemui"),
        TryOutcome.NOT_FOUND: _("Tidak ditemukan"),
        TryOutcome.REFUSED: _("Menolak ditemui"),
    },
    PauseReason: {
        PauseReason.CLIENT_NOT_FOUND: _("Klien tidak ditemukan"),
        PauseReason.WAITING_FOR_PAPERS: _("Menunggu dokumen pihak lain"),
        PauseReason.IN_TREATMENT: _("Sedang dirawat"),
        PauseReason.LEGAL_PROCESS: _("Proses hukum berjalan"),
    },
    NoteKind: {
        NoteKind.VISIT: _("Kunjungan"),
        NoteKind.CALL: _("Telepon"),
        NoteKind.TALK: _("Percakapan"),
        NoteKind.MESSAGE: _("Pesan"),
        NoteKind.INCIDENT: _("Kejadian penting"),
        NoteKind.CONFERENCE: _("Pembahasan kasus"),
        NoteKind.OTHER: _("Catatan lain"),
    },
    lifecycle.Why: {
        lifecycle.Why.REASON_NEEDED: _("Tulis alasannya terlebih dahulu."),
        lifecycle.Why.NOT_PAUSABLE: _("Kasus yang sedang ditutup atau sudah selesai tidak dapat ditangguhkan."),
        lifecycle.Why.ALREADY_PAUSED: _("Kasus ini sedang ditangguhkan. Lanjutkan dahulu sebelum mengajukan penangguhan baru."),
        lifecycle.Why.TRIES_LEFT: _("Klien belum dicari tiga kali. Catat upaya berikutnya sebelum mengajukan penutupan."),
        lifecycle.Why.SERVICES_UNSETTLED: _("Masih ada layanan yang belum diberikan. Catat hasilnya atau tutup dengan alasan sebelum monitoring."),
        lifecycle.Why.OPEN_SERVICES: _("Masih ada layanan yang belum selesai. Catat hasilnya atau tutup dengan alasan."),
        lifecycle.Why.OPEN_REFERRALS: _("Masih ada rujukan yang berjalan. Catat hasilnya atau batalkan rujukannya."),
        lifecycle.Why.ACTIVE_PLACEMENTS: _("Klien masih terdaftar di pelatihan. Catat hasilnya atau tanggal keluarnya."),
        lifecycle.Why.RUNNING_ASSESSMENT: _("Masih ada asesmen yang belum selesai. Kirim atau batalkan asesmennya."),
        lifecycle.Why.OPEN_RESOLUTIONS: _("Masih ada keputusan pembahasan kasus yang belum dilaksanakan. "
                                            "Tugasnya tetap berjalan sesudah kasus ditutup."),
        lifecycle.Why.CASE_ALREADY_OPEN: _("Klien ini sudah mempunyai kasus yang berjalan: %(case)s. Lanjutkan di kasus itu."),
        lifecycle.Why.REPORT_NOT_VERIFIED: _("Laporan ini belum terverifikasi. Verifikasi dahulu laporannya, lalu buka kasus."),
        lifecycle.Why.NOT_IN_REPORT: _("Laporan ini tidak menyebut klien tersebut. Pastikan orangnya di halaman laporan."),
        lifecycle.Why.CASE_OVER: _("Kasus ini sudah selesai atau dibatalkan. Ajukan pembukaan kembali bila masih perlu ditangani."),
        lifecycle.Why.SAME_LEVEL: _("Kasus ini sudah pada tingkat tersebut. Pilih tingkat lain."),
        lifecycle.Why.SUB_TYPE_WITHOUT_STREET: _("Sub-tipe hanya untuk kategori Anak Jalanan. Kosongkan sub-tipe atau tambahkan kategorinya."),
    },
}

SERVICES = {
    ServiceState: {
        ServiceState.NEEDED: _("Dibutuhkan"),
        ServiceState.PLANNED: _("Direncanakan"),
        ServiceState.DELIVERED: _("Diberikan"),
        ServiceState.NOT_NEEDED: _("Tidak diperlukan lagi"),
        ServiceState.DECLINED: _("Ditolak klien"),
        ServiceState.CANCELLED: _("Dibatalkan"),
    },
    ServiceStep: {
        ServiceStep.PLAN: _("Rencanakan"),
        ServiceStep.DELIVER: _("Catat pemberian"),
        ServiceStep.FIND_UNNEEDED: _("Tidak diperlukan lagi"),
        ServiceStep.DECLINE: _("Klien menolak"),
        ServiceStep.CANCEL: _("Batalkan"),
    },
    Spm: {
        Spm.SPM01: _("Layanan data dan pengaduan"),
        Spm.SPM02: _("Layanan kedaruratan"),
        Spm.SPM03: _("Penyediaan permakanan"),
        Spm.SPM04: _("Penyediaan sandang"),
        Spm.SPM05: _("Penyediaan alat bantu"),
        Spm.SPM06: _("Penyediaan perbekalan kesehatan"),
        Spm.SPM07: _("Bimbingan fisik, mental, spiritual, dan sosial"),
        Spm.SPM08: _("Bimbingan sosial kepada keluarga dan masyarakat"),
        Spm.SPM09: _("Fasilitasi pembuatan NIK, akta kelahiran, surat nikah, dan KIA"),
        Spm.SPM10: _("Akses layanan pendidikan dan kesehatan dasar"),
        Spm.SPM11: _("Penelusuran keluarga"),
        Spm.SPM12: _("Reunifikasi atau reintegrasi sosial"),
        Spm.SPM13: lazy_pgettext("satu", "Rujukan"),
    },
    FundSource: {
        FundSource.APBD: _("APBD"),
        FundSource.APBN: _("APBN"),
        FundSource.BAZNAS: _("Baznas"),
        FundSource.CSR: _("CSR"),
        FundSource.COMMUNITY: _("Masyarakat"),
        FundSource.OTHER: _("Sumber lain"),
    },
    Unit: {
        Unit.DAY: _("hari"),
        Unit.TIME: _("kali"),
        Unit.PACKAGE: _("paket"),
        Unit.PIECE: _("buah"),
        Unit.PERSON: _("orang"),
        Unit.DOCUMENT: _("dokumen"),
        Unit.MONTH: _("bulan"),
    },
    service.Why: {
        service.Why.KIND_NEEDED: _("Pilih layanan dasar atau program kementerian."),
        service.Why.REASON_NEEDED: _("Tulis alasan mengapa layanan ini tidak diberikan."),
        service.Why.QUANTITY_OUT_OF_RANGE: _("Jumlah harus antara 1 dan 10.000."),
        service.Why.AMOUNT_OUT_OF_RANGE: _("Nilai harus antara Rp0 dan Rp1.000.000.000, tanpa sen."),
        service.Why.MEALS_OVER_SEVEN_DAYS: _("Permakanan paling lama tujuh hari untuk satu kasus. Kurangi jumlah harinya."),
        service.Why.DELIVERED_IN_FUTURE: _("Tanggal pemberian belum tiba. Isi hari ini atau sebelumnya."),
        service.Why.DELIVERED_BEFORE_START: _("Tanggal pemberian lebih awal daripada laporan pertama. Periksa kembali tanggalnya."),
        service.Why.NOT_GIVEN: _("Hanya layanan yang sudah diberikan dapat diberikan lagi."),
        service.Why.NOTHING_CHOSEN: _("Pilih paling sedikit satu layanan."),
        service.Why.WAITS_ALREADY: _("%(service)s sudah ada dalam rencana dan belum diberikan."),
    },
}

WORDS = {**DECISIONS, **CASES, **SERVICES}
