"""The real program on a port of its own, that can be killed and begun again, and browsers that talk to it over HTTP as the stories do."""
import http.client
import os
import signal
import subprocess
import sys
from contextlib import suppress
from types import SimpleNamespace
from urllib.parse import urlencode

from tests.browser.conftest import ROOT, free_port, wait_until_healthy
from tests.conftest import PASSWORD
from tests.stories.reading import Reader
from tests.stories.story import Person

PATIENCE = 60


class Office:
    """A server of a test's own on one folder and port; `folder` holds the instance, and in `log` what it says."""

    def __init__(self, folder, *arguments):
        self.folder, self.arguments, self.port, self.process = folder, arguments, free_port(), None
        self.url = f"http://127.0.0.1:{self.port}"

    @property
    def settings(self):
        """The environment that this server, and whatever else looks into its folder, begins with."""
        return os.environ | {"PORT": str(self.port), "SIGAP_HOST": "127.0.0.1", "SIGAP_INSTANCE": str(self.folder / "instance")}

    def begin(self):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([sys.executable, "wsgi.py", *self.arguments], cwd=ROOT, env=self.settings,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        wait_until_healthy(self.url, self.process, self.folder / "log")
        return self

    def die(self):
        """As in a power cut: the group that this process leads is killed at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Wire:
    """A browser of one person over a connection of its own; `twin` is another window of it: the same session."""

    def __init__(self, port, cookies=None):
        self.port, self.cookies = port, cookies or {}

    def sign_in(self, username):
        """Through the form, as everybody does."""
        form = Reader(self.open("/login").text).forms[0]
        answer = self.open(form.action, method="POST", data=form.filled({"username": username, "password": PASSWORD}))
        assert answer.status_code == 303, answer.text
        return self

    @property
    def twin(self):
        return Wire(self.port, dict(self.cookies))

    def open(self, url, method="GET", data=None):
        """The answer in the words of the test client; ConnectionError or HTTPException when the server died over it."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, url, body=urlencode(data, doseq=True) if data is not None else None, headers=self._headers(method))
            answer = line.getresponse()
            text = answer.read().decode()
        finally:
            line.close()
        self._keep(answer)
        return SimpleNamespace(status_code=answer.status, location=answer.getheader("Location"), text=text,
                               mimetype=answer.headers.get_content_type(), request=SimpleNamespace(path=url.partition("?")[0]))

    def _headers(self, method):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
        return kind | ({"Cookie": cookies} if cookies else {})

    def _keep(self, answer):
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value


class Visitor(Person):
    """Somebody at a Wire that is signed in already."""

    def __init__(self, wire):
        self.browser = wire

    def readies(self, url, button, **answers):
        """Open the page and fill in the form that has this button; returns what presses it, later and from any thread: the answer's status."""
        form = self.opens(url).form(button)
        _, name, value = form.button(button)
        filled = form.filled(answers) | ({name: value} if name else {})
        return lambda: self.asks("POST", form.action, data=filled).status_code
