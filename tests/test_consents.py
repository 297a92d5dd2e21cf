"""Consents over the screens: who answers, what stands, what it opens and what it holds back, and the forms on paper."""
import re
from datetime import date
from pathlib import Path

import pytest
from peewee import SqliteDatabase
from playhouse import migrations

from portal import clock
from portal.audit import Entry, Event
from portal.clients.agreed import consent_line
from portal.clients.consents import Consent
from portal.db import db
from portal.decisions.models import Decision
from portal.office.models import Official
from portal.records import Print
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.consent import Assent, ConsentPaper, ConsentState, Instead, Manner
from portal.rules.referral import AnswerState, ConsentBasis, InstitutionKind, PaperState, ReferralKind, Why
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused
from portal.rules.roles import Role
from tests.conftest import MONDAY

MIGRATIONS = Path(__file__).parent.parent / "portal" / "migrations"
GIVEN = {"kind": "service", "basis": "guardian", "given_by": "Rini", "given_on": "1-3-2026", "manner": "signed", "witness": "Joko"}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def manager(make):
    return make.user(Role.MANAGER, name="Komang Ayu")


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True, person={"name": "Andi Pratama", "birth_date": date(2013, 5, 14)})


@pytest.fixture
def andi(case):
    return case.client


@pytest.fixture
def hospital(make, officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.HOSPITAL, name="RSUD Pelita", head="Direktur RSUD Pelita", place="Melati")


def answered(client, officer, basis, kind=ConsentKind.SERVICE, **more):
    with db.unit():
        return client.record_consent(by=officer, kind=kind, basis=basis, **{"given_on": clock.today(), "given_by": "Rini"} | more)


def shared(client, officer, place, basis=ConsentBasis.GUARDIAN, **more):
    return answered(client, officer, basis, ConsentKind.SHARING, institution=place, **more)


def referral(case, officer, place, consent=ConsentBasis.GUARDIAN, **more):
    with db.unit():
        return Referral.draft(case, by=officer, institution=place, kind=ReferralKind.MEDICAL, reason="Perlu dokter.", service="Periksa.",
                              summary="Demam.", consent=consent, shared=[Shared.NAME], **more)


def approved(case, officer, manager, place, **more):
    row = referral(case, officer, place, **more)
    with db.unit():
        row.submit(by=officer).decision.decide(DecisionStep.APPROVE, by=manager)
    return Referral.get_by_id(row.id)


def why_not(verb, *args, **more):
    with pytest.raises(Refused) as refused, db.unit():
        verb(*args, **more)
    return refused.value.why


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def section(client, andi):
    text = words(client.get(f"/clients/{andi.id}"))
    return text[text.index("Persetujuan layanan"):]


def test_a_consent_and_its_withdrawal(client, andi, officer):
    assert client.post(f"/clients/{andi.id}/consents", data=GIVEN | {"language": "Sasak"}).location.endswith(f"/clients/{andi.id}#consents")
    consent = Consent.get()
    assert (consent.kind, consent.basis, consent.given_on) == (ConsentKind.SERVICE, ConsentBasis.GUARDIAN, date(2026, 3, 1))
    assert (consent.manner, consent.language, consent.explained_by, consent.decided_by) == (Manner.SIGNED, "Sasak", officer, None)
    assert "Disetujui Persetujuan orang tua atau wali, Rini, 1 Maret 2026, ditandatangani" in section(client, andi)
    address = f"/clients/consents/{consent.id}/withdrawal"
    for on, status in (("", 422), ("besok", 422), ("1-2-2026", 422), ("hari ini", 303), ("hari ini", 422)):
        assert client.post(address, data={"on": on, "said_by": "Rini", "reason": "Berubah pikiran."}).status_code == status, on
    assert andi.consents.get().withdrawn_on and "Dicabut Persetujuan orang tua atau wali, dicabut 2 Maret 2026, Rini" in section(client, andi)
    assert "Berubah pikiran." in client.get(f"/clients/consents/{consent.id}").text


