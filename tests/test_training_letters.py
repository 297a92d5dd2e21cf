"""Letters of training: to who teaches about one participant or a whole batch, and a certificate for those who were taught."""
from datetime import date, datetime

import pytest

from portal import clock
from portal.audit import Entry
from portal.correspondence.courses import BatchMatter
from portal.correspondence.writing import Writing
from portal.db import db
from portal.letters.models import Letter
from portal.records import Print
from portal.referrals.institutions import Institution
from portal.rules.correspondence import About, Why
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind
from portal.rules.nik import Sex
from portal.rules.placement import BatchStep, PlacementStep
from portal.rules.referral import ConsentBasis, InstitutionKind
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.training.batches import Batch
from portal.training.fitting.proposals import propose
from portal.training.models import Placement
from tests.test_correspondence import agreed, begun, fresh, issued, questions, words
from tests.test_training import READY, batch_of, decide

ENCLOSED = 'class="enclosure"'
NAMES = ("Fajar Pratama Putra", "Dimas Aryo Saputra", "Bayu Samudra")


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Petugas Pelatihan"))


@pytest.fixture
def school(officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.TRAINING_CENTRE, name="BLK Teluk Melati", head="Kepala BLK Teluk Melati",
                               place="Melati")


@pytest.fixture
def batch(officer, school):
    return batch_of(officer, terms={"institution": school})


def seat(make, batch, by, name=NAMES[0], restricted=False):
    """Somebody of sixteen with a seat; their case is open to the manager and, of the officers, to `by` alone."""
    case = make.case(by=by, met=True, restricted=restricted, person={"name": name, "sex": Sex.MALE})
    with db.unit():
        case.client.correct(by=by, birth_date=date(2009, 8, 21), birth_place="Kota Melati", nik="9901012108090001" if name == NAMES[0] else None)
        placement = propose(batch, case, by=by, answers=READY, reason="Semua syarat dijelaskan.")
    return decide(placement, make.user(Role.MANAGER))


def passed(placement, by, step=PlacementStep.PASS):
    """The course ran and is over for this participant."""
    clock.use(lambda: datetime(2026, 9, 30, 2, 0))
    batch = Batch.get_by_id(placement.batch_id)
    with db.unit():
        if batch.state == "open":
            batch.go(BatchStep.START, by=by)
        return Placement.get_by_id(placement.id).finish(step, by=by, ended_on=clock.today())


def worded(client, letter, **changes):
    told = {"regarding": letter.regarding, "addressee": letter.addressee, "addressee_place": letter.addressee_place, "secrecy": str(letter.secrecy),
            "urgency": str(letter.urgency), "copies": "\n".join(letter.copies), "attachments": letter.attachments, "seen": letter.version,
            **{name: letter.wording[name] for name in ("opening", "closing", "content", "facts")}}
    return client.post(f"/correspondence/{letter.id}/wording", data=told | changes)


def printed(client, letter):
    return client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"}, follow_redirects=True).text


def test_a_letter_about_one_participant_tells_the_provider_the_least(client, make, officer, batch, school, head):
    placement = seat(make, batch, officer)
    assert f"/correspondence/placement/{placement.id}" in client.get(f"/training/placements/{placement.id}").text
    letter = begun(client, placement, "placement", about="placement")
    assert (letter.addressee, letter.care_team, letter.code) == ("Kepala BLK Teluk Melati", placement.case.care_team, "400.9.12")
    assert letter.regarding == "Pengantar Peserta Pelatihan Barbershop Dasar, Angkatan AK-2026-00001" and letter.wording["institution"] == school.id
    said = words(letter)
    for each in (NAMES[0], "21 Agustus 2009", "Laki-laki", "6 April 2026 sampai dengan 30 September 2026", "Nomor kasus"):
        assert each in said, each
    assert "9901012108090001" not in said and "Anak Jalanan" not in said
    page = client.get(f"/correspondence/{letter.id}/wording").text
    assert 'value="nik"' in page and 'value="category"' not in page
    refused = issued(client, letter, head)
    assert refused.status_code == 422 and "Pilih dasar persetujuan" in refused.text
    agreed(placement.case, officer, school)
    assert issued(client, letter, head).status_code == 303 and "Persetujuan orang tua atau wali" in words(letter)
    assert f"/correspondence/{letter.id}" in client.get(f"/cases/{placement.case_id}").text, "on the timeline of the case"
    assert f"/correspondence/{letter.id}" in client.get(f"/correspondence/case/{placement.case_id}").text


