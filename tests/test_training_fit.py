"""Who fits a course: school in the plan, supervision, what an assessment says, the provider's papers, and the rules asked again later."""
from dataclasses import replace
from datetime import date, datetime

import pytest

from portal import clock
from portal.assessments.instruments import publish_first
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules import training
from portal.rules.applicant import Care
from portal.rules.approval import DecisionStep
from portal.rules.assessment import AssessmentStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.nik import Sex
from portal.rules.placement import BatchStep, PlacementState
from portal.rules.referral import AnswerState, ConsentBasis, InstitutionKind, PaperStep, ReferralKind
from portal.rules.refused import Refused
from portal.rules.service import Spm
from portal.rules.trades import Trade
from portal.rules.training import Rule, Verdict
from portal.services.models import Service
from portal.training.batches import Batch
from portal.training.fitting.asked import answers_of, standing
from portal.training.fitting.candidates import candidates_for
from portal.training.fitting.fit import outlook, outlook_for
from portal.training.fitting.proposals import propose, supervise
from portal.training.fitting.rechecking import told_now, unsettled
from portal.training.models import Placement
from tests.test_training import FAJAR, GROWN, READY, WATCHED, batch_of, case_of, decide, proposed

YOUNG = {"name": "Wahyu Adi", "sex": Sex.MALE, "birth_date": date(2010, 6, 1), "in_school": False}
SEWING = {"min_age": None, "max_age": None, "work_practice": False, "admits_adults": True}
YES = {"consent": "guardian", "consent_by": "Ibu Rahma", "assent": "yes", "supervision": WATCHED}


@pytest.fixture
def officer(make):
    return make.user()


def assessed(case, by, answers=None, interests=""):
    """A version that was put to a manager; `answers` {item: value} on their pages."""
    with db.unit():
        publish_first(None)
        assessment = Assessment.start(case, by=by)
        for section in assessment.sections:
            asked = {item.id for item in assessment.instrument.content.on_page(section.page)}
            section.answer({item: value for item, value in (answers or {}).items() if item in asked}, by=by)
        assessment.tell(by=by, skill_interests=interests)
        return assessment.move(AssessmentStep.SUBMIT, by=by, submitted_at=clock.now())


def verdicts(seen):
    return {finding["rule"]: finding["verdict"] for finding in seen.findings}


def address(case, batch):
    return f"/training/case/{case.id}/batches/{batch.id}"


def test_school_first_is_met_by_a_school_in_the_plan(make, officer):
    batch, case = batch_of(officer, terms=SEWING), case_of(make, officer, YOUNG)
    assert verdicts(outlook_for(case, batch))[Rule.SCHOOL_FIRST] == Verdict.ATTENTION
    with db.unit():
        service = Service.need(case, by=officer, spm=Spm.SPM10, what="Paket B di PKBM Harapan")
    assert verdicts(outlook_for(case, batch))[Rule.SCHOOL_FIRST] == Verdict.ATTENTION
    with db.unit():
        service.plan(by=officer, goal="Belajar lagi", by_when=date(2026, 3, 20))
    seen = outlook_for(case, batch)
    assert verdicts(seen)[Rule.SCHOOL_FIRST] == Verdict.FITS
    assert any("Paket B di PKBM Harapan" in line.text for line in seen.lines)


@pytest.mark.parametrize("answer, expected", [
    (AnswerState.NOT_SENT, "PKBM Harapan"), (AnswerState.WAITING, "PKBM Harapan"), (AnswerState.COMPLETED, "PKBM Harapan"),
    (AnswerState.DECLINED, ""), (AnswerState.SILENT, ""), (AnswerState.CAME_BACK, ""),
])
def test_a_school_that_was_asked_and_did_not_say_no_counts_as_planned(make, officer, answer, expected):
    case = case_of(make, officer, YOUNG)
    with db.unit():
        school = Institution.add(by=officer, kind=InstitutionKind.LEARNING_CENTRE, name="PKBM Harapan")
        referral = Referral.draft(case, by=officer, institution=school, kind=ReferralKind.EDUCATION, service="Paket B.", reason="Putus sekolah.",
                                  summary="-", consent=ConsentBasis.GUARDIAN, shared=[])
    assert standing(case).school == ""
    with db.unit():
        referral.move(PaperStep.SUBMIT, by=officer, answer_state=answer)
    assert standing(case).school == expected


