"""Looks into DT-SEN: kept with their proof, put right in sight, asked for anew after 90 days, and filled from lists of SIKS-NG that are not kept."""
import io
import re
import tempfile
from datetime import date, datetime, timedelta

import pytest
from openpyxl import load_workbook

from portal import audit, clock
from portal.audit import Entry, Event
from portal.clients.dtsen import DtsenCheck
from portal.clients.models import Client
from portal.db import db
from portal.desk.tasks import Tasks
from portal.extracts import reading, tidying
from portal.extracts.models import Extract, ExtractRow
from portal.files.models import File
from portal.files.store import cleaned
from portal.records import Revision, Transition
from portal.rules.client import ClientState, ClientStep
from portal.rules.decile import DtsenSource, DtsenStatus
from portal.rules.dtsen_check import CheckState
from portal.rules.dtsen_extract import ExtractState
from portal.rules.dtsen_matching import Fate, Match
from portal.rules.lifecycle import CaseStep
from portal.rules.nik import Sex
from portal.rules.roles import Role
from portal.schema import tables
from portal.tokens import FormToken
from tests.test_imports import excel, text

NIK, OTHER_NIK, CARD = "9901021405120001", "9901024205110002", "9901021405120011"
STRANGER = ("9901020101990009", "9901020101990010", "Zefanya Wirasana", "3")
HEAD = ("NIK", "No KK", "Nama", "Desil", "Per Tanggal")
BORN = date(2012, 5, 14)
PDF = b"%PDF-1.4 surat desa\n%%EOF"


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def case(make, officer):
    case = make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": NIK, "sex": Sex.MALE, "birth_date": BORN})
    with db.unit():
        case.client.correct(by=officer, family_card=CARD)
    return case


@pytest.fixture
def check(case, officer):
    with db.unit():
        return case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=3, checked_on=date(2026, 2, 20), source=DtsenSource.SIKS_NG,
                                       family_card=CARD)


# --- one look

def test_a_look_says_which_card_was_asked_about_and_what_proves_it(client, case):
    data = {"status": "listed", "decile": "3", "checked_on": "20-2-2026", "source": "village_letter", "family_card": "9901021405120099",
            "note": "Surat desa 12/II", "attach": "1"}
    answer = client.post(f"/clients/{case.client_id}/dtsen", data=data)
    check = DtsenCheck.get()
    assert answer.location == f"/files/dtsen_check/{check.id}"
    sent = {"file": (io.BytesIO(PDF), "surat.pdf")}
    assert client.post(answer.location, data=sent, content_type="multipart/form-data").status_code == 303
    page = client.get(f"/clients/dtsen/{check.id}").text
    assert all(words in page for words in (
        "desil 3", "20 Februari 2026", "Surat desa/kelurahan", "Siti Rahma", "Surat desa 12/II", "berbeda dari kartu keluarga klien",
        "990102********99", "1 berkas", "21 Mei 2026"))
    assert "9901021405120099" not in page and "Kembali ke" in client.get(answer.location).text
    assert "9901021405120099" in client.post(f"/clients/dtsen/{check.id}/reveal").text
    assert Entry.select().where(Entry.action == Event.REVEALED, Entry.subject == "dtsen_check").count() == 1


def test_what_was_written_down_wrongly_is_put_right_in_sight(client, check):
    address = f"/clients/dtsen/{check.id}/correction"
    form = client.get(address).text
    assert 'value="3" selected' in form.replace("selected value=\"3\"", 'value="3" selected') and CARD not in form
    data = {"status": "listed", "decile": "4", "checked_on": "21-2-2026", "source": "siks_ng", "seen": "1"}
    assert client.post(address, data=data).status_code == 303
    fresh = DtsenCheck.get_by_id(check.id)
    assert (fresh.decile, fresh.checked_on, fresh.family_card, fresh.version) == (4, date(2026, 2, 21), CARD, 2)
    page = client.get(f"/clients/dtsen/{check.id}").text
    assert "Sebelum diperbaiki" in page and "20 Februari 2026" in page and "desil 3" in page
    assert client.post(address, data=data | {"decile": "5"}).status_code == 409
    assert client.post(address, data=data | {"seen": "2", "checked_on": "besok"}).status_code == 422
    assert Revision.select().where(Revision.subject == "dtsen_check").count() == 1


