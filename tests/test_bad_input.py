"""Whatever is typed into any form: never a fault of ours, nothing lost or half kept, one record and not two, a sentence beside the field."""
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
from portal.db import TRAIL, db
from portal.fields import clean
from portal.schema import tables
from tests.conftest import MONDAY, Make
from tests.desk import Desk, contents, plain
from tests.stories.reading import Reader

ROOT = Path(__file__).parent.parent
CONTROLS = "a\0b" + "".join(map(chr, range(32))) + "\x7f"
# Anything of this may be what somebody is called or says: it is kept as it is, without control characters and blanks around it.
TEXTS = (
    "Set-Cookie: sid=1\r\nX-Lain: 1", "satu\rdua", "a\u2028b\u2029c", "\ufeffSiti", "\u202egnp.exe", "ꦗꦮ جاوة", "👩‍👩‍👧‍👦", "a" + "\u0301" * 40, "O",
    "Suharto", "Ma'ruf D'Souza", "H. Moh. Ali, S.Sos., M.Si.", "Re\u0301ne", "ıI", '"><img src=x onerror=alert(1)>', "'onfocus=alert(1) autofocus='",
    "javascript:alert(1)", "</textarea><script>1</script>", "{{7*7}}", "{% raw %}", "${7*7}", "<b hx-get=/logout hx-trigger=load>x</b>",
    "<div hx-swap-oob=true>x</div>", "' OR 1=1--", "'; DROP TABLE client;--", "100% _\\", '" OR ""="', 'NEAR( * " AND', "akhir\\",
    "../../etc/passwd", "CON", "%00.pdf", "$(id) `id`", "=1+1", "+62812", "-5", "@SUM(1)", "\t=1", "＝1+1", 'a;"b"\nc', "%(name)s {0} %s", "NULL",
    "None",
    "0", "<script>alert(1)</script>",
)
DAYS = ("30/02/2026", "29/02/2025", "00/00/0000", "2026-13-01", "01/13/2026", "1-1-10000", "23:59:60", "kapan-kapan", "32-1-2026 25.00", "9" * 300,
        "1-1-1", "½-1-2026")
NUMBERS = ("-5", "NaN", "Infinity", "1e400", "1.234,5", "9" * 40, "0x10", "1;2", "satu", "²")
DIGITS = ("110101010199001", "11010101019900011", "3201234567890abc", "0" * 16, "9901011305120001", "9901019905120001", "62-", "LP-2026-1", "KS-0-0",
          "25.61", "7x", "9" * 60, CONTROLS, "1-1-1899", "1-1-2030", "umur 200", "١٢")
# Fields that a rule reads; into any other text field anything may be typed.
READ = {
    "day": {"at", "history_on", "asked_from", "review_on", "on", "given_on", "checked_on", "coordinated_on", "answered_on", "dtsen_on", "age_on",
            "by_when",
            "answer_by", "starts", "ends", "ended_on", "visited_on", "since", "until", "received_at", "ticket_at", "reply_due", "planned_on",
            "arrived_at", "ended_at", "proposed_on", "decided_on", "valid_from", "due", "signed_on", "promised_on", "meeting_at", "date",
            "join_until", "day"},
    "number": {"seats", "sessions", "min_attendance",
               "quantity", "rupiah", "budget", "realised", "hours_per_day", "min_age", "max_age", "allowance", "income",
               "daily_income", "dtsen_decile",
               "reply_days", "answer_hours", "answer_days", "feedback_days", "first", "last", "serial", "year", "amount"},
    "digits": {"nik", "nip", "phone", "family_card", "jkn_card", "target", "number", "opens", "closes", "birth", "birth_year", "username", "ticket",
               "email", "pattern", "code", "regarding", "opening", "closing", "copies"},
}
TYPED_IN = ("text", "textarea", "search", "number")
# Saved or not, a double click on these does as asked twice: searching, one more printed copy, a password that is no longer the present one.
AGAIN = re.compile(r"/search|/prints$|/accounts/password$")
ENOUGH = 15  # letters that a reason for sight in an emergency must have


@pytest.fixture(scope="module")
def desk(app):
    """Built once: every test undoes what it sent, and the last one everything."""
    clock.use(lambda: MONDAY)
    with app.app_context(), db.atomic() as transaction:
        yield Desk(app, Make())
        transaction.rollback()


def kind_of(field):
    """What may be typed into a field: words, day, number, digits; None where nothing is typed."""
    return next((kind for kind, names in READ.items() if plain(field.name) in names), "words") if field.kind in TYPED_IN else None


