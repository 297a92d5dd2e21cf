"""A few lines about a record to paste into a message: its number and what is known in codes, so that no name, place or story leaves Sigap."""
from flask import g
from flask_babel import force_locale, gettext
from flask_babel import lazy_gettext as _

from portal import audit
from portal.audit import Event
from portal.clients import places
from portal.fields import RadioChoiceField, needed
from portal.forms import Form
from portal.labels import label
from portal.rules import sharing
from portal.rules.sharing import Naming, Wanted


class MessageForm(Form):
    """What the colleague is asked for, and how the people are named."""

    TOKEN = False
    wanted = RadioChoiceField(_("Apa yang diminta?"), Wanted, [needed(_("Pilih apa yang diminta."))], default=Wanted.INFORM)
    naming = RadioChoiceField(_("Orangnya"), Naming, [needed(_("Pilih dengan atau tanpa inisial."))], default=Naming.INITIALS)

    @classmethod
    def about(cls, record):
        """The form for a record; who stands in a restricted one is not named at all."""
        form = cls(data={"naming": sharing.namings(record.care_team.restricted)[0]})
        allowed = sharing.namings(record.care_team.restricted)
        form.naming.choices = [choice for choice in form.naming.choices if choice.value in allowed]
        return form


def message(record, initials, facts, form):
    """The lines of the message that this form asks for; `initials` of everybody it is about, `facts` [(term, value)] in codes."""
    who = f" ({', '.join(initials)})" if form.naming.data == Naming.INITIALS and initials else ""
    lines = [f"{term}: {value}" for term, value in sharing.told(facts, restricted=record.care_team.restricted) if value]
    return "\n".join([f"*{record.number}*{who}", *lines, str(label(form.wanted.data)) + ".", gettext("Rinciannya hanya di Sigap.")])


def shared(record, about, form):
    """The message, in Indonesian, once the trail knows that it was taken to be sent: the codes that were chosen, no text.

    `about(record)` gives (initials, facts).
    """
    audit.record(Event.SHARED, record, by=g.user, wanted=form.wanted.data, naming=form.naming.data)
    with force_locale("id"):
        return message(record, *about(record), form)


def about_report(report):
    """(initials, facts) of a report."""
    persons = report.persons
    return [person.initials if person.name else gettext("tanpa nama") for person in persons], [
        (gettext("Tingkat"), label(report.level)), (gettext("Status"), label(report.state)),
        (gettext("Kecamatan"), places.names().get(report.district, "")), (gettext("Jumlah orang"), len(persons))]
