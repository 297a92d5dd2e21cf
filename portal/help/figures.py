"""How the clocks are set and read, and how figures are made and leave the office."""
from flask_babel import lazy_gettext as _

JOBS = (
    ("jam", _("Membaca jam 4CT"), (
        _("Setiap jam pada halaman kasus bisa ditekan: tertulis kapan mulai, batasnya, dan hari mana yang tidak dihitung beserta sebabnya."),
        _("Darurat berjalan siang malam. Tingkat lain dihitung menurut jam buka kantor dan hari kerja."),
        _("Penangguhan menghentikan jam sejak disetujui manajer. Bila tingkat naik, batas baru paling cepat dihitung dari saat naiknya."),
        _("Jam kerja, jam khusus seperti Ramadan, hari libur, dan target diatur admin di Dinas. Kasus lama tetap memakai target lamanya."),
    )),
    ("rekap", _("Membuat rekap dan laporan"), (
        _("Buka Rekap, pilih masanya: bulan, triwulan, tahun, atau rentang tanggal. Persempit dengan kecamatan, kategori, dan seterusnya."),
        _("Setiap angka bisa ditekan untuk melihat daftar di baliknya. Arti angkanya tertulis di bawah tabel."),
        _("Cetak, atau unduh sebagai XLSX atau CSV. Untuk keluar dinas, angka 1 sampai 4 disamarkan agar orangnya tidak dikenali."),
        _("Anggaran, realisasi, dan kendala SPM ditulis manajer per jenis dan tahun. Laporan tahunan tersusun sendiri."),
        _("Daftar orang hanya diekspor manajer, dengan keperluan dan penerima. Setiap baris memuat nomor ekspornya."),
    )),
)
