"""The words for reports and the people they name: channels, outcomes, numbers, ages, dates and categories."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import age, dates, happening, report
from portal.rules.age import AgeGroup, BirthPrecision
from portal.rules.categories import Category, CategoryWarning, PasGroup, SpmType, SubType
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.nik import NikFault, NikWarning, Sex
from portal.rules.phone import PhoneFault
from portal.rules.report import PersonOutcome, ReporterRelation, ReportState, ReportStep

REPORTS = {
    Channel: {
        Channel.HOTLINE_171: _("171"),
        Channel.TELEPHONE: _("Telepon"),
        Channel.WHATSAPP: _("WhatsApp"),
        Channel.WALK_IN: _("Datang langsung"),
        Channel.OUTREACH: _("Penjangkauan"),
        Channel.SATPOL_PP: _("Satpol PP"),
        Channel.POLICE: _("Polsek/Polres"),
        Channel.VILLAGE: _("Desa/kelurahan atau TKSK"),
        Channel.SCHOOL: _("Sekolah"),
        Channel.CLINIC: _("Puskesmas/rumah sakit"),
        Channel.SP4N: _("SP4N-LAPOR!"),
        Channel.INSTITUTION: _("LKSA/lembaga/Sentra"),
        Channel.SOCIAL_MEDIA: _("Media sosial"),
        Channel.OTHER_REGION: _("Dinas Sosial daerah lain"),
        Channel.OTHER: _("Lainnya"),
    },
    Danger: {
        Danger.YES: _("Ya"),
        Danger.UNKNOWN: _("Belum tahu"),
        Danger.NO: _("Tidak"),
    },
    ReportState: {
        ReportState.RECEIVED: lazy_pgettext("laporan", "Diterima"),
        ReportState.VERIFIED: _("Terverifikasi"),
        ReportState.MERGED: _("Digabung"),
        ReportState.HANDED_OVER: _("Dialihkan"),
        ReportState.OUTSIDE: _("Bukan kewenangan"),
        ReportState.UNFOUNDED: _("Tidak terbukti"),
        ReportState.CANCELLED: _("Dibatalkan"),
    },
    ReportStep: {
        ReportStep.VERIFY: _("Verifikasi"),
        ReportStep.MERGE: _("Gabungkan dengan laporan lain"),
        ReportStep.HAND_OVER: _("Alihkan ke instansi lain"),
        ReportStep.PUT_OUTSIDE: _("Nyatakan bukan kewenangan"),
        ReportStep.FIND_UNFOUNDED: _("Nyatakan tidak terbukti"),
        ReportStep.CANCEL: _("Batalkan laporan"),
    },
    PersonOutcome: {
        PersonOutcome.PENDING: _("Belum dipastikan"),
        PersonOutcome.KNOWN_CLIENT: _("Sudah menjadi klien"),
        PersonOutcome.NEW_CLIENT: _("Klien baru"),
        PersonOutcome.NOT_FOUND: _("Tidak ditemukan"),
        PersonOutcome.NOT_NEEDED: _("Tidak perlu dilayani"),
    },
    ReporterRelation: {
        ReporterRelation.PUBLIC: _("Masyarakat"),
        ReporterRelation.FAMILY: _("Keluarga"),
        ReporterRelation.OFFICIAL: _("Aparat"),
        ReporterRelation.OFFICER: _("Petugas"),
        ReporterRelation.CHILD_SELF: _("Anak atau klien sendiri"),
        ReporterRelation.ANONYMOUS: _("Anonim"),
        ReporterRelation.OTHER: _("Lainnya"),
    },
    report.Why: {
        report.Why.NOT_TRIAGED: _("Lengkapi triase dahulu: jawab delapan bendera merah, boleh dengan “Tidak tahu”."),
        report.Why.PEOPLE_PENDING: _("Pastikan dahulu setiap orang dalam laporan: klien lama, klien baru, tidak ditemukan, atau tidak perlu."),
        report.Why.INTO_ITSELF: _("Laporan tidak bisa digabung dengan dirinya sendiri. Pilih laporan lain."),
        report.Why.TARGET_GONE: _("Laporan tujuan sudah digabung, dialihkan, atau dibatalkan. Pilih laporan yang masih berjalan."),
        report.Why.HAS_CASE: _("Laporan ini sudah menjadi dasar kasus. Batalkan kasusnya dahulu."),
        report.Why.TRIAGE_OVER: _("Laporan ini tidak lagi menunggu triase. Tingkat kasus diubah di halaman kasusnya."),
        report.Why.SETTLED: _("Laporan ini sudah selesai ditangani. Buka laporan tujuannya, atau catat laporan baru."),
        report.Why.CLIENT_MADE: _("Orang ini sudah menjadi klien baru. Lanjutkan di halaman klien itu."),
        report.Why.CASE_RESTS: _("Sudah ada kasus klien ini yang berdiri di atas laporan ini, jadi tautannya tetap. "
                                 "Bila keliru, batalkan kasusnya dahulu."),
        report.Why.NOT_LINKED: _("Orang ini tidak sedang ditautkan ke klien. Muat ulang halaman laporannya."),
        report.Why.CLIENT_IN_USE: _("Data klien ini sudah dilengkapi, jadi tidak dapat diurungkan. "
                                    "Bila orangnya ternyata sudah dikenal, gabungkan kedua datanya."),
        report.Why.PROPOSAL_OPEN: _("Masih ada usulan yang menunggu keputusan manajer. Tarik usulan itu dahulu, atau tunggu keputusannya."),
        report.Why.INSTITUTION_NEEDED: _("Tulis instansi yang menerima laporan ini."),
        report.Why.DIRECTION_NEEDED: _("Tulis ke mana pelapor diarahkan."),
        report.Why.NO_SUCH_REPORT: _("Tidak ada laporan dengan nomor ini yang dapat Anda lihat. Periksa nomornya."),
        report.Why.TOO_EARLY: _("Waktunya lebih awal daripada laporan masuk. Periksa tanggal dan jamnya."),
        report.Why.NOT_YET: _("Waktunya belum tiba. Tulis waktu yang sudah lewat."),
        report.Why.TICKET_TAKEN: _("Nomor tiket ini sudah tercatat pada laporan lain. Periksa nomornya, lalu lanjutkan di laporan itu."),
        report.Why.NOT_RESTRICTED: _("Laporan ini tidak terbatas."),
        report.Why.HELD_BY_CASE: _("Laporan ini termasuk kasus terbatas. Usulkan pencabutannya di halaman kasus itu."),
    },
}

IDENTITY = {
    Sex: {
        Sex.MALE: _("Laki-laki"),
        Sex.FEMALE: _("Perempuan"),
    },
    NikFault: {
        NikFault.LETTERS: _("NIK hanya berisi angka. Hapus huruf atau tanda lain."),
        NikFault.LENGTH: _("NIK harus 16 angka; yang tertulis %(count)s angka."),
        NikFault.MONTH: _("Angka ke-9 dan ke-10 NIK adalah bulan lahir, dari 01 sampai 12. Periksa kembali."),
        NikFault.DAY: _("Angka ke-7 dan ke-8 NIK adalah tanggal lahir (perempuan ditambah 40) dan tanggal ini tidak ada. Periksa kembali."),
    },
    NikWarning: {
        NikWarning.BIRTH_DATE: _("Tanggal lahir berbeda dengan yang terbaca dari NIK. Pastikan dari dokumen."),
        NikWarning.SEX: _("Jenis kelamin berbeda dengan yang terbaca dari NIK. Pastikan dari dokumen."),
        NikWarning.REGION: _("Kode wilayah pada NIK tidak dikenal. Pastikan enam angka pertama."),
    },
    PhoneFault: {
        PhoneFault.LETTERS: _("Nomor telepon hanya berisi angka, boleh diawali +."),
        PhoneFault.LENGTH: _("Jumlah angka nomor telepon tidak sesuai: tertulis %(count)s angka. Periksa kembali."),
        PhoneFault.PREFIX: _("Nomor telepon diawali 0, 62, atau +. Tambahkan kode wilayahnya."),
    },
    BirthPrecision: {
        BirthPrecision.DAY: _("Tanggal lahir diketahui"),
        BirthPrecision.MONTH: _("Hanya bulan dan tahun"),
        BirthPrecision.YEAR: _("Hanya tahun"),
        BirthPrecision.ESTIMATE: _("Perkiraan usia"),
    },
    AgeGroup: {
        AgeGroup.UP_TO_5: _("0–5 tahun"),
        AgeGroup.UP_TO_12: _("6–12 tahun"),
        AgeGroup.UP_TO_15: _("13–15 tahun"),
        AgeGroup.UP_TO_17: _("16–17 tahun"),
        AgeGroup.UP_TO_21: _("18–21 tahun"),
        AgeGroup.UP_TO_59: _("22–59 tahun"),
        AgeGroup.FROM_60: _("60 tahun ke atas"),
        AgeGroup.UNKNOWN: _("Usia tidak diketahui"),
    },
    age.Why: {
        age.Why.NOT_YET_BORN: _("Tanggal ini sebelum tanggal lahir. Periksa tanggal lahir atau tanggal kejadian."),
    },
    dates.Why: {
        dates.Why.EMPTY: _("Tulis tanggalnya, misalnya 21/11/2026 atau “kemarin”."),
        dates.Why.NOT_UNDERSTOOD: _("Tanggal ini belum terbaca. Tulis tanggal/bulan/tahun, misalnya 21/11/2026."),
        dates.Why.IMPOSSIBLE: _("Tanggal atau jam ini tidak ada di kalender. Urutannya tanggal, bulan, tahun."),
        dates.Why.AMBIGUOUS: _("Tulisan ini bisa berarti lebih dari satu. Tulis tanggalnya, atau usia sebagai “umur 12”."),
        dates.Why.NO_TIME: _("Tulis tanggal dan jamnya, misalnya 21/11/2026 14.05."),
        dates.Why.FUTURE_BIRTH: _("Tanggal lahir ini masih akan datang. Periksa tahunnya."),
        dates.Why.BIRTH_TOO_OLD: _("Usia ini lebih dari 120 tahun. Periksa tahun lahirnya."),
    },
    happening.Why: {
        happening.Why.EITHER: _("Tulisan ini bisa berarti lebih dari satu waktu."),
        happening.Why.NOT_YET: _("Waktu ini belum tiba, padahal yang dilaporkan sudah terjadi."),
        happening.Why.OTHER_WEEKDAY: _("Nama hari dan tanggalnya tidak cocok."),
    },
    happening.Known: {
        happening.Known.MOMENT: _("%(day)s pukul %(time)s"),
        happening.Known.PART: _("%(day)s sekitar pukul %(time)s"),
        happening.Known.DAY: _("%(day)s"),
    },
}

CATEGORIES = {
    Category: {
        Category.NEGLECTED_TODDLER: _("Anak Balita Telantar"),
        Category.NEGLECTED_CHILD: _("Anak Telantar"),
        Category.CHILD_AND_LAW: _("Anak yang Berhadapan dengan Hukum (ABH)"),
        Category.STREET_CHILD: _("Anak Jalanan"),
        Category.CHILD_WITH_DISABILITY: _("Anak dengan Kedisabilitasan (ADK)"),
        Category.CHILD_VICTIM: _("Anak yang Menjadi Korban Tindak Kekerasan atau Diperlakukan Salah"),
        Category.SPECIAL_PROTECTION: _("Anak yang Memerlukan Perlindungan Khusus (AMPK)"),
        Category.NEGLECTED_ELDERLY: _("Lanjut Usia Telantar"),
        Category.DISABILITY: _("Penyandang Disabilitas"),
        Category.SEX_WORK: _("Tuna Susila"),
        Category.HOMELESS: _("Gelandangan"),
        Category.BEGGING: _("Pengemis"),
        Category.WASTE_PICKING: _("Pemulung"),
        Category.MINORITY: _("Kelompok Minoritas"),
        Category.FORMER_PRISONER: _("Bekas Warga Binaan Lembaga Pemasyarakatan (BWBLP)"),
        Category.HIV: _("Orang dengan HIV/AIDS (ODHA)"),
        Category.DRUGS: _("Korban Penyalahgunaan NAPZA"),
        Category.TRAFFICKED: _("Korban Trafficking"),
        Category.VIOLENCE: _("Korban Tindak Kekerasan"),
        Category.MIGRANT_WORKER: _("Pekerja Migran Bermasalah Sosial (PMBS)"),
        Category.NATURAL_DISASTER: _("Korban Bencana Alam"),
        Category.SOCIAL_DISASTER: _("Korban Bencana Sosial"),
        Category.VULNERABLE_WOMAN: _("Perempuan Rawan Sosial Ekonomi (PRSE)"),
        Category.POOR: _("Fakir Miskin"),
        Category.TROUBLED_FAMILY: _("Keluarga Bermasalah Sosial Psikologis"),
        Category.REMOTE_COMMUNITY: _("Komunitas Adat Terpencil (KAT)"),
    },
    PasGroup: {
        PasGroup.VULNERABLE_CHILDREN: _("Anak-anak rentan"),
        PasGroup.DISABILITY: _("Penyandang disabilitas"),
        PasGroup.NEGLECTED_ELDERLY: _("Lanjut usia telantar"),
        PasGroup.LOW_INCOME: _("Masyarakat berpendapatan rendah"),
        PasGroup.DISASTER: _("Korban bencana"),
        PasGroup.AFFIRMATION: _("Masyarakat dengan afirmasi khusus"),
        PasGroup.PRISONERS: _("Warga binaan"),
        PasGroup.VIOLENCE: _("Korban kekerasan"),
        PasGroup.DRUGS_AND_HIV: _("Korban NAPZA dan HIV/AIDS"),
        PasGroup.SOCIAL_PROBLEMS: _("Masyarakat bermasalah sosial"),
        PasGroup.VULNERABLE_WOMEN: _("Perempuan rentan"),
        PasGroup.POOR: _("Fakir miskin"),
    },
    SubType: {
        SubType.LIVES: _("Hidup di jalan"),
        SubType.WORKS: _("Bekerja di jalan"),
        SubType.AT_RISK: _("Rentan menjadi anak jalanan"),
        SubType.OLDER: _("Anak jalanan di atas 16 tahun"),
    },
    SpmType: {
        SpmType.DISABILITY: _("Penyandang disabilitas telantar di luar panti"),
        SpmType.NEGLECTED_CHILD: _("Anak telantar di luar panti"),
        SpmType.NEGLECTED_ELDERLY: _("Lanjut usia telantar di luar panti"),
        SpmType.HOMELESS: _("Tuna sosial di luar panti"),
        SpmType.DISASTER: _("Perlindungan korban bencana"),
    },
    CategoryWarning: {
        CategoryWarning.GROWN_UP: _("Sudah berusia 18 tahun; pastikan kategori."),
        CategoryWarning.TODDLER_TOO: _("Usia 5 tahun ke bawah: tambahkan kategori Anak Balita Telantar."),
    },
}

WORDS = REPORTS | IDENTITY | CATEGORIES
