"""From the issued letter to the end: sent, asked about, promised, declined, silent, handed over, heard of; and whom that reminds."""
from datetime import date, datetime, timedelta

import pytest

from portal import audit, clock
from portal.casefile import next_steps
from portal.casefile.closure import open_rows
from portal.db import db
from portal.desk.tasks import Tasks
from portal.office.models import Office
from portal.records import Revision
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.referrals.text import proposal
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind
from portal.rules.referral import AnswerState, AnswerStep, ConsentBasis, InstitutionKind, PaperState, ReferralKind
from portal.rules.referral_due import Owed, Why
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused
from portal.rules.roles import Role
from tests.conftest import MONDAY

KINDS = InstitutionKind


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def places(make, officer):
    """Four places by name, and nothing else in the directory."""
    told = {"rsj": (KINDS.MENTAL_HOSPITAL, "RSJ Pelita"), "rsj2": (KINDS.MENTAL_HOSPITAL, "RSJ Harapan"), "rsud": (KINDS.HOSPITAL, "RSUD Melati"),
            "lbh": (KINDS.LEGAL_AID, "LBH Melati")}
    with db.unit():
        for known in Institution.active_ones():
            known.amend(by=officer, active=False)
        return {key: Institution.add(by=officer, kind=kind, name=name) for key, (kind, name) in told.items()}


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True)


@pytest.fixture
def begun(case, officer, places):
    """A referral that may be put to a manager; `more` are details of it."""
    def begin(**more):
        with db.unit():
            case.client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=ConsentBasis.GUARDIAN, institution=places["rsj"],
                                       given_on=clock.today(), given_by="Ibu Rini")
            return Referral.draft(case, by=officer, kind=ReferralKind.MEDICAL, reason="Perlu perawatan.", service="Rawat inap.", summary="Gelisah.",
                                  consent=ConsentBasis.GUARDIAN, shared=[Shared.NAME], institution=places["rsj"],
                                  **{"attachments": "Fotokopi KK", "escort": "Made, Satgas"} | more)
    return begin


@pytest.fixture
def sent(begun, officer, manager, head):
    """A referral that has left the office."""
    def send(**more):
        row = begun(**more)
        with db.unit():
            row.submit(by=officer).decision.decide(DecisionStep.APPROVE, by=manager)
            return fresh(row).issue(head, by=officer).send(by=officer, way="Kurir", sent_by="Ketut", proof="Resi 12")
    return send


@pytest.fixture
def tasks_of(app):
    """The tasks about referrals on somebody's desk: [(what, mark)]."""
    def told(user, everyones=False):
        with app.test_request_context():
            return [(task.what, task.mark) for task in Tasks(user, everyones).rows if task.number.startswith("RJ")]
    return told


def fresh(row):
    return Referral.get_by_id(row.id)


def done(verb, *args, **more):
    with db.unit():
        return verb(*args, **more)


def why_not(verb, *args, **more):
    with pytest.raises(Refused) as refused, db.unit():
        verb(*args, **more)
    return refused.value.why


def later(**span):
    moment = clock.now() + timedelta(**span)
    clock.use(lambda: moment)


def owed(row):
    return [what for what, _ in fresh(row).owed]


def post(client, row, page, /, **told):
    return client.post(f"/referrals/{row.id}/{page}", data={"at": "sekarang", "seen": fresh(row).version, **told})


def test_how_it_was_sent_by_whom_and_what_proves_it(client, begun, officer, manager, head):
    row = begun()
    with db.unit():
        row.submit(by=officer).decision.decide(DecisionStep.APPROVE, by=manager)
        fresh(row).issue(head, by=officer)
    client.sign_in(officer)
    assert 'value="Siti Rahma"' in client.get(f"/referrals/{row.id}/sending").text
    assert post(client, row, "sending", way="Diantar", sent_by="").status_code == 422
    assert post(client, row, "sending", way="Diantar", sent_by="Ketut, Satgas", proof="Diterima Ibu Ayu, loket 2").status_code == 303
    shown = client.get(f"/referrals/{row.id}").text
    assert all(word in shown for word in ("Ketut, Satgas", "Diterima Ibu Ayu, loket 2", "2 Mar 2026 10.00", "batas 5 Mar 2026 16.00"))
    assert fresh(row).sent_at == MONDAY


