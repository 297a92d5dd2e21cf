"""Tickets of 171: unique, dated, answered in time with a text that names nobody, kept when sent, and a task until then."""
import re
from datetime import timedelta

import pytest

from portal import audit, clock
from portal.db import db
from portal.office.models import Office
from portal.reports.models import Report
from portal.reports.reply import drafted
from portal.rules.channels import Channel
from portal.rules.lifecycle import TryOutcome
from portal.rules.roles import Role
from portal.rules.ticket import TicketSender

CALL = {"narrative": "Anak mengamen di terminal.", "danger": "no", "district": "99.01.01", "channel": "hotline_171", "received_at": "sekarang",
        "people-0-name": "Andi Pratama", "ticket": "171-0009"}


@pytest.fixture
def officer(client, make):
    return client.sign_in(make.user(name="Siti Rahmawati"))


def ticketed(make, officer, **details):
    return make.report(by=officer, channel=Channel.HOTLINE_171, ticket="171-0001", **details)


def later(**span):
    now = clock.now() + timedelta(**span)
    clock.use(lambda: now)


def test_what_171_tells_of_its_ticket_is_kept_and_shown(client, officer):
    told = {"ticket_at": "2-3-2026 08.30", "ticket_from": "companion", "ticket_by": "Wayan, pendamping PKH", "reply_due": "4-3-2026 12.00"}
    client.post("/reports/new", data=CALL | told)
    report = Report.get()
    assert (report.ticket_from, report.ticket_by) == (TicketSender.COMPANION, "Wayan, pendamping PKH")
    page = client.get(f"/reports/{report.id}").text
    assert all(text in page for text in ("2 Mar 2026 08.30", "Pendamping sosial, Wayan, pendamping PKH", "batas 4 Mar 2026 12.00", "Balasan 171"))


@pytest.mark.parametrize("wrong, sentence", [
    ({"channel": "telephone", "ticket": "", "ticket_by": "Wayan"}, "Hanya untuk laporan dari 171"),
    ({"ticket_at": "2-3-2026 10.30"}, "sesudah laporan sampai"), ({"reply_due": "1-3-2026 09.00"}, "lebih awal daripada waktu laporan"),
    ({"ticket_at": "entah kapan"}, "tanggal")])
def test_what_cannot_be_is_said_beside_what_was_typed(client, officer, wrong, sentence):
    response = client.post("/reports/new", data=CALL | wrong)
    assert response.status_code == 422 and sentence in response.text and "Anak mengamen di terminal." in response.text
    assert not Report.select().exists()


def test_the_same_ticket_is_taken_once(client, officer):
    assert client.post("/reports/new", data=CALL).status_code == 303
    again = client.post("/reports/new", data=CALL)
    assert again.status_code == 422 and "LP-2026-00001" in again.text and Report.select().count() == 1


def test_without_a_word_of_171_the_office_sets_the_deadline(client, officer, make):
    report = ticketed(make, officer)
    assert clock.local(report.reply_limit).strftime("%d-%m %H.%M") == "05-03 16.00"
    client.sign_in(make.user(Role.ADMIN))
    assert client.post("/office/replies", data={"reply_days": "0"}).status_code == 422
    assert client.post("/office/replies", data={"reply_days": "1", "seen": Office.select().get().version}).status_code == 303
    client.sign_in(officer)
    page = client.get(f"/reports/{report.id}").text
    assert "batas 3 Mar 2026 16.00" in page and "1 hari kerja menurut dinas" in page


def test_an_unanswered_ticket_is_a_task_on_home_and_on_the_report_until_it_is_answered(client, officer, make):
    report = ticketed(make, officer)
    assert "Balas tiket 171" in client.get("/").text and f'href="/reports/{report.id}/reply"' in client.get("/").text
    assert "Balas tiket 171" in client.get(f"/reports/{report.id}").text
    client.post(f"/reports/{report.id}/reply", data={"reply": "Sudah ditangani.", "at": "sekarang", "seen": report.version})
    assert "Balas tiket 171" not in client.get("/").text


def test_an_ordinary_report_owes_nobody_a_reply(client, officer, make):
    report = make.report(by=officer)
    assert not report.owes_reply and "Balasan" not in client.get(f"/reports/{report.id}").text


def test_a_late_reply_is_marked_so(client, officer, make):
    report = ticketed(make, officer)
    later(days=4)
    page = client.get(f"/reports/{report.id}").text
    assert 'mark-late">Lewat' in page.split('id="reply"')[1].split("</section>")[0]


def test_the_reply_says_what_was_done_and_names_nobody(client, officer, make):
    report = ticketed(make, officer, people=[{"name": "Andi Pratama", "nik": "9901011405120001"}])
    assert "belum terverifikasi" in client.get(f"/reports/{report.id}/reply").text
    case = make.case(by=officer, channel=Channel.HOTLINE_171, ticket="171-0002")
    later(hours=3)
    with db.unit():
        case.tried(TryOutcome.MET, by=officer, place="Terminal", who_met="Ibunya")
    words = drafted(case.reports.get(), officer)
    for text in ("tiket 171-0002", "terverifikasi 2 Mar 2026 10.00", "2 Mar 2026 13.00: kunjungan lapangan: ditemui", "(inisial A.P.)",
                 "Tingkat: Mendesak", "Narahubung: Siti Rahmawati, Dinas Sosial"):
        assert text in words, words
    for secret in ("Andi", "Pratama", "9901011405120001", "Ibunya", "Terminal"):
        assert secret not in words + drafted(report, officer)


