"""The words for triage, the instrument and its score, the assessment, DT-SEN and special considerations."""
from flask_babel import lazy_gettext as _

from portal.rules import assessment, consideration, decile, export, instrument_versions, scoring
from portal.rules.assessment import AssessmentKind, AssessmentState, AssessmentStep
from portal.rules.consideration import ConsiderationReason, ConsiderationState, ConsiderationStep, CoordinationState, CoordinationStep
from portal.rules.decile import Because, DtsenSource, DtsenStatus, Programme, Verdict
from portal.rules.instrument import InstrumentFault
from portal.rules.instrument_versions import Aspect
from portal.rules.scoring import AnswerState, DecidedBy
from portal.rules.triage import Flag, FlagAnswer, LevelReason

TRIAGE = {
    Flag: {
        Flag.R1: _("Nyawa terancam, luka berat, pingsan, atau sakit gawat"),
        Flag.R2: _("Kekerasan/eksploitasi seksual diungkap atau terbukti"),
        Flag.R3: _("Kekerasan sedang berlangsung"),
        Flag.R4: _("Disekap, disewakan, atau diduga diperdagangkan"),
        Flag.R5: _("Anak 0-5 tahun tanpa pengasuh"),
        Flag.R6: _("Ingin bunuh diri / gangguan jiwa berat yang membahayakan"),
        Flag.R7: _("Tidak makan >24 jam atau tanda gizi buruk"),
        Flag.R8: _("Anak hamil atau baru melahirkan tanpa pendampingan"),
    },
    FlagAnswer: {
        FlagAnswer.YES: _("Ya"),
        FlagAnswer.NO: _("Tidak"),
        FlagAnswer.UNKNOWN: _("Tidak tahu"),
    },
    LevelReason: {
        LevelReason.RED_FLAG: _("Ada bendera merah yang dijawab Ya."),
        LevelReason.DANGER_NOW: _("Pelapor menyebut ada bahaya sekarang."),
        LevelReason.HOTLINE: _("Laporan dari 171 paling rendah Mendesak."),
        LevelReason.FLAGS_UNKNOWN: _("Dua bendera merah atau lebih belum diketahui."),
        LevelReason.ALONE_AT_NIGHT: _("Anak sendirian pada malam hari (22.00–05.00)."),
        LevelReason.DANGER_UNKNOWN: _("Belum tahu apakah ada bahaya sekarang."),
        LevelReason.INFORMATION_ONLY: _("Hanya informasi, tidak ada yang perlu segera ditemui."),
        LevelReason.NO_SIGN: _("Tidak ada tanda bahaya."),
    },
}

