"""Assessments over HTTP: the numbers of the demo cases, what is refused, who decides, and what follows."""
import itertools
import json
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from portal import clock
from portal.assessments.answers import Answer
from portal.assessments.considerations import Consideration
from portal.assessments.instruments import publish_first
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.records import Revision
from portal.rules.approval import DecisionStep
from portal.rules.assessment import AssessmentKind, AssessmentState
from portal.rules.categories import Category, SubType
from portal.rules.consideration import ConsiderationReason, ConsiderationState, CoordinationState
from portal.rules.decile import DtsenStatus
from portal.rules.instrument import in_language
from portal.rules.levels import Level
from portal.rules.lifecycle import Stage
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.services.models import Service
from tests.conftest import MONDAY

DEMO = {case["no"]: case for case in json.loads((Path(__file__).parent.parent / "portal/data/demo_cases.json").read_text())["cases"]}
PEOPLE = {1: {"name": "Rian Samudra", "birth_date": date(2012, 5, 14)}, 3: {"alias": "Bayu", "age_estimate": 16, "age_estimate_on": date(2026, 3, 2)}}
SUB_TYPES = {1: SubType.WORKS, 3: SubType.LIVES}


@pytest.fixture(autouse=True)
def published(make):
    with db.unit():
        publish_first(None)


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


def later(minutes):
    moment = clock.now() + timedelta(minutes=minutes)
    clock.use(lambda: moment)


def case_of(make, officer, no=1, **details):
    """A demo case that was met, with its sub-type."""
    case = make.case(by=officer, met=True, person=PEOPLE[no], **details)
    with db.unit():
        case.classify(by=officer, category=Category.STREET_CHILD, sub_type=SUB_TYPES[no])
    return case


def started(make, officer, no=1):
    case = case_of(make, officer, no)
    with db.unit():
        return Assessment.start(case, by=officer)


def post_answers(client, assessment, answers):
    """Answer the five pages as a browser does; an unknown answer is chosen, a missing one is left."""
    content = assessment.instrument.content
    for page in content.pages:
        told = {item.id: "unknown" if answers[item.id] is None else answers[item.id] for item in content.on_page(page.number) if item.id in answers}
        response = client.post(f"/assessments/{assessment.id}/pages/{page.number}", data=told)
        assert response.status_code == 303, response.text
        assert response.location.endswith(f"/pages/{page.number + 1}")


def weighing(needed=(Spm.SPM09, Spm.SPM10), **told):
    why = {f"why_{spm}": "Sudah terpenuhi." for spm in Spm if spm not in needed}
    return {f"need_{spm}": "yes" if spm in needed else "no" for spm in Spm} | {"dtsen_status": "listed", "dtsen_decile": "3"} | why | told


def completed(client, make, officer, no=1, **told):
    assessment = started(make, officer, no)
    post_answers(client, assessment, DEMO[no]["answers"])
    assert client.post(f"/assessments/{assessment.id}/pages/7", data=weighing(**told)).status_code == 303
    return Assessment.get_by_id(assessment.id)


def submitted(client, make, officer, no=1, **told):
    assessment = completed(client, make, officer, no, **told)
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    return Assessment.get_by_id(assessment.id)


def decide(assessment, step, by, reason=""):
    with db.unit():
        return Decision.about(assessment).get().decide(step, by=by, reason=reason)


@pytest.mark.parametrize("no, score, band, completeness, sentence", [
    (1, "28,8", None, "100,0 %", "Tingkat Biasa karena skor 28,8 berada pada 20–39,9."),
    (3, "61,8", "57,1–64,7", "92,3 %", "Tingkat Darurat karena skor 61,8 berada pada 60–100."),
])
def test_the_screen_shows_the_numbers_of_the_demo_cases(make, client, officer, no, score, band, completeness, sentence):
    assessment = started(make, officer, no)
    post_answers(client, assessment, DEMO[no]["answers"])
    page = client.get(f"/assessments/{assessment.id}/pages/7").text
    assert f'<span class="figure">{score}</span>' in page
    assert completeness in page and sentence in page
    assert ("Rentang" in page) == bool(band) and (band or "") in page
    expected = DEMO[no]["expected"]
    reading = assessment.reading()
    assert (reading.score, list(reading.range), list(reading.floors), list(reading.red)) == (
        expected["score"], expected["range"], expected["floors"], expected["red"])


