"""The words for what an interview tells: where it comes from, why a client is on the street, the headings of a narrative assessment."""
from flask_babel import lazy_gettext as _

from portal.rules.interview import Source, StreetReason
from portal.rules.narrative import Topic

WORDS = {
    Source: {
        Source.CHILD: _("Klien sendiri"),
        Source.FAMILY: _("Keluarga"),
        Source.OBSERVATION: _("Pengamatan"),
        Source.DOCUMENT: _("Dokumen"),
        Source.OTHERS: _("Pihak lain"),
    },
    StreetReason: {
        StreetReason.ECONOMY: _("Ekonomi"),
        StreetReason.FRIENDS: _("Diajak teman"),
        StreetReason.TOLD_TO: _("Disuruh"),
        StreetReason.CONFLICT: _("Konflik keluarga"),
        StreetReason.WITH_PARENTS: _("Ikut orang tua"),
        StreetReason.OTHER: _("Lainnya"),
    },
    Topic: {
        Topic.PRESENTING: _("Masalah yang dihadapi"),
        Topic.HISTORY: _("Riwayat masalah dan pertolongan sebelumnya"),
        Topic.FAMILY: _("Keluarga dan pengasuhan"),
        Topic.PHYSICAL: _("Keadaan fisik dan kesehatan"),
        Topic.PSYCHOLOGICAL: _("Keadaan psikologis"),
        Topic.SOCIAL: _("Hubungan sosial dan lingkungan"),
        Topic.SPIRITUAL: _("Spiritual dan budaya"),
        Topic.EDUCATION_WORK: _("Pendidikan, keterampilan, dan pekerjaan"),
        Topic.ECONOMY: _("Ekonomi dan kebutuhan dasar"),
        Topic.LEGAL: _("Hukum dan dokumen"),
        Topic.FUNCTIONING: _("Keberfungsian sehari-hari"),
        Topic.STRENGTHS: _("Kekuatan dan potensi"),
    },
}

# What is written under each heading of a narrative assessment.
TOPIC_HINTS = {
    Topic.PRESENTING: _("Apa yang terjadi, sejak kapan, dan menurut siapa."),
    Topic.HISTORY: _("Kapan mulai, siapa yang pernah menolong, apa hasilnya."),
    Topic.FAMILY: _("Siapa saja, siapa yang merawat, siapa yang dapat dihubungi."),
    Topic.PHYSICAL: _("Penyakit, disabilitas, obat, makan, tidur."),
    Topic.PSYCHOLOGICAL: _("Suasana hati, pikiran, perilaku, zat yang dipakai."),
    Topic.SOCIAL: _("Teman, tetangga, tempat tinggal, rasa aman."),
    Topic.SPIRITUAL: _("Ibadah, adat, nilai yang dipegang, bahasa."),
    Topic.EDUCATION_WORK: _("Sekolah terakhir, keahlian, pekerjaan sekarang dan dahulu."),
    Topic.ECONOMY: _("Penghasilan, utang, makan, sandang, hunian, bantuan yang diterima."),
    Topic.LEGAL: _("Perkara, KTP, KK, jaminan kesehatan."),
    Topic.FUNCTIONING: _("Mengurus diri, bergaul, bekerja: apa yang bisa dan yang tidak."),
    Topic.STRENGTHS: _("Kemampuan, orang, dan hal yang dapat diandalkan."),
}
