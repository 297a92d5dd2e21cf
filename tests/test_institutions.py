"""The directory: it starts from what is usual in the regency, marked until somebody looked, and the office writes it."""
import re

import pytest

from portal.audit import Entry
from portal.db import db
from portal.office.models import Office
from portal.referrals import founding
from portal.referrals.institutions import Institution
from portal.rules.institution_kinds import KINDS
from portal.rules.referral import InstitutionKind
from portal.rules.roles import Role


@pytest.fixture
def officer(make, client):
    user = make.user(name="Siti Rahma")
    client.sign_in(user)
    return user


def of_kind(kind):
    return Institution.get(Institution.kind == kind)


def test_a_new_office_starts_with_one_of_each_kind_fitted_to_its_regency(client, officer):
    rows = list(Institution.select())
    assert {row.kind for row in rows} == set(KINDS) and len(rows) == len(KINDS) and all(row.unchecked and row.active for row in rows)
    hospital = of_kind(InstitutionKind.MENTAL_HOSPITAL)
    assert "Surat rujukan Puskesmas dan RSUD" in hospital.wanted and "Pas foto 4R" in hospital.wanted and "berjenjang" in hospital.services
    assert of_kind(InstitutionKind.HOSPITAL).name == "RSUD Kabupaten Teluk Melati" and hospital.name == "RSJ Provinsi Samudra"
    assert "SAPA 129" in of_kind(InstitutionKind.PROTECTION_UNIT).night
    assert [row.kind for row in rows if row.ministry] == [InstitutionKind.SENTRA, InstitutionKind.PEOPLES_SCHOOL]
    shown = client.get("/referrals/institutions/").text
    assert shown.count("Belum diperiksa") > len(KINDS) and "Tambahkan lembaga yang lazim" not in shown


def test_it_is_marked_until_somebody_looked(client, officer):
    row = of_kind(InstitutionKind.HOSPITAL)
    page = client.get(f"/referrals/institutions/{row.id}").text
    assert "Belum diperiksa: lembaga ini berasal dari daftar awal" in page and "Sudah diperiksa, benar" in page
    for _ in range(2):
        assert client.post(f"/referrals/institutions/{row.id}/check", data={"seen": row.version}).status_code in (303, 409)
    assert "Belum diperiksa" not in client.get(f"/referrals/institutions/{row.id}").text
    assert Entry.select().where(Entry.subject == "institution", Entry.subject_id == row.id, Entry.by == officer.id).count() == 1


def test_whoever_edits_it_has_looked_and_everything_is_kept(client, officer):
    row = of_kind(InstitutionKind.POLICE)
    typed = {"kind": "police", "name": "Polres Teluk Melati", "head": "Kapolres", "papers": "Laporan sosial", "services": "Lapor 24 jam",
             "night": "110", "active": "y", "seen": row.version}
    assert "dianggap sudah diperiksa" in client.get(f"/referrals/institutions/{row.id}/edit").text
    assert client.post(f"/referrals/institutions/{row.id}/edit", data=typed).status_code == 303
    kept = Institution.get_by_id(row.id)
    assert (kept.unchecked, kept.night, kept.services, kept.wanted) == (False, "110", "Lapor 24 jam", ["Laporan sosial"])
    shown = client.get(f"/referrals/institutions/{row.id}").text
    assert "110" in shown and "Lapor 24 jam" in shown and "Laporan sosial" in shown


def test_what_somebody_adds_themselves_needs_no_check(client, officer):
    made = client.post("/referrals/institutions/new", data={"kind": "other", "name": "Yayasan Kasih", "active": "y"})
    assert "Belum diperiksa" not in client.get(made.location).text


def test_an_older_office_may_add_the_kinds_that_it_lacks(client, officer):
    with db.unit():
        for row in Institution.select():
            row.amend(by=officer, kind=InstitutionKind.POLICE)
    page = client.get("/referrals/institutions/").text
    assert "Tambahkan lembaga yang lazim" in page and "BPJS Kesehatan" in page[page.index("Jenis yang belum ada"):]
    for _ in range(2):
        assert client.post("/referrals/institutions/usual").status_code == 303
    assert Institution.select().where(Institution.unchecked).count() == len(KINDS) - 1
    assert "Tambahkan lembaga yang lazim" not in client.get("/referrals/institutions/").text


def test_the_list_shows_what_waits_for_a_look(client, officer):
    with db.unit():
        of_kind(InstitutionKind.HOSPITAL).check(by=officer)
    waiting = client.get("/referrals/institutions/?unchecked=yes").text
    assert "RSUD Kabupaten Teluk Melati" not in waiting and "Baznas Kabupaten Teluk Melati" in waiting


def test_what_is_usual_fills_only_what_is_empty_and_saves_nothing(client, officer):
    before = Institution.select().count()
    page = client.post("/referrals/institutions/new", data={"fill": "1", "kind": "mental_hospital", "name": "RSJ Kita", "services": "Kata kami"})
    assert page.status_code == 200 and Institution.select().count() == before
    assert "RSJ Kita" in page.text and "Pas foto 4R" in page.text and "Kata kami</textarea>" in page.text and "berjenjang" not in page.text
    bare = client.post("/referrals/institutions/new", data={"fill": "1", "name": "Tanpa jenis"})
    assert bare.status_code == 200 and "Tanpa jenis" in bare.text
    assert client.post("/referrals/institutions/new", data={"fill": "1", "kind": "other", "name": "Lain"}).status_code == 200


def test_a_manager_reads_the_directory_and_writes_nothing(client, make):
    row = of_kind(InstitutionKind.HOSPITAL)
    client.sign_in(make.user(Role.MANAGER))
    page = client.get(f"/referrals/institutions/{row.id}").text
    assert "Belum diperiksa" in page and "Sudah diperiksa, benar" not in page
    assert client.post(f"/referrals/institutions/{row.id}/check").status_code == 403
    assert client.post("/referrals/institutions/usual").status_code == 403


@pytest.mark.parametrize("government, region, hospital, police", [
    ("Pemerintah Kota Mataram", "52.71", "RSUD Kota Mataram", "Polres Mataram, Unit PPA"),
    ("Pemerintah Kabupaten Pesisir Barat", "18.13", "RSUD Kabupaten Pesisir Barat", "Polres Pesisir Barat, Unit PPA"),
])
def test_the_names_follow_the_office(app, monkeypatch, government, region, hospital, police):
    monkeypatch.setattr(Office, "current", lambda: Office(government=government, region=region))
    with app.test_request_context():
        assert founding.usual_of(InstitutionKind.HOSPITAL)["name"] == hospital
        assert founding.usual_of(InstitutionKind.POLICE)["name"] == police
        assert re.fullmatch(r"RSJ Provinsi \w.+", founding.usual_of(InstitutionKind.MENTAL_HOSPITAL)["name"])
