"""Case conferences: written down with people, options, the child's view and decisions; asked for; on paper; and what became of each decision."""
from datetime import date, timedelta

import pytest

from portal import audit, clock
from portal.accounts.models import User
from portal.cases.history import Note
from portal.cases.models import Case
from portal.conferences.asking import asked_for
from portal.conferences.models import Conference
from portal.conferences.resolutions import Resolution
from portal.db import db
from portal.decisions.models import Decision
from portal.desk.tasks import Tasks
from portal.records import Print, Revision
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.categories import Category
from portal.rules.conference import ConferenceKind, ConferenceState, ResolutionState
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.lifecycle import NoteKind
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.services.models import Service
from portal.tokens import FormToken

TOLD = {"at": "kemarin 10.00", "place": "Ruang rapat Dinas Sosial", "kind": "cross_sector", "assessed": "Skor 57,1; sering sakit.",
        "options": "Rumah singgah, atau pulang ke nenek.", "child_view": "Andi ingin tinggal bersama nenek.", "conclusion": "Pulang ke nenek.",
        "guests-0-name": "Sri Wahyuni", "guests-0-institution": "UPTD PPA", "guests-0-position": "Konselor"}


@pytest.fixture
def officer(client, make):
    return client.sign_in(make.user(name="Siti Rahmawati"))


@pytest.fixture
def manager(make):
    return make.user(Role.MANAGER, name="Hendra Wijaya")


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


def decided(n=0, what="Antar ke rumah nenek", due="9-3-2026", **who):
    return {f"resolutions-{n}-{name}": value for name, value in ({"what": what, "due": due} | who).items()}


def typed(officer, manager, **more):
    return TOLD | {"chair": manager.id, "note_taker": officer.id} | decided(user=officer.id) | more


def held(case, officer, manager, *, resolutions=None, **told):
    rows = [{"what": "Antar ke rumah nenek", "user": officer, "person": "", "due": date(2026, 3, 9)}] if resolutions is None else resolutions
    values = {"at": clock.now(), "kind": ConferenceKind.INTERNAL, "place": "Ruang rapat", "chair": manager, "note_taker": officer, "officers": [],
              "guests": [], "assessed": "Skor 57,1.", "options": "Dua.", "child_view": "Mau pulang.", "conclusion": "Pulang."}
    with db.unit():
        return Conference.hold(case, by=officer, resolutions=rows, **values | told)


def later(**span):
    now = clock.now() + timedelta(**span)
    clock.use(lambda: now)


def fresh(row):
    return type(row).get_by_id(row.id)


@pytest.fixture
def home(app):
    """What waits for somebody from conferences, as a function of the person: [(what, mark)]."""
    def waiting(user, everyones=False):
        with app.test_request_context():
            return [(task.what, task.mark) for task in Tasks(User.get_by_id(user.id), everyones).rows if task.what.startswith("Keputusan")]
    return waiting


def test_it_is_written_down_whole_and_stands_on_the_timeline(client, officer, manager, case):
    shown = client.post(f"/conferences/case/{case.id}/new", data=typed(officer, manager))
    conference = Conference.get()
    assert shown.location == f"/conferences/{conference.id}" and conference.number == f"{case.number}/PK-1"
    assert (conference.kind, conference.chair, conference.guests) == (ConferenceKind.CROSS_SECTOR, manager, [["Sri Wahyuni", "UPTD PPA", "Konselor"]])
    assert conference.note.kind == NoteKind.CONFERENCE and conference.conclusion == "Pulang ke nenek."
    page = client.get(shown.location).text
    assert all(text in page for text in ("Hendra Wijaya", "Sri Wahyuni", "UPTD PPA", "bersama nenek", "Antar ke rumah nenek", "9 Maret 2026"))
    file = client.get(f"/cases/{case.id}").text
    assert "Pembahasan kasus 1" in file and f"/conferences/{conference.id}" in file and "Antar ke rumah nenek (Siti Rahmawati)" in file


