"""The quick report as it is typed: what it understands and asks back, whom it recognises, and the page after it."""
import json
import re
import string
from datetime import date, datetime
from urllib.parse import urlsplit

import pytest

from portal.audit import Entry, Event
from portal.db import db
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.age import BirthPrecision
from portal.rules.happening import Known
from portal.rules.nik import Sex
from portal.rules.report import PersonOutcome
from portal.rules.roles import Role

NIK = "9901025405120001"  # a girl of 14 May 2012
CALL = {"narrative": "Anak mengamen di terminal.", "danger": "no", "district": "99.01.01", "village": "99.01.01.1003", "place": "Terminal",
        "people-0-name": "Rina Maharani", "people-0-sex": "P", "channel": "whatsapp", "reporter_secret": "y", "received_at": "sekarang"}
HTMX = {"HX-Request": "true"}
RINA = {"name": "Rina Maharani", "sex": Sex.FEMALE, "birth_date": date(2012, 5, 14), "birth_precision": BirthPrecision.DAY, "nik": NIK}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def rina(make):
    """A client of another officer, known since an earlier report."""
    return make.verified(by=make.user(name="Dewi Lestari"), people=[RINA]).people.get().client


def sends(client, **change):
    return client.post("/reports/new", data=CALL | change)


def reads(client, part, **fields):
    answer = client.post(f"/reports/{part}", data=fields, headers=HTMX)
    assert answer.status_code == 200 and "<html" not in answer.text and answer.text.strip().startswith("<div id=")
    return answer.text


def trail(event):
    return Entry.select().where(Entry.action == event)


# When it happened

@pytest.mark.parametrize("typed, echo", [
    ("tadi pagi", "Senin, 2 Maret 2026 sekitar pukul 07.00"), ("kemarin", "Minggu, 1 Maret 2026"), ("2 jam lalu", "Senin, 2 Maret 2026 pukul 08.00"),
    ("28/02/26", "Sabtu, 28 Februari 2026"), ("sering, tiap malam", "Bukan tanggal"), ("", ""),
    ("minggu lalu", "“hari minggu lalu” (Minggu, 1 Maret 2026) atau “seminggu lalu” (Senin, 23 Februari 2026)?"),
    ("3-3", "“03-03-2025” (Senin, 3 Maret 2025)?"), ("30/2/26", "tidak ada di kalender"), ("<b>entah</b>", "Bukan tanggal"),
])
def test_what_was_understood_of_the_time_is_said_beside_the_field(client, officer, typed, echo):
    text = reads(client, "happening", happened=typed)
    assert echo in text and "<b>entah" not in text


def test_the_moment_is_kept_with_the_words_and_shown_with_them(client, officer):
    address = sends(client, happened="kemarin sore").location
    report = Report.get()
    assert (report.happened, report.happened_at, report.happened_known) == ("kemarin sore", datetime(2026, 3, 1, 8), Known.PART)
    for page in (address, address.removesuffix("/saved")):
        assert "Minggu, 1 Maret 2026 sekitar pukul 16.00 (“kemarin sore”)" in client.get(page).text


@pytest.mark.parametrize("typed, at, known", [("21/2/26", datetime(2026, 2, 20, 16), Known.DAY), ("sering", None, None), ("", None, None)])
def test_a_day_alone_is_kept_as_a_day_and_words_as_words(client, officer, typed, at, known):
    sends(client, happened=typed)
    assert (Report.get().happened, Report.get().happened_at, Report.get().happened_known) == (typed, at, known)


@pytest.mark.parametrize("typed, sentence", [
    ("minggu lalu", "bisa berarti lebih dari satu waktu. Maksudnya “hari minggu lalu” (Minggu, 1 Maret 2026) atau"), ("besok", "belum tiba"),
    ("jam 23", "Maksudnya “kemarin jam 23” (Minggu, 1 Maret 2026 pukul 23.00)?"), ("Selasa, 2 Maret 2026", "tidak cocok. Maksudnya “02-03-2026”"),
])
def test_a_time_that_cannot_stand_is_asked_back_and_all_is_kept(client, officer, typed, sentence):
    answer = sends(client, happened=typed, reporter_name="Pak Warung")
    assert answer.status_code == 422 and Report.select().count() == 0
    assert sentence in answer.text and f'value="{typed}"' in answer.text and 'value="Pak Warung"' in answer.text


