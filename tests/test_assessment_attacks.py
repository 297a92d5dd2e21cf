"""Attacks on assessment, eligibility and plan: what must not leak, be lost, be said twice, or fall over."""
import io
import re
from datetime import datetime

import pytest

from portal import clock
from portal.assessments.considerations import Consideration
from portal.assessments.instruments import publish_first
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.clients.consents import Consent
from portal.clients.dtsen import DtsenCheck
from portal.conferences.models import Conference
from portal.db import db
from portal.decisions.models import Decision
from portal.extracts import reading
from portal.extracts.models import Extract
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules import approval
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.conference import ConferenceKind
from portal.rules.consideration import ConsiderationReason
from portal.rules.danger import Danger
from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_extract import ExtractState
from portal.rules.outside_family import CareKind
from portal.rules.referral import ConsentBasis, InstitutionKind
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.services.models import Service
from portal.services.outside import OutsideCare
from tests.left import LEAVING
from tests.test_assessments import DEMO, completed, decide, post_answers, started, submitted, weighing
from tests.test_imports import excel, text
from tests.world import SECRETS, approved, full_case, town


@pytest.fixture(autouse=True)
def published(make):
    with db.unit():
        publish_first(None)


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


def test_nothing_known_can_be_accepted_and_exported(app, make, client, officer, manager):
    assessment = started(make, officer)
    post_answers(client, assessment, {item.id: None for item in assessment.instrument.content.asked()})
    assert client.post(f"/assessments/{assessment.id}/pages/7", data=weighing()).status_code == 303
    for path in ("", "/review", "/pages/1", "/pages/7", "/prints"):
        assert client.get(f"/assessments/{assessment.id}{path}").status_code == 200
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    decide(assessment, DecisionStep.APPROVE, manager)
    browser = app.test_client()
    browser.sign_in(manager)
    for kind in ("xlsx", "csv"):
        data = {"since": "1-1-2026", "until": "2-3-2026", "purpose": "report", "kind": kind} | LEAVING
        assert browser.post(f"/assessments/instruments/{assessment.instrument_id}/export", data=data).status_code == 200


def test_a_hidden_assessment_is_not_even_counted(app, make, client, officer):
    instruments = client.get("/assessments/instruments/").text
    other = make.user()
    case = make.case(by=other, met=True, restricted=True, person={"name": "Rian Samudra", "age_estimate": 12, "age_estimate_on": clock.today()})
    with db.unit():
        Assessment.start(case, by=other)
    strip = re.compile(r'value="[^"]*"')
    assert strip.sub("", client.get("/assessments/instruments/").text) == strip.sub("", instruments)
    client.sign_in(make.user(Role.ADMIN))
    assert "Asesmen</th>" not in client.get("/assessments/instruments/").text


def test_the_family_card_on_paper_is_masked_unless_it_was_asked_for(make, client, officer):
    assessment = submitted(client, make, officer, dtsen_card="9901021405120011", dtsen_source="siks_ng")
    answer = client.post(f"/assessments/{assessment.id}/prints", data={"paper": "f4"})
    paper = client.get(answer.location).text
    assert "9901021405120011" not in paper
    assert "9901021405120011" not in client.get(f"/assessments/{assessment.id}").text


def test_weighing_again_writes_no_look_that_nobody_made(make, client, officer):
    assessment = started(make, officer)
    with db.unit():
        assessment.case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=3, checked_on=clock.today(), source="Puskesos Lipu")
    sent = {"dtsen_status": "listed", "dtsen_decile": "3", "dtsen_on": "02-03-2026", "dtsen_source": "", "analysis": "Sehat."}
    assert client.post(f"/assessments/{assessment.id}/pages/7", data=sent).status_code == 303
    assert DtsenCheck.select().count() == 1


def test_a_newer_look_is_not_undone_by_a_page_that_was_open_before(make, client, officer):
    assessment = started(make, officer)
    with db.unit():
        assessment.case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=3, checked_on=clock.today(), source="siks_ng")
    page = client.get(f"/assessments/{assessment.id}/pages/7").text
    hidden = dict(re.findall(r'name="(seen|form_token|pen|dtsen_shown)"[^>]*value="([^"]*)"', page))
    assert "dtsen_shown" in hidden
    with db.unit():
        assessment.case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=8, checked_on=clock.today(), source="siks_ng")
    sent = {"dtsen_status": "listed", "dtsen_decile": "3", "dtsen_on": "02-03-2026", "dtsen_source": "siks_ng", "analysis": "Sehat."} | hidden
    answer = client.post(f"/assessments/{assessment.id}/pages/7", data=sent)
    assert assessment.case.client.dtsen.decile == 8, answer.status_code


