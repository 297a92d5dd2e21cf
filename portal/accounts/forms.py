"""The forms of signing in, passwords and users."""
from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import Length

from portal.forms import Form, needed


class SignInForm(Form):
    """Name and password; nothing here says which of the two was wrong."""

    TOKEN = False
    username = StringField(_("Nama pengguna"), [needed(_("Tulis nama pengguna."))], render_kw={"autocomplete": "username"})
    password = PasswordField(_("Sandi"), [needed(_("Tulis sandi.")), Length(max=256)], render_kw={"autocomplete": "current-password"})
