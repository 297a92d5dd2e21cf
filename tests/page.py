"""A test client that checks every page it opens as a page."""
from html.parser import HTMLParser

from flask.testing import FlaskClient

from portal.accounts.models import User
from portal.accounts.sessions import Session
from portal.db import db

VOID = {"input", "br", "hr", "img", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "track", "path", "circle", "rect", "line", "use"}
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}


class Page(HTMLParser):
    """What the checks need to know of a page."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.ids, self.open, self.text = [], [], [], text
        self.title = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes, list(self.open)))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data

    def all(self, *tags):
        return [attributes for tag, attributes, _ in self.elements if tag in tags]

    def faults(self):
        """What is wrong with the page, as sentences."""
        yield from self._structure()
        yield from self._forms()
        for tag, attributes, _ in self.elements:
            if "style" in attributes or any(name.startswith("on") for name in attributes):
                yield f"<{tag}> carries inline style or script"
            if tag == "script" and not attributes.get("src"):
                yield "inline script"
            if tag == "style":
                yield "inline style sheet"
            if tag == "a" and not attributes.get("href"):
                yield "a link without address"
            if tag == "img" and "alt" not in attributes:
                yield "an image without alt"

    def _structure(self):
        if len(self.all("h1")) != 1:
            yield f"{len(self.all('h1'))} h1"
        if not self.title.strip():
            yield "no title"
        if len(self.all("main")) != 1:
            yield "not one main"
        twice = {one for one in self.ids if self.ids.count(one) > 1}
        if twice:
            yield f"ids twice: {sorted(twice)}"
        keys = [a["accesskey"].lower() for _, a, _ in self.elements if a.get("accesskey")]
        if len(keys) != len(set(keys)):
            yield f"access keys twice: {sorted(k for k in set(keys) if keys.count(k) > 1)}"

    def _forms(self):
        labelled = {a.get("for") for a in self.all("label")}
        for tag, attributes, inside in self.elements:
            if tag == "form" and (not attributes.get("method") or not attributes.get("action")):
                yield "a form without method or action"
            if tag in ("input", "select", "textarea") and attributes.get("type", "text") not in UNLABELLED:
                if attributes.get("id") not in labelled and "label" not in inside and "aria-label" not in attributes:
                    yield f"no label for {attributes.get('name')}"


class PageClient(FlaskClient):
    """Every HTML answer that a test opens is checked: whole pages as pages, fragments for their one root."""

    def sign_in(self, user):
        """Sign a person in without the form; returns the person."""
        with self.application.app_context(), db.unit():
            Session.begin(user, "127.0.0.1")
            key = user.session_key
        with self.session_transaction() as session:
            session.clear()
            session["_user_id"] = key
            session["_fresh"] = True
        return User.get_by_id(user.id)

    def open(self, *args, **kwargs):
        with self.application.app_context():  # or requests would share the `g` of the test around them
            response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400 and response.data and "<html" in response.text:
            response.page = Page(response.text)
            faults = list(response.page.faults())
            assert not faults, (response.request.path, faults)
        return response