def test_a_cancelled_look_counts_no_more_and_stays_readable(client, case, check, officer):
    with db.unit():
        newer = case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=8, checked_on=date(2026, 3, 1))
    assert client.post(f"/clients/dtsen/{newer.id}/cancellation", data={"seen": "1"}).status_code == 409
    assert client.post(f"/clients/dtsen/{newer.id}/cancellation", data={"seen": "1", "reason": "Salah orang"}).status_code == 303
    assert Client.get_by_id(case.client_id).dtsen == check
    assert "Salah orang" in client.get(f"/clients/dtsen/{newer.id}").text and "Dibatalkan" in client.get(f"/clients/{case.client_id}").text
    told, file = {"status": "not_listed", "checked_on": "1-3-2026", "source": "bps"}, {"file": (io.BytesIO(PDF), "a.pdf")}
    assert client.post(f"/clients/dtsen/{newer.id}/correction", data=told).status_code == 422
    assert client.post(f"/files/dtsen_check/{newer.id}", data=file, content_type="multipart/form-data").status_code == 422


def test_the_latest_look_counts_by_day_and_then_by_entry(case, officer):
    def look(decile, day, status=DtsenStatus.LISTED):
        with db.unit():
            return case.client.check_dtsen(by=officer, status=status, decile=decile, checked_on=date(2026, 2, day))
    later, earlier, again = look(3, 20), look(2, 10), look(5, 20)
    look(None, 28, DtsenStatus.NOT_CHECKED)
    assert case.client.dtsen == again and DtsenCheck.latest([case.client_id]) == {case.client_id: again}
    assert later != again and earlier.decile == 2


@pytest.mark.parametrize("days, soon, stale", [(82, False, False), (89, True, False), (90, True, True)])
def test_after_ninety_days_it_is_asked_for_again_everywhere_and_at_home_a_week_before(client, case, check, officer, days, soon, stale):
    moment = datetime(2026, 2, 20, 2, 0) + timedelta(days=days)
    clock.use(lambda: moment)
    client.sign_in(officer)
    pages = [client.get(address).text for address in ("/", f"/cases/{case.id}")]
    assert [("Cek ulang DT-SEN" in page) for page in pages] == [soon, stale]
    assert ("perlu dicek ulang sejak 21 Mei 2026" in pages[1]) == stale and ("cek ulang 21 Mei 2026" in pages[1]) != stale
    assert pages[0].count("Cek ulang DT-SEN") == soon


def test_nobody_is_asked_about_a_case_that_is_over(app, case, check, officer):
    clock.use(lambda: datetime(2026, 6, 20, 2, 0))
    assert [task[0] for task in tasks_of(app, officer)] == ["Cek ulang DT-SEN"]
    with db.unit():
        case.move(CaseStep.CANCEL, by=officer, reason="Dua kali dicatat")
    assert tasks_of(app, officer) == []


def tasks_of(app, user, everyones=False):
    """The tasks about DT-SEN: what, by which day, where, and whether this person may do it."""
    with app.test_request_context():
        return [(task.what, clock.local(task.limit).date(), task.url, task.can) for task in Tasks(user, everyones).rows if "DT-SEN" in task.what]


def test_never_looked_up_is_a_task_once_the_assessment_is_handed_in(app, case, officer, make):
    assert tasks_of(app, officer) == []
    with db.unit():
        case.reached("assessed_at", clock.now(), by=officer)
        case.client.check_dtsen(by=officer, status=DtsenStatus.NOT_CHECKED, checked_on=clock.today())
    assert tasks_of(app, officer) == [("Cek DT-SEN", date(2026, 3, 9), f"/clients/{case.client_id}/dtsen?case={case.id}", True)]
    assert tasks_of(app, make.user(Role.MANAGER), True) == [("Cek DT-SEN", date(2026, 3, 9), f"/cases/{case.id}", False)]
    assert tasks_of(app, make.user()) == []


def test_a_look_belongs_to_whoever_sees_the_client_whole(client, check, make):
    client.sign_in(make.user())
    assert client.get(f"/clients/dtsen/{check.id}").status_code == 404
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/clients/dtsen/{check.id}").status_code == 200


# --- lists from SIKS-NG

@pytest.fixture
def manager(make, client, case):
    return client.sign_in(make.user(Role.MANAGER, name="Ibu Manajer"))


@pytest.fixture
def upload(client, manager):
    def send(content, name="desil.xlsx", **more):
        answer = client.post("/extracts/new", data={"file": (io.BytesIO(content), name)} | more, content_type="multipart/form-data")
        assert answer.status_code == 303, re.findall(r'class="error"[^>]*>([^<]+)', answer.text)
        reading.carry_on(int(answer.location.rsplit("/", 1)[1]))
        return Extract.get_by_id(int(answer.location.rsplit("/", 1)[1]))
    return send


