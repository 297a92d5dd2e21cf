"""The words for outreach trips and for the tickets that are replied to."""
from flask_babel import lazy_gettext as _

from portal.rules import outreach, ticket
from portal.rules.outreach import Finding, Purpose, Shift, TripState, TripStep
from portal.rules.ticket import TicketSender

WORDS = {
    TripState: {
        TripState.PLANNED: _("Direncanakan"),
        TripState.UNDERWAY: _("Sedang berjalan"),
        TripState.DONE: _("Selesai"),
        TripState.CANCELLED: _("Dibatalkan"),
    },
    TripStep: {
        TripStep.LEAVE: _("Catat keberangkatan"),
        TripStep.COME_BACK: _("Catat kepulangan"),
        TripStep.CANCEL: _("Batalkan penjangkauan"),
    },
    Purpose: {
        Purpose.SEARCH: _("Mencari orang"),
        Purpose.PATROL: _("Patroli rutin"),
        Purpose.AFTER_REPORT: _("Menindaklanjuti laporan"),
    },
    Shift: {
        Shift.MORNING: _("Pagi (08.00–13.00)"),
        Shift.AFTERNOON: _("Siang (13.00–18.00)"),
        Shift.EVENING: _("Malam (18.00–23.00)"),
    },
    Finding: {
        Finding.MET: _("Ditemui"),
        Finding.NOT_FOUND: _("Tidak ditemukan"),
        Finding.REFUSED: _("Menolak ditemui"),
        Finding.SHELTERED: _("Dibawa ke rumah singgah"),
        Finding.REFERRED: _("Dirujuk ke lembaga"),
    },
    outreach.Why: {
        outreach.Why.NOT_LEFT: _("Tim belum tercatat berangkat. Catat keberangkatannya dahulu."),
        outreach.Why.BEFORE_LEAVING: _("Waktunya lebih awal daripada keberangkatan tim. Periksa jamnya."),
        outreach.Why.IN_FUTURE: _("Waktunya belum tiba. Tulis waktu yang sudah lewat."),
        outreach.Why.OUT_OF_ORDER: _("Urutan waktunya tidak cocok: berangkat, tiba, lalu selesai. Periksa jamnya."),
        outreach.Why.ALREADY_TOLD: _("Hasil untuk orang ini sudah dicatat. Kunjungan berikutnya dicatat pada penjangkauan lain atau di kasusnya."),
        outreach.Why.ALREADY_SOUGHT: _("Orang ini sudah ada dalam daftar yang dicari."),
        outreach.Why.NOBODY_TO_SEEK: _("Tidak ada orang dalam laporan itu yang masih perlu dicari. Tambahkan orangnya di halaman laporan."),
        outreach.Why.NO_SUCH_NUMBER: _("Tidak ada kasus atau laporan dengan nomor ini yang Anda tangani. Periksa nomornya."),
        outreach.Why.LETTER_STANDS: _("Surat tugasnya sudah terbit, jadi isinya tetap. Batalkan suratnya dahulu bila ada yang berubah."),
        outreach.Why.NO_LETTER: _("Belum ada surat tugas yang terbit."),
        outreach.Why.NAMES_SOUGHT: _("Surat tugas memuat nama orang yang dicari atau angka seperti NIK. Pakai inisial atau nomor kasusnya."),
        outreach.Why.TRIP_OVER: _("Penjangkauan ini sudah berjalan atau selesai, jadi rencananya tidak diubah lagi."),
    },
    TicketSender: {
        TicketSender.SENTRA: _("Sentra Kementerian Sosial"),
        TicketSender.COMPANION: _("Pendamping sosial"),
        TicketSender.MINISTRY: _("Kementerian Sosial"),
    },
    ticket.Why: {
        ticket.Why.TICKET_AFTER_RECEIPT: _("Tiket tidak mungkin diterima 171 sesudah laporan sampai di sini. Periksa kedua waktunya."),
        ticket.Why.DUE_BEFORE_RECEIPT: _("Tenggat balasan lebih awal daripada waktu laporan diterima. Periksa waktunya."),
        ticket.Why.NIK_IN_REPLY: _("Balasan memuat nomor yang tampak seperti NIK. Hapus nomor itu; balasan keluar dari kantor."),
        ticket.Why.NAME_IN_REPLY: _("Balasan memuat nama lengkap orang dalam laporan. Ganti dengan inisialnya; balasan keluar dari kantor."),
    },
}
