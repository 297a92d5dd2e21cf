"""The forms of signing in, passwords and users."""
import re

from flask import g, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, Length, ValidationError

from portal.accounts import door
from portal.fields import ManyChoiceField, PickField, needed, optional, pairs
from portal.forms import Form
from portal.rules.roles import Role


class SecretField(PasswordField):
    """A password as it was typed: never trimmed, never sent back."""

    def __init__(self, text, says, *, autocomplete, **kwargs):
        super().__init__(text, [needed(says), *kwargs.pop("more", ())], render_kw={"autocomplete": autocomplete, "autocapitalize": "none"}, **kwargs)


class NipField(StringField):
    """The 18 digits of a civil servant's number, typed with or without spaces."""

    def process_formdata(self, valuelist):
        super().process_formdata([re.sub(r"[\s.]", "", valuelist[0])] if valuelist else valuelist)

    def pre_validate(self, form):
        if self.data and not re.fullmatch(r"[0-9]{18}", self.data):
            raise ValidationError(gettext("NIP terdiri atas 18 angka. Periksa lagi, atau kosongkan."))

    def _value(self):
        return self.raw_data[0] if self.raw_data else super()._value()


def new_password():
    return SecretField(_("Sandi baru"), _("Tulis sandi baru."), autocomplete="new-password")


def repeated(name):
    """The same password once more, so that a slip of the finger is seen."""
    return SecretField(_("Ulangi sandi baru"), _("Ulangi sandi barunya."), autocomplete="new-password",
                       more=[EqualTo(name, _("Dua sandi ini tidak sama. Tulis lagi keduanya."))])


class SignInForm(Form):
    """Name and password; nothing here says which of the two was wrong."""

    TOKEN = False
    username = StringField(_("Nama pengguna"), [needed(_("Tulis nama pengguna."))],
                           render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
    password = SecretField(_("Sandi"), _("Tulis sandi."), autocomplete="current-password")

    @property
    def name(self):
        return self.username.data.lower()

    def note_refusal(self, refused):
        door.note_failure(refused.why, self.name, request.remote_addr)


class PasswordForm(Form):
    """One's own new password; the present one proves who sits here, unless it is a first password just typed."""

    TOKEN = False
    current = SecretField(_("Sandi sekarang"), _("Tulis sandi Anda sekarang."), autocomplete="current-password")
    password = new_password()
    repeat = repeated("password")

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        if g.user.must_change_password:
            del self.current

    @property
    def known(self):
        return self.current.data if self.current else ""


class UserDetails(Form):
    """What the office knows of one of its people."""

    name = StringField(_("Nama lengkap"), [needed(_("Tulis nama lengkapnya.")), Length(max=120)])
    title = StringField(_("Jabatan"), [optional(), Length(max=120)])
    nip = NipField(_("NIP"), [optional()], render_kw={"inputmode": "numeric"})
    phone = StringField(_("Telepon"), [optional(), Length(max=20)], render_kw={"inputmode": "tel"})


class NewUserForm(UserDetails):
    """A new account: the details, the name to sign in with, and the first roles."""

    username = StringField(_("Nama pengguna"), [needed(_("Tulis nama pengguna untuk masuk."))],
                           render_kw={"autocapitalize": "none", "spellcheck": "false"})
    roles = ManyChoiceField(_("Peran"), Role, [needed(_("Pilih paling sedikit satu peran."))])

    @property
    def values(self):
        told = super().values
        return told | {"granted": told.pop("roles")}


class RolesForm(Form):
    roles = ManyChoiceField(_("Peran"), Role, [needed(_("Pilih paling sedikit satu peran."))])


class DeactivationForm(Form):
    """Who takes over; asked only when there is something to take over."""

    successor = PickField(_("Diteruskan oleh"), [optional()])

    def offer(self, colleagues):
        """Let these people be chosen: {id as text: User}."""
        self.people = {str(person.id): person for person in colleagues}
        self.successor.choices = pairs(((key, person.name) for key, person in self.people.items()), gettext("Pilih rekan"))

    @property
    def values(self):
        return {"successor": self.people.get(self.successor.data)}
