"""The review of an assessment: the manager's own level, comments on its parts, what is new at the second look, and versions beside each other."""
import json
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from portal import clock
from portal.assessments.instruments import Instrument, shipped
from portal.assessments.models import Assessment
from portal.casefile import closure
from portal.casefile.timeline import Timeline
from portal.cases.history import LevelChange
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import db
from portal.decisions.models import Decision
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionStep
from portal.rules.assessment import AssessmentState, AssessmentStep
from portal.rules.categories import Category, SubType
from portal.rules.decile import DtsenStatus
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, Stage
from portal.rules.narrative import Topic
from portal.rules.referral import InstitutionKind, ReferralKind
from portal.rules.roles import Role
from portal.rules.service import Spm, Unit
from portal.rules.triage import Flag, FlagAnswer
from portal.services.models import Service

ANSWERS = json.loads((Path(__file__).parent.parent / "portal/data/demo_cases.json").read_text())["cases"][0]["answers"]
FATHER = "Ayahnya meninggal kemarin, dan pamannya mengancam menjual rumah."


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def manager(make, client):
    return client.sign_in(make.user(Role.MANAGER, name="Komang Wirawan"))


def later(minutes):
    moment = clock.now() + timedelta(minutes=minutes)
    clock.use(lambda: moment)


def answer(assessment, by, answers):
    """Keep these answers on the pages where they are asked."""
    for page in assessment.instrument.content.pages:
        here = {item.id: answers[item.id] for item in assessment.instrument.content.on_page(page.number) if item.id in answers}
        if here:
            assessment.section(page.number).answer(here, by=by)


def written(case, officer, answers=ANSWERS, **weighed):
    """A whole assessment of the case, ready to be put."""
    told = {"needs": {str(spm): spm in (Spm.SPM09, Spm.SPM10) for spm in Spm}, "dismissals": dict.fromkeys(map(str, Spm), "Sudah ada"),
            "dtsen": {"status": DtsenStatus.LISTED, "decile": 3, "checked_on": clock.today(), "source": "siks_ng"}}
    with db.unit():
        assessment = Assessment.start(case, by=officer)
        if assessment.is_scored:
            answer(assessment, officer, answers)
        else:
            assessment.tell(by=officer, topics={str(Topic.PRESENTING): "Ditemukan sakit di pasar."})
        return assessment.weigh(by=officer, **told | weighed)


def put(make, officer, case=None, **weighed):
    case = case or child(make, officer)
    assessment = written(case, officer, **weighed)
    with db.unit():
        return assessment.submit(by=officer)


def child(make, officer, **details):
    case = make.case(by=officer, met=True, person={"name": "Rian Samudra", "birth_date": clock.today().replace(year=2012)}, **details)
    with db.unit():
        case.classify(by=officer, category=Category.STREET_CHILD, sub_type=SubType.WORKS)
    return case


def again(assessment):
    return Assessment.get_by_id(assessment.id)


def decision_of(assessment):
    return Decision.about(assessment).first()


def answers(client, assessment, step, **more):
    decision = decision_of(assessment)
    return client.post(f"/decisions/{decision.id}/answer", data={"step": step, "seen": decision.version, **more})


def told(client, address):
    return unescape(client.get(address).text)


def test_an_approval_with_nothing_else_touched_accepts_what_was_proposed(make, client, officer, manager):
    assessment = put(make, officer)
    assert answers(client, assessment, "approve").status_code == 303
    kept = again(assessment)
    assert (kept.state, kept.set_level, kept.set_reason, kept.final_level) == (AssessmentState.ACCEPTED, None, "", Level.ORDINARY)
    assert decision_of(assessment).answered == {} and "Seperti diusulkan." in told(client, f"/assessments/{assessment.id}")


