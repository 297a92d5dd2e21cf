"""What is asked before a paper of an assessment is printed, in shape only."""
from flask_babel import lazy_gettext as _

from portal.fields import RadioChoiceField, needed
from portal.forms import Form
from portal.rules.assessment import AssessmentKind
from portal.rules.office import Paper


class BlankForm(Form):
    """One printing of the blank form for one case."""

    kind = RadioChoiceField(_("Formulir"), AssessmentKind, [needed(_("Pilih formulirnya."))])
    paper = RadioChoiceField(_("Kertas"), Paper, [needed(_("Pilih kertasnya."))])
