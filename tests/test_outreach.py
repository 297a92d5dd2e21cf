"""Outreach trips: their team and points, whom they look for, the duty letter, what they found, and twelve children in one go."""
from datetime import timedelta

import pytest

from portal import audit, clock
from portal.accounts.teams import CareTeam
from portal.cases.history import Try
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.outreach.models import Outreach
from portal.outreach.targets import Target, seek, tell_of
from portal.records import Print, Transition
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.categories import Category
from portal.rules.lifecycle import Stage, TryOutcome
from portal.rules.outreach import Finding, Purpose, TripState
from portal.rules.refused import Refused
from portal.rules.report import PersonOutcome
from portal.rules.roles import Role

PLAN = {"purpose": "patrol", "planned_on": "besok", "shift": "evening", "points-0-district": "99.01.01", "points-0-place": "Simpang pasar",
        "points-1-district": "99.01.02", "points-1-place": "Pantai", "outsiders": "Made Suardana, Satpol PP"}
HEAD = {"narrative": "Dua belas anak tidur di emperan pasar.", "danger": "unknown", "district": "99.01.01", "place": "Pasar",
        "received_at": "sekarang"}


@pytest.fixture
def officer(client, make):
    return client.sign_in(make.user(name="Siti Rahmawati"))


def planned(officer, *, crew=(), **details):
    with db.unit():
        return Outreach.plan(by=officer, lead=officer, crew=[each.id for each in crew], points=[["99.01.01", "Terminal"]],
                             **{"purpose": Purpose.SEARCH, "planned_on": clock.today()} | details)


def left(officer, **details):
    trip = planned(officer, **details)
    with db.unit():
        return trip.leave(by=officer, at=clock.now())


def sought(trip, record, *, by):
    with db.unit():
        return seek(trip, record.number, by=by)


def later(**span):
    now = clock.now() + timedelta(**span)
    clock.use(lambda: now)


def fresh(row):
    return type(row).get_by_id(row.id)


def test_a_trip_is_planned_with_its_team_and_its_points_in_order(client, officer, make):
    mate = make.user(name="Hadi Kusuma")
    shown = client.post("/outreach/new", data=PLAN | {"lead": officer.id, "crew": [officer.id, mate.id]})
    trip = Outreach.get()
    assert shown.location == f"/outreach/{trip.id}" and trip.points == [["99.01.01", "Simpang pasar"], ["99.01.02", "Pantai"]]
    assert [user.name for user in trip.officers] == ["Siti Rahmawati", "Hadi Kusuma"] and trip.planned_on == clock.today() + timedelta(1)
    page = client.get(shown.location).text
    assert all(text in page for text in ("Patroli rutin", "Simpang pasar", "Pantai Baru", "Hadi Kusuma", "Made Suardana, Satpol PP", "Malam"))
    assert {member.user.id for member in trip.care_team.members()} == {officer.id, mate.id}


@pytest.mark.parametrize("wrong, sentence", [
    ({"points-0-district": ""}, "Pilih kecamatan titik ini."), ({"points-1-district": ""}, "Pilih kecamatan titik ini."),
    ({"planned_on": "kapan-kapan"}, "tanggal"), ({"lead": ""}, "Pilih ketua timnya."), ({"purpose": ""}, "Pilih tujuannya.")])
def test_what_is_missing_is_said_and_everything_typed_stays(client, officer, wrong, sentence):
    response = client.post("/outreach/new", data=PLAN | {"lead": officer.id} | wrong)
    assert response.status_code == 422 and sentence in response.text
    assert "Made Suardana" in response.text and "Simpang pasar" in response.text and not Outreach.select().exists()


def test_the_list_is_filtered_by_any_kecamatan_on_the_way_and_searched_by_place(client, officer):
    client.post("/outreach/new", data=PLAN | {"lead": officer.id})
    assert "Simpang pasar" in client.get("/outreach/").text
    assert "Simpang pasar" in client.get("/outreach/?district=99.01.02").text
    assert "Simpang pasar" not in client.get("/outreach/?district=99.01.03").text
    assert "Simpang pasar" in client.get(client.post("/outreach/search", data={"q": "simpang"}).location).text


