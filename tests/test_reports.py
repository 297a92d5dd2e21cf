"""A report from the first call to the door it leaves by, as people type it and as others may see it."""
import re
from datetime import date, datetime

import pytest

from portal import clock
from portal.audit import Entry, Event
from portal.clients import places
from portal.db import db
from portal.decisions.models import Decision
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.age import BirthPrecision
from portal.rules.approval import DecisionStep
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.lifecycle import Stage
from portal.rules.nik import Sex
from portal.rules.report import PersonOutcome, ReportState, ReportStep
from portal.rules.roles import Role
from portal.rules.triage import Flag, FlagAnswer, LevelReason
from portal.tokens import FormToken

NIK = "9901021405120001"
CALL = {"narrative": "Anak mengamen di terminal, tampak sakit.", "danger": "no", "district": "99.01.01", "village": "99.01.01.1003",
        "place": "Terminal",
        "people-0-name": "Andi", "people-0-sex": "L", "people-0-birth": "umur 12", "channel": "telephone", "reporter_name": "Pak Warung",
        "reporter_phone": "0812-3456-7890", "reporter_secret": "y", "happened": "tadi pagi", "received_at": "sekarang"}
ALL_NO = {str(flag): "no" for flag in Flag}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


def token(page):
    return re.search(r'name="form_token" value="([^"]+)"', page.text)[1]


def seen(page):
    return re.search(r'name="seen" value="(\d+)"', page.text)[1]


def trail(event):
    return Entry.select().where(Entry.action == event)


def test_a_telephone_report_in_one_go(client, officer):
    response = client.post("/reports/new", data=CALL)
    report = Report.get()
    assert (response.status_code, response.location) == (303, f"/reports/{report.id}/saved")
    assert (report.number, report.level, report.reporter_phone, report.ticket) == ("LP-2026-00001", Level.ORDINARY, "0812-3456-7890", None)
    person = report.persons[0]
    assert (person.name, person.sex, person.age_estimate, person.age_estimate_on) == ("Andi", Sex.MALE, 12, date(2026, 3, 2))
    saved, page = client.get(response.location), client.get(f"/reports/{report.id}")
    assert "LP-2026-00001 tersimpan" in saved.text and "Pak Warung" not in saved.text and "Triase sekarang" in saved.text
    assert "Pak Warung" not in page.text and "*******890" in page.text and "<title>LP-2026-00001 A." in page.text


@pytest.mark.parametrize("danger, channel, level, reason", [
    ("yes", "telephone", Level.EMERGENCY, LevelReason.DANGER_NOW), ("unknown", "telephone", Level.URGENT, LevelReason.DANGER_UNKNOWN),
    ("no", "hotline_171", Level.URGENT, LevelReason.HOTLINE), ("no", "walk_in", Level.ORDINARY, LevelReason.NO_SIGN),
])
def test_the_danger_question_gives_a_provisional_level(client, officer, danger, channel, level, reason):
    client.post("/reports/new", data=CALL | {"danger": danger, "channel": channel})
    assert (Report.get().level, Report.get().level_reason) == (level, reason)


@pytest.mark.parametrize("change, sentence", [
    ({"narrative": ""}, "Tulis apa yang terjadi"), ({"narrative": " \u200b\u00a0"}, "Tulis apa yang terjadi"),
    ({"narrative": "x" * 20001}, "Terlalu panjang"),
    ({"danger": ""}, "Pilih salah satu"), ({"danger": "perhaps"}, "Pilih salah satu"),
    ({"district": ""}, "Pilih kecamatan"), ({"district": "52.71.01"}, "Pilih salah satu"),
    ({"village": "99.01.02.2001"}, "tidak berada di kecamatan"),
    ({"people-0-nik": "990102140512000"}, "NIK harus 16 angka"), ({"people-0-nik": "9901021413120001"}, "bulan lahir"),
    ({"people-0-nik": "99010214O5120001"}, "hanya berisi angka"), ({"people-0-nik": "9901023002120001"}, "tanggal ini tidak ada"),
    ({"people-0-birth": "14-05-2040"}, "masih akan datang"), ({"people-0-birth": "30/02/2012"}, "tidak ada"),
    ({"people-0-birth": "12"}, "lebih dari satu"),
    ({"people-0-birth": "umur 150"}, "120 tahun"), ({"people-0-name": "A" * 500}, "Terlalu panjang"), ({"people-0-sex": "X"}, "Pilih"),
    ({"reporter_phone": "telepon saya"}, "hanya berisi angka"), ({"reporter_phone": "0812"}, "Jumlah angka"),
    ({"received_at": ""}, "kapan laporan diterima"), ({"received_at": "31-02-2026 10.00"}, "tidak ada"),
    ({"received_at": "3-3-2026 10.00"}, "belum tiba"),
    ({"channel": "smoke"}, "Pilih"), ({"ticket": "171-1"}, "hanya untuk laporan dari 171"), ({"happened": "x" * 121}, "Terlalu panjang"),
])
def test_what_cannot_be_is_said_and_everything_typed_is_kept(client, officer, change, sentence):
    response = client.post("/reports/new", data=CALL | change)
    assert response.status_code == 422 and sentence in response.text and "Galat:" in response.text
    assert Report.select().count() == 0
    kept = {"reporter_name": "Pak Warung", "happened": "tadi pagi", "people-0-name": "Andi"} | change
    assert all(f'value="{kept[name]}"' in response.text for name in ("reporter_name", "happened", "people-0-name"))


