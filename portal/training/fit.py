"""How one client stands to one batch: both as the rules see them, and what the rules find."""
from dataclasses import dataclass

from portal.accounts.teams import CareTeam, mine
from portal.cases.models import Case
from portal.rules.age import GROWN_UP, BirthPrecision, last_day, turns
from portal.rules.client import ConsentKind
from portal.rules.consent import Assent, ConsentState, Voice
from portal.rules.lifecycle import Stage
from portal.rules.placement import CLAIMING, overlaps
from portal.rules.referral import ConsentBasis
from portal.rules.training import Applicant, Care, Offer, Rule, Verdict, examine, overall
from portal.training.batches import Batch
from portal.training.models import Placement, dates_by_case, dates_of
from portal.training.sentences import lines

# What nobody can read from the records and is asked at the proposal.
ASKED = (Rule.GUARDIAN_CONSENT, Rule.CHILD_ASSENT, Rule.HEALTH_LETTER)
STAND_IN = (ConsentBasis.PUBLIC_TASK, ConsentBasis.VITAL_INTEREST)

CLOSED = (Stage.CLOSING, Stage.CLOSED, Stage.CANCELLED)
MOST = 100


@dataclass(frozen=True)
class Answers:
    """What the proposal asks. `consent`: the guardian's, the office's own decision, or None; `care`: what must come first."""

    consent: ConsentBasis | None = None
    consent_by: str = ""
    assent: bool = False
    health_letter: bool = False
    care: tuple = ()


PREPARED = Answers(consent=ConsentBasis.GUARDIAN, assent=True, health_letter=True)


@dataclass(frozen=True)
class Outlook:
    """A case and a batch before anything is asked: `findings` as kept, `asked` the rules that put a question, `prepare` those still open."""

    case: Case
    batch: Batch
    verdict: Verdict
    hard: bool
    clashes: bool
    findings: list
    asked: list
    prepare: list

    @property
    def group(self):
        """The verdict, or UNFIT when the client is in another course on the same days."""
        return Verdict.UNFIT if self.clashes else self.verdict

    @property
    def may_propose(self):
        return not (self.hard or self.clashes)

    @property
    def reasons(self):
        """The Lines of what does not simply fit."""
        return [line for line in self.lines if line.kind != "done"]

    @property
    def lines(self):
        return lines(self.findings)


def known_answers(client):
    """What the consents on record already answer. A guardian who may be the one who harms gives no basis."""
    stand = client.consent(ConsentKind.SERVICE)
    leans_on_guardian = stand.in_force and stand.last.basis == ConsentBasis.GUARDIAN
    valid = stand.in_force and not (leans_on_guardian and guardian_may_harm(client))
    own = stand.needed == Voice.CLIENT and stand.state == ConsentState.GIVEN
    return Answers(consent=stand.last.basis if valid else None, consent_by=stand.last.record.given_by if valid else "",
                   assent=own or stand.assent == Assent.GIVEN)


def guardian_may_harm(client):
    """Whether each guardian on record is a possible exploiter."""
    guardians = [relation for relation in client.relations if relation.guardian]
    return bool(guardians) and all(relation.exploiter for relation in guardians)


def applicant(client, batch, answers):
    """The client on the first day of the batch."""
    return Applicant(
        age_on_start=client.years(batch.starts), birth_date=_latest_birth(client), in_school=bool(client.in_school), education=client.education,
        sex=client.sex, married=bool(client.married), guardian_consent=answers.consent == ConsentBasis.GUARDIAN,
        outside_consent_basis=answers.consent in STAND_IN, assent=answers.assent, health_letter=answers.health_letter,
        substance_dependence=Care.DEPENDENCE in answers.care, untreated_illness=Care.ILLNESS in answers.care,
        legal_process=Care.LEGAL_PROCESS in answers.care)


def _latest_birth(client):
    return last_day(client.birth_date, client.birth_precision or BirthPrecision.DAY) if client.birth_date else None