def test_a_trip_begun_at_a_case_looks_for_its_client(client, officer, make):
    case = make.case(by=officer)
    assert "Rencanakan penjangkauan" in client.get(f"/cases/{case.id}").text
    client.post(f"/outreach/new?case={case.id}", data=PLAN | {"lead": officer.id})
    assert [target.case_id for target in Target.select()] == [case.id]
    assert case.number in client.get("/outreach/1").text


def test_others_see_the_trip_and_only_its_team_works_on_it(client, officer, make):
    trip, report = left(officer), make.report(by=officer)
    sought(trip, report, by=officer)
    client.sign_in(make.user())
    page = client.get(f"/outreach/{trip.id}")
    assert page.status_code == 200 and "A.P." in page.text and "Andi" not in page.text and "Catat hasil" not in page.text
    assert client.get(f"/outreach/{trip.id}/edit").status_code == client.get(f"/outreach/{trip.id}/met").status_code == 404
    assert client.post(f"/outreach/{trip.id}/prints", data={"paper": "f4"}).status_code == 404


def test_a_hidden_report_is_not_on_the_trip_for_those_outside_not_even_as_a_count(client, officer, make):
    trip, hidden = left(officer), make.report(by=officer, restricted=True)
    client.sign_in(make.user())
    before = client.get(f"/outreach/{trip.id}").text
    (target,) = sought(trip, hidden, by=officer)
    with db.unit():
        target.tell(Finding.MET, by=officer, at=clock.now(), place="Rahasia")
    after = client.get(f"/outreach/{trip.id}").text
    assert hidden.number not in after and "1 orang" not in after and "Rahasia" not in after and len(after) == len(before)


def test_only_a_number_one_works_on_can_be_looked_for_and_once(client, officer, make):
    trip, theirs, mine = planned(officer), make.report(by=make.user()), make.report(by=officer)
    for number, sentence in ((theirs.number, "yang Anda tangani"), ("KL-2026-00001", "yang Anda tangani"), ("entah", "yang Anda tangani")):
        response = client.post(f"/outreach/{trip.id}/targets", data={"number": number})
        assert response.status_code == 422 and sentence in response.text and number in response.text
    assert client.post(f"/outreach/{trip.id}/targets", data={"number": mine.number.lower()}).status_code == 303
    assert "sudah ada dalam daftar" in client.post(f"/outreach/{trip.id}/targets", data={"number": mine.number}).text


def test_a_result_on_a_trip_is_a_try_of_the_case_and_moves_it(client, officer, make):
    case, trip = make.case(by=officer), left(officer)
    (target,) = sought(trip, case, by=officer)
    shown = client.post(f"/outreach/targets/{target.id}", data={
        "finding": "sheltered", "at": "sekarang", "place": "Terminal", "who_met": "Pamannya", "help_given": "Makan malam", "text": "Lelah."})
    assert shown.location == f"/outreach/{trip.id}"
    attempt = Try.get()
    assert (attempt.case_id, attempt.outcome, attempt.who_met) == (case.id, TryOutcome.MET, "Pamannya")
    assert attempt.help_given == "Dibawa ke rumah singgah. Makan malam"
    assert fresh(case).stage == Stage.ASSESSMENT and fresh(target).attempt_id == attempt.id
    page = client.get(f"/cases/{case.id}").text
    assert "Bertemu: Pamannya" in page and "Dibawa ke rumah singgah" in page
    assert "sudah dicatat" in client.post(f"/outreach/targets/{target.id}", data={"finding": "met", "at": "sekarang"}).text


def test_results_wait_for_the_departure(client, officer, make):
    trip = planned(officer)
    (target,) = sought(trip, make.case(by=officer), by=officer)
    response = client.post(f"/outreach/targets/{target.id}", data={"finding": "not_found", "at": "sekarang", "text": "Tidak ada di terminal"})
    assert response.status_code == 422 and "Catat keberangkatannya dahulu" in response.text and "Tidak ada di terminal" in response.text


