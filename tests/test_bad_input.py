"""Whatever is typed: never a fault of ours, never anything lost or half kept, one record and not two, and a sentence beside the field."""
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import escape

from portal import clock
from portal.audit import Entry
from portal.db import db
from portal.fields import clean
from tests.conftest import MONDAY, Make
from tests.desk import PAGES, Desk, contents, plain
from tests.page import Page
from tests.stories.story import Reader

ROOT = Path(__file__).parent.parent
TEXTS = (
    "", " ", "\u00a0\u200b\ufeff", "a\0b", "".join(map(chr, range(32))), "Set-Cookie: sid=1\r\nX-Lain: 1", "satu\rdua", "a\u2028b\u2029c",
    "\ufeffSiti", "\u202egnp.exe", "ꦗꦮ جاوة", "👩‍👩‍👧‍👦", "a" + "\u0301" * 40, "O", "Suharto", "Ma'ruf D'Souza", "H. Moh. Ali, S.Sos., M.Si.",
    "Re\u0301ne", "ıI", "x" * 201, "y" * 5001, "z" * 20001, "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
    "'onfocus=alert(1) autofocus='", "javascript:alert(1)", "</textarea><script>1</script>", "{{7*7}}", "{% raw %}", "${7*7}",
    "<b hx-get=/logout hx-trigger=load>x</b>", "<div hx-swap-oob=true>x</div>", "' OR 1=1--", "'; DROP TABLE client;--", "100% _\\", '" OR ""="',
    'NEAR( * " AND', "akhir\\", "../../etc/passwd", "CON", "%00.pdf", "$(id) `id`", "=1+1", "+62812", "-5", "@SUM(1)", "\t=1", "＝1+1", 'a;"b"\nc',
    "%(name)s {0} %s",
)
DAYS = ("30/02/2026", "29/02/2025", "00/00/0000", "2026-13-01", "01/13/2026", "1-1-10000", "23:59:60", "kapan-kapan", "32-1-2026 25.00",
        "9" * 300, "1-1-1", "½-1-2026")
NUMBERS = ("-5", "NaN", "Infinity", "1e400", "1.234,5", "9" * 40, "0x10", "1;2", "satu", "²")
DIGITS = ("110101010199001", "11010101019900011", "3201234567890abc", "0" * 16, "9901011305120001", "9901019905120001", "62-", "LP-2026-1", "KS-0-0",
          "25.61", "7", "9" * 60)
MARKUP = '<script>alert(1)</script>"\'><b onclick=x> {{7*7}} </textarea> ＝1 👩‍👧'
READ_BY_A_RULE = {
    "at", "asked_from", "review_on", "on", "given_on", "checked_on", "coordinated_on", "answered_on", "dtsen_on", "age_on", "by_when", "answer_by",
    "starts", "ends", "ended_on", "visited_on", "since", "until", "received_at",
}, {"seats", "quantity", "rupiah", "hours_per_day", "min_age", "max_age", "allowance", "income", "daily_income", "dtsen_decile"}, {
    "nik", "nip", "phone", "family_card", "jkn_card", "target", "number", "opens", "closes", "birth"}
TYPED_IN = ("text", "textarea", "search", "number")


@pytest.fixture(scope="module")
def desk(app):
    """Built once: every test undoes what it sent, and the last one everything."""
    clock.use(lambda: MONDAY)
    with app.app_context(), db.atomic() as transaction:
        yield Desk(app, Make())
        transaction.rollback()


def all_text():
    """Everything that the records hold, in one string."""
    return "\n".join(str(value) for rows in contents().values() for row in rows for value in row.values() if isinstance(value, str))


def trail_text():
    return " ".join(f"{row.action} {row.detail}" for row in Entry.select())


def kept(text):
    """Whether a record holds this text as it was typed, or in a list of texts."""
    held, wanted = all_text(), clean(text)
    return wanted in held or json.dumps(wanted, ensure_ascii=False)[1:-1] in held


def faults(paper, answer, changed):
    """What is wrong with the answer to a form, as sentences; `changed` are the fields that were tampered with, {name: value}."""
    if answer.status_code not in (200, 303, 409, 413, 422):
        yield f"{answer.status_code}"
    if answer.status_code == 422:
        yield from losses(paper, answer, changed)
        yield from unexplained(answer)


