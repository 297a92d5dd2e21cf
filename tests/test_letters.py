"""Outgoing letters: numbers without gap or twin, a signer that stays, and a book that shows what was cancelled."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.db import db
from portal.letters.models import Letter
from portal.office.models import Office, Official
from portal.records import Counter
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_number import SigningMode
from portal.rules.life import WhyNot
from portal.rules.numbers import Book
from portal.rules.refused import Refused
from portal.rules.roles import Role

TEXT = {"regarding": "Rujukan Pelayanan Kesehatan", "addressee": "Direktur RSJ Pelita", "body": [["text", "Bersama ini kami rujuk:"]],
        "copies": ["Arsip"]}


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def case(make, officer):
    return make.case(by=officer)


def written(case, officer, official=None, **more):
    """A letter about a case, issued when somebody signs it."""
    with db.unit():
        letter = Letter.draft(case, by=officer, care_team=case.care_team, **TEXT)
        return letter.issue(official, by=officer, **more) if official else letter


def test_a_letter_gets_its_number_and_date_when_it_is_issued(case, officer, head):
    draft = written(case, officer)
    assert (draft.number, draft.date, draft.state) == (None, None, LetterState.DRAFT)
    with db.unit():
        draft.issue(head, by=officer)
    assert (draft.number, draft.date) == ("400.9.2.2/0001/DINSOS/2026", date(2026, 3, 2))
    assert Letter.get_by_id(draft.id).below == ["Dr. Nur Aisyah, M.M.", "Pembina Utama Muda (IV/c)", "NIP 19750817 200012 2 001"]
    with pytest.raises(Refused) as refused, db.unit():
        Letter.get_by_id(draft.id).issue(head, by=officer)
    assert refused.value.why == WhyNot.NOT_FROM_HERE


def test_numbers_leave_no_gap_when_a_unit_fails(case, officer, head):
    first = written(case, officer, head)
    letter = written(case, officer)
    with pytest.raises(ZeroDivisionError), db.unit():
        letter.issue(head, by=officer)
        raise ZeroDivisionError
    assert Letter.get_by_id(letter.id).number is None
    assert (first.serial, written(case, officer, head).serial) == (1, 2)


def test_a_second_try_to_issue_takes_no_number(case, officer, head):
    letter = written(case, officer, head)
    with pytest.raises(Refused), db.unit():
        Letter.get_by_id(letter.id).issue(head, by=officer)
    with db.unit():
        assert Counter.next(Book.LETTER, 2026) == (2026, 2)
        case.note("other", "Buku diperiksa.", by=officer)


def test_the_serial_begins_anew_with_the_offices_year(case, officer, head):
    written(case, officer, head)
    clock.use(lambda: datetime(2026, 12, 31, 16, 30))
    letter = written(case, officer, head)
    assert (letter.year, letter.serial, letter.date) == (2027, 1, date(2027, 1, 1))


def test_a_cancelled_number_stays_in_the_book_and_is_not_given_again(client, case, officer, head):
    letter = written(case, officer, head)
    with db.unit():
        letter.move(LetterStep.CANCEL, by=officer, reason="Salah alamat.")
    assert written(case, officer, head).serial == 2
    client.sign_in(officer)
    book = client.get("/letters/").text
    assert letter.number in book and "Dibatalkan" in book
    assert letter.number not in client.get("/letters/?state=issued").text


@pytest.mark.parametrize("title, mode, expected", [
    ("Kepala Dinas Sosial", None, ["KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI,"]),
    ("Plt. Kepala Dinas Sosial", None, ["Plt. KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI,"]),
    ("Sekretaris", None, ["a.n. KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI", "Sekretaris,"]),
    ("Kepala Bidang", SigningMode.UB, ["a.n. KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI", "Sekretaris", "u.b.", "Kepala Bidang,"]),
])
def test_the_lines_above_the_signature_say_on_whose_behalf(case, officer, make, title, mode, expected):
    with db.unit():
        official = Official.appoint(by=make.user(Role.ADMIN), name="Komang", title=title)
    assert written(case, officer, official, mode=mode, through="Sekretaris").above == expected


def test_an_old_letter_keeps_its_signer(case, officer, head, make):
    letter = written(case, officer, head)
    with db.unit():
        head.change(by=make.user(Role.ADMIN), name="Orang Lain")
        Office.current().amend(by=make.user(Role.ADMIN), government="Pemerintah Kabupaten Lain")
    assert Letter.get_by_id(letter.id).signer == "Dr. Nur Aisyah, M.M."
    assert "KABUPATEN TELUK MELATI," in Letter.get_by_id(letter.id).above


def test_the_book_is_searched_by_number_and_subject(client, case, officer, head):
    letter = written(case, officer, head)
    client.sign_in(officer)
    for words, hit in (("0001", True), ("kesehatan", True), ("kendaraan", False)):
        found = client.post("/letters/search", data={"q": words})
        assert words not in found.location
        assert (letter.number in client.get(found.location).text) is hit


def test_others_see_that_a_number_is_used_but_not_for_whom(client, make, case, officer, head):
    letter = written(case, officer, head)
    client.sign_in(make.user())
    book = client.get("/letters/").text
    assert letter.number in book and "Direktur RSJ Pelita" not in book
    assert client.get(f"/letters/{letter.id}").status_code == 404
    client.sign_in(officer)
    assert "Bersama ini kami rujuk:" in client.get(f"/letters/{letter.id}").text


def test_a_restricted_case_hides_even_its_number(client, make, officer, head):
    letter = written(make.case(by=officer, restricted=True, person={"name": "Rina Sari"}), officer, head)
    client.sign_in(make.user())
    assert letter.number not in client.get("/letters/").text
    client.sign_in(make.user(Role.MANAGER))
    assert letter.number in client.get("/letters/").text


def test_the_book_is_not_for_admins(client, make):
    client.sign_in(make.user(Role.ADMIN))
    assert client.get("/letters/").status_code == 403