def test_a_manager_sets_another_level_and_all_three_stay_to_be_read(app, make, client, officer, manager):
    assessment = put(make, officer, proposed_level=Level.URGENT, level_reason="Sering berpindah tempat.")
    assert answers(client, assessment, "approve", set_level="emergency", set_reason=FATHER).status_code == 303
    kept, case, decision = again(assessment), Case.get_by_id(assessment.case_id), decision_of(assessment)
    assert (kept.advised, kept.level, kept.set_level, kept.final_level) == (Level.ORDINARY, Level.URGENT, Level.EMERGENCY, Level.EMERGENCY)
    assert case.level == Level.EMERGENCY and decision.answered == {"level": "emergency", "level_reason": FATHER}
    for address in (f"/assessments/{kept.id}", f"/decisions/{decision.id}"):
        page = told(client, address)
        levels = page.split('id="levels"')[1].split("</section>")[0]
        for words in ("Menurut saran", "Diusulkan petugas", "Ditetapkan manajer", "Biasa", "Mendesak", "Darurat", "Siti Rahma", "Komang Wirawan",
                      "Sering berpindah tempat.", FATHER, "karena skor"):
            assert words in levels, (address, words)
    with app.test_request_context():
        event = next(event for event in Timeline.of(case, manager) if event.title.startswith("Tingkat menurut asesmen"))
    assert event.text == f"Menurut saran: Biasa\nDiusulkan petugas: Mendesak. Sering berpindah tempat.\nDitetapkan manajer: Darurat. {FATHER}"
    assert FATHER in told(client, f"/cases/{case.id}")
    assert [(change.level, change.reason) for change in case.level_history.order_by(LevelChange.id.desc())][0] == (Level.EMERGENCY, FATHER)


@pytest.mark.parametrize("step, level, reason, sentence", [
    ("approve", "emergency", "", "Tulis alasan mengapa tingkatnya menjadi Darurat."),
    ("approve", "", "Ayahnya meninggal.", "Pilih tingkat lain yang dimaksud, atau kosongkan alasannya."),
    ("approve", "ordinary", "Ayahnya meninggal.", "Pilih tingkat lain yang dimaksud"),
    ("return", "emergency", "Ayahnya meninggal.", "Tingkat lain hanya ditetapkan saat menyetujui."),
    ("approve", "highest", "Ayahnya meninggal.", "Pilih salah satu dari daftar."),
])
def test_a_level_that_does_not_hold_is_said_and_everything_typed_stays(make, client, officer, manager, step, level, reason, sentence):
    assessment = put(make, officer)
    response = answers(client, assessment, step, set_level=level, set_reason=reason, reason="Periksa lagi ya.", comment_1="Siapa yang mengancam?")
    page = unescape(response.text)
    assert response.status_code == 422 and sentence in page
    for words in (reason, "Periksa lagi ya.", "Siapa yang mengancam?"):
        assert words in page
    assert again(assessment).state == AssessmentState.SUBMITTED and decision_of(assessment).is_open


def test_the_proposed_level_chosen_again_is_no_change(make, client, officer, manager):
    assessment = put(make, officer)
    assert answers(client, assessment, "approve", set_level="ordinary").status_code == 303
    assert again(assessment).set_level is None and decision_of(assessment).answered == {}


def test_an_undone_acceptance_takes_level_stage_and_needs_back(make, client, officer, manager):
    assessment = put(make, officer)
    before = Case.get_by_id(assessment.case_id).level
    answers(client, assessment, "approve", set_level="emergency", set_reason=FATHER)
    assert Service.of(assessment.case).count() and Case.get_by_id(assessment.case_id).stage == Stage.PLANNING
    assert answers(client, assessment, "undo").status_code == 303
    kept, case = again(assessment), Case.get_by_id(assessment.case_id)
    assert (kept.state, kept.set_level, kept.set_reason) == (AssessmentState.RETURNED, None, "")
    assert (case.level, case.stage) == (before, Stage.ASSESSMENT)
    assert not [row for row in Service.of(case) if row.state == "needed"]
    assert decision_of(assessment).answered["level"] == "emergency" and FATHER in told(client, f"/decisions/{decision_of(assessment).id}")


