"""Writing a referral: what the place asks for, what the file has, what would leave, and nothing typed is ever lost."""
import re

import pytest

from portal import clock
from portal.assessments.models import Assessment
from portal.db import db
from portal.decisions.models import Decision
from portal.files.models import File
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.decile import DtsenStatus
from portal.rules.referral import InstitutionKind, PaperState, Why
from portal.rules.roles import Role
from portal.tokens import FormToken
from tests.test_referrals import CONTENT, agree, drafted, why_not

PAPERS = "Fotokopi KK\nFotokopi akta kelahiran\nFotokopi KTP\nSurat pengantar Dinas Sosial\nMaterai\nSKTM"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def officer(make):
    return make.user(name="Siti Rahma")


@pytest.fixture
def place(make, officer):
    with db.unit():
        return Institution.add(by=officer, kind=InstitutionKind.MENTAL_HOSPITAL, name="RSJ Pelita", head="Direktur RSJ Pelita", papers=PAPERS,
                               night="IGD 0999 1234", accepts="Dewasa dan anak")


@pytest.fixture
def case(make, officer):
    return make.case(by=officer, met=True, person={"name": "Andi Pratama", "nik": "9901011205120001"})


def attached(record, officer, title, **values):
    with db.unit():
        return File.begin(by=officer, sha256="0" * 64, title=title, kind="pdf", size=1, subject=record._meta.table_name, subject_id=record.id,
                          made_by=officer, made_at=clock.now(), **values)


def lines_of(html):
    """{line of the checklist: what stands beside it}."""
    labels = re.findall(r'<label for="enclosed-\w+">(.*?)</label>', html, re.DOTALL)
    told = [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in labels]
    return {line: each.removeprefix(line).strip() for each in told for line in PAPERS.splitlines() if each.startswith(line)}


def ask(client, case, part, headers=HTMX, of=None, **data):
    address = f"/referrals/case/{case.id}/{part}" + (f"?referral={of}" if of else "")
    return client.post(address, data={**CONTENT, "attachments": "", **data}, headers=headers)


def test_the_checklist_says_what_the_file_has_of_each_paper(client, case, officer, place):
    attached(case, officer, "Scan kartu keluarga")
    attached(case.client, officer, "Akta lahir Andi")
    client.sign_in(officer)
    html = ask(client, case, "destination", institution=place.id).text
    told = lines_of(html)
    assert "Ada di berkas" in told["Fotokopi KK"] and "Scan kartu keluarga" in told["Fotokopi KK"]
    assert "Ada di berkas" in told["Fotokopi akta kelahiran"]
    assert "Tercatat, salinan belum ada" in told["Fotokopi KTP"] and "9901011205120001" not in told["Fotokopi KTP"]
    assert "Surat pengantar Dinas Sosial" in html and "adalah surat rujukan ini" in html and "Surat pengantar Dinas Sosial" not in told
    assert "Periksa sendiri" in told["Materai"] and "Belum ada" in told["SKTM"]


def test_a_file_that_was_attached_by_mistake_counts_for_nothing(client, case, officer, place):
    scan = attached(case, officer, "Scan KK")
    with db.unit():
        scan.cancel(by=officer, reason="Keliru.")
    client.sign_in(officer)
    assert "Belum ada" in lines_of(ask(client, case, "destination", institution=place.id).text)["Fotokopi KK"]


def test_what_is_ticked_becomes_the_enclosures_and_comes_back_ticked(client, case, officer, place):
    client.sign_in(officer)
    made = client.post(f"/referrals/case/{case.id}/new", data={**CONTENT, "institution": place.id, "enclosed": ["Fotokopi KK", "SKTM"],
                                                               "attachments": "Surat ibu\nSKTM"})
    row = Referral.get()
    assert made.status_code == 303 and row.attachments == "Fotokopi KK\nSKTM\nSurat ibu"
    assert row.text["attachments"] == "3 (tiga) berkas"
    html = client.get(f"/referrals/{row.id}/edit").text
    assert html.count('name="enclosed"') == 5  # the letter itself is nothing to enclose
    assert re.search(r'value="SKTM" hx-preserve checked', html) and not re.search(r'value="Materai" hx-preserve checked', html)
    assert "Surat ibu</textarea>" in html


