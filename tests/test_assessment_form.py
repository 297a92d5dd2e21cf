"""The assessment form: answers saved as given, two people at once, what stood before, needs that are dismissed, and where one goes on."""
import json
import re
from datetime import timedelta

import pytest

from portal import clock
from portal.assessments.answers import Answer
from portal.assessments.instruments import Instrument, publish_first, shipped
from portal.assessments.models import Assessment
from portal.assessments.parts import parts_of
from portal.audit import Entry
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Revision
from portal.rules.approval import DecisionStep
from portal.rules.interview import UNSCORED, told_fields
from portal.rules.roles import Role
from portal.tokens import FormToken
from tests.test_assessments import DEMO, decide, post_answers, started, submitted, weighing
from tests.test_drafts import Opened

SAID = re.compile(r'data-said="Tersimpan \d\d\.\d\d\.\d\d"')


@pytest.fixture(autouse=True)
def published(make):
    with db.unit():
        publish_first(None)


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


class Page(Opened):
    """One page of answers as a browser has it: it sends all that stands in it, and takes the version that it is told."""

    def __init__(self, client, assessment, number=1, address=None):
        path = f"/assessments/{assessment.id}/pages/{number}"
        super().__init__(client, address or path, action=path)
        self.seen, self.told = self.held("seen")[0], {}

    def keeps(self, **told):
        self.turn, self.told = self.turn + 1, self.told | told
        answer = self.client.post(f"{self.action}/answers", data=self.secrets | {"turn": self.turn, "seen": self.seen} | self.told)
        new = re.search(r'data-seen="(\d+)"', answer.text)
        self.seen = new[1] if new else self.seen
        return answer

    def sends(self, **told):
        return super().sends(seen=self.seen, **self.told | told)


def test_an_answer_is_saved_when_it_is_given_and_the_numbers_follow(make, client, officer):
    assessment = started(make, officer)
    page = Page(client, assessment)
    answer = page.keeps(A1="3")
    assert answer.status_code == 200 and SAID.search(answer.text) and answer.headers["Cache-Control"] == "no-store"
    assert "Nilai merah" in answer.text and "1/4" in answer.text and "<!doctype" not in answer.text
    assert page.keeps(A2="unknown", note="Luka di lengan.", sources_A=["child"]).status_code == 200
    section = assessment.section(1)
    assert (assessment.given, section.note, section.sources) == ({"A1": 3, "A2": None}, "Luka di lengan.", {"A": ["child"]})
    assert FormToken.drafts_of(officer).count() == 0


def test_what_stands_already_is_not_written_again_and_each_change_is_on_the_trail_by_name(make, client, officer):
    assessment = started(make, officer)
    page = Page(client, assessment)
    for told in ({"A1": "2"}, {"A1": "2"}, {"A1": "1", "note": "Rahasia"}):
        page.keeps(**told)
    rows = Entry.select().where(Entry.subject == "section", Entry.action == "changed").order_by(Entry.id)
    assert [row.detail for row in rows] == [{"fields": ["A1"]}, {"fields": ["note", "A1"]}]


def test_ones_own_words_never_conflict_though_an_answer_was_lost_on_the_way(make, client, officer):
    assessment = started(make, officer)
    page = Page(client, assessment)
    old = page.seen
    page.keeps(A1="2")
    page.seen = old
    assert page.keeps(A1="3").status_code == 200
    page.seen = old
    assert page.sends().status_code == 303 and assessment.given == {"A1": 3}


def test_a_request_that_comes_late_overwrites_nothing(make, client, officer):
    assessment = started(make, officer)
    page = Page(client, assessment)
    page.turn = 5
    page.keeps(A1="3")
    page.turn = 2
    assert page.keeps(A1="0").status_code == 204 and assessment.given == {"A1": 3}
    assert page.sends(A1="3").status_code == 303
    page.turn = 9
    assert page.keeps(A1="0").status_code == 204 and assessment.given == {"A1": 3}


def test_two_people_share_the_work_each_on_a_page(make, client, officer):
    assessment = started(make, officer)
    first, second = Page(client, assessment, 1), Page(client, assessment, 2)
    assert [page.keeps(**told).status_code for page, told in ((first, {"A1": "2"}), (second, {"B1": "1"}), (first, {"A2": "0"}))] == [200] * 3
    assert assessment.given == {"A1": 2, "A2": 0, "B1": 1}


