"""The words for referrals, letters, numbers, passwords and the office's own choices."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import letter_number, numbers, office, passwords, referral
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_number import Secrecy, SigningMode, Urgency
from portal.rules.numbers import Book
from portal.rules.office import Paper, TimeZone
from portal.rules.referral import AnswerState, AnswerStep, ConsentBasis, InstitutionKind, PaperState, PaperStep, ReferralKind
from portal.rules.referral_terms import Shared

REFERRALS = {
    PaperState: {
        PaperState.DRAFT: _("Draf"),
        PaperState.SUBMITTED: _("Diajukan"),
        PaperState.RETURNED: _("Dikembalikan"),
        PaperState.REFUSED: _("Ditolak"),
        PaperState.WITHDRAWN: _("Ditarik kembali"),
        PaperState.APPROVED: _("Disetujui"),
        PaperState.ISSUED: _("Diterbitkan"),
        PaperState.CANCELLED: _("Dibatalkan"),
    },
    PaperStep: {
        PaperStep.SUBMIT: _("Ajukan"),
        PaperStep.RETURN: _("Kembalikan"),
        PaperStep.REFUSE: _("Tolak"),
        PaperStep.WITHDRAW: _("Tarik kembali"),
        PaperStep.APPROVE: _("Setujui"),
        PaperStep.UNDO: _("Batalkan persetujuan"),
        PaperStep.ISSUE: _("Terbitkan surat"),
        PaperStep.REVISE: _("Perbaiki dan ajukan lagi"),
        PaperStep.CANCEL: _("Batalkan rujukan"),
    },
    AnswerState: {
        AnswerState.NOT_SENT: _("Belum dikirim"),
        AnswerState.SENT: _("Dikirim"),
        AnswerState.ACCEPTED: _("Diterima"),
        AnswerState.DECLINED: _("Ditolak lembaga"),
        AnswerState.WAITING: _("Daftar tunggu"),
        AnswerState.PAPERS_WANTED: _("Minta berkas"),
        AnswerState.SILENT: _("Tidak dijawab"),
        AnswerState.HANDED_OVER: _("Diserahterimakan"),
        AnswerState.REPORTED_BACK: _("Umpan balik diterima"),
        AnswerState.COMPLETED: _("Selesai"),
        AnswerState.CAME_BACK: lazy_pgettext("rujukan", "Kembali"),
    },
    AnswerStep: {
        AnswerStep.SEND: _("Catat pengiriman"),
        AnswerStep.ACCEPT: _("Lembaga menerima"),
        AnswerStep.DECLINE: _("Lembaga menolak"),
        AnswerStep.PUT_ON_LIST: _("Masuk daftar tunggu"),
        AnswerStep.WANT_PAPERS: _("Lembaga minta berkas"),
        AnswerStep.FALL_SILENT: _("Tidak menjawab sampai batas"),
        AnswerStep.HAND_OVER: _("Catat serah terima"),
        AnswerStep.REPORT_BACK: _("Catat umpan balik"),
        AnswerStep.COMPLETE: _("Selesaikan rujukan"),
        AnswerStep.COME_BACK: _("Klien kembali"),
    },
    ReferralKind: {
        ReferralKind.MEDICAL: _("Medis"),
        ReferralKind.CARE: _("Pengasuhan"),
        ReferralKind.PROTECTION: _("Perlindungan"),
        ReferralKind.LEGAL: _("Hukum"),
        ReferralKind.DOCUMENTS: _("Dokumen"),
        ReferralKind.EDUCATION: _("Pendidikan"),
        ReferralKind.TRAINING: _("Pelatihan"),
        ReferralKind.ECONOMIC: _("Ekonomi"),
        ReferralKind.RETURN_HOME: _("Pemulangan"),
    },
    InstitutionKind: {
        InstitutionKind.MENTAL_HOSPITAL: _("Rumah sakit jiwa"),
        InstitutionKind.HOSPITAL: _("Rumah sakit umum"),
        InstitutionKind.HEALTH_CENTRE: _("Puskesmas"),
        InstitutionKind.HEALTH_INSURANCE: _("BPJS Kesehatan"),
        InstitutionKind.HEALTH_OFFICE: _("Dinas Kesehatan (PBPU Pemda)"),
        InstitutionKind.ALMS_FUND: _("Baznas, LAZ, atau CSR"),
        InstitutionKind.CHILD_HOME: _("LKSA atau panti asuhan"),
        InstitutionKind.PROVINCIAL_HOME: _("UPTD provinsi"),
        InstitutionKind.SENTRA: _("Sentra Kementerian Sosial"),
        InstitutionKind.PROTECTION_UNIT: _("UPTD PPA atau SAPA 129"),
        InstitutionKind.POLICE: _("Kepolisian"),
        InstitutionKind.PROBATION_OFFICE: _("Balai Pemasyarakatan (Bapas)"),
        InstitutionKind.JUVENILE_HOME: _("LPKS"),
        InstitutionKind.CIVIL_REGISTRY: _("Disdukcapil"),
        InstitutionKind.EDUCATION_OFFICE: _("Dinas Pendidikan"),
        InstitutionKind.LEARNING_CENTRE: _("PKBM"),
        InstitutionKind.PEOPLES_SCHOOL: _("Sekolah Rakyat"),
        InstitutionKind.MANPOWER_OFFICE: _("Dinas Tenaga Kerja"),
        InstitutionKind.TRAINING_CENTRE: _("BLK atau LPK"),
        InstitutionKind.HOME_SOCIAL_OFFICE: _("Dinas Sosial daerah asal"),
        InstitutionKind.DRUG_REHABILITATION: _("BNNK atau IPWL"),
        InstitutionKind.LEGAL_AID: _("LBH atau Posbakum"),
        InstitutionKind.OTHER: _("Lembaga lain"),
    },
    Shared: {
        Shared.NAME: _("Nama lengkap"),
        Shared.BIRTH: _("Tempat dan tanggal lahir atau perkiraan usia"),
        Shared.SEX: _("Jenis kelamin"),
        Shared.NIK: _("NIK lengkap"),
        Shared.ADDRESS: _("Alamat atau asal"),
        Shared.CATEGORY: _("Kategori PPKS"),
    },
    ConsentBasis: {
        ConsentBasis.GUARDIAN: _("Persetujuan orang tua atau wali"),
        ConsentBasis.OWN: _("Persetujuan klien sendiri"),
        ConsentBasis.VITAL_INTEREST: _("Kepentingan vital klien"),
        ConsentBasis.PUBLIC_TASK: _("Tugas pelayanan publik"),
        ConsentBasis.REFUSED: _("Tidak disetujui orang tua atau wali"),
        ConsentBasis.OWN_REFUSED: _("Tidak disetujui klien sendiri"),
    },
    referral.Why: {
        referral.Why.REASON_NEEDED: _("Tulis alasannya terlebih dahulu."),
        referral.Why.NOT_ISSUED: _("Surat rujukan belum terbit. Terbitkan suratnya dahulu, atau tandai rujukan sebagai mendesak sebelum diajukan."),
        referral.Why.NOT_YET_ACCEPTED: _("Lembaga tujuan belum menyatakan menerima. Catat jawabannya sebelum serah terima."),
        referral.Why.NOT_URGENT: _("Rujukan yang ditolak hanya dapat diperbaiki bila klien sudah diserahterimakan. Buat rujukan baru."),
        referral.Why.CONSENT_NEEDED: _("Pilih dasar persetujuan dahulu: persetujuan yang tercatat, atau dasar hukum dengan alasannya."),
        referral.Why.CONSENT_REFUSED: _(
            "Berbagi data dengan lembaga ini tidak disetujui, jadi suratnya tidak dapat dilanjutkan. Catat dahulu dasar hukumnya di data klien; "
            "dalam keadaan darurat pilih kepentingan vital."),
        referral.Why.CONSENT_WITHDRAWN: _(
            "Persetujuan berbagi data dengan lembaga ini sudah dicabut, jadi suratnya tidak dapat dilanjutkan. Catat persetujuan baru atau dasar "
            "hukumnya di data klien; dalam keadaan darurat pilih kepentingan vital."),
        referral.Why.CONSENT_NOT_RECORDED: _(
            "Persetujuan berbagi data dengan lembaga ini belum tercatat. Catat dahulu, atau pilih dasar hukum dengan alasannya."),
        referral.Why.BASIS_REASON: _("Tulis di Keterangan mengapa dasar hukum ini dipakai, misalnya “wali belum diketahui”."),
        referral.Why.CHILD_SAID_NO: _(
            "Anak tidak setuju datanya dibagikan. Dengarkan alasannya, lalu tulis di Keterangan mengapa lembaga tetap perlu tahu; sesudah disetujui, "
            "catat dasar hukumnya di data klien."),
        referral.Why.NOT_EDITABLE: _(
            "Isi rujukan yang sudah diajukan tidak dapat diubah. Tarik kembali usulannya atau minta manajer mengembalikannya dahulu."),
        referral.Why.CASE_CLOSED: _("Kasus ini sudah ditutup atau dibatalkan. Buka kembali kasusnya sebelum membuat rujukan."),
        referral.Why.DECILE_UNKNOWN: _(
            "Lembaga ini melayani program kementerian. Catat dahulu hasil cek DT-SEN di kasus ini. %(sentence)s"),
        referral.Why.CONSIDERATION_NEEDED: _(
            "Lembaga ini melayani program kementerian untuk desil tertentu. Ajukan pertimbangan khusus dahulu, atau pilih lembaga lain. "
            "%(sentence)s"),
    },
}

LETTERS = {
    Secrecy: {
        Secrecy.ORDINARY: _("Biasa"),
        Secrecy.LIMITED: _("Terbatas"),
        Secrecy.SECRET: _("Rahasia"),
        Secrecy.TOP_SECRET: _("Sangat Rahasia"),
    },
    Urgency: {
        Urgency.ORDINARY: _("Biasa"),
        Urgency.URGENT: _("Segera"),
        Urgency.VERY_URGENT: _("Amat Segera"),
    },
    LetterState: {
        LetterState.DRAFT: _("Konsep"),
        LetterState.ISSUED: _("Diterbitkan"),
        LetterState.BOOKED: _("Dari luar Sigap"),
        LetterState.CANCELLED: _("Dibatalkan"),
    },
    LetterStep: {
        LetterStep.ISSUE: _("Terbitkan surat"),
        LetterStep.BOOK: _("Catat nomor"),
        LetterStep.CANCEL: _("Batalkan surat"),
    },
    SigningMode: {
        SigningMode.HEAD: _("Kepala Dinas"),
        SigningMode.PLT: _("Plt. (pelaksana tugas)"),
        SigningMode.PLH: _("Plh. (pelaksana harian)"),
        SigningMode.AN: _("a.n. (atas nama)"),
        SigningMode.UB: _("u.b. (untuk beliau)"),
    },
    letter_number.Why: {
        letter_number.Why.TEMPLATE_UNKNOWN_FIELD: _("Pola nomor hanya boleh memuat {kode}, {urut}, {unit}, {tahun}, dan {bulan}."),
        letter_number.Why.TEMPLATE_NOT_UNIQUE: _("Pola nomor harus memuat {urut} dan {tahun} agar tidak ada nomor yang sama."),
        letter_number.Why.TITLE_NEEDED: _("Isi jabatan penanda tangan terlebih dahulu."),
        letter_number.Why.NOT_SPELLABLE: _("Jumlah lampiran harus antara 0 dan 9.999."),
    },
    Book: {
        Book.REPORT: _("Laporan"),
        Book.CLIENT: _("Klien"),
        Book.CASE: _("Kasus"),
        Book.REFERRAL: _("Rujukan"),
        Book.BATCH: _("Angkatan"),
        Book.LETTER: _("Surat keluar"),
        Book.EXPORT: _("Ekspor"),
    },
    numbers.Why: {
        numbers.Why.LETTERS_NUMBER_THEMSELVES: _("Nomor surat dibuat saat surat diterbitkan. Terbitkan suratnya terlebih dahulu."),
    },
}

OFFICE = {
    TimeZone: {
        TimeZone.WIB: _("WIB"),
        TimeZone.WITA: _("WITA"),
        TimeZone.WIT: _("WIT"),
    },
    Paper: {
        Paper.F4: _("F4 (215 × 330 mm)"),
        Paper.A4: _("A4 (210 × 297 mm)"),
    },
    office.Why: {
        office.Why.ALREADY_FOUNDED: _("Dinas sudah dipasang. Ubah datanya di halaman Dinas."),
        office.Why.NO_SUCH_REGENCY: _("Pilih kabupaten atau kota dari daftar."),
        office.Why.HOUR_UNREADABLE: _("Tulis jamnya seperti 07.30."),
        office.Why.HALF_A_DAY: _("Isi jam buka dan jam tutup, atau kosongkan keduanya bila libur."),
        office.Why.CLOSES_FIRST: _("Jam tutup harus setelah jam buka."),
        office.Why.NEVER_OPEN: _("Isi jam kerja paling sedikit satu hari."),
        office.Why.LEFT_BEFORE_START: _("Hari terakhirnya lebih awal daripada hari mulainya. Periksa tanggalnya."),
    },
    passwords.Why: {
        passwords.Why.TOO_SHORT: _("Kata sandi terlalu pendek. Pakai paling sedikit 12 karakter, misalnya beberapa kata."),
        passwords.Why.TOO_LONG: _("Kata sandi terlalu panjang. Pakai paling banyak 256 byte."),
        passwords.Why.COMMON: _("Kata sandi ini mudah ditebak karena banyak dipakai. Pilih yang lain."),
        passwords.Why.TOO_SIMPLE: _("Kata sandi ini hanya mengulang sedikit karakter. Pilih yang lebih beragam."),
        passwords.Why.OWN_WORDS: _("Kata sandi ini hampir hanya berisi nama Anda atau nama kantor. Tambahkan kata lain."),
        passwords.Why.WAIT: _("Terlalu banyak percobaan. Coba lagi pukul %(at)s."),
    },
}

WORDS = {**REFERRALS, **LETTERS, **OFFICE}
