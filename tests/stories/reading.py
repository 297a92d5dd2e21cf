"""A page as somebody reads it: its text, its links, and its forms with every field and button."""
from dataclasses import dataclass, field
from html.parser import HTMLParser

NOT_TEXT = {"script", "style", "template", "head"}
ASIDE = {"header", "footer"}
VOID = {"input", "br", "hr", "img", "meta", "link", "source", "wbr", "path", "circle", "rect", "line", "use"}


@dataclass
class Control:
    """One field of a form: its kind, the values it offers as {value: text}, and the values it holds."""

    name: str
    kind: str
    options: dict = field(default_factory=dict)
    held: list = field(default_factory=list)

    def take(self, answer):
        """Fill it in by value or by the words on the screen."""
        answers = answer if isinstance(answer, (list, tuple, set)) else [answer]
        if self.kind in ("checkbox", "radio", "select"):
            self.held = [self._chosen(each) for each in answers if each is not False and each is not None]
        else:
            self.held = [str(each) for each in answers]

    def _chosen(self, answer):
        if answer is True and len(self.options) == 1:
            return next(iter(self.options))
        found = [value for value, text in self.options.items() if str(answer) in (value, text)]
        assert found, f"{self.name} does not offer {answer!r}, but {self.options}"
        return found[0]


@dataclass
class Form:
    """A form as it stands on a page; `buttons` are (text, name, value)."""

    action: str
    controls: dict = field(default_factory=dict)
    buttons: list = field(default_factory=list)

    def control(self, name, kind):
        return self.controls.setdefault(name, Control(name, kind))

    def button(self, text):
        """The button that says this, with or without its access key; or None."""
        return next((button for button in self.buttons if button[0] == text or button[0].startswith(f"{text} Alt+")), None)

    def filled(self, answers):
        """What a browser would send."""
        for name, answer in answers.items():
            assert name in self.controls, f"the form at {self.action} has no field {name!r}, but {sorted(self.controls)}"
            self.controls[name].take(answer)
        return {name: control.held for name, control in self.controls.items() if control.held}


class Reader(HTMLParser):
    """The text, links, headings and forms of a page."""

    def __init__(self, html):
        super().__init__()
        self.words, self.links, self.forms, self.open = [], [], [], []
        self.form = self.select = self.option = self.button = self.link = self.label = self.area = None
        self.waiting, self.in_main = [], 0
        self.feed(html)
        self.close()

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        handler = getattr(self, f"_begin_{tag}", None)
        if handler:
            handler(attributes)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        handler = getattr(self, f"_end_{tag}", None)
        if handler:
            handler()

    def handle_data(self, data):
        if NOT_TEXT.intersection(self.open):
            return
        for kept in (self.option, self.button, self.link, self.area, self.label):
            if kept is not None:
                kept[-1] += data
        if self.area is None and self.option is None and not ASIDE.intersection(self.open):
            self.words.append(data)

    def _begin_form(self, attributes):
        self.form = Form(attributes.get("action", ""))
        if attributes.get("method", "get").lower() == "post":
            self.forms.insert(len(self.forms) if ASIDE.intersection(self.open) else self.in_main, self.form)
            self.in_main += not ASIDE.intersection(self.open)

    def _end_form(self):
        self.form = None

    def _begin_input(self, attributes):
        name, kind = attributes.get("name"), attributes.get("type", "text")
        if self.form is None or not name or "disabled" in attributes or kind in ("submit", "file"):
            return
        control, value = self.form.control(name, kind), attributes.get("value", "on" if kind == "checkbox" else "")
        if kind in ("checkbox", "radio"):
            control.options[value] = ""
            self.waiting.append((control, value))
            if "checked" in attributes:
                control.held.append(value)
        else:
            control.held = [value]

    def _begin_label(self, attributes):
        self.label, self.waiting = [""], []

    def _end_label(self):
        for control, value in self.waiting:
            control.options[value] = " ".join(self.label[-1].split())
        self.label, self.waiting = None, []

    def _begin_select(self, attributes):
        if self.form is not None and "name" in attributes:
            self.select = self.form.control(attributes["name"], "select")

    def _end_select(self):
        if self.select is not None and not self.select.held and self.select.options:
            self.select.held = [next(iter(self.select.options))]
        self.select = None

    def _begin_option(self, attributes):
        self.option = [attributes.get("value", ""), "selected" in attributes, ""]

    def _end_option(self):
        value, selected, text = self.option
        if self.select is not None:
            self.select.options[value] = " ".join(text.split())
            if selected:
                self.select.held.append(value)
        self.option = None

    def _begin_textarea(self, attributes):
        self.area = [attributes.get("name", ""), ""]

    def _end_textarea(self):
        name, text = self.area
        if self.form is not None and name:
            self.form.control(name, "textarea").held = [text.lstrip("\r\n")]
        self.area = None

    def _begin_button(self, attributes):
        self.button = [attributes.get("type", "submit"), attributes.get("name"), attributes.get("value", ""), ""]

    def _end_button(self):
        kind, name, value, text = self.button
        if self.form is not None and kind == "submit":
            self.form.buttons.append((" ".join(text.split()), name, value))
        self.button = None

    def _begin_a(self, attributes):
        self.link = [attributes.get("href", ""), ""]

    def _end_a(self):
        if self.link and not ASIDE.intersection(self.open):
            self.links.append((self.link[0], " ".join(self.link[1].split())))
        self.link = None
