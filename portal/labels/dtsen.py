"""The words for looks into DT-SEN and for the lists from SIKS-NG that fill them."""
from flask_babel import lazy_gettext as _

from portal.rules import dtsen_check, dtsen_extract
from portal.rules.dtsen_check import CheckState, CheckStep, Due
from portal.rules.dtsen_extract import ExtractColumn, ExtractState, ExtractStep
from portal.rules.dtsen_matching import Fate, Match
from portal.rules.dtsen_rows import ExtractFault

WORDS = {
    CheckState: {
        CheckState.KEPT: _("Berlaku"),
        CheckState.CANCELLED: _("Dibatalkan"),
    },
    CheckStep: {
        CheckStep.CANCEL: _("Batalkan pengecekan"),
    },
    Due: {
        Due.FIRST: _("Cek DT-SEN"),
        Due.AGAIN: _("Cek ulang DT-SEN"),
    },
    dtsen_check.Why: {
        dtsen_check.Why.CANCELLED: _("Pengecekan ini sudah dibatalkan, jadi tidak bisa diperbaiki lagi. Catat hasil cek yang baru."),
    },
    ExtractState: {
        ExtractState.READING: _("Sedang dibaca"),
        ExtractState.PENDING: _("Menunggu keputusan Anda"),
        ExtractState.UNREADABLE: _("Tidak terbaca"),
        ExtractState.APPLIED: _("Sudah dicatat"),
        ExtractState.UNDONE: _("Diurungkan"),
        ExtractState.DISCARDED: _("Dibuang"),
        ExtractState.EXPIRED: _("Dihapus setelah 24 jam"),
    },
    ExtractStep: {
        ExtractStep.FINISH_READING: _("Selesai dibaca"),
        ExtractStep.GIVE_UP: _("Berhenti membaca"),
        ExtractStep.APPLY: _("Catat pengecekan dari daftar"),
        ExtractStep.UNDO: _("Urungkan daftar"),
        ExtractStep.DISCARD: _("Buang daftar"),
        ExtractStep.EXPIRE: _("Hapus setelah 24 jam"),
    },
    ExtractColumn: {
        ExtractColumn.NIK: _("NIK"),
        ExtractColumn.FAMILY_CARD: _("Nomor kartu keluarga"),
        ExtractColumn.NAME: _("Nama lengkap"),
        ExtractColumn.BIRTH: _("Tanggal lahir"),
        ExtractColumn.SEX: _("Kelamin"),
        ExtractColumn.DECILE: _("Desil"),
        ExtractColumn.STATUS: _("Status"),
        ExtractColumn.CHECKED_ON: _("Tanggal data"),
    },
    dtsen_extract.Why: {
        dtsen_extract.Why.NOBODY_NAMED: _("Daftar ini tidak menyebut orangnya. Sertakan kolom NIK, No KK, atau Nama dengan Tanggal lahir."),
        dtsen_extract.Why.NO_DECILE: _("Kolom desil tidak ditemukan. Beri judul “Desil” pada kolomnya, atau “Status” bila hanya status yang ada."),
        dtsen_extract.Why.NO_DAY: _("Daftar ini tidak punya kolom tanggal. Tulis tanggal datanya di bawah, lalu pilih lagi berkasnya."),
        dtsen_extract.Why.NOTHING_TICKED: _("Belum ada yang dicentang. Centang paling sedikit satu orang, atau buang daftar ini."),
        dtsen_extract.Why.FOLLOWED: _("Daftar ini tidak dapat diurungkan, karena %(count)s pengecekan di dalamnya sudah diperbaiki, dilampiri, "
                                      "disusul pengecekan baru, atau dipakai dalam pertimbangan khusus. Batalkan satu per satu bila perlu."),
        dtsen_extract.Why.NOT_PENDING: _("Daftar ini sudah dicatat atau dibuang, jadi pilihannya tidak bisa diubah lagi."),
    },
    ExtractFault: {
        ExtractFault.NO_DECILE: _("Desilnya kosong. Tulis 1 sampai 10, atau 0 bila belum diperingkat."),
        ExtractFault.DECILE_UNREAD: _("Desil ini tidak terbaca. Yang diterima: 0 sampai 10, atau “belum diperingkat”."),
        ExtractFault.STATUS_UNREAD: _("Status ini tidak dikenal. Yang diterima: terdaftar, tidak terdaftar, belum diperingkat, NIK tidak padan."),
        ExtractFault.CONTRADICTS: _("Desil dan status di baris ini saling bertentangan."),
        ExtractFault.NOBODY: _("Baris ini tidak menyebut orangnya dengan NIK, nomor KK, atau nama dan tanggal lahir lengkap."),
        ExtractFault.NO_DAY: _("Tanggal datanya kosong."),
        ExtractFault.DAY_UNREAD: _("Tanggal ini tidak terbaca. Tulis hari, bulan, dan tahunnya, misalnya 20/03/2026, "
                                   "atau bulannya, misalnya Maret 2026."),
        ExtractFault.NOT_YET: _("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."),
        ExtractFault.BEFORE_DTSEN: _("Tanggal ini sebelum DT-SEN ada (5 Februari 2025). Periksa tahunnya."),
    },
    Match: {
        Match.NIK: _("NIK sama"),
        Match.FAMILY_CARD: _("nomor KK sama"),
        Match.BIRTH: _("nama dan tanggal lahir sama"),
        Match.UNSURE: _("mungkin orang ini; periksa dahulu"),
    },
    Fate: {
        Fate.FRESH: _("Baru"),
        Fate.KNOWN: _("Sudah ada"),
        Fate.OLDER: _("Lebih lama"),
        Fate.CONFLICT: _("Bertentangan dalam daftar"),
    },
}