def test_an_answer_that_does_not_come_reminds_officer_and_manager(sent, officer, manager, make, tasks_of):
    row = sent()
    asked = "Tanyakan jawaban rujukan: RSJ Pelita"
    assert tasks_of(officer) == [(asked, "running")] == tasks_of(manager, everyones=True)
    assert tasks_of(make.user()) == [] == tasks_of(manager)
    later(days=3)
    assert tasks_of(officer) == [(asked, "soon")]
    later(hours=7)
    assert tasks_of(officer) == [(asked, "late")] and fresh(row).is_silent


def test_in_an_emergency_the_answer_is_due_in_four_hours_at_any_hour(sent, officer):
    clock.use(lambda: datetime(2026, 3, 7, 15, 0))  # Saturday 23.00 WITA
    row = sent(urgent=True)
    assert fresh(row).answer_limit == datetime(2026, 3, 7, 19, 0)
    later(hours=4)
    assert why_not(fresh(row).reply, AnswerStep.FALL_SILENT, by=officer) == Why.STILL_IN_TIME
    later(minutes=1)
    assert done(fresh(row).reply, AnswerStep.FALL_SILENT, by=officer).answer_state == AnswerState.SILENT


def test_tasks_of_a_restricted_case_exist_for_nobody_outside(client, sent, case, make, officer, tasks_of):
    row = sent()
    with db.unit():
        case.care_team.restrict(by=officer)
    stranger = make.user()
    assert tasks_of(stranger, everyones=True) == []
    client.sign_in(stranger)
    assert row.number not in client.get("/").text and client.get(f"/referrals/{row.number}").status_code == 404


def test_papers_that_are_wanted_are_named_and_sent_after(client, sent, officer, tasks_of):
    row = sent()
    client.sign_in(officer)
    refused = post(client, row, "answer", step="want_papers", note="Telepon dr. Budi")
    assert refused.status_code == 422 and "Tulis berkas apa" in refused.text and "Telepon dr. Budi" in refused.text
    assert post(client, row, "answer", step="want_papers", papers_wanted="Surat keterangan domisili\nFoto 4R", answered_by="Loket").status_code == 303
    shown = client.get(f"/referrals/{row.id}").text
    assert "Surat keterangan domisili" in shown and "Lengkapi berkas yang diminta lembaga" in shown
    assert tasks_of(officer) == [("Lengkapi berkas yang diminta lembaga: RSJ Pelita", "running")]
    later(hours=5)
    assert post(client, row, "sending", way="Surel", sent_by="Siti").status_code == 303
    assert (fresh(row).answer_state, fresh(row).sent_way, owed(row)) == (AnswerState.SENT, "Surel", [Owed.ANSWER])
    assert any(each.values.get("sent_way") == "Kurir" for each in Revision.select().where(Revision.subject == "referral"))


def test_a_waiting_list_is_asked_about_on_the_day_it_promised(client, sent, officer, tasks_of):
    row = sent()
    client.sign_in(officer)
    assert post(client, row, "answer", step="put_on_list", promised_on="1-3-2026").status_code == 422
    assert post(client, row, "answer", step="put_on_list", promised_on="16-3-2026", answer_ref="Lembar jawaban").status_code == 303
    assert [limit for _, limit in fresh(row).owed] == [datetime(2026, 3, 16, 8, 0)] and tasks_of(officer) == []
    clock.use(lambda: datetime(2026, 3, 16, 1, 0))
    assert tasks_of(officer) == [("Tanyakan daftar tunggu: RSJ Pelita", "soon")]
    assert post(client, row, "answer", step="put_on_list", promised_on="1-4-2026", note="Belum ada kamar.").status_code == 303
    assert [limit for _, limit in fresh(row).owed] == [datetime(2026, 4, 1, 8, 0)]


def test_silence_is_offered_only_when_the_time_is_over_and_a_late_answer_still_counts(client, sent, officer):
    row = sent()
    client.sign_in(officer)
    assert "Tidak menjawab sampai batas" not in client.get(f"/referrals/{row.id}/answer").text
    assert why_not(fresh(row).reply, AnswerStep.FALL_SILENT, by=officer) == Why.STILL_IN_TIME
    later(days=4)
    assert "Tidak menjawab sampai batas" in client.get(f"/referrals/{row.id}/answer").text
    assert post(client, row, "answer", step="fall_silent").status_code == 303
    assert not fresh(row).is_open and owed(row) == [Owed.ELSEWHERE]
    assert post(client, row, "answer", step="accept").status_code == 303
    assert fresh(row).is_open and owed(row) == [Owed.HAND_OVER]


