"""The minutes of a case conference on paper: told as a record of what was weighed and decided, signed by who led and who wrote."""
from types import SimpleNamespace

from flask import url_for
from flask_babel import gettext

from portal import clock, papers
from portal.labels import label
from portal.phrases import clock_time, day, weekday
from portal.records import Print
from portal.rules.letter_number import spelled
from portal.rules.names import veiled

KIND = "minutes"
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
TOLD = ("assessed", "options", "child_view", "child_unasked", "conclusion")


def printed(conference, *, by, paper, full_name):
    """Count one more copy; `full_name`: the client is named on it, else initials stand everywhere."""
    return Print.make(conference, KIND, by=by, paper=paper, reveal=full_name)


def contents(conference, row, user):
    """Everything that the page prints."""
    client = conference.case.client
    names = [] if row.reveal else names_of(client)
    return {
        "conference": conference, "size": row.paper, "print": papers.last_line(row, conference.number, user), "opening": opening(conference),
        "qr": papers.qr(url_for("conferences.show", id=conference.id, _external=True)),
        "about": [(gettext("Nomor kasus"), conference.case.number), (gettext("Klien"), client.called if row.reveal else client.initials),
                  (gettext("Jenis"), label(conference.kind)), (gettext("Pimpinan rapat"), conference.led_by),
                  (gettext("Notulis"), conference.note_taker.name)],
        "present": present(conference), "told": {name: veiled(getattr(conference, name), names) for name in TOLD},
        "decided": [(veiled(each.what, names), each.who, day(each.due)) for each in conference.resolutions],
        "chair": leader(conference), "writer": signatory(conference.note_taker), "today": day(conference.signed_on or clock.today()),
        "full_name": row.reveal,
    }


def names_of(client):
    """Every name that the client is known by."""
    return [client.name, client.alias, *(alias.name for alias in client.aliases)]


def names_in(conference):
    """Whether what was written down names the client somewhere."""
    texts = [*(getattr(conference, name) for name in TOLD), *(each.what for each in conference.resolutions)]
    return any(veiled(text, names_of(conference.case.client)) != text for text in texts)


def opening(conference):
    """On which day and at which hour people met, in words as minutes say it."""
    on = conference.held_on
    said = f"{weekday(on).partition(',')[0]}, tanggal {spelled(on.day)} bulan {MONTHS[on.month - 1]} tahun {spelled(on.year)}"
    return (f"Pada hari ini {said} ({on:%d-%m-%Y}), pukul {clock_time(conference.at)}, bertempat di {conference.place}, telah diadakan "
            f"pembahasan kasus {str(label(conference.kind)).lower()} dengan hasil sebagai berikut.")


def present(conference):
    """[(name, institution or office, position)] of everybody who came, our own people first."""
    office = gettext("Dinas Sosial")
    ours = [(user.name, office, user.title) for user in conference.our_people]
    outside = [(conference.chair_other, "", gettext("Pimpinan rapat"))] if conference.chair_other else []
    return ours + outside + [tuple(guest) for guest in conference.guests]


def leader(conference):
    """Who led it, as signatures are set; the name alone of somebody from outside."""
    if conference.chair:
        return signatory(conference.chair)
    return SimpleNamespace(title=gettext("Pimpinan rapat"), name=conference.chair_other, rank="", nip="")


def signatory(user):
    """Somebody of the office, as signatures are set."""
    return SimpleNamespace(title="", name=user.name, rank=user.title, nip=user.nip)