@pytest.mark.parametrize("typed, kept", [
    ("O", "O"), ("Ma'ruf D\u2019Souza", "Ma'ruf D\u2019Souza"), ("H. Moh. Ali, S.Sos., M.Si.", "H. Moh. Ali, S.Sos., M.Si."), ("a\0b\x07", "ab"),
    ("e\u0301", "é"), ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"), ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("\ufeff Rina ", "Rina"),
    ("{{7*7}}", "{{7*7}}"), ("' OR 1=1--", "' OR 1=1--"), ("ꦗꦮ", "ꦗꦮ"),
])
def test_any_name_is_kept_as_it_is_and_shown_as_text(client, officer, typed, kept):
    response = client.post("/reports/new", data=CALL | {"people-0-name": typed})
    assert Report.get().persons[0].name == kept
    page = client.get(response.location)
    assert "<script>alert" not in page.text and "49" not in kept


def test_a_second_sending_of_the_same_form_makes_one_report(client, officer):
    data = CALL | {"form_token": token(client.get("/reports/new"))}
    first, second = client.post("/reports/new", data=data), client.post("/reports/new", data=data)
    assert (first.location, Report.select().count()) == (second.location, 1)


def test_what_was_typed_when_the_session_ended_is_there_after_signing_in(client, officer):
    key = token(client.get("/reports/new"))
    with client.session_transaction() as session:
        session.clear()
    response = client.post("/reports/new", data=CALL | {"people-1-name": "Dimas", "form_token": key})
    assert response.status_code == 303 and Report.select().count() == 0
    client.sign_in(officer)
    page = client.get(FormToken.get(FormToken.key == key).address)
    assert all(f'value="{kept}"' in page.text for kept in ("Pak Warung", "Dimas", "umur 12")) and "tampak sakit" in page.text
    assert client.post("/reports/new", data=CALL | {"form_token": key}).status_code == 303


def test_one_more_row_is_drawn_without_saving_and_empty_rows_count_for_nobody(client, officer):
    page = client.post("/reports/new", data=CALL | {"add_person": "1"})
    assert page.status_code == 200 and "people-1-name" in page.text and "Pak Warung" in page.text and Report.select().count() == 0
    client.post("/reports/new", data=CALL | {"people-1-name": "Dimas", "people-2-name": "", "people-3-birth": "2015"})
    assert [(person.name, person.position) for person in Report.get().persons] == [("Andi", 1), ("Dimas", 2), ("", 3)]


def test_more_rows_than_a_form_has_are_cut_and_never_a_fault(client, officer):
    response = client.post("/reports/new", data=CALL | {f"people-{n}-name": f"Anak {n}" for n in range(40)})
    assert response.status_code == 303 and len(Report.get().persons) == 30


def test_where_there_are_many_desa_only_those_of_the_kecamatan_are_sent(client, officer, monkeypatch):
    monkeypatch.setattr(places, "MANY", 5)
    assert "99.01.02.2001" not in client.get("/reports/new").text
    page = client.post("/reports/new", data=CALL | {"district": "99.01.02", "show_villages": "1"})
    assert page.status_code == 200 and "99.01.02.2001" in page.text and "99.01.01.1003" not in page.text and "Pak Warung" in page.text
    part = client.post("/reports/new", data=CALL | {"show_villages": "1"}, headers={"HX-Request": "true"})
    assert part.text.strip().startswith('<div id="villages">') and "99.01.01.1003" in part.text and "<html" not in part.text
    assert client.post("/reports/new", data=CALL).status_code == 303


def test_nobody_needs_a_name(client, officer):
    response = client.post("/reports/new", data={key: value for key, value in CALL.items() if not key.startswith(("people", "reporter"))})
    page = client.get(response.location.removesuffix("/saved"))
    assert "Tanpa nama (orang ke-1)" in page.text and "Anonim" in page.text


