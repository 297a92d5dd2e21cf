"""The form every form starts from: its token, the version it was opened at, clean text, and Indonesian messages."""
import secrets
from functools import cached_property
from urllib.parse import urlencode, urlsplit

from flask import g, request
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, IntegerField, PasswordField, StringField, TextAreaField
from wtforms.validators import Length

from portal import audit
from portal.audit import Event
from portal.db import db
from portal.fields import Translations, clean, text
from portal.labels import sentence
from portal.rules.refused import Refused
from portal.tokens import FormToken

LINE, TEXT = 200, 5000
BEYOND = 10 ** 12  # more than any form counts
OWN = {"csrf_token", "form_token", "seen"}


def version(value):
    """The version number that a form carries, or None; anything else that was sent there says nothing."""
    text = str(value or "")
    return text if text.isascii() and text.isdigit() and len(text) < 10 else None


def bounded(number):
    """A number that is too long to be compared becomes one that is just as wrong."""
    return number if number is None else max(-BEYOND, min(number, BEYOND))


class Form(FlaskForm):
    """Shape only: types, presence, length, choices. `seen` is the version of the record that the person looked at."""

    # RESUMES: opened anew it carries on with the person's own draft, for a page that one leaves and comes back to while filling it in.
    TOKEN, RESUMES = True, False
    # {why: field} of the refusals that belong to one field: they are said beside it.
    BESIDE = {}
    form_token = HiddenField()
    seen = HiddenField(filters=[version])

    class Meta(FlaskForm.Meta):
        def get_translations(self, form):
            return Translations()

        def wrap_formdata(self, form, formdata):
            """What a form sent; JSON is no form of ours."""
            return None if formdata is _Auto and request.is_json else super().wrap_formdata(form, formdata)

        def bind_field(self, form, unbound_field, options):
            kind = unbound_field.field_class
            if issubclass(kind, StringField) and not issubclass(kind, PasswordField):
                read = text if kind.process_formdata is StringField.process_formdata else clean
                options["filters"] = [read, *unbound_field.kwargs.get("filters", ())]
            if issubclass(kind, IntegerField):
                options["filters"] = [bounded, *unbound_field.kwargs.get("filters", ())]
            return unbound_field.bind(form=form, **options)

    def __init__(self, formdata=_Auto, **kwargs):
        self._token = self._drafted() if formdata is _Auto else None
        if self._token:
            formdata = MultiDict(self._token.draft | {"form_token": [self._token.key]})
        super().__init__(formdata, **kwargs)
        record = kwargs.get("obj")
        if record is not None and not self.is_submitted() and not self.seen.data and hasattr(record, "version"):
            self.seen.data = record.version
        self._limit_length()
        self._open()
        if formdata is not None:
            g.form = self

    def _drafted(self):
        """The token whose draft this address carries on, if it is this person's and was begun at this address."""
        number = version(request.args.get("draft"))
        if not ((number or self.RESUMES) and self.TOKEN and request.method == "GET" and g.get("user")):
            return None
        waiting = FormToken.drafts_of(g.user).where(FormToken.path == opened_at())
        return (waiting.where(FormToken.id == number) if number else waiting).first()

    @property
    def drafts(self):
        """Whether what is typed here is kept as a draft: somebody is signed in, and no password stands in it."""
        return self._token is not None and not any(isinstance(field, PasswordField) for field in self)

    @property
    def carries_on(self):
        """Whether it was opened with what a draft keeps."""
        return not self.is_submitted() and self._token is not None and self._token.is_draft

    @property
    def holds_more(self):
        """Whether something was sent that did not stand in the form when it was opened: only that is worth a draft."""
        return self.is_submitted() and any(holds_more(field) for field in self if field.short_name not in OWN)

    @cached_property
    def pen(self):
        """Who writes the draft of this form, for rules.drafts: the page that wrote last when this one was opened, and this one."""
        return f"{self._token.pen}.{secrets.token_urlsafe(6)}"

    def _limit_length(self):
        """No text field is without an end; what was read into a day or a number has its own."""
        for field in self:
            if isinstance(field, StringField) and isinstance(field.data,
                                                             str | None) and not any(isinstance(check, Length) for check in field.validators):
                field.validators = [*field.validators, Length(max=TEXT if isinstance(field, TextAreaField) else LINE)]

    def _open(self):
        """Every form opened for writing has its token."""
        if not self.TOKEN or g.get("user") is None:
            return
        if self.is_submitted():
            self._token = FormToken.find(self.form_token.data or "", g.user)
        if self._token is None:
            with db.unit():
                self._token = FormToken.open(g.user, opened_at())
        self.form_token.data = self._token.key

    def validate_on_submit(self, extra_validators=None):
        """Whether the form was sent and is in shape; then its token is taken, so that a second sending saves nothing."""
        pen = request.form.get("pen", "")
        if self.is_submitted() and self._token is not None and self._token.result:
            self._token.lead_back(pen)
        if not super().validate_on_submit(extra_validators):
            return False
        if self._token is not None:
            self._token.claim(pen)
            g.claimed = self._token
        return True

    def makes(self, verb, *about):
        """What `verb` makes of what was typed, as this person; None unless the form was sent in shape and no rule refused."""
        return self.attempt(verb, *about, by=g.user, **self.values) if self.validate_on_submit() else None

    def changes(self, verb, *about):
        """The same for a record that was there, at the version that the person looked at."""
        return self.attempt(verb, *about, by=g.user, seen=self.seen.data, **self.values) if self.validate_on_submit() else None

    def attempt(self, verb, *args, **kwargs):
        """Do the verb; when a rule refuses, nothing is saved, its sentence is shown and None is returned."""
        try:
            return verb(*args, **kwargs)
        except Refused as refused:
            db.abandon()
            g.pop("claimed", None)
            self._say(refused)
            self.note_refusal(refused)
            db.settle()
            return None

    def _say(self, refused):
        """The sentence of a refusal: beside the field it belongs to, where that is asked, else above the form."""
        name = self.BESIDE.get(refused.why)
        if name in self:
            self[name].errors = [*self[name].errors, sentence(refused)]
        else:
            self.form_errors.append(sentence(refused))

    def note_refusal(self, refused):
        """A refusal stands on the trail."""
        audit.note(Event.REFUSED, by=g.get("user"), why=refused.why)

    @property
    def values(self):
        """What was typed as the verb takes it: by field name, without the form's own bookkeeping."""
        return {field.short_name: field.data for field in self if field.short_name not in OWN}


def holds_more(field):
    """Whether a field, or one inside it, was sent with something else than it was opened with; a moment that fills itself says nothing."""
    inside = getattr(field, "entries", None) or getattr(field, "form", None)
    if inside:
        return any(holds_more(each) for each in inside)
    if field.process_errors or callable(field.default):
        return bool(field.process_errors)
    return _told(field, field.data) != _told(field, field.object_data)


def _told(field, value):
    return bool(value) if isinstance(field, BooleanField) else None if value in ("", [], ()) else value


def opened_at():
    """The address of the form being opened with all it is about, but not the draft it may have carried on.

    A form that was sent to an address of its own was opened on the page that it stood on.
    """
    if "GET" not in request.url_rule.methods:
        return urlsplit(request.referrer or "").path or "/"
    about = [(name, value) for name, value in request.args.items(multi=True) if name != "draft"]
    return f"{request.path}?{urlencode(about)}" if about else request.path


class StepForm(Form):
    """A button, with a reason where the step needs one; the version seen is its guard against a second click."""

    TOKEN = False
    reason = TextAreaField(_("Alasan"))
