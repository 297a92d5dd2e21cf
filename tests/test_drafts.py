"""What is typed and not yet saved waits as a draft: for its author, for its own form, until it is saved or thrown away."""
import re
from datetime import timedelta

import pytest

from portal import clock
from portal.accounts.sessions import Session
from portal.assessments.instruments import publish_first
from portal.audit import Entry
from portal.clients.models import Client
from portal.db import WRITERS, db
from portal.decisions.models import Decision
from portal.desk.drafts import FEATURES, FORMS, said
from portal.reports.models import Report
from portal.rules.drafts import LARGEST, MOST
from portal.rules.roles import Role
from portal.tokens import FormToken
from tests.stories.reading import Reader
from tests.test_access import addresses
from tests.test_assessments import completed, started

CALL = {"narrative": "Anak mengamen di lampu merah, tampak sakit.", "danger": "no", "district": "99.01.01", "village": "99.01.01.1003",
        "people-0-name": "Andi", "people-0-sex": "L", "people-1-name": "Dimas", "people-2-name": "", "channel": "telephone", "restricted": "y",
        "received_at": "sekarang", "reporter_name": "Pak Warung"}
# A password, or nothing to type but what to print or to copy; answers to proposals, which are given and not written.
WITHOUT_DRAFT = {"accounts.sign_in", "accounts.password", "office.first_admin", "casefile.summary", "reports.summary", "reports.blank_form",
                 "conferences.papers.blank_form", "assessments.papers.blank", "clients.blank_consent", "clients.consent_papers",
                 "assessments.instruments.export", "assessments.considerations.quarter.export", "letters.export", "decisions.several",
                 "training.export", "training.blank_follow_up"}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user())


class Opened:
    """A form as one page has it."""

    def __init__(self, client, address, action=None):
        self.client, self.answer = client, client.get(address)
        action = action or address.partition("?")[0]
        form = next(form for form in Reader(self.answer.text).forms if "pen" in form.controls and form.action == action)
        self.action, self.controls, self.turn = form.action, form.controls, 0
        self.secrets = {name: form.controls[name].held[0] for name in ("form_token", "pen")}

    def keeps(self, **typed):
        self.turn += 1
        return self.client.post("/drafts", data=self.secrets | {"turn": self.turn} | typed)

    def sends(self, **typed):
        return self.client.post(self.action, data=self.secrets | typed)

    @property
    def row(self):
        return FormToken.get(FormToken.key == self.secrets["form_token"])

    def held(self, name):
        return self.controls[name].held if name in self.controls else None


def waiting(user):
    return FormToken.drafts_of(user).count()


def test_a_draft_is_kept_and_says_when_in_the_offices_time(client, officer):
    form, before = Opened(client, "/reports/new"), Entry.select().count()
    answer = form.keeps(**CALL)
    kept = clock.local(form.row.drafted_at).strftime("%H.%M.%S")
    assert (answer.status_code, answer.text) == (200, f"Tersimpan sebagai draf {kept}")
    assert answer.mimetype == "text/plain" and answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Draft"] == f"/reports/new?draft={form.row.id}" and form.secrets["form_token"] not in answer.headers["Draft"]
    assert Entry.select().count() == before and not Report.select().exists()
    assert not {"csrf_token", "form_token", "pen", "turn"} & set(form.row.draft)


def test_a_form_that_keeps_drafts_tells_the_browser_to_keep_nothing(client, officer):
    page = client.get("/reports/new")
    assert re.search(r'<form method="post" action="/reports/new"[^>]* data-draft="/drafts" autocomplete="off"', page.text)
    assert "Simpan otomatis mati. Tekan Simpan" in page.text


def test_home_leads_back_to_everything_that_was_typed(client, officer):
    Opened(client, "/reports/new").keeps(**{name: value for name, value in CALL.items() if name != "reporter_secret"})
    home = client.get("/").text
    address = re.search(r'href="(/reports/new\?draft=\d+)"', home)[1]
    assert "Lanjutkan draf" in home and "Laporan baru" in home
    again = Opened(client, address)
    assert {name: again.held(name) for name in CALL} == {name: [value] for name, value in CALL.items()}
    assert again.held("danger") == ["no"] and again.held("reporter_secret") in ([], None), "unticked stays unticked"
    assert "people-2-name" in again.controls and "people-3-name" not in again.controls


