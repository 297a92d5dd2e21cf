"""Files of a record: known by their content, stripped of what hides in them, kept once under their hash, given only to who sees the record."""
import errno
import hashlib
import io
import os
import re
import threading
import zipfile

import pytest
from PIL import Image

from portal import clock
from portal.accounts.teams import CareTeam
from portal.audit import Entry, Event
from portal.db import db
from portal.files import store
from portal.files.models import File
from portal.office.models import Office
from portal.rules.attachment import LONGEST_SIDE, MEGABYTE, FileState
from portal.rules.client import ConsentKind
from portal.rules.consent import Instead
from portal.rules.photo import Identifying
from portal.rules.referral import ConsentBasis
from portal.rules.roles import Role

PDF = b"%PDF-1.4\n% Surat\n%%EOF\n"


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def folder(app):
    """The folder of the contents, empty."""
    folder = app.config["INSTANCE"] / "files"
    folder.mkdir(exist_ok=True)
    for each in folder.iterdir():
        each.unlink()
    return folder


def picture(kind="JPEG", size=(40, 30), **options):
    drawn = io.BytesIO()
    Image.new("RGB", size, "white").save(drawn, kind, **options)
    return drawn.getvalue()


def send(client, record, content, name="surat.pdf", **data):
    return client.post(f"/files/{record._meta.table_name}/{record.id}", data={"file": (io.BytesIO(content), name), "shows": "document", **data})


def test_a_paper_is_kept_as_it_is_under_its_hash_and_taken_again(client, make, officer, folder):
    case = make.case(by=officer)
    assert "Belum ada berkas" in client.get(f"/files/case/{case.id}").text
    assert send(client, case, PDF, title="Surat sekolah").status_code == 303
    file = File.get()
    assert (file.title, file.size, file.sha256) == ("Surat sekolah", len(PDF), hashlib.sha256(PDF).hexdigest())
    assert [each.name for each in folder.iterdir()] == [file.sha256] and (folder / file.sha256).stat().st_mode & 0o777 == 0o600
    taken = client.get(f"/files/{file.id}")
    assert taken.data == PDF and taken.headers["Content-Disposition"].startswith("attachment") and "Surat" in taken.headers["Content-Disposition"]
    assert "sandbox" in taken.headers["Content-Security-Policy"] and taken.headers["X-Content-Type-Options"] == "nosniff"
    assert {Event.ATTACHED, Event.DOWNLOADED} <= {entry.action for entry in Entry.select().where(Entry.subject == "file")}
    assert "Surat sekolah" in client.get(f"/cases/{case.id}").text


def test_a_picture_loses_place_camera_and_comment(client, make, officer):
    case, exif = make.case(by=officer), Image.Exif()
    exif[0x010F], exif[0x0112] = "KameraRahasia", 6
    exif.get_ifd(0x8825)[2] = (8.0, 30.0, 15.0)
    for kind, options in (("JPEG", {"exif": exif, "comment": b"KameraRahasia"}), ("PNG", {"exif": exif})):
        sent = picture(kind, **options)
        assert b"KameraRahasia" in sent
        assert send(client, case, sent, f"foto.{kind.lower()}").status_code == 303
    for file in File.select():
        data = store.read(file.sha256)
        assert b"KameraRahasia" not in data
        with Image.open(io.BytesIO(data)) as kept:
            assert kept.size == (30, 40) and not dict(kept.getexif())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_is_made_smaller(kind):
    with Image.open(io.BytesIO(store.cleaned(picture(kind, size=(5000, 2500))).data)) as kept:
        assert kept.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def archive():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as each:
        each.writestr("x.php", "<?php system($_GET[0]); ?>")
    return packed.getvalue()


@pytest.mark.parametrize("tail", [b"<?php system($_GET[0]); ?>", b"<script>alert(1)</script>", archive()])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_hangs_behind_a_picture_is_not_kept(kind, tail):
    kept = store.cleaned(picture(kind) + tail)
    assert tail not in kept.data and b"php" not in kept.data and b"PK" not in kept.data


