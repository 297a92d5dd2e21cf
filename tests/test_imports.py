"""An office's list becomes clients: what is read, what is refused, who sees it and when, and that it can be taken back."""
import csv
import io
import re
import zipfile
from datetime import date, datetime, timedelta

import pytest
from openpyxl import Workbook, load_workbook

from portal import audit
from portal.accounts.teams import CareTeam
from portal.audit import Entry, Event
from portal.clients.lookalikes import lookalikes
from portal.clients.models import Client, Relation
from portal.db import UnauditedWrite, db
from portal.imports import work
from portal.imports.excel import UNCOUNTED
from portal.imports.models import ImportBatch, ImportRow, ImportUpload
from portal.imports.problems import problems_of
from portal.records import Transition
from portal.rules.client import ClientState, RelationKind
from portal.rules.import_columns import HEADS, Column
from portal.rules.imports import ImportState, Verdict
from portal.rules.matching import Sought
from portal.rules.roles import Role
from portal.words import SearchWord

NIK = "9901021405120001"
HEAD = ("Nama Lengkap", "L/P", "Tgl Lahir", "NIK", "No HP", "Kecamatan", "Nama Ibu", "Keterangan", "Tanggal catatan")
ANDI = ("Andi Pratama", "L", "14/05/2012", NIK, "081234567890", "Kota Melati", "Rini", "Pernah didampingi.", "20/01/2025")
DEWI = ("Dewi Lestari", "P", "2011", "", "", "Kec. Kota Melati", "", "", "")