def test_without_a_place_in_the_directory_the_provider_is_asked_for(client, make, officer, school):
    placement = seat(make, batch_of(officer), officer)
    answer = client.post(f"/correspondence/placement/{placement.id}/new/placement", data={})
    assert answer.status_code == 422 and "Pilih lembaga yang menerima surat ini" in answer.text
    assert begun(client, placement, "placement", about="placement", institution=school.id).addressee == "Kepala BLK Teluk Melati"


def test_a_letter_to_the_provider_waits_for_the_seat_and_ends_with_it(client, make, officer, batch, school, head):
    case = make.case(by=officer, met=True, person={"name": NAMES[1], "sex": Sex.MALE})
    with db.unit():
        case.client.correct(by=officer, birth_date=date(2009, 8, 21))
        placement = propose(batch, case, by=officer, answers=READY, reason="Semua syarat dijelaskan.")
    assert client.get(f"/correspondence/placement/{placement.id}/new/placement").status_code == 409, "no manager has said yes"
    decide(placement, make.user(Role.MANAGER))
    letter = begun(client, placement, "placement", about="placement")
    agreed(case, officer, school)
    with db.unit():
        Placement.get_by_id(placement.id).cancel(by=officer, reason="Tidak jadi.")
    answer = issued(client, letter, head)
    assert answer.status_code == 422 and "sudah dibatalkan" in answer.text and fresh(letter).state == LetterState.DRAFT


def test_the_issue_reads_anew_how_the_participant_stands(client, make, officer, batch, school, head):
    placement = seat(make, batch, officer)
    agreed(placement.case, officer, school)
    writing = Writing(begun(client, placement, "placement", about="placement"))
    assert not writing.matter.cancelled
    with db.unit():
        Placement.get_by_id(placement.id).cancel(by=officer, reason="Tidak jadi.")
    with pytest.raises(Refused) as refused, db.unit():
        writing.issue(head, by=officer)
    assert refused.value.why == Why.RECORD_CANCELLED and fresh(writing.letter).number is None


def test_a_letter_about_a_batch_names_nobody_and_is_read_by_whoever_sees_courses(client, make, officer, batch, school, head):
    for name in NAMES[:2]:
        seat(make, batch, officer, name)
    assert f"/correspondence/batch/{batch.id}/new/placement" in client.get(f"/training/batches/{batch.id}/papers").text
    letter = begun(client, batch, "placement", about="batch")
    assert "2 (dua) orang" in words(letter) and not [name for name in NAMES if name in words(letter)]
    for change in ({"content": f"Mohon perhatian untuk {NAMES[1]}."}, {"regarding": f"Peserta {NAMES[0]}"}):
        refused = worded(client, letter, **change)
        assert refused.status_code == 422 and "nama klien" in refused.text
    assert worded(client, letter, content="Petugas kami mendampingi pada hari pertama.").status_code == 303
    assert issued(client, letter, head).status_code == 303 and fresh(letter).number == "400.9.12/0001/DINSOS/2026"
    client.sign_in(make.user())
    page = client.get(f"/correspondence/{letter.id}").text
    assert "Petugas kami mendampingi" in page and "F.P.P." in page and not [name for name in NAMES if name in page]
    assert fresh(letter).number in client.get("/letters/").text
    assert f"/training/batches/{batch.id}/papers" in client.get(f"/letters/{letter.id}").text
    assert f"/correspondence/{letter.id}" in client.get(f"/training/batches/{batch.id}/papers").text
    for role in (Role.ADMIN, Role.AUDITOR):
        client.sign_in(make.user(role))
        assert client.get(f"/correspondence/{letter.id}").status_code == 403
        assert not Letter.whole_to(make.user(role)).exists()


def test_its_list_names_those_whom_the_provider_may_know_to_those_who_may_print_them(client, make, officer, batch, school, head):
    first, second = (seat(make, batch, officer, name) for name in NAMES[:2])
    agreed(first.case, officer, school)
    letter = begun(client, batch, "placement", about="batch")
    shown = client.get(f"/correspondence/{letter.id}").text
    assert NAMES[0] in shown and NAMES[1] not in shown and "D.A.S." in shown and "belum ada persetujuan berbagi data: 1." in shown
    assert issued(client, letter, head).status_code == 303
    paper = printed(client, letter)
    assert ENCLOSED in paper and NAMES[0] in paper and NAMES[1] not in paper and "D.A.S." in paper
    copy = Print.get(Print.subject == "letter")
    listed = [(row.by, row.detail["count"]) for row in Entry.select().where(Entry.action == "listed", Entry.subject == "letter")]
    assert len(listed) == 3 and set(listed) == {(officer.id, 2)}, "looked at, looked at before the issue, printed"
    client.sign_in(make.user())
    other = client.get(f"/correspondence/{letter.id}/prints/{copy.id}").text
    assert ENCLOSED not in other, "the list belongs to who printed it"
    theirs = printed(client, letter)
    assert ENCLOSED in theirs and "F.P.P." in theirs and not [name for name in NAMES if name in theirs]
    assert second.case.client.initials in theirs


