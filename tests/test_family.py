"""The people around a client: known from both sides, told as a social report needs it, and typed once for brothers and sisters."""
import re
from datetime import date

import pytest
from flask import current_app

from portal.casefile.sheet import identity
from portal.clients.discretion import Discretion
from portal.clients.family import circle_of, siblings_of
from portal.clients.models import Client, Relation
from portal.db import db
from portal.rules.client import RelationKind
from portal.rules.family import Whereabouts
from portal.rules.nik import Sex
from portal.rules.roles import Role
from portal.rules.training import Education

MOTHER = {"kind": "mother", "name": "Nurhayati", "birth_year": "41", "work": "Buruh cuci", "education": "primary", "lives_with": "yes",
          "condition": "Sakit punggung", "whereabouts": "known", "new_phone": "081299010007", "new_address": "Gang Kenanga 4", "guardian": "y"}


@pytest.fixture
def officer(make, client):
    return client.sign_in(make.user(name="Siti Rahma"))


@pytest.fixture
def siblings(make, officer):
    """Sari and Dimas, each a client of the same officer."""
    report = make.verified(by=officer, people=[{"name": "Sari Wijaya", "sex": Sex.FEMALE}, {"name": "Dimas Wijaya", "sex": Sex.MALE}])
    return [person.client for person in report.persons]


def family(page):
    return re.search(r'<section class="sheet stack" id="family">.*?</section>', page.text, re.DOTALL)[0]


def test_what_a_social_report_tells_is_kept_of_each_person(client, siblings):
    sari, _ = siblings
    assert client.post(f"/clients/{sari.id}/relations", data=MOTHER).status_code == 303
    mother = sari.relations.get()
    assert (mother.birth_year, mother.work, mother.education, mother.lives_with, mother.condition, mother.whereabouts) == (
        1985, "Buruh cuci", Education.PRIMARY, True, "Sakit punggung", Whereabouts.KNOWN)
    page = family(client.get(f"/clients/{sari.id}"))
    for words in ("Ibu: Nurhayati", "lahir 1985", "serumah", "Buruh cuci", "Sakit punggung", "Wali", "*******007"):
        assert words in page
    assert "Gang Kenanga" not in page
    form = client.get(f"/clients/relations/{mother.id}").text
    assert 'value="1985"' in form and "Gang Kenanga" not in form


@pytest.mark.parametrize("typed, year", [("1985", 1985), ("41", 1985), ("±40", 1986), ("umur 40", 1986), ("12-05-1985", 1985), ("", None)])
def test_an_age_or_a_year_is_read(client, siblings, typed, year):
    client.post(f"/clients/{siblings[0].id}/relations", data=MOTHER | {"birth_year": typed})
    assert siblings[0].relations.get().birth_year == year


@pytest.mark.parametrize("wrong", [{"birth_year": "2027"}, {"birth_year": "1800"}, {"birth_year": "tua"}, {"birth_year": "999"}, {"kind": ""},
                                   {"name": ""}, {"work": "x" * 121}, {"condition": "x" * 201}, {"education": "s9"}, {"whereabouts": "?"}])
def test_what_cannot_be_has_a_sentence_and_the_rest_stays(client, siblings, wrong):
    answer = client.post(f"/clients/{siblings[0].id}/relations", data=MOTHER | wrong)
    assert answer.status_code == 422 and siblings[0].relations.count() == 0 and ("Buruh cuci" in answer.text or "work" in wrong)


def test_a_sibling_is_one_on_both_sides(client, officer, siblings):
    sari, dimas = siblings
    with db.unit():
        sari.add_relation(by=officer, kind=RelationKind.SIBLING, other=dimas, lives_with=True)
    assert "Saudara kandung: Sari Wijaya" in (page := family(client.get(f"/clients/{dimas.id}"))) and "serumah" in page and sari.number in page
    assert [each.id for each in siblings_of(dimas, officer)] == [sari.id] and [each.id for each in siblings_of(sari, officer)] == [dimas.id]
    with db.unit():
        dimas.add_relation(by=officer, kind=RelationKind.SIBLING, other=sari)
    assert [kin.name for kin in circle_of(dimas, officer)] == ["Sari Wijaya"] and len(siblings_of(dimas, officer)) == 1


def test_a_mother_who_is_a_client_has_her_child(client, officer, siblings):
    sari, _ = siblings
    with db.unit():
        mother = Client.register(by=officer, care_team=sari.care_team, name="Nurhayati", sex=Sex.FEMALE, work="Buruh cuci", age_estimate=41,
                                 age_estimate_on=date(2026, 3, 2))
        sari.add_relation(by=officer, kind=RelationKind.MOTHER, other=mother, guardian=True, exploiter=True)
    child, = circle_of(mother, officer)
    assert (child.kind, child.name, child.guardian, child.exploiter) == (RelationKind.CHILD, "Sari Wijaya", False, False)
    known, = circle_of(sari, officer)
    assert (known.work, known.birth_year, known.kind) == ("Buruh cuci", 1985, RelationKind.MOTHER)


def test_what_does_not_follow_is_told_as_it_was_written(client, officer, siblings):
    sari, dimas = siblings
    with db.unit():
        sari.add_relation(by=officer, kind=RelationKind.PATRON, other=dimas, exploiter=True)
    page = family(client.get(f"/clients/{dimas.id}"))
    assert "Menyebut klien ini" in page and "Abang" in page and "Mungkin merugikan" not in page