def test_save_and_write_another_keeps_where_it_was_told(client, officer):
    response = client.post("/reports/new", data=CALL | {"again": "1"})
    page = client.get(response.location)
    assert f"after={Report.get().id}" in response.location and "LP-2026-00001 tersimpan" in page.text
    assert re.search(r'value="99\.01\.01"[^>]*selected|selected[^>]*value="99\.01\.01"', page.text) and "Pak Warung" not in page.text
    assert client.get("/reports/new?after=999").status_code == client.get("/reports/new?after=x").status_code == 200


def test_a_ticket_comes_in_once_and_the_page_shows_where(client, officer, make):
    data = CALL | {"channel": "hotline_171", "ticket": "171-260302-0457"}
    first = client.post("/reports/new", data=data).location.removesuffix("/saved")
    page = client.post("/reports/new", data=data)
    assert page.status_code == 422 and "sudah tercatat" in page.text and f'href="{first}"' in page.text and Report.select().count() == 1
    with db.unit():
        Report.get().restrict(by=officer)
    client.sign_in(make.user())
    hidden = client.post("/reports/new", data=data)
    assert hidden.status_code == 422 and "sudah tercatat" in hidden.text and "LP-2026-00001" not in hidden.text
    assert client.post("/reports/new", data=data | {"ticket": ""}).status_code == 303


def test_a_mismatch_of_the_nik_is_a_warning_on_the_next_page_and_fills_nothing(client, officer):
    response = client.post("/reports/new", data=CALL | {"people-0-nik": "9901 0214 0512 0001", "people-0-sex": "P", "people-0-birth": "15-05-2012"})
    page = client.get(response.location)
    assert "Jenis kelamin berbeda" in page.text and "Tanggal lahir berbeda" in page.text and NIK not in page.text
    assert "990102********01" in client.get(response.location.removesuffix("/saved")).text
    client.post("/reports/new", data=CALL | {"people-0-nik": NIK, "people-0-sex": "", "people-0-birth": ""})
    last = ReportPerson.select().order_by(ReportPerson.id.desc()).first()
    assert (last.nik, last.sex, last.birth_date, last.nik_warnings) == (NIK, None, None, [])


def test_a_birth_is_kept_as_precisely_as_it_was_told(client, officer):
    client.post("/reports/new", data=CALL | {"people-0-birth": "mei 2012"})
    person = Report.get().persons[0]
    assert (person.birth_date, person.birth_precision, person.born) == (date(2012, 5, 1), BirthPrecision.MONTH, "Mei 2012")


def test_the_reporter_is_shown_once_and_the_trail_knows(client, officer):
    address = client.post("/reports/new", data=CALL).location.removesuffix("/saved")
    page = client.post(f"{address}/reveal")
    assert "Pak Warung" in page.text and "0812-3456-7890" in page.text and "Tampilkan identitas" not in page.text
    assert trail(Event.REVEALED).count() == 1 and "Pak Warung" not in client.get(address).text


def test_each_page_opened_is_on_the_trail_once(client, officer, make):
    report = make.report(by=officer)
    client.get(f"/reports/{report.id}")
    client.get("/reports")
    assert trail(Event.READ).where(Entry.subject == "report").count() == 1 and trail(Event.LISTED).count() == 1


def test_the_list_is_searched_by_post_filtered_and_sorted(client, officer, make):
    make.report(by=officer, people=[{"name": "Andi Pratama"}])
    make.report(by=officer, people=[{"name": "Rina"}], district="99.01.02", village="", channel=Channel.POLICE, danger=Danger.YES)
    found = client.post("/reports/search", data={"q": "andhi"})
    assert "q=" not in found.location and "andhi" not in found.location
    page = client.get(found.location)
    assert "Andi Pratama" in page.text and "Rina" not in page.text
    for choice in ("district=99.01.02", "channel=police", "level=emergency"):
        page = client.get(f"/reports?{choice}&sort=number")
        assert "Rina" in page.text and "Andi Pratama" not in page.text
    assert client.get("/reports?state=verified&page=99&sort=nonsense").status_code == 200


def test_other_officers_see_an_outline_and_outsiders_nothing(client, officer, make):
    report = make.report(by=officer, people=[{"name": "Andi Pratama", "sex": "L", "age_estimate": 12, "age_estimate_on": date(2026, 3, 2)}])
    address = f"/reports/{report.id}"
    client.sign_in(make.user())
    page = client.get(address)
    assert "A.P." in page.text and "±12 th" in page.text and "Kota Melati" in page.text and officer.name in page.text and "Biasa" in page.text
    assert "Andi" not in page.text and "mengamen" not in page.text
    assert "A.P." in client.get("/reports").text and "Andi" not in client.get("/reports").text
    for step in ("triage", "verification", "merge", "disposition", "cancellation", "reply", "correction", "people"):
        assert client.get(f"{address}/{step}").status_code == 404
    assert client.post(f"{address}/reveal").status_code == client.post(f"{address}/restriction").status_code == 404
    assert client.get(f"/reports/people/{report.persons[0].id}").status_code == 404
    client.sign_in(make.user(Role.AUDITOR))
    assert client.get(address).status_code == 403
    client.sign_in(make.user(Role.MANAGER))
    assert "Andi Pratama" in client.get(address).text and client.get(f"{address}/triage").status_code == 403