def test_an_adult_keeps_the_advised_level_that_stood_when_it_was_put(make, client, officer, manager):
    case = make.case(by=officer, met=True, category=Category.DISABILITY, 
                     person={"name": "Tn. S", "age_estimate": 40, "age_estimate_on": clock.today()})
    assessment = put(make, officer, case)
    assert answers(client, assessment, "approve", set_level="emergency", set_reason="Kejang di jalan.").status_code == 303
    kept = again(assessment)
    assert (kept.advised_level, kept.final_level, Case.get_by_id(case.id).level) == (case.level, Level.EMERGENCY, Level.EMERGENCY)
    assert "asesmen ini tanpa skor" in told(client, f"/assessments/{kept.id}") and "Ditemukan sakit di pasar." in told(
        client, f"/decisions/{decision_of(kept).id}")


def test_comments_reach_the_officer_on_the_part_they_are_about(make, client, officer, manager):
    assessment = put(make, officer)
    assert answers(client, assessment, "return", comment_3="Rumah siapa?").status_code == 422
    assert answers(client, assessment, "return", reason="Dua hal belum jelas.", comment_1="Siapa yang memalak?",
                   comment_3="Rumah siapa?\nTanyakan ibunya.").status_code == 303
    assert again(assessment).comments == {1: "Siapa yang memalak?", 3: "Rumah siapa?\nTanyakan ibunya."}
    client.sign_in(officer)
    for number, words, other in ((1, "Siapa yang memalak?", "Rumah siapa?"), (3, "Rumah siapa?", "Siapa yang memalak?")):
        page = told(client, f"/assessments/{assessment.id}/pages/{number}")
        assert words in page and other not in page and page.count("1 catatan") == 2
    assert "Rumah siapa?" not in told(client, f"/assessments/{assessment.id}/pages/2")
    page = told(client, f"/assessments/{assessment.id}")
    assert "Siapa yang memalak?" in page and "Dua hal belum jelas." in page
    with db.unit():
        again(assessment).submit(by=officer)
    assert again(assessment).comments == {} and decision_of(assessment).is_open


def test_the_second_look_shows_what_changed_and_the_first_stays_as_it_was_put(make, client, officer, manager):
    assessment = put(make, officer, analysis="Anak membantu ibunya berjualan di pasar setiap pagi dan sore hari.")
    first = decision_of(assessment)
    assert "Berubah sejak dikembalikan" not in told(client, f"/decisions/{first.id}")
    answers(client, assessment, "return", reason="Tanyakan lagi soal rumah.", comment_7="Analisisnya terlalu pendek.")
    later(30)
    kept = again(assessment)
    with db.unit():
        answer(kept, officer, {"E3": 2, "A1": None})
        kept.weigh(by=officer, analysis="Anak membantu pamannya berjualan di pasar setiap pagi dan sore hari, tetapi paman memukulnya.")
        kept.submit(by=officer)
    page = told(client, f"/decisions/{decision_of(assessment).id}")
    news = page.split('id="changes"')[1].split("</section>")[0]
    assert "Tanyakan lagi soal rumah." in news and "E3 Keamanan di rumah" in news and "▲ naik" in news
    assert "A1 Ancaman keselamatan saat ini" in news and "Belum diketahui" in news and "paman memukulnya" in news
    assert "B1 Kondisi fisik" not in news and "<b>hari, tetapi paman memukulnya.</b>" in news
    assert "Analisisnya terlalu pendek." in page and first.asked["level"] == "ordinary"
    old = told(client, f"/decisions/{first.id}")
    assert "paman memukulnya" not in old and '<span class="figure">28,8</span>' in old and '<span class="figure">28,8</span>' not in page


def test_what_is_shown_is_what_was_put_even_when_the_client_is_corrected(make, client, officer, manager):
    assessment = put(make, officer)
    with db.unit():
        Client.get_by_id(assessment.case.client_id).correct(by=officer, birth_date=clock.today().replace(year=2022))
        Client.get_by_id(assessment.case.client_id).check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=7, checked_on=clock.today())
    decision = decision_of(assessment)
    page = told(client, f"/decisions/{decision.id}")
    assert '<span class="figure">28,8</span>' in page and dict(decision.snapshot)["Skor"] == "28,8"
    assert "desil 3" in page and "Desil 3: terbuka untuk" in page and "desil 7" not in page
    result = decision.asked["result"]
    assert (result["score"], result["completeness"]) == (28.8, 100.0)


