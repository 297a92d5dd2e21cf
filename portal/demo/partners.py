"""Whom the fictional office works with: institutions to refer to, and the courses that take participants this year."""
from datetime import date

from portal.rules.referral import InstitutionKind as Kind
from portal.rules.service import FundSource
from portal.rules.trades import ProviderKind, Trade
from portal.rules.training import Education, Marital

CITY = "Kota Melati"


def place(kind, name, head, address, accepts, *, place=CITY, contact="", phone="", papers="", ministry=False):
    """The details of one institution."""
    return {"kind": kind, "name": name, "head": head, "address": address, "place": place, "contact": contact, "phone": phone,
            "accepts": accepts, "papers": papers, "ministry": ministry}


INSTITUTIONS = {
    "pkbm": place(
        Kind.LEARNING_CENTRE, "PKBM Bina Melati", "Kepala PKBM Bina Melati", "Jalan Pelajar Nomor 12", "Paket A, B, dan C; belajar sore dan Sabtu",
        contact="Ibu Wulan", phone="(0999) 100211", papers="Fotokopi akta kelahiran\nFotokopi KK\nRapor terakhir"),
    "puskesmas": place(
        Kind.HEALTH_CENTRE, "Puskesmas Melati Timur", "Kepala Puskesmas Melati Timur", "Jalan Kenanga Nomor 3",
        "Pemeriksaan, pemulihan gizi, imunisasi", contact="Petugas gizi", phone="(0999) 100305"),
    "rsud": place(
        Kind.HOSPITAL, "RSUD Teluk Melati", "Direktur RSUD Teluk Melati", "Jalan Sehat Nomor 1", "Gawat darurat 24 jam, visum, rawat inap",
        contact="IGD", phone="(0999) 100118", papers="Kartu JKN\nRekomendasi Dinas Sosial bila tanpa JKN"),
    "rsj": place(
        Kind.MENTAL_HOSPITAL, "RSJ Provinsi Samudra", "Direktur RSJ Provinsi Samudra", "Jalan Tenang Nomor 8", "Rawat inap dan rawat jalan jiwa",
        place="Kota Samudra", contact="Bagian penerimaan", phone="(0998) 200400",
        papers="Surat rujukan RSUD\nSurat rekomendasi Dinas Sosial\nFotokopi KTP\nPernyataan keluarga"),
    "ppa": place(
        Kind.PROTECTION_UNIT, "UPTD PPA Teluk Melati", "Kepala UPTD PPA Teluk Melati", "Jalan Melati Raya Nomor 9",
        "Pendampingan dan rumah aman 24 jam", contact="Petugas jaga", phone="(0999) 100129"),
    "sentra": place(
        Kind.SENTRA, "Sentra Harapan Samudra", "Kepala Sentra Harapan Samudra", "Jalan Harapan Nomor 20", "Rehabilitasi sosial ATENSI residensial",
        place="Kota Samudra", contact="Ibu Prameswari", phone="(0998) 200171",
        papers="Surat pengantar Dinas Sosial\nLaporan sosial\nBerita acara pembahasan kasus", ministry=True),
    "baznas": place(
        Kind.ALMS_FUND, "Baznas Kabupaten Teluk Melati", "Ketua Baznas Kabupaten Teluk Melati", "Jalan Masjid Agung Nomor 2",
        "Biaya berobat, transportasi, alat bantu, modal usaha", contact="Bagian penyaluran", phone="(0999) 100450",
        papers="Surat permohonan Dinas Sosial\nFotokopi KK\nFotokopi KTP orang tua"),
    "bpjs": place(
        Kind.HEALTH_INSURANCE, "BPJS Kesehatan Kantor Kabupaten Teluk Melati", "Kepala BPJS Kesehatan Kantor Kabupaten Teluk Melati",
        "Jalan Sehat Nomor 14", "Pengaktifan kembali PBI-JK", contact="Loket PBI", phone="(0999) 100165",
        papers="Surat fasilitas kesehatan\nFotokopi KK"),
    "registry": place(
        Kind.CIVIL_REGISTRY, "Dinas Kependudukan dan Pencatatan Sipil", "Kepala Dinas Kependudukan dan Pencatatan Sipil",
        "Jalan Melati Raya Nomor 5", "KIA, akta, pendataan penduduk rentan, pindai iris", phone="(0999) 100140"),
}

BARBER = {
    "trade": Trade.BARBER, "name": "Pangkas rambut dan usaha mandiri", "provider": "BLK Kabupaten Teluk Melati",
    "provider_kind": ProviderKind.PUBLIC_TRAINING_CENTRE, "place": "Jalan Karya Nomor 7, Kota Melati",
    "min_age": 15, "max_age": 21, "education": Education.PRIMARY, "marital": Marital.UNMARRIED,
    "work_practice": True, "hours_per_day": 5, "funding": FundSource.APBD, "allowance": 25_000, "min_attendance": 80,
    "content": "Merawat dan menyetel alat\nTeknik dasar potongan pria\nMelayani pelanggan dan kebersihan\nMencatat modal dan pendapatan\n"
               "Praktik di pangkas rambut mitra",
}
SEWING = {
    "trade": Trade.SEWING, "name": "Menjahit dasar", "provider": "LKSA Kasih Bunda", "provider_kind": ProviderKind.WELFARE_INSTITUTION,
    "place": "Jalan Kasih Nomor 4, Pantai Baru", "min_age": 15, "max_age": 21, "hours_per_day": 4, "funding": FundSource.BAZNAS, "allowance": 20_000,
    "content": "Mengenal mesin dan bahan\nMembuat pola\nMenjahit pakaian sederhana\nMenghitung biaya dan harga",
}
BATCHES = {
    "barber": (BARBER, {"seats": 12, "starts": date(2026, 3, 25), "ends": date(2026, 9, 24), "days": [0, 1, 2, 3, 4], "sessions": 122}),
    "sewing": (SEWING, {"seats": 10, "starts": date(2026, 4, 13), "ends": date(2026, 7, 31), "days": [0, 2, 4], "sessions": 44}),
}