def test_a_no_asks_for_the_next_place_and_carries_the_content_over(client, sent, officer, places, case, tasks_of):
    row = sent()
    client.sign_in(officer)
    assert client.get(f"/referrals/{row.id}/elsewhere").status_code == 409
    assert post(client, row, "answer", step="decline", note="Penuh sampai April.").status_code == 303
    assert tasks_of(officer) == [("Pilih lembaga berikutnya: RSJ Pelita", "running")]
    page = client.get(f"/referrals/{row.id}/elsewhere").text
    proposed = page[page.index('id="institution"'):page.index('id="other"')]
    assert proposed.index("RSJ Harapan") < proposed.index("RSUD Melati") and "LBH" not in proposed and "RSJ Pelita" not in proposed
    made = client.post(f"/referrals/{row.id}/elsewhere", data={"institution": places["rsj2"].id, "seen": fresh(row).version})
    after = Referral.get(Referral.follows == row)
    assert made.location.endswith(f"/referrals/{after.id}/edit")
    for name in ("kind", "reason", "service", "summary", "attachments", "escort", "consent", "urgent", "secrecy", "shared"):
        assert getattr(after, name) == getattr(row, name), name
    assert (after.paper_state, after.institution, after.case_id) == (PaperState.DRAFT, places["rsj2"], case.id)
    assert tasks_of(officer) == [] and "RSJ Harapan" in client.get(f"/referrals/{row.id}").text
    shown = client.get(f"/referrals/{after.id}").text
    assert row.number in shown and "Ditolak lembaga" in shown
    told = dict(proposal(after))["Rujukan sebelumnya"]
    assert told == f"{row.number} ke RSJ Pelita: ditolak lembaga. Penuh sampai April."


def test_the_next_place_is_asked_once_and_anew_when_that_was_cancelled(sent, officer, places):
    row = done(sent().reply, AnswerStep.DECLINE, by=officer, note="Penuh.")
    first = done(row.refer_on, places["rsj2"], by=officer)
    assert why_not(fresh(row).refer_on, places["rsud"], by=officer) == Why.FOLLOWED_ALREADY
    done(first.cancel, by=officer, reason="Keliru.")
    second = done(fresh(row).refer_on, places["rsud"], by=officer)
    assert [each.number for each in fresh(second).chain] == [row.number, second.number]
    assert why_not(fresh(row).settle, "Lain.", by=officer) == Why.FOLLOWED_ALREADY


def test_who_is_late_with_an_answer_is_written_down_as_silent_by_asking_the_next(client, sent, officer, places):
    row = sent()
    assert why_not(fresh(row).refer_on, places["rsud"], by=officer) == Why.NOTHING_ASKED
    later(days=4)
    client.sign_in(officer)
    assert "Tidak dijawab" in client.get(f"/referrals/{row.id}/elsewhere").text
    assert client.post(f"/referrals/{row.id}/elsewhere", data={"seen": fresh(row).version}).status_code == 422
    client.post(f"/referrals/{row.id}/elsewhere", data={"other": places["lbh"].id, "seen": fresh(row).version})
    assert fresh(row).answer_state == AnswerState.SILENT and fresh(row).follower.institution == places["lbh"]


def test_what_is_done_instead_ends_the_asking(client, sent, officer, tasks_of):
    row = done(sent().reply, AnswerStep.DECLINE, by=officer, note="Penuh.")
    client.sign_in(officer)
    empty = post(client, row, "instead", instead="")
    assert empty.status_code == 422
    assert post(client, row, "instead", instead="Dirawat jalan di Puskesmas.").status_code == 303
    shown = client.get(f"/referrals/{row.id}").text
    assert owed(row) == [] and "Dirawat jalan di Puskesmas." in shown and tasks_of(officer) == []
    assert "Rujuk ke lembaga lain" in shown and "Dirawat jalan di Puskesmas." in client.get(f"/referrals/{row.id}/instead").text