def test_the_panel_explains_the_score(make, client, officer, manager):
    case = child(make, officer, flags={Flag.R1: FlagAnswer.YES})
    assessment = written(case, officer, answers=ANSWERS | {"A3": 3} | dict.fromkeys(
        ("E1", "E2", "E3", "D1", "D2", "D4", "H1", "H2", "B1", "B2", "C1")))
    with db.unit():
        assessment.submit(by=officer)
    page = told(client, f"/decisions/{decision_of(assessment).id}")
    for words in ("Skor sementara", "Rentang", "Kelengkapan", "Nilai merah", "Aturan L3", "karena nilai merah: A3", "dapat mengubah tingkatnya",
                  "Disarankan, tetapi tidak dibutuhkan", "Sudah ada", "SPM09", "Hasil cek DT-SEN", "Pembahasan kasus diminta", "<svg"):
        assert words in page, words


def test_the_officer_reads_the_proposal_without_the_fields_of_the_answer(make, client, officer):
    assessment = put(make, officer)
    client.sign_in(officer)
    page = client.get(f"/decisions/{decision_of(assessment).id}").text
    assert "comment_1" not in page and "set_level" not in page and 'id="levels"' in page


def test_a_proposal_of_the_time_before_anything_was_kept_is_still_decided(make, client, officer, manager):
    assessment = put(make, officer)
    with db.unit():
        decision_of(assessment).change(by=officer, asked={})
    page = told(client, f"/decisions/{decision_of(assessment).id}")
    assert '<span class="figure">28,8</span>' in page and "comment_1" not in page
    assert answers(client, assessment, "approve", set_level="urgent", set_reason="Hujan.").status_code == 303
    assert told(client, f"/assessments/{assessment.id}") and told(client, f"/cases/{assessment.case_id}")
    assert again(assessment).final_level == Level.URGENT


def twice(make, client, officer):
    """Two accepted versions of one case, the second with more to worry about."""
    first = put(make, officer, analysis="Tenang.")
    answers(client, first, "approve")
    later(24 * 60)
    second = put(make, officer, Case.get_by_id(first.case_id), answers=ANSWERS | {"B1": 2, "A1": None}, analysis="Batuk tiga minggu.")
    return first, second


def test_two_versions_stand_beside_each_other_with_the_differences_marked(make, client, officer, manager):
    first, second = twice(make, client, officer)
    page = told(client, f"/assessments/case/{first.case_id}/comparison")
    assert "Asesmen ke-1" in page and "Asesmen ke-2" in page and "Yang berbeda dicetak tebal" in page
    row = page.split("B1 Kondisi fisik")[1].split("</tr>")[0]
    assert "▲ naik" in row and 'differs">Keluhan ringan · 2/6<' in row and 'differs">Sakit, perlu Puskesmas · 4/6<' in row
    unknown = page.split("A1 Ancaman keselamatan saat ini")[1].split("</tr>")[0]
    assert "≠ berubah" in unknown and "Belum diketahui" in unknown
    same = page.split("G1 Status sekolah")[1].split("</tr>")[0]
    assert "differs" not in same and "sama" in same
    assert "Tenang." in page and "Batuk tiga minggu." in page and "28,8" in page and "SPM09" in page
    only = told(client, f"/assessments/case/{first.case_id}/comparison?first=1&second=2&only=1")
    assert "B1 Kondisi fisik" in only and "G1 Status sekolah" not in only and "Batuk tiga minggu." in only
    assert f"/assessments/case/{first.case_id}/comparison?first=1&second=2" in told(client, f"/assessments/{second.id}")


