"""Every figure of the outcomes, recomputed by one SQL query that shares nothing with the rules, over an office of invented courses."""
from datetime import date, datetime, timedelta
from random import Random

import pytest

from portal import clock
from portal.db import db
from portal.rules.followup import FollowUpStatus, milestone_on
from portal.rules.nik import Sex
from portal.rules.placement import FINISHED, LeaveReason, PlacementState
from portal.rules.trades import Trade
from portal.rules.training_outcome import Aim, Group, Measure
from portal.training.aftercare.followups import FollowUp
from portal.training.aftercare.outcomes import outcome_of_batch, outcome_of_programme, outcomes_by, told, years_ended
from portal.training.models import Placement
from portal.training.programmes import Programme
from tests.test_training import batch_of, case_of

SEED = 6_2026
TODAY = date(2026, 3, 2)
# Which visits were found, and by when a milestone without one is no longer hoped for: nobody here ended on a day that a month may lack.
QUERY = """
WITH visit AS (SELECT * FROM follow_up WHERE cancelled = ''),
met AS (SELECT * FROM visit WHERE status <> 'not_found'),
ended AS (
  SELECT placement.*, client.sex AS sex, batch.programme_id AS programme, programme.trade AS trade, lower(programme.provider) AS provider,
         date(ended_on, '+3 months', '-14 days') AS end_1, date(ended_on, '+6 months', '-14 days') AS end_3,
         date(ended_on, '+12 months', '-14 days') AS end_6, date(ended_on, '+12 months', '+30 days') AS end_12
  FROM placement JOIN "case" ON "case".id = placement.case_id JOIN client ON client.id = "case".client_id
  JOIN batch ON batch.id = placement.batch_id JOIN programme ON programme.id = batch.programme_id JOIN care_team ON care_team.id = "case".care_team_id
  WHERE placement.state IN ('passed', 'not_passed', 'left_early') AND NOT ({hidden} AND care_team.restricted)
    AND placement.id NOT IN (SELECT follows_id FROM placement WHERE follows_id IS NOT NULL
                             AND state IN ('active', 'passed', 'not_passed', 'left_early'))),
known AS (
  SELECT ended.*,
    CASE WHEN state = 'passed' THEN 'yes' ELSE 'no' END AS completed,
    CASE WHEN certificate <> '' THEN 'yes' ELSE 'no' END AS certified,
    CASE WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months < 4 AND status IN ('working', 'own_business', 'school')) THEN 'yes'
         WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months = 3) THEN 'no'
         WHEN '{today}' < end_3 THEN 'pending' ELSE 'unknown' END AS placed,
    CASE WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months < 4 AND status = 'school') THEN 'yes'
         WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months = 3) THEN 'no'
         WHEN '{today}' < end_3 THEN 'pending' ELSE 'unknown' END AS school,
    CASE WHEN NOT EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id) THEN CASE WHEN '{today}' < end_1 THEN 'pending' ELSE 'unknown' END
         ELSE CASE (SELECT uses_skill FROM met WHERE placement_id = ended.id ORDER BY visited_on DESC, id DESC LIMIT 1)
              WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END END AS uses_skill,
    CASE WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months <= 6 AND status = 'back_on_street') THEN 'no'
         WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months = 6) THEN 'yes'
         WHEN '{today}' < end_6 THEN 'pending' ELSE 'unknown' END AS off_street_6,
    CASE WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND status = 'back_on_street') THEN 'no'
         WHEN EXISTS (SELECT 1 FROM met WHERE placement_id = ended.id AND months = 12) THEN 'yes'
         WHEN '{today}' < end_12 THEN 'pending' ELSE 'unknown' END AS off_street_12
  FROM ended)
SELECT {key}, COUNT(*), SUM(sex = 'L'), SUM(sex = 'P'), {sums} FROM known WHERE {condition} GROUP BY {key}
"""
SUMS = ", ".join(f"SUM({aim} = '{answer}')" for aim in Aim for answer in ("yes", "no", "unknown", "pending"))
COLUMN = {Group.BATCH: "batch_id", Group.PROGRAMME: "programme", Group.PROVIDER: "provider", Group.TRADE: "trade"}


def asked_directly(key, condition="1 = 1", hidden=False):
    """{group: every figure} as the query has it."""
    rows = db.execute_sql(QUERY.format(key=key, sums=SUMS, condition=condition, today=TODAY, hidden=int(hidden))).fetchall()
    return {row[0]: tuple(row[1:]) for row in rows}


def figures(outcome):
    """The same of an Outcome, in the order of the query."""
    parts = [number for aim in Aim for each in [outcome.measures[aim]] for number in (each.yes, each.no, each.unknown, each.pending)]
    return (outcome.people, outcome.men, outcome.women, *parts)


@pytest.fixture
def officer(make):
    return make.user()


@pytest.fixture
def courses(make, officer):
    """Five courses of three programmes, two providers and three trades, in which ninety people ended over two and a half years."""
    dice, terms = Random(SEED), [
        {"name": "Barbershop Dasar", "provider": "BLK Teluk Melati"},
        {"name": "Menjahit Dasar", "provider": "blk teluk melati", "trade": Trade.SEWING},
        {"name": "Tata Boga", "provider": "LPK Cendana", "trade": Trade.COOKING_AND_BAKING}]
    batches = [batch_of(officer, seats=90, terms=each, starts=date(2023, 6, 1), ends=date(2026, 1, 30)) for each in (*terms, *terms[:2])]
    people = [{"name": f"Anak {n}", "sex": dice.choice([Sex.MALE, Sex.FEMALE, None]), "birth_date": date(2007, 1, 1 + n)} for n in range(9)]
    cases = [case_of(make, officer, person) for person in people] + [make.case(by=officer, restricted=True)]
    with db.unit():
        placements = [ended_somehow(batches, cases, dice, officer) for _ in range(90)]
        # Two of those whose course was cut short went on in another one: the first only waits there, the second learns.
        short = [each for each in placements if each.state == PlacementState.LEFT_EARLY]
        for before, state in zip(short, (PlacementState.WAITING, PlacementState.ACTIVE), strict=False):
            Placement.begin(by=officer, batch=batches[0], case=before.case, state=state, follows=before, proposed_by=officer, proposed_at=clock.now())
        for placement in placements:
            visited_somehow(placement, dice, officer)
    return batches