def test_what_another_place_wanted_stays_ticked_when_the_place_changes(client, case, officer, place):
    with db.unit():
        other = Institution.add(by=officer, kind=InstitutionKind.HOSPITAL, name="RSUD Pelita", papers="Kartu JKN")
    client.sign_in(officer)
    html = ask(client, case, "destination", institution=other.id, enclosed=["SKTM"]).text
    assert re.search(r'value="SKTM" hx-preserve checked', html) and "tidak diminta lembaga ini" in html and 'value="Kartu JKN" hx-preserve>' in html


def test_the_preview_is_what_the_letter_says_and_keeps_nothing(client, case, officer, place):
    client.sign_in(officer)
    preview = ask(client, case, "leaving", institution=place.id, enclosed=["SKTM"], shared=["birth", "nik"], copies="Arsip\nBupati").text
    assert "A.P." in preview and "Andi Pratama" not in preview and "990101" in preview and "9901011205120001" not in preview
    assert "Gelisah, menolak makan." in preview and "SKTM" in preview and "Bupati" in preview and "Direktur RSJ Pelita" in preview
    assert "Perlu perawatan." not in preview, "the reason is for the manager"
    assert "Tidak keluar: Nama lengkap, Jenis kelamin, Alamat atau asal, Kategori PPKS, alasan merujuk" in preview
    assert Referral.select().count() == 0
    bare = ask(client, case, "leaving", kind="", shared=["name"]).text
    assert "Pilih lembaga dan jenis rujukan" in bare and "Andi Pratama" in bare


def test_the_preview_of_a_kept_referral_is_its_letter(client, case, officer, place):
    row = drafted(case, officer, place, attachments="SKTM", copies="Arsip")
    client.sign_in(officer)
    shown = client.get(f"/referrals/{row.id}/edit").text
    told = re.sub(r"<[^>]+>", "", shown[shown.index('id="leaving"'):])
    facts = dict(row.text["body"])["facts"]
    for words in (row.text["regarding"], row.text["addressee"], *(value for _, value in facts)):
        assert words in told


def test_without_script_a_button_shows_it_and_everything_typed_stays(client, case, officer, place):
    client.sign_in(officer)
    page = client.post(f"/referrals/case/{case.id}/new", data={"look": "1", "institution": place.id, "kind": "medical", "summary": "Belum selesai",
                                                               "enclosed": "SKTM", "answer_by": "32-13-2026"})
    assert page.status_code == 200 and Referral.select().count() == 0
    assert page.text.count("Belum selesai") == 2 and "32-13-2026" in page.text and "Direktur RSJ Pelita" in page.text
    assert lines_of(page.text)["SKTM"] and 'class="error"' not in page.text


@pytest.mark.parametrize("then, leads", [("consent", "/clients/"), ("institution", "/referrals/institutions/new")])
def test_a_detour_keeps_what_was_typed(client, case, officer, place, then, leads):
    client.sign_in(officer)
    form = client.get(f"/referrals/case/{case.id}/new").text
    key = re.search(r'name="form_token" value="([^"]+)"', form)[1]
    away = client.post(f"/referrals/case/{case.id}/new", data={"then": then, "form_token": key, "institution": place.id, "summary": "Setengah jalan",
                                                               "enclosed": ["SKTM", "Materai"], "opening": "Pembuka sendiri"})
    assert away.status_code == 303 and away.location.startswith(leads)
    draft = FormToken.get(FormToken.key == key)
    assert draft.draft["enclosed"] == ["SKTM", "Materai"]
    back = client.get(draft.address).text
    assert "Setengah jalan" in back and re.search(r'value="Materai" hx-preserve checked', back) and "Pembuka sendiri" in back
    assert f'<option selected value="{place.id}">' in back