def test_three_failed_trips_allow_the_closure_and_stop_the_clock(client, officer, make):
    case = make.case(by=officer)
    for count in (1, 2, 3):
        assert client.post(f"/cases/{case.id}/closure", data={"reason": "not_found", "text": "Tidak ditemukan"}).status_code == 422
        later(hours=2)
        trip = left(officer)
        (target,) = sought(trip, case, by=officer)
        client.post(f"/outreach/targets/{target.id}", data={"finding": "not_found", "at": "sekarang", "place": "Terminal"})
        words = f"{count} dari 3 kunjungan gagal"
        assert words in client.get(f"/outreach/{trip.id}").text and words in client.get(f"/cases/{case.id}").text
    assert fresh(case).met_at == clock.now() and fresh(case).search_over
    assert client.post(f"/cases/{case.id}/closure", data={"reason": "not_found", "text": "Tidak ditemukan"}).status_code == 303
    assert Decision.open_about(case)


def test_tries_before_there_is_a_case_stand_on_the_report_and_go_over_to_the_case(client, officer, make):
    report, trip = make.triaged(by=officer), left(officer)
    (target,) = sought(trip, report, by=officer)
    for finding in ("not_found", "refused"):
        later(hours=1)
        client.post(f"/outreach/people/{target.person_id}", data={"finding": finding, "at": "sekarang", "place": "Terminal"})
    assert "2 dari 3 kunjungan gagal" in client.get(f"/reports/{report.id}").text
    later(minutes=30)
    client.post(f"/outreach/targets/{target.id}", data={"finding": "met", "at": "sekarang", "place": "Pasar", "who_met": "Anak itu sendiri"})
    met = clock.now()
    assert "Bertemu: Anak itu sendiri" in client.get(f"/reports/{report.id}").text
    with db.unit():
        person = fresh(report).people[0]
        newcomer = person.becomes_client(by=officer)
        fresh(report).verify(by=officer)
    later(hours=1)
    with db.unit():
        case = Case.open_for(newcomer, by=officer, report=fresh(report), category="04")
    assert case.tries.count() == 3 and case.met_at == met and case.stage == Stage.ASSESSMENT


def test_a_manager_who_lets_a_report_go_reads_how_often_its_people_were_looked_for(client, officer, make):
    report = make.report(by=officer)
    person = report.people[0]
    for _visit in range(3):
        later(hours=1)
        client.post(f"/outreach/people/{person.id}", data={"finding": "not_found", "at": "sekarang"})
    page = client.get(f"/reports/{report.id}").text
    assert "3 dari 3 kunjungan gagal" in page and "diusulkan tidak terbukti" in page
    client.post(f"/reports/{report.id}/disposition", data={"step": "find_unfounded", "reason": "Tiga kali dicari"})
    told = dict(Decision.get().snapshot)["Kunjungan lapangan"]
    assert told.count("tidak ditemukan") == 3


def test_a_report_that_is_gone_takes_no_visit(client, officer, make):
    report = make.report(by=officer)
    with db.unit():
        report.cancel(by=officer, reason="Salah tulis")
    response = client.post(f"/outreach/people/{report.people[0].id}", data={"finding": "met", "at": "sekarang"})
    assert response.status_code == 422 and not Try.select().exists()


def rows(count, **cells):
    """What a browser sends: twelve rows at least, `count` of them filled."""
    told = {f"people-{n}-{name}": "" for n in range(12) for name in ("name", "sex", "birth", "marks", "companion")}
    for n in range(count):
        told |= {f"people-{n}-name": f"Anak {n}", f"people-{n}-sex": "P" if n % 3 == 0 else "L", f"people-{n}-birth": str(7 + n)}
    return HEAD | told | cells


