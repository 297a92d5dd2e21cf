"""The words for the office's hours, its days off, and the targets of the clocks."""
from flask_babel import lazy_gettext as _

from portal.rules import days_off, opening_hours, targets

WORDS = {
    opening_hours.Why: {
        opening_hours.Why.PAST_DAY: _("Jam kerja baru berlaku mulai hari ini atau sesudahnya; yang sudah berlalu tidak berubah."),
        opening_hours.Why.OUT_OF_YEARS: _("Tanggalnya harus dalam tahun %(first)s sampai %(last)s."),
        opening_hours.Why.LAST_BEFORE_FIRST: _("Hari terakhirnya lebih awal daripada hari pertamanya. Periksa tanggalnya."),
        opening_hours.Why.TOO_LONG: _("Jam khusus paling lama %(most)s hari. Untuk yang lebih lama, ubah jam kerja biasa."),
        opening_hours.Why.NEVER_OPEN_THEN: _("Tidak ada hari buka di antara kedua tanggal itu. Untuk menutup kantor, catat hari libur."),
        opening_hours.Why.OVERLAPS: _("Sebagian harinya sudah termasuk %(name)s. Ubah tanggalnya, atau perbaiki yang itu."),
        opening_hours.Why.REASON_NEEDED: _("Tulis mengapa jam kerja ini ditarik."),
        opening_hours.Why.REASON_TOO_LONG: _("Alasannya terlalu panjang: paling banyak %(most)s huruf."),
        opening_hours.Why.HAS_BEGUN: _("Jam kerja biasa yang sudah berlaku tidak ditarik. Tulis jam kerja baru sebagai gantinya."),
        opening_hours.Why.WITHDRAWN: _("Jam kerja ini sudah ditarik."),
    },
    targets.Why: {
        targets.Why.PAST_DAY: _("Target baru berlaku mulai hari ini atau sesudahnya; kasus lama tetap memakai target lama."),
        targets.Why.OUT_OF_YEARS: _("Target paling lambat mulai berlaku pada tahun %(last)s."),
        targets.Why.SOURCE_NEEDED: _("Tulis surat atau keputusan yang menetapkannya."),
        targets.Why.SOURCE_TOO_LONG: _("Dasarnya paling banyak %(most)s huruf."),
        targets.Why.NOT_WHOLE: _("Setiap target perlu angka dari 1 sampai %(most)s."),
        targets.Why.UNIT: _("%(level)s, %(clock)s: satuannya tidak cocok. Cepat Tuntas selalu dalam hari kerja; langkah lain pada tingkat Darurat "
                            "dalam menit atau jam."),
        targets.Why.LATER_SHORTER: _("Tingkat %(level)s: batas %(later)s bisa jatuh sebelum batas %(earlier)s. Langkah berikutnya tidak boleh lebih "
                                     "singkat. Terhadap jam, satu hari kerja dianggap 8 jam kerja, atau 24 jam pada Darurat."),
        targets.Why.LATER_IN_HOURS: _("Tingkat %(level)s: %(earlier)s dalam hari kerja, maka %(later)s juga. Hari kerja yang disusul menit atau jam "
                                      "tidak dapat dibandingkan."),
        targets.Why.SERIOUS_SLOWER: _("%(clock)s: tingkat %(serious)s bisa lebih lambat daripada %(lesser)s. Yang lebih gawat tidak boleh "
                                      "lebih lambat. Terhadap jam, satu hari kerja dianggap 8 jam kerja, atau 24 jam pada Darurat."),
        targets.Why.LESSER_IN_HOURS: _("%(clock)s: tingkat %(serious)s dalam hari kerja, maka %(lesser)s juga. Keduanya tidak dapat dibandingkan."),
        targets.Why.LATER_TABLE: _("Target ini tidak cocok dengan target yang sudah ditetapkan mulai %(day)s. Samakan dulu yang itu."),
        targets.Why.UNCHANGED: _("Tidak ada target yang berubah pada hari itu."),
    },
    days_off.Why: {
        days_off.Why.OUT_OF_YEARS: _("Tanggalnya harus dalam tahun %(first)s sampai %(last)s."),
        days_off.Why.NAME_NEEDED: _("Tulis nama atau alasannya."),
        days_off.Why.NAME_TOO_LONG: _("Namanya paling banyak %(most)s huruf."),
        days_off.Why.SOURCE_NEEDED: _("Tulis surat atau keputusan yang menetapkannya; hari itu sudah lewat, dan batas waktu ikut bergeser."),
        days_off.Why.SOURCE_TOO_LONG: _("Dasarnya paling banyak %(most)s huruf."),
        days_off.Why.NO_HOURS: _("Pada hari itu kantor tidak mempunyai jam kerja. Untuk membukanya, tulis jam khusus."),
        days_off.Why.ALREADY_OPEN: _("Hari itu tidak ada dalam daftar nasional. Libur dari dinas sendiri dibatalkan dengan kembali ke daftar itu."),
        days_off.Why.NOTHING_AMENDED: _("Hari itu sudah menurut daftar nasional."),
    },
}