def test_a_restricted_report_does_not_exist_for_others(client, officer, make):
    report = make.report(by=officer)
    assert client.post(f"/reports/{report.id}/restriction").status_code == 303
    assert "Laporan terbatas" in client.get(f"/reports/{report.id}").text
    client.sign_in(make.user())
    assert client.get(f"/reports/{report.id}").status_code == 404
    assert report.number not in client.get("/reports").text
    assert client.post(f"/reports/{report.id}/glass", data={"reason": "Keadaan mendesak di lapangan"}).status_code == 404
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/reports/{report.id}").status_code == 200


def test_a_manager_lifts_a_restriction_and_can_undo_that(client, officer, make):
    report = make.verified(by=officer, restricted=True)
    address, manager, stranger = f"/reports/{report.id}", make.user(Role.MANAGER), make.user()
    asked = client.post(f"{address}/restriction/lifting", data={"reason": "Ancamannya sudah berlalu."})
    assert asked.status_code == 303 and "Usul pencabutan menunggu keputusan" in client.get(address).text
    assert client.post(f"{address}/restriction/lifting", data={"reason": "Sekali lagi."}).status_code == 422
    client.sign_in(manager)
    assert "Laporan biasa" in client.get(asked.location).text
    assert client.post(f"{asked.location}/answer", data={"step": "approve"}).status_code == 303
    person = report.persons[0].client
    assert Report.visible_to(stranger).exists() and type(person).visible_to(stranger).exists()
    assert client.post(f"{asked.location}/answer", data={"step": "undo"}).status_code == 303
    assert not Report.visible_to(stranger).exists() and not type(person).visible_to(stranger).exists()


def test_a_report_of_a_restricted_case_is_lifted_with_the_case(client, officer, make):
    case = make.case(by=officer, restricted=True)
    address = f"/reports/{case.reports.get().id}"
    assert f"{address}/restriction/lifting" not in client.get(address).text
    assert "halaman kasus itu" in client.post(f"{address}/restriction/lifting", data={"reason": "Sudah aman."}).text
    ordinary = make.report(by=officer)
    assert "tidak terbatas" in client.post(f"/reports/{ordinary.id}/restriction/lifting", data={"reason": "Sudah aman."}).text


def test_a_client_hidden_since_is_not_named_on_the_report(client, officer, make):
    known, report = make.verified(by=make.user()).persons[0].client, make.report(by=officer)
    with db.unit():
        report.persons[0].is_known(known, by=officer)
        known.care_team.leave(officer, by=officer)
        known.care_team.restrict(by=make.user())
    assert known.number not in client.get(f"/reports/{report.id}").text


def test_saving_a_report_unchanged_is_no_fault(client, officer, make):
    report = make.report(by=officer)
    data = {"narrative": report.narrative, "danger": "no", "district": report.district, "village": report.village, "place": report.place,
            "channel": "telephone", "reporter_secret": "y"}
    assert [client.post(f"/reports/{report.id}/correction", data=data).status_code for _ in range(2)] == [303, 303]
    assert client.post(f"/reports/people/{report.persons[0].id}/correction", data={"name": "Andi Pratama"}).status_code == 303


def test_breaking_the_glass_needs_a_reason_lasts_a_day_and_is_no_membership(client, officer, make):
    report = make.report(by=officer)
    client.sign_in(make.user())
    address = f"/reports/{report.id}"
    assert client.post(f"{address}/glass", data={"reason": ""}).status_code == 422
    assert client.post(f"{address}/glass", data={"reason": "mau"}).status_code == 422
    assert client.post(f"{address}/glass", data={"reason": "Anak ini ada di depan saya malam ini."}).status_code == 303
    assert "Andi Pratama" in client.get(address).text and trail(Event.BROKE_GLASS).count() == 1
    assert len(report.care_team.members()) == 1
    clock.use(lambda: datetime(2026, 3, 3, 2, 1))
    assert "Andi Pratama" not in client.get(address).text


def test_triage_decides_the_level_and_says_which_rule(client, officer, make):
    report = make.report(by=officer)
    address = f"/reports/{report.id}"
    client.post(f"{address}/triage", data=ALL_NO | {"R6": "yes"})
    assert (Report.get().level, Report.get().level_reason) == (Level.EMERGENCY, LevelReason.RED_FLAG)
    assert "Ada bendera merah yang dijawab Ya" in client.get(address).text
    assert re.search(r'name="R6"[^>]*value="yes"[^>]*checked|checked[^>]*name="R6"[^>]*value="yes"', client.get(f"{address}/triage").text)
    client.post(f"{address}/triage", data=ALL_NO | {"R1": "unknown", "R2": "unknown"})
    assert Report.get().level_reason == LevelReason.FLAGS_UNKNOWN
    client.post(f"{address}/triage", data=ALL_NO | {"information_only": "y"})
    assert Report.get().level == Level.MONITORING and Report.get().information_only