def test_a_no_said_after_the_issue_takes_the_name_off_the_list(client, make, officer, batch, school, head):
    placement = seat(make, batch, officer)
    consent = agreed(placement.case, officer, school)
    letter = begun(client, batch, "placement", about="batch")
    issued(client, letter, head)
    assert NAMES[0] in printed(client, letter)
    with db.unit():
        consent.withdraw(by=officer, on=clock.today(), said_by="Ibu Rahma")
    assert NAMES[0] not in printed(client, letter)


def test_a_child_that_says_no_is_not_named_though_the_guardian_agrees(client, make, officer, batch, school):
    placement = seat(make, batch, officer)
    agreed(placement.case, officer, school)
    agreed(placement.case, officer, school, basis=ConsentBasis.OWN_REFUSED)
    assert NAMES[0] not in client.get(f"/correspondence/{begun(client, batch, 'placement', about='batch').id}").text


def test_the_list_of_an_issued_letter_is_that_of_its_issue(client, make, officer, batch, school, head):
    seat(make, batch, officer)
    letter = begun(client, batch, "placement", about="batch")
    before = client.get(f"/correspondence/{letter.id}/issue").text.partition('name="looked"')[2].partition('value="')[2].partition('"')[0]
    late = seat(make, batch, officer, NAMES[1])
    refused = issued(client, letter, head, looked=before)
    assert refused.status_code == 422 and "2 (dua) orang" in refused.text, "somebody joined since the page was opened"
    assert issued(client, letter, head).status_code == 303
    with db.unit():
        Placement.get_by_id(late.id).cancel(by=officer, reason="Pindah kota.")
    seat(make, batch, officer, NAMES[2])
    paper = printed(client, letter)
    assert "2 (dua) orang" in paper and "D.A.S." in paper and "B.S." not in paper


def test_of_a_restricted_case_a_letter_about_the_batch_says_nothing(client, make, officer, batch, school):
    seat(make, batch, officer)
    hidden = seat(make, batch, officer, NAMES[1], restricted=True)
    letter = begun(client, batch, "placement", about="batch")
    page = client.get(f"/correspondence/{letter.id}").text
    assert "1 (satu) orang" in words(letter) and "D.A.S." not in page and "F.P.P." in page
    assert worded(client, letter, content=f"Untuk {NAMES[1]}.").status_code == 422, "its own team is kept from naming it"
    client.sign_in(make.user())
    assert worded(client, fresh(letter), content=f"Untuk {NAMES[1]}.").status_code == 303, "nobody else is told that it is there"
    assert client.get(f"/correspondence/placement/{hidden.id}").status_code == 404
    client.sign_in(officer)
    own = begun(client, hidden, "placement", about="placement")
    assert NAMES[1] not in words(own) and "D.A.S." in words(own)


def test_a_batch_without_participants_or_over_has_no_letter(client, make, officer, batch):
    assert client.get(f"/correspondence/batch/{batch.id}/new/placement").status_code == 409
    placement = seat(make, batch, officer)
    passed(placement, officer)
    with db.unit():
        Batch.get_by_id(batch.id).go(BatchStep.END, by=officer)
    assert client.get(f"/correspondence/batch/{batch.id}/new/placement").status_code == 409
    assert client.get(f"/correspondence/batch/{batch.id}").status_code == 200