def test_two_on_one_page_are_told_and_see_both_versions(make, client, officer):
    assessment = started(make, officer)
    mine, theirs = Page(client, assessment), Page(client, assessment)
    theirs.keeps(A1="3")
    refused = mine.keeps(A1="0", note="Tenang di rumah.")
    assert refused.status_code == 409 and assessment.given == {"A1": 3}
    assert "Bahaya langsung hari ini" in refused.text and "Tidak ada" in refused.text and "Tenang di rumah." in refused.text
    both = re.search(r'id="both" href="([^"]+)"', refused.text)[1]
    again = Page(client, assessment, address=both)
    assert "Tersimpan sekarang: belum diisi" in again.answer.text
    assert "Tersimpan sekarang: Bahaya langsung hari ini" in again.answer.text and again.held("A1") == ["0"]
    assert "data-typed" not in again.answer.text, "who was overtaken decides"
    assert again.keeps(A1="0").status_code == 200 and assessment.given == {"A1": 0}
    assert FormToken.drafts_of(officer).count() == 0


def test_a_session_that_ends_on_the_page_loses_nothing(make, client, officer):
    assessment = started(make, officer)
    page = Page(client, assessment)
    page.keeps(A1="2")
    client.post("/logout")
    ended = client.post(f"{page.action}/answers", data=page.secrets | {"turn": 2, "seen": page.seen, "A1": "2", "A2": "1"},
                        headers={"HX-Request": "true"})
    assert ended.status_code == 401 and "draft" in ended.headers["HX-Redirect"] and assessment.given == {"A1": 2}
    client.sign_in(officer)
    again = Page(client, assessment, address=page.row.address)
    assert again.held("A2") == ["1"] and "data-typed" in again.answer.text and "Tersimpan sekarang" not in again.answer.text
    assert again.keeps(A1="2", A2="1").status_code == 200 and assessment.given == {"A1": 2, "A2": 1}


def test_another_forms_key_or_nobodys_saves_nothing(make, client, officer):
    assessment = started(make, officer)
    page, other = Page(client, assessment), Opened(client, "/reports/new")
    page.secrets = other.secrets
    assert page.keeps(A1="3").status_code == 404
    page.secrets = other.secrets | {"form_token": "tebakan"}
    assert page.keeps(A1="3").status_code == 404 and assessment.given == {}


@pytest.mark.parametrize("sent, status", [
    ({}, 400), ({"data": {"A1": "3"}}, 400), ({"data": {"form_token": ""}}, 404), ({"data": {"form_token": "\0é", "turn": "-1", "pen": "\0"}}, 404),
    ({"json": {"form_token": "x", "A1": 3}}, 400), ({"data": b"form_token=x&A1=3", "content_type": "text/plain"}, 400),
    ({"data": b"no parts", "content_type": "multipart/form-data"}, 400), ({"data": b"form_token=x", "content_type": ""}, 400),
    ({"data": b"form_token=%ff%fe", "content_type": "application/x-www-form-urlencoded"}, 404), ({"method": "HEAD"}, 405), ({"method": "PUT"}, 405),
])
def test_a_page_without_a_key_saves_nothing_and_is_not_there_for_a_stranger(make, client, officer, monkeypatch, app, sent, status):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assessment = started(make, officer)
    asked = {"method": "POST"} | sent
    answer = client.open(f"/assessments/{assessment.id}/pages/1/answers", **asked)
    assert answer.status_code == status and (answer.text or asked["method"] == "HEAD") and assessment.given == {}
    client.sign_in(make.user())
    assert client.open(f"/assessments/{assessment.id}/pages/1/answers", **asked).status_code == (status if status == 405 else 404)


def test_a_note_without_end_is_refused_in_a_sentence(make, client, officer):
    answer = Page(client, started(make, officer)).keeps(note="x" * 6000)
    assert answer.status_code == 422 and answer.mimetype == "text/plain" and "Terlalu panjang" in answer.text


def test_nothing_is_saved_once_it_waits_for_the_manager(make, client, officer):
    answer = submitted_page(make, client, officer).keeps(A1="3")
    assert answer.status_code == 409 and "sudah diajukan" in answer.text
    assert Answer.get(Answer.item == "A1").value == DEMO[1]["answers"]["A1"]


def submitted_page(make, client, officer):
    """A page of answers that stayed open while the assessment was submitted."""
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    page = Page(client, assessment)
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing())
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    return page


