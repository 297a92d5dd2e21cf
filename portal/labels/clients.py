"""The words for clients, the people around them, their consents, and for what makes two descriptions alike."""
from flask_babel import lazy_gettext as _

from portal.rules import client
from portal.rules.client import ClientState, ClientStep, ConsentKind, NoNikReason, RelationKind
from portal.rules.matching import Likeness, Trait
from portal.rules.namesakes import Kin

WORDS = {
    ClientState: {
        ClientState.ACTIVE: _("Aktif"),
        ClientState.MERGED: _("Digabung"),
        ClientState.CANCELLED: _("Dibatalkan"),
    },
    ClientStep: {
        ClientStep.MERGE: _("Gabungkan data klien"),
        ClientStep.UNMERGE: _("Pisahkan kembali data klien"),
        ClientStep.CANCEL: _("Batalkan data klien"),
    },
    RelationKind: {
        RelationKind.MOTHER: _("Ibu"),
        RelationKind.FATHER: _("Ayah"),
        RelationKind.STEP_PARENT: _("Ayah atau ibu tiri"),
        RelationKind.FOSTER_PARENT: _("Orang tua asuh"),
        RelationKind.CARER: _("Pengasuh"),
        RelationKind.SIBLING: _("Saudara kandung"),
        RelationKind.GRANDPARENT: _("Kakek atau nenek"),
        RelationKind.RELATIVE: _("Kerabat"),
        RelationKind.SPOUSE: _("Suami atau istri"),
        RelationKind.CHILD: _("Anak"),
        RelationKind.GRANDCHILD: _("Cucu"),
        RelationKind.WARD: _("Anak yang diasuh"),
        RelationKind.FRIEND: _("Teman"),
        RelationKind.NEIGHBOUR: _("Tetangga"),
        RelationKind.TEACHER: _("Guru"),
        RelationKind.EMPLOYER: _("Pemberi kerja"),
        RelationKind.PATRON: _("“Abang” di jalan"),
        RelationKind.OTHER: _("Hubungan lain"),
    },
    NoNikReason: {
        NoNikReason.NEVER_RECORDED: _("Belum pernah didata"),
        NoNikReason.LOST: _("Hilang"),
        NoNikReason.HELD_BY_OTHERS: _("Ditahan orang lain"),
        NoNikReason.UNKNOWN: _("Tidak tahu"),
    },
    ConsentKind: {
        ConsentKind.SERVICE: _("Persetujuan layanan"),
        ConsentKind.SHARING: _("Persetujuan berbagi data"),
        ConsentKind.PHOTO: _("Persetujuan foto"),
    },
    client.Why: {
        client.Why.NOT_ACTIVE: _("Data klien ini sudah digabung atau dibatalkan. Perubahan dicatat di data klien yang berlaku."),
        client.Why.OF_ITSELF: _("Klien tidak bisa dihubungkan dengan dirinya sendiri. Periksa nomor kliennya."),
        client.Why.NOBODY_NAMED: _("Tulis namanya, atau nomor kliennya bila orang ini juga klien."),
        client.Why.NO_SUCH_CLIENT: _("Tidak ada klien dengan nomor ini yang dapat Anda lihat. Periksa nomornya."),
        client.Why.BIRTH_YEAR: _("Tahun lahir ini tidak mungkin. Tulis empat angka, misalnya 1985."),
        client.Why.NOTHING_TO_COPY: _("Pilih paling sedikit satu hal yang disalin."),
        client.Why.NOT_YET: _("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."),
    },
    Trait: {
        Trait.NAME: _("Nama"),
        Trait.SEX: _("Kelamin"),
        Trait.BIRTH: _("Lahir atau usia"),
        Trait.NIK: _("NIK"),
        Trait.PLACE: _("Kecamatan"),
        Trait.PHONE: _("Telepon"),
        Trait.MARKS: _("Ciri-ciri"),
        Trait.TICKET: _("Nomor tiket"),
    },
    Kin: {
        Kin.SAME: _("nama sama"),
        Kin.SOUND: _("ejaan lain"),
        Kin.SLIP: _("nama mirip"),
        Kin.SHORT: _("panggilan"),
    },
    Likeness: {
        Likeness.SAME: _("sama"),
        Likeness.NEARLY: _("hampir sama"),
        Likeness.SIMILAR: _("mirip"),
        Likeness.DIFFERENT: _("beda"),
        Likeness.UNKNOWN: _("belum diketahui"),
    },
}
