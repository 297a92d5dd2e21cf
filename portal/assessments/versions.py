"""The published instruments as people read them: what each asks, what a new one changes, and where it stands in time."""
from flask_babel import gettext
from peewee import fn

from portal import clock
from portal.assessments.instruments import Instrument
from portal.assessments.models import Assessment
from portal.labels import label
from portal.rules import instrument_versions as versions
from portal.rules.levels import Level


def told(changes):
    """[(aspect, where, before, after)] in words; empty where a thing was not there."""
    return [(label(each.aspect), _words(each.where), _words(each.before), _words(each.after)) for each in changes]


def _words(text):
    return label(Level(text)) if text in set(Level) else text or ""


def warnings(content):
    """Sentences about what will not work with this definition, for whoever publishes it."""
    missing = ", ".join(versions.unread(content))
    return [gettext("Saran layanan dan saran sub-tipe membaca butir %(items)s, yang tidak ada di versi ini.", items=missing)] if missing else []


def listed(user=None):
    """[(Instrument, mark, words, how many assessments were begun with it)], the latest day first; for a `user` those that exist for them."""
    rows, known = list(Instrument.every()), Assessment.visible_to(user) if user else Assessment.select()
    used = dict(known.select(Assessment.instrument, fn.COUNT(Assessment.id)).group_by(Assessment.instrument).tuples())
    in_force = next((one.id for one in rows if one.since <= clock.today()), None)
    return [(one, *_standing(one, in_force), used.get(one.id, 0)) for one in rows]


def _standing(one, in_force):
    if one.since > clock.today():
        return "waiting", gettext("Berlaku nanti")
    return ("done", gettext("Berlaku")) if one.id == in_force else ("draft", gettext("Sudah diganti"))
