"""Results of one and of all, a result put right, and the visits of the year after: what a page says, keeps and refuses."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.audit import Entry
from portal.cases.models import Case
from portal.db import db
from portal.records import Revision, Transition
from portal.rules import followup, placement, training_result
from portal.rules.attendance import Mark
from portal.rules.followup import FollowUpStatus, Standing
from portal.rules.lifecycle import ClosingReason
from portal.rules.placement import BatchStep, LeaveReason, PlacementState, PlacementStep
from portal.rules.refused import Refused
from portal.training.aftercare.followups import FollowUp, milestones_of
from portal.training.aftercare.results import amend, reopen
from portal.training.aftercare.visits import visits_asked, visits_open
from portal.training.attendance.meetings import Meeting
from portal.training.models import Placement
from tests.test_training import batch_of, decide, proposed

COURSE = {"starts": date(2026, 3, 2), "ends": date(2026, 9, 30)}
ENDED = date(2026, 9, 30)
PAYS = {"allowance": 25_000, "min_attendance": 80}


@pytest.fixture
def officer(make):
    return make.user()


def it_is(day):
    clock.use(lambda: datetime(day.year, day.month, day.day, 2, 0))


def seated(make, officer, manager, people=1, terms=None, seats=20):
    """A running batch and its participants."""
    batch = batch_of(officer, seats=seats, terms=terms, **COURSE)
    placements = [decide(proposed(make, batch, officer), manager) for _ in range(people)]
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    return batch, placements


def ended(make, officer, manager, on=ENDED, **terms):
    """One who passed; it is that day."""
    _, (one,) = seated(make, officer, manager, **terms)
    it_is(on)
    with db.unit():
        return one.finish(PlacementStep.PASS, by=officer, ended_on=on, certificate="BLK/17")


def visit(one, on, status=FollowUpStatus.NOT_FOUND, by=None, **told):
    """It is that day, and somebody goes there."""
    it_is(on)
    with db.unit():
        return FollowUp.write(one, followup.milestone_on(one.ended_on, on), by=by or one.proposed_by, visited_on=on, status=status, **told)


def days_of(batch, officer, marks):
    """One meeting for each {placement: Mark}, from 2 March on."""
    for number, told in enumerate(marks):
        it_is(date(2026, 3, 2 + number))
        with db.unit():
            Meeting.hold(batch, by=officer, on=clock.today()).take({one.id: (mark, "") for one, mark in told.items()}, by=officer)


def refusal(verb, *args, **kwargs):
    with pytest.raises(Refused) as refused, db.unit():
        verb(*args, **kwargs)
    return refused.value.why


# Results

def test_one_page_writes_the_results_of_all(make, client, officer, manager):
    batch, (first, second, third) = seated(make, officer, manager, people=3, terms=PAYS)
    usual, last = {first: Mark.PRESENT, second: Mark.PRESENT, third: Mark.SICK}, {first: Mark.PRESENT, second: Mark.SICK, third: Mark.PRESENT}
    days_of(batch, officer, [usual] * 4 + [last])
    client.sign_in(officer)
    address = f"/training/batches/{batch.id}/results/edit"
    page = client.get(address).text
    # Who was there often enough stands ready as passed; of the third a person says it. Twenty per cent is what sickness left.
    assert page.count('selected value="pass"') == 2 and "di bawah 80%" in page and 'value="125.000"' in page and 'value="25.000"' in page
    sent = {"ended_on": "6-3-2026", "toolkit": "Alat cukur", f"step_{first.id}": "pass", f"certificate_{first.id}": "BLK/1",
            f"allowance_{first.id}": "125.000", f"practice_place_{first.id}": "Pangkas Rapi", f"step_{second.id}": "fail",
            f"allowance_{second.id}": "100.000", f"step_{third.id}": ""}
    response = client.post(address, data=sent)
    assert (response.status_code, response.location) == (303, f"/training/batches/{batch.id}/results")
    first, second, third = (Placement.get_by_id(each.id) for each in (first, second, third))
    assert [each.state for each in (first, second, third)] == [PlacementState.PASSED, PlacementState.NOT_PASSED, PlacementState.ACTIVE]
    assert (first.certificate, first.toolkit, first.allowance, first.practice_place, first.ended_on) == (
        "BLK/1", "Alat cukur", 125_000, "Pangkas Rapi", date(2026, 3, 6))
    assert (second.toolkit, second.allowance) == ("", 100_000)
    shown = client.get(response.location).text
    assert "BLK/1" in shown and "sejauh ini Rp25.000" in shown and "1 dari 2" in shown and "Catat hasil semua peserta" in shown


def test_what_does_not_fit_one_row_is_said_there_and_nothing_is_saved(make, client, officer, manager):
    batch, (first, second) = seated(make, officer, manager, people=2)
    client.sign_in(officer)
    address = f"/training/batches/{batch.id}/results/edit"
    base = {"ended_on": "2-3-2026", f"step_{first.id}": "pass", f"step_{second.id}": "fail"}
    for change, sentence in [
        ({f"certificate_{second.id}": "BLK/2"}, f"{second.case.number}: Nomor sertifikat hanya"), ({"ended_on": "1-3-2026"}, "baru menjadi peserta"),
        ({"ended_on": "3-3-2026"}, "sampai hari ini"), ({f"step_{first.id}": "", f"step_{second.id}": ""}, "paling sedikit satu"),
        ({"ended_on": ""}, "Tulis tanggal"), ({f"allowance_{first.id}": "banyak"}, "rupiah bulat"), ({f"step_{first.id}": "leave"}, "Pilih"),
        ({f"toolkit_{first.id}": "x" * 300}, "Terlalu panjang"),
    ]:
        response = client.post(address, data=base | {f"toolkit_{second.id}": "Gunting"} | change)
        assert (response.status_code, sentence in response.text, "Gunting" in response.text) == (422, True, True), change
    assert not Placement.select().where(Placement.ended_on.is_null(False)).exists()


def test_a_result_that_somebody_else_wrote_meanwhile_stands(make, client, officer, manager):
    batch, (first, second) = seated(make, officer, manager, people=2)
    with db.unit():
        first.finish(PlacementStep.FAIL, by=officer, ended_on=clock.today())
    client.sign_in(officer)
    response = client.post(f"/training/batches/{batch.id}/results/edit",
                           data={"ended_on": "2-3-2026", f"step_{first.id}": "pass", f"step_{second.id}": "pass", f"certificate_{first.id}": "9"})
    assert "1 peserta sudah mempunyai hasil dari orang lain" in client.get(response.location).text
    assert (Placement.get_by_id(first.id).state, Placement.get_by_id(second.id).state) == (PlacementState.NOT_PASSED, PlacementState.PASSED)


def test_the_results_are_written_by_whoever_sees_the_participants_in_outline_and_a_hidden_one_is_left_out(make, client, officer, manager):
    batch, (placement,) = seated(make, officer, manager)
    hidden = make.case(by=officer, restricted=True, met=True)
    with db.unit():
        other = Placement.begin(by=officer, batch=batch, case=Case.get_by_id(hidden.id), state=PlacementState.ACTIVE, seated_on=clock.today(),
                                proposed_by=officer, proposed_at=clock.now())
    client.sign_in(make.user())
    page = client.get(f"/training/batches/{batch.id}/results/edit").text
    assert f"step_{placement.id}" in page and f"step_{other.id}" not in page and hidden.number not in page and "Budi" not in page
    sent = {"ended_on": "2-3-2026", f"step_{placement.id}": "pass", f"step_{other.id}": "pass"}
    client.post(f"/training/batches/{batch.id}/results/edit", data=sent)
    assert (Placement.get_by_id(placement.id).state, Placement.get_by_id(other.id).state) == (PlacementState.PASSED, PlacementState.ACTIVE)
    page = client.get(f"/training/batches/{batch.id}/results").text
    assert hidden.number not in page and "L 1, P 0" in page
    assert Entry.select().where(Entry.action == "listed", Entry.subject == "batch").exists()


def test_without_workplace_practice_no_place_of_it_is_asked(make, client, officer, manager):
    batch, (placement,) = seated(make, officer, manager, terms={"work_practice": False})
    client.sign_in(officer)
    assert "praktik" not in client.get(f"/training/batches/{batch.id}/results/edit").text
    assert "praktik kerja" not in client.get(f"/training/placements/{placement.id}/result").text
    assert client.post(f"/training/placements/{placement.id}/result", data={"step": "pass", "ended_on": "2-3-2026"}).status_code == 303


def test_before_the_start_and_after_the_last_result_the_page_says_so(make, client, officer, manager):
    batch = batch_of(officer, **COURSE)
    one = decide(proposed(make, batch, officer), manager)
    client.sign_in(officer)
    assert "selama angkatan berlangsung" in client.get(f"/training/batches/{batch.id}/results/edit").text
    assert client.post(f"/training/batches/{batch.id}/results/edit", data={"ended_on": "2-3-2026", f"step_{one.id}": "pass"}).status_code == 422
    with db.unit():
        batch.go(BatchStep.START, by=officer)
        one.finish(PlacementStep.PASS, by=officer, ended_on=clock.today())
    assert "Semua peserta sudah mempunyai hasil" in client.get(f"/training/batches/{batch.id}/results/edit").text


def test_one_result_proposes_the_allowance_and_warns_of_poor_attendance(make, client, officer, manager):
    batch, (one,) = seated(make, officer, manager, terms=PAYS)
    days_of(batch, officer, [{one: Mark.PRESENT}, {one: Mark.SICK}, {one: Mark.PRESENT}])
    client.sign_in(officer)
    page = client.get(f"/training/placements/{one.id}/result").text
    assert "66%" in page and "80%" in page and 'value="50.000"' in page and "2 hari hadir × Rp25.000" in page
    response = client.post(f"/training/placements/{one.id}/result", data={"step": "fail", "ended_on": "4-3-2026", "certificate": "X"})
    assert response.status_code == 422 and "hanya untuk yang lulus" in response.text


# A result put right

def test_a_wrong_result_is_put_right_with_a_reason_and_stays_readable(make, client, officer, manager):
    one = ended(make, officer, manager)
    client.sign_in(officer)
    address = f"/training/placements/{one.id}/result/correction"
    assert 'value="BLK/17"' in client.get(address).text and "Perbaiki hasil" in client.get(f"/training/placements/{one.id}").text
    told = {"state": "not_passed", "ended_on": "29-9-2026", "certificate": "", "toolkit": "", "allowance": "", "seen": one.version}
    assert "Tulis mengapa" in client.post(address, data=told).text
    assert client.post(address, data=told | {"reason": "Salah baris."}).status_code == 303
    now = Placement.get_by_id(one.id)
    assert (now.state, now.ended_on, now.certificate) == (PlacementState.NOT_PASSED, date(2026, 9, 29), "")
    move = Transition.last_of(now)
    assert (move.step, move.before, move.reason) == (PlacementStep.FAIL_AFTER_ALL, "passed", "Salah baris.")
    assert Revision.last_of(now).values["certificate"] == "BLK/17"
    assert client.post(address, data=told | {"reason": "Sekali lagi.", "state": "passed"}).status_code == 409


def test_a_number_alone_is_put_right_too_and_a_certificate_needs_passing(make, officer, manager):
    one = ended(make, officer, manager)
    told = {"by": officer, "reason": "Salah ketik", "ended_on": ENDED}
    assert refusal(amend, one, state=PlacementState.NOT_PASSED, certificate="BLK/17", **told) == training_result.Why.CERTIFICATE_WITHOUT_PASSING
    assert refusal(amend, one, state=PlacementState.PASSED, **{**told, "ended_on": date(2026, 10, 1)}) == placement.Why.END_OUT_OF_RANGE
    with db.unit():
        amend(one, state=PlacementState.PASSED, certificate="BLK/71", **told)
    assert (one.state, one.certificate, Transition.last_of(one).step) == (PlacementState.PASSED, "BLK/71", PlacementStep.PASS_AFTER_ALL)


def test_another_day_of_the_end_moves_the_visits_to_their_milestones(make, officer, manager):
    one = ended(make, officer, manager, on=date(2026, 6, 30))
    row = visit(one, date(2026, 9, 18), FollowUpStatus.WORKING)
    assert row.months == 3
    told = {"by": officer, "reason": "Salah bulan", "state": PlacementState.PASSED}
    with db.unit():
        amend(one, ended_on=date(2026, 7, 31), **told)
    assert FollowUp.get().months == 1
    assert refusal(amend, one, ended_on=date(2026, 9, 10), **told) == followup.Why.VISIT_TOO_EARLY
    assert Placement.get_by_id(one.id).ended_on == date(2026, 7, 31)


def test_why_somebody_left_is_put_right(make, client, officer, manager):
    _, (one,) = seated(make, officer, manager)
    with db.unit():
        one.leave(LeaveReason.RAN_AWAY, by=officer, ended_on=clock.today())
    client.sign_in(officer)
    address = f"/training/placements/{one.id}/result/correction"
    page = client.get(address).text
    assert "Alasan keluar" in page and "Nomor sertifikat" not in page and "Angkatan dibatalkan" not in page
    assert client.post(address, data={"leave_reason": "batch_cancelled", "ended_on": "2-3-2026", "reason": "x"}).status_code == 422
    assert client.post(address, data={"leave_reason": "ill", "ended_on": "2-3-2026", "reason": "Ternyata dirawat."}).status_code == 303
    now = Placement.get_by_id(one.id)
    assert (now.leave_reason, now.state, Transition.last_of(now).step) == (LeaveReason.ILL, PlacementState.LEFT_EARLY, PlacementStep.AMEND_DEPARTURE)


def test_a_result_of_the_wrong_person_is_taken_back_while_the_course_runs(make, client, officer, manager):
    batch, (one, other) = seated(make, officer, manager, people=2)
    with db.unit():
        one.finish(PlacementStep.PASS, by=officer, ended_on=clock.today(), certificate="BLK/17", allowance=1)
    client.sign_in(officer)
    address = f"/training/placements/{one.id}/result/reopening"
    assert "Masih mengikuti pelatihan?" in client.get(f"/training/placements/{one.id}/result/correction").text
    assert client.post(address, data={"seen": one.version}).status_code == 409
    assert client.post(address, data={"seen": one.version, "reason": "Tertukar nama."}).status_code == 303
    now = Placement.get_by_id(one.id)
    assert (now.state, now.ended_on, now.certificate, now.allowance, batch.taken) == (PlacementState.ACTIVE, None, "", None, 2)
    with db.unit():
        for each in (now, other):
            each.finish(PlacementStep.PASS, by=officer, ended_on=clock.today())
        batch.fresh().go(BatchStep.END, by=officer)
    assert refusal(reopen, now, by=officer, reason="Keliru") == placement.Why.COURSE_OVER


def test_who_left_comes_back_only_to_a_seat_that_nobody_has(make, officer, manager):
    _, (one,) = seated(make, officer, manager, seats=1)
    with db.unit():
        one.leave(LeaveReason.RAN_AWAY, by=officer, ended_on=clock.today())
        reopen(one, by=officer, reason="Kembali sore itu juga")
    assert (one.state, one.leave_reason) == (PlacementState.ACTIVE, None)
    decide(proposed(make, one.batch, officer), manager)
    with db.unit():
        one.leave(LeaveReason.RAN_AWAY, by=officer, ended_on=clock.today())
    assert refusal(reopen, one, by=officer, reason="Kembali lagi") == placement.Why.SEAT_GIVEN_AWAY


def test_a_result_with_visits_is_not_taken_back(make, officer, manager):
    one = ended(make, officer, manager)
    row = visit(one, date(2026, 10, 20))
    assert refusal(reopen, one, by=officer, reason="Keliru") == followup.Why.VISITED
    with db.unit():
        row.cancel(by=officer, reason="Salah orang")
        assert reopen(one, by=officer, reason="Keliru").state == PlacementState.ACTIVE


# Visits

def standings(one):
    return [each.standing for each in milestones_of(one)]


def test_a_year_of_visits(make, officer, manager):
    one = ended(make, officer, manager)
    assert [each.due for each in milestones_of(one)] == [date(2026, 10, 30), date(2026, 12, 30), date(2027, 3, 30), date(2027, 9, 30)]
    assert standings(one) == [Standing.AHEAD] * 4 and visits_open(officer) == []
    it_is(date(2026, 10, 16))
    assert [each.is_asked for each in visits_open(officer)] == [False] and visits_asked(officer) == []
    it_is(date(2026, 10, 30))
    (asked,) = visits_asked(officer)
    assert (asked.months, asked.since, asked.again, asked.last) == (1, date(2026, 10, 30), False, None)
    visit(one, date(2026, 10, 31))
    assert visits_asked(officer) == [] and standings(one)[0] == Standing.TRIED
    it_is(date(2026, 11, 29))
    assert visits_asked(officer) == []
    it_is(date(2026, 11, 30))
    (asked,) = visits_asked(officer)
    assert (asked.since, asked.again, asked.tries, standings(one)[0]) == (date(2026, 11, 30), True, 1, Standing.AGAIN)
    visit(one, date(2026, 12, 1), FollowUpStatus.WORKING, income=1_200_000, uses_skill=True)
    assert (visits_open(officer), standings(one)[0], FollowUp.select().count()) == ([], Standing.FOUND, 2)
    visit(one, date(2027, 9, 20), FollowUpStatus.WORKING)
    it_is(date(2030, 1, 1))
    assert visits_open(officer) == [] and standings(one) == [Standing.FOUND, Standing.UNKNOWN, Standing.UNKNOWN, Standing.FOUND]


def test_not_found_at_last_keeps_asking(make, officer, manager):
    one = ended(make, officer, manager)
    for number in range(4):
        visit(one, date(2028 + number, 1, 1))
    it_is(date(2031, 1, 30))
    assert visits_asked(officer) == []
    it_is(date(2031, 1, 31))
    (asked,) = visits_asked(officer)
    assert (asked.months, asked.tries) == (12, 4)


def test_the_shortest_month_is_not_forgotten(make, officer, manager):
    one = ended(make, officer, manager, on=date(2027, 1, 31))
    it_is(date(2027, 2, 13))
    assert visits_open(officer) == []
    it_is(date(2027, 2, 14))
    assert [each.months for each in visits_open(officer)] == [1]
    it_is(date(2027, 2, 28))
    assert [each.placement for each in visits_asked(officer)] == [one]


def test_of_the_dead_and_of_those_who_went_on_elsewhere_nothing_is_asked(make, officer, manager):
    one, moved = ended(make, officer, manager), ended(make, officer, manager)
    it_is(date(2026, 10, 30))
    assert len(visits_asked(officer)) == 2
    with db.unit():
        one.case.change(by=officer, closing_reason=ClosingReason.DIED)
        following = Placement.begin(by=officer, batch=one.batch, case=moved.case, state=PlacementState.WAITING, follows=moved, proposed_by=officer,
                                    proposed_at=clock.now())
    assert [each.placement for each in visits_asked(officer)] == [moved]
    with db.unit():
        following.change(by=officer, state=PlacementState.ACTIVE)
    assert visits_asked(officer) == [] and milestones_of(moved) == []


def test_whose_visits_a_person_is_asked_for(make, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2026, 10, 30))
    assert [len(visits_asked(user)) for user in (officer, manager, make.user())] == [1, 1, 0]
    assert visits_asked(officer, Placement.whole_to(officer).where(Placement.id != one.id)) == []


CANNOT_BE = (
    ({"visited_on": "15-10-2026"}, "16-10-2026"), ({"visited_on": "1-11-2026"}, "sampai hari ini"), ({"visited_on": ""}, "Tulis tanggal"),
    ({"status": ""}, "Pilih keadaannya"), ({"status": "not_found"}, "Orangnya tidak ditemukan"), ({"income": "sejuta"}, "rupiah bulat"),
    ({"place": "x" * 300}, "Terlalu panjang"),
)


def test_a_visit_that_cannot_be_keeps_what_was_typed(make, client, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2026, 10, 31))
    client.sign_in(officer)
    told = {"visited_on": "30-10-2026", "status": "working", "income": "1.200.000", "place": "Pangkas", "uses_skill": "yes", "note": "Betah di sana."}
    for change, sentence in CANNOT_BE:
        response = client.post(f"/training/placements/{one.id}/follow-ups/1", data=told | change)
        assert response.status_code == 422 and sentence in response.text and "Betah di sana." in response.text, change
        assert not FollowUp.select().exists(), change


def test_a_visit_is_written_corrected_and_cancelled(make, client, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2026, 10, 31))
    client.sign_in(officer)
    address = f"/training/placements/{one.id}/follow-ups/1"
    assert 'value="31-10-2026"' in client.get(address).text and client.get(address.replace("/1", "/2")).status_code == 404
    told = {"visited_on": "31-10-2026", "status": "not_found", "note": "Dicari di rumah bibinya."}
    response = client.post(address, data=told)
    assert "dicari lagi mulai 30 November 2026" in client.get(response.location).text and "setelah 30 hari" not in client.get(response.location).text
    row = FollowUp.get()
    assert "Dicari di rumah bibinya." in client.get(address).text
    own = f"/training/visits/{row.id}"
    assert client.get(own).status_code == 200
    assert client.post(own, data=told | {"status": "school", "seen": row.version, "place": "SMKN 1"}).status_code == 303
    assert client.post(own, data=told | {"seen": row.version, "status": "idle"}).status_code == 409
    assert "SMKN 1" in client.get(f"/training/placements/{one.id}").text
    assert client.post(own, data=told | {"visited_on": "20-12-2026", "seen": 2}).status_code == 422
    assert client.post(f"{own}/cancellation", data={"seen": 2, "reason": " "}).status_code == 409
    assert client.post(f"{own}/cancellation", data={"seen": 2, "reason": "Salah orang."}).status_code == 303
    assert "SMKN 1" not in client.get(f"/training/placements/{one.id}").text and "Salah orang." in client.get(own).text
    assert client.post(own, data=told | {"seen": 3}).status_code == 422
    assert standings(one)[0] == Standing.DUE


def test_one_sending_twice_is_one_visit(make, client, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2026, 10, 30))
    client.sign_in(officer)
    address = f"/training/placements/{one.id}/follow-ups/1"
    token = client.get(address).text.split('name="form_token" value="')[1].split('"')[0]
    for _ in range(2):
        assert client.post(address, data={"visited_on": "30-10-2026", "status": "idle", "form_token": token}).status_code == 303
    assert FollowUp.select().count() == 1


def test_a_missed_visit_is_written_down_late_but_only_for_its_own_days(make, client, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2027, 1, 10))
    client.sign_in(officer)
    page = client.get(f"/training/placements/{one.id}/follow-ups/1").text
    assert 'value="15-12-2026"' in page
    assert client.post(f"/training/placements/{one.id}/follow-ups/1", data={"visited_on": "10-1-2027", "status": "idle"}).status_code == 422
    assert client.post(f"/training/placements/{one.id}/follow-ups/1", data={"visited_on": "1-12-2026", "status": "idle"}).status_code == 303
    assert "Belum waktunya" in client.get(f"/training/placements/{one.id}/follow-ups/12").text


def test_who_is_back_on_the_street_is_not_left_at_that(make, client, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2026, 10, 30))
    client.sign_in(officer)
    response = client.post(f"/training/placements/{one.id}/follow-ups/1", data={"visited_on": "30-10-2026", "status": "back_on_street"})
    assert "Bicarakan langkah berikutnya" in client.get(response.location).text


def test_a_report_after_the_course_is_a_hint_for_the_visit_and_changes_no_figure(make, client, officer, manager):
    one = ended(make, officer, manager)
    it_is(date(2026, 10, 20))
    sighting = make.report(by=officer)
    with db.unit():
        sighting.people.get().change(by=officer, client=one.case.client)
    client.sign_in(officer)
    page = client.get(f"/training/placements/{one.id}/follow-ups/1").text
    assert sighting.number in page and one.case.reports.get().number not in page
    assert standings(one)[0] == Standing.OPEN
    secret = make.report(by=manager, restricted=True)
    with db.unit():
        secret.people.get().change(by=manager, client=one.case.client)
    assert secret.number not in client.get(f"/training/placements/{one.id}/follow-ups/1").text


def test_the_page_of_visits_says_who_is_waited_for(make, client, officer, manager):
    one, other = ended(make, officer, manager), ended(make, officer, manager)
    visit(one, date(2026, 10, 30))
    visit(one, date(2026, 11, 30))
    it_is(date(2026, 12, 30))
    client.sign_in(officer)
    page = client.get("/training/visits").text
    assert one.case.number in page and "2 kali tidak ditemukan" in page and "belum pernah" in page
    assert f"/training/placements/{one.id}/follow-ups/3" in page
    assert page.index(other.case.number) < page.index(one.case.number)
    client.sign_in(make.user())
    assert "Tidak ada kunjungan" in client.get("/training/visits").text
    client.sign_in(manager)
    assert one.case.number in client.get("/training/visits").text and "Catat kunjungan" not in client.get("/training/visits").text


def test_pages_cost_as_much_for_many_as_for_one(make, client, officer, manager, statements):
    (small, few), (large, many) = seated(make, officer, manager, people=2), seated(make, officer, manager, people=6)
    it_is(ENDED)
    with db.unit():
        for one in (few[0], *many[:4]):
            one.finish(PlacementStep.PASS, by=officer, ended_on=ENDED)
    visit(few[0], date(2026, 10, 20))
    client.sign_in(officer)

    def costs(*paths):
        return [statements(lambda path=path: client.get(path)) for path in paths]
    visits = costs("/training/visits")
    for one in many[:4]:
        visit(one, date(2026, 10, 20))
    for page in ("results", "results/edit"):
        assert len(set(costs(f"/training/batches/{small.id}/{page}", f"/training/batches/{large.id}/{page}"))) == 1, page
    assert costs("/training/visits") == visits
