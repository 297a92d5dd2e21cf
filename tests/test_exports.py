"""Lists of people leave only with a purpose and a recipient, numbered, marked in each row, whole or not at all, to who asked, for an hour."""
import io
import os
from datetime import datetime, timedelta

import pytest
from openpyxl import load_workbook

from portal import clock, exports
from portal.audit import Entry, Event
from portal.db import db
from portal.exports import Export
from portal.recap import making
from portal.rules.export import ExportState, Purpose, Recipient
from portal.rules.imports import ListKind
from portal.rules.roles import Role
from tests.left import LEAVING, lines_of, marked
from tests.stories.reading import Reader

ASK = "/recap/reports/list/export?period=2026-03&row=all&column=all"
WANTED = {"purpose": "coordination", "kind": "csv"} | LEAVING


@pytest.fixture(autouse=True)
def folder(app):
    """Empty before each test, as the tables are."""
    found = app.config["INSTANCE"] / "exports"
    for path in found.glob("*"):
        path.unlink()
    return found


@pytest.fixture
def officer(make):
    """Three reports of this March."""
    user = make.user(name="Sri Wahyuni")
    for _n in range(3):
        make.report(by=user, people=[{"name": "Zefanya Wonda"}], reporter_name="Pak Warung")
    return user


@pytest.fixture
def boss(make, client, officer):
    return client.sign_in(make.user(Role.MANAGER, name="Komang Wirawan"))


def asked(client, address=ASK, **told):
    return client.post(address, data=WANTED | told)


def made(client, **told):
    """(the Export, its address) after what happens in the background."""
    answer = asked(client, **told)
    assert answer.status_code == 303
    export = Export.select().order_by(Export.id.desc()).get()
    making.carry_on(export.id)
    return Export.get_by_id(export.id), answer.location


def test_a_list_leaves_marked_and_without_names(client, boss):
    export, page = made(client)
    assert "Berkas siap" in client.get(page).text
    above, (heads, *rows) = marked(client.post(f"{page}/file"))
    assert export.number == "EK-2026-00001" and len(rows) == export.total == 3 and heads[0] == "Nomor"
    assert above[1] == "Ekspor EK-2026-00001 · 2 Mar 2026 10.00 · diminta oleh Komang Wirawan"
    assert above[2] == "Diberikan kepada: Dinas Sosial provinsi, Bidang Rehabilitasi Sosial · Untuk: Koordinasi penanganan"
    assert not [name for name in ("Zefanya", "Pak Warung") if name in str(rows)]


def test_a_workbook_carries_the_mark_on_every_printed_page_and_in_its_properties(client, boss):
    export, page = made(client, kind="xlsx")
    book = load_workbook(io.BytesIO(client.post(f"{page}/file").data))
    assert export.number in (book.properties.title, book.active.oddFooter.center.text)
    assert book.active.oddHeader.center.text == "DATA ANAK: DILARANG DISEBARLUASKAN" and "Bidang Rehabilitasi Sosial" in book.properties.description
    assert book.active.print_title_rows == "$5:$5" and book.active["A5"].value == "Ekspor"


def test_the_trail_tells_for_what_it_left_but_names_nobody(client, boss):
    _export, page = made(client)
    client.post(f"{page}/file")
    told = Entry.select().where(Entry.subject == "export").order_by(Entry.id)
    assert [entry.action for entry in told] == ["exported", "changed", "downloaded"]
    assert told[0].detail == {"list": "reports", "purpose": "coordination", "recipient": "province", "kind": "csv", "count": 3,
                              "export": "EK-2026-00001"}
    assert "Rehabilitasi" not in str([entry.detail for entry in told])


@pytest.mark.parametrize("told, says", [
    ({"purpose": ""}, "Pilih untuk apa"), ({"recipient": ""}, "Pilih siapa"), ({"recipient_name": " "}, "Tulis nama lembaga"),
    ({"promise": ""}, "Centang bahwa"), ({"kind": "pdf"}, "Jenis berkas"), ({"purpose": "review"}, "Untuk"),
])
def test_a_refusal_keeps_what_was_typed_and_makes_nothing(client, boss, told, says):
    answer = asked(client, **told)
    assert answer.status_code == 422 and says in answer.text
    assert "recipient_name" in told or "Bidang Rehabilitasi Sosial" in answer.text
    assert not Export.select().exists() and not Entry.select().where(Entry.action == Event.EXPORTED).exists()


def test_for_the_office_itself_nobody_has_to_be_named(client, boss):
    export, _page = made(client, recipient="office", recipient_name="")
    assert export.recipient == Recipient.OFFICE


def test_an_empty_list_does_not_leave(client, boss):
    answer = asked(client, "/recap/reports/list/export?period=2025-03&row=all&column=all")
    assert answer.status_code == 422 and "Daftar ini kosong" in answer.text


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMIN, Role.AUDITOR])
def test_only_managers_export_lists(client, make, officer, role):
    client.sign_in(make.user(role))
    assert asked(client).status_code == client.get(ASK).status_code == client.get("/recap/exports").status_code == 403
    assert "list/export" not in client.get("/recap/reports/list?period=2026-03").text