def test_what_triage_did_not_ask_stays_open(client, officer, make):
    report = make.report(by=officer)
    client.post(f"/reports/{report.id}/triage", data={"R1": "no"})
    assert Report.get().answers == {Flag.R1: FlagAnswer.NO} and "1 dari 8" in client.get(f"/reports/{report.id}").text
    response = client.post(f"/reports/{report.id}/verification", data={"at": "sekarang"})
    assert response.status_code == 422 and "jawab delapan bendera merah" in response.text
    assert client.post(f"/reports/{report.id}/triage", data={"R1": "maybe"}).status_code == 422


def test_a_stale_triage_shows_both_versions(client, officer, make):
    report = make.report(by=officer)
    version = seen(client.get(f"/reports/{report.id}/triage"))
    with db.unit():
        report.triage({flag: FlagAnswer.NO for flag in Flag}, by=officer)
    response = client.post(f"/reports/{report.id}/triage", data={"R1": "yes", "alone_at_night": "y", "seen": version})
    assert response.status_code == 409 and "diubah orang lain" in response.text and Report.get().level == Level.ORDINARY
    assert client.post(f"/reports/{report.id}/triage", data=ALL_NO | {"seen": "x'; --"}).status_code == 303


def test_a_person_becomes_a_client_once(client, officer, make):
    report = make.triaged(by=officer, people=[{"name": "Andi Pratama", "sex": "L", "nik": NIK}])
    person = report.persons[0]
    page = client.get(f"/reports/people/{person.id}")
    data = {"form_token": token(page), "seen": seen(page)}
    first, second = (client.post(f"/reports/people/{person.id}/new-client", data=data) for _ in range(2))
    assert first.location == second.location == f"/reports/{report.id}"
    person = ReportPerson.get_by_id(person.id)
    assert (person.outcome, person.client.number, person.client.nik) == (PersonOutcome.NEW_CLIENT, "KL-2026-00001", NIK)
    assert client.post(f"/reports/people/{person.id}/new-client").status_code == 409
    assert client.get(f"/clients/{person.client_id}").status_code == 200


def test_a_second_tab_cannot_decide_over_the_first(client, officer, make):
    person = make.report(by=officer).persons[0]
    one, two = (client.get(f"/reports/people/{person.id}") for _ in range(2))
    client.post(f"/reports/people/{person.id}/not_found", data={"form_token": token(one), "seen": seen(one)})
    response = client.post(f"/reports/people/{person.id}/new-client", data={"form_token": token(two), "seen": seen(two)})
    assert response.status_code == 409 and ReportPerson.get_by_id(person.id).outcome == PersonOutcome.NOT_FOUND
    assert client.post(f"/reports/people/{person.id}/eaten").status_code in (404, 405)


def test_known_clients_stand_side_by_side_with_what_differs(client, officer, make):
    known = make.verified(by=officer, people=[{"name": "Andi Pratama", "sex": "L", "birth_date": date(2012, 5, 14)}]).persons[0].client
    told = {"name": "Andy Pratama", "sex": "L", "age_estimate": 13, "age_estimate_on": date(2026, 3, 2)}
    report = make.report(by=officer, district="99.01.02", village="", people=[told])
    assert "KL-2026-00001" in client.get(f"/reports/{report.id}").text
    page = client.get(f"/reports/people/{report.persons[0].id}")
    assert "KL-2026-00001" in page.text and "<b>BEDA</b>" in page.text and "sama" in page.text and "mirip" in page.text
    assert client.post(f"/reports/people/{report.persons[0].id}/known/{known.id}").status_code == 303
    assert report.persons[0].client == known


def test_linking_to_a_known_client_joins_both_teams(client, officer, make):
    other = make.user()
    known = make.verified(by=other, people=[{"name": "Andi Pratama"}]).persons[0].client
    report = make.report(by=officer, people=[{"name": "Andi Pratama"}])
    person = report.persons[0]
    assert "A.P." in client.get(f"/reports/people/{person.id}").text
    assert client.post(f"/reports/people/{person.id}/known/{known.id}").status_code == 303
    assert ReportPerson.get_by_id(person.id).outcome == PersonOutcome.KNOWN_CLIENT
    teams = ({member.user_id for member in team.members()} for team in (known.care_team, report.care_team))
    assert all(team == {officer.id, other.id} for team in teams)