def test_who_wrote_it_does_not_accept_it_though_a_colleague_put_it(app, make):
    both, colleague = make.user(Role.OFFICER, Role.MANAGER), make.user()
    first, second = app.test_client(), app.test_client()
    first.sign_in(both)
    second.sign_in(colleague)
    assessment = completed(first, make, both)
    with db.unit():
        assessment.case.care_team.join(colleague, by=both)
    assert second.post(f"/assessments/{assessment.id}/review").status_code == 303
    with pytest.raises(Refused) as refused:
        decide(assessment, DecisionStep.APPROVE, both)
    assert refused.value.why == approval.Why.OWN_WORK and not Decision.about(assessment).get().offered_to(both)



# --- work that grows with the rows

def statements(monkeypatch, client, path):
    """How many statements a page takes."""
    asked, plain = [], db.execute_sql
    with monkeypatch.context() as patch:
        patch.setattr(db, "execute_sql", lambda sql, params=None: asked.append(sql) or plain(sql, params))
        answer = client.get(path)
    assert answer.status_code == 200, path
    return len(asked)


PAGES = ("/services/case/{case}", "/services/case/{case}/planning", "/clients/{client}", "/cases/{case}", "/assessments/case/{case}",
         "/assessments/{assessment}",
         "/conferences/case/{case}", "/conferences/{conference}", "/conferences/{conference}/edit", "/clients/{client}/consents",
         "/referrals/case/{case}/new", "/", "/assessments/considerations/quarters/", "/clients/{client}/relations", "/clients/{client}/kin/{sibling}",
         "/services/outside/case/{case}/new", "/assessments/considerations/case/{case}/new", "/files/case/{case}", "/assessments/{assessment}/prints",
         "/cases/{case}/social-report", "/assessments/case/{case}/comparison", "/clients/{client}/history", "/services/{service}",
         "/assessments/instruments/", "/office/programmes/", "/clients", "/cases/", "/decisions/", "/assessments/considerations/{consideration}",
         "/cases/{case}/closure", "/clients/dtsen/{check}", "/services/outside/{outside}")


def grown(make, ids, officer, manager):
    """Three more of everything that hangs on a case."""
    case = Case.get_by_id(ids["case"])
    client = case.client
    with db.unit():
        for n in range(3):
            client.add_relation(by=officer, kind=RelationKind.RELATIVE, name=f"Paman Wayan{n}")
            sub = make.case( by=officer, met=True, person={"name": f"Kamboja {'abc'[n]}"})
            client.add_relation(by=officer, kind=RelationKind.SIBLING, other=sub.client)
            Service.need(sub, by=officer, spm=Spm.SPM04)
            place = Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name=f"RSJ {n}", head="D", place="Melati")
            client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=ConsentBasis.GUARDIAN, given_on=clock.today(),
                                  given_by="Ibu Kartikasari",
                                  institution=place)
            client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=n + 3, checked_on=clock.today())
            Service.need(case, by=officer, spm=[Spm.SPM04, Spm.SPM05, Spm.SPM06][n])
            OutsideCare.propose(case, by=officer, care=CareKind.KIN, what=f"Bibi {n}", impossible="", kin_tried="",
                                child_view="Mau", review_on=clock.today(), by_when=clock.today())
            Conference.hold(case, by=officer, at=clock.now(), kind=ConferenceKind.INTERNAL, place="Ruang", note_taker=officer, chair=manager,
                            assessed="a", options="b", child_view="c", conclusion="d",
                            resolutions=[{"what": f"x{n}{m}", "user": officer, "person": "", "due": clock.today()} for m in range(3)])


def test_pages_ask_the_database_as_often_for_many_as_for_few(app, make, client, officer, manager, monkeypatch):
    ids = town(make)
    ids |= full_case(make, ids, by=officer, manager=manager)
    for path in PAGES:
        client.get(path.format(**ids))
    before = {path: statements(monkeypatch, client, path.format(**ids)) for path in PAGES}
    grown(make, ids, officer, manager)
    client.get("/")  # how punctual the month is, is remembered until something changes
    after = {path: statements(monkeypatch, client, path.format(**ids)) for path in PAGES}
    assert {path: (before[path], after[path]) for path in PAGES if after[path] > before[path] + 1} == {}


# --- the office's list from SIKS-NG