@pytest.mark.parametrize("wrong, sentence", [
    ({"chair": "", "chair_other": ""}, "Pilih siapa yang memimpin"), ({"note_taker": ""}, "Pilih siapa yang mencatat."), ({"place": ""}, "tempatnya"),
    ({"kind": ""}, "Pilih jenisnya"), ({"child_view": " ", "child_unasked": ""}, "Tulis pandangan anak"), ({"conclusion": ""}, "kesimpulannya"),
    ({"at": "besok 10.00"}, "belum"), ({"at": "entah"}, "tanggal"), ({"guests-0-name": ""}, "Tulis namanya."),
    (decided(what=""), "Tulis keputusannya."),
    ({"resolutions-0-user": ""}, "penanggung jawabnya"), (decided(due=""), "batas waktunya"), (decided(due="1-1-2026"), "lebih awal daripada hari"),
    (decided(due="kapan-kapan"), "tanggal")])
def test_what_is_missing_is_said_and_everything_typed_stays(client, officer, manager, case, wrong, sentence):
    response = client.post(f"/conferences/case/{case.id}/new", data=typed(officer, manager) | wrong)
    assert response.status_code == 422 and sentence in response.text
    assert "Rumah singgah, atau pulang" in response.text and "UPTD PPA" in response.text
    assert not Conference.select().exists() and not Note.select().exists()


def test_one_person_is_no_conference(client, officer, case):
    data = TOLD | {"chair": officer.id, "note_taker": officer.id, "guests-0-name": "", "guests-0-institution": "", "guests-0-position": ""}
    assert "paling sedikit dua orang" in client.post(f"/conferences/case/{case.id}/new", data=data).text


def test_the_child_may_be_unheard_with_a_reason_and_somebody_outside_may_lead(client, officer, manager, case):
    data = typed(officer, manager) | {"child_view": "", "child_unasked": "Masih dirawat.", "chair": "", "chair_other": "dr. Budi, Kepala Puskesmas"}
    page = client.get(client.post(f"/conferences/case/{case.id}/new", data=data).location).text
    assert "Masih dirawat." in page and "dr. Budi, Kepala Puskesmas" in page


def test_more_rows_are_given_without_losing_what_is_typed(client, officer, manager, case):
    page = client.post(f"/conferences/case/{case.id}/new", data=typed(officer, manager, add_guests="1"))
    assert 'name="guests-5-name"' in page.text and "Sri Wahyuni" in page.text and not Conference.select().exists()
    page = client.post(f"/conferences/case/{case.id}/new", data=typed(officer, manager, add_resolutions="1"))
    assert 'name="resolutions-5-what"' in page.text and 'name="resolutions-6-what"' not in page.text and "Antar ke rumah nenek" in page.text


def test_sent_twice_it_is_held_once(client, officer, manager, case):
    token = client.get(f"/conferences/case/{case.id}/new").text.split('name="form_token" value="')[1].split('"')[0]
    first, second = (client.post(f"/conferences/case/{case.id}/new", data=typed(officer, manager, form_token=token)) for _ in range(2))
    assert first.location == second.location and Conference.select().count() == 1


def test_the_short_note_leads_on_with_its_words(client, officer, case):
    response = client.post(f"/cases/{case.id}/note", data={"kind": "conference", "at": "kemarin 10.00", "text": "Sepakat kembali sekolah."})
    assert response.location.startswith(f"/conferences/case/{case.id}/new?draft=") and "Sepakat" not in response.location
    page = client.get(response.location).text
    assert "Sepakat kembali sekolah." in page and "kemarin 10.00" in page and not Note.select().exists()
    assert FormToken.drafts_of(officer).count() == 1


