"""The words for care teams, the next steps of a case, and its files."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import attachment, care_team
from portal.rules.attachment import FileKind, FileState, FileStep
from portal.rules.next_step import NextStep, Standing
from portal.rules.timeline import EventKind

WORDS = {
    care_team.Why: {
        care_team.Why.NOT_THE_LEAD: _("Hanya petugas utama atau manajer yang dapat mengubah tim. Mintalah salah satunya."),
        care_team.Why.ALREADY_A_MEMBER: _("Orang ini sudah ada dalam tim."),
        care_team.Why.NOT_A_MEMBER: _("Orang ini tidak ada dalam tim. Tambahkan dahulu sebagai anggota."),
        care_team.Why.REASON_TOO_SHORT: _("Tulis alasannya dengan jelas, paling sedikit %(count)s huruf. Manajer akan membacanya."),
        care_team.Why.TOO_MANY_GLASSES: _("Anda sudah memakai akses darurat %(count)s kali dalam 24 jam. Hubungi manajer untuk melihat kasus lain."),
        care_team.Why.NO_SUCH_CASE: _("Nomor kasus ini tidak ditemukan. Tulis nomor lengkapnya, misalnya KS-2026-00012."),
        care_team.Why.SEES_IT_ALREADY: _("Anda sudah dapat melihat kasus ini. Buka langsung dari daftar kasus."),
    },
    NextStep: {
        NextStep.REVIEW_PAUSE: _("Tinjau penangguhan"),
        NextStep.CONTACT: _("Temui klien"),
        NextStep.ASSESS: _("Lengkapi asesmen"),
        NextStep.CONSENT: _("Minta persetujuan layanan"),
        NextStep.CHECK_DTSEN: _("Cek DT-SEN"),
        NextStep.RECHECK_DTSEN: _("Cek ulang DT-SEN"),
        NextStep.CONSIDER: _("Bila perlu ATENSI/Sentra: ajukan pertimbangan khusus"),
        NextStep.COORDINATE: _("Koordinasi dengan Sentra"),
        NextStep.UPDATE_DTSEN: _("Usul pemutakhiran DT-SEN"),
        NextStep.PLAN: _("Susun rencana"),
        NextStep.AGREE_CARE: _("Persetujuan pengasuhan di luar keluarga"),
        NextStep.REVIEW_CARE: _("Tinjau pengasuhan sementara"),
        NextStep.SERVE: _("Berikan layanan"),
        NextStep.REFER: _("Lanjutkan rujukan"),
        NextStep.OWN_WORD: _("Genap 18 tahun: pastikan persetujuannya sendiri"),
        NextStep.TRAIN: _("Ikuti pelatihan"),
        NextStep.VISIT: _("Bimbingan lanjut setelah pelatihan"),
        NextStep.MONITOR: _("Mulai monitoring"),
        NextStep.CONFER: _("Bahas kasus bersama"),
        NextStep.RESOLVE: _("Laksanakan keputusan pembahasan"),
        NextStep.CLOSE: _("Ajukan penutupan"),
        NextStep.DECIDE: _("Usulan di meja manajer"),
    },
    Standing: {
        Standing.NOT_BEGUN: _("Belum"),
        Standing.STARTED: _("Draf"),
        Standing.WAITING: _("Menunggu"),
        Standing.DUE: _("Sekarang"),
    },
    EventKind: {
        EventKind.NOTE: _("Catatan"),
        EventKind.CONTACT: _("Kontak lapangan"),
        EventKind.STAGE: _("Tahap"),
        EventKind.ASSESSMENT: _("Asesmen"),
        EventKind.SERVICE: _("Layanan"),
        EventKind.REFERRAL: lazy_pgettext("satu", "Rujukan"),
        EventKind.LETTER: _("Surat"),
        EventKind.TRAINING: _("Pelatihan"),
        EventKind.PROPOSAL: _("Usulan"),
        EventKind.FILE: _("Berkas"),
    },
    FileKind: {
        FileKind.PDF: _("PDF"),
        FileKind.JPEG: _("Gambar JPEG"),
        FileKind.PNG: _("Gambar PNG"),
    },
    FileState: {
        FileState.KEPT: _("Tersimpan"),
        FileState.CANCELLED: _("Dibatalkan"),
    },
    FileStep: {
        FileStep.CANCEL: _("Batalkan berkas"),
    },
    attachment.Why: {
        attachment.Why.EMPTY: _("Berkas ini kosong. Pilih berkas lain."),
        attachment.Why.UNKNOWN_KIND: _("Hanya PDF, JPEG, dan PNG yang dapat disimpan. Simpan ulang berkasnya dalam salah satu bentuk itu."),
        attachment.Why.TOO_HEAVY: _("Berkas ini lebih besar dari %(count)s MB. Kecilkan atau bagi menjadi beberapa berkas."),
        attachment.Why.TOO_MANY_PIXELS: _("Gambar ini lebih besar dari %(count)s megapiksel. Kecilkan gambarnya lebih dahulu."),
        attachment.Why.UNREADABLE: _("Gambar ini tidak dapat dibuka; mungkin berkasnya rusak. Pilih berkas lain."),
        attachment.Why.OFFICE_FULL: _(
            "Tempat berkas dinas sudah penuh: batasnya %(count)s MB. Berkas ini belum tersimpan. Minta admin menaikkan batasnya di halaman Dinas."),
        attachment.Why.RECORD_OVER: _("Catatan ini dibatalkan atau sudah digabung. Lampirkan berkasnya pada catatan yang berlaku."),
        attachment.Why.DAMAGED: _("Berkas ini tidak lagi utuh seperti saat disimpan. Beri tahu admin agar dipulihkan dari cadangan."),
    },
}