def excel(*rows, head=HEAD, title="Daftar"):
    """A workbook of these rows as bytes; text stays text, whatever it begins with."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in (head, *rows):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def text(*rows, head=HEAD, separator=";", coding="utf-8-sig"):
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator).writerows([head, *rows])
    return written.getvalue().encode(coding)


@pytest.fixture
def manager(make, client):
    return client.sign_in(make.user(Role.MANAGER, name="Ibu Manajer"))


@pytest.fixture
def lead(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def upload(client, manager):
    def send(content, name="daftar.xlsx"):
        answer = client.post("/imports/new", data={"file": (io.BytesIO(content), name)}, content_type="multipart/form-data")
        assert answer.status_code == 303, re.findall(r'class="error"[^>]*>([^<]+)', answer.text)
        batch = ImportBatch.get_by_id(int(answer.location.rsplit("/", 1)[1]))
        work.carry_on(batch.id)
        return ImportBatch.get_by_id(batch.id)
    return send


@pytest.fixture
def staged(client, upload, lead):
    """A batch whose clients are in, and seen by nobody."""
    def run(*rows):
        batch = upload(excel(*(rows or (ANDI, DEWI))))
        assert client.post(f"/imports/{batch.id}/run", data={"lead": str(lead.id), "seen": batch.version}).status_code == 303
        work.carry_on(batch.id)
        return ImportBatch.get_by_id(batch.id)
    return run


@pytest.fixture
def live(client, staged):
    def publish(*rows):
        batch = staged(*rows)
        assert client.post(f"/imports/{batch.id}/publication", data={"seen": batch.version}).status_code == 303
        return ImportBatch.get_by_id(batch.id)
    return publish


def faults(batch):
    """{cell: its fault} of everything that was found wrong."""
    return {each.cell: each.sentence for row in batch.troubled() for each in problems_of(row, batch.heads)}


def actions(record):
    """What the trail says was done to a record."""
    mine = (Entry.subject == record._meta.table_name) & (Entry.subject_id == record.id)
    return [row.action for row in Entry.select().where(mine).order_by(Entry.id)]


def words_of(client):
    return {row.word for row in SearchWord.select().where(SearchWord.subject == "client", SearchWord.subject_id == client.id)}


def refusal(client, content, name="daftar.xlsx"):
    answer = client.post("/imports/new", data={"file": (io.BytesIO(content), name)}, content_type="multipart/form-data")
    assert answer.status_code == 422 and not ImportBatch.select().exists()
    return answer.text


# Reading

@pytest.mark.parametrize("content, name", [
    (excel(ANDI, DEWI), "a.xlsx"), (text(ANDI, DEWI), "a.csv"), (text(ANDI, DEWI, separator=",", coding="utf-8"), "a.csv"),
    (text(ANDI, DEWI, separator="\t", coding="utf-16"), "a.txt"), (b"sep=;\r\n" + text(ANDI, DEWI, coding="utf-8"), "a.csv"),
    (text(("DATA ANAK 2025",), (), ANDI, DEWI, head=("",)).replace(b"Andi Pratama;", ";".join(HEAD).encode() + b"\r\nAndi Pratama;", 1), "a.csv"),
], ids=["xlsx", "semicolon and mark", "comma", "tab in utf-16", "sep hint", "title above the heads"])
def test_a_list_is_read_from_excel_and_from_text(upload, content, name):
    batch = upload(content, name)
    assert (batch.state, batch.rows, batch.bad, batch.warned) == (ImportState.CHECKED, 2, 0, 0), faults(batch)
    first, second = ImportRow.of(batch)
    assert first.told["person"] | {"name": "Andi Pratama", "sex": "L", "birth_date": "2012-05-14", "nik": NIK, "district": "99.01.01",
                                   "history": "Pernah didampingi.", "history_on": "2025-01-20"} == first.told["person"]
    assert first.told["kin"][0]["kind"] == "mother" and second.told["person"]["birth_precision"] == "year"
    assert not ImportUpload.select().exists()


def test_excel_s_own_days_numbers_and_texts_are_read_as_what_they_are(upload):
    row = ("Budi", "Laki-laki", datetime(2012, 5, 14), None, None, None, "=1+1", "=HYPERLINK(\"http://x\")", date(2025, 1, 20))
    batch = upload(excel(row))
    told = ImportRow.of(batch).get().told
    assert batch.bad == 0 and told["person"]["birth_date"] == "2012-05-14" and told["person"]["history"] == '=HYPERLINK("http://x")'
    assert told["kin"][0]["name"] == "=1+1"


def test_a_nik_or_telephone_kept_as_a_number_is_reported_and_not_guessed(client, upload):
    batch = upload(excel(ANDI, ("Budi", "L", "2012", 9901021405120000, 81234567890, "", "", "", "")))
    assert batch.bad == 1 and set(faults(batch)) == {"D3", "E3"}
    page = client.get(f"/imports/{batch.id}/problems")
    assert "D3" in page.text and "9901******00" in page.text and "9901021405120000" not in page.text and "disimpan sebagai angka" in page.text


def test_in_a_csv_a_power_of_ten_is_no_nik_and_a_lost_zero_is_said(upload):
    batch = upload(text(("Budi", "L", "", "9,90102E+15", "", "", "", "", ""), ("Cici", "P", "", "", "81234567890", "", "", "", "")), "a.csv")
    assert set(faults(batch)) == {"D2", "E3"} and (batch.bad, batch.warned) == (1, 1)


@pytest.mark.parametrize("place, value, cell", [
    (0, "", "A2"), (0, "a" * 201, "A2"), (1, "X", "B2"), (2, "30/02/2012", "C2"), (2, "12", "C2"), (2, "1-1-2030", "C2"), (3, "123", "D2"),
    (3, "#N/A", "D2"), (4, "abc", "E2"), (5, "Antah", "F2"), (8, "1-1-2030", "I2"),
])
def test_every_problem_has_its_cell(upload, place, value, cell):
    row = ["Andi", "L", "2012", "", "", "Kota Melati", "", "Catatan", ""]
    row[place] = value
    batch = upload(text(row), "a.csv")
    assert list(faults(batch)) == [cell] and batch.bad == 1


def test_a_formula_that_was_never_worked_out_is_said(upload):
    content, changed = excel(("Andi", "L", "BUAT", "", "", "", "", "", "")), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part, re.sub(rb'<c r="C2"[^>]*>.*?</c>', b'<c r="C2"><f>TODAY()</f></c>', data) if "sheet1" in part.filename else data)
    assert "belum dihitung" in faults(upload(changed.getvalue()))["C2"]


@pytest.mark.parametrize("hostile", [
    b'<c r="A1"' * 50_000 + b"<f", b'<c r="A1"><f' * 50_000, (b'<c r="A1"><f>x</f>' + b" " * 2_000) * 200, b"<c " + b'r="A1" ' * 100_000])
def test_a_hostile_sheet_is_looked_through_once(hostile):
    """With a pattern that tries again this would not end while anybody waits."""
    assert UNCOUNTED.findall(hostile) == []


def test_unknown_columns_and_other_sheets_are_said(client, upload):
    book = load_workbook(io.BytesIO(excel(("Andi", "merah"), head=("Nama", "Warna Kesukaan"))))
    book.create_sheet("Rekap 2024")
    written = io.BytesIO()
    book.save(written)
    page = client.get(f"/imports/{upload(written.getvalue()).id}").text
    assert "B Warna Kesukaan" in page and "Rekap 2024" in page


def test_the_template_reads_back_with_its_example_left_out(client, upload, manager):
    for kind in ("xlsx", "csv"):
        answer = client.get(f"/imports/template/{kind}")
        assert "attachment" in answer.headers["Content-Disposition"]
        batch = upload(answer.data, f"t.{kind}")
        assert batch.state == ImportState.UNREADABLE and "Tidak ada baris" in client.get(f"/imports/{batch.id}").text
    book = load_workbook(io.BytesIO(client.get("/imports/template/xlsx").data))
    heads = [cell.value for cell in book["Daftar"][1]]
    assert len(heads) == len(Column) and book["Daftar"].column_dimensions["G"].number_format == "@"
    assert "Kota Melati" in str([cell.value for row in book["Petunjuk"] for cell in row])
    assert Entry.select().where(Entry.action == Event.DOWNLOADED).count() == 3
    assert upload(excel(tuple("Budi" if head == "Nama lengkap" else "" for head in heads), head=heads)).rows == 1


def test_every_head_of_the_template_is_known():
    assert all(heads for heads in HEADS.values()) and set(HEADS) == set(Column)


def bomb():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            archive.writestr(name, "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 90_000_000)
    return written.getvalue()


def with_part(name, data):
    written = io.BytesIO(excel(ANDI))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(name, data)
    return written.getvalue()


@pytest.mark.parametrize("content, sentence", [
    (b"", "Pilih berkas"), (b"  \n", "kosong"), (b"\xd0\xcf\x11\xe0" + b"x" * 600, "Excel lama"), (b"%PDF-1.4", "bukan daftar"),
    (b"MZ\x90\x00\x03\x00\x00\x00" * 40, "bukan daftar"), (b"nama\x01\x02;l/p\n", "bukan daftar"),
    (b"PK\x03\x04rusak", "rusak"), (excel(ANDI)[:900], "rusak"), (with_part("xl/vbaProject.bin", b"x"), "makro"),
    (with_part("xl/x.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "rusak"), (bomb(), "80 MB"), (b"nama,nama lengkap,l/p\nA,B,L", "sama-sama dibaca"),
    (b"satu,dua\n1,2", "judul kolom"), (b'nama;l/p\n"Andi;L\nBudi;P', ""), 
    (";".join(["nama", "l/p", *(f"k{n}" for n in range(70))]).encode(), "60 kolom"),
])
def test_a_file_that_cannot_be_taken_is_refused_with_a_sentence(client, manager, content, sentence):
    if sentence:
        assert sentence in refusal(client, content)


def test_a_quotation_mark_that_is_never_closed_is_said(client, upload):
    rows = "".join(f"Anak {n};L\n" for n in range(30))
    batch = upload(f'nama;l/p\n{rows}"Andi;L\nBudi;P\n'.encode(), "a.csv")
    assert batch.state == ImportState.UNREADABLE and "Tanda kutip" in client.get(f"/imports/{batch.id}").text and not ImportRow.select().exists()


def test_a_list_without_rows_and_one_with_too_many_are_said(client, upload, monkeypatch):
    assert upload(text(), "a.csv").state == ImportState.UNREADABLE
    monkeypatch.setattr("portal.imports.book.MAX_ROWS", 1)
    batch = upload(text(ANDI, DEWI), "a.csv")
    assert batch.state == ImportState.UNREADABLE and "baris" in client.get(f"/imports/{batch.id}").text


def test_a_name_is_cleaned_and_no_name_stands_in_the_title(client, upload):
    batch = upload(excel(ANDI), "../../data\u202eanak.xlsx")
    assert batch.file_name == "dataanak.xlsx" and "dataanak" not in re.search("<title>(.*?)</title>", client.get(f"/imports/{batch.id}").text)[1]


# People alike

def test_who_stands_in_the_list_twice_or_is_known_is_shown_and_can_stay_out(client, make, upload, lead, manager):
    known = make.verified(by=lead, people=[{"name": "Andy Pratama", "sex": "L", "birth_date": date(2012, 5, 14), "nik": NIK}])
    batch = upload(excel(ANDI, DEWI, DEWI, ("Joko", "L", "2001", "", "", "", "", "", "")))
    assert (batch.rows, batch.alike, batch.asked) == (4, 2, 4)
    page = client.get(f"/imports/{batch.id}/alike").text
    number = known.persons[0].client.number
    assert number in page and "baris 3" in page and NIK not in page and "NIK sama" in page
    andi = ImportRow.get(ImportRow.line == 2)
    assert client.post(f"/imports/{batch.id}/alike", data={"out": andi.id}).status_code == 303
    assert [row.line for row in batch.ready()] == [3, 4, 5]
    client.post(f"/imports/{batch.id}/alike", data={"every": "out"})
    assert [row.line for row in batch.ready()] == [3, 5]
    client.post(f"/imports/{batch.id}/alike", data={"every": "in"})
    assert batch.ready().count() == 4
    assert client.post(f"/imports/{batch.id}/alike", data={"out": "999999"}).status_code == 422


def test_when_time_is_over_the_page_says_how_many_were_asked(client, upload, manager, monkeypatch):
    monkeypatch.setattr("portal.imports.checking.SEEKING", timedelta(0))
    batch = upload(excel(ANDI, DEWI))
    assert batch.asked == 0 and "2 dari 2 baris belum dibandingkan" in client.get(f"/imports/{batch.id}").text
    monkeypatch.setattr("portal.imports.checking.SEEKING", timedelta(seconds=20))
    assert client.post(f"/imports/{batch.id}/continuation", data={"seen": batch.version}).status_code == 303
    work.carry_on(batch.id)
    batch = ImportBatch.get_by_id(batch.id)
    assert (batch.state, batch.asked) == (ImportState.CHECKED, 2) and "belum dibandingkan" not in client.get(f"/imports/{batch.id}").text


# The run, and the moment from which it exists

def test_a_run_makes_clients_like_those_that_are_written_down_by_hand(make, staged, lead, manager):
    batch = staged()
    andi = Client.get(Client.nik == NIK)
    by_hand = make.verified(by=lead, people=[{"name": "Andi Pratama", "sex": "L", "birth_date": date(2012, 5, 14), "nik": NIK}]).persons[0].client
    assert (batch.state, batch.clients, andi.number) == (ImportState.STAGED, 2, "KL-2026-00001")
    assert (andi.history, andi.history_on, andi.district, andi.version) == ("Pernah didampingi.", date(2025, 1, 20), "99.01.01", 1)
    assert andi.care_team.lead == lead and andi.care_team.staged == batch.id
    assert Relation.get(Relation.client == andi).kind == RelationKind.MOTHER
    assert {word for word in words_of(by_hand) if not word.startswith("=")} <= words_of(andi)
    assert actions(andi) == actions(by_hand) == ["created"]
    assert actions(andi.care_team) == ["created", "joined_team"]
    assert audit.verify() is None


def test_nothing_of_a_batch_exists_for_anybody_until_it_goes_live(client, make, staged, lead):
    make.verified(by=lead, people=[{"name": "Andy Pratamo"}])
    maker = make.user(Role.MANAGER)
    people = {"lead": lead, "officer": make.user(), "manager": make.user(Role.MANAGER), "both": make.user(Role.OFFICER, Role.MANAGER)}

    def views(user):
        client.sign_in(user)
        found = [client.get("/clients").text, client.get("/").text]
        found += [client.get(client.post(path, data={"q": words}).location).text for path in ("/search/", "/clients/search")
                  for words in ("Andi Pratama", NIK, "KL-2026-00002", "081234567890", "Dewi")]
        return [re.sub(r's=[\w-]{12}|name="[\w]+" value="[^"]*"', "", page) for page in found]
    before = {name: views(user) for name, user in people.items()}
    client.sign_in(maker)
    batch = staged()
    andi = Client.get(Client.nik == NIK)
    for name, user in people.items():
        assert views(user) == before[name], name
        assert client.get(f"/clients/{andi.id}").status_code == 404
        assert not andi.exists_for(user) and not Client.whole_to(user).where(Client.id == andi.id).exists()
        assert andi.id not in [each.client.id for each in lookalikes(Sought(names=("Andi Pratama",), nik=NIK), user)]
    client.sign_in(maker)
    assert client.post(f"/imports/{batch.id}/publication", data={"seen": batch.version}).status_code == 303
    for user in (lead, people["manager"]):
        client.sign_in(user)
        assert "Andi Pratama" in client.get("/clients").text and "Pernah didampingi." in client.get(f"/clients/{andi.id}").text
    client.sign_in(people["officer"])
    assert "A.P." in client.get("/clients").text and "Andi Pratama" not in client.get("/clients").text


def test_going_live_lets_the_list_go_and_keeps_who_came_of_it(client, live):
    batch = live(ANDI, DEWI, ("", "L", "", "", "", "", "", "", ""))
    rows = list(ImportRow.of(batch))
    assert (batch.state, batch.bad, batch.clients, len(rows)) == (ImportState.LIVE, 1, 2, 2)
    assert {(row.told, row.faults, row.others) for row in rows} == {(None, None, None)}
    assert not CareTeam.select().where(CareTeam.staged.is_null(False)).exists()
    assert Entry.select().where(Entry.subject == "import_batch", Entry.action == "go_live").count() == 1
    assert "Tarik kembali" in client.get(f"/imports/{batch.id}").text and client.get(f"/imports/{batch.id}/problems").status_code == 200


def test_sending_twice_makes_one(client, upload, lead, manager):
    page = client.get("/imports/new")
    token = re.search(r'name="form_token" value="([^"]+)"', page.text)[1]
    answers = [client.post("/imports/new", data={"file": (io.BytesIO(excel(ANDI)), "a.xlsx"), "form_token": token},
                           content_type="multipart/form-data") for _ in range(2)]
    assert answers[0].location == answers[1].location and ImportBatch.select().count() == 1
    batch = ImportBatch.get()
    work.carry_on(batch.id)
    seen = ImportBatch.get_by_id(batch.id).version
    token = re.search(r'name="form_token" value="([^"]+)"', client.get(f"/imports/{batch.id}/run").text)[1]
    for _ in range(2):
        assert client.post(f"/imports/{batch.id}/run", data={"lead": str(lead.id), "seen": seen, "form_token": token}).status_code == 303
    work.carry_on(batch.id)
    work.carry_on(batch.id)
    seen = ImportBatch.get_by_id(batch.id).version
    assert [client.post(f"/imports/{batch.id}/publication", data={"seen": seen}).status_code for _ in range(2)] == [303, 303]
    assert Client.select().count() == 1


def test_an_interrupted_run_goes_on_without_doubles(client, upload, lead, manager, monkeypatch):
    monkeypatch.setattr("portal.imports.staging.CHUNK", 2)
    batch = upload(excel(*((f"Anak {n}", "L", "2012", "", "", "", "", "", "") for n in range(7))))
    client.post(f"/imports/{batch.id}/run", data={"lead": str(lead.id), "seen": batch.version})
    kept, calls = work.stage.__globals__["become"], []

    def failing(rows, *args, **kwargs):
        made = kept(rows, *args, **kwargs)
        calls.append(rows)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return made
    monkeypatch.setitem(work.stage.__globals__, "become", failing)
    with pytest.raises(KeyboardInterrupt):
        work.carry_on(batch.id)
    assert Client.select().count() == 2
    page = client.get(f"/imports/{batch.id}").text
    assert "2 dari 7 klien" in page and "Lanjutkan" in page and 'equiv="refresh"' not in page
    assert client.post(f"/imports/{batch.id}/continuation", data={"seen": ImportBatch.get_by_id(batch.id).version}).status_code == 303
    monkeypatch.undo()
    work.carry_on(batch.id)
    assert sorted(client.name for client in Client.select()) == [f"Anak {n}" for n in range(7)]
    assert sorted(client.number for client in Client.select()) == [f"KL-2026-{n:05d}" for n in range(1, 8)]
    assert ImportBatch.get_by_id(batch.id).state == ImportState.STAGED and audit.verify() is None


def test_an_interrupted_check_is_begun_anew(client, upload, manager, monkeypatch):
    monkeypatch.setattr("portal.imports.checking.READ_AT_ONCE", 1)
    monkeypatch.setattr("portal.imports.checking._done_reading", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        upload(excel(ANDI, DEWI))
    monkeypatch.undo()
    batch = ImportBatch.get()
    assert ImportRow.select().count() == 2 and "Lanjutkan" in client.get(f"/imports/{batch.id}").text
    work.carry_on(batch.id)
    assert (ImportRow.select().count(), ImportBatch.get().state) == (2, ImportState.CHECKED)


def test_a_discarded_batch_leaves_nothing_to_see(client, staged, manager):
    batch = staged()
    assert client.post(f"/imports/{batch.id}/cancellation", data={"seen": batch.version}).status_code == 303
    assert ImportBatch.get_by_id(batch.id).state == ImportState.DISCARDED
    assert {each.state for each in Client.select()} == {ClientState.CANCELLED}
    assert not SearchWord.select().where(SearchWord.subject == "client").exists()
    assert "Andi Pratama" not in client.get("/clients").text and {row.told for row in ImportRow.of(batch)} == {None}
    assert client.post(f"/imports/{batch.id}/publication", data={"seen": ImportBatch.get_by_id(batch.id).version}).status_code == 409
    assert not client.get(f"/clients/{Client.get(Client.nik == NIK).id}").status_code == 200


# Taking it back

def test_an_untouched_batch_is_taken_back_whole(client, live, manager):
    batch = live()
    andi = Client.get(Client.nik == NIK)
    assert client.get(f"/clients/{andi.id}").status_code == 200
    assert client.post(f"/imports/{batch.id}/withdrawal", data={"seen": batch.version}).status_code == 409
    batch = ImportBatch.get_by_id(batch.id)
    assert client.post(f"/imports/{batch.id}/withdrawal", data={"seen": batch.version, "reason": "Daftar yang salah"}).status_code == 303
    assert client.get(f"/clients/{andi.id}").status_code == 404 and "Andi" not in client.get("/clients?state=cancelled").text
    assert {(each.state, each.version) for each in Client.select()} == {(ClientState.CANCELLED, 2)}
    move = Transition.last_of(andi)
    assert (move.reason, move.after) == ("impor ditarik", ClientState.CANCELLED) and audit.verify() is None
    assert Transition.last_of(batch).reason == "Daftar yang salah"


TOUCHES = {
    "changed": lambda client, by: client.correct(by=by, school="SD 1"),
    "relation": lambda client, by: client.add_relation(by=by, kind=RelationKind.FATHER, name="Joko"),
    "alias": lambda client, by: client.add_alias("Si Kecil", by=by),
    "amended": lambda client, by: Relation.get(Relation.client == client).amend(by=by, kind=RelationKind.OTHER, name="Rini B"),
    "cancelled": lambda client, by: client.cancel(by=by, reason="Salah"),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_batch_that_somebody_works_with_stays(client, make, live, lead, manager, touch):
    batch = live()
    andi = Client.get(Client.nik == NIK)
    with db.unit():
        TOUCHES[touch](andi, lead)
    page = client.get(f"/imports/{batch.id}").text
    assert "1 klien sudah diubah" in page and andi.number in page and "Tarik kembali" not in page
    answer = client.post(f"/imports/{batch.id}/withdrawal", data={"seen": batch.version, "reason": "Salah"})
    assert answer.status_code == 409 and "1 klien di dalamnya" in answer.text and Client.get_by_id(andi.id).care_team.staged is None


def test_a_case_opened_or_a_report_that_speaks_of_them_touches_too(client, make, live, lead, manager):
    batch = live()
    andi = Client.get(Client.nik == NIK)
    report = make.triaged(by=lead)
    with db.unit():
        report.people.get().is_known(andi, by=lead)
    assert client.post(f"/imports/{batch.id}/withdrawal", data={"seen": batch.version, "reason": "Salah"}).status_code == 409


# Papers, rights, the trail

def test_the_problem_list_is_a_csv_without_formulas_and_on_the_trail(client, upload, manager):
    batch = upload(text(("=cmd|' /C calc'!A0" + "x" * 200, "@SUM(1)", "+1", "-5", "", "", "", "", "")), "a.csv")
    rows = list(csv.reader(io.StringIO(client.get(f"/imports/{batch.id}/problems.csv").data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 5 and all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row) and rows[2][4] == "'@SUM(1)"
    assert Entry.select().where(Entry.action == Event.DOWNLOADED, Entry.subject == "import_batch").count() == 1


def test_only_managers_import(client, make, upload):
    batch = upload(excel(ANDI))
    for role in (Role.OFFICER, Role.ADMIN, Role.AUDITOR):
        client.sign_in(make.user(role))
        assert client.get("/imports").status_code == client.get(f"/imports/{batch.id}").status_code == 403
        assert role != Role.OFFICER or "Impor klien" not in client.get("/clients").text
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/imports/{batch.id}").status_code == 200 and "Impor klien" in client.get("/clients").text


def test_the_trail_tells_the_life_of_a_batch_and_no_names(client, live, make):
    batch = live()
    deeds = [action for action in actions(batch) if action not in (Event.READ, Event.CHANGED)]
    assert deeds == ["created", "finish_check", "run", "finish_run", "go_live"]
    text = " ".join(str(row.detail) for row in Entry.select())
    assert "Andi" not in text and NIK not in text and batch.file_name not in text
    client.sign_in(make.user(Role.AUDITOR))
    assert "Berlakukan impor" in client.get("/trail/").text


def test_nothing_is_written_that_the_trail_does_not_know(staged, manager):
    batch = staged()
    with pytest.raises(UnauditedWrite), db.unit():
        CareTeam.update(staged=None).where(CareTeam.staged == batch.id).execute()


def test_a_note_of_history_is_changed_like_the_rest(client, live, lead):
    live()
    andi = Client.get(Client.nik == NIK)
    client.sign_in(lead)
    address = f"/clients/{andi.id}/history"
    assert client.post(address, data={"history": "Pernah di panti.", "history_on": "1-1-2030"}).status_code == 422
    assert client.post(address, data={"history": "Pernah di panti.", "history_on": "1-2-2025"}).status_code == 303
    page = client.get(f"/clients/{andi.id}").text
    assert "Pernah di panti." in page and "1 Februari 2025" in page


def test_rows_that_are_fine_but_for_a_warning_go_in(upload):
    batch = upload(excel(("Andi", "P", "14/05/2012", NIK, "", "", "", "", "")))
    row = ImportRow.of(batch).get()
    assert row.verdict == Verdict.WARNED and batch.ready().count() == 1
