"""Two client records side by side, field by field: what each says, whether it differs, and which of the two stands."""
from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.clients import places
from portal.clients.identity import BIRTH, name_score
from portal.clients.models import Relation
from portal.phrases import shown
from portal.rules import merging
from portal.rules.matching import Likeness, compare
from portal.rules.merging import Side
from portal.rules.nik import mask

# {name: (words, columns)}: what belongs together is taken together.
FIELDS = {
    "name": (_("Nama lengkap"), ("name",)), "alias": (_("Nama panggilan"), ("alias",)), "sex": (_("Kelamin"), ("sex",)),
    "birth": (_("Lahir atau usia"), BIRTH), "birth_place": (_("Tempat lahir"), ("birth_place",)),
    "nik": (_("NIK"), ("nik",)), "no_nik_reason": (_("Alasan belum ada NIK"), ("no_nik_reason",)),
    "family_card": (_("Nomor kartu keluarga"), ("family_card",)), "jkn_card": (_("Nomor kartu JKN"), ("jkn_card",)),
    "birth_certificate": (_("Akta kelahiran ada"), ("birth_certificate",)),
    "place": (_("Desa dan kecamatan"), ("district", "village")), "address": (_("Alamat"), ("address",)), "phone": (_("Telepon"), ("phone",)),
    "usual_place": (_("Tempat biasa"), ("usual_place",)), "origin": (_("Daerah asal"), ("origin",)), "marks": (_("Ciri-ciri"), ("marks",)),
    "religion": (_("Agama"), ("religion",)), "married": (_("Sudah menikah"), ("married",)),
    "education": (_("Pendidikan terakhir"), ("education",)), "in_school": (_("Masih sekolah"), ("in_school",)),
    "school": (_("Sekolah dan kelas"), ("school",)), "work": (_("Pekerjaan atau kegiatan"), ("work",)),
    "history": (_("Riwayat sebelumnya"), ("history", "history_on")),
}
NUMBERS = {"nik", "family_card", "jkn_card"}
SECRETS = NUMBERS | {"phone", "address"}


@dataclass(frozen=True)
class Line:
    """One field of both records in words; `side` is whose value stands."""

    name: str
    label: str
    kept: str
    gone: str
    likeness: Likeness
    side: Side

    @property
    def differs(self):
        return self.likeness == Likeness.DIFFERENT

    @property
    def asks(self):
        """Whether the two are not the same, so that one must be chosen."""
        return self.likeness != Likeness.SAME

    @property
    def decides(self):
        """Whether the choice changes anything or leaves something behind."""
        return self.differs or (self.asks and self.side == Side.GONE)

    @property
    def result(self):
        return self.gone if self.side == Side.GONE else self.kept


def values(client, name):
    """The columns of one field as a client has them."""
    return tuple(getattr(client, column) for column in FIELDS[name][1])


def known(kept, gone):
    """The names of the fields of which at least one of the two knows something, in their order."""
    return [name for name in FIELDS if any(value not in (None, "") for value in (*values(kept, name), *values(gone, name)))]


def sides(kept, gone, chosen=None):
    """{field: Side} of every field: what was `chosen`, else what is offered."""
    return {name: merging.stands(values(kept, name), values(gone, name)) for name in FIELDS} | (chosen or {})


def lines(kept, gone, chosen=None, *, revealed=False):
    """[Line] of every field that at least one of the two knows; `chosen` {field: Side} so far."""
    chosen = sides(kept, gone, chosen)
    return [Line(name, str(FIELDS[name][0]), said(kept, name, revealed), said(gone, name, revealed),
                 merging.differs(values(kept, name), values(gone, name)), chosen[name]) for name in known(kept, gone)]


def said(client, name, revealed=False):
    """One field of a client in words; what identifies stays masked unless `revealed`; empty when it is not known."""
    value = getattr(client, name, None)
    if name == "birth":
        return client.born
    if name == "place":
        return places.where(client)
    if name in SECRETS and value and not revealed:
        return _masked(name, value)
    return shown(value)


def _masked(name, value):
    if name in NUMBERS:
        return mask(value)
    return "*" * 7 + value[-3:] if name == "phone" else gettext("tersimpan, tidak ditampilkan")


def traits(one, other):
    """{Trait: Likeness} of two clients by the best of all their names."""
    scores = [score for first in one.names for second in other.names if (score := name_score(first, second)) is not None]
    return compare(one.described(), other.described(), max(scores, default=None))


def between(one, other):
    """The relations that say what these two are to each other."""
    pair = [one.id, other.id]
    return Relation.select().where(Relation.client.in_(pair), Relation.other.in_(pair))


def doubts(kept, gone, user, *, said_apart=False):
    """What speaks against one person, or changes who sees what: Doubts, the gravest first."""
    reports = kept.APPEARS["reports"]
    together = {report.id for report in reports(kept, user)} & {report.id for report in reports(gone, user)}
    hidden = kept.care_team.restricted or gone.care_team.restricted
    teams = {member.user_id for member in kept.care_team.members()} != {member.user_id for member in gone.care_team.members()}
    return merging.doubts(traits(kept, gone), related=between(kept, gone).exists(), together=bool(together),
                          said_apart=said_apart, hidden=hidden, teams=teams)