@pytest.mark.parametrize("change, sentence", [
    ({"kind": ""}, "Pilih untuk apa"), ({"basis": ""}, "Pilih dasarnya"), ({"given_on": ""}, "Tulis tanggalnya"),
    ({"given_on": "30-2-2026"}, "tidak ada"), ({"manner": ""}, "Pilih bagaimana jawabannya"),
    ({"given_on": "3-3-2026"}, "belum tiba"), ({"given_by": ""}, "siapa yang memberi"), ({"given_by": "Joko"}, "mungkin merugikan"),
    ({"kind": "sharing"}, "Pilih lembaga"), ({"manner": "oral", "witness": ""}, "perlu saksi"), ({"basis": "public_task"}, "Pilih mengapa"),
    ({"note": "x" * 5001}, "panjang"),
])
def test_a_consent_that_cannot_be(client, andi, officer, change, sentence):
    with db.unit():
        andi.add_relation(by=officer, kind=RelationKind.FATHER, name="Joko Susilo", guardian=True, exploiter=True)
    response = client.post(f"/clients/{andi.id}/consents", data=GIVEN | change)
    assert response.status_code == 422 and sentence in response.text and Consent.select().count() == 0
    if "witness" not in change:
        assert 'value="Joko"' in response.text, "what was typed stays"


def test_who_answers_is_chosen_from_the_family_unless_they_may_harm(client, andi, officer):
    with db.unit():
        mother = andi.add_relation(by=officer, kind=RelationKind.MOTHER, name="Rini Pratama", guardian=True)
        father = andi.add_relation(by=officer, kind=RelationKind.FATHER, name="Dedi Pratama", guardian=True, exploiter=True)
    page = client.get(f"/clients/{andi.id}/consents").text
    assert "Rini Pratama (Ibu, wali)" in page and "Dedi Pratama (Ayah, wali, mungkin merugikan klien)" in page
    data = GIVEN | {"given_by": "", "giver": father.id}
    refused = client.post(f"/clients/{andi.id}/consents", data=data)
    assert refused.status_code == 422 and "mungkin merugikan klien, jadi persetujuannya tidak dapat dipakai" in refused.text
    assert client.post(f"/clients/{andi.id}/consents", data=data | {"giver": mother.id}).status_code == 303
    assert (Consent.get().giver, Consent.get().given_by) == (mother, "Rini Pratama")
    with db.unit():
        mother.amend(by=officer, kind=RelationKind.MOTHER, name="Rini Pratama", guardian=True, exploiter=True)
    assert andi.consent(ConsentKind.SERVICE).state is ConsentState.MISSING and "Tidak dapat dipakai" in section(client, andi)


def test_a_childs_no_is_recorded_shown_and_weighs(client, case, andi, officer, hospital):
    shared(andi, officer, hospital)
    shared(andi, officer, hospital, ConsentBasis.OWN_REFUSED, given_by="Andi")
    assert andi.consent(ConsentKind.SHARING, hospital).assent is Assent.REFUSED
    assert "Anak sendiri tidak setuju" in section(client, andi)
    row = referral(case, officer, hospital)
    assert "Anak sendiri tidak setuju" in words(client.get(f"/referrals/{row.id}/submission"))
    refused = client.post(f"/referrals/{row.id}/submission", data={"seen": 1})
    assert refused.status_code == 422 and "Anak tidak setuju datanya dibagikan" in refused.text
    with db.unit():
        row.amend(by=officer, consent_note="Takut disuntik; dijelaskan dan ditemani ibu.").submit(by=officer)
    told = dict(Decision.about(row).get().snapshot)["Dasar persetujuan"]
    assert "Takut disuntik" in told and "Anak sendiri tidak setuju" in told and "Rini" in told


def test_a_legal_basis_says_why_and_who_decided(client, andi, officer, manager):
    data = {"kind": "service", "basis": "vital_interest", "given_on": "hari ini", "instead": "guardian_unknown", "decided_by": manager.id}
    assert client.post(f"/clients/{andi.id}/consents", data=data).status_code == 303
    assert Consent.get().decided_by == manager
    said = section(client, andi)
    assert "UU 27/2022 Pasal 20 ayat (2) huruf d" in said and "belum diketahui, diputuskan Komang Ayu" in said
    assert "Komang" not in consent_line(andi, ConsentKind.SERVICE) and "belum diketahui" not in consent_line(andi, ConsentKind.SERVICE)


