"""The words for training: who may join, what is taught, and the place in a batch."""
from flask_babel import lazy_gettext as _

from portal.rules import course, placement
from portal.rules.placement import BatchState, BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.trades import ProviderKind, Trade

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

COURSES = {
    course.Why: {
        course.Why.TOO_LONG: _("Pelatihan ini lebih dari tiga tahun. Periksa kedua tanggalnya."),
        course.Why.JOIN_AFTER_END: _("Batas bergabung lebih lambat daripada hari terakhir pelatihan. Periksa tanggalnya."),
        course.Why.HELD_BEFORE: _("Sudah ada pertemuan sebelum tanggal ini. Pilih tanggal mulai yang tidak lebih lambat dari pertemuan pertama."),
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
        PlacementState.OFFERED: _("Ditawari tempat"),
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
        PlacementStep.OFFER: _("Tawarkan tempat"),
        PlacementStep.ACCEPT: _("Terima tawaran"),
        PlacementStep.STAND_BACK: _("Belum siap, kembali menunggu"),
        PlacementStep.PRIORITISE: _("Dahulukan"),
        PlacementStep.SEAT: _("Beri tempat"),
        PlacementStep.PASS: _("Nyatakan lulus"),
        PlacementStep.FAIL: _("Nyatakan tidak lulus"),
        PlacementStep.LEAVE: _("Catat keluar dini"),
        PlacementStep.PASS_AFTER_ALL: _("Hasil diperbaiki: lulus"),
        PlacementStep.FAIL_AFTER_ALL: _("Hasil diperbaiki: tidak lulus"),
        PlacementStep.AMEND_DEPARTURE: _("Data keluar dini diperbaiki"),
        PlacementStep.REOPEN: _("Batalkan hasil"),
        PlacementStep.CANCEL: _("Batalkan penempatan"),
        PlacementStep.SETTLE: _("Catat tindak lanjut"),
    },
    LeaveReason: {
        LeaveReason.RESIGNED: _("Mengundurkan diri"),
        LeaveReason.RAN_AWAY: _("Pergi tanpa pamit"),
        LeaveReason.SENT_HOME: _("Dikeluarkan penyelenggara"),
        LeaveReason.MOVED: _("Pindah"),
        LeaveReason.ILL: _("Sakit"),
        LeaveReason.BATCH_CANCELLED: _("Angkatan dibatalkan"),
        LeaveReason.OTHER: _("Alasan lain"),
    },
    placement.Why: {
        placement.Why.REASON_NEEDED: _("Tulis alasannya terlebih dahulu."),
        placement.Why.NO_SEAT: _("Semua tempat sudah terisi. Tunggu sampai ada peserta yang keluar, atau tambah kuota angkatan."),
        placement.Why.BATCH_CLOSED: _("Angkatan ini sudah selesai atau dibatalkan. Pilih angkatan lain."),
        placement.Why.BATCH_OCCUPIED: _("Masih ada peserta tanpa hasil. Catat lulus, tidak lulus, atau keluar untuk setiap peserta."),
        placement.Why.OVERLAPPING: _("Klien sudah terdaftar di angkatan lain pada hari yang sama. Pilih angkatan lain atau batalkan yang lama."),
        placement.Why.TOO_LATE_TO_UNDO: _("Pelatihan sudah dimulai, jadi persetujuan tidak dapat dibatalkan. Catat keluar dini dengan alasannya."),
        placement.Why.ALREADY_THERE: _("Klien sudah diusulkan, terdaftar, atau mempunyai hasil di angkatan ini."),
        placement.Why.ENDS_FIRST: _("Tanggal selesai lebih awal daripada tanggal mulai. Periksa kedua tanggalnya."),
        placement.Why.SEATS_TAKEN: _("Sudah ada %(count)s tempat terisi. Kuota tidak dapat lebih kecil dari itu."),
        placement.Why.NOT_RUNNING: _("Angkatan ini belum dimulai atau sudah selesai. Kehadiran dan hasil dicatat selama angkatan berlangsung."),
        placement.Why.END_OUT_OF_RANGE: _("Pilih tanggal sejak peserta mendapat tempat dan angkatannya mulai, sampai hari ini."),
        placement.Why.JOINED_TOO_LATE: _("Batas bergabung dengan angkatan ini sudah lewat. Pilih angkatan lain, atau ubah batasnya."),
        placement.Why.OWN_PROPOSAL: _("Usulan ini Anda sendiri yang membuat. Minta manajer lain untuk mendahulukannya."),
        placement.Why.NOT_STARTED: _("Angkatan belum dimulai. Batalkan penempatannya bila calon peserta tidak jadi ikut."),
        placement.Why.NOT_RELEASED: _("Tindak lanjut hanya dicatat bagi peserta yang dilepas karena angkatannya dibatalkan."),
        placement.Why.BOTH_PLACED: _("Keduanya terdaftar dalam pelatihan pada hari yang sama: %(one)s dan %(other)s. Batalkan salah satu "
                                     "penempatannya lebih dahulu."),
        placement.Why.COURSE_OVER: _("Angkatan ini sudah selesai, jadi hasilnya tidak dapat dibatalkan. Perbaiki hasilnya bila keliru."),
        placement.Why.SEAT_GIVEN_AWAY: _("Tempatnya sudah diberikan kepada yang menunggu. Usulkan kembali untuk angkatan ini atau yang lain."),
    },
}

WORDS = {**TRADES, **COURSES, **PLACEMENTS}