def those(paper, kind):
    return [field.name for field in paper.fields if kind_of(field) == kind]


def all_text():
    """Every text that the records hold, in one string."""
    return "\n".join(value for rows in contents().values() for row in rows for value in row if isinstance(value, str))


def trail_text():
    return " ".join(row[0] for row in db.execute_sql(f"SELECT detail FROM {TRAIL}"))  # noqa: S608 our own name


def is_kept(text, stored):
    """Whether a record holds the text, by itself or in a list of texts."""
    return clean(text) in stored or json.dumps(clean(text), ensure_ascii=False)[1:-1] in stored


def faults(paper, answer, changed):
    """What is wrong with the answer to a form, as sentences; `changed` are the fields that were tampered with, {name: value}."""
    if answer.status_code not in (200, 303, 409, 422):
        yield f"{answer.status_code}"
    if answer.status_code == 422:
        yield from losses(paper, answer, changed)
        yield from unexplained(answer)


def losses(paper, answer, changed):
    """What was typed and is no longer on the page."""
    shown = next((form for form in Reader(answer.text).forms if form.action == paper.action), None)
    for field in paper.fields:
        sent = paper.sent(**changed).get(field.name) or []
        wanted = {clean(value) for value in ([sent] if isinstance(sent, str) else sent) if not field.options or value in field.options} - {""}
        held = shown.controls[field.name].held if shown and field.name in shown.controls else []
        if field.kind != "password" and wanted - {clean(value) for value in held}:
            yield f"{field.name} is lost"


def unexplained(answer):
    """A page that says no without saying where: no summary, or a control that points at a sentence that is not there."""
    page = answer.page
    if 'class="error-summary"' not in answer.text:
        yield "no summary"
    for control in page.all("input", "select", "textarea"):
        missing = set(control.get("aria-describedby", "").split()) - set(page.ids)
        if missing or (control.get("aria-invalid") and not control.get("aria-describedby")):
            yield f"{control.get('name')} points at nothing"


def silent(answer, names):
    """Those of the fields that have no sentence of their own; in a table, none in the summary that leads to them."""
    if answer.status_code != 422:
        return sorted(names)
    controls = [each for each in answer.page.all("input", "select", "textarea") if each.get("name") in names]
    said = {each["name"] for each in controls if f"{re.sub('-[0-9]+$', '', each['id'])}-error" in each.get("aria-describedby", "").split()}
    led = {each["name"] for each in controls if each["name"].startswith(("need_", "mark_", "note_")) and f'<a href="#{each["id"]}">' in answer.text}
    return sorted(set(names) - said - led)


def test_opening_every_page_changes_no_record(desk):
    assert not desk.changed


def test_any_words_are_kept_as_typed_and_shown_as_text(desk):
    """Each field of words gets another text. What is kept is shown on the page that follows, which is checked as a page."""
    wrong, supply = [], itertools.cycle(TEXTS)
    for paper in desk.papers:
        texts = {name: next(supply) for name in those(paper, "words") if name != "q" and paper.controls[name].held != [""]}
        texts |= {name: f"{text} {CONTROLS} Kepodang Emas" for name, text in list(texts.items())[:1]}
        if "reason" in texts and "glass" in paper.action:
            texts["reason"] = texts["reason"].ljust(ENOUGH, ".")
        answer, (stored, trail, _) = paper.send(look=lambda answer, paper=paper: (all_text(), trail_text(), paper.follow(answer)), **texts)
        wrong += [(paper, fault) for fault in faults(paper, answer, texts)]
        if answer.status_code != desk.filled[paper][0]:
            wrong.append((paper, answer.status_code, texts))
        if answer.status_code == 303:
            wrong += [(paper, name, text, "is not kept") for name, text in texts.items() if not is_kept(text, stored)]
        if set(CONTROLS) - set("ab\t\n") & set(stored) or "Kepodang" in trail:
            wrong.append((paper, "stored a control character, or told the trail"))
    assert not wrong


def test_words_without_end_are_refused_beside_the_field_or_kept_to_the_end(desk):
    wrong = []
    for paper in desk.papers:
        long = dict.fromkeys(those(paper, "words"), "panjang " * 2500 + "akhir")
        if long and "q" not in long:
            answer, whole = paper.send(look=lambda _, long=long: is_kept([*long.values()][0], all_text()), **long)
            wrong += [(paper, fault) for fault in faults(paper, answer, long)]
            wrong += [(paper, "was cut", silent(answer, long))] if answer.status_code != 409 and not whole and silent(answer, long) else []
    assert not wrong


