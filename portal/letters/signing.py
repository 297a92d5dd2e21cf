"""Who may sign a letter today, who does unless another is chosen, and the block that then stands under it."""
from typing import NamedTuple

from portal.accounts.delegations import Delegation
from portal.office.models import Office, Official
from portal.rules import delegation as lending
from portal.rules import signature as rules
from portal.rules.letter_number import SigningMode, signature_name, signature_title
from portal.rules.refused import Refused


class Signature(NamedTuple):
    """What an issue freezes: whose name and by which order, the way of signing, the lines `above` the name and those from it on."""

    official: Official | None
    delegation: Delegation | None
    mode: SigningMode
    above: list
    below: list


def signers():
    """Everybody who may sign today: who acts by an order, then the officials in office."""
    return [*Delegation.today(), *Official.in_office()]


def usual_signer(among=None):
    """Who signs unless another is chosen: who acts for the head today, else the head; None when nobody is written down as that."""
    among = signers() if among is None else among
    acting = [each for each in among if isinstance(each, Delegation) and each.mode in rules.ACTS and rules.heads(each.post)]
    return next(iter(acting), None) or Official.head()


def signature(signer, mode=None, through=""):
    """The Signature of an Official or a Delegation; `mode` and `through` are asked only of an official."""
    if isinstance(signer, Delegation):
        return _delegate(signer)
    office = Office.current()
    mode = rules.by_title(signer.title, mode)
    above = signature_title(mode, _head(office), region=office.regency.upper(), title=signer.title, through=through)
    return Signature(signer, None, mode, above, signature_name(signer.name, signer.rank, signer.nip))


def _delegate(row):
    """The Signature of who acts by an order that is in force today."""
    if not Delegation.lending().where(Delegation.id == row.id).exists():
        raise Refused(lending.Why.NOT_IN_FORCE)
    office, listed = Office.current(), Official.in_office().where(Official.user == row.user).first()
    title = row.title or (listed.title if listed else row.user.title)
    above = rules.above_delegate(row.mode, _head(office), region=office.regency.upper(), post=row.post, title=title, through=row.through)
    name, rank, nip = (listed.name, listed.rank, listed.nip) if listed else (row.user.name, "", row.user.nip)
    return Signature(listed, row, row.mode, above, signature_name(name, row.rank or rank, nip))


def unsigned():
    """The block as it will most likely stand under a letter that is not issued yet; without anybody to sign, its first line alone."""
    signer = usual_signer()
    return signature(signer) if signer else Signature(None, None, SigningMode.HEAD, [f"{_head(Office.current())},"], [])


def _head(office):
    return f"Kepala {office.name}".upper()