def test_it_is_amended_with_its_earlier_words_kept(client, officer, manager, case):
    conference = held(case, officer, manager)
    page = client.get(f"/conferences/{conference.id}/edit").text
    assert "Mau pulang." in page and "Antar ke rumah nenek" in page
    key = conference.resolutions.get().id
    changed = typed(officer, manager, seen=1, conclusion="Tinggal di rumah singgah dahulu.") | decided(key=key, what="Antar", user=manager.id)
    assert client.post(f"/conferences/{conference.id}/edit", data=changed).status_code == 303
    again = fresh(conference)
    assert again.conclusion == "Tinggal di rumah singgah dahulu." and again.resolutions.get().what == "Antar"
    assert Revision.last_of(again.note).values["text"] == "Pulang."
    assert Revision.last_of(again.resolutions.get()).values["what"] == "Antar ke rumah nenek"


def test_an_edit_that_somebody_overtook_is_shown_beside_theirs(client, officer, manager, case):
    conference = held(case, officer, manager)
    row = conference.resolutions.get()
    mine = typed(officer, manager, seen=conference.version) | decided(key=row.id, user=officer.id)
    assert client.post(f"/conferences/{conference.id}/edit", data=mine | {"conclusion": "Lain."}).status_code == 303
    stale = client.post(f"/conferences/{conference.id}/edit", data=mine | {"conclusion": "Lain lagi.", "resolutions-0-what": "Jemput"})
    assert stale.status_code == 409 and all(text in stale.text for text in ("Lain lagi.", "Jemput, Siti Rahmawati, 9 Maret 2026",
                                                                           "Antar ke rumah nenek, Siti Rahmawati, 9 Maret 2026", "UPTD PPA"))
    assert fresh(conference).conclusion == "Lain."


def test_a_known_decision_is_not_emptied_and_a_settled_one_not_reworded(client, officer, manager, case):
    conference = held(case, officer, manager)
    row = conference.resolutions.get()
    emptied = typed(officer, manager) | decided(key=row.id, what="", due="", user="")
    assert "tidak dihapus" in client.post(f"/conferences/{conference.id}/edit", data=emptied).text
    client.post(f"/conferences/resolutions/{row.id}", data={"step": "do", "at": "sekarang", "outcome": "Sudah diantar."})
    assert "Antar ke rumah nenek" not in client.get(f"/conferences/{conference.id}/edit").text
    reworded = typed(officer, manager) | decided(key=row.id, what="Lain", user=officer.id)
    assert "tidak diubah lagi" in client.post(f"/conferences/{conference.id}/edit", data=reworded).text
    assert fresh(row).what == "Antar ke rumah nenek"


def test_signed_minutes_stand_until_they_are_put_right_with_a_reason(client, officer, manager, case):
    conference = held(case, officer, manager)
    assert "lebih awal" in client.post(f"/conferences/{conference.id}/signature", data={"signed_on": "1-3-2026"}).text
    assert "belum tiba" in client.post(f"/conferences/{conference.id}/signature", data={"signed_on": "besok"}).text
    assert client.post(f"/conferences/{conference.id}/signature", data={"signed_on": "hari ini"}).status_code == 303
    page = client.get(f"/conferences/{conference.id}").text
    assert "Ditandatangani 2 Maret 2026" in page and f"/conferences/{conference.id}/edit" not in page
    assert "sudah ditandatangani" in client.post(f"/conferences/{conference.id}/edit", data=typed(officer, manager)).text
    assert client.post(f"/conferences/{conference.id}/correction", data={"reason": " "}).status_code == 409
    assert client.post(f"/conferences/{conference.id}/correction", data={"reason": "Nama instansi keliru."}).status_code == 303
    assert fresh(conference).signed_on is None and "Nama instansi keliru." in client.get(f"/cases/{case.id}").text
    assert client.post(f"/conferences/{conference.id}/edit", data=typed(officer, manager)).status_code == 303


def test_one_written_down_by_mistake_is_called_off_with_its_decisions(client, officer, manager, case, home):
    conference = held(case, officer, manager)
    assert home(officer) == [("Keputusan: Antar ke rumah nenek", "running")]
    client.post(f"/conferences/{conference.id}/cancellation", data={"reason": "Salah kasus."})
    row = conference.resolutions.get()
    assert fresh(conference).state == ConferenceState.CANCELLED and row.state == ResolutionState.DROPPED and not home(officer)
    assert client.post(f"/conferences/resolutions/{row.id}/reopening", data={"reason": "Tetap."}).status_code == 409
    assert f"/conferences/{conference.id}/prints" not in client.get(f"/conferences/{conference.id}").text