def test_who_turns_eighteen_answers_for_themselves(client, make, officer):
    fajar = make.case(by=officer, met=True, person={"name": "Fajar", "birth_date": date(2008, 8, 21)}).client
    answered(fajar, officer, ConsentBasis.GUARDIAN)
    assert fajar.consent(ConsentKind.SERVICE).in_force
    clock.use(lambda: MONDAY.replace(month=8, day=21))
    assert fajar.consent(ConsentKind.SERVICE).state is ConsentState.MISSING and "persetujuan klien sendiri" in section(client, fajar)
    assert why_not(answered, fajar, officer, ConsentBasis.GUARDIAN)
    answered(fajar, officer, ConsentBasis.OWN, given_by="Fajar")
    assert fajar.consent(ConsentKind.SERVICE).state is ConsentState.GIVEN


def test_a_missing_service_consent_is_a_next_step_and_holds_nothing_back(client, case, andi, officer):
    page = client.get(f"/cases/{case.id}")
    link = re.search(r'href="([^"]*)"[^>]*>\s*(?:<[^>]+>\s*)*Minta persetujuan layanan', page.text)
    assert link, "it is offered"
    form = client.get(link[1].replace("&amp;", "&"))
    assert 'value="service" checked' in form.text or 'checked value="service"' in form.text or "checked" in form.text
    answer = client.post(link[1].replace("&amp;", "&"), data=GIVEN)
    assert answer.location == f"/cases/{case.id}" and "Minta persetujuan layanan" not in client.get(answer.location).text


def test_a_referral_shows_what_is_on_record_and_waits_for_its_own_institution(client, make, case, andi, officer, hospital):
    with db.unit():
        other = Institution.add(by=officer, kind=InstitutionKind.POLICE, name="Polsek Melati")
    shared(andi, officer, other)
    assert "Polsek Melati: Persetujuan orang tua atau wali, Rini" in words(client.get(f"/referrals/case/{case.id}/new"))
    fragment = client.post(f"/referrals/case/{case.id}/destination", data={"institution": hospital.id}, headers={"HX-Request": "true"})
    assert "Belum ada" in fragment.text and "<html" not in fragment.text
    row = referral(case, officer, hospital)
    refused = client.post(f"/referrals/{row.id}/submission", data={"seen": 1})
    assert refused.status_code == 422 and "belum tercatat" in refused.text
    assert Referral.get_by_id(row.id).paper_state == PaperState.DRAFT
    shared(andi, officer, hospital)
    assert client.post(f"/referrals/{row.id}/submission", data={"seen": 1}).status_code == 303


def test_a_draft_without_a_basis_leans_on_what_is_recorded(case, andi, officer, hospital):
    row = referral(case, officer, hospital, consent=None)
    with pytest.raises(Refused, match=Why.CONSENT_NEEDED), db.unit():
        row.submit(by=officer)
    assert "Belum tercatat: perlu persetujuan" in row.told_consent
    shared(andi, officer, hospital)
    assert "Tercatat: Persetujuan orang tua atau wali" in row.told_consent
    with db.unit():
        assert row.submit(by=officer).paper_state == PaperState.SUBMITTED


def test_what_was_typed_waits_while_the_consent_is_written_down(client, case, andi, officer, hospital):
    address = f"/referrals/case/{case.id}/new"
    key = re.search(r'name="form_token" value="([^"]+)"', client.get(address).text)[1]
    away = client.post(address, data={"then": "consent", "form_token": key, "institution": hospital.id, "reason": "Demam tinggi.", "shared": "name"})
    assert away.status_code == 303 and "kind=sharing" in away.location and f"institution={hospital.id}" in away.location
    assert not Referral.select().exists()
    form = client.get(away.location)
    assert f'selected value="{hospital.id}"' in form.text
    back = client.post(away.location, data=GIVEN | {"kind": "sharing", "institution": hospital.id, "given_on": "hari ini"})
    assert back.status_code == 303
    page = client.get(back.location)
    assert "Demam tinggi." in page.text and "Persetujuan orang tua atau wali, Rini" in words(page)
    assert andi.consent(ConsentKind.SHARING, hospital).state is ConsentState.GIVEN