CANARY = ("Zefanya Kenarijaya", "9901020101990009", "9901020101990010", "Kampung Burung 77")


def traces():
    """Every value of every table as one text."""
    names = [row[0] for row in db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return " ".join(str(row) for name in names for row in db.execute_sql(f'SELECT * FROM "{name}"'))


def listed(client, content, name="daftar.csv", **more):
    sent = {"file": (io.BytesIO(content), name), "day": "1-3-2026"} | more
    return client.post("/extracts/new", data=sent, content_type="multipart/form-data")


def read_now():
    extract = Extract.select().order_by(Extract.id.desc()).get()
    reading.carry_on(extract.id)
    return Extract.get_by_id(extract.id)


@pytest.fixture
def boss(app, make):
    browser = app.test_client()
    browser.sign_in(make.user(Role.MANAGER))
    return browser


def test_of_a_list_nothing_stays_but_counts(make, boss, officer, caplog):
    name, nik, card, place = CANARY
    case = make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": "9901021405120001"})
    head = ("NIK", "No KK", "Nama", "Desil", "Per Tanggal", f"Alamat {place}")
    rows = [(nik, card, name, "3", "1-2-2026", place), (nik, card, name, f"desil {name}", "1-2-2026", place), (nik, card, name, "3", f"{place}",
                                                                                                               place),
            (f"{nik}1", card, name, "3", "1-2-2026", place), (nik, f"{card}x", name, "11", "1-2-2026", place), ("", "", name, "3", "1-2-2026", place),
            ("9901021405120001", "", "Andi Pratama", "4", "1-2-2026", place)]
    for content in (excel(*rows, head=head, title=f"Keluarga {name}"), text(*rows, head=head)):
        listed(boss, content)
        extract = read_now()
        assert extract.state == ExtractState.PENDING, extract.why
        page = boss.get(f"/extracts/{extract.id}").text
        ids = re.findall(r'name="chosen"[^>]*value="(\d+)"', page) or re.findall(r'value="(\d+)"[^>]*name="chosen"', page)
        boss.post(f"/extracts/{extract.id}", data={"seen": extract.version, "chosen": ids})
    boss.post(f"/extracts/{extract.id}/cancellation", data={"seen": extract.version})
    assert {each.state for each in Extract.select()} == {ExtractState.APPLIED, ExtractState.DISCARDED}
    stays = traces() + caplog.text
    assert [each for each in CANARY if each in stays] == []
    assert case.client.dtsen.decile == 4


# --- what is sent that was not asked for

def test_nobody_sets_by_hand_what_the_rules_decide(make, client, officer, manager):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    more = {"set_level": "emergency", "set_reason": "x", "state": "accepted", "advised": "emergency", "result": "{}", "accepted_at": "2026-03-01",
            "made_by": "999", "n": "7", "by": "1", "version": "99", "needs": "{}", "case": "1", "kind": "narrative"}
    assert client.post(f"/assessments/{assessment.id}/pages/6", data={"age_on": "2-3-2026"} | more).status_code == 303
    assert client.post(f"/assessments/{assessment.id}/pages/7", data=weighing(**more)).status_code == 303
    assert client.post(f"/assessments/{assessment.id}/review", data=more).status_code == 303
    now = Assessment.get_by_id(assessment.id)
    assert (now.set_level, now.state, now.n, now.kind, now.made_by_id, now.accepted_at) == (None, "submitted", 1, "scored", officer.id, None)
    sent = {"step": "approve", "set_level": "emergency", "set_reason": "Coba"}
    assert client.post(f"/decisions/{Decision.about(now).get().id}/answer", data=sent).status_code in (403, 409, 422)
    assert Assessment.get_by_id(now.id).state == "submitted"


@pytest.mark.parametrize("step", ["return", "refuse"])
def test_a_level_sent_with_a_no_sets_nothing(app, make, client, officer, boss, step):
    assessment = submitted(client, make, officer)
    decision = Decision.about(assessment).get()
    sent = {"step": step, "set_level": "emergency", "set_reason": "Coba", "reason": "Lengkapi", "comment_1": "Perbaiki", "comment_99": "x",
            "seen": decision.version}
    assert boss.post(f"/decisions/{decision.id}/answer", data=sent).status_code == 422
    assert boss.post(f"/decisions/{decision.id}/answer", data=sent | {"set_level": "", "set_reason": ""}).status_code == 303
    now = Assessment.get_by_id(assessment.id)
    assert (now.set_level, now.comments) == (None, {1: "Perbaiki"}) and "level" not in Decision.get_by_id(decision.id).answered


def test_what_is_put_can_not_be_saved_as_it_is_filled_in(make, client, officer):
    assessment = started(make, officer)
    page = client.get(f"/assessments/{assessment.id}/pages/1").text
    hidden = dict(re.findall(r'name="(seen|form_token|pen)"[^>]*value="([^"]*)"', page))
    post_answers(client, assessment, DEMO[1]["answers"])
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing())
    client.post(f"/assessments/{assessment.id}/review")
    before = Assessment.get_by_id(assessment.id).given
    item = assessment.instrument.content.on_page(1)[0].id
    answer = client.post(f"/assessments/{assessment.id}/pages/1/answers", data=hidden | {item: "3", "turn": "1"})
    assert 400 <= answer.status_code < 500 and Assessment.get_by_id(assessment.id).given == before


