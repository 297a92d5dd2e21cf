"""One register for every book: numbers given elsewhere, numbers without a letter, and what of it leaves as a table."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.audit import Entry
from portal.db import db
from portal.letters import gaps
from portal.letters.books import LetterBook, SkippedNumbers
from portal.letters.models import Letter
from portal.office.models import Office
from portal.rules import letter_book as rules
from portal.rules.letter import LetterState
from portal.rules.letter import Why as WhyLetter
from portal.rules.letter_kind import LetterKind
from portal.rules.letter_number import Secrecy
from portal.rules.refused import Refused
from portal.rules.roles import Role
from tests import left

TEXT = {"regarding": "Rujukan Pelayanan Kesehatan", "addressee": "Direktur RSJ Pelita", "body": [["text", "Bersama ini kami rujuk:"]],
        "copies": ["Arsip"]}
TYPED = {"kind": "other_outside", "code": "400.9.1", "regarding": "Undangan rapat", "addressee": "Camat Pantai Baru", "secrecy": "ordinary"}


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def case(make, officer):
    return make.case(by=officer)


def issued(case, officer, head, kind=LetterKind.REFERRAL, **text):
    with db.unit():
        return Letter.draft(case, by=officer, care_team=case.care_team, kind=kind, **TEXT | text).issue(head, by=officer)


def booked(officer, serial=None, book=None, **more):
    told = {"code": "400.9.1", "regarding": "Undangan rapat", "addressee": "Camat Pantai Baru", "secrecy": Secrecy.ORDINARY} | more
    with db.unit():
        return Letter.book_outside(by=officer, book=book or LetterBook.main(), serial=serial, **told)


def duty_book(manager):
    with db.unit():
        return LetterBook.add(by=manager, name="Surat tugas", pattern="{kode}/{urut}/ST/{unit}/{tahun}", kinds=["duty"])


def why(verb, *args, **values):
    with pytest.raises(Refused) as refused, db.unit():
        verb(*args, **values)
    return refused.value.why


def missing(year=2026):
    return {book.name: spans for book, spans in gaps.unaccounted(year)}


def test_the_next_number_is_given_to_a_letter_of_elsewhere(client, officer, case, head):
    issued(case, officer, head)
    client.sign_in(officer)
    answer = client.post("/letters/outside/new", data=TYPED | {"book": LetterBook.main().id})
    letter = Letter.get(Letter.state == LetterState.BOOKED)
    assert answer.location == f"/letters/{letter.id}" and letter.number == "400.9.1/0002/DINSOS/2026" and letter.date == date(2026, 3, 2)
    assert "Nomor 400.9.1/0002/DINSOS/2026 tercatat" in client.get(answer.location).text
    assert issued(case, officer, head).serial == 3


def test_the_next_number_is_never_dated_back(client, officer):
    client.sign_in(officer)
    answer = client.post("/letters/outside/new", data=TYPED | {"book": LetterBook.main().id, "date": "1-3-2026"})
    assert answer.status_code == 422 and "Bila surat itu sudah bernomor, isi nomor urutnya" in answer.text and "Camat Pantai Baru" in answer.text
    assert Letter.select().count() == 0 and LetterBook.main().last(2026) == 0


def test_a_number_of_the_paper_book_is_not_given_again(officer, case, head):
    letter = booked(officer, 3, written="460/003/Dissos/2026")
    assert (letter.number, letter.serial, letter.state) == ("460/003/Dissos/2026", 3, LetterState.BOOKED)
    assert missing() == {"Surat keluar": [(1, 2)]}
    assert issued(case, officer, head).serial == 4
    booked(officer, 1)
    assert missing() == {"Surat keluar": [(2, 2)]}
    assert why(Letter.book_outside, by=officer, book=LetterBook.main(), serial=1, code="400.9.1", regarding="Lain") == rules.Why.SERIAL_TAKEN


@pytest.mark.parametrize("told, expected", [
    ({"serial": 102}, rules.Why.TOO_FAR_AHEAD),
    ({"serial": 1, "date": date(2026, 3, 3)}, rules.Why.DATE_AHEAD),
    ({"serial": 1, "written": "400.9.1/0009/DINSOS/2026"}, rules.Why.NUMBER_OF_A_BOOK),
])
def test_what_is_more_likely_a_slip_is_refused(officer, told, expected):
    assert why(Letter.book_outside, by=officer, book=LetterBook.main(), code="400.9.1", regarding="Undangan", **told) == expected
    assert LetterBook.main().last(2026) == 0


def test_a_date_against_the_order_of_the_register_needs_a_reason(client, officer, case, head):
    issued(case, officer, head)
    clock.use(lambda: datetime(2026, 3, 10, 2, 0))
    booked(officer, 9)
    client.sign_in(officer)
    typed = TYPED | {"book": LetterBook.main().id, "serial": 5, "date": "1-3-2026"}
    answer = client.post("/letters/outside/new", data=typed)
    assert answer.status_code == 422 and "bertanggal 02-03-2026" in answer.text
    assert client.post("/letters/outside/new", data=typed | {"note": "Nomor diambil TU lewat telepon."}).status_code == 303
    client.sign_in(officer)
    assert "Nomor diambil TU lewat telepon." in client.get("/letters/").text
    assert why(Letter.book_outside, by=officer, book=LetterBook.main(), serial=7, date=date(2026, 3, 11), code="400.9.1",
               regarding="Lain", note="Besok") == rules.Why.DATE_AHEAD


def test_a_letter_of_last_year_stands_in_last_years_register(officer, case, head):
    letter = booked(officer, 1, date=date(2025, 12, 30))
    assert (letter.year, letter.number) == (2025, "400.9.1/0001/DINSOS/2025")
    assert issued(case, officer, head).number.endswith("/0001/DINSOS/2026")


def test_the_year_turns_at_the_offices_midnight_in_every_book(officer, case, head, manager):
    duty_book(manager)
    clock.use(lambda: datetime(2026, 12, 31, 15, 59, 59))
    assert [issued(case, officer, head, kind).number[-18:] for kind in (LetterKind.REFERRAL, LetterKind.DUTY)] == [
        "2/0001/DINSOS/2026", "001/ST/DINSOS/2026"]
    clock.use(lambda: datetime(2026, 12, 31, 16, 0, 0))
    later = [issued(case, officer, head, kind) for kind in (LetterKind.REFERRAL, LetterKind.DUTY)]
    assert [(row.year, row.serial, row.date) for row in later] == [(2027, 1, date(2027, 1, 1))] * 2
    assert missing(2026) == missing(2027) == {}


def test_each_book_counts_for_itself_and_a_kind_stands_in_one(officer, case, head, manager):
    first = issued(case, officer, head, LetterKind.DUTY)
    book = duty_book(manager)
    second, third = issued(case, officer, head, LetterKind.DUTY), issued(case, officer, head)
    assert [row.number for row in (first, second, third)] == ["400.9.2.2/0001/DINSOS/2026", "400.9.2.2/0001/ST/DINSOS/2026",
                                                             "400.9.2.2/0002/DINSOS/2026"]
    with db.unit():
        book.amend(by=manager, name=book.name, pattern=book.pattern, kinds=book.kinds, active=False)
    assert issued(case, officer, head, LetterKind.DUTY).number == "400.9.2.2/0003/DINSOS/2026"


def test_a_new_pattern_numbers_on_and_leaves_what_was_given(officer, case, head, manager):
    first, book = issued(case, officer, head), LetterBook.main()
    with db.unit():
        book.amend(by=manager, name=book.name, pattern="{urut}/{bulan}/{unit}/{tahun}")
    assert [first.number, issued(case, officer, head).number] == ["400.9.2.2/0001/DINSOS/2026", "0002/III/DINSOS/2026"]


def test_no_book_may_give_numbers_that_another_gave_this_year(officer, case, head, manager):
    issued(case, officer, head)
    book = LetterBook.main()
    with db.unit():
        book.amend(by=manager, name=book.name, pattern="{kode}/{urut}/BARU/{tahun}")
    told = {"name": "Lain", "pattern": "{kode}/{urut}/{unit}/{tahun}", "kinds": []}
    assert why(LetterBook.add, by=manager, **told) == rules.Why.PATTERN_TAKEN
    clock.use(lambda: datetime(2027, 1, 4, 2, 0))
    with db.unit():
        assert LetterBook.add(by=manager, **told).last(2027) == 0


def test_two_books_that_would_meet_after_all_never_give_one_number(officer, case, head, manager, make):
    """The office changed its unit to what the second book writes: who comes second is told, and takes no number."""
    with db.unit():
        LetterBook.add(by=manager, name="Kedua", pattern="{kode}/{urut}/SOS/{tahun}", kinds=["duty"])
    issued(case, officer, head, LetterKind.DUTY)
    with db.unit():
        Office.current().amend(by=make.user(Role.ADMIN), unit="SOS")
    assert why(lambda: issued(case, officer, head)) == rules.Why.NUMBER_TAKEN
    assert LetterBook.main().last(2026) == 0


def test_an_office_that_begins_in_summer_goes_on_where_its_paper_book_ends(client, manager, officer, case, head):
    client.sign_in(manager)
    page = f"/letters/settings/books/{LetterBook.main().id}/skipped"
    answer = client.post(page, data={"year": "2026", "first": "1", "last": "1240", "reason": "Buku agenda kertas sebelum Sigap"})
    assert answer.status_code == 303 and "Buku agenda kertas" in client.get(answer.location).text
    assert issued(case, officer, head).serial == 1241 and missing() == {}
    assert booked(officer, 900, date=date(2026, 2, 3)).serial == 900


def test_an_explanation_that_was_wrong_is_taken_back(client, manager, officer, case, head):
    issued(case, officer, head)
    with db.unit():
        row = gaps.explain(LetterBook.main(), by=manager, year=2026, first=2, last=12400, reason="Salah ketik")
    assert LetterBook.main().last(2026) == 12400
    client.sign_in(manager)
    answer = client.post(f"/letters/settings/skipped/{row.id}/withdrawal", data={"seen": row.version})
    assert answer.status_code == 303 and "Salah ketik" not in client.get(answer.location).text
    assert LetterBook.main().last(2026) == 1 and SkippedNumbers.get_by_id(row.id).active is False
    assert issued(case, officer, head).serial == 2


def test_numbers_that_letters_carry_are_not_explained_away(client, manager, officer, case, head):
    issued(case, officer, head)
    client.sign_in(manager)
    page = f"/letters/settings/books/{LetterBook.main().id}/skipped"
    answer = client.post(page, data={"year": "2026", "first": "1", "last": "5", "reason": "Terlewat"})
    assert answer.status_code == 422 and "ada surat 400.9.2.2/0001/DINSOS/2026" in answer.text and "Terlewat" in answer.text


def test_what_was_misread_is_put_right_and_its_number_is_free_again(client, officer, case, head):
    letter = booked(officer, 12)
    client.sign_in(officer)
    typed = TYPED | {"serial": "1", "date": "2-3-2026", "seen": letter.version, "regarding": "Undangan rapat koordinasi"}
    assert client.post(f"/letters/{letter.id}/booking", data=typed).status_code == 303
    fresh = Letter.get_by_id(letter.id)
    assert (fresh.serial, fresh.number, fresh.regarding) == (1, "400.9.1/0001/DINSOS/2026", "Undangan rapat koordinasi")
    assert missing() == {} and issued(case, officer, head).serial == 2


def test_only_what_was_booked_is_put_right(client, officer, case, head):
    letter = issued(case, officer, head)
    client.sign_in(officer)
    answer = client.post(f"/letters/{letter.id}/booking", data=TYPED | {"serial": "7", "date": "2-3-2026", "seen": letter.version})
    assert answer.status_code == 409 and "Surat yang terbit tetap seperti saat diterbitkan" in answer.text
    assert why(letter.cancel_booking, by=officer, reason="Coba") == WhyLetter.NOT_BOOKED


def test_a_cancelled_number_of_elsewhere_stays_with_its_reason(client, officer):
    letter = booked(officer)
    client.sign_in(officer)
    client.post(f"/letters/{letter.id}/cancellation", data={"seen": letter.version, "reason": "Suratnya tidak jadi dikirim."})
    book = client.get("/letters/").text
    assert "Dibatalkan" in book and "Suratnya tidak jadi dikirim." in book and missing() == {}
    assert booked(officer).serial == 2
    assert why(Letter.book_outside, by=officer, book=LetterBook.main(), serial=1, code="400.9.1", regarding="Lain") == rules.Why.SERIAL_TAKEN


def test_the_register_shows_what_nobody_accounts_for(client, officer, manager):
    booked(officer, 4)
    client.sign_in(officer)
    book = client.get("/letters/").text
    assert "Belum tercatat pada 2026" in book and "0001–0003" in book and f"?book={LetterBook.main().id}&amp;serial=1" in book
    form = client.get(f"/letters/outside/new?book={LetterBook.main().id}&serial=1").text
    assert 'value="1"' in form
    client.sign_in(manager)
    assert "first=1&amp;last=3" in client.get("/letters/").text


def test_a_hidden_letter_is_no_gap(client, make, officer, head):
    issued(make.case(by=officer, restricted=True, person={"name": "Rina Sari"}), officer, head)
    booked(officer, restricted=True, regarding="Permohonan pendampingan")
    client.sign_in(make.user())
    book = client.get("/letters/").text
    assert "Belum tercatat" not in book and "Permohonan pendampingan" not in book and "0001" not in book


def test_others_read_to_whom_an_ordinary_letter_of_elsewhere_is(client, make, officer):
    booked(officer)
    booked(officer, addressee="Kepala Polsek Muara Jati", secrecy=Secrecy.SECRET, note="Dari Bagian Hukum")
    client.sign_in(make.user())
    book = client.get("/letters/").text
    assert "Camat Pantai Baru" in book and "Kepala Polsek Muara Jati" not in book and "Dari Bagian Hukum" not in book


def test_the_register_is_searched_by_whom_a_letter_is_to(client, make, officer, case, head):
    letter = issued(case, officer, head)

    def finds(words):
        return letter.number in client.get(client.post("/letters/search", data={"q": words}).location).text
    client.sign_in(officer)
    assert finds("pelita") and finds("0001") and finds("kesehatan") and finds(letter.number) and not finds("kencana")
    client.sign_in(make.user())
    assert finds("kesehatan") and not finds("pelita")


def test_the_register_is_narrowed_by_year_book_kind_and_state(client, officer, case, head, manager):
    book = duty_book(manager)
    rows = [issued(case, officer, head), issued(case, officer, head, LetterKind.DUTY), booked(officer), booked(officer, 1, date=date(2025, 5, 5))]
    client.sign_in(officer)
    for narrowed, expected in (("year=2025", {3}), (f"book={book.id}", {1}), ("kind=duty", {1}), ("state=booked", {2, 3}),
                               (f"year=2026&book={LetterBook.main().id}", {0, 2}), ("kind=handover", set())):
        page = client.get(f"/letters/?{narrowed}").text
        assert {n for n, row in enumerate(rows) if f">{row.number}<" in page} == expected, narrowed


def test_the_register_costs_the_same_questions_however_long_it_is(client, officer, case, head):
    client.sign_in(officer)

    def questions():
        asked, run = [], db.execute_sql
        db.execute_sql = lambda sql, params=None: asked.append(sql) or run(sql, params)
        try:
            client.get("/letters/")
        finally:
            del db.execute_sql
        return len(asked)
    issued(case, officer, head)
    booked(officer)
    few = questions()
    for _n in range(4):
        issued(case, officer, head)
        booked(officer)
    assert questions() == few


def exported(client, query=""):
    answer = client.post(f"/letters/export{query}", data={"purpose": "inspection", "kind": "xlsx"} | left.LEAVING)
    assert answer.status_code == 200
    return left.table(answer, "xlsx")


def test_a_manager_takes_the_register_along_as_a_table(client, make, officer, case, head, manager):
    letter = issued(case, officer, head)
    hidden = issued(make.case(by=officer, restricted=True, person={"name": "Rina Sari"}), officer, head, regarding="Rujukan Perlindungan",
                    addressee="Kepala UPTD PPA")
    booked(officer, 5, note="Diambil TU")
    client.sign_in(manager)
    heads, *rows = exported(client)
    assert heads[3] == "Nomor surat" and [row[2] for row in rows] == [1, 2, "3–4", 5]
    told = dict(zip(heads, rows[0], strict=True))
    assert told["Nomor surat"] == letter.number and told["Hal"] == TEXT["regarding"] and told["Penanda tangan"] == "Dr. Nur Aisyah, M.M."
    assert dict(zip(heads, rows[1], strict=True))["Hal"] == "kasus terbatas" and hidden.number in rows[1] and "Kepala UPTD PPA" not in rows[1]
    assert dict(zip(heads, rows[2], strict=True))["Keadaan"] == "belum tercatat" and "Diambil TU" in rows[3]
    assert [row[2] for row in exported(client, "?state=booked")[1:]] == [5]
    last = Entry.select().where(Entry.action == "exported").order_by(Entry.id.desc()).first()
    assert last.detail == {"count": 1, "kind": "xlsx", "list": "letter", "purpose": "inspection", "recipient": "province", "export": "EK-2026-00002"}


def test_a_nik_does_not_stand_in_the_register(client, officer):
    client.sign_in(officer)
    answer = client.post("/letters/outside/new", data=TYPED | {"book": LetterBook.main().id, "regarding": "Data 9901021405120001"})
    assert answer.status_code == 422 and "Hal memuat angka seperti NIK" in answer.text


def test_a_form_sent_twice_books_one_number(client, officer):
    client.sign_in(officer)
    page = client.get("/letters/outside/new").text
    token = page.split('name="form_token" value="')[1].split('"')[0]
    typed = TYPED | {"book": LetterBook.main().id, "form_token": token}
    first, second = client.post("/letters/outside/new", data=typed), client.post("/letters/outside/new", data=typed)
    assert first.location == second.location and Letter.select().count() == 1
