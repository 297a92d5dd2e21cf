"""People at their browsers: they open a page, fill the fields they find there, press a button and read what comes back.

A form is only ever posted as it stands on the page, so a field that is missing or was renamed fails the story.
"""
from datetime import datetime
from functools import cached_property

from portal import clock
from tests.stories.reading import Reader


def it_is(text):
    """Set the office's clock: "2 Mar 2026 09.10", wall time."""
    moment = clock.utc(datetime.strptime(text, "%d %b %Y %H.%M"))
    clock.use(lambda: moment)


class Screen:
    """What one person has before them. Where a step leads is only opened when somebody looks."""

    def __init__(self, person, response):
        self.person, self._response = person, response

    @cached_property
    def response(self):
        """The answer, at the end of its redirects."""
        response = self._response
        while response.status_code in (302, 303):
            response = self.person.asks("GET", response.location)
        return response

    @property
    def status(self):
        return self.response.status_code

    @property
    def url(self):
        return self.response.request.path

    @cached_property
    def page(self):
        """The page as it is read: only when somebody looks."""
        return Reader(self.response.text if self.response.mimetype == "text/html" else "")

    @property
    def text(self):
        return self.page.text

    def again(self):
        """The same page, opened anew."""
        return self.person.opens(self.url)

    def sees(self, *texts):
        for text in texts:
            assert text in self.text, f"{self.url} ({self.status}) does not say {text!r}:\n{self.text}"
        return self

    def does_not_see(self, *texts):
        for text in texts:
            assert text not in self.text, f"{self.url} says {text!r}:\n{self.text}"
        return self

    def is_refused(self, *texts, status=409):
        """The rule said no, in these words."""
        assert self.status == status, f"{self.url} answered {self.status}, not {status}:\n{self.text}"
        return self.sees(*texts)

    def follow(self, text):
        """Follow the first link that says this."""
        found = [href for href, words in self.page.links if text in words]
        assert found, f"{self.url} has no link {text!r}, but {self.page.links}"
        return self.person.opens(found[0])

    def offers(self, button):
        """Whether there is such a button to press."""
        return any(form.button(button) for form in self.page.forms)

    def form(self, button):
        """The form that has this button."""
        found = [form for form in self.page.forms if form.button(button)]
        assert found, f"{self.url} ({self.status}) has no button {button!r}, but {[form.buttons for form in self.page.forms]}:\n{self.text}"
        return found[0]

    def press(self, button, **answers):
        """Fill in the form that has this button, press it, and go where it leads."""
        form = self.form(button)
        _, name, value = form.button(button)
        return self.person.sends(form.action, form.filled(answers) | ({name: value} if name else {}))


class Person:
    """Somebody of the office at a browser of their own."""

    def __init__(self, browser, user):
        self.browser, self.user = browser, user
        browser.sign_in(user)

    def opens(self, url):
        return Screen(self, self.asks("GET", url))

    def sends(self, url, data):
        return Screen(self, self.asks("POST", url, data=data))

    def asks(self, method, url, **sent):
        response = self.browser.open(url, method=method, **sent)
        assert response.status_code != 500, f"{url}:\n{Reader(response.text).text}"
        return response
