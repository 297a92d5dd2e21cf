"""Special considerations over HTTP: by which rule a programme is open, what an approval opens and leads to, and the quarter's list."""
from datetime import date, datetime, time, timedelta

import pytest

from portal import clock
from portal.assessments.considerations import Consideration, entitlement, entitlements
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.audit import Entry
from portal.db import db
from portal.decisions.models import Decision
from portal.office.programmes import ProgrammeRule, in_force, open_to
from portal.records import Print
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionStep
from portal.rules.consideration import ConsiderationReason, ConsiderationState, CoordinationState
from portal.rules.decile import Because, DtsenStatus, Programme
from portal.rules.dtsen_update import UpdateState, UpdateStep
from portal.rules.programme_rule import FIRST
from portal.rules.referral import InstitutionKind, PaperState
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.service import Spm
from portal.services.models import Service
from tests import left
from tests.conftest import MONDAY

ASKED = {"reason": "no_family", "text": "Anak tanpa keluarga, perlu layanan Sentra."}
LATER = date(2026, 4, 1)


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True, person={"name": "Zefanya Wirajaya"})


def checked(case, officer, status=DtsenStatus.LISTED, decile=7):
    with db.unit():
        case.client.check_dtsen(by=officer, status=status, decile=decile, checked_on=clock.today())
    return case


def asked_for(case, officer, programme=None, reason=ConsiderationReason.NO_FAMILY):
    with db.unit():
        return Consideration.request(case, by=officer, reason=reason, text="Tanpa pengasuh.", programme=programme)


def decide(consideration, step, by, reason="Karena begitu."):
    with db.unit():
        Decision.about(consideration).get().decide(step, by=by, reason=reason)
    return Consideration.get_by_id(consideration.id)


def approved(case, officer, manager, programme=None):
    return decide(asked_for(checked(case, officer), officer, programme), DecisionStep.APPROVE, manager)


def sentra(officer, name="Sentra Melati"):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.SENTRA, name=name, ministry=True)


def ruled(by, programme=Programme.ATENSI, valid_from=None, deciles=range(1, 8), **told):
    with db.unit():
        return ProgrammeRule.add(by=by, programme=programme, valid_from=valid_from or clock.today(), deciles=list(deciles),
                                 source="Kepmensos baru", **told)


def sentence(case, programme=Programme.ATENSI):
    return entitlement(case, programme).sentence


def test_the_migration_begins_with_the_decree(app):
    rows = list(ProgrammeRule.select().order_by(ProgrammeRule.id))
    assert [(row.programme, row.valid_from, frozenset(row.deciles), row.or_assessed, row.source, row.note) for row in rows] == [
        (rule.programme, rule.valid_from, rule.deciles, rule.or_assessed, rule.source, rule.note) for rule in FIRST]


def test_a_row_that_was_written_never_changes(make):
    row = ruled(make.user(Role.ADMIN))
    with pytest.raises(Exception, match="append-only"), db.unit():
        ProgrammeRule.update(source="Lain").where(ProgrammeRule.id == row.id).execute()
    with pytest.raises(Exception, match="append-only"), db.unit():
        row.delete_instance()


def test_a_rule_counts_from_its_day_and_not_before(make, officer, case):
    checked(case, officer, decile=6)
    ruled(make.user(Role.ADMIN), valid_from=LATER, deciles=range(1, 7))
    assert entitlement(case, Programme.ATENSI).because == Because.ABOVE
    assert max(open_to(LATER - timedelta(1))[Programme.ATENSI]) == 5 and max(open_to(LATER)[Programme.ATENSI]) == 6
    assert (in_force()[Programme.ATENSI].source, in_force(LATER)[Programme.ATENSI].source) == ("Kepmensos 79/HUK/2025", "Kepmensos baru")
    # 1 April begins in the office at 16.00 UTC of 31 March.
    clock.use(lambda: datetime(2026, 3, 31, 15, 59))
    assert entitlement(case, Programme.ATENSI).because == Because.ABOVE
    clock.use(lambda: datetime(2026, 3, 31, 16, 0))
    assert entitlement(case, Programme.ATENSI).because == Because.IN_DECILE