def test_twelve_children_are_one_report_whose_people_were_met(client, officer, make):
    mate = make.user()
    trip = left(officer, crew=[mate])
    later(minutes=40)
    shown = client.post(f"/outreach/{trip.id}/met", data=rows(12, **{"people-3-marks": "Baju merah", "people-3-companion": "kakaknya"}))
    report = Report.get()
    assert shown.location == f"/reports/{report.id}/triage" and report.channel == "outreach" and report.received_at == clock.now()
    assert [person.position for person in report.persons] == list(range(1, 13)) and report.persons[3].companion == "kakaknya"
    assert Try.select().where(Try.outcome == TryOutcome.MET).count() == Target.select().where(Target.trip == trip).count() == 12
    assert mate.id in {member.user_id for member in report.care_team.members()}
    assert "12 orang: 4 perempuan, 8 laki-laki" in client.get(f"/outreach/{trip.id}").text
    page = client.get(shown.location).text
    assert page.count("Catat sebagai klien baru") == 12


def test_empty_rows_count_for_nothing_and_a_row_without_a_name_is_somebody(client, officer):
    client.post("/reports/many", data=rows(0) | {"channel": "satpol_pp", "people-0-name": "Dede", "people-5-sex": "L", "people-9-birth": "12"})
    report = Report.get()
    assert [(person.name, person.sex) for person in report.persons] == [("Dede", None), ("", "L"), ("", None)] and report.channel == "satpol_pp"


def test_each_bad_cell_has_its_own_sentence_and_everything_stays(client, officer):
    sent = rows(3, **{"channel": "outreach", "people-1-birth": "umur seratus lebih", "people-2-name": "x" * 300, "people-2-companion": "neneknya"})
    response = client.post("/reports/many", data=sent)
    assert response.status_code == 422 and not Report.select().exists()
    assert 'id="people-1-birth-error"' in response.text and 'id="people-2-name-error"' in response.text
    assert all(kept in response.text for kept in ("umur seratus lebih", "neneknya", "Anak 0", "Dua belas anak tidur"))


def test_nobody_at_all_is_asked_for(client, officer):
    response = client.post("/reports/many", data=HEAD | {"channel": "outreach"})
    assert response.status_code == 422 and "paling sedikit satu anak" in response.text and not Report.select().exists()


def test_more_rows_come_without_losing_any_up_to_thirty(client, officer):
    sent = rows(12, channel="outreach", add_rows="1")
    page = client.post("/reports/many", data=sent).text
    assert page.count('name="people-') == 17 * 5 and "Anak 11" in page
    full = client.post("/reports/many", data=rows(30, channel="outreach", add_rows="1")).text
    assert full.count('name="people-') == 30 * 5 and "Tambah 5 baris" not in full


def test_a_second_click_saves_the_twelve_once(client, officer):
    sent = rows(12, channel="outreach", form_token=token_of(client.get("/reports/many")))
    assert client.post("/reports/many", data=sent).location == client.post("/reports/many", data=sent).location
    assert Report.select().count() == 1


def token_of(response):
    return next(each["value"] for each in response.page.all("input") if each.get("name") == "form_token")


def test_the_team_leaves_comes_back_and_says_what_it_gave(client, officer):
    trip = planned(officer)
    assert client.post(f"/outreach/{trip.id}/departure", data={"at": "sekarang"}).status_code == 303
    later(hours=3)
    wrong = client.post(f"/outreach/{trip.id}/return", data={"arrived_at": "2-3-2026 09.00", "ended_at": "sekarang", "handed_out": "12 paket"})
    assert wrong.status_code == 422 and "berangkat, tiba, lalu selesai" in wrong.text and "12 paket" in wrong.text
    client.post(f"/outreach/{trip.id}/return", data={"arrived_at": "2-3-2026 10.30", "ended_at": "sekarang", "handed_out": "12 paket"})
    assert fresh(trip).state == TripState.DONE and "12 paket" in client.get(f"/outreach/{trip.id}").text
    assert [move.step for move in Transition.of(trip)] == ["plan", "leave", "come_back"] and audit.verify() is None


