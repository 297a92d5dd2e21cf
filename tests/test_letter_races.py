"""Two people press at the same moment, a hundred letters are issued at once, and the power fails: nothing is lost, nothing doubled, no gap."""
import http.client
import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from tests.served import ROOT, Office, Visitor, Wire

DONE, REFUSED = 303, {409, 422}
AT_ONCE = {"referrals": 10, "drafts": 80, "outside": 10}
DYING = {"referrals": 4, "drafts": 10}
KILLED_AFTER = 5
WAITING, APPROVED, DRAFTS = 14, 8 + AT_ONCE["referrals"] + DYING["referrals"], 5 + AT_ONCE["drafts"] + DYING["drafts"]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A running office whose officer and two managers are signed in; `take` gives referrals that nobody has touched."""
    office = Office(tmp_path_factory.mktemp("office"))
    office.told = json.loads(said(office, "tests.letters_waiting", WAITING, APPROVED, DRAFTS))
    office.untouched = office.told["approved"][:2]
    shutil.copytree(office.folder / "instance", office.folder / "untouched")
    office.begin()
    office.people = {name: Wire(office.port).sign_in(office.told[name]) for name in ("officer", "manager", "other")}
    yield office
    office.die()


def said(office, module, *arguments, instance="instance"):
    """What a program that looks into the office's folder, or an earlier copy of it, prints."""
    settings = office.settings | {"SIGAP_INSTANCE": str(office.folder / instance)}
    played = subprocess.run([sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT, env=settings, capture_output=True, text=True,
                            timeout=120, check=False)
    assert played.returncode == 0, played.stderr[-3000:]
    return played.stdout


def person(office, name):
    """One more window of this person's browser."""
    return Visitor(office.people[name].twin)


def take(office, state, count=1):
    """Referrals that nobody has touched, which wait for a manager or are approved; or drafts of letters."""
    taken, office.told[state] = office.told[state][:count], office.told[state][count:]
    return taken


def together(*acts):
    """What each act returns, all begun at the same moment; None where the server died over it."""
    line, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        line.wait()
        try:
            answers[place] = act()
        except (OSError, http.client.HTTPException):
            answers[place] = None
    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def rows(office, sql, *values):
    with closing(sqlite3.connect(office.folder / "instance" / "sigap.sqlite3")) as file:
        return file.execute(sql, values).fetchall()


def states(office, id):
    """(paper, proposal, letters) of a referral: its state, that of the last proposal, and how many letters there are about it."""
    paper, = rows(office, "SELECT paper_state FROM referral WHERE id = ?", id)[0]
    proposal, = rows(office, "SELECT state FROM decision WHERE subject = 'referral' AND subject_id = ? ORDER BY id DESC", id)[0]
    return paper, proposal, rows(office, "SELECT count(*) FROM letter WHERE about = 'referral' AND about_id = ?", id)[0][0]


def proposal(office, id):
    """The page of the last proposal about a referral."""
    return f"/decisions/{rows(office, 'SELECT max(id) FROM decision WHERE subject = ? AND subject_id = ?', 'referral', id)[0][0]}"


def issuing(office, id, name="officer"):
    return person(office, name).readies(f"/referrals/{id}/letter", "Terbitkan surat")


def issuing_draft(office, id):
    """The same for a letter that needs no manager."""
    return person(office, "officer").readies(f"/correspondence/{id}/issue", "Terbitkan surat")


def booking(office, serial=""):
    """The next number for a letter that is written elsewhere, or the place in the register of one that bears this serial."""
    return person(office, "officer").readies("/letters/outside/new", "Catat surat", serial=str(serial), regarding="Undangan rapat",
                                              code="400.9.2.2")


def check_book(office):
    """Every number once, without a gap; each issued referral has its letter, and no such letter stands alone. Returns how many there are."""
    serials = [serial for serial, in rows(office, "SELECT serial FROM letter WHERE number IS NOT NULL ORDER BY serial")]
    assert serials == list(range(1, len(serials) + 1))
    assert rows(office, "SELECT max(last) FROM counter WHERE book LIKE 'letter%'") == [(len(serials) or None,)]
    assert rows(office, "SELECT count(DISTINCT number) FROM letter") == [(len(serials),)]
    assert rows(office, "SELECT count(*) FROM letter WHERE (number IS NULL) != (state = 'draft') OR (date IS NULL) != (state = 'draft')") == [(0,)]
    issued = rows(office, "SELECT letter_id, id FROM referral WHERE paper_state = 'issued' ORDER BY id")
    assert issued == rows(office, "SELECT id, about_id FROM letter WHERE about = 'referral' ORDER BY about_id")
    return len(serials)


def one_of(answers):
    """The place of the one that was done; everybody else was refused."""
    done = [place for place, answer in enumerate(answers) if answer == DONE]
    assert len(done) == 1 and {answer for answer in answers if answer != DONE} <= REFUSED, answers
    return done[0]


@pytest.mark.parametrize("against", ["Setujui", "Tolak"])
def test_of_two_managers_at_once_one_decides(office, against):
    id, = take(office, "waiting")
    page = proposal(office, id)
    first = one_of(together(person(office, "manager").readies(page, "Setujui"),
                            person(office, "other").readies(page, against, reason="Lembaga lain lebih dekat.")))
    decided_by, = rows(office, "SELECT u.username FROM decision d JOIN user u ON u.id = d.decided_by_id WHERE d.id = ?", page.split("/")[-1])[0]
    assert decided_by == office.told[("manager", "other")[first]]
    expected = "refused" if first and against == "Tolak" else "approved"
    assert states(office, id) == (expected, expected, 0)
    told = person(office, "manager").opens(page)
    assert not told.offers("Setujui") and not told.offers("Tolak")


def test_an_approval_against_a_withdrawal(office):
    for id in take(office, "waiting", 3):
        page = proposal(office, id)
        withdrawing = person(office, "officer").readies(page, "Tarik kembali usulan")
        approved = one_of(together(withdrawing, person(office, "manager").readies(page, "Setujui")))
        expected = ("withdrawn", "approved")[approved]
        assert states(office, id) == (expected, expected, 0)


def test_of_two_managers_who_decide_the_same_several_each_proposal_is_decided_once(office):
    ids = take(office, "waiting", 4)
    asked = [proposal(office, id).rsplit("/", 1)[1] for id in ids]
    page = "/decisions/several?" + "&".join(f"id={each}" for each in asked)

    def answering(name, step):
        told = {f"step_{each}": step for each in asked} | {f"reason_{each}": "Lembaga lain lebih dekat." for each in asked}
        return person(office, name).readies(page, "Simpan keputusan", **told)
    assert set(together(answering("manager", "approve"), answering("other", "refuse"))) <= {DONE, 409}
    who = {office.told["manager"]: "approved", office.told["other"]: "refused"}
    for id, each in zip(ids, asked, strict=True):
        decided_by, = rows(office, "SELECT u.username FROM decision d JOIN user u ON u.id = d.decided_by_id WHERE d.id = ?", each)[0]
        assert states(office, id) == (who[decided_by], who[decided_by], 0)
        assert rows(office, "SELECT version FROM decision WHERE id = ?", each) == [(2,)]


def test_what_a_manager_approves_is_not_edited_under_their_hands(office):
    """The form was opened while the referral was a draft; meanwhile it was put to a manager, who approves as it is sent."""
    id, = take(office, "waiting")
    person(office, "officer").readies(proposal(office, id), "Tarik kembali usulan")()
    edit = person(office, "officer").readies(f"/referrals/{id}/edit", "Simpan", summary="Ditulis sesudah diajukan.")
    assert person(office, "officer").readies(f"/referrals/{id}/submission", "Ajukan ke manajer")() == DONE
    page = proposal(office, id)
    assert one_of(together(edit, person(office, "manager").readies(page, "Setujui"))) == 1
    assert states(office, id)[0] == "approved"
    assert rows(office, "SELECT summary FROM referral WHERE id = ?", id) == [("Gelisah.",)]
    assert person(office, "manager").opens(page).sees("Gelisah.")


def test_an_edit_against_the_submission_leaves_one_text_in_both(office):
    for id in take(office, "waiting", 3):
        person(office, "officer").readies(proposal(office, id), "Tarik kembali usulan")()
        edit = person(office, "officer").readies(f"/referrals/{id}/edit", "Simpan", summary="Ditulis pada saat yang sama.")
        submitted = one_of(together(edit, person(office, "officer").readies(f"/referrals/{id}/submission", "Ajukan ke manajer")))
        summary, = rows(office, "SELECT summary FROM referral WHERE id = ?", id)[0]
        assert summary == ("Ditulis pada saat yang sama.", "Gelisah.")[submitted]
        assert states(office, id)[:2] == (("withdrawn", "withdrawn"), ("submitted", "open"))[submitted]


def test_the_issue_against_the_undo(office):
    """Either the letter has its number and the approval stands, or the approval is gone and no number was taken."""
    for id in take(office, "approved", 4):
        before = check_book(office)
        issued = one_of(together(person(office, "manager").readies(proposal(office, id), "Urungkan"), issuing(office, id)))
        assert states(office, id) == (("draft", "undone", 0), ("issued", "approved", 1))[issued]
        assert check_book(office) == before + issued


def test_two_who_issue_one_letter_take_one_number(office):
    id, = take(office, "approved")
    before = check_book(office)
    answers = together(issuing(office, id), issuing(office, id))
    assert DONE in answers and set(answers) <= {DONE} | REFUSED
    assert states(office, id) == ("issued", "approved", 1) and check_book(office) == before + 1


def test_the_wording_of_a_letter_against_its_issue(office):
    """What is issued is what was read: whoever words it meanwhile either comes first, and the issue is refused, or too late."""
    for id in take(office, "drafts", 3):
        wording = person(office, "officer").readies(f"/correspondence/{id}/wording", "Simpan surat", content="Ditulis pada saat yang sama.")
        issued = one_of(together(wording, issuing_draft(office, id)))
        state, body = rows(office, "SELECT state, body FROM letter WHERE id = ?", id)[0]
        assert (state, "Ditulis pada saat yang sama." in body) == (("draft", True), ("issued", False))[issued]


def test_two_who_ask_the_next_place_make_one_referral(office):
    id, = take(office, "approved")
    officer = person(office, "officer")
    assert issuing(office, id)() == DONE
    assert officer.readies(f"/referrals/{id}/sending", "Simpan", way="Diantar")() == DONE
    assert officer.readies(f"/referrals/{id}/answer", "Simpan", step="decline", note="Penuh.")() == DONE
    places = officer.opens(f"/referrals/{id}/elsewhere").form("Buat rujukan").controls["other"].options
    other = next(value for value in places if value)
    one_of(together(*[person(office, "officer").readies(f"/referrals/{id}/elsewhere", "Buat rujukan", other=other) for _ in range(2)]))
    assert rows(office, "SELECT count(*) FROM referral WHERE follows_id = ?", id) == [(1,)]


def test_one_serial_from_elsewhere_is_booked_once_and_given_to_nobody_else(office):
    """Two write the same number into the register while letters take the next one: each number is there once."""
    last = check_book(office)
    answers = together(booking(office, last + 1), booking(office, last + 1), *[issuing_draft(office, id) for id in take(office, "drafts", 2)])
    assert answers[2:] == [DONE, DONE] and answers[:2].count(DONE) <= 1 and set(answers[:2]) <= {DONE} | REFUSED
    assert check_book(office) == last + answers.count(DONE)


def test_a_hundred_numbers_at_once_are_a_hundred_different_ones(office):
    """Letters of approved referrals, letters that need no manager, and letters written elsewhere take them from one book."""
    before = check_book(office)
    acts = [issuing(office, id) for id in take(office, "approved", AT_ONCE["referrals"])]
    acts += [issuing_draft(office, id) for id in take(office, "drafts", AT_ONCE["drafts"])]
    acts += [booking(office) for _ in range(AT_ONCE["outside"])]
    assert together(*acts) == [DONE] * 100
    assert check_book(office) == before + 100
    assert said(office, "tests.letters_told") == "None\n"


def test_killed_between_approval_and_issue_the_approval_stands_and_the_letter_gets_the_next_number(office):
    id, = take(office, "waiting")
    before = check_book(office)
    assert person(office, "manager").readies(proposal(office, id), "Setujui")() == DONE
    issue = issuing(office, id)
    office.die()
    assert together(issue) == [None]
    assert states(office, id) == ("approved", "approved", 0) and check_book(office) == before
    office.begin()
    assert issue() == DONE and states(office, id) == ("issued", "approved", 1) and check_book(office) == before + 1


def test_killed_while_letters_are_issued_each_is_whole_or_not_begun(office):
    """Who was told that a letter is issued finds it; the others press again, and the book has no gap."""
    ways = [(issuing, id) for id in take(office, "approved", DYING["referrals"])]
    ways += [(issuing_draft, id) for id in take(office, "drafts", DYING["drafts"])]
    before, acts, answered = check_book(office), [way(office, id) for way, id in ways], []

    def pressed(act):
        answered.append(act())
        if len(answered) == KILLED_AFTER:
            office.die()
        return answered[-1]
    answers = together(*[lambda act=act: pressed(act) for act in acts])
    assert set(answers) == {DONE, None}
    office.begin()
    issued = [is_issued(office, *each) for each in ways]
    assert all(found for found, answer in zip(issued, answers, strict=True) if answer == DONE)
    assert check_book(office) == before + sum(issued)
    assert {way(office, id)() for (way, id), found in zip(ways, issued, strict=True) if not found} <= {DONE}
    assert check_book(office) == before + len(ways)
    assert said(office, "tests.letters_told") == "None\n"


def is_issued(office, way, id):
    """Whether a letter is issued whole; else nothing of it was begun."""
    if way is issuing_draft:
        return rows(office, "SELECT state FROM letter WHERE id = ?", id) == [("issued",)]
    assert states(office, id) in (("issued", "approved", 1), ("approved", "approved", 0))
    return states(office, id)[0] == "issued"


def test_killed_at_any_write_of_an_issue_nothing_of_it_remains(office):
    """Nor before the commit; right after it the letter is whole. The trail holds each time, and the number is given to the next."""
    told = json.loads(said(office, "tests.letter_crash", office.told["officer"], *office.untouched, instance="untouched"))
    *died, issued = told["writes"]
    assert len(died) > 10 and issued == ["issued", "approved", 1, 1, None]
    assert all(each == ["approved", "approved", None, 0, None] for each in died)
    assert told["commit"] == [["approved", "approved", None, 1, None], ["issued", "approved", 2, 2, None]]