def test_the_list_offers_its_export_and_the_form_says_what_leaves(client, boss):
    page = client.get("/recap/reports/list?period=2026-03&row=all&column=all").text
    assert "Ekspor daftar ini" in page and "/recap/reports/list/export?" in page
    assert "3 baris, tanpa nama" in client.get(ASK).text


def test_a_second_click_is_the_same_export(client, boss):
    form = next(form for form in Reader(client.get(ASK).text).forms if form.action.startswith("/recap/reports/list/export"))
    token = form.controls["form_token"].held[0]
    first, second = asked(client, form_token=token), asked(client, form_token=token)
    assert first.location == second.location and Export.select().count() == 1


def test_nobody_fetches_or_sees_what_somebody_else_asked_for(client, make, boss):
    _export, page = made(client)
    client.sign_in(make.user(Role.MANAGER))
    steps = [client.post(f"{page}/{step}").status_code for step in ("file", "cancellation", "continuation")]
    assert [client.get(page).status_code, *steps] == [404] * 4


def test_every_manager_sees_what_ever_left(client, make, boss):
    _export, page = made(client)
    client.sign_in(make.user(Role.MANAGER))
    listed = client.get("/recap/exports").text
    for words in ("EK-2026-00001", "Komang Wirawan", "Rekapitulasi laporan masuk, Maret 2026", "Koordinasi penanganan", "Bidang Rehabilitasi Sosial"):
        assert words in listed, words
    assert page not in listed


def test_the_file_is_gone_after_an_hour_and_the_record_stays(client, boss):
    export, page = made(client)
    clock.use(lambda: datetime(2026, 3, 2, 2, 59))
    assert client.post(f"{page}/file").status_code == 200
    clock.use(lambda: datetime(2026, 3, 2, 3, 0))
    assert client.post(f"{page}/file").status_code == 409
    assert "Berkas sudah tidak ada" in client.get(page).text and Export.get_by_id(export.id).fetched_at


def test_a_new_start_leaves_no_file_and_lets_what_was_being_made_go_on(client, boss, folder):
    ready, _page = made(client)
    half = asked(client).location
    waiting = Export.select().order_by(Export.id.desc()).get()
    waiting.path.with_suffix(".part").write_bytes(b"half")
    Export.tidy()
    assert not list(folder.iterdir())
    assert [row.state for row in Export.select().order_by(Export.id)] == [ExportState.GONE, ExportState.MAKING]
    assert "Pekerjaan ini terhenti" in client.get(half).text
    assert client.post(f"{half}/continuation").location == half
    making.carry_on(waiting.id)
    assert len(marked(client.post(f"{half}/file"))[1]) == 4 and ready.number != waiting.number


def test_what_is_cancelled_meanwhile_leaves_nothing_half(client, boss, folder, monkeypatch):
    page = asked(client).location
    export = Export.get()
    written = making.written
    monkeypatch.setattr(making, "written", lambda one: (written(one), client.post(f"{page}/cancellation"))[0])
    making.carry_on(export.id)
    assert Export.get().state == ExportState.GONE and not list(folder.iterdir())


def test_a_full_disk_says_so_and_the_export_can_be_tried_again(client, boss, folder, monkeypatch):
    page = asked(client).location
    with monkeypatch.context() as patch:
        patch.setattr(os, "utime", lambda *args: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        making.carry_on(Export.get().id)
    assert "tempat penyimpanan penuh" in client.get(page).text and not list(folder.iterdir())
    client.post(f"{page}/continuation")
    making.carry_on(Export.get().id)
    assert client.post(f"{page}/file").status_code == 200


def test_nobody_guesses_where_a_file_stands(app, client, boss):
    export, _page = made(client)
    name = export.path.name
    assert export.path.is_file() and len(name.split(".")[0]) == 64 and export.number not in name
    app.config["SECRET_KEY"], kept = "other", app.config["SECRET_KEY"]
    assert export.path.name != name
    app.config["SECRET_KEY"] = kept


def test_no_cell_of_a_list_is_a_formula(client, make, boss):
    export, page = made(client, kind="xlsx", recipient_name="=HYPERLINK(1)")
    book = load_workbook(io.BytesIO(client.post(f"{page}/file").data))
    assert not [cell for row in book.active.iter_rows() for cell in row if cell.data_type == "f"]
    with db.unit():
        row = Export.handed(by=boss, listed="letter", count=1, purpose=Purpose.REPORT, recipient=Recipient.OFFICE, recipient_name="",
                            kind=ListKind.CSV)
    assert row.mark.number == "EK-2026-00002" and export.state == ExportState.READY


def test_the_rows_are_read_in_portions_and_counted(client, boss, monkeypatch):
    monkeypatch.setattr(making, "PORTION", 2)
    export, page = made(client)
    assert export.done == 3 and len(lines_of(client.post(f"{page}/file"))) == 3 + 1 + 1 + 3


def test_what_is_handed_over_at_once_stands_among_the_exports(client, boss):
    answer = client.post("/letters/export", data={"purpose": "inspection", "kind": "csv"} | LEAVING)
    assert marked(answer)[0][1].startswith("Ekspor EK-2026-00001")
    listed = client.get("/recap/exports").text
    assert "Buku surat keluar" in listed and Export.get().standing == ExportState.GONE
    assert exports.BOOK == "export" and Export.get().fetched_at - Export.get().made_at == timedelta()