def test_a_certificate_says_who_was_taught_and_nothing_of_a_case(client, make, officer, batch, head):
    placement = seat(make, batch, officer)
    assert client.get(f"/correspondence/placement/{placement.id}/new/certificate").status_code == 409
    passed(placement, officer)
    letter = begun(client, placement, "certificate", about="placement")
    said = words(letter) + letter.regarding
    assert NAMES[0] in said and "di Kota Melati, 21 Agustus 2009" in said and "dan dinyatakan lulus." in said
    assert not [word for word in (placement.case.number, "Anak Jalanan", "klien", "9901012108090001") if word in said]
    assert (letter.secrecy, letter.copies, letter.addressee) == ("ordinary", [], "")
    assert client.get(f"/correspondence/placement/{placement.id}/new/certificate").status_code == 409, "there is one already"
    assert "/new/certificate" not in client.get(f"/correspondence/placement/{placement.id}").text
    assert worded(client, letter, facts=["birth"]).status_code == 303
    assert "Sertifikat memuat nama peserta" in client.get(f"/correspondence/{letter.id}").text
    with db.unit():
        fresh(letter).move("cancel", by=officer, reason="Salah centang")
    second = begun(client, placement, "certificate", about="placement")
    assert issued(client, second, head).status_code == 303
    number = fresh(second).number
    assert number == "400.9.12/0001/DINSOS/2026" and Placement.get_by_id(placement.id).certificate == number
    paper = printed(client, second)
    for each in (NAMES[0], number, "Sertifikat keikutsertaan", "Dr. Nur Aisyah, M.M.", "Teluk Melati, 30 September 2026"):
        assert each in paper, each
    assert "RAHASIA" not in paper and placement.case.number not in paper and "KONSEP" not in paper
    client.post(f"/correspondence/{second.id}/cancellation", data={"reason": "Salah nama"})
    assert Placement.get_by_id(placement.id).certificate == "" and "DIBATALKAN" in printed(client, second)


def test_who_did_not_pass_gets_one_that_does_not_say_so(client, make, officer, batch):
    placement = passed(seat(make, batch, officer), officer, PlacementStep.FAIL)
    letter = begun(client, placement, "certificate", about="placement")
    assert "telah selesai mengikutinya" in words(letter) and "lulus" not in words(letter).casefold()


def test_a_number_of_the_provider_stays(client, make, officer, batch, head):
    placement = seat(make, batch, officer)
    passed(placement, officer)
    with db.unit():
        Placement.get_by_id(placement.id).change(by=officer, certificate="BLK-77")
    letter = begun(client, placement, "certificate", about="placement")
    issued(client, letter, head)
    client.post(f"/correspondence/{letter.id}/cancellation", data={"reason": "Salah nama"})
    assert Placement.get_by_id(placement.id).certificate == "BLK-77"


def certify(client, batch, head, placements, **more):
    told = {"placements": [each.id for each in placements], "official": head.id, "code": "400.9.12"} | more
    return client.post(f"/correspondence/batch/{batch.id}/certificates/issue", data=told)


def test_all_who_passed_get_theirs_in_one_go(client, make, officer, batch, head):
    rows = [passed(seat(make, batch, officer, name), officer) for name in NAMES]
    assert client.get(f"/correspondence/batch/{batch.id}/certificates").status_code == 200
    form = client.get(f"/correspondence/batch/{batch.id}/certificates/issue").text
    assert form.count("checked") == 3 and all(name in form for name in NAMES) and "dinyatakan lulus" in form
    assert certify(client, batch, head, []).status_code == 422
    token = form.partition('name="form_token"')[2].partition('value="')[2].partition('"')[0]
    for _click in range(2):
        answer = certify(client, batch, head, rows, form_token=token)
        assert answer.status_code == 303, answer.text
    numbers = [Placement.get_by_id(row.id).certificate for row in rows]
    assert numbers == [f"400.9.12/000{n}/DINSOS/2026" for n in (1, 2, 3)]
    assert certify(client, batch, head, rows).status_code == 422 and Letter.select().count() == 3, "nobody gets two"
    sheet = client.post(f"/correspondence/batch/{batch.id}/certificates/prints", data={"paper": "a4"}, follow_redirects=True).text
    assert all(each in sheet for each in (*NAMES, *numbers)) and sheet.count('class="honoured"') == 3
    letters = Print.select().where(Print.subject == "letter")
    assert sorted(row.copy for row in letters) == [1, 1, 1] and {row.kind for row in letters} == {LetterKind.CERTIFICATE}


def test_who_has_one_of_the_provider_is_offered_but_not_ticked(client, make, officer, batch, head):
    first, second = (passed(seat(make, batch, officer, name), officer) for name in NAMES[:2])
    with db.unit():
        Placement.get_by_id(first.id).change(by=officer, certificate="BLK-77")
    assert "Terbitkan 1 sertifikat" in client.get(f"/correspondence/batch/{batch.id}/certificates").text
    form = client.get(f"/correspondence/batch/{batch.id}/certificates/issue").text
    assert form.count("checked") == 1 and "sudah bersertifikat BLK-77" in form
    assert certify(client, batch, head, [first, second]).status_code == 303
    assert Placement.get_by_id(first.id).certificate == "BLK-77" and Letter.select().count() == 2