def test_words_corrected_on_a_later_day_do_not_move_the_moment(client, officer, monkeypatch):
    address = sends(client, happened="tadi pagi").location.removesuffix("/saved")
    monkeypatch.setattr("portal.clock.now", lambda: datetime(2026, 3, 5, 2, 0))
    page = client.get(f"{address}/correction")
    seen = re.search(r'name="seen" value="(\d+)"', page.text)[1]
    told = {"narrative": "Sakit.", "danger": "no", "district": "99.01.01", "channel": "whatsapp", "seen": seen}
    assert client.post(f"{address}/correction", data=told | {"happened": "tadi pagi"}).status_code == 303
    assert (Report.get().narrative, Report.get().happened_at) == ("Sakit.", datetime(2026, 3, 1, 23))
    assert client.post(f"{address}/correction", data=told | {"happened": "kemarin", "seen": ""}).status_code == 303
    assert (Report.get().happened_at, Report.get().happened_known) == (datetime(2026, 3, 3, 16), Known.DAY)


# NIK and birth

@pytest.mark.parametrize("typed, said", [
    ("9901 0254 05", "10 dari 16 angka"), ("9901-0254-0512-0001", "Dari NIK: perempuan, lahir Senin, 14 Mei 2012, pertama terdaftar di "),
    (NIK + "2", "NIK harus 16 angka"), ("99010254O5", "hanya berisi angka"), ("5271015405120001", "Ampenan, Kota Mataram"),
    ("0000005405120001", "14 Mei 2012."), ("", ""),
])
def test_a_nik_is_counted_and_then_read_whatever_its_spacing(client, officer, typed, said):
    text = reads(client, "reading", **{"row": "0", "people-0-nik": typed})
    assert said in text and ("Pakai isi NIK" in text) == ("14 Mei 2012" in text) and NIK not in text


def test_what_agrees_offers_nothing_and_what_differs_is_a_warning(client, officer):
    told = {"row": "1", "people-1-nik": NIK}
    same = reads(client, "reading", **told, **{"people-1-sex": "P", "people-1-birth": "14/5/12"})
    other = reads(client, "reading", **told, **{"people-1-sex": "L", "people-1-birth": "umur 12"})
    assert "Pakai" not in same and "berbeda" not in same and "Lahir Senin, 14 Mei 2012 (13 th)" in same
    assert "Pakai" not in other and "Jenis kelamin berbeda" in other and "Usia ±12 th, lahir sekitar 2014." in other


@pytest.mark.parametrize("typed, said", [("mei 2012", "Lahir Mei 2012 (±13 th)."), ("±2013", "Usia ±13 th, lahir sekitar 2013."),
                                         ("12", "lebih dari satu"), ("30/2/12", "tidak ada"), ("kira-kira umur 12", "Usia ±12 th")])
def test_a_birth_is_said_in_full(client, officer, typed, said):
    assert said in reads(client, "reading", **{"row": "0", "people-0-birth": typed})


def test_what_the_nik_says_is_taken_over_only_by_the_button_and_only_into_what_is_empty(client, officer):
    answer = client.post("/reports/new", data=CALL | {"people-0-nik": NIK, "people-0-sex": "", "from_nik": "0"}, headers=HTMX)
    assert json.loads(answer.headers["HX-Trigger"]) == {"fill": {"people-0-sex": "P", "people-0-birth": "14-05-2012"}}
    answer = client.post("/reports/new", data=CALL | {"people-0-nik": NIK, "people-0-sex": "L", "from_nik": "0"}, headers=HTMX)
    assert json.loads(answer.headers["HX-Trigger"]) == {"fill": {"people-0-birth": "14-05-2012"}}
    page = client.post("/reports/new", data=CALL | {"people-0-nik": NIK, "people-0-sex": "", "from_nik": "0"})  # without JavaScript
    assert page.status_code == 200 and 'value="14-05-2012"' in page.text and Report.select().count() == 0
    assert client.post("/reports/new", data=CALL | {"people-0-nik": "12", "from_nik": "99"}, headers=HTMX).headers["HX-Trigger"] == '{"fill": {}}'


