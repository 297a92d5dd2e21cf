"""What leaves the desk about a report or a case: the receipt, the blank form, and a message to a colleague."""
import html
import re

import pytest

from portal import clock
from portal.audit import Entry, Event
from portal.clients.blanks import FEW
from portal.db import db
from portal.labels import label
from portal.records import Print
from portal.rules.channels import Channel
from portal.rules.roles import Role
from portal.rules.triage import Flag
from tests.conftest import MONDAY

NAMES = ("Zefanya Wirajaya", "Zefanya", "9901010605090001", "081234567890", "Ibu Kartikasari", "Terminal", "mengamen")


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def report(make, officer):
    return make.report(by=officer, people=[{"name": "Zefanya Wirajaya", "nik": "9901010605090001"}, {}], reporter_name="Ibu Kartikasari",
                       reporter_phone="081234567890")


def words(answer):
    """What a page says, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def printed(client, report, **data):
    answer = client.post(f"/reports/{report.id}/receipts", data=data)
    assert answer.status_code == 303
    return client.get(answer.location)


def test_a_receipt_says_what_was_received_and_names_nobody(client, report):
    assert "Cetak tanda terima" in client.get(f"/reports/{report.id}").text
    paper = words(printed(client, report))
    for said in (report.number, "Senin, 2 Maret 2026 pukul 10.00", "Siti Rahma", "Telepon", "Kota Melati", "2 orang (Z.W., tanpa nama)",
                 "Dirahasiakan", "021-171", "UU 11/2012 Pasal 19", "salinan ke-1"):
        assert said in paper, said
    assert not [name for name in NAMES if name in paper]
    assert Print.get().kind == "receipt" and Entry.select().where(Entry.action == Event.PRINTED, Entry.subject == "report").count() == 1


def test_a_reporter_who_is_no_secret_stands_on_the_receipt_and_nobody_is_anonymous(client, make, officer):
    assert "Ibu Sari" in words(printed(client, make.report(by=officer, reporter_name="Ibu Sari", reporter_secret=False)))
    assert "Anonim" in words(printed(client, make.report(by=officer)))


def test_copies_are_counted_but_a_second_click_is_the_same_copy(client, report):
    first = client.post(f"/reports/{report.id}/receipts").location
    assert client.post(f"/reports/{report.id}/receipts").location == first
    clock.use(lambda: MONDAY.replace(minute=5))
    assert "salinan ke-2" in words(printed(client, report, paper="a4")) and Print.select().count() == 2


def test_a_copy_is_looked_at_by_who_printed_it(client, make, report):
    address = client.post(f"/reports/{report.id}/receipts").location
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(address).status_code == 404 and printed(client, report).status_code == 200
    client.sign_in(make.user())
    assert client.post(f"/reports/{report.id}/receipts").status_code == 404


def test_the_code_on_a_receipt_leads_to_the_report(client, make, report):
    assert "<svg" in printed(client, report).text
    assert client.get(f"/reports/{report.number.lower()}").location == f"/reports/{report.id}"
    assert client.get("/reports/LP-2026-99999").status_code == 404


def labels_of(answer):
    """The labels and legends on the screen, in their order, with those of each choice."""
    found = re.findall(r"<(label|legend)\b[^>]*>(.*?)</\1>", answer.text[answer.text.index("<main"):], re.DOTALL)
    return [plain(text) for _tag, text in found]


def plain(text):
    bare = re.sub(r'<(span|kbd)[^>]*class="[^"]*(hint|optional)[^"]*"[^>]*>.*?</\1>', " ", text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).replace("(boleh kosong)", " ").split())


def asked_on(answer):
    """What the blank form asks, in its order; what is asked of each person once."""
    body = answer.text[answer.text.index("<main"):]
    found = re.findall(r'<div class="ask [^"]*">\s*(?:<b>(.*?)</b>|<span class="tick">(.*?)</span>)|<th scope="row">(.*?)</th>', body, re.DOTALL)
    return list(dict.fromkeys(plain("".join(each)) for each in found))


def test_the_blank_form_asks_what_the_screen_asks_in_its_order(client, make, officer):
    paper, report = asked_on(client.get("/reports/blank-form")), make.report(by=officer)
    screen, triage = labels_of(client.get("/reports/new")), labels_of(client.get(f"/reports/{report.id}/triage"))
    asked = [text for text in screen if text in paper]
    flags = [text for text in triage if text in paper]
    assert asked + flags == paper
    about_the_ticket = {"Diterima 171 pada", "Tiket dikirim oleh", "Nama pengirim tiket", "Tenggat balasan"}
    assert len(flags) == len(Flag) + 2 and set(screen) - set(paper) == {"Ya", "Tidak", "Belum tahu", "Orang ke-1"} | about_the_ticket


def test_the_blank_form_offers_the_choices_of_the_screen(client, officer):
    text = words(client.get("/reports/blank-form"))
    for channel in Channel:
        assert str(label(channel)) in text
    assert text.count("Tidak tahu") >= len(Flag) and text.count("Nama atau panggilan") == 3 and "F-LP" in text and FEW >= 4 and "Kota Melati" in text


def test_printing_a_blank_form_is_on_the_trail_and_tells_of_nobody(client, make, officer):
    answer = client.post("/reports/blank-form", data={"paper": "a4"})
    assert answer.status_code == 303 and "print-a4.css" in client.get(answer.location).text
    entry = Entry.select().where(Entry.action == Event.PRINTED).get()
    assert (entry.subject, entry.detail) == ("", {"kind": "blank_report", "paper": "a4"})
    assert "Formulir kosong" in client.get("/reports").text and client.get("/reports/blank-form?paper=x").status_code == 200


def message(client, address, **choice):
    return client.post(address, data={"wanted": "join", "naming": "initials"} | choice)


def copied(answer):
    return re.search(r'<textarea id="message-text"[^>]*>(.*?)</textarea>', answer.text, re.DOTALL)[1]


def shares():
    return [(entry.subject, entry.detail) for entry in Entry.select().where(Entry.action == Event.SHARED).order_by(Entry.id)]


def test_a_message_about_a_report_carries_number_initials_and_codes(client, report):
    address = f"/reports/{report.id}/summary"
    assert address in client.get(f"/reports/{report.id}").text
    assert "message-text" not in client.get(address).text and not shares()
    text = copied(message(client, address))
    assert text.splitlines() == [f"*{report.number}* (Z.W., tanpa nama)", "Tingkat: Biasa", "Status: Diterima", "Kecamatan: Kota Melati",
                                 "Jumlah orang: 2", "Mohon ikut ke lapangan.", "Rinciannya hanya di Sigap."]
    assert not [name for name in NAMES if name in text] and shares() == [("report", {"wanted": "join", "naming": "initials"})]


def test_a_message_without_initials_carries_none(client, report):
    text = copied(message(client, f"/reports/{report.id}/summary", naming="nobody"))
    assert "Z.W." not in text and text.startswith(f"*{report.number}*\n") and shares()[0][1]["naming"] == "nobody"


def test_a_message_about_a_restricted_report_carries_number_and_level_alone(client, make, officer):
    report = make.report(by=officer, people=[{"name": "Zefanya Wirajaya"}], restricted=True)
    address = f"/reports/{report.id}/summary"
    assert "Dengan inisial" not in client.get(address).text
    assert message(client, address).status_code == 422 and not shares()
    assert copied(message(client, address, naming="nobody")).splitlines()[1:3] == ["Tingkat: Biasa", "Mohon ikut ke lapangan."]


def test_a_message_about_a_case_names_nobody_and_is_on_the_trail(client, make, officer):
    case = make.case(by=officer, person={"name": "Zefanya Wirajaya", "nik": "9901010605090001"})
    address = f"/cases/{case.id}/summary"
    assert address in client.get(f"/cases/{case.id}").text
    text = copied(message(client, address, wanted="decide"))
    assert text.startswith(f"*{case.number}* (Z.W.)\nTingkat: Biasa") and "Kecamatan: Kota Melati" in text and "Mohon keputusan." in text
    assert not [name for name in NAMES if name in text] and shares() == [("case", {"wanted": "decide", "naming": "initials"})]


def test_a_message_is_asked_for_by_who_sees_the_record_whole(client, make, officer, report):
    with db.unit():
        report.restrict(by=officer)
    assert message(client, f"/reports/{report.id}/summary", wanted="x").status_code == 422
    client.sign_in(make.user())
    assert client.get(f"/reports/{report.id}/summary").status_code == 404 and message(client, f"/reports/{report.id}/summary").status_code == 404
