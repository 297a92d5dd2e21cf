"""The words for consent: how it was given, what stands instead of it, what stands today, and what a picture shows."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.rules import consent, photo
from portal.rules.consent import Assent, ConsentPaper, ConsentState, Instead, Manner, Voice
from portal.rules.photo import Identifying, Pictured

WORDS = {
    Manner: {
        Manner.SIGNED: _("Ditandatangani"),
        Manner.THUMB: _("Cap jempol"),
        Manner.RECORDED: _("Terekam suara atau video"),
        Manner.ORAL: _("Lisan, dengan saksi"),
    },
    Instead: {
        Instead.GUARDIAN_UNKNOWN: _("Orang tua atau wali belum diketahui"),
        Instead.GUARDIAN_AWAY: _("Orang tua atau wali tidak dapat dihubungi"),
        Instead.GUARDIAN_HARMS: _("Orang tua atau wali diduga merugikan klien"),
        Instead.UNABLE: _("Klien belum mampu menyatakan kehendaknya"),
        Instead.DANGER: _("Keselamatan klien terancam bila menunggu atau bila keluarga diberi tahu"),
        Instead.OTHER: _("Sebab lain (tulis di Catatan)"),
    },
    Voice: {
        Voice.GUARDIAN: _("Orang tua atau wali"),
        Voice.CLIENT: _("Klien sendiri"),
        Voice.OFFICE: _("Dinas Sosial"),
    },
    ConsentState: {
        ConsentState.GIVEN: lazy_pgettext("persetujuan", "Disetujui"),
        ConsentState.BASIS: _("Dasar hukum"),
        ConsentState.REFUSED: _("Tidak disetujui"),
        ConsentState.WITHDRAWN: lazy_pgettext("persetujuan", "Dicabut"),
        ConsentState.MISSING: lazy_pgettext("persetujuan", "Belum ada"),
    },
    Assent: {
        Assent.NOT_ASKED: _("Anak belum 7 tahun, jadi belum dimintai persetujuannya."),
        Assent.MISSING: _("Anak sendiri belum ditanya."),
        Assent.GIVEN: _("Anak sendiri setuju."),
        Assent.REFUSED: _("Anak sendiri tidak setuju: dengarkan alasannya dan pertimbangkan."),
        Assent.WITHDRAWN: _("Anak sendiri mencabut persetujuannya: dengarkan alasannya dan pertimbangkan."),
    },
    consent.Why: {
        consent.Why.EXPLOITER: _("Orang ini ditandai mungkin merugikan klien, jadi persetujuannya tidak dapat dipakai. "
                                 "Pilih kepentingan vital atau tugas pelayanan publik."),
        consent.Why.GIVER_NEEDED: _("Tulis siapa yang memberi persetujuan."),
        consent.Why.NOT_YET: _("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."),
        consent.Why.INSTITUTION_NEEDED: _("Pilih lembaga yang akan menerima datanya: persetujuan berbagi data berlaku untuk satu lembaga."),
        consent.Why.TOO_YOUNG: _("Anak di bawah 7 tahun belum dimintai persetujuannya. Catat kata-katanya di catatan kejadian."),
        consent.Why.ADULT_SPEAKS: _("Orang dewasa menyetujui sendiri. Bila ini wali penyandang disabilitas, tulis sebabnya di Catatan."),
        consent.Why.WITNESS_NEEDED: _("Persetujuan lisan perlu saksi. Tulis nama saksinya, atau minta tanda tangan atau cap jempol."),
        consent.Why.REASON_NEEDED: _("Pilih mengapa dasar ini dipakai sebagai ganti persetujuan, atau tulis sebabnya di Catatan."),
        consent.Why.BEFORE_CONSENT: _("Tanggal pencabutan lebih awal daripada persetujuannya. Periksa tanggalnya."),
        consent.Why.WITHDRAWN_ALREADY: _("Persetujuan ini sudah dicabut."),
    },
    ConsentPaper: {
        ConsentPaper.SERVICE: _("Persetujuan layanan"),
        ConsentPaper.ASSENT: _("Persetujuan anak"),
        ConsentPaper.SHARING: _("Persetujuan berbagi data"),
        ConsentPaper.PHOTO: _("Persetujuan foto"),
        ConsentPaper.WITHDRAWAL: _("Pencabutan persetujuan"),
    },
    Pictured: {
        Pictured.DOCUMENT: _("Surat atau dokumen"),
        Pictured.PLACE: _("Tempat atau kegiatan, tanpa wajah yang dapat dikenali"),
        Pictured.PERSON: _("Wajah atau tubuh klien"),
    },
    photo.Why: {
        photo.Why.SAY_WHAT: _("Pilih apa yang terlihat di gambar ini."),
        photo.Why.PHOTO_CONSENT: _(
            "Belum ada persetujuan foto untuk klien ini. Catat persetujuannya dahulu, atau pilih mengapa foto pengenal perlu."),
        photo.Why.PHOTO_REFUSED: _("Foto klien ini ditolak atau persetujuannya dicabut: gambar orangnya tidak disimpan. Surat dan dokumen boleh."),
    },
    Identifying: {
        Identifying.TRACING: _("Menelusuri keluarga"),
        Identifying.NO_PAPERS: _("Klien tidak memiliki dokumen"),
    },
}
