"""Which files are kept, by what is in them."""
import pytest

from portal.rules.attachment import LIFE, MAX_BYTES, FileKind, FileState, FileStep, Why, check_pixels, kind_of
from portal.rules.refused import Refused


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