def test_a_child_in_a_risky_trade_needs_a_plan_of_supervision_that_no_reason_replaces(make, client, officer):
    batch, case = batch_of(officer, terms={"risky": True}), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    told = YES | {"supervision": " ", "reason": "Sudah dibahas dengan instruktur."}
    answer = client.post(address(case, batch), data=told)
    assert answer.status_code == 422 and "Tulis rencana pengawasan" in answer.text and "Sudah dibahas dengan instruktur." in answer.text
    with pytest.raises(Refused) as refused, db.unit():
        propose(batch, case, by=officer, answers=replace(READY, supervision=""), reason="Sudah dibahas.")
    assert refused.value.why == training.Why.SUPERVISION_NEEDED
    assert client.post(address(case, batch), data=YES | {"reason": "Sudah dibahas."}).status_code == 303
    placement = Placement.get()
    assert placement.supervision == WATCHED
    assert ["Rencana pengawasan dan APD", WATCHED] in Decision.about(placement).first().snapshot
    assert WATCHED in client.get(f"/training/placements/{placement.id}").text


def test_an_adult_is_not_asked_for_a_plan_and_no_child_where_nothing_is_dangerous(make, client, officer):
    client.sign_in(officer)
    risky, calm = batch_of(officer, terms={"risky": True}), batch_of(officer, terms=SEWING)
    assert 'name="supervision"' not in client.get(address(case_of(make, officer, GROWN), risky)).text
    child = case_of(make, officer, FAJAR)
    assert 'name="supervision"' not in client.get(address(child, calm)).text
    assert 'name="supervision"' in client.get(address(child, risky)).text


@pytest.mark.parametrize("terms, person, rule, verdict", [
    ({"out_of_school": True}, {"in_school": True}, Rule.OUT_OF_SCHOOL, Verdict.UNFIT),
    ({"out_of_school": True}, {"in_school": None}, Rule.OUT_OF_SCHOOL, Verdict.ATTENTION),
    ({"out_of_school": True}, {"in_school": False}, Rule.OUT_OF_SCHOOL, Verdict.FITS),
    ({"max_age": None, "admits_adults": False}, {"birth_date": date(2008, 4, 6)}, Rule.CHILDREN_ONLY, Verdict.UNFIT),
    ({"max_age": None, "admits_adults": False}, {"birth_date": date(2008, 4, 7)}, Rule.CHILDREN_ONLY, None),
    ({}, {"birth_date": None, "age_estimate": 18, "age_estimate_on": date(2026, 3, 1)}, Rule.AGE_ESTIMATED, Verdict.ATTENTION),
    ({}, {"birth_date": None, "age_estimate": 16, "age_estimate_on": date(2026, 3, 1)}, Rule.AGE_ESTIMATED, None),
    ({}, {"birth_date": None}, Rule.AGE_UNKNOWN, Verdict.ATTENTION),
])
def test_the_terms_of_a_programme_and_what_is_known_of_a_client(make, officer, terms, person, rule, verdict):
    assert verdicts(outlook_for(case_of(make, officer, FAJAR | person), batch_of(officer, terms=terms))).get(rule) == verdict


def test_who_joins_late_is_as_old_as_on_that_day(make, officer):
    """Fourteen on 10 April: too young for the practice on the first day, old enough for a seat that comes free later."""
    batch, case = batch_of(officer), case_of(make, officer, FAJAR | {"birth_date": date(2012, 4, 10)})
    assert outlook_for(case, batch).hard
    clock.use(lambda: datetime(2026, 4, 9, 2, 0))
    assert outlook_for(case, batch).hard
    clock.use(lambda: datetime(2026, 4, 10, 2, 0))
    assert not outlook_for(case, batch).hard and outlook_for(case, batch).age.years == 14