SCORE = {
    InstrumentFault: {
        InstrumentFault.INCOMPLETE: _("Definisi instrumen tidak lengkap: %(where)s belum ada."),
        InstrumentFault.REPEATED: _("Definisi instrumen memuat %(where)s lebih dari sekali."),
        InstrumentFault.UNKNOWN_NAME: _("Definisi instrumen menyebut %(where)s yang tidak dikenal."),
        InstrumentFault.BAD_VALUE: _("Nilai dalam definisi instrumen tidak benar: %(where)s."),
        InstrumentFault.BAD_BANDS: _("Batas skor harus turun sampai 0 dengan tingkat yang makin rendah."),
        InstrumentFault.WRONG_TOTAL: _("Jumlah poin tertinggi tidak sama dengan bobot butir dikali 3."),
    },
    instrument_versions.Why: {
        instrument_versions.Why.NO_DAY: _("Berkas ini belum memuat tanggal mulai berlaku (valid_from, misalnya 2026-07-01)."),
        instrument_versions.Why.DAY_PAST: _("Tanggal mulai berlaku sudah lewat. Versi baru berlaku mulai hari ini atau sesudahnya."),
        instrument_versions.Why.BEFORE_LAST: _("Versi lain sudah diterbitkan untuk tanggal sesudahnya. Pilih tanggal yang sama atau lebih kemudian."),
        instrument_versions.Why.PUBLISHED_ALREADY: _("Versi %(edition)s sudah diterbitkan dan tidak dapat diubah. Beri nomor versi yang baru."),
    },
    export.Purpose: {
        export.Purpose.REVIEW: _("Menelaah instrumen"),
        export.Purpose.REPORT: _("Laporan dinas"),
        export.Purpose.RESEARCH: _("Penelitian berizin"),
        export.Purpose.EVALUATION: _("Evaluasi pelatihan"),
        export.Purpose.COORDINATION: _("Koordinasi penanganan"),
        export.Purpose.PLANNING: _("Perencanaan dan anggaran"),
        export.Purpose.INSPECTION: _("Pemeriksaan oleh pengawas"),
    },
    export.Circle: {
        export.Circle.OUTSIDE: _("Keluar dinas (angka kecil disamarkan)"),
        export.Circle.OWN: _("Untuk dinas sendiri"),
    },
    export.Recipient: {
        export.Recipient.OFFICE: _("Dinas sendiri"),
        export.Recipient.PROVINCE: _("Dinas Sosial provinsi"),
        export.Recipient.MINISTRY: _("Kementerian Sosial"),
        export.Recipient.PROVIDER: _("Penyelenggara pelatihan"),
        export.Recipient.OTHER_OFFICE: _("Perangkat daerah lain"),
        export.Recipient.RESEARCHER: _("Peneliti yang berizin"),
    },
    export.ExportState: {
        export.ExportState.MAKING: _("Sedang dibuat"),
        export.ExportState.READY: _("Siap diunduh"),
        export.ExportState.FAILED: _("Gagal dibuat"),
        export.ExportState.GONE: _("Sudah dihapus"),
    },
    export.Why: {
        export.Why.ENDS_BEFORE_START: _("Tanggal akhir mendahului tanggal awal. Tukar keduanya."),
        export.Why.NOTHING_THERE: _("Tidak ada asesmen yang diterima dalam masa ini. Pilih masa yang lain."),
        export.Why.NOBODY_LISTED: _("Daftar ini kosong, jadi tidak ada yang diekspor."),
        export.Why.NO_NAME: _("Tulis nama lembaga atau orang yang menerimanya."),
        export.Why.FILE_GONE: _("Berkas ini sudah dihapus: satu jam sesudah siap, atau saat Sigap dimulai ulang. Minta ekspor baru bila perlu."),
    },
    Aspect: {
        Aspect.NAME: _("Nama instrumen"),
        Aspect.DOMAIN: _("Domain"),
        Aspect.QUESTION: _("Butir"),
        Aspect.ANSWER: _("Pilihan jawaban"),
        Aspect.WEIGHT: _("Bobot"),
        Aspect.RED: _("Nilai merah"),
        Aspect.AGES: _("Nilai menurut usia"),
        Aspect.PLACE: _("Domain dan halaman"),
        Aspect.ORDER: _("Urutan butir"),
        Aspect.BAND: _("Batas skor"),
        Aspect.FLOOR: _("Aturan batas bawah"),
        Aspect.FLOOR_LEVEL: _("Tingkat menurut aturan batas bawah"),
        Aspect.RED_LEVEL: _("Tingkat karena nilai merah"),
        Aspect.COMPLETENESS: _("Kelengkapan paling sedikit"),
        Aspect.POINTS: _("Poin tertinggi"),
        Aspect.WRITTEN: _("Bagian tertulis dan urutannya"),
        Aspect.ENGLISH: _("Bahasa Inggris"),
    },
    AnswerState: {
        AnswerState.ANSWERED: _("Dijawab"),
        AnswerState.UNKNOWN: _("Belum diketahui"),
        AnswerState.UNANSWERED: _("Belum dijawab"),
    },
    DecidedBy: {
        DecidedBy.RED_VALUE: _("Ditentukan oleh nilai merah"),
        DecidedBy.FLOOR: _("Dinaikkan oleh aturan batas bawah"),
        DecidedBy.BAND: _("Ditentukan oleh skor"),
        DecidedBy.NOTHING: _("Belum ada jawaban"),
    },
    scoring.Why: {
        scoring.Why.NO_SUCH_ITEM: _("Butir %(item)s tidak ada dalam instrumen ini. Muat ulang halaman."),
        scoring.Why.NO_SUCH_ANSWER: _("Pilih salah satu jawaban yang tersedia untuk butir %(item)s."),
    },
}

