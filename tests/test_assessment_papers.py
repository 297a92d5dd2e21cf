"""The papers of an assessment: one definition draws the screen, the blank form and the print, and the social report tells it in prose."""
import copy
from html.parser import HTMLParser

import pytest

from portal import clock
from portal.assessments.instruments import Instrument, shipped
from portal.assessments.models import Assessment
from portal.audit import Entry, Event
from portal.casefile.social_report import within
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Print
from portal.rules.approval import DecisionStep
from portal.rules.categories import Category
from portal.rules.channels import Channel
from portal.rules.client import RelationKind
from portal.rules.roles import Role
from portal.rules.service import Spm
from tests.page import VOID
from tests.test_assessments import case_of, completed, decide, later, started, submitted

BESIDES = {"hint", "optional", "score", "weight", "code", "mark", "visually-hidden", "running"}
OFFERED = "why_"  # asked on the screen alone, where the answers suggest a service


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


class Node:
    """One element of a page."""

    def __init__(self, tag="", attrs=(), parent=None):
        self.tag, self.attrs, self.parent, self.inside = tag, dict(attrs), parent, []
        self.classes = set((self.attrs.get("class") or "").split())

    def all(self, *tags):
        """The elements of these tags below this one, in their order."""
        return [found for each in self.inside if isinstance(each, Node) for found in ([each] if each.tag in tags else []) + each.all(*tags)]

    def of_class(self, name):
        return [each for each in self.all("div", "span", "b", "table", "fieldset", "tr") if name in each.classes]

    def around(self, tag):
        """The nearest element of this tag that this one stands in, or None."""
        return self.parent and (self.parent if self.parent.tag == tag else self.parent.around(tag))

    @property
    def words(self):
        """What it says, without hints and the small signs of scores and weights."""
        told = "".join(each if isinstance(each, str) else "" if each.classes & BESIDES else each.words + " " for each in self.inside)
        return " ".join(told.replace("(boleh kosong)", " ").split())


class Tree(HTMLParser):
    """A page as a tree of Nodes."""

    def __init__(self, answer):
        super().__init__()
        self.here = self.root = Node()
        self.feed(answer.text[answer.text.index("<main"):answer.text.index("</main>")])

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.here)
        self.here.inside.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag):
        node = self.here
        while node.parent and node.tag != tag:
            node = node.parent
        self.here = node.parent or node

    def handle_data(self, data):
        self.here.inside.append(data)


def on_screen(*answers):
    """[(question, [choices])] of the form's pages, read from what a person sees, in the order of the page."""
    return [(question, choices) for answer in answers for question, choices in controls(Tree(answer).root).values()]


def controls(root):
    labels, asked = {each.attrs.get("for"): each for each in root.all("label")}, {}
    for each in root.all("input", "select", "textarea"):
        name = each.attrs.get("name", "")
        if each.attrs.get("type") in ("hidden", "submit") or not name or name.startswith(OFFERED):
            continue
        asked.setdefault(name, (question(each, labels), []))[1].extend(choices(each, labels, name))
    return asked


def question(control, labels):
    fieldset, row = control.around("fieldset"), control.around("tr")
    if fieldset and fieldset.all("legend"):
        return fieldset.all("legend")[0].words
    return row.all("th")[0].words if row and row.all("th") else labels[control.attrs["id"]].words


def choices(control, labels, name):
    """The words of what can be chosen; taking an item's answer back is no answer, nor is a select's empty line."""
    if control.tag == "select":
        return [each.words for each in control.all("option") if each.attrs.get("value")]
    is_item = len(name) < 5 and name[:1].isupper()
    if control.attrs.get("type") in ("radio", "checkbox") and not (is_item and not control.attrs.get("value")):
        return [labels[control.attrs["id"]].words.removeprefix(f"{control.attrs.get('value')} ")]
    return []


def on_blank(answer):
    """The same of the blank form."""
    asked = []
    for each in Tree(answer).root.all("div", "tr"):
        if "item" in each.classes:
            asked.append((each.of_class("question")[0].words, [tick.words for tick in each.of_class("tick")]))
        elif "ask" in each.classes and each.around("section"):
            ticks = [tick.words for tick in each.of_class("tick")]
            asked.append((each.all("b")[0].words if each.all("b") else ticks.pop(0), ticks))
        elif each.tag == "tr" and "flags" in each.around("table").classes:
            asked.append((each.all("th")[0].words, [tick.words for tick in each.of_class("tick")]))
    return asked