def test_the_exact_number_links_too_and_a_wrong_one_says_so(client, officer, make):
    make.verified(by=officer, people=[{"name": "Bayu"}])
    person = make.report(by=officer, people=[{"name": "Rian"}]).persons[0]
    address = f"/reports/people/{person.id}/known"
    assert client.post(address, data={"number": "KL-2026-99"}).status_code == 422
    assert client.post(address, data={"number": "LP-2026-00001"}).status_code == 422
    assert client.post(address, data={"number": "kl 2026 1"}).status_code == 303
    assert ReportPerson.get_by_id(person.id).client.number == "KL-2026-00001"


def test_the_match_panel_is_silent_about_restricted_clients(client, officer, make):
    make.verified(by=make.user(), restricted=True, people=[{"name": "Andi Pratama", "nik": NIK}])
    report = make.report(by=officer, people=[{"name": "Andi Pratama", "nik": NIK}])
    for page in (client.get(f"/reports/{report.id}"), client.get(f"/reports/people/{report.persons[0].id}"),
                 client.get(f"/reports/{report.id}/merge")):
        assert "KL-2026-00001" not in page.text and "LP-2026-00001" not in page.text
    hidden = Report.get(Report.number == "LP-2026-00001").persons[0].client
    assert client.post(f"/reports/people/{report.persons[0].id}/known/{hidden.id}").status_code == 404
    assert client.post(f"/reports/people/{report.persons[0].id}/known", data={"number": hidden.number}).status_code == 422
    client.sign_in(make.user(Role.MANAGER))
    assert "KL-2026-00001" in client.get(f"/reports/{report.id}").text


@pytest.mark.parametrize("one, other, hinted", [
    ({"name": "Bayu"}, {"name": "Bayu"}, True), ({"name": "Bayu"}, {"name": "Rina"}, False),
    ({"name": "Bayu", "sex": "L"}, {"name": "Bayu", "sex": "P"}, False),
    ({"sex": "L", "age_estimate": 12, "age_estimate_on": date(2026, 3, 2)}, {"sex": "L", "age_estimate": 13, "age_estimate_on": date(2026, 3, 2)},
     True),
    ({}, {}, False), ({"name": "X", "nik": NIK}, {"name": "Y", "nik": NIK}, True),
])
def test_the_same_event_told_twice_is_hinted_at(client, officer, make, one, other, hinted):
    make.report(by=officer, people=[one])
    report = make.report(by=officer, people=[other])
    assert ("LP-2026-00001" in client.get(f"/reports/{report.id}").text) is hinted


def test_after_a_week_only_the_nik_reminds(client, officer, make):
    make.report(by=officer, people=[{"name": "Bayu"}])
    make.report(by=officer, people=[{"name": "Rina", "nik": NIK}])
    clock.use(lambda: datetime(2026, 3, 12, 2, 0))
    report = make.report(by=officer, people=[{"name": "Bayu Sakti", "nik": NIK}], district="99.01.03", village="")
    page = client.get(f"/reports/{report.id}").text
    assert "LP-2026-00002" in page and "LP-2026-00001" not in page


def test_verifying_stops_the_clock_and_offers_the_case(client, officer, make):
    report = make.triaged(by=officer)
    assert client.post(f"/reports/{report.id}/verification", data={"at": "sekarang"}).status_code == 422
    with db.unit():
        report.persons[0].becomes_client(by=officer)
    for at, status in (("besok 10.00", 422), ("1-3-2026 08.00", 422), ("", 422), ("sekarang", 303)):
        assert client.post(f"/reports/{report.id}/verification", data={"at": at}).status_code == status, at
    page = client.get(f"/reports/{report.id}")
    assert Report.get().state == ReportState.VERIFIED and "Tepat waktu" in page.text
    assert f"/cases/new?report={report.id}&amp;client={report.persons[0].client_id}" in page.text
    assert client.post(f"/reports/{report.id}/verification", data={"at": "sekarang"}).status_code == 422
    assert client.post(f"/reports/{report.id}/triage", data=ALL_NO).status_code == 422


def test_an_emergency_is_verified_before_triage(client, officer, make):
    report = make.report(by=officer, danger=Danger.YES, people=[])
    assert client.post(f"/reports/{report.id}/verification", data={"at": "sekarang"}).status_code == 303