@pytest.mark.parametrize("bad", [{}, {"form_token": "x"}, {"turn": "9" * 400}, {"turn": "-1"}, {"pen": "\x00" * 9000}, {"seen": "1e9"}, {"seen": "٣"},
                                 {"note": "x" * 70000}, {"note": "\ud800"}, {"A1": "999"}, {"A1": ["0", "3"]}, {"sources_A": "x"}])
def test_saving_on_the_way_takes_no_nonsense(make, client, officer, bad):
    assessment = started(make, officer)
    page = client.get(f"/assessments/{assessment.id}/pages/1").text
    hidden = dict(re.findall(r'name="(seen|form_token|pen)"[^>]*value="([^"]*)"', page)) if bad else {}
    data = {name: value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value for name, value in (hidden | bad).items()}
    assert client.post(f"/assessments/{assessment.id}/pages/1/answers", data=data).status_code < 500


def test_the_key_of_another_page_or_person_saves_nothing(app, make, client, officer):
    mine, other = started(make, officer), make.user()
    thief = app.test_client()
    thief.sign_in(other)
    theirs = started(make, other)
    keys = [re.search(r'name="form_token"[^>]*value="([^"]*)"', client.get(f"/assessments/{mine.id}/pages/{n}").text)[1] for n in (1, 2)]
    item = mine.instrument.content.on_page(1)[0].id
    assert client.post(f"/assessments/{mine.id}/pages/1/answers", data={"form_token": keys[1], item: "1"}).status_code == 404
    assert thief.post(f"/assessments/{theirs.id}/pages/1/answers", data={"form_token": keys[0], item: "1"}).status_code == 404
    assert thief.post(f"/assessments/{mine.id}/pages/1/answers", data={"form_token": keys[0], item: "1"}).status_code == 404
    assert not mine.given and not theirs.given


# --- the trail and the way back

def test_the_trail_of_all_this_names_nobody(app, make, client, officer, manager):
    ids = town(make)
    ids |= full_case(make, ids, by=officer, manager=manager)
    grown(make, ids, officer, manager)
    for path in PAGES:
        client.get(path.format(**ids))
    told = " ".join(str(row) for row in db.execute_sql("SELECT * FROM audit_entry"))
    assert [each for each in (*SECRETS, "Wayan", "Kamboja", "RSJ", "Bibi") if each in told] == []


@pytest.mark.parametrize("back", ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:alert(1)",
                                  "/login?next=//jahat.example"])
def test_nobody_is_led_away_after_a_consent(make, client, officer, back):
    case = make.case(by=officer, met=True)
    data = {"kind": "service", "basis": "guardian", "given_by": "Ibu", "given_on": "hari ini", "manner": "signed"}
    answer = client.post(f"/clients/{case.client_id}/consents", query_string={"back": back}, data=data)
    assert answer.status_code in (303, 422)
    assert "jahat" not in (answer.location or "").partition("?")[0] and not (answer.location or "").startswith(("//", "http", "/\\"))


def test_a_page_of_an_unknown_age_leaves_as_a_table(app, make, client, officer, manager, boss):
    case = make.case(by=officer, met=True, person={"alias": "Bayu"})
    with db.unit():
        assessment = Assessment.start(case, by=officer)
    assert assessment.is_scored
    post_answers(client, assessment, {item.id: None for item in assessment.instrument.content.asked()})
    assert client.post(f"/assessments/{assessment.id}/pages/7", data=weighing()).status_code == 303
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    decide(assessment, DecisionStep.APPROVE, manager)
    data = {"since": "1-1-2026", "until": "2-3-2026", "purpose": "report", "kind": "csv"} | LEAVING
    assert boss.post(f"/assessments/instruments/{assessment.instrument_id}/export", data=data).status_code == 200
    for path in ("", "/prints"):
        assert client.get(f"/assessments/{assessment.id}{path}").status_code == 200
    assert client.get(client.post(f"/assessments/{assessment.id}/prints", data={"paper": "f4"}).location).status_code == 200


