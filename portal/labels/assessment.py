"""The words for triage, the instrument and its score, the assessment, its suggestions, DT-SEN and special considerations."""
from flask_babel import lazy_gettext as _

from portal.rules import assessment, consideration, decile, scoring
from portal.rules.assessment import AssessmentKind, AssessmentState, AssessmentStep
from portal.rules.consideration import ConsiderationReason, ConsiderationState, ConsiderationStep, CoordinationState, CoordinationStep
from portal.rules.decile import Because, DtsenSource, DtsenStatus, Programme, Verdict
from portal.rules.instrument import InstrumentFault
from portal.rules.interview import Source, StreetReason
from portal.rules.scoring import AnswerState, DecidedBy
from portal.rules.suggestions import Advice, Partner
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
        assessment.Why.NO_NARRATIVE: _("Tulis uraian asesmennya dahulu."),
        assessment.Why.NEEDS_UNDECIDED: _("Tentukan untuk setiap layanan apakah dibutuhkan."),
        assessment.Why.DTSEN_NOT_SAID: _("Isi hasil cek DT-SEN, atau pilih “Belum dicek”."),
        assessment.Why.LEVEL_REASON: _("Tulis alasan mengapa tingkat yang diusulkan berbeda dari saran."),
    },
}

INTERVIEW = {
    Source: {
        Source.CHILD: _("Klien sendiri"),
        Source.FAMILY: _("Keluarga"),
        Source.OBSERVATION: _("Pengamatan"),
        Source.DOCUMENT: _("Dokumen"),
        Source.OTHERS: _("Pihak lain"),
    },
    StreetReason: {
        StreetReason.ECONOMY: _("Ekonomi"),
        StreetReason.FRIENDS: _("Diajak teman"),
        StreetReason.TOLD_TO: _("Disuruh"),
        StreetReason.CONFLICT: _("Konflik keluarga"),
        StreetReason.WITH_PARENTS: _("Ikut orang tua"),
        StreetReason.OTHER: _("Lainnya"),
    },
}

SUGGESTIONS = {
    Partner: {
        Partner.UPTD_PPA: _("UPTD PPA"),
        Partner.POLICE: _("Unit PPA Polres"),
        Partner.HOSPITAL: _("RSUD"),
        Partner.MENTAL_HOSPITAL: _("Rumah sakit jiwa"),
        Partner.CLINIC: _("Puskesmas"),
        Partner.PSYCHOLOGIST: _("Psikolog"),
        Partner.NARCOTICS_AGENCY: _("IPWL/BNN kabupaten/kota"),
        Partner.SHELTER: _("Rumah singgah"),
        Partner.CARE_HOME: _("LKSA"),
        Partner.SENTRA: _("Sentra Kemensos"),
        Partner.BAZNAS: _("Baznas"),
        Partner.EDUCATION: _("Dinas Pendidikan/PKBM"),
        Partner.CIVIL_REGISTRY: _("Disdukcapil"),
        Partner.BAPAS: _("Bapas"),
        Partner.LEGAL_AID: _("Lembaga bantuan hukum"),
        Partner.HOME_OFFICE: _("Dinas Sosial daerah asal"),
    },
    Advice: {
        Advice.AT_ONCE: _("Layani sekarang juga, tanpa menunggu tahap lain."),
        Advice.RESTRICT: _("Pertimbangkan menjadikannya kasus terbatas."),
        Advice.KIN_FIRST: _("Pengasuhan: kerabat dahulu, lalu LKSA, lalu Sentra."),
        Advice.REUNIFY_WHEN_FOUND: _("Reunifikasi setelah keluarga ditemukan."),
        Advice.NO_REUNIFICATION: _("Jangan reunifikasi sebelum ada rencana keselamatan."),
        Advice.PROPOSE_AID: _("Usulkan PKH atau Sembako."),
        Advice.PROPOSE_LISTING: _("Usulkan masuk atau pemutakhiran DT-SEN."),
        Advice.SEKOLAH_RAKYAT: _("Tawarkan Sekolah Rakyat."),
        Advice.PARENTS_STATEMENT: _("Surat pernyataan orang tua atau wali."),
        Advice.TRAINING: _("Tawarkan pelatihan keterampilan."),
        Advice.SPECIAL_REGISTRATION: _("Pendataan penduduk rentan dengan iris mata atau sidik jari."),
        Advice.PBI_JK: _("Usulkan PBI-JK."),
        Advice.LOCAL_INSURANCE: _("Usulkan PBPU Pemda."),
        Advice.REACTIVATE: _("Ajukan reaktivasi JKN karena sedang sakit."),
        Advice.SOCIAL_WORKER_AT_TRIAL: _("Pendampingan pekerja sosial selama proses hukum."),
        Advice.BRING_HOME: _("Rencanakan pemulangan ke daerah asal."),
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
        Because.ABOVE: _("Desil di atas batas program ini; ajukan pertimbangan khusus."),
        Because.UNRANKED: _("Belum diperingkat dalam DT-SEN; ajukan pertimbangan khusus."),
        Because.NOT_LISTED: _("Tidak terdaftar dalam DT-SEN; ajukan pertimbangan khusus dan usul pendaftaran."),
        Because.NIK_MISMATCH: _("NIK tidak padan; ajukan pertimbangan khusus dan perbaiki data."),
        Because.NO_NIK: _("Belum ada NIK; ajukan pertimbangan khusus dan urus dokumennya."),
    },
    decile.Why: {
        decile.Why.DECILE_NEEDED: _("Isi desilnya, 1 sampai 10, atau 0 bila belum diperingkat."),
        decile.Why.DECILE_WITHOUT_LISTING: _("Desil hanya diisi bila statusnya Terdaftar."),
        decile.Why.NO_SUCH_DECILE: _("Desil hanya 0 sampai 10."),
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
        consideration.Why.ALREADY_RUNNING: _("Pertimbangan khusus untuk kasus ini sudah diajukan atau disetujui."),
    },
}

WORDS = TRIAGE | SCORE | ASSESSMENTS | INTERVIEW | SUGGESTIONS | DTSEN | CONSIDERATIONS