def test_a_certificate_whose_result_was_put_right_is_copied_no_more(client, make, officer, batch, head):
    placement = seat(make, batch, officer)
    passed(placement, officer)
    letter = begun(client, placement, "certificate", about="placement")
    issued(client, letter, head)
    with db.unit():
        Placement.get_by_id(placement.id).move(PlacementStep.FAIL_AFTER_ALL, by=officer, reason="Salah catat.")
    answer = client.post(f"/correspondence/{letter.id}/prints", data={"paper": "f4"})
    assert answer.status_code == 409 and "Hasil peserta ini diubah" in answer.text
    assert "Hasil peserta ini diubah" in client.get(f"/correspondence/{letter.id}").text


def test_of_others_only_the_number_is_told_and_their_names_reach_no_paper(client, make, officer, batch, head):
    mine = passed(seat(make, batch, officer), officer)
    colleague = make.user()
    passed(seat(make, batch, colleague, NAMES[1]), colleague)
    hidden = passed(seat(make, batch, colleague, NAMES[2], restricted=True), colleague)
    page = client.get(f"/correspondence/batch/{batch.id}/certificates").text
    assert NAMES[0] in page and "1 peserta lain lulus" in page and NAMES[1] not in page and "B.S." not in page
    assert certify(client, batch, head, [hidden]).status_code == 422 and not Letter.select().exists()
    assert certify(client, batch, head, [mine]).status_code == 303
    client.sign_in(colleague)
    certify(client, batch, head, [hidden])
    client.sign_in(officer)
    sheet = client.post(f"/correspondence/batch/{batch.id}/certificates/prints", data={"paper": "f4"}, follow_redirects=True)
    assert NAMES[0] in sheet.text and NAMES[2] not in sheet.text
    client.sign_in(colleague)
    assert client.get(f"/correspondence/batch/{batch.id}/certificates/prints/1").status_code == 404


def test_when_one_is_refused_none_is_issued(client, make, officer, batch, head):
    first, second = (passed(seat(make, batch, officer, name), officer) for name in NAMES[:2])
    client.sign_in(officer)
    with db.unit():
        second.case.client.correct(by=officer, name="", alias="Dim")
    page = client.get(f"/correspondence/batch/{batch.id}/certificates").text
    assert "Namanya belum diketahui" in page
    assert certify(client, batch, head, [first, second]).status_code == 422 and not Letter.select().exists()


def test_no_page_of_these_letters_asks_more_for_more_people(client, make, officer, batch, school, head, monkeypatch):
    rows = [seat(make, batch, officer)]
    letter = begun(client, batch, "placement", about="batch")
    paths = (f"/correspondence/{letter.id}", f"/training/batches/{batch.id}/papers")
    before = [questions(monkeypatch, client, path) for path in paths]
    for name in NAMES[1:]:
        rows.append(seat(make, batch, officer, name))
        agreed(rows[-1].case, officer, school)
    assert [questions(monkeypatch, client, path) for path in paths] == before
    clock.use(lambda: datetime(2026, 9, 30, 2, 0))
    client.sign_in(officer)
    passed(rows[0], officer)
    listed = (f"/correspondence/batch/{batch.id}/certificates", f"/correspondence/batch/{batch.id}/certificates/issue")
    before = [questions(monkeypatch, client, path) for path in listed]
    for row in rows[1:]:
        passed(row, officer)
    assert [questions(monkeypatch, client, path) for path in listed] == before


def test_many_certificates_are_drawn_with_as_many_questions_as_one(client, make, officer, batch, head, monkeypatch):
    rows = [passed(seat(make, batch, officer, name), officer) for name in NAMES]
    sheet, address = f"/correspondence/batch/{batch.id}/certificates/prints", f"/correspondence/batch/{batch.id}/certificates/prints/1"
    certify(client, batch, head, rows[:1])
    client.post(sheet, data={"paper": "f4"})
    before = questions(monkeypatch, client, address)
    certify(client, batch, head, rows[1:])
    assert questions(monkeypatch, client, address) == before
    assert client.get(address).text.count('class="honoured"') == 3


def test_a_draft_about_a_batch_is_a_task_of_whoever_began_it(client, make, officer, batch, school):
    seat(make, batch, officer)
    letter = begun(client, batch, "placement", about="batch")
    home = client.get("/").text
    assert f"/correspondence/{letter.id}" in home and "Terbitkan surat: Pengantar peserta pelatihan" in home and batch.number in home
    client.sign_in(make.user())
    assert f"/correspondence/{letter.id}" not in client.get("/").text


def test_the_matter_of_a_batch_says_how_many_by_the_same_count_as_its_list(make, officer, batch):
    for name in NAMES:
        seat(make, batch, officer, name)
    assert len(BatchMatter(About.BATCH, Batch.get_by_id(batch.id)).people) == 3
