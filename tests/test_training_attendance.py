"""The attendance of a course: one page a day, filled in by several people, saved as it is touched, and what it asks of whom."""
import re
from datetime import date, datetime

import pytest

from portal import clock
from portal.accounts.models import User
from portal.audit import Entry
from portal.cases.models import Case
from portal.db import db
from portal.records import Stale
from portal.rules.attendance import Mark
from portal.rules.lifecycle import NoteKind
from portal.rules.placement import BatchState, BatchStep, PlacementStep
from portal.tokens import FormToken
from portal.training.attendance.meetings import Attendance, Meeting
from portal.training.attendance.presence import Presence, participants, presence_of, presences_of, rates_of
from portal.training.attendance.presence_due import absent_three, absent_three_of, unfilled, unfilled_of
from portal.training.batches import Batch
from tests.test_training import batch_of, decide, proposed
from tests.test_training_days import running

MONDAY = date(2026, 3, 2)
PRESENT, PERMITTED, SICK, ABSENT = Mark


@pytest.fixture
def officer(make):
    return make.user()


def at(day):
    """From now on it is ten in the morning of that day."""
    clock.use(lambda: datetime(day.year, day.month, day.day, 2, 0))


def day_url(batch, on):
    return f"/training/batches/{batch.id}/days/{on}"


def met(batch, officer, marks, on=None):
    """A meeting on that day (today) with these marks, {placement: Mark}."""
    with db.unit():
        meeting = Meeting.hold(batch, by=officer, on=on or clock.today())
        return meeting.take({placement.id: (mark, "") for placement, mark in marks.items()}, by=officer)


def away(batch, officer, placement, *days, mark=ABSENT):
    """Absent on these days of March, each written down on its day."""
    for number in days:
        at(date(2026, 3, number))
        met(batch, officer, {placement: mark})


