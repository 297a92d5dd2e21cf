"""The assessment instruments of this office: data, checked when they are published, and kept for good."""
import json
from functools import cached_property
from pathlib import Path

from peewee import CharField, DateTimeField

from portal import clock
from portal.db import Json
from portal.office.models import Office
from portal.records import Record
from portal.rules import instrument as rules
from portal.rules.assessment import Why
from portal.rules.instrument import InstrumentFault
from portal.rules.refused import Refused

SHIPPED = Path(__file__).parent.parent / "data" / "instrument.json"


class Instrument(Record):
    """One published definition; `edition` is the version that the definition itself carries."""

    edition = CharField(max_length=20, unique=True)
    definition = Json()
    published_at = DateTimeField()

    @classmethod
    def publish(cls, definition, *, by):
        """Put a definition in force for assessments started from now on; the same one again changes nothing.

        Refused(InstrumentFault) when it is broken, or when its version was published with other contents.
        """
        edition = rules.parse(definition).version
        known = cls.get_or_none(cls.edition == edition)
        if known and known.definition != definition:
            raise Refused(InstrumentFault.REPEATED, where=edition)
        return known or cls.begin(by=by, edition=edition, definition=definition, published_at=clock.now())

    @classmethod
    def current(cls):
        """The instrument in force; Refused when none was published yet."""
        latest = cls.select().order_by(cls.id.desc()).first()
        if latest is None:
            raise Refused(Why.NO_INSTRUMENT)
        return latest

    @cached_property
    def content(self):
        """The definition as the rules read it."""
        return rules.parse(self.definition)


def shipped():
    """The definition that comes with Sigap."""
    return json.loads(SHIPPED.read_text(encoding="utf-8"))


@Office.FOUNDED.append
def publish_first(by):
    """A new office starts with the instrument that comes with Sigap."""
    Instrument.publish(shipped(), by=by)
