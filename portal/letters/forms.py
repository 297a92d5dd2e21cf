"""Who signs a letter and how, asked wherever one is issued."""
from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from portal.accounts.delegations import Delegation
from portal.fields import ChoiceField, PickField, needed, optional, pairs
from portal.forms import Form
from portal.letters.books import Classification
from portal.letters.signing import signature, signers, usual_signer
from portal.phrases import day
from portal.rules import letter_number
from portal.rules.letter_number import SigningMode
from portal.rules.refused import Refused
from portal.rules.signature import Why, modes

LOOK = "look"


class WordsForm(Form):
    """A text that was not sent at all is an empty text."""

    @property
    def values(self):
        written = (StringField, TextAreaField)
        return {name: "" if data is None and type(self[name]) in written else data for name, data in super().values.items()}


class LookForm(WordsForm):
    """Sent with `look` it only shows what it would make: a look takes nothing and refuses nothing."""

    @property
    def is_look(self):
        """Whether it was sent to see, not to save."""
        return self.is_submitted() and LOOK in request.form

    def validate_on_submit(self, extra_validators=None):
        """Never of a look."""
        return not self.is_look and super().validate_on_submit(extra_validators)


class SigningForm(LookForm):
    """Who signs: the head or who acts for the head unless another is chosen, with the block that will stand under the letter."""

    BESIDE = {letter_number.Why.TITLE_NEEDED: "through", Why.NOT_BY_TITLE: "mode"}

    official = PickField(_("Penanda tangan"), [needed(_("Pilih pejabat yang menandatangani."))])
    mode = ChoiceField(_("Menandatangani sebagai"), SigningMode, [optional()], only=(SigningMode.AN, SigningMode.UB), blank=_("Sesuai jabatannya"))
    through = StringField(_("Jabatan perantara (hanya untuk u.b.)"))

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.officials = {key_of(each): each for each in signers()}
        usual = usual_signer(self.officials.values())
        named = ((key, called(each)) for key, each in self.officials.items())
        self.official.choices = pairs(named, blank=None if usual else _("Pilih penanda tangan"))
        if usual and not self.is_submitted() and not self.official.data:
            self.official.data = key_of(usual)
        if not self._hands_down():
            del self.mode, self.through

    @property
    def block(self):
        """The Signature as it would be frozen now; None while nobody is chosen, or while what is chosen cannot be set."""
        chosen = self.officials.get(self.official.data)
        try:
            return signature(chosen, **self._way(chosen)) if chosen else None
        except Refused:
            return None

    def _hands_down(self):
        """Whether anybody who may sign stands below the head, so that a.n. or u.b. is a choice."""
        return any(len(modes(each.title)) > 1 for each in self.officials.values() if not isinstance(each, Delegation))

    def _way(self, chosen):
        """How the chosen one signs: an order says it itself, an official may sign a.n. or u.b."""
        return {} if isinstance(chosen, Delegation) or not self.mode else {"mode": self.mode.data, "through": self.through.data or ""}

    @property
    def values(self):
        typed = super().values
        chosen = self.officials[typed["official"]]
        return {**typed, "mode": None, "through": "", **self._way(chosen), "official": chosen}


class IssueForm(SigningForm):
    """Who signs, and under which classification."""

    code = PickField(_("Klasifikasi"), [needed(_("Pilih klasifikasi."))])

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.code.choices = pairs(Classification.offered(self.code.object_data or ""))


def key_of(signer):
    """What the field carries: the id of an official, or of an order after a letter of its own."""
    return f"d{signer.id}" if isinstance(signer, Delegation) else str(signer.id)


def called(signer):
    """Who this is in the list to choose from."""
    if isinstance(signer, Delegation):
        return gettext("%(name)s, %(post)s (sampai %(day)s)", name=signer.user.name, post=signer.capacity, day=day(signer.until))
    return f"{signer.name}, {signer.title}"
