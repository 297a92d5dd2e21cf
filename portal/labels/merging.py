"""The words for two client records that are one person: what is asked before, and what stands against it."""
from flask_babel import lazy_gettext as _

from portal.rules import merging
from portal.rules.merging import Doubt, Side

WORDS = {
    Side: {
        Side.KEPT: _("Data yang dipertahankan"),
        Side.GONE: _("Data yang digabungkan"),
    },
    Doubt: {
        Doubt.RELATED: _("Keduanya tercatat sebagai keluarga atau orang dekat satu sama lain. Pastikan ini memang satu orang."),
        Doubt.TOGETHER: _("Satu laporan menyebut keduanya sebagai dua orang. Pastikan ini memang satu orang."),
        Doubt.SAID_APART: _("Kedua data ini pernah dinyatakan bukan orang yang sama."),
        Doubt.NIK: _("NIK keduanya berbeda. Pastikan dari dokumen mana yang benar."),
        Doubt.SEX: _("Jenis kelamin keduanya berbeda. Pastikan mana yang benar."),
        Doubt.BIRTH: _("Usia keduanya berjauhan. Pastikan mana yang benar."),
        Doubt.HIDDEN: _("Salah satunya klien terbatas: sesudah digabung, semuanya menjadi terbatas."),
        Doubt.TEAMS: _("Kedua tim bergabung: masing-masing melihat seluruh data, kasus, dan berkas klien ini."),
    },
    merging.Why: {
        merging.Why.ONE_RECORD: _("Ini nomor data yang sama. Tulis nomor data yang satunya."),
        merging.Why.NOT_STANDING: _("Salah satu data sudah digabung atau dibatalkan. Buka data yang berlaku, lalu ulangi dari sana."),
        merging.Why.BOTH_OPEN: _("Keduanya mempunyai kasus yang berjalan: %(one)s dan %(other)s. Satu klien hanya boleh mempunyai "
                                 "satu kasus berjalan, jadi tutup atau batalkan salah satunya dahulu."),
        merging.Why.ALREADY_ASKED: _("Usulan penggabungan salah satu data ini masih menunggu keputusan. "
                                     "Tunggu keputusannya atau tarik kembali usulan itu."),
        merging.Why.NOT_WHOLE: _("Data itu ditangani tim lain, jadi Anda hanya melihat garis besarnya. Mintalah manajer untuk membandingkannya."),
        merging.Why.KEPT_GONE: _("Data yang dipertahankan kini sudah digabung lagi atau dibatalkan. Urungkan itu dahulu."),
        merging.Why.LATER_FIRST: _("Sesudah ini %(number)s juga digabung ke data yang sama. Urungkan penggabungan yang terakhir dahulu."),
        merging.Why.NOT_MERGED: _("Kedua data ini tidak sedang tergabung. Muat ulang halamannya."),
        merging.Why.NOT_APART: _("Kedua data ini tidak sedang dinyatakan sebagai dua orang. Muat ulang halamannya."),
        merging.Why.APART_ALREADY: _("Kedua data ini sudah dinyatakan bukan orang yang sama."),
    },
}
