"""What a duty letter says: on what it rests, who is sent, and what for; never the name of a child."""
from flask_babel import force_locale

from portal.labels import label
from portal.letters.templates import LetterTemplate, of_office
from portal.office.models import Office, Official, Region
from portal.phrases import day, lines, local_day, weekday
from portal.rules.channels import Channel
from portal.rules.letter_kind import LetterKind, MergeField
from portal.rules.letter_number import DEFAULT_CODE
from portal.rules.outreach import Purpose

TASKS = {
    Purpose.SEARCH: "Mencari dan menemui penerima pelayanan kesejahteraan sosial di titik yang disebut di bawah ini.",
    Purpose.PATROL: "Melaksanakan patroli penjangkauan rutin di titik yang disebut di bawah ini.",
    Purpose.AFTER_REPORT: "Menindaklanjuti laporan masyarakat dengan menemui yang dilaporkan di titik yang disebut di bawah ini.",
}
LAST = ("Mengutamakan keselamatan dan kerahasiaan anak serta memberikan bantuan segera bila diperlukan.",
        "Melaporkan hasilnya kepada Kepala Dinas paling lambat hari kerja berikutnya.")


def compose(trip):
    """The letter of a trip as it would leave now: the values of a Letter's columns."""
    with force_locale("id"):
        words = LetterTemplate.words(LetterKind.DUTY, _values(trip))
        return {
            "kind": str(LetterKind.DUTY), "code": words["code"] or DEFAULT_CODE, "secrecy": words["secrecy"], "regarding": words["regarding"],
            "addressee": "", "copies": words["copies"],
            "body": [*_text(words["opening"]), ["list", ["Dasar", _basis(trip)]], ["people", _people(trip)], ["list", ["Untuk", _task(trip)]],
                     *_text(words["closing"])],
        }


def _values(trip):
    return of_office() | {MergeField.DUTY_PURPOSE: str(label(trip.purpose)).lower(), MergeField.DUTY_DAY: day(trip.planned_on)}


def _text(words):
    return [["text", paragraph] for paragraph in lines(words)]


def _basis(trip):
    """What the officer wrote; else the reports it follows, hidden ones left out, and the office's own task."""
    told = [f"Laporan nomor {report.number} tanggal {local_day(report.received_at)} melalui {label(Channel(report.channel))}."
            for report in trip.open_reports]
    return lines(trip.basis) or [*told, f"Tugas penjangkauan {Office.current().name} {Office.current().regency}."]


def _people(trip):
    """[[name, rank, NIP, post], …] of our own, then [[name with where from, "", "", ""], …] of the others."""
    signing = {each.user_id: each for each in Official.in_office() if each.user_id}
    ours = [[user.name, signing[user.id].rank if user.id in signing else "", user.nip or getattr(signing.get(user.id), "nip", ""),
             _post(user, trip)] for user in trip.officers]
    return ours + [[line, "", "", "Anggota"] for line in lines(trip.outsiders)]


def _post(user, trip):
    part = "Ketua tim" if user == trip.lead else "Anggota"
    return f"{user.title or 'Petugas'} ({part})"


def _task(trip):
    names = Region.names()
    places = [f"{place or 'Wilayah'}, Kecamatan {names.get(code, '–')}" for code, place in trip.points]
    shift = f", giliran {str(label(trip.shift)).lower()}" if trip.shift else ""
    return [*(lines(trip.task) or [TASKS[trip.purpose]]), f"Waktu: {weekday(trip.planned_on)}{shift}.", f"Titik: {'; '.join(places)}.", *LAST]