def test_who_leaves_without_a_letter_owes_it_within_a_working_day(client, officer, head):
    trip = left(officer)
    assert "menyusul paling lambat 3 Mar 2026 16.00" in client.get(f"/outreach/{trip.id}").text
    client.post(f"/outreach/{trip.id}/letter", data={"official": head.id, "code": "400.9.2.2"})
    assert "wajib menyusul" not in client.get(f"/outreach/{trip.id}").text


def test_the_duty_letter_is_issued_once_with_the_team_and_without_a_child(client, officer, make, head):
    report = make.report(by=officer)
    trip = planned(officer, outsiders="Made Suardana, Satpol PP")
    sought(trip, report, by=officer)
    draft = client.get(client.post(f"/outreach/{trip.id}/prints", data={"paper": "f4"}).location)
    assert "KONSEP" in draft.text and "400.9.2.2/" not in draft.text
    client.post(f"/outreach/{trip.id}/letter", data={"official": head.id, "code": "400.9.2.2"})
    letter = Letter.get()
    assert letter.number == "400.9.2.2/0001/DINSOS/2026" and fresh(trip).letter == letter
    paper = client.get(client.post(f"/outreach/{trip.id}/prints", data={"paper": "a4"}).location).text
    for text in ("SURAT TUGAS", letter.number, "Siti Rahmawati", "Made Suardana, Satpol PP", report.number, "Terminal, Kecamatan Kota Melati",
                 "NIP 19750817 200012 2 001", "salinan ke-2", "2 Maret 2026"):
        assert text in paper, text
    assert "KONSEP" not in paper and "Andi" not in paper
    assert Print.select().where(Print.kind == "duty_letter").count() == 2
    assert client.post(f"/outreach/{trip.id}/letter", data={"official": head.id, "code": "400.9.2.2"}).status_code == 422
    assert client.get(f"/letters/{letter.id}").status_code == 200


def test_a_hidden_report_gives_the_letter_no_number_of_its_own(officer, make):
    trip, hidden = planned(officer), make.report(by=officer, restricted=True)
    sought(trip, hidden, by=officer)
    assert hidden.number not in str(trip.text)


def test_an_issued_letter_holds_the_plan_until_it_is_cancelled(client, officer, head):
    trip = planned(officer)
    client.post(f"/outreach/{trip.id}/letter", data={"official": head.id, "code": "400.9.2.2"})
    sent = PLAN | {"lead": officer.id, "seen": fresh(trip).version}
    assert "Surat tugasnya sudah terbit" in client.post(f"/outreach/{trip.id}/edit", data=sent).text
    client.post(f"/outreach/{trip.id}/letter/cancellation", data={"reason": "Titik berubah"})
    assert Letter.get().state == "cancelled" and fresh(trip).letter is None
    assert client.post(f"/outreach/{trip.id}/edit", data=sent | {"seen": fresh(trip).version}).status_code == 303
    client.post(f"/outreach/{trip.id}/letter", data={"official": head.id, "code": "400.9.2.2"})
    assert fresh(trip).letter.number == "400.9.2.2/0002/DINSOS/2026"
    assert "0001/DINSOS" in client.get(f"/outreach/{trip.id}").text


def test_a_cancelled_trip_cancels_its_letter_and_needs_a_reason(client, officer, head):
    trip = planned(officer)
    client.post(f"/outreach/{trip.id}/letter", data={"official": head.id, "code": "400.9.2.2"})
    assert client.post(f"/outreach/{trip.id}/cancellation", data={"reason": ""}).status_code == 409
    client.post(f"/outreach/{trip.id}/cancellation", data={"reason": "Hujan lebat"})
    assert fresh(trip).state == TripState.CANCELLED and Letter.get().state == "cancelled"


def test_who_no_longer_goes_no_longer_works_on_the_trip(client, officer, make):
    mate = make.user()
    trip = planned(officer, crew=[mate])
    client.post(f"/outreach/{trip.id}/edit", data=PLAN | {"lead": officer.id, "seen": fresh(trip).version})
    team = CareTeam.get_by_id(trip.care_team_id)
    assert {member.user_id for member in team.members()} == {officer.id}


