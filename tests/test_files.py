"""Files of a case: known by their content, stripped of what is hidden in them, kept whole, and given only to the team."""
import hashlib
import io

import pytest
from PIL import Image

from portal.audit import Entry, Event
from portal.cases.models import Case
from portal.files import store
from portal.files.models import File
from portal.rules.attachment import FileState
from portal.rules.roles import Role

PDF = b"%PDF-1.4\n% Surat\n%%EOF\n"


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


def picture(kind="JPEG", size=(40, 30), **options):
    drawn = io.BytesIO()
    Image.new("RGB", size, "white").save(drawn, kind, **options)
    return drawn.getvalue()


def send(client, case, content, name="surat.pdf", **data):
    return client.post(f"/files/case/{case.id}", data={"file": (io.BytesIO(content), name), **data})


def test_a_paper_is_kept_as_it_is_and_taken_again(client, make, officer, app):
    case = make.case(by=officer)
    assert "Belum ada berkas" in client.get(f"/files/case/{case.id}").text
    assert send(client, case, PDF, title="Surat sekolah").status_code == 303
    file = File.get()
    assert (file.title, file.size, file.sha256) == ("Surat sekolah", len(PDF), hashlib.sha256(PDF).hexdigest())
    kept = app.config["INSTANCE"] / "files" / file.name
    assert kept.stat().st_mode & 0o777 == 0o600 and "sekolah" not in file.name
    taken = client.get(f"/files/{file.id}")
    assert taken.data == PDF and taken.headers["Content-Disposition"].startswith("attachment") and "Surat" in taken.headers["Content-Disposition"]
    assert "sandbox" in taken.headers["Content-Security-Policy"] and taken.headers["X-Content-Type-Options"] == "nosniff"
    assert {Event.ATTACHED, Event.DOWNLOADED} <= {entry.action for entry in Entry.select().where(Entry.subject == "file")}
    assert "Surat sekolah" in client.get(f"/cases/{case.id}").text


def test_a_picture_loses_place_camera_and_comment(client, make, officer):
    case, exif = make.case(by=officer), Image.Exif()
    exif[0x010F], exif[0x0112] = "KameraRahasia", 6
    for kind, options in (("JPEG", {"exif": exif, "comment": b"KameraRahasia"}), ("PNG", {"exif": exif})):
        sent = picture(kind, **options)
        assert b"KameraRahasia" in sent
        assert send(client, case, sent, f"foto.{kind.lower()}").status_code == 303
    for file in File.select():
        data = store.read(file.name, file.sha256)
        assert b"KameraRahasia" not in data
        with Image.open(io.BytesIO(data)) as kept:
            assert kept.size == (30, 40) and not dict(kept.getexif())


@pytest.mark.parametrize("content, name, sentence", [
    (b"", "kosong.pdf", "kosong"), (b"MZ\x90\x00", "surat.pdf", "Hanya PDF, JPEG, dan PNG"), (b"<html><script>", "foto.png", "Hanya PDF"),
    (b"\xff\xd8\xff\xe0 rusak", "foto.jpg", "tidak dapat dibuka"), (b"\x89PNG\r\n\x1a\n rusak", "foto.png", "tidak dapat dibuka"),
])
def test_what_is_not_kept_is_said_beside_the_field(client, make, officer, content, name, sentence):
    case = make.case(by=officer)
    answer = send(client, case, content, name, title="Nama <b>")
    assert answer.status_code == 422 and sentence in answer.text and "Nama &lt;b&gt;" in answer.text and not File.select().exists()


def test_nothing_chosen_and_too_large(client, make, officer, app, monkeypatch):
    case = make.case(by=officer)
    assert "Pilih berkas PDF" in client.post(f"/files/case/{case.id}", data={}).text
    monkeypatch.setattr("portal.rules.attachment.MAX_PIXELS", 100)
    assert "megapiksel" in send(client, case, picture()).text
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 1024)
    assert send(client, case, b"%PDF-" + b"x" * 2048).status_code == 413


def test_a_file_that_nobody_named_keeps_its_own_name(client, make, officer):
    case = make.case(by=officer)
    send(client, case, PDF, "..\\..\\etc/Kartu Keluarga.PDF")
    assert File.get().title == "Kartu Keluarga.PDF" and File.get().called == "Kartu Keluarga.PDF"


def test_a_damaged_file_is_not_given(client, make, officer, app):
    case = make.case(by=officer)
    send(client, case, PDF)
    file = File.get()
    (app.config["INSTANCE"] / "files" / file.name).write_bytes(b"%PDF-1.4 lain")
    answer = client.get(f"/files/{file.id}")
    assert answer.status_code == 409 and "tidak lagi utuh" in answer.text


def test_a_file_attached_by_mistake_is_cancelled_and_no_longer_given(client, make, officer):
    case = make.case(by=officer)
    send(client, case, PDF)
    file = File.get()
    assert client.post(f"/files/{file.id}/cancellation", data={"reason": ""}).status_code == 409
    assert client.post(f"/files/{file.id}/cancellation", data={"reason": "Milik anak lain", "seen": file.version}).status_code == 303
    assert File.get().state == FileState.CANCELLED and client.get(f"/files/{file.id}").status_code == 404
    assert "Dibatalkan" in client.get(f"/files/case/{case.id}").text


def test_a_row_that_fails_leaves_no_bytes_behind(make, app, monkeypatch):
    officer = make.user()
    case = make.case(by=officer)
    folder = app.config["INSTANCE"] / "files"
    before = set(folder.glob("*")) if folder.exists() else set()
    monkeypatch.setattr(File, "begin", lambda **values: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        File.attach(case, store.cleaned(PDF), by=officer, title="x")
    assert set(folder.glob("*")) | set(folder.glob(".*")) == before


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
    assert client.get(f"/files/{file.id}").status_code == 403 and Case.get().id == case.id