@pytest.mark.parametrize("address", ["?first=1&second=1", "?first=x&second=99", "?first=-1", "?only=2", "?first=2&second=1"])
def test_an_address_that_says_no_two_versions_shows_the_last_two(make, client, officer, manager, address):
    first, _second = twice(make, client, officer)
    page = told(client, f"/assessments/case/{first.case_id}/comparison{address}")
    assert page.index("Asesmen ke-1</a>") < page.index("Asesmen ke-2</a>") and "G1 Status sekolah" in page


def test_one_version_alone_is_compared_with_nothing(make, client, officer, manager):
    assessment = put(make, officer)
    assert "belum ada yang dapat dibandingkan" in told(client, f"/assessments/case/{assessment.case_id}/comparison")
    assert "comparison" not in client.get(f"/assessments/{assessment.id}").text


def test_a_child_who_has_grown_up_is_compared_across_both_kinds(make, client, officer, manager):
    first = put(make, officer)
    answers(client, first, "approve")
    later(24 * 60)
    with db.unit():
        Client.get_by_id(first.case.client_id).correct(by=officer, birth_date=clock.today().replace(year=1990))
    second = put(make, officer, Case.get_by_id(first.case_id))
    assert not second.is_scored
    page = told(client, f"/assessments/case/{first.case_id}/comparison?only=1")
    row = page.split("B1 Kondisi fisik")[1].split("</tr>")[0]
    assert "tidak ada butir ini" in row and "hanya di yang pertama" in row
    assert "hanya di yang kedua" in page and "Ditemukan sakit di pasar." in page


def test_nobody_outside_the_team_compares(make, client, officer, manager):
    first, _second = twice(make, client, officer)
    client.sign_in(make.user())
    assert client.get(f"/assessments/case/{first.case_id}/comparison").status_code == 404


# The score advises: it never refuses, delays or closes anything by itself (domain 8.2.14).

LOWEST, HIGHEST = dict.fromkeys(ANSWERS, 0), dict.fromkeys(ANSWERS, 3)


@pytest.mark.parametrize("given, level", [(LOWEST, Level.MONITORING), (HIGHEST, Level.EMERGENCY)])
def test_whatever_the_score_a_case_is_served_and_referred_before_and_closed_after(make, client, officer, manager, given, level):
    case = child(make, officer)
    assessment = put(make, officer, case, answers=given, needs=dict.fromkeys(map(str, Spm), False))
    assert assessment.level == level
    with db.unit():
        Service.give(case.fresh(), by=officer, spm=Spm.SPM03, quantity=1, unit=Unit.TIME)
        place = Institution.add(by=officer, kind=InstitutionKind.HOSPITAL, name="RSUD Melati")
        referral = Referral.draft(case.fresh(), by=officer, institution=place, kind=ReferralKind.MEDICAL, reason="Perlu diperiksa.",
                                  service="Periksa.", summary="Batuk.")
    assert Case.get_by_id(case.id).served_at
    answers(client, assessment, "approve")
    with db.unit():
        referral.cancel(by=officer, reason="Diperiksa di Puskesmas.")
        closure.propose(case.fresh(), by=officer, reason=ClosingReason.DECLINED, text="Keluarga pindah dan tidak melanjutkan.")
        Decision.open_about(case).decide(DecisionStep.APPROVE, by=manager)
    assert Case.get_by_id(case.id).stage == Stage.CLOSED


def test_the_score_alone_changes_no_level_and_closes_no_case(make, client, officer, manager):
    case = child(make, officer)
    before = (case.level, Case.get_by_id(case.id).stage)
    for given in (LOWEST, HIGHEST):
        assessment = written(case, officer, answers=given)
        assert (Case.get_by_id(case.id).level, Case.get_by_id(case.id).stage) == before
        with db.unit():
            assessment.submit(by=officer)
        assert (Case.get_by_id(case.id).level, Case.get_by_id(case.id).stage) == before
        answers(client, assessment, "return", reason="Belum yakin.")
        assert (Case.get_by_id(case.id).level, Case.get_by_id(case.id).stage) == before
        with db.unit():
            again(assessment).move(AssessmentStep.CANCEL, by=officer, reason="Diulang.")