def test_a_range_that_crosses_a_boundary_says_so(make, client, officer):
    assessment = started(make, officer, 3)
    post_answers(client, assessment, DEMO[3]["answers"])
    assert "Yang belum diketahui dapat mengubah tingkatnya." in client.get(f"/assessments/{assessment.id}/pages/1").text


def test_not_known_is_not_zero(make, client, officer):
    assessment = started(make, officer)
    client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "unknown", "A2": "0"})
    assert assessment.given == {"A1": None, "A2": 0}
    reading = assessment.reading()
    assert reading.range[1] > reading.score and reading.provisional
    page = client.get(f"/assessments/{assessment.id}/pages/2").text
    assert "Skor sementara" in page and "2/4" in page


def test_an_answer_that_is_not_offered_is_refused_with_a_sentence(make, client, officer):
    assessment = started(make, officer)
    response = client.post(f"/assessments/{assessment.id}/pages/1", data={"A3": "1", "A1": "2"})
    assert response.status_code == 422 and "Pilih salah satu dari daftar." in response.text
    assert assessment.given == {}


def test_a_changed_answer_keeps_the_one_before(make, client, officer):
    assessment = started(make, officer)
    for value in ("2", "0"):
        client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": value})
    row = Answer.get(Answer.assessment == assessment)
    assert row.value == 0
    assert Revision.get(Revision.subject == "answer", Revision.subject_id == row.id).values == {"value": 2}


def test_a_page_that_somebody_else_saved_meanwhile_is_not_overwritten(make, client, officer):
    assessment = started(make, officer)
    seen = assessment.section(1).version
    assert client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "2", "seen": seen}).status_code == 303
    response = client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "0", "seen": seen})
    assert response.status_code == 409
    assert assessment.given == {"A1": 2}
    other = client.post(f"/assessments/{assessment.id}/pages/2", data={"B1": "0", "seen": assessment.section(2).version})
    assert other.status_code == 303


def test_what_was_reviewed_is_what_is_submitted(make, client, officer):
    assessment = completed(client, make, officer)
    stamp = assessment.stamp
    client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "3"})
    assert client.post(f"/assessments/{assessment.id}/review", data={"seen": stamp}).status_code == 409
    assert client.post(f"/assessments/{assessment.id}/review", data={"seen": assessment.stamp}).status_code == 303


def test_an_incomplete_one_says_what_is_missing_and_where(make, client, officer):
    assessment = started(make, officer)
    answers = {item: value for item, value in DEMO[1]["answers"].items() if item not in ("E3", "J1")}
    post_answers(client, assessment, answers)
    page = client.get(f"/assessments/{assessment.id}/review").text
    for sentence in ("Bagian 3 belum dijawab:", "E3 Keamanan di rumah", f"/assessments/{assessment.id}/pages/5#J1", "Tentukan untuk setiap layanan",
                     "Isi hasil cek DT-SEN"):
        assert sentence in page
    response = client.post(f"/assessments/{assessment.id}/review")
    assert response.status_code == 422 and "Masih ada butir yang belum dijawab: E3, J1." in response.text
    assert Assessment.get_by_id(assessment.id).state == AssessmentState.DRAFT


def test_another_level_than_the_advised_one_needs_its_reason(make, client, officer):
    assessment = completed(client, make, officer, proposed_level="urgent")
    assert "Tulis alasan mengapa tingkat" in client.post(f"/assessments/{assessment.id}/review").text
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing(proposed_level="urgent", level_reason="Ayah baru meninggal."))
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    decide(assessment, DecisionStep.APPROVE, make.user(Role.MANAGER))
    assert Case.get_by_id(assessment.case_id).level == Level.URGENT


def test_acceptance_moves_the_case_sets_the_level_and_makes_the_needs_services(make, client, officer):
    assessment = submitted(client, make, officer)
    case = Case.get_by_id(assessment.case_id)
    assert case.assessed_at == MONDAY and case.stage == Stage.ASSESSMENT
    manager = make.user(Role.MANAGER)
    decide(assessment, DecisionStep.APPROVE, manager)
    case = Case.get_by_id(case.id)
    assert (case.stage, case.level) == (Stage.PLANNING, Level.ORDINARY)
    assert [service.spm for service in Service.of(case)] == [Spm.SPM09, Spm.SPM10]
    client.sign_in(manager)
    page = client.get(f"/assessments/{assessment.id}").text
    assert "28,8" in page and "Diterima" in page and manager.name in page


