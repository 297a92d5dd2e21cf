"""What is asked before a paper of a course is printed, or before its figures leave as a table."""
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from portal import clock
from portal.export_forms import HandedForm
from portal.fields import PickField, RadioChoiceField, needed, pairs
from portal.forms import Form
from portal.office.models import Office
from portal.phrases import month_of
from portal.rules import batch_paper as rules
from portal.rules.batch_paper import BatchPaper
from portal.rules.export import TRAINING, Purpose
from portal.rules.office import Paper
from portal.training.paper.rosters import held


class BatchPaperForm(Form):
    """One printing of one paper of a course."""

    what = RadioChoiceField(_("Cetakan"), BatchPaper, [needed(_("Pilih cetakannya."))])
    month = PickField(_("Bulan, untuk daftar hadir dan uang saku"))
    full_name = BooleanField(_("Cetak nama lengkap"))
    paper = RadioChoiceField(_("Kertas"), Paper, [needed(_("Pilih kertasnya."))])

    @classmethod
    def of(cls, batch):
        """The form for this course; a short one is printed whole, of another this month is offered first."""
        every = months_of(batch)
        usual = "" if (batch.ends - batch.starts).days < rules.MOST_DAYS else f"{rules.usual_month(every, clock.today()):%Y-%m}"
        form = cls(data={"paper": Office.current().paper, "full_name": True, "month": usual})
        form.month.choices = pairs(((f"{month:%Y-%m}", month_of(month)) for month in every), gettext("Seluruh masa pelatihan"))
        return form

    @property
    def values(self):
        month = self.month.data
        return {**super().values, "month": date.fromisoformat(f"{month}-01") if month else None}


def months_of(batch):
    """The months of a course; it may have met past its last day."""
    return rules.months(batch.starts, max([batch.ends, *held(batch)]))


class BatchExportForm(HandedForm):
    """For what, to whom and as what the figures of a course leave."""

    purpose = RadioChoiceField(_("Untuk"), Purpose, [needed(_("Pilih untuk apa tabel ini dipakai."))], only=TRAINING)