def test_a_new_institution_leads_back_to_the_waiting_referral(client, case, officer):
    client.sign_in(officer)
    typed = {"kind": "other", "name": "Yayasan Baru", "active": "y"}
    made = client.post("/referrals/institutions/new?back=/referrals/case/1/new?draft%3D3", data=typed)
    assert made.location == "/referrals/case/1/new?draft=3"
    elsewhere = client.post("/referrals/institutions/new?back=//evil.example", data=typed)
    assert "evil" not in elsewhere.location


def test_an_institution_is_proposed_where_the_assessment_leads_to_it(client, case, officer, place, monkeypatch):
    client.sign_in(officer)
    assert "Diusulkan dari asesmen" not in client.get(f"/referrals/case/{case.id}/new").text
    assessed(case, officer, needs={"SPM09": True})
    page = client.get(f"/referrals/case/{case.id}/new").text
    group = page[page.index('<optgroup label="Diusulkan dari asesmen">'):page.index("</optgroup>")]
    assert "Dinas Kependudukan dan Pencatatan Sipil" in group and "RSJ Pelita" not in group
    assert "Fasilitasi pembuatan NIK" in page
    registry = Institution.get(Institution.kind == InstitutionKind.CIVIL_REGISTRY)
    assert "Diusulkan" in ask(client, case, "destination", institution=registry.id).text


def assessed(case, officer, needs):
    with db.unit():
        asked = Assessment.start(case, by=officer)
        asked.change(by=officer, state="submitted", needs=needs)
    return asked


def warnings(client, case, **data):
    html = ask(client, case, "destination", **data).text
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in re.findall(r'<div class="note warning"[^>]*>(.*?)</div>', html, re.DOTALL)]


def test_the_form_warns_of_a_repeat_but_not_of_itself(client, case, officer, place):
    row = drafted(case, officer, place)
    client.sign_in(officer)
    assert any("sudah dirujuk ke lembaga yang sama" in each for each in warnings(client, case, institution=place.id))
    assert not any("sudah dirujuk" in each for each in warnings(client, case, institution=place.id, of=row.id))


def test_the_form_warns_of_a_missing_consent_and_fills_the_one_on_record(client, case, officer, place):
    client.sign_in(officer)
    assert any("belum tercatat" in each for each in warnings(client, case, institution=place.id, consent=""))
    agree(case, officer, place)
    answer = ask(client, case, "destination", institution=place.id, consent="")
    assert "belum tercatat" not in answer.text and '"consent": "guardian"' in answer.headers["HX-Trigger"]
    assert '"kind": "medical"' in answer.headers["HX-Trigger"]


def test_a_consent_on_record_is_chosen_when_the_form_opens_and_no_basis_is_told_without_one(client, case, officer, place):
    client.sign_in(officer)
    assert "perlu persetujuan" not in ask(client, case, "leaving", institution=place.id, consent="").text
    opening = f"/referrals/case/{case.id}/new?institution={place.id}"
    assert not re.search(r'<option selected value="guardian"', client.get(opening).text)
    agree(case, officer, place)
    assert re.search(r'<option selected value="guardian"', client.get(opening).text)


def test_the_form_warns_of_a_shut_programme_unless_it_is_an_emergency(client, case, officer):
    with db.unit():
        sentra = Institution.add(by=officer, kind=InstitutionKind.SENTRA, name="Sentra Melati", ministry=True)
        case.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=7, checked_on=clock.today(), source="siks_ng")
    agree(case, officer, sentra)
    client.sign_in(officer)
    assert len(warnings(client, case, institution=sentra.id)) == 1
    assert warnings(client, case, institution=sentra.id, urgent="y") == []


def test_the_form_warns_of_a_place_that_nobody_checked_or_that_left(client, case, officer):
    police = Institution.get(Institution.kind == InstitutionKind.POLICE)
    client.sign_in(officer)
    agree(case, officer, police)
    assert any("belum diperiksa siapa pun" in each for each in warnings(client, case, institution=police.id))
    row = drafted(case, officer, police)
    with db.unit():
        police.amend(by=officer, active=False)
    assert any("tidak bekerja sama lagi" in each for each in warnings(client, case, institution=police.id, of=row.id))
    assert "tidak bekerja sama lagi" in client.get(f"/referrals/{row.id}/submission").text