def test_the_manager_reads_the_numbers_in_the_proposal(make, client, officer):
    assessment = submitted(client, make, officer, 3)
    asked = dict(Decision.about(assessment).get().snapshot)
    assert (asked["Skor"], asked["Rentang"], asked["Kelengkapan"]) == ("61,8", "57,1–64,7", "92,3 %")
    assert asked["Tingkat diusulkan"] == "Darurat" and asked["Perhatian"] and asked["Belum diketahui"].startswith("E3 Keamanan di rumah\nF1 ")


def test_the_list_of_parts_saves_the_page_on_the_way(make, client, officer):
    assessment = started(make, officer)
    here = f"/assessments/{assessment.id}/pages"
    page = client.get(f"{here}/1").text
    assert 'id="part"' in page and 'form="part" name="go" value="8"' in page
    assert client.post(f"{here}/1", data={"A1": "2", "go": "4"}).location.endswith("/pages/4")
    assert client.post(f"{here}/2", data={"go": "8"}).location.endswith("/review") and assessment.given == {"A1": 2}
    assert client.post(f"{here}/6", data={"age_on": "besok", "go": "1"}).status_code == 422
    assert client.post(f"{here}/1", data={"A2": "1", "go": "x"}).location.endswith("/pages/2")


def test_the_note_to_the_manager_reaches_the_manager(make, client, officer):
    assessment = completed(client, make, officer)
    client.post(f"/assessments/{assessment.id}/review", data={"note": "Ibu minta\ndihubungi dahulu."})
    client.sign_in(make.user(Role.MANAGER))
    decision = Decision.about(assessment).get()
    for address in (f"/decisions/{decision.id}", "/decisions/", f"/assessments/{assessment.id}"):
        assert "dihubungi dahulu." in client.get(address).text


@pytest.fixture
def english(make, client):
    """An officer who reads English."""
    user = make.user()
    with db.unit():
        user.change(by=user, language="en")
    return client.sign_in(user)


def test_the_questions_are_asked_in_the_language_of_the_reader(make, client, english):
    assessment = started(make, english)
    post_answers(client, assessment, DEMO[1]["answers"])
    page, item = unescape(client.get(f"/assessments/{assessment.id}/pages/1").text), assessment.instrument.content.item("A1")
    assert f"A1. {item.question_en}" in page and item.question not in page
    assert all(option.label_en in page for option in item.options)
    assert "Source: Safety and protection" in page and "Keselamatan" not in page


@pytest.mark.parametrize("answer, english_rule, kept", [
    ({}, "score 28.8", "Tingkat Biasa karena skor 28,8 berada pada 20–39,9."),
    ({"A1": 3}, "A1 Threat to safety now.", "Tingkat Darurat karena nilai merah: A1 Ancaman keselamatan saat ini."),
    ({"A1": 2}, "One of the items A1-A4 has a value of 2", "Tingkat Mendesak karena aturan L3: Salah satu butir A1-A4 bernilai 2 atau lebih."),
])
def test_a_reader_of_english_reads_the_result_in_english_and_the_proposal_stays_indonesian(make, client, english, answer, english_rule, kept):
    assessment = started(make, english)
    post_answers(client, assessment, DEMO[1]["answers"] | answer)
    assert client.post(f"/assessments/{assessment.id}/pages/7", data=weighing()).status_code == 303
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    page, content = unescape(client.get(f"/assessments/{assessment.id}").text), assessment.instrument.content
    assert english_rule in page and kept not in page
    for part in (*content.domains, *content.items):
        assert in_language(part, "id") not in page and in_language(part, "en") in page
    assert dict(Decision.about(assessment).get().snapshot)["Aturan yang menentukan"].startswith(kept)


def test_nobody_accepts_their_own_assessment(make, client):
    both = client.sign_in(make.user(Role.OFFICER, Role.MANAGER))
    assessment = submitted(client, make, both)
    with pytest.raises(Refused):
        decide(assessment, DecisionStep.APPROVE, both)
    assert Assessment.get_by_id(assessment.id).state == AssessmentState.SUBMITTED


@pytest.mark.parametrize("step", [DecisionStep.RETURN, DecisionStep.REFUSE])
def test_a_returned_one_comes_back_with_the_words_and_is_submitted_again(make, client, officer, step):
    assessment = submitted(client, make, officer)
    decide(assessment, step, make.user(Role.MANAGER), "Tanyakan lagi soal rumah.")
    assert "Tanyakan lagi soal rumah." in client.get(f"/assessments/{assessment.id}/pages/3").text
    assert client.post(f"/assessments/{assessment.id}/pages/3", data={"E3": "2"}).status_code == 303
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303


