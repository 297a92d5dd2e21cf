"""What other pages say of files: how many a record has, whether its client may be photographed, and how much room the office has left."""
from typing import NamedTuple

from flask import url_for

from portal.cases.folder import Folder
from portal.files.models import File
from portal.files.subjects import subject_of
from portal.office.models import Office
from portal.rules.attachment import MEGABYTE, NEARLY_FULL
from portal.rules.client import ConsentKind


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


def photo_stand(record):
    """(client, Stand of their photo consent) of whom a record is about, or None."""
    client = subject_of(record).about(record)
    return (client, client.consent(ConsentKind.PHOTO)) if client else None


Folder.COUNTED["files.of"] = File.count_of