def rows_of(extract):
    return [(row.client_id, row.way, row.decile, row.fate, row.ticked) for row in ExtractRow.of(extract).order_by(ExtractRow.line, ExtractRow.id)]


def apply(client, extract, **more):
    ticked = [row.id for row in extract.ticked()]
    return client.post(f"/extracts/{extract.id}", data={"chosen": ticked, "seen": extract.version} | more)


def test_a_list_fills_the_checks_of_the_people_the_office_knows(client, upload, case):
    extract = upload(excel((NIK, CARD, "Andi P", "4", "28/02/2026"), (*STRANGER, "28/02/2026"), head=HEAD))
    assert (extract.state, extract.rows, extract.unmatched, extract.bad) == (ExtractState.PENDING, 2, 1, 0)
    assert rows_of(extract) == [(case.client_id, Match.NIK, 4, Fate.FRESH, True)] and DtsenCheck.select().count() == 0
    page = client.get(f"/extracts/{extract.id}").text
    assert all(words in page for words in ("Andi Pratama", "Belum dicek", "desil 4", "28 Februari 2026", "NIK sama")) and "Zefanya" not in page
    assert apply(client, extract).status_code == 303
    check = DtsenCheck.get()
    assert (check.client_id, check.status, check.decile) == (case.client_id, DtsenStatus.LISTED, 4)
    assert (check.checked_on, check.source) == (date(2026, 2, 28), "siks_ng_extract")
    assert (check.checked_by.name, check.family_card) == ("Ibu Manajer", CARD)
    assert "Daftar dari SIKS-NG" in client.get(f"/clients/{case.client_id}").text and "1 pengecekan" in client.get(f"/extracts/{extract.id}").text


def test_by_nik_then_by_card_then_by_name_and_birth(make, case, officer, upload):
    def somebody(**known):
        return make.verified(by=officer, people=[{"name": "Dewi Lestari"} | known]).people[0].client
    sister, dewi, twin = somebody(), somebody(birth_date=date(2011, 2, 3)), somebody(name="Budi", birth_date=BORN, sex=Sex.MALE)
    with db.unit():
        sister.correct(by=officer, family_card=CARD)
    clients = {each.id for each in (sister, dewi, twin)}
    head = ("Desil", "Tgl Lahir", "Nama", "L/P", "KK", "NIK", "Tanggal")
    extract = upload(text(("2", "", "", "", CARD, NIK, "1/3/2026"), ("0", "03/02/2011", "Dewi Lestari", "", "", "", "1/3/2026"),
                          ("9", "14/05/2012", "Budi", "P", "", "", "1/3/2026"), head=head), "desil.csv")
    assert {row[0] for row in rows_of(extract)} == clients | {case.client_id}
    assert [row[1:] for row in rows_of(extract)] == [
        (Match.NIK, 2, Fate.FRESH, True), (Match.FAMILY_CARD, 2, Fate.FRESH, True), (Match.BIRTH, 0, Fate.FRESH, True),
        (Match.UNSURE, 9, Fate.FRESH, False)]
    assert extract.matched == {"nik": 1, "family_card": 1, "birth": 1, "unsure": 1}


PARTS = "bagian"


def body(content, name):
    """A form as a browser sends it; what the test's own client writes for a large one would touch the disk."""
    head = f'--{PARTS}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
    assert len(content) > 600_000  # from 500 KB on, werkzeug would write to the disk
    return head.encode() + content + f"\r\n--{PARTS}--\r\n".encode()


