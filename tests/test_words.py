"""English: every text of the code has it, it says the same things, and it reaches the page; in Indonesian the text itself stands."""
import ast
import inspect
import json
import re
import textwrap
from importlib import import_module
from pathlib import Path

import pytest
import wtforms
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from flask_babel import force_locale
from wtforms.form import BaseForm

from portal.db import db
from portal.fields import Translations
from portal.labels import label
from portal.rules.assessment import AssessmentState
from portal.rules.report import ReportState
from portal.rules.triage import Flag
from scripts import words

PORTAL = Path(__file__).parent.parent / "portal"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")
# These two tell a programmer of a mistake; no page shows them.
FOR_PROGRAMMERS = {"Invalid field name '%s'.", "Choices cannot be None."}


@pytest.fixture(scope="module")
def catalogue():
    return words.read()


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def test_every_text_in_the_code_is_translated_and_nothing_else(catalogue):
    """After changing a text: python scripts/words.py, translate what it names, and run it again."""
    texts, known = set(words.extracted()), {(message.id, message.context or "") for message in catalogue if message.id}
    assert not texts - known, "missing"
    assert not known - texts, "no longer in the code"
    assert not words.untranslated(catalogue)
    assert not [message.id for message in catalogue if message.id and message.fuzzy]


def test_both_languages_hold_the_same_placeholders(catalogue):
    assert not [message.id for message in catalogue if message.id and placeholders(message.id) != placeholders(message.string)]


def test_no_text_holds_a_lone_per_cent_sign(catalogue):
    """Templates and refusals fill every text in, so a per cent sign is written twice."""
    assert not [text for message in catalogue if message.id for text in (message.id, message.string) if "%" in PLACEHOLDER.sub("", text)]


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    with words.MO.open("rb") as file:
        compiled = {(message.id, (message.context or b"").decode()): message.string for message in read_mo(file) if message.id}
    written = {(message.id, message.context or ""): message.string for message in catalogue if message.id and message.string}
    assert compiled == written


def test_the_red_flags_are_called_the_same_in_the_instrument_and_on_screen(app):
    definition = json.loads((PORTAL / "data" / "instrument.json").read_text(encoding="utf-8"))
    with app.test_request_context():
        for flag in definition["triage"]["flags"]:
            assert str(label(Flag(flag["id"]))) == flag["label"]
            with force_locale("en"):
                assert str(label(Flag(flag["id"]))) == flag["label_en"]


def test_one_word_with_two_meanings_has_an_english_word_for_each(app):
    with app.test_request_context():
        assert str(label(ReportState.RECEIVED)) == str(label(AssessmentState.ACCEPTED)) == "Diterima"
        with force_locale("en"):
            assert (str(label(ReportState.RECEIVED)), str(label(AssessmentState.ACCEPTED))) == ("Received", "Accepted")


def classes_used():
    """The fields, validators and forms of WTForms that portal/ imports."""
    for path in PORTAL.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "wtforms":
                found = (getattr(import_module(node.module), alias.name) for alias in node.names)
                yield from (one for one in found if isinstance(one, type) and not issubclass(one, BaseForm))


def own_messages():
    """(one, many) of every message in the sources of those classes; many is None for a plain one."""
    with (Path(wtforms.__file__).parent / "locale" / "wtforms.pot").open("rb") as file:
        known = [message.id for message in read_po(file) if message.id]
    kinds = {parent for kind in classes_used() for parent in kind.__mro__ if parent.__module__.startswith("wtforms")}
    sources = [ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind)))) for kind in kinds]
    said = {node.value for nodes in sources for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    pairs = [(message, None) if isinstance(message, str) else tuple(message) for message in known]
    return sorted({pair for pair in pairs if pair[0] in said and pair[0] not in FOR_PROGRAMMERS}, key=str)


@pytest.mark.parametrize("one, many", own_messages())
def test_what_wtforms_says_by_itself_is_said_in_our_words(app, one, many):
    with app.test_request_context():
        for count, message in ((1, one), (2, many or one)):
            ours = Translations().ngettext(one, many, count) if many else Translations().gettext(one)
            assert ours not in (one, many)
            assert set(placeholders(ours)) <= set(placeholders(message))


def left_in_indonesian(text, catalogue):
    """The texts of some length that stand on a page although they have English."""
    whole = [message for message in catalogue if message.id and len(message.id) > 12 and " " in message.id and not placeholders(message.id)]
    return [message.id for message in whole if message.id != message.string and message.id in text and message.id not in message.string]


@pytest.mark.parametrize("path", [
    "/", "/help", "/accounts/password", "/reports", "/reports/new", "/cases", "/clients", "/decisions", "/referrals/", "/training/"])
def test_a_person_who_reads_english_gets_english_pages(make, client, catalogue, path):
    user = make.user()
    with db.unit():
        user.change(by=user, language="en")
    client.sign_in(user)
    text = client.get(path, follow_redirects=True).text
    assert '<html lang="en"' in text and "Sign out" in text
    assert not left_in_indonesian(text, catalogue)


def test_english_can_be_chosen_before_signing_in(client, catalogue):
    client.post("/accounts/language", data={"language": "en", "next": "/login"})
    text = client.get("/login").text
    assert "User name" in text and not left_in_indonesian(text, catalogue)


def test_everybody_else_reads_the_text_as_it_stands_in_the_code(make, client):
    assert "Nama pengguna" in client.get("/login").text
    client.sign_in(make.user())
    text = client.get("/help").text
    assert '<html lang="id"' in text and "Menerima laporan" in text and "Sign out" not in text