def test_an_answer_given_by_mistake_is_taken_back(make, client, officer):
    assessment = started(make, officer)
    page = Page(client, assessment)
    page.keeps(A1="2", A2="0")
    answer = page.keeps(A1="")
    assert answer.status_code == 200 and assessment.given == {"A2": 0} and "1/4" in answer.text
    row = Answer.get(Answer.item == "A1")
    assert Revision.get(Revision.subject == "answer", Revision.subject_id == row.id).values == {"taken_back": False}
    page.keeps(A1="3")
    assert assessment.given == {"A1": 3, "A2": 0}


def test_each_answer_shows_what_it_counts(make, client, officer):
    text = re.sub(r"\s+", " ", client.get(f"/assessments/{started(make, officer).id}/pages/1").text)
    assert "bobot 3" in text and "6 poin" in text and "9 poin, nilai merah" in text


# What stood before

def test_the_answer_before_stands_beside_in_the_words_of_its_own_instrument(make, client, officer):
    first = submitted(client, make, officer)
    decide(first, DecisionStep.APPROVE, make.user(Role.MANAGER))
    later = clock.now() + timedelta(days=2)
    clock.use(lambda: later)
    with db.unit():
        Instrument.publish(reworded(), by=officer, since=clock.today())
        second = Assessment.start(Case.get_by_id(first.case_id), by=officer)
    page = client.get(f"/assessments/{second.id}/pages/1").text
    assert "Asesmen ke-1 (Ancaman keselamatan saat ini): Risiko umum jalanan (lalu lintas, malam)" in page
    assert "Asesmen ke-1: " in page, "what is asked as before says only the answer"
    assert "X1. Baru ditanyakan" in page and "Asesmen ke-1 (Baru" not in page


def reworded():
    """Another version: A1 in other words, one item more on its page."""
    definition = json.loads(json.dumps(shipped()))
    asked = definition["items"]
    asked[0]["question"], asked[0]["options"][1]["label"] = "Bahaya sekarang", "Lain sama sekali"
    asked.insert(1, asked[0] | {"id": "X1", "question": "Baru ditanyakan"})
    return definition | {"version": "2", "max_points": definition["max_points"] + 3 * asked[0]["weight"], "valid_from": str(clock.today())}


def test_everything_that_the_instrument_asks_besides_stands_on_a_page_in_its_order(make, client, officer):
    content = started(make, officer).instrument.content
    assert set(content.unscored) <= UNSCORED
    assessment = Assessment.get()
    names = [field.name for field in parts_of(assessment)[5].asks(formdata=None, meta={"csrf": False})]
    asked = [name for name in names if name in told_fields(content.unscored)]
    assert asked == told_fields(content.unscored) and asked.index("genogram") == asked.index("siblings") + 1
    page = client.get(f"/assessments/{assessment.id}/pages/6").text.partition('id="part"')[2]
    places = [page.index(f'name="{name}"') for name in asked if f'name="{name}"' in page]
    assert places == sorted(places) and len(places) >= len(asked) - 1


# Going on

def test_home_leads_in_one_press_to_the_first_page_that_lacks_something(make, client, officer):
    assessment = started(make, officer)
    onward = f"/assessments/{assessment.id}/continuation"
    assert "Lanjutkan asesmen" in client.get("/").text and "0 dari 25 butir dijawab" in client.get("/").text
    Page(client, assessment).keeps(**{item: str(DEMO[1]["answers"][item]) for item in ("A1", "A2", "A3", "A4")})
    assert client.get(onward).location.endswith("/pages/2")
    post_answers(client, assessment, DEMO[1]["answers"])
    assert client.get(onward).location.endswith("/pages/7")
    Opened(client, f"/assessments/{assessment.id}/pages/6").keeps(child_wishes="Ingin sekolah")
    assert "/pages/6?draft=" in client.get(onward).location
    client.sign_in(make.user())
    assert "Lanjutkan asesmen" not in client.get("/").text and client.get(onward).status_code == 404


def test_a_whole_one_leads_to_the_check_and_a_submitted_one_is_not_unfinished(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[3]["answers"])
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing())
    review = client.get(f"/assessments/{assessment.id}/continuation", follow_redirects=True).text
    assert "Selesai dengan 2 belum diketahui:" in review and f"/assessments/{assessment.id}/pages/3#E3" in review
    client.post(f"/assessments/{assessment.id}/review")
    assert "Asesmen belum selesai" not in client.get("/").text and Decision.about(assessment).count() == 1