def test_the_hand_over_says_who_went_along_how_the_client_is_and_what_they_own(client, sent, officer):
    row = done(sent().reply, AnswerStep.ACCEPT, by=officer)
    client.sign_in(officer)
    form = client.get(f"/referrals/{row.id}/handover").text
    assert "Made, Satgas" in form and "Fotokopi KK" in form
    told = {"handed_place": "IGD", "handed_by": "Siti", "receiver": "dr. Budi", "handed_escort": "Made, Satgas\nIbu Rini",
            "condition": "Tenang, luka di lutut.", "belongings": "1 telepon\nUang Rp35.000", "items": "Fotokopi KK"}
    assert post(client, row, "handover", **told).status_code == 303
    shown = client.get(f"/referrals/{row.id}").text
    assert all(word in shown for word in ("Ibu Rini", "Tenang, luka di lutut.", "1 telepon", "Fotokopi KK", "dr. Budi"))
    assert post(client, row, "feedback", step="report_back", note="x", at="2-3-2026 09.00").status_code == 422


def test_news_is_asked_for_every_thirty_days_until_it_is_over(sent, officer, case, tasks_of):
    row = done(sent().reply, AnswerStep.ACCEPT, by=officer)
    done(fresh(row).hand_over, by=officer, receiver="dr. Budi")
    assert tasks_of(officer) == []
    later(days=25)
    assert tasks_of(officer) == [("Tanyakan perkembangan klien di lembaga: RSJ Pelita", "running")]
    later(days=6)
    assert [mark for _, mark in tasks_of(officer)] == ["late"]
    done(fresh(row).come_back, AnswerStep.REPORT_BACK, by=officer, note="Membaik.")
    assert tasks_of(officer) == [] and owed(row) == [Owed.FEEDBACK]
    later(days=30)
    assert [mark for _, mark in tasks_of(officer)] == ["running"]
    done(fresh(row).come_back, AnswerStep.COMPLETE, by=officer, note="Pulih.")
    assert tasks_of(officer) == [] and owed(row) == []


def test_a_client_who_came_back_is_planned_for_anew(client, sent, officer, tasks_of):
    row = done(sent().reply, AnswerStep.ACCEPT, by=officer)
    done(fresh(row).hand_over, by=officer, receiver="dr. Budi")
    done(fresh(row).come_back, AnswerStep.COME_BACK, by=officer, note="Lari dari bangsal.")
    assert tasks_of(officer) == [("Rencanakan lagi: klien kembali dari lembaga: RSJ Pelita", "running")]
    client.sign_in(officer)
    assert "Rujuk ke lembaga lain" in client.get(f"/referrals/{row.id}").text
    done(fresh(row).settle, "Rumah singgah, konseling.", by=officer)
    assert tasks_of(officer) == []


def test_what_needs_nobody_handed_over_is_completed_from_the_yes(sent, officer):
    row = done(sent().reply, AnswerStep.ACCEPT, by=officer)
    assert done(fresh(row).come_back, AnswerStep.COMPLETE, by=officer, note="Kartu aktif.").answer_state == AnswerState.COMPLETED


def test_the_letter_after_the_hand_over_is_owed_issued_and_sent(client, begun, officer, manager, head, case, tasks_of):
    row = begun(urgent=True)
    done(row.hand_over, by=officer, receiver="dr. Budi")
    assert tasks_of(officer) == [("Ajukan surat rujukan yang menyusul: RSJ Pelita", "running")]
    done(fresh(row).submit, by=officer)
    assert tasks_of(officer) == [("Surat rujukan yang menyusul menunggu keputusan manajer: RSJ Pelita", "running")]
    later(days=1, hours=7)
    assert [mark for _, mark in tasks_of(manager, everyones=True)] == ["late"]
    done(fresh(row).decision.decide, DecisionStep.REFUSE, by=manager, reason="Salah tujuan.")
    assert tasks_of(officer) == [("Perbaiki surat rujukan yang menyusul: RSJ Pelita", "late")]
    done(fresh(row).revise, by=officer)
    done(fresh(row).submit, by=officer)
    done(fresh(row).decision.decide, DecisionStep.APPROVE, by=manager)
    done(fresh(row).come_back, AnswerStep.COMPLETE, by=officer, note="Pulang.")
    assert fresh(row).is_open and owed(row) == [Owed.LETTER] and open_rows(case)["referrals"] == 1
    done(fresh(row).issue, head, by=officer)
    assert owed(row) == [Owed.SEND] and not fresh(row).is_open
    client.sign_in(officer)
    assert post(client, row, "sending", way="Diantar", sent_by="Siti").status_code == 303
    assert (fresh(row).answer_state, owed(row)) == (AnswerState.COMPLETED, [])
    assert client.get(f"/referrals/{row.id}/sending").status_code == 409


