"""Somebody of the office at a real browser, who reads, types and presses; what the browser complains of is kept."""
import re
from contextlib import nullcontext
from urllib.parse import urlsplit

from playwright.sync_api import expect

ALT = 1  # a modifier in the browser's own protocol
# htmx writes as an error that a newer question replaced an older one, as hx-sync asks for; a real failure is named in a line of its own.
REPLACED = ("htmx:afterRequest", "htmx:sendAbort")


class Person:
    """One page of one person; every answer is asserted as it is read."""

    def __init__(self, page):
        self.page, self.faults = page, []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", self._request)
        self.devtools = page.context.new_cdp_session(page)

    def _console(self, message):
        if message.type in ("error", "warning") and not message.text.startswith(REPLACED):
            self.faults.append(f"{self.page.url}: {message.text}")

    def _request(self, request):
        here, there = urlsplit(self.page.url), urlsplit(request.url)
        if there.scheme in ("http", "https") and here.netloc and there.netloc != here.netloc:
            self.faults.append(f"{self.page.url} asks {request.url}")

    # Going
    def opens(self, path):
        self.page.goto(path)
        return self

    def follows(self, text, within="main"):
        """A link, by its first words."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("link", name=starting(text)).first.click()
        return self

    def presses(self, text):
        """A button that sends a form."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=starting(text)).first.click()
        return self

    def strikes(self, letter, stays=False):
        """Alt and a letter; `stays`: what it brings may come into this page."""
        # The browser follows an access key on the character, which only its own protocol sends with Alt.
        key = {"modifiers": ALT, "key": letter, "code": f"Key{letter.upper()}", "windowsVirtualKeyCode": ord(letter.upper())}
        with nullcontext() if stays else self.page.expect_navigation():
            for event in ({"type": "rawKeyDown"}, {"type": "char", "text": letter, "unmodifiedText": letter}, {"type": "keyUp"}):
                self.devtools.send("Input.dispatchKeyEvent", event | key)
        return self

    # By the keyboard alone
    def tabs_to(self, label):
        """One Tab leads here and nowhere else; a group of choices is reached at its first."""
        self.page.keyboard.press("Tab")
        expect(self.page.locator(":focus")).to_have_accessible_name(re.compile(f"^{re.escape(label)}"))
        return self

    def keys(self, text):
        self.page.keyboard.type(text)
        return self

    # By the fields' words
    def field(self, label):
        return self.page.get_by_label(re.compile(rf"^{re.escape(label)}(\s*\(boleh kosong\))?$"))

    def writes(self, label, text):
        self.field(label).fill(text)
        return self

    def chooses(self, label, option):
        """One of a list."""
        self.field(label).select_option(label=option)
        return self

    def marks(self, group, option):
        """One of several circles under a legend."""
        fieldset = self.page.get_by_role("group", name=starting(group))
        fieldset.get_by_label(option, exact=True).check()
        return self

    # Reading
    def sees(self, *texts, within="main"):
        for text in texts:
            expect(self.page.locator(within).first).to_contain_text(text)
        return self

    def reads(self, pattern):
        """The first text of the page that looks like this, such as a number."""
        expect(self.page.locator("main")).to_contain_text(re.compile(pattern))
        return re.search(pattern, self.page.locator("main").inner_text()).group()


def starting(text):
    return re.compile(rf"^\s*{re.escape(text)}")