def test_without_javascript_the_nik_is_offered_on_the_page_after_saving(client, officer):
    address = sends(client, **{"people-0-nik": NIK, "people-0-sex": ""}).location
    page, person = client.get(address), ReportPerson.get()
    assert "Dari NIK: perempuan, lahir Senin, 14 Mei 2012" in page.text and NIK not in page.text and person.sex is None
    assert client.post(f"/reports/people/{person.id}/nik", data={"seen": person.version}).location == address
    person = ReportPerson.get()
    assert (person.sex, person.birth_date, person.birth_precision) == (Sex.FEMALE, date(2012, 5, 14), BirthPrecision.DAY)
    assert "Pakai isi NIK" not in client.get(address).text
    client.post(f"/reports/people/{person.id}/nik")
    assert ReportPerson.get().version == person.version


# Known or not

def test_a_known_child_appears_while_typing_and_the_trail_counts_it(client, officer, rina):
    text = reads(client, "lookalikes", **{"row": "0", "district": "99.01.01", "people-0-name": "Rina Maharany", "people-0-sex": "P"})
    assert rina.number in text and "R.M." in text and "Rina Maharani" not in text  # another team's: an outline
    assert "Sama:" in text and 'accesskey="g"' in text and NIK not in text
    assert [entry.detail for entry in trail(Event.SEARCHED)] == [{"list": "client", "count": 1}]
    assert "Tidak ada klien yang mirip" in reads(client, "lookalikes", **{"row": "0", "people-0-name": "Zulkifli"})
    assert trail(Event.SEARCHED).count() == 1


def test_the_panel_is_silent_about_restricted_clients(client, officer, rina):
    with db.unit():
        rina.care_team.restrict(by=officer)
    text = reads(client, "lookalikes", **{"row": "0", "district": "99.01.01", "people-0-name": "Rina Maharani", "people-0-nik": NIK})
    assert "Tidak ada klien yang mirip" in text and trail(Event.SEARCHED).count() == 0


def test_the_panel_follows_the_row_that_is_typed(client, officer, rina):
    fields = {"district": "99.01.01", "people-0-name": "Zulkifli", "people-1-name": "Rina Maharani", "people-1-sex": "P"}
    assert rina.number not in reads(client, "lookalikes", row="0", **fields)
    assert f'value="1:{rina.number}"' in reads(client, "lookalikes", row="1", **fields)
    assert rina.number not in reads(client, "lookalikes", row="x", **fields)


def test_what_is_told_otherwise_than_the_chosen_client_is_said(client, officer, rina):
    told = {"row": "0", "people-0-client": rina.number, "people-0-name": "Rina", "people-0-sex": "L"}
    assert f"Beda dengan data {rina.number}: Kelamin" in reads(client, "reading", **told)
    assert "Beda dengan" not in reads(client, "reading", **told | {"people-0-sex": "P"})
    with db.unit():
        rina.care_team.restrict(by=officer)
    assert "Beda dengan" not in reads(client, "reading", **told)


def test_a_chosen_client_is_linked_with_the_saving(client, officer, rina):
    chip = client.post("/reports/new", data=CALL | {"choose": f"0:{rina.number}"}, headers=HTMX)
    assert chip.headers["HX-Trigger-After-Settle"] == "chosen" and f'name="people-0-client" type="hidden" value="{rina.number}"' in chip.text
    assert "Lepas" in chip.text and Report.select().count() == 1
    page = client.get(sends(client, **{"people-0-client": rina.number}).location)
    person = ReportPerson.select().order_by(ReportPerson.id.desc()).first()
    assert (person.outcome, person.client_id) == (PersonOutcome.KNOWN_CLIENT, rina.id)
    assert rina.number in page.text and "Apakah salah satu klien ini?" not in page.text