def test_saving_what_was_carried_on_makes_one_report_and_leaves_no_draft(client, officer):
    first = Opened(client, "/reports/new")
    first.keeps(**CALL)
    again = Opened(client, first.row.address)
    assert again.secrets["form_token"] == first.secrets["form_token"]
    made = again.sends(**CALL)
    assert made.status_code == 303 and Report.select().count() == 1 and waiting(officer) == 0
    assert first.row.draft is None and "Draf belum selesai" not in client.get("/").text
    assert client.get(first.row.address).status_code == 200, "an old address opens an empty form"
    assert not Opened(client, first.row.address).held("narrative")[0]


def test_a_form_opened_afresh_is_empty_while_a_draft_waits(client, officer):
    Opened(client, "/reports/new").keeps(**CALL)
    fresh = Opened(client, "/reports/new")
    assert not fresh.held("narrative")[0] and not fresh.held("people-0-name")[0] and waiting(officer) == 1


def test_the_note_of_a_submission_waits_while_a_gap_is_filled_and_goes_with_it(make, client, officer):
    with db.unit():
        publish_first(None)
    assessment = completed(client, make, officer)
    address = f"/assessments/{assessment.id}/review"
    first, other = Opened(client, address), Opened(client, address)
    assert first.held("note") in ([], [""])
    first.keeps(note="Tolong hari ini.", seen=first.held("seen")[0])
    other.keeps(note="Ayahnya ikut.")
    client.post(f"/assessments/{assessment.id}/pages/1", data={"A1": "3"})
    assert Opened(client, address + f"?draft={first.row.id}").held("note") == ["Tolong hari ini."]
    again = Opened(client, address)
    assert again.held("note") == ["Ayahnya ikut."] and again.row.id == other.row.id
    again.keeps(note="Ayahnya ikut, tolong hari ini.", seen=again.held("seen")[0])
    Opened(client, "/reports/new").keeps(**CALL)
    latest = Opened(client, address)
    answer = latest.sends(note=latest.held("note")[0], seen=latest.held("seen")[0])
    assert answer.status_code == 303 and Decision.about(assessment).get().note == "Ayahnya ikut, tolong hari ini."
    assert [form.path for form in FormToken.drafts_of(officer)] == ["/reports/new"]


def test_a_note_refused_with_the_submission_stays_and_nobody_else_finds_it(make, client, officer):
    with db.unit():
        publish_first(None)
    assessment = started(make, officer)
    address = f"/assessments/{assessment.id}/review"
    Opened(client, address).keeps(note="Tolong hari ini.")
    form = Opened(client, address)
    refused = form.sends(note=form.held("note")[0], seen=form.held("seen")[0])
    assert refused.status_code == 422 and "Tolong hari ini." in refused.text
    assert Opened(client, address).held("note") == ["Tolong hari ini."]
    colleague = client.sign_in(make.user(Role.MANAGER))
    assert "Tolong hari ini." not in client.get(address).text and not waiting(colleague)


def test_a_draft_fills_no_other_record(make, client, officer):
    one, other = make.case(by=officer), make.case(by=officer, person={"name": "Rina Wati"})
    form = Opened(client, f"/cases/{one.id}/note")
    form.keeps(text="Tentang Andi saja.")
    for address in (f"/cases/{other.id}/note", f"/cases/{one.id}/contact", "/reports/new"):
        assert "Tentang Andi saja." not in client.get(f"{address}?draft={form.row.id}").text
    assert "Tentang Andi saja." in client.get(f"/cases/{one.id}/note?draft={form.row.id}").text


