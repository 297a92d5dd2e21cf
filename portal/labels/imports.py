"""The words for imports: the life of a batch, the columns of a list, and what can be wrong with a file, a row or a cell."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import imports
from portal.rules.import_cells import CellFault
from portal.rules.import_columns import Column
from portal.rules.imports import Alike, ImportState, ImportStep, ListKind, Remark, Verdict

WORDS = {
    ImportState: {
        ImportState.CHECKING: _("Sedang diperiksa"),
        ImportState.CHECKED: _("Sudah diperiksa"),
        ImportState.UNREADABLE: _("Tidak terbaca"),
        ImportState.RUNNING: _("Sedang dimasukkan"),
        ImportState.STAGED: _("Siap diberlakukan"),
        ImportState.LIVE: lazy_pgettext("impor", "Berlaku"),
        ImportState.TAKEN_BACK: _("Ditarik kembali"),
        ImportState.DISCARDED: _("Dibuang"),
    },
    ImportStep: {
        ImportStep.FINISH_CHECK: _("Selesai diperiksa"),
        ImportStep.GIVE_UP: _("Berhenti memeriksa"),
        ImportStep.LOOK_ON: _("Lanjutkan mencari yang mirip"),
        ImportStep.RUN: _("Masukkan sebagai klien"),
        ImportStep.FINISH_RUN: _("Selesai dimasukkan"),
        ImportStep.GO_LIVE: _("Berlakukan impor"),
        ImportStep.TAKE_BACK: _("Tarik kembali impor"),
        ImportStep.DISCARD: _("Buang impor"),
    },
    Verdict: {
        Verdict.GOOD: _("Baik"),
        Verdict.WARNED: _("Dengan peringatan"),
        Verdict.BAD: _("Perlu diperbaiki"),
    },
    ListKind: {
        ListKind.XLSX: _("Excel (.xlsx)"),
        ListKind.CSV: _("CSV"),
    },
    Alike: {
        Alike.SAME_NIK: _("NIK sama"),
        Alike.SAME_BIRTH: _("nama dan tanggal lahir sama"),
        Alike.SIMILAR: _("mirip"),
        Alike.TWICE: _("dua kali dalam daftar"),
    },
    Remark: {
        Remark.COLUMNS_UNREAD: _("Kolom yang tidak dikenal dan tidak dibaca: %(columns)s."),
        Remark.SHEETS_UNREAD: _("Lembar yang tidak dibaca: %(sheets)s."),
        Remark.EXAMPLES_SKIPPED: _("Baris contoh yang dilewati: %(count)s."),
        Remark.NOT_UNICODE: _("Berkas CSV ini tidak disimpan sebagai UTF-8, jadi huruf seperti é mungkin berubah. Periksa beberapa nama."),
        Remark.NIKS_ROUNDED: _("Semua NIK di daftar ini berakhir dengan 0. Excel mungkin sudah membulatkannya; "
                               "cocokkan dengan dokumen sebelum melanjutkan."),
    },
    imports.Why: {
        imports.Why.EMPTY: _("Berkas ini kosong. Pilih berkas yang berisi daftar."),
        imports.Why.TOO_HEAVY: _("Berkas ini lebih dari %(count)s MB. Bagi daftarnya menjadi beberapa berkas."),
        imports.Why.OLD_EXCEL: _("Berkas ini berformat Excel lama (.xls) atau dikunci sandi. Simpan ulang sebagai .xlsx tanpa sandi."),
        imports.Why.MACROS: _("Berkas ini berisi makro. Simpan ulang sebagai .xlsx biasa."),
        imports.Why.NO_LIST: _("Ini bukan daftar Excel atau CSV. Simpan daftarnya sebagai .xlsx atau .csv."),
        imports.Why.UNREADABLE: _("Berkas ini rusak atau tidak dapat dibaca. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi."),
        imports.Why.UNPACKS_TOO_LARGE: _("Isi berkas ini lebih dari %(count)s MB setelah dibuka. Salin hanya daftarnya ke berkas baru."),
        imports.Why.OPEN_QUOTE: _("Tanda kutip di sekitar baris %(line)s tidak berpasangan. Perbaiki, atau simpan daftarnya sebagai .xlsx."),
        imports.Why.NO_HEADS: _("Baris judul kolom tidak ditemukan. Beri judul seperti pada templat, misalnya “Nama lengkap” dan “Kelamin”."),
        imports.Why.DOUBLE_HEAD: _("Kolom %(one)s dan %(other)s sama-sama dibaca sebagai “%(column)s”. Ganti atau hapus salah satu judulnya."),
        imports.Why.TOO_MANY_COLUMNS: _("Daftar ini lebih dari %(count)s kolom. Hapus kolom yang tidak diperlukan."),
        imports.Why.TOO_MANY_ROWS: _("Daftar ini lebih dari %(count)s baris. Bagi menjadi beberapa berkas."),
        imports.Why.NO_ROWS: _("Tidak ada baris yang terisi di bawah judul kolom."),
        imports.Why.NOTHING_TO_RUN: _("Tidak ada baris yang dapat dimasukkan. Perbaiki daftarnya, lalu unggah lagi."),
        imports.Why.TOUCHED: _("Impor ini tidak dapat ditarik kembali, karena %(count)s klien di dalamnya sudah diubah atau dipakai. "
                               "Batalkan klien satu per satu bila perlu."),
    },
    Column: {
        Column.NAME: _("Nama lengkap"),
        Column.ALIAS: _("Nama panggilan"),
        Column.SEX: _("Kelamin"),
        Column.BIRTH: _("Tanggal lahir"),
        Column.AGE: _("Usia"),
        Column.BIRTH_PLACE: _("Tempat lahir"),
        Column.NIK: _("NIK"),
        Column.NO_NIK_REASON: _("Alasan belum ada NIK"),
        Column.FAMILY_CARD: _("Nomor kartu keluarga"),
        Column.PHONE: _("Telepon"),
        Column.ADDRESS: _("Alamat"),
        Column.DISTRICT: _("Kecamatan"),
        Column.VILLAGE: _("Desa atau kelurahan"),
        Column.USUAL_PLACE: _("Tempat biasa"),
        Column.MARKS: _("Ciri-ciri"),
        Column.MOTHER: _("Nama ibu"),
        Column.GUARDIAN: _("Nama wali"),
        Column.KIN_PHONE: _("Telepon ibu atau wali"),
        Column.SCHOOL: _("Sekolah dan kelas"),
        Column.NOTE: lazy_pgettext("impor", "Catatan riwayat"),
        Column.NOTE_ON: _("Tanggal catatan"),
    },
    CellFault: {
        CellFault.NUMBER: _("Nomor 16 angka ini disimpan sebagai angka, sehingga Excel mungkin sudah mengubah digit terakhirnya. "
                            "Jadikan kolomnya teks dan tulis ulang dari dokumen, atau kosongkan."),
        CellFault.PHONE_NUMBER: _("Nomor telepon ini disimpan sebagai angka, sehingga nol di depannya hilang. "
                                  "Jadikan kolomnya teks dan tulis ulang."),
        CellFault.NO_ZERO: _("Nomor telepon ini tidak diawali 0 atau +62. Dimasukkan seperti tertulis; periksa kembali."),
        CellFault.ERROR: _("Sel ini berisi galat rumus Excel. Tulis nilainya, atau kosongkan."),
        CellFault.NOT_COUNTED: _("Rumus di sel ini belum dihitung. Buka dan simpan ulang di Excel, atau tulis nilainya."),
        CellFault.TOO_LONG: _("Terlalu panjang: paling banyak %(count)s huruf."),
        CellFault.NO_SUCH_CHOICE: _("Pilihan ini tidak dikenal. Lihat pilihan yang diterima di lembar Petunjuk pada templat."),
        CellFault.NO_SUCH_DISTRICT: _("Kecamatan ini tidak ada di wilayah kantor. Periksa ejaannya; "
                                      "untuk wilayah lain, kosongkan dan tulis di kolom Alamat."),
        CellFault.NO_SUCH_VILLAGE: _("Desa atau kelurahan ini tidak ada di kecamatannya. Periksa ejaannya, atau kosongkan."),
        CellFault.SEVERAL_VILLAGES: _("Ada beberapa desa atau kelurahan dengan nama ini. Isi juga kecamatannya."),
        CellFault.NOT_SIXTEEN: _("Nomor kartu keluarga terdiri atas 16 angka. Periksa kembali."),
        CellFault.NOT_AN_AGE: _("Usia ini belum terbaca. Tulis angka bulat dalam tahun, misalnya 12."),
        CellFault.AGE_DIFFERS: _("Usia ini tidak cocok dengan tanggal lahirnya. Yang dimasukkan tanggal lahirnya."),
        CellFault.NOT_YET: _("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."),
        CellFault.DATE_ALONE: _("Ada tanggal tanpa catatan. Tanggalnya tidak dimasukkan."),
        CellFault.REASON_AND_NIK: _("NIK sudah ada, jadi alasan belum ada NIK tidak dimasukkan."),
        CellFault.KIN_UNNAMED: _("Telepon ini tidak disertai nama ibu atau wali. Tulis namanya, atau kosongkan."),
        CellFault.NOBODY: _("Baris ini tidak menyebut siapa. Isi nama, panggilan, NIK, atau ciri-cirinya."),
    },
}
