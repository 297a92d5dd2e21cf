"""What is asked of a file and of the room for files, in shape only."""
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import IntegerField, StringField
from wtforms.validators import NumberRange, ValidationError

from portal.fields import ChoiceField, RadioChoiceField, needed, optional
from portal.files.store import cleaned
from portal.forms import Form
from portal.labels import label, sentence
from portal.rules.attachment import PICTURES, last_part, readable
from portal.rules.photo import Identifying, Pictured, Why
from portal.rules.refused import Refused


class UploadField(FileField):
    """One file; data is its cleaned Content. Pictures are redrawn here, before anything is written, so that nobody waits for it."""

    def process_formdata(self, valuelist):
        sent = next((each for each in valuelist if getattr(each, "filename", "")), None)
        self.data, self.filename = None, sent.filename if sent else ""
        if sent is None:
            return
        try:
            self.data = cleaned(sent.read())
        except Refused as refused:
            raise ValueError(sentence(refused)) from refused


class FileForm(Form):
    """A paper or a picture for a record."""

    file = UploadField(_("Berkas"), [needed(_("Pilih berkas PDF, JPEG, atau PNG."))])
    title = StringField(_("Nama berkas"), [optional()])
    shows = RadioChoiceField(_("Yang terlihat di gambar"), Pictured, [], validate_choice=False)
    purpose = ChoiceField(_("Foto pengenal perlu untuk"), Identifying, [optional()])

    def validate_file(self, field):
        if field.data and field.data.kind in PICTURES and not self.shows.data:
            raise ValidationError(label(Why.SAY_WHAT))

    @property
    def values(self):
        """A file that nobody named keeps the name it came with."""
        return {"content": self.file.data, "shows": self.shows.data, "purpose": self.purpose.data,
                "title": readable(self.title.data) or last_part(self.file.filename)[:200] or str(_("Berkas"))}


class LimitForm(Form):
    """How much room the files of the office may take."""

    file_limit = IntegerField(_("Batas seluruh berkas (MB)"), [needed(_("Tulis batasnya dalam MB, misalnya 2048.")), NumberRange(100, 1_000_000)],
                              render_kw={"inputmode": "numeric"})
