"""What the consent forms on paper say: what the law wants people told (UU 27/2022 art. 21 and 22), and for a child in simple words."""
from flask_babel import gettext

from portal.rules.client import ConsentKind
from portal.rules.consent import ConsentPaper

KINDS = {ConsentPaper.SERVICE: ConsentKind.SERVICE, ConsentPaper.SHARING: ConsentKind.SHARING, ConsentPaper.PHOTO: ConsentKind.PHOTO}


def told(paper, office):
    """[(term, text)] of what must be explained before anybody answers."""
    return [
        (gettext("Untuk apa"), purpose(paper)),
        (gettext("Data apa"), data(paper)),
        (gettext("Siapa yang memegang"), gettext("%(office)s, %(government)s. Hanya petugas yang menangani dan atasannya yang membuka.",
                                                 office=office.name, government=office.government)),
        (gettext("Berapa lama"), gettext("Selama ditangani, lalu menurut jadwal retensi arsip dinas; sesudah itu dihapus atau dimusnahkan.")),
        (gettext("Dasar hukum"), gettext("UU 27/2022 tentang Pelindungan Data Pribadi pasal 20, 22, 25, dan 26.")),
        (gettext("Hak Anda"), gettext("Bertanya, melihat dan meminta perbaikan data, meminta data dihentikan pemakaiannya atau dihapus, dan mencabut "
                                      "persetujuan ini kapan saja. Menolak atau mencabut tidak menghilangkan layanan dasar dan pertolongan "
                                      "darurat.")),
        (gettext("Tanpa persetujuan"), gettext("Kami hanya memberi tahu pihak lain bila keselamatan terancam atau undang-undang mewajibkannya.")),
    ]


def purpose(paper):
    """What the consent is for, in one sentence."""
    return {
        ConsentPaper.SERVICE: gettext("Menanyai, menilai kebutuhan, menyusun rencana, dan memberi layanan sosial kepada klien."),
        ConsentPaper.SHARING: gettext("Memberitahukan data di bawah ini kepada lembaga yang disebut, agar lembaga itu dapat melayani klien."),
        ConsentPaper.PHOTO: gettext("Mengambil dan menyimpan foto klien untuk mengenalinya, menelusuri keluarganya, atau mengurus dokumennya."),
    }[paper]


def data(paper):
    """What is written down or passed on."""
    return {
        ConsentPaper.SERVICE: gettext("Identitas, keluarga, tempat tinggal, kesehatan, pendidikan, pekerjaan, dan keadaan klien seperti yang "
                                      "diceritakan atau dilihat petugas."),
        ConsentPaper.SHARING: gettext("Hanya yang disebut di bawah ini."),
        ConsentPaper.PHOTO: gettext("Foto wajah dan tubuh. Tidak dimuat di media, tidak dibagikan dalam pesan, tidak dicetak di surat."),
    }[paper]


def simple():
    """What a child is told, one short sentence each."""
    return [
        gettext("Kami dari Dinas Sosial. Tugas kami membantu anak-anak."),
        gettext("Kami ingin membantumu. Untuk itu kami perlu bertanya dan menulis jawabanmu."),
        gettext("Ceritamu kami jaga. Yang tahu hanya orang yang ikut membantumu."),
        gettext("Kalau ada bahaya, kami memberi tahu orang yang dapat melindungimu."),
        gettext("Kamu boleh bertanya apa saja."),
        gettext("Kamu boleh bilang tidak. Kamu boleh berhenti kapan saja. Tidak ada yang marah."),
    ]


def choices():
    """What a child may tick."""
    return [
        gettext("Saya sudah mendengar dan mengerti."), gettext("Saya mau dibantu."),
        gettext("Saya mau ceritaku diberitahukan kepada …………………………………………"), gettext("Saya mau difoto untuk mencari keluargaku."),
        gettext("Saya belum mau, atau tidak mau."),
    ]


def declaration(paper):
    """What is signed below it."""
    if paper == ConsentPaper.WITHDRAWAL:
        return gettext("Saya mencabut persetujuan yang saya centang, sejak tanggal di bawah ini. Yang sudah dilakukan sebelumnya tetap sah.")
    return gettext("Hal di atas sudah dijelaskan dengan bahasa yang saya mengerti, dan saya menjawab tanpa dipaksa:")