def test_a_submitted_one_can_not_be_edited_until_it_is_withdrawn(make, client, officer):
    assessment = submitted(client, make, officer)
    response = client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "3"})
    assert response.status_code == 422 and "Asesmen ini sudah diajukan" in response.text
    assert client.get(f"/assessments/{assessment.id}/pages/1").location.endswith(f"/assessments/{assessment.id}")
    decide(assessment, DecisionStep.WITHDRAW, officer)
    assert client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "3"}).status_code == 303


def test_a_double_submission_leaves_one_proposal(make, client, officer):
    assessment = completed(client, make, officer)
    token = client.get(f"/assessments/{assessment.id}/review").text.split('name="form_token" value="')[1].split('"')[0]
    first, second = (client.post(f"/assessments/{assessment.id}/review", data={"form_token": token}) for _ in range(2))
    assert first.location == second.location and Decision.about(assessment).count() == 1


def test_undoing_the_acceptance_puts_stage_level_and_needs_back(make, client, officer):
    assessment, manager = submitted(client, make, officer, 3), make.user(Role.MANAGER)
    before = Case.get_by_id(assessment.case_id).level
    decide(assessment, DecisionStep.APPROVE, manager)
    later(5)
    decide(assessment, DecisionStep.UNDO, manager)
    case = Case.get_by_id(assessment.case_id)
    assert (case.stage, case.level) == (Stage.ASSESSMENT, before)
    assert not Service.of(case).where(Service.state == "needed").exists()
    assert Assessment.get_by_id(assessment.id).state == AssessmentState.RETURNED
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303


def test_undoing_the_acceptance_puts_the_sub_type_back_though_the_clock_ticked(make, client, officer):
    assessment, manager = completed(client, make, officer), make.user(Role.MANAGER)
    with db.unit():
        assessment.tell(by=officer, sub_type=SubType.LIVES)
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    start, seconds = clock.now(), itertools.count(1)
    clock.use(lambda: start + timedelta(seconds=next(seconds)))
    decide(assessment, DecisionStep.APPROVE, manager)
    assert Case.get_by_id(assessment.case_id).sub_type == SubType.LIVES
    decide(assessment, DecisionStep.UNDO, manager)
    case = Case.get_by_id(assessment.case_id)
    assert (case.stage, case.sub_type) == (Stage.ASSESSMENT, SubType.WORKS)


def test_the_acceptance_stands_once_a_service_was_planned(make, client, officer):
    assessment, manager = submitted(client, make, officer), make.user(Role.MANAGER)
    decide(assessment, DecisionStep.APPROVE, manager)
    with db.unit():
        Service.of(assessment.case).first().plan(by=officer, goal="Punya KIA", by_when=date(2026, 3, 20))
    with pytest.raises(Refused):
        decide(assessment, DecisionStep.UNDO, manager)


def test_a_reassessment_is_a_new_version_beside_the_old_one(make, client, officer):
    first = submitted(client, make, officer)
    assert client.post(f"/assessments/case/{first.case_id}/start").status_code == 409
    decide(first, DecisionStep.APPROVE, make.user(Role.MANAGER))
    later(60)
    response = client.post(f"/assessments/case/{first.case_id}/start")
    second = Assessment.of(first.case).first()
    assert response.status_code == 303 and second.n == 2 and second.given == {}
    assert "Asesmen ke-1: Risiko umum jalanan" in client.get(f"/assessments/{second.id}/pages/1").text
    client.post(f"/assessments/{second.id}/pages/1", data={"A1": "3"})
    assert Assessment.get_by_id(first.id).reading().score == 28.8
    page = client.get(f"/assessments/case/{first.case_id}").text
    assert "Asesmen ke-2" in page and "Asesmen ke-1" in page


def test_the_age_is_that_of_the_day_and_is_frozen_with_the_result(make, client, officer):
    assessment = submitted(client, make, officer)
    with db.unit():
        client_of = assessment.case.client
        client_of.correct(by=officer, birth_date=date(2021, 5, 14))
    assert Assessment.get_by_id(assessment.id).reading().score == 28.8