def test_a_name_to_a_place_that_serves_nobody_itself_is_pointed_out(client, case, officer):
    office = Institution.get(Institution.kind == InstitutionKind.EDUCATION_OFFICE)
    agree(case, officer, office)
    client.sign_in(officer)
    assert any("Cukup inisial" in each for each in warnings(client, case, institution=office.id))
    for less in ({"shared": ["birth"]}, {"secrecy": "ordinary"}):
        assert not any("Cukup inisial" in each for each in warnings(client, case, institution=office.id, **less))


def test_what_a_place_cannot_do_without_is_said_while_it_is_not_ticked(client, case, officer):
    insurance = Institution.get(Institution.kind == InstitutionKind.HEALTH_INSURANCE)
    client.sign_in(officer)
    assert "biasanya juga memerlukan: NIK lengkap." in ask(client, case, "destination", institution=insurance.id).text
    assert "biasanya juga memerlukan" not in ask(client, case, "destination", institution=insurance.id, shared=["nik"]).text


def test_how_to_reach_a_place_at_night_is_shown_when_it_is_urgent(client, case, officer, place):
    client.sign_in(officer)
    assert "IGD 0999 1234" in ask(client, case, "destination", institution=place.id, urgent="y").text
    assert "IGD 0999 1234" not in ask(client, case, "destination", institution=place.id).text


def test_a_restricted_case_begins_without_a_name(client, make, officer):
    hidden = make.case(by=officer, met=True, restricted=True)
    client.sign_in(officer)
    page = client.get(f"/referrals/case/{hidden.id}/new").text
    assert re.search(r'checked[^>]*value="birth"', page) and not re.search(r'checked[^>]*value="name"', page)


def test_own_words_win_and_the_subject_line_names_nobody(client, case, officer, place):
    client.sign_in(officer)
    with db.unit():
        case.client.correct(by=officer, alias="Ucok")
    typed = {**CONTENT, "institution": place.id, "opening": "Menyambung pembicaraan, untuk kasus {nomor_kasus}:", "closing": "Terima kasih."}
    for regarding, sentence in (("Rujukan Andi Pratama", "Hal"), ("Rujukan Ucok", "Hal"), ("Rujukan 9901011205120001", "NIK")):
        refused = client.post(f"/referrals/case/{case.id}/new", data={**typed, "regarding": regarding})
        assert refused.status_code == 422 and sentence in refused.text and regarding in refused.text
        assert '<details class="disclosure field stack" open' in refused.text
    assert client.post(f"/referrals/case/{case.id}/new", data={**typed, "opening": "Untuk {nama}"}).status_code == 422
    assert Referral.select().count() == 0
    assert client.post(f"/referrals/case/{case.id}/new", data={**typed, "regarding": "Rujukan khusus"}).status_code == 303
    text = Referral.get().text
    assert text["regarding"] == "Rujukan khusus" and text["body"][0] == ["text", f"Menyambung pembicaraan, untuk kasus {case.number}:"]
    assert text["body"][-1] == ["text", "Terima kasih."]


def test_own_words_are_frozen_with_the_proposal(case, officer, place):
    row = drafted(case, officer, place, regarding="Rujukan khusus")
    with db.unit():
        row.submit(by=officer)
    assert row.decision.asked["regarding"] == "Rujukan khusus"
    assert why_not(Referral.get_by_id(row.id).amend, by=officer, regarding="Lain") == Why.NOT_EDITABLE


def test_the_check_page_shows_what_leaves_what_is_enclosed_and_what_is_lacking(client, case, officer, place):
    row = drafted(case, officer, place, attachments="SKTM")
    client.sign_in(officer)
    page = " ".join(re.sub(r"<[^>]+>", " ", client.get(f"/referrals/{row.id}/submission").text).split())
    assert "Dilampirkan SKTM Belum ada" in page and "Tidak dilampirkan Fotokopi KK Belum ada" in page and "Tidak keluar:" in page


