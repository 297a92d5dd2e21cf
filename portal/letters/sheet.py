"""What stands on a letter's paper besides its text: which copy this is, the number, the date and the signature."""
from types import SimpleNamespace

from flask_babel import gettext

from portal.accounts.models import User
from portal.letters.signing import unsigned
from portal.office.models import Official
from portal.records import Print


def printing(row, id, number):
    """One printing of this record as the paper's last line tells it; DoesNotExist when it is of another one. `number` is what it is called."""
    made = Print.get(Print.id == id, Print.subject == row._meta.table_name, Print.subject_id == row.id)
    return SimpleNamespace(at=made.at, by=User.get_by_id(made.by), copy=made.copy, kind=made.kind, paper=made.paper, number=number)


def signer(user):
    """A person as signatures are set: with rank where they stand among the officials; None for nobody."""
    if user is None:
        return None
    official = Official.in_office().where(Official.user == user).first()
    return SimpleNamespace(title=user.title or gettext("Petugas"), name=official.name if official else user.name,
                           rank=official.rank if official else "", nip=official.nip if official else user.nip)


def letter_sheet(letter):
    """What the issue added to the text: number, date and signature; without a letter, the place left for them."""
    if letter:
        return letter
    signed = unsigned()
    return SimpleNamespace(number="", date=None, above=signed.above, below=signed.below)
