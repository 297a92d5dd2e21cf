"""The words for institutions: the papers they ask for, what the file has of them, and what usually holds for each kind."""
from flask_babel import lazy_gettext as _

from portal.rules.referral import InstitutionKind
from portal.rules.wanted_papers import Held, WantedPaper

WORDS = {
    WantedPaper: {
        WantedPaper.REQUEST: _("Surat permohonan Dinas Sosial"),
        WantedPaper.COVER: _("Surat pengantar Dinas Sosial"),
        WantedPaper.RECOMMENDATION: _("Surat rekomendasi Dinas Sosial"),
        WantedPaper.CHAIN: _("Surat rujukan Puskesmas dan RSUD"),
        WantedPaper.PARENT_CARD: _("Fotokopi KTP orang tua atau wali"),
        WantedPaper.IDENTITY_CARD: _("Fotokopi KTP atau KIA"),
        WantedPaper.FAMILY_CARD: _("Fotokopi kartu keluarga (KK)"),
        WantedPaper.BIRTH_CERTIFICATE: _("Fotokopi akta kelahiran"),
        WantedPaper.MARRIAGE: _("Fotokopi buku nikah orang tua"),
        WantedPaper.INSURANCE_CARD: _("Fotokopi kartu JKN"),
        WantedPaper.POVERTY: _("Surat keterangan tidak mampu (SKTM) desa dan kecamatan"),
        WantedPaper.DISTRICT: _("Surat rekomendasi camat"),
        WantedPaper.DOMICILE: _("Surat keterangan domisili"),
        WantedPaper.PHOTO: _("Pas foto 4R"),
        WantedPaper.NO_PAPERS: _("Formulir pernyataan tidak memiliki dokumen"),
        WantedPaper.REGISTRATION: _("Formulir pendataan penduduk"),
        WantedPaper.FAMILY_STATEMENT: _("Pernyataan atau penyerahan dari keluarga"),
        WantedPaper.HEALTH_LETTER: _("Surat keterangan fasilitas kesehatan"),
        WantedPaper.SOCIAL_REPORT: _("Laporan sosial"),
        WantedPaper.CONFERENCE: _("Berita acara pembahasan kasus"),
        WantedPaper.POLICE: _("Surat keterangan kepolisian"),
        WantedPaper.SCHOOL: _("NISN, rapor, atau ijazah terakhir"),
        WantedPaper.TICKET: _("Tiket perjalanan"),
        WantedPaper.HANDOVER: _("Berita acara serah terima"),
        WantedPaper.CONSENT: _("Surat persetujuan orang tua atau wali"),
        WantedPaper.AGREEMENT: _("Kesepakatan pengasuhan"),
    },
    Held: {
        Held.ON_FILE: _("Ada di berkas"),
        Held.KNOWN: _("Tercatat, salinan belum ada"),
        Held.OURS: _("Dibuat kantor ini"),
        Held.MISSING: _("Belum ada"),
        Held.UNKNOWN: _("Periksa sendiri"),
    },
}

CUSTOMS = {
    InstitutionKind.MENTAL_HOSPITAL: _("Gangguan jiwa berat. Biasanya berjenjang: Puskesmas, RSUD, lalu RSJ."),
    InstitutionKind.HOSPITAL: _("Sakit, visum, pemeriksaan. Tanpa JKN memakai rekomendasi Dinas Sosial."),
    InstitutionKind.HEALTH_CENTRE: _("Pemeriksaan, imunisasi, gizi. Tanpa JKN memakai rekomendasi Dinas Sosial."),
    InstitutionKind.HEALTH_INSURANCE: _(
        "Pengaktifan kembali PBI-JK: surat fasilitas kesehatan diverifikasi Dinas Sosial atau desa, diajukan melalui SIKS-NG, lalu Kementerian "
        "Sosial dan BPJS. Berkas lengkap dapat selesai satu hari; data dimutakhirkan dalam enam bulan."),
    InstitutionKind.HEALTH_OFFICE: _(
        "Jaminan kesehatan daerah (PBPU Pemda) bagi yang tidak ditanggung PBI-JK. Surat kepolisian hanya untuk kecelakaan."),
    InstitutionKind.ALMS_FUND: _("Kekurangan biaya, alat bantu, modal usaha."),
    InstitutionKind.CHILD_HOME: _("Pilihan terakhir bila pengasuhan keluarga tidak mungkin; melalui Dinas Sosial."),
    InstitutionKind.PROVINCIAL_HOME: _(
        "Pengasuhan dan pelatihan dengan asrama. Dari lembaga cukup identitas bila ada dan surat pengantar; dari keluarga berkas lengkap."),
    InstitutionKind.SENTRA: _("ATENSI dan keadaan kompleks, menurut desil program atau pertimbangan khusus; keadaan darurat tidak menunggu."),
    InstitutionKind.PROTECTION_UNIT: _("Kekerasan dan eksploitasi. Pendampingan dapat diminta malam itu juga."),
    InstitutionKind.POLICE: _("Tindak pidana, orang hilang, orang terlantar. Surat keterangan orang terlantar diperlukan untuk pemulangan."),
    InstitutionKind.PROBATION_OFFICE: _("Anak yang berhadapan dengan hukum: pekerja sosial mendampingi diversi."),
    InstitutionKind.JUVENILE_HOME: _("Anak yang berhadapan dengan hukum, selama proses atau sesudah putusan."),
    InstitutionKind.CIVIL_REGISTRY: _(
        "NIK, akta, KIA. Tanpa dokumen: pernyataan dan pendataan menjadi dasar Surat Keterangan Orang Terlantar; pindai iris untuk mencari "
        "identitas."),
    InstitutionKind.EDUCATION_OFFICE: _("Penempatan kembali ke sekolah."),
    InstitutionKind.LEARNING_CENTRE: _("Paket A, B, dan C."),
    InstitutionKind.PEOPLES_SCHOOL: _("Sekolah berasrama menurut desil programnya, atau dengan pertimbangan khusus."),
    InstitutionKind.MANPOWER_OFFICE: _("Pelatihan kerja dan penempatan."),
    InstitutionKind.TRAINING_CENTRE: _("Pelatihan keterampilan, umumnya mulai usia 15 tahun."),
    InstitutionKind.HOME_SOCIAL_OFFICE: _("Pemulangan ke daerah asal: tulis nama kabupaten atau kotanya. Klien didampingi sampai diserahterimakan."),
    InstitutionKind.DRUG_REHABILITATION: _("Penyalahgunaan NAPZA."),
    InstitutionKind.LEGAL_AID: _("Bantuan hukum cuma-cuma."),
    InstitutionKind.OTHER: "",
}


def custom(kind):
    """What usually holds for institutions of a kind, in the reader's language; empty for one of its own."""
    return str(CUSTOMS[kind])