def test_a_decision_waits_on_the_desk_of_whoever_sees_to_it_by_its_day(client, make, officer, manager, case, home):
    outside = {"what": "Urus surat pindah sekolah", "user": None, "person": "Ibu Made, SDN 3", "due": date(2026, 3, 2)}
    hers = {"what": "Siapkan surat", "user": manager, "person": "", "due": date(2026, 3, 1) + timedelta(1)}
    held(case, officer, manager, resolutions=[outside, hers])
    assert home(officer) == [("Keputusan (Ibu Made, SDN 3): Urus surat pindah sekolah", "soon")]
    assert home(manager) == [("Keputusan: Siapkan surat", "soon")] and len(home(manager, everyones=True)) == 2
    assert not home(make.user())
    later(days=1)
    assert [mark for _, mark in home(manager)] == ["late"] and "Terlambat" in client.get(f"/conferences/case/{case.id}").text
    assert "Laksanakan keputusan pembahasan" in client.get(f"/cases/{case.id}").text


def test_a_decision_of_somebody_who_left_the_team_falls_to_the_team(make, officer, manager, case, home):
    mate = make.user(name="Hadi Kusuma")
    with db.unit():
        case.care_team.join(mate, by=officer)
    held(case, officer, manager, resolutions=[{"what": "Kunjungi", "user": mate, "person": "", "due": date(2026, 3, 9)}])
    assert not home(officer) and home(mate)
    with db.unit():
        case.care_team.leave(mate, by=officer)
    assert home(officer) == [("Keputusan (Hadi Kusuma): Kunjungi", "running")] and not home(mate)


def test_only_those_who_see_the_case_are_given_something_to_do(client, make, officer, manager, case):
    stranger = make.user(name="Orang Lain")
    page = client.get(f"/conferences/case/{case.id}/new").text
    offered = page.split('name="resolutions-0-user"')[1].split("</select>")[0]
    assert "Siti Rahmawati" in offered and "Hendra Wijaya" in offered and "Orang Lain" not in offered and "Orang Lain" in page
    data = typed(officer, manager) | decided(user=stranger.id)
    assert client.post(f"/conferences/case/{case.id}/new", data=data).status_code == 422 and not Conference.select().exists()


def test_a_decision_is_done_with_what_came_of_it_and_can_be_opened_again(client, officer, manager, case, home):
    row = held(case, officer, manager).resolutions.get()
    assert "Tulis hasilnya" in client.post(f"/conferences/resolutions/{row.id}", data={"step": "do", "at": "sekarang", "outcome": ""}).text
    early = client.post(f"/conferences/resolutions/{row.id}", data={"step": "do", "at": "kemarin 09.00", "outcome": "Sudah."})
    assert early.status_code == 422 and "lebih awal daripada pembahasan" in early.text and "Sudah." in early.text
    client.sign_in(manager)
    assert client.post(f"/conferences/resolutions/{row.id}", data={"step": "do", "at": "sekarang", "outcome": "Nenek menerima."}).status_code == 303
    assert (fresh(row).state, fresh(row).outcome) == (ResolutionState.DONE, "Nenek menerima.") and not home(officer)
    assert "Nenek menerima." in client.get(f"/cases/{case.id}").text
    assert client.post(f"/conferences/resolutions/{row.id}/reopening", data={"reason": "Kembali ke jalan."}).status_code == 303
    assert fresh(row).state == ResolutionState.OPEN and home(officer)


def test_a_decision_dropped_says_why(client, officer, manager, case):
    row = held(case, officer, manager).resolutions.get()
    client.post(f"/conferences/resolutions/{row.id}", data={"step": "drop", "at": "sekarang", "outcome": "Nenek pindah."})
    assert fresh(row).state == ResolutionState.DROPPED and "Nenek pindah." in client.get(f"/conferences/{row.conference_id}").text


