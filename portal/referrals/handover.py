"""What the record of a hand-over (BAST) says: two parties, the client, what went along and who saw it; what nobody knows yet is left to the pen."""
from portal.labels import label
from portal.office.models import Office
from portal.phrases import clock_time, day, lines, weekday
from portal.rules.letter_fit import LONG_NAME, Text, setting

BLANK = "……………………………………………………………"
TITLE = "BERITA ACARA SERAH TERIMA KLIEN"


def on_paper(row, paper):
    """What print_handover.html shows."""
    office, body = Office.current(), [*_parties(row, Office.current()), *_client(row), _ground(row), *_along(row)]
    closing = ["text", "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap dua untuk dipergunakan sebagaimana mestinya."]
    reckoned = Text([TITLE, row.number], [*body, closing], [row.institution.name, ""], ["", "", "", "", "", row.receiver], [],
                    long_name=len(office.name) > LONG_NAME)
    return {"size": paper, "heading": TITLE, "body": body, "closing": closing, "fit": setting(reckoned, paper)}


def _parties(row, office):
    when, zone = weekday(row.handed_day), label(office.zone)
    said = (f"Pada hari ini {when} pukul {clock_time(row.handed_at)} {zone}, bertempat di {row.handed_place}" if when else
            f"Pada hari ini ……………………, tanggal …………………………………… pukul ………… {zone}, bertempat di ………………………………………………………………")
    return [
        ["text", f"{said}, kami yang bertanda tangan di bawah ini:"],
        ["pairs", [["1. Nama", row.handed_by or BLANK], ["Dari", f"{office.name}, {office.government}"], ["Selanjutnya", "PIHAK KESATU"]]],
        ["pairs", [["2. Nama", row.receiver or BLANK], ["Jabatan", row.receiver_title or BLANK], ["Dari", row.institution.name],
                   ["Selanjutnya", "PIHAK KEDUA"]]],
        ["text", "PIHAK KESATU menyerahkan dan PIHAK KEDUA menerima klien berikut untuk mendapat pelayanan:"],
    ]


def _client(row):
    """Who it is, as the letter tells it, and how the client is."""
    facts = [fact for kind, told in row.text["body"] if kind == "facts" for fact in told]
    return [["pairs", [*facts, ["Keadaan klien", row.condition or BLANK]]]]


def _ground(row):
    if row.letter:
        return ["text", f"Serah terima ini berdasarkan surat rujukan nomor {row.letter.number} tanggal {day(row.letter.date)}."]
    if row.urgent:
        return ["text", "Karena keadaan mendesak, surat rujukan menyusul paling lambat satu hari kerja."]
    return ["text", "Surat rujukan belum diterbitkan."]


def _along(row):
    """Who and what went with the client; before the hand-over there is room to write it."""
    nothing = ["Tidak ada."] if row.handed_at else [BLANK] * 2
    named = (("Pendamping", row.handed_escort), ("Barang klien", row.belongings), ("Dokumen", row.items))
    return [["list", [heading, lines(text) or nothing]] for heading, text in named]