def on_print(answer):
    """The questions of the filled print, without the items that nobody is asked."""
    rows = [each for part in Tree(answer).root.all("section") for each in part.all("div", "tr")]
    told = [each.all("b")[0].words if each.tag == "div" else each.all("th")[0].words for each in rows
            if "answered" in each.classes or (each.tag == "tr" and [th for th in each.all("th") if th.attrs.get("scope") == "row"])]
    derived = [item.id for item in Instrument.current().content.items if item.derived]
    return [text for text in told if text.split(".")[0] not in derived]


def screens(client, assessment, pages):
    return [client.get(f"/assessments/{assessment.id}/pages/{n}") for n in range(1, pages + 1)]


def printed(client, address, **data):
    answer = client.post(address, data={"paper": "f4"} | data)
    assert answer.status_code == 303, answer.text
    return client.get(answer.location)


def narrative(make, officer):
    case = make.case(by=officer, met=True, person={"name": "Sulaiman", "age_estimate": 34, "age_estimate_on": clock.today()})
    with db.unit():
        case.classify(by=officer, category=Category.DISABILITY, sub_type=None)
        return Assessment.start(case, by=officer)


def test_the_blank_form_asks_the_screens_questions_in_their_order_with_their_words(client, make, officer):
    assessment = started(make, officer)
    screen, paper = on_screen(*screens(client, assessment, 7)), on_blank(client.get("/assessments/blank-form/scored"))
    assert [text for text, _choices in paper] == [text for text, _choices in screen]
    assert paper == screen and len(paper) > 25 + len(Spm) + 15
    assert paper[0] == ("A1. Ancaman keselamatan saat ini", ["Tidak ada", "Risiko umum jalanan (lalu lintas, malam)",
                        "Pernah diancam/dipalak dalam 30 hari", "Bahaya langsung hari ini", "Belum diketahui"])


def test_so_does_the_blank_form_of_a_narrative_assessment(client, make, officer):
    assessment = narrative(make, officer)
    screen, paper = on_screen(*screens(client, assessment, 2)), on_blank(client.get("/assessments/blank-form/narrative"))
    assert paper == screen and len(paper) > len(Spm) + 10


def test_a_new_instrument_is_followed_by_screen_blank_form_and_print_alike(client, make, officer):
    changed = copy.deepcopy(shipped()) | {"version": "2-uji", "valid_from": clock.today().isoformat()}
    changed["items"][0], changed["items"][1] = changed["items"][1], changed["items"][0]
    changed["items"][0]["question"], changed["items"][1]["options"][0]["label"] = "Kata-kata lain", "Pilihan lain"
    with db.unit():
        Instrument.publish(changed, by=officer)
    assessment = started(make, officer)
    screen, blank = on_screen(*screens(client, assessment, 7)), on_blank(client.get("/assessments/blank-form/scored"))
    assert screen == blank and screen[0][0] == "A2. Kata-kata lain" and screen[1][1][0] == "Pilihan lain"
    assert on_print(printed(client, f"/assessments/{assessment.id}/prints")) == [text for text, _choices in screen]


def test_the_print_answers_the_screens_questions_in_their_order(client, make, officer):
    assessment = completed(client, make, officer)
    screen = [text for text, _choices in on_screen(*screens(client, assessment, 7))]
    assert on_print(printed(client, f"/assessments/{assessment.id}/prints")) == screen
    adult = narrative(make, officer)
    screen = [text for text, _choices in on_screen(*screens(client, adult, 2))]
    assert on_print(printed(client, f"/assessments/{adult.id}/prints")) == screen


def test_a_blank_form_ticks_nothing_and_says_what_answers_count(client, officer):
    paper = client.get("/assessments/blank-form/scored?paper=a4")
    assert "checked" not in paper.text and "print-a4.css" in paper.text and "F-AS1" in paper.text and "instrumen versi" in paper.text
    first = Tree(paper).root.of_class("item")[0]
    assert [each.inside[0].split() for each in first.all("small")] == [["×3"], ["0"], ["1"], ["2"], ["3", "◆"]]
    assert client.get("/assessments/blank-form/other").status_code == 404