ASSESSMENTS = {
    AssessmentState: {
        AssessmentState.DRAFT: _("Draf"),
        AssessmentState.SUBMITTED: _("Menunggu telaah"),
        AssessmentState.RETURNED: _("Dikembalikan"),
        AssessmentState.ACCEPTED: _("Diterima"),
        AssessmentState.CANCELLED: _("Dibatalkan"),
    },
    AssessmentStep: {
        AssessmentStep.SUBMIT: _("Ajukan untuk telaah"),
        AssessmentStep.WITHDRAW: _("Tarik kembali"),
        AssessmentStep.RETURN: _("Kembalikan"),
        AssessmentStep.ACCEPT: _("Terima"),
        AssessmentStep.UNDO: _("Urungkan penerimaan"),
        AssessmentStep.CANCEL: _("Batalkan asesmen"),
    },
    AssessmentKind: {
        AssessmentKind.SCORED: _("Asesmen anak dengan skor"),
        AssessmentKind.NARRATIVE: _("Asesmen naratif"),
    },
    assessment.Why: {
        assessment.Why.NOT_MET: _("Catat dahulu bahwa klien sudah ditemui, baru mulai asesmen."),
        assessment.Why.CASE_NOT_RUNNING: _("Kasus ini sedang ditutup atau sudah selesai. Buka kembali kasusnya sebelum menilai lagi."),
        assessment.Why.ALREADY_RUNNING: _("Masih ada asesmen yang belum selesai pada kasus ini. Lanjutkan yang itu."),
        assessment.Why.NO_INSTRUMENT: _("Instrumen asesmen belum diterbitkan. Minta admin menerbitkannya."),
        assessment.Why.NOT_EDITABLE: _("Asesmen ini sudah diajukan, jadi isinya tetap. Tarik kembali usulannya bila perlu diubah."),
        assessment.Why.UNANSWERED: _("Masih ada butir yang belum dijawab: %(items)s. Jawab, atau pilih “Belum diketahui”."),
        assessment.Why.NO_NARRATIVE: _("Tulis masalah yang dihadapi klien dahulu."),
        assessment.Why.NEEDS_UNDECIDED: _("Tentukan untuk setiap layanan apakah dibutuhkan."),
        assessment.Why.DISMISSED_WITHOUT_REASON: _("Tulis alasan mengapa layanan yang disarankan tidak dibutuhkan: %(services)s."),
        assessment.Why.DTSEN_NOT_SAID: _("Isi hasil cek DT-SEN, atau pilih “Belum dicek”."),
        assessment.Why.LEVEL_REASON: _("Tulis alasan mengapa tingkat yang diusulkan berbeda dari saran."),
    },
}

