"""What stands between a letter's opening and its closing: the ticked facts and, for each kind, what was written of its own."""
from flask_babel import force_locale

from portal import clock
from portal.correspondence.courses import counted
from portal.labels import label
from portal.office.models import Office
from portal.phrases import clock_time, lines, moment, weekday
from portal.referrals import text
from portal.reports.models import Report
from portal.rules.correspondence import About, More
from portal.rules.letter_kind import LetterKind
from portal.rules.letter_number import spelled
from portal.rules.referral_terms import Shared
from portal.training.paper import certificates

HEADS = ["No", "Jenis yang dikirim", "Banyaknya", "Keterangan"]
INVITED_BY_NAME = 4  # more than these stand in a list of their own under the letter


def body(kind, matter, told, basis=""):
    """The blocks of a letter; `told` is what was worded, `basis` what lets it tell of the client. Paper speaks Indonesian (decisions 24)."""
    with force_locale("id"):
        middle = [block for tell in TELLS[kind] for block in tell(matter, told | {"basis": basis})]
        return [*_text(told["opening"]), *_joined(middle), *_text(told["closing"])]


def _text(words):
    return [["text", paragraph] for paragraph in lines(words)]


def _joined(blocks):
    """Pairs that follow pairs are one block, so that their columns stand under each other."""
    joined = []
    for kind, content in blocks:
        if joined and kind == "pairs" and joined[-1][0] == "pairs":
            joined[-1][1].extend(content)
        else:
            joined.append([kind, list(content) if kind == "pairs" else content])
    return joined


def identity(matter, told):
    """The ticked facts of who it is about, numbered."""
    return [["facts", _identity(matter, told)]]


def whose(matter, told):
    """The same of papers that go along, where little is said of whose they are."""
    return [["pairs", _identity(matter, told)]]


def _identity(matter, told):
    """What is ticked; without the name the initials, and always the number of the case."""
    shares = [Shared(part) for part in told["facts"] if part in list(Shared)]
    more = [fact for part, fact in _more(matter) if part in told["facts"]]
    *first, number = text.identity(matter.case, shares)
    return [*first, *more, number]


def _more(matter):
    client = matter.client
    return ((More.FAMILY_CARD, ["Nomor KK", client.family_card or "belum diketahui"]), (More.JKN, ["Nomor JKN", client.jkn_card or "belum memiliki"]),
            (More.DECILE, ["Desil DT-SEN", text.decile(client.dtsen)]))


def condition(matter, told):
    return [["pairs", [["Keadaan", told["content"]]]]] if told["content"] else []


def grounds(matter, told):
    """What lets it tell the institution."""
    return [["pairs", [["Dasar", told["basis"]]]]] if told["basis"] else []


def remarks(matter, told):
    return _text(told["content"])


def sent(matter, told):
    """What a covering letter covers."""
    return [["table", [HEADS, [[str(n), *row] for n, row in enumerate(told["rows"], 1)]]]]


def meeting(matter, told):
    """When, where and what for people are asked to come."""
    at, zone = told["meeting_at"], label(Office.current().zone)
    when = [["Hari, tanggal", weekday(clock.local(at).date())], ["Pukul", f"{clock_time(at)} {zone}"]] if at else []
    return [["pairs", [*when, ["Tempat", told["meeting_place"]], ["Acara", told["content"]]]]]


def guests(matter, told):
    """Those invited, where they are too many for the head of the letter."""
    invited = lines(told["guests"])
    return [["list", ["Daftar undangan", invited]]] if len(invited) > INVITED_BY_NAME else []


def standing(matter, told):
    """What the record says of a report, in codes."""
    report = matter.record
    named = [person.initials for person in report.persons if person.name]
    who = f"{len(report.persons)} orang" + (f" (inisial {', '.join(named)})" if named else "")
    return [["pairs", [["Nomor laporan", report.number], ["Diterima", moment(report.received_at)], ["Keadaan", str(label(report.state))],
                       ["Yang dilaporkan", who]]]]


def deeds(matter, told):
    return [["list", ["Yang sudah dilakukan", lines(told["content"])]]] if told["content"] else []


def handed(matter, told):
    """Who handed the client to whom, who saw it, and what went along."""
    row = matter.record
    pairs = [["Diserahkan oleh", f"{row.handed_by}, {Office.current().name}"],
             ["Diterima oleh", ", ".join(part for part in (row.receiver, row.receiver_title, row.institution.name) if part)],
             ["Pendamping", ", ".join(lines(row.handed_escort))], ["Keadaan klien", row.condition], ["Saksi", row.witness]]
    goods = [["list", [heading, lines(words)]] for heading, words in (("Dokumen", row.items), ("Barang", row.belongings)) if words.strip()]
    return [["pairs", [pair for pair in pairs if pair[1]]], *goods]


def participants(matter, told):
    """Who is to be taught: one by what is ticked; of a batch how many, for they are named on a list of its own."""
    if matter.about == About.PLACEMENT:
        return identity(matter, told)
    return [["pairs", [["Jumlah peserta", counted(len(matter.people))], ["Daftar peserta", "terlampir"]]]]


def note(matter, told):
    return [["pairs", [["Keterangan", told["content"]]]]] if told["content"] else []


def graduate(matter, told):
    """Whose certificate it is, and what was taught: nothing of a case, whatever its number."""
    birth = certificates.born(matter.client) if Shared.BIRTH in told["facts"] else ""
    known = [["Nama", matter.client.name if Shared.NAME in told["facts"] else ""], ["Lahir", birth.removeprefix("lahir ")]]
    return [["pairs", [pair for pair in known if pair[1]]], ["pairs", [list(each) for each in certificates.facts(matter.record)]]]


TELLS = {
    LetterKind.SUMMONS: (meeting, guests), LetterKind.HOSPITAL: (identity, condition, grounds),
    LetterKind.INSURANCE: (identity, condition, grounds), LetterKind.STATEMENT: (identity, grounds, remarks),
    LetterKind.INTRODUCTION: (whose, grounds, sent), LetterKind.TICKET_REPLY: (standing, deeds), LetterKind.HANDOVER: (identity, grounds, handed),
    LetterKind.PLACEMENT: (participants, note, grounds), LetterKind.CERTIFICATE: (graduate,),
}


def to_guests(told):
    """Whom a letter to several addresses: each of a few, else those of the list under it."""
    invited = lines(told["guests"])
    if len(invited) > INVITED_BY_NAME:
        return {"addressee": "Bapak/Ibu dalam daftar undangan", "addressee_place": "di tempat"}
    first, *others = invited if len(invited) == 1 else [f"{n}. {each}" for n, each in enumerate(invited, 1)] or [""]
    return {"addressee": first[:200], "addressee_place": "\n".join([*others, "di tempat"])}


def sender(report):
    """Who sent the ticket of a report, as a letter addresses them."""
    return report.ticket_by or str(label(report.ticket_from or report.channel))


def deeds_done(report, user):
    """The lines of what was done, the oldest first, as far as this person may know of it."""
    with force_locale("id"):
        told = sorted(deed for tells in Report.DONE for deed in tells(report, user))
        return "\n".join(f"{moment(at)}: {words}" for at, words in told)


def papers_sent(referral):
    """[[what, how many, remark]] of the papers that go with a referral, its letter first."""
    letter = [[f"Surat rujukan nomor {referral.letter.number}", sheets(1), ""]] if referral.letter else []
    return [*letter, *([line, sheets(1), ""] for line in referral.attached)]


def sheets(count):
    """1 (satu) lembar."""
    return f"{count} ({spelled(count)}) lembar"