def test_the_rest_of_the_file_is_kept_nowhere(client, manager, app, caplog, monkeypatch, case):
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *args, **kwargs: pytest.fail("touched the disk"))
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda *args, **kwargs: pytest.fail("touched the disk"))
    big = [(f"99010201019900{n:02}", STRANGER[1], f"Zefanya Wirasana {n}", "3", "28/02/2026") for n in range(10, 99)]
    wrong = (STRANGER[0], STRANGER[1], "Zefanya Wirasana", "Zefanya tidak tahu", "28/02/2026")
    padding = "x" * 200
    rows = [(NIK, CARD, "Andi", "4", "28/02/2026"), wrong, *((*row, padding) for row in big * 40)]
    sent = body(text(*rows, head=(*HEAD, "Alamat")), "Zefanya Wirasana.csv")
    answer = client.post("/extracts/new", data=sent, content_type=f"multipart/form-data; boundary={PARTS}")
    extract = Extract.get_by_id(int(answer.location.rsplit("/", 1)[1]))
    reading.carry_on(extract.id)
    extract = Extract.get_by_id(extract.id)
    assert (extract.state, extract.bad, ExtractRow.select().count()) == (ExtractState.PENDING, 1, 1)
    client.post("/extracts/new", data={"file": (io.BytesIO(text(wrong, head=HEAD[:3])), "Zefanya.csv")}, content_type="multipart/form-data")
    everything = str([db.execute_sql(f'SELECT * FROM "{model._meta.table_name}"').fetchall() for model in tables()])  # noqa: S608 our own names
    everything += caplog.text + client.get(f"/extracts/{extract.id}").text + "".join(
        str(path.name) for path in app.config["INSTANCE"].rglob("*"))
    assert not [secret for secret in ("Zefanya", "Wirasana", *STRANGER[:2], "99010201019900") if secret in everything]
    assert not reading._contents and str(extract.sha256) in everything
    assert FormToken.select().where(FormToken.draft.is_null(False)).count() == 0


def test_a_row_that_cannot_be_taken_is_named_by_line_and_column_alone(client, upload):
    extract = upload(excel((9901021405120001, "", "Andi", "4", "28/02/2026"), ("9901020101990009", "", "Zefanya", "dua belas", "28/02/2026"),
                           (NIK, CARD, "Andi", "4", "besok"), head=HEAD))
    page = client.get(f"/extracts/{extract.id}").text
    assert extract.bad == 3 and [problem[:2] for problem in extract.problems] == [[2, "nik"], [3, "decile"], [4, "checked_on"]]
    assert "Baris 3, Desil" in page and "dua belas" not in page and "Zefanya" not in page and "besok" not in page
    assert ExtractRow.select().count() == 0 and "Tidak ada klien" in page


def test_no_more_than_fifty_problems_are_kept(upload):
    assert len(upload(excel(*[(STRANGER[0], "", "", "", "28/02/2026")] * 51, head=HEAD)).problems) == 50


@pytest.mark.parametrize("on, fate", [("19/02/2026", Fate.OLDER), ("20/02/2026", Fate.KNOWN), ("21/02/2026", Fate.FRESH)])
def test_what_is_known_already_is_shown_and_not_applied(client, check, upload, on, fate):
    extract = upload(excel((NIK, CARD, "", "7", on), head=HEAD))
    row, = ExtractRow.of(extract)
    assert (row.fate, row.ticked) == (fate, fate == Fate.FRESH)
    answer = client.post(f"/extracts/{extract.id}", data={"chosen": [row.id]})
    assert answer.status_code == (303 if fate == Fate.FRESH else 422) and DtsenCheck.select().count() == 1 + (fate == Fate.FRESH)


def test_two_answers_for_one_person_are_refused(client, upload):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), (NIK, CARD, "", "3", "28/02/2026"), head=HEAD))
    row, = ExtractRow.of(extract)
    assert (row.fate, row.ticked) == (Fate.CONFLICT, False) and "Bertentangan" in client.get(f"/extracts/{extract.id}").text
    client.post(f"/extracts/{extract.id}", data={"every": "all"})
    assert client.post(f"/extracts/{extract.id}", data={"seen": ""}).status_code == 422 and DtsenCheck.select().count() == 0


def test_what_somebody_wrote_down_meanwhile_outweighs_the_list(client, upload, case, officer):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    with db.unit():
        case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=2, checked_on=date(2026, 3, 1))
    assert "Lebih lama" in client.get(f"/extracts/{extract.id}").text
    answer = apply(client, extract)
    assert answer.status_code == 422 and case.client.dtsen.decile == 2


def test_each_row_can_be_unticked_and_all_at_once(client, upload):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    address = f"/extracts/{extract.id}"
    for data, status, count in (({"keep": "1"}, 303, 0), ({"every": "all"}, 303, 1), ({"every": "none"}, 303, 0),
                                ({"keep": "1", "chosen": [ExtractRow.get().id]}, 303, 1), ({"keep": "1", "chosen": [99999]}, 422, 1)):
        assert (client.post(address, data=data).status_code, extract.ticked().count()) == (status, count), data
    assert client.post(address, data={"seen": ""}).status_code == 422 and DtsenCheck.select().count() == 0