def test_versions_are_compared_across_two_versions_of_the_instrument(make, client, officer, manager):
    first = put(make, officer)
    answers(client, first, "approve")
    later(24 * 60)
    told_anew = json.loads(json.dumps(shipped()).replace('"F2"', '"F9"')) | {"version": "2"}
    with db.unit():
        Instrument.publish(told_anew, by=officer, since=clock.today())
    second = put(make, officer, Case.get_by_id(first.case_id), answers={"F9" if item == "F2" else item: value for item, value in ANSWERS.items()})
    page = told(client, f"/assessments/case/{first.case_id}/comparison?only=1")
    assert (first.instrument.edition, second.instrument.edition) == ("1", "2")
    for item, words in (("F2 Sandang", "hanya di yang pertama"), ("F9 Sandang", "hanya di yang kedua")):
        row = page.split(item)[1].split("</tr>")[0]
        assert words in row and "tidak ada butir ini" in row
    assert "B1 Kondisi fisik" not in page


def test_a_draft_that_is_hardly_begun_is_compared_too(make, client, officer, manager):
    first = put(make, officer)
    answers(client, first, "approve")
    with db.unit():
        second = Assessment.start(Case.get_by_id(first.case_id), by=officer)
    page = told(client, f"/assessments/case/{first.case_id}/comparison")
    assert "Asesmen ke-2 belum diajukan (draf)" in page and "Asesmen ke-1 belum diajukan" not in page
    for term in ("B1 Kondisi fisik", "Tingkat diusulkan petugas", "Tingkat menurut saran", "SPM09"):
        row = page.split(f'<th scope="row">{term}')[1].split("</tr>")[0]
        assert row.count("belum diisi") == 2 and "differs" not in row, row
    for false in ("dikosongkan", "tidak ada butir ini", "hanya di yang pertama", "≠ berubah", "▼ turun"):
        assert false not in page.split("<tbody>", 1)[1], false
    only = told(client, f"/assessments/case/{first.case_id}/comparison?only=1")
    assert "Dari yang sudah diisi belum ada yang berbeda." in only and "Kedua asesmen ini sama." not in only
    with db.unit():
        answer(second, officer, {"B1": 2})
    row = told(client, f"/assessments/case/{first.case_id}/comparison?only=1").split("B1 Kondisi fisik")[1].split("</tr>")[0]
    assert "▲ naik" in row


def test_a_returned_assessment_proposes_no_level_while_it_is_worked_on(make, client, officer, manager):
    first = put(make, officer)
    answers(client, first, "approve")
    later(24 * 60)
    second = put(make, officer, Case.get_by_id(first.case_id), proposed_level=Level.URGENT, level_reason="Sering berpindah tempat.")
    address = f"/assessments/case/{first.case_id}/comparison"
    assert "Sering berpindah tempat." in told(client, address) and "belum diajukan" not in told(client, address)
    answers(client, second, "return", reason="Lengkapi.")
    page = told(client, address)
    row = page.split('<th scope="row">Tingkat diusulkan petugas')[1].split("</tr>")[0]
    reason = page.split('<th scope="row">Alasan petugas')
    assert "belum diisi" in row and "Mendesak" not in row and (len(reason) == 1 or "berpindah" not in reason[1].split("</tr>")[0])
    assert "Asesmen ke-2 belum diajukan (dikembalikan" in page


def test_the_page_of_a_proposal_asks_a_fixed_number_of_questions(make, client, officer, manager, monkeypatch):
    assessment = put(make, officer)
    address = f"/decisions/{decision_of(assessment).id}"
    client.get(address)
    counts = []
    for _look in range(2):
        asked = []
        with monkeypatch.context() as patch:
            original = db.execute_sql
            patch.setattr(db, "execute_sql", lambda sql, params=None, original=original, asked=asked: asked.append(sql) or original(sql, params))
            client.get(address)
        counts.append(len(asked))
        answers(client, assessment, "return", reason="Lagi.", comment_1="Satu.", comment_2="Dua.")
        with db.unit():
            again(assessment).submit(by=officer)
        address = f"/decisions/{decision_of(assessment).id}"
    assert counts[0] == counts[1]
