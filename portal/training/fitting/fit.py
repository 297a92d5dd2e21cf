"""How one client stands to one batch: both as the rules see them, and what the rules find."""
from dataclasses import dataclass, replace

from portal import clock
from portal.cases.models import Case
from portal.rules.age import BirthPrecision
from portal.rules.applicant import Applicant, Care, Offer, Verdict
from portal.rules.coming_of_age import eighteen
from portal.rules.placement import KNOWN, overlaps
from portal.rules.referral import ConsentBasis
from portal.rules.training import Rule, examine, is_stopped, overall
from portal.rules.waiting import names
from portal.training.batches import Batch
from portal.training.fitting.asked import Answers, Standing, known_answers, standing
from portal.training.fitting.sentences import lines
from portal.training.models import Placement, dates_of

# What nobody can read from the records and is asked at the proposal.
ASKED = (Rule.GUARDIAN_CONSENT, Rule.CHILD_ASSENT, Rule.SUPERVISION, Rule.HEALTH_LETTER)
PREPARED = Answers(consent=ConsentBasis.GUARDIAN, assent=True, health_letter=True, supervision="-")


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
    standing: Standing

    @property
    def group(self):
        """The verdict, or UNFIT when the client is in another course on the same days."""
        return Verdict.UNFIT if self.clashes else self.verdict

    @property
    def may_propose(self):
        return not (self.hard or self.clashes)

    @property
    def reasons(self):
        """The Lines of what does not simply fit; where the law stops it, that alone."""
        if self.hard:
            return lines([each for each in self.findings if each["hard"] and each["verdict"] == Verdict.UNFIT])
        return [line for line in self.lines if line.kind != "done"]

    @property
    def lines(self):
        return lines(self.findings)

    @property
    def is_wanted(self):
        """Whether the child named this trade."""
        return names(self.standing.interests, self.batch.programme.trade)

    @property
    def age(self):
        """The Age on the first day, or None."""
        return self.case.client.age(first_day(self.batch))


def first_day(batch, placement=None):
    """The first day of somebody in a course: that of the course, or a later one on which they get their seat."""
    return max(batch.starts, placement.seated_on if placement and placement.seated_on else clock.today())


def birthday_of(client):
    """The coming_of_age.Birthday of a client, or None."""
    return eighteen(birth_date=client.birth_date, precision=client.birth_precision or BirthPrecision.DAY, estimate=client.age_estimate,
                    as_of=client.age_estimate_on)


def applicant(client, on, answers, school=""):
    """The client on their first day, as the rules see them."""
    age, birthday = client.age(on), birthday_of(client)
    return Applicant(
        age_on_start=age.years if age else None, age_exact=bool(age and age.exact), grown_up_on=birthday.on if birthday else None,
        in_school=client.in_school, school_planned=bool(school), education=client.education, sex=client.sex, married=client.married,
        guardian_consent=answers.consent == ConsentBasis.GUARDIAN, outside_consent_basis=answers.consent == ConsentBasis.PUBLIC_TASK,
        assent=answers.assent, supervision=bool(answers.supervision), health_letter=answers.health_letter,
        substance_dependence=Care.DEPENDENCE in answers.care, untreated_illness=Care.ILLNESS in answers.care,
        legal_process=Care.LEGAL_PROCESS in answers.care)


def offer(batch):
    """The batch with the terms of its programme."""
    programme = batch.programme
    return Offer(
        starts=batch.starts, ends=batch.ends, min_age=programme.min_age, max_age=programme.max_age, sex=programme.sex, education=programme.education,
        out_of_school=programme.out_of_school, boarding=programme.boarding, risky=programme.risky, work_practice=programme.work_practice,
        marital=programme.marital, health_letter_needed=programme.health_letter, hours_per_day=batch.hours, admits_adults=programme.admits_adults,
        arts_or_talent=programme.talent_only)


def findings_of(case, batch, answers, known=None, on=None):
    """(the rules' Findings, the same as plain values to be kept). `known`: the Standing of the case, `on` its first day in the batch."""
    known, on = known or standing(case), on or first_day(batch)
    found = examine(applicant(case.client, on, answers, known.school), offer(batch))
    values = _values(case.client, batch, on, known.school)
    return found, [{"rule": each.rule, "verdict": each.verdict, "hard": each.hard, "law": each.law, **values.get(each.rule, {})} for each in found]


def outlook(case, batch, answers=Answers(), clashes=False, known=None):
    """The Outlook of a case for a batch: what can still be prepared counts as ready, and is named when `answers` do not answer it."""
    known = known or standing(case)
    found, kept = findings_of(case, batch, replace(PREPARED, care=known.care), known)
    rest = [finding for finding in found if finding.rule not in ASKED]
    open_questions = [each.rule for each in findings_of(case, batch, answers, known)[0] if each.rule in ASKED and each.verdict != Verdict.FITS]
    return Outlook(case, batch, verdict=overall(rest), hard=is_stopped(rest), clashes=clashes,
                   findings=[each for each in kept if each["rule"] not in ASKED], asked=[each.rule for each in found if each.rule in ASKED],
                   prepare=open_questions, standing=known)


def outlook_for(case, batch):
    """The Outlook of one case for one batch, with what is on record."""
    return outlook(case, batch, known_answers(case.client), clashes_with(batch, list(dates_of(case).tuples())))


def outlooks_of(case):
    """The Outlooks of a case for every batch that takes participants and does not know it, those of a trade that the child named first."""
    answers, known, busy = known_answers(case.client), standing(case), list(dates_of(case).tuples())
    there = Placement.select(Placement.batch).where(Placement.case == case, Placement.state.in_(KNOWN))
    found = [outlook(case, batch, answers, clashes_with(batch, busy), known) for batch in Batch.joinable().where(Batch.id.not_in(there))]
    return sorted(found, key=lambda each: not each.is_wanted)


def clashes_with(batch, busy):
    """Whether a batch shares a day with one of these (first day, last day)."""
    return any(overlaps((batch.starts, batch.ends), other) for other in busy)


def _values(client, batch, on, school):
    """{rule: what its sentence names}, as plain values."""
    programme, age, birthday = batch.programme, client.age(on), birthday_of(client)
    years = {"age": age.years if age else None, "exact": bool(age and age.exact)}
    return {
        Rule.UNDER_13: years, Rule.TALENT_ONLY_AT_13: years, Rule.WORK_PRACTICE_FROM_14: years, Rule.AGE_ESTIMATED: years,
        Rule.CHILDREN_ONLY: years, Rule.SCHOOL_FIRST: {**years, "school": school, "attends": bool(client.in_school)},
        Rule.PROGRAMME_AGE: {**years, "least": programme.min_age, "most": programme.max_age},
        Rule.PROGRAMME_SEX: {"wanted": programme.sex and str(programme.sex)},
        Rule.PROGRAMME_EDUCATION: {"wanted": programme.education and str(programme.education), "has": client.education and str(client.education)},
        Rule.TURNS_18: {"on": birthday.on.isoformat() if birthday else None, "exact": bool(birthday and birthday.exact)},
    }
