"""What an assessment comes to: suggested services ticked or dismissed with a reason, the card looked up, and what is told in words."""
import re

import pytest

from portal import clock
from portal.assessments.instruments import publish_first
from portal.assessments.models import Assessment
from portal.assessments.suggested import services_of
from portal.db import db
from portal.rules.assessment import AssessmentKind
from portal.rules.categories import Category
from portal.rules.decile import DtsenSource, DtsenStatus
from portal.rules.narrative import Topic
from portal.rules.service import Spm
from tests.test_assessments import DEMO, post_answers, started, weighing


@pytest.fixture(autouse=True)
def published(make):
    with db.unit():
        publish_first(None)


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


def test_a_suggested_service_is_dismissed_only_with_a_reason(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    here = f"/assessments/{assessment.id}/pages/7"
    page = client.get(here).text
    assert "karena G1 Status sekolah: Putus sekolah" in page and 'name="why_SPM10"' in page and 'name="why_SPM01"' not in page
    told = weighing(needed=[Spm.SPM09]) | {f"why_{spm}": "" for spm in Spm}
    assert client.post(here, data=told).status_code == 303
    review = client.get(f"/assessments/{assessment.id}/review").text
    assert "layanan yang disarankan tidak dibutuhkan: SPM10" in review and "/pages/7#why_SPM10" in review
    refused = client.post(f"/assessments/{assessment.id}/review")
    assert refused.status_code == 422 and "tidak dibutuhkan: SPM10" in refused.text
    client.post(here, data=told | {"why_SPM10": "Sudah terdaftar di PKBM."})
    assert client.post(f"/assessments/{assessment.id}/review").status_code == 303
    kept = Assessment.get_by_id(assessment.id)
    assert kept.dismissed == {"SPM10": "Sudah terdaftar di PKBM."}
    assert "Sudah terdaftar di PKBM." in client.get(f"/assessments/{assessment.id}").text


def test_a_reason_that_the_page_does_not_ask_for_stays(make, client, officer):
    assessment = started(make, officer)
    with db.unit():
        assessment.weigh(by=officer, dismissals={"SPM10": "Sudah sekolah."})
    client.post(f"/assessments/{assessment.id}/pages/7", data={"need_SPM10": "no"})
    assert Assessment.get_by_id(assessment.id).dismissed == {"SPM10": "Sudah sekolah."}


def test_partners_and_advice_are_shown_with_what_they_rest_on(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[4]["answers"])
    page = re.sub(r"\s+", " ", client.get(f"/assessments/{assessment.id}/pages/7").text)
    assert "UPTD PPA" in page and "karena A3 Kekerasan atau eksploitasi seksual: Diungkap anak atau terbukti" in page


def test_the_family_card_that_was_looked_up_is_kept_with_the_check(make, client, officer):
    assessment = started(make, officer)
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing(dtsen_card="9901 0123 0412 0007"))
    assert assessment.case.client.dtsen.family_card == "9901012304120007"
    page = client.get(f"/assessments/{assessment.id}/pages/7").text
    assert "9901012304120007" not in page and "Isi hanya bila lain" in page
    client.post(f"/assessments/{assessment.id}/pages/7", data=weighing())
    assert assessment.case.client.dtsen_checks.count() == 1


def test_the_religion_told_here_stands_with_the_client(make, client, officer):
    assessment = started(make, officer)
    client.post(f"/assessments/{assessment.id}/pages/6", data={"age_on": "02-03-2026", "religion": "Islam", "genogram": "Tinggal dengan nenek."})
    assessment = Assessment.get_by_id(assessment.id)
    assert assessment.case.client.religion == "Islam" and assessment.genogram == "Tinggal dengan nenek."


# Told in words

@pytest.fixture
def grown_up(make, client, officer):
    person = {"name": "Tn. S", "age_estimate": 40, "age_estimate_on": clock.today()}
    case = make.case(by=officer, met=True, category=Category.DISABILITY, person=person)
    client.post(f"/assessments/case/{case.id}/start")
    return Assessment.of(case).get()


