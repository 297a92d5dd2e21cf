"""When it happened: read beside the field while it is typed, and said in full wherever the report is shown."""
from flask_babel import gettext

from portal import clock
from portal.clients.fields import ReadField
from portal.labels import label
from portal.phrases import weekday
from portal.rules.dates import Unreadable
from portal.rules.happening import Happening, Unclear, read_happening

LONGEST = 120


class HappeningField(ReadField):
    """What the caller says of the time; data is a Happening, or the text itself where the record says that already."""

    def read(self, typed):
        if typed == self.object_data:
            return typed
        if len(typed) > LONGEST:
            raise ValueError(gettext("Terlalu panjang: paling banyak %(max)d huruf.", max=LONGEST))
        try:
            return read_happening(typed, clock.local(clock.now()))
        except Unreadable as fault:
            raise ValueError(asked(fault)) from fault

    @property
    def columns(self):
        """The columns of a report; words that stand there already leave its moment as it is."""
        if isinstance(self.data, str):
            return {"happened": self.data}
        told = self.data or Happening("")
        return {"happened": told.words, "happened_at": told.at and clock.utc(told.at), "happened_known": told.known}

    @property
    def echo(self):
        """What was understood, in full; empty when nothing was typed or it could not be read."""
        return said(self.data) if isinstance(self.data, Happening) else ""


def said(told):
    """A Happening in full: `Sabtu, 21 November 2026 pukul 14.05`; of mere words, that they are no date."""
    if told.at is None:
        return gettext("Bukan tanggal, dicatat seperti yang ditulis.")
    return str(label(told.known)) % {"day": weekday(told.at.date()), "time": told.at.strftime("%H.%M")}


def when(report):
    """When it happened, of a report: the words and, where they say a moment, that moment."""
    if report.happened_at is None:
        return report.happened
    return f"{said(Happening(report.happened, clock.local(report.happened_at), report.happened_known))} (“{report.happened}”)"


def asked(fault):
    """Why a text can't stand, with what may have been meant."""
    sentence, readings = str(label(fault.why)), fault.readings if isinstance(fault, Unclear) else ()
    if not readings:
        return sentence
    either = gettext(" atau ").join(f"“{each.words}” ({said(each)})" for each in readings)
    return f"{sentence} {gettext('Maksudnya %(readings)s?', readings=either)}"
