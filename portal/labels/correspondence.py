"""The words for letters that people write, and why one may not be written or leave as it is."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import certificate, correspondence
from portal.rules.correspondence import About, Help, More, To

WORDS = {
    To: {
        To.INSTITUTION: _("Kepada lembaga"),
        To.SENDER: _("Kepada pengirim tiket"),
        To.GUESTS: _("Kepada yang diundang"),
        To.HOLDER: _("Untuk klien, walinya, atau lembaga"),
    },
    More: {
        More.FAMILY_CARD: _("Nomor kartu keluarga lengkap"),
        More.JKN: _("Nomor kartu JKN lengkap"),
        More.DECILE: _("Desil DT-SEN"),
    },
    About: {
        About.CASE: _("Kasus"),
        About.CONFERENCE: _("Pembahasan kasus"),
        About.REPORT: _("Laporan"),
        About.REFERRAL: lazy_pgettext("satu", "Rujukan"),
        About.PLACEMENT: _("Penempatan pelatihan"),
        About.BATCH: _("Angkatan pelatihan"),
    },
    Help: {
        Help.PBI_REACTIVATION: _("Reaktivasi Kepesertaan PBI-JK"),
        Help.PBI_NEW: _("Kepesertaan PBI-JK"),
        Help.REGIONAL: _("Kepesertaan PBPU/BP Pemda"),
    },
    correspondence.Why: {
        correspondence.Why.NOT_OF_THIS: _("Surat jenis ini tidak dibuat dari catatan ini. Pilih jenis lain."),
        correspondence.Why.NOT_NOW: _(
            "Surat jenis ini belum dapat, atau tidak dapat lagi, dibuat dari catatan ini. Lihat dahulu keadaan catatannya sekarang."),
        correspondence.Why.PLACE_NEEDED: _("Pilih lembaga yang menerima surat ini."),
        correspondence.Why.NAME_IN_TEXT: _(
            "Kalimatnya memuat nama klien, padahal nama tidak dicentang untuk ditulis di surat. Pakai inisial, atau centang namanya."),
        correspondence.Why.NIK_IN_TEXT: _(
            "Kalimatnya memuat angka seperti NIK, padahal NIK tidak dicentang untuk ditulis di surat. Hapus angka itu."),
        correspondence.Why.MORE_THAN_REFERRED: _(
            "Surat ini memuat identitas yang tidak ada di surat rujukannya. Buka isi surat, hapus centangnya, lalu simpan."),
        correspondence.Why.RECORD_CANCELLED: _("Catatan ini sudah dibatalkan, jadi tidak ada surat yang dibuat darinya."),
        correspondence.Why.MEETING_PAST: _("Waktu pertemuannya sudah lewat. Tulis waktu yang akan datang."),
        correspondence.Why.CHANGED_SINCE: _(
            "Catatannya berubah sejak surat ini Anda buka, jadi isinya tidak sama lagi. Baca sekali lagi, lalu terbitkan."),
        correspondence.Why.GUESTS_NEEDED: _("Tulis dahulu siapa yang diundang."),
        correspondence.Why.ROWS_NEEDED: _("Tulis dahulu apa yang dikirim."),
        correspondence.Why.NOT_A_DRAFT: _("Surat ini sudah diterbitkan atau dibatalkan, jadi isinya tetap."),
    },
    certificate.Why: {
        certificate.Why.CERTIFIED: _("Sertifikat peserta ini sudah dibuat. Buka di daftar suratnya; batalkan yang itu dahulu bila keliru."),
        certificate.Why.NAME_NEEDED: _("Sertifikat memuat nama peserta. Lengkapi dahulu namanya di data klien, lalu centang di isi surat."),
        certificate.Why.RESULT_CHANGED: _("Hasil peserta ini diubah sesudah sertifikatnya terbit. Batalkan sertifikat ini, lalu buat yang baru."),
    },
}
