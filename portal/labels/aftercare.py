"""The words for what comes after a training: visits, what they found, and what became of those who were trained."""
from flask_babel import lazy_gettext as _

from portal.rules import followup, training_result
from portal.rules.followup import FollowUpStatus, Standing
from portal.rules.training_outcome import Aim, Group

WORDS = {
    followup.Why: {
        followup.Why.NOT_ENDED: _("Pelatihan belum berakhir. Bimbingan lanjut dicatat setelah lulus, tidak lulus, atau keluar."),
        followup.Why.VISIT_OUT_OF_RANGE: _("Pilih tanggal kunjungan sejak pelatihan berakhir sampai hari ini."),
        followup.Why.OUTSIDE_WINDOW: _("Kunjungan untuk bulan ini bertanggal %(opens)s sampai %(closes)s. Pilih tanggal di antaranya, "
                                       "atau catat pada bimbingan lanjut yang sesuai."),
        followup.Why.NOBODY_ASKED: _("Orangnya tidak ditemukan, jadi tempat, pendapatan, dan keterampilan dikosongkan. "
                                     "Tulis di catatan siapa yang memberi kabar."),
        followup.Why.STRUCK: _("Kunjungan ini sudah dibatalkan. Catat kunjungan yang benar sebagai kunjungan baru."),
        followup.Why.REASON_NEEDED: _("Tulis mengapa catatan kunjungan ini dibatalkan."),
        followup.Why.VISIT_TOO_EARLY: _("Ada kunjungan tanggal %(day)s yang menjadi terlalu awal untuk tanggal selesai ini. "
                                        "Periksa tanggalnya, atau batalkan dahulu kunjungan itu."),
        followup.Why.VISITED: _("Sudah ada bimbingan lanjut untuk hasil ini. Batalkan dahulu kunjungannya bila hasil ini keliru."),
    },
    FollowUpStatus: {
        FollowUpStatus.WORKING: _("Bekerja"),
        FollowUpStatus.OWN_BUSINESS: _("Usaha sendiri"),
        FollowUpStatus.SCHOOL: _("Sekolah"),
        FollowUpStatus.IDLE: _("Belum bekerja atau sekolah"),
        FollowUpStatus.BACK_ON_STREET: _("Kembali ke jalan"),
        FollowUpStatus.NOT_FOUND: _("Tidak ditemukan"),
    },
    training_result.Why: {
        training_result.Why.REASON_NEEDED: _("Tulis mengapa hasil ini diperbaiki."),
        training_result.Why.NO_RESULT_YET: _("Belum ada hasil yang dapat diperbaiki."),
        training_result.Why.NOTHING_CHOSEN: _("Pilih hasil untuk paling sedikit satu peserta."),
        training_result.Why.CERTIFICATE_WITHOUT_PASSING: _("Nomor sertifikat hanya untuk yang lulus. Kosongkan nomornya, atau pilih lulus."),
    },
    Standing: {
        Standing.AHEAD: _("Belum waktunya"),
        Standing.OPEN: _("Sudah dapat dikunjungi"),
        Standing.DUE: _("Perlu dikunjungi"),
        Standing.TRIED: _("Tidak ditemukan, dicoba lagi"),
        Standing.AGAIN: _("Perlu dicari lagi"),
        Standing.FOUND: _("Ditemui"),
        Standing.UNKNOWN: _("Tidak diketahui"),
    },
    Group: {
        Group.PROGRAMME: _("Program"),
        Group.BATCH: _("Angkatan"),
        Group.PROVIDER: _("Penyelenggara"),
        Group.TRADE: _("Kejuruan"),
    },
    Aim: {
        Aim.COMPLETED: _("Lulus"),
        Aim.CERTIFIED: _("Bersertifikat"),
        Aim.PLACED: _("Bekerja, usaha, atau sekolah dalam 3 bulan"),
        Aim.SCHOOL: _("Kembali bersekolah dalam 3 bulan"),
        Aim.USES_SKILL: _("Masih memakai keterampilannya"),
        Aim.OFF_STREET_6: _("Tidak kembali ke jalan, 6 bulan"),
        Aim.OFF_STREET_12: _("Tidak kembali ke jalan, 12 bulan"),
    },
}
