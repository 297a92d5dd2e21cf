"""What each kind of letter says until the office words it otherwise; written on Indonesian paper, so never translated."""
from dataclasses import dataclass

from portal.rules.letter_kind import LetterKind
from portal.rules.letter_number import Secrecy

THANKS = "Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih."


@dataclass(frozen=True)
class Words:
    """`opening` stands above what the letter tells, `closing` below, a paragraph a line; an empty `code` follows the client's category."""

    regarding: str
    opening: str = ""
    closing: str = THANKS
    copies: tuple = ("Arsip",)
    code: str = ""
    secrecy: Secrecy = Secrecy.SECRET


# The referral is the skeleton of domain 5.4; the others are ours in the same form and are to be looked at by the office.
DEFAULTS = {
    LetterKind.REFERRAL: Words(
        "{hal_rujukan}", "Berdasarkan {dasar}, bersama ini kami rujuk:",
        "Sehubungan dengan hal tersebut, mohon kiranya dapat diberikan pelayanan dan menyampaikan tindak lanjutnya kepada kami "
        f"{{batas_jawaban}}.\n{THANKS}"),
    LetterKind.INTRODUCTION: Words(
        "Pengantar Berkas Kasus {nomor_kasus}", "Bersama ini kami sampaikan kepada {lembaga}:",
        "Mohon lembar kedua surat ini dikembalikan sesudah ditandatangani penerima."),
    LetterKind.INSURANCE: Words(
        "Rekomendasi {program}", "Berdasarkan {dasar}, dengan ini kami rekomendasikan {program} bagi:",
        f"Yang bersangkutan sedang dalam pelayanan {{kantor}} dan membutuhkan jaminan kesehatan.\n{THANKS}", code="400.9.11"),
    LetterKind.HOSPITAL: Words(
        "Rekomendasi Perawatan di Rumah Sakit Jiwa", "Berdasarkan {dasar}, dengan ini kami rekomendasikan perawatan di {lembaga} bagi:",
        "{kantor} mendampingi selama perawatan dan menyiapkan kelanjutan pelayanannya. Mohon kami dikabari bila yang bersangkutan sudah dapat "
        f"pulang.\n{THANKS}"),
    LetterKind.DUTY: Words(
        "Surat Tugas Penjangkauan", "", "Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.",
        secrecy=Secrecy.ORDINARY),
    LetterKind.HANDOVER: Words(
        "Berita Acara Serah Terima Kasus {nomor_kasus}", "Pada {tanggal_serah_terima} bertempat di {tempat_serah_terima} telah diserahterimakan:",
        "Demikian berita acara ini dibuat dengan sebenarnya dan ditandatangani kedua pihak."),
    LetterKind.STATEMENT: Words(
        "Surat Keterangan Kasus {nomor_kasus}", "{kantor} {daerah} menerangkan bahwa:",
        "adalah benar sedang dalam pelayanan {kantor} berdasarkan {dasar}.\n"
        "Surat keterangan ini dibuat untuk {keperluan} dan tidak berlaku untuk keperluan lain."),
    LetterKind.TICKET_REPLY: Words(
        "Tindak Lanjut Tiket {nomor_tiket}",
        "Menindaklanjuti tiket nomor {nomor_tiket} tanggal {tanggal_tiket} yang kami catat sebagai laporan {nomor_laporan}, kami sampaikan:",
        "Keterangan lebih rinci tidak kami sampaikan demi kerahasiaan yang bersangkutan.\n" + THANKS),
    LetterKind.SUMMONS: Words(
        "Undangan Pembahasan Kasus {nomor_kasus}", "Sehubungan dengan penanganan kasus {nomor_kasus}, kami mengundang Saudara hadir pada:",
        "Mengingat isinya rahasia, mohon undangan ini tidak diteruskan kepada pihak lain. Bila berhalangan, mohon menunjuk wakil.\n" + THANKS),
    LetterKind.PLACEMENT: Words(
        "Pengantar Peserta Pelatihan {pelatihan}, Angkatan {angkatan}",
        "Bersama ini kami sampaikan peserta pelatihan {pelatihan} angkatan {angkatan} di {penyelenggara}, tanggal {tanggal_mulai} sampai dengan "
        "{tanggal_selesai}:",
        "Mohon kiranya peserta dapat diterima, dan kami dikabari bila ada yang berhalangan, sakit, atau berhenti sebelum selesai.\n"
        f"Data peserta hanya untuk keperluan pelatihan dan mohon tidak diteruskan kepada pihak lain.\n{THANKS}", code="400.9.12"),
    # Strangers read it: it is not secret, and no code in its number says that a client of the office was taught.
    LetterKind.CERTIFICATE: Words(
        "Sertifikat Keikutsertaan Pelatihan {pelatihan}, Angkatan {angkatan}", "",
        "telah mengikuti pelatihan {pelatihan} yang diselenggarakan oleh {penyelenggara}, pada tanggal {tanggal_mulai} sampai dengan "
        "{tanggal_selesai}, dan dinyatakan {hasil}.", copies=(), code="400.9.12", secrecy=Secrecy.ORDINARY),
}
