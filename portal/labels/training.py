"""The words for training: who may join, what is taught, the place in a batch, and the months after."""
from flask_babel import lazy_gettext as _

from portal.rules import followup, placement, training
from portal.rules.followup import FollowUpStatus
from portal.rules.placement import BatchState, BatchStep, LeaveReason, Mark, PlacementState, PlacementStep
from portal.rules.trades import ProviderKind, Trade
from portal.rules.training import Care, Education, Marital, Rule, Verdict

ELIGIBILITY = {
    Verdict: {
        Verdict.FITS: _("Memenuhi"),
        Verdict.ATTENTION: _("Perlu perhatian"),
        Verdict.UNFIT: _("Tidak memenuhi"),
    },
    Rule: {
        Rule.AGE_UNKNOWN: _("Usia belum diketahui; perkirakan usianya sebelum memilih pelatihan."),
        Rule.UNDER_13: _("Di bawah 13 tahun belum boleh mengikuti pelatihan kerja; tawarkan sekolah."),
        Rule.TALENT_ONLY_AT_13: _("Usia 13 tahun hanya untuk kegiatan bakat dan minat, paling lama 3 jam sehari."),
        Rule.WORK_PRACTICE_FROM_14: _("Praktik kerja baru boleh sejak usia 14 tahun."),
        Rule.SCHOOL_FIRST: _("Usia wajib belajar (7–15 tahun): rencana memuat sekolah atau PKBM lebih dahulu atau bersamaan."),
        Rule.DANGEROUS_WORK: _("Kejuruan berisiko untuk usia di bawah 18 tahun: perlu rencana pengawasan tertulis dan APD."),
        Rule.APART_FROM_ADULTS: _("Anak di bawah 18 tahun ditempatkan terpisah dari peserta dewasa."),
        Rule.GUARDIAN_CONSENT: _("Persetujuan orang tua atau wali, atau keputusan Dinas Sosial sebagai pengasuh."),
        Rule.CHILD_ASSENT: _("Anak sendiri bersedia mengikuti pelatihan."),
        Rule.PROGRAMME_AGE: _("Batas usia program."),
        Rule.PROGRAMME_SEX: _("Jenis kelamin peserta program."),
        Rule.PROGRAMME_EDUCATION: _("Pendidikan terendah yang diminta program."),
        Rule.PROGRAMME_MARITAL: _("Program untuk yang belum menikah."),
        Rule.HEALTH_LETTER: _("Surat keterangan sehat."),
        Rule.BOARDING_AND_SCHOOL: _("Pelatihan berasrama, sedangkan anak masih bersekolah; pastikan sekolahnya tidak terputus."),
        Rule.TREATMENT_FIRST: _("Masih perlu pengobatan atau pemulihan; dahulukan perawatan."),
        Rule.LEGAL_PROCESS: _("Proses hukum masih berjalan; sesuaikan jadwal dengan pendampingan."),
        Rule.TURNS_18: _("Genap 18 tahun selama pelatihan: persetujuan beralih kepada peserta sendiri dan perlu KTP-el."),
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
        training.Why.REASON_NEEDED: _("Ada syarat yang belum terpenuhi. Tulis alasan mengapa tetap diusulkan."),
    },
}

TRADES = {
    Trade: {
        Trade.SEWING: _("Menjahit"),
        Trade.FASHION: _("Tata busana"),
        Trade.EMBROIDERY: _("Bordir"),
        Trade.SCREEN_PRINTING: _("Sablon"),
        Trade.MOTORCYCLE_REPAIR: _("Otomotif roda dua"),
        Trade.CAR_REPAIR: _("Otomotif roda empat"),
        Trade.WELDING: _("Las"),
        Trade.COOLING_AND_ELECTRONICS: _("Servis AC dan elektronik"),
        Trade.ELECTRICAL_WIRING: _("Instalasi listrik"),
        Trade.COOKING_AND_BAKING: _("Tata boga, roti, dan kue"),
        Trade.BARISTA: _("Barista"),
        Trade.BEAUTY: _("Salon dan tata rias"),
        Trade.BARBER: _("Barbershop (pangkas rambut)"),
        Trade.COMPUTER_AND_DESIGN: _("Komputer dan desain grafis"),
        Trade.PHONE_REPAIR: _("Servis HP"),
        Trade.CARPENTRY: _("Mebel dan pertukangan"),
        Trade.FARMING: _("Pertanian dan hidroponik"),
        Trade.LIVESTOCK: _("Peternakan"),
        Trade.FISHERY: _("Perikanan"),
        Trade.RECYCLING_CRAFT: _("Kerajinan daur ulang"),
        Trade.MUSIC_AND_ARTS: _("Musik dan seni"),
        Trade.JAPANESE: _("Bahasa Jepang"),
        Trade.OTHER: _("Kejuruan lain"),
    },
    ProviderKind: {
        ProviderKind.SOCIAL_OFFICE: _("Dinas Sosial"),
        ProviderKind.PROVINCIAL_HOME: _("UPTD provinsi"),
        ProviderKind.SENTRA: _("Sentra Kementerian Sosial"),
        ProviderKind.PUBLIC_TRAINING_CENTRE: _("BLK"),
        ProviderKind.PRIVATE_TRAINING_CENTRE: _("LPK"),
        ProviderKind.LEARNING_CENTRE: _("PKBM"),
        ProviderKind.WELFARE_INSTITUTION: _("LKSA atau LKS"),
        ProviderKind.COMPANY: _("Perusahaan atau bengkel"),
        ProviderKind.OTHER: _("Penyelenggara lain"),
    },
}