def losses(paper, answer, changed):
    """What was typed and is no longer on the page."""
    shown = next((form for form in Reader(answer.text).forms if form.action == paper.action), None)
    for name, values in paper.sent(**changed).items():
        control = shown and shown.controls.get(name)
        if name in ("csrf_token", "form_token", "seen") or name in paper.button or paper.controls[name].kind == "password":
            continue
        offered = paper.controls[name].options
        wanted = {clean(value) for value in ([values] if isinstance(values, str) else values) if not offered or value in offered}
        if wanted - {""} and (control is None or wanted - {clean(value) for value in control.held}):
            yield f"{name} is lost"


def unexplained(answer):
    """A page that says no without saying where: no summary, or a control that points at a sentence that is not there."""
    page = Page(answer.text)
    if 'class="error-summary"' not in answer.text:
        yield "no summary"
    for control in page.all("input", "select", "textarea"):
        missing = set(control.get("aria-describedby", "").split()) - set(page.ids)
        if missing or (control.get("aria-invalid") and not control.get("aria-describedby")):
            yield f"{control.get('name')} points at nothing"


def beside(answer, name):
    """Whether this field has its own sentence; in a table, whether the summary leads to it."""
    controls = [each for each in Page(answer.text).all("input", "select", "textarea") if each.get("name") == name]
    if name.startswith(("need_", "mark_")):
        return any(f'<a href="#{each["id"]}">' in answer.text for each in controls)
    return any(f"{re.sub('-[0-9]+$', '', each['id'])}-error" in each.get("aria-describedby", "").split() for each in controls)


def above(answer):
    """Whether a rule's sentence stands above the form."""
    return bool(re.search(r"<li>[^<]", answer.text.partition('class="error-summary"')[2].partition("</ul>")[0]))


def listed(found):
    return [f"{paper.action} {name} {value[:40]!r}: {fault}" for paper, name, value, fault in found]


def is_words(field):
    """Whether anything may be typed there: no rule reads it."""
    return field.kind in TYPED_IN and not any(plain(field.name) in names for names in READ_BY_A_RULE)


def tried(desk, names, values, times=1):
    """(paper, field, value, answer, whether it is kept) with one field of one form changed; the values go round over all fields."""
    supply = itertools.cycle(values)
    for paper in desk.papers:
        for field in paper.fields:
            if field.kind in TYPED_IN and names(field):
                for value in itertools.islice(supply, times):
                    answer, there = paper.send(look=lambda _, value=value: kept(value), **{field.name: value})
                    yield paper, field.name, value, answer, there


def test_any_text_is_kept_as_typed_or_refused_with_a_sentence(desk):
    found = []
    for paper, name, value, answer, there in tried(desk, is_words, TEXTS):
        found += [(paper, name, value, fault) for fault in faults(paper, answer, {name: value})]
        if answer.status_code == 303 and not there and name != "q":
            found.append((paper, name, value, "is not kept"))
        if answer.status_code == 422 and desk.answers[paper.action] == 303 and not (beside(answer, name) or above(answer)):
            found.append((paper, name, value, "has no sentence"))
    assert not listed(found)


@pytest.mark.parametrize("names, values, times", list(zip(READ_BY_A_RULE, (DAYS, NUMBERS, DIGITS), (2, 3, 3), strict=True)), ids=["days", "numbers", "digits"])
def test_what_a_rule_reads_is_read_or_refused_beside_the_field(desk, names, values, times):
    found = []
    for paper, name, value, answer, _ in tried(desk, lambda field: plain(field.name) in names, values, times):
        found += [(paper, name, value, fault) for fault in faults(paper, answer, {name: value})]
        if values is not DIGITS and not (answer.status_code == 422 and beside(answer, name)):
            found.append((paper, name, value, f"is not refused but {answer.status_code}"))
    assert not listed(found)


def test_an_unknown_choice_is_refused_beside_the_field_and_two_are_not_a_fault(desk):
    found = []
    for paper in desk.papers:
        choices = [field for field in paper.fields if field.kind in ("select", "radio")]
        if not choices:
            continue
        unknown = {field.name: "tidak-ada" for field in choices}
        answer, _ = paper.send(**unknown)
        found += [(paper, "", "tidak-ada", fault) for fault in faults(paper, answer, unknown)]
        found += [(paper, name, "tidak-ada", "has no sentence") for name in unknown if answer.status_code == 422 and not beside(answer, name)]
        answer, _ = paper.send(**{field.name: list(field.options)[-2:] for field in choices})
        found += [(paper, "", "two", fault) for fault in faults(paper, answer, {}) if "lost" not in fault]
    assert not listed(found)