HEAD = ("NIK", "No KK", "Nama", "Desil", "Per Tanggal")
OURS = "9901021405120001"


@pytest.mark.parametrize("nik, decile, on", [
    (9.901021405120001e15, 3, "1-2-2026"), (9901021405120000, 3, "1-2-2026"), (OURS, 3.7, "1-2-2026"), (OURS, True, "1-2-2026"), (OURS, -3,
                                                                                                                                  "1-2-2026"),
    (OURS, 1e308, "1-2-2026"), (OURS, "٣", "1-2-2026"), (OURS, "=1+2", "1-2-2026"), (OURS, "#N/A", "1-2-2026"), (OURS, 11, "1-2-2026"),
    (OURS, datetime(2026, 3, 1), "1-2-2026"), (OURS, 3, True), (OURS, 3, 10**9), (OURS, 3, "31-2-2026"), (OURS, 3, "1-2-9999"), (OURS, 3, "1-2-2024"),
    (OURS, 3, "kemarin"), (OURS, "3 atau 4", "1-2-2026"), (OURS, "3" * 40000, "1-2-2026"), (OURS[:-1], 3, "1-2-2026"), (f"{OURS}\u200b9", 3,
                                                                                                                        "1-2-2026"),
    (datetime(2026, 3, 1), 3, "1-2-2026"), (OURS, "rata-rata 3", "1-2-2026")])
def test_a_doubtful_cell_is_never_a_decile(make, boss, officer, nik, decile, on):
    case = make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": OURS})
    content = excel((nik, "", "Andi Pratama", decile, on), head=HEAD)
    assert listed(boss, content).status_code == 303
    extract = read_now()
    assert (extract.state, extract.matched) in ((ExtractState.PENDING, dict.fromkeys(("nik", "family_card", "birth", "unsure"), 0)),
                                                (ExtractState.UNREADABLE, None)), (extract.matched, list(extract.lines.dicts()))
    assert boss.get(f"/extracts/{extract.id}").status_code == 200 and case.client.dtsen is None


def test_of_two_things_said_of_one_day_none_is_taken(make, boss, officer):
    case = make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": OURS})
    content = excel((OURS, "", "A", 3, "1-2-2026"), (OURS, "", "A", 7, "1-2-2026"), (OURS, "", "A", 3, "1-2-2026"), head=HEAD)
    listed(boss, content)
    extract = read_now()
    row = extract.lines.get()
    sent = {"seen": extract.version, "chosen": row.id, "every": ""}
    assert boss.post(f"/extracts/{extract.id}", data=sent).status_code in (303, 422)
    assert boss.post(f"/extracts/{extract.id}", data=sent | {"every": "all", "keep": "1"}).status_code in (303, 422)
    assert case.client.dtsen is None


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMIN, Role.AUDITOR])
def test_a_list_is_for_managers(app, make, boss, officer, role):
    content = excel((OURS, "", "A", 3, "1-2-2026"), head=HEAD)
    make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": OURS})
    listed(boss, content)
    extract, other = read_now(), app.test_client()
    other.sign_in(make.user(role))
    for path, verb in (("", "get"), ("", "post"), ("/cancellation", "post"), ("/withdrawal", "post")):
        assert getattr(other, verb)(f"/extracts/{extract.id}{path}", data={}).status_code == 403
    assert listed(other, content).status_code == 403 and other.get("/extracts").status_code == 403


def test_nothing_is_opened_for_a_case_that_is_over(make, officer, manager):
    case = make.case(by=officer, met=True)
    with db.unit():
        case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=8, checked_on=clock.today())
        asked = Consideration.request(case, by=officer, reason=ConsiderationReason.ILLNESS, text="JKN tidak aktif.")
        Case.get_by_id(case.id).cancel(by=officer, reason="Salah catat.")
    with pytest.raises(Refused), db.unit():
        Decision.about(asked).get().decide(DecisionStep.APPROVE, by=manager)


# --- a child's place away from the parents

PLACE = {"what": "LKSA Kasih", "impossible": "Ibu dirawat.", "kin_tried": "Bibi menolak.", "child_view": "Mau.", "goal": "Aman",
         "by_when": "06-03-2026",
         "review_on": "01-06-2026"}