@pytest.mark.parametrize("details, reasons", [({"danger": Danger.NO}, []), ({"danger": Danger.YES}, ["tingkat kasus Darurat"])])
def test_an_emergency_asks_for_one_and_one_held_answers_it(client, make, officer, manager, details, reasons):
    case = make.case(by=officer, met=True, person={"name": "Rina Sari"}, **details)
    assert [reason in sentence for reason, sentence in zip(reasons, asked_for(case), strict=True)] == [True] * len(reasons)
    assert ("Bahas kasus bersama" in client.get(f"/cases/{case.id}").text) == bool(reasons)
    conference = held(case, officer, manager)
    assert not asked_for(case)
    with db.unit():
        conference.cancel(by=officer, reason="Salah kasus.")
    assert len(asked_for(case)) == len(reasons)


def test_a_level_that_is_raised_later_asks_anew(make, officer, manager, case):
    held(case, officer, manager)
    later(hours=1)
    with db.unit():
        case.set_level(Level.EMERGENCY, by=manager, source="manager")
    assert len(asked_for(case)) == 1


@pytest.mark.parametrize("kind", [DecisionKind.CONSIDERATION, DecisionKind.OUTSIDE_FAMILY])
def test_a_request_asks_for_one_until_it_is_refused(make, officer, manager, case, kind, monkeypatch):
    monkeypatch.delitem(Decision.BRIEF, kind)  # asked about the case itself, for short
    with db.unit():
        asked = Decision.ask(kind, case, [], by=officer, care_team=case.care_team, number=case.number, heading=case.heading)
    assert len(asked_for(case)) == 1
    with db.unit():
        Decision.update(state="refused").where(Decision.id == asked.id).execute()
        audit.record(DecisionStep.REFUSE, asked, by=manager)
    assert not asked_for(case)


def test_a_planned_reunification_asks_for_one(officer, manager, case):
    with db.unit():
        Service.need(case, by=officer, spm=Spm.SPM12)
    assert not asked_for(case)
    with db.unit():
        Service.propose(case, by=officer, spm=Spm.SPM12, goal="Pulang")
    assert asked_for(case) == ["Pembahasan kasus diminta karena reunifikasi dengan keluarga direncanakan, dan belum diadakan."]


def test_the_end_of_a_case_with_sexual_violence_asks_for_one_and_waits_for_none(client, make, officer, manager):
    case = make.case(by=officer, met=True, category=Category.CHILD_VICTIM, person={"name": "Rina Sari"})
    assert not asked_for(case)
    assert client.post(f"/cases/{case.id}/closure", data={"reason": "moved_away", "text": "Pindah ke kabupaten lain."}).status_code == 303
    assert "kekerasan seksual akan ditutup" in asked_for(fresh(case))[0]
    client.sign_in(manager)
    decision = Decision.open_about(case, DecisionKind.CLOSURE)
    page = client.get(f"/decisions/{decision.id}").text
    assert "kekerasan seksual akan ditutup" in page
    client.post(f"/decisions/{decision.id}/answer", data={"step": "approve", "seen": decision.version})
    assert not fresh(case).is_open and not asked_for(fresh(case))


def test_open_decisions_are_mentioned_at_the_closure_and_go_on_after_it(client, officer, manager, case, home):
    held(case, officer, manager)
    assert "Tugasnya tetap berjalan" in client.get(f"/cases/{case.id}/closure").text
    client.post(f"/cases/{case.id}/closure", data={"reason": "goals_reached", "text": "Selesai."})
    decision = Decision.open_about(case, DecisionKind.CLOSURE)
    assert ["Masih terbuka", "1 keputusan pembahasan kasus"] in decision.snapshot
    with db.unit():
        decision.decide(DecisionStep.APPROVE, by=manager)
    assert home(officer)