def test_without_javascript_the_same_buttons_redraw_the_form(client, officer, rina):
    page = client.post("/reports/new", data=CALL | {"add_person": "1", "row": "0"})
    assert f'value="0:{rina.number}"' in page.text
    page = client.post("/reports/new", data=CALL | {"choose": f"0:{rina.number}"})
    assert page.status_code == 200 and f'value="{rina.number}"' in page.text and "Anak mengamen di terminal." in page.text
    page = client.post("/reports/new", data=CALL | {"people-0-client": rina.number, "choose": "0"})
    assert f'type="hidden" value="{rina.number}"' not in page.text


def test_a_choice_survives_a_mistake_elsewhere(client, officer, rina):
    page = sends(client, narrative="", **{"people-0-client": rina.number})
    assert page.status_code == 422 and f'name="people-0-client" type="hidden" value="{rina.number}"' in page.text


@pytest.mark.parametrize("number", ["KL-2026-09999", "KL-1", "nobody", "LP-2026-00001", "' OR 1=1--"])
def test_a_client_who_does_not_exist_is_a_sentence_and_nothing_is_saved(client, officer, number):
    page = sends(client, **{"people-0-client": number})
    assert page.status_code == 422 and Report.select().count() == 0 and "Anak mengamen di terminal." in page.text and "Rina Maharani" in page.text


def test_a_hidden_client_cannot_be_linked_by_number(client, officer, rina):
    with db.unit():
        rina.care_team.restrict(by=officer)
    page = sends(client, **{"people-0-client": rina.number})
    assert page.status_code == 422 and "Tidak ada klien dengan nomor ini" in page.text and Report.select().count() == 1


def test_the_page_after_saving_asks_whether_it_is_one_of_these_and_one_key_links(client, officer, rina):
    address = sends(client).location
    page, person = client.get(address), ReportPerson.select().order_by(ReportPerson.id.desc()).first()
    assert "Apakah salah satu klien ini?" in page.text and page.text.count('accesskey="g"') == 1 and f"known/{rina.id}" in page.text
    assert trail(Event.SEARCHED).count() == 1
    token = re.search(r'name="form_token" value="([^"]+)"', page.text)[1]
    answer = client.post(f"/reports/people/{person.id}/known/{rina.id}", data={"form_token": token, "seen": person.version, "from_saved": "1"})
    assert answer.location == address and ReportPerson.get_by_id(person.id).client == rina
    assert "Urungkan" in client.get(address).text


# The page itself and the one after it

def test_three_answers_are_enough_and_nothing_else_is_asked(client, officer):
    assert sends(client, **dict.fromkeys(["village", "place", "people-0-name", "people-0-sex"], "")).status_code == 303
    page = client.post("/reports/new", data={"received_at": "sekarang", "channel": "telephone"})
    assert page.text.count('class="error"') == 3


def test_the_order_is_that_of_the_call(client, officer):
    text = client.get("/reports/new").text
    fields = ["narrative", "danger", "district", "village", "place", "people-0-name", "people-0-nik", "people-0-sex", "people-0-birth", "add_person",
              "reporter_name", "reporter_phone", "happened", "channel", "again", "ticket"]
    places = [text.index(f'name="{name}"') for name in fields]
    assert places == sorted(places) and "<details" in text and "<details open" not in text


def test_save_and_write_another_keeps_place_and_channel_and_says_the_number(client, officer, make):
    answer = sends(client, again="1", happened="tadi pagi")
    page = client.get(answer.location)
    assert urlsplit(answer.location).path == "/reports/new" and "LP-2026-00001 tersimpan" in page.text
    for value in ("99.01.01", "99.01.01.1003", "whatsapp"):
        assert f'<option selected value="{value}">' in page.text
    assert 'value="Terminal"' in page.text and "tadi pagi" not in page.text.replace("sekarang, tadi pagi", "") and "Rina" not in page.text
    client.sign_in(make.user())
    assert "LP-2026" not in client.get(answer.location).text and "Terminal" not in client.get(answer.location).text