DTSEN = {
    DtsenStatus: {
        DtsenStatus.NOT_CHECKED: _("Belum dicek"),
        DtsenStatus.LISTED: _("Terdaftar"),
        DtsenStatus.NOT_LISTED: _("Tidak terdaftar"),
        DtsenStatus.NIK_MISMATCH: _("NIK tidak padan"),
        DtsenStatus.NO_NIK: _("Tidak ada NIK"),
    },
    DtsenSource: {
        DtsenSource.SIKS_NG: _("SIKS-NG"),
        DtsenSource.CEK_BANSOS: _("Cek Bansos"),
        DtsenSource.BPS: _("BPS"),
        DtsenSource.VILLAGE_LETTER: _("Surat desa/kelurahan"),
        DtsenSource.EXTRACT: _("Daftar dari SIKS-NG"),
    },
    Programme: {
        Programme.ATENSI: _("ATENSI/Sentra"),
        Programme.PKH: _("PKH"),
        Programme.SEMBAKO: _("Sembako"),
        Programme.PBI_JK: _("PBI-JK"),
        Programme.SEKOLAH_RAKYAT: _("Sekolah Rakyat"),
    },
    Verdict: {
        Verdict.ELIGIBLE: _("Terbuka"),
        Verdict.NEEDS_CONSIDERATION: _("Perlu pertimbangan khusus"),
        Verdict.NOT_CHECKED: _("DT-SEN belum dicek"),
    },
    Because: {
        Because.BASIC_SERVICE: _("Layanan dasar tidak menunggu desil."),
        Because.IN_DECILE: _("Desil memenuhi aturan program ini."),
        Because.CONSIDERED: _("Pertimbangan khusus sudah disetujui."),
        Because.NEVER_CHECKED: _("Cek DT-SEN dahulu; layanan dasar tetap berjalan."),
        Because.ABOVE: _("Desil di luar aturan program ini; ajukan pertimbangan khusus."),
        Because.UNRANKED: _("Belum diperingkat dalam DT-SEN; ajukan pertimbangan khusus."),
        Because.NOT_LISTED: _("Tidak terdaftar dalam DT-SEN; ajukan pertimbangan khusus dan usul pendaftaran."),
        Because.NIK_MISMATCH: _("NIK tidak padan; ajukan pertimbangan khusus dan perbaiki data."),
        Because.NO_NIK: _("Belum ada NIK; ajukan pertimbangan khusus dan urus dokumennya."),
    },
    decile.Why: {
        decile.Why.DECILE_NEEDED: _("Isi desilnya, 1 sampai 10, atau 0 bila belum diperingkat."),
        decile.Why.DECILE_WITHOUT_LISTING: _("Desil hanya diisi bila statusnya Terdaftar."),
        decile.Why.NO_SUCH_DECILE: _("Desil hanya 0 sampai 10."),
        decile.Why.SHUT: "%(sentence)s",
    },
}

CONSIDERATIONS = {
    ConsiderationState: {
        ConsiderationState.REQUESTED: _("Menunggu keputusan"),
        ConsiderationState.RETURNED: _("Dikembalikan"),
        ConsiderationState.APPROVED: _("Disetujui"),
        ConsiderationState.REFUSED: _("Ditolak"),
        ConsiderationState.WITHDRAWN: _("Ditarik kembali"),
    },
    ConsiderationStep: {
        ConsiderationStep.REQUEST: _("Ajukan"),
        ConsiderationStep.APPROVE: _("Setujui"),
        ConsiderationStep.REFUSE: _("Tolak"),
        ConsiderationStep.RETURN: _("Kembalikan"),
        ConsiderationStep.WITHDRAW: _("Tarik kembali"),
        ConsiderationStep.UNDO: _("Urungkan persetujuan"),
    },
    CoordinationState: {
        CoordinationState.OPEN: _("Menunggu jawaban Sentra"),
        CoordinationState.ANSWERED: _("Dijawab Sentra"),
    },
    CoordinationStep: {
        CoordinationStep.ANSWER: _("Catat jawaban Sentra"),
    },
    ConsiderationReason: {
        ConsiderationReason.EMERGENCY: _("Kondisi darurat"),
        ConsiderationReason.SAFETY: _("Ancaman keselamatan"),
        ConsiderationReason.ILLNESS: _("Penyakit kronis/katastropik atau darurat medis"),
        ConsiderationReason.NO_FAMILY: _("Anak tanpa keluarga atau asal-usul"),
        ConsiderationReason.NO_NIK: _("Tanpa NIK"),
        ConsiderationReason.OUTDATED: _("Data tidak mutakhir"),
        ConsiderationReason.DISASTER: _("Bencana"),
        ConsiderationReason.OTHER: _("Lainnya"),
    },
    consideration.Why: {
        consideration.Why.NOT_CHECKED_YET: _("Cek DT-SEN dahulu, baru ajukan pertimbangan khusus."),
        consideration.Why.REASON_TEXT_NEEDED: _("Jelaskan alasannya karena memilih “Lainnya”."),
        consideration.Why.ALREADY_RUNNING: _("Pertimbangan khusus untuk program ini sudah diajukan atau disetujui."),
    },
}

WORDS = TRIAGE | SCORE | ASSESSMENTS | DTSEN | CONSIDERATIONS