def test_a_case_one_may_not_see_is_not_told(officer, make):
    case = make.case(by=make.user(), channel=Channel.HOTLINE_171, ticket="171-0003", restricted=True)
    assert "kasus dibuka" not in drafted(case.reports.get(), officer)
    assert "kasus dibuka" in drafted(case.reports.get(), case.lead)


@pytest.mark.parametrize("reply, sentence", [
    ("Andi Pratama sudah ditemui.", "nama lengkap"), ("NIK 9901 0114 0512 0001", "tampak seperti NIK"), ("", "Tulis isi balasannya")])
def test_a_reply_that_tells_who_it_is_is_not_kept(client, officer, make, reply, sentence):
    report = ticketed(make, officer)
    response = client.post(f"/reports/{report.id}/reply", data={"reply": reply, "at": "sekarang", "seen": report.version})
    assert response.status_code == 422 and sentence in response.text and reply in response.text
    assert Report.get_by_id(report.id).replied_at is None


def test_a_reply_is_kept_with_who_sent_it_and_when_and_the_one_before_stays(client, officer, make):
    report = ticketed(make, officer)
    for words in ("Sedang kami cek.", "Sudah ditemui."):
        later(hours=1)
        seen = Report.get_by_id(report.id).version
        assert client.post(f"/reports/{report.id}/reply", data={"reply": words, "at": "sekarang", "seen": seen}).status_code == 303
    report = Report.get_by_id(report.id)
    assert (report.reply, report.replied_at, report.replied_by) == ("Sudah ditemui.", clock.now(), officer)
    assert report.earlier_replies == ["Sedang kami cek."]
    page = client.get(f"/reports/{report.id}").text
    assert "Siti Rahmawati" in page and "Balasan sebelumnya (1)" in page and "Sedang kami cek." in page and audit.verify() is None


def test_the_level_follows_the_answers_at_once_and_nothing_is_saved_by_looking(client, officer, make):
    report = make.report(by=officer)
    shown = client.post(f"/reports/{report.id}/triage", data={"R3": "yes", "preview": "1"}, headers={"HX-Request": "true"})
    assert shown.status_code == 200 and "Darurat" in shown.text and "<html" not in shown.text
    calm = client.post(f"/reports/{report.id}/triage", data={"R1": "no", "preview": "1"}, headers={"HX-Request": "true"})
    assert "Biasa" in calm.text and Report.get_by_id(report.id).triaged_at is None


def test_triage_shows_who_it_may_be_and_one_choice_settles_it(client, officer, make):
    known = make.case(by=officer).client
    report = make.report(by=officer, people=[{"name": "Andi Pratama"}, {"name": "Dede"}])
    page = client.get(f"/reports/{report.id}/triage")
    keys = [each.get("accesskey") for each in page.page.all("input", "button")]
    assert known.number in page.text and keys.count("1") == 1 and keys.count("g") == 1 and keys.count("s") == 1
    person = report.people[0]
    token = next(each["value"] for each in page.page.all("input") if each.get("name") == "form_token")
    sent = {"number": known.number, "seen": person.version, "form_token": token, "from_triage": "1"}
    assert client.post(f"/reports/people/{person.id}/known", data=sent).location == f"/reports/{report.id}/triage"
    assert "Sudah dipastikan" in client.get(f"/reports/{report.id}/triage").text


@pytest.mark.parametrize("step, sentence", [("put_outside", "ke mana pelapor diarahkan"), ("hand_over", "instansi yang menerima")])
def test_leaving_us_asks_where_to_and_waits_for_a_manager(client, officer, make, step, sentence):
    report = make.report(by=officer)
    asked = client.post(f"/reports/{report.id}/disposition", data={"step": step, "handed_to": "", "reason": "Dari kabupaten lain"})
    assert asked.status_code == 422 and sentence in asked.text and "Dari kabupaten lain" in asked.text and 'id="handed_to-error"' in asked.text
    client.post(f"/reports/{report.id}/disposition", data={"step": step, "handed_to": "Dinas Sosial Samudra", "reason": "Dari kabupaten lain"})
    assert Report.get_by_id(report.id).proposal.asked["handed_to"] == "Dinas Sosial Samudra" and Report.get_by_id(report.id).state == "received"


@pytest.mark.parametrize("channel, ticket, warned", [("hotline_171", "", True), ("sp4n", "", True), ("hotline_171", "171-0009", False),
                                                     ("telephone", "", False)])
def test_a_ticket_without_its_number_is_said_until_it_is_written(client, officer, channel, ticket, warned):
    saved = client.post("/reports/new", data=CALL | {"channel": channel, "ticket": ticket}).location
    report = Report.get()
    for address in (saved, f"/reports/{report.id}"):
        page = client.get(address).text
        assert ("belum dicatat" in page) == warned and (f'/reports/{report.id}/correction#ticket' in page) == warned


@pytest.mark.parametrize("channel, opened", [("hotline_171", True), ("sp4n", True), ("telephone", False)])
def test_a_channel_with_tickets_opens_the_details(client, officer, channel, opened):
    page = client.post("/reports/new", data=CALL | {"channel": channel, "ticket": "", "narrative": ""})
    assert page.status_code == 422 and ('<details class="more" open>' in page.text) == opened


def test_who_a_person_is_linked_to_is_said_where_the_decision_is_changed(client, officer, make):
    known, report = make.case(by=officer).client, make.report(by=officer)
    person = report.people[0]
    assert "Sekarang ditautkan ke" not in client.get(f"/reports/people/{person.id}").text
    with db.unit():
        person.is_known(known, by=officer)
    page = client.get(f"/reports/people/{person.id}").text
    assert re.search(rf"Sekarang ditautkan ke <a[^>]*>{known.number}</a> {known.name}", page)
