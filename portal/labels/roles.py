"""Words for roles, reach, and the trail's own events."""
from flask_babel import lazy_gettext as _

from portal import records
from portal.audit import Event
from portal.rules import accounts, reach, roles
from portal.rules.life import WhyNot
from portal.rules.roles import Role

WORDS = {
    Role: {
        Role.OFFICER: _("Petugas"),
        Role.MANAGER: _("Manajer"),
        Role.ADMIN: _("Admin"),
        Role.AUDITOR: _("Auditor"),
    },
    roles.Why: {
        roles.Why.OWN_ROLES: _("Peran sendiri tidak bisa diubah. Minta admin lain melakukannya."),
        roles.Why.LAST_ADMIN: _("Ini admin terakhir. Tunjuk admin lain dahulu."),
    },
    accounts.Why: {
        accounts.Why.NO_MATCH: _("Nama pengguna atau sandi tidak cocok."),
        accounts.Why.LAPSED: _("Sandi pertama ini sudah lewat 72 jam. Minta sandi baru kepada admin."),
        accounts.Why.NAME_SHAPE: _("Nama pengguna terdiri atas 3 sampai 40 huruf kecil, angka, titik, atau tanda hubung, misalnya siti.rahma."),
        accounts.Why.NAME_TAKEN: _("Nama pengguna ini sudah dipakai. Pilih yang lain."),
        accounts.Why.ROLE_NEEDED: _("Pilih paling sedikit satu peran."),
        accounts.Why.OWN_ACCOUNT: _("Akun sendiri tidak bisa dinonaktifkan atau disetel ulang di sini. Minta admin lain melakukannya."),
        accounts.Why.SUCCESSOR_NEEDED: _("Pilih siapa yang meneruskan catatan yang dipimpinnya."),
        accounts.Why.SUCCESSOR_UNFIT: _("Penerusnya harus petugas atau manajer lain yang akunnya aktif."),
        accounts.Why.WRONG_PASSWORD: _("Sandi sekarang tidak cocok."),
        accounts.Why.SAME_PASSWORD: _("Sandi baru sama dengan sandi sekarang. Pilih yang lain."),
    },
    reach.Why: {
        reach.Why.LEAD_STAYS: _("Petugas utama tidak bisa keluar. Tunjuk petugas utama lain dahulu."),
        reach.Why.NOT_AN_OFFICER: _("Hanya petugas atau manajer yang bisa masuk tim kasus."),
    },
    WhyNot: {
        WhyNot.NOT_FROM_HERE: _("Langkah ini tidak bisa dilakukan pada keadaan sekarang: %(state)s. Muat ulang halaman untuk melihat yang terbaru."),
    },
    records.Why: {
        records.Why.REASON_NEEDED: _("Tulis alasannya."),
        records.Why.REASON_TOO_LONG: _("Alasannya terlalu panjang: paling banyak 5.000 huruf."),
        records.Why.NOT_YET: _("Waktunya belum tiba. Tulis waktu yang sudah lewat."),
    },
    Event: {
        Event.CREATED: _("dibuat"),
        Event.CHANGED: _("diubah"),
        Event.READ: _("dibaca"),
        Event.LISTED: _("daftar dibuka"),
        Event.REVEALED: _("identitas ditampilkan"),
        Event.SEARCHED: _("dicari"),
        Event.PRINTED: _("dicetak"),
        Event.DOWNLOADED: _("diunduh"),
        Event.EXPORTED: _("diekspor"),
        Event.ATTACHED: _("berkas dilampirkan"),
        Event.SHARED: _("ringkasan disalin untuk dibagikan"),
        Event.TOLD: _("pelapor dikabari"),
        Event.SIGNED_IN: _("masuk"),
        Event.SIGN_IN_FAILED: _("gagal masuk"),
        Event.SIGNED_OUT: _("keluar"),
        Event.REFUSED: _("ditolak oleh aturan"),
        Event.ROLE_GRANTED: _("peran diberikan"),
        Event.ROLE_ENDED: _("peran diakhiri"),
        Event.DELEGATED: _("pelimpahan wewenang dicatat"),
        Event.DELEGATION_ENDED: _("pelimpahan wewenang diakhiri"),
        Event.PASSWORD_RESET: _("sandi disetel ulang"),
        Event.PASSWORD_CHANGED: _("sandi diganti"),
        Event.DEACTIVATED: _("akun dinonaktifkan"),
        Event.REACTIVATED: _("akun diaktifkan kembali"),
        Event.JOINED_TEAM: _("masuk tim"),
        Event.LEFT_TEAM: _("keluar tim"),
        Event.BROKE_GLASS: _("akses darurat"),
        Event.RESTRICTED: _("dijadikan terbatas"),
        Event.UNRESTRICTED: _("dibuka dari terbatas"),
        Event.SET_UP: _("dinas dipasang"),
        Event.SETTING_CHANGED: _("pengaturan diubah"),
    },
}