@pytest.mark.parametrize("content, name, sentence", [
    (b"", "kosong.pdf", "kosong"), (b"MZ\x90\x00", "surat.pdf", "Hanya PDF, JPEG, dan PNG"), (b"<html><script>", "foto.png", "Hanya PDF"),
    (b"<html><script>alert(1)</script>" + PDF, "surat.pdf", "Hanya PDF"), (b"\n" + PDF, "surat.pdf", "Hanya PDF"),
    (b"GIF89a" + PDF, "foto.gif", "Hanya PDF"),
    (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "foto.svg", "Hanya PDF"), (archive(), "foto.jpg", "Hanya PDF"),
    (b"<?php system($_GET[0]); ?>", "../../x.php", "Hanya PDF"), (picture("GIF"), "foto.jpg", "Hanya PDF"),
    (b"\xff\xd8\xff\xe0 rusak", "foto.jpg", "tidak dapat dibuka"), (b"\x89PNG\r\n\x1a\n rusak", "foto.png", "tidak dapat dibuka"),
    (b"\xff\xd8\xff\xe0<script>alert(1)</script>", "foto.jpg", "tidak dapat dibuka"),
    (picture(size=(400, 300))[:-300], "foto.jpg", "tidak dapat dibuka"), (picture("PNG", size=(12000, 12000)), "foto.png", "megapiksel"),
    (picture("PNG", size=(6000, 5000)), "foto.png", "megapiksel"),
])
def test_what_is_not_kept_is_said_beside_the_field_and_leaves_nothing(client, make, officer, folder, content, name, sentence):
    case = make.case(by=officer)
    answer = send(client, case, content, name, title="Nama <b>")
    assert answer.status_code == 422 and sentence in answer.text and "Nama &lt;b&gt;" in answer.text
    assert not File.select().exists() and not list(folder.iterdir()) and not list(folder.parent.glob("*.php"))


