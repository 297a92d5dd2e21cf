"""The words for who fits a course: what the rules find, what must come first, and what changes on the eighteenth birthday."""
from flask_babel import lazy_gettext as _

from portal.rules import training
from portal.rules.applicant import Care, Education, Marital, Verdict
from portal.rules.child_labour import Caution
from portal.rules.coming_of_age import Change, State
from portal.rules.training import Rule
from portal.rules.waiting import Sign

WORDS = {
    Verdict: {
        Verdict.FITS: _("Memenuhi"),
        Verdict.ATTENTION: _("Perlu perhatian"),
        Verdict.UNFIT: _("Tidak memenuhi"),
    },
    Rule: {
        Rule.AGE_UNKNOWN: _("Usia belum diketahui; perkirakan usianya sebelum memilih pelatihan."),
        Rule.AGE_ESTIMATED: _("Usia hanya perkiraan, dan setahun lebih muda mengubah penilaian ini. Cari surat atau keterangan lain."),
        Rule.UNDER_13: _("Di bawah 13 tahun belum boleh mengikuti pelatihan kerja; tawarkan sekolah."),
        Rule.TALENT_ONLY_AT_13: _("Usia 13 tahun hanya untuk kegiatan bakat dan minat, paling lama 3 jam sehari."),
        Rule.WORK_PRACTICE_FROM_14: _("Praktik kerja baru boleh sejak usia 14 tahun."),
        Rule.SUPERVISION: _("Rencana pengawasan kerja dan alat pelindung diri (APD) tertulis untuk peserta di bawah 18 tahun."),
        Rule.SCHOOL_FIRST: _("Usia wajib belajar (7–15 tahun): rencana memuat sekolah atau PKBM lebih dahulu atau bersamaan."),
        Rule.DANGEROUS_WORK: _("Kejuruan berisiko untuk usia di bawah 18 tahun: manajer menilai rencana pengawasannya."),
        Rule.APART_FROM_ADULTS: _("Anak di bawah 18 tahun ditempatkan terpisah dari peserta dewasa."),
        Rule.GUARDIAN_CONSENT: _("Persetujuan orang tua atau wali, atau keputusan Dinas Sosial sebagai pengasuh."),
        Rule.CHILD_ASSENT: _("Anak sendiri bersedia mengikuti pelatihan."),
        Rule.PROGRAMME_AGE: _("Batas usia program."),
        Rule.CHILDREN_ONLY: _("Program ini untuk anak, di bawah 18 tahun pada hari pertama."),
        Rule.PROGRAMME_SEX: _("Jenis kelamin peserta program."),
        Rule.PROGRAMME_EDUCATION: _("Pendidikan terendah yang diminta program."),
        Rule.PROGRAMME_MARITAL: _("Program untuk yang belum menikah."),
        Rule.OUT_OF_SCHOOL: _("Program untuk yang tidak lagi bersekolah."),
        Rule.HEALTH_LETTER: _("Surat keterangan sehat."),
        Rule.BOARDING_AND_SCHOOL: _("Pelatihan berasrama, sedangkan anak masih bersekolah; pastikan sekolahnya tidak terputus."),
        Rule.TREATMENT_FIRST: _("Masih perlu pengobatan atau pemulihan; dahulukan perawatan."),
        Rule.LEGAL_PROCESS: _("Proses hukum masih berjalan; sesuaikan jadwal dengan pendampingan."),
        Rule.TURNS_18: _("Genap 18 tahun selama pelatihan: persetujuan beralih kepada peserta sendiri dan perlu KTP-el."),
    },
    Caution: {
        Caution.UNDER_13: _("Di bawah 13 tahun tetap ditolak, apa pun batas usia programnya (UU 13/2003 ps. 68–69)."),
        Caution.PRACTICE_AT_13: _("Karena memuat praktik kerja, usia 13 tahun tetap ditolak (UU 13/2003 ps. 70)."),
        Caution.TALENT_TOO_LONG: _("Usia 13 tahun hanya boleh paling lama 3 jam sehari; program ini %(hours)s jam (UU 13/2003 ps. 71)."),
    },
    Education: {
        Education.NONE: _("Belum tamat SD"),
        Education.PRIMARY: _("SD atau Paket A"),
        Education.JUNIOR: _("SMP atau Paket B"),
        Education.SENIOR: _("SMA, SMK, atau Paket C"),
    },
    Marital: {
        Marital.ANY: _("Semua"),
        Marital.UNMARRIED: _("Belum menikah"),
    },
    Care: {
        Care.DEPENDENCE: _("Masih dalam ketergantungan NAPZA"),
        Care.ILLNESS: _("Sakit dan belum diobati"),
        Care.LEGAL_PROCESS: _("Proses hukum masih berjalan"),
    },
    training.Why: {
        training.Why.HARD_STOP: _("Undang-undang tidak membolehkan penempatan ini. Pilih kegiatan lain yang sesuai usia anak."),
        training.Why.SUPERVISION_NEEDED: _(
            "Tulis siapa yang mengawasi, bagaimana, dan alat pelindung apa yang dipakai. Tanpa itu anak belum dapat diusulkan."),
        training.Why.REASON_NEEDED: _("Ada syarat yang belum terpenuhi. Tulis alasan mengapa tetap diusulkan."),
        training.Why.DATES_STOP: _(
            "Pada tanggal itu undang-undang tidak membolehkan %(count)s orang dari angkatan ini. "
            "Batalkan dahulu penempatannya, atau pilih tanggal lain."),
        training.Why.TERMS_STOP: _(
            "Dengan ketentuan itu undang-undang tidak membolehkan %(count)s orang yang diusulkan atau menjadi peserta. "
            "Batalkan dahulu penempatannya, atau buat program lain."),
        training.Why.PLACE_OVER: _("Penempatan ini sudah berakhir, jadi rencananya tinggal dibaca."),
    },
    State: {
        State.AHEAD: _("Akan genap 18 tahun"),
        State.DUE: _("Perlu persetujuan peserta sendiri"),
        State.REFUSED: _("Peserta sendiri tidak setuju"),
        State.SETTLED: _("Persetujuan sendiri tercatat"),
    },
    Change: {
        Change.OWN_CONSENT: _("Persetujuan peserta sendiri menggantikan izin orang tua atau wali. Catat sejak hari itu."),
        Change.OWN_AFFAIRS: _("Surat, uang saku, dan sertifikat diurus peserta sendiri; keluarga dihubungi bila peserta mengizinkan."),
        Change.IDENTITY_CARD: _("KTP-el menggantikan kartu identitas anak dan wajib sejak 17 tahun. Pastikan sudah direkam."),
        Change.DANGEROUS_WORK: _("Larangan pekerjaan berbahaya bagi anak tidak berlaku lagi; alat pelindung diri tetap wajib."),
        Change.AMONG_ADULTS: _("Tidak perlu lagi dipisahkan dari peserta dewasa."),
        Change.SEAT_STAYS: _("Tempatnya tetap sampai pelatihan selesai: syarat usia program dihitung pada hari pertama."),
        Change.CATEGORY: _("Bukan anak lagi menurut undang-undang. Tinjau kategori kasusnya."),
    },
    Sign: {
        Sign.WAITS: _("sudah menunggu pelatihan"),
        Sign.INTEREST: _("berminat pada kejuruan ini"),
        Sign.PLANNED: _("rencana memuat pelatihan"),
        Sign.SUGGESTED: _("asesmen menyarankan pelatihan"),
    },
}