def test_a_grown_up_is_told_in_words_and_keeps_the_level_of_triage(make, client, officer):
    person = {"name": "Tn. S", "age_estimate": 40, "age_estimate_on": date(2026, 3, 2)}
    case = make.case(by=officer, met=True, category=Category.DISABILITY, person=person)
    client.post(f"/assessments/case/{case.id}/start")
    assessment = Assessment.of(case).get()
    assert (assessment.kind, assessment.instrument, assessment.sections.count()) == (AssessmentKind.NARRATIVE, None, 0)
    assert "figure" not in client.get(f"/assessments/{assessment.id}/pages/1").text
    told = weighing(needed=[Spm.SPM13], dtsen_status="no_nik", dtsen_decile="")
    assert client.post(f"/assessments/{assessment.id}/pages/2", data=told).status_code == 303
    assert "Tulis masalah yang dihadapi klien dahulu." in client.post(f"/assessments/{assessment.id}/review").text
    client.post(f"/assessments/{assessment.id}/pages/1", data={"age_on": "hari ini", "topic_presenting": "Gangguan jiwa berat, dibawa Satgas."})
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    decide(assessment, DecisionStep.APPROVE, make.user(Role.MANAGER))
    assert Case.get_by_id(case.id).level == case.level
    assert "Gangguan jiwa berat" in client.get(f"/assessments/{assessment.id}").text


def test_nobody_is_assessed_before_being_met(make, client, officer):
    case = make.case(by=officer)
    response = client.post(f"/assessments/case/{case.id}/start")
    assert response.status_code == 409 and "sudah ditemui" in response.text


def test_circumstances_are_kept_carried_over_and_never_scored(make, client, officer):
    assessment = started(make, officer)
    told = {"age_on": "02-03-2026", "child_wishes": "Ingin sekolah lagi", "street_reasons": ["economy", "friends"], "daily_income": "25.000",
            "with_family": "no", "safe_place": "yes", "parents": "Ibu pedagang"}
    assert client.post(f"/assessments/{assessment.id}/pages/6", data=told).status_code == 303
    kept = Assessment.get_by_id(assessment.id)
    assert (kept.street_reasons, kept.daily_income, kept.with_family, kept.safe_place) == (["economy", "friends"], 25_000, False, True)
    assert kept.reading().score == 33.3
    future = client.post(f"/assessments/{assessment.id}/pages/6", data=told | {"age_on": "01-01-2027"})
    assert future.status_code == 422 and "Ingin sekolah lagi" in future.text


def test_needs_are_suggested_and_never_chosen_beforehand(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    page = client.get(f"/assessments/{assessment.id}/pages/7").text
    assert "karena G1" in page and " checked" not in page
    client.post(f"/assessments/{assessment.id}/pages/7", data={"need_SPM10": "yes"})
    kept = Assessment.get_by_id(assessment.id)
    assert kept.needs == {"SPM10": True} and kept.needed == [Spm.SPM10]


def test_a_decile_without_listing_is_refused_and_everything_typed_stays(make, client, officer):
    assessment = started(make, officer)
    response = client.post(f"/assessments/{assessment.id}/pages/7", data=weighing(dtsen_status="no_nik", analysis="Anak cerdas"))
    assert response.status_code == 422 and "Desil hanya diisi bila statusnya Terdaftar." in response.text and "Anak cerdas" in response.text


def test_the_same_look_into_dtsen_is_written_down_once(make, client, officer):
    assessment = completed(client, make, officer)
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing(analysis="Ditambah"))
    assert assessment.case.client.dtsen_checks.count() == 1
    assert "Desil 3: terbuka untuk ATENSI/Sentra" in client.get(f"/assessments/{assessment.id}/pages/1").text


def test_outside_the_team_there_is_no_assessment(make, client, officer):
    assessment = started(make, officer)
    client.sign_in(make.user())
    for address in (f"/assessments/{assessment.id}", f"/assessments/{assessment.id}/pages/1", f"/assessments/{assessment.id}/review",
                    f"/assessments/case/{assessment.case_id}"):
        assert client.get(address).status_code == 404
    client.sign_in(make.user(Role.ADMIN))
    assert client.get(f"/assessments/{assessment.id}").status_code == 403
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/assessments/{assessment.id}").status_code == 200
    assert client.get(f"/assessments/{assessment.id}/pages/1").status_code == 403


def test_a_page_that_does_not_exist_is_not_found(make, client, officer):
    assert client.get(f"/assessments/{started(make, officer).id}/pages/8").status_code == 404