PLACEMENTS = {
    BatchState: {
        BatchState.OPEN: _("Dibuka"),
        BatchState.RUNNING: _("Berlangsung"),
        BatchState.ENDED: _("Selesai"),
        BatchState.CANCELLED: _("Dibatalkan"),
    },
    BatchStep: {
        BatchStep.START: _("Mulai angkatan"),
        BatchStep.END: _("Akhiri angkatan"),
        BatchStep.CANCEL: _("Batalkan angkatan"),
    },
    PlacementState: {
        PlacementState.PROPOSED: _("Diusulkan"),
        PlacementState.RETURNED: _("Dikembalikan"),
        PlacementState.REFUSED: _("Ditolak"),
        PlacementState.WAITING: _("Daftar tunggu"),
        PlacementState.ACTIVE: _("Peserta"),
        PlacementState.PASSED: _("Lulus"),
        PlacementState.NOT_PASSED: _("Tidak lulus"),
        PlacementState.LEFT_EARLY: _("Keluar dini"),
        PlacementState.CANCELLED: _("Dibatalkan"),
    },
    PlacementStep: {
        PlacementStep.PROPOSE: _("Usulkan"),
        PlacementStep.APPROVE: _("Setujui"),
        PlacementStep.RETURN: _("Kembalikan"),
        PlacementStep.REFUSE: _("Tolak"),
        PlacementStep.WITHDRAW: _("Tarik kembali"),
        PlacementStep.UNDO: _("Batalkan persetujuan"),
        PlacementStep.SEAT: _("Beri tempat"),
        PlacementStep.PASS: _("Nyatakan lulus"),
        PlacementStep.FAIL: _("Nyatakan tidak lulus"),
        PlacementStep.LEAVE: _("Catat keluar dini"),
        PlacementStep.CANCEL: _("Batalkan penempatan"),
    },
    LeaveReason: {
        LeaveReason.RESIGNED: _("Mengundurkan diri"),
        LeaveReason.RAN_AWAY: _("Pergi tanpa pamit"),
        LeaveReason.SENT_HOME: _("Dikeluarkan penyelenggara"),
        LeaveReason.MOVED: _("Pindah"),
        LeaveReason.ILL: _("Sakit"),
        LeaveReason.OTHER: _("Alasan lain"),
    },
    Mark: {
        Mark.PRESENT: _("Hadir"),
        Mark.PERMITTED: _("Izin"),
        Mark.SICK: _("Sakit"),
        Mark.ABSENT: _("Alpa"),
    },
    placement.Why: {
        placement.Why.REASON_NEEDED: _("Tulis alasannya terlebih dahulu."),
        placement.Why.NO_SEAT: _("Semua tempat sudah terisi. Tunggu sampai ada peserta yang keluar, atau tambah kuota angkatan."),
        placement.Why.BATCH_CLOSED: _("Angkatan ini sudah selesai atau dibatalkan. Pilih angkatan lain."),
        placement.Why.BATCH_OCCUPIED: _("Masih ada peserta tanpa hasil. Catat lulus, tidak lulus, atau keluar untuk setiap peserta."),
        placement.Why.OVERLAPPING: _("Klien sudah terdaftar di angkatan lain pada hari yang sama. Pilih angkatan lain atau batalkan yang lama."),
        placement.Why.TOO_LATE_TO_UNDO: _("Pelatihan sudah dimulai, jadi persetujuan tidak dapat dibatalkan. Catat keluar dini dengan alasannya."),
        placement.Why.ALREADY_THERE: _("Klien sudah diusulkan atau terdaftar di angkatan ini."),
        placement.Why.ENDS_FIRST: _("Tanggal selesai lebih awal daripada tanggal mulai. Periksa kedua tanggalnya."),
        placement.Why.SEATS_TAKEN: _("Sudah ada %(count)s tempat terisi. Kuota tidak dapat lebih kecil dari itu."),
        placement.Why.NOT_RUNNING: _("Angkatan ini belum dimulai atau sudah selesai. Kehadiran dan hasil dicatat selama angkatan berlangsung."),
        placement.Why.OUTSIDE_COURSE: _("Pilih tanggal sejak angkatan dimulai sampai hari ini."),
        placement.Why.END_OUT_OF_RANGE: _("Pilih tanggal sejak peserta mendapat tempat sampai hari ini."),
    },
    followup.Why: {
        followup.Why.NOT_ENDED: _("Pelatihan belum berakhir. Bimbingan lanjut dicatat setelah lulus, tidak lulus, atau keluar."),
        followup.Why.VISIT_OUT_OF_RANGE: _("Pilih tanggal kunjungan sejak pelatihan berakhir sampai hari ini."),
    },
    FollowUpStatus: {
        FollowUpStatus.WORKING: _("Bekerja"),
        FollowUpStatus.OWN_BUSINESS: _("Usaha sendiri"),
        FollowUpStatus.SCHOOL: _("Sekolah"),
        FollowUpStatus.IDLE: _("Belum bekerja atau sekolah"),
        FollowUpStatus.BACK_ON_STREET: _("Kembali ke jalan"),
        FollowUpStatus.NOT_FOUND: _("Tidak ditemukan"),
    },
}

WORDS = {**ELIGIBILITY, **TRADES, **PLACEMENTS}