def test_merging_follows_the_target_its_team_and_its_running_case(client, officer, make):
    other = make.user()
    clock.use(lambda: datetime(2026, 3, 1, 2, 0))
    early = make.report(by=officer, danger=Danger.YES)
    clock.use(lambda: datetime(2026, 3, 2, 2, 0))
    case = make.case(by=other)
    target = Report.get(Report.number == "LP-2026-00002")
    address = f"/reports/{early.id}/merge"
    assert client.post(address, data={"target": "LP-2026-00001"}).status_code == 422
    assert client.post(address, data={"target": "LP-2026-00077"}).status_code == 422
    assert client.post(address, data={"target": "rubbish"}).status_code == 422
    assert client.post(address, data={"target": "lp-2026-2"}).status_code == 303
    early, case = Report.get_by_id(early.id), type(case).get_by_id(case.id)
    assert (early.state, early.merged_into_id, case.t0, case.level) == (ReportState.MERGED, target.id, early.received_at, Level.EMERGENCY)
    assert early.is_whole_to(other) and case.stage == Stage.OUTREACH
    assert "LP-2026-00002" in client.get(f"/reports/{early.id}").text
    assert client.post(address, data={"target": "LP-2026-00002"}).status_code == 422


def test_a_hidden_report_is_no_target(client, officer, make):
    make.report(by=make.user(), restricted=True)
    report = make.report(by=officer)
    response = client.post(f"/reports/{report.id}/merge", data={"target": "LP-2026-00001"})
    assert response.status_code == 422 and "Tidak ada laporan dengan nomor ini" in response.text


def proposed(client, report, **data):
    return client.post(f"/reports/{report.id}/disposition", data={"step": "hand_over", "handed_to": "Polres Teluk Melati",
                                                                  "reason": "Perkara pidana."} | data)


def test_a_disposition_waits_for_a_manager(client, officer, make):
    report = make.report(by=officer)
    assert proposed(client, report, reason="").status_code == proposed(client, report, handed_to="").status_code == 422
    assert proposed(client, report, step="burn").status_code == 422
    assert proposed(client, report).status_code == 303
    page = client.get(f"/reports/{report.id}")
    decision = Decision.get()
    assert "Usulan menunggu keputusan" in page.text and f"/decisions/{decision.id}" in page.text
    assert ["Usulan", "Alihkan ke instansi lain"] in decision.snapshot and decision.heading == f"{report.number} A.P."
    assert proposed(client, report).status_code == 422
    for step, data in (("verification", {"at": "sekarang"}), ("merge", {"target": "LP-2026-00001"}), ("cancellation", {"reason": "Salah tulis"})):
        assert client.post(f"/reports/{report.id}/{step}", data=data).status_code == 422
    with db.unit():
        decision.decide(DecisionStep.APPROVE, by=make.user(Role.MANAGER))
    report = Report.get()
    assert (report.state, report.handed_to) == (ReportState.HANDED_OVER, "Polres Teluk Melati")
    assert "Dialihkan" in client.get(f"/reports/{report.id}").text


def test_the_maker_cannot_decide_but_can_withdraw(client, make):
    both = client.sign_in(make.user(Role.OFFICER, Role.MANAGER))
    report = make.report(by=both)
    proposed(client, report, step="put_outside", handed_to="Dinas Sosial Kota Samudra")
    decision = Decision.get()
    client.post(f"/decisions/{decision.id}/answer", data={"step": "approve", "seen": decision.version})
    assert Report.get().state == ReportState.RECEIVED
    with db.unit():
        Decision.get().decide(DecisionStep.WITHDRAW, by=both)
    assert proposed(client, report, step="find_unfounded", handed_to="").status_code == 303


def test_a_returned_proposal_leaves_the_report_where_it_was(client, officer, make):
    report = make.report(by=officer)
    proposed(client, report)
    with db.unit():
        Decision.get().decide(DecisionStep.RETURN, by=make.user(Role.MANAGER), reason="Hubungi Polres dahulu.")
    page = client.get(f"/reports/{report.id}")
    assert Report.get().state == ReportState.RECEIVED and "Hubungi Polres dahulu." in page.text and "Dikembalikan" in page.text


def test_a_mistake_is_cancelled_with_a_reason_but_not_under_a_case(client, officer, make):
    report = make.report(by=officer)
    assert client.post(f"/reports/{report.id}/cancellation", data={"reason": " "}).status_code == 422
    assert client.post(f"/reports/{report.id}/cancellation", data={"reason": "Salah tulis."}).status_code == 303
    assert Report.get().state == ReportState.CANCELLED and "Salah tulis." in client.get(f"/reports/{report.id}").text
    make.case(by=officer)
    rested = Report.get(Report.number == "LP-2026-00002")
    response = client.post(f"/reports/{rested.id}/cancellation", data={"reason": "Salah tulis."})
    assert response.status_code == 422 and "dasar kasus" in response.text


def test_the_reply_to_171_is_kept(client, officer, make):
    report = make.report(by=officer, channel=Channel.HOTLINE_171, ticket="171-1")
    assert client.post(f"/reports/{report.id}/reply", data={"reply": "", "at": "sekarang"}).status_code == 422
    assert client.post(f"/reports/{report.id}/reply", data={"reply": "Sudah ditangani.", "at": "besok 09.00"}).status_code == 422
    assert client.post(f"/reports/{report.id}/reply", data={"reply": "Sudah ditangani.", "at": "sekarang"}).status_code == 303
    assert "Sudah ditangani." in client.get(f"/reports/{report.id}").text and Report.get().replied_at == datetime(2026, 3, 2, 2, 0)