def test_nothing_at_all_is_answered_with_the_form(desk):
    found = []
    for paper in desk.papers:
        for emptied in ({field.name: None for field in paper.fields}, {name: None for name in paper.sent()}, {field.name: "" for field in paper.fields}):
            answer, _ = paper.send(**emptied)
            found += [(paper, "", "", fault) for fault in faults(paper, answer, emptied) if "lost" not in fault]
    assert not listed(found)


def test_control_characters_are_never_stored_words_never_on_the_trail_and_markup_is_only_text(desk):
    wrong = []
    for paper in desk.papers:
        words = [field.name for field in paper.fields if is_words(field)]
        if words and not paper.action.startswith("/accounts/new"):
            _, (stored, trail) = paper.send(look=lambda _: (all_text(), trail_text()), **dict.fromkeys(words, "Kepodang\0\x07\x1b\x7f Emas"))
            wrong += [paper] if any(sign in stored for sign in "\0\x07\x1b\x7f") or "Kepodang" in trail else []
            shown = paper.send(look=lambda answer, paper=paper: paper.browser.get(answer.location).text if answer.location else answer.text,
                               **dict.fromkeys(words, MARKUP))[1]
            wrong += [paper] if "<script>alert" in shown or "<b onclick" in shown else []
    assert not wrong


# Searching again finds again; every press of "print" is one more copy; a new password is no longer the present one.
AGAIN = re.compile(r"/search|/prints$|/accounts/password$")


def test_a_second_click_saves_nothing_more_and_leads_to_the_same_place(desk):
    wrong = []
    for paper in desk.papers:
        def again(first, paper=paper):
            once = contents()
            second = paper.browser.post(paper.action, data=paper.sent())
            return first.status_code == 303 and (second.status_code, second.location, contents()) != (303, first.location, once)
        wrong += [paper] if not AGAIN.search(paper.action) and paper.send(look=again)[1] else []
    assert not wrong


def test_ten_clicks_at_once_make_one_record(tmp_path):
    played = subprocess.run([sys.executable, "-m", "tests.double_click"], cwd=ROOT, env=os.environ | {"SIGAP_INSTANCE": str(tmp_path)},
                            capture_output=True, text=True, timeout=60, check=False)
    assert played.returncode == 0, played.stderr[-2000:]
    told = json.loads(played.stdout)
    assert told == {"statuses": [303], "locations": ["/reports/1"], "reports": 1, "counted": 1, "fault": None}


def test_what_a_form_does_not_ask_is_not_taken(desk):
    """Extra fields named like every column there is."""
    columns = {column.name for table in contents() for column in db.get_columns(table)} - {"id", "version"}
    extra = dict.fromkeys(columns, "1") | {"state": "approved", "stage": "closed", "roles": "admin", "by": "1"}
    wrong = []
    for paper in desk.papers:
        asked = {plain(name) for name in paper.controls} | {*paper.controls, *paper.button}
        more = {name: value for name, value in extra.items() if name not in asked}
        wrong += [paper] if paper.send(look=lambda _: contents())[1] != paper.send(look=lambda _: contents(), **more)[1] else []
    assert not wrong


def test_somebody_else_saved_meanwhile_is_a_409_with_both_versions(desk):
    wrong, before = [], contents()
    for paper in desk.papers:
        if "seen" in paper.controls and any(paper.controls["seen"].held):
            answer, after = paper.send(look=lambda _: contents(), seen="77")
            told = [clean(field.held[0]) for field in paper.fields if is_words(field) and field.held]
            lost = "Yang tersimpan sekarang" in answer.text and [text for text in told if str(escape(text)) not in answer.text]
            wrong += [(paper, answer.status_code, lost)] if after != before or lost else []
    assert not wrong


def test_opening_every_page_changes_no_record(desk):
    before = contents()
    for who, templates in PAGES.items():
        for template in templates.split():
            assert desk.browsers[who].get(template.format(**desk.ids)).status_code == 200
    assert contents() == before
