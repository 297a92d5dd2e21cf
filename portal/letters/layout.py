"""How a letter lies on paper: its shape, what stands in its head, beside its signature, and across it while it does not count."""
from portal.labels import label
from portal.letters.sheet import letter_sheet
from portal.office.models import Office
from portal.phrases import day
from portal.rules.letter_fit import LONG_NAME, Text, setting
from portal.rules.letter_kind import TITLE, LetterKind
from portal.rules.letter_number import Secrecy, Urgency
from portal.rules.office import Paper

CANCELLED = "DIBATALKAN – tidak berlaku"
NOT_ISSUED = "KONSEP – belum diterbitkan"
NO_NUMBER, NO_DAY = "……………………………", "………………………"


def on_paper(said, kind, letter, *, paper=Paper.F4, cancelled=False, draft=NOT_ISSUED, slip=None):
    """What print/letter.html shows of a text, {column of a Letter: value}.

    `letter` is the Letter that it was issued as, or None; `draft` what stands across it until then; `slip` what is torn off at its foot.
    """
    sheet, heading = letter_sheet(letter), TITLE.get(kind)
    written, number = day(sheet.date) or NO_DAY, sheet.number or NO_NUMBER
    *body, last = said["body"]
    shown = {
        "text": said, "sheet": sheet, "heading": heading, "secrecy": _secrecy(said), "about": _about(said, number), "number": number,
        "day": written, "dated": _dated(kind, said, written), "body": body, "closing": [last], "beside": BESIDE.get(kind, "copies"),
        "stamp": CANCELLED if cancelled else "" if letter else draft, "cancelled": cancelled, "slip": slip if letter and not cancelled else None,
    }
    return {**shown, "size": paper, "fit": setting(_measured(shown), paper, slip=bool(shown["slip"]))}


# What stands to the left of the signature; of all others the copies do.
BESIDE = {LetterKind.INTRODUCTION: "receipt", LetterKind.HANDOVER: "parties"}


def _secrecy(said):
    """What stands in the corner of every page; nothing of an ordinary letter."""
    secrecy = Secrecy(said["secrecy"])
    return "" if secrecy == Secrecy.ORDINARY else label(secrecy)


def _about(said, number):
    """The head of a letter to somebody, in the order of domain 5.3."""
    urgency = Urgency(said.get("urgency") or Urgency.ORDINARY)
    degree = [["Derajat", label(urgency)]] if urgency != Urgency.ORDINARY else []
    return [["Nomor", number], ["Sifat", label(Secrecy(said["secrecy"]))], *degree, ["Lampiran", said.get("attachments") or "-"],
            ["Hal", said["regarding"]]]


def _dated(kind, said, written):
    """The lines above the signature that say where and when; a letter to somebody says it at the top."""
    place = Office.current().place
    if kind == LetterKind.DUTY:
        return [f"Ditetapkan di {place}", f"pada tanggal {written}"]
    return [f"{place}, {written}"] if kind in TITLE and not said["addressee"] else []


def _measured(shown):
    """The same as the rule reckons with it."""
    said, sheet = shown["text"], shown["sheet"]
    head = [shown["heading"], "", shown["number"]] if shown["heading"] else [words for _, words in shown["about"]]
    head += [f"Yth. {said['addressee']}", said["addressee_place"]] if said["addressee"] else []
    head += [shown["stamp"], ""] if shown["stamp"] else []
    return Text(head, said["body"], shown["dated"] + list(sheet.above), list(sheet.below) or ["", ""], list(said["copies"]),
                beside=shown["beside"] == "copies", long_name=len(Office.current().name) > LONG_NAME)