def test_a_narrative_has_headings_and_needs_only_the_presenting_problem(make, client, officer, grown_up):
    here = f"/assessments/{grown_up.id}/pages/1"
    page = client.get(here).text
    assert grown_up.kind == AssessmentKind.NARRATIVE and [f'name="topic_{topic}"' in page for topic in Topic] == [True] * len(Topic)
    assert client.post(here, data={"age_on": "hari ini", "topic_family": "Sendiri.", "sources": ["observation"]}).location.endswith("/pages/2")
    assert "/pages/1#topic_presenting" in client.get(f"/assessments/{grown_up.id}/review").text
    client.post(here, data={"age_on": "hari ini", "topic_family": "Sendiri.", "topic_presenting": "Gelisah di pasar."})
    kept = Assessment.get_by_id(grown_up.id)
    assert kept.topics == {"presenting": "Gelisah di pasar.", "family": "Sendiri."}
    review = client.get(f"/assessments/{grown_up.id}/review").text
    assert "Gelisah di pasar." in review and "#topic_presenting" not in review


def test_what_was_told_in_one_piece_stays_readable(make, client, officer, grown_up):
    with db.unit():
        grown_up.tell(by=officer, narrative="Sakit dan tinggal sendiri.")
    assert "Sakit dan tinggal sendiri." in client.get(f"/assessments/{grown_up.id}/pages/1").text
    assert "Sakit dan tinggal sendiri." in client.get(f"/assessments/{grown_up.id}").text


def test_the_rest_is_not_needed_in_one_go_but_for_what_the_answers_suggest(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    here = f"/assessments/{assessment.id}/pages/7"
    page = client.get(here).text
    assert page.index('<button class="visually-hidden"') < page.index('name="rest"')
    answer = client.post(here, data={"need_SPM01": "yes", "analysis": "Tinggal dengan bibi.", "rest": "1"})
    assert answer.status_code == 303 and answer.location.endswith("/pages/7#needs")
    kept, suggested = Assessment.get_by_id(assessment.id), services_of(assessment)
    assert kept.analysis == "Tinggal dengan bibi." and suggested and not set(suggested) & set(kept.needs)
    assert kept.needs == {"SPM01": True} | {str(spm): False for spm in Spm if spm != Spm.SPM01 and spm not in suggested}


def test_the_weighing_offers_no_list_as_a_place_of_looking_and_explains_zero(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    page = client.get(f"/assessments/{assessment.id}/pages/7").text
    assert 'value="siks_ng"' in page and "siks_ng_extract" not in page and "0 berarti belum diperingkat" in page


def test_a_look_from_a_list_is_no_new_one_when_the_page_is_saved(make, client, officer):
    assessment = started(make, officer)
    post_answers(client, assessment, DEMO[1]["answers"])
    with db.unit():
        assessment.case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=3, checked_on=clock.today(), source=DtsenSource.EXTRACT)
    here = f"/assessments/{assessment.id}/pages/7"
    shown = re.search(r'name="dtsen_shown"[^>]*value="([^"]*)"', client.get(here).text).group(1)
    sent = {"dtsen_status": "listed", "dtsen_decile": "3", "dtsen_on": clock.today().strftime("%d-%m-%Y"), "dtsen_source": "", "dtsen_shown": shown}
    assert client.post(here, data=sent).status_code == 303 and assessment.case.client.dtsen_checks.count() == 1


def test_beside_an_assessment_an_unchecked_dtsen_is_said_once_with_the_way_to_look(make, client, officer):
    assessment = started(make, officer)
    page = client.get(f"/assessments/{assessment.id}/pages/7").text
    panel = page[page.index('id="programmes"'):]
    panel = panel[:panel.index("</section>")]
    assert panel.count("DT-SEN belum dicek") == 1 and f"/clients/{assessment.case.client_id}/dtsen?case={assessment.case_id}" in panel
    assert "ATENSI/Sentra: desil" in panel
