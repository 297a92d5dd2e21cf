"""What an assessment comes to: suggested services ticked or dismissed with a reason, the card looked up, and what is told in words."""
import re

import pytest

from portal import clock
from portal.assessments.instruments import publish_first
from portal.assessments.models import Assessment
from portal.db import db
from portal.rules.assessment import AssessmentKind
from portal.rules.categories import Category
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