def test_printing_a_blank_form_is_counted_and_names_nobody(client, make, officer):
    answer = client.post("/assessments/blank-form/narrative", data={"paper": "a4"})
    assert answer.status_code == 303 and client.get(answer.location).status_code == 200
    assert Entry.select().where(Entry.action == Event.PRINTED).get().detail == {"kind": "blank_assessment", "paper": "a4"}
    case = case_of(make, officer)
    paper = printed(client, f"/assessments/case/{case.id}/blank-form", kind="scored").text
    assert case.number in paper and "R.S." in paper and "Rian" not in paper and "salinan ke-1" in paper and "<svg" in paper
    assert Print.get().kind == "blank_assessment_scored"
    assert client.post(f"/assessments/case/{case.id}/blank-form", data={"paper": "f4", "kind": "x"}).status_code == 422


def test_the_print_says_what_decided_and_is_a_draft_until_accepted(client, make, officer):
    assessment = submitted(client, make, officer, proposed_level="urgent", level_reason="Ayahnya sakit.", analysis="Perlu sekolah.")
    paper = Tree(printed(client, f"/assessments/{assessment.id}/prints")).root.words
    for said in ("KONSEP", "Rian Samudra", "28,8 / 100", "Tingkat Biasa karena skor 28,8", "Mendesak", "Ayahnya sakit.", "Perlu sekolah.", "K1. ",
                 "salinan ke-1", "Siti Rahma"):
        assert said in paper, said
    decide(assessment, DecisionStep.APPROVE, make.user(Role.MANAGER, name="Komang Wirawan"))
    later(5)
    paper = Tree(printed(client, f"/assessments/{assessment.id}/prints")).root.words
    assert "KONSEP" not in paper and "Komang Wirawan" in paper and "salinan ke-2" in paper


def test_the_print_masks_the_nik_and_shows_what_the_version_before_said(client, make, officer):
    assessment = submitted(client, make, officer)
    with db.unit():
        assessment.case.client.correct(by=officer, nik="9901021405120001")
    decide(assessment, DecisionStep.APPROVE, make.user(Role.MANAGER))
    with db.unit():
        second = Assessment.start(assessment.case, by=officer)
    client.post(f"/assessments/{second.id}/pages/1", data={"A1": "3"})
    answer = printed(client, f"/assessments/{second.id}/prints")
    row = next(each for each in Tree(answer).root.all("tr") if "A1." in each.words)
    assert "Bahaya langsung hari ini" in row.words and "Risiko umum jalanan" in row.words and "9901021405120001" not in answer.text
    assert "9901021405120001" in printed(client, f"/assessments/{second.id}/prints", reveal="y").text


def test_a_social_report_says_first_what_is_lacking(client, make, officer):
    assessment = completed(client, make, officer)
    options = client.get(f"/cases/{assessment.case_id}/social-report").text
    assert "Analisis belum ditulis." in options and "Rekomendasi belum ditulis." in options and "sebagai konsep" in options
    paper = Tree(printed(client, f"/cases/{assessment.case_id}/social-report")).root.words
    assert "KONSEP" in paper and "VIII. Analisis Belum ada." in paper and "IX. Rekomendasi Belum ada." in paper
    case = make.case(by=officer, met=True)
    assert "Belum ada asesmen" in client.get(f"/cases/{case.id}/social-report").text
    assert "VI. Hasil asesmen Belum ada." in Tree(printed(client, f"/cases/{case.id}/social-report")).root.words


def told(client, make, officer):
    """An accepted assessment of Rian Samudra with a family and texts that name him."""
    assessment = submitted(client, make, officer, analysis="Rian putus sekolah karena Wayan Samudra sakit.", recommendation="Daftarkan Rian ke PKBM.")
    decide(assessment, DecisionStep.APPROVE, make.user(Role.MANAGER))
    with db.unit():
        person = assessment.case.client
        person.correct(by=officer, nik="9901021405120001", address="Jalan Kenari 3")
        person.add_relation(by=officer, name="Bapak Wayan Samudra", kind=RelationKind.FATHER, guardian=True)
    return assessment.case


def test_a_social_report_tells_the_case_in_prose(client, make, officer):
    case = told(client, make, officer)
    answer = printed(client, f"/cases/{case.id}/social-report", reveal="y")
    paper = Tree(answer).root.words
    for said in ("Rian Samudra", "9901021405120001", "Bapak Wayan Samudra", "wali", case.number, "Status sekolah: putus sekolah.", "28,8 dari 100",
                 "Tingkat Biasa karena skor 28,8", "Rian putus sekolah karena", "Daftarkan Rian ke PKBM.", "Mengetahui", "salinan ke-1",
                 "Jalan Kenari 3"):
        assert said in paper, said
    assert "KONSEP" not in paper and "Anda" not in paper


