"""How the jobs of training are done: from the programme to the visit a year after."""
from flask_babel import lazy_gettext as _

JOBS = (
    ("pelatihan", _("Menempatkan peserta pelatihan"), (
        _("Buka Pelatihan di halaman kasus. Setiap angkatan yang dibuka tertulis memenuhi, perlu perhatian, atau tidak, dengan alasannya."),
        _("Tekan Usulkan, jawab yang ditanyakan, dan tulis alasan bila ada syarat yang belum terpenuhi. Batas undang-undang tidak dapat dilewati."),
        _("Kejuruan berisiko atau praktik kerja untuk usia di bawah 18 tahun perlu rencana pengawasan dan APD yang tertulis."),
        _("Manajer menyetujui. Bila masih ada tempat dan tidak ada yang menunggu, klien langsung menjadi peserta; selain itu masuk daftar tunggu."),
        _("Genap 18 tahun di tengah pelatihan: halaman penempatan menyebut apa yang berubah. Sejak hari itu, catat persetujuannya sendiri."),
    )),
    ("angkatan", _("Membuka dan menjalankan angkatan"), (
        _("Buat program sekali: penyelenggara, syarat, isi, dan kehadiran terendah. Angkatan berikutnya cukup diberi tanggal dan kuota."),
        _("Penanggung jawab angkatan mendapat tugas memulai, mengisi kehadiran, mencatat hasil, dan mengakhirinya."),
        _("Tekan Mulai angkatan pada hari pertamanya. Tempat yang kosong masih dapat diisi sampai batas ikut."),
        _("Bila dibatalkan, pilih untuk setiap peserta: diusulkan ke angkatan lain atau dilepas. Yang dilepas menjadi tugas tim kasusnya."),
    )),
    ("tunggu", _("Daftar tunggu dan tempat yang kosong"), (
        _("Tempat yang kosong ditawarkan kepada yang pertama di daftar tunggu dan disimpan untuknya sampai dijawab."),
        _("Tanyakan kepada klien dalam tiga hari kerja, lalu tekan Terima tawaran. Bila belum siap, tulis alasannya: ia kembali ke akhir daftar."),
        _("Mendahulukan seseorang dilakukan manajer lain dengan alasan tertulis."),
    )),
    ("kehadiran", _("Mengisi kehadiran"), (
        _("Buka angkatannya dan tekan Kehadiran hari ini. Semua dianggap hadir."),
        _("Ubah hanya yang tidak hadir: Tab pindah ke nama berikutnya, tombol panah memilih izin, sakit, atau alpa. Pilihan tersimpan sendiri."),
        _("Pertemuan yang tidak jadi dicatat ditiadakan dengan alasannya, dan tidak dihitung."),
        _("Tiga kali berturut-turut tidak hadir menjadi tugas: hubungi klien, lalu catat kejadiannya, atau catat keluar dini."),
    )),
    ("hasil", _("Hasil, sertifikat, dan alat"), (
        _("Setelah hari terakhir, buka Hasil pada angkatannya. Semua dianggap lulus; ubah yang tidak."),
        _("Isi nomor sertifikat, bantuan alat, dan uang saku. Uang saku dihitung dari hari hadir dan boleh diubah."),
        _("Hasil yang keliru dapat dibetulkan; yang lama tetap tercatat."),
        _("Akhiri angkatan. Daftar peserta, sertifikat, dan laporan angkatan ada di Surat & cetak."),
    )),
    ("bimbingan", _("Bimbingan lanjut setelah pelatihan"), (
        _("Kunjungan menjadi tugas setelah 1, 3, 6, dan 12 bulan, juga bila kasusnya sudah ditutup."),
        _("Tulis keadaannya, pendapatannya, dan apakah keterampilannya masih dipakai. Setiap kunjungan tetap tersimpan."),
        _("Bila tidak ditemukan, tugasnya muncul lagi setelah 30 hari. Yang tidak pernah ditemukan dihitung tidak diketahui, bukan gagal."),
        _("Halaman Hasil pelatihan menyebut berapa yang diketahui, tidak diketahui, dan masih ditunggu."),
    )),
)
