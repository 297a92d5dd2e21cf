"""The assessment instruments of this office: data, checked when they are published, in force from their day on, and kept for good."""
import json
from functools import cached_property
from pathlib import Path

from peewee import CharField, DateField, DateTimeField

from portal import clock
from portal.db import Json, db
from portal.office.models import Office
from portal.records import Record
from portal.rules import instrument as rules
from portal.rules import instrument_versions as versions
from portal.rules.assessment import Why
from portal.rules.refused import Refused

SHIPPED = Path(__file__).parent.parent / "data" / "instrument.json"


class Instrument(Record):
    """One published definition; `edition` is the version that the definition itself carries, `since` the local day from which it counts."""

    edition = CharField(max_length=20, unique=True)
    definition = Json()
    since = DateField()
    published_at = DateTimeField()

    @classmethod
    def examine(cls, definition, since=None):
        """The definition as the rules read it, if it may be published now for its own day or `since`.

        Refused(InstrumentFault) when it is broken, Refused(instrument_versions.Why) when its name is taken or its day can't be.
        """
        content, published = rules.parse(definition), [(one.edition, one.since) for one in cls.every()]
        versions.may_publish(content.version, since or content.since, published=published, today=clock.today())
        return content

    @classmethod
    def publish(cls, definition, *, by, since=None):
        """Put a definition in force for assessments begun from its day, or `since`, on; Refused as in `examine`."""
        db.lock()
        content = cls.examine(definition, since)
        return cls.begin(by=by, edition=content.version, definition=definition, since=since or content.since, published_at=clock.now())

    @classmethod
    def every(cls):
        """All that were published, the latest day first."""
        return cls.select().order_by(cls.since.desc(), cls.id.desc())

    @classmethod
    def current(cls, day=None):
        """The instrument in force on a local day (default today); Refused when there is none."""
        latest = cls.every().where(cls.since <= (day or clock.today())).first()
        if latest is None:
            raise Refused(Why.NO_INSTRUMENT)
        return latest

    @cached_property
    def content(self):
        """The definition as the rules read it."""
        return rules.parse(self.definition)

    @property
    def earlier(self):
        """The version before this one, or None."""
        return type(self).every().where((Instrument.since < self.since) | ((Instrument.since == self.since) & (Instrument.id < self.id))).first()

    @property
    def changes(self):
        """What differs from the version before, as [Change]; empty for the first."""
        return versions.changes(self.earlier.content, self.content) if self.earlier else []


def shipped():
    """The definition that comes with Sigap."""
    return json.loads(SHIPPED.read_text(encoding="utf-8"))


def publish_first(by):
    """A new office starts with the instrument that comes with Sigap."""
    return Instrument.every().first() or Instrument.publish(shipped(), by=by, since=clock.today())


Office.FOUNDED.append(publish_first)