def test_a_refusal_holds_the_letter_back_but_not_an_emergency(client, case, andi, officer, hospital):
    shared(andi, officer, hospital, ConsentBasis.REFUSED)
    row = referral(case, officer, hospital, consent=ConsentBasis.PUBLIC_TASK, consent_note="Perlu dokter.")
    assert why_not(row.submit, by=officer) is Why.CONSENT_REFUSED
    urgent = referral(case, officer, hospital, consent=ConsentBasis.VITAL_INTEREST, consent_note="Kejang berulang.", urgent=True)
    with db.unit():
        urgent.hand_over(by=officer, handed_by="Siti", receiver="dr. Budi", handed_place="RSUD")
        urgent.submit(by=officer)
    assert Referral.get_by_id(urgent.id).answer_state == AnswerState.HANDED_OVER


def test_an_urgent_hand_over_never_waits_for_a_consent(case, andi, officer, hospital):
    shared(andi, officer, hospital, ConsentBasis.REFUSED)
    row = referral(case, officer, hospital, urgent=True)
    with db.unit():
        row.hand_over(by=officer, handed_by="Siti", receiver="dr. Budi", handed_place="RSUD")
    assert Referral.get_by_id(row.id).answer_state == AnswerState.HANDED_OVER


def test_a_withdrawal_after_the_approval_holds_the_letter_until_a_basis_is_recorded(client, make, case, andi, officer, manager, hospital):
    with db.unit():
        head = Official.appoint(by=make.user(Role.ADMIN), name="Dr. Nur Aisyah", title="Kepala Dinas Sosial", nip="197508172000122001",
                                since=date(2025, 1, 2))
    consent = shared(andi, officer, hospital)
    row = approved(case, officer, manager, hospital)
    with db.unit():
        consent.withdraw(by=officer, on=clock.today(), said_by="Rini")
    here = f"/referrals/{row.id}"
    assert "sudah dicabut" in words(client.get(here)) and "Catat persetujuan atau dasar hukum" in client.get(here).text
    refused = client.post(f"{here}/letter", data={"official": head.id, "code": "400.9.2.2", "seen": row.version})
    assert refused.status_code == 422 and "sudah dicabut" in refused.text
    assert client.post(f"{here}/prints", data={"kind": "letter", "paper": "f4"}).status_code == 409 and not Print.select().exists()
    shared(andi, officer, hospital, ConsentBasis.PUBLIC_TASK, instead=Instead.GUARDIAN_HARMS, decided_by=manager)
    with db.unit():
        row = Referral.get_by_id(row.id).issue(head, by=officer)
    printed = client.get(client.post(f"{here}/prints", data={"kind": "letter", "paper": "f4"}).location)
    assert "Dasar Tugas pelayanan publik (UU 27/2022 Pasal 20 ayat (2) huruf e), 2 Maret 2026" in words(printed)
    assert "merugikan" not in printed.text and "Komang" not in printed.text
    shared(andi, officer, hospital, ConsentBasis.REFUSED)
    assert why_not(Referral.get_by_id(row.id).send, by=officer, way="Kurir") is Why.CONSENT_REFUSED


def test_the_letter_names_its_basis_and_nobody(client, case, andi, officer, manager, hospital):
    shared(andi, officer, hospital, manner=Manner.THUMB)
    row = approved(case, officer, manager, hospital)
    paper = words(client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "letter", "paper": "f4"}).location))
    assert "Dasar Persetujuan orang tua atau wali, 2 Maret 2026, cap jempol" in paper and "Rini" not in paper


@pytest.mark.parametrize("kind", list(ConsentPaper))
def test_a_blank_form_tells_of_nobody_and_is_counted(client, officer, kind):
    answer = client.post(f"/clients/consent-forms?kind={kind}")
    assert answer.status_code == 303 and Entry.select().where(Entry.action == Event.PRINTED).get().detail["kind"] == f"consent_{kind}"
    paper = client.get(f"{answer.location}&paper=a4" if "paper" not in answer.location else answer.location)
    assert "F-PS" in paper.text and "cap jempol" in paper.text and "Dijelaskan oleh" in paper.text


def test_paper_and_screen_ask_the_same(client, andi):
    screen, paper = client.get(f"/clients/{andi.id}/consents").text, words(client.get("/clients/consent-forms?kind=service"))
    asked = [text for text in re.findall(r'<label for="[^"]+">([^<(]+)', screen) if text.strip() in paper]
    assert [paper.index(text.strip()) for text in asked] == sorted(paper.index(text.strip()) for text in asked) and len(asked) >= 6
    for each in ("Hak Anda", "mencabut", "retensi", "Data apa", "Untuk apa", "UU 27/2022"):
        assert each in paper