def test_what_waits_says_for_whom_and_since_when_and_can_be_withdrawn(client, make, case, officer, place):
    make.user(Role.MANAGER, name="Komang Wirawan")
    row = drafted(case, officer, place)
    client.sign_in(officer)
    client.post(f"/referrals/{row.id}/submission", data={"seen": row.version})
    shown = client.get(f"/referrals/{row.id}").text
    assert "Menunggu Komang Wirawan sejak" in shown and "Tarik kembali usulan" in shown
    decision = Decision.open_about(row)
    client.post(f"/decisions/{decision.id}/answer", data={"step": "withdraw", "seen": decision.version})
    assert Referral.get_by_id(row.id).paper_state == PaperState.WITHDRAWN and "Menunggu Komang" not in client.get(f"/referrals/{row.id}").text


@pytest.mark.parametrize("bad", [
    {"institution": "999999999999999999999"}, {"institution": "abc"}, {"enclosed": ["x" * 300]}, {"enclosed": ["\x00", "  "]}, {"kind": "??"},
    {"answer_by": "besok lusa"}, {"shared": ["name", "ktp"]}, {"summary": "<b>😀\x00"},
])
@pytest.mark.parametrize("part", ["destination", "leaving"])
def test_whatever_is_sent_the_side_of_the_form_answers(client, case, officer, place, part, bad):
    client.sign_in(officer)
    assert ask(client, case, part, **{"institution": place.id, **bad}).status_code == 200
    assert ask(client, case, part, headers={}, **{"institution": place.id, **bad}).status_code == 200


def test_the_side_of_the_form_belongs_to_who_works_on_the_case(client, make, case, officer, place):
    other = make.case(by=officer, met=True)
    row = drafted(other, officer, place, regarding="Rujukan rahasia")
    client.sign_in(officer)
    assert "Rujukan rahasia" not in ask(client, case, "leaving", of=row.id, institution=place.id).text
    client.sign_in(make.user())
    assert [ask(client, case, part, institution=place.id).status_code for part in ("destination", "leaving")] == [404, 404]


def test_the_page_asks_the_same_number_of_questions_however_many_places_there_are(client, case, officer, place, app):
    client.sign_in(officer)
    few = counted(lambda: ask(client, case, "destination", institution=place.id))
    with db.unit():
        for n in range(30):
            Institution.add(by=officer, kind=InstitutionKind.OTHER, name=f"Yayasan {n}")
    for n in range(5):
        attached(case, officer, f"Berkas {n}")
    assert counted(lambda: ask(client, case, "destination", institution=place.id)) == few


def counted(work):
    asked, original = [], db.execute_sql
    db.execute_sql = lambda *args, **more: asked.append(args[0]) or original(*args, **more)
    try:
        work()
    finally:
        del db.execute_sql
    return len(asked)


def test_who_saves_over_somebody_elses_change_sees_both(client, make, case, officer, place):
    row = drafted(case, officer, place, attachments="SKTM")
    seen = row.version
    with db.unit():
        row.amend(by=officer, summary="Tenang sekarang.")
    client.sign_in(officer)
    both = client.post(f"/referrals/{row.id}/edit", data={**CONTENT, "institution": place.id, "seen": seen, "enclosed": ["Fotokopi KK"],
                                                          "attachments": "Surat ibu"})
    assert both.status_code == 409 and "Tenang sekarang." in both.text and "Gelisah, menolak makan." in both.text and "Fotokopi KK" in both.text
    assert Referral.get_by_id(row.id).attachments == "SKTM"


def test_consent_is_asked_for_below_what_is_on_record_of_it(client, case, officer, place):
    client.sign_in(officer)
    html = client.get(f"/referrals/case/{case.id}/new").text
    order = [html.index(part) for part in ('id="referral-consent"', 'id="consent"', 'id="consent_note"', 'value="consent"', 'id="attachments"')]
    assert order == sorted(order) and html.count('name="then" value="consent"') == 1


def test_enter_in_a_line_saves_and_does_not_lead_away(client, case, officer, place):
    client.sign_in(officer)
    html = client.get(f"/referrals/case/{case.id}/new").text
    form = html[html.index('id="referral-form"'):]
    assert "name=" not in re.search(r"<button[^>]*>", form)[0]