@pytest.mark.parametrize("status, decile, programme, words", [
    (DtsenStatus.LISTED, 3, Programme.ATENSI, "Desil 3: terbuka untuk ATENSI/Sentra, karena aturannya desil 1–5 atau hasil asesmen "
                                              "(Kepmensos 79/HUK/2025, berlaku sejak 1 Januari 2026)."),
    (DtsenStatus.LISTED, 5, Programme.PKH, "Desil 5: PKH tertutup, kecuali pertimbangan khusus disetujui manajer; aturannya desil 1–4 "
                                           "(Kepmensos 79/HUK/2025, berlaku sejak 1 Januari 2026)."),
    (DtsenStatus.LISTED, 0, Programme.ATENSI, "Belum diperingkat (desil 0): ATENSI/Sentra tertutup, kecuali pertimbangan khusus"),
    (DtsenStatus.NOT_LISTED, None, Programme.PBI_JK, "Tidak terdaftar di DT-SEN: PBI-JK tertutup, kecuali pertimbangan khusus"),
    (DtsenStatus.NIK_MISMATCH, None, Programme.ATENSI, "NIK tidak padan dengan DT-SEN: ATENSI/Sentra tertutup"),
    (DtsenStatus.NO_NIK, None, Programme.ATENSI, "Belum ada NIK: ATENSI/Sentra tertutup"),
    (None, None, Programme.ATENSI, "DT-SEN belum dicek: ATENSI/Sentra belum dapat ditentukan; aturannya desil 1–5"),
    (DtsenStatus.LISTED, 9, None, "Layanan dasar tidak menunggu desil."),
])
def test_the_sentence_says_by_which_rule(app, officer, case, status, decile, programme, words):
    if status:
        checked(case, officer, status, decile)
    with app.test_request_context():
        assert sentence(case, programme).startswith(words)


def test_the_same_sentence_stands_on_every_page(client, officer, case):
    checked(case, officer, decile=3)
    words = "Desil 3: terbuka untuk ATENSI/Sentra"
    for address in (f"/clients/{case.client_id}", f"/assessments/case/{case.id}", f"/services/case/{case.id}/new", f"/services/case/{case.id}/given",
                    f"/assessments/considerations/case/{case.id}/new"):
        page = client.get(address).text
        assert words in page and "/office/programmes/" in page, address
        assert "PKH dan Sembako" in page, address


def test_the_admin_writes_rules_and_everybody_reads_them(client, make, officer):
    assert "Aturan baru" not in client.get("/office/programmes/").text
    client.sign_in(make.user(Role.ADMIN))
    told = {"programme": "sembako", "valid_from": "1-4-2026", "deciles": ["1", "2", "3", "4", "5"], "source": "Kepmensos 5/HUK/2026"}
    assert client.post("/office/programmes/new", data=told).status_code == 303
    page = client.get("/office/programmes/").text
    assert "Akan berlaku" in page and "Kepmensos 5/HUK/2026" in page and in_force()[Programme.SEMBAKO].source == "Kepmensos 79/HUK/2025"
    assert 'value="Kepmensos 79/HUK/2025"' in client.get("/office/programmes/new?programme=sembako").text
    clock.use(lambda: datetime(2026, 4, 1, 2, 0))
    page = client.get("/office/programmes/").text
    assert page.index("Kepmensos 5/HUK/2026") < page.index("Riwayat") and "Aturan awal Sigap" in page
    client.sign_in(officer)
    assert client.get("/office/programmes/").status_code == 200 and client.get("/office/programmes/new").status_code == 403


@pytest.mark.parametrize("change, words", [
    ({"valid_from": "1-3-2026"}, "mulai hari ini atau sesudahnya"), ({"valid_from": "besok entah"}, "Kepmensos 5"),
    ({"deciles": []}, "Pilih paling sedikit satu desil."), ({"deciles": ["0"]}, "Pilih dari daftar."), ({"deciles": ["11"]}, "Pilih dari daftar."),
    ({"source": ""}, "Tulis peraturan atau surat"), ({"programme": "rastra"}, "Pilih"), ({"valid_from": ""}, "Tulis mulai kapan"),
])
def test_a_wrong_rule_is_told_so_beside_its_field(client, make, change, words):
    client.sign_in(make.user(Role.ADMIN))
    told = {"programme": "sembako", "valid_from": "1-4-2026", "deciles": ["1"], "source": "Kepmensos 5"} | change
    response = client.post("/office/programmes/new", data=told)
    assert response.status_code == 422 and words in response.text
    assert ProgrammeRule.select().count() == len(FIRST)