@pytest.mark.parametrize("shift", [0, 5])
def test_a_day_or_a_number_that_is_none_is_refused_beside_the_field(desk, shift):
    wrong, supply = [], {kind: itertools.cycle(values[shift:] + values[:shift]) for kind, values in (("day", DAYS), ("number", NUMBERS))}
    for paper in desk.papers:
        changed = {name: next(supply[kind]) for kind in supply for name in those(paper, kind)}
        if changed:
            answer, _ = paper.send(**changed)
            wrong += [(paper, fault) for fault in faults(paper, answer, changed)]
            wrong += [(paper, name, changed[name]) for name in silent(answer, changed)]
    assert not wrong


@pytest.mark.parametrize("shift", range(0, len(DIGITS), 6))
def test_digits_births_and_names_of_accounts_are_read_or_refused(desk, shift):
    wrong, supply = [], itertools.cycle(DIGITS[shift:] + DIGITS[:shift])
    for paper in desk.papers:
        changed = {name: next(supply) for name in those(paper, "digits")}
        if changed:
            answer, _ = paper.send(**changed)
            wrong += [(paper, fault, changed) for fault in faults(paper, answer, changed)]
    assert not wrong


def test_an_unknown_choice_is_refused_beside_the_field_and_two_are_no_fault(desk):
    wrong = []
    for paper in desk.papers:
        choices = {field.name: list(field.options)[-2:] for field in paper.fields if field.kind in ("select", "radio")}
        if choices:
            answer, _ = paper.send(**dict.fromkeys(choices, "tidak-ada"))
            wrong += [(paper, fault) for fault in faults(paper, answer, dict.fromkeys(choices, "tidak-ada"))]
            wrong += [(paper, name) for name in silent(answer, choices) if not AGAIN.search(paper.action)]
            answer, _ = paper.send(**choices)
            wrong += [(paper, "two", fault) for fault in faults(paper, answer, choices) if "lost" not in fault]
    assert not wrong


def test_nothing_at_all_is_answered_with_the_form(desk):
    wrong = []
    for n, paper in enumerate(desk.papers):
        nothing = dict.fromkeys([field.name for field in paper.fields], (None, "", " \u00a0\u200b")[n % 3])
        answer, _ = paper.send(**nothing)
        wrong += [(paper, fault) for fault in faults(paper, answer, nothing) if "lost" not in fault]
    assert not wrong


def test_a_form_takes_only_what_it_asks_and_only_once(desk):
    """Sent with a field for every column there is, and clicked twice: as if it was sent once, as it is."""
    columns = {field.column_name for model in tables() for field in model._meta.sorted_fields} - {"id", "version"}
    extra = dict.fromkeys(columns, "1") | {"state": "approved", "stage": "closed", "roles": "admin", "by": "1"}
    wrong = []
    for paper in desk.papers:
        asked = {plain(name) for name in paper.controls} | {*paper.controls, *paper.button}

        def again(first, paper=paper):
            once, second = contents(), paper.browser.post(paper.action, data=paper.sent())
            return once, (second.status_code, second.location, contents() == once)
        first, (once, twice) = paper.send(look=again, **{name: value for name, value in extra.items() if name not in asked})
        if (first.status_code, once) != desk.filled[paper]:
            wrong.append((paper, "took what it does not ask"))
        if first.status_code == 303 and twice != (303, first.location, True) and not AGAIN.search(paper.action):
            wrong.append((paper, "was saved twice", twice))
    assert not wrong


def test_ten_clicks_at_once_make_one_record(tmp_path):
    played = subprocess.run([sys.executable, "-m", "tests.double_click"], cwd=ROOT, env=os.environ | {"SIGAP_INSTANCE": str(tmp_path)},
                            capture_output=True, text=True, timeout=60, check=False)
    assert played.returncode == 0, played.stderr[-2000:]
    assert json.loads(played.stdout) == {"statuses": [303], "locations": ["/reports/1/saved"], "reports": 1, "counted": 1, "fault": None}


def test_somebody_else_saved_meanwhile_is_a_409_with_both_versions(desk):
    wrong, before = [], contents()
    for paper in desk.papers:
        if "seen" in paper.controls and any(paper.controls["seen"].held):
            answer, after = paper.send(look=lambda _: contents(), seen="77")
            told = [clean(paper.controls[name].held[0]) for name in those(paper, "words") if paper.controls[name].held]
            lost = "Yang tersimpan sekarang" in answer.text and [text for text in told if str(escape(text)) not in answer.text]
            wrong += [(paper, answer.status_code, lost)] if after != before or lost else []
    assert not wrong