def test_a_correction_keeps_who_told_it_and_moves_the_level(client, officer):
    address = client.post("/reports/new", data=CALL).location.removesuffix("/saved")
    page = client.get(f"{address}/correction")
    assert "Pak Warung" not in page.text and "3456" not in page.text
    data = {"narrative": "Anak mengamen dan demam.", "danger": "yes", "district": "99.01.02", "village": "", "channel": "telephone",
            "reporter_secret": "y"}
    assert client.post(f"{address}/correction", data=data | {"seen": seen(page)}).status_code == 303
    report = Report.get()
    assert (report.reporter_name, report.reporter_phone, report.level, report.district) == ("Pak Warung", "0812-3456-7890", Level.EMERGENCY,
                                                                                            "99.01.02")
    stale = client.post(f"{address}/correction", data=data | {"narrative": "Lain", "seen": seen(page)})
    assert stale.status_code == 409 and "Lain" in stale.text and "Anak mengamen dan demam." in stale.text
    assert client.post(f"{address}/correction", data=data | {"emptied": ["reporter_name", "reporter_phone"]}).status_code == 303
    assert Report.get().reporter_name == Report.get().reporter_phone == ""
    assert client.post(f"{address}/correction", data=data | {"emptied": ["narrative"]}).status_code == 422


def test_a_person_is_told_better_and_one_more_is_added(client, officer, make):
    report = make.report(by=officer, people=[{"name": "Andi", "nik": NIK}])
    address = f"/reports/people/{report.persons[0].id}/correction"
    assert NIK not in client.get(address).text
    assert client.post(address, data={"name": "Andi Pratama", "sex": "L", "birth": "14 mei 2012"}).status_code == 303
    assert client.post(address, data={"new_nik": "123"}).status_code == 422
    assert client.post(f"/reports/{report.id}/people", data={"name": "Sari"}).status_code == 303
    assert [(person.name, person.nik) for person in report.persons] == [("Andi Pratama", NIK), ("Sari", None)]
    assert "Sari" in client.get(client.post("/reports/search", data={"q": "sari"}).location).text


@pytest.mark.parametrize("id", ["0", "999", "9223372036854775808", "-1", "1e3", "abc"])
def test_a_report_that_is_not_there_is_not_found(client, officer, id):
    assert client.get(f"/reports/{id}").status_code == 404
    assert client.get(f"/reports/people/{id}").status_code == 404


@pytest.mark.parametrize("roles", [(Role.ADMIN,), (Role.AUDITOR,)])
def test_admins_and_auditors_have_no_reports(client, make, roles):
    client.sign_in(make.user(*roles))
    assert client.get("/reports").status_code == client.get("/reports/new").status_code == client.post("/reports/search").status_code == 403


@pytest.mark.parametrize("address", ["/reports", "/clients"])
def test_a_list_asks_the_same_number_of_questions_however_long(client, officer, make, monkeypatch, address):
    asked = []
    execute = type(db).execute_sql
    make.verified(by=officer)
    client.get(address)
    monkeypatch.setattr(type(db), "execute_sql", lambda self, sql, params=None: asked.append(sql) or execute(self, sql, params))
    counts = []
    for _ in range(2):
        asked.clear()
        client.get(address)
        counts.append(sum(sql.lstrip("( ").startswith("SELECT") for sql in asked))
        for _ in range(5):
            make.verified(by=make.user(), people=[{"name": "Andi"}, {"name": "Rina"}])
    assert counts[0] == counts[1]


def test_the_step_words_of_the_life_and_the_pages_agree(client, officer, make):
    report = make.report(by=officer)
    assert report.steps() == list(ReportStep)
    page = client.get(f"/reports/{report.id}").text
    for part in ("triage", "verification", "merge", "disposition", "cancellation"):
        assert f"/reports/{report.id}/{part}" in page


def test_when_nobody_needs_service_a_verified_report_can_be_let_go(client, officer, make):
    report = make.triaged(by=officer)
    with db.unit():
        for person in report.people:
            person.set_aside(PersonOutcome.NOT_NEEDED, by=officer)
        report.verify(by=officer)
    page = client.get(f"/reports/{report.id}")
    assert "Tidak ada orang yang perlu dilayani" in page.text and f"/reports/{report.id}/disposition" in page.text
    client.post(f"/reports/{report.id}/disposition", data={"step": "find_unfounded", "reason": "Tidak ada anak yang perlu dilayani."})
    assert Report.get_by_id(report.id).proposal is not None