def test_a_decision_keeps_the_rule_of_its_day(make, client, officer, case, manager):
    asked = asked_for(checked(case, officer, decile=6), officer, Programme.ATENSI)
    ruled(make.user(Role.ADMIN))
    kept = dict(Decision.about(asked).get().snapshot)
    assert "Desil 6" in kept["Aturan yang berlaku"] and "desil 1–5 atau hasil asesmen" in kept["Aturan yang berlaku"]
    assert kept["Desil"] == "6" and entitlement(case, Programme.ATENSI).is_open


def test_what_was_planned_while_it_was_open_is_still_given(make, officer, case):
    checked(case, officer, decile=4)
    with db.unit():
        planned = Service.propose(case, by=officer, programme=Programme.PKH, what="Usul PKH")
    ruled(make.user(Role.ADMIN), Programme.PKH, deciles=[1, 2])
    with pytest.raises(Refused), db.unit():
        Service.propose(case, by=officer, programme=Programme.PKH, what="Usul lagi")
    with db.unit():
        Service.get_by_id(planned.id).deliver(by=officer)


def test_a_refused_referral_says_the_rule(client, officer, case):
    place = sentra(officer)
    checked(case, officer, decile=7)
    told = {"kind": "care", "reason": "Perlu.", "service": "Residensial.", "summary": "Ringkas.", "secrecy": "secret", "institution": place.id,
            "consent": "public_task", "consent_note": "Wali tidak diketahui."}
    client.post(f"/referrals/case/{case.id}/new", data=told)
    row = Referral.of(case).get()
    page = client.post(f"/referrals/{row.id}/submission", data={"seen": row.version}).text
    assert "Ajukan pertimbangan khusus dahulu" in page and "Desil 7: ATENSI/Sentra tertutup" in page


def test_an_approval_opens_what_it_was_asked_for_and_nothing_else(officer, case, manager):
    approved(case, officer, manager, Programme.PBI_JK)
    assert {programme for programme, found in entitlements(case) if found.is_open} == {Programme.PBI_JK}
    decide(asked_for(case, officer, Programme.ATENSI), DecisionStep.APPROVE, manager)
    assert {programme for programme, found in entitlements(case) if found.is_open} == {Programme.PBI_JK, Programme.ATENSI}
    with pytest.raises(Refused), db.unit():
        Consideration.request(case, by=officer, reason=ConsiderationReason.SAFETY, text="Lagi", programme=Programme.ATENSI)
    decide(asked_for(case, officer), DecisionStep.APPROVE, manager)
    assert all(found.is_open for _programme, found in entitlements(case))


def test_emergencies_basic_services_and_training_wait_for_none_of_it(client, officer, case, manager):
    with db.unit():
        Service.give(case, by=officer, spm=Spm.SPM02, what="Rumah singgah")
    decide(asked_for(checked(case, officer, decile=9), officer), DecisionStep.REFUSE, manager)
    with db.unit():
        Service.give(case, by=officer, spm=Spm.SPM03, what="Makan")
    urgent = {"kind": "protection", "urgent": "y", "reason": "Darurat.", "service": "Lindungi.", "summary": "Ringkas.", "secrecy": "secret",
              "consent": "vital_interest", "consent_note": "Terancam.", "institution": sentra(officer).id}
    client.post(f"/referrals/case/{case.id}/new", data=urgent)
    row = Referral.of(case).get()
    assert row.programme is None and client.post(f"/referrals/{row.id}/submission", data={"seen": row.version}).status_code == 303


def test_a_refused_one_says_that_the_case_goes_on(client, officer, case, manager):
    refused = decide(asked_for(checked(case, officer), officer), DecisionStep.REFUSE, manager)
    page = client.get(f"/assessments/considerations/{refused.id}").text
    assert "Kasus berjalan terus" in page and DtsenUpdate.of(refused) is None and Referral.of(case).count() == 0
    assert asked_for(case, officer).state == ConsiderationState.REQUESTED