def test_the_saved_page_says_by_when_and_what_is_next(client, officer, make):
    page = client.get(sends(client, danger="yes").location)
    assert "<title>Tersimpan · LP-2026-00001 R.M." in page.text and "Batas temu: 2 Mar 2026 10.30" in page.text and "Sisa 30 menit" in page.text
    assert all(words in page.text for words in ("Triase sekarang", "Catat lagi", "Berikutnya"))
    client.sign_in(make.user())
    assert client.get("/reports/1/saved").status_code == 404
    client.sign_in(make.user(Role.MANAGER))
    assert client.get("/reports/1/saved").status_code == 403


def test_no_name_and_no_nik_stands_in_an_address(client, officer, rina):
    sends(client, **{"people-0-nik": NIK, "people-0-client": rina.number})
    for answer in (client.get("/reports/new"), client.get(f"/reports/{Report.select().order_by(Report.id.desc()).get().id}/saved")):
        addresses = re.findall(r'(?:href|action|hx-post|hx-get)="([^"]*)"', answer.text)
        assert not [each for each in addresses if "Rina" in each or NIK in each]
        assert "hx-get" not in answer.text


@pytest.mark.parametrize("part", ["happening", "reading", "lookalikes"])
@pytest.mark.parametrize("row", ["", "0", "-1", "999999", "\u0663", "x" * 5000])
def test_whatever_is_sent_while_typing_is_answered(client, officer, part, row):
    odd = {"people-0-nik": "\0" * 40, "people-0-birth": "9" * 400, "people-0-sex": "?", "people-0-client": "?", "happened": "\u202e" * 70,
           "district": "x" * 900}
    assert client.post(f"/reports/{part}", data=odd | {"row": row}, headers=HTMX).status_code == 200
    assert client.post(f"/reports/{part}", data={}).status_code == 200


def test_that_choosing_a_client_of_others_joins_the_teams_is_said_before(client, officer, make, rina):
    said = "kedua tim bergabung"
    told = {"people-0-name": rina.name, "people-0-nik": rina.nik or ""}
    assert said not in client.post("/reports/lookalikes", data=told | {"people-0-client": rina.number}).text
    client.sign_in(make.user())
    assert said in client.post("/reports/lookalikes", data=told).text
    client.sign_in(stranger := make.user())
    report = make.report(by=stranger, people=[{"name": rina.name, "nik": rina.nik, "sex": rina.sex}])
    assert said in client.get(f"/reports/{report.id}/saved").text and said in client.get(f"/reports/{report.id}/triage").text


def test_a_link_and_its_undoing_stand_on_the_clients_own_trail(make, rina):
    stranger = make.user()
    person = make.report(by=stranger).persons[0]
    with db.unit():
        person.is_known(rina, by=stranger)
        person.unlink(by=stranger)
    rows = Entry.select().where(Entry.subject == "client", Entry.subject_id == rina.id, Entry.by == stranger.id)
    assert [row.detail["fields"] for row in rows] == [["report_person"]] * 2


def test_a_name_without_end_is_not_looked_for_without_end(client, officer, rina):
    words = " ".join(f"{left}{right}ni" for left in string.ascii_lowercase for right in string.ascii_lowercase) * 20
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("portal.reports.reading.lookalikes", lambda sought, user: asked.append(sought) or [])
        assert client.post("/reports/lookalikes", data={"people-0-name": words, "reporter_phone": "9" * 5000}).status_code == 200
        assert client.post("/reports/new", data={"people-0-name": words}).status_code == 422
    assert len(asked) == 2 and all(len(name) <= 200 for sought in asked for name in sought.names)