def test_approved_and_issued_letters_do_not_lie_about(begun, officer, manager, head, tasks_of):
    row = begun()
    with db.unit():
        row.submit(by=officer).decision.decide(DecisionStep.APPROVE, by=manager)
    assert owed(row) == [Owed.ISSUE]
    done(fresh(row).issue, head, by=officer)
    assert tasks_of(officer) == [("Kirim surat rujukan: RSJ Pelita", "running")]


def test_no_answer_comes_before_the_letter_went(client, sent, officer):
    row = sent()
    later(hours=2)
    client.sign_in(officer)
    early = post(client, row, "answer", step="accept", at="2-3-2026 09.59")
    assert early.status_code == 422 and "lebih awal daripada langkah" in early.text


def test_the_code_on_the_slip_leads_to_the_answer(client, sent, officer, manager, make, begun):
    row = sent()
    client.sign_in(officer)
    assert client.get(f"/referrals/{row.number}").location.endswith(f"/referrals/{row.id}/answer")
    assert client.get(f"/referrals/{row.number.lower()}").status_code == 303
    client.sign_in(manager)
    assert client.get(f"/referrals/{row.number}").location.endswith(f"/referrals/{row.id}")
    client.sign_in(make.user())
    assert client.get(f"/referrals/{row.number}").status_code == 404
    assert client.get("/referrals/RJ-2026-99999").status_code == 404
    client.sign_in(officer)
    draft = begun()
    assert client.get(f"/referrals/{draft.number}").location.endswith(f"/referrals/{draft.id}")


def test_lists_and_the_case_say_what_is_late(client, sent, officer, case):
    row = sent()
    client.sign_in(officer)
    pages = ("/referrals/", f"/referrals/case/{case.id}")
    assert not any("Lewat" in client.get(page).text for page in pages)
    later(days=4)
    client.sign_in(officer)
    assert all("Lewat" in client.get(page).text for page in pages)
    assert next_steps.facts(case).referrals_due == 1
    done(fresh(row).reply, AnswerStep.PUT_ON_LIST, by=officer, promised_on=date(2026, 4, 1))
    assert next_steps.facts(case).referrals_due == 0


def test_it_all_stands_on_the_trail(sent, officer, places):
    row = done(sent().reply, AnswerStep.DECLINE, by=officer, note="Penuh.")
    done(row.refer_on, places["rsud"], by=officer)
    assert audit.verify() is None


def test_tasks_ask_a_fixed_number_of_questions(sent, officer, tasks_of):
    def questions():
        asked = []
        real = db.execute_sql
        db.execute_sql = lambda *sql, **more: (asked.append(1), real(*sql, **more))[1]
        try:
            tasks_of(officer)
        finally:
            db.execute_sql = real
        return len(asked)
    sent()
    questions()
    one = questions()
    for _ in range(3):
        sent()
    assert questions() == one


def test_the_office_sets_how_long_it_waits(client, sent, officer, make):
    row = sent()
    client.sign_in(make.user(Role.ADMIN))
    told = {"answer_hours": "2", "answer_days": "1", "feedback_days": "14", "seen": Office.select().get().version}
    for wrong in ({"answer_hours": "0"}, {"answer_days": "61"}, {"feedback_days": "bulanan"}, {"answer_days": ""}):
        assert client.post("/office/answers", data=told | wrong).status_code == 422
    assert client.post("/office/answers", data=told).status_code == 303
    assert "sesudah 1 hari kerja (darurat 2 jam); kabar klien tiap 14 hari" in client.get("/office").text
    assert fresh(row).answer_limit == datetime(2026, 3, 3, 8, 0)