def test_two_who_type_at_once_are_told(client, officer):
    trip = planned(officer)
    client.post(f"/outreach/{trip.id}/edit", data=PLAN | {"lead": officer.id, "seen": trip.version})
    other = PLAN | {"lead": officer.id, "seen": trip.version, "points-0-place": "Stasiun"}
    assert client.post(f"/outreach/{trip.id}/edit", data=other).status_code == 409


def test_a_settled_person_is_not_looked_for(officer, make):
    report, trip = make.report(by=officer), planned(officer)
    with db.unit():
        report.people[0].set_aside(PersonOutcome.NOT_NEEDED, by=officer)
    with db.unit(), pytest.raises(Refused):
        seek(trip, report.number, by=officer)


def lost(officer, make):
    """(the trip's target, a case of others): the person of the officer's report is their client, whose team the officer has left."""
    owner = make.user()
    case, report = make.case(by=owner, person={"name": "Zefanya Wirajaya"}), make.report(by=officer, people=[{"name": "Adik kecil"}])
    trip = left(officer)
    with db.unit():
        case.tried(TryOutcome.NOT_FOUND, by=owner, place="Gubuk di muara")
        report.persons[0].is_known(case.client, by=officer)
        (target,) = seek(trip, report.number, by=officer)
        case.care_team.leave(officer, by=owner)
    officer.__dict__.pop("_teams", None)
    return target, case


def test_a_result_tells_and_touches_no_case_that_its_writer_does_not_see_whole(client, officer, make):
    target, case = lost(officer, make)
    page = client.get(f"/outreach/targets/{target.id}").text
    assert "Adik kecil" in page and "Zefanya" not in page and "muara" not in page
    assert client.post(f"/outreach/targets/{target.id}", data={"finding": "met", "at": "sekarang"}).status_code == 303
    assert client.post(f"/outreach/people/{target.person_id}", data={"finding": "met", "at": "sekarang"}).status_code == 303
    assert [each.outcome for each in case.tries] == [TryOutcome.NOT_FOUND] and fresh(case).stage == Stage.OUTREACH
    assert Try.select().where(Try.person == target.person_id).count() == 2


@pytest.mark.parametrize("kind", ["case", "report"])
def test_a_trip_to_a_hidden_record_is_hidden_with_the_place_it_goes_to(client, officer, make, kind):
    record = make.case(by=officer, restricted=True) if kind == "case" else make.report(by=officer, restricted=True)
    plan = PLAN | {"purpose": "search", "lead": str(officer.id), "points-0-place": "Gubuk di muara"}
    trip = client.post(f"/outreach/new?{kind}={record.id}", data=plan).location
    assert "Terbatas" in client.get(trip).text
    client.sign_in(make.user())
    assert client.get(trip).status_code == 404 and "muara" not in client.get("/outreach/").text
    client.sign_in(make.user(Role.MANAGER))
    assert "muara" in client.get(trip).text


def test_another_may_lead_in_place_of_who_stays_at_home(client, officer, make):
    trip, other = planned(officer), make.user()
    assert client.post(f"/outreach/{trip.id}/edit", data=PLAN | {"lead": str(other.id)}).status_code == 303
    assert fresh(trip).care_team.lead == other and not fresh(trip).is_whole_to(type(officer).get_by_id(officer.id))


@pytest.mark.parametrize("hidden", [False, True])
def test_a_case_takes_over_no_tries_of_a_report_that_is_hidden_from_it(make, hidden):
    owner, other = make.user(), make.user()
    report = make.verified(by=owner)
    person = make.report(by=other, restricted=hidden).persons[0]
    with db.unit():
        person.is_known(report.persons[0].client, by=other)
        tell_of(ReportPerson.get_by_id(person.id), Finding.NOT_FOUND, by=other, at=clock.now(), place="Gubuk di muara")
        case = Case.open_for(report.persons[0].client, by=owner, report=report, category=Category.STREET_CHILD)
    assert case.tries.count() == (0 if hidden else 1)