def test_an_approval_drafts_the_referral_to_the_sentra(client, officer, case, manager):
    place = sentra(officer)
    asked = approved(case, officer, manager)
    row = Referral.of(case).get()
    assert (row.institution, row.paper_state, row.made_by, row.consideration) == (place, PaperState.DRAFT, officer, asked)
    assert Shared.NIK not in row.shares and "Anak tanpa keluarga" in row.reason and "Tanpa pengasuh." in row.reason
    page = client.get(f"/assessments/considerations/{asked.id}").text
    assert row.number in page and "Draf" in page
    assert client.get(f"/referrals/{row.id}/edit").status_code == 200


def test_an_undone_approval_takes_an_untouched_draft_with_it(officer, case, manager):
    sentra(officer)
    asked = approved(case, officer, manager)
    decide(asked, DecisionStep.UNDO, manager)
    assert Referral.of(case).get().paper_state == PaperState.CANCELLED
    assert DtsenUpdate.of(asked).state == UpdateState.DROPPED
    with db.unit():
        Consideration.get_by_id(asked.id).request_again(by=officer, reason=ConsiderationReason.NO_FAMILY, text="Lebih jelas.")
    decide(asked, DecisionStep.APPROVE, manager)
    assert [row.paper_state for row in Referral.of(case)] == [PaperState.DRAFT, PaperState.CANCELLED]
    assert DtsenUpdate.of(asked).state == UpdateState.DUE


def test_a_draft_that_somebody_worked_on_stays(officer, case, manager):
    sentra(officer)
    asked = approved(case, officer, manager)
    with db.unit():
        Referral.of(case).get().amend(by=officer, summary="Ditulis lebih lengkap.")
    decide(asked, DecisionStep.UNDO, manager)
    assert Referral.of(case).get().paper_state == PaperState.DRAFT


def test_among_several_sentras_one_click_chooses(client, officer, case, manager):
    first, second = sentra(officer), sentra(officer, "Sentra Pelita")
    asked = approved(case, officer, manager)
    assert Referral.of(case).count() == 0
    page = client.get(f"/assessments/considerations/{asked.id}").text
    assert first.name in page and second.name in page
    for _ in range(2):
        assert client.post(f"/referrals/sentra/{asked.id}/{second.id}").status_code == 303
    assert [row.institution for row in Referral.of(case)] == [second]
    assert client.post(f"/referrals/sentra/{asked.id}/999").status_code == 404


def test_without_a_sentra_the_page_leads_to_the_directory(client, officer, case, manager):
    with db.unit():
        Institution.active_ones().where(Institution.kind == InstitutionKind.SENTRA).get().amend(by=officer, active=False)
    asked = approved(case, officer, manager)
    page = client.get(f"/assessments/considerations/{asked.id}").text
    assert "Direktori belum memuat Sentra" in page and Referral.of(case).count() == 0


def test_what_no_sentra_gives_leads_to_none(client, officer, case, manager):
    place = sentra(officer)
    asked = approved(case, officer, manager, Programme.PBI_JK)
    assert Referral.of(case).count() == 0 and "tidak diberikan Sentra" in client.get(f"/assessments/considerations/{asked.id}").text
    assert client.post(f"/referrals/sentra/{asked.id}/{place.id}").status_code == 409


def test_a_restricted_case_is_drafted_without_a_name(make, officer, manager):
    sentra(officer)
    case = make.case(by=officer, met=True, restricted=True, person={"name": "Zefanya Wirajaya"})
    approved(case, officer, manager)
    assert Shared.NAME not in Referral.of(case).get().shares


