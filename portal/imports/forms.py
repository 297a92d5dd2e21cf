"""What is asked for an import, in shape only: the list, who leads the care teams, and which rows stay out."""
import hashlib
from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import AnyOf

from portal.fields import ManyField, PickField, needed, optional
from portal.forms import Form
from portal.imports.book import Book
from portal.labels import sentence
from portal.rules.attachment import last_part, readable
from portal.rules.import_columns import CLIENTS
from portal.rules.imports import ListKind
from portal.rules.refused import Refused


@dataclass(frozen=True)
class Sent:
    """A list that somebody sent and that can be read."""
    name: str
    content: bytes
    kind: ListKind

    @property
    def sha256(self):
        return hashlib.sha256(self.content).hexdigest()


class ListField(FileField):
    """One list; data is a Sent. It is opened here, before anything is written, so that nobody waits for it."""

    LAYOUT = CLIENTS

    def process_formdata(self, valuelist):
        file = next((each for each in valuelist if getattr(each, "filename", "")), None)
        self.data = None
        if file is None:
            return
        content = file.read()
        file.close()
        try:
            book = Book(content, self.LAYOUT)
            self.check_heads(book.heads)
        except Refused as refused:
            raise ValueError(sentence(refused)) from refused
        self.data = Sent(readable(last_part(file.filename))[:200] or gettext("Daftar"), content, book.kind)

    def check_heads(self, heads):
        """What a list of this kind must tell; a rule refuses."""


class ListForm(Form):
    """The list to check."""

    file = ListField(_("Berkas daftar"), [needed(_("Pilih berkas .xlsx atau .csv."))])

    @property
    def values(self):
        return {"sent": self.file.data}


class RunForm(Form):
    """Who leads the care teams of the clients."""

    lead = PickField(_("Petugas utama"), [needed(_("Pilih petugas utama untuk semua klien ini."))])


class AlikeForm(Form):
    """Of the rows on the page, those that stay out."""

    every = StringField(validators=[optional(), AnyOf(("out", "in"))])
    out = ManyField(_("Lewati baris ini"), [optional()], coerce=int, choices=[])

    def __init__(self, rows, **kwargs):
        super().__init__(**kwargs)
        self.shown = [row.id for row in rows]
        self.out.choices = [(id, "") for id in self.shown]
        if not self.is_submitted():
            self.out.data = [row.id for row in rows if row.left_out]

    @property
    def values(self):
        return {"shown": self.shown, "chosen": self.out.data or [], "every": self.every.data}