def test_a_list_is_undone_whole_until_something_rests_on_it(client, upload, check, case):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    apply(client, extract)
    address, made = f"/extracts/{extract.id}/withdrawal", case.client.dtsen
    assert client.post(address, data={"seen": "3"}).status_code == 409
    with db.unit():
        file = File.attach(made, cleaned(PDF), by=extract.made_by, title="Tangkapan layar")
    assert client.post(address, data={"seen": "3", "reason": "Daftar lama"}).status_code == 409
    assert "tidak bisa lagi diurungkan" in client.get(f"/extracts/{extract.id}").text
    with db.unit():
        file.cancel(by=extract.made_by, reason="Salah")
    version = Extract.get_by_id(extract.id).version
    assert client.post(address, data={"seen": version, "reason": "Daftar lama"}).status_code == 303
    assert client.post(address, data={"seen": version, "reason": "Daftar lama"}).status_code == 303
    assert Extract.get_by_id(extract.id).state == ExtractState.UNDONE and case.client.dtsen == check
    assert DtsenCheck.get_by_id(made.id).state == CheckState.CANCELLED and Transition.last_of(made).reason == "Daftar lama"
    assert "Daftar lama" in client.get(f"/clients/dtsen/{made.id}").text and audit.verify() is None


@pytest.mark.parametrize("follow", ["corrected", "looked again"])
def test_what_follows_keeps_a_list_from_being_undone(client, upload, case, officer, follow):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    apply(client, extract)
    with db.unit():
        if follow == "corrected":
            case.client.dtsen.correct(by=officer, status=DtsenStatus.LISTED, decile=6, checked_on=date(2026, 2, 28))
        else:
            case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=6, checked_on=date(2026, 3, 1))
    extract = Extract.get_by_id(extract.id)
    assert client.post(f"/extracts/{extract.id}/withdrawal", data={"seen": extract.version, "reason": "x"}).status_code == 409
    assert extract.fresh().state == ExtractState.APPLIED if db.work else Extract.get_by_id(extract.id).state == ExtractState.APPLIED


def test_discarding_lets_go_of_every_row(client, upload):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    assert client.post(f"/extracts/{extract.id}/cancellation", data={"seen": extract.version}).status_code == 303
    assert (Extract.get_by_id(extract.id).state, ExtractRow.select().count()) == (ExtractState.DISCARDED, 0)
    assert client.post(f"/extracts/{extract.id}", data={"every": "all"}).status_code == 422


def test_what_waits_for_a_day_goes_by_itself(client, upload, monkeypatch):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    for minutes, state, count in ((-1, ExtractState.PENDING, 1), (0, ExtractState.EXPIRED, 0)):
        moment = extract.made_at + timedelta(hours=24, minutes=minutes)
        clock.use(lambda: moment)  # noqa: B023 asked within the turn
        monkeypatch.setitem(tidying._next, "at", clock.machine())
        client.get("/help")
        assert (Extract.get_by_id(extract.id).state, ExtractRow.select().count()) == (state, count)


def test_a_list_without_days_asks_for_one(client, manager, upload):
    list_ = excel((NIK, "7"), head=("NIK", "Desil"))
    for day, words in (("", "tidak punya kolom tanggal"), ("besok", "belum tiba"), ("1-1-2025", "sebelum DT-SEN")):
        answer = client.post("/extracts/new", data={"file": (io.BytesIO(list_), "a.xlsx"), "day": day}, content_type="multipart/form-data")
        assert answer.status_code == 422 and words in answer.text, day
    assert upload(list_, day="1-3-2026").lines.get().checked_on == date(2026, 3, 1)


@pytest.mark.parametrize("content, words", [
    (excel(("Andi", "3"), head=("Nama", "Desil")), "tidak menyebut orangnya"),
    (excel((NIK, CARD), head=("NIK", "No KK")), "Kolom desil tidak ditemukan"),
    (excel(("a", "b"), head=("Warna", "Bentuk")), "judul kolom"), (b"\x89PNG\r\n\x1a\n", "bukan daftar"), (b"", "kosong"),
    (b"PK\x03\x04rusak", "rusak"),
    (excel((NIK, "3", "4"), head=("NIK", "Desil", "Peringkat")), "sama-sama dibaca"),
])
def test_what_is_no_such_list_is_said_beside_the_field(client, manager, content, words):
    answer = client.post("/extracts/new", data={"file": (io.BytesIO(content), "a.xlsx")}, content_type="multipart/form-data")
    assert answer.status_code == 422 and words in answer.text and Extract.select().count() == 0


