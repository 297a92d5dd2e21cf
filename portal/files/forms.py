"""What is asked of a file, in shape only."""
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import StringField

from portal.fields import needed, optional
from portal.files.store import cleaned
from portal.forms import Form
from portal.labels import sentence
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
    """A paper or a picture for a case."""

    file = UploadField(_("Berkas"), [needed(_("Pilih berkas PDF, JPEG, atau PNG."))])
    title = StringField(_("Nama berkas"), [optional()])

    @property
    def values(self):
        """A file that nobody named keeps the name it came with."""
        return {"content": self.file.data, "title": self.title.data or plain_name(self.file.filename)}


def plain_name(filename):
    """What a file called itself, without folders and overlong tails."""
    return filename.replace("\\", "/").rsplit("/", 1)[-1].strip()[:200] or str(_("Berkas"))
