"""The head of every page about one batch: what is taught where and when, how it stands, and the way to its other pages."""
from flask import current_app, request, url_for
from flask_babel import gettext, lazy_gettext, lazy_pgettext

from portal.phrases import day

# The pages of a batch in their order, and those that stand behind one of them.
PAGES = (("training.batch", lazy_pgettext("banyak", "Peserta")), ("training.meetings", lazy_gettext("Kehadiran")),
         ("training.results", lazy_pgettext("banyak", "Hasil")), ("training.papers", lazy_gettext("Surat & cetak")))
BEHIND = {"training.candidates": "training.batch", "training.write_results": "training.results",
          "correspondence.certificates.of": "training.papers", "correspondence.certificates.issue": "training.papers",
          "training.export": "training.papers", "training.attendance": "training.meetings", "training.new_meeting": "training.meetings",
          "training.meeting": "training.meetings"}


class Frame:
    """What `training/_batch_nav.html` shows of a batch; it names nobody."""

    def __init__(self, batch):
        self.batch = batch

    @property
    def lead(self):
        """Provider, dates and place in one line."""
        batch = self.batch
        dates = gettext("%(starts)s – %(ends)s", starts=day(batch.starts), ends=day(batch.ends))
        return " · ".join(part for part in (batch.programme.provider, dates, batch.where) if part)

    @property
    def items(self):
        """[(address, text, current)] of the pages that there are."""
        here = BEHIND.get(request.endpoint, request.endpoint)
        return [(url_for(endpoint, id=self.batch.id), str(text), endpoint == here) for endpoint, text in PAGES
                if endpoint in current_app.view_functions]