def test_an_assessment_begun_by_mistake_is_cancelled_with_a_reason(make, client, officer):
    assessment = started(make, officer)
    assert client.post(f"/assessments/{assessment.id}/cancellation").status_code == 409
    assert client.post(f"/assessments/{assessment.id}/cancellation", data={"reason": "Salah anak"}).status_code == 303
    assert client.post(f"/assessments/case/{assessment.case_id}/start").status_code == 303


def checked(case, officer, status=DtsenStatus.NOT_LISTED, decile=None):
    with db.unit():
        case.client.check_dtsen(by=officer, status=status, decile=decile, checked_on=clock.today())
    return case


ASKED = {"reason": "no_family", "text": "Anak tanpa keluarga, perlu layanan Sentra."}


def test_a_consideration_waits_for_the_look_into_dtsen(make, client, officer):
    case = case_of(make, officer)
    response = client.post(f"/assessments/considerations/case/{case.id}/new", data=ASKED)
    assert response.status_code == 422 and "Cek DT-SEN dahulu" in response.text and "perlu layanan Sentra" in response.text


def test_a_consideration_is_asked_approved_coordinated_and_answered(make, client, officer):
    case = checked(case_of(make, officer), officer)
    response = client.post(f"/assessments/considerations/case/{case.id}/new", data=ASKED)
    asked = Consideration.of(case).get()
    assert response.location.endswith(f"/assessments/considerations/{asked.id}")
    assert "sudah diajukan" in client.post(f"/assessments/considerations/case/{case.id}/new", data=ASKED).text
    assert client.post(f"/assessments/considerations/{asked.id}/coordination",
                       data={"institution": "Sentra", "coordinated_on": "hari ini"}).status_code == 422
    decide(asked, DecisionStep.APPROVE, make.user(Role.MANAGER))
    assert "karena pertimbangan khusus disetujui manajer" in client.get(f"/assessments/case/{case.id}").text
    assert client.post(f"/assessments/considerations/{asked.id}/coordination",
                       data={"institution": "Sentra Wirajaya", "contact": "Bu Ana", "coordinated_on": "hari ini"}).status_code == 303
    assert client.post(f"/assessments/considerations/{asked.id}/answer", data={"answer": "Diterima", "answered_on": "hari ini"}).status_code == 303
    kept = Consideration.get_by_id(asked.id)
    assert (kept.state, kept.coordination) == (ConsiderationState.APPROVED, CoordinationState.ANSWERED)
    page = client.get(f"/assessments/considerations/{asked.id}").text
    assert "Sentra Wirajaya" in page and "Bu Ana" in page


def test_a_returned_consideration_is_told_better_or_given_up(make, client, officer):
    case, manager = checked(case_of(make, officer), officer), make.user(Role.MANAGER)
    client.post(f"/assessments/considerations/case/{case.id}/new", data=ASKED)
    asked = Consideration.of(case).get()
    decide(asked, DecisionStep.RETURN, manager, "Kurang jelas")
    assert "Kurang jelas" in client.get(f"/assessments/considerations/{asked.id}").text
    assert client.post(f"/assessments/considerations/{asked.id}/request", data=ASKED | {"text": "Orang tua tidak ditemukan."}).status_code == 303
    decide(asked, DecisionStep.RETURN, manager, "Belum cukup")
    assert client.post(f"/assessments/considerations/{asked.id}/withdrawal").status_code == 303
    assert Consideration.get_by_id(asked.id).state == ConsiderationState.WITHDRAWN


def test_an_approval_is_undone_until_the_sentra_has_heard_of_it(make, officer):
    case, manager = checked(case_of(make, officer), officer), make.user(Role.MANAGER)
    with db.unit():
        asked = Consideration.request(case, by=officer, reason=ConsiderationReason.EMERGENCY, text="Darurat")
    decide(asked, DecisionStep.APPROVE, manager)
    decide(asked, DecisionStep.UNDO, manager)
    assert Consideration.get_by_id(asked.id).state == ConsiderationState.RETURNED
    with db.unit():
        asked = Consideration.get_by_id(asked.id).request_again(by=officer, reason=ConsiderationReason.EMERGENCY, text="Darurat")
    decide(asked, DecisionStep.APPROVE, manager)
    with db.unit():
        Consideration.get_by_id(asked.id).coordinate(by=officer, institution="Sentra", contact="", coordinated_on=clock.today())
    with pytest.raises(Refused):
        decide(asked, DecisionStep.UNDO, manager)