def ended_somehow(batches, cases, dice, by):
    state, long_ago = dice.choice(FINISHED), date(dice.choice((2023, 2024, 2025)), dice.randint(1, 12), dice.randint(1, 28))
    return Placement.begin(
        by=by, batch=dice.choice(batches), case=dice.choice(cases), state=state, proposed_by=by, proposed_at=clock.now(),
        ended_on=long_ago if dice.random() < .8 else date(2026, 2, dice.randint(1, 28)),
        leave_reason=LeaveReason.ILL if state == PlacementState.LEFT_EARLY else None, certificate="1" if dice.random() < .5 else "")


def visited_somehow(placement, dice, by):
    for _ in range(dice.choice((0, 1, 1, 2, 4, 6))):
        on = placement.ended_on + timedelta(days=dice.choice((14, 30, 45, 80, 92, 170, 185, 352, 366, 400)))
        months = milestone_on(placement.ended_on, on)
        if months and on <= TODAY:
            FollowUp.begin(by=by, placement=placement, months=months, visited_on=on, status=dice.choice([*FollowUpStatus, FollowUpStatus.NOT_FOUND]),
                           uses_skill=dice.choice((True, False, None)), made_by=by, cancelled="Salah orang" if dice.random() < .1 else "")


def check_every_answer():
    """Were an answer missing in the invented office, the comparisons with it would say nothing of it."""
    (row,) = asked_directly("1").values()
    sums = row[3:]
    empty = {f"{aim} {answer}" for aim, four in zip(Aim, zip(*[iter(sums)] * 4, strict=True), strict=True)
             for answer, number in zip(("yes", "no", "unknown", "pending"), four, strict=True) if not number}
    assert empty == {f"{aim} {answer}" for aim in (Aim.COMPLETED, Aim.CERTIFIED) for answer in ("unknown", "pending")}


def test_each_group_year_and_sex_says_what_the_query_says(courses, manager):
    check_every_answer()
    for group in Group:
        found = {str(row.key).casefold(): figures(row) for row in outcomes_by(group, manager)}
        assert found == {str(key): row for key, row in asked_directly(COLUMN[group]).items()}, group
    for year in (2023, 2024, 2025, 2026):
        for sex in (None, Sex.MALE, Sex.FEMALE):
            condition = f"ended_on LIKE '{year}-%%'" + (f" AND sex = '{sex}'" if sex else "")
            found = {row.key: figures(row) for row in outcomes_by(Group.TRADE, manager, year=year, sex=sex)}
            assert found == asked_directly("trade", condition), (year, sex)
    assert years_ended(manager) == [2026, 2025, 2024, 2023]


def test_one_batch_one_programme_and_each_person_that_looks_say_what_the_query_says(make, courses, manager, officer):
    by_batch, by_programme = asked_directly("batch_id"), asked_directly("programme")
    for batch in courses:
        assert figures(outcome_of_batch(batch, manager)) == by_batch[batch.id]
        assert figures(outcome_of_programme(Programme.get_by_id(batch.programme_id), manager)) == by_programme[batch.programme_id]
    for user, hidden in ((make.user(), True), (officer, False), (manager, False)):
        assert {row.key: figures(row) for row in outcomes_by(Group.BATCH, user)} == asked_directly("batch_id", hidden=hidden)
    assert asked_directly("1", hidden=True) != asked_directly("1")


def test_the_page_says_the_figures_and_what_is_not_known(client, courses, manager):
    client.sign_in(manager)
    page = client.get("/training/outcomes?by=trade")
    for row in outcomes_by(Group.TRADE, manager):
        street = row.measures[Aim.OFF_STREET_6]
        assert row.name in page.text and f"{street.yes} dari {street.known}" in page.text and f"{street.unknown} tidak diketahui" in page.text
        assert f"({street.percent}%)" in page.text
    one = client.get("/training/outcomes?by=provider&year=2024&sex=P").text
    assert "LPK Cendana" in one and "Hapus saringan" in one
    assert client.get("/training/outcomes?by=nothing&year=x&sex=Q").status_code == 200
    assert client.get("/training/outcomes?year=2019").text.count("LPK Cendana") == 1


def test_the_page_costs_as_much_for_ninety_as_for_none(make, client, manager, officer, statements, request):
    batch_of(officer)
    client.sign_in(manager)
    none = statements(lambda: client.get("/training/outcomes"))
    request.getfixturevalue("courses")
    assert statements(lambda: client.get("/training/outcomes?by=batch")) == none


def test_a_measure_in_words():
    assert told(Measure(7, 2, 3, 2)) == "7 dari 9 yang diketahui; 3 tidak diketahui; 2 masih ditunggu"
    assert (told(Measure(unknown=3)), told(Measure())) == ("3 tidak diketahui", "–")


@pytest.fixture(autouse=True)
def today(app):
    clock.use(lambda: datetime(2026, 3, 2, 2, 0))