def test_a_hidden_sibling_is_nobodys_sibling(make, client, officer, siblings):
    sari, dimas = siblings
    with db.unit():
        other = make.case(by=officer, restricted=True, person={"name": "Rahasia Wijaya"}).client
        other.add_relation(by=officer, kind=RelationKind.SIBLING, other=sari)
        sari.add_relation(by=officer, kind=RelationKind.SIBLING, other=other)
        sari.care_team.join(colleague := make.user(), by=officer)
    assert len(circle_of(sari, officer)) == 1 and len(siblings_of(sari, officer)) == 1
    assert [kin.name for kin in circle_of(sari, colleague)] == ["–"] and siblings_of(sari, colleague) == []
    client.sign_in(colleague)
    page = client.get(f"/clients/{sari.id}").text
    assert other.number not in page and "Rahasia" not in page
    assert len(circle_of(sari, make.user(Role.MANAGER))) == 1


def test_what_is_known_of_another_client_is_read_by_who_sees_them_whole(make, officer, siblings):
    sari, _ = siblings
    with db.unit():
        mother = make.case(by=officer, person={"name": "Nurhayati"}).client
        mother.correct(by=officer, work="Buruh cuci")
        sari.add_relation(by=officer, kind=RelationKind.MOTHER, other=mother)
        sari.care_team.join(colleague := make.user(), by=officer)
    assert [(kin.name, kin.work) for kin in circle_of(sari, colleague)] == [("N.", "")]


@pytest.fixture
def at_home(officer, siblings):
    """Sari's record tells where the family lives and who is around; Dimas's only that they are siblings."""
    sari, dimas = siblings
    with db.unit():
        sari.correct(by=officer, address="Gang Kenanga 4", district="99.01.01", village="99.01.01.1003",
                     family_card="9901010101010001", phone="081299010007")
        sari.add_relation(by=officer, kind=RelationKind.MOTHER, name="Nurhayati", guardian=True, work="Buruh cuci", birth_year=1985)
        sari.add_relation(by=officer, kind=RelationKind.FRIEND, name="Yanto")
        sari.add_relation(by=officer, kind=RelationKind.SIBLING, other=dimas)
    return siblings


def test_a_brother_takes_over_what_they_have_in_common(client, at_home):
    sari, dimas = at_home
    address = f"/clients/{dimas.id}/kin/{sari.id}"
    assert address in client.get(f"/clients/{dimas.id}").text
    page = client.get(address).text
    assert "Ibu: Nurhayati" in page and "Teman: Yanto" in page and "Gang Kenanga" not in page and "9901010101010001" not in page
    people = {each.name: str(each.id) for each in sari.relations}
    assert re.search(rf'checked[^>]*value="{people["Nurhayati"]}"', page) and not re.search(rf'checked[^>]*value="{people["Yanto"]}"', page)
    assert client.post(address, data={"taken": ["address", "family_card"], "people": [people["Nurhayati"]]}).status_code == 303
    kept = Client.get_by_id(dimas.id)
    assert (kept.address, kept.district, kept.family_card, kept.phone) == ("Gang Kenanga 4", "99.01.01", "9901010101010001", "")
    mother, = kept.relations
    assert (mother.name, mother.guardian, mother.birth_year, mother.work) == ("Nurhayati", True, 1985, "Buruh cuci")
    assert "Nurhayati" not in client.get(address).text


@pytest.mark.parametrize("sent, status", [({"seen": ""}, 422), ({"taken": ["nik"]}, 422), ({"people": ["999999"]}, 422), ({"people": ["x"]}, 422)])
def test_only_what_was_offered_is_copied(client, at_home, sent, status):
    sari, dimas = at_home
    assert client.post(f"/clients/{dimas.id}/kin/{sari.id}", data=sent).status_code == status and dimas.relations.count() == 0


def test_who_is_no_sibling_gives_nothing(make, client, officer, at_home):
    other = make.case(by=officer, person={"name": "Bayu Samudra"}).client
    assert client.get(f"/clients/{at_home[1].id}/kin/{other.id}").status_code == 404
    assert client.get(f"/clients/{at_home[1].id}/kin/{at_home[1].id}").status_code == 404


def test_who_may_harm_is_said_on_the_record(client, officer, siblings):
    sari, _ = siblings
    client.post(f"/clients/{sari.id}/relations", data=MOTHER | {"exploiter": "y"})
    assert "Wali, tetapi mungkin merugikan klien" in family(client.get(f"/clients/{sari.id}"))
    relation = Relation.get()
    assert client.post(f"/clients/relations/{relation.id}", data=MOTHER | {"whereabouts": "died", "seen": relation.version}).status_code == 303
    assert "cari wali pengganti" in family(client.get(f"/clients/{sari.id}"))


def test_papers_tell_siblings_from_either_side_and_mark_who_may_harm(make, officer):
    case = make.case(by=officer, met=True)
    sister = make.case(by=officer, person={"name": "Sari Pratama"}).client
    with db.unit():
        sister.add_relation(by=officer, kind=RelationKind.SIBLING, other=case.client, lives_with=True)
        case.client.add_relation(by=officer, kind=RelationKind.MOTHER, name="Nurhayati", guardian=True, exploiter=True, birth_year=1985)
    with current_app.test_request_context():
        told = Discretion(case.client, officer, initials=False).family()
        assert dict(identity(case, reveal=False))["Wali"] == "Nurhayati (mungkin merugikan klien)"
    assert [(name, str(kind), lives) for name, kind, _, _, lives, _ in told] == [("Nurhayati", "Ibu", "–"), ("Sari Pratama", "Saudara kandung", "Ya")]