def test_the_minutes_are_printed_counted_and_name_the_child_only_by_choice(client, officer, manager, case):
    conference = held(case, officer, manager, kind=ConferenceKind.CROSS_SECTOR, child_view="Andi ingin pulang.", guests=[["Sri", "UPTD PPA", ""]])
    form = client.get(f"/conferences/{conference.id}/prints").text
    assert "menyebut nama anak" in form and "checked" not in form.split('name="full_name"')[1].split(">")[0]
    paper = client.get(client.post(f"/conferences/{conference.id}/prints", data={"paper": "f4"}).location).text
    assert "Andi" not in paper and "Pratama" not in paper and "A.P. ingin pulang." in paper
    assert "Senin, tanggal dua bulan Maret tahun dua ribu dua puluh enam" in paper and f"{case.number}/PK-1" in paper and "UPTD PPA" in paper
    named = client.get(client.post(f"/conferences/{conference.id}/prints", data={"paper": "a4", "full_name": "y"}).location).text
    assert "Andi ingin pulang." in named and "Andi Pratama" in named and "salinan ke-2" in named
    assert [(row.kind, row.paper, row.initials) for row in Print.select().order_by(Print.id)] == [("minutes", "f4", True), ("minutes", "a4", False)]


def test_an_internal_print_offers_the_name(client, officer, manager, case):
    form = client.get(f"/conferences/{held(case, officer, manager).id}/prints").text
    assert "checked" in form.split('name="full_name"')[0].rsplit("<input", 1)[1] + form.split('name="full_name"')[1].split(">")[0]


def test_the_blank_form_asks_the_same_in_the_same_order(client, officer, case):
    paper = client.get("/conferences/blank-form?paper=f4").text
    screen = client.get(f"/conferences/case/{case.id}/new").text
    words = ["Waktu", "Tempat", "Jenis", "Pimpinan rapat", "Notulis", "Peserta dari dinas", "Peserta dari luar dinas", "Ringkasan asesmen",
             "Pilihan yang dibahas", "Pandangan anak (klien)", "Kesimpulan", "Keputusan", "Batas waktu"]
    for text in (paper.split('<div class="form">')[1], screen.split('id="main"')[-1].split('class="dense"')[1]):
        found = [text.index(word) for word in words]
        assert found == sorted(found), [words[n] for n in range(1, len(words)) if found[n] < found[n - 1]]
    assert paper.count("Tanda tangan") == 2 and "Siti Rahmawati" not in paper
    assert client.post("/conferences/blank-form", data={"paper": "a4"}).location == "/conferences/blank-form?paper=a4"


def test_a_hidden_conference_is_nowhere_for_those_outside(client, make, officer, manager):
    case = make.case(by=officer, met=True, restricted=True, person={"name": "Rina Sari"})
    conference = held(case, officer, manager)
    row = conference.resolutions.get()
    client.sign_in(make.user())
    for address in (f"/conferences/{conference.id}", f"/conferences/case/{case.id}", f"/conferences/{conference.id}/prints",
                    f"/conferences/resolutions/{row.id}"):
        assert client.get(address).status_code == 404
    assert "Antar ke rumah nenek" not in client.get("/").text


def test_the_latest_accepted_assessment_is_offered_as_its_summary(client, make, officer, case, monkeypatch):
    monkeypatch.setattr(Conference, "SUMMED", [lambda case: "Asesmen 1: tingkat Mendesak."])
    assert "Asesmen 1: tingkat Mendesak." in client.get(f"/conferences/case/{case.id}/new").text


def test_nobody_is_named_in_titles_or_on_the_trail(client, officer, manager, case):
    conference = held(case, officer, manager)
    for address in (f"/conferences/{conference.id}", f"/conferences/{conference.id}/edit", f"/conferences/case/{case.id}"):
        assert "Andi" not in client.get(address).text.split("<title>")[1].split("</title>")[0]
    details = [str(entry.detail) for entry in audit.Entry.select()]
    assert not [detail for detail in details if "nenek" in detail or "Andi" in detail]
    assert Case.get_by_id(case.id).notes.count() == 1 and Resolution.of(case).count() == 1