def test_a_form_for_this_client_and_this_institution_is_a_counted_print(client, make, andi, officer, hospital):
    data = {"kind": "sharing", "institution": hospital.id, "paper": "a4"}
    answer = client.post(f"/clients/{andi.id}/consents/papers", data=data)
    paper = client.get(answer.location)
    assert "RSUD Pelita" in paper.text and "Andi Pratama" in paper.text and "print-a4.css" in paper.text and "salinan ke-1" in words(paper)
    assert "Andi" not in re.search("<title>(.*?)</title>", paper.text, re.DOTALL)[1]
    assert Print.get().kind == "consent_sharing"
    client.sign_in(make.user(Role.MANAGER))
    assert client.get(answer.location).status_code == 404


def test_the_referrals_form_names_exactly_what_will_be_told(client, case, officer, hospital):
    row = referral(case, officer, hospital)
    paper = words(client.get(client.post(f"/referrals/{row.id}/prints", data={"kind": "consent", "paper": "f4"}).location))
    for said in ("RSUD Pelita", "Andi Pratama", "Demam.", "Periksa.", "Setuju", "Tidak setuju"):
        assert said in paper


def test_nobody_outside_the_team_sees_a_consent(client, make, andi, officer):
    consent = answered(andi, officer, ConsentBasis.GUARDIAN)
    client.sign_in(make.user())
    for address in (f"/clients/consents/{consent.id}", f"/clients/{andi.id}/consents", f"/clients/{andi.id}/consents/papers"):
        assert client.get(address).status_code == 404
    client.sign_in(make.user(Role.AUDITOR))
    assert client.get(f"/clients/consents/{consent.id}").status_code == 403


def test_a_childs_answer_recorded_before_0015_becomes_their_voice_on_being_served(tmp_path):
    earlier = tmp_path / "earlier"
    earlier.mkdir()
    for path in MIGRATIONS.glob("000[1-8]_*.py"):
        (earlier / path.name).write_text(path.read_text())
    database = SqliteDatabase(tmp_path / "old.sqlite3")
    migrations.run(database, str(earlier))
    for kind, basis in (("assent", "own"), ("assent", "refused"), ("photo", "refused"), ("service", "guardian")):
        database.execute_sql("INSERT INTO consent (version, client_id, kind, basis, given_by, given_on, witness, note) "
                             "VALUES (1, 1, ?, ?, '', '2026-03-02', '', '')", (kind, basis))
    migrations.run(database, str(MIGRATIONS))
    rows = database.execute_sql("SELECT kind, basis, language, withdrawn_by FROM consent ORDER BY id").fetchall()
    database.close()
    assert rows == [("service", "own", "", ""), ("service", "own_refused", "", ""), ("photo", "refused", "", ""), ("service", "guardian", "", "")]


@pytest.mark.parametrize("change, field", [
    ({"given_by": ""}, "given_by"), ({"manner": "oral", "witness": ""}, "witness"), ({"basis": "vital_interest", "instead": ""}, "instead"),
    ({"basis": "vital_interest", "instead": "other"}, "note"), ({"given_on": "3-3-2026"}, "given_on"),
])
def test_what_is_wanting_is_said_beside_its_field_and_the_summary_leads_there(client, andi, change, field):
    answer = client.post(f"/clients/{andi.id}/consents", data=GIVEN | {"language": "Sasak"} | change)
    assert answer.status_code == 422 and 'value="Sasak"' in answer.text and not Consent.select().exists()
    assert f'href="#{field}"' in answer.text and f'id="{field}-error"' in answer.text


def test_several_wanting_fields_are_said_at_once_and_none_of_them_is_called_optional(client, andi):
    text = client.post(f"/clients/{andi.id}/consents", data=GIVEN | {"given_by": "", "manner": ""}).text
    assert 'id="given_by-error"' in text and 'id="manner-error"' in text
    for name in ("given_by", "manner", "witness", "instead", "decided_by"):
        told = text[text.index(f'<label for="{name}">'):]
        assert "boleh kosong" not in told[:told.index("</label>")], name
