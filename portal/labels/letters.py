"""The words for kinds of letter, what their templates fill in, and the books that number them."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import letter, letter_book, letter_kind
from portal.rules.letter_kind import LetterKind, MergeField, Shape

WORDS = {
    LetterKind: {
        LetterKind.REFERRAL: _("Surat rujukan"),
        LetterKind.INTRODUCTION: _("Surat pengantar"),
        LetterKind.INSURANCE: _("Rekomendasi BPJS Kesehatan"),
        LetterKind.HOSPITAL: _("Rekomendasi rumah sakit jiwa"),
        LetterKind.DUTY: _("Surat tugas"),
        LetterKind.HANDOVER: _("Berita acara serah terima"),
        LetterKind.STATEMENT: _("Surat keterangan"),
        LetterKind.TICKET_REPLY: lazy_pgettext("satu", "Balasan tiket 171"),
        LetterKind.SUMMONS: _("Undangan pembahasan kasus"),
        LetterKind.PLACEMENT: _("Pengantar peserta pelatihan"),
        LetterKind.CERTIFICATE: _("Sertifikat keikutsertaan"),
        LetterKind.OTHER_OUTSIDE: _("Surat lain"),
    },
    Shape: {
        Shape.CORRESPONDENCE: _("Surat dinas kepada seseorang"),
        Shape.TITLED: _("Naskah berjudul"),
    },
    MergeField: {
        MergeField.OFFICE: _("Nama dinas"),
        MergeField.REGION: _("Kabupaten atau kota"),
        MergeField.INSTITUTION: _("Lembaga tujuan"),
        MergeField.CASE_NUMBER: _("Nomor kasus"),
        MergeField.INITIALS: _("Inisial klien"),
        MergeField.REPORT_NUMBER: _("Nomor laporan"),
        MergeField.REPORT_DAY: _("Tanggal laporan"),
        MergeField.ASSESSMENT_DAY: _("Tanggal asesmen"),
        MergeField.CONFERENCE_DAY: _("Tanggal pembahasan kasus"),
        MergeField.CONFERENCE_PLACE: _("Tempat pembahasan kasus"),
        MergeField.BASIS: _("Laporan, asesmen, dan pembahasan yang mendasari surat"),
        MergeField.REFERRAL_SUBJECT: _("Hal menurut jenis rujukan"),
        MergeField.ANSWER_BY: _("Batas waktu jawaban"),
        MergeField.PROGRAMME: _("Jaminan kesehatan yang dimohonkan"),
        MergeField.PURPOSE: _("Untuk apa surat keterangan dipakai"),
        MergeField.DUTY_PURPOSE: _("Tujuan penugasan"),
        MergeField.DUTY_DAY: _("Tanggal penugasan"),
        MergeField.HANDOVER_DAY: _("Hari dan tanggal serah terima"),
        MergeField.HANDOVER_PLACE: _("Tempat serah terima"),
        MergeField.TICKET: _("Nomor tiket"),
        MergeField.TICKET_DAY: _("Tanggal tiket"),
        MergeField.COURSE: _("Nama program pelatihan"),
        MergeField.TRADE: _("Kejuruan"),
        MergeField.BATCH: _("Nomor angkatan"),
        MergeField.PROVIDER: _("Penyelenggara"),
        MergeField.COURSE_PLACE: _("Tempat pelatihan"),
        MergeField.COURSE_STARTS: _("Tanggal mulai pelatihan"),
        MergeField.COURSE_ENDS: _("Tanggal selesai pelatihan"),
        MergeField.COURSE_HOURS: _("Jumlah jam pelajaran, bila direncanakan"),
        MergeField.PARTICIPANTS: _("Jumlah peserta di surat ini"),
        MergeField.RESULT: _("Hasil peserta, misalnya lulus"),
    },
    letter_kind.Why: {
        letter_kind.Why.UNKNOWN_FIELD: _("Isian %(field)s tidak dikenal untuk surat ini. Yang dapat dipakai: %(fields)s."),
        letter_kind.Why.LOOSE_BRACE: _("Ada tanda { atau } tanpa pasangannya. Tulis isian seperti {kantor}."),
        letter_kind.Why.NAME_IN_REGARDING: _("Hal memuat nama klien, padahal Hal terbaca di buku surat. Pakai nomor kasus atau inisial."),
        letter_kind.Why.NIK_IN_REGARDING: _("Hal memuat angka seperti NIK, padahal Hal terbaca di buku surat. Pakai nomor kasus."),
        letter_kind.Why.NOT_FILLED_IN: _("Masih ada titik-titik yang belum diisi dalam surat ini. Lengkapi dahulu kalimatnya."),
        letter_kind.Why.FIELD_LEFT: _("Dalam surat ini masih tertulis %(field)s. Ganti dengan kata-katanya."),
    },
    letter.Why: {
        letter.Why.NOT_BOOKED: _("Hanya catatan surat dari luar Sigap yang dapat diubah. Surat yang terbit tetap seperti saat diterbitkan."),
    },
    letter_book.Why: {
        letter_book.Why.MAIN_BOOK_STAYS: _("Buku utama selalu dipakai. Buat buku lain untuk jenis surat yang perlu nomor sendiri."),
        letter_book.Why.KIND_TAKEN: _("Salah satu jenis surat ini sudah bernomor di buku %(book)s. Lepaskan dahulu dari sana."),
        letter_book.Why.PATTERN_TAKEN: _(
            "Pola ini dapat memberi nomor yang sama dengan buku %(book)s. Tambahkan pembeda di dalamnya, misalnya /ST/."),
        letter_book.Why.NUMBER_TAKEN: _("Nomor %(number)s sudah ada di buku surat. Periksa pola nomor buku ini di pengaturan surat."),
        letter_book.Why.NUMBER_OF_A_BOOK: _(
            "Nomor ini berpola nomor buku %(book)s. Pilih buku itu dan isi nomor urutnya, agar nomornya tidak diberikan lagi."),
        letter_book.Why.SERIAL_TAKEN: _("Nomor urut ini sudah dipakai surat %(number)s."),
        letter_book.Why.NO_SUCH_SERIAL: _("Nomor urut dimulai dari 1 dan paling besar %(last)s."),
        letter_book.Why.TOO_FAR_AHEAD: _(
            "Nomor urut ini melompati %(count)s nomor; yang terakhir di Sigap %(last)s. Periksa nomornya. Bila benar, minta manajer mencatat "
            "nomor-nomor yang terlompati di pengaturan buku surat."),
        letter_book.Why.DATE_OF_TODAY: _(
            "Nomor berikutnya diberikan hari ini, jadi tanggal suratnya hari ini. Bila surat itu sudah bernomor, isi nomor urutnya."),
        letter_book.Why.YEAR_AHEAD: _("Tahun ini belum tiba."),
        letter_book.Why.DATE_AHEAD: _("Tanggal surat belum tiba."),
        letter_book.Why.DATE_OUT_OF_ORDER: _(
            "Tanggalnya tidak urut: surat %(number)s bertanggal %(day)s. Periksa nomor urut dan tanggalnya, atau tulis di Keterangan "
            "mengapa begitu."),
        letter_book.Why.RANGE_TURNED: _("Tulis nomor pertama yang lebih kecil daripada nomor terakhir, paling besar 99999."),
        letter_book.Why.RANGE_HOLDS_LETTERS: _("Di antara nomor ini ada surat %(number)s. Tulis rentang yang belum tercatat saja."),
        letter_book.Why.RANGE_EXPLAINED: _("Nomor %(first)s sampai %(last)s sudah dijelaskan."),
        letter_book.Why.CODE_SHAPE: _("Tulis kode dengan angka, huruf, titik, atau tanda hubung, paling banyak 12, misalnya 400.9.2.2."),
        letter_book.Why.CODE_TAKEN: _("Kode ini sudah ada di daftar."),
    },
}