def test_a_list_that_breaks_off_is_called_unreadable(client, upload):
    rows = [(NIK, "3", "1/3/2026")] * 20
    extract = upload(text(*rows, head=("NIK", "Desil", "Tanggal")) + b'"tanpa penutup;3;1/3/2026\r\n')
    assert extract.state == ExtractState.UNREADABLE and "Tanda kutip" in client.get(f"/extracts/{extract.id}").text


def test_a_restart_while_reading_is_said(client, manager):
    sent = {"file": (io.BytesIO(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD)), "a.xlsx")}
    client.post("/extracts/new", data=sent, content_type="multipart/form-data")
    extract = Extract.get()
    reading._contents.clear()
    reading.carry_on(extract.id)
    assert Extract.get().state == ExtractState.READING and "terhenti" in client.get(f"/extracts/{extract.id}").text
    assert not Entry.select().where(Entry.subject == "extract", Entry.action == Event.READ).exists()
    assert client.post(f"/extracts/{extract.id}/cancellation", data={"seen": extract.version}).status_code == 303


def test_the_trail_tells_counts_and_no_people(client, upload):
    extract = upload(excel((NIK, CARD, "Andi", "7", "28/02/2026"), (*STRANGER, "28/02/2026"), head=HEAD))
    apply(client, extract)
    entries = [(entry.action, entry.detail) for entry in Entry.select().where(Entry.subject == "extract")]
    assert {"created", "finish_reading", "changed", "apply"} <= {action for action, _ in entries}
    assert not [secret for secret in (NIK, CARD, "Andi", "Zefanya") if secret in str(entries)]
    assert Entry.select().where(Entry.subject == "dtsen_check", Entry.action == Event.CREATED).count() == 1


def test_a_client_who_went_into_another_record_gets_the_check_there(client, upload, make, case, officer):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    kept = make.verified(by=officer, people=[{"name": "Andi P"}]).people[0].client
    with db.unit():
        case.client.move(ClientStep.MERGE, by=officer, merged_into=kept)
    apply(client, extract)
    assert DtsenCheck.get().client == kept


def test_a_cancelled_client_gets_none(client, upload, make, officer, case):
    extract = upload(excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD))
    with db.unit():
        case.client.cancel(by=officer, reason="Salah")
    assert apply(client, extract).status_code == 422 and Client.get_by_id(case.client_id).state == ClientState.CANCELLED
    assert DtsenCheck.select().count() == 0


def test_the_same_file_again_is_said(client, upload):
    content = excel((NIK, CARD, "", "7", "28/02/2026"), head=HEAD)
    first = upload(content)
    apply(client, first)
    second = upload(content)
    assert "Berkas yang sama persis" in client.get(f"/extracts/{second.id}").text and rows_of(second)[0][3] == Fate.KNOWN


def test_a_page_of_many_rows_asks_a_fixed_number_of_questions(client, upload, make, officer, monkeypatch):
    for _ in range(3):
        other = make.verified(by=officer, people=[{"name": "Adik Andi"}]).people[0].client
        with db.unit():
            other.correct(by=officer, family_card=CARD)
    one, many = upload(excel((NIK, "", "", "7", "28/02/2026"), head=HEAD)), upload(excel((NIK, CARD, "", "6", "28/02/2026"), head=HEAD))
    assert ExtractRow.of(many).count() == 4
    asked, run = [], type(db).execute_sql

    def counted(self, sql, params=None):
        asked[-1] += sql.startswith("SELECT")
        return run(self, sql, params)
    monkeypatch.setattr(type(db), "execute_sql", counted)
    for extract in (one, many):
        asked.append(0)
        client.get(f"/extracts/{extract.id}")
    assert asked[0] == asked[1]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_is_read_and_its_example_is_not(client, upload, kind):
    made = client.get(f"/extracts/template/{kind}").data
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(made))
        book["Daftar"].append([NIK, "", "", "", "", "3", "", "01/03/2026"])
        written = io.BytesIO()
        book.save(written)
        made = written.getvalue()
    else:
        made += f"{NIK};;;;;3;;01/03/2026\r\n".encode()
    extract = upload(made)
    assert (extract.rows, extract.bad, ExtractRow.select().count()) == (1, 0, 1) and "contoh" in str(client.get(f"/extracts/{extract.id}").text)