def offer(batch):
    """The batch with the terms of its programme."""
    programme = batch.programme
    return Offer(
        starts=batch.starts, ends=batch.ends, min_age=programme.min_age, max_age=programme.max_age, sex=programme.sex, education=programme.education,
        boarding=programme.boarding, risky=programme.risky, work_practice=programme.work_practice, marital=programme.marital,
        health_letter_needed=programme.health_letter, hours_per_day=programme.hours_per_day, admits_adults=programme.admits_adults,
        arts_or_talent=programme.talent_only)


def findings_of(case, batch, answers):
    """(the rules' Findings, the same as plain values to be kept with the proposal)."""
    found = examine(applicant(case.client, batch, answers), offer(batch))
    values = _values(case.client, batch)
    return found, [{"rule": each.rule, "verdict": each.verdict, "hard": each.hard, "law": each.law, **values.get(each.rule, {})} for each in found]


def outlook(case, batch, known=Answers(), clashes=False):
    """The Outlook of a case for a batch: what can still be prepared counts as ready, and is named when `known` does not answer it."""
    found, kept = findings_of(case, batch, PREPARED)
    rest = [finding for finding in found if finding.rule not in ASKED]
    open_questions = [each.rule for each in findings_of(case, batch, known)[0] if each.rule in ASKED and each.verdict != Verdict.FITS]
    return Outlook(case, batch, verdict=overall(rest), hard=any(each.hard and each.verdict == Verdict.UNFIT for each in rest), clashes=clashes,
                   findings=[each for each in kept if each["rule"] not in ASKED], asked=[each.rule for each in found if each.rule in ASKED],
                   prepare=open_questions)


def outlook_for(case, batch):
    """The Outlook of one case for one batch, with what is on record."""
    return outlook(case, batch, known_answers(case.client), _clashes(batch, list(dates_of(case).tuples())))


def outlooks_of(case):
    """The Outlooks of a case for every batch that takes participants and does not have it yet."""
    known, busy = known_answers(case.client), list(dates_of(case).tuples())
    there = Placement.select(Placement.batch).where(Placement.case == case, Placement.state.in_(CLAIMING))
    return [outlook(case, batch, known, _clashes(batch, busy)) for batch in Batch.joinable().where(Batch.id.not_in(there))]


def _clashes(batch, busy):
    return any(overlaps((batch.starts, batch.ends), other) for other in busy)


def candidates_for(batch, user):
    """The Outlooks of this person's own open cases for a batch, those that fit first."""
    cases = list(Case.whole_to(user).where(
        CareTeam.id.in_(mine(user)), Case.stage.not_in(CLOSED), Case.id.not_in(batch.claiming().select(Placement.case)))
        .order_by(Case.id.desc()).limit(MOST))
    busy = dates_by_case(cases)
    found = [outlook(case, batch, clashes=_clashes(batch, busy.get(case.id, ()))) for case in cases]
    return sorted(found, key=lambda each: list(Verdict).index(each.group))


def _values(client, batch):
    """{rule: what its sentence names}, as plain values."""
    programme, age = batch.programme, client.age(batch.starts)
    years = {"age": age.years if age else None, "exact": bool(age and age.exact)}
    birthday = turns(_latest_birth(client), GROWN_UP) if client.birth_date else None
    return {
        Rule.UNDER_13: years, Rule.TALENT_ONLY_AT_13: years, Rule.WORK_PRACTICE_FROM_14: years, Rule.SCHOOL_FIRST: years,
        Rule.PROGRAMME_AGE: {**years, "least": programme.min_age, "most": programme.max_age},
        Rule.PROGRAMME_SEX: {"wanted": programme.sex and str(programme.sex)},
        Rule.PROGRAMME_EDUCATION: {"wanted": programme.education and str(programme.education), "has": client.education and str(client.education)},
        Rule.TURNS_18: {"on": birthday.isoformat() if birthday and years["exact"] else None},
    }
