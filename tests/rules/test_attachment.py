"""Which files are kept, by what is in them."""
import pytest

from portal.rules.assessment import AssessmentState
from portal.rules.attachment import (
    LIFE,
    MAX_BYTES,
    MEGABYTE,
    FileKind,
    FileState,
    FileStep,
    Why,
    check_pixels,
    download_name,
    kind_of,
    last_part,
    may_attach,
    may_store,
)
from portal.rules.client import ClientState
from portal.rules.lifecycle import Stage
from portal.rules.referral import PaperState
from portal.rules.refused import Refused
from portal.rules.report import ReportState


@pytest.mark.parametrize("content, kind", [
    (b"%PDF-1.7 ...", FileKind.PDF), (b"\xff\xd8\xff\xe0...", FileKind.JPEG), (b"\x89PNG\r\n\x1a\n...", FileKind.PNG),
    (b"%PDF-" + b"x" * (MAX_BYTES - 5), FileKind.PDF),
])
def test_a_kind_is_read_from_the_content(content, kind):
    assert kind_of(content) is kind


@pytest.mark.parametrize("content, why", [
    (b"", Why.EMPTY), (b"MZ\x90", Why.UNKNOWN_KIND), (b"<html>%PDF-", Why.UNKNOWN_KIND), (b"GIF89a", Why.UNKNOWN_KIND),
    (b"%PDF-" + b"x" * (MAX_BYTES - 4), Why.TOO_HEAVY),
])
def test_what_is_not_kept(content, why):
    with pytest.raises(Refused) as refused:
        kind_of(content)
    assert refused.value.why is why


def test_the_size_of_a_picture():
    check_pixels(5000, 5000)
    with pytest.raises(Refused) as refused:
        check_pixels(5000, 5001)
    assert refused.value.why is Why.TOO_MANY_PIXELS


def test_a_file_is_cancelled_once():
    assert LIFE.after(FileState.KEPT, FileStep.CANCEL) == FileState.CANCELLED
    assert LIFE.steps_from(FileState.CANCELLED) == []



@pytest.mark.parametrize("state, allowed", [
    (ReportState.RECEIVED, True), (ReportState.HANDED_OVER, True), (ReportState.MERGED, False), (ReportState.CANCELLED, False),
    (ClientState.ACTIVE, True), (ClientState.MERGED, False), (ClientState.CANCELLED, False), (Stage.CLOSED, True), (Stage.CANCELLED, False),
    (AssessmentState.ACCEPTED, True), (AssessmentState.CANCELLED, False), (PaperState.ISSUED, True), (PaperState.CANCELLED, False),
])
def test_a_record_that_is_over_takes_no_files(state, allowed):
    if allowed:
        may_attach(state)
    else:
        with pytest.raises(Refused) as refused:
            may_attach(state)
        assert refused.value.why is Why.RECORD_OVER


@pytest.mark.parametrize("size, used, allowed", [(0, MEGABYTE, True), (1, MEGABYTE - 1, True), (1, MEGABYTE, False), (2 * MEGABYTE, 0, False)])
def test_an_office_of_one_megabyte(size, used, allowed):
    if allowed:
        may_store(size, used=used, limit=1)
    else:
        with pytest.raises(Refused) as refused:
            may_store(size, used=used, limit=1)
        assert refused.value.why is Why.OFFICE_FULL


@pytest.mark.parametrize("path, part", [
    ("surat.pdf", "surat.pdf"), ("..\\..\\etc/x.php", "x.php"), ("C:\\Users\\Siti\\x.pdf", "x.pdf"), ("a\u202egnp.exe", "agnp.exe"),
    ("a\0b\r\nc.pdf", "ab c.pdf"), ("\u2066surat\u2069\u200b.pdf", "surat.pdf"), ("folder/", ""),
    ("Kartu  Keluarga\u2028.pdf", "Kartu Keluarga .pdf"),
    ("ꦗꦮ.pdf", "ꦗꦮ.pdf"),
])
def test_the_last_part_of_a_path(path, part):
    assert last_part(path) == part


@pytest.mark.parametrize("title, kind, name", [
    ("Surat", FileKind.PDF, "Surat.pdf"), ("Surat.PDF", FileKind.PDF, "Surat.PDF"), ("foto.jpeg", FileKind.JPEG, "foto.jpeg"),
    ("foto.png", FileKind.JPEG, "foto.png.jpg"), ("../../x.php", FileKind.PDF, "x.php.pdf"), ("..", FileKind.PDF, "berkas.pdf"),
    ("", FileKind.PNG, "berkas.png"), (".htaccess", FileKind.PDF, "htaccess.pdf"),
    ("CON", FileKind.PDF, "_CON.pdf"), ("nul.pdf", FileKind.PDF, "_nul.pdf"),
    ("Contoh", FileKind.PDF, "Contoh.pdf"), ("a.pdf:stream", FileKind.PDF, "a.pdf-stream.pdf"),
    ("x" * 300, FileKind.PDF, "x" * 120 + ".pdf"),
])
def test_the_name_of_a_download(title, kind, name):
    assert download_name(title, kind) == name