def test_nothing_chosen_and_too_large(client, make, officer, app, monkeypatch):
    case = make.case(by=officer)
    assert "Pilih berkas PDF" in client.post(f"/files/case/{case.id}", data={}).text
    monkeypatch.setattr("portal.rules.attachment.MAX_BYTES", MEGABYTE // 4)
    assert "Berkas ini lebih besar dari" in send(client, case, PDF + b"x" * (MEGABYTE // 4)).text and not File.select().exists()
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 1024)
    assert send(client, case, b"%PDF-" + b"x" * 2048).status_code == 413


@pytest.mark.parametrize("name, title, called", [
    ("..\\..\\etc/Kartu Keluarga.PDF", "Kartu Keluarga.PDF", "Kartu Keluarga.PDF"), ("../../x.php", "x.php", "x.php.pdf"),
    ("CON.pdf", "CON.pdf", "_CON.pdf"), ("a.pdf:x", "a.pdf:x", "a.pdf-x.pdf"),
    ("kartu\u202egnp.exe", "kartugnp.exe", "kartugnp.exe.pdf"), ("a\x07b\u200b.pdf", "ab.pdf", "ab.pdf"),
    ("x" * 300 + ".pdf", "x" * 200, "x" * 120 + ".pdf"),
])
def test_a_file_that_nobody_named_keeps_its_own_name_without_folders_and_hidden_signs(client, make, officer, folder, name, title, called):
    case = make.case(by=officer)
    assert send(client, case, PDF, name).status_code == 303
    file = File.get()
    assert (file.title, file.called) == (title, called) and [each.name for each in folder.iterdir()] == [file.sha256]
    assert "\r" not in client.get(f"/files/{file.id}").headers["Content-Disposition"]


def test_a_typed_name_turns_no_text_around(client, make, officer):
    send(client, make.case(by=officer), PDF, title="Surat\u202efdp.exe 1/2026")
    assert (File.get().title, File.get().called) == ("Suratfdp.exe 1/2026", "Suratfdp.exe 1-2026.pdf")


def test_the_same_bytes_are_kept_once_and_stay_while_a_row_speaks_of_them(client, make, officer, folder, monkeypatch):
    one, other = make.case(by=officer), make.report(by=officer)
    send(client, one, PDF)
    send(client, other, PDF)
    assert [file.sha256 for file in File.select()] == [File.get().sha256] * 2 and len(list(folder.iterdir())) == 1 and File.used() == len(PDF)
    monkeypatch.setattr(File, "begin", lambda **values: 1 / 0)
    with pytest.raises(ZeroDivisionError), db.unit():
        File.attach(one, store.cleaned(PDF), by=officer, title="x")
    assert client.get(f"/files/{File.get().id}").data == PDF


def test_a_unit_that_fails_after_the_file_leaves_no_bytes_behind(make, folder):
    officer = make.user()
    case = make.case(by=officer)
    with pytest.raises(ZeroDivisionError), db.unit():
        File.attach(case, store.cleaned(PDF), by=officer, title="x")
        1 / 0  # noqa: B018 what comes later in the unit fails
    assert not list(folder.iterdir()) and not File.select().exists()


def test_a_full_disk_says_so_and_leaves_nothing(client, make, officer, folder, monkeypatch):
    case = make.case(by=officer)

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(os, "fsync", full)
    answer = send(client, case, PDF)
    assert answer.status_code == 507 and "Penyimpanan penuh" in answer.text and not list(folder.iterdir()) and not File.select().exists()


def test_an_office_has_so_much_room_and_no_more(client, make, officer, folder):
    case, admin = make.case(by=officer), make.user(Role.ADMIN)
    with db.unit():
        Office.current().change(by=admin, file_limit=1)
    large = b"%PDF-" + b"x" * 400_000
    for tail in (b"", b"y", b"y"):  # the same bytes take no more room
        assert send(client, case, large + tail).status_code == 303
    answer = send(client, case, large + b"z", title="Surat lain")
    assert answer.status_code == 422 and "Tempat berkas dinas sudah penuh: batasnya 1 MB" in answer.text and "Surat lain" in answer.text
    assert len(list(folder.iterdir())) == 2 and File.select().count() == 3


def test_the_admin_sees_the_room_and_sets_its_limit(client, make, officer):
    send(client, make.case(by=officer), PDF)
    client.sign_in(make.user(Role.ADMIN))
    assert "Terpakai 1 dari 2048 MB." in client.get("/office").text
    assert client.post("/files/limit", data={"file_limit": "5"}).status_code == 422
    assert client.post("/files/limit", data={"file_limit": "100", "seen": Office.select().get().version}).status_code == 303
    assert "Terpakai 1 dari 100 MB." in client.get("/office").text and Office.select().get().file_limit == 100


def test_two_uploads_at_once_are_two_files(app, make, folder):
    """The bytes are written side by side; the names are given one after the other."""
    officer = make.user()
    case = make.case(by=officer)
    contents = [store.cleaned(PDF + bytes([n])) for n in range(2)]
    fresh = []

    def write(content):
        with app.app_context():
            fresh.append(store.write(content))
    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({path.name for path in fresh}) == 2
    for path in fresh:
        path.unlink()
    for content in contents:
        with db.unit():
            File.attach(case, content, by=officer, title="x")
    assert {each.name for each in folder.iterdir()} == {content.sha256 for content in contents}


def token_of(answer):
    return next(each["value"] for each in answer.page.all("input") if each.get("name") == "form_token")


def test_a_second_sending_attaches_once(client, make, officer):
    case = make.case(by=officer)
    token = token_of(client.get(f"/files/case/{case.id}"))
    for _again in range(2):
        assert send(client, case, PDF, form_token=token).status_code == 303
    assert File.select().count() == 1


def test_a_file_sent_after_the_session_ended_is_not_kept_but_its_name_is(client, make, officer, folder):
    case = make.case(by=officer)
    token = token_of(client.get(f"/files/case/{case.id}"))
    client.post("/logout")
    answer = send(client, case, PDF, title="Surat sekolah", form_token=token)
    assert answer.status_code == 303 and answer.location.startswith("/login") and not list(folder.iterdir()) and not File.select().exists()


def test_a_damaged_file_is_not_given(client, make, officer, folder):
    case = make.case(by=officer)
    send(client, case, PDF)
    file = File.get()
    (folder / file.sha256).write_bytes(b"%PDF-1.4 lain")
    answer = client.get(f"/files/{file.id}")
    assert answer.status_code == 409 and "tidak lagi utuh" in answer.text
    assert File.damaged() == 1
    store.drop(file.sha256)
    assert File.damaged() == 1 and client.get(f"/files/{file.id}").status_code == 409


def test_a_file_attached_by_mistake_is_cancelled_and_no_longer_given(client, make, officer):
    case = make.case(by=officer)
    send(client, case, PDF)
    file = File.get()
    assert client.post(f"/files/{file.id}/cancellation", data={"reason": ""}).status_code == 409
    assert client.post(f"/files/{file.id}/cancellation", data={"reason": "Milik anak lain", "seen": file.version}).status_code == 303
    assert File.get().state == FileState.CANCELLED and client.get(f"/files/{file.id}").status_code == 404
    assert "Dibatalkan" in client.get(f"/files/case/{case.id}").text


def test_before_serving_halves_go_and_old_names_become_hashes(app, folder):
    (folder / ("." + "a" * 32)).write_bytes(b"%PDF-")
    (folder / ("b" * 32 + ".pdf")).write_bytes(PDF)
    (folder / ("c" * 32 + ".pdf")).write_bytes(PDF)
    (folder / "catatan admin.txt").write_text("tetap")
    for _again in range(2):
        with app.app_context():
            store.tidy()
        assert {each.name for each in folder.iterdir()} == {hashlib.sha256(PDF).hexdigest(), "catatan admin.txt"}


def test_reports_clients_assessments_and_referrals_carry_files_and_say_how_many(client, make, officer):
    from tests.world import full_case, town
    ids = full_case(make, town(make), by=officer, manager=make.user(Role.MANAGER))
    for kind, page in (("report", "reports"), ("client", "clients"), ("assessment", "assessments"), ("referral", "referrals")):
        address = f"/files/{kind}/{ids[kind]}"
        before = File.select().where(File.subject == kind).count()
        assert address in client.get(f"/{page}/{ids[kind]}").text
        sent = client.post(address, data={"file": (io.BytesIO(PDF), "surat.pdf"), "title": f"Surat {kind}"})
        assert sent.status_code == 303 and f"Surat {kind}" in client.get(address).text
        assert f"{before + 1} berkas" in client.get(f"/{page}/{ids[kind]}").text
    whole = client.get(f"/files/case/{ids['case']}").text
    assert all(f"Surat {kind}" in whole for kind in ("report", "client", "assessment", "referral")) and "Berkas (1)" in whole
    assert client.get("/files/user/1").status_code == 404


def test_a_record_that_is_over_takes_no_more_files(client, make, officer):
    report = make.report(by=officer)
    with db.unit():
        report.cancel(by=officer, reason="Salah ketik.")
    answer = send(client, report, PDF)
    assert answer.status_code == 422 and "dibatalkan atau sudah digabung" in answer.text and not File.select().exists()


def test_a_file_follows_its_record_and_not_the_team_that_attached_it(client, make, officer):
    report, other = make.report(by=officer), make.user()
    send(client, report, PDF)
    path = f"/files/{File.get().id}"
    client.sign_in(other)
    assert client.get(path).status_code == 404
    with db.unit():
        report.change(by=officer, care_team=CareTeam.around(other, by=officer))
    assert client.get(path).data == PDF
    client.sign_in(officer)
    assert client.get(path).status_code == 404


def test_a_file_of_a_restricted_report_is_not_listed_with_an_ordinary_case(client, make, officer):
    case, whose = make.case(by=officer), make.user()
    report = case.reports.get()
    send(client, report, PDF, title="Surat rahasia")
    with db.unit():
        report.change(by=officer, care_team=CareTeam.around(whose, by=officer, restricted=True))
    assert "Surat rahasia" not in client.get(f"/files/case/{case.id}").text
    assert client.get(f"/files/report/{report.id}").status_code == 404


def test_a_picture_says_what_it_shows(client, make, officer):
    person = make.case(by=officer).client
    asked = send(client, person, picture(), "foto.jpg", shows="")
    assert asked.status_code == 422 and "Pilih apa yang terlihat" in asked.text and not File.select().exists()
    assert send(client, person, PDF, shows="").status_code == 303 and File.get().shows is None
    assert send(client, person, picture(), "foto.jpg", shows="place").status_code == 303
    assert "tanpa wajah yang dapat dikenali" in client.get(f"/files/client/{person.id}").text


def test_a_photo_of_a_client_is_kept_when_it_was_agreed_to_or_identifies_them(client, make, officer):
    person = make.case(by=officer).client
    address, photo = f"/files/client/{person.id}", {"name": "foto.jpg", "shows": "person"}
    assert "Catat persetujuan foto" in client.get(address).text
    refused = send(client, person, picture(), **photo)
    assert refused.status_code == 422 and "Belum ada persetujuan foto" in refused.text and not File.select().exists()
    assert send(client, person, picture(), purpose="tracing", **photo).status_code == 303
    assert "Menelusuri keluarga".lower() in client.get(address).text and File.get().purpose == Identifying.TRACING
    consents(person, officer, ConsentBasis.GUARDIAN)
    assert send(client, person, picture(size=(41, 30)), **photo).status_code == 303 and "Catat persetujuan foto" not in client.get(address).text
    consents(person, officer, ConsentBasis.REFUSED)
    assert "Foto klien ini ditolak" in send(client, person, picture(size=(42, 30)), purpose="tracing", **photo).text and File.select().count() == 2
    consents(person, officer, ConsentBasis.VITAL_INTEREST, instead=Instead.GUARDIAN_HARMS)
    assert send(client, person, picture(size=(43, 30)), **photo).status_code == 303


def consents(person, officer, basis, **more):
    with db.unit():
        person.record_consent(by=officer, kind=ConsentKind.PHOTO, basis=basis, given_on=clock.today(), given_by="Ibu Sari", **more)


def test_a_picture_of_a_report_asks_as_well_though_nobody_is_known_yet(client, make, officer):
    report = make.report(by=officer)
    assert send(client, report, picture(), "foto.jpg", shows="person").status_code == 422
    assert send(client, report, picture(), "foto.jpg", shows="person", purpose="no_papers").status_code == 303


def test_the_signed_paper_is_kept_with_its_consent(client, make, officer):
    person = make.case(by=officer).client
    consents(person, officer, ConsentBasis.GUARDIAN)
    consent = person.consents.get()
    assert f"/files/consent/{consent.id}" in client.get(f"/clients/consents/{consent.id}").text
    assert send(client, consent, PDF, title="Formulir bertanda tangan").status_code == 303
    assert "Formulir bertanda tangan" in client.get(f"/files/consent/{consent.id}").text
    client.sign_in(make.user())
    assert client.get(f"/files/consent/{consent.id}").status_code == 404


def test_a_picture_is_looked_at_in_a_page_and_each_look_is_on_the_trail(client, make, officer):
    case = make.case(by=officer)
    send(client, case, picture(), "foto.jpg", title="Kartu keluarga")
    send(client, case, PDF)
    photo, paper = File.select().order_by(File.id)
    assert f"/files/{photo.id}/picture" in client.get(f"/files/{photo.id}/look").text
    shown = client.get(f"/files/{photo.id}/picture")
    assert shown.mimetype == "image/jpeg" and "sandbox" in shown.headers["Content-Security-Policy"]
    assert not shown.headers["Content-Disposition"].startswith("attachment")
    taken = Entry.select().where(Entry.subject == "file", Entry.subject_id == photo.id, Entry.action == Event.DOWNLOADED)
    assert [entry.detail for entry in taken] == [{"shown": True}]
    assert [client.get(f"/files/{paper.id}/{way}").status_code for way in ("look", "picture")] == [404, 404]


def test_files_are_for_the_team_and_the_managers(client, make, officer):
    case = make.case(by=officer)
    send(client, case, PDF)
    file = File.get()
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(f"/files/{file.id}").status_code == 200 and send(client, case, PDF).status_code == 403
    client.sign_in(make.user())
    assert [client.get(path).status_code for path in (f"/files/{file.id}", f"/files/case/{case.id}")] == [404, 404]
    assert send(client, case, PDF).status_code == 404
    client.sign_in(make.user(Role.ADMIN))
    assert client.get(f"/files/{file.id}").status_code == 403


@pytest.mark.parametrize("kind, under", [("report", "Laporan"), ("client", "Klien"), ("case", "Kasus")])
def test_the_files_of_a_record_stand_under_its_menu(client, make, officer, kind, under):
    case = make.case(by=officer)
    record = {"report": case.reports_for(officer)[0], "client": case.client, "case": case}[kind]
    menu = client.get(f"/files/{kind}/{record.id}").text
    assert re.search(rf'aria-current="(page|true)"[^>]*>\s*{under}', menu)
