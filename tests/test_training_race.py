"""Seats are scarce and many click at once, over HTTP: none is given twice, and nobody is in two courses on one day."""
import json
import subprocess
import sys
from itertools import cycle

import pytest

from tests.served import ROOT, Office, Visitor, Wire
from tests.test_letter_races import DONE, REFUSED, one_of, rows, together
from tests.training_race import CROWD

HOLDING = "('offered', 'active', 'passed', 'not_passed')"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A running office whose officer and manager are signed in, with the courses of training_race."""
    office = Office(tmp_path_factory.mktemp("office"))
    played = subprocess.run([sys.executable, "-m", "tests.training_race"], cwd=ROOT, env=office.settings, capture_output=True, text=True,
                            timeout=120, check=False)
    assert played.returncode == 0, played.stderr[-3000:]
    office.told = json.loads(played.stdout)
    office.begin()
    office.people = {name: Wire(office.port).sign_in(office.told[name]) for name in ("officer", "colleague", "manager")}
    yield office
    office.die()


def person(office, name="officer"):
    """One more window of this person's browser."""
    return Visitor(office.people[name].twin)


def approving(office, decision, name="manager"):
    """An approval that is not sent back for the number of seats having changed since it was looked at: the rules alone count them."""
    return person(office, name).readies(f"/decisions/{decision}", "Setujui", looked="")


def states(office, batch):
    """{state: how many places of a batch are in it}."""
    return dict(rows(office, "SELECT state, count(*) FROM placement WHERE batch_id = ? GROUP BY state", office.told[batch]))


def check_seats(office, batch):
    """No seat too many; and a seat is free only when nobody waits for it."""
    seats, = rows(office, "SELECT seats FROM batch WHERE id = ?", office.told[batch])[0]
    taken, = rows(office, f"SELECT count(*) FROM placement WHERE batch_id = ? AND state IN {HOLDING}", office.told[batch])[0]
    assert taken <= seats and (taken == seats or not states(office, batch).get("waiting"))
    return taken


def moves(office, placement, step):
    return rows(office, "SELECT count(*) FROM transition WHERE subject = 'placement' AND subject_id = ? AND step = ?", placement, step)[0][0]


def test_of_twenty_approvals_for_the_last_seat_one_gets_it_and_the_others_wait_in_one_order(office):
    first, second, *crowd = office.told["crowd"]
    assert [approving(office, each)() for each in (first, second)] == [DONE, DONE]
    names = cycle(("manager", "colleague"))
    assert set(together(*(approving(office, each, next(names)) for each in crowd))) == {DONE}
    assert states(office, "crowded") == {"active": 3, "waiting": CROWD - 1} and check_seats(office, "crowded") == 3
    queue = rows(office, "SELECT queue_no FROM placement WHERE batch_id = ? AND state = 'waiting' ORDER BY queue_no", office.told["crowded"])
    assert [number for number, in queue] == list(range(1, CROWD))


def test_of_twenty_who_propose_one_child_for_one_course_one_does(office):
    case, batch = office.told["cases"][0], office.told["other"]
    one_of(together(*(person(office).readies(f"/training/case/{case}/batches/{batch}", "Kirim usulan") for _ in range(CROWD))))
    assert rows(office, "SELECT count(*) FROM placement WHERE case_id = ?", case) == [(1,)]


def test_one_child_is_proposed_for_one_of_two_courses_on_the_same_days(office):
    case = office.told["cases"][1]
    batches = cycle(office.told[name] for name in ("other", "last"))
    one_of(together(*(person(office).readies(f"/training/case/{case}/batches/{next(batches)}", "Kirim usulan") for _ in range(CROWD))))
    assert rows(office, "SELECT count(*) FROM placement WHERE case_id = ?", case) == [(1,)]


def test_one_offer_taken_twenty_times_is_one_seat_and_a_refusal_beside_it_is_refused(office):
    _, second, third, fourth = office.told["sat"]
    page = f"/training/placements/{second}"
    clicks = [person(office).readies(page, "Terima tawaran") for _ in range(CROWD - 1)]
    answers = together(*clicks, person(office).readies(page, "Belum siap, kembali menunggu", reason="Belum sehat."))
    taken = moves(office, second, "accept")
    assert (taken, moves(office, second, "stand_back")) in {(1, 0), (0, 1)} and DONE in answers and set(answers) <= {DONE} | REFUSED
    told = rows(office, "SELECT state FROM placement WHERE id IN (?, ?, ?) ORDER BY id", second, third, fourth)
    assert told == ([("active",), ("waiting",), ("waiting",)] if taken else [("waiting",), ("offered",), ("waiting",)])
    assert check_seats(office, "offering") == 1


def test_fewer_seats_against_approvals(office):
    batch = office.told["shrinking"]
    shrinking = [person(office).readies(f"/training/batches/{batch}/edit", "Simpan angkatan", seats="1") for _ in range(2)]
    answers = together(*(approving(office, each) for each in office.told["shrunk"]), *shrinking)
    assert answers[:6] == [DONE] * 6 and set(answers[6:]) <= {DONE} | REFUSED
    assert check_seats(office, "shrinking") in (1, 3)


def test_a_seat_given_up_against_approvals_for_it(office):
    _, second = office.told["left"]
    leaving = person(office).readies(f"/training/placements/{second}", "Batalkan penempatan", reason="Salah catat")
    assert set(together(leaving, *(approving(office, each) for each in office.told["came"]))) == {DONE}
    assert check_seats(office, "leaving") == 2
    assert rows(office, "SELECT state FROM placement WHERE id = ?", second) == [("cancelled",)]


def test_a_course_called_off_against_approvals_leaves_nobody_in_it(office):
    batch = office.told["ending"]
    page = f"/training/batches/{batch}/cancellation"
    ending = [person(office).readies(page, "Batalkan angkatan", reason="Dana tidak turun") for _ in range(2)]
    answers = together(*ending, *(approving(office, each) for each in office.told["late"]))
    assert DONE in answers and set(answers) <= {DONE} | REFUSED
    assert set(states(office, "ending")) == {"cancelled"}
    assert rows(office, "SELECT count(*) FROM decision WHERE state = 'open' AND subject = 'placement' AND subject_id IN "
                        "(SELECT id FROM placement WHERE batch_id = ?)", batch) == [(0,)]