def test_dtsen_is_put_right_step_by_step(client, officer, case, manager):
    asked = approved(case, officer, manager)
    update = DtsenUpdate.of(asked)
    clock.use(lambda: datetime.combine(update.due_on - timedelta(days=7), time(2)))
    assert "Usulkan pemutakhiran DT-SEN" in client.get("/").text
    address = f"/assessments/considerations/updates/{update.id}"
    assert client.post(f"{address}/proposal", data={"proposed_to": "", "proposed_on": "besok", "note": "Ketik"}).status_code == 422
    told = {"proposed_to": "Operator Kelurahan Pasar Lama", "proposed_on": "hari ini", "seen": update.version}
    assert client.post(f"{address}/proposal", data=told).status_code == 303
    clock.use(lambda: MONDAY + timedelta(91))
    client.sign_in(officer)
    assert "Tanyakan hasil usul DT-SEN" in client.get("/").text
    wrong = client.post(f"{address}/outcome", data={"step": "decline", "decided_on": "hari ini", "note": ""})
    assert wrong.status_code == 422 and "mengapa usulannya ditolak" in wrong.text
    early = client.post(f"{address}/outcome", data={"step": "issue", "decided_on": "1-3-2026", "seen": DtsenUpdate.of(asked).version})
    assert early.status_code == 422 and "lebih awal dari tanggal usul" in early.text
    checked(case, officer, decile=4)
    assert "sudah di dalam aturan programnya" in client.get(f"/assessments/considerations/{asked.id}").text
    settled = {"step": "issue", "decided_on": "hari ini", "seen": DtsenUpdate.of(asked).version}
    assert client.post(f"{address}/outcome", data=settled).status_code == 303
    assert DtsenUpdate.of(asked).state == UpdateState.ISSUED and "Tanyakan hasil" not in client.get("/").text


def test_a_declined_proposal_is_put_again_and_a_needless_one_dropped(client, officer, case, manager):
    update = DtsenUpdate.of(approved(case, officer, manager))
    with db.unit():
        update.propose(by=officer, proposed_to="Operator desa", proposed_on=clock.today())
        update.settle(UpdateStep.DECLINE, by=officer, decided_on=clock.today(), note="Berkas kurang")
    page = client.get(f"/assessments/considerations/{update.consideration_id}").text
    assert "Berkas kurang" in page and "Usulkan lagi" in page
    with db.unit():
        update.propose(by=officer, proposed_to="Operator desa", proposed_on=clock.today())
    dropping = client.post(f"/assessments/considerations/updates/{update.id}/dropping", data={"seen": update.version, "reason": "Tidak"})
    assert dropping.status_code == 409


def test_a_needless_proposal_is_dropped_with_a_reason(client, officer, case, manager):
    update = DtsenUpdate.of(approved(case, officer, manager))
    address = f"/assessments/considerations/updates/{update.id}/dropping"
    assert client.post(address, data={"seen": update.version, "reason": ""}).status_code == 409
    assert client.post(address, data={"seen": update.version, "reason": "Datanya benar."}).status_code == 303
    assert "Datanya benar." in client.get(f"/assessments/considerations/{update.consideration_id}").text


def test_the_case_offers_a_consideration_and_says_why(client, officer, case, manager, make):
    from tests.test_services import in_planning
    in_planning(case, officer)
    assert "Bila perlu ATENSI/Sentra" not in client.get(f"/cases/{case.id}").text
    checked(case, officer, decile=7)
    assert "Bila perlu ATENSI/Sentra: ajukan pertimbangan khusus (Desil 7)" in client.get(f"/cases/{case.id}").text
    asked = asked_for(case, officer)
    assert "Bila perlu ATENSI/Sentra" not in client.get(f"/cases/{case.id}").text
    decide(asked, DecisionStep.APPROVE, manager)
    page = client.get(f"/cases/{case.id}").text
    assert "Koordinasi dengan Sentra" in page and "Usul pemutakhiran DT-SEN" in page


def test_the_quarter_lists_what_was_asked_and_what_came_of_it(client, officer, case, manager):
    sentra(officer)
    asked = approved(case, officer, manager)
    with db.unit():
        asked.coordinate(by=officer, institution="Sentra Melati", contact="", coordinated_on=clock.today())
        asked.record_answer(by=officer, answer="Diterima April", answered_on=clock.today())
    checked(case, officer, decile=2)
    page = client.get("/assessments/considerations/quarters/").text
    row = page[page.index("<tbody"):]
    for words in (case.number, "Z.W.", "Desil 7", "Semua program", "Anak tanpa keluarga", manager.name, "Sentra Melati: Diterima April",
                  "RJ-2026-00001", "Perlu diusulkan", "Disetujui"):
        assert words in row, words
    assert "Zefanya" not in page and "Tidak ada pertimbangan" in client.get("/assessments/considerations/quarters/?quarter=2025-4").text
    assert client.get("/assessments/considerations/quarters/?quarter=apa").status_code == 200


