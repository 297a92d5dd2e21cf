"""What the help page tells: each job in at most six steps, the access keys, and the glossary (domain 10)."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.help import figures, training

JOBS = (
    ("laporan", _("Menerima laporan"), (
        _("Tekan Laporan baru di Beranda."),
        _("Tulis ceritanya: anak siapa, sedang apa, di mana. Nama boleh belum diketahui."),
        _("Jawab apakah ada bahaya sekarang, lalu pilih kecamatan. Hanya tiga hal ini yang wajib."),
        _("Selagi nama atau NIK diketik, klien yang mirip muncul di kanan. Bila salah satunya anak itu, tekan G bersama tombol pintasan."),
        _("Waktu dan usia ditulis seperti diucapkan: tadi pagi, senin lalu, ±2013, umur 12. Yang terbaca tertulis di bawahnya."),
        _("Simpan dari kolom mana pun. Nomor LP muncul; sebutkan kepada pelapor bila perlu."),
    )),
    ("triase", _("Triase dan verifikasi"), (
        _("Buka laporannya dan jawab delapan bendera merah. Tingkatnya dihitung dari jawaban itu."),
        _("Pastikan tempat dan orangnya: klien yang sudah dikenal, klien baru, atau tidak ditemukan."),
        _("Tekan Verifikasi. Jam temu berhenti."),
        _("Bila laporan bukan tugas dinas, usulkan dialihkan, bukan kewenangan, atau tidak terbukti; manajer yang memutuskan."),
    )),
    ("kasus", _("Membuka kasus dan menemui klien"), (
        _("Dari laporan yang terverifikasi, buka kasus untuk kliennya dan pilih kategorinya."),
        _("Setelah ke lapangan, catat kontaknya: bertemu, tidak ditemukan, atau menolak."),
        _("Catat setiap kejadian di linimasa; yang ditulis tidak bisa dihapus."),
        _("Tambahkan rekan ke tim bila ia ikut menangani."),
    )),
    ("asesmen", _("Asesmen, rencana, dan layanan"), (
        _("Mulai asesmen dari halaman kasus dan isi semua bagiannya; tiap bagian bisa disimpan sendiri."),
        _("Yang belum diketahui dibiarkan Belum diketahui: skornya menjadi rentang."),
        _("Periksa hasilnya dan aturan yang menentukan, lalu ajukan kepada manajer."),
        _("Setelah diterima, susun rencana: tujuan, layanan, dan batas waktunya."),
        _("Catat layanan yang sudah diberikan dengan tanggal, jumlah, dan sumber dananya."),
    )),
    ("rujukan", _("Merujuk dan mencetak surat"), (
        _("Buat rujukan dari halaman kasus dan pilih lembaga tujuannya."),
        _("Ajukan. Manajer menyetujui, mengembalikan, atau menolak dengan alasan."),
        _("Setelah disetujui, terbitkan suratnya: nomor dan tanggal diberikan sekali."),
        _("Cetak, tandatangani, kirim, lalu catat jawaban dan serah terimanya."),
        _("Keadaan darurat boleh didahului serah terima; suratnya menyusul dalam satu hari kerja."),
    )),
    *training.JOBS,
    ("persetujuan", _("Memutuskan usulan (manajer)"), (
        _("Buka Persetujuan. Yang mendesak dan yang paling lama menunggu di atas."),
        _("Baca satu halaman ringkasnya; kasusnya bisa dibuka dari sana."),
        _("Setujui, atau kembalikan maupun tolak dengan alasan. Usulan sendiri diputuskan manajer lain."),
        _("Bila berhalangan, catat Plt. atau Plh. di Pelimpahan wewenang. Berlaku menurut tanggalnya dan berakhir sendiri."),
    )),
    ("penutupan", _("Menutup kasus"), (
        _("Selesaikan atau batalkan layanan, rujukan, dan penempatan yang masih terbuka."),
        _("Ajukan penutupan dengan alasannya. Kasus tertutup setelah manajer setuju."),
        _("Kasus yang tertutup bisa dibuka kembali ke tahap asesmen lewat usulan."),
    )),
    *figures.JOBS,
    ("pengguna", _("Menambah dan menonaktifkan pengguna (admin)"), (
        _("Buka Pengguna, tekan Pengguna baru, isi nama dan perannya."),
        _("Cetak atau bacakan sandi pertamanya: tampil sekali, berlaku 72 jam, dan harus diganti."),
        _("Yang berhenti dinonaktifkan, bukan dihapus; pilih siapa yang meneruskan kasusnya."),
    )),
)
KEYS = (
    ("b", _("Beranda")), ("l", _("Daftar laporan")), ("n", _("Baru: laporan, pengguna, dan seterusnya")), ("k", _("Kasus")), ("p", _("Persetujuan")),
    ("j", _("Rujukan")), ("t", _("Pelatihan")), ("r", _("Rekap")),
    ("c", _("Kotak pencarian")), ("s", _("Simpan atau tombol utama")), ("x", _("Catat kejadian")),
    ("w", _("Simpan laporan dan catat lagi")), ("g", _("Ini anak yang sama")),
    ("y", _("Setujui")), ("m", _("Kembalikan")), ("z", _("Urungkan")), ("i", _("Cetak")), ("1–9", _("Bagian pada halaman kasus")),
    ("0", _("Bantuan")),
)
WORDS = (
    (_("4CT"), _("Cepat temu, cepat tanggap, cepat tindak, cepat tuntas: empat batas waktu sejak laporan masuk.")),
    (_("Angkatan"), _("Satu kali pelatihan berjalan, dengan tanggal dan kuotanya.")),
    (_("APD"), _("Alat pelindung diri.")),
    (_("ATENSI"), _("Asistensi Rehabilitasi Sosial, program Kementerian Sosial melalui Sentra.")),
    (_("BAST"), _("Berita Acara Serah Terima, saat klien diserahkan kepada lembaga tujuan.")),
    (_("Bendera merah"), _("Delapan tanda bahaya yang ditanyakan saat triase.")),
    (_("Bimbingan lanjut"), _("Kunjungan setelah pelatihan berakhir, untuk tahu apa jadinya.")),
    (_("BLK, LPK"), _("Balai Latihan Kerja milik pemerintah; Lembaga Pelatihan Kerja swasta.")),
    (_("Desil"), _("Peringkat kesejahteraan 1 sampai 10 dalam DT-SEN. Program kementerian memerlukan desil 1–5 atau pertimbangan khusus.")),
    (_("DT-SEN"), _("Data Tunggal Sosial dan Ekonomi Nasional.")),
    (_("HK"), _("Hari kerja: hari dinas buka, tanpa hari libur dan cuti bersama.")),
    (_("Kasus terbatas"), _("Kasus yang hanya tampak bagi timnya dan manajer.")),
    (lazy_pgettext("satu", "Klien"), _("Orang yang dilayani; namanya boleh belum diketahui.")),
    (_("LKSA"), _("Lembaga Kesejahteraan Sosial Anak.")),
    (_("PBK"), _("Praktik belajar kerja di tempat usaha.")),
    (_("Petugas utama"), _("Anggota tim yang bertanggung jawab atas kasusnya.")),
    (_("PKBM"), _("Pusat Kegiatan Belajar Masyarakat: Paket A, B, dan C.")),
    (_("PPKS"), _("Pemerlu Pelayanan Kesejahteraan Sosial.")),
    (lazy_pgettext("satu", "Rujukan"), _("Penyerahan klien kepada lembaga lain dengan surat yang disetujui manajer.")),
    (_("Sentra"), _("Unit pelaksana rehabilitasi sosial milik Kementerian Sosial.")),
    (_("SPM"), _("Standar Pelayanan Minimal: layanan dasar yang wajib, tidak menunggu desil.")),
    (_("Triase"), _("Menentukan seberapa cepat laporan harus ditangani.")),
)
