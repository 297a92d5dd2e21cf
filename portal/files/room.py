"""What other pages say of files: how many a record has, whether its client may be photographed, and how much room the office has left."""
from typing import NamedTuple

from flask import url_for

from portal.cases.folder import Folder
from portal.files.models import File
from portal.files.subjects import subject_of
from portal.labels import label
from portal.office.models import Office
from portal.rules.attachment import MEGABYTE, NEARLY_FULL, PhotoConsent, photo_consent


class Room(NamedTuple):
    """Megabytes used and allowed."""

    used: int
    limit: int

    @property
    def percent(self):
        return 100 * self.used // self.limit

    @property
    def is_scarce(self):
        """Whether the admin should be warned."""
        return self.percent >= NEARLY_FULL


def room():
    """How much the files of the office take."""
    return Room(-(-File.used() // MEGABYTE), Office.current().file_limit)


def link(record):
    """(address, count) of the files of a record."""
    return url_for("files.of", kind=record._meta.table_name, id=record.id), File.count_of(record)


def photo_warning(record):
    """What to know before a photo of the client that a record is about is attached; empty when it was agreed to, or there is no client."""
    client = subject_of(record).about(record)
    said = photo_consent([(each.kind, each.basis) for each in client.consents_in_force()]) if client else PhotoConsent.GIVEN
    return "" if said == PhotoConsent.GIVEN else label(said)


Folder.COUNTED["files.of"] = File.count_of