class Tab:
    """A page of the roster in one browser: it sends what its form holds, as the script does or as the button does."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        text = client.get(address).text
        shown = re.sub(r'<input(?=[^>]*type="radio")(?![^>]* checked)[^>]*>', "", text)
        self.fields = {name: value for name, value in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', shown)}
        self.fields = {name: value for name, value in self.fields.items() if name not in ("q", "csrf_token", "s")}
        self.turn = 0

    def marks(self, placement, mark, note=""):
        self.fields |= {f"mark_{placement.id}": mark, f"note_{placement.id}": note}
        return self

    def keeps(self):
        """Saved as it is touched; what the answer says the page began with is taken over."""
        self.turn += 1
        answer = self.client.post(f"{self.address}/marks", data=self.fields | {"turn": self.turn})
        self.fields |= dict(re.findall(r'name="(was_\w+)"[^>]*value="([^"]*)"', answer.text)) if answer.status_code == 200 else {}
        return answer

    def saves(self):
        return self.client.post(self.address, data=self.fields)


@pytest.fixture
def tab_of(app):
    """tab_of(user, address): the page open in a browser of their own."""
    def open_tab(user, address):
        browser = app.test_client()
        browser.sign_in(user)
        return Tab(browser, address)
    return open_tab


def said(meeting, *placements):
    return [Meeting.get_by_id(meeting.id).marks()[each.id].mark for each in placements]


@pytest.fixture
def course(make, officer, manager):
    """A running batch with three participants whose cases a second officer works on too, and that officer."""
    batch, placements = running(make, officer, manager, people=3)
    other = make.user()
    with db.unit():
        for each in placements:
            each.case.care_team.join(other, by=officer)
    return batch, placements, other


# One page a day
def test_todays_roster_opens_with_one_link_and_begins_with_its_first_saving(client, officer, course):
    batch, placements, _ = course
    client.sign_in(officer)
    assert day_url(batch, MONDAY) in client.get(f"/training/batches/{batch.id}").text
    page = client.get(day_url(batch, MONDAY)).text
    assert "Belum disimpan" in page and page.count(" checked") == 3 and not Meeting.select().exists()
    assert client.post(day_url(batch, MONDAY), data={f"mark_{each.id}": "present" for each in placements}).status_code == 303
    assert said(Meeting.get(), *placements) == [PRESENT] * 3 and Meeting.get().on == MONDAY
    assert "Belum disimpan" not in client.get(day_url(batch, MONDAY)).text


def test_an_address_that_names_no_day_is_not_found(client, officer, course):
    client.sign_in(officer)
    for on in ("x", "2026-3-2", "20260302", "2026-02-30", "2026-W10-1", "2026-03-02x", "٢٠٢٦-٠٣-٠٢"):
        assert client.get(day_url(course[0], on)).status_code == client.post(f"{day_url(course[0], on)}/marks").status_code == 404, on


def test_a_day_before_the_course_or_still_to_come_has_no_roster(client, officer, course):
    batch, (first, *_), _ = course
    client.sign_in(officer)
    for on, sentence in ((date(2026, 3, 1), "Pilih tanggal sejak angkatan dimulai"), (date(2026, 3, 3), "sampai hari ini"), (MONDAY, None)):
        page = client.get(day_url(batch, on)).text
        assert (sentence in page and "Simpan kehadiran" not in page) if sentence else "Simpan kehadiran" in page, on
        assert client.post(day_url(batch, on), data={f"mark_{first.id}": "absent"}).status_code == (422 if sentence else 303), on
        assert Meeting.select().exists() is not bool(sentence), on


def test_a_reason_stays_with_who_is_absent_and_goes_with_who_is_present(client, officer, course):
    batch, (first, second, _), _ = course
    client.sign_in(officer)
    client.post(day_url(batch, MONDAY), data={f"mark_{first.id}": "sick", f"note_{first.id}": " demam ", f"mark_{second.id}": "present",
                                              f"note_{second.id}": "terlambat"})
    marks = Meeting.get().marks()
    assert (marks[first.id].note, marks[second.id].note, len(marks)) == ("demam", "", 2)
    page = client.get(day_url(batch, MONDAY)).text
    assert 'value="sick:demam"' in page and "demam" in client.get(f"/training/meetings/{Meeting.get().id}").text


CANNOT_BE = (("mark", "melarikan diri", "Pilih salah satu"), ("note", "x" * 201, "Terlalu panjang"),
             ("was", "present:" + "x" * 300, "Terlalu panjang"))


def test_what_cannot_be_saved_keeps_what_was_typed(client, officer, course):
    batch, (first, second, _), _ = course
    client.sign_in(officer)
    typed = {f"mark_{first.id}": "absent", f"note_{first.id}": "ikut ibunya", f"mark_{second.id}": "sick", f"note_{second.id}": "demam"}
    for field, value, sentence in CANNOT_BE:
        answer = client.post(day_url(batch, MONDAY), data=typed | {f"{field}_{second.id}": value})
        assert answer.status_code == 422 and sentence in answer.text and "ikut ibunya" in answer.text and not Meeting.select().exists(), field


def test_somebody_seated_while_the_page_stood_open_is_not_marked_by_it(make, client, officer, manager, course):
    batch, placements, _ = course
    later = decide(proposed(make, batch, officer), manager)
    client.sign_in(officer)
    assert client.post(day_url(batch, MONDAY), data={f"mark_{each.id}": "present" for each in placements}).status_code == 303
    assert later.id not in Meeting.get().marks() and client.get(day_url(batch, MONDAY)).text.count(f'name="mark_{later.id}"') == 4


def test_the_topic_is_written_with_the_roster(client, officer, course):
    batch, (first, *_), _ = course
    client.sign_in(officer)
    client.post(day_url(batch, MONDAY), data={f"mark_{first.id}": "present", "topic": "Memegang gunting", "was_topic": ""})
    assert Meeting.get().topic == "Memegang gunting" and "Memegang gunting" in client.get(f"/training/batches/{batch.id}/meetings").text


# Saved as it is touched
def test_what_is_touched_is_saved_at_once_and_the_page_is_told(officer, course, tab_of):
    batch, (first, second, third), _ = course
    tab = tab_of(officer, day_url(batch, MONDAY))
    answer = tab.marks(second, "absent", "ikut ibunya").keeps()
    assert answer.status_code == 200 and re.search(r'data-said="Tersimpan \d\d\.\d\d\.\d\d"', answer.text)
    assert "Hadir 2 · Alpa 1" in answer.text and f'id="was_{second.id}"' in answer.text and f'id="was_{first.id}"' not in answer.text
    assert said(Meeting.get(), first, second, third) == [PRESENT, ABSENT, PRESENT]
    tab.marks(second, "sick").keeps()
    assert said(Meeting.get(), second) == [SICK] and Attendance.select().count() == 3
    assert tab.saves().status_code == 303 and said(Meeting.get(), second) == [SICK]


def test_saving_again_what_stands_writes_nothing(officer, course, tab_of):
    batch, (first, *_), _ = course
    tab = tab_of(officer, day_url(batch, MONDAY))
    tab.marks(first, "sick").keeps()
    before = Entry.select().where(Entry.action == "changed").count(), Meeting.get().version
    assert tab.keeps().status_code == 200 and tab.saves().status_code == 303
    assert (Entry.select().where(Entry.action == "changed").count(), Meeting.get().version) == before


def test_an_answer_that_was_lost_is_no_conflict_with_oneself(officer, course, tab_of):
    batch, (first, *_), _ = course
    tab = tab_of(officer, day_url(batch, MONDAY))
    began = dict(tab.fields)
    tab.marks(first, "permitted").keeps()
    tab.fields |= {name: value for name, value in began.items() if name.startswith("was_")}  # the page never heard of it
    assert tab.marks(first, "absent").saves().status_code == 303
    assert said(Meeting.get(), first) == [ABSENT]


def test_a_page_that_another_form_opened_saves_no_roster(client, officer, course):
    batch, (first, *_), _ = course
    client.sign_in(officer)
    with db.unit():
        token = FormToken.open(officer, "/reports/new")
    assert client.post(f"{day_url(batch, MONDAY)}/marks", data={"form_token": token.key, f"mark_{first.id}": "absent"}).status_code == 404
    assert client.post(f"{day_url(batch, MONDAY)}/marks", data={"form_token": "unknown", f"mark_{first.id}": "absent"}).status_code == 404
    assert client.post(f"{day_url(batch, MONDAY)}/marks", data={f"mark_{first.id}": "absent"}).status_code == 400
    assert not Meeting.select().exists()


def test_a_session_that_ended_keeps_the_marks_as_a_draft(app, officer, course, tab_of):
    batch, (first, second, _), other = course
    tab = tab_of(officer, day_url(batch, MONDAY))
    with tab.client.session_transaction() as session:
        session.clear()
    tab.marks(first, "absent", "ikut ibunya")
    assert tab.saves().status_code == 303 and not Meeting.select().exists()
    met(batch, other, {first: PRESENT, second: SICK})
    tab.client.sign_in(officer)
    page = tab.client.get(FormToken.drafts_of(officer).get().address).text
    assert "ikut ibunya" in page and "data-typed" in page and 'value="sick:" ' in page.replace('">', '" ')


def test_what_cannot_be_saved_at_once_is_said_in_words(officer, course, tab_of):
    batch, (first, *_), _ = course
    tab = tab_of(officer, day_url(batch, MONDAY))
    answer = tab.marks(first, "absent", "x" * 201).keeps()
    assert (answer.status_code, answer.mimetype) == (422, "text/plain") and "Terlalu panjang" in answer.text and not Meeting.select().exists()
    with db.unit():
        Batch.get_by_id(batch.id).change(by=officer, state=BatchState.ENDED)
    answer = tab.marks(first, "absent", "ikut ibunya").keeps()
    assert answer.status_code == 409 and 'id="refusal"' in answer.text and "selama angkatan berlangsung" in answer.text


def test_when_a_course_is_over_its_days_are_read_and_not_filled_in(client, officer, course):
    batch, (first, *_), _ = course
    meeting = met(batch, officer, {first: SICK})
    with db.unit():
        Batch.get_by_id(batch.id).change(by=officer, state=BatchState.ENDED)
    client.sign_in(officer)
    page = client.get(day_url(batch, MONDAY)).text
    assert "selama angkatan berlangsung" in page and f"/training/meetings/{meeting.id}" in page and "Simpan kehadiran" not in page
    assert "Sakit" in client.get(f"/training/meetings/{meeting.id}").text
    page = client.get(f"/training/batches/{batch.id}/meetings").text
    assert f"/training/meetings/{meeting.id}" in page and "Kehadiran hari ini" not in page and "Belum diisi" not in page


# Two people at one roster
def test_two_people_mark_different_children_and_both_stay(officer, course, tab_of):
    batch, (first, second, third), other = course
    mine, theirs = tab_of(officer, day_url(batch, MONDAY)), tab_of(other, day_url(batch, MONDAY))
    assert mine.marks(first, "absent", "ikut ibunya").saves().status_code == 303
    assert theirs.marks(second, "sick").saves().status_code == 303
    assert said(Meeting.get(), first, second, third) == [ABSENT, SICK, PRESENT]
    assert Meeting.get().marks()[first.id].note == "ikut ibunya"


def test_the_page_is_shown_what_somebody_else_marked_meanwhile(officer, course, tab_of):
    batch, (first, second, third), other = course
    mine, theirs = tab_of(officer, day_url(batch, MONDAY)), tab_of(other, day_url(batch, MONDAY))
    mine.marks(first, "absent").keeps()
    answer = theirs.marks(second, "sick").keeps()
    assert f'id="marks-{first.id}"' in answer.text and 'value="absent:"' in answer.text and f'id="marks-{third.id}"' not in answer.text
    assert "Hadir 1 · Sakit 1 · Alpa 1" in answer.text
    assert theirs.marks(first, "absent").marks(first, "permitted").keeps().status_code == 200  # knowing what stands, it may be changed
    assert said(Meeting.get(), first, second) == [PERMITTED, SICK]


@pytest.mark.parametrize("send", [Tab.saves, Tab.keeps])
def test_the_same_child_marked_differently_shows_both_versions(officer, course, tab_of, send):
    batch, (first, second, _), other = course
    mine, theirs = tab_of(officer, day_url(batch, MONDAY)), tab_of(other, day_url(batch, MONDAY))
    mine.marks(first, "absent", "ikut ibunya").saves()
    answer = send(theirs.marks(first, "sick", "demam").marks(second, "permitted"))
    assert answer.status_code == 409 and said(Meeting.get(), first, second) == [ABSENT, PRESENT]
    name = first.name_for(other)
    assert f'<th scope="row">{name}</th><td class="differs">Sakit</td><td class="differs">Alpa</td>' in answer.text
    assert '<td class="differs">demam</td><td class="differs">ikut ibunya</td>' in answer.text and officer.name in answer.text
    page = theirs.client.get(re.search(r'id="both" href="([^"]+)"', answer.text)[1].replace("&amp;", "&")).text
    assert "Tersimpan: Alpa, ikut ibunya" in page and "demam" in page and "data-typed" not in page


def test_whoever_has_seen_both_versions_decides(officer, course, tab_of):
    batch, (first, *_), other = course
    mine, theirs = tab_of(officer, day_url(batch, MONDAY)), tab_of(other, day_url(batch, MONDAY))
    mine.marks(first, "absent").saves()
    theirs.marks(first, "sick", "demam").saves()
    again = tab_of(other, FormToken.drafts_of(other).get().address)
    again.address = day_url(batch, MONDAY)
    assert again.fields[f"mark_{first.id}"] == "sick" and again.fields[f"was_{first.id}"] == "absent:"
    assert again.saves().status_code == 303 and said(Meeting.get(), first) == [SICK]


def test_the_verb_refuses_what_both_changed_and_leaves_everything_as_it_is(officer, course):
    batch, (first, second, _), other = course
    meeting = met(batch, officer, {first: ABSENT, second: PRESENT})
    with pytest.raises(Stale) as stale, db.unit():
        Meeting.get().take({first.id: (SICK, ""), second.id: (SICK, "")}, by=other, looked={first.id: (PRESENT, ""), second.id: (PRESENT, "")})
    assert stale.value.record.stands[f"mark_{first.id}"] == ABSENT and said(meeting, first, second) == [ABSENT, PRESENT]


# Who sees whom
def test_a_participant_of_a_restricted_case_is_marked_by_who_sees_them_and_by_nobody_else(make, client, officer, course):
    batch, (first, second, hidden), _ = course
    stranger = make.user()
    with db.unit():
        hidden.case.care_team.restrict(by=officer)
    client.sign_in(stranger)
    page = client.get(day_url(batch, MONDAY)).text
    assert page.count("<fieldset") == 2 and f"mark_{hidden.id}" not in page
    client.post(day_url(batch, MONDAY), data={f"mark_{each.id}": "absent" for each in (first, second, hidden)})
    assert set(Meeting.get().marks()) == {first.id, second.id}
    for path in (f"/training/meetings/{Meeting.get().id}", f"/training/batches/{batch.id}/meetings"):
        assert hidden.case.number not in client.get(path).text and first.case.number in client.get(path).text
    assert "0 dari 2" in client.get(f"/training/batches/{batch.id}/meetings").text
    client.sign_in(officer)
    assert client.post(day_url(batch, MONDAY), data={f"mark_{hidden.id}": "sick"}).status_code == 303
    assert said(Meeting.get(), first, second, hidden) == [ABSENT, ABSENT, SICK]


def test_who_sees_a_case_in_outline_marks_initials(make, client, officer, course):
    batch, placements, _ = course
    client.sign_in(make.user())
    page = client.get(day_url(batch, MONDAY)).text
    assert page.count("B.S.") >= 3 and "Budi Santoso" not in page
    assert client.post(day_url(batch, MONDAY), data={f"mark_{placements[0].id}": "sick"}).status_code == 303


def test_a_manager_reads_what_officers_fill_in(client, manager, officer, course):
    batch, (first, second, third), _ = course
    meeting = met(batch, officer, {first: PRESENT, second: ABSENT, third: PRESENT})
    client.sign_in(manager)
    assert client.get(day_url(batch, MONDAY)).status_code == 403
    listed = client.get(f"/training/batches/{batch.id}/meetings").text
    assert f"/training/meetings/{meeting.id}" in listed and "2 dari 3" in listed and "Kehadiran hari ini" not in listed
    page = client.get(f"/training/meetings/{meeting.id}").text
    assert "Budi Santoso" in page and "Alpa" in page and "Ubah kehadiran" not in page


def test_readings_and_savings_stand_on_the_trail(client, officer, course):
    batch, (first, *_), _ = course
    client.sign_in(officer)
    client.get(day_url(batch, MONDAY))
    read = Entry.select().where(Entry.action == "listed", Entry.subject == "batch", Entry.by == officer.id).order_by(Entry.id.desc()).first()
    assert read.detail == {"list": "attendance", "count": 3}
    client.post(day_url(batch, MONDAY), data={f"mark_{first.id}": "absent", f"note_{first.id}": "ikut ibunya"})
    saved = Entry.select().where(Entry.action == "changed", Entry.subject == "meeting").order_by(Entry.id.desc()).first()
    assert saved.detail == {"fields": ["attendance"], "count": 1} and saved.by == officer.id
    client.get(f"/training/meetings/{Meeting.get().id}")
    assert Entry.select().where(Entry.action == "read", Entry.subject == "meeting").exists()


# No meeting that day
def test_a_meeting_that_did_not_take_place_counts_nowhere(client, officer, course):
    batch, (first, second, third), _ = course
    met(batch, officer, {first: ABSENT, second: PRESENT, third: PRESENT})
    client.sign_in(officer)
    assert client.post(f"{day_url(batch, MONDAY)}/cancellation", data={"reason": " "}).status_code == 409
    assert client.post(f"{day_url(batch, MONDAY)}/cancellation", data={"reason": "x" * 5001}).status_code == 409
    assert client.post(f"{day_url(batch, MONDAY)}/cancellation", data={"reason": "Pengajar sakit"}).status_code == 303
    assert (rates_of(batch), presences_of(batch)) == ({}, {})
    page = client.get(day_url(batch, MONDAY)).text
    assert "Ditiadakan: Pengajar sakit" in page and "Simpan kehadiran" not in page
    assert "Ditiadakan: Pengajar sakit" in client.get(f"/training/meetings/{Meeting.get().id}").text
    assert "ditiadakan" in client.get(f"/training/batches/{batch.id}/meetings").text
    answer = client.post(day_url(batch, MONDAY), data={f"mark_{second.id}": "absent"})
    assert answer.status_code == 422 and "tercatat ditiadakan" in answer.text and said(Meeting.get(), second) == [PRESENT]
    assert client.post(f"{day_url(batch, MONDAY)}/holding").status_code == 303
    assert rates_of(batch) == {first.id: 0, second.id: 100, third.id: 100}


def test_a_day_of_which_nothing_is_written_down_can_be_called_off_and_taken_back(client, officer, course):
    batch, *_ = course
    client.sign_in(officer)
    assert client.post(f"{day_url(batch, MONDAY)}/holding").status_code == 404
    answer = client.post(f"{day_url(batch, MONDAY)}/cancellation", data={"reason": "Hujan lebat"})
    assert Meeting.get().called_off == "Hujan lebat" and "/holding" in client.get(answer.location).text
    assert client.post(f"{day_url(batch, date(2026, 3, 3))}/cancellation", data={"reason": "Libur"}).status_code == 409


# What the marks come to
def test_a_presence_counts_days_letters_and_absences_in_a_row(officer, course):
    batch, (first, *_), _ = course
    away(batch, officer, first, 2, 3, mark=SICK)
    away(batch, officer, first, 4, 5, mark=PRESENT)
    away(batch, officer, first, 6, 7, mark=ABSENT)
    found = presences_of(batch)[first.id]
    assert found == presence_of(first) and dict((row.id, each) for row, each in participants(batch, officer))[first.id] == found
    assert (found.present, found.marked, found.rate, found.last) == (2, 6, 33, ["S", "H", "H", "A", "A"])
    assert [found.count(mark) for mark in Mark] == [2, 0, 2, 2] and [day.day for day, _ in found.run] == [6, 7]
    assert (Presence().rate, Presence().last, Presence().run) == (None, [], [])


def test_the_page_of_a_course_says_how_often_each_came(client, officer, course):
    batch, (first, *_), _ = course
    away(batch, officer, first, 2, 3, 4)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}/meetings").text
    assert "0/3" in page and "3 kali" in page and f"/cases/{first.case_id}/note" in page and "A A A" in page


# Three absences in a row
def noted(case, officer, on):
    at(on)
    with db.unit():
        Case.get_by_id(case.id).note(NoteKind.VISIT, "Dijenguk di rumah.", by=officer)


def asked(user, **more):
    return [(absence.placement.id, absence.since.day, absence.whole) for absence in absent_three(user, **more)]


def test_two_absences_ask_nothing_and_the_third_asks_the_team_and_the_keeper(make, officer, manager, course):
    batch, (first, *_), other = course
    keeper, stranger = make.user(), make.user()
    with db.unit():
        Batch.get_by_id(batch.id).change(by=officer, keeper=keeper)
    away(batch, officer, first, 2, 3)
    assert absent_three(officer) == []
    away(batch, officer, first, 4, mark=SICK)
    assert asked(officer) == asked(other) == [(first.id, 4, True)] and asked(keeper) == [(first.id, 4, False)]
    assert asked(stranger) == asked(manager) == [] and asked(manager, everyones=True) == [(first.id, 4, True)]
    (found,) = absent_three_of(first.case)
    assert (found.said, found.placement) == ("3 pertemuan berturut-turut tidak hadir: alpa, alpa, sakit", first)


def test_a_note_on_the_third_absence_answers_until_three_more_follow(officer, course):
    batch, (first, *_), _ = course
    noted(first.case, officer, date(2026, 3, 3))
    away(batch, officer, first, 2, 3, 4)
    assert asked(officer) == [(first.id, 4, True)]
    noted(first.case, officer, date(2026, 3, 4))
    assert absent_three(officer) == []
    away(batch, officer, first, 5, 6)
    assert absent_three(officer) == []
    away(batch, officer, first, 7)
    assert asked(officer) == [(first.id, 7, True)]
    away(batch, officer, first, 8, mark=PRESENT)
    assert absent_three(officer) == []


def test_who_left_and_a_meeting_called_off_ask_nothing(officer, course):
    batch, (first, second, _), _ = course
    away(batch, officer, first, 2, 3, 4)
    with db.unit():
        batch.meetings.where(Meeting.on == date(2026, 3, 3)).get().call_off(by=officer, reason="Libur")
    assert absent_three(officer) == []
    away(batch, officer, first, 5)
    away(batch, officer, second, 5)
    assert asked(officer) == [(first.id, 5, True)]
    with db.unit():
        first.fresh().move(PlacementStep.LEAVE, by=officer, reason="Pindah", ended_on=clock.today())
    assert absent_three(officer) == []


def test_a_restricted_participant_asks_only_their_team(make, officer, course):
    batch, (first, *_), _ = course
    keeper = make.user()
    with db.unit():
        Batch.get_by_id(batch.id).change(by=officer, keeper=keeper)
        first.case.care_team.restrict(by=officer)
    away(batch, officer, first, 2, 3, 4)
    assert (asked(officer), asked(keeper)) == ([(first.id, 4, True)], [])


# Days of which nothing is written down
@pytest.fixture
def planned(make, officer, manager):
    """A running course on Mondays, Wednesdays and Fridays with one participant."""
    batch = batch_of(officer, starts=MONDAY, ends=date(2026, 9, 30), days=[0, 2, 4])
    placement = decide(proposed(make, batch, officer), manager)
    with db.unit():
        batch.go(BatchStep.START, by=officer)
    return Batch.get_by_id(batch.id), placement


def open_days(user, **more):
    return [each.on.day for each in unfilled(user, **more)]


def test_the_keeper_is_asked_for_the_planned_days_of_the_last_two_weeks(make, officer, manager, planned):
    batch, placement = planned
    assert open_days(officer) == [2]
    at(date(2026, 3, 10))
    assert open_days(officer) == [2, 4, 6, 9] and open_days(make.user()) == open_days(manager) == []
    assert open_days(manager, everyones=True) == [2, 4, 6, 9]
    met(batch, officer, {placement: PRESENT}, on=date(2026, 3, 4))
    with db.unit():
        Meeting.hold(batch, by=officer, on=date(2026, 3, 6)).call_off(by=officer, reason="Libur")
        Meeting.hold(batch, by=officer, on=date(2026, 3, 9), topic="Menyapa pelanggan")
    assert open_days(officer) == [each.on.day for each in unfilled_of(batch, officer)] == [2, 9]
    at(date(2026, 3, 16))
    assert open_days(officer) == [9, 11, 13, 16]


def test_a_day_filled_in_without_the_hidden_participant_asks_their_team(make, officer, manager, planned):
    batch, hidden = planned
    ordinary = decide(proposed(make, batch, officer), manager)
    keeper = make.user()
    with db.unit():
        batch.change(by=officer, keeper=keeper)
        hidden.case.care_team.restrict(by=officer)
    assert (open_days(keeper), open_days(officer)) == ([2], [2])
    met(batch, keeper, {ordinary: PRESENT})
    assert (open_days(keeper), open_days(officer)) == ([], [2])


def test_a_day_without_participants_or_a_course_that_is_over_asks_nothing(officer, planned):
    batch, placement = planned
    at(date(2026, 3, 4))
    with db.unit():
        placement.move(PlacementStep.LEAVE, by=officer, reason="Pindah", ended_on=date(2026, 3, 3))
    assert open_days(officer) == [2]
    with db.unit():
        batch.go(BatchStep.END, by=officer)
    assert open_days(officer) == []


def test_the_open_days_stand_beside_the_meetings_and_lead_to_their_rosters(client, officer, planned):
    batch, _ = planned
    at(date(2026, 3, 4))
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}/meetings").text
    assert "Belum diisi" in page and day_url(batch, MONDAY) in page and "Senin, 2 Maret 2026" in page
    assert "bukan hari belajar" in client.get(day_url(batch, date(2026, 3, 3))).text
    assert "bukan hari belajar" not in client.get(day_url(batch, MONDAY)).text


def test_the_list_of_meetings_has_pages(client, officer, course):
    batch, (first, *_), _ = course
    away(batch, officer, first, *range(2, 16), mark=PRESENT)
    client.sign_in(officer)
    page = client.get(f"/training/batches/{batch.id}/meetings").text
    assert "1–10 dari 14" in page and "15 Maret 2026" in page and "2 Maret 2026</a>" not in page.replace("12 Maret 2026</a>", "")
    assert "Senin, 2 Maret 2026" in client.get(f"/training/batches/{batch.id}/meetings?page=2").text


# What it costs
def test_its_pages_cost_as_much_for_many_as_for_one(make, client, officer, manager, statements):
    batch, (first,) = running(make, officer, manager)
    more = [decide(proposed(make, batch, officer), manager) for _ in range(4)]
    client.sign_in(officer)

    def costs(people):
        for number in range(2, 6):
            at(date(2026, 3, number))
            met(batch, officer, {each: ABSENT for each in people})
        pages = (day_url(batch, MONDAY), f"/training/meetings/{Meeting.get().id}", f"/training/batches/{batch.id}/meetings")
        return [*(statements(lambda path=path: client.get(path)) for path in pages),
                *(statements(lambda ask=ask: ask(User.get_by_id(officer.id))) for ask in (absent_three, unfilled))]
    assert costs([first]) == costs([first, *more])


def test_one_saving_writes_twenty_lines_in_one_statement(make, officer, manager, statements):
    batch, placements = running(make, officer, manager, people=8)

    def save():
        with db.unit():
            Meeting(batch=batch, on=MONDAY).take({each.id: (PRESENT, "") for each in placements}, by=officer)
    assert statements(save) < 15 and Attendance.select().count() == 8