@pytest.mark.parametrize("proposed, level, printed_levels", [
    ("urgent", "ordinary", ("Biasa", "Mendesak", "Biasa")), ("urgent", "emergency", ("Biasa", "Mendesak", "Darurat")),
    ("ordinary", "urgent", ("Biasa", "Biasa", "Mendesak")), ("ordinary", "", ("Biasa", "Biasa", "Biasa")),
])
def test_a_social_report_tells_all_three_levels_with_their_reasons(client, make, officer, proposed, level, printed_levels):
    why = "Sering berpindah tempat." if proposed != "ordinary" else ""
    assessment = submitted(client, make, officer, proposed_level=proposed, level_reason=why)
    client.sign_in(make.user(Role.MANAGER))
    changed = {"set_level": level, "set_reason": "Ayahnya meninggal."} if level else {}
    decision = Decision.about(assessment).get()
    assert client.post(f"/decisions/{decision.id}/answer", data={"step": "approve", "seen": decision.version, **changed}).status_code == 303
    paper = Tree(printed(client, f"/cases/{assessment.case_id}/social-report")).root.words
    reasons = "Tingkat Biasa karena skor", why or "Mengikuti saran.", "Ayahnya meninggal." if level else "Seperti diusulkan."
    for speaker, said, reason in zip(("Menurut saran", "Diusulkan petugas", "Ditetapkan manajer"), printed_levels, reasons, strict=True):
        assert f"{speaker}: {said} . {reason}" in paper or f"{speaker}: {said}. {reason}" in paper, (speaker, paper)


def test_a_social_report_of_a_draft_proposes_no_level(client, make, officer):
    assessment = completed(client, make, officer)
    paper = Tree(printed(client, f"/cases/{assessment.case_id}/social-report")).root.words
    assert "Menurut saran: Biasa" in paper and "belum diusulkan" in paper and "Diusulkan petugas" not in paper


def test_with_initials_a_social_report_names_nobody(client, make, officer):
    case = told(client, make, officer)
    answer = printed(client, f"/cases/{case.id}/social-report", initials="y")
    for name in ("Rian", "Samudra", "Wayan", "9901021405120001", "Jalan Kenari"):
        assert name not in answer.text, name
    assert "R.S." in answer.text and "W.S." in answer.text and Print.get().initials
    both = client.post(f"/cases/{case.id}/social-report", data={"paper": "f4", "initials": "y", "reveal": "y"})
    assert both.status_code == 422 and "Dengan inisial NIK tidak dicetak" in both.text


def test_a_restricted_social_report_says_so_and_offers_initials(client, make, officer):
    case = make.case(by=officer, met=True, restricted=True)
    assert 'name="initials" type="checkbox" value="y"' in client.get(f"/cases/{case.id}/social-report").text
    assert "checked" in client.get(f"/cases/{case.id}/social-report").text
    assert "RAHASIA: KASUS TERBATAS" in printed(client, f"/cases/{case.id}/social-report").text
    client.sign_in(make.user())
    assert client.get(f"/cases/{case.id}/social-report").status_code == 404


def test_a_copy_is_looked_at_by_who_printed_it(client, make, officer):
    assessment = completed(client, make, officer)
    case = assessment.case_id
    addresses = (f"/assessments/{assessment.id}/prints", f"/assessments/case/{case}/blank-form", f"/cases/{case}/social-report")
    papers = [client.post(address, data={"paper": "f4", "kind": "scored"}).location for address in addresses]
    assert [client.get(address).status_code for address in papers] == [200] * 3
    client.sign_in(make.user(Role.MANAGER))
    assert [client.get(address).status_code for address in papers] == [404] * 3


def test_the_pages_lead_to_the_papers(client, make, officer):
    assessment = completed(client, make, officer)
    for address in (f"/assessments/{assessment.id}", f"/assessments/case/{assessment.case_id}"):
        page = client.get(address).text
        assert f"/cases/{assessment.case_id}/social-report" in page and f"/assessments/case/{assessment.case_id}/blank-form" in page
    assert "/assessments/blank-form/scored" in client.get("/reports").text


@pytest.mark.parametrize("channel, words", [
    (Channel.WALK_IN, "datang langsung"), (Channel.VILLAGE, "desa/kelurahan atau TKSK"), (Channel.WHATSAPP, "WhatsApp"),
    (Channel.SATPOL_PP, "Satpol PP"),
])
def test_a_channel_inside_a_sentence_is_small_unless_it_is_a_name(app, channel, words):
    with app.test_request_context():
        assert within(channel) == words