def test_what_the_last_assessment_says_is_ticked_already(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    assessed(case, officer, {"C2": 3, "B1": 1, "J1": 3}, interests="Pangkas rambut")
    assert standing(case).care == (Care.DEPENDENCE, Care.LEGAL_PROCESS)
    assert outlook_for(case, batch).group == Verdict.ATTENTION
    client.sign_in(officer)
    page = client.get(address(case, batch)).text
    assert "Dicentang menurut asesmen ke-1" in page and "Pangkas rambut" in page
    ticked = [part.split(">")[0] for part in page.split("<input")[1:] if 'name="care"' in part.split(">")[0] and "checked" in part.split(">")[0]]
    assert len(ticked) == 2 and not any('value="illness"' in each for each in ticked)
    assert client.post(address(case, batch), data=YES).status_code == 303  # the officer knows better and took the ticks off
    assert Placement.get().care == []


def test_the_papers_that_the_provider_asks_for_are_a_list_to_prepare(make, client, officer):
    with db.unit():
        place = Institution.add(by=officer, kind=InstitutionKind.TRAINING_CENTRE, name="BLK Teluk Melati", papers="Kartu keluarga\nPas foto 3x4")
    batch, case = batch_of(officer, terms={"institution": place}), case_of(make, officer, FAJAR | {"family_card": "9901032104080001"})
    client.sign_in(officer)
    page = client.get(address(case, batch)).text
    assert "Siapkan berkas" in page and "Pas foto 3x4" in page and "nomor tercatat" in page and "9901032104080001" not in page
    assert "Siapkan berkas" not in client.get(address(case, batch_of(officer))).text


def test_a_returned_proposal_begins_with_what_was_told_before(make, client, officer, manager):
    placement = decide(proposed(make, batch_of(officer), officer, FAJAR), manager, DecisionStep.RETURN, "Jelaskan jadwalnya.")
    client.sign_in(officer)
    page = client.get(address(placement.case, placement.batch)).text
    assert WATCHED in page and "Ibu Rahma" in page
    assert answers_of(placement) == READY


def test_proposed_again_it_still_follows_the_place_that_was_cancelled(make, officer, manager):
    gone = proposed(make, batch_of(officer, starts=date(2026, 10, 5), ends=date(2026, 11, 5)), officer, FAJAR)
    other = batch_of(officer)
    with db.unit():
        placement = propose(other, gone.case, by=officer, answers=answers_of(gone), follows=gone)
    decide(placement, manager, DecisionStep.RETURN, "Periksa.")
    with db.unit():
        propose(other, gone.case, by=officer, answers=READY)
    assert Placement.get_by_id(placement.id).follows == gone


def test_a_trade_that_the_child_named_stands_first(make, client, officer):
    sewing, barber = batch_of(officer, terms={"trade": Trade.SEWING, "name": "Jahit Dasar"}), batch_of(officer)
    case = case_of(make, officer, FAJAR)
    client.sign_in(officer)
    page = client.get(f"/training/case/{case.id}").text
    assert page.index(sewing.number) < page.index(barber.number) and "Sesuai minat" not in page
    assessed(case, officer, interests="Pangkas rambut")
    page = client.get(f"/training/case/{case.id}").text
    assert page.index(barber.number) < page.index(sewing.number) and page.count("Sesuai minat anak") == 1


def test_a_guardian_is_named_beside_the_field(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    answer = client.post(address(case, batch), data=YES | {"consent_by": ""})
    field = answer.text.split('id="consent_by-error"')[-1][:300] if 'id="consent_by-error"' in answer.text else ""
    assert answer.status_code == 422 and field and WATCHED in answer.text


# Asked again

def test_dates_are_not_moved_to_where_the_law_stops_somebody(make, client, officer):
    """Fourteen on 10 April: on the 10th the practice may begin, on the 9th not."""
    batch = batch_of(officer, starts=date(2026, 4, 13), ends=date(2026, 9, 30), terms={"min_age": None})
    proposed(make, batch, officer, FAJAR | {"birth_date": date(2012, 4, 10)}, reason="Sekolahnya diurus dahulu.")
    with db.unit():
        batch.correct(by=officer, starts=date(2026, 4, 10))
    with pytest.raises(Refused) as refused, db.unit():
        batch.correct(by=officer, starts=date(2026, 4, 9))
    assert (refused.value.why, refused.value.detail["count"]) == (training.Why.DATES_STOP, 1)
    assert Batch.get_by_id(batch.id).starts == date(2026, 4, 10)
    client.sign_in(officer)
    told = {"starts": "9-4-2026", "ends": "30-9-2026", "seats": "15", "seen": Batch.get_by_id(batch.id).version}
    answer = client.post(f"/training/batches/{batch.id}/edit", data=told)
    assert answer.status_code == 422 and "undang-undang tidak membolehkan 1 orang" in answer.text


def test_seats_are_changed_although_somebody_became_too_young_since(make, officer):
    batch = batch_of(officer)
    placement = proposed(make, batch, officer, FAJAR)
    with db.unit():
        placement.case.client.correct(by=officer, birth_date=date(2013, 8, 21))
        assert batch.correct(by=officer, seats=20)


def test_an_approval_asks_the_law_again(make, officer, manager):
    placement = proposed(make, batch_of(officer), officer, FAJAR)
    with db.unit():
        placement.case.client.correct(by=officer, birth_date=date(2013, 8, 21))
    with pytest.raises(Refused) as refused:
        decide(placement, manager)
    assert refused.value.why == training.Why.HARD_STOP
    assert decide(placement, manager, DecisionStep.RETURN, "Periksa tanggal lahirnya.").state == PlacementState.RETURNED


def test_a_seat_that_was_offered_asks_the_law_again(make, officer, manager):
    batch = batch_of(officer, seats=1)
    first = decide(proposed(make, batch, officer), manager)
    second = decide(proposed(make, batch, officer, FAJAR), manager)
    with db.unit():
        first.cancel(by=officer, reason="Salah catat")
        second.case.client.correct(by=officer, birth_date=date(2013, 8, 21))
    with pytest.raises(Refused) as refused, db.unit():
        Placement.get_by_id(second.id).accept(by=officer)
    assert (refused.value.why, Placement.get_by_id(second.id).state) == (training.Why.HARD_STOP, PlacementState.OFFERED)


def test_a_consent_taken_back_since_is_told_to_the_manager(make, client, officer, manager):
    placement = proposed(make, batch_of(officer), officer, FAJAR)
    guardian = next(each for each in placement.case.client.consents if each.basis == ConsentBasis.GUARDIAN)
    with db.unit():
        guardian.withdraw(by=officer, on=clock.today(), said_by="Ibu Rahma")
    assert {each["rule"]: each["verdict"] for each in told_now(Placement.get_by_id(placement.id))}[Rule.GUARDIAN_CONSENT] == Verdict.UNFIT
    client.sign_in(manager)
    page = client.get(f"/decisions/{Decision.about(placement).first().id}").text
    assert "Berubah sejak diajukan" in page and "Persetujuan orang tua atau wali" in page


def test_a_plan_of_supervision_is_written_when_the_work_becomes_dangerous(make, client, officer, manager):
    """A programme turns out to be risky after a boy was placed in it: his page asks for the plan, and with it nothing more but a manager's look."""
    batch = batch_of(officer, terms={"work_practice": False})
    placement = decide(proposed(make, batch, officer, FAJAR, answers=replace(READY, supervision="")), manager)
    here, form = f"/training/placements/{placement.id}", f"/training/placements/{placement.id}/supervision"
    client.sign_in(officer)
    assert form not in client.get(here).text
    with db.unit():
        batch.programme.correct(by=officer, risky=True)
    page = client.get(here).text
    assert form in page and "Perlu dilihat lagi" in page and "Rencana pengawasan kerja" in page
    assert client.get(form).status_code == 200
    answer = client.post(form, data={"supervision": " "})
    assert answer.status_code == 422 and "Tulis rencana pengawasan" in answer.text
    seen = Placement.get_by_id(placement.id).version
    assert client.post(form, data={"supervision": WATCHED, "seen": seen}).location.endswith(here)
    page = client.get(here).text
    assert WATCHED in page and "Rencana pengawasan kerja" not in page
    assert client.post(form, data={"supervision": "Lain.", "seen": seen}).status_code == 409
    with db.unit():
        Placement.get_by_id(placement.id).cancel(by=officer, reason="Salah catat")
    assert client.post(form, data={"supervision": "Lain."}).status_code == 422 and form not in client.get(here).text


def test_a_changed_plan_is_told_to_the_manager_who_decides(make, client, officer, manager):
    placement = proposed(make, batch_of(officer), officer, FAJAR)
    with db.unit():
        supervise(placement, by=officer, supervision="Dua instruktur mendampingi.")
    client.sign_in(manager)
    page = client.get(f"/decisions/{Decision.about(placement).first().id}").text
    assert "Berubah sejak diajukan: Rencana pengawasan dan APD." in page


def test_who_no_longer_fits_is_named_to_those_who_know_them(make, client, officer, manager, statements):
    batch = batch_of(officer)
    first = decide(proposed(make, batch, officer, FAJAR), manager)
    client.sign_in(officer)
    assert unsettled(batch, officer) == [] and "Perlu dilihat lagi" not in client.get(f"/training/batches/{batch.id}").text
    with db.unit():
        batch.programme.correct(by=officer, risky=True)
    batch = Batch.get_by_id(batch.id)
    assert [(each.placement.id, len(each.lines)) for each in unsettled(batch, officer)] == [(first.id, 1)]
    page = client.get(f"/training/batches/{batch.id}").text
    assert "Perlu dilihat lagi" in page and "Kejuruan berisiko" in page
    assert unsettled(batch, make.user()) == []
    one = statements(lambda: unsettled(batch, officer))
    for _ in range(3):
        decide(proposed(make, batch, officer, FAJAR, reason="Diawasi."), manager)
    assert len(unsettled(batch, officer)) == 1 and statements(lambda: unsettled(batch, officer)) == one


# Who waits

def test_who_fits_and_waits_stands_first_among_the_candidates(make, client, officer, manager):
    batch = batch_of(officer)
    plain, keen, young = (case_of(make, officer, person) for person in (FAJAR, FAJAR, YOUNG | {"birth_date": date(2013, 2, 1)}))
    assessed(keen, officer, {"G1": 2}, interests="Ingin jadi tukang cukur, pangkas rambut")
    full = batch_of(officer, seats=1, starts=date(2026, 10, 5), ends=date(2026, 11, 5))
    waiting = decide(proposed(make, full, officer, FAJAR), manager).case
    second = decide(proposed(make, full, officer, FAJAR), manager).case
    found = candidates_for(batch, officer)
    assert [each.case.id for each in found] == [second.id, keen.id, waiting.id, plain.id, young.id]
    assert [str(sign) for sign in found[0].signs] == ["waits"] and [str(sign) for sign in found[1].signs] == ["interest", "suggested"]
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}/candidates").text
    assert "Sudah menunggu pelatihan" in page and "Berminat pada kejuruan ini, asesmen menyarankan pelatihan" in page
    assert address(young, batch) not in page
    assert candidates_for(batch, make.user()) == []


def test_candidates_and_outlooks_cost_as_much_for_many_as_for_one(make, client, officer, statements):
    batch = batch_of(officer)
    case = case_of(make, officer, FAJAR)
    assessed(case, officer, {"G1": 2})
    client.sign_in(officer)
    one = statements(lambda: client.get(f"/training/batches/{batch.id}/candidates"))
    few = statements(lambda: client.get(f"/training/case/{case.id}"))
    for _ in range(4):
        other = case_of(make, officer, FAJAR)
        assessed(other, officer, {"C2": 2}, interests="barber")
        batch_of(officer)
    assert statements(lambda: client.get(f"/training/batches/{batch.id}/candidates")) == one
    assert statements(lambda: client.get(f"/training/case/{case.id}")) == few


# The keeper of the batch

def test_the_keeper_is_offered_a_place_in_the_team_and_joins_with_the_seat(make, client, officer, manager):
    keeper = make.user(name="Rina Keeper")
    batch, case = batch_of(keeper), case_of(make, officer, FAJAR)
    client.sign_in(officer)
    page = client.get(address(case, batch)).text
    tick = next(part.split(">")[0] for part in page.split("<input")[1:] if 'name="keeper_joins"' in part.split(">")[0])
    assert "checked" in tick and "Rina Keeper" in page
    client.post(address(case, batch), data=YES | {"keeper_joins": "y", "keeper": keeper.id})
    placement = Placement.get()
    assert placement.keeper_joins and not Case.whole_to(keeper).where(Case.id == case.id).exists()
    decide(placement, manager)
    keeper.__dict__.pop("_teams", None)
    assert Case.whole_to(keeper).where(Case.id == case.id).exists()


def test_for_a_restricted_case_the_tick_is_set_knowingly_and_nobody_is_asked_about_a_member(make, client, officer):
    keeper = make.user()
    hidden = make.case(by=officer, restricted=True, met=True)
    with db.unit():
        hidden.client.correct(by=officer, **FAJAR)
    client.sign_in(officer)
    page = client.get(address(hidden, batch_of(keeper))).text
    tick = next(part.split(">")[0] for part in page.split("<input")[1:] if 'name="keeper_joins"' in part.split(">")[0])
    assert "checked" not in tick
    assert 'name="keeper_joins"' not in client.get(address(hidden, batch_of(officer))).text


def test_after_the_last_day_to_join_nothing_is_proposed(make, client, officer):
    batch, case = batch_of(officer, join_until=date(2026, 4, 10)), case_of(make, officer, GROWN)
    client.sign_in(officer)
    clock.use(lambda: datetime(2026, 4, 10, 2, 0))
    assert "Kirim usulan" in client.get(address(case, batch)).text
    clock.use(lambda: datetime(2026, 4, 11, 2, 0))
    page = client.get(address(case, batch)).text
    assert "Kirim usulan" not in page and "10 April 2026" in page
    assert client.post(address(case, batch), data={}).status_code == 422 and not Placement.select().exists()
    assert batch.number not in client.get(f"/training/case/{case.id}").text


def test_a_batch_that_started_still_shows_what_fits(make, officer, manager):
    batch = batch_of(officer, starts=date(2026, 3, 2))
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    assert outlook(case_of(make, officer, FAJAR), batch).group == Verdict.FITS


def test_a_guardian_who_may_harm_is_no_basis(make, client, officer):
    batch, case = batch_of(officer), case_of(make, officer, FAJAR)
    with db.unit():
        case.client.add_relation(by=officer, name="Ibu Rahma", kind=RelationKind.MOTHER, guardian=True, exploiter=True)
    client.sign_in(officer)
    assert "keputusan Dinas Sosial sebagai pengasuh" in client.get(address(case, batch)).text
    answer = client.post(address(case, batch), data=YES)
    assert answer.status_code == 422 and WATCHED in answer.text
    assert not [each for each in case.client.consents if each.kind == ConsentKind.SERVICE]