def test_a_quarter_begins_and_ends_at_the_offices_midnight(client, officer, case):
    clock.use(lambda: datetime(2026, 3, 31, 15, 59))
    asked_for(checked(case, officer), officer, Programme.ATENSI)
    clock.use(lambda: datetime(2026, 3, 31, 16, 0))
    asked_for(case, officer, Programme.PBI_JK)
    client.sign_in(officer)
    first, second = (client.get(f"/assessments/considerations/quarters/?quarter=2026-{n}").text for n in (1, 2))
    first, second = first[first.index("<tbody"):], second[second.index("<tbody"):]
    assert "ATENSI" in first and "PBI-JK" not in first and "PBI-JK" in second and "ATENSI" not in second


def test_the_list_hides_the_cases_of_others(make, client, officer, case, manager):
    hidden = make.case(by=officer, met=True, restricted=True, person={"name": "Bunga"})
    for each in (case, hidden):
        asked_for(checked(each, officer), officer)
    client.sign_in(make.user())
    page = client.get("/assessments/considerations/quarters/").text
    assert case.number not in page and hidden.number not in page and "Menurut alasan" not in page
    client.sign_in(manager)
    page = client.get("/assessments/considerations/quarters/").text
    assert case.number in page and hidden.number in page


def test_a_printed_list_is_counted(client, officer, case, manager):
    approved(case, officer, manager)
    copy = client.post("/assessments/considerations/quarters/2026-1/prints")
    page = client.get(copy.location).text
    assert "Triwulan I 2026" in page and case.number in page and "Zefanya" not in page and "salinan ke-1" in page
    assert Print.select().where(Print.kind == "considerations_2026-1").count() == 1
    client.sign_in(manager)
    assert client.get(copy.location).status_code == 404
    assert client.post("/assessments/considerations/quarters/2026-9/prints").status_code == 404


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_managers_take_the_list_as_a_table_without_names(client, officer, case, manager, kind):
    asked = approved(case, officer, manager)
    assert asked.coordination == CoordinationState.OPEN
    asks = {"kind": kind, "purpose": "report"} | left.LEAVING
    assert client.post("/assessments/considerations/quarters/2026-1/export", data=asks).status_code == 403
    client.sign_in(manager)
    above, lines = left.marked(client.post("/assessments/considerations/quarters/2026-1/export", data=asks), kind)
    text = "\n".join(";".join(map(str, line)) for line in lines)
    assert "Bidang Rehabilitasi Sosial" in above[2] and manager.name in above[1]
    assert case.number in text and "Desil 7" in text and "Disetujui" in text
    assert not [name for name in ("Zefanya", "Z.W.", officer.name, manager.name) if name in text]
    entry = Entry.select().where(Entry.action == "exported").get()
    assert (entry.detail["quarter"], entry.detail["count"]) == ("2026-1", 1)


def test_the_manager_sees_what_an_approval_opens_and_that_a_conference_is_asked_for(client, officer, case, manager):
    asked = asked_for(checked(case, officer), officer, Programme.PBI_JK)
    client.sign_in(manager)
    page = client.get(f"/decisions/{Decision.about(asked).get().id}").text
    assert "PBI-JK terbuka bagi klien ini" in page and "Pembahasan kasus diminta karena pertimbangan khusus" in page
    assert "Aturan yang berlaku" in page and "Desil 7: PBI-JK tertutup" in page


def test_the_list_asks_the_database_as_often_for_many_as_for_few(make, client, officer, manager, monkeypatch):
    def asked():
        statements, plain = [], db.execute_sql
        monkeypatch.setattr(db, "execute_sql", lambda sql, params=None: statements.append(sql) or plain(sql, params))
        client.get("/assessments/considerations/quarters/")
        monkeypatch.setattr(db, "execute_sql", plain)
        return len(statements)
    sentra(officer)
    approved(make.case(by=officer, met=True), officer, manager)
    few = asked()
    for n in range(3):
        approved(make.case(by=officer, met=True, person={"name": f"Anak {n}"}), officer, manager)
    assert asked() == few