def test_nobody_else_reads_writes_or_discards_a_draft(make, client, officer):
    form = Opened(client, "/reports/new")
    form.keeps(**CALL)
    client.sign_in(make.user())
    assert form.keeps(narrative="Bukan tulisan saya.").status_code == 404
    assert CALL["narrative"] not in client.get(form.row.address).text and "Lanjutkan draf" not in client.get("/").text
    assert [client.post(f"/drafts/{form.row.id}/{step}").status_code for step in ("discarding", "restoring")] == [404, 404]
    assert form.row.draft["narrative"] == [CALL["narrative"]]


def test_a_draft_without_its_key_is_no_draft(client, officer):
    assert client.post("/drafts", data={"narrative": "x"}).status_code == 400
    assert client.post("/drafts", data={"form_token": "tebakan", "narrative": "x"}).status_code == 404


def test_typing_outlives_a_new_sign_in_in_another_tab(app, client, officer, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    form = Opened(client, "/reports/new")
    client.sign_in(officer)  # a new session, whose csrf token the old page does not have
    assert form.keeps(**CALL).status_code == 200


def test_what_comes_after_the_saving_changes_nothing(client, officer):
    form = Opened(client, "/reports/new")
    form.keeps(narrative="Anak")
    assert form.sends(**CALL).status_code == 303
    late = form.keeps(**CALL)
    assert (late.status_code, late.text) == (204, "") and waiting(officer) == 0 and form.row.draft is None
    assert form.sends(**CALL).status_code == 303 and Report.select().count() == 1


def test_an_older_request_that_arrives_late_does_not_undo_a_newer_one(client, officer):
    form = Opened(client, "/reports/new")
    form.turn = 5
    form.keeps(narrative="Anak mengamen")
    form.turn = 3
    assert form.keeps(narrative="Anak").status_code == 204
    assert form.row.draft == {"narrative": ["Anak mengamen"]}


def test_the_first_of_two_pages_does_not_overwrite_what_the_second_has_gone_on_with(client, officer):
    first = Opened(client, "/reports/new")
    first.keeps(narrative="Anak")
    second = Opened(client, first.row.address)
    assert second.keeps(narrative="Anak mengamen").status_code == 200
    answer = first.keeps(narrative="Anak tidur")
    assert answer.status_code == 409 and answer.text.startswith("Draf ini dibuka di tempat lain")
    assert first.row.draft == {"narrative": ["Anak mengamen"]}


def test_the_second_of_two_pages_is_told_that_the_first_was_saved(client, officer):
    first = Opened(client, "/reports/new")
    first.keeps(narrative="Anak")
    second = Opened(client, first.row.address)
    first.sends(**CALL)
    told = second.keeps(narrative="Anak tidur")
    assert told.status_code == 409 and "sudah disimpan dari halaman lain" in told.text
    answer = second.sends(**CALL | {"narrative": "Anak tidur"})
    assert answer.location.startswith(f"/reports/{Report.get().id}") and "sudah disimpan dari halaman lain" in client.get(answer.location).text


def test_a_stale_page_whose_session_ended_waits_beside_the_newer_draft(client, officer):
    first = Opened(client, "/reports/new")
    first.keeps(narrative="Anak")
    Opened(client, first.row.address).keeps(narrative="Anak mengamen")
    with db.unit():
        Session.end_all(officer)
    first.keeps(narrative="Anak tidur")
    assert sorted(form.draft["narrative"][0] for form in FormToken.drafts_of(officer)) == ["Anak mengamen", "Anak tidur"]


def test_a_session_that_ended_while_typing_leads_back_to_the_draft(client, officer):
    form = Opened(client, "/reports/new")
    with db.unit():
        Session.end_all(officer)
    answer = client.post("/drafts", data=form.secrets | CALL, headers={"HX-Request": "true"})
    assert answer.status_code == 401 and f"draft%3D{form.row.id}" in answer.headers["HX-Redirect"]
    client.sign_in(officer)
    assert CALL["narrative"] in client.get(form.row.address).text


def test_typing_is_activity(client, officer):
    form = Opened(client, "/reports/new")
    before = clock.machine()
    with db.unit():
        Session.update(seen_at=before - timedelta(minutes=10)).where(Session.user == officer.id).execute()
    form.keeps(narrative="Anak")
    assert Session.last_seen(officer) >= before


def test_a_draft_too_large_or_one_too_many_is_refused_in_words(client, officer):
    form = Opened(client, "/reports/new")
    large = form.keeps(narrative="x" * LARGEST)
    assert large.status_code == 413 and "terlalu panjang" in large.text and form.row.draft is None
    with db.unit():
        for _ in range(MOST):
            FormToken.keep(FormToken.open(officer, "/reports/new").key, officer, {"narrative": ["x"]})
    many = form.keeps(narrative="Anak")
    assert many.status_code == 409 and f"Sudah ada {MOST} draf" in many.text
    with db.unit():
        FormToken.drafts_of(officer).first().discard()
    assert form.keeps(narrative="Anak").status_code == 200


def test_home_shows_a_few_and_leads_to_all(client, officer):
    with db.unit():
        for n in range(7):
            FormToken.keep(FormToken.open(officer, "/reports/new").key, officer, {"narrative": [str(n)]})
    home = client.get("/").text
    assert home.count("Lanjutkan draf") == 3 and "Semua 7 draf" in home
    assert client.get("/drafts").text.count("Lanjutkan draf") == 7


def test_a_draft_thrown_away_can_be_taken_back(client, officer):
    form = Opened(client, "/reports/new")
    form.keeps(**CALL)
    home = client.get(client.post(f"/drafts/{form.row.id}/discarding").location).text
    assert "Draf dibuang." in home and "Lanjutkan draf" not in home and f"/drafts/{form.row.id}/restoring" in home
    assert CALL["narrative"] not in client.get(form.row.address).text
    assert "Lanjutkan draf" in client.get(client.post(f"/drafts/{form.row.id}/restoring").location).text
    assert CALL["narrative"] in client.get(form.row.address).text


def test_a_draft_thrown_away_is_gone_for_good_after_a_while(client, officer):
    form = Opened(client, "/reports/new")
    form.keeps(**CALL)
    with db.unit():
        form.row.discard()
        FormToken.update(discarded_at=clock.machine() - timedelta(hours=2)).execute()
    client.get("/reports/new")
    assert not FormToken.select().where(FormToken.key == form.secrets["form_token"]).exists()


def test_typing_on_brings_back_a_draft_thrown_away_elsewhere(client, officer):
    form = Opened(client, "/reports/new")
    form.keeps(narrative="Anak")
    client.post(f"/drafts/{form.row.id}/discarding")
    assert form.keeps(narrative="Anak mengamen").status_code == 200 and waiting(officer) == 1


def test_home_names_the_record_by_number_and_initials_only(make, client, officer):
    case = make.case(by=officer)
    Opened(client, f"/cases/{case.id}/note").keeps(text="Rahasia keluarga.")
    home = client.get("/").text
    drafts = home[home.index('id="drafts"'):home.index('class="columns"')]
    assert "Catatan kejadian" in drafts and f"{case.number} · A.P." in drafts and "Andi" not in drafts and "Rahasia" not in drafts


def test_a_draft_about_a_record_out_of_reach_is_named_without_it(make, client, officer):
    leader = make.user()
    case = make.case(by=leader, restricted=True)
    with db.unit():
        case.care_team.join(officer, by=leader)
    client.sign_in(officer)
    form = Opened(client, f"/cases/{case.id}/note")
    form.keeps(text="Rahasia keluarga.")
    with db.unit():
        case.care_team.leave(officer, by=leader)
    home = client.get("/").text
    assert "Catatan kejadian" in home and case.number not in home
    assert client.get(form.row.address).status_code == 404


def test_a_draft_of_a_record_that_moved_on_gets_both_versions_and_stays(make, client, officer):
    kid = make.case(by=officer).client
    form = Opened(client, f"/clients/{kid.id}/school")
    form.keeps(school="SD 1", seen=form.held("seen")[0])
    with db.unit():
        Client.get_by_id(kid.id).correct(by=officer, school="SMP 2")
    again = Opened(client, form.row.address)
    answer = again.sends(school="SD 1, kelas 5", seen=again.held("seen")[0])
    assert answer.status_code == 409 and "SMP 2" in answer.text and "SD 1, kelas 5" in answer.text and "menunggu sebagai draf" in answer.text
    assert form.row.draft["school"] == ["SD 1, kelas 5"] and Client.get_by_id(kid.id).school == "SMP 2"


def test_a_reason_that_came_too_late_is_given_back(make, client, officer):
    case = make.case(by=officer)
    answer = client.post(f"/services/case/{case.id}/monitoring", data={"reason": "Sudah kembali ke rumah."})
    assert answer.status_code == 409 and "Sudah kembali ke rumah." in answer.text


def test_a_printing_form_or_a_password_is_no_draft(make, client, officer):
    case = make.case(by=officer)
    for page in (f"/cases/{case.id}/prints", "/accounts/password"):
        assert "data-draft" not in client.get(page).text
    assert "data-draft" not in client.get("/").text


def test_what_failed_comes_back_marked_as_not_yet_kept(client, officer):
    form = Opened(client, "/reports/new")
    answer = form.sends(narrative="Anak")
    assert answer.status_code == 422 and "data-typed" in answer.text and "data-typed" not in form.answer.text


def test_keeping_a_draft_waits_its_turn_like_any_writer(app, client, officer, monkeypatch):
    form = Opened(client, "/reports/new")
    monkeypatch.setattr("portal.db.WRITER_PATIENCE", 0.01)
    with WRITERS:
        answer = form.keeps(narrative="Anak")
    assert answer.status_code == 503 and 'id="refusal"' in answer.text
    assert form.keeps(narrative="Anak").status_code == 200


def test_every_form_has_a_name_for_its_draft(app):
    forms = {endpoint for endpoint, method, path in addresses(app) if method == "POST"} & {
        endpoint for endpoint, method, path in addresses(app) if method == "GET"}
    assert not {name for name in forms - WITHOUT_DRAFT if name not in FORMS}
    assert not {name for name in FORMS if name not in app.view_functions}
    assert not {name.partition(".")[0] for name in FORMS} - set(FEATURES)


@pytest.mark.parametrize("path, words", [("/assessments/7/pages/3", "Asesmen, bagian 3"), ("/clients/1/identity", "Data klien"),
                                         ("/cases/new?report=x&client=%25", "Kasus baru"), ("/tidak/ada", "Formulir")])
def test_a_draft_is_called_by_its_form_and_page(make, app, path, words):
    with app.test_request_context():
        assert said(path) == words


def test_a_manager_and_an_admin_have_drafts_too(make, client):
    client.sign_in(make.user(Role.ADMIN))
    Opened(client, "/accounts/new").keeps(name="Rina Sari")
    assert "Pengguna baru" in client.get("/").text


@pytest.mark.parametrize("typed, kept", [({}, False), ({"received_at": "2-3-2026 08.59"}, False), ({"narrative": "  "}, False),
                                         ({"narrative": "Anak"}, True),
                                         ({"people-0-name": "Andi"}, True), ({"restricted": "y"}, True), ({"happened": "32-13-2026"}, True)])
def test_an_untouched_form_that_comes_back_is_no_draft(client, officer, typed, kept):
    form = Opened(client, "/reports/new")
    untouched = {name: control.held for name, control in form.controls.items() if control.held and name not in form.secrets}
    answer = form.sends(**untouched | typed)
    assert answer.status_code == 422 and ("data-typed" in answer.text) == kept


def test_a_form_that_holds_a_file_keeps_no_draft(make, client, officer):
    report = make.report(by=officer)
    assert "data-draft" not in client.get(f"/files/report/{report.id}").text
    client.sign_in(make.user(Role.MANAGER))
    assert "data-draft" not in client.get("/imports/new").text