def placed(client, case, care):
    assert client.post(f"/services/outside/case/{case.id}/new", data=PLACE | {"care": care}).status_code == 303
    return OutsideCare.select().order_by(OutsideCare.id.desc()).get()


def test_a_child_with_kin_does_not_come_to_live_in_a_home_by_a_word(make, client, officer):
    """That would be a way past the manager where there is no emergency."""
    placement = placed(client, make.case(by=officer, met=True), "kin")
    assert client.post(f"/services/{placement.service_id}/delivery", data={"at": "sekarang"}).status_code == 303
    assert client.post(f"/services/outside/{placement.id}/proposal", data=PLACE | {"care": "lksa"}).status_code == 422
    assert Service.get_by_id(placement.service_id).care == CareKind.KIN


def test_a_place_that_a_manager_refused_does_not_become_kin_by_a_word(make, client, officer, manager):
    placement = placed(client, make.case(by=officer, met=True, danger=Danger.YES), "lksa")
    assert client.post(f"/services/{placement.service_id}/delivery", data={"at": "sekarang"}).status_code == 303
    with db.unit():
        Decision.about(placement).get().decide(DecisionStep.REFUSE, by=manager, reason="Cari kerabat.")
    assert client.post(f"/services/outside/{placement.id}/proposal", data=PLACE | {"care": "kin"}).status_code == 422
    assert Service.get_by_id(placement.service_id).care == CareKind.LKSA and client.get(f"/services/outside/{placement.id}").status_code == 200


# --- consent

def test_a_letter_does_not_leave_once_the_consent_was_taken_back(make, client, officer, manager):
    ids = town(make)
    case = make.case(by=officer, met=True)
    with db.unit():
        row = approved(case, ids, by=officer, manager=manager)
    consent = Consent.select().order_by(Consent.id.desc()).get()
    assert client.post(f"/clients/consents/{consent.id}/withdrawal", data={"on": "hari ini", "said_by": "Ibu"}).status_code == 303
    assert client.post(f"/referrals/{row.id}/letter", data={"official": ids["official"]}).status_code in (409, 422)
    assert client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"}).status_code in (409, 422)
    assert Referral.get_by_id(row.id).letter_id is None


# --- what is hidden stays hidden

@pytest.fixture
def kin(make, officer):
    """A case of the officer, whose sibling is hidden with another team; both plans have begun."""
    case, other = make.case(by=officer, met=True, person={"name": "Andi Pratama"}), make.user()
    hidden = make.case(by=other, met=True, restricted=True, person={"name": "Zefanya Kenarijaya"})
    with db.unit():
        hidden.client.add_relation(by=other, kind=RelationKind.SIBLING, other=case.client)
        case.client.add_relation(by=officer, kind=RelationKind.SIBLING, other=hidden.client)
        Service.propose(hidden, by=other, spm=Spm.SPM04, goal="Kanari sehat", by_when=clock.today())
        Conference.hold(hidden, by=other, at=clock.now(), kind=ConferenceKind.INTERNAL, place="Ruang", note_taker=other, chair=other,
                        officers=[officer.id], guests=[["Kanari", "", ""]], assessed="Kanari", options="Kanari", child_view="Kanari",
                        conclusion="Kanari", resolutions=[{"what": "Kanari", "user": other, "person": "", "due": clock.today()}])
    return case, hidden


def test_a_hidden_sibling_is_nowhere(client, kin):
    case, hidden = kin
    for path in (f"/clients/{case.client_id}", f"/services/case/{case.id}", f"/services/case/{case.id}/planning?like={hidden.id}", "/",
                 f"/cases/{case.id}", f"/services/outside/case/{case.id}/new",
                 "/assessments/considerations/quarters/", f"/cases/{case.id}/closure", "/decisions/"):
        page = client.get(path).text
        assert [word for word in ("Zefanya", "Kanari", hidden.number, hidden.client.number, "Z.K.") if word in page] == [], path
    paper = client.get(client.post(f"/cases/{case.id}/social-report", data={"paper": "f4"}).location).text
    assert "Zefanya" not in paper and hidden.client.number not in paper
    for path in (f"/clients/{case.client_id}/kin/{hidden.client_id}", f"/clients/{hidden.client_id}/kin/{case.client_id}",
                 f"/conferences/{hidden.conferences.get().id}", f"/services/case/{hidden.id}"):
        assert client.get(path).status_code == 404, path
