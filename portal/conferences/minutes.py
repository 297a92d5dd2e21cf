"""The minutes of a case conference on paper: told as a record of what was weighed and decided, signed by who led and who wrote."""
from types import SimpleNamespace

from flask import url_for
from flask_babel import gettext, pgettext

from portal import clock, papers
from portal.clients.discretion import Discretion
from portal.labels import label
from portal.phrases import clock_time, day, weekday
from portal.rules.letter_number import spelled

KIND = "minutes"
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
TOLD = ("assessed", "options", "child_view", "child_unasked", "conclusion")


def printed(conference, *, by, paper, full_name):
    """Count one more copy; `full_name`: the client is named on it, else initials stand everywhere."""
    return papers.printed(conference, KIND, by=by, paper=paper, initials=not full_name)


def contents(conference, row, user):
    """Everything that the page prints."""
    discretion = Discretion(conference.case.client, user, initials=row.initials)
    return {
        "conference": conference, "size": row.paper, "print": papers.last_line(row, conference.number, user), "opening": opening(conference),
        "qr": papers.qr(url_for("conferences.show", id=conference.id, _external=True)),
        "about": [(gettext("Nomor kasus"), conference.case.number), (pgettext("satu", "Klien"), discretion.name),
                  (gettext("Jenis"), label(conference.kind)), (gettext("Pimpinan rapat"), conference.led_by),
                  (gettext("Notulis"), conference.note_taker.name)],
        "present": present(conference), "told": {name: discretion.text(getattr(conference, name)) for name in TOLD},
        "decided": [(discretion.text(each.what), each.who, day(each.due)) for each in conference.resolutions],
        "chair": leader(conference), "writer": signatory(conference.note_taker), "today": day(conference.signed_on or clock.today()),
        "full_name": not row.initials,
    }


def names_in(conference, user):
    """Whether what was written down names the client, or somebody around, anywhere."""
    discretion = Discretion(conference.case.client, user, initials=True)
    texts = [*(getattr(conference, name) for name in TOLD), *(each.what for each in conference.resolutions)]
    return any(discretion.changes(text) for text in texts)


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
